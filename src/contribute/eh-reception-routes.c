/* What a request asks for: the pages, and the forms that come back. */

#include "config.h"
#include "eh-contribute-resource.h"
#include "eh-form-data.h"
#include "eh-reception-private.h"
#include "eh-secret.h"
#include "eh-text.h"

#include <string.h>

#define HTML "text/html; charset=utf-8"
/* More than a hall full of people writes in a day. */
#define MAX_TAKEN 10000u

static gboolean
read_id (const char *text, EhId *id)
{
  *id = strlen (text) <= 16 ? eh_id_from_string (text) : EH_ID_NONE;
  return *id != EH_ID_NONE;
}

static EhRouteKind
route_of_phone (char **parts, EhRoute *route)
{
  guint n = g_strv_length (parts);

  if (!eh_secret_is_well_formed (parts[0], EH_SECRET_PHONE_LENGTH))
    return EH_ROUTE_NOTHING;
  g_strlcpy (route->phone, parts[0], sizeof route->phone);
  if (n == 1)
    return EH_ROUTE_MINE;
  if (n == 2 && g_str_equal (parts[1], "more"))
    return EH_ROUTE_MORE;
  if (n == 2 && g_str_equal (parts[1], "letter"))
    return EH_ROUTE_PHONE_LETTER;
  if (n == 2 && read_id (parts[1], &route->id))
    return EH_ROUTE_ONE;
  if (n == 3 && read_id (parts[1], &route->id) && g_str_equal (parts[2], "back"))
    return EH_ROUTE_BACK;
  return EH_ROUTE_NOTHING;
}

/**
 * eh_reception_route:
 * @self: a reception
 * @path: of a request, as it came: nothing in it is decoded, for nothing of ours needs to be
 *
 * Returns: what it leads to; %EH_ROUTE_NOTHING for whoever does not know the link
 */
EhRoute
eh_reception_route (EhReception *self, const char *path)
{
  EhRoute route = { EH_ROUTE_NOTHING, "", EH_ID_NONE };
  gsize length = strlen (self->root);
  g_autofree char *head = g_strndup (path, length);
  g_auto (GStrv) parts = NULL;

  if (strlen (path) > 100 || !eh_secret_equal (head, self->root))
    return route;
  path += length;
  if (*path == '\0' || g_str_equal (path, "/"))
    route.kind = EH_ROUTE_FORM;
  else if (g_str_equal (path, "/page.css"))
    route.kind = EH_ROUTE_STYLE;
  else if (g_str_equal (path, "/page.js"))
    route.kind = EH_ROUTE_SCRIPT;
  else if (g_str_equal (path, "/wall"))
    route.kind = self->view->wall != NULL ? EH_ROUTE_WALL : EH_ROUTE_NOTHING;
  else if (g_str_equal (path, "/letter"))
    route.kind = self->view->letters ? EH_ROUTE_LETTER : EH_ROUTE_NOTHING;
  else if (*path == '/') {
    parts = g_strsplit (path + 1, "/", 5);
    route.kind = route_of_phone (parts, &route);
    if (route.kind == EH_ROUTE_PHONE_LETTER && !self->view->letters)
      route.kind = EH_ROUTE_NOTHING;
  }
  return route;
}

/* What was chosen on the page, or what the phone prefers, or what the project is written in. */
static const char *
language_of (EhReception *self, SoupServerMessage *message)
{
  const char *query = g_uri_get_query (soup_server_message_get_uri (message));
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr (GHashTable) fields = query != NULL ? eh_form_data_parse (query, strlen (query)) : NULL;
  const char *wanted = fields != NULL ? eh_form_data_get (fields, "lang") : "";
  const char *const *offered = (const char *const *) self->languages;
  const char *chosen;

  for (guint i = 0; offered[i] != NULL; i++)
    if (g_str_equal (offered[i], wanted))
      return offered[i];
  chosen = eh_language_choose (soup_message_headers_get_list (headers, "Accept-Language"), offered);
  if (chosen == NULL)
    chosen = eh_language_choose (self->view->language, offered);
  return chosen != NULL ? chosen : "en";
}

