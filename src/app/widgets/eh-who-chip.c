/* Who gave an insight, as a button: marker, name, role. Pressed, or typed at, it opens the picker.
 */

#include "eh-who-chip.h"

#include "eh-focus.h"

#include "eh-contributor.h"
#include "eh-group-marker.h"
#include "eh-participant.h"
#include "eh-person-picker.h"
#include "eh-reader.h"
#include "eh-role-group.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhWhoChip {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *button;
  GtkWidget *marker;
  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *picker; /* once it was opened */

  GPtrArray *contributors; /* (element-type EhContributor) */
  EhId role_group_id;
  gboolean mixed;
};

enum {
  PICKED,
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhWhoChip, eh_who_chip, GTK_TYPE_WIDGET)

static void
show (EhWhoChip *self, const char *name, const char *role, int slot)
{
  g_autofree char *said = NULL;

  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->role), role);
  gtk_widget_set_visible (self->role, role[0] != '\0');
  eh_group_marker_set_slot (EH_GROUP_MARKER (self->marker), slot);
  /* TRANSLATORS: read aloud for the button that says who gave an insight: a name, then a role that
   * may be empty */
  said = g_strdup_printf (_ ("Who: %1$s %2$s"), name, role);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said, -1);
}

static void
show_one (EhWhoChip *self, const EhContributor *who)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhParticipant) person = eh_reader_get (db, &eh_participant_row_type,
                                                    who->participant_id);
  EhId group_id = who->speaking_as;
  g_autoptr (EhRoleGroup) group = NULL;
  g_autofree char *role = NULL;

  if (person == NULL)
    return;
  if (group_id == EH_ID_NONE)
    group_id = person->role_group_id;
  group = eh_reader_get (db, &eh_role_group_row_type, group_id);
  if (who->speaking_as != EH_ID_NONE && group != NULL)
    role = g_strdup_printf (_ ("speaking as %s"), group->singular);
  else if (person->role[0] != '\0' || eh_workspace_get_room_display (self->workspace))
    role = g_strdup (eh_workspace_role_of (self->workspace, person->role));
  else
    role = g_strdup (group != NULL ? group->singular : "");
  show (self, eh_workspace_name_of (self->workspace, person->id, person->name), role,
        group != NULL ? (int) group->slot : -1);
}

static void
show_several (EhWhoChip *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  int slot = -2;

  for (guint i = 0; i < self->contributors->len; i++) {
    const EhContributor *who = self->contributors->pdata[i];
    g_autoptr (EhParticipant) person = eh_reader_get (db, &eh_participant_row_type,
                                                      who->participant_id);
    g_autoptr (EhRoleGroup) group = NULL;
    int own;

    if (person == NULL)
      continue;
    group = eh_reader_get (db, &eh_role_group_row_type,
                           who->speaking_as != EH_ID_NONE ? who->speaking_as
                                                          : person->role_group_id);
    own = group != NULL ? (int) group->slot : -1;
    slot = slot == -2 || slot == own ? own : -1;
    g_ptr_array_add (names,
                     g_strdup (eh_workspace_name_of (self->workspace, person->id, person->name)));
  }
  joined = eh_text_join (names, ", ");
  show (self, joined, "", slot);
}

static void
show_nobody (EhWhoChip *self)
{
  g_autoptr (EhRoleGroup) group = NULL;

  if (self->workspace != NULL && eh_workspace_get_store (self->workspace) != NULL)
    group = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_role_group_row_type,
                           self->role_group_id);
  if (group != NULL)
    show (self, group->label, _ ("nobody named"), (int) group->slot);
  else
    show (self, _ ("Nobody named"), "", -1);
}

static void
picked_cb (EhWhoChip *self, GPtrArray *contributors, EhId role_group_id)
{
  eh_who_chip_set_who (self, contributors, role_group_id);
  eh_workspace_announce (self->workspace, eh_who_chip_get_text (self));
  g_signal_emit (self, signals[PICKED], 0);
}

static gboolean
hand_back_cb (gpointer data)
{
  EhWhoChip *self = data;

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL) {
    gtk_widget_grab_focus (self->button);
    g_signal_emit (self, signals[CLOSED], 0);
  }
  return G_SOURCE_REMOVE;
}

/* A newer GTK moves the keyboard itself once it has told that a popover is closed: whoever wants it
 * elsewhere is told after that, and before the next key. */
static void
closed_cb (EhWhoChip *self)
{
  g_idle_add_full (G_PRIORITY_HIGH, hand_back_cb, g_object_ref (self), g_object_unref);
}

static void
clicked_cb (EhWhoChip *self)
{
  eh_who_chip_open (self, NULL, eh_workspace_get_workshop_id (self->workspace));
}

/* A letter typed on the button is the first letter of a name. */
static gboolean
key_cb (EhWhoChip *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  char letter[7] = { 0 };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || c == 0 ||
      !g_unichar_isgraph (c))
    return FALSE;
  g_unichar_to_utf8 (c, letter);
  eh_who_chip_open (self, c == '@' ? NULL : letter, eh_workspace_get_workshop_id (self->workspace));
  return TRUE;
}

