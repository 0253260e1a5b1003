/* What was promised to people in a workshop: to whom, by when, and whether it was kept. Promises of
 * no workshop are shown with every one, so that none is out of sight. */

#include "eh-promise-list.h"

#include "eh-card-list.h"
#include "eh-choice-button.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-participant.h"
#include "eh-promise.h"
#include "eh-schedule.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-when-field.h"
#include "eh-when-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* What one promise is shown with; it lives as long as its card. */
typedef struct {
  EhPromiseList *list;
  EhTextField *text;
  EhChoiceButton *whom;
  GtkDropDown *state;
  GtkWidget *kept_on;
  EhTextField *reason;
  GtkLabel *said;
  gboolean showing;
} Card;

struct _EhPromiseList {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  GtkWidget *box;
  GtkWidget *empty;
  EhCardList *cards;
};

G_DEFINE_FINAL_TYPE (EhPromiseList, eh_promise_list, GTK_TYPE_WIDGET)

static Card *
card_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "card");
}

static void
fill_whom (EhPromiseList *self, EhChoiceButton *whom)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  GPtrArray *people = eh_workspace_get_people (self->workspace);

  eh_choice_button_clear (whom);
  eh_choice_button_add (whom, EH_ID_NONE, _ ("Everyone"), 0, NULL, EH_CHOICE_NO_MARKER);
  for (guint i = 0; i < groups->len; i++) {
    const EhRoleGroup *group = groups->pdata[i];

    eh_choice_button_add (whom, group->id, group->label, 0, NULL, (int) group->slot);
  }
  for (guint i = 0; i < people->len; i++) {
    const EhParticipant *person = people->pdata[i];
    const EhRoleGroup *group = eh_workspace_get_role_group (self->workspace, person->role_group_id);

    if (person->withdrawal == EH_WITHDRAWAL_NONE)
      eh_choice_button_add (whom, person->id,
                            eh_workspace_name_of (self->workspace, person->id, person->name), 1,
                            NULL, group != NULL ? (int) group->slot : -1);
  }
}

/* How it stands, in words. */
static char *
standing (const EhPromise *promise, gboolean *late)
{
  g_autofree char *today = eh_schedule_today ();
  g_autofree char *due = eh_when_format_date_short (promise->due);
  gint64 days = eh_schedule_days_between (promise->due, today);

  *late = FALSE;
  switch (promise->state) {
  case EH_PROMISE_STATE_KEPT:
    return NULL;
  case EH_PROMISE_STATE_NOT_KEPT:
    *late = eh_text_is_blank (promise->reason);
    return *late ? g_strdup (_ ("Say why: people were told that it would be done.")) : NULL;
  case EH_PROMISE_STATE_OPEN:
  case EH_PROMISE_STATE_N_VALUES:
  default:
    break;
  }
  if (*promise->due == '\0' || days == G_MININT64)
    return g_strdup (_ ("No date yet: a promise without one is easily forgotten."));
  if (days <= 0)
    return NULL;
  *late = TRUE;
  /* TRANSLATORS: %1$s is a date */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Overdue since %1$s, by %2$u day",
                                       "Overdue since %1$s, by %2$u days", (gulong) days),
                          due, (guint) days);
}

static void
show_promise (EhForm *form, GtkWidget *widget)
{
  Card *card = card_of (widget);
  const EhPromise *promise = eh_form_get_row (form);
  g_autofree char *said = NULL;
  gboolean late = FALSE;

  if (promise == NULL)
    return;
  said = standing (promise, &late);
  card->showing = TRUE;
  eh_choice_button_set_selected (card->whom, promise->participant_id != EH_ID_NONE
                                                 ? promise->participant_id
                                                 : promise->role_group_id);
  gtk_drop_down_set_selected (card->state, promise->state);
  card->showing = FALSE;
  gtk_widget_set_visible (card->kept_on, promise->state == EH_PROMISE_STATE_KEPT);
  gtk_widget_set_visible (GTK_WIDGET (card->reason), promise->state == EH_PROMISE_STATE_NOT_KEPT);
  gtk_label_set_label (card->said, said != NULL ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (card->said), said != NULL);
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (card->said), "eh-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card->said), "eh-warning");
}