static const EhCatalogue *
catalogue_of (EhReception *self, const char *language)
{
  EhCatalogue *catalogue = g_hash_table_lookup (self->catalogues, language);

  if (catalogue == NULL) {
    catalogue = eh_catalogue_for (language);
    g_hash_table_insert (self->catalogues, g_strdup (language), catalogue);
  }
  return catalogue;
}

/**
 * eh_reception_page:
 * @self: a reception
 * @message: a request
 * @phone: (nullable): key of the phone
 *
 * Returns: what the pages that answer it need to know; members belong to @self and @phone
 */
EhPhonePage
eh_reception_page (EhReception *self, SoupServerMessage *message, const char *phone)
{
  EhPhonePage page = { .view = self->view,
                       .words = catalogue_of (self, language_of (self, message)),
                       .languages = (const char *const *) self->languages,
                       .root = self->root,
                       .phone = phone };

  return page;
}

static void
serve_resource (SoupServerMessage *message, const char *name, const char *type)
{
  g_autofree char *path = g_strconcat ("/org/evenhand/Evenhand/contribute/", name, NULL);
  g_autoptr (GBytes) body = g_resource_lookup_data (eh_contribute_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  eh_reception_answer (message, SOUP_STATUS_OK, type, body);
}

static void
serve_notice (EhReception *self, SoupServerMessage *message, guint status, EhPhoneNotice notice)
{
  EhPhonePage page = eh_reception_page (self, message, NULL);
  g_autoptr (GBytes) body = eh_phone_page_notice (&page, notice);

  eh_reception_answer (message, status, HTML, body);
}

static void
serve_form (EhReception *self, SoupServerMessage *message, const char *phone)
{
  EhPhonePage page = eh_reception_page (self, message, phone);
  g_autofree char *stamp = eh_secret_stamp (self->key);
  g_autofree char *fresh = eh_secret_new (EH_SECRET_PHONE_LENGTH);
  EhPhoneDraft draft = { .text = "", .code = "", .credit = EH_CREDIT_ASK };
  g_autoptr (GBytes) body = NULL;

  draft.phone = phone != NULL ? phone : fresh;
  draft.stamp = stamp;
  body = eh_phone_page_form (&page, &draft);
  eh_reception_answer (message, SOUP_STATUS_OK, HTML, body);
}

static gboolean
has_arrived (SoupServerMessage *message)
{
  const char *query = g_uri_get_query (soup_server_message_get_uri (message));

  return query != NULL && g_str_has_suffix (query, "&sent=1");
}

static void
serve_mine (EhReception *self, SoupServerMessage *message, const EhRoute *route)
{
  g_autofree char *hash = eh_secret_hash (route->phone);
  g_autoptr (GPtrArray) rows = eh_inbox_list (self->db, hash);
  g_autoptr (GPtrArray) sent = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_phone_sent_free);
  EhPhonePage page = eh_reception_page (self, message, route->phone);
  g_autoptr (GBytes) body = NULL;

  for (guint i = 0; i < rows->len; i++) {
    EhPhoneSent *each = g_new0 (EhPhoneSent, 1);

    each->row = eh_received_copy (rows->pdata[i]);
    each->accepted = eh_inbox_is_accepted (self->db, each->row);
    g_ptr_array_add (sent, each);
  }
  body = eh_phone_page_mine (&page, sent, has_arrived (message));
  eh_reception_answer (message, SOUP_STATUS_OK, HTML, body);
}

static void
serve_one (EhReception *self, SoupServerMessage *message, const EhRoute *route, EhReceived *row)
{
  EhPhonePage page = eh_reception_page (self, message, route->phone);
  g_autofree char *stamp = eh_secret_stamp (self->key);
  EhPhoneDraft draft = { .text = row->text, .kind = row->kind, .code = "" };
  g_autoptr (GBytes) body = NULL;

  draft.phone = route->phone;
  draft.stamp = stamp;
  body = route->kind == EH_ROUTE_BACK ? eh_phone_page_take_back (&page, row, stamp)
                                      : eh_phone_page_change (&page, row, &draft);
  eh_reception_answer (message, SOUP_STATUS_OK, HTML, body);
}

