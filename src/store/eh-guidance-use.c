/* What stands behind the blocks of a guidance, what became of each insight in it, and which
 * insights a block might rest on. */

#include "eh-guidance-use.h"

#include "eh-db.h"
#include "eh-reader.h"
#include "eh-section.h"

/* Of the words of a block, those that say what it is about. */
#define LEAST_LETTERS 5
#define MOST_WORDS    24

/* ---- Behind each block ---- */

static void
behind_free (gpointer data)
{
  EhBehind *self = data;

  g_array_unref (self->groups);
  g_free (self);
}

static EhBehind *
behind_of (GHashTable *all, EhId block_id)
{
  EhBehind *behind = g_hash_table_lookup (all, &block_id);

  if (behind == NULL) {
    behind = g_new0 (EhBehind, 1);
    behind->block_id = block_id;
    behind->groups = g_array_new (FALSE, FALSE, sizeof (EhBehindGroup));
    g_hash_table_insert (all, &behind->block_id, behind);
  }
  return behind;
}

static void
count_evidence (EhDb *db, EhId guidance_id, GHashTable *all)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT e.block_id, e.stance = 'disagrees', count (*) FROM evidence e JOIN block b"
          " ON b.id = e.block_id WHERE b.guidance_id = ? GROUP BY 1, 2");

  eh_stmt_bind_id (&s, guidance_id);
  while (eh_stmt_step (&s)) {
    EhBehind *behind = behind_of (all, eh_stmt_int (&s, 0));

    if (eh_stmt_int (&s, 1) != 0)
      behind->disagrees = (guint) eh_stmt_int (&s, 2);
    else
      behind->supports = (guint) eh_stmt_int (&s, 2);
  }
  eh_stmt_finish (&s, NULL);
}

/* Each group once an insight, however many of it said it. */
static void
count_groups (EhDb *db, EhId guidance_id, GHashTable *all)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT e.block_id, coalesce (c.speaking_as, p.role_group_id, i.role_group_id, 0) AS g,"
          " count (DISTINCT e.insight_id) FROM block b JOIN evidence e ON e.block_id = b.id"
          " JOIN insight i ON i.id = e.insight_id LEFT JOIN contributor c ON c.insight_id = i.id"
          " LEFT JOIN participant p ON p.id = c.participant_id LEFT JOIN role_group r ON r.id = g"
          " WHERE b.guidance_id = ? AND e.stance <> 'disagrees' GROUP BY 1, 2"
          " ORDER BY 1, r.position IS NULL, r.position, g");

  eh_stmt_bind_id (&s, guidance_id);
  while (eh_stmt_step (&s)) {
    EhBehind *behind = behind_of (all, eh_stmt_int (&s, 0));
    EhBehindGroup group = { eh_stmt_int (&s, 1), (guint) eh_stmt_int (&s, 2) };

    g_array_append_val (behind->groups, group);
  }
  eh_stmt_finish (&s, NULL);
}

static void
count_comments (EhDb *db, EhId guidance_id, GHashTable *all)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT c.block_id, count (*) FROM block_comment c JOIN block b ON b.id = c.block_id"
          " WHERE b.guidance_id = ? AND c.settled_at IS NULL GROUP BY 1");

  eh_stmt_bind_id (&s, guidance_id);
  while (eh_stmt_step (&s))
    behind_of (all, eh_stmt_int (&s, 0))->comments = (guint) eh_stmt_int (&s, 1);
  eh_stmt_finish (&s, NULL);
}

/**
 * eh_guidance_behind:
 * @db: a connection
 * @guidance_id: a document
 *
 * Returns: (transfer full) (element-type EhId EhBehind): what stands behind its blocks, by block;
 *   those without anything are left out
 */
GHashTable *
eh_guidance_behind (EhDb *db, EhId guidance_id)
{
  GHashTable *all = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, behind_free);

  count_evidence (db, guidance_id, all);
  count_groups (db, guidance_id, all);
  count_comments (db, guidance_id, all);
  return all;
}

/**
 * eh_behind_equal:
 * @a: (nullable): what stands behind a block
 * @b: (nullable): the same of another moment
 *
 * Returns: whether nothing has changed
 */
gboolean
eh_behind_equal (const EhBehind *a, const EhBehind *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->supports != b->supports || a->disagrees != b->disagrees || a->comments != b->comments ||
      a->groups->len != b->groups->len)
    return FALSE;
  for (guint i = 0; i < a->groups->len; i++) {
    const EhBehindGroup *one = &g_array_index (a->groups, EhBehindGroup, i);
    const EhBehindGroup *other = &g_array_index (b->groups, EhBehindGroup, i);

    if (one->role_group_id != other->role_group_id || one->n != other->n)
      return FALSE;
  }
  return TRUE;
}

/* ---- What became of each insight ---- */

#define USED_IDS                                                                                   \
  "SELECT e.insight_id FROM block b JOIN evidence e ON e.block_id = b.id WHERE b.guidance_id = ?1" \
  " UNION SELECT insight_id FROM block WHERE guidance_id = ?1 AND insight_id IS NOT NULL"
