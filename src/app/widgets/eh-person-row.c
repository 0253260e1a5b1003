/* A person in a list: the name, then who they are, then what they have not been asked yet. */

#include "eh-person-row.h"

#include "eh-consent-words.h"
#include "eh-credit-example.h"
#include "eh-group-marker.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhPersonRow {
  GtkWidget parent_instance;

  GtkWidget *box;
  EhGroupMarker *marker;
  GtkLabel *name;
  GtkLabel *role;
  GtkLabel *waits;
};

G_DEFINE_FINAL_TYPE (EhPersonRow, eh_person_row, GTK_TYPE_WIDGET)

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
eh_person_row_dispose (GObject *object)
{
  g_clear_pointer (&EH_PERSON_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_person_row_parent_class)->dispose (object);
}

static void
eh_person_row_class_init (EhPersonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_person_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_person_row_init (EhPersonRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *under = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->marker = EH_GROUP_MARKER (eh_group_marker_new (-1));
  gtk_widget_set_valign (GTK_WIDGET (self->marker), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->marker), "eh-row-marker");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->marker));
  self->name = add_label (words, "eh-row-title");
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_lines (self->name, 2);
  self->role = add_label (under, "eh-row-detail");
  gtk_widget_set_hexpand (GTK_WIDGET (self->role), TRUE);
  self->waits = add_label (under, "eh-waits");
  gtk_box_append (GTK_BOX (words), under);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self->box), words);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_person_row_new:
 *
 * Returns: (transfer floating): a row of nobody
 */
GtkWidget *
eh_person_row_new (void)
{
  return g_object_new (EH_TYPE_PERSON_ROW, NULL);
}

/**
 * eh_person_row_show:
 * @self: a row
 * @person: whom it shows
 * @name: what to call them, see eh_workspace_name_of()
 * @role: what to say of their role, see eh_workspace_role_of()
 * @consent: (nullable): what they agreed to
 * @group: (nullable): their role group
 *
 * Returns: (transfer full): what a screen reader shall call the row
 */
char *
eh_person_row_show (EhPersonRow *self,
                    const EhParticipant *person,
                    const char *name,
                    const char *role,
                    const EhConsent *consent,
                    const EhRoleGroup *group)
{
  const char *waits = "";

  if (person->withdrawal != EH_WITHDRAWAL_NONE)
    waits = _ ("Withdrawn");
  else if (eh_person_needs_asking (person, consent))
    waits = _ ("Not asked yet");
  return eh_person_row_show_state (self, name, role, waits, group);
}

/**
 * eh_person_row_show_state:
 * @self: a row
 * @name: what to call the person, see eh_workspace_name_of()
 * @role: what to say of their role, see eh_workspace_role_of()
 * @waits: what to say at the end, empty for nothing
 * @group: (nullable): their role group
 *
 * Returns: (transfer full): what a screen reader shall call the row
 */
char *
eh_person_row_show_state (EhPersonRow *self,
                          const char *name,
                          const char *role,
                          const char *waits,
                          const EhRoleGroup *group)
{
  const char *group_name = group != NULL ? group->singular : _ ("No group yet");

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->role, eh_text_is_blank (role) ? group_name : role);
  gtk_label_set_label (self->waits, waits);
  gtk_widget_set_visible (GTK_WIDGET (self->waits), *waits != '\0');
  eh_group_marker_set_slot (self->marker, group != NULL ? (int) group->slot : -1);
  if (*waits != '\0')
    /* TRANSLATORS: a person in a list, as a screen reader says it: name, role group, what waits */
    return g_strdup_printf (_ ("%1$s, %2$s. %3$s"), name, group_name, waits);
  /* TRANSLATORS: a person in a list, as a screen reader says it: name, role group */
  return g_strdup_printf (_ ("%1$s, %2$s"), name, group_name);
}
