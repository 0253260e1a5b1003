/* What a word processor or a browser puts in the clipboard, as blocks of a document: paragraphs,
 * headings, lists and tables, with emphasis and links in their words. Everything else of it is left
 * behind: styles, scripts, pictures, comments. Reads any bytes in one pass and never fails. */

#include "eh-pasted.h"

#include "eh-markup.h"
#include "eh-text.h"

#include <string.h>

#define MAX_NAME  16
#define MAX_DEPTH 8

typedef enum {
  TAG_OTHER,
  TAG_STRONG,
  TAG_EMPHASIS,
  TAG_LINK,
  TAG_HEADING,
  TAG_PARAGRAPH,
  TAG_LIST,
  TAG_ITEM,
  TAG_BREAK,
  TAG_SKIP,
  TAG_ROW,
  TAG_CELL,
} Tag;

typedef struct {
  const char *name;
  Tag tag;
} Known;

static const Known known[] = {
  { "b", TAG_STRONG },
  { "strong", TAG_STRONG },
  { "i", TAG_EMPHASIS },
  { "em", TAG_EMPHASIS },
  { "cite", TAG_EMPHASIS },
  { "a", TAG_LINK },
  { "h1", TAG_HEADING },
  { "h2", TAG_HEADING },
  { "h3", TAG_HEADING },
  { "h4", TAG_HEADING },
  { "h5", TAG_HEADING },
  { "h6", TAG_HEADING },
  { "p", TAG_PARAGRAPH },
  { "div", TAG_PARAGRAPH },
  { "blockquote", TAG_PARAGRAPH },
  { "section", TAG_PARAGRAPH },
  { "article", TAG_PARAGRAPH },
  { "pre", TAG_PARAGRAPH },
  { "body", TAG_PARAGRAPH },
  { "ul", TAG_LIST },
  { "ol", TAG_LIST },
  { "li", TAG_ITEM },
  { "br", TAG_BREAK },
  { "style", TAG_SKIP },
  { "script", TAG_SKIP },
  { "head", TAG_SKIP },
  { "title", TAG_SKIP },
  { "table", TAG_PARAGRAPH },
  { "tr", TAG_ROW },
  { "td", TAG_CELL },
  { "th", TAG_CELL },
};

typedef struct {
  GPtrArray *blocks;
  GArray *pieces; /* (element-type EhMarkupPiece): of the words at hand */
  GString *words; /* not in a piece yet */
  EhMarkupStyle style;
  guint strong;
  guint emphasis;
  guint skipping;
  guint depth; /* of lists */
  gboolean ordered[MAX_DEPTH + 1];
  gboolean in_item;
  gboolean in_row;
  int heading; /* level; 0 for none */
  char *link;
} Reader;

/* ---- Words ---- */

static void
end_piece (Reader *r)
{
  gboolean link = r->link != NULL && !eh_text_is_blank (r->words->str);

  if (r->words->len == 0)
    return;
  eh_markup_pieces_add (r->pieces, link ? EH_MARKUP_LINK : EH_MARKUP_TEXT, r->style, r->words->str,
                        link ? r->link : NULL);
  g_string_truncate (r->words, 0);
}

static gboolean
ends_in_space (const Reader *r)
{
  const EhMarkupPiece *last;

  if (r->words->len > 0)
    return g_ascii_isspace (r->words->str[r->words->len - 1]);
  if (r->pieces->len == 0)
    return TRUE;
  last = &g_array_index (r->pieces, EhMarkupPiece, r->pieces->len - 1);
  return last->text[0] == '\0' || g_ascii_isspace (last->text[strlen (last->text) - 1]);
}

/* Spaces and line ends are one space, and none at the beginning. */
static void
add_character (Reader *r, gunichar c)
{
  if (c == 0 || c == 0xad || (c < ' ' && c != '\t' && c != '\n' && c != '\r'))
    return;
  if (c == '\t' || c == '\n' || c == '\r' || c == ' ' || c == 0xa0) {
    if (!ends_in_space (r))
      g_string_append_c (r->words, ' ');
    return;
  }
  g_string_append_unichar (r->words, c);
}

/* ---- Blocks ---- */

static EhBlock *
add_block (Reader *r, EhBlockKind kind, char *text)
{
  EhBlock *block = eh_block_new ();

  block->kind = kind;
  g_free (block->text);
  block->text = text;
  g_ptr_array_add (r->blocks, block);
  return block;
}

