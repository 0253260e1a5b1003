/* All there is to know of one person, edited in place. */

#include "eh-person-detail.h"

#include "eh-attendance.h"
#include "eh-consent-words.h"
#include "eh-contributor.h"
#include "eh-credit-example.h"
#include "eh-drop-down.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-group-marker.h"
#include "eh-insight-search.h"
#include "eh-needs-editor.h"
#include "eh-paper.h"
#include "eh-schedule.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-weak.h"
#include "eh-when-field.h"
#include "eh-when-text.h"
#include "eh-withdrawal-window.h"
#include "eh-workshop.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define BIOGRAPHY_WORDS 60

struct _EhPersonDetail {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhForm *person;
  GCancellable *counting; /* of what they said */
  EhForm *consent;
  gboolean showing;

  GtkWidget *scroller;
  EhGroupMarker *marker;
  GtkLabel *group_label;
  GtkLabel *title;
  GtkLabel *withdrawn_label;
  EhTextField *name_field;
  GtkDropDown *group_choice;
  EhTextField *role_field;
  EhTextField *organisation_field;
  EhTextField *pronouns_field;
  EhTextField *biography_field;
  GtkWidget *credit_row;
  EhTextField *credit_name_field;
  EhTextField *pseudonym_field;
  GtkLabel *example_label;
  GtkLabel *example_note;
  GtkWidget *take_part_row;
  GtkWidget *notes_row;
  GtkWidget *audio_row;
  GtkWidget *photo_row;
  GtkWidget *video_row;
  GtkWidget *quote_row;
  GtkWidget *show_first_switch;
  GtkWidget *authorship_row;
  GtkWidget *reuse_row;
  GtkWidget *contact_after_row;
  GtkWidget *special_data_switch;
  GtkWidget *given_how_row;
  GtkWidget *given_on_field;
  GtkWidget *review_on_field;
  EhTextField *wording_field;
  GtkWidget *printed_button;
  EhNeedsEditor *needs;
  GtkBox *workshop_box;
  GtkWidget *no_workshops;
  GtkLabel *said_label;
  GtkWidget *insights_button;
  GtkWidget *contact_by_row;
  EhTextField *greeting_field;
  GtkWidget *letter_language_row;
  GtkWidget *letter_format_row;
  GtkWidget *letter_large_switch;
  GtkWidget *withdraw_button;
  GtkWidget *withdrawn_on_field;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (EhPersonDetail, eh_person_detail, GTK_TYPE_WIDGET)

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gboolean space = g_unichar_isspace (g_utf8_get_char (p));

    n += !space && !inside;
    inside = !space;
  }
  return n;
}

/* Everybody has the same sixty words; more are kept, and the person is told. */
static void
show_word_count (EhPersonDetail *self)
{
  g_autofree char *text = eh_text_field_get_text (self->biography_field);
  guint n = count_words (text);
  g_autofree char *hint = NULL;

  if (n > BIOGRAPHY_WORDS)
    hint = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u word. Everybody has the same 60 in a document: could it be shorter?",
                     "%u words. Everybody has the same 60 in a document: could it be shorter?", n),
        n);
  else
    hint = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word of the 60 that everybody has",
                                         "%u words of the 60 that everybody has", n),
                            n);
  eh_text_field_set_hint (self->biography_field, hint, n > BIOGRAPHY_WORDS);
}

static void
show_groups (EhPersonDetail *self)
{
  const EhParticipant *person = eh_form_get_row (self->person);
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("No group yet"));
  for (guint i = 0; i < groups->len; i++) {
    const EhRoleGroup *group = groups->pdata[i];

    gtk_string_list_append (names, group->label);
    if (person != NULL && group->id == person->role_group_id)
      selected = i + 1;
  }
  self->showing = TRUE;
  eh_drop_down_set_words (self->group_choice, names);
  gtk_drop_down_set_selected (self->group_choice, selected);
  self->showing = FALSE;
}

static void
group_chosen_cb (EhPersonDetail *self)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  guint selected = gtk_drop_down_get_selected (self->group_choice);
  EhId id = EH_ID_NONE;

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected > 0 && selected <= groups->len)
    id = eh_row_id (groups->pdata[selected - 1]);
  eh_form_write_id (self->person, "role_group_id", id);
}

