/* Builds a document. What every writer needs alike is worked out here once: numbers of figures,
 * tables and notes, labels in the reader's language, ids, levels of headings, and references that
 * lead somewhere. */

#include "config.h"

#include "eh-doc-builder.h"

#include "eh-doc-markup.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LEVEL 4

struct _EhDocBuilder {
  EhDocMeta *meta;
  GPtrArray *blocks;
  GPtrArray *notes;
  GHashTable *ids; /* (element-type utf8): a set of those used */
  guint last_level;
  guint figures;
  guint tables;
  guint items;
  gboolean markup;     /* plain strings have marks in them */
  GHashTable *aliases; /* another name of a block (utf8) to its id (utf8) */
  GHashTable *targets; /* id (utf8) to block, once all of them are there */
  GHashTable *led_to;  /* (element-type utf8): the set of ids that something leads to */
  EhDocCite cite;
  gpointer cite_data;
  gint64 source;
};

static EhDocBlock *
add (EhDocBuilder *self, EhDocBlockKind kind)
{
  EhDocBlock *block = eh_doc_block_new (kind);

  block->source = self->source;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static EhDocBlock *
last (EhDocBuilder *self)
{
  return self->blocks->len > 0 ? self->blocks->pdata[self->blocks->len - 1] : NULL;
}

/* Returns: (transfer full): an id made of @text that no other block has */
static char *
unique_id (EhDocBuilder *self, const char *text)
{
  g_autofree char *short_text = eh_text_shorten (text, 60);
  g_autofree char *tail = eh_text_slug (short_text);
  /* HTML and its checkers want a letter first. */
  g_autofree char *slug = g_unichar_isalpha (g_utf8_get_char (tail))
                              ? g_strdup (tail)
                              : g_strconcat ("s-", tail, NULL);
  g_autofree char *id = g_strdup (slug);

  for (guint n = 2; g_hash_table_contains (self->ids, id); n++) {
    g_free (id);
    id = g_strdup_printf ("%s-%u", slug, n);
  }
  g_hash_table_add (self->ids, g_strdup (id));
  return g_steal_pointer (&id);
}

/**
 * eh_doc_builder_new:
 * @title: the title; one is made up when it is blank, for a document must have one
 * @language: (nullable): BCP 47; British English when %NULL
 *
 * Returns: (transfer full): a builder of an empty document
 */
EhDocBuilder *
eh_doc_builder_new (const char *title, const char *language)
{
  EhDocBuilder *self = g_new0 (EhDocBuilder, 1);
  g_autofree char *words = eh_doc_words (title);

  self->meta = eh_doc_meta_new (eh_text_is_blank (words) ? _ ("Untitled") : words, language);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_doc_block_free);
  self->notes = g_ptr_array_new ();
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->targets = g_hash_table_new (g_str_hash, g_str_equal);
  self->led_to = g_hash_table_new (g_str_hash, g_str_equal);
  /* Ids that the writers use themselves. */
  g_hash_table_add (self->ids, g_strdup ("main"));
  g_hash_table_add (self->ids, g_strdup ("contents"));
  g_hash_table_add (self->ids, g_strdup ("notes"));
  g_hash_table_add (self->ids, g_strdup ("title"));
  return self;
}

void
eh_doc_builder_free (EhDocBuilder *self)
{
  g_clear_pointer (&self->meta, eh_doc_meta_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->aliases);
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->led_to);
  g_free (self);
}

/**
 * eh_doc_builder_set_source:
 * @self: a builder
 * @source: what the next blocks are made of, for whoever looks for them on the pages; 0 for nothing
 */
void
eh_doc_builder_set_source (EhDocBuilder *self, gint64 source)
{
  self->source = source;
}

/**
 * eh_doc_builder_meta:
 *
 * Returns: (transfer none): what the document says of itself; set its members with eh_set_str()
 */
EhDocMeta *
eh_doc_builder_meta (EhDocBuilder *self)
{
  return self->meta;
}

