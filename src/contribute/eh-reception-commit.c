/* What was sent, on its way to the disk. All that arrives while the disk is busy with one group is
 * the next group: one transaction, one wait, and each sender is answered only after it. */

#include "eh-reception-private.h"

#include "eh-secret.h"
#include "eh-text.h"

#define CLEAR_TRACES_SECONDS 2

typedef struct {
  EhWaitingKind kind;
  SoupServerMessage *message;
  EhReceived *row;
  char *phone;
  char *code;
  gulong finished_id;
  gboolean gone; /* the sender went away */
  gboolean done;
  gboolean again;
} Waiting;

void
eh_reception_waiting_free (gpointer data)
{
  Waiting *self = data;

  g_signal_handler_disconnect (self->message, self->finished_id);
  g_object_unref (self->message);
  eh_received_free (self->row);
  g_free (self->phone);
  g_free (self->code);
  g_free (self);
}

static void
finished_cb (SoupServerMessage *message, Waiting *waiting)
{
  waiting->gone = TRUE;
}

static gboolean
flush_cb (gpointer data)
{
  EhReception *self = data;

  g_clear_pointer (&self->flush, g_source_unref);
  eh_reception_flush (self);
  return G_SOURCE_REMOVE;
}

/**
 * eh_reception_wait:
 * @self: a reception
 * @kind: what to do
 * @message: the request, answered when it is done
 * @row: what was sent, or what is changed or taken back
 * @phone: key of the phone
 * @code: of a slip, as typed
 *
 * Puts it in the group that is committed next. Its turn comes when no other request is there to be
 * read.
 */
void
eh_reception_wait (EhReception *self,
                   EhWaitingKind kind,
                   SoupServerMessage *message,
                   EhReceived *row,
                   const char *phone,
                   const char *code)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->kind = kind;
  waiting->message = g_object_ref (message);
  waiting->row = eh_received_copy (row);
  waiting->phone = g_strdup (phone);
  waiting->code = g_strdup (code);
  waiting->finished_id = g_signal_connect (message, "finished", G_CALLBACK (finished_cb), waiting);
  g_ptr_array_add (self->waiting, waiting);
  soup_server_message_pause (message);
  if (self->flush != NULL)
    return;
  self->flush = g_idle_source_new ();
  g_source_set_priority (self->flush, G_PRIORITY_LOW);
  g_source_set_callback (self->flush, flush_cb, self, NULL);
  g_source_attach (self->flush, g_main_context_get_thread_default ());
}

/* The same form again: what it says now counts, and it is still one. */
static gboolean
add (EhReception *self, Waiting *waiting, GError **error)
{
  EhReceived *row = waiting->row;
  g_autoptr (EhReceived) first = NULL;

  if (!eh_inbox_add (self->db, row, &waiting->again, error))
    return FALSE;
  if (!waiting->again)
    return TRUE;
  first = eh_inbox_find (self->db, row->id, row->edit_hash);
  if (first == NULL)
    return FALSE;
  if (first->state == EH_RECEIVED_STATE_TAKEN_BACK || g_str_equal (first->text, row->text))
    return TRUE;
  eh_set_str (&first->text, row->text);
  first->kind = row->kind;
  return eh_inbox_change (self->db, first, error);
}

/* Looks again: the window may have worked on the row since the request was read. */
static gboolean
do_one (EhReception *self, Waiting *waiting, GError **error)
{
  g_autoptr (EhReceived) now = NULL;

  if (waiting->kind == EH_WAITING_ADD)
    return add (self, waiting, error);
  now = eh_inbox_find (self->db, waiting->row->id, waiting->row->edit_hash);
  if (now == NULL || now->state == EH_RECEIVED_STATE_TAKEN_BACK)
    return TRUE;
  if (waiting->kind == EH_WAITING_TAKE_BACK)
    return eh_inbox_take_back (self->db, now->id, error);
  eh_set_str (&now->text, waiting->row->text);
  now->kind = waiting->row->kind;
  return eh_inbox_change (self->db, now, error);
}

static gboolean
commit (EhReception *self, GPtrArray *group)
{
  g_autoptr (GError) error = NULL;

  if (!eh_inbox_begin (self->db, &error)) {
    g_debug ("nothing was saved: %s", error->message);
    return FALSE;
  }
  for (guint i = 0; i < group->len; i++) {
    Waiting *waiting = group->pdata[i];
    g_autoptr (GError) own = NULL;

    waiting->done = do_one (self, waiting, &own);
    /* What is wrong with the disk is wrong for all of them. */
    if (!waiting->done && own != NULL &&
        !g_error_matches (own, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT)) {
      g_debug ("nothing was saved: %s", own->message);
      eh_inbox_abort (self->db);
      return FALSE;
    }
  }
  if (eh_inbox_commit (self->db, &error))
    return TRUE;
  g_debug ("nothing was saved: %s", error->message);
  return FALSE;
}

