/* Parts of documents made of the resource library: a map of it, and what it lacks; and the
 * questions of the categories, as cards. */

#include "config.h"

#include "eh-guidance-private.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_rows (EhGuidanceContext *self, GPtrArray *resources)
{
  for (guint i = 0; i < resources->len; i++) {
    const EhResource *row = resources->pdata[i];
    g_autofree char *doi = eh_text_is_blank (row->doi)
                               ? NULL
                               : g_strconcat ("https://doi.org/", row->doi, NULL);
    g_autofree char *year = row->year > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, row->year) : NULL;
    const EhDocResource resource = {
      .title = row->title,
      .by = eh_text_is_blank (row->organisation) ? row->authors : row->organisation,
      .year = year,
      .address = eh_text_is_blank (row->url) ? doi : row->url,
      .good_for = row->summary,
    };

    eh_doc_builder_resource (self->builder, &resource);
    eh_doc_builder_field (self->builder, C_ ("resource", "Kind"), row->kind);
  }
}

/* The kinds that there are most of, in the order of the alphabet; the others stand together. */
#define KINDS 5

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

static guint
count_kind (GPtrArray *resources, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < resources->len; i++)
    n += g_str_equal (((EhResource *) resources->pdata[i])->kind, kind);
  return n;
}

static GPtrArray *
main_kinds (GPtrArray *resources)
{
  GPtrArray *kinds = g_ptr_array_new ();

  while (kinds->len < KINDS) {
    const char *best = NULL;
    guint most = 0;

    for (guint i = 0; i < resources->len; i++) {
      const char *kind = ((EhResource *) resources->pdata[i])->kind;
      guint n = count_kind (resources, kind);

      if (n > most && kind[0] != '\0' &&
          !g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL)) {
        best = kind;
        most = n;
      }
    }
    if (best == NULL)
      break;
    g_ptr_array_add (kinds, (gpointer) best);
  }
  g_ptr_array_sort (kinds, compare_text);
  return kinds;
}

/* How many resources of each kind there are about each top category. */
static void
add_grid (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) resources = eh_public_dataset_resources (self->dataset);
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (self->dataset, EH_ID_NONE);
  g_autoptr (GPtrArray) kinds = main_kinds (resources);
  EhDocTable *table;

  if (resources->len == 0)
    return;
  table = eh_doc_table_new ();
  eh_doc_table_add_column (table, _ ("About"), 2.4, EH_DOC_ALIGN_START);
  for (guint k = 0; k < kinds->len; k++)
    eh_doc_table_add_column (table, kinds->pdata[k], 1, EH_DOC_ALIGN_END);
  eh_doc_table_add_column (table, _ ("Other kinds"), 1, EH_DOC_ALIGN_END);
  eh_doc_table_set_row_headers (table, TRUE);
  for (guint i = 0; i < categories->len; i++) {
    const EhCategory *category = categories->pdata[i];
    g_autoptr (GPtrArray) about = NULL;
    guint left;

    if (category->parent_id != EH_ID_NONE)
      continue;
    about = eh_public_dataset_resources_about (self->dataset, category->id);
    left = about->len;
    eh_doc_table_add_row (table);
    eh_doc_table_add_cell (table, category->label);
    for (guint k = 0; k <= kinds->len; k++) {
      guint n = k < kinds->len ? count_kind (about, kinds->pdata[k]) : left;
      g_autofree char *digits = g_strdup_printf ("%u", n);

      left -= k < kinds->len ? n : 0;
      eh_doc_table_add_cell (table, n > 0 ? digits : "–");
    }
  }
  eh_doc_builder_table (self->builder, _ ("What there is, by what it is about and of which kind"),
                        table);
}

/* Takes out of @resources what was told already, and notes the rest as told. */
static void
keep_new (GPtrArray *resources, GHashTable *told)
{
  for (guint i = resources->len; i > 0; i--) {
    const EhResource *row = resources->pdata[i - 1];

    if (!g_hash_table_add (told, g_memdup2 (&row->id, sizeof (EhId))))
      g_ptr_array_remove_index (resources, i - 1);
  }
}