/* The promise as it is, with what is being typed, to change and put back. */
static EhPromise *
promise_of (GtkWidget *widget)
{
  Card *card = card_of (widget);

  eh_workspace_flush (card->list->workspace);
  return eh_reader_get (eh_workspace_get_db (card->list->workspace), &eh_promise_row_type,
                        eh_card_get_id (widget));
}

static void
whom_cb (EhChoiceButton *button, GtkWidget *widget)
{
  Card *card = card_of (widget);
  EhId id = eh_choice_button_get_selected (button);
  g_autoptr (EhPromise) promise = NULL;

  if (card->showing)
    return;
  promise = promise_of (widget);
  if (promise == NULL)
    return;
  promise->role_group_id = eh_workspace_get_role_group (card->list->workspace, id) != NULL
                               ? id
                               : EH_ID_NONE;
  promise->participant_id = promise->role_group_id == EH_ID_NONE ? id : EH_ID_NONE;
  eh_workspace_put (card->list->workspace, &eh_promise_row_type, promise, _ ("Changed a promise"),
                    NULL);
}

/* A promise that is kept was kept today, unless somebody says otherwise: one step. */
static void
state_cb (GtkDropDown *drop_down, GParamSpec *pspec, GtkWidget *widget)
{
  Card *card = card_of (widget);
  g_autoptr (EhPromise) promise = NULL;
  g_autofree char *today = eh_schedule_today ();

  if (card->showing)
    return;
  promise = promise_of (widget);
  if (promise == NULL)
    return;
  promise->state = (EhPromiseState) gtk_drop_down_get_selected (drop_down);
  eh_set_str (&promise->kept_on, promise->state == EH_PROMISE_STATE_KEPT ? today : "");
  eh_workspace_put (card->list->workspace, &eh_promise_row_type, promise,
                    promise->state == EH_PROMISE_STATE_KEPT ? _ ("Kept a promise")
                                                            : _ ("Changed a promise"),
                    NULL);
}

static void
remove_cb (GtkWidget *button, GtkWidget *widget)
{
  Card *card = card_of (widget);

  eh_workspace_remove (card->list->workspace, &eh_promise_row_type, eh_card_get_id (widget),
                       _ ("Removed a promise"), _ ("Removed the promise"));
}

static GtkDropDown *
state_choice (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (int i = 0; i < EH_PROMISE_STATE_N_VALUES; i++)
    gtk_string_list_append (words, eh_vocabulary_label (&eh_promise_state_vocabulary, i));
  return GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (words), NULL));
}

static GtkWidget *
make_card (gconstpointer row, gpointer data)
{
  EhPromiseList *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *wrap = eh_wrap_new (12);
  GtkWidget *due = eh_when_field_new (_ ("By when"), FALSE);
  GtkWidget *remove = eh_fields_icon_button ("user-trash-symbolic", _ ("Remove This Promise"));
  EhForm *form = eh_form_new (self->workspace, &eh_promise_row_type, _ ("Changed a promise"));
  Card *card = g_new0 (Card, 1);

  card->list = self;
  card->text = EH_TEXT_FIELD (eh_text_field_new (_ ("What was promised"), TRUE));
  gtk_widget_add_css_class (eh_text_field_get_input (card->text), "eh-few-lines");
  card->whom = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("To whom")));
  card->state = state_choice ();
  card->kept_on = eh_when_field_new (_ ("Kept on"), FALSE);
  card->reason = EH_TEXT_FIELD (eh_text_field_new (_ ("Why not"), FALSE));
  card->said = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  gtk_widget_add_css_class (remove, "eh-beside-field");
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (card->text));
  gtk_box_append (GTK_BOX (top), remove);
  eh_fields_append (wrap, eh_fields_labelled (_ ("To whom"), GTK_WIDGET (card->whom)));
  eh_fields_append (wrap, eh_fields_labelled (_ ("How it stands"), GTK_WIDGET (card->state)));
  eh_fields_append (wrap, due);
  eh_fields_append (wrap, card->kept_on);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (card->said));
  gtk_box_append (GTK_BOX (box), wrap);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (card->reason));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "eh-card");
  g_object_set_data_full (G_OBJECT (box), "card", card, g_free);
  fill_whom (self, card->whom);
  eh_form_bind_text (form, "text", eh_text_field_get_input (card->text));
  eh_form_bind_when (form, "due", due);
  eh_form_bind_when (form, "kept_on", card->kept_on);
  eh_form_bind_text (form, "reason", eh_text_field_get_input (card->reason));
  eh_card_set_form (box, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (show_promise), box, 0);
  eh_form_set_id (form, eh_row_id (row));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), box, 0);
  g_signal_connect_object (card->whom, "chosen", G_CALLBACK (whom_cb), box, 0);
  g_signal_connect_object (card->state, "notify::selected", G_CALLBACK (state_cb), box, 0);
  return box;
}

