/* What runs over pages: the sign-in sheet, the run sheet and the agenda, and what forms are made
 * with. */

#include "eh-paper-private.h"

#include "config.h"
#include "eh-schedule.h"
#include "eh-text.h"
#include "eh-unquotable.h"

#include <glib/gi18n-lib.h>

#define ROW (13 * EH_PAPER_MM)

static double
text_width (const EhPaperSheet *s)
{
  return s->width - 2 * EH_PAPER_MARGIN;
}

/**
 * eh_paper_room_for:
 * @height: of what comes
 *
 * Begins a page when it does not fit on this one.
 */
void
eh_paper_room_for (EhPaperSheet *s, double height)
{
  if (s->y > EH_PAPER_MARGIN && s->y + height > s->height - EH_PAPER_MARGIN)
    eh_paper_page (s);
}

static void
flow (EhPaperSheet *s, const EhPaperType *type, const char *words, double after)
{
  g_autoptr (PangoLayout) measured = NULL;

  if (eh_text_is_blank (words))
    return;
  measured = eh_paper_layout (s, type, words, text_width (s));
  eh_paper_room_for (s, eh_paper_layout_height (measured) + after);
  s->y += eh_paper_words (s, type, words, EH_PAPER_MARGIN, s->y, text_width (s));
}

/**
 * eh_paper_heading:
 * @level: 1 for the title
 *
 * Adds a heading, with room for what follows it.
 */
void
eh_paper_heading (EhPaperSheet *s, guint level, const char *words)
{
  const EhPaperType type = { .tag = level == 1 ? "H1" : "H2",
                             .size = s->body * (level == 1 ? 1.9 : 1.25),
                             .bold = TRUE };

  if (s->y > EH_PAPER_MARGIN)
    s->y += s->body * (level == 1 ? 1.4 : 1.0);
  flow (s, &type, words, s->body * 3);
  s->y += s->body * 0.35;
}

/**
 * eh_paper_paragraph:
 *
 * Adds a paragraph.
 */
void
eh_paper_paragraph (EhPaperSheet *s, const char *words, gboolean soft)
{
  const EhPaperType type = { .tag = "P", .size = s->body, .soft = soft };

  flow (s, &type, words, 0);
  s->y += s->body * 0.5;
}

/**
 * eh_paper_gap:
 * @bodies: how many times the size of plain text
 *
 * Leaves room.
 */
void
eh_paper_gap (EhPaperSheet *s, double bodies)
{
  s->y += s->body * bodies;
}

/**
 * eh_paper_when:
 * @workshop: (nullable): a workshop
 *
 * Returns: (transfer full): its day, times and place, as far as they are fixed
 */
char *
eh_paper_when (const EhWorkshop *workshop)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GDate date;

  if (workshop == NULL)
    return g_strdup ("");
  g_date_clear (&date, 1);
  if (workshop->date[0] != '\0')
    g_date_set_parse (&date, workshop->date);
  if (g_date_valid (&date)) {
    g_autoptr (GDateTime) day = g_date_time_new_local (
        g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);

    /* TRANSLATORS: a day on a form: "Tuesday 3 March 2026" */
    g_ptr_array_add (parts, g_date_time_format (day, C_ ("date", "%A %-d %B %Y")));
  }
  if (workshop->start_time[0] != '\0' && workshop->end_time[0] != '\0')
    /* TRANSLATORS: from one time of day to another */
    g_ptr_array_add (
        parts, g_strdup_printf (_ ("%1$s to %2$s"), workshop->start_time, workshop->end_time));
  else if (workshop->start_time[0] != '\0')
    g_ptr_array_add (parts, g_strdup (workshop->start_time));
  if (workshop->place[0] != '\0')
    g_ptr_array_add (parts, g_strdup (workshop->place));
  return eh_text_join (parts, " · ");
}

