/* A table of people. Its fields: name (or a given and a family name), group, role, organisation,
 * pseudonym, credit, consent, biography, the workshops that they attended, by title and separated
 * by semicolons, and how they want to hear what became of what they said: contact, keep-in-touch,
 * greeting, letter-format, letter-language, large-print. */

#include "eh-import.h"

#include "config.h"
#include "eh-import-columns.h"
#include "eh-import-words.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define MAX_BIOGRAPHY_WORDS 60

enum {
  NAME,
  GIVEN,
  FAMILY,
  GROUP,
  ROLE,
  ORGANISATION,
  PSEUDONYM,
  CREDIT,
  CONSENT,
  BIOGRAPHY,
  WORKSHOPS,
  CONTACT,
  CONTACT_AFTER,
  GREETING,
  LETTER_FORMAT,
  LETTER_LANGUAGE,
  LARGE_PRINT,
  N_FIELDS
};

/* The formatter takes NC_ for the opening of a block. */
/* clang-format off */
static const EhImportField fields[N_FIELDS] = {
  [NAME] = { "name", NC_ ("column", "Name"),
    { "full-name", "your-name", "display-name", "participant-name", "participant", "person",
      "people", "contributor", "attendee", "member", "who" } },
  [GIVEN] = { "given-name", NC_ ("column", "Given name"),
    { "first-name", "forename", "first" } },
  [FAMILY] = { "family-name", NC_ ("column", "Family name"),
    { "surname", "last-name", "last" } },
  [GROUP] = { "group", NC_ ("column", "Group"),
    { "role-group", "stakeholder-group", "stakeholder", "participant-group", "which-group",
      "your-group", "constituency" } },
  [ROLE] = { "role", NC_ ("column", "Role"),
    { "job-title", "job", "position", "occupation", "your-role", "role-detail" } },
  [ORGANISATION] = { "organisation", NC_ ("column", "Organisation"),
    { "organization", "org", "employer", "affiliation", "institution", "company", "workplace" } },
  [PSEUDONYM] = { "pseudonym", NC_ ("column", "Pseudonym"),
    { "alias", "known-as", "chosen-name", "code-name" } },
  [CREDIT] = { "credit", NC_ ("column", "Credit"),
    { "credit-as", "how-named", "naming", "acknowledgement", "acknowledge-as",
      "credit-preference" } },
  [CONSENT] = { "consent", NC_ ("column", "Consent"),
    { "consented", "consent-given", "quote", "quotes", "quote-level", "may-we-quote-you" } },
  [BIOGRAPHY] = { "biography", NC_ ("column", "Biography"),
    { "bio", "about", "about-you", "about-me", "short-biography" } },
  [WORKSHOPS] = { "workshops", NC_ ("column", "Workshops"),
    { "workshop", "attended", "workshops-attended", "sessions", "session", "meetings",
      "meeting" } },
  [CONTACT] = { "contact", NC_ ("column", "How to reach them"),
    { "contact-by", "contact-preference", "preferred-contact", "preferred-contact-method",
      "contact-method", "how-to-reach-them", "how-to-contact", "how-to-contact-you",
      "hear-back-by", "hear-back", "feedback-by", "letter-by", "send-by" } },
  [CONTACT_AFTER] = { "keep-in-touch", NC_ ("column", "Keep in touch"),
    { "contact-after", "stay-in-touch", "may-we-contact-you", "contact-afterwards", "follow-up",
      "wants-letter", "wants-a-letter", "wants-feedback", "feedback-wanted" } },
  [GREETING] = { "greeting", NC_ ("column", "Greeting"),
    { "salutation", "dear", "how-to-greet", "how-to-greet-them", "form-of-address" } },
  [LETTER_FORMAT] = { "letter-format", NC_ ("column", "Form of the letter"),
    { "letter-as", "letter", "letters", "format", "preferred-format", "feedback-format",
      "form-of-the-letter", "format-of-letter" } },
  [LETTER_LANGUAGE] = { "letter-language", NC_ ("column", "Language of the letter"),
    { "language", "preferred-language", "language-preference", "feedback-language",
      "language-of-the-letter", "language-of-letter" } },
  [LARGE_PRINT] = { "large-print", NC_ ("column", "Large print"),
    { "large", "letter-large", "in-large-print", "print-size", "font-size", "text-size" } },
};
/* clang-format on */