static void
serve_wall (EhReception *self, SoupServerMessage *message)
{
  EhPhonePage page = eh_reception_page (self, message, NULL);
  g_autoptr (GBytes) body = eh_phone_page_wall (&page);

  eh_reception_answer (message, SOUP_STATUS_OK, HTML, body);
}

static EhReceived *
find_own (EhReception *self, const EhRoute *route)
{
  g_autofree char *hash = eh_secret_hash (route->phone);
  g_autoptr (EhReceived) row = eh_inbox_find (self->db, route->id, hash);

  if (row == NULL || row->state == EH_RECEIVED_STATE_TAKEN_BACK)
    return NULL;
  return g_steal_pointer (&row);
}

/* A key that never sent anything leads nowhere, as one of somebody else's making would. */
static gboolean
is_known_phone (EhReception *self, const EhRoute *route)
{
  g_autofree char *hash = eh_secret_hash (route->phone);
  g_autoptr (GPtrArray) rows = eh_inbox_list (self->db, hash);

  return rows->len > 0;
}

static void
serve_get (EhReception *self, SoupServerMessage *message, const EhRoute *route)
{
  g_autoptr (EhReceived) row = NULL;

  switch (route->kind) {
  case EH_ROUTE_FORM:
    serve_form (self, message, NULL);
    return;
  case EH_ROUTE_STYLE:
    serve_resource (message, "page.css", "text/css; charset=utf-8");
    return;
  case EH_ROUTE_SCRIPT:
    serve_resource (message, "page.js", "text/javascript; charset=utf-8");
    return;
  case EH_ROUTE_WALL:
    serve_wall (self, message);
    return;
  case EH_ROUTE_MINE:
  case EH_ROUTE_MORE:
    if (!is_known_phone (self, route))
      break;
    if (route->kind == EH_ROUTE_MINE)
      serve_mine (self, message, route);
    else
      serve_form (self, message, route->phone);
    return;
  case EH_ROUTE_LETTER:
    eh_reception_serve_letter (self, message, route);
    return;
  case EH_ROUTE_PHONE_LETTER:
    if (!is_known_phone (self, route))
      break;
    eh_reception_serve_letter (self, message, route);
    return;
  case EH_ROUTE_ONE:
  case EH_ROUTE_BACK:
    row = find_own (self, route);
    if (row == NULL)
      break;
    serve_one (self, message, route, row);
    return;
  case EH_ROUTE_NOTHING:
  default:
    break;
  }
  serve_notice (self, message, SOUP_STATUS_NOT_FOUND, EH_PHONE_NOTICE_NOT_FOUND);
}

static int
word_of (const EhVocabulary *words, const char *key)
{
  for (guint i = 0; i < words->n_words; i++)
    if (g_str_equal (words->words[i].key, key))
      return (int) i;
  return 0;
}

/* A form that came back, on its way to the project. */
typedef struct {
  EhReception *self;
  SoupServerMessage *message;
  const EhRoute *route;
  GHashTable *fields;
  char *text;
  EhPhoneDraft draft;
  EhReceived *row; /* what is changed; NULL for something new */
} Post;

static void
answer_problem (Post *post, guint status, EhPhoneProblem problem, guint number)
{
  EhReception *self = post->self;
  EhPhonePage page = eh_reception_page (self, post->message,
                                        post->row != NULL ? post->route->phone : NULL);
  g_autofree char *stamp = eh_secret_stamp (self->key);
  g_autofree char *phone = eh_secret_new (EH_SECRET_PHONE_LENGTH);
  g_autoptr (GBytes) body = NULL;

  /* The stamp stays with the words, unless it is the stamp that is wrong. */
  if (problem == EH_PHONE_PROBLEM_OLD_FORM)
    post->draft.stamp = stamp;
  if (!eh_secret_is_well_formed (post->draft.phone, EH_SECRET_PHONE_LENGTH))
    post->draft.phone = phone;
  post->draft.problem = problem;
  post->draft.number = number;
  body = post->row != NULL ? eh_phone_page_change (&page, post->row, &post->draft)
                           : eh_phone_page_form (&page, &post->draft);
  if (problem == EH_PHONE_PROBLEM_BUSY || problem == EH_PHONE_PROBLEM_NOT_SAVED)
    eh_reception_answer_again (post->message, status, body, MAX (number, 2));
  else
    eh_reception_answer (post->message, status, HTML, body);
}