static gboolean
is_expected (EhPaperSheet *s, EhId participant_id)
{
  gboolean expected = FALSE;

  for (guint i = 0; i < s->dataset->invitations->len; i++) {
    const EhInvitation *row = s->dataset->invitations->pdata[i];

    if (row->workshop_id == s->workshop->id && row->participant_id == participant_id)
      expected = row->reply != EH_REPLY_NO;
  }
  for (guint i = 0; i < s->dataset->attendances->len; i++) {
    const EhAttendance *row = s->dataset->attendances->pdata[i];

    if (row->workshop_id == s->workshop->id && row->participant_id == participant_id)
      expected = row->status != EH_PRESENCE_APOLOGIES && row->status != EH_PRESENCE_ABSENT;
  }
  return expected;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(EhParticipant *const *) a)->name, (*(EhParticipant *const *) b)->name);
}

/**
 * eh_paper_people:
 *
 * Returns: (transfer container) (element-type EhParticipant): who is expected, by name: who was
 *   invited and has not declined, or is marked as present; without a workshop everybody. Who has
 *   withdrawn never is.
 */
GPtrArray *
eh_paper_people (EhPaperSheet *s)
{
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; i < s->dataset->participants->len; i++) {
    EhParticipant *person = s->dataset->participants->pdata[i];

    if (person->withdrawn_on[0] == '\0' && !eh_text_is_blank (person->name) &&
        (s->workshop == NULL || is_expected (s, person->id)))
      g_ptr_array_add (out, person);
  }
  g_ptr_array_sort (out, compare_names);
  return out;
}

static void
leave_out (EhPaperSheet *s, char **text)
{
  char *rest = eh_paper_agreed (s, *text);

  g_free (*text);
  *text = rest;
}

/**
 * eh_paper_agreed:
 * @text: what the team wrote
 *
 * Returns: (transfer full): @text without words that may not be quoted: paper lies about in a room
 */
char *
eh_paper_agreed (EhPaperSheet *s, const char *text)
{
  return eh_unquotable_leave_out (s->unquotable, text, EH_ID_NONE,
                                  _ ("[words that may not be quoted]"));
}

/**
 * eh_paper_read:
 * @s: paper of which the dataset alone is known
 * @workshop_id: for which workshop, or none
 *
 * Reads what stands on it, as far as everybody may.
 */
void
eh_paper_read (EhPaperSheet *s, EhId workshop_id)
{
  const EhWorkshop *workshop = eh_dataset_workshop (s->dataset, workshop_id);

  s->unquotable = eh_unquotable_new (s->dataset);
  s->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_activity_free);
  if (workshop == NULL)
    return;
  s->workshop = eh_workshop_copy (workshop);
  leave_out (s, &s->workshop->aim);
  leave_out (s, &s->workshop->access_notes);
  for (guint i = 0; i < s->dataset->activities->len; i++) {
    EhActivity *activity = s->dataset->activities->pdata[i];

    if (activity->workshop_id != workshop_id)
      continue;
    activity = eh_activity_copy (activity);
    leave_out (s, &activity->title);
    leave_out (s, &activity->prompt);
    g_ptr_array_add (s->activities, activity);
  }
}

/**
 * eh_paper_question:
 *
 * Returns: (transfer none): what is asked on a slip
 */
const char *
eh_paper_question (EhPaperSheet *s)
{
  const char *first = NULL;

  for (guint i = 0; i < s->activities->len; i++) {
    const EhActivity *activity = s->activities->pdata[i];

    if (eh_text_is_blank (activity->prompt))
      continue;
    if (activity->id == s->options->activity_id)
      return activity->prompt;
    if (first == NULL)
      first = activity->prompt;
  }
  if (first != NULL)
    return first;
  return _ ("What would you like to say?");
}

static void
begin_form (EhPaperSheet *s, const char *title)
{
  g_autofree char *when = eh_paper_when (s->workshop);

  eh_paper_page (s);
  eh_paper_heading (s, 1, s->workshop != NULL ? s->workshop->title : title);
  if (s->workshop != NULL)
    eh_paper_paragraph (s, title, FALSE);
  eh_paper_paragraph (s, when, TRUE);
}

/* --- The sign-in sheet --- */

