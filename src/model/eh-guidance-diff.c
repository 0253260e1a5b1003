/* What changed between two states of a document: block by block, and word by word within a block.
 * The longest common subsequence, found by the table of its lengths: texts of a document are short,
 * and what is too long for the table is told as one change. */

#include "eh-guidance-diff.h"

#include "eh-markup.h"

#define MOST_CELLS 4000000

/* ---- The longest common subsequence ---- */

typedef gboolean (*Same) (gconstpointer a, gconstpointer b);

/* Whether each of @b belongs to it, and to which of @a; G_MAXUINT for none. */
static guint *
match (GPtrArray *a, GPtrArray *b, Same same)
{
  guint width = b->len + 1;
  guint *matches = g_new (guint, width);
  g_autofree guint *lengths = NULL;
  guint i = 0;
  guint j = 0;

  for (guint k = 0; k < width; k++)
    matches[k] = G_MAXUINT;
  if ((guint64) (a->len + 1) * width > MOST_CELLS)
    return matches;
  lengths = g_new0 (guint, (gsize) (a->len + 1) * width);
#define AT(x, y) lengths[(gsize) (x) *width + (y)]
  for (guint x = a->len; x > 0; x--)
    for (guint y = b->len; y > 0; y--)
      AT (x - 1, y - 1) = same (a->pdata[x - 1], b->pdata[y - 1])
                              ? AT (x, y) + 1
                              : MAX (AT (x, y - 1), AT (x - 1, y));
  while (i < a->len && j < b->len)
    if (same (a->pdata[i], b->pdata[j]))
      matches[j++] = i++;
    else if (AT (i + 1, j) >= AT (i, j + 1))
      i++;
    else
      j++;
#undef AT
  return matches;
}

/* ---- Blocks ---- */

static gboolean
same_block (gconstpointer a, gconstpointer b)
{
  return eh_row_id (a) == eh_row_id (b);
}

static const EhBlock *
block_in (const EhGuidanceBody *body, EhId id)
{
  for (guint i = 0; i < body->blocks->len; i++)
    if (eh_row_id (body->blocks->pdata[i]) == id)
      return body->blocks->pdata[i];
  return NULL;
}

static gboolean
rests_on (const EhGuidanceBody *body, EhId evidence_id)
{
  for (guint i = 0; i < body->evidences->len; i++)
    if (eh_row_id (body->evidences->pdata[i]) == evidence_id)
      return TRUE;
  return FALSE;
}

static guint
count_only_in (const EhGuidanceBody *one, const EhGuidanceBody *other, EhId block_id)
{
  guint n = 0;

  for (guint i = 0; i < one->evidences->len; i++) {
    const EhEvidence *evidence = one->evidences->pdata[i];

    n += evidence->block_id == block_id && !rests_on (other, evidence->id);
  }
  return n;
}

/* Its order is told apart. */
static gboolean
is_as_before (const EhBlock *before, const EhBlock *after)
{
  for (guint i = 0; i < eh_block_row_type.n_fields; i++) {
    const EhField *field = &eh_block_row_type.fields[i];

    if (!g_str_equal (field->name, "position") && !g_str_equal (field->name, "flag") &&
        !eh_row_field_equal (field, before, after))
      return FALSE;
  }
  return TRUE;
}

static void
add_removed_between (
    GArray *diffs, const EhGuidanceBody *before, const EhGuidanceBody *after, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    const EhBlock *block = before->blocks->pdata[i];
    EhBlockDiff diff = { .kind = EH_DIFF_REMOVED, .before = block };

    if (block_in (after, block->id) == NULL)
      g_array_append_val (diffs, diff);
  }
}

static EhBlockDiff
diff_of (const EhGuidanceBody *before, const EhGuidanceBody *after, const EhBlock *block, guint at)
{
  EhBlockDiff diff = { .kind = EH_DIFF_ADDED, .after = block };

  diff.before = block_in (before, block->id);
  if (diff.before == NULL)
    return diff;
  diff.gained = count_only_in (after, before, block->id);
  diff.lost = count_only_in (before, after, block->id);
  diff.moved = at == G_MAXUINT;
  diff.kind = is_as_before (diff.before, block) && diff.gained == 0 && diff.lost == 0
                  ? EH_DIFF_SAME
                  : EH_DIFF_CHANGED;
  return diff;
}

