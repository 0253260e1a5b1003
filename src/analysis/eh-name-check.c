/* Names of people who take part, and of where they come from, in what a document would tell.
 * Consent covers a quotation; it does not cover a name that stands inside somebody else's words.
 *
 * Whole words are compared, so that "Rose" is not found in "roses". A full name is found anywhere;
 * a first name alone, a chosen name and an organisation only in words that are quoted, for
 * elsewhere the team wrote them on purpose. */

#include "eh-disclosure.h"
#include "eh-phrase-book.h"
#include "eh-project-check.h"

#include "config.h"
#include "eh-markup.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LABEL_CHARS    60
#define MIN_CHARACTERS 3

typedef enum {
  WHOLE_NAME,
  FIRST_NAME,
  ORGANISATION,
} What;

typedef struct {
  const EhParticipant *person;
  What what;
} Known;

typedef struct {
  EhDataset *dataset;
  EhPhraseBook *anywhere; /* (element-type Known) */
  EhPhraseBook *quoted;   /* (element-type Known) */
  GPtrArray *known;       /* owns what the books hold */
  GPtrArray *findings;
} Names;

static void
know (Names *self, EhPhraseBook *book, const char *words, const EhParticipant *person, What what)
{
  Known *known;

  if (eh_text_is_blank (words) || g_utf8_strlen (words, -1) < MIN_CHARACTERS)
    return;
  known = g_new (Known, 1);
  *known = (Known){ person, what };
  g_ptr_array_add (self->known, known);
  eh_phrase_book_add (book, words, known);
}

static void
know_people (Names *self)
{
  for (guint i = 0; i < self->dataset->participants->len; i++) {
    const EhParticipant *person = self->dataset->participants->pdata[i];
    g_autofree char *first = eh_text_first_name (person->name);

    if (strchr (person->name, ' ') != NULL)
      know (self, self->anywhere, person->name, person, WHOLE_NAME);
    know (self, self->quoted, first, person, FIRST_NAME);
    know (self, self->quoted, person->organisation, person, ORGANISATION);
  }
}

static gboolean
wants_name (const EhParticipant *person)
{
  return person->credit == EH_CREDIT_NAMED && person->withdrawal == EH_WITHDRAWAL_NONE;
}

static void
tell (Names *self, const EhBlock *block, const Known *known, const char *text)
{
  g_autofree char *label = eh_text_shorten (text, LABEL_CHARS);
  g_autofree char *name = eh_text_isolate (known->what == ORGANISATION ? known->person->organisation
                                                                       : known->person->name);

  if (known->what == WHOLE_NAME)
    eh_finding_add (
        self->findings, "names.full", EH_SEVERITY_PROBLEM, &eh_block_row_type, block->id, label,
        g_strdup_printf (_ ("%s is named in a part of the guidance, and has not said that they "
                            "want their name told."),
                         name));
  else
    eh_finding_add (
        self->findings, known->what == FIRST_NAME ? "names.first" : "names.organisation",
        EH_SEVERITY_LOOK, &eh_block_row_type, block->id, label,
        known->what == FIRST_NAME
            ? g_strdup_printf (_ ("A quotation has a name in it that could mean %s."), name)
            : g_strdup_printf (_ ("A quotation tells where somebody comes from, which could show "
                                  "who they are: %s."),
                               name));
}

static void
look_with (Names *self,
           EhPhraseBook *book,
           const EhBlock *block,
           const EhProse *prose,
           const EhFoldedWords *words)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < prose->words->len; i++) {
    const EhProseSentence *sentence = eh_prose_sentence (prose, eh_prose_word (prose, i)->sentence);
    guint n_words;
    const Known *known = eh_phrase_book_match (book, words, i,
                                               sentence->first_word + sentence->n_words, &n_words);

    if (known != NULL && !(known->what == WHOLE_NAME && wants_name (known->person)) &&
        g_hash_table_add (told, (gpointer) known))
      tell (self, block, known, prose->text);
  }
}

static void
look_at (Names *self, const EhBlock *block, const char *markup, gboolean quoted)
{
  g_autofree char *plain = eh_markup_plain (markup);
  g_autoptr (EhProse) prose = eh_prose_new (plain);
  g_autoptr (EhFoldedWords) words = eh_folded_words_new (prose);

  look_with (self, self->anywhere, block, prose, words);
  if (quoted)
    look_with (self, self->quoted, block, prose, words);
}

/**
 * eh_project_check_names:
 * @dataset: a frozen project
 * @guidance_id: one document, or none for all
 * @findings: (element-type EhFinding): where to add what is found
 */
void
eh_project_check_names (EhDataset *dataset, EhId guidance_id, GPtrArray *findings)
{
  g_autoptr (EhPublicDataset) gate = eh_disclosure_apply (dataset, NULL, NULL);
  g_autoptr (EhPhraseBook) anywhere = eh_phrase_book_new ();
  g_autoptr (EhPhraseBook) quoted = eh_phrase_book_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  Names self = { dataset, anywhere, quoted, known, findings };

  know_people (&self);
  for (guint g = 0; g < dataset->guidances->len; g++) {
    EhId id = eh_row_id (dataset->guidances->pdata[g]);
    g_autoptr (GPtrArray) blocks = NULL;

    if (guidance_id != EH_ID_NONE && id != guidance_id)
      continue;
    /* What would be told of a quotation, and not what is kept of it. */
    blocks = eh_public_dataset_blocks (gate, id);
    for (guint i = 0; i < blocks->len; i++) {
      const EhBlock *block = blocks->pdata[i];
      gboolean is_quotation = block->kind == EH_BLOCK_KIND_QUOTATION;

      look_at (&self, block, block->text, is_quotation);
      if (!is_quotation)
        look_at (&self, block, block->detail, FALSE);
    }
  }
}
