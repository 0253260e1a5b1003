/* The consent form: layered, each choice by itself, nothing ticked beforehand, and the limits of a
 * withdrawal said before anybody signs. Whoever changes these words changes
 * EH_PAPER_CONSENT_WORDING. */

#include "eh-paper-private.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *question;
  const char *answers[6];
} Choice;

#define YES_NO                                                                                     \
  {                                                                                                \
    N_ ("Yes"), N_ ("No")                                                                          \
  }
#define EACH_TIME                                                                                  \
  {                                                                                                \
    N_ ("Yes"), N_ ("No"), N_ ("Ask me each time")                                                 \
  }

static const Choice choices[] = {
  { N_ ("I want to take part."), YES_NO },
  { N_ ("The team may take notes of what I say."), YES_NO },
  { N_ ("The team may record the sound."), EACH_TIME },
  { N_ ("The team may take photographs that I am in."), EACH_TIME },
  { N_ ("The team may film."), EACH_TIME },
  { N_ ("My words in what is published:"),
    { N_ ("Do not use them"), N_ ("In other words than mine"),
      N_ ("As I said them, without a name"), N_ ("As I said them, under a name that is not mine"),
      N_ ("As I said them, with my name") } },
  { N_ ("Before my words are used, show them to me."), YES_NO },
  { N_ ("Thank me in what is published by:"),
    { N_ ("Full name"), N_ ("First name"), N_ ("Initials"), N_ ("Another name that I choose"),
      N_ ("My role only"), N_ ("No name at all") } },
  { N_ ("I would like to be an author of what is written."),
    { N_ ("Yes"), N_ ("No, but thank me"), N_ ("No"), N_ ("Ask me later") } },
  { N_ ("My words may be used:"),
    { N_ ("For this work only"), N_ ("Later by the same team"),
      N_ ("By anybody, under an open licence") } },
  { N_ ("Afterwards the team may write to me:"),
    { N_ ("Not at all"), N_ ("About this work"), N_ ("About other chances to take part") } },
  { N_ ("What I say of my health, beliefs or background may be kept with my words. This is a "
        "separate choice; you can take part without it."),
    YES_NO },
};

static double
answer_width (EhPaperSheet *s, const EhPaperType *type, const char *words, double most)
{
  g_autoptr (PangoLayout) layout = eh_paper_layout (s, type, words, most);
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  return MIN (most, box.width / (double) PANGO_SCALE + type->size * 3.2);
}

static void
add_choice (EhPaperSheet *s, guint number, const Choice *choice)
{
  const EhPaperType strong = { .tag = "P", .size = s->body, .bold = TRUE };
  const EhPaperType plain = { .tag = "P", .size = s->body };
  double left = EH_PAPER_MARGIN + s->body * 1.9;
  double right = s->width - EH_PAPER_MARGIN;
  double row = s->body * 1.75;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) measured = eh_paper_layout (s, &strong, _ (choice->question),
                                                      right - left);
  double x = left;
  double high = 0;

  eh_paper_room_for (s, eh_paper_layout_height (measured) + 3 * row);
  eh_paper_words (s, &strong, digits, EH_PAPER_MARGIN, s->y, left - EH_PAPER_MARGIN);
  s->y += eh_paper_words (s, &strong, _ (choice->question), left, s->y, right - left) + 3;
  for (guint i = 0; i < G_N_ELEMENTS (choice->answers) && choice->answers[i] != NULL; i++) {
    const char *words = _ (choice->answers[i]);
    double width = answer_width (s, &plain, words, right - left);

    if (x > left && x + width > right) {
      x = left;
      s->y += MAX (row, high);
      high = 0;
    }
    high = MAX (high, eh_paper_choice (s, &plain, words, x, s->y, width));
    x += width;
  }
  s->y += MAX (row, high) + s->body * 0.45;
}

static void
add_line (EhPaperSheet *s, const char *label)
{
  const EhPaperType plain = { .tag = "P", .size = s->body };
  double width = s->width - 2 * EH_PAPER_MARGIN;
  double room = width * 0.4;
  g_autoptr (PangoLayout) measured = eh_paper_layout (s, &plain, label, room - 8);
  double height = MAX (eh_paper_layout_height (measured), s->body * 1.6);

  eh_paper_room_for (s, s->body * 1.4 + height);
  s->y += s->body * 1.4;
  eh_paper_words (s, &plain, label, EH_PAPER_MARGIN, s->y, room - 8);
  s->y += height;
  eh_paper_line (s, EH_PAPER_MARGIN + room, s->y, width - room, 0.7);
}

static void
add_signatures (EhPaperSheet *s)
{
  eh_paper_room_for (s, s->body * 19);
  eh_paper_heading (s, 2, _ ("Signed"));
  add_line (s, _ ("My name"));
  add_line (s, _ ("The name to print, if another"));
  add_line (s, _ ("Signature or mark"));
  add_line (s, _ ("Date"));
  add_line (s, _ ("If it was read out or filled in with help: by whom"));
}

void
eh_paper_make_consent (EhPaperSheet *s)
{
  const EhProject *project = s->dataset->project;
  /* TRANSLATORS: at the end of a form: which version of its words this is */
  g_autofree char *wording = g_strdup_printf (_ ("Wording of this form: %s"),
                                              EH_PAPER_CONSENT_WORDING);

  eh_paper_page (s);
  eh_paper_heading (s, 1, project->title);
  eh_paper_paragraph (s, _ ("Consent form"), FALSE);
  eh_paper_paragraph (s, project->aim, FALSE);
  eh_paper_paragraph (
      s,
      _ ("Each question is a choice by itself. You can say yes to some and no to "
         "others, leave any of them empty, and change your mind later. Nothing is "
         "ticked for you. Ask for this form in large print or to have it read out."),
      FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    add_choice (s, i + 1, &choices[i]);
  eh_paper_room_for (s, s->body * 12);
  eh_paper_heading (s, 2, _ ("If you change your mind"));
  eh_paper_paragraph (
      s,
      _ ("You can stop at any time and need not say why. Then we delete your words "
         "and what we know of you as far as we can, and tell you what we did. What "
         "has been published or given to others by then cannot be called back; the "
         "next version will leave it out. Copies on paper and old safety copies are "
         "destroyed where we can reach them."),
      FALSE);
  eh_paper_paragraph (s,
                      _ ("Saying no, or stopping, changes nothing about your care, your job or "
                         "what you are paid for today."),
                      FALSE);
  eh_paper_heading (s, 2, _ ("Whom to ask"));
  if (eh_text_is_blank (project->contact))
    add_line (s, _ ("Name, telephone, address"));
  else
    eh_paper_paragraph (s, project->contact, FALSE);
  eh_paper_paragraph (s, project->host, FALSE);
  if (!eh_text_is_blank (project->ethics_ref)) {
    /* TRANSLATORS: %s is the reference of an ethical approval */
    g_autofree char *ethics = g_strdup_printf (_ ("Ethical approval: %s"), project->ethics_ref);

    eh_paper_paragraph (s, ethics, TRUE);
  }
  add_signatures (s);
  eh_paper_gap (s, 0.6);
  eh_paper_paragraph (s, wording, TRUE);
}
