/* The letter to one person: its frame, its opening and its end. In it are that person's own words
 * and what the team wrote; where the team's words hold the name of somebody else, it is taken out,
 * and nobody is counted. */

#include "eh-letter-private.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static void
part_free (EhLetterPart *part)
{
  g_free (part->text);
  g_free (part->language);
  g_free (part->note);
  g_free (part);
}

static void
section_free (EhLetterSection *section)
{
  g_free (section->heading);
  g_ptr_array_unref (section->parts);
  g_free (section);
}

/**
 * eh_letter_section:
 * @m: a letter being made
 * @heading: (nullable): what the section is called; %NULL for the opening
 *
 * Begins a section.
 */
void
eh_letter_section (EhLetterMaker *m, const char *heading)
{
  EhLetterSection *section = g_new0 (EhLetterSection, 1);

  section->heading = g_strdup (heading);
  section->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  g_ptr_array_add (m->letter->sections, section);
}

/**
 * eh_letter_add:
 * @m: a letter being made
 * @kind: what it is
 * @text: a sentence in the letter's language
 *
 * Returns: (transfer none): the part, in the section that was begun last
 */
EhLetterPart *
eh_letter_add (EhLetterMaker *m, EhLetterPartKind kind, const char *text)
{
  EhLetterSection *section = m->letter->sections->pdata[m->letter->sections->len - 1];
  EhLetterPart *part = g_new0 (EhLetterPart, 1);

  part->kind = kind;
  part->text = g_strdup (text);
  g_ptr_array_add (section->parts, part);
  return part;
}

/**
 * eh_letter_add_own:
 * @text: what the reader said
 *
 * Returns: (transfer none): the part, as it was said, in the language in which it was said
 */
EhLetterPart *
eh_letter_add_own (EhLetterMaker *m, EhLetterPartKind kind, const char *text)
{
  g_autofree char *clean = eh_text_clean (text);
  EhLetterPart *part = eh_letter_add (m, kind, clean);

  part->language = g_strdup (m->theirs);
  return part;
}

/**
 * eh_letter_add_team:
 * @text: what the team wrote
 *
 * Returns: (transfer none): the part, with no name in it but the reader's
 */
EhLetterPart *
eh_letter_add_team (EhLetterMaker *m, EhLetterPartKind kind, const char *text)
{
  g_autofree char *safe = eh_letter_team_words (m, text);
  EhLetterPart *part = eh_letter_add (m, kind, safe);

  part->language = g_strdup (m->theirs);
  return part;
}

/**
 * eh_letter_note:
 * @part: a part
 * @note: a sentence to add to what is said of it
 */
void
eh_letter_note (EhLetterPart *part, const char *note)
{
  char *all = part->note != NULL ? g_strconcat (part->note, "\n", note, NULL) : g_strdup (note);

  g_free (part->note);
  part->note = all;
}

/**
 * eh_letter_team_words:
 * @text: what the team wrote
 *
 * Returns: (transfer full): the same with no name in it but the reader's, and nothing that others
 *   may not be quoted with
 */
char *
eh_letter_team_words (EhLetterMaker *m, const char *text)
{
  g_autofree char *clean = eh_text_clean (text);
  EhId reader = m->feedback->person != NULL ? m->feedback->person->id : EH_ID_NONE;
  g_autofree char *agreed = eh_unquotable_leave_out (
      eh_feedback_index_get_unquotable (m->index), clean, reader,
      eh_catalogue_get (m->words, N_ ("[words that may not be quoted]")));

  return eh_hidden_names_apply_for (
      eh_feedback_index_get_names (m->index), agreed, reader,
      /* TRANSLATORS: in a letter, stands where the team's words held the name of somebody else */
      eh_catalogue_get (m->words, N_ ("somebody else")));
}

/**
 * eh_letter_date:
 * @iso: an ISO date, or words
 *
 * Returns: (transfer full): the date as people write it in the letter's language; @iso itself where
 *   it is no date
 */
