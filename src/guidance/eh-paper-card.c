/* What is cut apart, folded or put on a table: slips, question cards and name tents. */

#include "eh-paper-private.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PADDING (7 * EH_PAPER_MM)

/* --- Slips --- */

typedef struct {
  double x, y, width, height;
} Area;

static double
slip_head (EhPaperSheet *s, const EhSlip *slip, const Area *a)
{
  const EhPaperType number = { .tag = "H1", .size = s->body * 2.1, .bold = TRUE, .max_lines = 1 };
  const EhPaperType code = { .tag = "P", .size = s->body * 1.15, .bold = TRUE, .max_lines = 1 };
  const EhPaperType small = {
    .tag = "P", .size = MAX (9, s->body * 0.72), .soft = TRUE, .max_lines = 2
  };
  g_autofree char *digits = g_strdup_printf ("%d", (int) slip->number);
  g_autoptr (PangoLayout) measured = eh_paper_layout (s, &code, slip->code, a->width);
  double number_width = s->body * 4.2;
  double code_width;
  PangoRectangle box;
  double used;

  pango_layout_get_extents (measured, NULL, &box);
  code_width = box.width / (double) PANGO_SCALE + 6;
  used = eh_paper_words (s, &number, digits, a->x, a->y - s->body * 0.3, number_width);
  eh_paper_words (s, &code, slip->code, a->x + a->width - code_width, a->y + s->body * 0.2,
                  code_width);
  if (s->workshop != NULL)
    eh_paper_words (s, &small, s->workshop->title, a->x + number_width, a->y + s->body * 0.35,
                    a->width - number_width - code_width - 8);
  return used;
}

/* How to be named, and what happens with the words; from the bottom up. */
static double
slip_foot (EhPaperSheet *s, const Area *a)
{
  const EhPaperType small = { .tag = "P", .size = MAX (8.5, s->body * 0.7) };
  const EhPaperType strong = { .tag = "P", .size = small.size, .bold = TRUE };
  const char *how = _ ("Your words are typed up as you wrote them and may stand in what we write "
                       "together. Note the number: with it you can have them changed or taken "
                       "out.");
  const char *choices[] = {
    /* TRANSLATORS: choices on a slip of paper, after "If I am quoted, name me by" */
    C_ ("named by", "full name"),
    C_ ("named by", "first name"),
    C_ ("named by", "role only"),
    C_ ("named by", "no name"),
  };
  g_autoptr (PangoLayout) measured = eh_paper_layout (s, &small, how, a->width);
  double row = small.size * 1.6;
  double how_height = eh_paper_layout_height (measured);
  double height = how_height + 3 * row + small.size * 3.4;
  double y = a->y + a->height - height;

  eh_paper_words (s, &strong, _ ("If I am quoted, name me by:"), a->x, y, a->width);
  y += row;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    eh_paper_choice (s, &small, choices[i], a->x + (i % 2) * a->width / 2, y + (i / 2) * row,
                     a->width / 2);
  y += 2 * row + small.size * 1.2;
  eh_paper_words (s, &small, _ ("Name or role, if you wish:"), a->x, y - small.size * 0.4,
                  a->width * 0.5);
  eh_paper_line (s, a->x + a->width * 0.5, y + small.size * 0.9, a->width * 0.5, 0.6);
  eh_paper_words (s, &small, how, a->x, a->y + a->height - how_height, a->width);
  return height + s->body * 0.4;
}

static void
make_slip (EhPaperSheet *s, const EhSlip *slip, const Area *card)
{
  Area a = { card->x + PADDING, card->y + PADDING, card->width - 2 * PADDING,
             card->height - 2 * PADDING };
  const EhPaperType question = { .tag = "P", .size = s->body * 1.15, .bold = TRUE };
  double used = slip_head (s, slip, &a);
  double foot;

  a.y += used + 2;
  a.height -= used + 2;
  used = eh_paper_words_to_fit (s, question, MIN (s->body, 10), eh_paper_question (s), a.x, a.y,
                                a.width, a.height * 0.28);
  a.y += used;
  a.height -= used;
  foot = slip_foot (s, &a);
  for (double y = a.y + 8.5 * EH_PAPER_MM; y < a.y + a.height - foot; y += 8.5 * EH_PAPER_MM)
    eh_paper_line (s, a.x, y, a.width, 0.5);
}

void
eh_paper_make_slips (EhPaperSheet *s)
{
  gboolean few = s->options->points > 0 || s->options->size == EH_PAPER_A5;
  guint per_page = s->options->per_page > 0 ? s->options->per_page : few ? 2 : 4;
  guint columns = per_page > 2 ? 2 : 1;
  guint rows = MAX (per_page / columns, 1);
  double width = s->width / columns;
  double height = s->height / rows;
  double body = s->body;

  if (rows > 2)
    s->body = MIN (s->body, 11);
  for (guint i = 0; s->slips != NULL && i < s->slips->len; i++) {
    guint place = i % (columns * rows);
    Area card = { (place % columns) * width, (place / columns) * height, width, height };

    if (place == 0) {
      eh_paper_page (s);
      for (guint c = 1; c < columns; c++)
        eh_paper_dashes (s, c * width, 0, c * width, s->height);
      for (guint r = 1; r < rows; r++)
        eh_paper_dashes (s, 0, r * height, s->width, r * height);
    }
    make_slip (s, s->slips->pdata[i], &card);
  }
  if (s->slips == NULL || s->slips->len == 0) {
    eh_paper_page (s);
    eh_paper_paragraph (s, _ ("There are no slips yet."), FALSE);
  }
  s->body = body;
}

