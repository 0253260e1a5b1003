/* The letters that close the circle: who gets one, made as each asked, all of them or none.
 *
 * A file is called by the number of the person and, where they chose to be named in print, by the
 * name that they chose: a name in a list of files, a mail or a queue of a printer is read by others
 * who did not ask. Who has which number is told by the window and by --json, not left in the
 * folder. */

#include "eh-job-letters.h"

#include "config.h"
#include "eh-credit-name.h"
#include "eh-doc-dress.h"
#include "eh-slips.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a name in that of a file. */
#define NAME_CHARS 40

/**
 * eh_letter_item_copy:
 * @self: a letter
 *
 * Returns: (transfer full): the same
 */
EhLetterItem *
eh_letter_item_copy (const EhLetterItem *self)
{
  EhLetterItem *copy = g_memdup2 (self, sizeof *self);

  copy->slip = self->slip != NULL ? eh_slip_copy (self->slip) : NULL;
  copy->insights = self->insights != NULL ? g_array_ref (self->insights) : NULL;
  copy->name = g_strdup (self->name);
  copy->language = g_strdup (self->language);
  copy->file_name = g_strdup (self->file_name);
  return copy;
}

void
eh_letter_item_free (EhLetterItem *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->slip, eh_slip_free);
  g_clear_pointer (&self->insights, g_array_unref);
  g_free (self->name);
  g_free (self->language);
  g_free (self->file_name);
  g_free (self);
}

static const struct {
  EhLetterFormat format;
  const char *writer;
} formats[] = {
  { EH_LETTER_FORMAT_ODT, "odt" },   { EH_LETTER_FORMAT_DOCX, "docx" },
  { EH_LETTER_FORMAT_PDF, "pdf" },   { EH_LETTER_FORMAT_HTML, "html" },
  { EH_LETTER_FORMAT_PRINT, "pdf" },
};

/* Whoever was not asked, and hears by post, gets a page to print. */
static EhLetterFormat
format_for (const EhParticipant *person)
{
  if (person->letter_format == EH_LETTER_FORMAT_UNKNOWN && person->contact_by == EH_CONTACT_BY_POST)
    return EH_LETTER_FORMAT_PRINT;
  return person->letter_format;
}

/* Whoever was not asked gets what is offered first. */
static const EhDocWriter *
writer_for (const EhParticipant *person)
{
  EhLetterFormat format = format_for (person);
  const EhDocWriter *writer = NULL;
  guint n_writers;

  for (guint i = 0; i < G_N_ELEMENTS (formats) && writer == NULL; i++)
    if (formats[i].format == format)
      writer = eh_doc_writer_by_id (formats[i].writer);
  return writer != NULL ? writer : eh_doc_writers (&n_writers);
}

/**
 * eh_letter_item_format:
 * @self: a letter
 *
 * Returns: what it is made as
 */
EhLetterFormat
eh_letter_item_format (const EhLetterItem *self)
{
  for (guint i = 0; self->writer != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].writer, self->writer->id))
      return formats[i].format;
  return EH_LETTER_FORMAT_UNKNOWN;
}

