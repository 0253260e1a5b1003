/* A document as Markdown: CommonMark 0.30, with the tables of GitHub Flavored Markdown 0.29. What a
 * person typed never becomes markup: everything that could is escaped. Figures are their words and
 * their numbers. One line a paragraph, so that differences between two versions are easy to read.
 */

#include "config.h"

#include "eh-doc-writer.h"
#include "eh-text.h"

#include <string.h>

typedef struct {
  const EhDoc *doc;
  GString *out;
  guint level;         /* of the last heading */
  GHashTable *anchors; /* id of a block to the name of its heading in the file (utf8) */
} Markdown;

/* How far words are from markup: at the start of a line more characters mean something. */
typedef enum {
  AT_START,
  IN_LINE,
  IN_CELL,
} Place;

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

static gboolean
escape_in_line (const char *text, const char *p)
{
  gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';
  gunichar after = p[1] != '\0' ? g_utf8_get_char (p + 1) : ' ';

  switch (*p) {
  case '\\':
  case '`':
  case '*':
  case '[':
  case ']':
  case '<':
  case '>':
  case '|':
  case '~':
    return TRUE;
  case '_': /* inside a word it is itself */
    return !(is_word (before) && is_word (after));
  case '&': /* "&amp;" and "&#38;" */
    return g_ascii_isalpha (p[1]) || p[1] == '#';
  default:
    return FALSE;
  }
}

/* Whether @p, the first character of a line, would open a block: a heading, a list, a rule, a line
 * under a heading; and "1." or "1)" at its mark. */
static gboolean
escape_at_start (const char *p)
{
  return *p == '#' || *p == '+' || *p == '-' || *p == '=' || *p == ':';
}

static const char *
ordinal_mark (const char *p)
{
  const char *mark = p;

  while (g_ascii_isdigit (*mark) && mark - p < 9)
    mark++;
  return mark > p && (*mark == '.' || *mark == ')') ? mark : NULL;
}

/* Appends @text as words. */
static void
words (GString *out, const char *text, Place place)
{
  gboolean at_start = place == AT_START;
  const char *ordinal = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (*p == '\n') {
      /* A line break of the text; blanks around it would be lost or mean code. */
      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append (out, place == IN_CELL ? " " : "\\\n");
      at_start = place != IN_CELL;
      continue;
    }
    if (*p == '\t' || *p == ' ') {
      if (!at_start)
        g_string_append_c (out, ' ');
      continue;
    }
    if (at_start)
      ordinal = ordinal_mark (p);
    if (escape_in_line (text, p) || (at_start && escape_at_start (p)) || p == ordinal)
      g_string_append_c (out, '\\');
    g_string_append_len (out, p, g_utf8_next_char (p) - p);
    at_start = FALSE;
  }
}

/* Appends @text between two @marks, which must touch words. */
static void
marked (GString *out, const char *text, const char *mark, Place place)
{
  const char *begin = text;
  const char *end;
  g_autofree char *inner = NULL;

  while (g_ascii_isspace (*begin))
    begin++;
  end = begin + strlen (begin);
  while (end > begin && g_ascii_isspace (end[-1]))
    end--;
  if (begin > text && place == IN_LINE)
    g_string_append_c (out, ' ');
  inner = g_strndup (begin, (gsize) (end - begin));
  if (inner[0] != '\0') {
    g_string_append (out, mark);
    words (out, inner, place == IN_CELL ? IN_CELL : IN_LINE);
    g_string_append (out, mark);
  }
  if (*end != '\0')
    g_string_append_c (out, ' ');
}