#define PARKED_IDS                                                                                 \
  "SELECT insight_id FROM parked WHERE guidance_id = ?1 UNION SELECT id FROM insight WHERE parked = 1"

static const char *const use_conditions[EH_GUIDANCE_USE_N_VALUES] = {
  [EH_GUIDANCE_USE_USED] = "id IN (" USED_IDS ")",
  [EH_GUIDANCE_USE_PARKED] = "id NOT IN (" USED_IDS ") AND id IN (" PARKED_IDS ")",
  [EH_GUIDANCE_USE_WAITING] = "id NOT IN (" USED_IDS ") AND id NOT IN (" PARKED_IDS ")",
};

/**
 * eh_guidance_use_count:
 * @db: a connection
 * @guidance_id: a document
 * @use: what became of them
 *
 * Returns: how many insights of the project
 */
guint
eh_guidance_use_count (EhDb *db, EhId guidance_id, EhGuidanceUse use)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM insight WHERE ", use_conditions[use],
                                      NULL);
  EhStmt s = eh_db_prepare (db, sql);
  guint n = 0;

  eh_stmt_bind_id (&s, guidance_id);
  if (eh_stmt_step (&s))
    n = (guint) eh_stmt_int (&s, 0);
  eh_stmt_finish (&s, NULL);
  return n;
}

static GArray *
take_ids (EhStmt *s, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  while (eh_stmt_step (s)) {
    EhId id = eh_stmt_int (s, 0);

    g_array_append_val (ids, id);
  }
  return eh_stmt_finish (s, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * eh_guidance_use_list:
 * @db: a connection
 * @guidance_id: a document
 * @use: what became of them
 * @limit: the greatest number
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhId): the insights, the newest first
 */
GArray *
eh_guidance_use_list (EhDb *db, EhId guidance_id, EhGuidanceUse use, guint limit, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT id FROM insight WHERE ", use_conditions[use],
                                      " ORDER BY id DESC LIMIT ?2", NULL);
  EhStmt s = eh_db_prepare (db, sql);

  eh_stmt_bind_id (&s, guidance_id);
  eh_stmt_bind_int (&s, limit);
  return take_ids (&s, error);
}

/* ---- What a block might rest on ---- */

#define NOT_TAKEN                                                                                  \
  " AND i.parked = 0 AND i.id NOT IN (SELECT insight_id FROM evidence WHERE block_id = ?1)"        \
  " AND i.id NOT IN (SELECT k.insight_id FROM parked k JOIN block b"                               \
  " ON b.guidance_id = k.guidance_id WHERE b.id = ?1)"
#define BELOW_CATEGORY                                                                             \
  "SELECT insight_id FROM mapping WHERE category_id IN (WITH RECURSIVE below (id) AS"              \
  " (VALUES (?2) UNION SELECT k.id FROM category k JOIN below ON k.parent_id = below.id)"          \
  " SELECT id FROM below)"

static GPtrArray *
blocks_around (EhDb *db, EhId block_id, guint *index)
{
  g_autoptr (EhBlock) block = eh_reader_get (db, &eh_block_row_type, block_id);
  GPtrArray *blocks;

  if (block == NULL)
    return NULL;
  blocks = eh_reader_list_of (db, &eh_block_row_type, "guidance_id", block->guidance_id);
  for (*index = 0; *index < blocks->len; (*index)++)
    if (eh_row_id (blocks->pdata[*index]) == block_id)
      return blocks;
  g_ptr_array_unref (blocks);
  return NULL;
}

static GArray *
by_category (EhDb *db, EhId block_id, EhId category_id, guint limit, GError **error)
{
  EhStmt s;

  if (category_id == EH_ID_NONE)
    return g_array_new (FALSE, FALSE, sizeof (EhId));
  s = eh_db_prepare (db, "SELECT i.id FROM insight i WHERE i.id IN (" BELOW_CATEGORY ")" NOT_TAKEN
                         " ORDER BY i.id DESC LIMIT ?3");
  eh_stmt_bind_id (&s, block_id);
  eh_stmt_bind_id (&s, category_id);
  eh_stmt_bind_int (&s, limit);
  return take_ids (&s, error);
}

/* "agenda" OR "carers": the longer words, each once. */
static char *
match_of (const EhBlock *block)
{
  g_autofree char *both = g_strconcat (block->text, " ", block->detail, NULL);
  g_autofree char *folded = g_utf8_strdown (both, -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *match = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && g_hash_table_size (seen) < MOST_WORDS;) {
    const char *start = p;
    g_autofree char *word = NULL;

    while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    word = g_strndup (start, (gsize) (p - start));
    if (g_utf8_strlen (word, -1) >= LEAST_LETTERS && !g_hash_table_contains (seen, word)) {
      g_string_append_printf (match, "%s\"%s\"", match->len > 0 ? " OR " : "", word);
      g_hash_table_add (seen, g_steal_pointer (&word));
    }
    if (*p != '\0')
      p = g_utf8_next_char (p);
  }
  return g_string_free (match, FALSE);
}

