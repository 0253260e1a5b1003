/* All that is known of the chosen insight, to be corrected in place: its words, who gave it, where
 * and when; what rests on it and what its contributors agreed to. Of several insights, what can be
 * said of all of them at once. */

#include "eh-insight-details.h"

#include "eh-activity.h"
#include "eh-block.h"
#include "eh-choice-button.h"
#include "eh-consent-words.h"
#include "eh-contributor.h"
#include "eh-evidence.h"
#include "eh-fields.h"
#include "eh-insight-edit.h"
#include "eh-place.h"
#include "eh-reader.h"
#include "eh-text.h"
#include "eh-who-chip.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Shown for several insights that differ. */
#define DIFFERENT ((EhId) -1)
/* Typing is kept after a pause, in milliseconds. */
#define PAUSE 700

struct _EhInsightDetails {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  GtkWidget *title;
  GtkWidget *single;
  GtkScrolledWindow *text_scroll;
  GtkTextView *text;
  GtkEditable *gist;
  EhWhoChip *who;
  EhChoiceButton *kind;
  EhChoiceButton *place;
  GtkWidget *when_box;
  GtkEditable *when;
  EhChoiceButton *checked;
  GtkCheckButton *parked;
  GtkWidget *reason;
  GtkWidget *more;
  GtkBox *uses;
  GtkLabel *consent;
  GtkWidget *remove;

  GArray *ids; /* (element-type EhId) */
  GHashTable *activities;
  guint pause_id;
  gboolean setting;
  gboolean dirty; /* words that are not in the store yet */
  gboolean moved; /* on to other insights: what a field holds is not theirs */
};

enum {
  REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhInsightDetails, eh_insight_details, GTK_TYPE_WIDGET)

static EhDb *
db_of (EhInsightDetails *self)
{
  return eh_workspace_get_db (self->workspace);
}

static EhStore *
store_of (EhInsightDetails *self)
{
  return eh_workspace_get_store (self->workspace);
}

static EhInsight *
insight_at (EhInsightDetails *self, guint i)
{
  return eh_reader_get (db_of (self), &eh_insight_row_type, g_array_index (self->ids, EhId, i));
}

static void
report (EhInsightDetails *self, gboolean well, const GError *error)
{
  if (!well)
    eh_workspace_report_error (self->workspace, error);
}

static char *
words_of (EhInsightDetails *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void refresh (EhInsightDetails *self);

/* Words that were taken away altogether come back: an insight without words is removed, not
 * emptied.
 */
static void
keep_words (EhInsightDetails *self)
{
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty || self->ids->len != 1)
    return;
  self->dirty = FALSE;
  words = words_of (self);
  if (!eh_text_is_blank (words))
    report (
        self,
        eh_insight_set_text (store_of (self), g_array_index (self->ids, EhId, 0), words, &error),
        error);
  else
    refresh (self);
}

static void
keep_gist (EhInsightDetails *self)
{
  g_autoptr (EhInsight) row = self->ids->len == 1 ? insight_at (self, 0) : NULL;
  g_autoptr (GError) error = NULL;

  if (row != NULL && gtk_editable_get_editable (self->gist) &&
      !g_str_equal (row->gist, gtk_editable_get_text (self->gist)))
    report (
        self,
        eh_insight_set_gist (store_of (self), row->id, gtk_editable_get_text (self->gist), &error),
        error);
}

static void
pause_cb (gpointer data)
{
  EhInsightDetails *self = data;

  self->pause_id = 0;
  keep_words (self);
}

static void
text_changed_cb (EhInsightDetails *self)
{
  if (self->setting)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_once (PAUSE, pause_cb, self);
}

static void
who_picked_cb (EhInsightDetails *self)
{
  g_autoptr (GError) error = NULL;

  report (self,
          eh_insight_set_who (store_of (self), self->ids, eh_who_chip_get_contributors (self->who),
                              eh_who_chip_get_role_group (self->who), &error),
          error);
}

static void
kind_chosen_cb (EhInsightDetails *self)
{
  g_autoptr (GError) error = NULL;
  EhId kind = eh_choice_button_get_selected (self->kind);

  if (kind != DIFFERENT)
    report (self, eh_insight_set_kind (store_of (self), self->ids, (EhInsightKind) kind, &error),
            error);
}

