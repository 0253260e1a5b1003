/* The states of a guidance that the team has named: to compare with what it is now, and to return
 * to. */

#include "eh-versions-pane.h"

#include "eh-compare-window.h"
#include "eh-guidance-versions.h"
#include "eh-text.h"
#include "eh-when-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhVersionsPane {
  GtkWidget parent_instance;

  EhGuidanceDoc *doc;
  gboolean stale;

  GtkWidget *scroll;
  GtkEditable *entry;
  GtkLabel *none;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EhVersionsPane, eh_versions_pane, GTK_TYPE_WIDGET)

static EhWorkspace *
workspace_of (EhVersionsPane *self)
{
  return eh_guidance_doc_get_workspace (self->doc);
}

static void
eh_versions_pane_dispose (GObject *object)
{
  EhVersionsPane *self = EH_VERSIONS_PANE (object);

  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_versions_pane_parent_class)->dispose (object);
}

static EhId
id_at (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const EhId *id = g_object_get_data (G_OBJECT (row), "version-id");

  return id != NULL ? *id : EH_ID_NONE;
}

/* ---- What people do ---- */

static void
keep_cb (EhVersionsPane *self)
{
  EhStore *store = eh_workspace_get_store (workspace_of (self));
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (self->doc);
  const char *name = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;

  if (guidance == NULL || store == NULL || eh_text_is_blank (name))
    return;
  eh_workspace_flush (workspace_of (self));
  if (eh_guidance_keep_version (store, guidance->id, name, eh_store_get_author (store), &error) ==
      EH_ID_NONE) {
    eh_workspace_report_error (workspace_of (self), error);
    return;
  }
  gtk_editable_set_text (self->entry, "");
  eh_workspace_toast (workspace_of (self), _ ("Version kept"), TRUE);
}

static void
return_cb (GtkButton *button, EhVersionsPane *self)
{
  EhStore *store = eh_workspace_get_store (workspace_of (self));
  g_autoptr (GError) error = NULL;

  eh_workspace_flush (workspace_of (self));
  if (!eh_guidance_return_to (store, id_at (GTK_WIDGET (button)), &error))
    eh_workspace_report_error (workspace_of (self), error);
  else
    eh_workspace_toast (workspace_of (self), _ ("The guidance is as it was then"), TRUE);
}

static void
compare_cb (GtkButton *button, EhVersionsPane *self)
{
  eh_workspace_flush (workspace_of (self));
  eh_compare_window_open (self->doc, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                          id_at (GTK_WIDGET (button)));
}

static void
remove_cb (GtkButton *button, EhVersionsPane *self)
{
  eh_workspace_remove (workspace_of (self), &eh_guidance_version_row_type,
                       id_at (GTK_WIDGET (button)), _ ("Removed a version of the guidance"),
                       _ ("Version removed"));
}

/* ---- The list ---- */

static GtkWidget *
label_of (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_button (EhVersionsPane *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "eh-small");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
buttons_of (EhVersionsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  add_button (self, box, _ ("Compare"), G_CALLBACK (compare_cb));
  add_button (self, box, _ ("Return to It"), G_CALLBACK (return_cb));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove the version"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the version"), -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static void
add_version (EhVersionsPane *self, const EhGuidanceVersion *version)
{
  g_autofree char *when = eh_when_moment (version->created_at);
  g_autofree char *author = eh_workspace_hide_names (workspace_of (self), version->author);
  g_autofree char *isolated = eh_text_isolate (author);
  g_autofree char *who = eh_text_is_blank (author)
                             ? g_strdup (when)
                             : g_strdup_printf (_ ("%1$s, %2$s"), isolated, when);
  g_autofree char *title = eh_workspace_hide_names (workspace_of (self), version->name);
  g_autofree char *name = g_strdup_printf ("%s. %s", title, who);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), label_of (title, "heading"));
  gtk_box_append (GTK_BOX (box), label_of (who, "caption"));
  gtk_box_append (GTK_BOX (box), buttons_of (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "version-id",
                          g_memdup2 (&version->id, sizeof version->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
show (EhVersionsPane *self)
{
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (self->doc);
  g_autoptr (GPtrArray) versions = NULL;
  GtkListBoxRow *row;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || guidance == NULL || eh_workspace_get_store (workspace_of (self)) == NULL)
    return;
  versions = eh_reader_list_of (eh_workspace_get_db (workspace_of (self)),
                                &eh_guidance_version_row_type, "guidance_id", guidance->id);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = versions->len; i > 0; i--)
    add_version (self, versions->pdata[i - 1]);
  gtk_widget_set_visible (GTK_WIDGET (self->none), versions->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), versions->len > 0);
}

static void
eh_versions_pane_map (GtkWidget *widget)
{
  EhVersionsPane *self = EH_VERSIONS_PANE (widget);

  GTK_WIDGET_CLASS (eh_versions_pane_parent_class)->map (widget);
  if (self->stale && self->doc != NULL)
    show (self);
}

static void
eh_versions_pane_class_init (EhVersionsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_versions_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = eh_versions_pane_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhVersionsPane *self)
{
  if (eh_workspace_get_store (workspace) != NULL &&
      (eh_changes_touch (changes, &eh_guidance_version_row_type) ||
       eh_changes_touch (changes, &eh_guidance_row_type)))
    show (self);
}

static void
add_field (EhVersionsPane *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Keep"));

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Such as: sent to the group"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the guidance as it is now"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  self->entry = GTK_EDITABLE (entry);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), label_of (_ ("Name the guidance as it is now"), "heading"));
  gtk_box_append (GTK_BOX (box), line);
  g_signal_connect_object (entry, "activate", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
}

static void
eh_versions_pane_init (EhVersionsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->stale = TRUE;
  gtk_widget_add_css_class (box, "eh-side");
  add_field (self, box);
  self->none = GTK_LABEL (label_of (
      _ ("A version that has a name can be compared with later, and returned to."), "eh-note"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->none));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "eh-cards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Versions"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), box);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
}

/**
 * eh_versions_pane_set_doc:
 * @self: a pane
 * @doc: the guidance
 */
void
eh_versions_pane_set_doc (EhVersionsPane *self, EhGuidanceDoc *doc)
{
  g_return_if_fail (self->doc == NULL);
  self->doc = g_object_ref (doc);
  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (workspace_of (self), "notify::room-display", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
}
