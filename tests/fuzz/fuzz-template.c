/* Any bytes at all, as a template that a team made, from a file that came from elsewhere: a
 * guidance is begun from it and becomes a document. Nothing may crash, and the document is valid
 * text. */

#include "fuzz.h"

#include "eh-doc-writer.h"
#include "eh-guidance-build.h"
#include "eh-team-template.h"
#include "eh-text.h"

#include <string.h>

static const char *const structures[] = {
  "heading\t1\t\tBefore we meet\nparagraph\t0\t\tSay who \\\"we\\\" are.\nautomatic\t0\tbalance\t\n",
  "automatic\t0\twho:@\t\nlist\t9\t\ta\\nb\nquotation\t0\t\tnobody's\nchart\t0\tflow\t\ntable\t\t\t\n",
};

GPtrArray *
fuzz_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (structures); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (structures[i], strlen (structures[i])));
  return seeds;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (EhDataset) project = eh_dataset_new ();
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (EhDoc) doc = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const EhGuidanceOptions options = { .template_key = "own:fuzzed", .date = "2026-06-01" };
  EhTeamTemplate *row = eh_team_template_new ();

  project->project->id = 1;
  row->id = 2;
  eh_set_str (&row->name, "fuzzed");
  g_free (row->structure);
  row->structure = g_utf8_make_valid ((const char *) data, (gssize) MIN (size, 20000));
  g_ptr_array_add (project->team_templates, row);
  eh_dataset_freeze (project);
  gate = eh_disclosure_apply (project, NULL, NULL);
  doc = eh_guidance_build (gate, EH_ID_NONE, &options);
  bytes = eh_doc_render (doc, eh_doc_writer_by_id ("markdown"), NULL, NULL);
  g_assert_nonnull (bytes);
  g_assert_true (
      g_utf8_validate (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return 0;
}