static void
show_head (EhPersonDetail *self, const EhParticipant *person, const EhRoleGroup *group)
{
  g_autofree char *group_name = eh_text_isolate (group != NULL ? group->singular : "");
  g_autofree char *role = eh_text_isolate (person->role);
  g_autofree char *line = NULL;
  g_autofree char *date = eh_when_format_date_short (person->withdrawn_on);

  gtk_label_set_label (self->title,
                       eh_workspace_name_of (self->workspace, person->id, person->name));
  eh_group_marker_set_slot (self->marker, group != NULL ? (int) group->slot : -1);
  if (group == NULL)
    line = g_strdup (_ ("No group yet"));
  else if (eh_text_is_blank (person->role) || g_str_equal (person->role, group->singular))
    line = g_strdup (group->singular);
  else
    /* TRANSLATORS: a role group in the singular and a role in a person's own words: "public
     * contributor, carer" */
    line = g_strdup_printf (_ ("%1$s, %2$s"), group_name, role);
  gtk_label_set_label (self->group_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->withdrawn_label),
                          person->withdrawal != EH_WITHDRAWAL_NONE);
  if (person->withdrawal != EH_WITHDRAWAL_NONE) {
    g_autofree char *text = NULL;

    text = *date != '\0'
               /* TRANSLATORS: %1$s is a date, %2$s how far the withdrawal reaches */
               ? g_strdup_printf (
                     _ ("Withdrew on %1$s: %2$s"), date,
                     eh_vocabulary_label (&eh_withdrawal_vocabulary, person->withdrawal))
               /* TRANSLATORS: %s is how far the withdrawal reaches */
               : g_strdup_printf (
                     _ ("Has withdrawn: %s"),
                     eh_vocabulary_label (&eh_withdrawal_vocabulary, person->withdrawal));
    gtk_label_set_label (self->withdrawn_label, text);
  }
}

/* A chosen name that two people have points to neither. */
static gboolean
is_taken (EhPersonDetail *self, const EhParticipant *person)
{
  GPtrArray *people = NULL;
  g_autofree char *wanted = eh_text_fold (person->pseudonym);

  if (*wanted == '\0' || person->credit != EH_CREDIT_PSEUDONYM)
    return FALSE;
  people = eh_workspace_get_people (self->workspace);
  for (guint i = 0; i < people->len; i++) {
    const EhParticipant *other = people->pdata[i];
    g_autofree char *name = eh_text_fold (other->name);
    g_autofree char *chosen = eh_text_fold (other->pseudonym);

    if (other->id != person->id && (g_str_equal (chosen, wanted) || g_str_equal (name, wanted)))
      return TRUE;
  }
  return FALSE;
}

static void
show_example (EhPersonDetail *self, const EhParticipant *person, const EhRoleGroup *group)
{
  const EhConsent *consent = eh_form_get_row (self->consent);
  g_autofree char *example = eh_credit_example (person, group);
  g_autofree char *quote = eh_credit_example_quote (person, consent, group);

  gboolean taken = is_taken (self, person);

  gtk_label_set_label (self->example_label, example);
  eh_text_field_set_hint (self->pseudonym_field,
                          taken ? _ ("Somebody else in this project has this name.")
                                : _ ("Nobody else in the project may have it, and it should not "
                                     "point to them."),
                          taken);
  gtk_label_set_label (self->example_note, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->credit_name_field), person->credit == EH_CREDIT_NAMED);
  gtk_widget_set_visible (GTK_WIDGET (self->pseudonym_field),
                          person->credit == EH_CREDIT_PSEUDONYM);
  gtk_widget_set_visible (self->withdrawn_on_field, person->withdrawal != EH_WITHDRAWAL_NONE);
}

static void
show_person (EhPersonDetail *self)
{
  const EhParticipant *person = eh_form_get_row (self->person);
  const EhRoleGroup *group = NULL;

  if (person == NULL)
    return;
  group = eh_workspace_get_role_group (self->workspace, person->role_group_id);
  show_head (self, person, group);
  show_example (self, person, group);
  show_groups (self);
  show_word_count (self);
}

