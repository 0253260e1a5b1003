/* A slip of paper by what is printed on it: its number and workshop, or its code. */

#include "eh-slip-finder.h"

#include "eh-drop-down.h"
#include "eh-slips.h"
#include "eh-text-field.h"
#include "eh-workshop.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhSlipFinder {
  GtkWidget parent_instance;

  GtkWidget *box;
  EhTextField *field;
  GtkDropDown *workshop;
  EhWorkspace *workspace;
  GPtrArray *workshops; /* (element-type EhWorkshop) */
  EhSlip *slip;         /* (nullable): that was found */
};

static guint found_signal;

G_DEFINE_FINAL_TYPE (EhSlipFinder, eh_slip_finder, GTK_TYPE_WIDGET)

static void
find_cb (EhSlipFinder *self)
{
  guint chosen = gtk_drop_down_get_selected (self->workshop);
  g_autofree char *text = eh_text_field_get_text (self->field);
  EhId workshop_id = chosen < self->workshops->len ? eh_row_id (self->workshops->pdata[chosen])
                                                   : EH_ID_NONE;

  g_clear_pointer (&self->slip, eh_slip_free);
  self->slip = eh_slips_find (eh_workspace_get_db (self->workspace), workshop_id, text);
  if (self->slip == NULL)
    eh_text_field_set_hint (self->field, _ ("There is no such slip."), TRUE);
  else
    g_signal_emit (self, found_signal, 0);
}

static void
eh_slip_finder_dispose (GObject *object)
{
  EhSlipFinder *self = EH_SLIP_FINDER (object);

  g_clear_pointer (&self->slip, eh_slip_free);
  g_clear_pointer (&self->workshops, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_slip_finder_parent_class)->dispose (object);
}

static void
eh_slip_finder_class_init (EhSlipFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_slip_finder_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhSlipFinder::found: eh_slip_finder_get_slip() has it
   */
  found_signal = g_signal_new ("found", EH_TYPE_SLIP_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
eh_slip_finder_init (EhSlipFinder *self)
{
  GtkWidget *about = gtk_label_new (
      _ ("Whoever holds a slip of paper gets a letter about what came "
         "from it, with no name in it."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Show Letter"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_margin_start (self->box, 8);
  gtk_widget_set_margin_end (self->box, 8);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 8);
  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (about), 32);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_box_append (GTK_BOX (self->box), about);
  self->field = EH_TEXT_FIELD (eh_text_field_new (_ ("Number or _code on the slip"), FALSE));
  g_signal_connect_object (eh_text_field_get_input (self->field), "activate", G_CALLBACK (find_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->field));
  self->workshop = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->workshop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Workshop of the slip"), -1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->workshop));
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (find_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_slip_finder_begin:
 * @self: a finder
 * @workspace: a workspace with a project
 *
 * Begins anew, with the workshops that there are.
 */
void
eh_slip_finder_begin (EhSlipFinder *self, EhWorkspace *workspace)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->workshops, g_ptr_array_unref);
  self->workshops = eh_reader_list (eh_workspace_get_db (workspace), &eh_workshop_row_type);
  /* Slips in somebody's hand are most likely of the last one. */
  if (eh_workspace_get_workshop_id (workspace) == EH_ID_NONE)
    chosen = self->workshops->len > 0 ? self->workshops->len - 1 : 0;
  for (guint i = 0; i < self->workshops->len; i++) {
    const EhWorkshop *workshop = self->workshops->pdata[i];

    gtk_string_list_append (names, workshop->title);
    if (workshop->id == eh_workspace_get_workshop_id (workspace))
      chosen = i;
  }
  eh_drop_down_set_words (self->workshop, names);
  gtk_drop_down_set_selected (self->workshop, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->workshop), self->workshops->len > 1);
  eh_text_field_set_text (self->field, "");
  eh_text_field_set_hint (self->field, "", FALSE);
}

/**
 * eh_slip_finder_get_slip:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): what was found last
 */
const EhSlip *
eh_slip_finder_get_slip (EhSlipFinder *self)
{
  return self->slip;
}
