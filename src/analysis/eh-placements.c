/* What falls into which cell of a crosstab, by person. Each axis is resolved once into lines and a
 * way from an insight, a part of it or its categories to a line; then one pass fills the cells.
 *
 * An insight counts once under each line of categories, however many people placed it there and
 * however deep below the line. Where it is in no category of the framework it is "not sorted yet";
 * on an axis of the children of a category, what was placed on that category itself is. */

#include "eh-placements.h"

#include "config.h"
#include "eh-stopping.h"
#include "eh-tally.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A resolved axis. `line_of` is by role group, by kind or by participant; `by_category` by
 * category; `lines_of` by insight. */
typedef struct {
  EhAxis axis;
  GArray *lines;
  GArray *droppable;
  GHashTable *by_id;
  GHashTable *lines_of;
  int *by_category;
  int *line_of;
  int rest;
  GArray *found;
} Resolved;

static void
clear_line (gpointer data)
{
  EhCrosstabLine *line = data;

  g_free (line->key);
  g_free (line->label);
}

static int
add_line (
    Resolved *self, EhId id, const char *key, const char *label, gint64 slot, gboolean droppable)
{
  EhCrosstabLine line = { .id = id, .slot = (int) slot };

  line.key = g_strdup (key);
  line.label = g_strdup (label);
  g_array_append_val (self->lines, line);
  g_array_append_val (self->droppable, droppable);
  return (int) self->lines->len - 1;
}

static void
add_rest (Resolved *self, EhLineKind kind, const char *key, const char *label)
{
  self->rest = add_line (self, EH_ID_NONE, key, label, -1, TRUE);
  g_array_index (self->lines, EhCrosstabLine, self->rest).kind = kind;
}

static void
resolve_groups (Resolved *self, const EhVoices *voices)
{
  self->line_of = g_new (int, voices->n_groups);
  for (guint i = 0; i < voices->n_groups; i++) {
    const EhRoleGroup *group = voices->groups->pdata[i];

    if (group == NULL)
      self->line_of[i] = add_line (self, EH_ID_NONE, "none", eh_voices_no_group_label (), -1, TRUE);
    else
      self->line_of[i] = add_line (self, group->id, group->key, group->label, group->slot,
                                   group->retired || voices->filter.role_group_id != EH_ID_NONE);
  }
  add_rest (self, EH_LINE_UNNAMED, "unnamed", _ ("No name"));
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

static void
resolve_roles (Resolved *self, const EhVoices *voices)
{
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GPtrArray *people = voices->dataset->participants;
  GHashTableIter iter;
  gpointer label;

  for (guint i = 0; i < people->len; i++) {
    const char *role = ((EhParticipant *) people->pdata[i])->role;

    if (!eh_text_is_blank (role) && voices->own_group[i] != EH_OUTSIDE)
      g_hash_table_insert (labels, eh_text_fold (role), (gpointer) role);
  }
  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, NULL, &label))
    g_ptr_array_add (sorted, label);
  g_ptr_array_sort (sorted, compare_labels);
  for (guint i = 0; i < sorted->len; i++) {
    g_autofree char *key = eh_text_slug (sorted->pdata[i]);
    int line = add_line (self, EH_ID_NONE, key, sorted->pdata[i], -1, TRUE);

    g_hash_table_insert (lines, eh_text_fold (sorted->pdata[i]), GINT_TO_POINTER (line));
  }
  add_rest (self, EH_LINE_UNNAMED, "unnamed", _ ("No role recorded"));
  self->line_of = g_new (int, people->len);
  for (guint i = 0; i < people->len; i++) {
    g_autofree char *folded = eh_text_fold (((EhParticipant *) people->pdata[i])->role);
    gpointer line;

    self->line_of[i] = g_hash_table_lookup_extended (lines, folded, NULL, &line)
                           ? GPOINTER_TO_INT (line)
                           : self->rest;
  }
}

static void
put (Resolved *self, EhId *id, int line)
{
  g_hash_table_insert (self->by_id, id, GINT_TO_POINTER (line + 1));
}

static int
look_up (const Resolved *self, EhId id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_id, &id)) - 1;
}

