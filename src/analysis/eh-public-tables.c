/* A table of a part of the project, a workshop or one kind of insight, is held against the whole:
 * whoever has both can subtract, and with the tables of all workshops but one they have that one's.
 *
 * So the whole is cut into slices by what the filter asks about: every workshop, every kind, inside
 * the category and outside. All slices withhold the same numbers, and at least those that the whole
 * withholds. What is shown in one slice is then shown in all, so that any sum or difference of what
 * is shown is again a number that is safe in its own slice; and what is withheld is withheld in
 * each, with a range of its own there. Which numbers these are does not depend on which slice was
 * asked for, so that it does not matter how many are told.
 *
 * Where a filter asks about two things, what each alone withholds is withheld, too. Not held
 * against one another are categories that overlap: who was placed under one and under another is
 * told by neither table. */

#include "eh-public-tables.h"

#include <string.h>

/**
 * eh_public_facets:
 * @filter: a part
 * @base: what it is a part of
 *
 * Returns: what the part asks about that the whole does not
 */
EhPublicFacets
eh_public_facets (const EhFilter *filter, const EhFilter *base)
{
  EhPublicFacets facets = 0;

  if (filter->workshop_id != EH_ID_NONE && base->workshop_id == EH_ID_NONE)
    facets |= EH_PUBLIC_BY_WORKSHOP;
  if (filter->by_kind && !base->by_kind)
    facets |= EH_PUBLIC_BY_KIND;
  if ((filter->category_id != EH_ID_NONE && base->category_id == EH_ID_NONE) ||
      (filter->framework_id != EH_ID_NONE && base->framework_id == EH_ID_NONE))
    facets |= EH_PUBLIC_BY_CATEGORY;
  return facets;
}

/**
 * eh_public_without:
 * @filter: a part
 * @facet: one of the things that it asks about
 *
 * Returns: the wider part that does not ask about it
 */
EhFilter
eh_public_without (const EhFilter *filter, EhPublicFacets facet)
{
  EhFilter wider = *filter;

  if (facet == EH_PUBLIC_BY_WORKSHOP)
    wider.workshop_id = EH_ID_NONE;
  if (facet == EH_PUBLIC_BY_KIND)
    wider.by_kind = FALSE;
  if (facet == EH_PUBLIC_BY_CATEGORY)
    wider.category_id = wider.framework_id = EH_ID_NONE;
  return wider;
}

/* ---- Slices ---- */

/* Which slice a source of placements is in. A source is an insight, or of payments a workshop. */
typedef struct {
  EhDataset *dataset;
  EhPublicFacets facets;
  GHashTable *workshops;  /* id -> index and one */
  GHashTable *categories; /* those that are inside */
  guint *slice;           /* by source */
} Cut;

