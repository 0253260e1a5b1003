/* Who waits to be told, worked out in a worker from the whole project: a hundred thousand insights
 * take longer than a frame. */

#include "eh-feedback-state.h"

#include "eh-text.h"
#include "eh-when-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

void
eh_feedback_state_free (EhFeedbackState *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->plan);
  eh_feedback_index_unref (self->index);
  g_free (self);
}

static void
work_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static const EhLetterWishes everybody;
  EhFeedbackState *self = g_new0 (EhFeedbackState, 1);

  self->index = eh_feedback_index_new (data);
  self->plan = eh_job_letters_plan (self->index, &everybody);
  self->gaps = eh_feedback_index_without_reason (self->index);
  self->items = g_hash_table_new (eh_id_hash, eh_id_equal);
  for (guint i = 0; i < self->plan->len; i++) {
    EhLetterItem *item = self->plan->pdata[i];

    g_hash_table_insert (self->items, &item->person_id, item);
  }
  g_task_return_pointer (task, self, (GDestroyNotify) eh_feedback_state_free);
}

/**
 * eh_feedback_state_new_async:
 * @dataset: a frozen project
 * @cancellable: (nullable): stops it
 * @callback: told when it is known
 * @user_data: for @callback
 */
void
eh_feedback_state_new_async (EhDataset *dataset,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eh_feedback_state_new_async);
  g_task_set_task_data (task, eh_dataset_ref (dataset), (GDestroyNotify) eh_dataset_unref);
  g_task_run_in_thread (task, work_out);
}

/**
 * eh_feedback_state_new_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): who waits
 */
EhFeedbackState *
eh_feedback_state_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eh_feedback_state_item:
 * @self: (nullable): who waits
 * @person_id: somebody
 *
 * Returns: (transfer none) (nullable): the letter that they get
 */
const EhLetterItem *
eh_feedback_state_item (EhFeedbackState *self, EhId person_id)
{
  return self != NULL ? g_hash_table_lookup (self->items, &person_id) : NULL;
}

/**
 * eh_feedback_state_of:
 * @self: (nullable): who waits
 * @person_id: somebody
 *
 * Returns: whether they know
 */
EhToldState
eh_feedback_state_of (EhFeedbackState *self, EhId person_id)
{
  const EhLetterItem *item = eh_feedback_state_item (self, person_id);

  if (item == NULL)
    return EH_TOLD_STATE_WAITS;
  if (item->due != EH_LETTER_DUE)
    return EH_TOLD_STATE_NO_LETTER;
  if (eh_feedback_index_last_told (self->index, person_id) == NULL)
    return EH_TOLD_STATE_WAITS;
  return item->told ? EH_TOLD_STATE_TOLD : EH_TOLD_STATE_NEWS;
}

/**
 * eh_feedback_state_words:
 * @self: (nullable): who waits
 * @person_id: somebody
 *
 * Returns: (transfer full): the same in a few words: "Waits", "Told on 3 March"
 */
char *
eh_feedback_state_words (EhFeedbackState *self, EhId person_id)
{
  const EhLetterItem *item = eh_feedback_state_item (self, person_id);
  const EhTold *told = item != NULL ? eh_feedback_index_last_told (self->index, person_id) : NULL;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *date = NULL;

  switch (eh_feedback_state_of (self, person_id)) {
  case EH_TOLD_STATE_NEWS:
    return g_strdup (C_ ("feedback", "Told; something is new"));
  case EH_TOLD_STATE_NO_LETTER:
    return g_strdup (item->due == EH_LETTER_WITHDRAWN    ? C_ ("feedback", "Withdrawn")
                     : item->due == EH_LETTER_NO_CONTACT ? C_ ("feedback", "No letters, please")
                                                         : C_ ("feedback", "Does not take part"));
  case EH_TOLD_STATE_TOLD:
    moment = g_date_time_new_from_unix_local (told->told_at);
    iso = moment != NULL ? g_date_time_format (moment, "%F") : g_strdup ("");
    date = eh_when_format_date_short (iso);
    /* TRANSLATORS: %s is a date */
    return g_strdup_printf (C_ ("feedback", "Told %s"), date);
  case EH_TOLD_STATE_WAITS:
  case EH_TOLD_STATE_N_VALUES:
  default:
    return g_strdup (C_ ("feedback", "Waits"));
  }
}

/**
 * eh_feedback_state_wishes:
 * @item: a letter that is made
 * @letter: what it says
 * @person: (nullable): to whom
 *
 * Returns: (transfer full): how they get it: "Cymraeg · PDF · large print · Post"
 */
