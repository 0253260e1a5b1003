/* The project's own categories: which frameworks it has and which it is looked at through, and of
 * each category what it is called, what belongs there, where it stands and how it looks. */

#include "eh-categories-window.h"

#include "eh-actions.h"
#include "eh-category-edit.h"
#include "eh-category-tree.h"
#include "eh-choice-button.h"
#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-preset.h"
#include "eh-reader.h"
#include "eh-slot-picker.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-toast.h"
#include "eh-two-panes.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Among the frameworks that can be added: one with nothing in it. */
#define OWN_FRAMEWORK ((EhId) -1)

struct _EhCategoriesWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhForm *form;
  EhForm *name_form; /* of the framework that is shown */
  EhTextField *name;
  AdwToastOverlay *toasts;
  EhChoiceButton *framework;
  EhChoiceButton *preset;
  GPtrArray *presets; /* (element-type EhPreset): those that the project does not have */
  GtkWidget *through;
  GtkWidget *remove;
  EhCategoryTree *tree;
  GtkWidget *detail;
  EhTextField *label;
  EhChoiceButton *parent;
  EhChoiceButton *into;
  GtkWidget *look;
  EhSlotPicker *slot;
  GtkButton *retire;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EhCategoriesWindow, eh_categories_window, ADW_TYPE_WINDOW)

static EhDb *
db_of (EhCategoriesWindow *self)
{
  return eh_workspace_get_db (self->workspace);
}

static EhStore *
store_of (EhCategoriesWindow *self)
{
  return eh_workspace_get_store (self->workspace);
}

static EhId
framework_id (EhCategoriesWindow *self)
{
  return eh_choice_button_get_selected (self->framework);
}

static void
report (EhCategoriesWindow *self, gboolean well, const GError *error)
{
  if (!well && error != NULL)
    eh_workspace_report_error (self->workspace, error);
}

/* ---- The selected category ---- */

static gboolean
is_under (GPtrArray *all, EhId id, EhId above)
{
  for (guint i = 0; i < all->len; i++) {
    const EhCategory *row = all->pdata[i];

    if (row->id == id)
      return row->parent_id == above ||
             (row->parent_id != EH_ID_NONE && is_under (all, row->parent_id, above));
  }
  return FALSE;
}

/* Where it may stand, and what it may become one with. */
static void
fill_places (EhCategoriesWindow *self, const EhCategory *category)
{
  g_autoptr (GPtrArray) all = eh_reader_list_of (db_of (self), &eh_category_row_type,
                                                 "framework_id", category->framework_id);

  self->filling = TRUE;
  eh_choice_button_clear (self->parent);
  eh_choice_button_clear (self->into);
  eh_choice_button_add (self->parent, EH_ID_NONE, _ ("At the top"), 0, NULL, EH_CHOICE_NO_MARKER);
  eh_choice_button_add (self->into, EH_ID_NONE, _ ("Merge into…"), 0, NULL, EH_CHOICE_NO_MARKER);
  for (guint i = 0; i < all->len; i++) {
    const EhCategory *other = all->pdata[i];

    if (other->id == category->id)
      continue;
    if (!is_under (all, other->id, category->id))
      eh_choice_button_add (self->parent, other->id, other->label, other->parent_id != EH_ID_NONE,
                            NULL, EH_CHOICE_NO_MARKER);
    eh_choice_button_add (self->into, other->id, other->label, other->parent_id != EH_ID_NONE, NULL,
                          EH_CHOICE_NO_MARKER);
  }
  eh_choice_button_set_selected (self->parent, category->parent_id);
  eh_choice_button_set_selected (self->into, EH_ID_NONE);
  self->filling = FALSE;
}

static void
show_category (EhCategoriesWindow *self)
{
  EhId id = eh_category_tree_get_selected (self->tree);
  g_autoptr (EhCategory) category = id != EH_ID_NONE
                                        ? eh_reader_get (db_of (self), &eh_category_row_type, id)
                                        : NULL;

  gtk_widget_set_visible (self->detail, category != NULL);
  if (category == NULL)
    return;
  if (eh_form_get_id (self->form) != id)
    eh_form_set_id (self->form, id);
  fill_places (self, category);
  gtk_widget_set_visible (self->look, category->parent_id == EH_ID_NONE);
  eh_slot_picker_set_slot (self->slot, (guint) MAX (category->slot, 0));
  gtk_button_set_label (self->retire, category->retired ? _ ("Bring It _Back") : _ ("_Retire It"));
}