static gboolean
eh_who_chip_grab_focus (GtkWidget *widget)
{
  return eh_focus_hand_on (widget, EH_WHO_CHIP (widget)->button);
}

static void
eh_who_chip_dispose (GObject *object)
{
  EhWhoChip *self = EH_WHO_CHIP (object);

  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_who_chip_parent_class)->dispose (object);
}

static void
eh_who_chip_finalize (GObject *object)
{
  g_ptr_array_unref (EH_WHO_CHIP (object)->contributors);
  G_OBJECT_CLASS (eh_who_chip_parent_class)->finalize (object);
}

static void
eh_who_chip_class_init (EhWhoChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_who_chip_dispose;
  object_class->finalize = eh_who_chip_finalize;
  widget_class->grab_focus = eh_who_chip_grab_focus;
  /**
   * EhWhoChip::picked: somebody else was picked
   */
  signals[PICKED] = g_signal_new ("picked", EH_TYPE_WHO_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  /**
   * EhWhoChip::closed: the picker is gone, whether somebody was picked or not
   */
  signals[CLOSED] = g_signal_new ("closed", EH_TYPE_WHO_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "who");
}

static void
eh_who_chip_init (EhWhoChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->contributors = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  self->button = gtk_button_new ();
  self->marker = eh_group_marker_new (-1);
  self->name = gtk_label_new (NULL);
  self->role = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->role), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->role, "eh-quiet");
  gtk_box_append (GTK_BOX (box), self->marker);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->role);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "eh-choice");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_add_controller (self->button, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  show_nobody (self);
}

/**
 * eh_who_chip_set_workspace:
 * @self: a chip
 * @workspace: the window's workspace
 */
void
eh_who_chip_set_workspace (EhWhoChip *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

/**
 * eh_who_chip_set_who:
 * @self: a chip
 * @contributors: (nullable) (element-type EhContributor): who, by participant_id and speaking_as
 * @role_group_id: the group alone where nobody is named, or none
 */
void
eh_who_chip_set_who (EhWhoChip *self, GPtrArray *contributors, EhId role_group_id)
{
  g_autoptr (GPtrArray) before = self->contributors;

  self->contributors = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  for (guint i = 0; contributors != NULL && i < contributors->len; i++)
    g_ptr_array_add (self->contributors, eh_contributor_copy (contributors->pdata[i]));
  self->role_group_id = self->contributors->len == 0 ? role_group_id : EH_ID_NONE;
  self->mixed = FALSE;
  eh_who_chip_refresh (self);
}

/**
 * eh_who_chip_set_mixed:
 * @self: a chip
 *
 * Says that it stands for several insights of different people.
 */
void
eh_who_chip_set_mixed (EhWhoChip *self)
{
  g_ptr_array_set_size (self->contributors, 0);
  self->role_group_id = EH_ID_NONE;
  self->mixed = TRUE;
  eh_who_chip_refresh (self);
}

/**
 * eh_who_chip_get_contributors:
 * @self: a chip
 *
 * Returns: (transfer none) (element-type EhContributor): who is named
 */
GPtrArray *
eh_who_chip_get_contributors (EhWhoChip *self)
{
  return self->contributors;
}

/**
 * eh_who_chip_get_role_group:
 * @self: a chip
 *
 * Returns: the group alone, where nobody is named
 */
EhId
eh_who_chip_get_role_group (EhWhoChip *self)
{
  return self->role_group_id;
}

/**
 * eh_who_chip_get_text:
 * @self: a chip
 *
 * Returns: (transfer none): the names, or the group, or that nobody is named
 */
const char *
eh_who_chip_get_text (EhWhoChip *self)
{
  return gtk_label_get_label (GTK_LABEL (self->name));
}

/**
 * eh_who_chip_refresh:
 * @self: a chip
 *
 * Reads the names again. Whoever has been removed from people is dropped.
 */
void
eh_who_chip_refresh (EhWhoChip *self)
{
  for (guint i = self->contributors->len; i > 0; i--) {
    const EhContributor *who = self->contributors->pdata[i - 1];
    g_autoptr (EhParticipant) person = eh_reader_get (
        eh_workspace_get_db (self->workspace), &eh_participant_row_type, who->participant_id);

    if (person == NULL)
      g_ptr_array_remove_index (self->contributors, i - 1);
  }
  if (self->mixed)
    show (self, _ ("Different people"), "", -1);
  else if (self->contributors->len == 0)
    show_nobody (self);
  else if (self->contributors->len == 1)
    show_one (self, self->contributors->pdata[0]);
  else
    show_several (self);
}

/**
 * eh_who_chip_open:
 * @self: a chip
 * @typed: (nullable): letters that are typed already
 * @workshop_id: whose attendance says who is here, or none
 *
 * Opens the picker.
 */
void
eh_who_chip_open (EhWhoChip *self, const char *typed, EhId workshop_id)
{
  if (self->picker == NULL) {
    self->picker = eh_person_picker_new (self->workspace);
    gtk_widget_set_parent (self->picker, GTK_WIDGET (self));
    g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->picker, "closed", G_CALLBACK (closed_cb), self,
                             G_CONNECT_SWAPPED);
  }
  eh_person_picker_start (EH_PERSON_PICKER (self->picker), typed, workshop_id);
}