static void
cut_clear (Cut *self)
{
  g_clear_pointer (&self->workshops, g_hash_table_unref);
  g_clear_pointer (&self->categories, g_hash_table_unref);
  g_clear_pointer (&self->slice, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

static guint
workshop_slices (const Cut *self)
{
  return self->facets & EH_PUBLIC_BY_WORKSHOP ? self->dataset->workshops->len + 1 : 1;
}

static guint
kind_slices (const Cut *self)
{
  return self->facets & EH_PUBLIC_BY_KIND ? EH_INSIGHT_KIND_N_VALUES : 1;
}

static guint
n_slices (const Cut *self)
{
  return workshop_slices (self) * kind_slices (self) *
         (self->facets & EH_PUBLIC_BY_CATEGORY ? 2 : 1);
}

static guint
slice_at (const Cut *self, guint workshop, guint kind, gboolean inside)
{
  guint slice = self->facets & EH_PUBLIC_BY_WORKSHOP ? workshop : 0;

  slice = slice * kind_slices (self) + (self->facets & EH_PUBLIC_BY_KIND ? kind : 0);
  return self->facets & EH_PUBLIC_BY_CATEGORY ? slice * 2 + (inside ? 1 : 0) : slice;
}

static gboolean
is_inside (const Cut *self, guint insight)
{
  guint n;
  const EhDatasetLink *mappings = eh_dataset_mappings_at (self->dataset, insight, &n);

  for (guint i = 0; self->categories != NULL && i < n; i++)
    if (g_hash_table_contains (self->categories, &((EhMapping *) mappings[i].row)->category_id))
      return TRUE;
  return FALSE;
}

static guint
slice_of_insight (const Cut *self, guint index)
{
  const EhInsight *insight = self->dataset->insights->pdata[index];
  gpointer workshop = g_hash_table_lookup (self->workshops, &insight->workshop_id);

  return slice_at (self, GPOINTER_TO_UINT (workshop), (guint) insight->kind,
                   self->categories != NULL && is_inside (self, index));
}

static void
cut_init (Cut *self, const EhPublicTables *tables, const EhFilter *filter, EhPublicFacets facets)
{
  EhDataset *dataset = tables->whole->dataset;
  GPtrArray *workshops = dataset->workshops;
  gboolean of_hours = tables->join == EH_PUBLIC_ROWS_ARE_ROWS;
  guint n_sources = of_hours ? workshops->len + 1 : dataset->insights->len;

  *self = (Cut){ .dataset = dataset, .facets = facets };
  self->workshops = g_hash_table_new (eh_id_hash, eh_id_equal);
  for (guint i = 0; i < workshops->len; i++)
    g_hash_table_insert (self->workshops, &((EhWorkshop *) workshops->pdata[i])->id,
                         GUINT_TO_POINTER (i + 1));
  if (facets & EH_PUBLIC_BY_CATEGORY)
    self->categories = eh_voices_subtree (dataset, filter->framework_id, filter->category_id);
  self->slice = g_new0 (guint, n_sources + 1);
  for (guint i = 0; i < n_sources && facets != 0; i++)
    self->slice[i] = of_hours ? slice_at (self, i, 0, FALSE) : slice_of_insight (self, i);
}

/* The placements of one slice, in the rows and columns of the whole. */
static EhPlacements *
take_slice (const Cut *self, const EhPlacements *whole, guint slice)
{
  EhPlacements *part = g_new0 (EhPlacements, 1);
  guint n_cells = whole->rows->len * whole->columns->len;
  guint n = 0;

  part->rows = g_array_ref (whole->rows);
  part->columns = g_array_ref (whole->columns);
  part->unit = whole->unit;
  part->first = g_new (guint, n_cells + 1);
  part->entries = g_new (EhPlacement, whole->first[n_cells] + 1);
  for (guint cell = 0; cell < n_cells; cell++) {
    part->first[cell] = n;
    for (guint i = whole->first[cell]; i < whole->first[cell + 1]; i++)
      if (self->slice[whole->entries[i].source] == slice)
        part->entries[n++] = whole->entries[i];
  }
  part->first[n_cells] = n;
  return part;
}

/* Who what nobody is named for can have come from, by group: those who were at the workshop. */
static guint *
crowd_of (const EhPublicTables *tables, const Cut *self, guint slice)
{
  const EhVoices *whole = tables->whole;
  guint *people = g_new0 (guint, whole->n_groups + 1);
  guint workshop = slice / (n_slices (self) / workshop_slices (self));

  for (guint i = 0; i < whole->n_groups; i++)
    people[i] = eh_voices_people (whole, (int) i);
  if ((self->facets & EH_PUBLIC_BY_WORKSHOP) == 0 || workshop == 0 ||
      whole->reference != EH_REFERENCE_ROOM)
    return people;
  memset (people, 0, sizeof (guint) * whole->n_groups);
  for (guint i = 0; i < whole->n_persons; i++) {
    int group = eh_voices_group_at (whole, i, workshop - 1);

    if (group != EH_OUTSIDE)
      people[group]++;
  }
  return people;
}

/* ---- One slice ---- */

typedef struct {
  EhSuppress *of[2];
} Run;

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->of[0], eh_suppress_free);
  g_clear_pointer (&self->of[1], eh_suppress_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static EhPublicShape
shape_of (const EhPublicTables *self, guint which)
{
  return (EhPublicShape){ self->lines[which]->n_rows, self->lines[which]->n_columns };
}

static guint
n_elements (const EhPublicTables *self, guint which)
{
  return eh_public_crosstab_grand (shape_of (self, which)) + 1;
}

/* Names the lines that both tables have of which one withholds the total. Returns whether there is
 * another than before. */
static gboolean
join (const EhPublicTables *self, const Run *run, gboolean *shared)
{
  EhPublicShape first = shape_of (self, 0);
  EhPublicShape second = self->n > 1 ? shape_of (self, 1) : first;
  gboolean crossed = self->join == EH_PUBLIC_COLUMNS_ARE_ROWS;
  gboolean all = FALSE;
  gboolean more = FALSE;

  if (self->join == EH_PUBLIC_ALONE)
    return FALSE;
  if (crossed)
    all = eh_suppress_is_hidden (run->of[0], eh_public_crosstab_grand (first)) ||
          eh_suppress_is_hidden (run->of[1], eh_public_crosstab_grand (second));
  for (guint i = 0; i < second.n_rows; i++) {
    guint there = crossed ? eh_public_crosstab_column (first, i)
                          : eh_public_crosstab_row (first, i);
    gboolean hidden = all || eh_suppress_is_hidden (run->of[0], there) ||
                      eh_suppress_is_hidden (run->of[1], eh_public_crosstab_row (second, i));

    more |= hidden && !shared[i];
    shared[i] |= hidden;
  }
  return more;
}

/* Adds to @withheld what must be withheld of these placements, of which what it says already is. */
static void
run_slice (EhPublicTables *self,
           const EhPlacements *const *places,
           const guint *crowd,
           gboolean *const *known,
           gboolean **withheld)
{
  g_autofree gboolean *shared = g_new0 (
      gboolean, MAX (self->lines[0]->n_rows, self->lines[0]->n_columns) + 1);
  gboolean crossed = self->join == EH_PUBLIC_COLUMNS_ARE_ROWS;
  g_auto (Run) run = { 0 };

  do {
    run_clear (&run);
    for (guint i = 0; i < self->n; i++)
      run.of[i] = eh_public_crosstab_suppress (
          self->dataset, crowd, places[i], self->lines[i], known != NULL ? known[i] : NULL,
          i == 1 || !crossed ? shared : NULL, i == 0 && crossed ? shared : NULL);
  } while (join (self, &run, shared));
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < n_elements (self, i); j++)
      withheld[i][j] |= eh_suppress_is_hidden (run.of[i], j);
}

/* ---- All slices ---- */

static guint
count (const EhPublicTables *self, gboolean *const *withheld)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < n_elements (self, i); j++)
      n += withheld[i][j] != 0;
  return n;
}

