/* From the publications of a file to rows of the library: what is there already, by its DOI, its
 * address or its title and year, is left as it is. */

#include "eh-import-resources.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The address without what differs between two ways to write it down. */
static char *
plain_address (const char *url)
{
  g_autofree char *lower = g_ascii_strdown (url, -1);
  const char *begin = strstr (lower, "://");
  char *address;
  gsize length;

  begin = begin != NULL ? begin + 3 : lower;
  if (g_str_has_prefix (begin, "www."))
    begin += 4;
  address = g_strdup (begin);
  length = strlen (address);
  while (length > 0 && address[length - 1] == '/')
    address[--length] = '\0';
  return address;
}

/* By what it is known again, the surest first. */
static GPtrArray *
marks_of (const EhResource *resource)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = eh_text_slug (resource->title);

  if (!eh_text_is_blank (resource->doi)) {
    g_autofree char *doi = g_ascii_strdown (resource->doi, -1);

    g_ptr_array_add (marks, g_strdup_printf ("doi/%s", doi));
  }
  if (!eh_text_is_blank (resource->url)) {
    g_autofree char *address = plain_address (resource->url);

    g_ptr_array_add (marks, g_strdup_printf ("url/%s", address));
  }
  g_ptr_array_add (marks, g_strdup_printf ("title/%s/%" G_GINT64_FORMAT, title, resource->year));
  return marks;
}

static gboolean
is_known (GHashTable *known, GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_hash_table_contains (known, marks->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
learn (GHashTable *known, GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    g_hash_table_add (known, g_strdup (marks->pdata[i]));
}

/**
 * eh_import_resolve_resources:
 * @plan: a plan without errors
 * @existing: the project as it is
 * @result: takes the rows
 *
 * The part of eh_import_resolve() that is about publications. The same publication gets the same id
 * on every computer, so that a merge finds one.
 */
void
eh_import_resolve_resources (EhImportPlan *plan, EhDataset *existing, EhImportRows *result)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_known = 0;

  for (guint i = 0; plan->resources->len > 0 && i < existing->resources->len; i++) {
    g_autoptr (GPtrArray) marks = marks_of (existing->resources->pdata[i]);

    learn (known, marks);
  }
  for (guint i = 0; i < plan->resources->len; i++) {
    const EhImportResource *listed = plan->resources->pdata[i];
    g_autoptr (GPtrArray) marks = marks_of (listed->resource);
    EhResource *row;

    if (is_known (known, marks)) {
      n_known++;
      continue;
    }
    learn (known, marks);
    row = eh_resource_copy (listed->resource);
    row->id = eh_id_from_key ("resource", marks->pdata[0]);
    row->created_at = g_get_real_time () / G_USEC_PER_SEC;
    eh_row_set_add (result->rows, &eh_resource_row_type, row);
    result->resources++;
  }
  result->skipped += n_known;
  if (n_known > 0)
    eh_import_notes_add (
        result->notes, 0,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u publication is in the library already.",
                                      "%u publications are in the library already.", n_known),
                         n_known));
}
