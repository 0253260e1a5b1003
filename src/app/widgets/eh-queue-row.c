/* Something that was sent, in the list of what waits: the words, and under them whose, when, and
 * what the sender did with it since. */

#include "eh-queue-row.h"

#include "eh-fields.h"
#include "eh-insight-caption.h"
#include "eh-participant.h"
#include "eh-slip.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhQueueRow {
  GtkWidget parent_instance;

  EhWorkspace *workspace; /* not owned: the list's */
  GtkWidget *words;
  GtkWidget *detail;
};

G_DEFINE_FINAL_TYPE (EhQueueRow, eh_queue_row, GTK_TYPE_WIDGET)

static void
eh_queue_row_dispose (GObject *object)
{
  EhQueueRow *self = EH_QUEUE_ROW (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_queue_row_parent_class)->dispose (object);
}

static void
eh_queue_row_class_init (EhQueueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_queue_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
eh_queue_row_init (EhQueueRow *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->words = eh_fields_words (NULL, "eh-words");
  self->detail = eh_fields_words (NULL, "eh-row-detail");
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->detail, GTK_WIDGET (self));
}

/**
 * eh_queue_row_new:
 * @workspace: a workspace, which outlives the row
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
eh_queue_row_new (EhWorkspace *workspace)
{
  EhQueueRow *self = g_object_new (EH_TYPE_QUEUE_ROW, NULL);

  self->workspace = workspace;
  return GTK_WIDGET (self);
}

/* Who, as far as a slip or a group tells. */
static char *
whose (EhQueueRow *self, const EhReceived *row)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  EhId who = eh_queue_who (db, row);
  g_autoptr (EhSlip) slip = NULL;
  const EhRoleGroup *group;

  if (who != EH_ID_NONE) {
    g_autoptr (EhParticipant) person = eh_reader_get (db, &eh_participant_row_type, who);

    return eh_text_isolate (
        eh_workspace_name_of (self->workspace, who, person != NULL ? person->name : ""));
  }
  slip = eh_reader_get (db, &eh_slip_row_type, row->slip_id);
  if (slip != NULL) {
    g_autofree char *number = g_strdup_printf ("%u", (guint) slip->number);

    /* TRANSLATORS: a numbered slip of paper whose code was typed into a phone; %s is its number */
    return g_strdup_printf (_ ("Slip %s"), number);
  }
  group = eh_workspace_get_role_group (self->workspace, row->role_group_id);
  if (group != NULL)
    return eh_text_isolate (eh_text_is_blank (group->singular) ? group->label : group->singular);
  return g_strdup (_ ("Somebody"));
}

static char *
detail_of (EhQueueRow *self, const EhReceived *row)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (said, whose (self, row));
  if (row->kind != EH_INSIGHT_KIND_NONE)
    g_ptr_array_add (said, g_strdup (eh_vocabulary_label (&eh_insight_kind_vocabulary, row->kind)));
  g_ptr_array_add (said, eh_insight_caption_time (row->sent_at));
  if (row->capture != EH_CAPTURE_PHONE)
    g_ptr_array_add (said, g_strdup (eh_vocabulary_label (&eh_capture_vocabulary, row->capture)));
  if (row->changed_at > row->sent_at && row->state != EH_RECEIVED_STATE_TAKEN_BACK)
    g_ptr_array_add (said, g_strdup (_ ("changed by whoever sent it")));
  if (row->state == EH_RECEIVED_STATE_REFUSED && !eh_text_is_blank (row->reason)) {
    g_autofree char *reason = eh_workspace_hide_names (self->workspace, row->reason);
    g_autofree char *isolated = eh_text_isolate (reason);

    g_ptr_array_add (said, g_strdup_printf (row->tell_reason
                                                /* TRANSLATORS: %s is why something was refused */
                                                ? _ ("Told why: %s")
                                                /* TRANSLATORS: %s is why something was refused */
                                                : _ ("For us alone: %s"),
                                            isolated));
  }
  if (row->accepted_at > 0 && row->state == EH_RECEIVED_STATE_WAITING)
    g_ptr_array_add (said, g_strdup (_ ("was accepted before")));
  /* TRANSLATORS: between facts about something that was sent: whose, what kind, when */
  return eh_text_join (said, C_ ("between facts", " · "));
}

/**
 * eh_queue_row_show:
 * @self: a row
 * @item: what it shows
 */
void
eh_queue_row_show (EhQueueRow *self, EhQueueItem *item)
{
  const EhReceived *row = eh_queue_item_get_row (item);
  g_autofree char *words = eh_workspace_hide_names (self->workspace, row->text);
  g_autofree char *detail = detail_of (self, row);

  if (row->state == EH_RECEIVED_STATE_TAKEN_BACK) {
    g_free (words);
    words = g_strdup (_ ("Taken back by whoever sent it; the words are gone."));
  }
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
}

/**
 * eh_queue_row_describe:
 * @self: a row that shows something
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
eh_queue_row_describe (EhQueueRow *self)
{
  /* TRANSLATORS: something that was sent, as a screen reader says it: the words, then whose, what
   * kind and when */
  return g_strdup_printf (_ ("%1$s. %2$s"), gtk_label_get_label (GTK_LABEL (self->words)),
                          gtk_label_get_label (GTK_LABEL (self->detail)));
}