static GArray *
by_words (EhDb *db, const EhBlock *block, guint limit, GError **error)
{
  g_autofree char *match = match_of (block);
  EhStmt s;

  if (match[0] == '\0')
    return g_array_new (FALSE, FALSE, sizeof (EhId));
  s = eh_db_prepare (db, "SELECT i.id FROM insight_words w JOIN insight i ON i.id = w.rowid"
                         " WHERE insight_words MATCH ?2" NOT_TAKEN " ORDER BY w.rank LIMIT ?3");
  eh_stmt_bind_id (&s, block->id);
  eh_stmt_bind_text (&s, match);
  eh_stmt_bind_int (&s, limit);
  return take_ids (&s, error);
}

/* The groups of which something supports a block of the section. */
static gboolean
add_heard (EhDb *db, EhId block_id, GHashTable *heard, GError **error)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT coalesce (c.speaking_as, p.role_group_id, i.role_group_id, 0) FROM evidence e"
          " JOIN insight i ON i.id = e.insight_id LEFT JOIN contributor c ON c.insight_id = i.id"
          " LEFT JOIN participant p ON p.id = c.participant_id WHERE e.block_id = ?");

  eh_stmt_bind_id (&s, block_id);
  while (eh_stmt_step (&s)) {
    EhId id = eh_stmt_int (&s, 0);

    g_hash_table_add (heard, g_memdup2 (&id, sizeof id));
  }
  return eh_stmt_finish (&s, error);
}

static GArray *
not_heard (EhDb *db, GPtrArray *blocks, guint index)
{
  g_autoptr (GHashTable) heard = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) groups = eh_reader_list (db, &eh_role_group_row_type);
  GArray *left = g_array_new (FALSE, FALSE, sizeof (EhId));
  guint heading = eh_section_of (blocks, index);
  guint end = eh_section_end (blocks, heading);

  for (guint i = heading != G_MAXUINT ? heading : 0; i < end; i++)
    add_heard (db, eh_row_id (blocks->pdata[i]), heard, NULL);
  for (guint i = 0; i < groups->len; i++) {
    EhRoleGroup *group = groups->pdata[i];

    if (group->in_voice && !group->retired && !g_hash_table_contains (heard, &group->id))
      g_array_append_val (left, group->id);
  }
  return left;
}

/**
 * eh_guidance_not_heard:
 * @db: a connection
 * @block_id: a block
 *
 * Returns: (transfer full) (element-type EhId): the role groups that count in voice shares and that
 *   nothing in the block's section rests on
 */
GArray *
eh_guidance_not_heard (EhDb *db, EhId block_id)
{
  guint index = 0;
  g_autoptr (GPtrArray) blocks = blocks_around (db, block_id, &index);

  return blocks != NULL ? not_heard (db, blocks, index) : g_array_new (FALSE, FALSE, sizeof (EhId));
}

/* What the section is about first; then the newest. */
static GArray *
of_groups (EhDb *db, EhId block_id, GArray *groups, EhId category_id, guint limit, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sql = NULL;
  EhStmt s;

  if (groups->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (EhId));
  for (guint i = 0; i < groups->len; i++)
    g_string_append_printf (list, "%s%" EH_ID_FORMAT, i > 0 ? ", " : "",
                            g_array_index (groups, EhId, i));
  sql = g_strdup_printf (
      "SELECT i.id FROM insight i WHERE (i.role_group_id IN (%1$s) OR i.id IN (SELECT c.insight_id"
      " FROM contributor c JOIN participant p ON p.id = c.participant_id"
      " WHERE coalesce (c.speaking_as, p.role_group_id) IN (%1$s)))" NOT_TAKEN
      " ORDER BY i.id IN (" BELOW_CATEGORY ") DESC, i.id DESC LIMIT ?3",
      list->str);
  s = eh_db_prepare (db, sql);
  eh_stmt_bind_id (&s, block_id);
  eh_stmt_bind_id (&s, category_id);
  eh_stmt_bind_int (&s, limit);
  return take_ids (&s, error);
}

/**
 * eh_guidance_candidates:
 * @db: a connection
 * @block_id: a block
 * @kind: where to look
 * @limit: the greatest number
 * @error: set to a #EhStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type EhId): insights that it does not rest on yet
 * and that are not parked, the likeliest first
 */
GArray *
eh_guidance_candidates (EhDb *db, EhId block_id, EhCandidates kind, guint limit, GError **error)
{
  guint index = 0;
  g_autoptr (GPtrArray) blocks = blocks_around (db, block_id, &index);
  g_autoptr (GArray) groups = NULL;

  if (blocks == NULL)
    return g_array_new (FALSE, FALSE, sizeof (EhId));
  if (kind == EH_CANDIDATES_CATEGORY)
    return by_category (db, block_id, eh_section_category (blocks, index), limit, error);
  if (kind == EH_CANDIDATES_WORDS)
    return by_words (db, blocks->pdata[index], limit, error);
  groups = not_heard (db, blocks, index);
  return of_groups (db, block_id, groups, eh_section_category (blocks, index), limit, error);
}