static void
place_chosen_cb (EhInsightDetails *self)
{
  g_autoptr (GError) error = NULL;
  EhId id = eh_choice_button_get_selected (self->place);
  const EhId *workshop = g_hash_table_lookup (self->activities, &id);

  if (id != DIFFERENT)
    report (self,
            eh_insight_set_place (store_of (self), self->ids, workshop != NULL ? *workshop : id,
                                  workshop != NULL ? id : EH_ID_NONE, &error),
            error);
}

static void
checked_chosen_cb (EhInsightDetails *self)
{
  g_autoptr (GError) error = NULL;
  EhId checked = eh_choice_button_get_selected (self->checked);

  if (checked != DIFFERENT)
    report (self, eh_insight_set_checked (store_of (self), self->ids, (EhChecked) checked, &error),
            error);
}

static void
set_parked (EhInsightDetails *self)
{
  g_autoptr (GError) error = NULL;
  gboolean parked = gtk_check_button_get_active (self->parked);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autoptr (EhInsight) row = self->ids->len > 0 ? insight_at (self, 0) : NULL;

  if (row != NULL && !gtk_editable_get_editable (GTK_EDITABLE (self->reason)))
    reason = row->parked_reason;
  report (self, eh_insight_set_parked (store_of (self), self->ids, parked, reason, &error), error);
}

static void
parked_toggled_cb (EhInsightDetails *self)
{
  gboolean parked = gtk_check_button_get_active (self->parked);

  gtk_widget_set_visible (self->reason, parked);
  if (self->setting)
    return;
  set_parked (self);
  if (parked)
    gtk_widget_grab_focus (self->reason);
}

static void
reason_done_cb (EhInsightDetails *self)
{
  g_autoptr (EhInsight) row = self->ids->len == 1 ? insight_at (self, 0) : NULL;

  if (row == NULL || !row->parked || !gtk_editable_get_editable (GTK_EDITABLE (self->reason)) ||
      g_str_equal (row->parked_reason, gtk_editable_get_text (GTK_EDITABLE (self->reason))))
    return;
  set_parked (self);
}

static char *
when_text (gint64 said_at)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (said_at);

  return said_at != 0 && at != NULL ? g_date_time_format (at, "%F %H:%M") : g_strdup ("");
}

/* A moment as this field shows it, or a time of day on the day that was noted before. */
static gboolean
parse_when (const char *text, gint64 before, gint64 *said_at)
{
  g_autofree char *clean = eh_text_clean_line (text);
  g_autoptr (GDateTime) base = before != 0 ? g_date_time_new_from_unix_local (before)
                                           : g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = NULL;
  guint year, month, day, hour, minute;

  *said_at = 0;
  if (clean[0] == '\0')
    return TRUE;
  if (sscanf (clean, "%4u-%2u-%2u %2u:%2u", &year, &month, &day, &hour, &minute) != 5) {
    if (sscanf (clean, "%2u:%2u", &hour, &minute) != 2)
      return FALSE;
    g_date_time_get_ymd (base, (int *) &year, (int *) &month, (int *) &day);
  }
  at = g_date_time_new_local ((int) year, (int) month, (int) day, (int) hour, (int) minute, 0);
  if (at != NULL)
    *said_at = g_date_time_to_unix (at);
  return at != NULL;
}

static void
when_done_cb (EhInsightDetails *self)
{
  g_autoptr (EhInsight) row = self->ids->len == 1 ? insight_at (self, 0) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gint64 said_at;

  if (row == NULL)
    return;
  before = when_text (row->said_at);
  if (g_str_equal (before, gtk_editable_get_text (self->when)))
    return;
  if (!parse_when (gtk_editable_get_text (self->when), row->said_at, &said_at)) {
    const char *hint = _ (
        "Write it as a date and a time, such as 2026-12-05 14:31, or a time alone");

    gtk_widget_add_css_class (GTK_WIDGET (self->when), "error");
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->when), hint);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->when),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
    return;
  }
  gtk_widget_remove_css_class (GTK_WIDGET (self->when), "error");
  report (self, eh_insight_set_said_at (store_of (self), row->id, said_at, &error), error);
}

