/* Versions, comments and parked insights: a document comes back from its text as it was, and what
 * somebody takes back is in no byte of what was made of it. */

#include "eh-block-comment.h"
#include "eh-guidance-body.h"
#include "eh-guidance-version.h"
#include "eh-parked.h"
#include "eh-store.h"
#include "eh-text.h"
#include "eh-withdrawal.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME  "Quillon Vexworth"
#define WORDS "zanzibarian \"marmalade\" of the ward"

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
  EhId person;
  EhId insight;
  EhId guidance;
  EhId block;
} Fixture;

static void
put (Fixture *f, const EhRowType *type, gconstpointer row)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (eh_store_put_one (f->store, type, row, "Put", NULL, &error));
  g_assert_no_error (error);
}

static void
put_said (Fixture *f)
{
  g_autoptr (EhParticipant) person = eh_participant_new ();
  g_autoptr (EhInsight) insight = eh_insight_new ();
  g_autoptr (EhContributor) link = eh_contributor_new ();

  person->id = f->person = eh_id_new ();
  eh_set_str (&person->name, NAME);
  put (f, &eh_participant_row_type, person);
  insight->id = f->insight = eh_id_new ();
  eh_set_str (&insight->text, WORDS);
  put (f, &eh_insight_row_type, insight);
  link->id = eh_id_from_pair ("contributor", insight->id, person->id);
  link->insight_id = insight->id;
  link->participant_id = person->id;
  put (f, &eh_contributor_row_type, link);
}

static void
put_guidance (Fixture *f)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();
  g_autoptr (EhBlock) block = eh_block_new ();

  guidance->id = f->guidance = eh_id_new ();
  eh_set_str (&guidance->title, "Sharing power");
  put (f, &eh_guidance_row_type, guidance);
  block->id = f->block = eh_id_new ();
  block->guidance_id = guidance->id;
  block->kind = EH_BLOCK_KIND_RECOMMENDATION;
  block->position = 1.5;
  eh_set_str (&block->text, "Agree the agenda together");
  eh_set_str (&block->reason, "There was no money");
  put (f, &eh_block_row_type, block);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->dir = g_dir_make_tmp ("eh-versions-XXXXXX", &error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
  put_said (f);
  put_guidance (f);
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

static EhGuidanceBody *
body_of (Fixture *f)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (EhGuidance) guidance = eh_reader_get (db, &eh_guidance_row_type, f->guidance);
  EhGuidanceBody *body = eh_guidance_body_new (guidance);
  EhBlock *quotation = eh_block_new ();
  EhEvidence *evidence = eh_evidence_new ();

  g_ptr_array_add (body->blocks, eh_reader_get (db, &eh_block_row_type, f->block));
  quotation->id = eh_id_new ();
  quotation->kind = EH_BLOCK_KIND_QUOTATION;
  quotation->insight_id = f->insight;
  eh_set_str (&quotation->text, "shortened zanzibarian");
  g_ptr_array_add (body->blocks, quotation);
  evidence->id = eh_id_from_pair ("evidence", f->block, f->insight);
  evidence->block_id = f->block;
  evidence->insight_id = f->insight;
  evidence->stance = EH_STANCE_DISAGREES;
  g_ptr_array_add (body->evidences, evidence);
  return body;
}

