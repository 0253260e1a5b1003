/* Where insights belong. A field that narrows the categories as one types; under it, by top
 * category, those that are at hand: the commonest nine, each with a digit, and those that are
 * ticked. The rest are a button away. */

#include "eh-category-picker.h"

#include "eh-focus.h"

#include "eh-add-category.h"
#include "eh-category-counts.h"
#include "eh-category-row.h"
#include "eh-category-use.h"
#include "eh-choice-button.h"
#include "eh-coding.h"
#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-insight-edit.h"
#include "eh-project.h"
#include "eh-reader.h"
#include "eh-tag.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nine digits and, where somebody sorts at speed, the nought for a tenth. */
#define N_NUMBERS 10
#define N_COMMON  9
/* Of more insights than this it is not said where they are already. */
#define MAX_COUNTED 1000

/* A top category: its heading, and whether any row under it is shown. */
typedef struct {
  GtkWidget *box;
  GPtrArray *rows; /* (element-type EhCategoryRow), not owned */
} Section;

struct _EhCategoryPicker {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  GtkWidget *search;
  GtkWidget *sections_box;
  EhAddCategory *nothing; /* where none is called what was typed */
  GtkToggleButton *all;
  EhChoiceButton *placed_by;

  GPtrArray *sections;                 /* (element-type Section) */
  GPtrArray *rows;                     /* (element-type EhCategoryRow), in their order, not owned */
  EhCategoryRow *by_number[N_NUMBERS]; /* what the digits tick */
  EhCategoryRow *pointed;              /* what Enter ticks */
  GHashTable *use;
  gboolean unsorted; /* which categories are the commonest is not known yet */
  GArray *ids;       /* (element-type EhId): the insights */

  char *coder;       /* (nullable): whose placements are ticks; NULL for anybody's */
  gboolean blind;    /* those of others are not told */
  EhId framework_id; /* whose categories; none for the project's choice */
  gint64 span_start; /* what is placed next is this part of the words */
  gint64 span_end;
};

enum {
  LEFT,
  PLACED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhCategoryPicker, eh_category_picker, GTK_TYPE_WIDGET)

static void
section_free (Section *section)
{
  g_ptr_array_unref (section->rows);
  g_free (section);
}

static char *
typed (EhCategoryPicker *self)
{
  return eh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static guint
use_of (EhCategoryPicker *self, EhCategoryRow *row)
{
  return eh_category_use_of (self->use, eh_category_row_get_category (row)->id);
}

/* What Enter would tick can be seen, though the keyboard is elsewhere. */
static void
bring_into_sight (EhCategoryPicker *self, GtkWidget *row)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (viewport == NULL || !gtk_widget_compute_bounds (row, viewport, &bounds) ||
      bounds.size.height < 1)
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y,
                             gtk_adjustment_get_value (adjustment) + bounds.origin.y +
                                 bounds.size.height);
}

static void
point_at (EhCategoryPicker *self, EhCategoryRow *row)
{
  g_autofree char *said = row != NULL ? eh_category_row_describe (row) : g_strdup ("");

  if (self->pointed != NULL)
    eh_category_row_set_pointed (self->pointed, FALSE);
  self->pointed = row;
  if (row != NULL) {
    eh_category_row_set_pointed (row, TRUE);
    bring_into_sight (self, GTK_WIDGET (row));
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
}

static gboolean
is_shown (EhCategoryPicker *self, EhCategoryRow *row, const char *folded)
{
  const EhCategory *category = eh_category_row_get_category (row);

  if (folded[0] != '\0')
    return eh_category_row_matches (row, folded) &&
           (!category->retired || eh_category_row_get_n_placed (row) > 0);
  if (eh_category_row_get_n_placed (row) > 0)
    return TRUE;
  return !category->retired &&
         (gtk_toggle_button_get_active (self->all) || eh_category_row_has_number (row));
}

/* Shows what is at hand, or what was typed. */
static void
narrow (EhCategoryPicker *self)
{
  g_autofree char *folded = typed (self);
  EhCategoryRow *first = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < self->sections->len; i++) {
    Section *section = self->sections->pdata[i];
    gboolean some = FALSE;

    for (guint j = 0; j < section->rows->len; j++) {
      EhCategoryRow *row = section->rows->pdata[j];
      gboolean shown = is_shown (self, row, folded);

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      some = some || shown;
      if (shown && first == NULL)
        first = row;
    }
    gtk_widget_set_visible (section->box, some);
    any = any || some;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !any);
  eh_add_category_offer (self->nothing, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                         self->rows->len == 0);
  point_at (self, folded[0] != '\0' ? first : NULL);
}