static void
remove_cb (EhInsightDetails *self)
{
  self->dirty = FALSE;
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
fill_choices (EhInsightDetails *self)
{
  for (int i = 0; i < EH_INSIGHT_KIND_N_VALUES; i++)
    eh_choice_button_add (self->kind, i,
                          i == EH_INSIGHT_KIND_NONE
                              ? _ ("Kind not said")
                              : eh_vocabulary_label (&eh_insight_kind_vocabulary, i),
                          0, NULL, EH_CHOICE_NO_MARKER);
  for (int i = 0; i < EH_CHECKED_N_VALUES; i++)
    eh_choice_button_add (self->checked, i, eh_vocabulary_label (&eh_checked_vocabulary, i), 0,
                          NULL, EH_CHOICE_NO_MARKER);
}

static void
fill_places (EhInsightDetails *self)
{
  g_autoptr (GPtrArray) workshops = eh_reader_list (db_of (self), &eh_workshop_row_type);

  g_hash_table_remove_all (self->activities);
  eh_choice_button_clear (self->place);
  eh_choice_button_add (self->place, EH_ID_NONE, _ ("In no workshop"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  for (guint i = 0; i < workshops->len; i++) {
    const EhWorkshop *workshop = workshops->pdata[i];
    g_autoptr (GPtrArray) rows = eh_reader_list_of (db_of (self), &eh_activity_row_type,
                                                    "workshop_id", workshop->id);

    eh_choice_button_add (self->place, workshop->id, workshop->title, 0, NULL, EH_CHOICE_NO_MARKER);
    for (guint j = 0; j < rows->len; j++) {
      const EhActivity *activity = rows->pdata[j];

      eh_choice_button_add (self->place, activity->id, activity->title, 1, NULL,
                            EH_CHOICE_NO_MARKER);
      g_hash_table_insert (self->activities, g_memdup2 (&activity->id, sizeof (EhId)),
                           g_memdup2 (&workshop->id, sizeof (EhId)));
    }
  }
}

static void
use_cb (GtkButton *button, EhInsightDetails *self)
{
  const EhId *id = g_object_get_data (G_OBJECT (button), "block");

  eh_workspace_show_item (self->workspace, "guidance", *id);
}

static GtkWidget *
label_for_use (EhInsightDetails *self, const EhBlock *block, const EhEvidence *evidence)
{
  g_autofree char *words = eh_workspace_hide_names (self->workspace, block->text);
  g_autofree char *short_text = eh_text_shorten (words, 120);
  g_autofree char *isolated = eh_text_isolate (short_text);
  /* TRANSLATORS: a piece of the guidance, such as "Recommendation", and its words */
  g_autofree char *text = g_strdup_printf (
      _ ("%1$s: %2$s"), eh_vocabulary_label (&eh_block_kind_vocabulary, (int) block->kind),
      isolated);
  g_autofree char *against = g_strdup_printf (
      "%s (%s)", text, eh_vocabulary_label (&eh_stance_vocabulary, (int) evidence->stance));
  GtkWidget *label = gtk_label_new (evidence->stance == EH_STANCE_DISAGREES ? against : text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
show_uses (EhInsightDetails *self, EhId insight_id)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (db_of (self), &eh_evidence_row_type, "insight_id",
                                                  insight_id);
  gboolean leads = eh_place_find ("guidance") != NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->uses))) != NULL)
    gtk_box_remove (self->uses, child);
  for (guint i = 0; i < rows->len; i++) {
    const EhEvidence *evidence = rows->pdata[i];
    g_autoptr (EhBlock) block = eh_reader_get (db_of (self), &eh_block_row_type,
                                               evidence->block_id);
    GtkWidget *label;
    GtkWidget *button;

    if (block == NULL)
      continue;
    label = label_for_use (self, block, evidence);
    if (!leads) {
      gtk_box_append (self->uses, label);
      continue;
    }
    button = gtk_button_new ();
    gtk_button_set_child (GTK_BUTTON (button), label);
    gtk_widget_add_css_class (button, "flat");
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_label (GTK_LABEL (label)), -1);
    g_object_set_data_full (G_OBJECT (button), "block", g_memdup2 (&block->id, sizeof (EhId)),
                            g_free);
    g_signal_connect_object (button, "clicked", G_CALLBACK (use_cb), self, 0);
    gtk_box_append (self->uses, button);
  }
  if (rows->len == 0) {
    child = gtk_label_new (_ ("Nothing in the guidance yet"));
    gtk_label_set_xalign (GTK_LABEL (child), 0);
    gtk_widget_add_css_class (child, "eh-quiet");
    gtk_box_append (self->uses, child);
  }
}

