/* Who said it, picked by a few letters while they are still speaking.
 *
 * The keyboard stays in the entry: letters narrow, Up and Down walk, Enter picks and closes, a
 * comma picks and waits for another, Right changes the hat that the person speaks in. A name that
 * nobody has can be added on the spot. What is being pointed at is the entry's description, which
 * screen readers say whenever it changes. */

#include "eh-person-picker.h"

#include "eh-attendance.h"
#include "eh-contributor.h"
#include "eh-group-marker.h"
#include "eh-insight-edit.h"
#include "eh-participant.h"
#include "eh-people-finder.h"
#include "eh-reader.h"
#include "eh-role-group.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* More is not looked at while somebody is speaking. */
#define MAX_PEOPLE 6

typedef enum {
  OFFER_PERSON,
  OFFER_GROUP,
  OFFER_NOBODY,
  OFFER_NEW,       /* the typed name, in a group */
  OFFER_NEW_WHERE, /* asks for the group first */
} OfferKind;

typedef struct {
  OfferKind kind;
  EhId id;          /* of the person or group */
  EhId speaking_as; /* of the person; none for their own group */
} Offer;

struct _EhPersonPicker {
  GtkPopover parent_instance;

  EhWorkspace *workspace;
  GtkWidget *so_far;
  GtkWidget *entry;
  GtkWidget *scroll;
  GtkWidget *list;

  EhPeopleFinder *finder;
  GArray *order;         /* (element-type EhId): who was picked, the last one last */
  EhParticipant *nobody; /* stands for whoever is gone */
  GPtrArray *groups;     /* (element-type EhRoleGroup) */
  GHashTable *hats;      /* participant -> role group worn that day */
  GPtrArray *picks;      /* (element-type EhContributor) */
  EhId last_group;       /* that somebody new was put in */
  gboolean adding;       /* the list asks where somebody new belongs */
};

enum {
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhPersonPicker, eh_person_picker, GTK_TYPE_POPOVER)

static EhRoleGroup *
group_of (EhPersonPicker *self, EhId id)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (eh_row_id (self->groups->pdata[i]) == id)
      return self->groups->pdata[i];
  return NULL;
}

/* Somebody may have been removed since they were offered. */
static const EhParticipant *
person_of (EhPersonPicker *self, EhId id)
{
  GPtrArray *people = eh_workspace_get_people (self->workspace);

  for (guint i = 0; i < people->len; i++)
    if (eh_row_id (people->pdata[i]) == id)
      return people->pdata[i];
  return self->nobody;
}

static const char *
typed (EhPersonPicker *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* Who withdrew is not offered. */
static gboolean
takes_part (const EhParticipant *person)
{
  return person->withdrawal == EH_WITHDRAWAL_NONE ||
         person->withdrawal == EH_WITHDRAWAL_STOP_CONTACT;
}

static void
load (EhPersonPicker *self, EhId workshop_id)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) there = eh_reader_list_of (db, &eh_attendance_row_type, "workshop_id",
                                                   workshop_id);
  GPtrArray *people = eh_workspace_get_people (self->workspace);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = eh_reader_list (db, &eh_role_group_row_type);
  g_hash_table_remove_all (self->hats);
  for (guint i = 0; i < there->len; i++) {
    const EhAttendance *row = there->pdata[i];

    g_hash_table_insert (self->hats, g_memdup2 (&row->participant_id, sizeof (EhId)),
                         g_memdup2 (&row->role_group_id, sizeof (EhId)));
  }
  eh_people_finder_free (self->finder);
  self->finder = eh_people_finder_new ();
  for (guint i = 0; i < people->len; i++) {
    const EhParticipant *person = people->pdata[i];

    if (takes_part (person))
      eh_people_finder_add (self->finder, person->id, person->name,
                            g_hash_table_contains (self->hats, &person->id));
  }
  for (guint i = 0; i < self->order->len; i++)
    eh_people_finder_note_spoke (self->finder, g_array_index (self->order, EhId, i));
}