char *
eh_letter_date (EhLetterMaker *m, const char *iso)
{
  static const char *const months[] = {
    NC_ ("month in a date", "January"),   NC_ ("month in a date", "February"),
    NC_ ("month in a date", "March"),     NC_ ("month in a date", "April"),
    NC_ ("month in a date", "May"),       NC_ ("month in a date", "June"),
    NC_ ("month in a date", "July"),      NC_ ("month in a date", "August"),
    NC_ ("month in a date", "September"), NC_ ("month in a date", "October"),
    NC_ ("month in a date", "November"),  NC_ ("month in a date", "December"),
  };
  int year = 0;
  int month = 0;
  int day = 0;
  char rest;
  g_autofree char *days = NULL;
  g_autofree char *years = NULL;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d%c", &year, &month, &day, &rest) != 3 || month < 1 ||
      month > 12)
    return g_strdup (iso != NULL ? iso : "");
  days = g_strdup_printf ("%d", day);
  years = g_strdup_printf ("%d", year);
  /* TRANSLATORS: a date in a letter: day, month, year: "5 December 2025" */
  return g_strdup_printf (
      eh_catalogue_get_in (m->words, "date", NC_ ("date", "%1$s %2$s %3$s")), days,
      eh_catalogue_get_in (m->words, "month in a date", months[month - 1]), years);
}

/**
 * eh_letter_numbers:
 * @numbers: (element-type guint): numbers of what was said
 *
 * Returns: (transfer full): "1, 3"
 */
char *
eh_letter_numbers (GArray *numbers)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (out, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  return g_string_free (out, FALSE);
}

/* As the person asked; a greeting may end as letters begin in their language. */
static void
add_greeting (EhLetterMaker *m)
{
  const EhParticipant *person = m->feedback->person;
  g_autofree char *name = NULL;
  g_autofree char *greeting = NULL;

  if (person != NULL && !eh_text_is_blank (person->greeting)) {
    g_autofree char *line = eh_text_clean_line (person->greeting);

    greeting = g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (line + strlen (line))))
                   ? g_strconcat (line, ",", NULL)
                   : g_strdup (line);
  } else if (person != NULL && !eh_text_is_blank (person->name)) {
    name = eh_text_isolate (person->name);
    /* TRANSLATORS: how a letter begins; %s is a full name */
    greeting = g_strdup_printf (eh_catalogue_get (m->words, N_ ("Dear %s,")), name);
  } else {
    greeting = g_strdup (eh_catalogue_get (m->words, N_ ("Hello,")));
  }
  eh_letter_add (m, EH_LETTER_PARAGRAPH, greeting);
}

static char *
workshops_text (EhLetterMaker *m)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < m->feedback->workshops->len; i++) {
    const EhWorkshop *workshop = m->feedback->workshops->pdata[i];
    g_autofree char *safe = eh_letter_team_words (m, workshop->title);
    g_autofree char *title = eh_text_isolate (safe);
    g_autofree char *date = eh_letter_date (m, workshop->date);

    if (eh_text_is_blank (workshop->date))
      g_ptr_array_add (names, g_steal_pointer (&title));
    else
      /* TRANSLATORS: the title of a workshop, and its date */
      g_ptr_array_add (
          names, g_strdup_printf (eh_catalogue_get (m->words, N_ ("%1$s (%2$s)")), title, date));
  }
  return eh_text_join (names, "; ");
}