static void
resolve_workshops (Resolved *self, const EhVoices *voices)
{
  GPtrArray *rows = voices->dataset->workshops;

  for (guint i = 0; i < rows->len; i++) {
    EhWorkshop *row = rows->pdata[i];
    g_autofree char *key = eh_id_to_string (row->id);

    put (self, &row->id,
         add_line (self, row->id, key, row->title, -1, voices->filter.workshop_id != EH_ID_NONE));
  }
  add_rest (self, EH_LINE_UNNAMED, "unnamed", _ ("No workshop"));
}

static void
resolve_kinds (Resolved *self)
{
  self->line_of = g_new (int, EH_INSIGHT_KIND_N_VALUES);
  for (int i = EH_INSIGHT_KIND_NONE + 1; i < EH_INSIGHT_KIND_N_VALUES; i++)
    self->line_of[i] = add_line (self, i, eh_vocabulary_key (&eh_insight_kind_vocabulary, i),
                                 eh_vocabulary_label (&eh_insight_kind_vocabulary, i), -1, TRUE);
  add_rest (self, EH_LINE_UNNAMED, "unnamed", _ ("Kind not said"));
  self->line_of[EH_INSIGHT_KIND_NONE] = self->rest;
}

static void
resolve_levels (Resolved *self)
{
  self->line_of = g_new (int, EH_INSIGHT_LEVEL_N_VALUES);
  for (int i = EH_INSIGHT_LEVEL_NONE + 1; i < EH_INSIGHT_LEVEL_N_VALUES; i++)
    self->line_of[i] = add_line (self, i, eh_vocabulary_key (&eh_insight_level_vocabulary, i),
                                 eh_vocabulary_label (&eh_insight_level_vocabulary, i), -1, TRUE);
  add_rest (self, EH_LINE_UNNAMED, "unnamed", _ ("Level not said"));
  self->line_of[EH_INSIGHT_LEVEL_NONE] = self->rest;
}

static void
resolve_stages (Resolved *self)
{
  self->line_of = g_new (int, EH_STAGE_OF_WORK_N_VALUES);
  for (int i = EH_STAGE_OF_WORK_NONE + 1; i < EH_STAGE_OF_WORK_N_VALUES; i++)
    self->line_of[i] = add_line (self, i, eh_vocabulary_key (&eh_stage_of_work_vocabulary, i),
                                 eh_vocabulary_label (&eh_stage_of_work_vocabulary, i), -1, TRUE);
  add_rest (self, EH_LINE_UNNAMED, "unnamed", _ ("Stage not said"));
  self->line_of[EH_STAGE_OF_WORK_NONE] = self->rest;
}

/* A stretch stays although nothing falls into it: that nothing was said then is worth seeing. */
static void
resolve_time (Resolved *self)
{
  for (guint i = 0; i < self->axis.most; i++) {
    gint64 at = self->axis.start + (gint64) i * self->axis.minutes * 60;
    g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (at);
    g_autofree char *label = g_date_time_format (when, "%H:%M");

    add_line (self, EH_ID_NONE, label, label, -1, FALSE);
  }
  add_rest (self, EH_LINE_UNNAMED, "untimed", _ ("No time"));
}

/* Notes that @insight_id supports or shapes the recommendation of @line. */
static void
rest_on (Resolved *self, EhId *insight_id, int line)
{
  GArray *lines = g_hash_table_lookup (self->lines_of, insight_id);

  if (lines == NULL) {
    lines = g_array_new (FALSE, FALSE, sizeof (int));
    g_hash_table_insert (self->lines_of, insight_id, lines);
  }
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, int, i) == line)
      return;
  g_array_append_val (lines, line);
}