static void
answer_not_saved (EhReception *self, Waiting *waiting)
{
  gboolean is_new = waiting->kind == EH_WAITING_ADD;
  EhPhonePage page = eh_reception_page (self, waiting->message, is_new ? NULL : waiting->phone);
  g_autofree char *stamp = eh_secret_stamp (self->key);
  EhPhoneDraft draft = { .text = waiting->row->text,
                         .kind = waiting->row->kind,
                         .code = waiting->code,
                         .group = waiting->row->role_group_id,
                         .credit = waiting->row->credit,
                         .phone = waiting->phone,
                         .stamp = stamp,
                         .problem = EH_PHONE_PROBLEM_NOT_SAVED };
  g_autoptr (GBytes) body = NULL;

  if (waiting->kind == EH_WAITING_TAKE_BACK)
    body = eh_phone_page_notice (&page, EH_PHONE_NOTICE_NOT_SAVED);
  else if (is_new)
    body = eh_phone_page_form (&page, &draft);
  else
    body = eh_phone_page_change (&page, waiting->row, &draft);
  eh_reception_answer_again (waiting->message, SOUP_STATUS_SERVICE_UNAVAILABLE, body, 3);
}

static void
answer (EhReception *self, Waiting *waiting, gboolean saved)
{
  EhPhonePage page = eh_reception_page (self, waiting->message, waiting->phone);

  if (!saved) {
    answer_not_saved (self, waiting);
  } else if (!waiting->done) {
    g_autoptr (GBytes) body = eh_phone_page_notice (&page, EH_PHONE_NOTICE_NOT_FOUND);

    eh_reception_answer (waiting->message, SOUP_STATUS_NOT_FOUND, "text/html; charset=utf-8", body);
  } else {
    g_autofree char *location = g_strdup_printf (
        "%s/%s?lang=%s%s", self->root, waiting->phone, eh_catalogue_get_language (page.words),
        waiting->kind == EH_WAITING_TAKE_BACK ? "" : "&sent=1");

    eh_reception_redirect (waiting->message, location);
  }
  soup_server_message_unpause (waiting->message);
}

static gboolean
clear_traces_cb (gpointer data)
{
  EhReception *self = data;

  g_clear_pointer (&self->clear_traces, g_source_unref);
  eh_inbox_clear_traces (self->db);
  return G_SOURCE_REMOVE;
}

static void
clear_traces_soon (EhReception *self)
{
  if (self->clear_traces != NULL)
    return;
  self->clear_traces = g_timeout_source_new_seconds (CLEAR_TRACES_SECONDS);
  g_source_set_callback (self->clear_traces, clear_traces_cb, self, NULL);
  g_source_attach (self->clear_traces, g_main_context_get_thread_default ());
}

static void
take_note (EhReception *self, Waiting *waiting)
{
  if (!waiting->done)
    return;
  switch (waiting->kind) {
  case EH_WAITING_ADD:
    self->news.n_received += !waiting->again;
    self->n_taken += !waiting->again;
    g_hash_table_add (self->phones, g_strdup (waiting->row->edit_hash));
    break;
  case EH_WAITING_CHANGE:
    self->news.n_changed++;
    break;
  case EH_WAITING_TAKE_BACK:
    self->news.n_taken_back++;
    clear_traces_soon (self);
    break;
  default:
    g_assert_not_reached ();
  }
}

/**
 * eh_reception_flush:
 * @self: a reception
 *
 * Commits what is waiting, and answers.
 */
void
eh_reception_flush (EhReception *self)
{
  g_autoptr (GPtrArray) group = self->waiting;
  gboolean saved;

  self->waiting = g_ptr_array_new_with_free_func (eh_reception_waiting_free);
  if (group->len == 0)
    return;
  saved = commit (self, group);
  for (guint i = 0; i < group->len; i++) {
    Waiting *waiting = group->pdata[i];

    if (saved)
      take_note (self, waiting);
    if (!waiting->gone)
      answer (self, waiting, saved);
  }
  self->news.failed = !saved;
  self->news.n_phones = g_hash_table_size (self->phones);
  self->tell (&self->news, self->data);
  self->news.n_received = self->news.n_changed = self->news.n_taken_back = 0;
}
