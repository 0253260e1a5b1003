/* Who takes the floor: a button for everybody who is here, by table. A tap is a turn; nothing else
 * is recorded. In a round or a circle it also says whose turn comes next, and lets a turn pass.
 * What it shows is in the project alone, so that a round goes on after the computer was started
 * anew. */

#include "eh-turn-board.h"

#include "eh-fields.h"
#include "eh-group-marker.h"
#include "eh-participant.h"
#include "eh-text.h"
#include "eh-turn-notice.h"
#include "eh-turns.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* In the order in which people are shown; what there is no key for has a button all the same. */
static const char keys[] = "1234567890abcdefghijklmnopqrstuvwxyz";

typedef struct {
  EhId id;
  char *name;
  char *table;
  char *order;
  int slot;
  char key; /* 0 for none */
  GtkWidget *button;
  GtkLabel *sign; /* of the key */
  GtkLabel *state;
} Seat;

struct _EhTurnBoard {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhLiveSession *live;
  GtkWidget *box;
  GtkWidget *round;
  GtkLabel *round_words;
  GtkWidget *spoke;
  GtkWidget *pass;
  GtkWidget *again;
  GtkWidget *tables;
  GtkWidget *nobody;
  GPtrArray *seats;   /* (element-type Seat) */
  GHashTable *counts; /* (element-type EhId guint): turns since the activity began */
  GHashTable *passed; /* (element-type EhId guint): who let their turn pass in it */
  EhId speaker;       /* who was tapped last */
};

G_DEFINE_FINAL_TYPE (EhTurnBoard, eh_turn_board, GTK_TYPE_WIDGET)

static void
seat_free (gpointer data)
{
  Seat *seat = data;

  g_free (seat->name);
  g_free (seat->table);
  g_free (seat->order);
  g_free (seat);
}

/* By table, as people count: "Table 10" comes after "Table 9". Who sits at none comes last. */
static int
by_table (gconstpointer a, gconstpointer b)
{
  const Seat *one = *(const Seat *const *) a;
  const Seat *other = *(const Seat *const *) b;

  if ((*one->table == '\0') != (*other->table == '\0'))
    return *one->table == '\0' ? 1 : -1;
  return strcmp (one->order, other->order);
}

static guint
turns_of (EhTurnBoard *self, EhId id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &id));
}

static gboolean
is_round (EhTurnBoard *self)
{
  const EhActivity *activity = eh_live_session_get_activity (self->live);

  return activity != NULL &&
         (activity->method == EH_METHOD_ROUND || activity->method == EH_METHOD_CIRCLE);
}

static gboolean
has_passed (EhTurnBoard *self, EhId id)
{
  return turns_of (self, id) == 0 && g_hash_table_contains (self->passed, &id);
}

static gboolean
is_done (EhTurnBoard *self, const Seat *seat)
{
  return turns_of (self, seat->id) > 0 || has_passed (self, seat->id);
}

/* The next in the circle after who spoke last, of those who have had no turn. */
static Seat *
next_seat (EhTurnBoard *self)
{
  guint from = 0;

  for (guint i = 0; i < self->seats->len; i++)
    if (((Seat *) self->seats->pdata[i])->id == self->speaker)
      from = i + 1;
  for (guint i = 0; i < self->seats->len; i++) {
    Seat *seat = self->seats->pdata[(from + i) % self->seats->len];

    if (!is_done (self, seat))
      return seat;
  }
  return NULL;
}

static void
show_round (EhTurnBoard *self)
{
  Seat *next = next_seat (self);
  gboolean some_passed = FALSE;
  guint done = 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->round, is_round (self) && self->seats->len > 0);
  if (!is_round (self))
    return;
  for (guint i = 0; i < self->seats->len; i++) {
    Seat *seat = self->seats->pdata[i];

    done += is_done (self, seat);
    some_passed |= has_passed (self, seat->id);
  }
  if (next != NULL) {
    g_autofree char *name = eh_text_isolate (next->name);

    /* TRANSLATORS: in a round of everybody in turn: how many of how many people, and a name */
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u person has had a turn. Next: %3$s",
                     "%1$u of %2$u people have had a turn. Next: %3$s", self->seats->len),
        done, self->seats->len, name);
  } else {
    text = g_strdup (some_passed ? _ ("Everybody has had a turn or let it pass")
                                 : _ ("Everybody has had a turn"));
  }
  gtk_label_set_label (self->round_words, text);
  gtk_widget_set_visible (self->spoke, next != NULL);
  gtk_widget_set_visible (self->pass, next != NULL);
  gtk_widget_set_visible (self->again, next == NULL && some_passed);
}

