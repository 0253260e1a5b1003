/* Numbered slips of paper: made before a workshop, given to people in it. */

#include "eh-slips.h"

#include "config.h"
#include "eh-contributor.h"
#include "eh-db.h"
#include "eh-inbox.h"
#include "eh-insight-edit.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_AT_ONCE 1000

static gint64
last_number (EhDb *db, EhId workshop_id)
{
  EhStmt s = eh_db_prepare (db, "SELECT max (number) FROM slip WHERE workshop_id = ?");
  gint64 last = 0;

  eh_stmt_bind_id (&s, workshop_id);
  if (eh_stmt_step (&s))
    last = eh_stmt_int (&s, 0);
  eh_stmt_finish (&s, NULL);
  return last;
}

static EhSlip *
make_one (EhDb *db, const EhProject *project, EhId workshop_id, gint64 number)
{
  EhSlip *slip = eh_slip_new ();

  slip->id = eh_id_from_pair ("slip", workshop_id, number);
  slip->workshop_id = workshop_id;
  slip->number = number;
  slip->created_at = g_get_real_time () / G_USEC_PER_SEC;
  for (guint attempt = 0; attempt < 100; attempt++) {
    g_autofree char *code = eh_slip_make_code (project->guid, slip->id, attempt);
    g_autoptr (EhSlip) other = eh_inbox_find_slip (db, code);

    if (other != NULL && other->id != slip->id)
      continue;
    eh_set_str (&slip->code, code);
    break;
  }
  return slip;
}

/**
 * eh_slips_make:
 * @store: a store
 * @workshop_id: for which workshop
 * @n: how many, up to 1,000
 * @error: set to a #EhStoreError
 *
 * Makes the next slips of a workshop, as one step that can be undone. Two laptops that make slips
 * of one workshop apart make the same ones: print them on one.
 *
 * Returns: (transfer full) (nullable) (element-type EhSlip): the new ones, by number
 */
GPtrArray *
eh_slips_make (EhStore *store, EhId workshop_id, guint n, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_slip_free);
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  g_autofree char *label = NULL;
  gint64 last = last_number (db, workshop_id);

  g_return_val_if_fail (project != NULL, NULL);
  n = MIN (n, MOST_AT_ONCE);
  label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Made %u slip of paper", "Made %u slips of paper", n), n);
  if (!eh_store_begin (store, label, error))
    return NULL;
  for (guint i = 1; i <= n; i++) {
    EhSlip *slip = make_one (db, project, workshop_id, last + i);

    g_ptr_array_add (slips, slip);
    if (!eh_store_put (store, &eh_slip_row_type, slip, error)) {
      eh_store_abort (store);
      return NULL;
    }
  }
  return eh_store_commit (store, error) ? g_steal_pointer (&slips) : NULL;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 left = (*(const EhSlip *const *) a)->number;
  gint64 right = (*(const EhSlip *const *) b)->number;

  return (left > right) - (left < right);
}

/**
 * eh_slips_list:
 * @db: a connection
 * @workshop_id: a workshop
 *
 * Returns: (transfer full) (element-type EhSlip): its slips, by number
 */
GPtrArray *
eh_slips_list (EhDb *db, EhId workshop_id)
{
  GPtrArray *slips = eh_reader_list_of (db, &eh_slip_row_type, "workshop_id", workshop_id);

  g_ptr_array_sort (slips, compare_numbers);
  return slips;
}

/**
 * eh_slips_find:
 * @db: a connection
 * @workshop_id: a workshop
 * @code_or_number: (nullable): what is printed on a slip: "12" or "K7RQM"
 *
 * Returns: (transfer full) (nullable): the slip: by its number of that workshop, or by its code of
 *   any
 */
EhSlip *
eh_slips_find (EhDb *db, EhId workshop_id, const char *code_or_number)
{
  g_autofree char *line = eh_text_clean_line (code_or_number);
  g_autofree char *code = eh_slip_read_code (line);
  guint64 number = 0;

  if (code != NULL)
    return eh_inbox_find_slip (db, code);
  if (!g_ascii_string_to_unsigned (line, 10, 1, G_MAXINT32, &number, NULL))
    return NULL;
  return eh_reader_get (db, &eh_slip_row_type,
                        eh_id_from_pair ("slip", workshop_id, (EhId) number));
}

/* What was typed up from the slip or sent with its code. */
#define FROM_SLIP                                                                                  \
  "SELECT i.id FROM insight i WHERE (i.id IN (SELECT r.insight_id FROM received r"                 \
  " WHERE r.slip_id = ?1) OR i.origin = ?2)"