static void
resolve_recommendations (Resolved *self, const EhVoices *voices)
{
  GPtrArray *blocks = voices->dataset->blocks;
  EhId guidance_id = eh_tally_guidance (voices);

  self->lines_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                          (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < blocks->len; i++) {
    EhBlock *block = blocks->pdata[i];
    GPtrArray *rows = eh_dataset_evidence_of (voices->dataset, block->id);
    g_autofree char *key = NULL;
    g_autofree char *label = NULL;
    gboolean traced = FALSE;
    int line;

    if (!eh_tally_is_in_force (block, guidance_id))
      continue;
    key = eh_id_to_string (block->id);
    label = eh_text_clean_line (block->text);
    line = add_line (self, block->id, key, label, -1, FALSE);
    for (guint j = 0; rows != NULL && j < rows->len; j++) {
      EhEvidence *evidence = rows->pdata[j];

      if (evidence->stance == EH_STANCE_DISAGREES ||
          !eh_voices_insight_stands (voices, evidence->insight_id))
        continue;
      traced = TRUE;
      rest_on (self, &evidence->insight_id, line);
    }
    if (!traced)
      g_array_index (self->lines, EhCrosstabLine, line).kind = EH_LINE_UNTRACED;
  }
  add_rest (self, EH_LINE_UNSORTED, "unused", _ ("In no recommendation"));
}

static EhId
framework_of (const Resolved *self, const EhVoices *voices)
{
  EhCategory *parent = eh_dataset_category (voices->dataset, self->axis.parent_id);

  if (parent != NULL)
    return parent->framework_id;
  if (self->axis.framework_id != EH_ID_NONE)
    return self->axis.framework_id;
  return eh_voices_lens (voices->dataset, &voices->filter);
}

