/* Lists of insights. Each part of a query is a fixed piece of SQL, added when it is asked for, so
 * that SQLite plans for what is asked; every value is bound. Ids rise with time, so the newest
 * first is the order of the key. */

#include "eh-insight-query.h"

#include "eh-db.h"
#include "eh-text.h"

EhInsightQuery *
eh_insight_query_new (void)
{
  return g_new0 (EhInsightQuery, 1);
}

EhInsightQuery *
eh_insight_query_copy (const EhInsightQuery *self)
{
  EhInsightQuery *copy = g_memdup2 (self, sizeof *self);

  copy->words = g_strdup (self->words);
  return copy;
}

void
eh_insight_query_free (EhInsightQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self);
}

/**
 * eh_insight_query_is_empty:
 * @self: a query
 *
 * Returns: whether it asks for every insight
 */
gboolean
eh_insight_query_is_empty (const EhInsightQuery *self)
{
  return eh_text_is_blank (self->words) && self->workshop_id == 0 && self->activity_id == 0 &&
         self->role_group_id == 0 && self->participant_id == 0 && self->category_id == 0 &&
         !self->has_kind && !self->has_level && self->block_id == 0 && self->said_from == 0 &&
         self->other_category_id == 0 && self->outside_id == 0 && !self->unmapped &&
         !self->unused && !self->unnamed && !self->parked;
}

/* What was typed as a full-text query: every word must be there, or begin one that is. Quoted, so
 * that nothing that is typed is taken for an operator. */