/* How often, for the one who leads alone: while the room reads along, it is not said. */
static char *
state_of (EhTurnBoard *self, const Seat *seat)
{
  guint turns = turns_of (self, seat->id);

  if (has_passed (self, seat->id))
    return g_strdup (_ ("passed"));
  if (turns == 0 || eh_workspace_get_room_display (self->workspace))
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u turn", "%u turns", turns), turns);
}

static void
show_seat (EhTurnBoard *self, Seat *seat)
{
  g_autofree char *state = state_of (self, seat);
  g_autofree char *key = seat->key != 0 ? g_strdup_printf ("%c", g_ascii_toupper (seat->key))
                                        : g_strdup ("");
  g_autofree char *label = NULL;
  gboolean speaks = seat->id == self->speaker;

  gtk_label_set_label (seat->sign, key);
  gtk_label_set_label (seat->state, state);
  if (speaks)
    gtk_widget_add_css_class (seat->button, "eh-speaks");
  else
    gtk_widget_remove_css_class (seat->button, "eh-speaks");
  if (*state == '\0')
    label = g_strdup (seat->name);
  else
    /* TRANSLATORS: a name, and how many turns they took: "Asha, 2 turns" */
    label = g_strdup_printf (_ ("%1$s, %2$s"), seat->name, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (seat->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
}

static void
show_turns (EhTurnBoard *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  EhId workshop = eh_live_session_get_workshop_id (self->live);
  EhId activity = eh_live_session_get_activity_id (self->live);

  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->passed, g_hash_table_unref);
  self->counts = eh_turns_count (db, workshop, activity);
  self->passed = eh_turns_passed (db, workshop, activity);
  self->speaker = activity != EH_ID_NONE ? eh_turns_last (db, workshop, activity) : self->speaker;
  for (guint i = 0; i < self->seats->len; i++)
    show_seat (self, self->seats->pdata[i]);
  show_round (self);
}

static void
tap (EhTurnBoard *self, Seat *seat)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (seat->name);
  g_autofree char *state = NULL;
  g_autofree char *said = NULL;

  self->speaker = seat->id;
  eh_workspace_flush (self->workspace);
  if (eh_turns_tap (eh_workspace_get_store (self->workspace),
                    eh_live_session_get_workshop_id (self->live),
                    eh_live_session_get_activity_id (self->live), seat->id, &error) == EH_ID_NONE) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  state = state_of (self, seat);
  /* TRANSLATORS: a name, and how many turns they took: "Asha, 2 turns" */
  said = g_strdup_printf (_ ("%1$s, %2$s"), name, state);
  eh_workspace_announce (self->workspace, *state != '\0' ? said : name);
}

static void
clicked_cb (GtkButton *button, EhTurnBoard *self)
{
  for (guint i = 0; i < self->seats->len; i++) {
    Seat *seat = self->seats->pdata[i];

    if (seat->button == GTK_WIDGET (button)) {
      tap (self, seat);
      return;
    }
  }
}

static void
spoke_cb (EhTurnBoard *self)
{
  Seat *next = next_seat (self);

  if (next != NULL)
    tap (self, next);
}