/**
 * eh_doc_builder_n_blocks:
 *
 * Returns: how many blocks were added
 */
guint
eh_doc_builder_n_blocks (EhDocBuilder *self)
{
  return self->blocks->len;
}

/**
 * eh_doc_builder_n_items:
 *
 * Returns: how many lines of lists were added
 */
guint
eh_doc_builder_n_items (EhDocBuilder *self)
{
  return self->items;
}

/**
 * eh_doc_builder_set_markup:
 * @markup: whether the plain strings that follow have marks in them (eh-markup.h)
 *
 * Decides for paragraphs, items, recommendations and what to do about them, questions and the words
 * of callouts; all else is always taken to the letter, quotations above all.
 */
void
eh_doc_builder_set_markup (EhDocBuilder *self, gboolean markup)
{
  self->markup = markup;
}

/**
 * eh_doc_builder_set_cite:
 * @cite: makes words of citations, when the document is finished
 * @data: for @cite
 */
void
eh_doc_builder_set_cite (EhDocBuilder *self, EhDocCite cite, gpointer data)
{
  self->cite = cite;
  self->cite_data = data;
}

/* Takes nothing; returns (transfer full) the runs of what a person wrote. */
static EhDocText *
written (EhDocBuilder *self, const char *text)
{
  return self->markup ? eh_doc_markup_parse (text) : eh_doc_text_new (text);
}

/**
 * eh_doc_builder_detail:
 * @label: what it is, such as "Version"
 * @value: (nullable): what it says; nothing is added when blank
 *
 * Adds a line under the title.
 */
void
eh_doc_builder_detail (EhDocBuilder *self, const char *label, const char *value)
{
  if (!eh_text_is_blank (value))
    g_ptr_array_add (self->meta->details, eh_doc_field_new (label, eh_doc_text_new (value)));
}

/**
 * eh_doc_builder_keyword:
 * @keyword: (nullable): a word that catalogues may file the document under
 */
void
eh_doc_builder_keyword (EhDocBuilder *self, const char *keyword)
{
  g_autofree char *words = eh_doc_words (keyword);

  if (!eh_text_is_blank (words))
    g_ptr_array_add (self->meta->keywords, eh_text_clean_line (words));
}

/**
 * eh_doc_builder_heading:
 * @level: 1 to 4; one that would skip a level is raised
 * @text: (nullable): the heading; nothing is added when it is blank
 * @id: (nullable): what references call it; made from @text when %NULL
 *
 * Returns: (transfer none) (nullable): the id that the heading got
 */
const char *
eh_doc_builder_heading (EhDocBuilder *self, guint level, const char *text, const char *id)
{
  g_autofree char *line = NULL;
  g_autofree char *words = eh_doc_words (text);
  EhDocBlock *block;

  if (eh_text_is_blank (words))
    return NULL;
  line = eh_text_clean_line (words);
  block = add (self, EH_DOC_BLOCK_HEADING);
  block->level = CLAMP (level, 1, MIN (self->last_level + 1, MAX_LEVEL));
  block->text = eh_doc_text_new (line);
  block->id = unique_id (self, id != NULL ? id : line);
  self->last_level = block->level;
  return block->id;
}

/**
 * eh_doc_builder_paragraph:
 * @text: (nullable): words; a blank line in them begins a new paragraph
 */
void
eh_doc_builder_paragraph (EhDocBuilder *self, const char *text)
{
  g_autofree char *words = eh_doc_words (text);
  g_auto (GStrv) parts = g_regex_split_simple ("\\n[ \\t]*\\n\\s*", words, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!eh_text_is_blank (parts[i]))
      eh_doc_builder_paragraph_text (self, written (self, g_strstrip (parts[i])));
}

/**
 * eh_doc_builder_paragraph_text:
 * @text: (transfer full): words
 */
void
eh_doc_builder_paragraph_text (EhDocBuilder *self, EhDocText *text)
{
  if (eh_doc_text_is_blank (text))
    eh_doc_text_free (text);
  else
    add (self, EH_DOC_BLOCK_PARAGRAPH)->text = text;
}