static int
compare_use (gconstpointer a, gconstpointer b, gpointer data)
{
  EhCategoryPicker *self = data;
  EhCategoryRow *left = *(EhCategoryRow *const *) a;
  EhCategoryRow *right = *(EhCategoryRow *const *) b;
  guint n_left = use_of (self, left);
  guint n_right = use_of (self, right);
  guint i_left = 0, i_right = 0;

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;
  g_ptr_array_find (self->rows, left, &i_left);
  g_ptr_array_find (self->rows, right, &i_right);
  return i_left < i_right ? -1 : i_left > i_right;
}

static EhCategoryRow *
row_of (EhCategoryPicker *self, EhId category_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (eh_category_row_get_category (self->rows->pdata[i])->id == category_id)
      return self->rows->pdata[i];
  return NULL;
}

/* For whoever sorts at speed: 1 is what they used last before they began, and stays it. */
static void
number_recent (EhCategoryPicker *self)
{
  g_autoptr (GArray) recent = eh_coding_recent (eh_workspace_get_db (self->workspace),
                                                self->framework_id, self->coder, N_NUMBERS);
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    eh_category_row_set_number (self->rows->pdata[i], EH_CATEGORY_ROW_NO_NUMBER);
  memset (self->by_number, 0, sizeof self->by_number);
  for (guint i = 0; i < recent->len; i++) {
    EhCategoryRow *row = row_of (self, g_array_index (recent, EhId, i));

    if (row != NULL)
      self->by_number[n++] = row;
  }
  for (guint i = 0; i < self->rows->len && n < N_NUMBERS; i++) {
    EhCategoryRow *row = self->rows->pdata[i];
    gboolean there = FALSE;

    for (guint j = 0; j < n; j++)
      there = there || self->by_number[j] == row;
    if (!there && !eh_category_row_get_category (row)->retired)
      self->by_number[n++] = row;
  }
  for (guint i = 0; i < n; i++)
    eh_category_row_set_number (self->by_number[i], (i + 1) % N_NUMBERS);
}

/* The digits go to the commonest categories, in the order in which they stand. */
static void
number (EhCategoryPicker *self)
{
  g_autoptr (GPtrArray) common = g_ptr_array_new ();
  guint n = 0;

  if (self->coder != NULL) {
    number_recent (self);
    return;
  }
  for (guint i = 0; i < self->rows->len; i++)
    if (!eh_category_row_get_category (self->rows->pdata[i])->retired)
      g_ptr_array_add (common, self->rows->pdata[i]);
  g_ptr_array_sort_with_data (common, compare_use, self);
  g_ptr_array_set_size (common, (int) MIN (common->len, N_COMMON));
  memset (self->by_number, 0, sizeof self->by_number);
  for (guint i = 0; i < self->rows->len; i++) {
    EhCategoryRow *row = self->rows->pdata[i];
    gboolean numbered = g_ptr_array_find (common, row, NULL);

    eh_category_row_set_number (row, numbered ? n + 1 : EH_CATEGORY_ROW_NO_NUMBER);
    if (numbered)
      self->by_number[n++] = row;
  }
}

/* A category that has been used since takes the digit of one that never was; the others keep
 * theirs, for fingers learn them. */
static void
renumber (EhCategoryPicker *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    EhCategoryRow *row = self->rows->pdata[i];

    if (eh_category_row_has_number (row) || use_of (self, row) == 0 ||
        eh_category_row_get_category (row)->retired)
      continue;
    for (guint n = N_COMMON; n > 0; n--) {
      EhCategoryRow *idle = self->by_number[n - 1];

      if (idle == NULL || use_of (self, idle) > 0)
        continue;
      eh_category_row_set_number (idle, EH_CATEGORY_ROW_NO_NUMBER);
      eh_category_row_set_number (row, n);
      self->by_number[n - 1] = row;
      break;
    }
  }
}

