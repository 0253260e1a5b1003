/* What people call the tables and their members: for lists of what a merge or a step of the history
 * changes. The file's own names are for programs. */

#include "eh-row-words.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

#define LABEL_CHARS 60

/* One of a table; or a member, as "table.member" where the same word means another thing elsewhere.
 */
typedef struct {
  const char *key;
  const char *label;
} Word;

static const Word things[] = {
  { "access_need", N_ ("Access need") },
  { "activity", N_ ("Activity") },
  { "attendance", N_ ("Attendance") },
  { "block", N_ ("Part of the guidance") },
  { "category", N_ ("Category") },
  { "consent", N_ ("Consent") },
  { "contributor", N_ ("Who said it") },
  { "evidence", N_ ("What guidance rests on") },
  { "framework", N_ ("Framework") },
  { "guidance", N_ ("Guidance") },
  { "insight", N_ ("Insight") },
  { "mapping", N_ ("Insight in a category") },
  { "participant", N_ ("Person") },
  { "project", N_ ("Project") },
  { "resource", N_ ("Resource") },
  { "resource_category", N_ ("Resource in a category") },
  { "role_group", N_ ("Role group") },
  { "workshop", N_ ("Workshop") },
  { "ground_rule", N_ ("Line of the working agreement") },
  { "invitation", N_ ("Invitation") },
  { "payment", N_ ("Payment") },
  { "promise", N_ ("Promise") },
  { "rate", N_ ("Rate of pay") },
  { "turn", N_ ("Turn to speak") },
  { "told", N_ ("Hearing back") },
  { "venue_check", N_ ("Item of the venue checklist") },
  { "slip", N_ ("Slip of paper") },
  { "coding_decision", N_ ("What became of a difference between coders") },
  { "term", N_ ("Word of the project") },
  { "looked_at", N_ ("What a check found and was let stand") },
  { "publication", N_ ("What was published") },
  { "block_comment", N_ ("Comment") },
  { "guidance_version", N_ ("Version of the guidance") },
  { "parked", N_ ("Parked insight") },
  { "look", N_ ("How the documents look") },
  { "team_template", N_ ("Template of the team") },
};

