/* What one person needs in order to take part: a card for each need, with how far it has got and
 * when to delete it. */

#include "eh-needs-editor.h"

#include "eh-access-need.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-overdue.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-when-field.h"

#include "config.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EhId id;
  GtkWidget *card;
  EhTextField *kind;
  EhForm *form;
} Need;

struct _EhNeedsEditor {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId participant_id;
  GtkWidget *box;
  GtkWidget *cards;
  GPtrArray *needs; /* (element-type Need): in the order of the cards */
};

G_DEFINE_FINAL_TYPE (EhNeedsEditor, eh_needs_editor, GTK_TYPE_WIDGET)

static void
need_free (Need *need)
{
  g_clear_object (&need->form);
  g_free (need);
}

static void
remove_cb (GtkWidget *button, EhNeedsEditor *self)
{
  EhId id = *(EhId *) g_object_get_data (G_OBJECT (button), "need");

  eh_workspace_remove (self->workspace, &eh_access_need_row_type, id, _ ("Removed an access need"),
                       _ ("Removed the access need"));
}

static GtkWidget *
remove_button (EhNeedsEditor *self, EhId id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  g_object_set_data_full (G_OBJECT (button), "need", g_memdup2 (&id, sizeof id), g_free);
  gtk_widget_set_tooltip_text (button, _ ("Remove This Need"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this need"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "eh-beside-field");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  return button;
}

static Need *
need_for (EhNeedsEditor *self, EhId id)
{
  Need *need = g_new0 (Need, 1);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *detail = eh_text_field_new (_ ("More about it"), FALSE);
  GtkWidget *until = eh_when_field_new (_ ("Delete after"), FALSE);
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  GtkWidget *status = eh_fields_labelled (_ ("How far it has got"), choice);

  need->id = id;
  need->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  need->kind = EH_TEXT_FIELD (eh_text_field_new (_ ("Need"), FALSE));
  gtk_entry_set_placeholder_text (GTK_ENTRY (eh_text_field_get_input (need->kind)),
                                  _ ("Large print, a hearing loop, breaks…"));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (need->kind));
  gtk_box_append (GTK_BOX (top), remove_button (self, id));
  gtk_box_append (GTK_BOX (need->card), top);
  gtk_box_append (GTK_BOX (need->card), detail);
  gtk_box_append (GTK_BOX (need->card), status);
  gtk_box_append (GTK_BOX (need->card), until);
  gtk_widget_add_css_class (need->card, "card");
  gtk_widget_add_css_class (need->card, "eh-card");

  need->form = eh_form_new (self->workspace, &eh_access_need_row_type,
                            _ ("Changed an access need"));
  eh_form_bind_text (need->form, "kind", eh_text_field_get_input (need->kind));
  eh_form_bind_text (need->form, "detail", eh_text_field_get_input (EH_TEXT_FIELD (detail)));
  eh_form_bind_choice (need->form, "status", choice);
  eh_form_bind_when (need->form, "delete_after", until);
  eh_form_set_id (need->form, id);
  return need;
}

static gboolean
same_needs (EhNeedsEditor *self, GPtrArray *rows)
{
  gboolean same = rows->len == self->needs->len;

  for (guint i = 0; same && i < rows->len; i++)
    same = eh_row_id (rows->pdata[i]) == ((Need *) self->needs->pdata[i])->id;
  return same;
}

static void
refresh (EhNeedsEditor *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *child = NULL;

  if (self->participant_id == EH_ID_NONE || eh_workspace_get_store (self->workspace) == NULL)
    return;
  rows = eh_reader_list_of (eh_workspace_get_db (self->workspace), &eh_access_need_row_type,
                            "participant_id", self->participant_id);
  if (same_needs (self, rows))
    return;
  g_ptr_array_set_size (self->needs, 0);
  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  for (guint i = 0; i < rows->len; i++) {
    Need *need = need_for (self, eh_row_id (rows->pdata[i]));

    g_ptr_array_add (self->needs, need);
    gtk_box_append (GTK_BOX (self->cards), need->card);
  }
  gtk_widget_set_visible (self->cards, rows->len > 0);
}

static void
add_cb (EhNeedsEditor *self)
{
  g_autoptr (EhAccessNeed) need = eh_access_need_new ();
  EhId id = need->id = eh_id_new ();

  need->participant_id = self->participant_id;
  g_free (need->delete_after);
  need->delete_after = eh_overdue_default_date (eh_workspace_get_db (self->workspace));
  if (!eh_workspace_put (self->workspace, &eh_access_need_row_type, need,
                         _ ("Added an access need"), NULL))
    return;
  for (guint i = 0; i < self->needs->len; i++) {
    Need *shown = self->needs->pdata[i];

    if (shown->id == id)
      gtk_widget_grab_focus (GTK_WIDGET (shown->kind));
  }
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhNeedsEditor *self)
{
  if (eh_changes_touch (changes, &eh_access_need_row_type))
    refresh (self);
}

static void
eh_needs_editor_dispose (GObject *object)
{
  EhNeedsEditor *self = EH_NEEDS_EDITOR (object);

  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_needs_editor_parent_class)->dispose (object);
}

static void
eh_needs_editor_class_init (EhNeedsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_needs_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_needs_editor_init (EhNeedsEditor *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("A_dd a Need"));

  self->needs = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_visible (self->cards, FALSE);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_add_css_class (add, "pill");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->cards);
  gtk_box_append (GTK_BOX (self->box), add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_needs_editor_set_workspace:
 * @self: an editor that has none
 * @workspace: a workspace with a project
 */
void
eh_needs_editor_set_workspace (EhNeedsEditor *self, EhWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
}

/**
 * eh_needs_editor_set_person:
 * @self: an editor with a workspace
 * @participant_id: whose needs to show, or none
 */
void
eh_needs_editor_set_person (EhNeedsEditor *self, EhId participant_id)
{
  for (guint i = 0; i < self->needs->len; i++)
    eh_form_flush (((Need *) self->needs->pdata[i])->form);
  self->participant_id = participant_id;
  refresh (self);
}
