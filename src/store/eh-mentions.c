/* Where somebody's name stands in what others wrote: in an insight, a note on a venue, a promise, a
 * part of the guidance. Whoever withdraws should hear of it, and a person has to read it: nothing
 * of it is changed by itself. */

#include "eh-mentions.h"

#include "eh-attendance.h"
#include "eh-contributor.h"
#include "eh-db.h"
#include "eh-guidance-version.h"
#include "eh-participant.h"
#include "eh-reader.h"
#include "eh-row-store.h"
#include "eh-text.h"

/* A shorter name is part of too many words. */
#define MIN_CHARACTERS 3
/* Of what is told of a place. */
#define SHOWN_CHARACTERS 80

void
eh_mention_free (EhMention *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

static gboolean
is_leaving (GArray *leaving, EhId id)
{
  for (guint i = 0; leaving != NULL && i < leaving->len; i++)
    if (g_array_index (leaving, EhId, i) == id)
      return TRUE;
  return FALSE;
}

/* Rows that hang on the person go with them, but for what says that somebody was there. */
static char *
condition_of (const EhRowType *type)
{
  if (type == &eh_participant_row_type)
    return g_strdup (" AND id <> ?2");
  if (eh_row_type_field (type, "participant_id") != NULL && type != &eh_attendance_row_type &&
      type != &eh_contributor_row_type)
    return g_strdup (" AND coalesce (participant_id, 0) <> ?2");
  return g_strdup (" AND ?2 = ?2");
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN_CHARACTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, SHOWN_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

static gboolean
look (EhDb *db,
      const EhRowType *type,
      const EhField *field,
      const EhParticipant *person,
      GArray *leaving,
      GPtrArray *mentions,
      GError **error)
{
  g_autofree char *condition = condition_of (type);
  /* The body of a version is for programs. */
  const char *shown = type == &eh_guidance_version_row_type ? "name" : field->name;
  gboolean on_insight = eh_row_type_field (type, "insight_id") != NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, %5$s, %2$s FROM %3$s WHERE instr (lower (%1$s), lower (?1)) > 0%4$s ORDER BY id",
      field->name, on_insight ? "insight_id" : "id", type->table, condition, shown);
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_text (&s, person->name);
  eh_stmt_bind_id (&s, person->id);
  while (eh_stmt_step (&s)) {
    EhMention *mention;

    if (is_leaving (leaving, eh_stmt_int (&s, 2)))
      continue;
    mention = g_new0 (EhMention, 1);
    mention->type = type;
    mention->id = eh_stmt_int (&s, 0);
    mention->field = field;
    mention->text = shorten (eh_stmt_text (&s, 1));
    g_ptr_array_add (mentions, mention);
  }
  return eh_stmt_finish (&s, error);
}

/**
 * eh_mentions_of:
 * @db: a connection
 * @participant_id: a person
 * @leaving: (nullable) (element-type EhId): insights that are about to be erased
 * @error: set to a #EhStoreError
 *
 * Looks for the person's full name, in small or capital letters, in every text of every row that
 * stays when the person goes.
 *
 * Returns: (transfer full) (nullable) (element-type EhMention): the places where it stands
 */
GPtrArray *
eh_mentions_of (EhDb *db, EhId participant_id, GArray *leaving, GError **error)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_mention_free);
  g_autoptr (EhParticipant) person = eh_reader_get (db, &eh_participant_row_type, participant_id);
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  if (person == NULL || eh_text_is_blank (person->name) ||
      g_utf8_strlen (person->name, -1) < MIN_CHARACTERS)
    return g_steal_pointer (&mentions);
  for (guint i = 0; i < n_types; i++)
    for (guint f = 0; f < types[i]->n_fields; f++)
      if (types[i]->fields[f].kind == EH_FIELD_TEXT &&
          !look (db, types[i], &types[i]->fields[f], person, leaving, mentions, error))
        return NULL;
  return g_steal_pointer (&mentions);
}
