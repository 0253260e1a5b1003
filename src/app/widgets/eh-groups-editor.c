/* The role groups of a project: their order, and behind a button their names, their look and
 * whether they count in voice shares. */

#include "eh-groups-editor.h"

#include "eh-fields.h"
#include "eh-form.h"
#include "eh-group-marker.h"
#include "eh-role-group.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-theme.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct {
  EhGroupsEditor *editor; /* not owned */
  EhId id;
  GtkWidget *row;
  EhGroupMarker *marker;
  GtkWidget *up;
  GtkWidget *down;
  EhTextField *label;
  GtkWidget *looks[EH_CHART_THEME_SLOTS];
  EhForm *form;
  gboolean showing;
} Group;

struct _EhGroupsEditor {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *box;
  GtkListBox *list;
  GPtrArray *groups; /* (element-type Group): in their order */
};

G_DEFINE_FINAL_TYPE (EhGroupsEditor, eh_groups_editor, GTK_TYPE_WIDGET)

static const char *const shapes[EH_CHART_MARKER_N] = {
  NC_ ("shape", "Circle"),      NC_ ("shape", "Square"),        NC_ ("shape", "Diamond"),
  NC_ ("shape", "Triangle up"), NC_ ("shape", "Triangle down"), NC_ ("shape", "Plus"),
  NC_ ("shape", "Hexagon"),     NC_ ("shape", "Star"),          NC_ ("shape", "Cross"),
  NC_ ("shape", "Pentagon"),    NC_ ("shape", "Bar"),           NC_ ("shape", "Hourglass"),
};

static void
group_free (Group *group)
{
  g_clear_object (&group->form);
  g_free (group);
}

static Group *
find (EhGroupsEditor *self, EhId id)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (((Group *) self->groups->pdata[i])->id == id)
      return self->groups->pdata[i];
  return NULL;
}

static void
move (Group *group, int by)
{
  EhGroupsEditor *self = group->editor;
  GPtrArray *rows = eh_workspace_get_role_groups (self->workspace);
  g_autoptr (EhRoleGroup) one = NULL;
  g_autoptr (EhRoleGroup) other = NULL;
  double position;

  for (guint i = 0; i < rows->len; i++)
    if (eh_row_id (rows->pdata[i]) == group->id && (int) i + by >= 0 &&
        i + (guint) by < rows->len) {
      one = eh_role_group_copy (rows->pdata[i]);
      other = eh_role_group_copy (rows->pdata[(int) i + by]);
    }
  if (one == NULL)
    return;
  position = one->position;
  one->position = other->position;
  other->position = position;
  if (eh_workspace_begin (self->workspace, _ ("Moved a role group"))) {
    eh_store_put (eh_workspace_get_store (self->workspace), &eh_role_group_row_type, one, NULL);
    eh_store_put (eh_workspace_get_store (self->workspace), &eh_role_group_row_type, other, NULL);
    eh_workspace_commit (self->workspace);
  }
}

static void
up_cb (GtkWidget *button, Group *group)
{
  move (group, -1);
}

static void
down_cb (GtkWidget *button, Group *group)
{
  move (group, 1);
}

static void
look_cb (GtkToggleButton *button, Group *group)
{
  g_autoptr (EhRoleGroup) changed = NULL;

  if (group->showing || !gtk_toggle_button_get_active (button) ||
      eh_form_get_row (group->form) == NULL)
    return;
  eh_form_flush (group->form);
  changed = eh_role_group_copy (eh_form_get_row (group->form));
  for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++)
    if (group->looks[i] == GTK_WIDGET (button))
      changed->slot = i;
  eh_workspace_put (group->editor->workspace, &eh_role_group_row_type, changed,
                    _ ("Changed a role group"), NULL);
}

static void
remove_cb (GtkWidget *button, Group *group)
{
  const EhRoleGroup *row = eh_form_get_row (group->form);
  g_autofree char *label = eh_text_isolate (row != NULL ? row->label : "");
  /* TRANSLATORS: %s is the name of a role group */
  g_autofree char *toast = g_strdup_printf (_ ("Removed %s"), label);

  eh_workspace_remove (group->editor->workspace, &eh_role_group_row_type, group->id,
                       _ ("Removed a role group"), toast);
}