/* Who several are placed by, or one in the list of insights: this computer's user if they gave a
 * name. */
static char *
coder_of (EhCategoryPicker *self)
{
  g_autoptr (GSettings) settings = NULL;

  if (self->coder != NULL)
    return g_strdup (self->coder);
  settings = g_settings_new (EH_APP_ID);
  return g_settings_get_string (settings, "contributor-name");
}

static gboolean
put (EhCategoryPicker *self, const EhCategory *category, gboolean on, GError **error)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autofree char *coder = coder_of (self);
  EhPlacing placing = { .coder = coder,
                        .placed_by = (EhPlacedBy) eh_choice_button_get_selected (self->placed_by),
                        .span_start = self->span_start,
                        .span_end = self->span_end };

  if (on)
    return eh_coding_place (store, self->ids, category->id, &placing, error);
  return eh_insight_set_mapped (store, self->ids, category->id, FALSE, self->coder,
                                placing.placed_by, error);
}

static void
tell_placed (EhCategoryPicker *self, EhCategoryRow *row, gboolean on)
{
  const EhCategory *category = eh_category_row_get_category (row);
  g_autofree char *said = NULL;

  if (on && self->ids->len > 1) {
    g_autofree char *label = eh_text_isolate (category->label);

    /* TRANSLATORS: %2$s is a category */
    said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Mapped %1$u insight to %2$s",
                                         "Mapped %1$u insights to %2$s", self->ids->len),
                            self->ids->len, label);
    eh_workspace_toast (self->workspace, said, TRUE);
  } else {
    said = eh_category_row_describe (row);
    eh_compat_announce (GTK_WIDGET (self), said);
  }
  g_signal_emit (self, signals[PLACED], 0, category->id, on);
}

static void
toggle (EhCategoryPicker *self, EhCategoryRow *row)
{
  const EhCategory *category = eh_category_row_get_category (row);
  gboolean on = eh_category_row_get_n_placed (row) < self->ids->len || self->span_end > 0;
  g_autoptr (GError) error = NULL;

  if (self->ids->len == 0)
    return;
  if (!put (self, category, on, &error)) {
    eh_workspace_report_error (self->workspace, error);
    eh_category_picker_refresh (self);
    return;
  }
  eh_category_use_add (self->use, category->id, (on ? 1 : -1) * (int) self->ids->len);
  eh_category_picker_refresh (self);
  tell_placed (self, row, on);
}

/* The insights are placed in what was added, at once. */
static void
added_cb (EhCategoryPicker *self, EhId id)
{
  gtk_widget_grab_focus (self->search);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  eh_category_picker_place (self, id);
}

static void
noted_cb (EhCategoryPicker *self, EhId mapping_id, int placed_by, gboolean unsure, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhMapping) row = eh_reader_get (eh_workspace_get_db (self->workspace),
                                             &eh_mapping_row_type, mapping_id);

  if (row == NULL ||
      (row->unsure == unsure && (int) row->placed_by == placed_by && g_str_equal (row->note, note)))
    return;
  if (!eh_insight_set_mapping_note (eh_workspace_get_store (self->workspace), mapping_id,
                                    (EhPlacedBy) placed_by, unsure, note, &error))
    eh_workspace_report_error (self->workspace, error);
}

static Section *
add_section (EhCategoryPicker *self, const EhCategory *top, gboolean headed)
{
  Section *section = g_new0 (Section, 1);
  GtkWidget *heading = eh_tag_new (top->label, (int) top->slot);

  section->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (section->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  top->label, -1);
  section->rows = g_ptr_array_new ();
  gtk_widget_set_halign (heading, GTK_ALIGN_START);
  gtk_widget_set_margin_bottom (heading, 2);
  gtk_widget_set_visible (heading, headed);
  gtk_box_append (GTK_BOX (section->box), heading);
  gtk_box_append (GTK_BOX (self->sections_box), section->box);
  g_ptr_array_add (self->sections, section);
  return section;
}