/* What a person reads of an offer: its name, and a note in grey. */
static char *
name_of_offer (EhPersonPicker *self, const Offer *offer)
{
  g_autofree char *name = eh_text_clean_line (typed (self));
  g_autofree char *isolated = eh_text_isolate (name);
  const EhRoleGroup *group = group_of (self, offer->id);

  switch (offer->kind) {
  case OFFER_PERSON:
    return g_strdup (
        eh_workspace_name_of (self->workspace, offer->id, person_of (self, offer->id)->name));
  case OFFER_GROUP:
    return g_strdup (group->label);
  case OFFER_NOBODY:
    return g_strdup (_ ("Nobody named"));
  case OFFER_NEW:
    if (eh_workspace_get_room_display (self->workspace))
      return g_strdup (_ ("Add this name to people"));
    /* TRANSLATORS: %s is the name of somebody who is not in the list of people yet */
    return g_strdup_printf (_ ("Add “%s” to people"), isolated);
  case OFFER_NEW_WHERE:
    if (eh_workspace_get_room_display (self->workspace))
      return g_strdup (_ ("Add this name to people…"));
    return g_strdup_printf (_ ("Add “%s” to people…"), isolated);
  default:
    g_assert_not_reached ();
  }
}

static char *
note_of_person (EhPersonPicker *self, const Offer *offer)
{
  const EhParticipant *person = person_of (self, offer->id);
  const EhRoleGroup *hat = group_of (self, offer->speaking_as);
  const EhRoleGroup *group = group_of (self, person->role_group_id);

  if (hat != NULL)
    /* TRANSLATORS: %s is a role group in the singular, such as "researcher" */
    return g_strdup_printf (_ ("speaking as %s"), hat->singular);
  if (person->role[0] != '\0' || eh_workspace_get_room_display (self->workspace))
    return g_strdup (eh_workspace_role_of (self->workspace, person->role));
  return g_strdup (group != NULL ? group->singular : "");
}

static char *
note_of_offer (EhPersonPicker *self, const Offer *offer)
{
  const EhRoleGroup *group = group_of (self, offer->id);

  switch (offer->kind) {
  case OFFER_PERSON:
    return note_of_person (self, offer);
  case OFFER_GROUP:
    return g_strdup (_ ("the group, nobody named"));
  case OFFER_NEW:
    return g_strdup (group != NULL ? group->label : _ ("no group yet"));
  case OFFER_NOBODY:
  case OFFER_NEW_WHERE:
  default:
    return g_strdup ("");
  }
}

static int
slot_of_offer (EhPersonPicker *self, const Offer *offer)
{
  const EhRoleGroup *group = group_of (self, offer->id);

  if (offer->kind == OFFER_PERSON) {
    group = group_of (self, offer->speaking_as);
    if (group == NULL)
      group = group_of (self, person_of (self, offer->id)->role_group_id);
  }
  return group != NULL ? (int) group->slot : -1;
}

static Offer *
offer_of_row (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "offer") : NULL;
}

/* Says what is pointed at, and brings it into sight. */
static void
point_at (EhPersonPicker *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroll));
  graphene_rect_t bounds;
  g_autofree char *said = NULL;

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (row == NULL)
    return;
  said = g_strdup (g_object_get_data (G_OBJECT (row), "said"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said, -1);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds) &&
      graphene_rect_get_height (&bounds) > 0)
    gtk_adjustment_clamp_page (
        adjustment, (double) graphene_rect_get_y (&bounds),
        (double) (graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds)));
}

static void
fill_row (EhPersonPicker *self, GtkWidget *row)
{
  const Offer *offer = offer_of_row (GTK_LIST_BOX_ROW (row));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = name_of_offer (self, offer);
  g_autofree char *note = note_of_offer (self, offer);
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *note_label = gtk_label_new (note);
  char *said = note[0] != '\0' ? g_strdup_printf ("%s, %s", name, note) : g_strdup (name);

  gtk_box_append (GTK_BOX (box), eh_group_marker_new (slot_of_offer (self, offer)));
  /* The note gives way to the name, unless that is very long. */
  if (g_utf8_strlen (name, -1) > 30) {
    gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_END);
    gtk_label_set_width_chars (GTK_LABEL (name_label), 24);
  }
  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (note_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (note_label, "dim-label");
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), note_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (row), "said", said, g_free);
}