/**
 * eh_doc_builder_logo:
 * @figure: (transfer full) (nullable): a small picture
 *
 * Gives the document a logo, over its title.
 */
void
eh_doc_builder_logo (EhDocBuilder *self, EhDocFigure *figure)
{
  g_clear_pointer (&self->meta->logo, eh_doc_figure_free);
  self->meta->logo = figure;
}

/**
 * eh_doc_builder_pictured:
 * @figure: (transfer full): a small picture
 * @text: (nullable): words; nothing is added when blank
 *
 * Adds a paragraph with a picture beside it, before the words. Where a format has no room for
 * pictures, the words stand alone: the picture says nothing that they do not.
 */
void
eh_doc_builder_pictured (EhDocBuilder *self, EhDocFigure *figure, const char *text)
{
  g_autofree char *words = eh_doc_words (text);
  EhDocBlock *block;

  if (eh_text_is_blank (words)) {
    eh_doc_figure_free (figure);
    return;
  }
  block = add (self, EH_DOC_BLOCK_PARAGRAPH);
  block->text = eh_doc_text_new (g_strstrip (words));
  block->figure = figure;
}

/**
 * eh_doc_builder_list:
 * @ordered: whether the order matters, so that items are numbered
 *
 * Begins a list; eh_doc_builder_item() fills it.
 */
void
eh_doc_builder_list (EhDocBuilder *self, gboolean ordered)
{
  add (self, EH_DOC_BLOCK_LIST)->ordered = ordered;
}

/**
 * eh_doc_builder_go_on_list:
 *
 * Goes on with the list that was added last, or begins one where something else was.
 */
void
eh_doc_builder_go_on_list (EhDocBuilder *self)
{
  if (last (self) == NULL || last (self)->kind != EH_DOC_BLOCK_LIST)
    eh_doc_builder_list (self, FALSE);
}

void
eh_doc_builder_item (EhDocBuilder *self, guint level, const char *text)
{
  g_autofree char *words = eh_doc_words (text);

  eh_doc_builder_item_text (self, level, written (self, g_strstrip (words)));
}

/**
 * eh_doc_builder_item_text:
 * @level: 0, or 1 for a list within a list
 * @text: (transfer full): words
 */
void
eh_doc_builder_item_text (EhDocBuilder *self, guint level, EhDocText *text)
{
  EhDocBlock *block = last (self);

  if (block == NULL || block->kind != EH_DOC_BLOCK_LIST || eh_doc_text_is_blank (text)) {
    eh_doc_text_free (text);
  } else {
    eh_doc_block_add_item (block, level, text);
    self->items++;
  }
}

/**
 * eh_doc_builder_quote:
 * @text: (nullable): somebody's words; nothing is added when blank
 * @attribution: (nullable): who is credited, as they chose
 * @language: (nullable): the language of @text where it is not the document's
 */
void
eh_doc_builder_quote (EhDocBuilder *self,
                      const char *text,
                      const char *attribution,
                      const char *language)
{
  g_autofree char *words = eh_doc_words (text);
  EhDocBlock *block;

  if (eh_text_is_blank (words))
    return;
  block = add (self, EH_DOC_BLOCK_QUOTE);
  block->text = eh_doc_text_new (g_strstrip (words));
  if (!eh_text_is_blank (attribution)) {
    g_autofree char *credit = eh_doc_words (attribution);

    block->attribution = eh_text_clean_line (credit);
  }
  if (language != NULL && g_ascii_strcasecmp (language, self->meta->language) != 0)
    block->language = g_strdup (language);
}

static void
field (EhDocBlock *block, const char *label, const char *text)
{
  g_autofree char *words = eh_doc_words (text);

  eh_doc_block_add_field (block, label, eh_doc_text_new (g_strstrip (words)));
}

static void
written_field (EhDocBuilder *self, EhDocBlock *block, const char *label, const char *text)
{
  g_autofree char *words = eh_doc_words (text);

  eh_doc_block_add_field (block, label, written (self, g_strstrip (words)));
}