/* The library, category by category; what is about several stands under the first. */
static void
add_library (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) resources = eh_public_dataset_resources (self->dataset);
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (self->dataset, EH_ID_NONE);
  g_autoptr (GHashTable) told = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);

  for (guint i = 0; i < categories->len; i++) {
    const EhCategory *category = categories->pdata[i];
    g_autoptr (GPtrArray) about = NULL;

    if (category->parent_id != EH_ID_NONE)
      continue;
    about = eh_public_dataset_resources_about (self->dataset, category->id);
    keep_new (about, told);
    if (about->len > 0)
      eh_doc_builder_heading (self->builder, 2, category->label, NULL);
    add_rows (self, about);
  }
  keep_new (resources, told);
  if (resources->len > 0)
    eh_doc_builder_heading (self->builder, 2, _ ("About the whole of it"), NULL);
  add_rows (self, resources);
}

static gboolean
is_remote (const EhResource *row)
{
  /* TRANSLATORS: beginnings of words, separated by spaces: a resource with one of them in its title
   * or summary is about working together from a distance. */
  g_auto (GStrv) stems = g_strsplit (_ ("remote online distance virtual video digital"), " ", -1);
  g_autofree char *all = g_strconcat (row->title, " ", row->summary, NULL);
  g_autofree char *folded = eh_text_fold (all);

  for (guint i = 0; stems[i] != NULL; i++)
    if (stems[i][0] != '\0' && strstr (folded, stems[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_remote (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) resources = eh_public_dataset_resources (self->dataset);

  for (guint i = resources->len; i > 0; i--)
    if (!is_remote (resources->pdata[i - 1]))
      g_ptr_array_remove_index (resources, i - 1);
  add_rows (self, resources);
}

/* Categories about which there is nothing. */
static void
add_gaps (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (self->dataset, EH_ID_NONE);
  gboolean any = FALSE;

  eh_doc_builder_paragraph (self->builder,
                            categories->len > 0 ? _ ("We have found nothing yet about:") : NULL);
  eh_doc_builder_list (self->builder, FALSE);
  for (guint i = 0; i < categories->len; i++) {
    const EhCategory *category = categories->pdata[i];
    g_autoptr (GPtrArray) about = eh_public_dataset_resources_about (self->dataset, category->id);

    if (about->len > 0)
      continue;
    eh_doc_builder_item (self->builder, 0, category->label);
    any = TRUE;
  }
  if (!any && categories->len > 0)
    eh_doc_builder_item (self->builder, 0, _ ("No category is without a resource."));
}

/* The questions, one a page, large: to be cut out and laid on a table. */
static void
add_cards (EhGuidanceContext *self)
{
  g_autoptr (GPtrArray) categories = eh_public_dataset_categories (self->dataset, EH_ID_NONE);

  for (guint i = 0; i < categories->len; i++) {
    const EhCategory *category = categories->pdata[i];

    if (eh_text_is_blank (category->ask))
      continue;
    eh_doc_builder_page_break (self->builder);
    eh_doc_builder_heading (self->builder, 1, category->ask, NULL);
    eh_doc_builder_list (self->builder, FALSE);
    eh_guidance_add_labelled (self, _ ("What it is about"), category->label);
    eh_guidance_add_labelled (self, _ ("Why ask"),
                              eh_text_is_blank (category->plain) ? category->definition
                                                                 : category->plain);
    eh_guidance_add_room (self, NULL);
  }
}

/* Questions that people asked in the workshops. */
static void
add_asked (EhGuidanceContext *self)
{
  const EhFilter filter = { .by_kind = TRUE, .kind = EH_INSIGHT_KIND_QUESTION };
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self->dataset, &filter);

  for (guint i = 0; i < insights->len; i++)
    eh_guidance_add_words (self, insights->pdata[i]);
}

const EhGuidancePart eh_guidance_parts_library[] = {
  { "resource-grid", N_ ("The library of resources is empty."), add_grid },
  { "resource-list", N_ ("The library of resources is empty."), add_library },
  { "resource-remote", N_ ("No resource in the library is about working from a distance."),
    add_remote },
  { "resource-gaps", NULL, add_gaps },
  { "cards", N_ ("No category has a question."), add_cards },
  { "asked", N_ ("No question that somebody asked may be quoted."), add_asked },
  { NULL, NULL, NULL },
};