static GArray *
list_from (EhDb *db, const char *sql, const EhSlip *slip, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  EhStmt s = eh_db_prepare (db, sql);
  g_autofree char *origin = eh_slip_origin (slip);

  eh_stmt_bind_id (&s, slip->id);
  eh_stmt_bind_text (&s, origin);
  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_array_append_val (ids, id);
  }
  return eh_stmt_finish (&s, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * eh_slips_insights:
 * @db: a connection
 * @slip: a slip
 *
 * Returns: (transfer full) (element-type EhId): the insights that came from the slip, on paper or
 *   with its code from a phone, oldest first; none when they cannot be read
 */
GArray *
eh_slips_insights (EhDb *db, const EhSlip *slip)
{
  GArray *ids = list_from (db, FROM_SLIP " ORDER BY i.id", slip, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (EhId));
}

static gboolean
name_insights (EhStore *store, const EhSlip *slip, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (GPtrArray) who = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  g_autoptr (GArray) ids = NULL;
  EhContributor *contributor = eh_contributor_new ();

  contributor->participant_id = slip->participant_id;
  g_ptr_array_add (who, contributor);
  ids = list_from (
      db, FROM_SLIP " AND NOT EXISTS (SELECT 1 FROM contributor c WHERE c.insight_id = i.id)", slip,
      error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (EhInsight) row = eh_reader_get (db, &eh_insight_row_type,
                                               g_array_index (ids, EhId, i));

    row->role_group_id = EH_ID_NONE;
    if (!eh_insight_put (store, row, who, error))
      return FALSE;
  }
  return TRUE;
}

/* Within a step. */
static gboolean
give (EhStore *store, EhSlip *slip, EhId participant_id, GError **error)
{
  if (slip->participant_id == participant_id)
    return TRUE;
  slip->participant_id = participant_id;
  return eh_store_put (store, &eh_slip_row_type, slip, error) &&
         (participant_id == EH_ID_NONE || name_insights (store, slip, error));
}

/**
 * eh_slips_give:
 * @store: a store
 * @slip_id: a slip
 * @participant_id: who has it, or none
 * @error: set to a #EhStoreError
 *
 * Says whose slip it is. What was sent with its code and accepted while nobody knew whose it was
 * becomes theirs.
 *
 * Returns: whether it is safe
 */
gboolean
eh_slips_give (EhStore *store, EhId slip_id, EhId participant_id, GError **error)
{
  g_autoptr (EhSlip) slip = eh_reader_get (eh_store_get_db (store), &eh_slip_row_type, slip_id);

  if (slip == NULL || slip->participant_id == participant_id)
    return TRUE;
  if (!eh_store_begin (store, _ ("Noted whose slip it is"), error))
    return FALSE;
  if (!give (store, slip, participant_id, error)) {
    eh_store_abort (store);
    return FALSE;
  }
  return eh_store_commit (store, error);
}

/**
 * eh_slips_numbers_of:
 * @db: a connection
 * @workshop_id: a workshop
 * @participant_id: somebody
 *
 * Returns: (transfer full): the numbers of the slips that they have there: "2, 3"
 */
char *
eh_slips_numbers_of (EhDb *db, EhId workshop_id, EhId participant_id)
{
  g_autoptr (GPtrArray) slips = eh_slips_list (db, workshop_id);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < slips->len; i++) {
    const EhSlip *slip = slips->pdata[i];

    if (slip->participant_id == participant_id)
      g_string_append_printf (out, "%s%" G_GINT64_FORMAT, out->len > 0 ? ", " : "", slip->number);
  }
  return g_string_free (out, FALSE);
}

/* What was typed, as slips; "4-7" is four of them. What no slip has is collected. */
static GPtrArray *
read_numbers (EhDb *db, EhId workshop_id, const char *numbers, GPtrArray *unknown)
{
  GPtrArray *slips = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_slip_free);
  g_auto (GStrv) words = g_strsplit_set (numbers, " ,;\t\n", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    guint64 from = 0, to = 0;
    char *dash = strpbrk (words[i], "-–");
    EhSlip *slip = NULL;

    if (words[i][0] == '\0')
      continue;
    slip = eh_slips_find (db, workshop_id, words[i]);
    if (slip != NULL) {
      g_ptr_array_add (slips, slip);
      continue;
    }
    from = dash != NULL ? g_ascii_strtoull (words[i], NULL, 10) : 0;
    while (dash != NULL && *dash != '\0' && !g_ascii_isdigit (*dash))
      dash++;
    to = dash != NULL ? g_ascii_strtoull (dash, NULL, 10) : 0;
    if (from == 0 || to < from || to - from >= MOST_AT_ONCE) {
      g_ptr_array_add (unknown, g_strdup (words[i]));
      continue;
    }
    for (; from <= to; from++) {
      g_autofree char *number = g_strdup_printf ("%u", (guint) from);

      slip = eh_slips_find (db, workshop_id, number);
      if (slip != NULL)
        g_ptr_array_add (slips, slip);
      else
        g_ptr_array_add (unknown, g_steal_pointer (&number));
    }
  }
  return slips;
}

static gboolean
is_among (GPtrArray *slips, EhId id)
{
  for (guint i = 0; i < slips->len; i++)
    if (eh_row_id (slips->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

/**
 * eh_slips_hand_out:
 * @store: a store
 * @workshop_id: a workshop
 * @participant_id: who has slips
 * @numbers: which, as typed: "2, 5-7", or codes; "" for none
 * @unknown: (out) (nullable) (optional): what of it is no slip: "12, 13"
 * @error: set to a #EhStoreError
 *
 * Says which slips of the workshop somebody has, as one step: those, and no others of it.
 *
 * Returns: whether it is safe
 */
gboolean
eh_slips_hand_out (EhStore *store,
                   EhId workshop_id,
                   EhId participant_id,
                   const char *numbers,
                   char **unknown,
                   GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (GPtrArray) not_there = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) theirs = read_numbers (db, workshop_id, numbers, not_there);
  g_autoptr (GPtrArray) all = eh_slips_list (db, workshop_id);
  gboolean well = TRUE;

  if (unknown != NULL)
    *unknown = not_there->len > 0 ? eh_text_join (not_there, ", ") : NULL;
  if (!eh_store_begin (store, _ ("Noted whose slips they are"), error))
    return FALSE;
  for (guint i = 0; well && i < all->len; i++) {
    EhSlip *slip = all->pdata[i];

    if (slip->participant_id == participant_id && !is_among (theirs, slip->id))
      well = give (store, slip, EH_ID_NONE, error);
  }
  for (guint i = 0; well && i < theirs->len; i++)
    well = give (store, theirs->pdata[i], participant_id, error);
  if (!well) {
    eh_store_abort (store);
    return FALSE;
  }
  return eh_store_commit (store, error);
}