static void
address (GString *out, const char *target)
{
  g_string_append (out, "](<");
  for (const char *p = target; *p != '\0'; p++) {
    if (*p == '<' || *p == '>' || *p == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
  g_string_append (out, ">)");
}

/* The name that renderers give a heading: lower case, blanks as hyphens, punctuation left out. */
static char *
anchor (const char *heading_text)
{
  g_autofree char *lower = g_utf8_strdown (heading_text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == ' ' || c == '-')
      g_string_append_c (out, '-');
    else if (g_unichar_isalnum (c) || c == '_')
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/* The anchor of the next heading with these words: the second of its name gets "-1", and so on. */
static char *
next_anchor (GHashTable *given, const char *heading_text)
{
  char *name = anchor (heading_text);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (given, name));
  char *numbered = n > 0 ? g_strdup_printf ("%s-%u", name, n) : g_strdup (name);

  g_hash_table_insert (given, name, GUINT_TO_POINTER (n + 1));
  return numbered;
}

/* Renderers name headings by their words: which name each block gets that is a heading in the file.
 */
static void
name_anchors (Markdown *m)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_free (next_anchor (given, eh_doc_meta (m->doc)->title));
  for (guint i = 0; i < eh_doc_n_blocks (m->doc); i++) {
    const EhDocBlock *b = eh_doc_block (m->doc, i);
    g_autofree char *plain = NULL;

    for (guint k = 0; k < b->items->len; k++) {
      EhDocItem *item = b->items->pdata[k];

      if (item->id != NULL)
        g_hash_table_insert (m->anchors, item->id, g_strdup (item->id));
    }
    if (b->kind == EH_DOC_BLOCK_HEADING)
      plain = eh_doc_text_to_plain (b->text);
    else if (b->kind == EH_DOC_BLOCK_RECOMMENDATION || b->kind == EH_DOC_BLOCK_CONTENTS)
      plain = g_strdup (b->label);
    else
      continue;
    if (b->id != NULL)
      g_hash_table_insert (m->anchors, b->id, next_anchor (given, plain));
    else
      g_free (next_anchor (given, plain));
  }
}

static void
run (Markdown *m, GString *out, const EhDocRun *r, Place place)
{
  const char *target = r->kind == EH_DOC_RUN_REFERENCE ? g_hash_table_lookup (m->anchors, r->target)
                                                       : NULL;
  const char *mark = &"***"[3 - (r->style & EH_DOC_STYLE_STRONG ? 2 : 0) -
                            (r->style & EH_DOC_STYLE_EMPHASIS ? 1 : 0)];

  if (r->kind == EH_DOC_RUN_NOTE) {
    if (r->note > 0)
      g_string_append_printf (out, "[^%u]", r->note);
  } else if (r->kind == EH_DOC_RUN_LINK || target != NULL) {
    g_string_append_printf (out, "%s[", mark);
    words (out, r->text, IN_CELL);
    if (target != NULL)
      g_string_append_printf (out, "](<#%s>)", target);
    else
      address (out, r->target);
    g_string_append (out, mark);
  } else if (mark[0] != '\0') {
    marked (out, r->text, mark, place);
  } else {
    words (out, r->text, place);
  }
}

static void
runs (Markdown *m, GString *out, const EhDocText *text, Place place)
{
  gsize before = out->len;

  for (guint i = 0; text != NULL && i < eh_doc_text_n_runs (text); i++)
    run (m, out, eh_doc_text_run (text, i),
         place == AT_START && out->len > before ? IN_LINE : place);
  /* A backslash or blanks at the end of a block would be read as words, or as a break. */
  while (out->len > before && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

/* Appends the lines of @text with @first before the first and @rest before the others. */
static void
indented (Markdown *m, const char *first, const char *rest, const EhDocText *text)
{
  GString *inner = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  runs (m, inner, text, AT_START);
  lines = g_strsplit (inner->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (m->out, "%s%s\n", i == 0 ? first : rest, lines[i]);
  g_string_free (inner, TRUE);
}

static void
paragraph (Markdown *m, const EhDocText *text)
{
  if (eh_doc_text_is_blank (text))
    return;
  runs (m, m->out, text, AT_START);
  g_string_append (m->out, "\n\n");
}

static void
plain_paragraph (Markdown *m, const char *text)
{
  g_autoptr (EhDocText) plain = eh_doc_text_new (text);

  paragraph (m, plain);
}

static void
strong_words (Markdown *m, const char *text)
{
  marked (m->out, text, "**", AT_START);
}

/* "- **Label**: what it says" */
static void
fields (Markdown *m, const char *indent, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const EhDocField *field = list->pdata[i];
    GString *inner = g_string_new (NULL);
    g_auto (GStrv) lines = NULL;

    runs (m, inner, field->text, IN_LINE);
    lines = g_strsplit (inner->str, "\n", -1);
    g_string_append_printf (m->out, "%s- ", indent);
    strong_words (m, field->label);
    g_string_append (m->out, ": ");
    for (guint l = 0; lines[l] != NULL; l++)
      g_string_append_printf (m->out, "%s%s%s\n", l > 0 ? indent : "", l > 0 ? "  " : "", lines[l]);
    g_string_free (inner, TRUE);
  }
  if (list->len > 0)
    g_string_append_c (m->out, '\n');
}

static void
heading (Markdown *m, guint level, const char *plain, const EhDocText *text)
{
  for (guint i = 0; i < MIN (level, 6); i++)
    g_string_append_c (m->out, '#');
  g_string_append_c (m->out, ' ');
  if (plain != NULL)
    words (m->out, plain, IN_CELL);
  else
    runs (m, m->out, text, IN_CELL);
  /* Number signs at the end of a heading would be taken for its closing. */
  if (m->out->str[m->out->len - 1] == '#') {
    g_string_truncate (m->out, m->out->len - 1);
    g_string_append (m->out, "\\#");
  }
  g_string_append (m->out, "\n\n");
}

static void
list (Markdown *m, const EhDocBlock *block)
{
  guint number[2] = { 0, 0 };

  for (guint i = 0; i < block->items->len; i++) {
    const EhDocItem *item = block->items->pdata[i];
    g_autofree char *first = NULL;
    const char *rest;

    number[item->level]++;
    if (item->level == 0)
      number[1] = 0;
    if (block->ordered) {
      first = g_strdup_printf ("%s%u. ", item->level > 0 ? "    " : "", number[item->level]);
      rest = item->level > 0 ? "        " : "    ";
    } else {
      first = g_strdup (item->level > 0 ? "  - " : "- ");
      rest = item->level > 0 ? "    " : "  ";
    }
    if (item->id != NULL) {
      g_autofree char *anchored = g_strdup_printf ("%s<a id=\"%s\"></a>", first, item->id);

      indented (m, anchored, rest, item->text);
      continue;
    }
    indented (m, first, rest, item->text);
  }
  g_string_append_c (m->out, '\n');
}

static void
quote (Markdown *m, const EhDocBlock *block)
{
  indented (m, "> ", "> ", block->text);
  if (block->attribution != NULL) {
    g_string_append (m->out, ">\n> — ");
    words (m->out, block->attribution, IN_LINE);
    g_string_append_c (m->out, '\n');
  }
  g_string_append_c (m->out, '\n');
}

static void
callout (Markdown *m, const EhDocBlock *block)
{
  g_string_append (m->out, "> ");
  strong_words (m, block->label);
  g_string_append_c (m->out, '\n');
  if (!eh_doc_text_is_blank (block->text)) {
    g_string_append (m->out, ">\n");
    indented (m, "> ", "> ", block->text);
  }
  for (guint i = 0; i < block->items->len; i++) {
    g_string_append (m->out, ">\n");
    indented (m, "> ", "> ", ((EhDocItem *) block->items->pdata[i])->text);
  }
  if (block->fields->len > 0) {
    g_string_append (m->out, ">\n");
    fields (m, "> ", block->fields);
  } else {
    g_string_append_c (m->out, '\n');
  }
}

static void
question (Markdown *m, const EhDocBlock *block, gboolean first, gboolean last)
{
  if (first && block->label != NULL) {
    strong_words (m, block->label);
    g_string_append (m->out, "\n\n");
  }
  indented (m, "- ", "  ", block->text);
  fields (m, "  ", block->fields);
  if (last && block->fields->len == 0)
    g_string_append_c (m->out, '\n');
}

static void
resource (Markdown *m, const EhDocBlock *block, gboolean last)
{
  indented (m, "- ", "  ", block->text);
  fields (m, "  ", block->fields);
  if (last && block->fields->len == 0)
    g_string_append_c (m->out, '\n');
}

static void
table_row (Markdown *m, const EhDocTable *table, int row)
{
  for (guint c = 0; c < eh_doc_table_n_columns (table); c++) {
    const EhDocText *text = row < 0 ? eh_doc_table_header (table, c)
                                    : eh_doc_table_cell (table, (guint) row, c);

    g_string_append (m->out, "| ");
    runs (m, m->out, text, IN_CELL);
    g_string_append_c (m->out, ' ');
  }
  g_string_append (m->out, "|\n");
}

static void
table_rows (Markdown *m, const EhDocTable *table)
{
  table_row (m, table, -1);
  for (guint c = 0; c < eh_doc_table_n_columns (table); c++)
    g_string_append (m->out,
                     eh_doc_table_align (table, c) == EH_DOC_ALIGN_END ? "| ---: " : "| --- ");
  g_string_append (m->out, "|\n");
  for (guint r = 0; r < eh_doc_table_n_rows (table); r++)
    table_row (m, table, (int) r);
  g_string_append_c (m->out, '\n');
}

static void
caption (Markdown *m, const EhDocBlock *block)
{
  strong_words (m, block->label);
  if (!eh_doc_text_is_blank (block->text)) {
    g_string_append_c (m->out, ' ');
    runs (m, m->out, block->text, IN_LINE);
  }
  g_string_append (m->out, "\n\n");
}

static void
figure (Markdown *m, const EhDocBlock *block)
{
  const EhDocFigure *f = block->figure;

  caption (m, block);
  plain_paragraph (m, f->alt);
  if (f->description != NULL && g_strcmp0 (f->description, f->alt) != 0)
    plain_paragraph (m, f->description);
  if (f->table != NULL)
    table_rows (m, f->table);
}

static void
recommendation (Markdown *m, const EhDocBlock *block)
{
  heading (m, m->level + 2, block->label, NULL);
  paragraph (m, block->text);
  fields (m, "", block->fields);
}

static void
contents (Markdown *m, const EhDocBlock *block)
{
  heading (m, 2, block->label, NULL);
  for (guint i = 0; i < eh_doc_n_blocks (m->doc); i++) {
    const EhDocBlock *b = eh_doc_block (m->doc, i);
    g_autofree char *plain = NULL;

    if (!eh_doc_in_contents (m->doc, i))
      continue;
    plain = eh_doc_text_to_plain (b->text);
    g_string_append (m->out, b->level == 1 ? "- [" : "  - [");
    words (m->out, plain, IN_CELL);
    g_string_append_printf (m->out, "](<#%s>)\n", (char *) g_hash_table_lookup (m->anchors, b->id));
  }
  g_string_append_c (m->out, '\n');
}

static gboolean
is_list (const EhDocBlock *block)
{
  return block->kind == EH_DOC_BLOCK_LIST || block->kind == EH_DOC_BLOCK_QUESTION ||
         block->kind == EH_DOC_BLOCK_RESOURCE || block->kind == EH_DOC_BLOCK_RECOMMENDATION;
}

static void
block (Markdown *m, guint index)
{
  const EhDocBlock *b = eh_doc_block (m->doc, index);

  /* Two lists in a row would be read as one. */
  if (index > 0 && eh_doc_block_begins_group (m->doc, index) == (b->kind != EH_DOC_BLOCK_LIST) &&
      is_list (b) && b->kind != EH_DOC_BLOCK_RECOMMENDATION && b->label == NULL &&
      is_list (eh_doc_block (m->doc, index - 1)))
    g_string_append (m->out, "<!-- -->\n\n");
  switch (b->kind) {
  case EH_DOC_BLOCK_HEADING:
    m->level = b->level;
    heading (m, b->level + 1, NULL, b->text);
    break;
  case EH_DOC_BLOCK_PARAGRAPH:
    paragraph (m, b->text);
    break;
  case EH_DOC_BLOCK_LIST:
    list (m, b);
    break;
  case EH_DOC_BLOCK_QUOTE:
    quote (m, b);
    break;
  case EH_DOC_BLOCK_RECOMMENDATION:
    recommendation (m, b);
    break;
  case EH_DOC_BLOCK_QUESTION:
    question (m, b, eh_doc_block_begins_group (m->doc, index),
              eh_doc_block_ends_group (m->doc, index));
    break;
  case EH_DOC_BLOCK_CALLOUT:
    callout (m, b);
    break;
  case EH_DOC_BLOCK_RESOURCE:
    resource (m, b, eh_doc_block_ends_group (m->doc, index));
    break;
  case EH_DOC_BLOCK_TABLE:
    caption (m, b);
    table_rows (m, b->table);
    break;
  case EH_DOC_BLOCK_FIGURE:
    figure (m, b);
    break;
  case EH_DOC_BLOCK_CONTENTS:
    contents (m, b);
    break;
  case EH_DOC_BLOCK_ROOM: /* for paper */
  case EH_DOC_BLOCK_PAGE_BREAK:
  default:
    break;
  }
}

static void
title_block (Markdown *m)
{
  const EhDocMeta *meta = eh_doc_meta (m->doc);

  heading (m, 1, meta->title, NULL);
  if (meta->status != NULL) {
    strong_words (m, meta->status);
    g_string_append (m->out, "\n\n");
  }
  plain_paragraph (m, meta->subtitle);
  plain_paragraph (m, meta->authors);
  fields (m, "", meta->details);
}

static void
foot (Markdown *m)
{
  const EhDocMeta *meta = eh_doc_meta (m->doc);

  for (guint n = 1; n <= eh_doc_n_notes (m->doc); n++) {
    g_autofree char *first = g_strdup_printf ("[^%u]: ", n);

    indented (m, first, "    ", eh_doc_note (m->doc, n));
  }
  if (eh_doc_n_notes (m->doc) > 0)
    g_string_append_c (m->out, '\n');
  if (meta->licence != NULL) {
    g_autoptr (EhDocText) text = eh_doc_text_add_link (eh_doc_text_new (NULL), meta->licence,
                                                       meta->licence_url);

    paragraph (m, text);
  }
}

/**
 * eh_doc_render_markdown:
 * @doc: a document
 *
 * Returns: (transfer full): the document as UTF-8 text; %NULL with %G_IO_ERROR_CANCELLED
 */
GBytes *
eh_doc_render_markdown (const EhDoc *doc, const EhDocWork *work, GError **error)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Markdown m = { .doc = doc, .out = g_string_sized_new (8192), .anchors = anchors };

  name_anchors (&m);
  title_block (&m);
  for (guint i = 0; i < eh_doc_n_blocks (doc); i++) {
    if (!eh_doc_work_step (work, i, eh_doc_n_blocks (doc), error)) {
      g_string_free (m.out, TRUE);
      return NULL;
    }
    block (&m, i);
  }
  foot (&m);
  while (m.out->len > 1 && m.out->str[m.out->len - 1] == '\n' && m.out->str[m.out->len - 2] == '\n')
    g_string_truncate (m.out, m.out->len - 1);
  return g_string_free_to_bytes (m.out);
}
