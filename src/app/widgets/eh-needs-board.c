/* What the people of a workshop need, against what is arranged: for whoever is invited or was
 * there. A need is written down with its person; here it is seen to. */

#include "eh-needs-board.h"

#include "eh-access-need.h"
#include "eh-attendance.h"
#include "eh-card-list.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-invitation.h"
#include "eh-schedule.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-when-text.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MAX_LEAD_DAYS 365

struct _EhNeedsBoard {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  char *date; /* of the workshop */
  GtkWidget *box;
  GtkLabel *summary;
  GtkLabel *kinds;
  GtkWidget *people_button;
  EhCardList *cards;
};

G_DEFINE_FINAL_TYPE (EhNeedsBoard, eh_needs_board, GTK_TYPE_WIDGET)

/* Whoever is expected, or came. */
static GHashTable *
people_of (EhNeedsBoard *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  GHashTable *people = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  g_autoptr (GPtrArray) invitations = eh_reader_list_of (db, &eh_invitation_row_type, "workshop_id",
                                                         self->workshop_id);
  g_autoptr (GPtrArray) attendances = eh_reader_list_of (db, &eh_attendance_row_type, "workshop_id",
                                                         self->workshop_id);

  for (guint i = 0; i < invitations->len; i++) {
    const EhInvitation *row = invitations->pdata[i];

    if (row->reply != EH_REPLY_NO)
      g_hash_table_add (people, g_memdup2 (&row->participant_id, sizeof (EhId)));
  }
  for (guint i = 0; i < attendances->len; i++) {
    const EhAttendance *row = attendances->pdata[i];

    if (row->status != EH_PRESENCE_APOLOGIES && row->status != EH_PRESENCE_ABSENT)
      g_hash_table_add (people, g_memdup2 (&row->participant_id, sizeof (EhId)));
  }
  return people;
}

/* "Book by 3 March", or that it is late; NULL when there is nothing to say. */
static char *
booking_text (EhNeedsBoard *self, const EhAccessNeed *need, gboolean *late)
{
  g_autofree char *today = eh_schedule_today ();
  g_autofree char *by = eh_schedule_days_before (self->date, need->lead_days);
  g_autofree char *shown = eh_when_format_date_short (by);

  *late = FALSE;
  if (need->status == EH_ACCESS_STATUS_NOT_MET)
    return g_strdup (_ ("Not met: say so to them, and what happens next time."));
  if (need->status != EH_ACCESS_STATUS_ASKED || *by == '\0')
    return NULL;
  *late = strcmp (by, today) < 0;
  if (*late && strcmp (self->date, today) < 0)
    return g_strdup (_ ("The workshop is over, and this was only asked for."));
  if (need->lead_days == 0)
    return NULL;
  if (*late)
    /* TRANSLATORS: %s is a date */
    return g_strdup_printf (_ ("Overdue: it should have been booked by %s."), shown);
  /* TRANSLATORS: %s is a date */
  return g_strdup_printf (_ ("Book by %s."), shown);
}

static void
show_need (EhForm *form, GtkWidget *card)
{
  EhNeedsBoard *self = g_object_get_data (G_OBJECT (card), "board");
  GtkWidget *title = g_object_get_data (G_OBJECT (card), "title");
  GtkWidget *detail = g_object_get_data (G_OBJECT (card), "detail");
  GtkWidget *booking = g_object_get_data (G_OBJECT (card), "booking");
  const EhAccessNeed *need = eh_form_get_row (form);
  g_autoptr (EhParticipant) person = NULL;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;
  gboolean late = FALSE;

  if (need == NULL)
    return;
  person = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_participant_row_type,
                          need->participant_id);
  name = eh_text_isolate (
      person != NULL ? eh_workspace_name_of (self->workspace, person->id, person->name) : "");
  /* TRANSLATORS: what somebody needs, and who: "Hearing loop: Ana" */
  heading = g_strdup_printf (_ ("%1$s: %2$s"),
                             eh_text_is_blank (need->kind) ? _ ("A need") : need->kind, name);
  text = booking_text (self, need, &late);
  gtk_label_set_label (GTK_LABEL (title), heading);
  gtk_label_set_label (GTK_LABEL (detail), need->detail);
  gtk_widget_set_visible (detail, !eh_text_is_blank (need->detail));
  gtk_label_set_label (GTK_LABEL (booking), text != NULL ? text : "");
  gtk_widget_set_visible (booking, text != NULL);
  if (late)
    gtk_widget_add_css_class (booking, "eh-warning");
  else
    gtk_widget_remove_css_class (booking, "eh-warning");
}

