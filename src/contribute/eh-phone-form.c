/* The form on which people write, when they send something and when they change it. */

#include "eh-phone-page.h"

#include "config.h"
#include "eh-inbox.h"
#include "eh-phone-frame.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static const char *
own_question (const EhPhonePage *page)
{
  return eh_catalogue_get (page->words, N_ ("What would you like to say?"));
}

/* (transfer full) (nullable): the sentence for a problem */
static char *
problem_text (const EhPhonePage *page, const EhPhoneDraft *draft)
{
  const EhCatalogue *words = page->words;

  switch (draft->problem) {
  case EH_PHONE_PROBLEM_NO_WORDS:
    return g_strdup (eh_catalogue_get (words, N_ ("Write something before you send it")));
  case EH_PHONE_PROBLEM_TOO_LONG:
    return g_strdup_printf (eh_catalogue_get_plural (
                                words,
                                NN_ ("Your words are %u character too long. Make them shorter, or "
                                     "send them in two parts",
                                     "Your words are %u characters too long. Make them shorter, or "
                                     "send them in two parts"),
                                draft->number),
                            draft->number);
  case EH_PHONE_PROBLEM_CODE:
    return g_strdup (eh_catalogue_get (
        words, N_ ("There is no slip with that code. Look at it again, or leave it empty")));
  case EH_PHONE_PROBLEM_BUSY:
    return g_strdup_printf (
        eh_catalogue_get_plural (
            words,
            NN_ (
                "A lot is being sent just now. Your words are still here: wait %u second and send "
                "them again",
                "A lot is being sent just now. Your words are still here: wait %u seconds and send "
                "them again"),
            draft->number),
        draft->number);
  case EH_PHONE_PROBLEM_NOT_SAVED:
    return g_strdup (eh_catalogue_get (
        words, N_ ("The laptop could not save your words just now. They are still here: wait a "
                   "moment and send them again")));
  case EH_PHONE_PROBLEM_OLD_FORM:
    return g_strdup (eh_catalogue_get (
        words,
        N_ ("This page was too old to be sent. Your words are still here: send them again")));
  case EH_PHONE_PROBLEM_NONE:
  default:
    return NULL;
  }
}

static const char *
field_of (EhPhoneProblem problem)
{
  return problem == EH_PHONE_PROBLEM_CODE ? "code" : "text";
}

static gboolean
is_of_field (EhPhoneProblem problem)
{
  return problem == EH_PHONE_PROBLEM_CODE || problem == EH_PHONE_PROBLEM_NO_WORDS ||
         problem == EH_PHONE_PROBLEM_TOO_LONG;
}