static void
workshop_cb (GtkWidget *button, EhPersonDetail *self)
{
  EhId id = *(EhId *) g_object_get_data (G_OBJECT (button), "workshop");

  eh_workspace_show_item (self->workspace, "workshops", id);
}

static GtkWidget *
workshop_button (EhPersonDetail *self, const EhWorkshop *workshop, const EhAttendance *attendance)
{
  g_autofree char *title = eh_text_isolate (workshop->title);
  g_autofree char *date = eh_when_format_date_short (workshop->date);
  g_autofree char *text = NULL;
  GtkWidget *button = NULL;
  GtkWidget *label = NULL;

  /* TRANSLATORS: a workshop, its date and whether somebody came: "Workshop 2, 5 December 2026:
   * Came" */
  text = *date != '\0'
             ? g_strdup_printf (_ ("%1$s, %2$s: %3$s"), title, date,
                                eh_vocabulary_label (&eh_presence_vocabulary, attendance->status))
             : g_strdup_printf ("%s: %s", title,
                                eh_vocabulary_label (&eh_presence_vocabulary, attendance->status));
  button = gtk_button_new ();
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "eh-line-button");
  g_object_set_data_full (G_OBJECT (button), "workshop",
                          g_memdup2 (&workshop->id, sizeof workshop->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (workshop_cb), self, 0);
  return button;
}

static void
show_workshops (EhPersonDetail *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) rows = eh_reader_list_of (db, &eh_attendance_row_type, "participant_id",
                                                  eh_form_get_id (self->person));
  g_autoptr (GPtrArray) workshops = eh_reader_list (db, &eh_workshop_row_type);
  GtkWidget *child = NULL;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->workshop_box))) != NULL)
    gtk_box_remove (self->workshop_box, child);
  /* The workshops come by date; a person was at a few of them. */
  for (guint i = 0; i < workshops->len; i++)
    for (guint k = 0; k < rows->len; k++) {
      const EhAttendance *attendance = rows->pdata[k];

      if (attendance->workshop_id != eh_row_id (workshops->pdata[i]))
        continue;
      gtk_box_append (self->workshop_box, workshop_button (self, workshops->pdata[i], attendance));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->workshop_box), n > 0);
  gtk_widget_set_visible (self->no_workshops, n == 0);
}

static void
said_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhPersonDetail) self = g_weak_ref_get (weak);
  g_autofree char *text = NULL;
  guint n;

  if (!eh_insight_count_finish (result, &n, NULL) || self == NULL || self->workspace == NULL)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u insight", "%u insights", n), n);
  gtk_label_set_label (self->said_label, n > 0 ? text : _ ("Nothing is recorded from them yet."));
  gtk_widget_set_visible (self->insights_button, n > 0);
}

/* Somebody may have said thousands of things. */
static void
show_said (EhPersonDetail *self)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  query->participant_id = eh_form_get_id (self->person);
  eh_insight_count_async (eh_store_get_path (eh_workspace_get_store (self->workspace)), query,
                          self->counting, said_cb, eh_weak_new (self));
}

static void
insights_cb (EhPersonDetail *self)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  query->participant_id = eh_form_get_id (self->person);
  eh_workspace_show_insights (self->workspace, query);
}

static void
withdraw_cb (EhPersonDetail *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (eh_form_get_row (self->person) != NULL)
    gtk_window_present (GTK_WINDOW (eh_withdrawal_window_new (self->workspace, GTK_WINDOW (root),
                                                              eh_form_get_id (self->person))));
}

static void
remove_cb (EhPersonDetail *self)
{
  const EhParticipant *person = eh_form_get_row (self->person);
  g_autofree char *name = NULL;
  g_autofree char *toast = NULL;

  if (person == NULL)
    return;
  name = eh_text_isolate (person->name);
  /* TRANSLATORS: %s is the name of a person */
  toast = g_strdup_printf (_ ("Removed %s"), name);
  eh_workspace_remove (self->workspace, &eh_participant_row_type, person->id,
                       _ ("Removed a person"), toast);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhPersonDetail *self)
{
  if (eh_form_get_row (self->person) == NULL)
    return;
  if (eh_changes_touch (changes, &eh_role_group_row_type))
    show_person (self);
  if (eh_changes_touch (changes, &eh_attendance_row_type) ||
      eh_changes_touch (changes, &eh_workshop_row_type))
    show_workshops (self);
  if (eh_changes_touch (changes, &eh_contributor_row_type))
    show_said (self);
}