/**
 * eh_doc_builder_recommendation:
 * @recommendation: what it says; nothing is added when its text is blank
 *
 * Returns: (transfer none) (nullable): the id of the block, for references
 */
const char *
eh_doc_builder_recommendation (EhDocBuilder *self, const EhDocRecommendation *recommendation)
{
  g_autofree char *words = eh_doc_words (recommendation->text);
  g_autofree char *digits = g_strdup_printf ("%u", recommendation->number);
  g_autofree char *base = NULL;
  EhDocBlock *block;

  if (eh_text_is_blank (words))
    return NULL;
  block = add (self, EH_DOC_BLOCK_RECOMMENDATION);
  block->number = recommendation->number;
  block->label = recommendation->number > 0 ? g_strdup_printf (_ ("Recommendation %s"), digits)
                                            : g_strdup (_ ("Recommendation"));
  block->text = written (self, g_strstrip (words));
  base = recommendation->number > 0 ? g_strdup_printf ("recommendation-%s", digits)
                                    : g_strdup ("recommendation");
  block->id = unique_id (self, base);
  written_field (self, block, _ ("What to do"), recommendation->action);
  field (block, _ ("For whom"), recommendation->audience);
  field (block, _ ("When"), recommendation->stage);
  field (block, _ ("Who leads"), recommendation->owner);
  field (block, _ ("By when"), recommendation->due);
  field (block, _ ("Status"), recommendation->status);
  field (block, _ ("Who stands behind it"), recommendation->behind);
  return block->id;
}

/**
 * eh_doc_builder_question:
 * @text: (nullable): a question to think about together; nothing is added when blank
 * @why_ask: (nullable): why it is worth asking
 */
void
eh_doc_builder_question (EhDocBuilder *self, const char *text, const char *why_ask)
{
  g_autofree char *words = eh_doc_words (text);
  gboolean under_heading = last (self) != NULL && last (self)->kind == EH_DOC_BLOCK_HEADING;
  EhDocBlock *block;

  if (eh_text_is_blank (words))
    return;
  block = add (self, EH_DOC_BLOCK_QUESTION);
  /* A heading over the questions says what they are. */
  block->label = under_heading ? NULL : g_strdup (_ ("Think about"));
  block->text = written (self, g_strstrip (words));
  written_field (self, block, _ ("Why ask"), why_ask);
}

/**
 * eh_doc_builder_room:
 * @lines: how many
 * @label: (nullable): what stands at the beginning of the first of them
 *
 * Adds lines to write on: to the question that was added last, else by themselves. They are
 * printed; what is read on a screen goes without.
 */
void
eh_doc_builder_room (EhDocBuilder *self, guint lines, const char *label)
{
  EhDocBlock *block = last (self);

  if (block == NULL || block->kind != EH_DOC_BLOCK_QUESTION || block->room > 0)
    block = add (self, EH_DOC_BLOCK_ROOM);
  block->room = lines;
  block->room_label = g_strdup (label);
}

static const char *
callout_label (EhDocCalloutKind kind)
{
  switch (kind) {
  case EH_DOC_CALLOUT_DISAGREEMENT:
    return _ ("Where we disagreed");
  case EH_DOC_CALLOUT_CAUTION:
    return _ ("Take care");
  case EH_DOC_CALLOUT_NOTE:
  default:
    return _ ("Note");
  }
}

/**
 * eh_doc_builder_callout:
 * @title: (nullable): what it is about
 * @text: (nullable): words; a blank line in them begins a new paragraph
 *
 * Adds a box; its kind stands over it in words. eh_doc_builder_field() adds views or details to it.
 */