static GtkWidget *
icon_button (const char *icon, const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
look_chooser (Group *group)
{
  GtkWidget *wrap = eh_wrap_new (4);

  for (guint i = 0; i < EH_CHART_THEME_SLOTS; i++) {
    GtkWidget *button = gtk_toggle_button_new ();
    const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "shape",
                                     shapes[eh_chart_theme_group_marker (i)]);

    gtk_button_set_child (GTK_BUTTON (button), eh_group_marker_new ((int) i));
    gtk_widget_set_tooltip_text (button, name);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
    gtk_widget_add_css_class (button, "flat");
    if (i > 0)
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group->looks[0]));
    group->looks[i] = button;
    g_signal_connect (button, "toggled", G_CALLBACK (look_cb), group);
    eh_wrap_append (EH_WRAP (wrap), button);
  }
  return wrap;
}

static GtkWidget *
edit_box (Group *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *singular = eh_text_field_new (_ ("For _one of them"), FALSE);
  GtkWidget *look = gtk_label_new (_ ("Shape and colour"));
  GtkWidget *counts = eh_fields_check (_ ("Counts in whose _voice is heard"));
  GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("Re_move This Group"));

  gtk_check_button_set_use_underline (GTK_CHECK_BUTTON (counts), TRUE);
  group->label = EH_TEXT_FIELD (eh_text_field_new (_ ("_Name of the group"), FALSE));
  gtk_label_set_xalign (GTK_LABEL (look), 0);
  gtk_widget_add_css_class (look, "eh-field-label");
  gtk_widget_set_tooltip_text (counts, _ ("Facilitators are there to hold the room; they do not."));
  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group->label));
  gtk_box_append (GTK_BOX (box), singular);
  gtk_box_append (GTK_BOX (box), look);
  gtk_box_append (GTK_BOX (box), look_chooser (group));
  gtk_box_append (GTK_BOX (box), counts);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_add_css_class (box, "eh-popover");
  eh_form_bind_text (group->form, "label", eh_text_field_get_input (group->label));
  eh_form_require (group->form, "label");
  eh_form_bind_text (group->form, "singular", eh_text_field_get_input (EH_TEXT_FIELD (singular)));
  eh_form_require (group->form, "singular");
  eh_form_bind_switch (group->form, "in_voice", counts);
  return box;
}