static void
selected_cb (EhCategoriesWindow *self)
{
  eh_form_flush (self->form);
  show_category (self);
}

static void
parent_cb (EhCategoriesWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  eh_workspace_flush (self->workspace);
  report (self,
          eh_category_move (store_of (self), eh_category_tree_get_selected (self->tree),
                            eh_choice_button_get_selected (self->parent), EH_ID_NONE, &error),
          error);
}

static void
into_cb (EhCategoriesWindow *self)
{
  EhId from_id = eh_category_tree_get_selected (self->tree);
  EhId into_id = eh_choice_button_get_selected (self->into);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhCategory) from = NULL;
  g_autoptr (EhCategory) into = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *said = NULL;

  if (self->filling || into_id == EH_ID_NONE)
    return;
  eh_workspace_flush (self->workspace);
  from = eh_reader_get (db_of (self), &eh_category_row_type, from_id);
  into = eh_reader_get (db_of (self), &eh_category_row_type, into_id);
  if (from == NULL || into == NULL)
    return;
  if (!eh_category_merge (store_of (self), from_id, into_id, &error)) {
    report (self, FALSE, error);
    return;
  }
  first = eh_text_isolate (from->label);
  second = eh_text_isolate (into->label);
  /* TRANSLATORS: two categories */
  said = g_strdup_printf (_ ("“%1$s” is part of “%2$s” now"), first, second);
  eh_category_tree_select (self->tree, into_id);
  eh_workspace_toast (self->workspace, said, TRUE);
}

static void
slot_cb (EhCategoriesWindow *self)
{
  g_autoptr (GError) error = NULL;

  eh_workspace_flush (self->workspace);
  report (self,
          eh_category_set_slot (store_of (self), eh_category_tree_get_selected (self->tree),
                                eh_slot_picker_get_slot (self->slot), &error),
          error);
}

static void
retire_cb (EhCategoriesWindow *self)
{
  EhId id = eh_category_tree_get_selected (self->tree);
  g_autoptr (GError) error = NULL;
  g_autoptr (EhCategory) category = NULL;

  eh_workspace_flush (self->workspace);
  category = eh_reader_get (db_of (self), &eh_category_row_type, id);
  if (category != NULL)
    report (self, eh_category_set_retired (store_of (self), id, !category->retired, &error), error);
}

static void
add_under (EhCategoriesWindow *self, EhId parent_id)
{
  g_autoptr (GError) error = NULL;
  EhId id;

  eh_workspace_flush (self->workspace);
  id = eh_category_add (store_of (self), framework_id (self), parent_id, _ ("New category"),
                        &error);
  if (id == EH_ID_NONE) {
    report (self, FALSE, error);
    return;
  }
  eh_category_tree_select (self->tree, id);
  gtk_widget_grab_focus (eh_text_field_get_input (self->label));
  gtk_editable_select_region (GTK_EDITABLE (eh_text_field_get_input (self->label)), 0, -1);
}

static void
add_cb (EhCategoriesWindow *self)
{
  EhId id = eh_category_tree_get_selected (self->tree);
  g_autoptr (EhCategory) category = id != EH_ID_NONE
                                        ? eh_reader_get (db_of (self), &eh_category_row_type, id)
                                        : NULL;

  add_under (self, category == NULL                    ? EH_ID_NONE
                   : category->parent_id == EH_ID_NONE ? category->id
                                                       : category->parent_id);
}

static void
add_top_cb (EhCategoriesWindow *self)
{
  add_under (self, EH_ID_NONE);
}

/* ---- Frameworks ---- */

