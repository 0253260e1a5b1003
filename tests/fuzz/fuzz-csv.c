/* Any bytes at all, read as a table, as people, as insights and as a conversation, and resolved
 * against a project that is empty: nothing may crash, and all text that comes out is valid. */

#include "fuzz.h"

#include "eh-csv.h"
#include "eh-import-resolve.h"
#include "eh-import.h"

#include <string.h>

static const char *const tables[] = {
  "name,group,role,workshops\nAsha,Public contributors,carer,First;Second\n",
  "text;person;time;categories\n\"The agenda, set\nbefore\";Asha;14:31;hier.agenda\n",
  ("\xef\xbb\xbftimestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
   "1500000000,1,2,3,4,1,Words\n"),
};

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (tables[i], strlen (tables[i])));
  return seeds;
}

static void
check_text (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_table (GBytes *bytes)
{
  g_autoptr (EhCsv) csv = eh_csv_read (bytes, NULL, NULL);

  if (csv == NULL)
    return;
  for (guint i = 0; i < eh_csv_n_columns (csv); i++)
    check_text (eh_csv_header (csv, i));
  for (guint row = 0; row < eh_csv_n_rows (csv); row++)
    for (guint i = 0; i < eh_csv_n_cells (csv, row); i++)
      check_text (eh_csv_cell (csv, row, (int) i));
}

static void
check_plan (EhImportPlan *plan)
{
  g_autoptr (EhDataset) empty = eh_dataset_new ();
  g_autoptr (EhImportRows) rows = NULL;

  if (plan->errors->len == 0)
    rows = eh_import_resolve (plan, empty);
  for (guint i = 0; rows != NULL && i < rows->warnings->len; i++)
    check_text (((EhImportNote *) rows->warnings->pdata[i])->message);
  eh_import_plan_free (plan);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *maps[] = { "a=text", NULL };
  EhImportOptions options = { "file.csv", NULL, NULL, NULL };
  EhImportOptions mapped = { "file.csv", "Group", "Workshop", maps };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  check_table (bytes);
  check_plan (eh_import_people_csv (bytes, &options));
  check_plan (eh_import_insights_csv (bytes, &options));
  check_plan (eh_import_insights_csv (bytes, &mapped));
  check_plan (eh_import_polis (bytes, bytes, bytes, &options));
  return 0;
}