static void
pass_cb (EhTurnBoard *self)
{
  Seat *next = next_seat (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (next == NULL)
    return;
  name = eh_text_isolate (next->name);
  /* TRANSLATORS: %s is the name of a person */
  said = g_strdup_printf (_ ("%s lets it pass"), name);
  eh_workspace_flush (self->workspace);
  if (eh_turns_pass (eh_workspace_get_store (self->workspace),
                     eh_live_session_get_workshop_id (self->live),
                     eh_live_session_get_activity_id (self->live), next->id, &error) == EH_ID_NONE)
    eh_workspace_report_error (self->workspace, error);
  else
    eh_workspace_announce (self->workspace, said);
}

/* Those who let it pass are asked once more. */
static void
again_cb (EhTurnBoard *self)
{
  g_autoptr (GError) error = NULL;

  eh_workspace_flush (self->workspace);
  if (!eh_turns_ask_again (eh_workspace_get_store (self->workspace),
                           eh_live_session_get_workshop_id (self->live),
                           eh_live_session_get_activity_id (self->live), &error))
    eh_workspace_report_error (self->workspace, error);
}

static void
read_seats (EhTurnBoard *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) rows = eh_reader_list_of (db, &eh_attendance_row_type, "workshop_id",
                                                  eh_live_session_get_workshop_id (self->live));

  g_ptr_array_set_size (self->seats, 0);
  for (guint i = 0; i < rows->len; i++) {
    const EhAttendance *attendance = rows->pdata[i];
    g_autoptr (EhParticipant) person = NULL;
    const EhRoleGroup *group = NULL;
    g_autofree char *order = NULL;
    Seat *seat = NULL;

    if (!eh_attendance_is_here (attendance))
      continue;
    person = eh_reader_get (db, &eh_participant_row_type, attendance->participant_id);
    if (person == NULL)
      continue;
    group = eh_workspace_get_role_group (self->workspace, attendance->role_group_id != EH_ID_NONE
                                                              ? attendance->role_group_id
                                                              : person->role_group_id);
    seat = g_new0 (Seat, 1);
    seat->id = person->id;
    seat->name = g_strdup (eh_workspace_name_of (self->workspace, person->id, person->name));
    seat->table = eh_text_clean_line (attendance->table_label);
    order = g_strdup_printf ("%s\n%s", seat->table, seat->name);
    seat->order = g_utf8_collate_key_for_filename (order, -1);
    seat->slot = group != NULL ? (int) group->slot : -1;
    g_ptr_array_add (self->seats, seat);
  }
  g_ptr_array_sort (self->seats, by_table);
}

static GtkWidget *
new_button (EhTurnBoard *self, Seat *seat)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *named = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (seat->name);

  seat->sign = GTK_LABEL (gtk_label_new (NULL));
  seat->button = gtk_button_new ();
  seat->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 16);
  gtk_label_set_xalign (seat->state, 0);
  gtk_widget_add_css_class (GTK_WIDGET (seat->state), "eh-turns");
  gtk_widget_add_css_class (GTK_WIDGET (seat->sign), "eh-turn-key");
  gtk_box_append (GTK_BOX (named), eh_group_marker_new (seat->slot));
  gtk_box_append (GTK_BOX (named), name);
  gtk_box_append (GTK_BOX (box), named);
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (seat->sign));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (seat->state));
  gtk_box_append (GTK_BOX (box), below);
  gtk_button_set_child (GTK_BUTTON (seat->button), box);
  gtk_widget_add_css_class (seat->button, "eh-seat");
  g_signal_connect_object (seat->button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  return seat->button;
}

static EhId
focused_seat (EhTurnBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; i < self->seats->len; i++)
    if (focus != NULL && ((Seat *) self->seats->pdata[i])->button == focus)
      return ((Seat *) self->seats->pdata[i])->id;
  return EH_ID_NONE;
}

/* The keyboard stays with the person that it was on. */
static void
rebuild (EhTurnBoard *self)
{
  EhId focused = focused_seat (self);
  GtkWidget *wrap = NULL;
  GtkWidget *child = NULL;
  const char *table = NULL;

  while ((child = gtk_widget_get_first_child (self->tables)) != NULL)
    gtk_box_remove (GTK_BOX (self->tables), child);
  if (!eh_live_session_is_on (self->live))
    return;
  read_seats (self);
  for (guint i = 0; i < self->seats->len; i++) {
    Seat *seat = self->seats->pdata[i];
    GtkWidget *button = new_button (self, seat);

    seat->key = i < strlen (keys) ? keys[i] : 0;
    if (table == NULL || !g_str_equal (table, seat->table)) {
      g_autofree char *name = eh_turn_board_table_name (seat->table);

      if (*seat->table != '\0' || table != NULL)
        gtk_box_append (GTK_BOX (self->tables), eh_fields_words (name, "eh-field-label"));
      wrap = eh_wrap_new (6);
      gtk_box_append (GTK_BOX (self->tables), wrap);
      table = seat->table;
    }
    eh_wrap_append (EH_WRAP (wrap), button);
    if (seat->id == focused)
      gtk_widget_grab_focus (button);
  }
  gtk_widget_set_visible (self->nobody, self->seats->len == 0);
  show_turns (self);
}

