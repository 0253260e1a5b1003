/* Any bytes at all, read as each format of a list of publications: nothing may crash or hang, all
 * text that comes out is valid, and what is read can be written and read again. */

#include "fuzz.h"

#include "eh-references.h"

#include <string.h>

static const char *const lists[] = {
  "TY  - JOUR\nAU  - Tremain, Wen\nTI  - Who decides\nPY  - 2019\nDO  - 10.1000/x\nER  - \n",
  "@string{j = \"Journal\"}\n@article{a, title = {Who {D}ecides}, author = {A and B}, year = 2019}",
  "[{\"type\": \"book\", \"title\": \"Who\", \"issued\": {\"date-parts\": [[2019]]}}]",
};

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (lists[i], strlen (lists[i])));
  return seeds;
}

static void
check (GBytes *bytes, EhReferenceFormat format)
{
  g_autoptr (EhImportPlan) plan = eh_references_read (bytes, format);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GBytes) written = NULL;
  g_autoptr (EhImportPlan) again = NULL;

  for (guint i = 0; i < plan->resources->len; i++) {
    EhResource *row = ((EhImportResource *) plan->resources->pdata[i])->resource;

    g_assert_true (g_utf8_validate (row->title, -1, NULL));
    g_assert_true (g_utf8_validate (row->authors, -1, NULL));
    g_assert_true (g_utf8_validate (row->summary, -1, NULL));
    g_ptr_array_add (rows, row);
  }
  written = eh_references_write (rows, format);
  again = eh_references_read (written, format);
  g_assert_cmpuint (again->errors->len, ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  eh_references_guess (bytes);
  check (bytes, EH_REFERENCE_FORMAT_RIS);
  check (bytes, EH_REFERENCE_FORMAT_BIBTEX);
  check (bytes, EH_REFERENCE_FORMAT_CSL);
  return 0;
}