static int
compare_recorded (gconstpointer a, gconstpointer b)
{
  const EhParticipant *one = *(const EhParticipant *const *) a;
  const EhParticipant *other = *(const EhParticipant *const *) b;

  if (one->created_at != other->created_at)
    return one->created_at < other->created_at ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* The name that they chose for print, as far as letters and digits of any script. */
static char *
name_in_file (const EhParticipant *person)
{
  g_autofree char *name = eh_credit_name (person);
  g_autofree char *slug = NULL;

  if (name == NULL)
    return NULL;
  slug = eh_text_slug (name);
  return g_utf8_strlen (slug, -1) > NAME_CHARS ? g_utf8_substring (slug, 0, NAME_CHARS)
                                               : g_steal_pointer (&slug);
}

static void
name_file (EhLetterItem *item, const EhParticipant *person)
{
  g_autofree char *name = person != NULL ? name_in_file (person) : NULL;

  if (item->slip != NULL)
    item->file_name = g_strdup_printf ("slip-%03u.%s", item->number, item->writer->extension);
  else if (!eh_text_is_blank (name))
    item->file_name = g_strdup_printf ("letter-%03u-%s.%s", item->number, name,
                                       item->writer->extension);
  else
    item->file_name = g_strdup_printf ("letter-%03u.%s", item->number, item->writer->extension);
}

static gboolean
is_told (EhFeedbackIndex *index, EhId person_id)
{
  const EhTold *told = eh_feedback_index_last_told (index, person_id);
  g_autoptr (EhFeedback) feedback = NULL;
  g_autofree char *digest = NULL;

  if (told == NULL || told->digest[0] == '\0')
    return told != NULL;
  feedback = eh_feedback_new (index, person_id);
  digest = eh_feedback_digest (feedback);
  return g_str_equal (digest, told->digest);
}

static EhLetterItem *
plan_one (EhFeedbackIndex *index,
          const EhParticipant *person,
          guint number,
          const EhLetterWishes *wishes)
{
  EhLetterItem *item = g_new0 (EhLetterItem, 1);

  item->person_id = person->id;
  item->number = number;
  item->name = g_strdup (person->name);
  item->due = eh_feedback_index_due (index, person);
  item->told = is_told (index, person->id);
  item->large = wishes->large || person->letter_large;
  item->paper = format_for (person) == EH_LETTER_FORMAT_PRINT;
  item->language = g_strdup (wishes->language);
  if (item->due != EH_LETTER_DUE || (wishes->waiting && item->told))
    return item;
  item->writer = wishes->writer != NULL ? wishes->writer : writer_for (person);
  name_file (item, person);
  return item;
}

/**
 * eh_job_letters_plan:
 * @index: a project
 * @wishes: which letters
 *
 * Returns: (transfer full) (element-type EhLetterItem): one for everybody who was asked for, with
 *   or without a letter, in the order in which they were recorded
 */
GPtrArray *
eh_job_letters_plan (EhFeedbackIndex *index, const EhLetterWishes *wishes)
{
  EhDataset *dataset = eh_feedback_index_get_dataset (index);
  g_autoptr (GPtrArray) recorded = g_ptr_array_new ();
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_letter_item_free);

  g_ptr_array_extend (recorded, dataset->participants, NULL, NULL);
  g_ptr_array_sort (recorded, compare_recorded);
  for (guint i = 0; i < recorded->len; i++) {
    const EhParticipant *person = recorded->pdata[i];

    if (wishes->person_id == EH_ID_NONE || wishes->person_id == person->id)
      g_ptr_array_add (items, plan_one (index, person, i + 1, wishes));
  }
  return items;
}

/**
 * eh_job_letters_plan_slip:
 * @db: the project
 * @slip: a slip of it
 * @wishes: how
 *
 * Whoever holds the slip need not be the person that it was given to: the letter names nobody, and
 * tells only of what came from the slip.
 *
 * Returns: (transfer full): the letter for whoever holds it
 */
EhLetterItem *
eh_job_letters_plan_slip (EhDb *db, const EhSlip *slip, const EhLetterWishes *wishes)
{
  EhLetterItem *item = g_new0 (EhLetterItem, 1);
  guint n_writers;

  item->slip = eh_slip_copy (slip);
  item->insights = eh_slips_insights (db, slip);
  item->number = (guint) slip->number;
  item->name = g_strdup (slip->code);
  item->large = wishes->large;
  item->language = g_strdup (wishes->language);
  item->writer = wishes->writer != NULL ? wishes->writer : eh_doc_writers (&n_writers);
  name_file (item, NULL);
  return item;
}

static EhFeedback *
facts_of (EhFeedbackIndex *index, const EhLetterItem *item)
{
  if (item->slip != NULL)
    return eh_feedback_new_for_insights (index, (const EhId *) (gpointer) item->insights->data,
                                         item->insights->len);
  return eh_feedback_new (index, item->person_id);
}