static void
resolve_categories (Resolved *self, const EhVoices *voices)
{
  EhId framework_id = framework_of (self, voices);
  GPtrArray *rows = voices->dataset->categories;

  for (guint i = 0; i < rows->len; i++) {
    EhCategory *row = rows->pdata[i];
    EhCategory *top = eh_dataset_top_category (voices->dataset, row->id);

    if (row->framework_id == framework_id && row->parent_id == self->axis.parent_id)
      put (self, &row->id,
           add_line (self, row->id, row->key, row->label, top != NULL ? top->slot : row->slot,
                     row->retired));
  }
  if (self->axis.parent_id != EH_ID_NONE)
    add_rest (self, EH_LINE_UNSORTED, "unsorted", _ ("Not sorted further"));
  else
    add_rest (self, EH_LINE_UNSORTED, "unsorted", _ ("Not sorted yet"));
  /* Parents come before their children, so that a branch takes after its line as it is met. */
  for (guint i = 0; i < rows->len; i++) {
    EhCategory *row = rows->pdata[i];

    if (row->framework_id != framework_id || look_up (self, row->id) >= 0)
      continue;
    if (row->id == self->axis.parent_id)
      put (self, &row->id, self->rest);
    else if (row->parent_id != self->axis.parent_id && look_up (self, row->parent_id) >= 0)
      put (self, &row->id, look_up (self, row->parent_id));
  }
  self->by_category = g_new (int, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    self->by_category[i] = look_up (self, ((EhCategory *) rows->pdata[i])->id);
}

static void
resolve (Resolved *self, EhAxis axis, const EhVoices *voices)
{
  *self = (Resolved){ .axis = axis };
  self->lines = g_array_new (FALSE, TRUE, sizeof (EhCrosstabLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->droppable = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->found = g_array_new (FALSE, FALSE, sizeof (int));
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  switch (axis.kind) {
  case EH_AXIS_ROLE_GROUP:
    resolve_groups (self, voices);
    break;
  case EH_AXIS_ROLE:
    resolve_roles (self, voices);
    break;
  case EH_AXIS_WORKSHOP:
    resolve_workshops (self, voices);
    break;
  case EH_AXIS_KIND:
    resolve_kinds (self);
    break;
  case EH_AXIS_CATEGORY:
    resolve_categories (self, voices);
    break;
  case EH_AXIS_LEVEL:
    resolve_levels (self);
    break;
  case EH_AXIS_STAGE:
    resolve_stages (self);
    break;
  case EH_AXIS_TIME:
    resolve_time (self);
    break;
  case EH_AXIS_RECOMMENDATION:
    resolve_recommendations (self, voices);
    break;
  case EH_AXIS_N_VALUES:
  default:
    g_assert_not_reached ();
  }
}

static void
resolved_clear (Resolved *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->droppable);
  g_array_unref (self->found);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->lines_of, g_hash_table_unref);
  g_free (self->by_category);
  g_free (self->line_of);
}

static void
find_categories (Resolved *self, const EhVoices *voices, guint insight)
{
  guint n;
  const EhDatasetLink *mappings = eh_dataset_mappings_at (voices->dataset, insight, &n);

  for (guint i = 0; i < n; i++) {
    int line = mappings[i].other != G_MAXUINT ? self->by_category[mappings[i].other] : -1;
    gboolean known = line < 0;

    for (guint j = 0; j < self->found->len && !known; j++)
      known = g_array_index (self->found, int, j) == line;
    if (!known)
      g_array_append_val (self->found, line);
  }
  if (self->found->len == 0 && self->axis.parent_id == EH_ID_NONE)
    g_array_append_val (self->found, self->rest);
}

static int
line_of_time (const Resolved *self, const EhInsight *insight)
{
  gint64 since = insight->said_at - self->axis.start;
  gint64 length = (gint64) self->axis.minutes * 60;

  if (insight->said_at == 0 || since < 0 || since >= length * self->axis.most)
    return self->rest;
  return (int) (since / length);
}

static int
line_of_stage (const Resolved *self, const EhVoices *voices, const EhInsight *insight)
{
  const EhWorkshop *workshop = eh_dataset_workshop (voices->dataset, insight->workshop_id);

  return self->line_of[workshop != NULL ? workshop->stage : EH_STAGE_OF_WORK_NONE];
}

/* Fills `found` with the lines of a part of an insight; those of the insight alone only once. */
static void
find_lines (Resolved *self,
            const EhVoices *voices,
            const EhVoice *voice,
            const EhVoicePart *part,
            gboolean first_part)
{
  const EhInsight *insight = voice->insight;
  gboolean by_part = self->axis.kind == EH_AXIS_ROLE_GROUP || self->axis.kind == EH_AXIS_ROLE;
  int line = self->rest;

  if (!by_part && !first_part)
    return;
  g_array_set_size (self->found, 0);
  if (self->axis.kind == EH_AXIS_CATEGORY) {
    find_categories (self, voices, voice->index);
    return;
  }
  if (self->axis.kind == EH_AXIS_RECOMMENDATION) {
    GArray *lines = g_hash_table_lookup (self->lines_of, &insight->id);

    if (lines != NULL)
      g_array_append_vals (self->found, lines->data, lines->len);
    else
      g_array_append_val (self->found, self->rest);
    return;
  }
  if (self->axis.kind == EH_AXIS_ROLE_GROUP && part->group != EH_OUTSIDE)
    line = self->line_of[part->group];
  else if (self->axis.kind == EH_AXIS_ROLE && part->person != EH_NOBODY)
    line = self->line_of[part->person];
  else if (self->axis.kind == EH_AXIS_KIND)
    line = self->line_of[insight->kind];
  else if (self->axis.kind == EH_AXIS_LEVEL)
    line = self->line_of[insight->level];
  else if (self->axis.kind == EH_AXIS_STAGE)
    line = line_of_stage (self, voices, insight);
  else if (self->axis.kind == EH_AXIS_TIME)
    line = line_of_time (self, insight);
  else if (self->axis.kind == EH_AXIS_WORKSHOP && look_up (self, insight->workshop_id) >= 0)
    line = look_up (self, insight->workshop_id);
  g_array_append_val (self->found, line);
}

static void
place (GArray *entries,
       const Resolved *rows,
       const Resolved *columns,
       const EhVoicePart *part,
       guint source,
       gboolean shared)
{
  guint n = shared ? rows->found->len * columns->found->len : 1;

  for (guint i = 0; i < rows->found->len; i++)
    for (guint j = 0; j < columns->found->len; j++) {
      EhPlacement entry = { 0, part->person, part->group, source, part->share / n };

      entry.cell = (guint) g_array_index (rows->found, int, i) * columns->lines->len +
                   (guint) g_array_index (columns->found, int, j);
      g_array_append_val (entries, entry);
    }
}

static GArray *
place_all (EhVoices *voices, Resolved *rows, Resolved *columns, gboolean shared)
{
  static const EhVoicePart nobody = { EH_NOBODY, EH_OUTSIDE, 1 };
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (EhPlacement), voices->parts->len);

  for (guint i = 0; i < voices->voices->len && !eh_stopping (i); i++) {
    EhVoice *voice = &g_array_index (voices->voices, EhVoice, i);
    const EhVoicePart *parts = voice->n_parts > 0 ? eh_voices_parts (voices, voice) : &nobody;

    for (guint j = 0; j < MAX (voice->n_parts, 1); j++) {
      find_lines (rows, voices, voice, &parts[j], j == 0);
      find_lines (columns, voices, voice, &parts[j], j == 0);
      place (entries, rows, columns, &parts[j], voice->index, shared);
    }
  }
  return entries;
}

