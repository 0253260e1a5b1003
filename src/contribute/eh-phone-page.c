/* The other pages: what a phone has sent, taking it back, the shared wall, and why there is nothing
 * to show. */

#include "eh-phone-page.h"

#include "config.h"
#include "eh-phone-frame.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

void
eh_phone_sent_free (EhPhoneSent *self)
{
  eh_received_free (self->row);
  g_free (self);
}

static const char *
state_text (const EhPhonePage *page, const EhPhoneSent *sent)
{
  const EhCatalogue *words = page->words;

  if (sent->row->state == EH_RECEIVED_STATE_TAKEN_BACK)
    return eh_catalogue_get (words, N_ ("Taken back. The words are gone."));
  if (sent->accepted)
    return eh_catalogue_get (words, N_ ("It is part of the workshop."));
  if (sent->row->state == EH_RECEIVED_STATE_REFUSED)
    return eh_catalogue_get (
        words, N_ ("It was not put on the wall. You can change it; then it is looked at again."));
  return eh_catalogue_get (words, N_ ("It waits for the person who runs the workshop."));
}

/* Why it was refused, where the one who runs the workshop wants it told. */
static void
write_reason (const EhPhonePage *page, EhXmlWriter *w, const EhPhoneSent *sent)
{
  const EhReceived *row = sent->row;

  if (sent->accepted || row->state != EH_RECEIVED_STATE_REFUSED || !row->tell_reason ||
      eh_text_is_blank (row->reason))
    return;
  eh_phone_frame_paragraph (
      w, "state",
      eh_catalogue_get (page->words, N_ ("The person who runs the workshop says why:")));
  eh_phone_frame_theirs (w, "p", row->reason);
}

/* Links that say the same on the page say to a screen reader what they are about. */
static void
write_own_link (EhXmlWriter *w, const char *href, const char *text, const char *about)
{
  eh_xml_writer_start (w, "a");
  eh_xml_writer_attr (w, "class", "button");
  eh_xml_writer_attr (w, "href", href);
  eh_xml_writer_attr (w, "aria-describedby", about);
  eh_xml_writer_text (w, text);
  eh_xml_writer_end (w);
}