static void
add_thanks (EhLetterMaker *m)
{
  const EhFeedback *f = m->feedback;
  g_autofree char *project = eh_text_isolate (f->dataset->project->title);
  g_autofree char *workshops = workshops_text (m);
  g_autofree char *thanks = NULL;

  if (f->person == NULL) {
    eh_letter_add (m, EH_LETTER_PARAGRAPH,
                   eh_catalogue_get (m->words, N_ ("Thank you for what you wrote.")));
  } else {
    /* TRANSLATORS: %s is the title of a project */
    thanks = g_strdup_printf (
        eh_catalogue_get (m->words, N_ ("Thank you for the time and the experience that you gave "
                                        "to this work: %s.")),
        project);
    eh_letter_add (m, EH_LETTER_PARAGRAPH, thanks);
  }
  if (f->workshops->len > 0) {
    /* TRANSLATORS: %s is a list of workshops, each with its date */
    g_autofree char *where = g_strdup_printf (
        eh_catalogue_get (m->words, N_ ("You were with us at: %s.")), workshops);

    eh_letter_add (m, EH_LETTER_PARAGRAPH, where);
  }
  if (f->said->len == 0 && f->person != NULL)
    eh_letter_add (
        m, EH_LETTER_PARAGRAPH,
        eh_catalogue_get (m->words,
                          N_ ("We have written down nothing under your name. That does not mean "
                              "that you gave nothing: you may have spoken and nobody took a note, "
                              "and listening is a part of such work. Thank you all the same. If "
                              "something that you said is missing, tell us.")));
  else if (f->said->len > 0)
    eh_letter_add (
        m, EH_LETTER_PARAGRAPH,
        eh_catalogue_get (m->words, N_ ("This letter tells you what became of what you said. It "
                                        "holds nobody else’s words.")));
  if (f->dataset->project->sample)
    eh_letter_add (
        m, EH_LETTER_PARAGRAPH,
        eh_catalogue_get (m->words,
                          N_ ("This is a sample. Its people and their words are invented.")));
}

/* As letters end, by whoever the project is of. */
static void
add_farewell (EhLetterMaker *m)
{
  const EhProject *project = m->feedback->dataset->project;

  eh_letter_add (m, EH_LETTER_PARAGRAPH,
                 /* TRANSLATORS: how a letter ends; the name of whoever writes stands below */
                 eh_catalogue_get (m->words, N_ ("With our thanks and best wishes,")));
  eh_letter_add_own (m, EH_LETTER_PARAGRAPH,
                     eh_text_is_blank (project->host) ? project->title : project->host);
}

static void
add_contact (EhLetterMaker *m)
{
  const EhProject *project = m->feedback->dataset->project;

  eh_letter_section (m, eh_catalogue_get (m->words, N_ ("How to reach us")));
  if (eh_text_is_blank (project->contact))
    eh_letter_add (m, EH_LETTER_PARAGRAPH,
                   eh_catalogue_get (m->words, N_ ("Speak or write to whoever gave you this "
                                                   "letter.")));
  else
    eh_letter_add_own (m, EH_LETTER_PARAGRAPH, project->contact);
  eh_letter_add (
      m, EH_LETTER_PARAGRAPH,
      eh_catalogue_get (m->words, N_ ("Was this letter of use to you? Tell us what it leaves "
                                      "out, or in which other form you would like it.")));
  add_farewell (m);
}

static gboolean
same_language (const char *a, const char *b)
{
  gsize n = strcspn (a, "-_");

  return n == strcspn (b, "-_") && g_ascii_strncasecmp (a, b, n) == 0;
}

static const char *
wanted_language (const EhFeedback *feedback, const EhLetterOptions *options)
{
  if (options != NULL && options->language != NULL)
    return options->language;
  if (feedback->person != NULL && feedback->person->letter_language[0] != '\0')
    return feedback->person->letter_language;
  return feedback->dataset->project->language;
}