static void
eh_person_detail_dispose (GObject *object)
{
  EhPersonDetail *self = EH_PERSON_DETAIL (object);

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->person);
  g_clear_object (&self->consent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_person_detail_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhPersonDetail, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (scroller);
  BIND (marker);
  BIND (group_label);
  BIND (title);
  BIND (withdrawn_label);
  BIND (name_field);
  BIND (group_choice);
  BIND (role_field);
  BIND (organisation_field);
  BIND (pronouns_field);
  BIND (biography_field);
  BIND (credit_row);
  BIND (credit_name_field);
  BIND (pseudonym_field);
  BIND (example_label);
  BIND (example_note);
  BIND (take_part_row);
  BIND (notes_row);
  BIND (audio_row);
  BIND (photo_row);
  BIND (video_row);
  BIND (quote_row);
  BIND (show_first_switch);
  BIND (authorship_row);
  BIND (reuse_row);
  BIND (contact_after_row);
  BIND (special_data_switch);
  BIND (given_how_row);
  BIND (given_on_field);
  BIND (review_on_field);
  BIND (wording_field);
  BIND (printed_button);
  BIND (needs);
  BIND (workshop_box);
  BIND (no_workshops);
  BIND (said_label);
  BIND (insights_button);
  BIND (contact_by_row);
  BIND (greeting_field);
  BIND (letter_language_row);
  BIND (letter_format_row);
  BIND (letter_large_switch);
  BIND (withdraw_button);
  BIND (withdrawn_on_field);
  BIND (remove_button);
}

