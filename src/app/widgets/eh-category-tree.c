/* The categories of a framework as a tree, which can be put in another order by dragging or with
 * Alt and the arrows. */

#include "eh-category-tree.h"

#include "eh-category-counts.h"
#include "eh-category-edit.h"
#include "eh-category-use.h"
#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-reader.h"
#include "eh-slot-picker.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 6

struct _EhCategoryTree {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkListBox *list;
  EhId framework_id;
  EhId selected;
  GPtrArray *rows; /* (element-type EhCategory): as they stand in the list */
  gboolean filling;
};

enum {
  SELECTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhCategoryTree, eh_category_tree, GTK_TYPE_WIDGET)

static const EhCategory *
category_at (EhCategoryTree *self, GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && (guint) index < self->rows->len ? self->rows->pdata[index] : NULL;
}

static void
row_selected_cb (EhCategoryTree *self, GtkListBoxRow *row)
{
  const EhCategory *category = category_at (self, row);

  if (self->filling)
    return;
  self->selected = category != NULL ? category->id : EH_ID_NONE;
  g_signal_emit (self, signals[SELECTED], 0);
}

/* ---- Another order ---- */

static void
move (EhCategoryTree *self, EhId id, EhId parent_id, EhId before_id)
{
  g_autoptr (GError) error = NULL;

  eh_workspace_flush (self->workspace);
  if (!eh_category_move (eh_workspace_get_store (self->workspace), id, parent_id, before_id,
                         &error))
    eh_workspace_report_error (self->workspace, error);
}

/* The sibling that stands @n further; with @past, the one after that. */
static const EhCategory *
sibling (EhCategoryTree *self, const EhCategory *category, int n, gboolean *found)
{
  g_autoptr (GPtrArray) beside = g_ptr_array_new ();
  guint at = 0;
  int wanted;

  for (guint i = 0; i < self->rows->len; i++) {
    EhCategory *other = self->rows->pdata[i];

    if (other->parent_id != category->parent_id)
      continue;
    if (other->id == category->id)
      at = beside->len;
    g_ptr_array_add (beside, other);
  }
  wanted = (int) at + n;
  *found = wanted >= 0 && wanted <= (int) beside->len;
  return wanted >= 0 && wanted < (int) beside->len ? beside->pdata[wanted] : NULL;
}

static void
move_by (EhCategoryTree *self, int by)
{
  const EhCategory *category = category_at (self, gtk_list_box_get_selected_row (self->list));
  g_autofree char *label = NULL;
  g_autofree char *said = NULL;
  const EhCategory *before;
  gboolean found;

  if (category == NULL)
    return;
  before = sibling (self, category, by > 0 ? 2 : -1, &found);
  if (!found)
    return;
  label = eh_text_isolate (category->label);
  /* TRANSLATORS: %s is a category */
  said = g_strdup_printf (by > 0 ? _ ("%s: moved down") : _ ("%s: moved up"), label);
  move (self, category->id, category->parent_id, before != NULL ? before->id : EH_ID_NONE);
  eh_compat_announce (GTK_WIDGET (self), said);
}

static gboolean
key_cb (EhCategoryTree *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & GDK_ALT_MASK) == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return FALSE;
  move_by (self, keyval == GDK_KEY_Down ? 1 : -1);
  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, EhCategoryTree *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const EhCategory *category = category_at (self, GTK_LIST_BOX_ROW (row));

  return category != NULL ? gdk_content_provider_new_typed (G_TYPE_INT64, category->id) : NULL;
}

/* What is dragged is the row itself. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, EhCategoryTree *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 12, gtk_widget_get_height (row) / 2);
}

/* Where it would come to stand is a line above the row or below it. */
static void
show_place (GtkWidget *row, gboolean before, gboolean after)
{
  if (before)
    gtk_widget_add_css_class (row, "eh-drop-before");
  else
    gtk_widget_remove_css_class (row, "eh-drop-before");
  if (after)
    gtk_widget_add_css_class (row, "eh-drop-after");
  else
    gtk_widget_remove_css_class (row, "eh-drop-after");
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, EhCategoryTree *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  gboolean lower = y > gtk_widget_get_height (row) / 2.0;

  show_place (row, !lower, lower);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, EhCategoryTree *self)
{
  show_place (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), FALSE, FALSE);
}

/* Dropped on the upper half it stands before that one, on the lower half after it. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, EhCategoryTree *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const EhCategory *on = category_at (self, GTK_LIST_BOX_ROW (row));
  EhId id = g_value_get_int64 (value);
  const EhCategory *before = on;
  gboolean found;

  if (on == NULL || on->id == id)
    return FALSE;
  if (y > gtk_widget_get_height (row) / 2.0)
    before = sibling (self, on, 1, &found);
  if (before != NULL && before->id == id)
    return FALSE;
  self->selected = id;
  move (self, id, on->parent_id, before != NULL ? before->id : EH_ID_NONE);
  return TRUE;
}

static void
make_movable (EhCategoryTree *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* ---- Showing it ---- */