static void
offer (EhPersonPicker *self, OfferKind kind, EhId id, EhId speaking_as)
{
  Offer *one = g_new0 (Offer, 1);
  GtkWidget *row = gtk_list_box_row_new ();

  one->kind = kind;
  one->id = id;
  one->speaking_as = speaking_as;
  g_object_set_data_full (G_OBJECT (row), "offer", one, g_free);
  gtk_widget_set_focusable (row, FALSE);
  fill_row (self, row);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
is_picked (EhPersonPicker *self, EhId id)
{
  for (guint i = 0; i < self->picks->len; i++)
    if (((EhContributor *) self->picks->pdata[i])->participant_id == id)
      return TRUE;
  return FALSE;
}

static guint
offer_people (EhPersonPicker *self)
{
  g_autoptr (GArray) ids = eh_people_finder_find (self->finder, typed (self),
                                                  MAX_PEOPLE + self->picks->len);
  guint n = 0;

  for (guint i = 0; i < ids->len && n < MAX_PEOPLE; i++) {
    EhId id = g_array_index (ids, EhId, i);
    const EhId *hat = g_hash_table_lookup (self->hats, &id);

    if (is_picked (self, id))
      continue;
    offer (self, OFFER_PERSON, id, hat != NULL ? *hat : EH_ID_NONE);
    n++;
  }
  return n;
}

static gboolean
label_begins (const char *label, const char *folded)
{
  g_autofree char *own = eh_text_fold (label);

  return g_str_has_prefix (own, folded);
}

static guint
offer_groups (EhPersonPicker *self)
{
  g_autofree char *folded = eh_text_fold (typed (self));
  guint n = 0;

  if (self->picks->len > 0)
    return 0;
  for (guint i = 0; i < self->groups->len; i++) {
    const EhRoleGroup *group = self->groups->pdata[i];

    if (group->retired || !label_begins (group->label, folded))
      continue;
    offer (self, OFFER_GROUP, group->id, EH_ID_NONE);
    n++;
  }
  if (label_begins (_ ("Nobody named"), folded)) {
    offer (self, OFFER_NOBODY, EH_ID_NONE, EH_ID_NONE);
    n++;
  }
  return n;
}

static void
offer_new (EhPersonPicker *self)
{
  if (group_of (self, self->last_group) != NULL)
    offer (self, OFFER_NEW, self->last_group, EH_ID_NONE);
  for (guint i = 0; i < self->groups->len; i++) {
    const EhRoleGroup *group = self->groups->pdata[i];

    if (!group->retired && group->id != self->last_group)
      offer (self, OFFER_NEW, group->id, EH_ID_NONE);
  }
  if (self->groups->len == 0)
    offer (self, OFFER_NEW, EH_ID_NONE, EH_ID_NONE);
}

static void
fill (EhPersonPicker *self)
{
  gboolean blank = eh_text_is_blank (typed (self));
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (!self->adding)
    n = offer_people (self) + offer_groups (self);
  if (self->adding || (n == 0 && !blank))
    offer_new (self);
  else if (!blank && !eh_people_finder_knows (self->finder, typed (self)))
    offer (self, OFFER_NEW_WHERE, EH_ID_NONE, EH_ID_NONE);
  /* Enter after a comma ends: it does not take somebody who was not asked for. */
  point_at (self, blank && self->picks->len > 0
                      ? NULL
                      : gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

/* What was offered before must not stay behind in a popover that is out of sight. */
static void
forget (EhPersonPicker *self)
{
  GtkWidget *row;

  gtk_popover_popdown (GTK_POPOVER (self));
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  gtk_label_set_label (GTK_LABEL (self->so_far), "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  "", -1);
}

static void
show_so_far (EhPersonPicker *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->picks->len; i++) {
    const EhContributor *pick = self->picks->pdata[i];
    const EhParticipant *person = person_of (self, pick->participant_id);

    g_ptr_array_add (
        names,
        g_strdup (person != NULL ? eh_workspace_name_of (self->workspace, person->id, person->name)
                                 : ""));
  }
  joined = eh_text_join (names, ", ");
  /* TRANSLATORS: %s are names of people who said something together; another can be added */
  text = g_strdup_printf (_ ("With %s"), joined);
  gtk_label_set_label (GTK_LABEL (self->so_far), text);
  gtk_widget_set_visible (self->so_far, self->picks->len > 0);
}

static void
note_spoke (EhPersonPicker *self, EhId id)
{
  for (guint i = 0; i < self->order->len; i++)
    if (g_array_index (self->order, EhId, i) == id) {
      g_array_remove_index (self->order, i);
      break;
    }
  g_array_append_val (self->order, id);
}

static void
pick_person (EhPersonPicker *self, EhId id, EhId speaking_as)
{
  EhContributor *pick = eh_contributor_new ();

  pick->participant_id = id;
  pick->speaking_as = speaking_as;
  g_ptr_array_add (self->picks, pick);
  note_spoke (self, id);
}

static void
done (EhPersonPicker *self, EhId role_group_id)
{
  g_signal_emit (self, signals[PICKED], 0, self->picks, role_group_id);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Adds somebody new. Returns whether they are in the list of people now. */
static gboolean
pick_new (EhPersonPicker *self, EhId group_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = eh_text_clean_line (typed (self));
  g_autofree char *isolated = eh_text_isolate (name);
  EhId id = eh_insight_add_person (eh_workspace_get_store (self->workspace), name, group_id,
                                   &error);

  if (id == EH_ID_NONE) {
    eh_workspace_report_error (self->workspace, error);
    return FALSE;
  }
  self->last_group = group_id;
  self->adding = FALSE;
  /* TRANSLATORS: %s is a name */
  text = g_strdup_printf (_ ("%s added to people"), isolated);
  eh_workspace_announce (self->workspace, text);
  pick_person (self, id, EH_ID_NONE);
  return TRUE;
}

/* Takes what is pointed at; with @more, waits for another person. */
static void
take (EhPersonPicker *self, GtkListBoxRow *row, gboolean more)
{
  const Offer *one = offer_of_row (row);
  Offer taken;

  if (one == NULL) {
    if (self->picks->len > 0)
      done (self, EH_ID_NONE);
    return;
  }
  taken = *one;
  switch (taken.kind) {
  case OFFER_PERSON:
    pick_person (self, taken.id, taken.speaking_as);
    break;
  case OFFER_GROUP:
  case OFFER_NOBODY:
    done (self, taken.id);
    return;
  case OFFER_NEW_WHERE:
    self->adding = TRUE;
    fill (self);
    return;
  case OFFER_NEW:
    if (!pick_new (self, taken.id))
      return;
    break;
  default:
    g_assert_not_reached ();
  }
  if (!more) {
    done (self, EH_ID_NONE);
    return;
  }
  eh_person_picker_start (self, NULL, -1);
}

static void
activated_cb (EhPersonPicker *self, GtkListBoxRow *row)
{
  take (self, row, FALSE);
}

static void
typed_cb (EhPersonPicker *self)
{
  self->adding = FALSE;
  if (self->finder != NULL)
    fill (self);
}

static void
move (EhPersonPicker *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  if (index >= 0 && row != NULL)
    point_at (self, row);
}

/* The next group that the person could be speaking for, after the last of them their own. */
static void
change_hat (EhPersonPicker *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  Offer *one = offer_of_row (row);
  const EhParticipant *person;
  int n = (int) self->groups->len;
  int at = -1;

  if (one == NULL || one->kind != OFFER_PERSON)
    return;
  person = person_of (self, one->id);
  for (int i = 0; i < n; i++)
    if (eh_row_id (self->groups->pdata[i]) == one->speaking_as)
      at = i;
  do {
    at += step;
    if (at < -1)
      at = n - 1;
  } while (at >= 0 && at < n &&
           (((EhRoleGroup *) self->groups->pdata[at])->retired ||
            eh_row_id (self->groups->pdata[at]) == person->role_group_id));
  one->speaking_as = at >= 0 && at < n ? eh_row_id (self->groups->pdata[at]) : EH_ID_NONE;
  fill_row (self, GTK_WIDGET (row));
  point_at (self, row);
}

static gboolean
at_end (EhPersonPicker *self)
{
  glong length = g_utf8_strlen (typed (self), -1);

  return gtk_editable_get_position (GTK_EDITABLE (self->entry)) == length;
}

static gboolean
key_cb (EhPersonPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint onward = rtl ? GDK_KEY_Left : GDK_KEY_Right;

  switch (keyval) {
  case GDK_KEY_Down:
    move (self, 1);
    return TRUE;
  case GDK_KEY_Up:
    move (self, -1);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    take (self, row, (state & GDK_CONTROL_MASK) != 0);
    return TRUE;
  case GDK_KEY_Tab:
    take (self, row, FALSE);
    return TRUE;
  case GDK_KEY_comma:
    take (self, row, TRUE);
    return TRUE;
  case GDK_KEY_BackSpace:
    if (typed (self)[0] != '\0')
      return FALSE;
    if (self->picks->len == 0) {
      gtk_popover_popdown (GTK_POPOVER (self));
    } else {
      g_ptr_array_remove_index (self->picks, self->picks->len - 1);
      show_so_far (self);
      fill (self);
    }
    return TRUE;
  default:
    if (keyval != onward || !at_end (self))
      return FALSE;
    change_hat (self, 1);
    return TRUE;
  }
}

static void
eh_person_picker_dispose (GObject *object)
{
  EhPersonPicker *self = EH_PERSON_PICKER (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_person_picker_parent_class)->dispose (object);
}

static void
eh_person_picker_finalize (GObject *object)
{
  EhPersonPicker *self = EH_PERSON_PICKER (object);

  eh_people_finder_free (self->finder);
  g_array_unref (self->order);
  g_hash_table_unref (self->hats);
  g_ptr_array_unref (self->picks);
  g_clear_pointer (&self->nobody, eh_participant_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (eh_person_picker_parent_class)->finalize (object);
}

static void
eh_person_picker_class_init (EhPersonPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = eh_person_picker_dispose;
  object_class->finalize = eh_person_picker_finalize;
  /**
   * EhPersonPicker::picked:
   * @contributors: (element-type EhContributor): who, by participant_id and speaking_as alone;
   *   empty when nobody is named
   * @role_group_id: the group alone, or none
   */
  signals[PICKED] = g_signal_new ("picked", EH_TYPE_PERSON_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_INT64);
}

static void
make_list (EhPersonPicker *self)
{
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "eh-choices");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("People and groups"), -1);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroll), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->list);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
make_entry (EhPersonPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Name or initials"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who said it: name or initials"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

static void
eh_person_picker_init (EhPersonPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hint;

  self->nobody = eh_participant_new ();
  self->order = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->hats = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, g_free);
  self->picks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  self->so_far = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->so_far), 0);
  gtk_label_set_wrap (GTK_LABEL (self->so_far), TRUE);
  make_entry (self);
  make_list (self);
  hint = gtk_label_new (_ ("Enter picks · comma adds another\n→ changes the hat they speak in"));
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (box), self->so_far);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->scroll);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_set_size_request (box, 330, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * eh_person_picker_new:
 * @workspace: the window's workspace
 *
 * Returns: (transfer floating): a popover; give it a parent
 */
GtkWidget *
eh_person_picker_new (EhWorkspace *workspace)
{
  EhPersonPicker *self = g_object_new (EH_TYPE_PERSON_PICKER, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (forget), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * eh_person_picker_start:
 * @self: a picker
 * @typed_before: (nullable): letters that are typed already
 * @workshop_id: whose attendance says who is here; negative to go on with those picked so far
 *
 * Shows it, the keyboard in its entry.
 */
void
eh_person_picker_start (EhPersonPicker *self, const char *typed_before, EhId workshop_id)
{
  if (workshop_id >= 0) {
    g_ptr_array_set_size (self->picks, 0);
    load (self, workshop_id);
  }
  self->adding = FALSE;
  show_so_far (self);
  /* The letters of a name are a name to whoever sees them. */
  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
                           !eh_workspace_get_room_display (self->workspace));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed_before != NULL ? typed_before : "");
  fill (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}