/* --- Question cards --- */

static void
prompt_card (EhPaperSheet *s, const char *above, const char *question)
{
  const EhPaperType small = {
    .tag = "P", .size = MAX (s->body * 1.3, 16), .soft = TRUE, .max_lines = 2
  };
  const EhPaperType large = { .tag = "H1", .size = 64, .bold = TRUE, .centred = TRUE };
  double x = EH_PAPER_MARGIN;
  double width = s->width - 2 * x;
  double foot = s->height - EH_PAPER_MARGIN - small.size * 3.4;
  double top;

  eh_paper_page (s);
  top = EH_PAPER_MARGIN + eh_paper_words (s, &small, above, x, EH_PAPER_MARGIN, width) + 12;
  if (eh_text_is_blank (question)) {
    for (double y = top + 40 * EH_PAPER_MM; y < foot - 20; y += 28 * EH_PAPER_MM)
      eh_paper_line (s, x, y, width, 0.8);
  } else {
    eh_paper_words_to_fit (s, large, 18, question, x, top, width, foot - top - 12);
  }
  eh_paper_line (s, x, foot, width, 1.2);
  eh_paper_words (s, &small,
                  _ ("Write it, draw it, or say it to somebody who writes it down for you."), x,
                  foot + small.size * 0.6, width);
}

void
eh_paper_make_prompts (EhPaperSheet *s)
{
  GPtrArray *activities = s->activities;
  guint made = 0;

  for (guint i = 0; i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];
    g_autofree char *above = NULL;

    if (eh_text_is_blank (activity->prompt))
      continue;
    made++;
    if (activity->minutes > 0)
      above = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s · %2$u minute",
                                            "%1$s · %2$u minutes", (gulong) activity->minutes),
                               activity->title, (guint) activity->minutes);
    prompt_card (s, above != NULL ? above : activity->title, activity->prompt);
  }
  if (made == 0)
    prompt_card (s, _ ("Write your question here:"), "");
}

/* --- Name tents --- */

/* A title before a name sets one person above another at the same table. */
static const char *
without_title (const char *name)
{
  /* TRANSLATORS: titles that are left out before a name on a table, with "|" between them */
  g_auto (GStrv) titles = g_strsplit (
      C_ ("titles before names",
          "Professor|Prof.|Prof|Doctor|Dr.|Dr|Mrs.|Mrs|Mr.|Mr|Ms.|Ms|Miss|Mx|Sir|Dame|Lord|Lady"),
      "|", -1);

  for (gboolean again = TRUE; again;) {
    again = FALSE;
    for (guint i = 0; titles[i] != NULL; i++) {
      gsize length = strlen (titles[i]);

      if (length == 0 || g_ascii_strncasecmp (name, titles[i], length) != 0 || name[length] != ' ')
        continue;
      name += length + strspn (name + length, " ");
      again = TRUE;
    }
  }
  return name;
}

static void
tent_side (EhPaperSheet *s, const char *name, const char *pronouns, double top, gboolean turned)
{
  double half = s->height / 2;
  double x = EH_PAPER_MARGIN;
  double width = s->width - 2 * x;
  double below = pronouns[0] != '\0' ? 44 : 0;
  EhPaperType large = { .tag = "H1", .size = 96, .bold = TRUE, .centred = TRUE, .turned = turned };
  EhPaperType small = { .tag = "P", .size = 26, .centred = TRUE, .turned = turned, .max_lines = 1 };
  double room = half - 2 * EH_PAPER_MARGIN - below;

  if (name[0] == '\0') {
    eh_paper_line (s, x, turned ? top + half * 0.4 : top + half * 0.6, width, 1);
    return;
  }
  eh_paper_words_to_fit (s, large, 26, name, x, top + EH_PAPER_MARGIN + (turned ? below : 0), width,
                         room);
  eh_paper_words (s, &small, pronouns, x,
                  turned ? top + EH_PAPER_MARGIN : top + half - EH_PAPER_MARGIN - below + 6, width);
}

static void
tent (EhPaperSheet *s, const char *name, const char *pronouns)
{
  double half = s->height / 2;

  eh_paper_page (s);
  tent_side (s, name, pronouns, 0, TRUE);
  tent_side (s, name, pronouns, half, FALSE);
  eh_paper_dashes (s, 0, half, s->width, half);
}

void
eh_paper_make_tents (EhPaperSheet *s)
{
  g_autoptr (GPtrArray) people = eh_paper_people (s);
  guint blank = s->options->blank;

  for (guint i = 0; i < people->len; i++) {
    const EhParticipant *person = people->pdata[i];
    const char *name = person->credit_name[0] != '\0' ? person->credit_name : person->name;

    tent (s, without_title (name), person->pronouns);
  }
  if (people->len == 0)
    blank = MAX (blank, 1);
  for (guint i = 0; i < blank; i++)
    tent (s, "", "");
}