void
eh_doc_builder_callout (EhDocBuilder *self,
                        EhDocCalloutKind kind,
                        const char *title,
                        const char *text)
{
  EhDocBlock *block = add (self, EH_DOC_BLOCK_CALLOUT);
  g_autofree char *words = eh_doc_words (text);
  g_autofree char *name = eh_doc_words (title);
  g_auto (GStrv) parts = g_regex_split_simple ("\\n[ \\t]*\\n\\s*", words, 0, 0);

  block->callout = kind;
  block->label = g_strdup (callout_label (kind));
  block->text = eh_doc_text_new (g_strstrip (name));
  for (guint i = 0; parts[i] != NULL; i++)
    if (!eh_text_is_blank (parts[i]))
      eh_doc_block_add_item (block, 0, written (self, g_strstrip (parts[i])));
}

/**
 * eh_doc_builder_field:
 * @label: what it is
 * @text: (nullable): what it says; nothing is added when blank
 *
 * Adds a labelled line to the recommendation, question, callout or resource that was added last.
 */
void
eh_doc_builder_field (EhDocBuilder *self, const char *label, const char *text)
{
  g_return_if_fail (last (self) != NULL);
  field (last (self), label, text);
}

/**
 * eh_doc_builder_resource:
 * @resource: what to list
 */
void
eh_doc_builder_resource (EhDocBuilder *self, const EhDocResource *resource)
{
  EhDocBlock *block = add (self, EH_DOC_BLOCK_RESOURCE);

  block->text = eh_doc_text_add_link (eh_doc_text_new (NULL), resource->title, resource->address);
  field (block, C_ ("resource", "By"), resource->by);
  field (block, C_ ("resource", "Year"), resource->year);
  field (block, _ ("Good for"), resource->good_for);
  field (block, C_ ("resource", "Note"), resource->note);
}

/**
 * eh_doc_builder_table:
 * @caption: (nullable): what the table shows
 * @table: (transfer full): the table; dropped when it has no columns
 */
void
eh_doc_builder_table (EhDocBuilder *self, const char *caption, EhDocTable *table)
{
  EhDocBlock *block;
  g_autofree char *digits = NULL;
  g_autofree char *id = NULL;
  g_autofree char *words = eh_doc_words (caption);

  if (eh_doc_table_n_columns (table) == 0) {
    eh_doc_table_free (table);
    return;
  }
  block = add (self, EH_DOC_BLOCK_TABLE);
  block->number = ++self->tables;
  digits = g_strdup_printf ("%u", block->number);
  block->label = g_strdup_printf (_ ("Table %s"), digits);
  block->text = eh_doc_text_new (g_strstrip (words));
  id = g_strdup_printf ("table-%s", digits);
  block->id = unique_id (self, id);
  eh_doc_table_fit (table);
  block->table = table;
}

/**
 * eh_doc_builder_figure:
 * @caption: (nullable): what stands under it
 * @figure: (transfer full): the picture, with its words and numbers
 */
void
eh_doc_builder_figure (EhDocBuilder *self, const char *caption, EhDocFigure *figure)
{
  EhDocBlock *block = add (self, EH_DOC_BLOCK_FIGURE);
  g_autofree char *digits = NULL;
  g_autofree char *id = NULL;
  g_autofree char *words = eh_doc_words (caption);

  block->number = ++self->figures;
  digits = g_strdup_printf ("%u", block->number);
  block->label = g_strdup_printf (_ ("Figure %s"), digits);
  block->text = eh_doc_text_new (g_strstrip (words));
  id = g_strdup_printf ("figure-%s", digits);
  block->id = unique_id (self, id);
  if (figure->table != NULL)
    eh_doc_table_fit (figure->table);
  block->figure = figure;
}

/**
 * eh_doc_builder_page_break:
 *
 * Begins a new page where there are pages.
 */
void
eh_doc_builder_page_break (EhDocBuilder *self)
{
  if (last (self) != NULL && last (self)->kind != EH_DOC_BLOCK_PAGE_BREAK)
    add (self, EH_DOC_BLOCK_PAGE_BREAK);
}

/**
 * eh_doc_builder_contents:
 *
 * Adds a table of contents: the headings of levels 1 and 2.
 */