static void
add_row (EhCategoryPicker *self, Section *section, const EhCategory *category, guint depth)
{
  GtkWidget *row = eh_category_row_new (category);

  gtk_widget_set_margin_start (row, (int) depth * 16);
  gtk_box_append (GTK_BOX (section->box), row);
  g_ptr_array_add (section->rows, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
}

static void
add_below (
    EhCategoryPicker *self, Section *section, GPtrArray *categories, EhId parent, guint depth)
{
  for (guint i = 0; i < categories->len && depth < 4; i++) {
    const EhCategory *category = categories->pdata[i];

    if (category->parent_id != parent)
      continue;
    add_row (self, section, category, depth);
    add_below (self, section, categories, category->id, depth + 1);
  }
}

static gboolean
has_children (GPtrArray *categories, EhId id)
{
  for (guint i = 0; i < categories->len; i++)
    if (((const EhCategory *) categories->pdata[i])->parent_id == id)
      return TRUE;
  return FALSE;
}

static void
forget_rows (EhCategoryPicker *self)
{
  GtkWidget *child;

  self->pointed = NULL;
  memset (self->by_number, 0, sizeof self->by_number);
  g_ptr_array_set_size (self->sections, 0);
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->sections_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->sections_box), child);
}

static void
show_all_label (EhCategoryPicker *self)
{
  gboolean on = gtk_toggle_button_get_active (self->all);
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show the %u category",
                                                       "Show all %u categories", self->rows->len),
                                          self->rows->len);

  gtk_button_set_label (GTK_BUTTON (self->all), on ? _ ("Show the commonest") : all);
  eh_fields_wrap_button (GTK_BUTTON (self->all));
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->rows->len > N_COMMON);
}

/* A top category without any below it is a row itself; one that has some can be chosen in general.
 */
static void
load (EhCategoryPicker *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  g_autoptr (GPtrArray) rows = NULL;

  forget_rows (self);
  g_clear_pointer (&self->use, g_hash_table_unref);
  self->use = eh_category_counts_get (eh_category_counts_of (self->workspace));
  self->unsorted = !eh_category_counts_are_known (eh_category_counts_of (self->workspace));
  if (project == NULL)
    return;
  rows = eh_reader_list_of (db, &eh_category_row_type, "framework_id",
                            self->framework_id != EH_ID_NONE ? self->framework_id
                                                             : project->framework_id);
  for (guint i = 0; i < rows->len; i++) {
    const EhCategory *top = rows->pdata[i];
    Section *section;

    if (top->parent_id != EH_ID_NONE)
      continue;
    /* Without any below it, its name is that of its row. */
    section = add_section (self, top, has_children (rows, top->id));
    if (!has_children (rows, top->id) || eh_category_use_of (self->use, top->id) > 0)
      add_row (self, section, top, 0);
    add_below (self, section, rows, top->id, 0);
  }
  number (self);
  show_all_label (self);
}

static void
all_toggled_cb (EhCategoryPicker *self)
{
  show_all_label (self);
  narrow (self);
}

static void
move (EhCategoryPicker *self, int step)
{
  guint index = 0;
  int at = self->pointed != NULL && g_ptr_array_find (self->rows, self->pointed, &index)
               ? (int) index
               : (step > 0 ? -1 : (int) self->rows->len);

  for (at += step; at >= 0 && at < (int) self->rows->len; at += step)
    if (gtk_widget_get_visible (self->rows->pdata[at]) &&
        gtk_widget_get_child_visible (self->rows->pdata[at])) {
      point_at (self, self->rows->pdata[at]);
      return;
    }
}

static gboolean
key_cb (EhCategoryPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval) {
  case GDK_KEY_Down:
    move (self, 1);
    return TRUE;
  case GDK_KEY_Up:
    move (self, -1);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if ((state & GDK_CONTROL_MASK) != 0 || self->pointed == NULL)
      return FALSE;
    toggle (self, self->pointed);
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    return TRUE;
  default:
    return FALSE;
  }
}

static void
stop_cb (EhCategoryPicker *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
eh_category_picker_grab_focus (GtkWidget *widget)
{
  return eh_focus_hand_on (widget, EH_CATEGORY_PICKER (widget)->search);
}

static void
eh_category_picker_dispose (GObject *object)
{
  EhCategoryPicker *self = EH_CATEGORY_PICKER (object);

  self->pointed = NULL;
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_category_picker_parent_class)->dispose (object);
}