static void
add_words (GtkWidget *box, const EhCategory *category, guint n)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (category->label);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u placement", "%u placements", n), n);
  /* TRANSLATORS: of a category that is offered no more; %s is "12 placements" */
  g_autofree char *retired = g_strdup_printf (_ ("Retired · %s"), count);
  GtkWidget *detail = gtk_label_new (category->retired ? retired : count);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_add_css_class (detail, "eh-hint");
  if (category->parent_id == EH_ID_NONE)
    gtk_widget_add_css_class (label, "heading");
  if (category->retired)
    gtk_widget_add_css_class (label, "eh-quiet");
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), words);
}

static void
add_row (EhCategoryTree *self, const EhCategory *category, guint depth, GHashTable *use)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_widget_set_margin_start (box, 8 + (int) depth * 20);
  gtk_widget_set_margin_end (box, 8);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  if (depth == 0)
    gtk_box_append (GTK_BOX (box), eh_slot_swatch_new ((guint) MAX (category->slot, 0), 20, 20));
  add_words (box, category, eh_category_use_of (use, category->id));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  category->label, -1);
  make_movable (self, row);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, eh_category_copy (category));
}

static void
add_below (EhCategoryTree *self, GPtrArray *all, EhId parent_id, guint depth, GHashTable *use)
{
  for (guint i = 0; i < all->len && depth < MAX_DEPTH; i++) {
    const EhCategory *category = all->pdata[i];

    if (category->parent_id != parent_id)
      continue;
    add_row (self, category, depth, use);
    add_below (self, all, category->id, depth + 1, use);
  }
}

static void
fill (EhCategoryTree *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) all = eh_reader_list_of (db, &eh_category_row_type, "framework_id",
                                                 self->framework_id);
  g_autoptr (GHashTable) use = eh_category_counts_get (eh_category_counts_of (self->workspace));
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  EhId selected = self->selected;
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->rows, 0);
  add_below (self, all, EH_ID_NONE, 0, use);
  self->filling = FALSE;
  eh_category_tree_select (self, selected);
  if (had_focus && gtk_list_box_get_selected_row (self->list) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

static void
changed_cb (EhCategoryTree *self, GArray *changes)
{
  if (eh_changes_touch (changes, &eh_category_row_type) ||
      eh_changes_touch (changes, &eh_mapping_row_type))
    fill (self);
}

static void
eh_category_tree_dispose (GObject *object)
{
  EhCategoryTree *self = EH_CATEGORY_TREE (object);
  GtkWidget *list = GTK_WIDGET (self->list);

  self->filling = TRUE;
  self->list = NULL;
  if (list != NULL)
    gtk_widget_unparent (list);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_category_tree_parent_class)->dispose (object);
}

static void
eh_category_tree_finalize (GObject *object)
{
  g_ptr_array_unref (EH_CATEGORY_TREE (object)->rows);
  G_OBJECT_CLASS (eh_category_tree_parent_class)->finalize (object);
}

static void
eh_category_tree_class_init (EhCategoryTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_category_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_category_tree_finalize;
  /**
   * EhCategoryTree::selected: another category is selected, or none
   */
  signals[SELECTED] = g_signal_new ("selected", EH_TYPE_CATEGORY_TREE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_category_tree_init (EhCategoryTree *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_category_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Categories"), -1);
  gtk_list_box_set_placeholder (
      self->list,
      eh_fields_words (_ ("There are no categories here yet. Add the first one."), "eh-quiet"));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_category_tree_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a tree of no framework
 */
GtkWidget *
eh_category_tree_new (EhWorkspace *workspace)
{
  EhCategoryTree *self = g_object_new (EH_TYPE_CATEGORY_TREE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (eh_category_counts_of (workspace), "counted", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * eh_category_tree_show:
 * @self: a tree
 * @framework_id: whose categories
 */
void
eh_category_tree_show (EhCategoryTree *self, EhId framework_id)
{
  if (self->framework_id == framework_id)
    return;
  self->framework_id = framework_id;
  self->selected = EH_ID_NONE;
  fill (self);
}

/**
 * eh_category_tree_get_selected:
 * @self: a tree
 *
 * Returns: the selected category, or none
 */
EhId
eh_category_tree_get_selected (EhCategoryTree *self)
{
  return self->selected;
}

/**
 * eh_category_tree_select:
 * @self: a tree
 * @id: a category; the first where that is not there
 */
void
eh_category_tree_select (EhCategoryTree *self, EhId id)
{
  guint at = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (((EhCategory *) self->rows->pdata[i])->id == id)
      at = i;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) at));
}