static void
set_line (char **place, const EhCsv *csv, guint row, int column)
{
  g_free (*place);
  *place = eh_text_clean_line (eh_csv_cell (csv, row, column));
}

static char *
read_name (const EhCsv *csv, guint row, const int *columns)
{
  g_autofree char *both = NULL;

  if (columns[NAME] >= 0)
    return eh_text_clean_line (eh_csv_cell (csv, row, columns[NAME]));
  both = g_strjoin (" ", eh_csv_cell (csv, row, columns[GIVEN]),
                    eh_csv_cell (csv, row, columns[FAMILY]), NULL);
  return eh_text_clean_line (both);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      n++;
  return n;
}

static void
read_choices (
    const EhCsv *csv, guint row, const int *columns, EhImportPerson *person, EhImportPlan *plan)
{
  const char *credit = eh_csv_cell (csv, row, columns[CREDIT]);
  const char *consent = eh_csv_cell (csv, row, columns[CONSENT]);
  guint n_words = count_words (person->biography);

  if (!eh_text_is_blank (credit) && !eh_import_find_credit (credit, &person->credit)) {
    g_autofree char *shown = eh_import_show (credit);

    eh_import_plan_warn (plan, person->line,
                         _ ("“%s” is no way of being credited; it is left to be asked."), shown);
  }
  if (!eh_text_is_blank (consent) && !eh_import_read_consent (consent, person)) {
    g_autofree char *shown = eh_import_show (consent);

    eh_import_plan_warn (plan, person->line,
                         _ ("“%s” is no consent that is understood; it is left to be asked."),
                         shown);
  }
  if (n_words > MAX_BIOGRAPHY_WORDS)
    eh_import_plan_warn (
        plan, person->line,
        g_dngettext (GETTEXT_PACKAGE, "The biography has %u word; the limit for everyone is 60.",
                     "The biography has %u words; the limit for everyone is 60.", n_words),
        n_words);
}

static void
not_understood (EhImportPlan *plan, guint line, const char *message, const char *cell)
{
  g_autofree char *shown = eh_import_show (cell);
  g_autoptr (GString) text = g_string_new (message);

  g_string_replace (text, "%s", shown, 1);
  eh_import_plan_warn (plan, line, "%s", text->str);
}

static void
read_contact (
    const EhCsv *csv, guint row, const int *columns, EhImportPerson *person, EhImportPlan *plan)
{
  const char *contact = eh_csv_cell (csv, row, columns[CONTACT]);
  const char *after = eh_csv_cell (csv, row, columns[CONTACT_AFTER]);
  gboolean is_address = FALSE;

  if (!eh_text_is_blank (contact) &&
      !eh_import_read_contact (contact, &person->contact_by, &is_address))
    not_understood (plan, person->line,
                    _ ("“%s” is no way of hearing back that is understood (email, post, phone, "
                       "text, supporter); it is left to be asked."),
                    contact);
  if (is_address)
    eh_import_plan_warn (plan, person->line, "%s",
                         _ ("An address stands where the way of hearing back would. The way was "
                            "read from it; the address is not kept."));
  if (!eh_text_is_blank (after) && !eh_import_find_contact_after (after, &person->contact_after))
    not_understood (plan, person->line,
                    _ ("“%s” does not say whether they want to be written to (no, about_this, "
                       "other_opportunities); it is left to be asked."),
                    after);
}

