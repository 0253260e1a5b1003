/* What people do with the blocks of a guidance: each is one step, and loses nothing. */

#include "eh-block-comment.h"
#include "eh-guidance-edit.h"
#include "eh-guidance-use.h"
#include "eh-guidance-versions.h"
#include "eh-text.h"

#include <glib/gstdio.h>

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
  EhDb *db;
  EhId guidance;
} Fixture;

static void
put (Fixture *f, const EhRowType *type, gconstpointer row)
{
  g_assert_true (eh_store_put_one (f->store, type, row, "Put", NULL, NULL));
}

static EhId
add (Fixture *f, EhBlockKind kind, const char *text)
{
  g_autoptr (EhBlock) draft = eh_block_new ();

  draft->guidance_id = f->guidance;
  draft->kind = kind;
  draft->level = kind == EH_BLOCK_KIND_HEADING;
  eh_set_str (&draft->text, text);
  return eh_guidance_add_block (f->store, draft, EH_ID_NONE, NULL);
}

static EhId
say (Fixture *f, const char *text, EhId group)
{
  g_autoptr (EhInsight) insight = eh_insight_new ();

  insight->id = eh_id_new ();
  insight->role_group_id = group;
  eh_set_str (&insight->text, text);
  put (f, &eh_insight_row_type, insight);
  return insight->id;
}

static void
rest (Fixture *f, EhId block, EhId insight, EhStance stance)
{
  g_assert_true (eh_guidance_set_evidence (f->store, block, insight, TRUE, stance, NULL));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();

  f->dir = g_dir_make_tmp ("eh-guidance-edit-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", NULL);
  f->db = eh_store_get_db (f->store);
  guidance->id = f->guidance = eh_id_new ();
  eh_set_str (&guidance->title, "First title");
  put (f, &eh_guidance_row_type, guidance);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->dir);
  g_free (f->path);
}

/* The words of the blocks in order: "a|b|c". */
static char *
words (Fixture *f)
{
  g_autoptr (GPtrArray) blocks = eh_reader_list_of (f->db, &eh_block_row_type, "guidance_id",
                                                    f->guidance);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (texts, ((EhBlock *) blocks->pdata[i])->text);
  return eh_text_join (texts, "|");
}

#define expect_words(f, wanted)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got_ = words (f);                                                             \
    g_assert_cmpstr (got_, ==, wanted);                                                            \
  }                                                                                                \
  G_STMT_END

static void
test_split_and_join (Fixture *f, gconstpointer data)
{
  EhId id = add (f, EH_BLOCK_KIND_PARAGRAPH, "one two");
  EhId said = say (f, "words", EH_ID_NONE);
  g_autoptr (EhBlock) first = NULL;
  g_autoptr (EhBlock) second = eh_block_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (EhEvidence) evidence = NULL;
  g_autoptr (EhBlockComment) comment = eh_block_comment_new ();

  add (f, EH_BLOCK_KIND_PARAGRAPH, "three");
  first = eh_reader_get (f->db, &eh_block_row_type, id);
  eh_set_str (&first->text, "one");
  second->kind = EH_BLOCK_KIND_PARAGRAPH;
  eh_set_str (&second->text, "two");
  g_ptr_array_add (after, second);
  g_assert_true (eh_guidance_split_block (f->store, first, after, NULL));
  expect_words (f, "one|two|three");
  rest (f, second->id, said, EH_STANCE_DISAGREES);
  comment->id = eh_id_new ();
  comment->block_id = second->id;
  put (f, &eh_block_comment_row_type, comment);
  eh_set_str (&first->text, "onetwo");
  g_assert_true (eh_guidance_join_blocks (f->store, first, second->id, NULL));
  expect_words (f, "onetwo|three");
  /* What the second rested on, the joined one rests on. */
  evidence = eh_reader_get (f->db, &eh_evidence_row_type, eh_id_from_pair ("evidence", id, said));
  g_assert_nonnull (evidence);
  g_assert_cmpint (evidence->stance, ==, EH_STANCE_DISAGREES);
  g_assert_cmpint (eh_reader_count (f->db, &eh_block_comment_row_type), ==, 1);
  g_assert_true (eh_store_undo (f->store, NULL));
  expect_words (f, "one|two|three");
}