static char *
match_for (const char *words)
{
  GString *match = g_string_new (NULL);
  const char *p = words;

  while (*p != '\0') {
    const char *start = p;

    while (*p != '\0' &&
           (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
      p = g_utf8_next_char (p);
    if (p > start) {
      g_string_append_printf (match, "%s\"", match->len > 0 ? " " : "");
      g_string_append_len (match, start, p - start);
      g_string_append (match, "\"*");
    }
    if (*p != '\0')
      p = g_utf8_next_char (p);
  }
  return g_string_free (match, FALSE);
}

/* What was typed as a pattern for a name, with LIKE's own signs taken as they are. */
static char *
pattern_for (const char *words)
{
  g_autofree char *line = eh_text_clean_line (words);
  GString *pattern = g_string_new ("%");

  for (const char *p = line; *p != '\0'; p++) {
    if (*p == '%' || *p == '_' || *p == '\\')
      g_string_append_c (pattern, '\\');
    g_string_append_c (pattern, *p);
  }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static gboolean
names_match (EhDb *db, const char *pattern)
{
  EhStmt s = eh_db_prepare (db, "SELECT 1 FROM participant WHERE name LIKE ? ESCAPE '\\' LIMIT 1");
  gboolean found;

  eh_stmt_bind_text (&s, pattern);
  found = eh_stmt_step (&s);
  eh_stmt_finish (&s, NULL);
  return found;
}

typedef struct {
  GString *where;
  char *match;
  char *pattern;
  gboolean by_name;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_string_free (parts->where, TRUE);
  g_free (parts->match);
  g_free (parts->pattern);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static void
add (Parts *parts, const char *condition)
{
  g_string_append (parts->where, parts->where->len > 0 ? " AND " : " WHERE ");
  g_string_append (parts->where, condition);
}

static void
add_words (Parts *parts, EhDb *db, const EhInsightQuery *self)
{
  if (eh_text_is_blank (self->words))
    return;
  parts->match = match_for (self->words);
  parts->pattern = pattern_for (self->words);
  parts->by_name = names_match (db, parts->pattern);
  if (parts->match[0] == '\0')
    add (parts, parts->by_name
                    ? "i.id IN (SELECT c.insight_id FROM contributor c JOIN participant p"
                      " ON p.id = c.participant_id WHERE p.name LIKE :pattern ESCAPE '\\')"
                    : "0");
  else if (parts->by_name)
    add (parts, "(i.id IN (SELECT rowid FROM insight_words WHERE insight_words MATCH :match)"
                " OR i.id IN (SELECT c.insight_id FROM contributor c JOIN participant p"
                " ON p.id = c.participant_id WHERE p.name LIKE :pattern ESCAPE '\\'))");
  else
    add (parts, "i.id IN (SELECT rowid FROM insight_words WHERE insight_words MATCH :match)");
}

/* Placed under a category or one below it. */
#define UNDER(category)                                                                            \
  "i.id IN (SELECT insight_id FROM mapping WHERE category_id IN (WITH RECURSIVE below (id) AS"     \
  " (VALUES (" category                                                                            \
  ") UNION SELECT k.id FROM category k JOIN below ON k.parent_id = below.id)"                      \
  " SELECT id FROM below))"

static void
add_conditions (Parts *parts, const EhInsightQuery *self)
{
  if (self->workshop_id != EH_ID_NONE)
    add (parts, "i.workshop_id = :workshop");
  if (self->activity_id != EH_ID_NONE)
    add (parts, "i.activity_id = :activity");
  if (self->participant_id != EH_ID_NONE)
    add (parts, "i.id IN (SELECT insight_id FROM contributor WHERE participant_id = :participant)");
  if (self->role_group_id != EH_ID_NONE)
    add (
        parts,
        "(i.role_group_id = :group OR i.id IN (SELECT c.insight_id FROM contributor c JOIN participant p"
        " ON p.id = c.participant_id WHERE coalesce (c.speaking_as, p.role_group_id) = :group))");
  if (self->category_id != EH_ID_NONE)
    add (parts, UNDER (":category"));
  if (self->other_category_id != EH_ID_NONE)
    add (parts, UNDER (":other"));
  if (self->outside_id != EH_ID_NONE)
    add (parts, "NOT EXISTS (SELECT 1 FROM mapping m JOIN category k ON k.id = m.category_id"
                " WHERE m.insight_id = i.id AND k.framework_id = :outside)");
  if (self->has_kind)
    add (parts, "i.kind = :kind");
  if (self->has_level)
    add (parts, "i.level = :level");
  if (self->block_id != EH_ID_NONE)
    add (parts, "i.id IN (SELECT insight_id FROM evidence WHERE block_id = :block)");
  if (self->said_from != 0)
    add (parts, "i.said_at >= :from AND i.said_at < :until");
  if (self->unmapped)
    add (parts, "NOT EXISTS (SELECT 1 FROM mapping m WHERE m.insight_id = i.id)");
  if (self->unused)
    add (parts, "NOT EXISTS (SELECT 1 FROM evidence e WHERE e.insight_id = i.id)");
  if (self->unnamed)
    add (
        parts,
        "i.role_group_id IS NULL AND NOT EXISTS (SELECT 1 FROM contributor c WHERE c.insight_id = i.id)");
  if (self->parked)
    add (parts, "i.parked = 1");
}

static void
bind_named (EhStmt *s, const char *name, gint64 id, const char *text)
{
  int index = s->stmt != NULL ? sqlite3_bind_parameter_index (s->stmt, name) : 0;

  if (index == 0)
    return;
  s->next = index;
  if (text != NULL)
    eh_stmt_bind_text (s, text);
  else
    eh_stmt_bind_int (s, id);
}

static void
bind_all (EhStmt *s, const EhInsightQuery *self, const Parts *parts)
{
  bind_named (s, ":match", 0, parts->match);
  bind_named (s, ":pattern", 0, parts->pattern);
  bind_named (s, ":workshop", self->workshop_id, NULL);
  bind_named (s, ":activity", self->activity_id, NULL);
  bind_named (s, ":participant", self->participant_id, NULL);
  bind_named (s, ":group", self->role_group_id, NULL);
  bind_named (s, ":category", self->category_id, NULL);
  bind_named (s, ":other", self->other_category_id, NULL);
  bind_named (s, ":outside", self->outside_id, NULL);
  bind_named (s, ":block", self->block_id, NULL);
  bind_named (s, ":from", self->said_from, NULL);
  bind_named (s, ":until", self->said_until, NULL);
  if (self->has_level)
    bind_named (s, ":level", 0,
                eh_vocabulary_key (&eh_insight_level_vocabulary, (int) self->level));
  if (self->has_kind)
    bind_named (s, ":kind", 0, eh_vocabulary_key (&eh_insight_kind_vocabulary, (int) self->kind));
}

/* Words alone, the commonest query by far, are answered by the full-text index in its own order,
 * which is the newest last: it need not look at a single insight. */
static gboolean
is_words_alone (const EhInsightQuery *self, const Parts *parts)
{
  EhInsightQuery rest = *self;

  rest.words = NULL;
  return parts->match != NULL && parts->match[0] != '\0' && eh_insight_query_is_empty (&rest);
}

static char *
sql_for (const EhInsightQuery *self, const Parts *parts, gboolean counted)
{
  if (is_words_alone (self, parts) && !parts->by_name)
    return g_strdup (counted ? "SELECT count(*) FROM insight_words WHERE insight_words MATCH :match"
                             : "SELECT rowid FROM insight_words WHERE insight_words MATCH :match"
                               " ORDER BY rowid DESC LIMIT :limit");
  return counted ? g_strconcat ("SELECT count(*) FROM insight i", parts->where->str, NULL)
                 : g_strconcat ("SELECT i.id FROM insight i", parts->where->str,
                                " ORDER BY i.id DESC LIMIT :limit", NULL);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  EhId first = *(const EhId *) a;
  EhId second = *(const EhId *) b;

  return first < second ? 1 : first > second ? -1 : 0;
}

static gboolean
append_ids (EhStmt *s, GArray *ids, GError **error)
{
  while (eh_stmt_step (s)) {
    EhId id = eh_stmt_int (s, 0);

    g_array_append_val (ids, id);
  }
  return eh_stmt_finish (s, error);
}

/* Sorted, each once, no more than asked for. */
static void
tidy_ids (GArray *ids, guint limit)
{
  guint kept = 0;

  g_array_sort (ids, compare_newest);
  for (guint i = 0; i < ids->len; i++) {
    EhId id = g_array_index (ids, EhId, i);

    if (kept == 0 || g_array_index (ids, EhId, kept - 1) != id)
      g_array_index (ids, EhId, kept++) = id;
  }
  g_array_set_size (ids, limit > 0 ? MIN (kept, limit) : kept);
}

/* Words that are also part of a name: "p" alone most often. The newest of each person and the
 * newest of the index, side by side; one statement for both would look at every insight there is.
 */
static GArray *
ids_by_words_or_name (EhDb *db, const Parts *parts, guint limit, GError **error)
{
  gint64 most = limit == 0 ? -1 : (gint64) limit;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhStmt s = eh_db_prepare (db, "SELECT rowid FROM insight_words WHERE insight_words MATCH ?"
                                " ORDER BY rowid DESC LIMIT ?");

  eh_stmt_bind_text (&s, parts->match);
  eh_stmt_bind_int (&s, most);
  if (!append_ids (&s, ids, error))
    return NULL;
  s = eh_db_prepare (db, "SELECT id FROM participant WHERE name LIKE ? ESCAPE '\\'");
  eh_stmt_bind_text (&s, parts->pattern);
  if (!append_ids (&s, people, error))
    return NULL;
  for (guint i = 0; i < people->len; i++) {
    s = eh_db_prepare (db, "SELECT insight_id FROM contributor WHERE participant_id = ?"
                           " ORDER BY insight_id DESC LIMIT ?");
    eh_stmt_bind_id (&s, g_array_index (people, EhId, i));
    eh_stmt_bind_int (&s, most);
    if (!append_ids (&s, ids, error))
      return NULL;
  }
  tidy_ids (ids, limit);
  return g_steal_pointer (&ids);
}

/**
 * eh_insight_query_ids:
 * @db: a connection
 * @self: which insights
 * @limit: the greatest number, 0 for all
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhId): the newest first
 */
GArray *
eh_insight_query_ids (EhDb *db, const EhInsightQuery *self, guint limit, GError **error)
{
  g_auto (Parts) parts = { g_string_new (NULL), NULL, NULL, FALSE };
  g_autofree char *sql = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhStmt s;

  add_words (&parts, db, self);
  add_conditions (&parts, self);
  if (is_words_alone (self, &parts) && parts.by_name)
    return ids_by_words_or_name (db, &parts, limit, error);
  sql = sql_for (self, &parts, FALSE);
  s = eh_db_prepare (db, sql);
  bind_all (&s, self, &parts);
  bind_named (&s, ":limit", limit == 0 ? -1 : (gint64) limit, NULL);
  if (!append_ids (&s, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/**
 * eh_insight_query_count:
 * @db: a connection
 * @self: which insights
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: how many there are, or -1
 */
gint64
eh_insight_query_count (EhDb *db, const EhInsightQuery *self, GError **error)
{
  g_auto (Parts) parts = { g_string_new (NULL), NULL, NULL, FALSE };
  g_autofree char *sql = NULL;
  gint64 count = -1;
  EhStmt s;

  add_words (&parts, db, self);
  add_conditions (&parts, self);
  sql = sql_for (self, &parts, TRUE);
  s = eh_db_prepare (db, sql);
  bind_all (&s, self, &parts);
  if (eh_stmt_step (&s))
    count = eh_stmt_int (&s, 0);
  return eh_stmt_finish (&s, error) ? count : -1;
}