char *
eh_feedback_state_wishes (const EhLetterItem *item, EhLetter *letter, const EhParticipant *person)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts,
                   g_strdup (eh_language_own_name (eh_catalogue_get_language (letter->words))));
  g_ptr_array_add (parts, g_strdup (_ (item->writer->label)));
  if (item->large)
    g_ptr_array_add (parts, g_strdup (_ ("large print")));
  if (person != NULL && person->contact_by != EH_CONTACT_BY_UNKNOWN)
    g_ptr_array_add (parts, g_strdup (eh_vocabulary_label (&eh_contact_by_vocabulary,
                                                           (int) person->contact_by)));
  return eh_text_join (parts, " · ");
}

static char *
told_line (const EhTold *told)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (told->told_at);
  g_autofree char *iso = moment != NULL ? g_date_time_format (moment, "%F") : g_strdup ("");
  g_autofree char *date = eh_when_format_date_short (iso);
  const char *how = eh_vocabulary_label (&eh_told_how_vocabulary, (int) told->how);
  g_autofree char *note = eh_text_isolate (told->note);

  if (eh_text_is_blank (told->note))
    /* TRANSLATORS: when somebody was told, and by which way: "Told on 3 March 2026: Post" */
    return g_strdup_printf (_ ("Told on %1$s: %2$s"), date, how);
  /* TRANSLATORS: when somebody was told, by which way, and a note */
  return g_strdup_printf (_ ("Told on %1$s: %2$s. %3$s"), date, how, note);
}

/* How long somebody waits, counted from when they were with us last. */
static char *
not_told_line (EhFeedbackState *self, EhId person_id)
{
  g_autoptr (EhFeedback) feedback = eh_feedback_new (self->index, person_id);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autoptr (GDateTime) then = NULL;
  const char *last = "";
  g_autofree char *midnight = NULL;
  g_autofree char *date = NULL;
  gint64 weeks;

  for (guint i = 0; feedback != NULL && i < feedback->workshops->len; i++) {
    const EhWorkshop *workshop = feedback->workshops->pdata[i];

    if (g_strcmp0 (workshop->date, last) > 0)
      last = workshop->date;
  }
  midnight = g_strconcat (last, "T00:00:00", NULL);
  then = g_date_time_new_from_iso8601 (midnight, zone);
  weeks = then != NULL ? g_date_time_difference (now, then) / G_TIME_SPAN_DAY / 7 : 0;
  if (weeks < 1)
    return g_strdup (_ ("Not told yet."));
  date = eh_when_format_date_short (last);
  /* TRANSLATORS: %1$s is the date of a workshop, %2$u how many weeks have passed since */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Not told yet. They were with us last on %1$s, %2$u week ago.",
                   "Not told yet. They were with us last on %1$s, %2$u weeks ago.", (gulong) weeks),
      date, (guint) weeks);
}

/**
 * eh_feedback_state_tolds:
 * @self: who waits
 * @person_id: somebody
 *
 * Returns: (transfer full): when and how they were told, a line each
 */
char *
eh_feedback_state_tolds (EhFeedbackState *self, EhId person_id)
{
  GPtrArray *tolds = eh_feedback_index_get_dataset (self->index)->tolds;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tolds->len; i++) {
    const EhTold *told = tolds->pdata[i];

    if (told->participant_id == person_id)
      g_ptr_array_add (lines, told_line (told));
  }
  if (lines->len == 0)
    g_ptr_array_add (lines, not_told_line (self, person_id));
  else if (eh_feedback_state_of (self, person_id) == EH_TOLD_STATE_NEWS)
    g_ptr_array_add (lines, g_strdup (_ ("Something is new since: the letter that they have is out "
                                         "of date.")));
  return eh_text_join (lines, "\n");
}

/**
 * eh_feedback_state_gap_words:
 * @self: (nullable): who waits
 *
 * Returns: (transfer full): how many things have no reason; empty where none lacks one
 */
char *
eh_feedback_state_gap_words (EhFeedbackState *self)
{
  guint n = self != NULL ? self->gaps->len : 0;

  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u thing was not done or is set aside, with no reason given",
                   "%u things were not done or are set aside, with no reason given", n),
      n);
}

/**
 * eh_feedback_state_show_gap:
 * @self: (nullable): who waits
 * @workspace: where the first of them is shown: a recommendation, or an insight
 */
void
eh_feedback_state_show_gap (EhFeedbackState *self, EhWorkspace *workspace)
{
  const EhFeedbackGap *gap = self != NULL && self->gaps->len > 0 ? self->gaps->pdata[0] : NULL;

  if (gap != NULL && gap->block != NULL)
    eh_workspace_show_item (workspace, "guidance", gap->block->id);
  else if (gap != NULL)
    eh_workspace_show_item (workspace, "insights", gap->insight->id);
}