static void
activity_cb (EhTurnBoard *self)
{
  self->speaker = EH_ID_NONE;
  if (eh_live_session_is_on (self->live))
    show_turns (self);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhTurnBoard *self)
{
  if (!eh_live_session_is_on (self->live))
    return;
  if (eh_changes_touch (changes, &eh_attendance_row_type) ||
      eh_changes_touch (changes, &eh_participant_row_type) ||
      eh_changes_touch (changes, &eh_role_group_row_type))
    rebuild (self);
  else if (eh_changes_touch (changes, &eh_turn_row_type))
    show_turns (self);
}

static void
eh_turn_board_dispose (GObject *object)
{
  EhTurnBoard *self = EH_TURN_BOARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->live);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_turn_board_parent_class)->dispose (object);
}

static void
eh_turn_board_finalize (GObject *object)
{
  EhTurnBoard *self = EH_TURN_BOARD (object);

  g_ptr_array_unref (self->seats);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->passed);
  G_OBJECT_CLASS (eh_turn_board_parent_class)->finalize (object);
}

static void
eh_turn_board_class_init (EhTurnBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_turn_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_turn_board_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
build_round (EhTurnBoard *self)
{
  GtkWidget *buttons = eh_wrap_new (8);

  self->round = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->round_words = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  self->spoke = eh_fields_pill (_ ("Their _Turn"));
  self->pass = eh_fields_pill (_ ("_Let It Pass"));
  self->again = eh_fields_pill (_ ("_Ask Once More Who Let It Pass"));
  eh_wrap_append (EH_WRAP (buttons), self->spoke);
  eh_wrap_append (EH_WRAP (buttons), self->pass);
  eh_wrap_append (EH_WRAP (buttons), self->again);
  gtk_box_append (GTK_BOX (self->round), GTK_WIDGET (self->round_words));
  gtk_box_append (GTK_BOX (self->round), buttons);
  gtk_widget_add_css_class (self->round, "card");
  gtk_widget_add_css_class (self->round, "eh-card");
  g_signal_connect_object (self->spoke, "clicked", G_CALLBACK (spoke_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pass, "clicked", G_CALLBACK (pass_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->again, "clicked", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
}

static void
eh_turn_board_init (EhTurnBoard *self)
{
  GtkWidget *hint = eh_fields_words (
      _ ("Tap who is speaking, or press the key. Only the tap is kept, nothing of what is said."),
      "eh-hint");

  self->seats = g_ptr_array_new_with_free_func (seat_free);
  self->counts = g_hash_table_new (eh_id_hash, eh_id_equal);
  self->passed = g_hash_table_new (eh_id_hash, eh_id_equal);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->tables = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->nobody = eh_fields_words (_ ("Nobody is here yet. Tick people as they arrive."), "eh-body");
  build_round (self);
  gtk_box_append (GTK_BOX (self->box), hint);
  gtk_box_append (GTK_BOX (self->box), self->round);
  gtk_box_append (GTK_BOX (self->box), self->nobody);
  gtk_box_append (GTK_BOX (self->box), self->tables);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_turn_board_set_workspace:
 * @self: a board that has none
 * @workspace: a workspace with a project
 */
void
eh_turn_board_set_workspace (EhTurnBoard *self, EhWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  self->live = g_object_ref (eh_workspace_get_live (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->live, "notify::workshop-id", G_CALLBACK (rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "notify::activity-id", G_CALLBACK (activity_cb), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
}

/**
 * eh_turn_board_key:
 * @self: a board
 * @keyval: a key that was pressed where no text is typed
 *
 * Returns: whether it stands for somebody, who has taken the floor
 */
gboolean
eh_turn_board_key (EhTurnBoard *self, guint keyval)
{
  guint32 letter = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  for (guint i = 0; letter != 0 && i < self->seats->len; i++) {
    Seat *seat = self->seats->pdata[i];

    if (seat->key == 0 || (guint32) seat->key != letter)
      continue;
    tap (self, seat);
    return TRUE;
  }
  return FALSE;
}

/**
 * eh_turn_board_table_name:
 * @label: what was typed for a table: "2"
 *
 * Returns: (transfer full): its name: "Table 2", or what was typed where that is more than a number
 *   or a letter, and words for no table
 */
char *
eh_turn_board_table_name (const char *label)
{
  g_autofree char *isolated = NULL;

  if (*label == '\0')
    return g_strdup (_ ("At no table"));
  isolated = eh_text_isolate (label);
  if (g_utf8_strlen (label, -1) > 2)
    return g_steal_pointer (&isolated);
  /* TRANSLATORS: %s is the number or letter of a table */
  return g_strdup_printf (_ ("Table %s"), isolated);
}
