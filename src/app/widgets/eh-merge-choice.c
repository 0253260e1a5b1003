/* Something that two copies say differently, side by side, and which of the two to take. */

#include "eh-merge-choice.h"

#include "eh-access-need.h"
#include "eh-attendance.h"
#include "eh-consent.h"
#include "eh-participant.h"
#include "eh-row-words.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Two columns where there is room for them, one above the other where there is not. */
#define COLUMN_CHARS 22

struct _EhMergeChoice {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *sides;
  EhMergeConflict *conflict; /* not owned: the plan's, which outlives this */
  GtkWidget *there;
};

G_DEFINE_FINAL_TYPE (EhMergeChoice, eh_merge_choice, GTK_TYPE_WIDGET)

static void
chosen_cb (EhMergeChoice *self)
{
  self->conflict->take_theirs = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->there));
}

static void
eh_merge_choice_dispose (GObject *object)
{
  g_clear_pointer (&EH_MERGE_CHOICE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_merge_choice_parent_class)->dispose (object);
}

static void
eh_merge_choice_class_init (EhMergeChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_merge_choice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
eh_merge_choice_init (EhMergeChoice *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "eh-card");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_label (EhMergeChoice *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
}

static GtkWidget *
add_side (EhMergeChoice *self, const char *text, const char *title, GtkWidget *other)
{
  /* TRANSLATORS: as a screen reader says it: what is chosen, then of what: "Here: 5 May. Workshop:
   * The first" */
  g_autofree char *name = g_strdup_printf (_ ("%1$s. %2$s"), text, title);
  GtkWidget *side = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (side), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (side), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (side, GTK_ALIGN_START);
  if (other != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (side), GTK_CHECK_BUTTON (other));
  eh_wrap_append (EH_WRAP (self->sides), side);
  return side;
}

static gboolean
is_about_a_person (const EhRowType *type)
{
  return type == &eh_participant_row_type || type == &eh_consent_row_type ||
         type == &eh_access_need_row_type || type == &eh_attendance_row_type;
}

static char *
side_text (EhWorkspace *workspace, const EhMergeConflict *conflict, gboolean there)
{
  /* The other copy may spell a name in a way that is not known here. */
  gboolean hide = eh_workspace_get_room_display (workspace) && is_about_a_person (conflict->type) &&
                  conflict->field != NULL;
  g_autofree char *value = eh_workspace_hide_names (workspace,
                                                    there ? conflict->theirs : conflict->ours);
  g_autofree char *isolated = eh_text_isolate (hide ? _ ("not shown while names are hidden")
                                               : eh_text_is_blank (value) ? _ ("Nothing")
                                                                          : value);

  if (conflict->field == NULL)
    return g_steal_pointer (&value);
  /* TRANSLATORS: %s is what the other copy of the project says */
  return there ? g_strdup_printf (_ ("There: %s"), isolated)
               /* TRANSLATORS: %s is what this copy of the project says */
               : g_strdup_printf (_ ("Here: %s"), isolated);
}

/**
 * eh_merge_choice_new:
 * @workspace: the window's workspace
 * @conflict: (transfer none): of a plan that outlives the widget; what is chosen is set in it
 *
 * Returns: (transfer floating): the choice, as the plan has it now
 */
GtkWidget *
eh_merge_choice_new (EhWorkspace *workspace, EhMergeConflict *conflict)
{
  EhMergeChoice *self = g_object_new (EH_TYPE_MERGE_CHOICE, NULL);
  const char *thing = eh_row_words_thing (conflict->type);
  const char *field = conflict->field != NULL ? eh_row_words_field (conflict->type, conflict->field)
                                              : _ ("Kept or removed");
  g_autofree char *shown = eh_workspace_hide_names (workspace, conflict->row_label);
  g_autofree char *label = eh_text_isolate (shown);
  g_autofree char *here_text = side_text (workspace, conflict, FALSE);
  g_autofree char *there_text = side_text (workspace, conflict, TRUE);
  g_autofree char *title = NULL;
  g_autofree char *about = NULL;
  GtkWidget *here;

  self->conflict = conflict;
  /* TRANSLATORS: what two copies say differently: what sort of thing, its name: "Person: Asha" */
  title = g_strdup_printf (_ ("%1$s: %2$s"), thing, label);
  add_label (self, title, "eh-row-title");
  add_label (self, field, "eh-field-label");
  self->sides = eh_wrap_new (12);
  gtk_box_append (GTK_BOX (self->box), self->sides);
  /* TRANSLATORS: a thing, then which of its fields: "Person: Asha, Name" */
  about = g_strdup_printf (_ ("%1$s, %2$s"), title, field);
  here = add_side (self, here_text, about, NULL);
  self->there = add_side (self, there_text, about, here);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (conflict->take_theirs ? self->there : here), TRUE);
  g_signal_connect_object (self->there, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}