static void
show_consent (EhInsightDetails *self, GPtrArray *contributors)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < contributors->len; i++) {
    const EhContributor *who = contributors->pdata[i];
    g_autoptr (EhParticipant) person = eh_reader_get (db_of (self), &eh_participant_row_type,
                                                      who->participant_id);
    g_autoptr (EhConsent) consent = eh_reader_get (db_of (self), &eh_consent_row_type,
                                                   who->participant_id);
    g_autofree char *words = person != NULL ? eh_consent_words (
                                                  person, consent,
                                                  eh_workspace_get_room_display (self->workspace))
                                            : g_strdup ("");
    g_autofree char *name = eh_text_isolate (
        person != NULL ? eh_workspace_name_of (self->workspace, person->id, person->name) : "");

    if (person == NULL)
      continue;
    /* TRANSLATORS: a name, and a sentence about what they agreed to */
    g_ptr_array_add (lines, contributors->len > 1 ? g_strdup_printf (_ ("%1$s: %2$s"), name, words)
                                                  : g_steal_pointer (&words));
  }
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (_ ("Nobody is named, so nobody's consent is known.")));
  text = eh_text_join (lines, "\n");
  gtk_label_set_label (self->consent, text);
}

static gboolean
same_contributors (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const EhContributor *left = a->pdata[i];
    const EhContributor *right = b->pdata[i];

    if (left->participant_id != right->participant_id || left->speaking_as != right->speaking_as)
      return FALSE;
  }
  return TRUE;
}

/* What all the chosen insights have in common. */
static void
show_common (EhInsightDetails *self, const EhInsight *first, GPtrArray *who)
{
  EhId kind = first->kind;
  EhId place = first->activity_id != EH_ID_NONE ? first->activity_id : first->workshop_id;
  EhId checked = first->checked;
  gboolean parked = first->parked;
  gboolean same = TRUE;

  /* The rest of a very long selection looks like what was looked at. */
  for (guint i = 1; i < MIN (self->ids->len, 200); i++) {
    g_autoptr (EhInsight) row = insight_at (self, i);
    g_autoptr (GPtrArray) others = NULL;

    if (row == NULL)
      continue;
    others = eh_reader_list_of (db_of (self), &eh_contributor_row_type, "insight_id", row->id);
    kind = kind == (EhId) row->kind ? kind : DIFFERENT;
    if (place != (row->activity_id != EH_ID_NONE ? row->activity_id : row->workshop_id))
      place = DIFFERENT;
    checked = checked == (EhId) row->checked ? checked : DIFFERENT;
    parked = parked && row->parked;
    same = same && row->role_group_id == first->role_group_id && same_contributors (who, others);
  }
  eh_choice_button_set_selected (self->kind, kind);
  eh_choice_button_set_selected (self->place, place);
  eh_choice_button_set_selected (self->checked, checked);
  gtk_check_button_set_active (self->parked, parked);
  gtk_widget_set_visible (self->reason, parked);
  if (same)
    eh_who_chip_set_who (self->who, who, first->role_group_id);
  else
    eh_who_chip_set_mixed (self->who);
}

/* A text view says how tall it is only once it has been drawn, so the words are measured beside it.
 */
static void
fit_words (EhInsightDetails *self, const char *words)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->text), words);
  int width = gtk_widget_get_width (GTK_WIDGET (self->text_scroll));
  int height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width > 0 ? width - 22 : 280, 100) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_scrolled_window_set_min_content_height (self->text_scroll, CLAMP (height + 18, 40, 260));
}

static gboolean
has_keyboard (EhInsightDetails *self, GtkWidget *field)
{
  GtkRoot *root = gtk_widget_get_root (field);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && !self->moved && gtk_widget_is_ancestor (focus, field);
}

/* Words with a hidden name in them are not the ones that are kept: they cannot be edited. */
static void
show_line (EhInsightDetails *self, GtkEditable *line, const char *kept)
{
  g_autofree char *words = eh_workspace_hide_names (self->workspace, kept);

  gtk_editable_set_editable (line, g_str_equal (words, kept));
  gtk_editable_set_text (line, words);
}

static void
show_words (EhInsightDetails *self, const EhInsight *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *shown = words_of (self);
  g_autofree char *clean = eh_text_clean (shown);
  g_autofree char *when = when_text (row->said_at);
  g_autofree char *words = eh_workspace_hide_names (self->workspace, row->text);

  gtk_text_view_set_editable (self->text, g_str_equal (words, row->text));
  /* What is being typed is not put back under the typist's fingers. */
  if (!self->dirty && !g_str_equal (clean, words))
    gtk_text_buffer_set_text (buffer, words, -1);
  fit_words (self, words);
  if (!has_keyboard (self, GTK_WIDGET (self->when)))
    gtk_editable_set_text (self->when, when);
  if (!has_keyboard (self, GTK_WIDGET (self->gist)))
    show_line (self, self->gist, row->gist);
  if (!has_keyboard (self, self->reason))
    show_line (self, GTK_EDITABLE (self->reason), row->parked_reason);
}