static const Word members[] = {
  { "activity_id", N_ ("Activity") },
  { "agreement", N_ ("How far the room shared it") },
  { "aim", N_ ("Aim") },
  { "access_notes", N_ ("Notes on access") },
  { "arranged_by", N_ ("Arranged by") },
  { "ask", N_ ("Question to ask oneself") },
  { "audience", N_ ("For whom") },
  { "author", N_ ("Who wrote it") },
  { "audio", N_ ("Sound recording") },
  { "authors", N_ ("Authors") },
  { "authorship", N_ ("Being an author") },
  { "biography", N_ ("Biography") },
  { "block_id", N_ ("Part of the guidance") },
  { "body", N_ ("The document") },
  { "capture", N_ ("How it was written down") },
  { "category_id", N_ ("Category") },
  { "category_key", N_ ("Category") },
  { "checked", N_ ("Checked with whoever said it") },
  { "code", N_ ("Code") },
  { "coder", N_ ("Placed by") },
  { "contact", N_ ("Contact") },
  { "contact_after", N_ ("Contact after the project") },
  { "contact_by", N_ ("How to hear back") },
  { "created_at", N_ ("When it was made") },
  { "credit", N_ ("How to be named") },
  { "credit_name", N_ ("Name to print") },
  { "date", N_ ("Date") },
  { "decision", N_ ("What was decided") },
  { "definition", N_ ("What belongs here") },
  { "delete_after", N_ ("Delete after") },
  { "detail", N_ ("Detail") },
  { "doi", N_ ("DOI") },
  { "due", N_ ("By when") },
  { "ethics_ref", N_ ("Reference of the ethics review") },
  { "flag", N_ ("To look at again") },
  { "framework_id", N_ ("Framework") },
  { "gist", N_ ("In plain words") },
  { "given_how", N_ ("How consent was given") },
  { "given_on", N_ ("Consent given on") },
  { "guid", N_ ("Mark of the project") },
  { "guidance_id", N_ ("Guidance") },
  { "host", N_ ("Host") },
  { "id", N_ ("Key") },
  { "in_voice", N_ ("Counted among the voices") },
  { "insight_id", N_ ("Insight") },
  { "involvement", N_ ("What the work is") },
  { "key", N_ ("Short name") },
  { "kind", N_ ("Kind") },
  { "label", N_ ("Label") },
  { "language", N_ ("Language") },
  { "level", N_ ("Level") },
  { "licence", N_ ("Licence") },
  { "materials", N_ ("Materials") },
  { "method", N_ ("Way of working") },
  { "minutes", N_ ("Minutes") },
  { "name", N_ ("Name") },
  { "note", N_ ("Note") },
  { "notes", N_ ("Notes") },
  { "consent.notes", N_ ("Notes of what they say") },
  { "number", N_ ("Number") },
  { "organisation", N_ ("Organisation") },
  { "origin", N_ ("Where it came from") },
  { "owner", N_ ("Who does it") },
  { "parent_id", N_ ("Category above") },
  { "parked", N_ ("Set aside") },
  { "parked_reason", N_ ("Why it is set aside") },
  { "participant_id", N_ ("Person") },
  { "photo", N_ ("Photographs") },
  { "place", N_ ("Place") },
  { "placed_by", N_ ("Who placed it") },
  { "plain", N_ ("In a plain sentence") },
  { "position", N_ ("Order") },
  { "prompt", N_ ("Prompt") },
  { "pronouns", N_ ("Pronouns") },
  { "pseudonym", N_ ("Chosen name") },
  { "quote", N_ ("Their words in documents") },
  { "resource_id", N_ ("Resource") },
  { "retired", N_ ("No longer offered") },
  { "reuse", N_ ("How far their words may travel") },
  { "review_by", N_ ("Look at it again by") },
  { "review_on", N_ ("Ask again on") },
  { "role", N_ ("Role") },
  { "role_group_id", N_ ("Role group") },
  { "said_at", N_ ("When it was said") },
  { "sample", N_ ("A sample") },
  { "settled_at", N_ ("Settled") },
  { "shipped", N_ ("Came with the program") },
  { "show_first", N_ ("See a quotation before it is used") },
  { "singular", N_ ("Name of one member") },
  { "slot", N_ ("Colour and pattern") },
  { "small_groups", N_ ("In small groups") },
  { "source", N_ ("Source") },
  { "span_end", N_ ("End of the words") },
  { "span_start", N_ ("Beginning of the words") },
  { "speaking_as", N_ ("Speaking as") },
  { "special_data", N_ ("Health, faith or the like") },
  { "stage", N_ ("Stage of the work") },
  { "stance", N_ ("How it bears on it") },
  { "start_time", N_ ("Begins at") },
  { "status", N_ ("How far it has got") },
  { "attendance.status", N_ ("Whether they came") },
  { "subtitle", N_ ("Line under the title") },
  { "suggested_by", N_ ("Suggested by") },
  { "summary", N_ ("What it is good for") },
  { "table_label", N_ ("Table") },
  { "take_part", N_ ("Taking part") },
  { "template", N_ ("Template") },
  { "text", N_ ("Words") },
  { "threshold", N_ ("Smallest number that is told") },
  { "title", N_ ("Title") },
  { "unsure", N_ ("Unsure") },
  { "url", N_ ("Address") },
  { "venue", N_ ("Journal, publisher or place") },
  { "verified", N_ ("Checked") },
  { "verified_note", N_ ("What was looked at") },
  { "version", N_ ("Version") },
  { "video", N_ ("Film") },
  { "withdrawal", N_ ("Withdrawal") },
  { "withdrawn_on", N_ ("Withdrew on") },
  { "wording", N_ ("Version of the form") },
  { "workshop_id", N_ ("Workshop") },
  { "year", N_ ("Year") },
  { "rate.activity", N_ ("What is paid") },
  { "advice", N_ ("Advice on benefits offered") },
  { "agreed_by", N_ ("Groups that agreed") },
  { "agreed_on", N_ ("Agreed on") },
  { "amount", N_ ("Amount") },
  { "answer", N_ ("Answer") },
  { "asked_by", N_ ("Asked by") },
  { "at", N_ ("When") },
  { "care", N_ ("Expenses for care") },
  { "channel", N_ ("How it went out") },
  { "choice", N_ ("What they chose") },
  { "claimed_on", N_ ("Claimed on") },
  { "currency", N_ ("Currency") },
  { "end_time", N_ ("Ends at") },
  { "hours", N_ ("Hours") },
  { "item", N_ ("Item") },
  { "kept_on", N_ ("Kept on") },
  { "lead_days", N_ ("Days needed to book it") },
  { "offered", N_ ("Offered") },
  { "other", N_ ("Other expenses") },
  { "paid_on", N_ ("Paid on") },
  { "rate_id", N_ ("Rate of pay") },
  { "reason", N_ ("Reason") },
  { "block.reason", N_ ("Why it was not done") },
  { "reply", N_ ("Reply") },
  { "sent_on", N_ ("Sent on") },
  { "state", N_ ("How it stands") },
  { "travel", N_ ("Expenses for travel") },
  { "unit", N_ ("For how long") },
  { "what", N_ ("For what") },
  { "accepted", N_ ("What was let stand") },
  { "content", N_ ("Mark of what it says") },
  { "digest", N_ ("Mark of the file") },
  { "figures", N_ ("Numbers that it told") },
  { "file_name", N_ ("Name of the file") },
  { "finding", N_ ("What was found") },
  { "format", N_ ("Kind of file") },
  { "looked_by", N_ ("Looked at by") },
  { "meaning", N_ ("What it means") },
  { "published_at", N_ ("When it was published") },
  { "published_by", N_ ("Published by") },
  { "say_instead", N_ ("Say instead") },
  { "size", N_ ("Bytes") },
  { "word", N_ ("Word") },
  { "greeting", N_ ("How to greet them") },
  { "letter_language", N_ ("Language of their letter") },
  { "letter_format", N_ ("What they want their letter as") },
  { "letter_large", N_ ("Letter in large print") },
  { "told_at", N_ ("When they were told") },
  { "how", N_ ("How they were told") },
  { "told.format", N_ ("What the letter was made as") },
  { "told.digest", N_ ("Mark of the letter") },
  { "passed", N_ ("Let it pass") },
  { "accent", N_ ("Colour") },
  { "accent_2", N_ ("Second colour") },
  { "logo", N_ ("Logo") },
  { "logo_alt", N_ ("What is said for the logo") },
  { "base", N_ ("Made from") },
  { "structure", N_ ("Parts") },
};

