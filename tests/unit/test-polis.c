/* A conversation held with Polis: its people by number, in one group and one workshop, those who
 * said nothing among them; rejected statements left out and counted; the same conversation twice
 * adds nothing, another one brings other people of the same numbers. */

#include "eh-import-resolve.h"
#include "eh-import.h"

#include <glib/gstdio.h>
#include <string.h>

static const char
    comments[] = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
                 "1658934589213,Wed Jul 27 22:09:49 WIB 2022,35,3,2,1,1,\"Later,\nand shorter\"\n"
                 "1658934581000,Wed Jul 27 22:09:41 WIB 2022,34,2,4,0,0,Earlier\n"
                 "1658934582000,Wed Jul 27 22:09:42 WIB 2022,36,4,0,9,-1,Rude\n"
                 "1658934583000,Wed Jul 27 22:09:43 WIB 2022,1,0,5,1,1,What the team asked\n";
static const char votes[] = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,1,34\n"
                            "1,0,0,2,1,1,1,-1\n"
                            "2,0,1,2,1,1,1,\n"
                            "3,,1,0,0,0,,\n"
                            "4,1,1,1,1,0,1,\n";
static const char summary[] = "topic,\"Buses, and who\nthey serve\"\nurl,https://example.org/one\n";

static GBytes *
bytes_of (const char *text)
{
  return text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
}

static EhImportRows *
import (EhDataset *dataset, const char *with_votes, const char *with_summary, const char *group)
{
  EhImportOptions options = { "the-folder", group, NULL, NULL };
  g_autoptr (GBytes) first = bytes_of (comments);
  g_autoptr (GBytes) second = bytes_of (with_votes);
  g_autoptr (GBytes) third = bytes_of (with_summary);
  g_autoptr (EhImportPlan) plan = eh_import_polis (first, second, third, &options);
  EhImportRows *rows;

  g_assert_cmpuint (plan->errors->len, ==, 0);
  rows = eh_import_resolve (plan, dataset);
  for (guint i = 0; i < rows->rows->tables->len; i++) {
    EhRowTable *table = rows->rows->tables->pdata[i];
    GPtrArray *to = table->type == &eh_role_group_row_type    ? dataset->role_groups
                    : table->type == &eh_participant_row_type ? dataset->participants
                    : table->type == &eh_workshop_row_type    ? dataset->workshops
                    : table->type == &eh_attendance_row_type  ? dataset->attendances
                    : table->type == &eh_insight_row_type     ? dataset->insights
                                                              : dataset->contributors;

    for (guint j = 0; j < table->rows->len; j++)
      g_ptr_array_add (to, eh_row_copy (table->type, table->rows->pdata[j]));
  }
  return rows;
}

static void
test_whole (void)
{
  g_autoptr (EhDataset) dataset = eh_dataset_new ();
  g_autoptr (EhImportRows) rows = import (dataset, votes, summary, NULL);
  EhInsight *first = dataset->insights->pdata[0];
  EhWorkshop *workshop = dataset->workshops->pdata[0];
  EhRoleGroup *group = dataset->role_groups->pdata[0];

  g_assert_cmpuint (rows->insights, ==, 3);
  g_assert_cmpuint (rows->people, ==, 5);
  g_assert_cmpuint (rows->attendances, ==, 5);
  g_assert_cmpuint (rows->skipped, ==, 1);
  g_assert_cmpstr (first->text, ==, "Earlier");
  g_assert_cmpint (first->said_at, ==, 1658934581);
  g_assert_cmpint (first->workshop_id, ==, workshop->id);
  g_assert_cmpstr (workshop->title, ==, "Buses, and who they serve");
  g_assert_cmpstr (workshop->date, ==, "2022-07-27");
  g_assert_cmpstr (group->key, ==, "participants");
  g_assert_cmpuint (dataset->contributors->len, ==, 3);
  g_assert_cmpuint (rows->notes->len, ==, 4);
}

static void
test_comments_alone (void)
{
  g_autoptr (EhDataset) dataset = eh_dataset_new ();
  g_autoptr (EhImportRows) rows = import (dataset, NULL, NULL, "Residents");

  g_assert_cmpuint (rows->insights, ==, 3);
  g_assert_cmpuint (rows->people, ==, 4);
  g_assert_cmpstr (((EhWorkshop *) dataset->workshops->pdata[0])->title, ==, "the-folder");
  g_assert_cmpstr (((EhRoleGroup *) dataset->role_groups->pdata[0])->label, ==, "Residents");
}

static void
test_twice (void)
{
  g_autoptr (EhDataset) dataset = eh_dataset_new ();
  g_autoptr (EhImportRows) first = import (dataset, votes, summary, NULL);
  g_autoptr (EhImportRows) again = import (dataset, votes, summary, NULL);
  g_autoptr (EhImportRows) other = import (dataset, votes, "topic,Trams\nurl,two\n", NULL);

  g_assert_cmpuint (eh_row_set_size (first->rows), >, 0);
  g_assert_cmpuint (eh_row_set_size (again->rows), ==, 0);
  g_assert_cmpuint (other->people, ==, 5);
  g_assert_cmpuint (other->insights, ==, 3);
  g_assert_cmpuint (other->role_groups, ==, 0);
}

static void
test_folder (void)
{
  g_autofree char *dir = g_dir_make_tmp ("eh-polis-XXXXXX", NULL);
  g_autofree char *comments_path = g_build_filename (dir, "comments.csv", NULL);
  g_autofree char *votes_path = g_build_filename (dir, "participants-votes.csv", NULL);
  g_autoptr (EhImportPlan) whole = NULL;
  g_autoptr (EhImportPlan) alone = NULL;
  g_autoptr (GError) error = NULL;
  EhImportOptions options = { NULL };

  g_assert_true (g_file_set_contents (comments_path, comments, -1, NULL));
  g_assert_true (g_file_set_contents (votes_path, votes, -1, NULL));
  whole = eh_import_read (dir, EH_IMPORT_KIND_GUESS, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (whole->people->len, ==, 5);
  alone = eh_import_read (comments_path, EH_IMPORT_KIND_GUESS, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (alone->people->len, ==, 4);
  g_assert_cmpstr (alone->default_workshop, ==, whole->default_workshop);
  g_unlink (comments_path);
  g_assert_null (eh_import_read (dir, EH_IMPORT_KIND_POLIS, &options, &error));
  g_assert_nonnull (error);
  g_unlink (votes_path);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/polis/whole", test_whole);
  g_test_add_func ("/polis/comments-alone", test_comments_alone);
  g_test_add_func ("/polis/twice", test_twice);
  g_test_add_func ("/polis/folder", test_folder);
  return g_test_run ();
}