static EhBlock *
last_block (Reader *r, EhBlockKind kind)
{
  EhBlock *last = r->blocks->len > 0 ? r->blocks->pdata[r->blocks->len - 1] : NULL;

  return last != NULL && last->kind == kind ? last : NULL;
}

static void
append_line (EhBlock *block, const char *before, const char *line)
{
  char *text = g_strconcat (block->text, "\n", before, line, NULL);

  g_free (block->text);
  block->text = text;
}

static void
add_item (Reader *r, const char *text)
{
  const char *inset = r->depth > 1 ? "  " : "";
  gboolean ordered = r->ordered[MIN (r->depth, MAX_DEPTH)];
  EhBlock *list = last_block (r, EH_BLOCK_KIND_LIST);

  if (list != NULL && (r->depth > 1 || g_str_equal (list->source, ordered ? "ordered" : ""))) {
    append_line (list, inset, text);
    return;
  }
  list = add_block (r, EH_BLOCK_KIND_LIST, g_strdup (text));
  eh_set_str (&list->source, ordered ? "ordered" : "");
}

/* Word writes "·", "o" or "1." before the items of its lists, which are paragraphs to it. */
static const char *
without_bullet (const char *text)
{
  static const char *const bullets[] = { "• ", "· ", "‣ ", "▪ ", "– " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return text + strlen (bullets[i]);
  return NULL;
}

static void
end_block (Reader *r)
{
  g_autofree char *text = NULL;
  const char *item;
  EhBlock *block;

  end_piece (r);
  text = g_strstrip (
      eh_markup_write ((EhMarkupPiece *) (gpointer) r->pieces->data, r->pieces->len, FALSE));
  g_array_set_size (r->pieces, 0);
  if (text[0] == '\0')
    return;
  item = without_bullet (text);
  if (r->heading > 0) {
    block = add_block (r, EH_BLOCK_KIND_HEADING, eh_markup_plain (text));
    block->level = MIN (r->heading, 3);
  } else if (r->depth > 0) {
    add_item (r, text);
  } else if (item != NULL) {
    r->depth = 1;
    r->ordered[1] = FALSE;
    add_item (r, item);
    r->depth = 0;
  } else {
    add_block (r, EH_BLOCK_KIND_PARAGRAPH, g_steal_pointer (&text));
  }
}

static void
end_row (Reader *r)
{
  g_autofree char *marked = NULL;
  g_autofree char *text = NULL;
  EhBlock *table = last_block (r, EH_BLOCK_KIND_TABLE);

  end_piece (r);
  marked = eh_markup_write ((EhMarkupPiece *) (gpointer) r->pieces->data, r->pieces->len, FALSE);
  text = eh_markup_plain (marked);
  g_array_set_size (r->pieces, 0);
  r->in_row = FALSE;
  g_strstrip (text);
  if (text[0] == '\0')
    return;
  if (table != NULL)
    append_line (table, "", text);
  else
    add_block (r, EH_BLOCK_KIND_TABLE, g_steal_pointer (&text));
}

/* ---- Tags ---- */

static Tag
tag_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, name))
      return known[i].tag;
  return TAG_OTHER;
}

static void
set_style (Reader *r)
{
  end_piece (r);
  r->style = (r->strong > 0 ? EH_MARKUP_STRONG : 0) | (r->emphasis > 0 ? EH_MARKUP_EMPHASIS : 0);
}

static void decode (GString *out, const char *from, gsize length);

/* The value of an attribute within a tag: href="…". */
static char *
attribute (const char *inside, gsize length, const char *name)
{
  g_autofree char *copy = g_strndup (inside, length);
  g_autofree char *lower = g_ascii_strdown (copy, -1);
  const char *at = strstr (lower, name);
  const char *from;
  const char *to;
  GString *value;

  if (at == NULL)
    return NULL;
  from = copy + (at - lower) + strlen (name);
  while (g_ascii_isspace (*from))
    from++;
  if (*from++ != '=')
    return NULL;
  while (g_ascii_isspace (*from))
    from++;
  if (*from == '"' || *from == '\'') {
    to = strchr (from + 1, *from);
    from++;
  } else {
    to = from + strcspn (from, " \t\r\n>");
  }
  if (to == NULL)
    return NULL;
  value = g_string_new (NULL);
  decode (value, from, (gsize) (to - from));
  return g_string_free (value, FALSE);
}

/* Only what leads to a page or to a person. */
static char *
safe_address (char *address)
{
  if (address != NULL &&
      (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://") ||
       g_str_has_prefix (address, "mailto:")))
    return address;
  g_free (address);
  return NULL;
}