typedef struct {
  double name, tick, sign;
  double row;
} Columns;

static void
sign_in_head (EhPaperSheet *s, const Columns *c)
{
  const EhPaperType strong = { .tag = "P", .size = s->body, .bold = TRUE, .max_lines = 2 };
  double x = EH_PAPER_MARGIN;

  eh_paper_gap (s, 0.5);
  eh_paper_words (s, &strong, _ ("Name"), x, s->y, c->name - 6);
  eh_paper_words (s, &strong, C_ ("sign-in sheet", "Here"), x + c->name, s->y, c->tick - 6);
  eh_paper_words (s, &strong, _ ("Signature"), x + c->name + c->tick, s->y, c->sign);
  s->y += s->body * 1.8;
  eh_paper_line (s, x, s->y, text_width (s), 1.2);
}

static void
sign_in_row (EhPaperSheet *s, const Columns *c, const char *name)
{
  const EhPaperType type = { .tag = "P", .size = s->body * 1.1 };
  double x = EH_PAPER_MARGIN;

  if (s->y + c->row > s->height - EH_PAPER_MARGIN) {
    eh_paper_page (s);
    sign_in_head (s, c);
  }
  eh_paper_words_to_fit (s, type, MIN (s->body, 10), name, x, s->y + c->row * 0.2, c->name - 10,
                         c->row * 0.75);
  eh_paper_tick (s, x + c->name + 4, s->y + c->row / 2 - s->body * 0.7, s->body * 1.4);
  s->y += c->row;
  eh_paper_line (s, x, s->y, text_width (s), 0.5);
}

void
eh_paper_make_sign_in (EhPaperSheet *s)
{
  g_autoptr (GPtrArray) people = eh_paper_people (s);
  guint blank = s->options->blank > 0 ? s->options->blank : 6;
  double width = text_width (s);
  Columns c = { .tick = s->body * 4.5, .row = MAX (ROW, s->body * 2.8) };

  c.name = (width - c.tick) * 0.5;
  c.sign = width - c.tick - c.name;
  begin_form (s, _ ("Sign-in sheet"));
  eh_paper_paragraph (
      s,
      _ ("This sheet shows who came. The team keeps it to itself. A tick is enough; a "
         "signature is not needed."),
      TRUE);
  sign_in_head (s, &c);
  for (guint i = 0; i < people->len; i++)
    sign_in_row (s, &c, ((EhParticipant *) people->pdata[i])->name);
  for (guint i = 0; i < blank; i++)
    sign_in_row (s, &c, "");
}

/* --- The run sheet and the agenda --- */

static char *
clock_of (gint64 minute)
{
  return minute < 0 ? g_strdup ("")
                    : g_strdup_printf ("%02d:%02d", (int) (minute / 60 % 24), (int) (minute % 60));
}