static void
refresh (EhPromiseList *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) promises = eh_reader_list (db, &eh_promise_row_type);

  for (guint i = promises->len; i > 0; i--) {
    EhId workshop_id = ((EhPromise *) promises->pdata[i - 1])->workshop_id;

    if (workshop_id != self->workshop_id && workshop_id != EH_ID_NONE)
      g_ptr_array_remove_index (promises, i - 1);
  }
  gtk_widget_set_visible (self->empty, promises->len == 0);
  eh_card_list_show (self->cards, promises);
}

static void
add_cb (EhPromiseList *self)
{
  g_autoptr (EhPromise) promise = eh_promise_new ();
  GtkWidget *card = NULL;

  eh_workspace_flush (self->workspace);
  promise->id = eh_id_new ();
  promise->workshop_id = self->workshop_id;
  promise->created_at = g_get_real_time () / G_USEC_PER_SEC;
  if (!eh_workspace_put (self->workspace, &eh_promise_row_type, promise, _ ("Added a promise"),
                         NULL))
    return;
  card = eh_card_list_find (self->cards, promise->id);
  if (card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card_of (card)->text));
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhPromiseList *self)
{
  if (self->workshop_id == EH_ID_NONE)
    return;
  if (eh_changes_touch (changes, &eh_participant_row_type) ||
      eh_changes_touch (changes, &eh_role_group_row_type))
    eh_card_list_clear (self->cards);
  else if (!eh_changes_touch (changes, &eh_promise_row_type))
    return;
  refresh (self);
}

static void
eh_promise_list_dispose (GObject *object)
{
  EhPromiseList *self = EH_PROMISE_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_promise_list_parent_class)->dispose (object);
}

static void
eh_promise_list_class_init (EhPromiseListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_promise_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_promise_list_init (EhPromiseList *self)
{
  GtkWidget *add = eh_fields_pill (_ ("Add a P_romise"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->empty = eh_fields_words (_ ("Nothing is promised yet. Whenever somebody says “we will”, "
                                    "write it down with a day: those who heard it will remember."),
                                 "eh-body");
  self->cards = EH_CARD_LIST (eh_card_list_new (make_card, self));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), eh_fields_heading (_ ("Promises")));
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (self->box), add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_promise_list_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the promises of no workshop
 */
GtkWidget *
eh_promise_list_new (EhWorkspace *workspace)
{
  EhPromiseList *self = g_object_new (EH_TYPE_PROMISE_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * eh_promise_list_set_workshop:
 * @self: a list
 * @workshop_id: in which workshop they were made, or none
 */
void
eh_promise_list_set_workshop (EhPromiseList *self, EhId workshop_id)
{
  self->workshop_id = workshop_id;
  if (workshop_id != EH_ID_NONE)
    refresh (self);
}