static void
eh_category_picker_finalize (GObject *object)
{
  EhCategoryPicker *self = EH_CATEGORY_PICKER (object);

  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->use, g_hash_table_unref);
  g_array_unref (self->ids);
  g_free (self->coder);
  G_OBJECT_CLASS (eh_category_picker_parent_class)->finalize (object);
}

static void
eh_category_picker_class_init (EhCategoryPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_category_picker_dispose;
  object_class->finalize = eh_category_picker_finalize;
  widget_class->grab_focus = eh_category_picker_grab_focus;
  /**
   * EhCategoryPicker::left: Escape, with nothing typed
   */
  signals[LEFT] = g_signal_new ("left", EH_TYPE_CATEGORY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  /**
   * EhCategoryPicker::placed:
   * @category: the category
   * @on: placed there, or taken out
   */
  signals[PLACED] = g_signal_new ("placed", EH_TYPE_CATEGORY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
make_search (EhCategoryPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Type to find a category"), "search-delay", 0,
                NULL);
  /* Taking back is about what was placed, never about letters that are gone. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->search), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a category"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (narrow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->body), self->search);
}

static void
make_foot (EhCategoryPicker *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("Decided by"));

  self->all = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->all), "flat");
  gtk_widget_set_halign (GTK_WIDGET (self->all), GTK_ALIGN_START);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (all_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->all));
  self->placed_by = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Decided by")));
  for (int i = 0; i < EH_PLACED_BY_N_VALUES; i++)
    eh_choice_button_add (self->placed_by, i, eh_vocabulary_label (&eh_placed_by_vocabulary, i), 0,
                          NULL, EH_CHOICE_NO_MARKER);
  gtk_widget_add_css_class (label, "eh-quiet");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->placed_by));
  gtk_box_append (GTK_BOX (self->body), line);
}

static void
eh_category_picker_init (EhCategoryPicker *self)
{
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->rows = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  make_search (self);
  self->sections_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_append (GTK_BOX (self->body), self->sections_box);
  self->nothing = EH_ADD_CATEGORY (eh_add_category_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), FALSE);
  g_signal_connect_object (self->nothing, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->nothing));
  make_foot (self);
}

static void
changed_cb (EhCategoryPicker *self, GArray *changes)
{
  if (eh_changes_touch (changes, &eh_category_row_type) ||
      eh_changes_touch (changes, &eh_project_row_type))
    load (self);
  else if (!eh_changes_touch (changes, &eh_mapping_row_type))
    return;
  eh_category_picker_refresh (self);
}

/* Once at most: afterwards nothing moves under a hand by itself. */
static void
counted_cb (EhCategoryPicker *self)
{
  if (!self->unsorted)
    return;
  load (self);
  narrow (self);
  eh_category_picker_refresh (self);
}

/**
 * eh_category_picker_set_workspace:
 * @self: a picker
 * @workspace: the window's workspace, with a project
 */
void
eh_category_picker_set_workspace (EhCategoryPicker *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  eh_add_category_set_workspace (self->nothing, workspace);
  load (self);
  narrow (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (eh_category_counts_of (workspace), "counted", G_CALLBACK (counted_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * eh_category_picker_show:
 * @self: a picker
 * @ids: (element-type EhId): the insights that are to be placed
 */
void
eh_category_picker_show (EhCategoryPicker *self, GArray *ids)
{
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  renumber (self);
  eh_category_picker_refresh (self);
}

/* The placements of the insights by category: an insight that two people placed there counts once.
 */
typedef struct {
  GHashTable *count;    /* category -> how many insights */
  GHashTable *mappings; /* category -> placements, of a single insight */
} Placed;

static void
placed_clear (Placed *placed)
{
  g_hash_table_unref (placed->count);
  g_hash_table_unref (placed->mappings);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placed, placed_clear)

static void
count_one (EhCategoryPicker *self, Placed *placed, EhId insight_id)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (eh_workspace_get_db (self->workspace),
                                                  &eh_mapping_row_type, "insight_id", insight_id);
  g_autoptr (GHashTable) seen = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < rows->len; i++) {
    EhMapping *row = rows->pdata[i];
    gboolean counts = self->coder == NULL || g_str_equal (self->coder, row->coder);
    GPtrArray *own;

    if (counts && g_hash_table_add (seen, &row->category_id))
      eh_category_use_add (placed->count, row->category_id, 1);
    if (self->ids->len > 1 || (!counts && self->blind))
      continue;
    own = g_hash_table_lookup (placed->mappings, &row->category_id);
    if (own == NULL) {
      own = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_mapping_free);
      g_hash_table_insert (placed->mappings, g_memdup2 (&row->category_id, sizeof (EhId)), own);
    }
    g_ptr_array_add (own, eh_mapping_copy (row));
  }
}

/**
 * eh_category_picker_refresh:
 * @self: a picker
 *
 * Reads again what is placed where.
 */
void
eh_category_picker_refresh (EhCategoryPicker *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (Placed) placed = {
    g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL),
    g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, (GDestroyNotify) g_ptr_array_unref),
  };

  for (guint i = 0; i < self->ids->len && self->ids->len <= MAX_COUNTED; i++)
    count_one (self, &placed, g_array_index (self->ids, EhId, i));
  for (guint i = 0; i < self->rows->len; i++) {
    EhCategoryRow *row = self->rows->pdata[i];
    EhId id = eh_category_row_get_category (row)->id;
    GPtrArray *own = g_hash_table_lookup (placed.mappings, &id);

    eh_category_row_set_state (row, eh_category_use_of (placed.count, id), self->ids->len);
    eh_category_row_set_mappings (row, own != NULL ? own : none);
  }
  narrow (self);
}

/**
 * eh_category_picker_toggle_number:
 * @self: a picker
 * @number_pressed: a digit; 0 is the tenth
 *
 * Places the insights under the category of that digit, or takes them out.
 *
 * Returns: whether there is one
 */
gboolean
eh_category_picker_toggle_number (EhCategoryPicker *self, guint number_pressed)
{
  guint at = (number_pressed + N_NUMBERS - 1) % N_NUMBERS;

  if (self->by_number[at] == NULL || self->ids->len == 0)
    return FALSE;
  toggle (self, self->by_number[at]);
  return TRUE;
}

/**
 * eh_category_picker_is_typing:
 * @self: a picker
 *
 * Returns: whether something is typed in the field, so that digits are letters of it
 */
gboolean
eh_category_picker_is_typing (EhCategoryPicker *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0';
}

/**
 * eh_category_picker_set_coder:
 * @self: a picker
 * @coder: who places, "" for the team; their own placements alone are ticked
 * @blind: whether those of others are kept from them
 * @framework_id: whose categories
 *
 * Makes it a picker for sorting at speed: every category is shown, and digits tick those that this
 * coder used last.
 */
void
eh_category_picker_set_coder (EhCategoryPicker *self,
                              const char *coder,
                              gboolean blind,
                              EhId framework_id)
{
  g_free (self->coder);
  self->coder = g_strdup (coder);
  self->blind = blind;
  self->framework_id = framework_id;
  eh_add_category_set_framework (self->nothing, framework_id);
  gtk_toggle_button_set_active (self->all, TRUE);
  load (self);
  eh_category_picker_refresh (self);
}

/**
 * eh_category_picker_set_span:
 * @self: a picker
 * @span_start: first character of the part that is meant by what is placed next
 * @span_end: one past its last; 0 for the whole insight
 */
void
eh_category_picker_set_span (EhCategoryPicker *self, gint64 span_start, gint64 span_end)
{
  self->span_start = span_start;
  self->span_end = span_end;
}

/**
 * eh_category_picker_is_pointing:
 * @self: a picker
 *
 * Returns: whether Enter ticks a category
 */
gboolean
eh_category_picker_is_pointing (EhCategoryPicker *self)
{
  return self->pointed != NULL;
}

/**
 * eh_category_picker_clear:
 * @self: a picker
 *
 * Shows all again, with nothing typed and nothing pointed at.
 */
void
eh_category_picker_clear (EhCategoryPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  point_at (self, NULL);
}

/**
 * eh_category_picker_place:
 * @self: a picker
 * @category_id: a category of its framework
 *
 * Places the insights there, if they are not.
 */
void
eh_category_picker_place (EhCategoryPicker *self, EhId category_id)
{
  EhCategoryRow *row = row_of (self, category_id);

  if (row != NULL && eh_category_row_get_n_placed (row) < self->ids->len)
    toggle (self, row);
}