/* Takes out the droppable lines that @used says nothing fell into. Gives where each one went. */
static int *
drop_lines (Resolved *self, const gboolean *used)
{
  int *now = g_new (int, self->lines->len + 1);
  GArray *kept = g_array_new (FALSE, TRUE, sizeof (EhCrosstabLine));

  g_array_set_clear_func (kept, clear_line);
  for (guint i = 0; i < self->lines->len; i++) {
    EhCrosstabLine *line = &g_array_index (self->lines, EhCrosstabLine, i);

    now[i] = -1;
    if (!used[i] && g_array_index (self->droppable, gboolean, i))
      continue;
    now[i] = (int) kept->len;
    g_array_append_val (kept, *line);
    line->key = NULL;
    line->label = NULL;
  }
  g_array_unref (self->lines);
  self->lines = kept;
  return now;
}

typedef struct {
  guint line;
  double amount;
} Size;

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const Size *first = a;
  const Size *second = b;

  if (first->amount < second->amount || first->amount > second->amount)
    return first->amount > second->amount ? -1 : 1;
  return first->line < second->line ? -1 : 1;
}

static char *
together_label (const Resolved *self, guint n)
{
  if (self->axis.kind == EH_AXIS_RECOMMENDATION)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u other recommendation", "%u other recommendations", n), n);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other category", "%u other categories", n), n);
}

/* Puts the smallest lines together where there are more than the axis may have. */
static void
collapse (GArray *entries, Resolved *self, guint n_columns, gboolean is_row)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, TRUE, sizeof (Size));
  g_autofree double *amounts = g_new0 (double, self->lines->len + 1);
  g_autofree int *now = g_new (int, self->lines->len + 1);
  g_autofree char *label = NULL;
  guint kept;
  int other;

  for (guint i = 0; i < entries->len; i++) {
    const EhPlacement *entry = &g_array_index (entries, EhPlacement, i);

    amounts[is_row ? entry->cell / n_columns : entry->cell % n_columns] += entry->amount;
  }
  for (guint i = 0; i < self->lines->len; i++) {
    /* Rounded, so that the order in which shares were added up does not decide between equals. */
    Size size = { i, round (amounts[i] * 1e6) };

    now[i] = (int) i;
    if (g_array_index (self->lines, EhCrosstabLine, i).kind == EH_LINE_PLAIN &&
        (amounts[i] > 0 || !g_array_index (self->droppable, gboolean, i)))
      g_array_append_val (sizes, size);
  }
  if (self->axis.most == 0 || self->axis.kind == EH_AXIS_TIME || sizes->len <= self->axis.most)
    return;
  g_array_sort (sizes, compare_sizes);
  kept = self->axis.most - 1;
  label = together_label (self, sizes->len - kept);
  /* In the place of the first of them, which keeps its row: no cell has to be numbered anew. */
  other = (int) g_array_index (sizes, Size, kept).line;
  for (guint i = kept; i < sizes->len; i++) {
    guint line = g_array_index (sizes, Size, i).line;

    now[line] = other;
    g_array_index (self->droppable, gboolean, line) = TRUE;
  }
  {
    EhCrosstabLine *line = &g_array_index (self->lines, EhCrosstabLine, other);

    g_free (line->key);
    g_free (line->label);
    line->id = EH_ID_NONE;
    line->key = g_strdup ("other");
    line->label = g_steal_pointer (&label);
    line->slot = -1;
    g_array_index (self->droppable, gboolean, other) = FALSE;
  }
  for (guint i = 0; i < entries->len; i++) {
    guint *cell = &g_array_index (entries, EhPlacement, i).cell;
    guint row = *cell / n_columns;
    guint column = *cell % n_columns;

    *cell = is_row ? (guint) now[row] * n_columns + column : row * n_columns + (guint) now[column];
  }
}