static GtkWidget *
make_card (gconstpointer row, gpointer data)
{
  EhNeedsBoard *self = data;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *wrap = eh_wrap_new (12);
  GtkWidget *title = eh_fields_words (NULL, "eh-row-title");
  GtkWidget *detail = eh_fields_words (NULL, "eh-hint");
  GtkWidget *booking = eh_fields_words (NULL, "eh-hint");
  GtkWidget *status = gtk_drop_down_new (NULL, NULL);
  GtkWidget *days = eh_fields_number (MAX_LEAD_DAYS, 1, 0);
  GtkWidget *who = eh_text_field_new (_ ("Who sees to it"), FALSE);
  EhForm *form = eh_form_new (self->workspace, &eh_access_need_row_type,
                              _ ("Changed an access need"));

  eh_fields_append (wrap, eh_fields_labelled (_ ("How far it has got"), status));
  eh_fields_append (wrap, eh_fields_labelled (_ ("Days needed to book it"), days));
  eh_fields_append (wrap, who);
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), detail);
  gtk_box_append (GTK_BOX (card), booking);
  gtk_box_append (GTK_BOX (card), wrap);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "eh-card");
  g_object_set_data (G_OBJECT (card), "board", self);
  g_object_set_data (G_OBJECT (card), "title", title);
  g_object_set_data (G_OBJECT (card), "detail", detail);
  g_object_set_data (G_OBJECT (card), "booking", booking);
  eh_form_bind_choice (form, "status", status);
  eh_form_bind_number (form, "lead_days", GTK_SPIN_BUTTON (days));
  eh_form_bind_text (form, "arranged_by", eh_text_field_get_input (EH_TEXT_FIELD (who)));
  eh_card_set_form (card, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (show_need), card, 0);
  eh_form_set_id (form, eh_row_id (row));
  return card;
}

/* By kind and without names: what may stand on a wall. */
static char *
kinds_text (GPtrArray *needs, gboolean *several)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < needs->len; i++) {
    const EhAccessNeed *first = needs->pdata[i];
    g_autofree char *key = eh_text_fold (first->kind);
    guint n = 0;
    guint met = 0;

    if (eh_text_is_blank (first->kind) || !g_hash_table_add (seen, g_strdup (key)))
      continue;
    for (guint j = i; j < needs->len; j++) {
      const EhAccessNeed *need = needs->pdata[j];
      g_autofree char *other = eh_text_fold (need->kind);

      if (!g_str_equal (key, other))
        continue;
      n++;
      met += need->status == EH_ACCESS_STATUS_ARRANGED || need->status == EH_ACCESS_STATUS_TESTED ||
             need->status == EH_ACCESS_STATUS_MET;
    }
    *several |= n > 1;
    /* TRANSLATORS: %1$s is what is needed, %2$u how many need it, %3$u for how many it is arranged
     */
    g_ptr_array_add (
        lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u person, seen to for %3$u",
                                             "%1$s: %2$u people, seen to for %3$u", n),
                                first->kind, n, met));
  }
  return eh_text_join (lines, "\n");
}

static int
by_kind (gconstpointer a, gconstpointer b)
{
  const EhAccessNeed *one = *(EhAccessNeed *const *) a;
  const EhAccessNeed *other = *(EhAccessNeed *const *) b;
  gboolean one_waits = one->status == EH_ACCESS_STATUS_ASKED;
  gboolean other_waits = other->status == EH_ACCESS_STATUS_ASKED;

  return one_waits != other_waits ? other_waits - one_waits
                                  : g_utf8_collate (one->kind, other->kind);
}