/* What all slices withhold in common. All of a round start from the same, so that their order does
 * not matter. */
static void
run_slices (EhPublicTables *self, const EhFilter *filter, EhPublicFacets facets)
{
  g_auto (Cut) cut = { 0 };
  guint before;

  cut_init (&cut, self, filter, facets);
  do {
    gboolean *known[2] = { NULL, NULL };

    before = count (self, self->withheld);
    for (guint i = 0; i < self->n; i++)
      known[i] = g_memdup2 (self->withheld[i], sizeof (gboolean) * n_elements (self, i));
    for (guint slice = 0; slice < n_slices (&cut); slice++) {
      g_autofree guint *crowd = crowd_of (self, &cut, slice);
      EhPlacements *places[2] = { NULL, NULL };
      guint n = 0;

      for (guint i = 0; i < self->n; i++) {
        places[i] = take_slice (&cut, self->places[i], slice);
        n += places[i]->first[places[i]->rows->len * places[i]->columns->len];
      }
      if (n > 0)
        run_slice (self, (const EhPlacements *const *) places, crowd, known, self->withheld);
      for (guint i = 0; i < self->n; i++)
        eh_placements_free (places[i]);
    }
    g_free (known[0]);
    g_free (known[1]);
  } while (count (self, self->withheld) > before);
}

static void
withhold (EhPublicTables *self, const EhFilter *filter)
{
  EhPublicFacets facets = eh_public_facets (filter, &self->base);

  for (EhPublicFacets facet = EH_PUBLIC_BY_WORKSHOP; facet <= EH_PUBLIC_BY_CATEGORY; facet <<= 1)
    if ((facets & facet) != 0 && facets != facet) {
      EhFilter wider = eh_public_without (filter, facet);

      withhold (self, &wider);
    }
  if (facets != 0)
    run_slices (self, filter, facets);
}

/**
 * eh_public_tables_withhold:
 * @self: tables of a whole
 * @filter: the part of it that is to be told
 *
 * Fills in which elements of the tables must be withheld.
 */
void
eh_public_tables_withhold (EhPublicTables *self, const EhFilter *filter)
{
  g_autofree guint *crowd = g_new0 (guint, self->whole->n_groups + 1);

  for (guint i = 0; i < self->whole->n_groups; i++)
    crowd[i] = eh_voices_people (self->whole, (int) i);
  for (guint i = 0; i < self->n; i++)
    self->withheld[i] = g_new0 (gboolean, n_elements (self, i));
  run_slice (self, self->places, crowd, NULL, self->withheld);
  withhold (self, filter);
}

/**
 * eh_public_tables_part:
 * @self: tables of a whole
 * @which: which table
 * @filter: a part of it
 *
 * Returns: (transfer full): what falls where, of the part alone, in the rows and columns of the
 *   whole: lines that stay where they are say nothing of what the part has none of
 */
EhPlacements *
eh_public_tables_part (const EhPublicTables *self, guint which, const EhFilter *filter)
{
  g_auto (Cut) cut = { 0 };
  gpointer workshop;

  cut_init (&cut, self, filter, eh_public_facets (filter, &self->base));
  workshop = g_hash_table_lookup (cut.workshops, &filter->workshop_id);
  return take_slice (&cut, self->places[which],
                     slice_at (&cut, GPOINTER_TO_UINT (workshop), (guint) filter->kind, TRUE));
}

/**
 * eh_public_tables_clear:
 * @self: tables
 */
void
eh_public_tables_clear (EhPublicTables *self)
{
  g_clear_pointer (&self->withheld[0], g_free);
  g_clear_pointer (&self->withheld[1], g_free);
}