static void
test_body_comes_back (Fixture *f, gconstpointer data)
{
  g_autoptr (EhGuidanceBody) body = body_of (f);
  g_autofree char *json = eh_guidance_body_to_json (body);
  g_autoptr (EhGuidanceBody) again = eh_guidance_body_from_json (json);

  g_assert_nonnull (again);
  g_assert_true (eh_row_equal (&eh_guidance_row_type, body->guidance, again->guidance));
  g_assert_cmpuint (again->blocks->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (
        eh_row_equal (&eh_block_row_type, body->blocks->pdata[i], again->blocks->pdata[i]));
  g_assert_cmpuint (again->evidences->len, ==, 1);
  g_assert_true (
      eh_row_equal (&eh_evidence_row_type, body->evidences->pdata[0], again->evidences->pdata[0]));
}

/* A file may say anything. */
static void
test_bad_bodies (void)
{
  static const char *const bad[] = { "", "[]", "{", "{\"guidance\": 3}", "null" };
  g_autoptr (EhGuidanceBody) odd = eh_guidance_body_from_json (
      "{\"guidance\": {\"title\": [1], \"id\": 4}, \"blocks\": [7, {\"kind\": \"none such\","
      " \"level\": \"x\", \"text\": null}], \"evidence\": {}}");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (eh_guidance_body_from_json (bad[i]));
  g_assert_nonnull (odd);
  g_assert_cmpstr (odd->guidance->title, ==, "");
  g_assert_cmpuint (odd->blocks->len, ==, 1);
  g_assert_cmpuint (odd->evidences->len, ==, 0);
}

static void
put_comment (Fixture *f, const char *author, const char *text)
{
  g_autoptr (EhBlockComment) comment = eh_block_comment_new ();

  comment->id = eh_id_new ();
  comment->block_id = f->block;
  eh_set_str (&comment->author, author);
  eh_set_str (&comment->text, text);
  put (f, &eh_block_comment_row_type, comment);
}

static void
put_made (Fixture *f)
{
  g_autoptr (EhGuidanceBody) body = body_of (f);
  g_autoptr (EhGuidanceVersion) version = eh_guidance_version_new ();
  g_autoptr (EhParked) parked = eh_parked_new ();

  version->id = eh_id_new ();
  version->guidance_id = f->guidance;
  eh_set_str (&version->name, "First draft");
  eh_set_str (&version->author, NAME);
  eh_set_str (&((EhBlock *) body->blocks->pdata[0])->detail, "They said: " WORDS ".");
  g_free (version->body);
  version->body = eh_guidance_body_to_json (body);
  put (f, &eh_guidance_version_row_type, version);
  parked->id = eh_id_from_pair ("parked", f->guidance, f->insight);
  parked->guidance_id = f->guidance;
  parked->insight_id = f->insight;
  eh_set_str (&parked->reason, "outside of what the trombone allows");
  put (f, &eh_parked_row_type, parked);
  put_comment (f, "Ben", "Is this fair to \u201c" WORDS "\u201d?");
  put_comment (f, "quillon vexworth", "I would say gooseberry");
}

static gboolean
is_in_bytes (Fixture *f, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  for (gsize i = 0; i + strlen (text) <= size; i++)
    if (memcmp (bytes + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static void
withdraw (Fixture *f, EhWithdrawal scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWithdrawalPlan) plan = eh_withdrawal_plan_new (eh_store_get_db (f->store), f->person,
                                                              scope, &error);

  g_assert_no_error (error);
  g_assert_true (eh_withdrawal_apply (f->store, plan, &error));
  g_assert_no_error (error);
}

static void
test_words_leave_everything (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) comments = NULL;
  g_autoptr (EhGuidanceBody) body = NULL;
  EhGuidanceVersion *version;

  put_made (f);
  g_assert_true (is_in_bytes (f, "zanzibarian"));
  g_assert_true (is_in_bytes (f, "trombone"));
  withdraw (f, EH_WITHDRAWAL_REMOVE_ALL);
  g_assert_false (is_in_bytes (f, "zanzibarian"));
  g_assert_false (is_in_bytes (f, "marmalade"));
  g_assert_false (is_in_bytes (f, "trombone"));
  g_assert_false (is_in_bytes (f, "gooseberry"));
  g_assert_false (is_in_bytes (f, "Quillon"));
  g_assert_false (is_in_bytes (f, "quillon"));
  g_assert_cmpint (eh_reader_count (eh_store_get_db (f->store), &eh_parked_row_type), ==, 0);
  comments = eh_reader_list (eh_store_get_db (f->store), &eh_block_comment_row_type);
  g_assert_cmpuint (comments->len, ==, 1);
  g_assert_cmpstr (((EhBlockComment *) comments->pdata[0])->text, ==,
                   "Is this fair to [words taken out at the person’s wish]?");
  versions = eh_reader_list (eh_store_get_db (f->store), &eh_guidance_version_row_type);
  g_assert_cmpuint (versions->len, ==, 1);
  version = versions->pdata[0];
  g_assert_cmpstr (version->name, ==, "First draft");
  body = eh_guidance_body_from_json (version->body);
  g_assert_cmpuint (body->blocks->len, ==, 2);
  g_assert_cmpuint (body->evidences->len, ==, 0);
}

/* Whose name alone goes has left their words. */
static void
test_name_alone (Fixture *f, gconstpointer data)
{
  put_made (f);
  withdraw (f, EH_WITHDRAWAL_REMOVE_NAME);
  g_assert_false (is_in_bytes (f, "Quillon"));
  g_assert_false (is_in_bytes (f, "quillon"));
  g_assert_true (is_in_bytes (f, "gooseberry"));
  g_assert_true (is_in_bytes (f, "zanzibarian"));
  g_assert_cmpint (eh_reader_count (eh_store_get_db (f->store), &eh_parked_row_type), ==, 1);
}

static void
test_parked_is_loaded (Fixture *f, gconstpointer data)
{
  g_autoptr (EhDataset) dataset = NULL;
  EhParked *parked;

  put_made (f);
  dataset = eh_reader_load_dataset (eh_store_get_db (f->store), NULL);
  g_assert_cmpuint (dataset->parked->len, ==, 1);
  parked = dataset->parked->pdata[0];
  g_assert_cmpint (parked->insight_id, ==, f->insight);
  g_assert_cmpuint (dataset->block_comments->len, ==, 2);
  g_assert_cmpstr (((EhBlock *) dataset->blocks->pdata[0])->reason, ==, "There was no money");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/guidance-versions/body-comes-back", test_body_comes_back);
  g_test_add_func ("/guidance-versions/bad-bodies", test_bad_bodies);
  ADD ("/guidance-versions/words-leave-everything", test_words_leave_everything);
  ADD ("/guidance-versions/name-alone", test_name_alone);
  ADD ("/guidance-versions/parked-is-loaded", test_parked_is_loaded);
  return g_test_run ();
}