static void
name_buttons (Group *group, const char *label)
{
  g_autofree char *isolated = eh_text_isolate (label);
  /* TRANSLATORS: %s is the name of a role group */
  g_autofree char *up = g_strdup_printf (_ ("Move %s up"), isolated);
  /* TRANSLATORS: %s is the name of a role group */
  g_autofree char *down = g_strdup_printf (_ ("Move %s down"), isolated);

  /* An expander row passes its title to the header inside it, and has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->up), GTK_ACCESSIBLE_PROPERTY_LABEL, up,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->down), GTK_ACCESSIBLE_PROPERTY_LABEL, down,
                                  -1);
}

static void
show_group (Group *group)
{
  const EhRoleGroup *row = eh_form_get_row (group->form);

  if (row == NULL || row->slot < 0 || row->slot >= EH_CHART_THEME_SLOTS)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (group->row), row->label);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (group->row),
                                 row->in_voice ? "" : _ ("Not counted in whose voice is heard"));
  eh_group_marker_set_slot (group->marker, (int) row->slot);
  name_buttons (group, row->label);
  group->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (group->looks[row->slot]), TRUE);
  group->showing = FALSE;
}

static Group *
new_group (EhGroupsEditor *self, EhId id)
{
  Group *group = g_new0 (Group, 1);
  GtkWidget *inside = gtk_list_box_row_new ();
  GtkWidget *front = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  group->editor = self;
  group->id = id;
  group->form = eh_form_new (self->workspace, &eh_role_group_row_type, _ ("Changed a role group"));
  group->row = adw_expander_row_new ();
  group->marker = EH_GROUP_MARKER (eh_group_marker_new (-1));
  group->up = icon_button ("go-up-symbolic", _ ("Move Up"));
  group->down = icon_button ("go-down-symbolic", _ ("Move Down"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (group->row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inside), edit_box (group));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inside), FALSE);
  gtk_widget_set_focusable (inside, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (group->row), inside);
  gtk_box_append (GTK_BOX (front), GTK_WIDGET (group->marker));
  gtk_box_append (GTK_BOX (front), group->up);
  gtk_box_append (GTK_BOX (front), group->down);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (group->row), front);
  g_signal_connect (group->up, "clicked", G_CALLBACK (up_cb), group);
  g_signal_connect (group->down, "clicked", G_CALLBACK (down_cb), group);
  g_signal_connect_swapped (group->form, "changed", G_CALLBACK (show_group), group);
  eh_form_set_id (group->form, id);
  gtk_list_box_append (self->list, group->row);
  return group;
}

static gboolean
is_there (EhGroupsEditor *self, EhId id)
{
  return eh_workspace_get_role_group (self->workspace, id) != NULL;
}

/* Rows of groups that are still there stay the same widgets, so that typing goes on undisturbed. */
static void
refresh (EhGroupsEditor *self)
{
  GPtrArray *rows = eh_workspace_get_role_groups (self->workspace);

  for (guint i = self->groups->len; i > 0; i--) {
    Group *group = self->groups->pdata[i - 1];

    if (is_there (self, group->id))
      continue;
    gtk_list_box_remove (self->list, group->row);
    g_ptr_array_remove_index (self->groups, i - 1);
  }
  for (guint i = 0; i < rows->len; i++) {
    EhId id = eh_row_id (rows->pdata[i]);
    Group *group = find (self, id);

    if (group == NULL) {
      group = new_group (self, id);
      g_ptr_array_add (self->groups, group);
    }
    if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (group->row)) != (int) i) {
      g_object_ref (group->row);
      gtk_list_box_remove (self->list, group->row);
      gtk_list_box_insert (self->list, group->row, (int) i);
      g_object_unref (group->row);
    }
    gtk_widget_set_sensitive (group->up, i > 0);
    gtk_widget_set_sensitive (group->down, i + 1 < rows->len);
  }
}

static gint64
free_slot (EhGroupsEditor *self)
{
  GPtrArray *rows = eh_workspace_get_role_groups (self->workspace);

  for (gint64 slot = 0; slot < EH_CHART_THEME_SLOTS; slot++) {
    gboolean taken = FALSE;

    for (guint i = 0; i < rows->len; i++)
      taken |= ((const EhRoleGroup *) rows->pdata[i])->slot == slot;
    if (!taken)
      return slot;
  }
  return 0;
}

static void
add_cb (EhGroupsEditor *self)
{
  g_autoptr (EhRoleGroup) group = eh_role_group_new ();
  GPtrArray *rows = eh_workspace_get_role_groups (self->workspace);
  g_autofree char *unique = eh_id_to_string (eh_id_new ());
  Group *shown = NULL;

  g_free (group->key);
  group->key = g_strconcat ("own-", unique, NULL);
  group->id = eh_id_from_key ("role_group", group->key);
  eh_set_str (&group->label, _ ("New group"));
  eh_set_str (&group->singular, _ ("contributor"));
  group->slot = free_slot (self);
  group->position = rows->len > 0 ? ((const EhRoleGroup *) rows->pdata[rows->len - 1])->position + 1
                                  : 1;
  group->in_voice = TRUE;
  if (!eh_workspace_put (self->workspace, &eh_role_group_row_type, group, _ ("Added a role group"),
                         NULL))
    return;
  shown = find (self, group->id);
  if (shown == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (shown->row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (shown->label));
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhGroupsEditor *self)
{
  if (eh_changes_touch (changes, &eh_role_group_row_type))
    refresh (self);
}

static void
eh_groups_editor_dispose (GObject *object)
{
  EhGroupsEditor *self = EH_GROUPS_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_groups_editor_parent_class)->dispose (object);
}

static void
eh_groups_editor_class_init (EhGroupsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_groups_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_groups_editor_init (EhGroupsEditor *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("Add a _Group"));

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Role groups"), -1);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_add_css_class (add, "pill");
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_groups_editor_set_workspace:
 * @self: an editor that has none
 * @workspace: a workspace with a project
 */
void
eh_groups_editor_set_workspace (EhGroupsEditor *self, EhWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  refresh (self);
}
