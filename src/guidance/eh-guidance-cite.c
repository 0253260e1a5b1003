/* Citations in the words of a guidance: by author and date. */

#include "config.h"

#include "eh-guidance-private.h"

#include "eh-author.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * eh_guidance_load_resources:
 *
 * Reads the library, once for a document.
 */
void
eh_guidance_load_resources (EhGuidanceContext *self)
{
  self->resources = eh_public_dataset_resources (self->dataset);
  self->resource_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->resources->len; i++) {
    EhResource *row = self->resources->pdata[i];

    g_hash_table_insert (self->resource_keys, g_strdup_printf ("%" G_GINT64_FORMAT, row->id), row);
    if (!eh_text_is_blank (row->key))
      g_hash_table_insert (self->resource_keys, g_strdup (row->key), row);
  }
}

/**
 * eh_guidance_resource:
 * @key: the key of a resource, or its id as a number
 *
 * Returns: (transfer none) (nullable): the resource
 */
const EhResource *
eh_guidance_resource (EhGuidanceContext *self, const char *key)
{
  return g_hash_table_lookup (self->resource_keys, key);
}

/**
 * eh_guidance_source_alias:
 * @row: a resource
 *
 * Returns: (transfer full): what a citation calls its line in the list of sources
 */
char *
eh_guidance_source_alias (const EhResource *row)
{
  return g_strdup_printf ("source:%" G_GINT64_FORMAT, row->id);
}

/* Who wrote it, as short as one says it. */
static char *
authors_text (const EhResource *row)
{
  g_auto (GStrv) authors = g_strsplit (row->authors != NULL ? row->authors : "", ";", -1);
  guint n = eh_text_is_blank (row->authors) ? 0 : g_strv_length (authors);
  g_autofree char *first = NULL, *second = NULL, *given = NULL;

  if (n == 0)
    return g_strdup (eh_text_is_blank (row->organisation) ? row->title : row->organisation);
  eh_author_split (authors[0], &first, &given);
  if (n == 1)
    return g_steal_pointer (&first);
  g_clear_pointer (&given, g_free);
  eh_author_split (authors[1], &second, &given);
  if (n == 2 && !eh_author_is_others (authors[1]))
    /* TRANSLATORS: the authors of a paper, where it is cited: "Farr and Oliver" */
    return g_strdup_printf (C_ ("authors", "%s and %s"), first, second);
  /* TRANSLATORS: the authors of a paper, where it is cited: "Farr and others" */
  return g_strdup_printf (C_ ("authors", "%s and others"), first);
}

/**
 * eh_guidance_cite:
 * @context: an #EhGuidanceContext
 *
 * The #EhDocCite of guidance: "(Farr and others, 2021, p. 4)", which leads to the line of the list
 * of sources, where the document has one.
 *
 * Returns: (transfer full) (nullable): the words
 */
char *
eh_guidance_cite (const char *key, const char *place, char **target, gpointer context)
{
  const EhResource *row = eh_guidance_resource (context, key);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *inside = NULL;

  *target = NULL;
  if (row == NULL)
    return NULL;
  g_ptr_array_add (parts, authors_text (row));
  if (row->year > 0)
    g_ptr_array_add (parts, g_strdup_printf ("%" G_GINT64_FORMAT, row->year));
  if (!eh_text_is_blank (place))
    g_ptr_array_add (parts, g_strdup (place));
  inside = eh_text_join (parts, ", ");
  *target = eh_guidance_source_alias (row);
  return g_strdup_printf ("(%s)", inside);
}