static void
write_summary (const EhPhonePage *page,
               EhXmlWriter *w,
               const EhPhoneDraft *draft,
               const char *problem)
{
  eh_xml_writer_start (w, "div");
  eh_xml_writer_attr (w, "class", "problem");
  eh_xml_writer_attr (w, "role", "alert");
  eh_xml_writer_element (w, "h2", eh_catalogue_get (page->words, N_ ("It was not sent")));
  eh_xml_writer_start (w, "p");
  if (is_of_field (draft->problem)) {
    g_autofree char *href = g_strconcat ("#", field_of (draft->problem), NULL);

    eh_phone_frame_anchor (w, NULL, href, problem);
  } else {
    eh_xml_writer_text (w, problem);
  }
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static void
write_inline_problem (EhXmlWriter *w, const char *field, const char *problem)
{
  eh_xml_writer_start (w, "p");
  eh_xml_writer_attr (w, "class", "field-problem");
  eh_xml_writer_attr_printf (w, "id", "%s-problem", field);
  eh_xml_writer_text (w, problem);
  eh_xml_writer_end (w);
}

static void
write_label (EhXmlWriter *w, const char *field, const char *label, const char *hint)
{
  eh_xml_writer_start (w, "label");
  eh_xml_writer_attr (w, "for", field);
  eh_xml_writer_text (w, label);
  eh_xml_writer_end (w);
  if (hint == NULL)
    return;
  eh_xml_writer_start (w, "p");
  eh_xml_writer_attr (w, "class", "hint");
  eh_xml_writer_attr_printf (w, "id", "%s-hint", field);
  eh_xml_writer_text (w, hint);
  eh_xml_writer_end (w);
}

static void
write_described_by (EhXmlWriter *w, const char *field, gboolean wrong)
{
  if (wrong) {
    eh_xml_writer_attr_printf (w, "aria-describedby", "%s-hint %s-problem", field, field);
    eh_xml_writer_attr (w, "aria-invalid", "true");
  } else {
    eh_xml_writer_attr_printf (w, "aria-describedby", "%s-hint", field);
  }
}

static void
write_text (const EhPhonePage *page, EhXmlWriter *w, const EhPhoneDraft *draft, const char *problem)
{
  guint most = EH_INBOX_MAX_CHARS;
  g_autofree char *hint = g_strdup_printf (
      eh_catalogue_get_plural (page->words, NN_ ("Up to %u character.", "Up to %u characters."),
                               most),
      most);
  gboolean wrong = problem != NULL && is_of_field (draft->problem) &&
                   draft->problem != EH_PHONE_PROBLEM_CODE;

  write_label (w, "text", eh_catalogue_get (page->words, N_ ("Your words")), hint);
  if (wrong)
    write_inline_problem (w, "text", problem);
  eh_xml_writer_start (w, "textarea");
  eh_xml_writer_attr (w, "id", "text");
  eh_xml_writer_attr (w, "name", "text");
  eh_xml_writer_attr (w, "rows", "6");
  eh_xml_writer_attr (w, "dir", "auto");
  write_described_by (w, "text", wrong);
  eh_xml_writer_attr_printf (w, "data-most", "%u", most);
  /* TRANSLATORS: %s is how many characters may still be written; the page puts it in */
  eh_xml_writer_attr (w, "data-left", eh_catalogue_get (page->words, N_ ("Characters left: %s")));
  eh_xml_writer_text (w, draft->text);
  eh_xml_writer_end (w);
}

static void
write_option (EhXmlWriter *w, const char *value, const char *label, gboolean chosen)
{
  eh_xml_writer_start (w, "option");
  eh_xml_writer_attr (w, "value", value);
  if (chosen)
    eh_xml_writer_attr (w, "selected", "selected");
  eh_xml_writer_text (w, label);
  eh_xml_writer_end (w);
}

static void
begin_select (EhXmlWriter *w, const char *field, gboolean has_hint)
{
  eh_xml_writer_start (w, "select");
  eh_xml_writer_attr (w, "id", field);
  eh_xml_writer_attr (w, "name", field);
  if (has_hint)
    eh_xml_writer_attr_printf (w, "aria-describedby", "%s-hint", field);
}

static void
write_kind (const EhPhonePage *page, EhXmlWriter *w, EhInsightKind kind)
{
  write_label (w, "kind", eh_catalogue_get (page->words, N_ ("What is it? You may leave this out")),
               NULL);
  begin_select (w, "kind", FALSE);
  for (int i = 0; i < EH_INSIGHT_KIND_N_VALUES; i++)
    write_option (w, eh_vocabulary_key (&eh_insight_kind_vocabulary, i),
                  eh_catalogue_get_in (page->words, eh_insight_kind_vocabulary.context,
                                       eh_insight_kind_vocabulary.words[i].label),
                  i == (int) kind);
  eh_xml_writer_end (w);
}

static void
write_code (const EhPhonePage *page, EhXmlWriter *w, const EhPhoneDraft *draft, const char *problem)
{
  gboolean wrong = draft->problem == EH_PHONE_PROBLEM_CODE;

  write_label (w, "code", eh_catalogue_get (page->words, N_ ("The code on your slip")),
               eh_catalogue_get (page->words,
                                 N_ ("If you have a slip of paper. Only the person who runs the "
                                     "workshop knows whose slip it is.")));
  if (wrong)
    write_inline_problem (w, "code", problem);
  eh_xml_writer_start (w, "input");
  eh_xml_writer_attr (w, "type", "text");
  eh_xml_writer_attr (w, "id", "code");
  eh_xml_writer_attr (w, "name", "code");
  eh_xml_writer_attr (w, "value", draft->code);
  eh_xml_writer_attr (w, "dir", "ltr");
  eh_xml_writer_attr (w, "autocomplete", "off");
  eh_xml_writer_attr (w, "autocapitalize", "characters");
  eh_xml_writer_attr (w, "spellcheck", "false");
  write_described_by (w, "code", wrong);
  eh_xml_writer_end (w);
}

/* What a phone may wish; the rest is the facilitator's to talk about. */
static void
write_credit (const EhPhonePage *page, EhXmlWriter *w, EhCredit credit)
{
  static const EhCredit offered[] = {
    EH_CREDIT_ASK,      EH_CREDIT_NAMED,     EH_CREDIT_FIRST_NAME,
    EH_CREDIT_INITIALS, EH_CREDIT_ROLE_ONLY, EH_CREDIT_ANONYMOUS
  };

  write_label (w, "credit",
               eh_catalogue_get (page->words, N_ ("With a code: how may we name you?")), NULL);
  begin_select (w, "credit", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++) {
    const char *label = offered[i] == EH_CREDIT_ASK
                            ? eh_catalogue_get (page->words, N_ ("Ask me later"))
                            : eh_catalogue_get_in (page->words, eh_credit_vocabulary.context,
                                                   eh_credit_vocabulary.words[offered[i]].label);

    write_option (w, eh_vocabulary_key (&eh_credit_vocabulary, (int) offered[i]), label,
                  offered[i] == credit);
  }
  eh_xml_writer_end (w);
}

static void
write_group (const EhPhonePage *page, EhXmlWriter *w, EhId chosen)
{
  write_label (w, "group",
               page->view->has_slips
                   ? eh_catalogue_get (page->words, N_ ("Or choose a group"))
                   : eh_catalogue_get (page->words, N_ ("Choose a group, if you like")),
               NULL);
  begin_select (w, "group", FALSE);
  write_option (w, "", eh_catalogue_get (page->words, N_ ("I would rather not say")),
                chosen == EH_ID_NONE);
  for (guint i = 0; i < page->view->groups->len; i++) {
    const EhContributeGroup *group = page->view->groups->pdata[i];
    g_autofree char *id = eh_id_to_string (group->id);

    write_option (w, id, group->label, group->id == chosen);
  }
  eh_xml_writer_end (w);
}

static void
write_who (const EhPhonePage *page, EhXmlWriter *w, const EhPhoneDraft *draft, const char *problem)
{
  if (!page->view->has_slips && page->view->groups->len == 0) {
    eh_phone_frame_paragraph (
        w, "hint",
        eh_catalogue_get (page->words, N_ ("Nobody asks who you are, and nobody can tell.")));
    return;
  }
  eh_xml_writer_start (w, "fieldset");
  eh_xml_writer_element (w, "legend", eh_catalogue_get (page->words, N_ ("Who is this from?")));
  eh_phone_frame_paragraph (
      w, "hint",
      eh_catalogue_get (page->words, N_ ("You need not say. Nobody asks for your name here.")));
  if (page->view->has_slips) {
    write_code (page, w, draft, problem);
    write_credit (page, w, draft->credit);
  }
  if (page->view->groups->len > 0)
    write_group (page, w, draft->group);
  eh_xml_writer_end (w);
}

static void
write_what_happens (const EhPhonePage *page, EhXmlWriter *w)
{
  const EhCatalogue *words = page->words;

  eh_xml_writer_start (w, "section");
  eh_xml_writer_attr (w, "class", "what-happens");
  eh_xml_writer_attr (w, "aria-labelledby", "what-happens");
  eh_xml_writer_start (w, "h2");
  eh_xml_writer_attr (w, "id", "what-happens");
  eh_xml_writer_text (w, eh_catalogue_get (words, N_ ("What happens with what you write")));
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "ul");
  eh_xml_writer_element (
      w, "li",
      page->view->straight
          ? eh_catalogue_get (words,
                              N_ ("It becomes part of the workshop at once, and may be shown "
                                  "to everyone here."))
          : eh_catalogue_get (words, N_ ("The person who runs the workshop reads it first. Then it "
                                         "may be shown to everyone here.")));
  eh_xml_writer_element (
      w, "li",
      eh_catalogue_get (words, N_ ("It may be used in the guidance that the project writes.")));
  eh_xml_writer_element (
      w, "li",
      eh_catalogue_get (words, N_ ("You can change it or take it back on this phone while the page "
                                   "is open to the workshop.")));
  eh_xml_writer_end (w);
  eh_xml_writer_start (w, "p");
  eh_xml_writer_attr (w, "class", "careful");
  eh_xml_writer_element (w, "strong",
                         eh_catalogue_get (words, N_ ("This network is not private.")));
  eh_xml_writer_text (w, " ");
  eh_xml_writer_text (
      w, eh_catalogue_get (words, N_ ("Please write no names, and nothing about health that could "
                                      "point to a person.")));
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

static char *
title_for (const EhPhonePage *page, const char *heading, const char *problem)
{
  if (problem == NULL)
    return g_strdup (heading);
  /* TRANSLATORS: title of a page when what was sent has a fault; %s is the usual title */
  return g_strdup_printf (eh_catalogue_get (page->words, N_ ("Error: %s")), heading);
}

static void
begin_form (EhXmlWriter *w, const char *action, const EhPhonePage *page, const char *stamp)
{
  eh_xml_writer_start (w, "form");
  eh_xml_writer_attr (w, "method", "post");
  eh_xml_writer_attr (w, "action", action);
  eh_xml_writer_attr (w, "novalidate", "novalidate");
  eh_xml_writer_attr (
      w, "data-waiting",
      eh_catalogue_get (page->words,
                        N_ ("Not sent yet. Your words are kept on this phone, and are "
                            "sent as soon as the laptop answers. Leave this page open.")));
  eh_xml_writer_attr (w, "data-sending", eh_catalogue_get (page->words, N_ ("Sending …")));
  eh_phone_frame_hidden (w, "stamp", stamp);
}

static void
end_form (EhXmlWriter *w, const char *button)
{
  eh_phone_frame_button (w, "main", button);
  eh_xml_writer_start (w, "p");
  eh_xml_writer_attr (w, "id", "status");
  eh_xml_writer_attr (w, "role", "status");
  eh_xml_writer_end (w);
  eh_xml_writer_end (w);
}

/**
 * eh_phone_page_form:
 * @page: what every page needs to know
 * @draft: what stands in the form
 *
 * Returns: (transfer full): the page with the question
 */
GBytes *
eh_phone_page_form (const EhPhonePage *page, const EhPhoneDraft *draft)
{
  gboolean asked = !eh_text_is_blank (page->view->question);
  const char *heading = asked ? page->view->question : own_question (page);
  g_autofree char *problem = problem_text (page, draft);
  g_autofree char *title = title_for (page, heading, problem);
  g_autofree char *action = eh_phone_frame_link (page, "");
  g_autofree char *own = NULL;
  EhXmlWriter *w = eh_phone_frame_begin (page, title, "");

  if (problem != NULL)
    write_summary (page, w, draft, problem);
  if (asked)
    eh_phone_frame_of_project (page, w, "h1", NULL, heading);
  else
    eh_xml_writer_element (w, "h1", heading);
  write_what_happens (page, w);
  begin_form (w, action, page, draft->stamp);
  eh_phone_frame_hidden (w, "phone", draft->phone);
  write_text (page, w, draft, problem);
  write_kind (page, w, draft->kind);
  write_who (page, w, draft, problem);
  end_form (w, eh_catalogue_get (page->words, N_ ("Send")));
  /* Shown by the script when this phone has sent something before; without it there is no telling.
   */
  own = eh_phone_frame_link (page, "/");
  eh_xml_writer_start (w, "p");
  eh_xml_writer_attr (w, "id", "own");
  if (page->phone == NULL)
    eh_xml_writer_attr (w, "hidden", "hidden");
  else {
    g_free (own);
    own = g_strdup_printf ("%s/%s?lang=%s", page->root, page->phone,
                           eh_catalogue_get_language (page->words));
  }
  eh_phone_frame_anchor (w, NULL, own,
                         eh_catalogue_get (page->words, N_ ("What you sent from this phone")));
  eh_xml_writer_end (w);
  if (page->view->letters) {
    g_autofree char *letter = eh_phone_frame_link (page, "/letter");

    eh_xml_writer_start (w, "p");
    eh_phone_frame_anchor (w, NULL, letter,
                           eh_catalogue_get (page->words, N_ ("What became of what you wrote")));
    eh_xml_writer_end (w);
  }
  if (page->view->wall != NULL) {
    g_autofree char *wall = eh_phone_frame_link (page, "/wall");

    eh_xml_writer_start (w, "p");
    eh_phone_frame_anchor (w, NULL, wall,
                           eh_catalogue_get (page->words, N_ ("What others have said")));
    eh_xml_writer_end (w);
  }
  return eh_phone_frame_end (w);
}

/**
 * eh_phone_page_change:
 * @page: what every page needs to know
 * @row: what was sent
 * @draft: what stands in the form
 *
 * Returns: (transfer full): the page on which it is changed
 */
GBytes *
eh_phone_page_change (const EhPhonePage *page, const EhReceived *row, const EhPhoneDraft *draft)
{
  const char *heading = eh_catalogue_get (page->words, N_ ("Change what you sent"));
  g_autofree char *problem = problem_text (page, draft);
  g_autofree char *title = title_for (page, heading, problem);
  g_autofree char *action = eh_phone_frame_own (page, row->id, "");
  g_autofree char *id = eh_id_to_string (row->id);
  g_autofree char *path = g_strdup_printf ("/%s/%s", page->phone, id);
  g_autofree char *mine = g_strconcat ("/", page->phone, NULL);
  g_autofree char *back = eh_phone_frame_link (page, mine);
  EhXmlWriter *w = eh_phone_frame_begin (page, title, path);

  if (problem != NULL)
    write_summary (page, w, draft, problem);
  eh_xml_writer_element (w, "h1", heading);
  begin_form (w, action, page, draft->stamp);
  write_text (page, w, draft, problem);
  write_kind (page, w, draft->kind);
  end_form (w, eh_catalogue_get (page->words, N_ ("Save the change")));
  eh_xml_writer_start (w, "p");
  eh_phone_frame_anchor (w, NULL, back, eh_catalogue_get (page->words, N_ ("Leave it as it was")));
  eh_xml_writer_end (w);
  return eh_phone_frame_end (w);
}