static void
set_link (Reader *r, char *address)
{
  end_piece (r);
  g_free (r->link);
  r->link = address;
}

/* Google Docs puts everything in a <b> that is not bold. */
static gboolean
is_plain (const char *inside, gsize length)
{
  g_autofree char *style = attribute (inside, length, "style");

  return style != NULL && strstr (style, "font-weight:normal") != NULL;
}

static void
begin_list (Reader *r, gboolean ordered)
{
  end_block (r);
  r->depth++;
  r->ordered[MIN (r->depth, MAX_DEPTH)] = ordered;
}

static void
open_tag (Reader *r, Tag tag, const char *name, const char *inside, gsize length)
{
  switch (tag) {
  case TAG_STRONG:
    r->strong += !is_plain (inside, length);
    set_style (r);
    break;
  case TAG_EMPHASIS:
    r->emphasis++;
    set_style (r);
    break;
  case TAG_LINK:
    set_link (r, safe_address (attribute (inside, length, "href")));
    break;
  case TAG_HEADING:
    end_block (r);
    r->heading = name[1] - '0';
    break;
  case TAG_PARAGRAPH:
  case TAG_ITEM:
    if (!r->in_row)
      end_block (r);
    break;
  case TAG_LIST:
    if (!r->in_row)
      begin_list (r, name[0] == 'o');
    break;
  case TAG_BREAK:
    end_piece (r);
    if (r->depth == 0 && !r->in_row && r->heading == 0)
      end_block (r);
    else
      add_character (r, ' ');
    break;
  case TAG_SKIP:
    r->skipping++;
    break;
  case TAG_ROW:
    end_block (r);
    r->in_row = TRUE;
    break;
  case TAG_CELL:
    if (r->in_row && (r->pieces->len > 0 || r->words->len > 0))
      g_string_append (r->words, " | ");
    break;
  case TAG_OTHER:
  default:
    break;
  }
}

static void
close_tag (Reader *r, Tag tag)
{
  switch (tag) {
  case TAG_STRONG:
    r->strong -= r->strong > 0;
    set_style (r);
    break;
  case TAG_EMPHASIS:
    r->emphasis -= r->emphasis > 0;
    set_style (r);
    break;
  case TAG_LINK:
    set_link (r, NULL);
    break;
  case TAG_HEADING:
    end_block (r);
    r->heading = 0;
    break;
  case TAG_PARAGRAPH:
  case TAG_ITEM:
    if (!r->in_row)
      end_block (r);
    break;
  case TAG_LIST:
    if (r->in_row)
      break;
    end_block (r);
    r->depth -= r->depth > 0;
    break;
  case TAG_SKIP:
    r->skipping -= r->skipping > 0;
    break;
  case TAG_ROW:
    end_row (r);
    break;
  case TAG_BREAK:
  case TAG_CELL:
  case TAG_OTHER:
  default:
    break;
  }
}

/* From "<" on. Returns what follows the tag. */
static const char *
read_tag (Reader *r, const char *at)
{
  gboolean closes = at[1] == '/';
  const char *name = at + 1 + closes;
  const char *end = strchr (name, '>');
  gsize length = 0;
  g_autofree char *lower = NULL;
  Tag tag;

  if (g_str_has_prefix (at, "<!--")) {
    end = strstr (at + 4, "-->");
    return end != NULL ? end + 3 : at + strlen (at);
  }
  if (end == NULL)
    return at + strlen (at);
  while (g_ascii_isalnum (name[length]) && length < MAX_NAME)
    length++;
  lower = g_ascii_strdown (name, (gssize) length);
  tag = tag_of (lower);
  if (r->skipping > 0 && tag != TAG_SKIP)
    return end + 1;
  if (closes)
    close_tag (r, tag);
  else
    open_tag (r, tag, lower, name, (gsize) (end - name));
  return end + 1;
}

/* ---- Characters ---- */

static gunichar
named_character (const char *name, gsize length)
{
  static const struct {
    const char *name;
    gunichar c;
  } names[] = {
    { "amp", '&' },       { "lt", '<' },       { "gt", '>' },       { "quot", '"' },
    { "apos", '\'' },     { "nbsp", 0xa0 },    { "ndash", 0x2013 }, { "mdash", 0x2014 },
    { "lsquo", 0x2018 },  { "rsquo", 0x2019 }, { "ldquo", 0x201c }, { "rdquo", 0x201d },
    { "hellip", 0x2026 }, { "bull", 0x2022 },  { "middot", 0xb7 },  { "pound", 0xa3 },
    { "eacute", 0xe9 },   { "euro", 0x20ac },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == length && strncmp (names[i].name, name, length) == 0)
      return names[i].c;
  return 0;
}