/* One line of the plan, its time at the side. It stays on one page. */
static void
plan_item (EhPaperSheet *s, const EhActivity *activity, gint64 minute, gboolean all)
{
  const EhPaperType strong = { .tag = "H2", .size = s->body * 1.1, .bold = TRUE };
  const EhPaperType plain = { .tag = "P", .size = s->body };
  const EhPaperType soft = { .tag = "P", .size = s->body * 0.92, .soft = TRUE };
  g_autofree char *clock = clock_of (minute);
  g_autofree char *length = NULL;
  g_autofree char *how = NULL;
  g_autofree char *needed = NULL;
  double side = s->body * 6.6;
  double x = EH_PAPER_MARGIN + side;
  double width = text_width (s) - side;
  const char *words[4] = { activity->title, activity->prompt, NULL, NULL };
  const EhPaperType *types[4] = { &strong, &plain, &soft, &soft };
  double height = s->body;
  double top;

  if (activity->minutes > 0)
    length = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", (gulong) activity->minutes),
        (guint) activity->minutes);
  if (all && activity->method != EH_METHOD_BREAK) {
    const char *method = eh_vocabulary_label (&eh_method_vocabulary, (int) activity->method);

    words[2] = how = activity->small_groups
                         /* TRANSLATORS: how people work: "Round · in small groups" */
                         ? g_strdup_printf (_ ("%s · in small groups"), method)
                         : g_strdup (method);
  }
  if (all && !eh_text_is_blank (activity->materials))
    /* TRANSLATORS: what to bring for an activity */
    words[3] = needed = g_strdup_printf (_ ("Needed: %s"), activity->materials);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (PangoLayout) measured = eh_paper_layout (s, types[i],
                                                        words[i] != NULL ? words[i] : "", width);

    if (!eh_text_is_blank (words[i]))
      height += eh_paper_layout_height (measured) + 3;
  }
  eh_paper_room_for (s, MAX (height, s->body * 4));
  eh_paper_line (s, EH_PAPER_MARGIN, s->y, text_width (s), 0.5);
  s->y += s->body * 0.5;
  if (clock[0] != '\0')
    eh_paper_words (s, &strong, clock, EH_PAPER_MARGIN, s->y, side - 6);
  if (length != NULL)
    eh_paper_words (s, &soft, length, EH_PAPER_MARGIN,
                    s->y + (clock[0] != '\0' ? s->body * 1.6 : 0), side - 6);
  top = s->y;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!eh_text_is_blank (words[i]))
      s->y += eh_paper_words (s, types[i], words[i], x, s->y, width) + 3;
  s->y = MAX (s->y, top + s->body * (length != NULL ? 3 : 1.6));
  s->y += s->body * 0.5;
}

static void
make_plan (EhPaperSheet *s, gboolean all)
{
  GPtrArray *activities = s->activities;
  gint64 minute = s->workshop != NULL ? eh_schedule_minute_of (s->workshop->start_time) : -1;

  for (guint i = 0; i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];

    plan_item (s, activity, minute, all);
    if (minute >= 0)
      minute += activity->minutes;
  }
  if (activities->len == 0) {
    eh_paper_paragraph (s, _ ("Nothing is planned yet."), TRUE);
    return;
  }
  eh_paper_line (s, EH_PAPER_MARGIN, s->y, text_width (s), 0.5);
  if (minute >= 0) {
    g_autofree char *clock = clock_of (minute);
    /* TRANSLATORS: the time at which the plan ends */
    g_autofree char *end = g_strdup_printf (_ ("We end at %s."), clock);

    eh_paper_gap (s, 0.6);
    eh_paper_paragraph (s, end, FALSE);
  }
}

void
eh_paper_make_run_sheet (EhPaperSheet *s)
{
  gboolean first = TRUE;

  begin_form (s, _ ("Run sheet"));
  if (s->workshop != NULL)
    eh_paper_paragraph (s, s->workshop->aim, FALSE);
  make_plan (s, TRUE);
  for (guint i = 0; s->workshop != NULL && i < s->dataset->ground_rules->len; i++) {
    const EhGroundRule *rule = s->dataset->ground_rules->pdata[i];
    g_autofree char *text = eh_paper_agreed (s, rule->text);

    if (first)
      eh_paper_heading (s, 2, _ ("What we agreed"));
    first = FALSE;
    eh_paper_paragraph (s, text, FALSE);
  }
}

void
eh_paper_make_agenda (EhPaperSheet *s)
{
  begin_form (s, _ ("What will happen"));
  if (s->workshop != NULL)
    eh_paper_paragraph (s, s->workshop->aim, FALSE);
  make_plan (s, FALSE);
  eh_paper_paragraph (s,
                      _ ("You can take a break, leave out a question or leave at any time, and you "
                         "need not say why."),
                      FALSE);
  if (s->workshop != NULL && !eh_text_is_blank (s->workshop->access_notes)) {
    eh_paper_heading (s, 2, _ ("Getting there and around"));
    eh_paper_paragraph (s, s->workshop->access_notes, FALSE);
  }
  if (!eh_text_is_blank (s->dataset->project->contact)) {
    eh_paper_heading (s, 2, _ ("Questions"));
    eh_paper_paragraph (s, s->dataset->project->contact, FALSE);
  }
}
