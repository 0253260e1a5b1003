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

/* Where no way is said, each of many was told in the way that is usual for them. */
static void
set_way (EhFeedbackIndex *index, EhTold *row)
{
  const EhParticipant *person = eh_dataset_participant (eh_feedback_index_get_dataset (index),
                                                        row->participant_id);

  if (row->how == EH_TOLD_HOW_UNKNOWN && person != NULL)
    row->how = eh_feedback_usual_way (person);
}

/**
 * eh_feedback_mark:
 * @workspace: with a project
 * @index: the same, as it was read
 * @items: (element-type EhLetterItem): the letters of those who were told
 * @form: how, when, and what there is to remember
 *
 * Notes it, as one step that can be undone, and says so.
 *
 * Returns: whether it is noted; when not, that was told
 */
gboolean
eh_feedback_mark (EhWorkspace *workspace,
                  EhFeedbackIndex *index,
                  GPtrArray *items,
                  EhToldForm *form)
{
  g_autoptr (GPtrArray) rows = eh_job_letters_tolds (index, items, eh_told_form_get_how (form));
  g_autofree char *note = eh_told_form_get_note (form);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++) {
    EhTold *row = rows->pdata[i];

    row->told_at = eh_told_form_get_when (form);
    eh_set_str (&row->note, note);
    if (rows->len > 1)
      set_way (index, row);
  }
  eh_workspace_flush (workspace);
  if (!eh_tolds_mark (eh_workspace_get_store (workspace), rows, &error)) {
    eh_workspace_report_error (workspace, error);
    return FALSE;
  }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is marked as told",
                                       "%u people are marked as told", rows->len),
                          rows->len);
  eh_workspace_toast (workspace, text, TRUE);
  return TRUE;
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