static void
write_sent (const EhPhonePage *page, EhXmlWriter *w, const EhPhoneSent *sent, guint n)
{
  const EhReceived *row = sent->row;
  g_autofree char *change = eh_phone_frame_own (page, row->id, "");
  g_autofree char *back = eh_phone_frame_own (page, row->id, "/back");
  g_autofree char *about = g_strdup_printf ("sent-%u", n);

  eh_xml_writer_start (w, "li");
  eh_xml_writer_attr (w, "class", "sent");
  if (row->state != EH_RECEIVED_STATE_TAKEN_BACK) {
    eh_xml_writer_start (w, "div");
    eh_xml_writer_attr (w, "id", about);
    eh_phone_frame_theirs (w, "p", row->text);
    eh_xml_writer_end (w);
  }
  eh_phone_frame_paragraph (w, "state", state_text (page, sent));
  write_reason (page, w, sent);
  if (row->state != EH_RECEIVED_STATE_TAKEN_BACK) {
    eh_xml_writer_start (w, "p");
    eh_xml_writer_attr (w, "class", "choices");
    write_own_link (w, change, eh_catalogue_get (page->words, N_ ("Change it")), about);
    write_own_link (w, back, eh_catalogue_get (page->words, N_ ("Take it back")), about);
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
}

/**
 * eh_phone_page_mine:
 * @page: what every page needs to know, with a phone
 * @sent: (element-type EhPhoneSent): what that phone sent, the newest first
 * @arrived: whether something has arrived just now
 *
 * Returns: (transfer full): the page that says that it arrived, and what else the phone sent
 */
GBytes *
eh_phone_page_mine (const EhPhonePage *page, GPtrArray *sent, gboolean arrived)
{
  const EhCatalogue *words = page->words;
  const char *heading = arrived ? eh_catalogue_get (words, N_ ("It arrived"))
                                : eh_catalogue_get (words, N_ ("What you sent from this phone"));
  g_autofree char *path = g_strconcat ("/", page->phone, NULL);
  g_autofree char *more_path = g_strconcat (path, "/more", NULL);
  g_autofree char *more = eh_phone_frame_link (page, more_path);
  EhXmlWriter *w = eh_phone_frame_begin (page, heading, path);

  eh_xml_writer_element (w, "h1", heading);
  if (arrived) {
    eh_xml_writer_start (w, "p");
    eh_xml_writer_attr (w, "id", "arrived");
    eh_xml_writer_attr (w, "role", "status");
    eh_xml_writer_text (w, eh_catalogue_get (words, N_ ("Thank you. Your words are safe on the "
                                                        "laptop of the workshop.")));
    eh_xml_writer_end (w);
  }
  eh_xml_writer_start (w, "p");
  eh_phone_frame_anchor (w, "button main", more,
                         eh_catalogue_get (words, N_ ("Write something else")));
  eh_xml_writer_end (w);
  if (page->view->letters) {
    g_autofree char *letter_path = g_strconcat (path, "/letter", NULL);
    g_autofree char *letter = eh_phone_frame_link (page, letter_path);

    eh_xml_writer_start (w, "p");
    eh_phone_frame_anchor (w, "button", letter, eh_catalogue_get (words, N_ ("What became of it")));
    eh_xml_writer_end (w);
  }
  if (arrived)
    eh_xml_writer_element (w, "h2", eh_catalogue_get (words, N_ ("What you sent from this phone")));
  eh_xml_writer_start (w, "ul");
  eh_xml_writer_attr (w, "class", "mine");
  eh_xml_writer_attr (w, "data-phone", page->phone);
  for (guint i = 0; i < sent->len; i++)
    write_sent (page, w, sent->pdata[i], i + 1);
  eh_xml_writer_end (w);
  eh_phone_frame_paragraph (
      w, "hint",
      eh_catalogue_get (words,
                        N_ ("Keep this page open, or make a bookmark, to come back to what "
                            "you sent. Whoever has the address of this page can change it.")));
  /* For a tablet that goes from hand to hand: the script shows it, for it is the script that keeps.
   */
  eh_xml_writer_start (w, "p");
  eh_xml_writer_attr (w, "id", "forget");
  eh_xml_writer_attr (w, "hidden", "hidden");
  eh_xml_writer_start (w, "button");
  eh_xml_writer_attr (w, "type", "button");
  eh_xml_writer_text (
      w, eh_catalogue_get (words, N_ ("Somebody else writes on this next: forget it here")));
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  return eh_phone_frame_end (w);
}

/**
 * eh_phone_page_take_back:
 * @page: what every page needs to know, with a phone
 * @row: what was sent
 * @stamp: of the form
 *
 * Returns: (transfer full): the page that asks whether it is meant
 */
GBytes *
eh_phone_page_take_back (const EhPhonePage *page, const EhReceived *row, const char *stamp)
{
  const EhCatalogue *words = page->words;
  const char *heading = eh_catalogue_get (words, N_ ("Take this back?"));
  g_autofree char *action = eh_phone_frame_own (page, row->id, "/back");
  g_autofree char *id = eh_id_to_string (row->id);
  g_autofree char *mine = g_strconcat ("/", page->phone, NULL);
  g_autofree char *path = g_strdup_printf ("%s/%s/back", mine, id);
  g_autofree char *leave = eh_phone_frame_link (page, mine);
  EhXmlWriter *w = eh_phone_frame_begin (page, heading, path);

  eh_xml_writer_element (w, "h1", heading);
  eh_phone_frame_theirs (w, "blockquote", row->text);
  eh_phone_frame_paragraph (
      w, NULL,
      eh_catalogue_get (words, N_ ("The words are erased from the laptop. That cannot be undone. "
                                   "What somebody has read, printed or copied before stays with "
                                   "them.")));
  eh_xml_writer_start (w, "form");
  eh_xml_writer_attr (w, "method", "post");
  eh_xml_writer_attr (w, "action", action);
  eh_phone_frame_hidden (w, "stamp", stamp);
  eh_phone_frame_button (w, "main", eh_catalogue_get (words, N_ ("Take it back")));
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "p");
  eh_phone_frame_anchor (w, NULL, leave, eh_catalogue_get (words, N_ ("Leave it as it was")));
  eh_xml_writer_end (w);
  return eh_phone_frame_end (w);
}

/**
 * eh_phone_page_wall:
 * @page: what every page needs to know, with a wall
 *
 * Returns: (transfer full): what may be told of what others said
 */