/**
 * eh_job_letters_letter:
 * @index: the project
 * @item: a letter
 *
 * Returns: (transfer full) (nullable): what it says, with the date of today
 */
EhLetter *
eh_job_letters_letter (EhFeedbackIndex *index, const EhLetterItem *item)
{
  g_autoptr (EhFeedback) feedback = facts_of (index, item);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  const EhLetterOptions options = { item->language, today, item->slip };

  return feedback != NULL ? eh_letter_new (index, feedback, &options) : NULL;
}

/**
 * eh_job_letters_look:
 * @index: the project
 *
 * Returns: (transfer full) (nullable): the logo and the colours for its letters, worked out once
 *   for all of them; %NULL where the team has chosen none
 */
EhLook *
eh_job_letters_look (EhFeedbackIndex *index)
{
  GPtrArray *looks = eh_feedback_index_get_dataset (index)->looks;
  g_autofree char *logo = NULL;
  EhLook *look;

  if (looks->len == 0)
    return NULL;
  look = eh_look_copy (looks->pdata[0]);
  logo = eh_doc_dress_small_logo (look->logo);
  eh_set_str (&look->logo, logo);
  return look;
}

/**
 * eh_job_letters_doc:
 * @index: the project
 * @item: a letter
 * @look: (nullable): of eh_job_letters_look()
 *
 * Returns: (transfer full) (nullable): the letter as a document
 */
EhDoc *
eh_job_letters_doc (EhFeedbackIndex *index, const EhLetterItem *item, const EhLook *look)
{
  g_autoptr (EhLetter) letter = eh_job_letters_letter (index, item);

  return letter != NULL ? eh_letter_to_doc (letter, item->large ? EH_LETTER_LARGE_POINTS : 0, look)
                        : NULL;
}

/**
 * eh_job_letters_tolds:
 * @index: a project
 * @items: (element-type EhLetterItem): letters
 * @how: how they went out
 *
 * Returns: (transfer full) (element-type EhTold): for eh_tolds_mark(): that each of them to a
 * person was given
 */
GPtrArray *
eh_job_letters_tolds (EhFeedbackIndex *index, GPtrArray *items, EhToldHow how)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_told_free);

  for (guint i = 0; i < items->len; i++) {
    const EhLetterItem *item = items->pdata[i];
    const EhLetterOptions options = { .language = item->language };
    g_autoptr (EhFeedback) feedback = NULL;
    g_autoptr (EhCatalogue) words = NULL;
    g_autofree char *digest = NULL;
    EhTold *row;

    if (item->writer == NULL || item->person_id == EH_ID_NONE)
      continue;
    feedback = eh_feedback_new (index, item->person_id);
    digest = eh_feedback_digest (feedback);
    words = eh_letter_words (index, feedback, &options);
    row = eh_told_new ();
    row->participant_id = item->person_id;
    row->how = how;
    row->format = eh_letter_item_format (item);
    eh_set_str (&row->language, eh_catalogue_get_language (words));
    eh_set_str (&row->digest, digest);
    g_ptr_array_add (rows, row);
  }
  return rows;
}

/**
 * eh_job_letters_count_told:
 * @index: a project
 *
 * Returns: who was told
 */
EhLettersTold
eh_job_letters_count_told (EhFeedbackIndex *index)
{
  EhDataset *dataset = eh_feedback_index_get_dataset (index);
  EhLettersTold count = { 0 };

  for (guint i = 0; i < dataset->participants->len; i++) {
    const EhParticipant *person = dataset->participants->pdata[i];
    const EhTold *told = eh_feedback_index_last_told (index, person->id);

    if (told == NULL || eh_feedback_index_due (index, person) != EH_LETTER_DUE)
      continue;
    if (!is_told (index, person->id)) {
      count.n_news++;
      continue;
    }
    count.n_told++;
    count.last_at = MAX (count.last_at, told->told_at);
    count.by_way[told->how]++;
  }
  return count;
}
