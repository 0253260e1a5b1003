/* Words of a document as runs. See the header. */

#include "eh-doc-text.h"

#include "eh-text.h"
#include "eh-xml-writer.h"

#include <string.h>

struct _EhDocText {
  GArray *runs; /* (element-type EhDocRun) */
};

static void
run_clear (gpointer data)
{
  EhDocRun *run = data;

  g_free (run->text);
  g_free (run->target);
  g_free (run->language);
  g_clear_pointer (&run->words, eh_doc_text_free);
}

/* Takes @text and @target. */
static EhDocText *
add_run (EhDocText *self, EhDocRunKind kind, EhDocStyle style, char *text, char *target)
{
  EhDocRun run = { .kind = kind, .style = style, .text = text, .target = target };

  g_array_append_val (self->runs, run);
  return self;
}

/**
 * eh_doc_words:
 * @text: (nullable): anything, valid UTF-8 or not
 *
 * Returns: (transfer full): @text as valid UTF-8 that every format can hold: without control
 *   characters but tab and line feed, line ends as line feeds; white space is kept
 */
char *
eh_doc_words (const char *text)
{
  g_autofree char *valid = NULL;
  GString *out;

  if (text == NULL)
    return g_strdup ("");
  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\r' && p[1] != '\n')
      c = '\n';
    if (c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v')
      c = '\n';
    if (eh_xml_is_char (c))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_doc_address:
 * @address: (nullable): where a link leads
 *
 * Returns: (transfer full) (nullable): @address when it is one that is safe to follow from a
 *   document that is passed around (http, https, mailto, tel), else %NULL
 */
char *
eh_doc_address (const char *address)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel", NULL };
  g_autofree char *valid = eh_doc_words (address);
  g_autofree char *line = eh_text_clean_line (valid);
  g_autofree char *safe = g_uri_escape_string (line, "%:/?#[]@!$&'()*+,;=-._~", FALSE);
  const char *scheme = g_uri_peek_scheme (safe);

  if (scheme == NULL || !g_strv_contains (schemes, scheme))
    return NULL;
  if (!g_uri_is_valid (safe, G_URI_FLAGS_PARSE_RELAXED, NULL))
    return NULL;
  return g_steal_pointer (&safe);
}

/**
 * eh_doc_language_is_rtl:
 * @language: (nullable): a BCP 47 tag such as `ar` or `ur-PK`
 *
 * Returns: whether the language is written from right to left: by its script subtag where it has
 *   one, else by the language
 */
gboolean
eh_doc_language_is_rtl (const char *language)
{
  static const char *const languages[] = { "ar", "arc", "ckb", "dv", "fa", "he",
                                           "ps", "sd",  "ug",  "ur", "yi", NULL };
  static const char *const scripts[] = { "arab", "hebr", "syrc", "thaa", "nkoo", NULL };
  g_autofree char *lower = language != NULL ? g_ascii_strdown (language, -1) : NULL;
  g_auto (GStrv) parts = lower != NULL ? g_strsplit (lower, "-", -1) : NULL;

  if (parts == NULL || parts[0] == NULL)
    return FALSE;
  for (guint i = 1; parts[i] != NULL; i++)
    if (strlen (parts[i]) == 4 && g_ascii_isalpha (parts[i][0]))
      return g_strv_contains (scripts, parts[i]);
  return g_strv_contains (languages, parts[0]);
}

/**
 * eh_doc_text_new:
 * @text: (nullable): the words to begin with
 *
 * Returns: (transfer full): a text of one plain run, or of none
 */
EhDocText *
eh_doc_text_new (const char *text)
{
  EhDocText *self = g_new0 (EhDocText, 1);

  self->runs = g_array_new (FALSE, FALSE, sizeof (EhDocRun));
  g_array_set_clear_func (self->runs, run_clear);
  return eh_doc_text_add (self, text, EH_DOC_STYLE_NONE);
}

void
eh_doc_text_free (EhDocText *self)
{
  g_array_unref (self->runs);
  g_free (self);
}

/**
 * eh_doc_text_add:
 * @text: (nullable): words
 * @style: how they stand out
 *
 * Returns: (transfer none): @self, so that calls can follow one another
 */
EhDocText *
eh_doc_text_add (EhDocText *self, const char *text, EhDocStyle style)
{
  char *words = eh_doc_words (text);

  if (words[0] != '\0')
    return add_run (self, EH_DOC_RUN_TEXT, style, words, NULL);
  g_free (words);
  return self;
}

/**
 * eh_doc_text_add_language:
 * @text: (nullable): words
 * @language: (nullable): the language that they are in, BCP 47
 *
 * Returns: (transfer none): @self
 */
EhDocText *
eh_doc_text_add_language (EhDocText *self, const char *text, const char *language)
{
  return eh_doc_text_add_styled (self, text, EH_DOC_STYLE_NONE, language);
}

/**
 * eh_doc_text_add_styled:
 * @text: (nullable): words
 * @style: how they stand out
 * @language: (nullable): the language that they are in, BCP 47
 *
 * Returns: (transfer none): @self
 */
EhDocText *
eh_doc_text_add_styled (EhDocText *self, const char *text, EhDocStyle style, const char *language)
{
  guint before = self->runs->len;

  eh_doc_text_add (self, text, style);
  if (self->runs->len > before)
    g_array_index (self->runs, EhDocRun, before).language = g_strdup (language);
  return self;
}

/**
 * eh_doc_text_add_link:
 * @text: (nullable): words; when they are blank, the address stands for them
 * @address: (nullable): where they lead; one that is not safe to follow leaves plain words
 *
 * Returns: (transfer none): @self
 */
EhDocText *
eh_doc_text_add_link (EhDocText *self, const char *text, const char *address)
{
  g_autofree char *target = eh_doc_address (address);

  if (eh_text_is_blank (text))
    text = address;
  if (target == NULL || eh_text_is_blank (text))
    return eh_doc_text_add (self, text, EH_DOC_STYLE_NONE);
  return add_run (self, EH_DOC_RUN_LINK, EH_DOC_STYLE_NONE, eh_doc_words (text),
                  g_steal_pointer (&target));
}

/**
 * eh_doc_text_add_reference:
 * @text: (nullable): words; when they are blank, what is referred to is named by what it is called
 * @id: the id of a heading, recommendation, table or figure, which may come later; when there is
 *   none, the words are plain
 *
 * Returns: (transfer none): @self
 */
EhDocText *
eh_doc_text_add_reference (EhDocText *self, const char *text, const char *id)
{
  return add_run (self, EH_DOC_RUN_REFERENCE, EH_DOC_STYLE_NONE, eh_doc_words (text),
                  g_strdup (id));
}

/**
 * eh_doc_text_style_last:
 * @style: how it stands out
 *
 * Sets the style of the run that was added last, if any.
 *
 * Returns: (transfer none): @self
 */
EhDocText *
eh_doc_text_style_last (EhDocText *self, EhDocStyle style)
{
  if (self->runs->len > 0)
    g_array_index (self->runs, EhDocRun, self->runs->len - 1).style = style;
  return self;
}

/**
 * eh_doc_text_add_note:
 * @note: (nullable): what to say away from the text, such as a source
 *
 * Returns: (transfer none): @self
 */
EhDocText *
eh_doc_text_add_note (EhDocText *self, const char *note)
{
  return eh_doc_text_add_note_text (self, eh_doc_text_new (note));
}

/**
 * eh_doc_text_add_note_text:
 * @words: (transfer full): what to say away from the text; nothing is added when it is blank. A
 * note in it is left out by the writers.
 *
 * Returns: (transfer none): @self
 */
EhDocText *
eh_doc_text_add_note_text (EhDocText *self, EhDocText *words)
{
  if (eh_doc_text_is_blank (words)) {
    eh_doc_text_free (words);
    return self;
  }
  add_run (self, EH_DOC_RUN_NOTE, EH_DOC_STYLE_NONE, eh_doc_text_to_plain (words), NULL);
  g_array_index (self->runs, EhDocRun, self->runs->len - 1).words = words;
  return self;
}

/**
 * eh_doc_text_add_citation:
 * @key: the key of a resource, or its id
 * @place: (nullable): where in it, such as "p. 4"
 *
 * Returns: (transfer none): @self
 */
EhDocText *
eh_doc_text_add_citation (EhDocText *self, const char *key, const char *place)
{
  return add_run (self, EH_DOC_RUN_CITATION, EH_DOC_STYLE_NONE, eh_doc_words (place),
                  eh_doc_words (key));
}

guint
eh_doc_text_n_runs (const EhDocText *self)
{
  return self->runs->len;
}

/**
 * eh_doc_text_run:
 * @index: less than eh_doc_text_n_runs()
 *
 * Returns: (transfer none): the run
 */
const EhDocRun *
eh_doc_text_run (const EhDocText *self, guint index)
{
  return &g_array_index (self->runs, EhDocRun, index);
}

/**
 * eh_doc_text_run_mutable:
 *
 * Returns: (transfer none): as eh_doc_text_run(), to be changed; only while a document is built
 */
EhDocRun *
eh_doc_text_run_mutable (EhDocText *self, guint index)
{
  return &g_array_index (self->runs, EhDocRun, index);
}

/**
 * eh_doc_text_is_blank:
 * @self: (nullable): a text
 *
 * Returns: whether there is nothing to read
 */
gboolean
eh_doc_text_is_blank (const EhDocText *self)
{
  if (self == NULL)
    return TRUE;
  for (guint i = 0; i < self->runs->len; i++) {
    const EhDocRun *run = &g_array_index (self->runs, EhDocRun, i);

    /* A reference or citation of no words of its own gets some. */
    if (run->target != NULL || !eh_text_is_blank (run->text))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_doc_text_to_plain:
 * @self: (nullable): a text
 *
 * Returns: (transfer full): its words alone, without notes, and without citations that have no
 * words yet
 */
char *
eh_doc_text_to_plain (const EhDocText *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; self != NULL && i < self->runs->len; i++) {
    const EhDocRun *run = &g_array_index (self->runs, EhDocRun, i);

    if (run->kind != EH_DOC_RUN_NOTE && run->kind != EH_DOC_RUN_CITATION)
      g_string_append (out, run->text);
  }
  return g_string_free (out, FALSE);
}
