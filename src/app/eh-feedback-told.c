/* People who were told, noted as a form says. */

#include "eh-feedback-told.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * eh_feedback_usual_way:
 * @person: somebody
 *
 * Returns: how they are told, as far as it is known how they are reached
 */
EhToldHow
eh_feedback_usual_way (const EhParticipant *person)
{
  static const EhToldHow ways[] = {
    [EH_CONTACT_BY_UNKNOWN] = EH_TOLD_HOW_UNKNOWN,
    [EH_CONTACT_BY_EMAIL] = EH_TOLD_HOW_EMAIL,
    [EH_CONTACT_BY_POST] = EH_TOLD_HOW_POST,
    [EH_CONTACT_BY_PHONE] = EH_TOLD_HOW_PHONE,
    [EH_CONTACT_BY_TEXT] = EH_TOLD_HOW_TEXT,
    [EH_CONTACT_BY_SUPPORTER] = EH_TOLD_HOW_SUPPORTER,
  };

  return ways[person->contact_by];
}

/* People who are marked, in a worker: of thousands it takes longer than a frame to work out what
 * each of them was told. */
typedef struct {
  EhWorkspace *workspace;
  EhFeedbackIndex *index;
  GPtrArray *items; /* (element-type EhLetterItem): copies */
  EhToldHow how;
  EhLetterFormat format; /* what they were made as, or none for what each item says */
  gint64 when;           /* 0 for now */
  char *note;
  guint n;
  EhFeedbackMarked marked; /* (nullable) */
  gpointer marked_data;
} Marking;

static void
marking_free (Marking *self)
{
  g_object_unref (self->workspace);
  eh_feedback_index_unref (self->index);
  g_ptr_array_unref (self->items);
  g_free (self->note);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Marking, marking_free)

/* Where no way is said, each of many was told in the way that is usual for them. */
static void
set_way (EhFeedbackIndex *index, EhTold *row)
{
  const EhParticipant *person = eh_dataset_participant (eh_feedback_index_get_dataset (index),
                                                        row->participant_id);

  if (row->how == EH_TOLD_HOW_UNKNOWN && person != NULL)
    row->how = eh_feedback_usual_way (person);
}

static gboolean
mark_work (EhStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Marking *self = data;
  g_autoptr (GPtrArray) rows = eh_job_letters_tolds (self->index, self->items, self->how);

  for (guint i = 0; i < rows->len; i++) {
    EhTold *row = rows->pdata[i];

    row->told_at = self->when;
    eh_set_str (&row->note, self->note);
    if (self->format != EH_LETTER_FORMAT_UNKNOWN)
      row->format = self->format;
    if (rows->len > 1)
      set_way (self->index, row);
  }
  self->n = rows->len;
  return eh_tolds_mark (store, rows, error);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Marking) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean noted = eh_workspace_run_finish (self->workspace, result, &error);

  if (self->marked != NULL)
    self->marked (noted, self->marked_data);
  if (!noted) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is marked as told",
                                       "%u people are marked as told", self->n),
                          self->n);
  eh_workspace_toast (self->workspace, text, TRUE);
}

static gpointer
copy_item (gconstpointer item, gpointer unused)
{
  return eh_letter_item_copy (item);
}

static Marking *
marking_new (EhWorkspace *workspace, EhFeedbackIndex *index, GPtrArray *items, EhToldHow how)
{
  Marking *self = g_new0 (Marking, 1);

  self->workspace = g_object_ref (workspace);
  self->index = eh_feedback_index_ref (index);
  self->items = g_ptr_array_copy (items, copy_item, NULL);
  g_ptr_array_set_free_func (self->items, (GDestroyNotify) eh_letter_item_free);
  self->how = how;
  return self;
}

static void
mark (Marking *self)
{
  eh_workspace_run_async (self->workspace, _ ("Marking who was told…"), mark_work, self, NULL,
                          marked_cb, self);
}

/**
 * eh_feedback_mark:
 * @workspace: with a project
 * @index: the same, as it was read
 * @items: (element-type EhLetterItem): the letters of those who were told
 * @form: how, when, and what there is to remember
 *
 * Notes it, as one step that can be undone, and says so.
 */
void
eh_feedback_mark (EhWorkspace *workspace,
                  EhFeedbackIndex *index,
                  GPtrArray *items,
                  EhToldForm *form)
{
  Marking *self = marking_new (workspace, index, items, eh_told_form_get_how (form));

  self->when = eh_told_form_get_when (form);
  self->note = eh_told_form_get_note (form);
  mark (self);
}

/**
 * eh_feedback_mark_printed:
 * @workspace: with a project
 * @index: the same, as it was read
 * @items: (element-type EhLetterItem): letters that were printed
 * @marked: told when it is noted, or could not be
 * @data: for @marked
 *
 * Notes that they were sent by post.
 */
void
eh_feedback_mark_printed (EhWorkspace *workspace,
                          EhFeedbackIndex *index,
                          GPtrArray *items,
                          EhFeedbackMarked marked,
                          gpointer data)
{
  Marking *self = marking_new (workspace, index, items, EH_TOLD_HOW_POST);

  self->format = EH_LETTER_FORMAT_PRINT;
  self->note = g_strdup ("");
  self->marked = marked;
  self->marked_data = data;
  mark (self);
}

/**
 * eh_feedback_take_back:
 * @workspace: with a project
 * @index: the same, as it was read
 * @person_id: somebody who was told
 *
 * They were not told after all, the last time: that is no longer noted.
 */
void
eh_feedback_take_back (EhWorkspace *workspace, EhFeedbackIndex *index, EhId person_id)
{
  const EhTold *told = eh_feedback_index_last_told (index, person_id);
  g_autoptr (GError) error = NULL;

  if (told == NULL)
    return;
  eh_workspace_flush (workspace);
  if (eh_tolds_take_back (eh_workspace_get_store (workspace), told->id, &error))
    eh_workspace_toast (workspace, _ ("It is no longer noted that they were told"), TRUE);
  else
    eh_workspace_report_error (workspace, error);
}