static void
tidy (GArray *entries, Resolved *rows, Resolved *columns)
{
  guint n_columns = columns->lines->len;
  g_autofree gboolean *used_rows = g_new0 (gboolean, rows->lines->len + 1);
  g_autofree gboolean *used_columns = g_new0 (gboolean, n_columns + 1);
  g_autofree int *row_now = NULL;
  g_autofree int *column_now = NULL;

  for (guint i = 0; i < entries->len; i++) {
    guint cell = g_array_index (entries, EhPlacement, i).cell;

    used_rows[cell / n_columns] = TRUE;
    used_columns[cell % n_columns] = TRUE;
  }
  row_now = drop_lines (rows, used_rows);
  column_now = drop_lines (columns, used_columns);
  for (guint i = 0; i < entries->len; i++) {
    guint *cell = &g_array_index (entries, EhPlacement, i).cell;

    *cell = (guint) row_now[*cell / n_columns] * columns->lines->len +
            (guint) column_now[*cell % n_columns];
  }
}

/* By cell, in one pass for counting and one for moving. */
static void
sort_by_cell (EhPlacements *self, GArray *entries)
{
  guint n_cells = self->rows->len * self->columns->len;
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, n_cells + 1);
  self->entries = g_new (EhPlacement, entries->len);
  for (guint i = 0; i < entries->len; i++)
    self->first[g_array_index (entries, EhPlacement, i).cell + 1]++;
  for (guint i = 0; i < n_cells; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, sizeof (guint) * (n_cells + 1));
  for (guint i = 0; i < entries->len; i++) {
    EhPlacement *entry = &g_array_index (entries, EhPlacement, i);

    self->entries[next[entry->cell]++] = *entry;
  }
}

static EhUnit
usual_unit (EhAxis rows, EhAxis columns)
{
  return rows.kind == EH_AXIS_CATEGORY || columns.kind == EH_AXIS_CATEGORY ? EH_UNIT_PLACEMENTS
                                                                           : EH_UNIT_INSIGHTS;
}

static EhPlacements *
placements_new (EhVoices *voices, EhAxis rows, EhAxis columns, EhUnit unit)
{
  EhPlacements *self = g_new0 (EhPlacements, 1);
  g_autoptr (GArray) entries = NULL;
  Resolved row_axis;
  Resolved column_axis;

  resolve (&row_axis, rows, voices);
  resolve (&column_axis, columns, voices);
  entries = place_all (voices, &row_axis, &column_axis, unit == EH_UNIT_SHARES);
  collapse (entries, &row_axis, column_axis.lines->len, TRUE);
  collapse (entries, &column_axis, column_axis.lines->len, FALSE);
  tidy (entries, &row_axis, &column_axis);
  self->rows = g_array_ref (row_axis.lines);
  self->columns = g_array_ref (column_axis.lines);
  self->unit = unit;
  sort_by_cell (self, entries);
  resolved_clear (&row_axis);
  resolved_clear (&column_axis);
  return self;
}

/**
 * eh_placements_new:
 * @voices: who said what
 * @rows: what the rows are
 * @columns: what the columns are
 *
 * Returns: (transfer full): what falls into which cell
 */
EhPlacements *
eh_placements_new (EhVoices *voices, EhAxis rows, EhAxis columns)
{
  return placements_new (voices, rows, columns, usual_unit (rows, columns));
}

/**
 * eh_placements_new_shared:
 * @voices: who said what
 * @rows: what the rows are
 * @columns: what the columns are
 *
 * Returns: (transfer full): what falls into which cell, an insight being one in all: where it is in
 *   several rows or columns, these share it equally
 */
EhPlacements *
eh_placements_new_shared (EhVoices *voices, EhAxis rows, EhAxis columns)
{
  return placements_new (voices, rows, columns, EH_UNIT_SHARES);
}

/**
 * eh_placements_free:
 * @self: (transfer full): placements
 */
void
eh_placements_free (EhPlacements *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self->entries);
  g_free (self->first);
  g_free (self);
}