void
eh_doc_builder_contents (EhDocBuilder *self)
{
  add (self, EH_DOC_BLOCK_CONTENTS)->label = g_strdup (_ ("Contents"));
}

/**
 * eh_doc_builder_language:
 * @language: BCP 47
 *
 * Says that the block added last is in another language than the document.
 */
void
eh_doc_builder_language (EhDocBuilder *self, const char *language)
{
  g_return_if_fail (last (self) != NULL);
  eh_set_str (&last (self)->language, language);
}

/**
 * eh_doc_builder_alias:
 * @alias: another name that references may call the block added last by
 */
void
eh_doc_builder_alias (EhDocBuilder *self, const char *alias)
{
  const EhDocBlock *block = last (self);

  if (block != NULL && block->id != NULL)
    g_hash_table_insert (self->aliases, g_strdup (alias), g_strdup (block->id));
}

/**
 * eh_doc_builder_item_alias:
 * @alias: what citations call the item added last
 * @id: what it is called in the document, where one of them does
 */
void
eh_doc_builder_item_alias (EhDocBuilder *self, const char *alias, const char *id)
{
  const EhDocBlock *block = last (self);
  EhDocItem *item;

  if (block == NULL || block->kind != EH_DOC_BLOCK_LIST || block->items->len == 0)
    return;
  item = block->items->pdata[block->items->len - 1];
  g_free (item->id);
  item->id = unique_id (self, id);
  g_hash_table_insert (self->aliases, g_strdup (alias), g_strdup (item->id));
}

/* Who refers to a block without words of their own calls it what it is called. */
static char *
name_of (const EhDocBlock *block)
{
  if (block->label != NULL)
    return g_strdup (block->label);
  return eh_doc_text_to_plain (block->text);
}

static void
settle_reference (EhDocBuilder *self, EhDocRun *run)
{
  const char *alias = run->target != NULL ? g_hash_table_lookup (self->aliases, run->target) : NULL;
  const EhDocBlock *block;

  if (alias != NULL)
    eh_set_str (&run->target, alias);
  block = run->target != NULL ? g_hash_table_lookup (self->targets, run->target) : NULL;
  if (block == NULL) {
    run->kind = EH_DOC_RUN_TEXT;
    return;
  }
  g_hash_table_add (self->led_to, run->target);
  if (eh_text_is_blank (run->text)) {
    g_free (run->text);
    run->text = name_of (block);
  }
}

static void
settle_citation (EhDocBuilder *self, EhDocRun *run)
{
  char *target = NULL;
  g_autofree char *words = self->cite != NULL
                               ? self->cite (run->target, run->text, &target, self->cite_data)
                               : NULL;

  if (words == NULL) {
    /* One that nothing is known of stays as it was typed. */
    words = g_strdup_printf ("[@%s%s%s]", run->target, run->text[0] != '\0' ? ", " : "", run->text);
    g_clear_pointer (&target, g_free);
  }
  g_free (run->text);
  run->text = eh_doc_words (words);
  g_free (run->target);
  run->target = target;
  run->kind = EH_DOC_RUN_REFERENCE;
  settle_reference (self, run);
}

static void
settle_text (EhDocText *text, gpointer data)
{
  EhDocBuilder *self = data;

  for (guint i = 0; i < eh_doc_text_n_runs (text); i++) {
    EhDocRun *run = eh_doc_text_run_mutable (text, i);

    if (run->kind == EH_DOC_RUN_NOTE && run->note == 0) {
      settle_text (run->words, self);
      g_ptr_array_add (self->notes, run->words);
      run->note = self->notes->len;
    } else if (run->kind == EH_DOC_RUN_REFERENCE) {
      settle_reference (self, run);
    } else if (run->kind == EH_DOC_RUN_CITATION) {
      settle_citation (self, run);
    }
  }
}

static gboolean
is_empty (const EhDocBlock *block)
{
  if (block->kind == EH_DOC_BLOCK_LIST)
    return block->items->len == 0;
  if (block->kind == EH_DOC_BLOCK_CALLOUT)
    return block->items->len == 0 && block->fields->len == 0 && eh_doc_text_is_blank (block->text);
  return FALSE;
}

