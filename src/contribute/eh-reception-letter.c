/* What became of what came from a slip of paper or from one phone, for whoever holds the one or the
 * other. A phone is known by its key, which nobody can guess; a slip by its code, one of five
 * million, and whoever tries codes is made to wait: two a minute from one device, twelve from all.
 * Nothing else of the project
 * is told, no name, and nothing at all unless the one who runs the workshop turned it on. */

#include "config.h"
#include "eh-form-data.h"
#include "eh-inbox.h"
#include "eh-letter.h"
#include "eh-phone-letter.h"
#include "eh-reception-private.h"
#include "eh-secret.h"
#include "eh-slips.h"

#define HTML "text/html; charset=utf-8"
/* Three hundred people who ask within a minute have the project read a few times. */
#define FRESH_SECONDS 15

/* What was read does not stay in memory: something of it may be erased meanwhile. */
static gboolean
forget_cb (gpointer data)
{
  EhReception *self = data;

  g_clear_pointer (&self->forget_letters, g_source_unref);
  g_clear_pointer (&self->letters, eh_feedback_index_unref);
  return G_SOURCE_REMOVE;
}

static EhFeedbackIndex *
index_now (EhReception *self)
{
  g_autoptr (EhDataset) dataset = NULL;

  if (self->letters != NULL)
    return self->letters;
  dataset = eh_reader_load_dataset (self->db, NULL);
  if (dataset == NULL)
    return NULL;
  self->letters = eh_feedback_index_new (dataset);
  self->forget_letters = g_timeout_source_new_seconds (FRESH_SECONDS);
  g_source_set_callback (self->forget_letters, forget_cb, self, NULL);
  g_source_attach (self->forget_letters, g_main_context_get_thread_default ());
  return self->letters;
}

static void
serve_letter (EhReception *self,
              SoupServerMessage *message,
              const EhPhonePage *page,
              const EhSlip *slip,
              GArray *insights)
{
  EhFeedbackIndex *index = index_now (self);
  g_autoptr (EhFeedback) feedback = NULL;
  g_autoptr (EhLetter) letter = NULL;
  g_autoptr (GBytes) body = NULL;
  EhLetterOptions options = { .language = eh_catalogue_get_language (page->words), .slip = slip };

  if (index == NULL) {
    body = eh_phone_page_notice (page, EH_PHONE_NOTICE_BUSY);
    eh_reception_answer_again (message, SOUP_STATUS_SERVICE_UNAVAILABLE, body, 5);
    return;
  }
  feedback = eh_feedback_new_for_insights (index, (const EhId *) (gpointer) insights->data,
                                           insights->len);
  letter = eh_letter_new (index, feedback, &options);
  body = eh_phone_letter_page (page, letter);
  eh_reception_answer (message, SOUP_STATUS_OK, HTML, body);
}

/* What the phone sent and was accepted. */
static GArray *
insights_of_phone (EhReception *self, const char *phone)
{
  g_autofree char *hash = eh_secret_hash (phone);
  g_autoptr (GPtrArray) rows = eh_inbox_list (self->db, hash);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  for (guint i = rows->len; i > 0; i--) {
    const EhReceived *row = rows->pdata[i - 1];

    if (row->state != EH_RECEIVED_STATE_TAKEN_BACK && eh_inbox_is_accepted (self->db, row))
      g_array_append_val (ids, row->insight_id);
  }
  return ids;
}

/**
 * eh_reception_serve_letter:
 * @self: a reception whose view says that letters are on
 * @message: a request that was read
 * @route: where it leads: the form for a code, or the letter of a phone that is known
 */
void
eh_reception_serve_letter (EhReception *self, SoupServerMessage *message, const EhRoute *route)
{
  gboolean of_phone = route->kind == EH_ROUTE_PHONE_LETTER;
  EhPhonePage page = eh_reception_page (self, message, of_phone ? route->phone : NULL);
  g_autoptr (GArray) insights = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (GBytes) body = NULL;

  if (of_phone) {
    insights = insights_of_phone (self, route->phone);
    serve_letter (self, message, &page, NULL, insights);
    return;
  }
  stamp = eh_secret_stamp (self->key);
  body = eh_phone_letter_form (&page, stamp, EH_PHONE_PROBLEM_NONE, 0);
  eh_reception_answer (message, SOUP_STATUS_OK, HTML, body);
}

static void
refuse (EhReception *self,
        SoupServerMessage *message,
        guint status,
        EhPhoneProblem problem,
        guint seconds)
{
  EhPhonePage page = eh_reception_page (self, message, NULL);
  g_autofree char *stamp = eh_secret_stamp (self->key);
  g_autoptr (GBytes) body = eh_phone_letter_form (&page, stamp, problem, seconds);

  if (problem == EH_PHONE_PROBLEM_BUSY)
    eh_reception_answer_again (message, status, body, MAX (seconds, 2));
  else
    eh_reception_answer (message, status, HTML, body);
}

/**
 * eh_reception_post_letter:
 * @self: a reception whose view says that letters are on
 * @message: a request that was read
 * @fields: of the form: a code and a stamp
 */
void
eh_reception_post_letter (EhReception *self, SoupServerMessage *message, GHashTable *fields)
{
  g_autofree char *code = eh_slip_read_code (eh_form_data_get (fields, "code"));
  g_autoptr (EhSlip) slip = NULL;
  g_autoptr (GArray) insights = NULL;
  EhPhonePage page = eh_reception_page (self, message, NULL);
  gint64 now = g_get_monotonic_time ();
  const char *remote = soup_server_message_get_remote_host (message);
  const char *address = remote != NULL ? remote : "";

  if (!eh_secret_stamp_is_ours (eh_form_data_get (fields, "stamp"), self->key)) {
    refuse (self, message, SOUP_STATUS_FORBIDDEN, EH_PHONE_PROBLEM_OLD_FORM, 0);
    return;
  }
  /* As long as too many codes were wrong, from one device or from all, no code is looked at: a
   * guess must not be told from a hit by the answer. */
  if (eh_throttle_is_empty (self->letter_codes_each, address, now) ||
      eh_throttle_is_empty (self->letter_codes, "", now)) {
    refuse (self, message, EH_STATUS_TOO_MANY_REQUESTS, EH_PHONE_PROBLEM_BUSY,
            MAX (eh_throttle_wait (self->letter_codes_each, address, now),
                 eh_throttle_wait (self->letter_codes, "", now)));
    return;
  }
  slip = code != NULL ? eh_inbox_find_slip (self->db, code) : NULL;
  if (slip == NULL) {
    eh_throttle_take (self->letter_codes_each, address, now);
    eh_throttle_take (self->letter_codes, "", now);
    refuse (self, message, SOUP_STATUS_UNPROCESSABLE_ENTITY, EH_PHONE_PROBLEM_CODE, 0);
    return;
  }
  insights = eh_slips_insights (self->db, slip);
  serve_letter (self, message, &page, slip, insights);
}