GBytes *
eh_phone_page_wall (const EhPhonePage *page)
{
  const EhCatalogue *words = page->words;
  const char *heading = eh_catalogue_get (words, N_ ("What others have said"));
  g_autofree char *form = eh_phone_frame_link (page, "");
  EhXmlWriter *w = eh_phone_frame_begin (page, heading, "/wall");

  eh_xml_writer_element (w, "h1", heading);
  if (page->view->wall->len == 0)
    eh_phone_frame_paragraph (w, NULL, eh_catalogue_get (words, N_ ("Nothing is here yet.")));
  eh_xml_writer_start (w, "ul");
  eh_xml_writer_attr (w, "class", "mine");
  for (guint i = 0; i < page->view->wall->len; i++) {
    const EhPublicInsight *insight = page->view->wall->pdata[i];

    if (insight->text == NULL)
      continue;
    eh_xml_writer_start (w, "li");
    eh_xml_writer_attr (w, "class", "sent");
    eh_phone_frame_theirs (w, "p", insight->text);
    if (!eh_text_is_blank (insight->credit)) {
      eh_xml_writer_start (w, "p");
      eh_xml_writer_attr (w, "class", "state");
      eh_xml_writer_attr (w, "dir", "auto");
      eh_xml_writer_text (w, insight->credit);
      eh_xml_writer_end (w);
    }
    eh_xml_writer_end (w);
  }
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "p");
  eh_phone_frame_anchor (w, "button main", form,
                         eh_catalogue_get (words, N_ ("Write something yourself")));
  eh_xml_writer_end (w);
  return eh_phone_frame_end (w);
}

static const struct {
  const char *heading;
  const char *text;
} notices[] = {
  [EH_PHONE_NOTICE_NOT_FOUND] = { N_ ("There is nothing here"),
                                  N_ ("The workshop may have ended, or the link was renewed. Scan "
                                      "the code on the wall again, or ask the person who runs the "
                                      "workshop.") },
  [EH_PHONE_NOTICE_WRONG_ADDRESS] = { N_ ("This is not the right address"),
                                      N_ ("Scan the code on the wall again.") },
  [EH_PHONE_NOTICE_NOT_UNDERSTOOD] = { N_ ("That could not be read"),
                                       N_ ("Go back: your words should still be there. Then send "
                                           "them again.") },
  [EH_PHONE_NOTICE_TOO_LARGE] = { N_ ("That is too much at once"),
                                  N_ ("Go back: your words should still be there. Send them in "
                                      "smaller parts.") },
  [EH_PHONE_NOTICE_BUSY] = { N_ ("Wait a moment"),
                             N_ ("A lot is being sent just now. Go back and try again in a few "
                                 "seconds.") },
  [EH_PHONE_NOTICE_NOT_SAVED] = { N_ ("That was not saved"),
                                  N_ ("The laptop could not save it just now. Go back and try again "
                                      "in a moment.") },
};

/**
 * eh_phone_page_notice:
 * @page: what every page needs to know
 * @notice: why
 *
 * Tells nothing of the project: whoever reads it may not know the link. It has no style and no
 * script of ours either, which only the link leads to.
 *
 * Returns: (transfer full): a page that says what to do
 */
GBytes *
eh_phone_page_notice (const EhPhonePage *page, EhPhoneNotice notice)
{
  EhXmlWriter *w = eh_xml_writer_new (EH_XML_DIALECT_HTML);
  const char *language = eh_catalogue_get_language (page->words);
  const char *heading = eh_catalogue_get (page->words, notices[notice].heading);
  GBytes *bytes;

  eh_xml_writer_start (w, "html");
  eh_xml_writer_attr (w, "lang", language);
  eh_xml_writer_attr (w, "dir", eh_language_is_rtl (language) ? "rtl" : "ltr");
  eh_xml_writer_start (w, "head");
  eh_xml_writer_start (w, "meta");
  eh_xml_writer_attr (w, "charset", "utf-8");
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "meta");
  eh_xml_writer_attr (w, "name", "viewport");
  eh_xml_writer_attr (w, "content", "width=device-width, initial-scale=1");
  eh_xml_writer_end (w);
  eh_xml_writer_element (w, "title", heading);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "body");
  eh_xml_writer_start (w, "main");
  eh_xml_writer_element (w, "h1", heading);
  eh_xml_writer_element (w, "p", eh_catalogue_get (page->words, notices[notice].text));
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  bytes = eh_xml_writer_finish (w);
  eh_xml_writer_free (w);
  return bytes;
}