static void
refresh (EhInsightDetails *self)
{
  g_autoptr (EhInsight) first = self->ids->len > 0 ? insight_at (self, 0) : NULL;
  g_autoptr (GPtrArray) who = NULL;
  gboolean one = self->ids->len == 1;

  if (first == NULL)
    return;
  who = eh_reader_list_of (db_of (self), &eh_contributor_row_type, "insight_id", first->id);
  self->setting = TRUE;
  gtk_widget_set_visible (self->single, one);
  gtk_widget_set_visible (self->when_box, one);
  gtk_widget_set_visible (self->more, one);
  gtk_label_set_label (GTK_LABEL (self->title), one ? _ ("The insight") : _ ("These insights"));
  gtk_button_set_label (GTK_BUTTON (self->remove),
                        one ? _ ("Remove this insight") : _ ("Remove these insights"));
  show_common (self, first, who);
  if (one) {
    show_words (self, first);
    show_uses (self, first->id);
    show_consent (self, who);
  }
  self->setting = FALSE;
}

static void
changed_cb (EhInsightDetails *self, GArray *changes)
{
  if (eh_changes_touch (changes, &eh_workshop_row_type) ||
      eh_changes_touch (changes, &eh_activity_row_type))
    fill_places (self);
  refresh (self);
}

static void
eh_insight_details_dispose (GObject *object)
{
  EhInsightDetails *self = EH_INSIGHT_DETAILS (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_insight_details_parent_class)->dispose (object);
}

static void
eh_insight_details_finalize (GObject *object)
{
  g_array_unref (EH_INSIGHT_DETAILS (object)->ids);
  g_hash_table_unref (EH_INSIGHT_DETAILS (object)->activities);
  G_OBJECT_CLASS (eh_insight_details_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, body);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, title);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, single);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, text_scroll);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, text);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, gist);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, who);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, kind);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, place);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, when_box);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, when);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, checked);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, parked);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, reason);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, more);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, uses);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, consent);
  gtk_widget_class_bind_template_child (widget_class, EhInsightDetails, remove);
}

static void
eh_insight_details_class_init (EhInsightDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_insight_details_dispose;
  object_class->finalize = eh_insight_details_finalize;
  /**
   * EhInsightDetails::remove: somebody wants the insights gone
   */
  signals[REMOVE] = g_signal_new ("remove", EH_TYPE_INSIGHT_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (EH_TYPE_WHO_CHIP);
  g_type_ensure (EH_TYPE_CHOICE_BUTTON);
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-insight-details.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, keep_gist);
  gtk_widget_class_bind_template_callback (widget_class, who_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, checked_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, parked_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Leaving a field keeps what is in it. */
static void
keep_on_leave (EhInsightDetails *self, GtkWidget *field, GCallback keep)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_controller (field, focus);
  g_signal_connect_object (focus, "leave", keep, self, G_CONNECT_SWAPPED);
}

static void
eh_insight_details_init (EhInsightDetails *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->activities = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  eh_fields_wrap_check (self->parked);
  fill_choices (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  keep_on_leave (self, GTK_WIDGET (self->text), G_CALLBACK (keep_words));
  keep_on_leave (self, GTK_WIDGET (self->gist), G_CALLBACK (keep_gist));
  keep_on_leave (self, GTK_WIDGET (self->when), G_CALLBACK (when_done_cb));
  keep_on_leave (self, self->reason, G_CALLBACK (reason_done_cb));
}

/**
 * eh_insight_details_set_workspace:
 * @self: details
 * @workspace: the window's workspace, with a project
 */
void
eh_insight_details_set_workspace (EhInsightDetails *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  eh_who_chip_set_workspace (self->who, workspace);
  fill_places (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (keep_words), self, G_CONNECT_SWAPPED);
}

/**
 * eh_insight_details_show:
 * @self: details
 * @ids: (element-type EhId): the insights
 */
void
eh_insight_details_show (EhInsightDetails *self, GArray *ids)
{
  keep_words (self);
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  self->moved = TRUE;
  refresh (self);
  self->moved = FALSE;
}