/* What was set from outside is cleaned as all other words are. */
static void
settle_meta (EhDocMeta *meta)
{
  char **lines[] = { &meta->subtitle, &meta->authors,     &meta->licence,
                     &meta->date,     &meta->description, &meta->status };
  char *address = eh_doc_address (meta->licence_url);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *words = eh_doc_words (*lines[i]);

    g_free (*lines[i]);
    *lines[i] = eh_text_is_blank (words) ? NULL : eh_text_clean_line (words);
  }
  g_free (meta->licence_url);
  meta->licence_url = address;
}

/**
 * eh_doc_builder_added_since:
 * @mark: from eh_doc_builder_n_blocks()
 *
 * Returns: whether anything was added since then that a reader would see, headings aside
 */
gboolean
eh_doc_builder_added_since (EhDocBuilder *self, guint mark)
{
  for (guint i = mark; i < self->blocks->len; i++) {
    const EhDocBlock *block = self->blocks->pdata[i];

    if (block->kind != EH_DOC_BLOCK_HEADING && block->kind != EH_DOC_BLOCK_PAGE_BREAK &&
        !is_empty (block))
      return TRUE;
  }
  return FALSE;
}

/**
 * eh_doc_builder_drop_empty_sections:
 *
 * Drops every heading under which nothing stands, and what was blank.
 */
void
eh_doc_builder_drop_empty_sections (EhDocBuilder *self)
{
  guint next_level = 1; /* of the heading that follows; 0 when something else does */

  for (guint i = self->blocks->len; i > 0; i--) {
    const EhDocBlock *block = self->blocks->pdata[i - 1];
    gboolean heads = block->kind == EH_DOC_BLOCK_HEADING;

    if (is_empty (block) || (heads && next_level > 0 && next_level <= block->level)) {
      g_ptr_array_remove_index (self->blocks, i - 1);
      continue;
    }
    if (block->kind != EH_DOC_BLOCK_PAGE_BREAK)
      next_level = heads ? block->level : 0;
  }
}

/* Notes where references may lead. */
static void
find_targets (EhDocBuilder *self)
{
  for (guint i = 0; i < self->blocks->len; i++) {
    EhDocBlock *block = self->blocks->pdata[i];

    if (block->id != NULL)
      g_hash_table_insert (self->targets, block->id, block);
    for (guint k = 0; k < block->items->len; k++) {
      const EhDocItem *item = block->items->pdata[k];

      if (item->id != NULL)
        g_hash_table_insert (self->targets, item->id, block);
    }
  }
}

/* An item to which nothing leads needs no id. */
static void
drop_idle_ids (EhDocBuilder *self)
{
  for (guint i = 0; i < self->blocks->len; i++) {
    const EhDocBlock *block = self->blocks->pdata[i];

    for (guint k = 0; k < block->items->len; k++) {
      EhDocItem *item = block->items->pdata[k];

      if (item->id != NULL && !g_hash_table_contains (self->led_to, item->id))
        g_clear_pointer (&item->id, g_free);
    }
  }
}

/**
 * eh_doc_builder_end:
 *
 * Finishes the document. The builder can only be freed afterwards.
 *
 * Returns: (transfer full): the document
 */
EhDoc *
eh_doc_builder_end (EhDocBuilder *self)
{
  settle_meta (self->meta);
  for (guint i = self->blocks->len; i > 0; i--)
    if (is_empty (self->blocks->pdata[i - 1]))
      g_ptr_array_remove_index (self->blocks, i - 1);
  find_targets (self);
  for (guint i = 0; i < self->blocks->len; i++)
    eh_doc_block_foreach_text (self->blocks->pdata[i], settle_text, self);
  drop_idle_ids (self);
  return eh_doc_new_take (g_steal_pointer (&self->meta), g_steal_pointer (&self->blocks),
                          g_steal_pointer (&self->notes));
}