static void
begin (EhLetterMaker *m)
{
  EhLetter *letter = m->letter;
  const EhProject *project = m->feedback->dataset->project;
  g_autofree char *number = NULL;

  letter->words = m->words;
  letter->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  letter->large = m->feedback->person != NULL && m->feedback->person->letter_large;
  letter->project = g_strdup (project->title);
  letter->project_language = g_strdup (m->theirs);
  letter->host = eh_text_is_blank (project->host) ? NULL : g_strdup (project->host);
  letter->date = g_strdup (m->options->date);
  letter->date_text = letter->date != NULL ? eh_letter_date (m, letter->date) : NULL;
  letter->date_label = eh_catalogue_get (m->words, N_ ("Date"));
  if (m->options->slip != NULL) {
    number = g_strdup_printf ("%" G_GINT64_FORMAT, m->options->slip->number);
    /* TRANSLATORS: title of a letter; %s is the number of a slip of paper */
    letter->title = g_strdup_printf (
        eh_catalogue_get (m->words, N_ ("What became of what you wrote on slip %s")), number);
  } else if (m->feedback->said->len > 0) {
    letter->title = g_strdup (eh_catalogue_get (m->words, N_ ("What became of what you said")));
  } else {
    letter->title = g_strdup (eh_catalogue_get (m->words, N_ ("Thank you for taking part")));
  }
}

/**
 * eh_letter_words:
 * @index: a project
 * @feedback: facts about one person, or about what came from one slip
 * @options: (nullable): how
 *
 * Returns: (transfer full): the words that the letter is written in
 */
EhCatalogue *
eh_letter_words (EhFeedbackIndex *index, const EhFeedback *feedback, const EhLetterOptions *options)
{
  return eh_feedback_index_words (index, wanted_language (feedback, options));
}

/**
 * eh_letter_new:
 * @index: a project
 * @feedback: facts about one person, or about what came from one slip
 * @options: (nullable): how
 *
 * Returns: (transfer full): the letter
 */
EhLetter *
eh_letter_new (EhFeedbackIndex *index, const EhFeedback *feedback, const EhLetterOptions *options)
{
  static const EhLetterOptions usual = { NULL, NULL, NULL };
  const char *language = feedback->dataset->project->language;
  EhLetterMaker m = { .letter = g_atomic_rc_box_new0 (EhLetter),
                      .feedback = feedback,
                      .index = index,
                      .options = options != NULL ? options : &usual };

  m.words = eh_letter_words (index, feedback, m.options);
  if (language[0] != '\0' && !same_language (language, eh_catalogue_get_language (m.words)))
    m.theirs = language;
  begin (&m);
  eh_letter_section (&m, NULL);
  add_greeting (&m);
  add_thanks (&m);
  if (feedback->said->len > 0) {
    eh_letter_add_said (&m);
    eh_letter_add_done (&m);
    eh_letter_add_not_done (&m);
  }
  eh_letter_add_next (&m);
  eh_letter_add_choices (&m);
  eh_letter_add_payments (&m);
  add_contact (&m);
  return m.letter;
}

/**
 * eh_letter_to_plain:
 * @self: a letter
 *
 * Returns: (transfer full): its words, a line for each thing that it says
 */
char *
eh_letter_to_plain (const EhLetter *self)
{
  GString *out = g_string_new (self->title);

  for (guint i = 0; i < self->sections->len; i++) {
    const EhLetterSection *section = self->sections->pdata[i];

    if (section->heading != NULL)
      g_string_append_printf (out, "\n%s", section->heading);
    for (guint j = 0; j < section->parts->len; j++) {
      const EhLetterPart *part = section->parts->pdata[j];

      g_string_append_printf (out, "\n%s", part->text);
      if (part->note != NULL)
        g_string_append_printf (out, "\n%s", part->note);
    }
  }
  return g_string_free (out, FALSE);
}

EhLetter *
eh_letter_ref (EhLetter *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EhLetter *self = data;

  g_free (self->title);
  g_free (self->project);
  g_free (self->project_language);
  g_free (self->host);
  g_free (self->date);
  g_free (self->date_text);
  g_ptr_array_unref (self->sections);
  eh_catalogue_unref (self->words);
}

void
eh_letter_unref (EhLetter *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
