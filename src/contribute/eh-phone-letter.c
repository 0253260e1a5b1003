/* A letter on a phone, and the form that asks which slip it is about. */

#include "eh-phone-letter.h"

#include "config.h"
#include "eh-phone-frame.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static void
write_words (EhXmlWriter *w, const char *element, const EhLetterPart *part)
{
  eh_xml_writer_start (w, element);
  if (part->language != NULL)
    eh_xml_writer_attr (w, "lang", part->language);
  eh_xml_writer_attr (w, "dir", "auto");
  eh_xml_writer_text (w, part->text);
  eh_xml_writer_end (w);
}

static void
write_item (EhXmlWriter *w, const EhLetterPart *part)
{
  eh_xml_writer_start (w, "li");
  write_words (w, part->strong ? "strong" : "span", part);
  if (part->note != NULL)
    eh_phone_frame_paragraph (w, "state", part->note);
  eh_xml_writer_end (w);
}

static void
write_section (EhXmlWriter *w, const EhLetterSection *section)
{
  EhLetterPartKind before = EH_LETTER_PARAGRAPH;

  if (section->heading != NULL)
    eh_xml_writer_element (w, "h2", section->heading);
  for (guint i = 0; i < section->parts->len; i++) {
    const EhLetterPart *part = section->parts->pdata[i];

    if (before != EH_LETTER_PARAGRAPH && part->kind != before)
      eh_xml_writer_end (w);
    if (part->kind == EH_LETTER_PARAGRAPH) {
      write_words (w, "p", part);
    } else {
      if (part->kind != before)
        eh_xml_writer_start (w, part->kind == EH_LETTER_NUMBERED ? "ol" : "ul");
      write_item (w, part);
    }
    before = part->kind;
  }
  if (before != EH_LETTER_PARAGRAPH)
    eh_xml_writer_end (w);
}

/**
 * eh_phone_letter_page:
 * @page: what every page needs to know
 * @letter: what became of what came from a slip or a phone
 *
 * Returns: (transfer full): the letter as a page, without script
 */
GBytes *
eh_phone_letter_page (const EhPhonePage *page, const EhLetter *letter)
{
  g_autofree char *path = page->phone != NULL ? g_strdup_printf ("/%s/letter", page->phone)
                                              : g_strdup ("/letter");
  EhXmlWriter *w = eh_phone_frame_begin (page, letter->title, path);

  eh_xml_writer_element (w, "h1", letter->title);
  for (guint i = 0; i < letter->sections->len; i++)
    write_section (w, letter->sections->pdata[i]);
  return eh_phone_frame_end (w);
}

static char *
problem_text (const EhPhonePage *page, EhPhoneProblem problem, guint seconds)
{
  const EhCatalogue *words = page->words;

  if (problem == EH_PHONE_PROBLEM_CODE)
    return g_strdup (eh_catalogue_get (words, N_ ("There is no slip with that code. Look at it "
                                                  "once more.")));
  if (problem == EH_PHONE_PROBLEM_BUSY)
    return g_strdup_printf (
        eh_catalogue_get_plural (words,
                                 NN_ ("Many people ask at once. Try again in %u second.",
                                      "Many people ask at once. Try again in %u seconds."),
                                 MAX (seconds, 2)),
        MAX (seconds, 2));
  return g_strdup (eh_catalogue_get (words, N_ ("This page was too old. Send it once more.")));
}

/**
 * eh_phone_letter_form:
 * @page: what every page needs to know
 * @stamp: of the form
 * @problem: what was wrong with the code that was sent
 * @seconds: to wait, where that is the problem
 *
 * Returns: (transfer full): the page that asks for the code on a slip
 */
GBytes *
eh_phone_letter_form (const EhPhonePage *page,
                      const char *stamp,
                      EhPhoneProblem problem,
                      guint seconds)
{
  const EhCatalogue *words = page->words;
  const char *heading = eh_catalogue_get (words, N_ ("What became of what you wrote"));
  g_autofree char *action = eh_phone_frame_link (page, "/letter");
  EhXmlWriter *w = eh_phone_frame_begin (page, heading, "/letter");

  eh_xml_writer_element (w, "h1", heading);
  if (problem != EH_PHONE_PROBLEM_NONE) {
    g_autofree char *text = problem_text (page, problem, seconds);

    eh_xml_writer_start (w, "p");
    eh_xml_writer_attr (w, "class", "problem");
    eh_xml_writer_attr (w, "role", "alert");
    eh_xml_writer_text (w, text);
    eh_xml_writer_end (w);
  }
  eh_xml_writer_start (w, "form");
  eh_xml_writer_attr (w, "method", "post");
  eh_xml_writer_attr (w, "action", action);
  eh_xml_writer_start (w, "p");
  eh_xml_writer_start (w, "label");
  eh_xml_writer_attr (w, "for", "code");
  eh_xml_writer_text (w, eh_catalogue_get (words, N_ ("The code on your slip of paper")));
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "p");
  eh_xml_writer_start (w, "input");
  eh_xml_writer_attr (w, "id", "code");
  eh_xml_writer_attr (w, "name", "code");
  eh_xml_writer_attr (w, "type", "text");
  eh_xml_writer_attr (w, "autocomplete", "off");
  eh_xml_writer_attr (w, "autocapitalize", "characters");
  eh_xml_writer_attr (w, "spellcheck", "false");
  eh_xml_writer_attr (w, "maxlength", "20");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  eh_phone_frame_hidden (w, "stamp", stamp);
  eh_xml_writer_start (w, "p");
  eh_phone_frame_button (w, "main", eh_catalogue_get (words, N_ ("Show me")));
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
  return eh_phone_frame_end (w);
}