static void
test_moving_a_section (Fixture *f, gconstpointer data)
{
  EhId first = add (f, EH_BLOCK_KIND_HEADING, "A");
  EhId ids[2];
  g_autoptr (GArray) section = g_array_new (FALSE, FALSE, sizeof (EhId));

  add (f, EH_BLOCK_KIND_PARAGRAPH, "a");
  ids[0] = add (f, EH_BLOCK_KIND_HEADING, "B");
  ids[1] = add (f, EH_BLOCK_KIND_PARAGRAPH, "b");
  g_array_append_vals (section, ids, 2);
  g_assert_true (eh_guidance_move_blocks (f->store, f->guidance, section, first, NULL));
  expect_words (f, "B|b|A|a");
  g_assert_true (eh_guidance_move_blocks (f->store, f->guidance, section, EH_ID_NONE, NULL));
  expect_words (f, "A|a|B|b");
  g_assert_true (eh_store_undo (f->store, NULL));
  expect_words (f, "B|b|A|a");
  /* Before itself is where it is. */
  g_assert_true (eh_guidance_move_blocks (f->store, f->guidance, section, ids[0], NULL));
  expect_words (f, "B|b|A|a");
}

static void
test_many_at_one_spot (Fixture *f, gconstpointer data)
{
  EhId first = add (f, EH_BLOCK_KIND_PARAGRAPH, "first");

  add (f, EH_BLOCK_KIND_PARAGRAPH, "last");
  for (guint i = 0; i < 40; i++) {
    g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);

    for (guint j = 0; j < 5; j++)
      g_ptr_array_add (drafts, eh_block_new ());
    g_assert_true (eh_guidance_add_blocks (f->store, f->guidance, drafts, first, EH_ID_NONE, NULL));
  }
  {
    g_autoptr (GPtrArray) blocks = eh_reader_list_of (f->db, &eh_block_row_type, "guidance_id",
                                                      f->guidance);

    g_assert_cmpuint (blocks->len, ==, 202);
    g_assert_cmpstr (((EhBlock *) blocks->pdata[0])->text, ==, "first");
    g_assert_cmpstr (((EhBlock *) blocks->pdata[201])->text, ==, "last");
    for (guint i = 1; i < blocks->len; i++)
      g_assert_cmpfloat (((EhBlock *) blocks->pdata[i - 1])->position, <,
                         ((EhBlock *) blocks->pdata[i])->position);
  }
}

static void
test_return_to_a_version (Fixture *f, gconstpointer data)
{
  EhId kept = add (f, EH_BLOCK_KIND_PARAGRAPH, "kept");
  EhId removed = add (f, EH_BLOCK_KIND_PARAGRAPH, "removed later");
  EhId stays = say (f, "stays", EH_ID_NONE);
  EhId goes = say (f, "goes", EH_ID_NONE);
  g_autoptr (EhBlock) block = NULL;
  EhId version;

  rest (f, kept, stays, EH_STANCE_SUPPORTS);
  rest (f, kept, goes, EH_STANCE_SUPPORTS);
  version = eh_guidance_keep_version (f->store, f->guidance, "Draft 1", "Ben", NULL);
  g_assert_cmpint (version, !=, EH_ID_NONE);
  g_assert_true (eh_guidance_remove_block (f->store, removed, NULL));
  block = eh_reader_get (f->db, &eh_block_row_type, kept);
  eh_set_str (&block->text, "changed");
  g_assert_true (eh_guidance_change_block (f->store, block, "text", NULL));
  add (f, EH_BLOCK_KIND_PARAGRAPH, "added later");
  g_assert_true (eh_store_remove_one (f->store, &eh_insight_row_type, goes, "Removed", NULL));
  expect_words (f, "changed|added later");
  g_assert_true (eh_guidance_return_to (f->store, version, NULL));
  expect_words (f, "kept|removed later");
  /* What is gone from the project does not come back with it. */
  g_assert_cmpint (eh_reader_count (f->db, &eh_evidence_row_type), ==, 1);
  g_assert_true (eh_store_undo (f->store, NULL));
  expect_words (f, "changed|added later");
}

