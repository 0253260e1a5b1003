/* What the wall shows, and phones when the wall is shared with them. The rule:
 *
 * - Only insights: what still waits for a nod, or was refused, is none.
 * - Only through the gate (eh-disclosure.h), so only what everybody behind an insight agreed to:
 *   their words where they let themselves be quoted, the plain version where they agreed to no more
 *   than that, and nothing where they said no, took it back, or have not been asked. What nobody is
 *   named for, as from a phone without a code, has nobody to ask and is shown.
 * - Whose it is, only as they chose and as far as it is safe. Facilitators' own is not shown.
 *
 * Names that are hidden while the room looks on are the affair of whoever draws it. */

#include "eh-wall-data.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Not among them: each person, which is the team's alone; money, which is no matter of a room; and
 * how alike coders sort, which is about the team and not about what was said. */
static const EhMapChart for_the_room[] = { EH_MAP_CHART_BALANCE, EH_MAP_CHART_MAP,
                                           EH_MAP_CHART_FLOW, EH_MAP_CHART_TIME,
                                           EH_MAP_CHART_STAGES };

static void
card_free (EhWallCard *self)
{
  eh_public_insight_free (self->insight);
  g_free (self->place);
  g_free (self);
}

static void
section_free (EhWallSection *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->cards);
  g_free (self);
}

static EhWallSection *
section_new (EhId id, const char *title)
{
  EhWallSection *self = g_new0 (EhWallSection, 1);

  self->id = id;
  self->title = g_strdup (title);
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) card_free);
  return self;
}

/* The first category of the project's own framework under which it stands. */
static const EhCategory *
category_of (EhDataset *dataset, EhId insight_id)
{
  guint n;
  const EhDatasetLink *mappings = eh_dataset_mappings_of (dataset, insight_id, &n);

  for (guint i = 0; i < n; i++) {
    const EhMapping *mapping = mappings[i].row;
    const EhCategory *category = eh_dataset_category (dataset, mapping->category_id);

    if (category != NULL && category->framework_id == dataset->project->framework_id)
      return category;
  }
  return NULL;
}

static EhWallSection *
find_section (EhWallData *self, EhId id)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (((EhWallSection *) self->sections->pdata[i])->id == id)
      return self->sections->pdata[i];
  return self->sections->pdata[0];
}

/* What is not sorted yet comes first: it is what was just said. */
static void
make_sections (EhWallData *self, EhDataset *dataset)
{
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  g_ptr_array_add (self->sections, section_new (EH_ID_NONE, _ ("Not sorted yet")));
  for (guint i = 0; i < dataset->categories->len; i++) {
    const EhCategory *category = dataset->categories->pdata[i];

    if (category->framework_id == dataset->project->framework_id &&
        category->parent_id == EH_ID_NONE)
      g_ptr_array_add (self->sections, section_new (category->id, category->label));
  }
}

static void
add_card (EhWallData *self, EhDataset *dataset, EhPublicInsight *insight)
{
  const EhCategory *category = category_of (dataset, insight->id);
  const EhCategory *top = category != NULL ? eh_dataset_top_category (dataset, category->id) : NULL;
  EhWallSection *section = find_section (self, top != NULL ? top->id : EH_ID_NONE);
  EhWallCard *card = g_new0 (EhWallCard, 1);

  card->insight = insight;
  if (category != NULL && category != top)
    card->place = g_strdup (category->label);
  g_ptr_array_add (section->cards, card);
  self->newest = MAX (self->newest, insight->id);
  self->n_cards++;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  EhId left = (*(const EhWallCard *const *) a)->insight->id;
  EhId right = (*(const EhWallCard *const *) b)->insight->id;

  return (left < right) - (left > right);
}

static void
fill (EhWallData *self, EhDataset *dataset, const EhFilter *filter)
{
  g_autoptr (GPtrArray) insights = eh_public_dataset_insights (self->open, filter);

  make_sections (self, dataset);
  g_ptr_array_set_free_func (insights, NULL);
  for (guint i = 0; i < insights->len; i++)
    add_card (self, dataset, insights->pdata[i]);
  for (guint i = self->sections->len; i > 0; i--) {
    EhWallSection *section = self->sections->pdata[i - 1];

    if (section->cards->len == 0)
      g_ptr_array_remove_index (self->sections, i - 1);
    else
      g_ptr_array_sort (section->cards, newest_first);
  }
}

/**
 * eh_wall_data_new:
 * @dataset: a frozen dataset
 * @workshop_id: whose insights are shown, or %EH_ID_NONE for those of the whole project
 *
 * Returns: (transfer full): what may be shown to the room
 */
EhWallData *
eh_wall_data_new (EhDataset *dataset, EhId workshop_id)
{
  EhWallData *self = g_atomic_rc_box_new0 (EhWallData);
  const EhDisclosurePolicy policy = { 0 };
  const EhFilter filter = { .workshop_id = workshop_id };

  self->open = eh_disclosure_apply (dataset, &policy, NULL);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_map_data_unref);
  for (guint i = 0; i < G_N_ELEMENTS (for_the_room); i++) {
    const EhMapChoice choice = { .chart = for_the_room[i],
                                 .audience = EH_AUDIENCE_PUBLIC,
                                 .filter = filter,
                                 .rows = { EH_AXIS_ROLE_GROUP, EH_ID_NONE, EH_ID_NONE },
                                 .columns = { EH_AXIS_CATEGORY, EH_ID_NONE, EH_ID_NONE } };

    g_ptr_array_add (self->charts, eh_map_data_new_open (self->open, &choice));
  }
  fill (self, dataset, &filter);
  return self;
}

EhWallData *
eh_wall_data_ref (EhWallData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EhWallData *self = data;

  eh_public_dataset_unref (self->open);
  g_ptr_array_unref (self->charts);
  g_ptr_array_unref (self->sections);
}

void
eh_wall_data_unref (EhWallData *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