static void
show_words (EhNeedsBoard *self, GPtrArray *needs, guint n_people)
{
  guint waiting = 0;
  /* While the room sees the screen, how many need what, and nobody's need. */
  gboolean hidden = eh_workspace_get_room_display (self->workspace);
  gboolean several = FALSE;
  g_autofree char *kinds = kinds_text (needs, &several);
  g_autofree char *text = NULL;

  for (guint i = 0; i < needs->len; i++)
    waiting += ((EhAccessNeed *) needs->pdata[i])->status == EH_ACCESS_STATUS_ASKED;
  if (n_people == 0)
    text = g_strdup (_ ("Nobody is invited yet. Invite people first, under People."));
  else if (needs->len == 0)
    text = g_strdup (_ ("Nobody who is invited has said what they need. Ask everyone, and write it "
                        "down with the person."));
  else if (waiting == 0)
    text = g_strdup (_ ("Everything that was asked for is seen to."));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u need is asked for and not arranged yet.",
                                         "%u needs are asked for and not arranged yet.", waiting),
                            waiting);
  gtk_label_set_label (self->summary, text);
  gtk_label_set_label (self->kinds, kinds);
  /* As long as every card is a kind of its own, the cards say it all. */
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), several || hidden);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), needs->len > 0 && !hidden);
  gtk_widget_set_visible (self->people_button, n_people > 0 && needs->len == 0);
}

static void
refresh (EhNeedsBoard *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhWorkshop) workshop = eh_reader_get (db, &eh_workshop_row_type, self->workshop_id);
  g_autoptr (GPtrArray) needs = eh_reader_list (db, &eh_access_need_row_type);
  g_autoptr (GHashTable) people = people_of (self);

  eh_set_str (&self->date, workshop != NULL ? workshop->date : "");
  for (guint i = needs->len; i > 0; i--)
    if (!g_hash_table_contains (people, &((EhAccessNeed *) needs->pdata[i - 1])->participant_id))
      g_ptr_array_remove_index (needs, i - 1);
  g_ptr_array_sort (needs, by_kind);
  eh_card_list_show (self->cards, needs);
  for (guint i = 0; i < needs->len; i++) {
    GtkWidget *card = eh_card_list_find (self->cards, eh_row_id (needs->pdata[i]));

    show_need (eh_card_get_form (card), card);
  }
  show_words (self, needs, g_hash_table_size (people));
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhNeedsBoard *self)
{
  if (self->workshop_id != EH_ID_NONE && (eh_changes_touch (changes, &eh_access_need_row_type) ||
                                          eh_changes_touch (changes, &eh_invitation_row_type) ||
                                          eh_changes_touch (changes, &eh_attendance_row_type) ||
                                          eh_changes_touch (changes, &eh_participant_row_type) ||
                                          eh_changes_touch (changes, &eh_workshop_row_type)))
    refresh (self);
}

static void
people_cb (EhNeedsBoard *self)
{
  eh_workspace_show_place (self->workspace, "people");
}

static void
eh_needs_board_dispose (GObject *object)
{
  EhNeedsBoard *self = EH_NEEDS_BOARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->date, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_needs_board_parent_class)->dispose (object);
}

static void
eh_needs_board_class_init (EhNeedsBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_needs_board_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_needs_board_init (EhNeedsBoard *self)
{
  self->date = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->summary = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  self->kinds = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  self->people_button = eh_fields_pill (_ ("_Go to People"));
  self->cards = EH_CARD_LIST (eh_card_list_new (make_card, self));
  g_signal_connect_object (self->people_button, "clicked", G_CALLBACK (people_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), eh_fields_heading (_ ("What people need")));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->kinds));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (self->box), self->people_button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_needs_board_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the needs of no workshop
 */
GtkWidget *
eh_needs_board_new (EhWorkspace *workspace)
{
  EhNeedsBoard *self = g_object_new (EH_TYPE_NEEDS_BOARD, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * eh_needs_board_set_workshop:
 * @self: a board
 * @workshop_id: whose people's needs, or none
 */
void
eh_needs_board_set_workshop (EhNeedsBoard *self, EhId workshop_id)
{
  self->workshop_id = workshop_id;
  if (workshop_id != EH_ID_NONE)
    refresh (self);
}