static void
read_draft (Post *post)
{
  GHashTable *fields = post->fields;

  post->text = eh_form_data_clean (eh_form_data_get (fields, "text"));
  post->draft.text = post->text;
  post->draft.kind = (EhInsightKind) word_of (&eh_insight_kind_vocabulary,
                                              eh_form_data_get (fields, "kind"));
  post->draft.credit = (EhCredit) word_of (&eh_credit_vocabulary,
                                           eh_form_data_get (fields, "credit"));
  post->draft.code = eh_form_data_get (fields, "code");
  post->draft.phone = eh_form_data_get (fields, "phone");
  post->draft.stamp = eh_form_data_get (fields, "stamp");
  post->draft.group = eh_id_from_string (eh_form_data_get (fields, "group"));
  if (!eh_contribute_view_has_group (post->self->view, post->draft.group))
    post->draft.group = EH_ID_NONE;
}

/* Returns: 0 when there is room, or the seconds until there is */
static guint
busy_for (Post *post, const char *phone)
{
  EhReception *self = post->self;
  gint64 now = g_get_monotonic_time ();
  const char *address = soup_server_message_get_remote_host (post->message);

  if (!eh_throttle_take (self->posts_of_phone, phone, now))
    return eh_throttle_wait (self->posts_of_phone, phone, now);
  if (!eh_throttle_take (self->posts_each, address != NULL ? address : "", now))
    return eh_throttle_wait (self->posts_each, address != NULL ? address : "", now);
  if (!eh_throttle_take (self->posts, "", now))
    return eh_throttle_wait (self->posts, "", now);
  return self->n_taken >= MAX_TAKEN ? 60 : 0;
}

/* What is wrong with a form whoever sends it. Returns: whether it may go on */
static gboolean
check (Post *post, const char *phone)
{
  glong length = g_utf8_strlen (post->text, -1);
  guint seconds;

  if (!eh_secret_is_well_formed (phone, EH_SECRET_PHONE_LENGTH) ||
      !eh_secret_stamp_is_ours (post->draft.stamp, post->self->key)) {
    answer_problem (post, SOUP_STATUS_FORBIDDEN, EH_PHONE_PROBLEM_OLD_FORM, 0);
    return FALSE;
  }
  seconds = busy_for (post, phone);
  if (seconds > 0) {
    answer_problem (post, EH_STATUS_TOO_MANY_REQUESTS, EH_PHONE_PROBLEM_BUSY, seconds);
    return FALSE;
  }
  if (eh_text_is_blank (post->text)) {
    answer_problem (post, SOUP_STATUS_UNPROCESSABLE_ENTITY, EH_PHONE_PROBLEM_NO_WORDS, 0);
    return FALSE;
  }
  if (length > EH_INBOX_MAX_CHARS) {
    answer_problem (post, SOUP_STATUS_UNPROCESSABLE_ENTITY, EH_PHONE_PROBLEM_TOO_LONG,
                    (guint) length - EH_INBOX_MAX_CHARS);
    return FALSE;
  }
  return TRUE;
}

/* Codes are short; trying many of them is made slow for all. Returns: whether it may go on */
static gboolean
find_slip (Post *post, EhId *slip_id)
{
  g_autofree char *code = eh_slip_read_code (post->draft.code);
  g_autoptr (EhSlip) slip = NULL;
  gint64 now = g_get_monotonic_time ();

  *slip_id = EH_ID_NONE;
  if (eh_text_is_blank (post->draft.code))
    return TRUE;
  slip = code != NULL ? eh_inbox_find_slip (post->self->db, code) : NULL;
  if (slip != NULL && !eh_throttle_is_empty (post->self->wrong_codes, "", now)) {
    *slip_id = slip->id;
    return TRUE;
  }
  if (eh_throttle_take (post->self->wrong_codes, "", now))
    answer_problem (post, SOUP_STATUS_UNPROCESSABLE_ENTITY, EH_PHONE_PROBLEM_CODE, 0);
  else
    answer_problem (post, EH_STATUS_TOO_MANY_REQUESTS, EH_PHONE_PROBLEM_BUSY,
                    eh_throttle_wait (post->self->wrong_codes, "", now));
  return FALSE;
}

