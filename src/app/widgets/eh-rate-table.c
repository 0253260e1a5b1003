/* What the team pays for an activity of involvement. None ship: rates differ from place to place
 * and from year to year, and a wrong one that was there already would be believed. */

#include "eh-rate-table.h"

#include "eh-card-list.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-project.h"
#include "eh-rate.h"
#include "eh-text-field.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MAX_AMOUNT 1e6

struct _EhRateTable {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *box;
  GtkWidget *empty;
  EhCardList *cards;
  EhTextField *currency;
  EhForm *form; /* of the project */
};

G_DEFINE_FINAL_TYPE (EhRateTable, eh_rate_table, GTK_TYPE_WIDGET)

static void
remove_cb (GtkWidget *button, EhRateTable *self)
{
  GtkWidget *card = gtk_widget_get_ancestor (button, EH_TYPE_WRAP);

  eh_workspace_remove (self->workspace, &eh_rate_row_type, eh_card_get_id (card),
                       _ ("Removed a rate of pay"), _ ("Removed the rate"));
}

static GtkWidget *
make_card (gconstpointer row, gpointer data)
{
  EhRateTable *self = data;
  GtkWidget *card = eh_wrap_new (10);
  GtkWidget *activity = eh_text_field_new (_ ("What is paid"), FALSE);
  GtkWidget *unit = gtk_drop_down_new (NULL, NULL);
  GtkWidget *amount = eh_fields_number (MAX_AMOUNT, 1, 2);
  GtkWidget *remove = eh_fields_icon_button ("user-trash-symbolic", _ ("Remove This Rate"));
  EhForm *form = eh_form_new (self->workspace, &eh_rate_row_type, _ ("Changed a rate of pay"));

  eh_fields_append (card, activity);
  eh_fields_append (card, eh_fields_labelled (_ ("For how long"), unit));
  eh_fields_append (card, eh_fields_labelled (_ ("Amount"), amount));
  eh_fields_append (card, remove);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, 0);
  g_object_set_data (G_OBJECT (card), "field", activity);
  eh_form_bind_text (form, "activity", eh_text_field_get_input (EH_TEXT_FIELD (activity)));
  eh_form_bind_choice (form, "unit", unit);
  eh_form_bind_amount (form, "amount", GTK_SPIN_BUTTON (amount));
  eh_card_set_form (card, form);
  eh_form_set_id (form, eh_row_id (row));
  return card;
}

static void
refresh (EhRateTable *self)
{
  g_autoptr (GPtrArray) rates = eh_reader_list (eh_workspace_get_db (self->workspace),
                                                &eh_rate_row_type);

  gtk_widget_set_visible (self->empty, rates->len == 0);
  eh_card_list_show (self->cards, rates);
}

static void
add_cb (EhRateTable *self)
{
  g_autoptr (EhRate) rate = eh_rate_new ();
  GtkWidget *card = NULL;

  eh_workspace_flush (self->workspace);
  rate->id = eh_id_new ();
  rate->position = (double) eh_reader_count (eh_workspace_get_db (self->workspace),
                                             &eh_rate_row_type);
  if (!eh_workspace_put (self->workspace, &eh_rate_row_type, rate, _ ("Added a rate of pay"), NULL))
    return;
  card = eh_card_list_find (self->cards, rate->id);
  if (card != NULL)
    gtk_widget_grab_focus (g_object_get_data (G_OBJECT (card), "field"));
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhRateTable *self)
{
  if (eh_changes_touch (changes, &eh_rate_row_type))
    refresh (self);
}

static void
eh_rate_table_dispose (GObject *object)
{
  EhRateTable *self = EH_RATE_TABLE (object);

  g_clear_object (&self->form);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_rate_table_parent_class)->dispose (object);
}

static void
eh_rate_table_class_init (EhRateTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_rate_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_rate_table_init (EhRateTable *self)
{
  GtkWidget *add = eh_fields_pill (_ ("Add a Ra_te"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->empty = eh_fields_words (_ ("No rates come with Evenhand: they differ from place to place. "
                                    "Write down those of your own organisation."),
                                 "eh-body");
  self->cards = EH_CARD_LIST (eh_card_list_new (make_card, self));
  self->currency = EH_TEXT_FIELD (eh_text_field_new (_ ("C_urrency of the project"), FALSE));
  gtk_entry_set_placeholder_text (GTK_ENTRY (eh_text_field_get_input (self->currency)),
                                  _ ("Three letters, such as GBP"));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->box, "eh-more");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->currency));
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (self->box), add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_rate_table_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the rates of the project
 */
GtkWidget *
eh_rate_table_new (EhWorkspace *workspace)
{
  EhRateTable *self = g_object_new (EH_TYPE_RATE_TABLE, NULL);

  self->workspace = g_object_ref (workspace);
  self->form = eh_form_new (workspace, &eh_project_row_type, _ ("Changed the currency"));
  eh_form_bind_text (self->form, "currency", eh_text_field_get_input (self->currency));
  eh_form_set_id (self->form, 1);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  refresh (self);
  return GTK_WIDGET (self);
}
