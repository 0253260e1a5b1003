/* What changed between two states of a document. */

#include "eh-guidance-diff.h"

#include "eh-text.h"

static EhBlock *
add (EhGuidanceBody *body, EhId id, const char *text)
{
  EhBlock *block = eh_block_new ();

  block->id = id;
  block->position = body->blocks->len + 1;
  eh_set_str (&block->text, text);
  g_ptr_array_add (body->blocks, block);
  return block;
}

static char *
told (GArray *diffs)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < diffs->len; i++) {
    const EhBlockDiff *diff = &g_array_index (diffs, EhBlockDiff, i);
    const EhBlock *block = diff->after != NULL ? diff->after : diff->before;

    g_string_append_printf (out, "%c%d%s ", "=~+-"[diff->kind], (int) block -> id,
                            diff -> moved ? "m" : "");
  }
  return g_string_free (out, FALSE);
}

static void
test_blocks (void)
{
  g_autoptr (EhGuidanceBody) before = eh_guidance_body_new (NULL);
  g_autoptr (EhGuidanceBody) after = eh_guidance_body_new (NULL);
  g_autoptr (GArray) diffs = NULL;
  g_autofree char *got = NULL;

  add (before, 1, "one");
  add (before, 2, "two");
  add (before, 3, "three");
  add (before, 4, "four");
  add (after, 1, "one");
  add (after, 3, "three, changed");
  add (after, 5, "five");
  add (after, 4, "four");
  diffs = eh_guidance_diff (before, after);
  got = told (diffs);
  g_assert_cmpstr (got, ==, "=1 -2 ~3 +5 =4 ");
}

static void
test_moved (void)
{
  g_autoptr (EhGuidanceBody) before = eh_guidance_body_new (NULL);
  g_autoptr (EhGuidanceBody) after = eh_guidance_body_new (NULL);
  g_autoptr (GArray) diffs = NULL;
  guint moved = 0;

  for (int i = 1; i <= 4; i++)
    add (before, i, "same");
  add (after, 4, "same");
  for (int i = 1; i <= 3; i++)
    add (after, i, "same");
  diffs = eh_guidance_diff (before, after);
  g_assert_cmpuint (diffs->len, ==, 4);
  for (guint i = 0; i < diffs->len; i++)
    moved += g_array_index (diffs, EhBlockDiff, i).moved;
  g_assert_cmpuint (moved, ==, 1);
  g_assert_true (g_array_index (diffs, EhBlockDiff, 0).moved);
}

static void
test_evidence (void)
{
  g_autoptr (EhGuidanceBody) before = eh_guidance_body_new (NULL);
  g_autoptr (EhGuidanceBody) after = eh_guidance_body_new (NULL);
  EhEvidence *evidence = eh_evidence_new ();
  g_autoptr (GArray) diffs = NULL;
  const EhBlockDiff *diff;

  add (before, 1, "same");
  add (after, 1, "same");
  evidence->id = 7;
  evidence->block_id = 1;
  g_ptr_array_add (after->evidences, evidence);
  diffs = eh_guidance_diff (before, after);
  diff = &g_array_index (diffs, EhBlockDiff, 0);
  g_assert_cmpint (diff->kind, ==, EH_DIFF_CHANGED);
  g_assert_cmpuint (diff->gained, ==, 1);
  g_assert_cmpuint (diff->lost, ==, 0);
}

static void
words (const char *before, const char *after, const char *wanted)
{
  g_autoptr (GArray) diffs = eh_word_diff (before, after);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < diffs->len; i++) {
    const EhWordDiff *diff = &g_array_index (diffs, EhWordDiff, i);

    g_string_append_printf (got, "%c%s|", "=~+-"[diff->kind], diff -> text);
  }
  g_assert_cmpstr (got->str, ==, wanted);
}

static void
test_words (void)
{
  words ("Agree the agenda", "Agree the agenda", "=Agree the agenda|");
  words ("Agree the agenda", "Agree an agenda together", "=Agree |-the |+an |=agenda |+together|");
  words ("", "new words", "+new words|");
  words ("old words", "", "-old words|");
  words ("**strong**", "strong", "=strong|");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guidance-diff/blocks", test_blocks);
  g_test_add_func ("/guidance-diff/moved", test_moved);
  g_test_add_func ("/guidance-diff/evidence", test_evidence);
  g_test_add_func ("/guidance-diff/words", test_words);
  return g_test_run ();
}