static void
take_new (Post *post)
{
  EhReception *self = post->self;
  g_autoptr (EhReceived) row = eh_received_new ();
  g_autofree char *edit_hash = NULL;
  g_autofree char *nonce_hash = NULL;
  EhPhonePage page = eh_reception_page (self, post->message, NULL);

  if (!check (post, post->draft.phone) || !find_slip (post, &row->slip_id))
    return;
  edit_hash = eh_secret_hash (post->draft.phone);
  nonce_hash = eh_secret_hash (post->draft.stamp);
  row->workshop_id = self->view->workshop_id;
  row->activity_id = self->view->activity_id;
  row->kind = post->draft.kind;
  row->role_group_id = post->draft.group;
  row->credit = row->slip_id != EH_ID_NONE ? post->draft.credit : EH_CREDIT_ASK;
  row->capture = EH_CAPTURE_PHONE;
  eh_set_str (&row->text, post->text);
  eh_set_str (&row->language, eh_catalogue_get_language (page.words));
  eh_set_str (&row->edit_hash, edit_hash);
  eh_set_str (&row->nonce_hash, nonce_hash);
  eh_reception_wait (self, EH_WAITING_ADD, post->message, row, post->draft.phone, post->draft.code);
}

static void
take_change (Post *post)
{
  if (!check (post, post->route->phone))
    return;
  eh_set_str (&post->row->text, post->text);
  post->row->kind = post->draft.kind;
  eh_reception_wait (post->self, EH_WAITING_CHANGE, post->message, post->row, post->route->phone,
                     "");
}

static void
take_back (Post *post)
{
  if (eh_secret_stamp_is_ours (post->draft.stamp, post->self->key))
    eh_reception_wait (post->self, EH_WAITING_TAKE_BACK, post->message, post->row,
                       post->route->phone, "");
  else
    serve_notice (post->self, post->message, SOUP_STATUS_FORBIDDEN, EH_PHONE_NOTICE_NOT_UNDERSTOOD);
}

static void
serve_post (EhReception *self, SoupServerMessage *message, const EhRoute *route)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (EhReceived) row = NULL;
  Post post = { self, message, route, NULL, NULL, { 0 }, NULL };

  if (route->kind == EH_ROUTE_ONE || route->kind == EH_ROUTE_BACK)
    row = find_own (self, route);
  if (route->kind != EH_ROUTE_FORM && route->kind != EH_ROUTE_LETTER && row == NULL) {
    serve_notice (self, message, SOUP_STATUS_NOT_FOUND, EH_PHONE_NOTICE_NOT_FOUND);
    return;
  }
  if (body->length <= EH_RECEPTION_MAX_BODY)
    fields = eh_form_data_parse (body->data != NULL ? body->data : "", (gsize) body->length);
  if (fields == NULL) {
    serve_notice (self, message, SOUP_STATUS_BAD_REQUEST, EH_PHONE_NOTICE_NOT_UNDERSTOOD);
    return;
  }
  if (route->kind == EH_ROUTE_LETTER) {
    eh_reception_post_letter (self, message, fields);
    return;
  }
  post.fields = fields;
  post.row = row;
  read_draft (&post);
  if (route->kind == EH_ROUTE_FORM)
    take_new (&post);
  else if (route->kind == EH_ROUTE_ONE)
    take_change (&post);
  else
    take_back (&post);
  g_free (post.text);
}

/**
 * eh_reception_serve:
 * @self: a reception
 * @message: a request that was let through and read
 *
 * Answers it, at once or when what came with it is on disk.
 */
void
eh_reception_serve (EhReception *self, SoupServerMessage *message)
{
  EhRoute route = eh_reception_route (self, g_uri_get_path (soup_server_message_get_uri (message)));

  if (g_str_equal (soup_server_message_get_method (message), "POST"))
    serve_post (self, message, &route);
  else
    serve_get (self, message, &route);
}