/* From "&" on: the character that is meant; "&" itself where none is. */
static gunichar
read_entity (const char *at, const char **next)
{
  gsize length = strcspn (at + 1, ";<& \n");
  gunichar c = 0;

  *next = at + 1;
  if (at[1 + length] != ';' || length == 0 || length > 10)
    return '&';
  if (at[1] == '#')
    c = (gunichar) (g_ascii_tolower (at[2]) == 'x' ? g_ascii_strtoull (at + 3, NULL, 16)
                                                   : g_ascii_strtoull (at + 2, NULL, 10));
  else
    c = named_character (at + 1, length);
  if (c == 0 || !g_unichar_validate (c))
    return '&';
  *next = at + length + 2;
  return c;
}

static void
decode (GString *out, const char *from, gsize length)
{
  const char *end = from + length;

  while (from < end)
    if (*from == '&')
      g_string_append_unichar (out, read_entity (from, &from));
    else
      g_string_append_c (out, *from++);
}

static void
read_all (Reader *r, const char *html)
{
  for (const char *at = html; *at != '\0';) {
    gunichar c;

    if (*at == '<' && (g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!' || at[1] == '?')) {
      at = read_tag (r, at);
      continue;
    }
    if (*at == '&') {
      c = read_entity (at, &at);
    } else {
      c = g_utf8_get_char (at);
      at = g_utf8_next_char (at);
    }
    if (r->skipping == 0)
      add_character (r, c);
  }
}

/* What is between the marks that some systems put around the part that was copied. */
static const char *
fragment_of (const char *html)
{
  const char *start = strstr (html, "<!--StartFragment-->");

  return start != NULL ? start : html;
}

/**
 * eh_pasted_html:
 * @html: HTML of any kind
 *
 * Returns: (transfer full) (element-type EhBlock): what it says, as blocks with a kind and words
 */
GPtrArray *
eh_pasted_html (const char *html)
{
  g_autofree char *valid = g_utf8_make_valid (fragment_of (html), -1);
  Reader reader = {
    .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free),
    .pieces = eh_markup_pieces_new (),
    .words = g_string_new (NULL),
  };

  read_all (&reader, valid);
  if (reader.in_row)
    end_row (&reader);
  end_block (&reader);
  g_array_unref (reader.pieces);
  g_string_free (reader.words, TRUE);
  g_free (reader.link);
  return reader.blocks;
}

/* Lines that all begin with a bullet are a list. */
static EhBlock *
plain_block (const char *paragraph)
{
  g_auto (GStrv) lines = g_strsplit (paragraph, "\n", -1);
  g_autoptr (GString) items = g_string_new (NULL);
  EhBlock *block = eh_block_new ();
  gboolean list = TRUE;

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = g_strstrip (lines[i]);
    const char *item = without_bullet (line);
    g_autofree char *escaped = NULL;

    if (item == NULL && (g_str_has_prefix (line, "- ") || g_str_has_prefix (line, "* ")))
      item = line + 2;
    list &= item != NULL;
    escaped = eh_markup_escape (item != NULL ? item : line);
    g_string_append_printf (items, "%s%s", i > 0 ? "\n" : "", escaped);
  }
  block->kind = list ? EH_BLOCK_KIND_LIST : EH_BLOCK_KIND_PARAGRAPH;
  g_free (block->text);
  block->text = list ? g_string_free (g_steal_pointer (&items), FALSE)
                     : eh_markup_escape (paragraph);
  return block;
}

/**
 * eh_pasted_text:
 * @text: words
 *
 * Returns: (transfer full) (element-type EhBlock): a block for each stretch between blank lines
 */
GPtrArray *
eh_pasted_text (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  g_autofree char *clean = eh_text_clean (text);
  g_autoptr (GRegex) blank = g_regex_new ("\\n[ \\t]*\\n\\s*", G_REGEX_DEFAULT, 0, NULL);
  g_auto (GStrv) parts = g_regex_split (blank, clean, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!eh_text_is_blank (parts[i]))
      g_ptr_array_add (blocks, plain_block (g_strstrip (parts[i])));
  return blocks;
}