static const char *
find (const Word *words, guint n_words, const char *key)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i].key, key))
      return _ (words[i].label);
  return NULL;
}

/**
 * eh_row_words_thing:
 * @type: a table
 *
 * Returns: (transfer none): what people call one of its rows: "Insight"
 */
const char *
eh_row_words_thing (const EhRowType *type)
{
  const char *word = find (things, G_N_ELEMENTS (things), type->table);

  return word != NULL ? word : type->table;
}

/**
 * eh_row_words_field:
 * @type: a table
 * @field: one of its members
 *
 * Returns: (transfer none): what people call the member: "Chosen name"
 */
const char *
eh_row_words_field (const EhRowType *type, const EhField *field)
{
  g_autofree char *own = g_strconcat (type->table, ".", field->name, NULL);
  const char *word = find (members, G_N_ELEMENTS (members), own);

  if (word == NULL)
    word = find (members, G_N_ELEMENTS (members), field->name);
  return word != NULL ? word : field->name;
}

/* Of what happens in the room. */
static char *
count_in_room (const char *table, guint n)
{
  if (g_str_equal (table, "insight"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u insight", "%u insights", n), n);
  if (g_str_equal (table, "participant"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
  if (g_str_equal (table, "workshop"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u workshop", "%u workshops", n), n);
  if (g_str_equal (table, "activity"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u activity", "%u activities", n), n);
  if (g_str_equal (table, "attendance"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u attendance", "%u attendances", n), n);
  if (g_str_equal (table, "contributor"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u name beside an insight", "%u names beside insights", n),
        n);
  if (g_str_equal (table, "consent"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u consent", "%u consents", n), n);
  if (g_str_equal (table, "access_need"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u access need", "%u access needs", n),
                            n);
  if (g_str_equal (table, "role_group"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u role group", "%u role groups", n), n);
  if (g_str_equal (table, "slip"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u slip of paper", "%u slips of paper", n), n);
  return NULL;
}

/* Of what is made of it afterwards. */
static char *
count_at_desk (const char *table, guint n)
{
  if (g_str_equal (table, "mapping"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u placing in a category", "%u placings in categories", n),
        n);
  if (g_str_equal (table, "guidance"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u guidance document", "%u guidance documents", n), n);
  if (g_str_equal (table, "block"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u part of the guidance", "%u parts of the guidance", n), n);
  if (g_str_equal (table, "evidence"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u insight that guidance rests on",
                                         "%u insights that guidance rests on", n),
                            n);
  if (g_str_equal (table, "resource"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u resource", "%u resources", n), n);
  if (g_str_equal (table, "resource_category"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u resource in a category", "%u resources in categories", n),
        n);
  if (g_str_equal (table, "coding_decision"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u settled difference between coders",
                                         "%u settled differences between coders", n),
                            n);
  if (g_str_equal (table, "block_comment"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u comment", "%u comments", n), n);
  if (g_str_equal (table, "guidance_version"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u version of the guidance",
                                         "%u versions of the guidance", n),
                            n);
  if (g_str_equal (table, "parked"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u parked insight", "%u parked insights", n), n);
  if (g_str_equal (table, "category"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u category", "%u categories", n), n);
  if (g_str_equal (table, "framework"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u framework", "%u frameworks", n), n);
  if (g_str_equal (table, "project"))
    return g_strdup (_ ("what is said of the project"));
  return NULL;
}

/* Of what is planned around it. */
static char *
count_around (const char *table, guint n)
{
  if (g_str_equal (table, "ground_rule"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line of the working agreement",
                                         "%u lines of the working agreement", n),
                            n);
  if (g_str_equal (table, "invitation"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u invitation", "%u invitations", n), n);
  if (g_str_equal (table, "venue_check"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item of a venue checklist",
                                         "%u items of venue checklists", n),
                            n);
  if (g_str_equal (table, "promise"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u promise", "%u promises", n), n);
  if (g_str_equal (table, "rate"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u rate of pay", "%u rates of pay", n),
                            n);
  if (g_str_equal (table, "payment"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u payment", "%u payments", n), n);
  if (g_str_equal (table, "turn"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u turn to speak", "%u turns to speak", n), n);
  if (g_str_equal (table, "told"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record that somebody was told",
                                         "%u records that somebody was told", n),
                            n);
  return NULL;
}

/* Of what is written and sent out. */
static char *
count_in_writing (const char *table, guint n)
{
  if (g_str_equal (table, "term"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u word of the project", "%u words of the project", n), n);
  if (g_str_equal (table, "looked_at"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing that was found and let stand",
                                         "%u things that were found and let stand", n),
                            n);
  if (g_str_equal (table, "publication"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u published file", "%u published files", n), n);
  if (g_str_equal (table, "look"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u set of logo and colours",
                                         "%u sets of logo and colours", n),
                            n);
  if (g_str_equal (table, "team_template"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u template of the team", "%u templates of the team", n), n);
  return NULL;
}

/**
 * eh_row_words_count:
 * @type: a table
 * @n: how many of its rows
 *
 * Returns: (transfer full): "12 insights"
 */
char *
eh_row_words_count (const EhRowType *type, guint n)
{
  char *words = count_in_room (type->table, n);

  if (words == NULL)
    words = count_at_desk (type->table, n);
  if (words == NULL)
    words = count_around (type->table, n);
  if (words == NULL)
    words = count_in_writing (type->table, n);
  if (words == NULL)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other thing", "%u other things", n),
                             n);
  return words;
}

/**
 * eh_row_words_label:
 * @type: a table
 * @row: a row of it
 *
 * Returns: (transfer full) (nullable): what a person would call the row: its first text that says
 *   anything, shortened; %NULL for one that only ties others together
 */
char *
eh_row_words_label (const EhRowType *type, gconstpointer row)
{
  static const char *const names[] = { "name", "title", "label", "text", "word", "kind" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const EhField *field = eh_row_type_field (type, names[i]);
    g_autofree char *text = field != NULL ? eh_row_field_text (field, row) : NULL;

    if (!eh_text_is_blank (text))
      return eh_text_shorten (text, LABEL_CHARS);
  }
  return NULL;
}

/**
 * eh_row_words_is_personal:
 * @type: a table
 *
 * Returns: whether what its rows say is said of one person, and not to be shown to a room
 */
gboolean
eh_row_words_is_personal (const EhRowType *type)
{
  static const char *const tables[] = { "participant", "consent", "access_need", "attendance",
                                        "invitation",  "payment", "told" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (type->table, tables[i]))
      return TRUE;
  return FALSE;
}