static void
show_framework (EhCategoriesWindow *self)
{
  g_autoptr (EhProject) project = eh_reader_get (db_of (self), &eh_project_row_type, 1);

  gtk_widget_set_sensitive (self->through,
                            project != NULL && project->framework_id != framework_id (self));
  gtk_widget_set_visible (self->remove, eh_framework_may_go (db_of (self), framework_id (self)));
  if (eh_form_get_id (self->name_form) != framework_id (self))
    eh_form_set_id (self->name_form, framework_id (self));
  eh_category_tree_show (self->tree, framework_id (self));
  show_category (self);
}

static gboolean
has (GPtrArray *frameworks, const char *key)
{
  for (guint i = 0; i < frameworks->len; i++)
    if (g_str_equal (((EhFramework *) frameworks->pdata[i])->key, key))
      return TRUE;
  return FALSE;
}

static void
fill_frameworks (EhCategoriesWindow *self, EhId selected)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (db_of (self), &eh_framework_row_type);
  g_autoptr (GPtrArray) presets = eh_preset_frameworks ();

  self->filling = TRUE;
  eh_choice_button_clear (self->framework);
  for (guint i = 0; i < rows->len; i++) {
    const EhFramework *row = rows->pdata[i];

    eh_choice_button_add (self->framework, row->id, row->name, 0, NULL, EH_CHOICE_NO_MARKER);
  }
  eh_choice_button_set_selected (self->framework, selected);
  eh_choice_button_clear (self->preset);
  g_ptr_array_set_size (self->presets, 0);
  eh_choice_button_add (self->preset, EH_ID_NONE, _ ("Add a Framework…"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  eh_choice_button_add (self->preset, OWN_FRAMEWORK, _ ("Start with no categories"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  while (presets->len > 0) {
    EhPreset *preset = g_ptr_array_steal_index (presets, 0);

    if (has (rows, preset->key)) {
      eh_preset_free (preset);
      continue;
    }
    g_ptr_array_add (self->presets, preset);
    eh_choice_button_add (self->preset, (EhId) self->presets->len, preset->name, 0, NULL,
                          EH_CHOICE_NO_MARKER);
  }
  eh_choice_button_set_selected (self->preset, EH_ID_NONE);
  self->filling = FALSE;
  show_framework (self);
}

static void
framework_cb (EhCategoriesWindow *self)
{
  if (self->filling)
    return;
  eh_form_flush (self->form);
  eh_form_flush (self->name_form);
  show_framework (self);
}

/* One of the team's own: it is named first, and looked through at once. */
static void
begin_own (EhCategoriesWindow *self)
{
  g_autoptr (GError) error = NULL;
  EhId id;

  eh_workspace_flush (self->workspace);
  id = eh_framework_begin (store_of (self), _ ("Our own categories"), &error);
  if (id == EH_ID_NONE) {
    report (self, FALSE, error);
    return;
  }
  fill_frameworks (self, id);
  gtk_widget_grab_focus (eh_text_field_get_input (self->name));
  gtk_editable_select_region (GTK_EDITABLE (eh_text_field_get_input (self->name)), 0, -1);
}

static void
preset_cb (EhCategoriesWindow *self)
{
  EhId at = eh_choice_button_get_selected (self->preset);
  g_autoptr (EhFramework) framework = NULL;
  g_autoptr (GPtrArray) categories = NULL;
  g_autoptr (GError) error = NULL;
  const EhPreset *preset;

  if (!self->filling && at == OWN_FRAMEWORK) {
    begin_own (self);
    return;
  }
  if (self->filling || at == EH_ID_NONE || (guint) at > self->presets->len)
    return;
  preset = self->presets->pdata[at - 1];
  if (!eh_preset_framework_rows (preset->key, &framework, &categories))
    return;
  eh_workspace_flush (self->workspace);
  if (!eh_framework_add (store_of (self), framework, categories, &error)) {
    report (self, FALSE, error);
    return;
  }
  fill_frameworks (self, framework->id);
}

static void
through_cb (EhCategoriesWindow *self)
{
  g_autoptr (GError) error = NULL;

  report (self, eh_framework_choose (store_of (self), framework_id (self), &error), error);
  show_framework (self);
}

/* Only where nothing is lost; and it can be taken back. */
static void
remove_cb (EhCategoriesWindow *self)
{
  g_autofree char *name = eh_text_isolate (eh_choice_button_get_text (self->framework));
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  eh_workspace_flush (self->workspace);
  if (!eh_framework_remove (store_of (self), framework_id (self), &error)) {
    report (self, FALSE, error);
    return;
  }
  /* TRANSLATORS: %s is a framework */
  said = g_strdup_printf (_ ("“%s” is removed"), name);
  eh_workspace_toast (self->workspace, said, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->framework));
}

static void
changed_cb (EhCategoriesWindow *self, GArray *changes)
{
  if (eh_changes_touch (changes, &eh_framework_row_type) ||
      eh_changes_touch (changes, &eh_project_row_type)) {
    EhId id = framework_id (self);
    g_autoptr (EhFramework) there = eh_reader_get (db_of (self), &eh_framework_row_type, id);
    g_autoptr (EhProject) project = eh_reader_get (db_of (self), &eh_project_row_type, 1);

    fill_frameworks (self, there != NULL || project == NULL ? id : project->framework_id);
  } else if (eh_changes_touch (changes, &eh_category_row_type)) {
    show_category (self);
  }
}

static void
toast_cb (EhCategoriesWindow *self, const char *text, gboolean with_undo)
{
  adw_toast_overlay_add_toast (self->toasts, eh_toast_new (text));
  eh_compat_announce (GTK_WIDGET (self), text);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhCategoriesWindow *self = EH_CATEGORIES_WINDOW (widget);

  if (g_str_equal (name, "win.undo"))
    eh_workspace_undo (self->workspace);
  else
    eh_workspace_redo (self->workspace);
}

/* ---- Making it ---- */

static GtkWidget *
text (EhCategoriesWindow *self, const char *label, const char *field, gboolean lines)
{
  GtkWidget *widget = eh_text_field_new (label, lines);

  if (lines)
    gtk_widget_add_css_class (eh_text_field_get_input (EH_TEXT_FIELD (widget)), "eh-few-lines");
  eh_form_bind_text (self->form, field, eh_text_field_get_input (EH_TEXT_FIELD (widget)));
  return widget;
}

static GtkWidget *
make_detail (EhCategoriesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = eh_wrap_new (8);

  self->form = eh_form_new (self->workspace, &eh_category_row_type, _ ("Changed a category"));
  self->label = EH_TEXT_FIELD (text (self, _ ("Name"), "label", FALSE));
  eh_form_require (self->form, "label");
  self->parent = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Under")));
  self->into = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Merge into another category")));
  self->look = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->slot = EH_SLOT_PICKER (eh_slot_picker_new ());
  self->retire = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Retire It")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->retire),
                               _ ("Kept for what is placed there, and offered no more"));
  gtk_box_append (GTK_BOX (self->look),
                  eh_fields_words (_ ("Colour and pattern"), "eh-field-label"));
  gtk_box_append (GTK_BOX (self->look), GTK_WIDGET (self->slot));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), text (self, _ ("In a plain sentence"), "plain", FALSE));
  gtk_box_append (GTK_BOX (box), text (self, _ ("What belongs here"), "definition", TRUE));
  gtk_box_append (GTK_BOX (box), text (self, _ ("A question to ask ourselves"), "ask", FALSE));
  gtk_box_append (GTK_BOX (box), eh_fields_words (_ ("Under"), "eh-field-label"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->parent));
  gtk_box_append (GTK_BOX (box), self->look);
  eh_wrap_append (EH_WRAP (buttons), GTK_WIDGET (self->retire));
  eh_wrap_append (EH_WRAP (buttons), GTK_WIDGET (self->into));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "eh-sort-pane");
  g_signal_connect_object (self->parent, "chosen", G_CALLBACK (parent_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->into, "chosen", G_CALLBACK (into_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->slot, "chosen", G_CALLBACK (slot_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->retire, "clicked", G_CALLBACK (retire_cb), self,
                           G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_frameworks (EhCategoriesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *wrap = eh_wrap_new (8);

  self->framework = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Framework")));
  self->preset = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Add a framework that ships")));
  self->through = gtk_button_new_with_mnemonic (_ ("_Sort and Draw by This One"));
  g_signal_connect_object (self->framework, "chosen", G_CALLBACK (framework_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preset, "chosen", G_CALLBACK (preset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->through, "clicked", G_CALLBACK (through_cb), self,
                           G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (wrap), GTK_WIDGET (self->framework));
  eh_wrap_append (EH_WRAP (wrap), self->through);
  eh_wrap_append (EH_WRAP (wrap), GTK_WIDGET (self->preset));
  self->remove = gtk_button_new_with_mnemonic (_ ("Remo_ve This One"));
  gtk_widget_set_tooltip_text (self->remove, _ ("Nothing is placed in it yet"));
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (wrap), self->remove);
  self->name_form = eh_form_new (self->workspace, &eh_framework_row_type,
                                 _ ("Renamed a framework"));
  self->name = EH_TEXT_FIELD (eh_text_field_new (_ ("What this framework is called"), FALSE));
  eh_form_bind_text (self->name_form, "name", eh_text_field_get_input (self->name));
  eh_form_require (self->name_form, "name");
  gtk_box_append (GTK_BOX (box), wrap);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  return box;
}

static GtkWidget *
make_tree (EhCategoriesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = eh_wrap_new (8);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add a Category"));
  GtkWidget *top = gtk_button_new_with_mnemonic (_ ("Add One at the _Top"));

  self->tree = EH_CATEGORY_TREE (eh_category_tree_new (self->workspace));
  g_signal_connect_object (self->tree, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (top, "clicked", G_CALLBACK (add_top_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (buttons), add);
  eh_wrap_append (EH_WRAP (buttons), top);
  gtk_box_append (GTK_BOX (box), make_frameworks (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tree));
  gtk_box_append (GTK_BOX (box),
                  eh_fields_words (_ ("Drag a category to another place, or move it with Alt and "
                                      "the arrows."),
                                   "eh-hint"));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "eh-sort-pane");
  return box;
}

static void
make_content (EhCategoriesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->detail = make_detail (self);
  gtk_box_append (GTK_BOX (end), self->detail);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, eh_two_panes_new (make_tree (self), end));
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static gboolean
eh_categories_window_close_request (GtkWindow *window)
{
  eh_form_flush (EH_CATEGORIES_WINDOW (window)->form);
  eh_form_flush (EH_CATEGORIES_WINDOW (window)->name_form);
  return GTK_WINDOW_CLASS (eh_categories_window_parent_class)->close_request (window);
}

static void
eh_categories_window_dispose (GObject *object)
{
  EhCategoriesWindow *self = EH_CATEGORIES_WINDOW (object);

  g_clear_object (&self->form);
  g_clear_object (&self->name_form);
  g_clear_pointer (&self->presets, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_categories_window_parent_class)->dispose (object);
}

static void
eh_categories_window_class_init (EhCategoriesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_categories_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eh_categories_window_close_request;
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_categories_window_init (EhCategoriesWindow *self)
{
  self->presets = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_preset_free);
}

/* The window is there a frame earlier. */
static gboolean
first_fill_cb (gpointer data)
{
  EhCategoriesWindow *self = data;
  g_autoptr (EhProject) project = NULL;

  if (self->workspace == NULL || eh_workspace_get_store (self->workspace) == NULL)
    return G_SOURCE_REMOVE;
  project = eh_reader_get (db_of (self), &eh_project_row_type, 1);
  fill_frameworks (self, project != NULL ? project->framework_id : EH_ID_NONE);
  return G_SOURCE_REMOVE;
}

/**
 * eh_categories_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window of the project's categories; Escape closes it
 */
GtkWidget *
eh_categories_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhCategoriesWindow *self = g_object_new (
      EH_TYPE_CATEGORIES_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
      TRUE, "title", _ ("Categories"), "default-width", 980, "default-height", 700, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  self->workspace = g_object_ref (workspace);
  eh_workspace_flush (workspace);
  make_content (self);
  eh_actions_install_window (GTK_WIDGET (self));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (workspace, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, first_fill_cb, g_object_ref (self), g_object_unref);
  return GTK_WIDGET (self);
}