/**
 * eh_guidance_diff:
 * @before: a document as it was; must outlive the result
 * @after: the same as it is; must outlive the result
 *
 * Returns: (transfer full) (element-type EhBlockDiff): each block of @after in order, and those of
 *   @before that are gone where they stood
 */
GArray *
eh_guidance_diff (const EhGuidanceBody *before, const EhGuidanceBody *after)
{
  GArray *diffs = g_array_new (FALSE, FALSE, sizeof (EhBlockDiff));
  g_autofree guint *matches = match (before->blocks, after->blocks, same_block);
  guint told = 0;

  for (guint i = 0; i < after->blocks->len; i++) {
    EhBlockDiff diff = diff_of (before, after, after->blocks->pdata[i], matches[i]);

    if (matches[i] != G_MAXUINT) {
      add_removed_between (diffs, before, after, told, matches[i]);
      told = matches[i] + 1;
    }
    g_array_append_val (diffs, diff);
  }
  add_removed_between (diffs, before, after, told, before->blocks->len);
  return diffs;
}

/* ---- Words ---- */

static void
word_clear (gpointer data)
{
  g_free (((EhWordDiff *) data)->text);
}

/* Words with the space after them, so that nothing is lost. */
static GPtrArray *
words_of (const char *markup)
{
  g_autofree char *plain = eh_markup_plain (markup);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = plain;

  for (const char *p = plain; *p != '\0';) {
    const char *next = g_utf8_next_char (p);

    if (g_unichar_isspace (g_utf8_get_char (p)) &&
        (*next == '\0' || !g_unichar_isspace (g_utf8_get_char (next)))) {
      g_ptr_array_add (words, g_strndup (start, (gsize) (next - start)));
      start = next;
    }
    p = next;
  }
  if (*start != '\0')
    g_ptr_array_add (words, g_strdup (start));
  return words;
}

static gboolean
same_word (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = g_strchomp (g_strdup (a));
  g_autofree char *other = g_strchomp (g_strdup (b));

  return g_str_equal (one, other);
}

static void
add_word (GArray *diffs, EhDiffKind kind, const char *word)
{
  EhWordDiff *last = diffs->len > 0 ? &g_array_index (diffs, EhWordDiff, diffs->len - 1) : NULL;
  EhWordDiff diff;
  char *text;

  if (last != NULL && last->kind == kind) {
    text = g_strconcat (last->text, word, NULL);
    g_free (last->text);
    last->text = text;
    return;
  }
  diff = (EhWordDiff){ kind, g_strdup (word) };
  g_array_append_val (diffs, diff);
}

static guint
next_match (const guint *matches, guint from, guint n, guint none)
{
  for (guint i = from; i < n; i++)
    if (matches[i] != G_MAXUINT)
      return matches[i];
  return none;
}

/**
 * eh_word_diff:
 * @before: words as they were, with signs
 * @after: as they are
 *
 * Returns: (transfer full) (element-type EhWordDiff): what is the same, removed and added, in
 * order, without signs
 */
GArray *
eh_word_diff (const char *before, const char *after)
{
  GArray *diffs = g_array_new (FALSE, FALSE, sizeof (EhWordDiff));
  g_autoptr (GPtrArray) old = words_of (before);
  g_autoptr (GPtrArray) new = words_of (after);
  g_autofree guint *matches = match (old, new, same_word);
  guint at = 0;

  g_array_set_clear_func (diffs, word_clear);
  for (guint i = 0; i < new->len; i++) {
    guint until = next_match (matches, i, new->len, old->len);

    /* What goes is told before what comes in its place. */
    for (; at < until; at++)
      add_word (diffs, EH_DIFF_REMOVED, old->pdata[at]);
    at += matches[i] != G_MAXUINT;
    add_word (diffs, matches[i] != G_MAXUINT ? EH_DIFF_SAME : EH_DIFF_ADDED, new->pdata[i]);
  }
  for (; at < old->len; at++)
    add_word (diffs, EH_DIFF_REMOVED, old->pdata[at]);
  return diffs;
}
