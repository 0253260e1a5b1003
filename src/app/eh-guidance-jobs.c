/* Starting a guidance, and exporting it in a worker: the project is read, passes the gate, becomes
 * a document and is written, without the window waiting. */

#include "eh-guidance-jobs.h"

#include "eh-guidance-edit.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * eh_guidance_start_from:
 * @store: the store of the project
 * @dataset: the project
 * @template_key: how to begin: "blank"
 * @error: set to a #EhStoreError
 *
 * Returns: whether the project has a guidance
 */
gboolean
eh_guidance_start_from (EhStore *store,
                        EhDataset *dataset,
                        const char *template_key,
                        GError **error)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);

  guidance->id = eh_id_new ();
  eh_set_str (&guidance->title, dataset->project->title);
  guidance->created_at = g_get_real_time () / G_USEC_PER_SEC;
  return eh_guidance_start (store, guidance, blocks, error);
}