static void
test_what_became_of_it (Fixture *f, gconstpointer data)
{
  EhId block = add (f, EH_BLOCK_KIND_RECOMMENDATION, "do it");
  EhId used = say (f, "used", EH_ID_NONE);
  EhId parked = say (f, "parked", EH_ID_NONE);
  g_autoptr (GArray) waiting = NULL;

  say (f, "waiting", EH_ID_NONE);
  rest (f, block, used, EH_STANCE_SUPPORTS);
  g_assert_true (eh_guidance_park (f->store, f->guidance, parked, "no money", NULL));
  g_assert_cmpuint (eh_guidance_use_count (f->db, f->guidance, EH_GUIDANCE_USE_USED), ==, 1);
  g_assert_cmpuint (eh_guidance_use_count (f->db, f->guidance, EH_GUIDANCE_USE_PARKED), ==, 1);
  g_assert_cmpuint (eh_guidance_use_count (f->db, f->guidance, EH_GUIDANCE_USE_WAITING), ==, 1);
  /* What is used is parked no more. */
  rest (f, block, parked, EH_STANCE_DISAGREES);
  g_assert_cmpuint (eh_guidance_use_count (f->db, f->guidance, EH_GUIDANCE_USE_PARKED), ==, 0);
  waiting = eh_guidance_use_list (f->db, f->guidance, EH_GUIDANCE_USE_WAITING, 10, NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
}

static void
test_behind (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GHashTable) behind = NULL;
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) found = NULL;
  const EhBehind *of;
  EhId block, heard, other;

  groups = eh_reader_list (f->db, &eh_role_group_row_type);
  if (groups->len < 2) {
    for (guint i = 0; i < 2; i++) {
      g_autoptr (EhRoleGroup) group = eh_role_group_new ();

      group->id = eh_id_new ();
      group->in_voice = TRUE;
      group->position = i;
      put (f, &eh_role_group_row_type, group);
    }
    g_clear_pointer (&groups, g_ptr_array_unref);
    groups = eh_reader_list (f->db, &eh_role_group_row_type);
  }
  heard = say (f, "the agenda was set before", eh_row_id (groups->pdata[0]));
  other = say (f, "nobody showed us the agenda", eh_row_id (groups->pdata[1]));
  add (f, EH_BLOCK_KIND_HEADING, "Agenda");
  block = add (f, EH_BLOCK_KIND_RECOMMENDATION, "Agree the agenda");
  rest (f, block, heard, EH_STANCE_SUPPORTS);
  behind = eh_guidance_behind (f->db, f->guidance);
  of = g_hash_table_lookup (behind, &block);
  g_assert_nonnull (of);
  g_assert_cmpuint (of->supports, ==, 1);
  g_assert_cmpuint (of->groups->len, ==, 1);
  g_assert_cmpint (g_array_index (of->groups, EhBehindGroup, 0).role_group_id, ==,
                   eh_row_id (groups->pdata[0]));
  left = eh_guidance_not_heard (f->db, block);
  for (guint i = 0; i < left->len; i++)
    g_assert_cmpint (g_array_index (left, EhId, i), !=, eh_row_id (groups->pdata[0]));
  found = eh_guidance_candidates (f->db, block, EH_CANDIDATES_WORDS, 10, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, EhId, 0), ==, other);
  g_clear_pointer (&found, g_array_unref);
  found = eh_guidance_candidates (f->db, block, EH_CANDIDATES_NOT_HEARD, 10, NULL);
  g_assert_nonnull (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/guidance-edit/split-and-join", test_split_and_join);
  ADD ("/guidance-edit/moving-a-section", test_moving_a_section);
  ADD ("/guidance-edit/many-at-one-spot", test_many_at_one_spot);
  ADD ("/guidance-edit/return-to-a-version", test_return_to_a_version);
  ADD ("/guidance-edit/what-became-of-it", test_what_became_of_it);
  ADD ("/guidance-edit/behind", test_behind);
  return g_test_run ();
}