/* How they want their letter. */
static void
read_wishes (
    const EhCsv *csv, guint row, const int *columns, EhImportPerson *person, EhImportPlan *plan)
{
  const char *format = eh_csv_cell (csv, row, columns[LETTER_FORMAT]);
  const char *language = eh_csv_cell (csv, row, columns[LETTER_LANGUAGE]);
  const char *large = eh_csv_cell (csv, row, columns[LARGE_PRINT]);
  g_autofree char *tag = NULL;

  set_line (&person->greeting, csv, row, columns[GREETING]);
  if (!eh_text_is_blank (format) && !eh_import_read_letter_format (format, person))
    not_understood (plan, person->line,
                    _ ("“%s” is no form that letters are made in (odt, docx, pdf, html, print); it "
                       "is left to be asked."),
                    format);
  if (!eh_text_is_blank (language)) {
    tag = eh_import_find_language (language);
    if (tag != NULL)
      eh_set_str (&person->letter_language, tag);
    else
      not_understood (plan, person->line,
                      _ ("“%s” is no language that is known here; their letter is in that of the "
                         "project until another is chosen."),
                      language);
  }
  if (!eh_text_is_blank (large) && !eh_import_read_large (large, &person->letter_large))
    not_understood (plan, person->line,
                    _ ("“%s” does not say whether they want large print (yes, no, or a size in "
                       "points); the usual size is taken."),
                    large);
}

static void
read_row (const EhCsv *csv, guint row, const EhImportColumns *matched, EhImportPlan *plan)
{
  const int *columns = matched->of_field;
  g_autofree char *name = read_name (csv, row, columns);
  EhImportPerson *person;

  if (!eh_import_columns_fit (matched, csv, row, plan))
    return;
  if (*name == '\0') {
    plan->skipped++;
    eh_import_plan_warn (plan, eh_csv_line (csv, row), "%s", _ ("Left out: there is no name."));
    return;
  }
  person = eh_import_plan_add_person (plan, eh_csv_line (csv, row));
  eh_set_str (&person->name, name);
  set_line (&person->group, csv, row, columns[GROUP]);
  set_line (&person->role, csv, row, columns[ROLE]);
  set_line (&person->organisation, csv, row, columns[ORGANISATION]);
  set_line (&person->pseudonym, csv, row, columns[PSEUDONYM]);
  g_free (person->biography);
  person->biography = eh_text_clean (eh_csv_cell (csv, row, columns[BIOGRAPHY]));
  person->workshops = eh_import_split (eh_csv_cell (csv, row, columns[WORKSHOPS]));
  read_choices (csv, row, columns, person, plan);
  read_contact (csv, row, columns, person, plan);
  read_wishes (csv, row, columns, person, plan);
}

/**
 * eh_import_people_csv:
 * @bytes: a table
 * @options: what was asked
 *
 * A row without a name is left out and named. A credit or consent that is not understood is left to
 * be asked, and named: see eh_import_read_consent() for what is.
 *
 * Returns: (transfer full): what it would add; with an error when it has no column for the name, or
 *   is no table
 */
EhImportPlan *
eh_import_people_csv (GBytes *bytes, const EhImportOptions *options)
{
  EhImportPlan *plan = eh_import_plan_new ();
  g_autoptr (EhCsv) csv = eh_import_open_csv (bytes, plan);
  g_auto (EhImportColumns) columns = { NULL };

  eh_set_str (&plan->default_group, options->group != NULL ? options->group : "");
  eh_set_str (&plan->default_workshop, options->workshop != NULL ? options->workshop : "");
  if (csv == NULL)
    return plan;
  eh_import_columns_match (&columns, csv, fields, N_FIELDS, options, plan);
  if (columns.of_field[NAME] < 0 && columns.of_field[GIVEN] < 0) {
    g_autofree char *names = eh_import_columns_list (csv, &columns, FALSE);

    eh_import_plan_fail (plan, 1,
                         _ ("No column holds the names of people. Say which does; the columns "
                            "are: %s."),
                         names);
  }
  if (plan->errors->len > 0)
    return plan;
  eh_import_columns_warn_left (&columns, csv, plan);
  for (guint row = 0; row < eh_csv_n_rows (csv); row++)
    read_row (csv, row, &columns, plan);
  return plan;
}