static void
eh_person_detail_class_init (EhPersonDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_person_detail_dispose;
  g_type_ensure (EH_TYPE_TEXT_FIELD);
  g_type_ensure (EH_TYPE_WHEN_FIELD);
  g_type_ensure (EH_TYPE_NEEDS_EDITOR);
  g_type_ensure (EH_TYPE_GROUP_MARKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-person-detail.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_person_detail_init (EhPersonDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eh_fields_wrap_button (GTK_BUTTON (self->insights_button));
  eh_fields_wrap_button (GTK_BUTTON (self->withdraw_button));
  eh_fields_wrap_button (GTK_BUTTON (self->remove_button));
}

static void
bind_person (EhPersonDetail *self)
{
  EhForm *form = self->person;

  eh_form_bind_text (form, "name", eh_text_field_get_input (self->name_field));
  eh_form_require (form, "name");
  eh_form_bind_text (form, "role", eh_text_field_get_input (self->role_field));
  eh_form_bind_text (form, "organisation", eh_text_field_get_input (self->organisation_field));
  eh_form_bind_text (form, "pronouns", eh_text_field_get_input (self->pronouns_field));
  eh_form_bind_text (form, "biography", eh_text_field_get_input (self->biography_field));
  eh_form_bind_choice (form, "credit", self->credit_row);
  eh_form_bind_text (form, "credit_name", eh_text_field_get_input (self->credit_name_field));
  eh_form_bind_text (form, "pseudonym", eh_text_field_get_input (self->pseudonym_field));
  eh_form_bind_choice (form, "contact_by", self->contact_by_row);
  eh_form_bind_text (form, "greeting", eh_text_field_get_input (self->greeting_field));
  eh_form_bind_language (form, "letter_language", self->letter_language_row,
                         _ ("That of the project"));
  eh_form_bind_choice (form, "letter_format", self->letter_format_row);
  eh_form_bind_switch (form, "letter_large", self->letter_large_switch);
  eh_form_bind_when (form, "withdrawn_on", self->withdrawn_on_field);
}

/* Which words were agreed to is known when the form is the one that is printed here. */
static void
printed_cb (EhPersonDetail *self)
{
  EhId id = eh_form_get_id (self->consent);
  g_autoptr (EhConsent) consent = NULL;
  g_autofree char *today = eh_schedule_today ();

  if (id == EH_ID_NONE)
    return;
  eh_workspace_flush (self->workspace);
  consent = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_consent_row_type, id);
  if (consent == NULL)
    consent = eh_consent_new ();
  consent->id = id;
  consent->given_how = EH_GIVEN_HOW_SIGNED;
  eh_set_str (&consent->wording, EH_PAPER_CONSENT_WORDING);
  if (consent->given_on[0] == '\0')
    eh_set_str (&consent->given_on, today);
  eh_workspace_put (self->workspace, &eh_consent_row_type, consent,
                    _ ("Recorded which form was signed"), NULL);
}

static void
bind_consent (EhPersonDetail *self)
{
  EhForm *form = self->consent;

  eh_form_bind_choice (form, "take_part", self->take_part_row);
  eh_form_bind_choice (form, "notes", self->notes_row);
  eh_form_bind_choice (form, "audio", self->audio_row);
  eh_form_bind_choice (form, "photo", self->photo_row);
  eh_form_bind_choice (form, "video", self->video_row);
  eh_form_bind_choice (form, "quote", self->quote_row);
  eh_form_bind_switch (form, "show_first", self->show_first_switch);
  eh_form_bind_choice (form, "authorship", self->authorship_row);
  eh_form_bind_choice (form, "reuse", self->reuse_row);
  eh_form_bind_choice (form, "contact_after", self->contact_after_row);
  eh_form_bind_switch (form, "special_data", self->special_data_switch);
  eh_form_bind_choice (form, "given_how", self->given_how_row);
  eh_form_bind_when (form, "given_on", self->given_on_field);
  eh_form_bind_when (form, "review_on", self->review_on_field);
  eh_form_bind_text (form, "wording", eh_text_field_get_input (self->wording_field));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->printed_button))), TRUE);
  g_signal_connect_object (self->printed_button, "clicked", G_CALLBACK (printed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_person_detail_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a pane with nobody in it
 */
GtkWidget *
eh_person_detail_new (EhWorkspace *workspace)
{
  EhPersonDetail *self = g_object_new (EH_TYPE_PERSON_DETAIL, NULL);

  self->workspace = g_object_ref (workspace);
  self->person = eh_form_new (workspace, &eh_participant_row_type, _ ("Changed a person"));
  self->consent = eh_form_new (workspace, &eh_consent_row_type,
                               _ ("Changed what a person agreed to"));
  bind_person (self);
  bind_consent (self);
  eh_needs_editor_set_workspace (self->needs, workspace);
  g_signal_connect_object (self->person, "changed", G_CALLBACK (show_person), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->consent, "changed", G_CALLBACK (show_person), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (eh_text_field_get_input (self->biography_field))),
      "changed", G_CALLBACK (show_word_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group_choice, "notify::selected", G_CALLBACK (group_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->insights_button, "clicked", G_CALLBACK (insights_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->withdraw_button, "clicked", G_CALLBACK (withdraw_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * eh_person_detail_set_person:
 * @self: a pane
 * @participant_id: whom to show, or none
 *
 * What was typed for the person before is written first.
 */
void
eh_person_detail_set_person (EhPersonDetail *self, EhId participant_id)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));

  if (eh_form_get_id (self->person) == participant_id)
    return;
  eh_form_set_id (self->consent, participant_id);
  eh_form_set_id (self->person, participant_id);
  eh_needs_editor_set_person (self->needs, participant_id);
  if (participant_id == EH_ID_NONE)
    return;
  show_workshops (self);
  show_said (self);
  gtk_adjustment_set_value (adjustment, 0);
}

/**
 * eh_person_detail_edit_name:
 * @self: a pane that shows a person
 *
 * Puts the keyboard into the name, with all of it selected.
 */
void
eh_person_detail_edit_name (EhPersonDetail *self)
{
  GtkWidget *input = eh_text_field_get_input (self->name_field);

  gtk_widget_grab_focus (input);
  gtk_editable_select_region (GTK_EDITABLE (input), 0, -1);
}
