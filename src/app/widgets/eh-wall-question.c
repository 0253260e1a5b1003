/* The wall's second face: what is asked now, and, while phones are on, the code and the address to
 * answer at. */

#include "eh-wall-question.h"

#include "eh-fields.h"
#include "eh-phones.h"
#include "eh-qr-view.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define LEAST_CODE 160

struct _EhWallQuestion {
  GtkWidget parent_instance;

  EhPhones *phones; /* the workspace's */
  GtkWidget *scrolled;
  GtkLabel *question;
  GtkWidget *invitation;
  EhQrView *code;
  GtkLabel *address;
};

G_DEFINE_FINAL_TYPE (EhWallQuestion, eh_wall_question, GTK_TYPE_WIDGET)

static void
refresh (EhWallQuestion *self)
{
  const char *link = eh_phones_get_link (self->phones);
  g_autofree char *spaced = link != NULL ? eh_phones_spaced (link) : NULL;

  eh_qr_view_set_link (self->code, link);
  gtk_label_set_label (self->address, spaced != NULL ? spaced : "");
  gtk_widget_set_visible (self->invitation, link != NULL);
}

static GtkWidget *
centred (GtkWidget *label)
{
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

static void
eh_wall_question_dispose (GObject *object)
{
  g_clear_pointer (&EH_WALL_QUESTION (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_wall_question_parent_class)->dispose (object);
}

static void
eh_wall_question_class_init (EhWallQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_wall_question_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_wall_question_init (EhWallQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *words;

  self->scrolled = gtk_scrolled_window_new ();
  self->question = GTK_LABEL (centred (eh_fields_words (NULL, "eh-wall-question")));
  self->invitation = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->code = EH_QR_VIEW (eh_qr_view_new (LEAST_CODE));
  self->address = GTK_LABEL (centred (eh_fields_words (NULL, "eh-wall-address")));
  words = centred (eh_fields_words (
      _ ("Point your phone's camera at the code, or type the address without the spaces. No name is "
         "asked."),
      "eh-wall-words"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->code), TRUE);
  gtk_widget_set_vexpand (self->invitation, TRUE);
  gtk_box_append (GTK_BOX (self->invitation), GTK_WIDGET (self->code));
  gtk_box_append (GTK_BOX (self->invitation), GTK_WIDGET (self->address));
  gtk_box_append (GTK_BOX (self->invitation), words);
  gtk_widget_add_css_class (box, "eh-wall-body");
  gtk_widget_set_valign (GTK_WIDGET (self->question), GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (GTK_WIDGET (self->question), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (box), self->invitation);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * eh_wall_question_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the face
 */
GtkWidget *
eh_wall_question_new (EhWorkspace *workspace)
{
  EhWallQuestion *self = g_object_new (EH_TYPE_WALL_QUESTION, NULL);

  self->phones = eh_phones_of (workspace);
  g_signal_connect_object (self->phones, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * eh_wall_question_set_question:
 * @self: the face
 * @question: what is asked now
 */
void
eh_wall_question_set_question (EhWallQuestion *self, const char *question)
{
  gtk_label_set_label (self->question, question);
}
