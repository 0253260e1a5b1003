/* Blocks of a document for the clipboard: as they are for this program, with headings, lists,
 * emphasis and links for word processors and browsers, and as words for everything else. */

#include "eh-block-copy.h"

#include "eh-markup.h"
#include "eh-text.h"

#include <string.h>

static GPtrArray *
copy_blocks (GPtrArray *blocks)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);

  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (copy, eh_block_copy (blocks->pdata[i]));
  return copy;
}

typedef GPtrArray EhCopiedBlocks;

static void
free_blocks (EhCopiedBlocks *blocks)
{
  g_ptr_array_unref (blocks);
}

G_DEFINE_BOXED_TYPE (EhCopiedBlocks, eh_copied_blocks, copy_blocks, free_blocks)

/* ---- Words ---- */

static char *
plain_of (const EhBlock *block, const char *text)
{
  return eh_block_has_markup (block->kind) ? eh_markup_plain (text) : g_strdup (text);
}

/**
 * eh_block_copy_text:
 * @blocks: (element-type EhBlock): blocks
 *
 * Returns: (transfer full): their words, with a blank line between them
 */
char *
eh_block_copy_text (GPtrArray *blocks)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++) {
    const EhBlock *block = blocks->pdata[i];
    g_autofree char *text = plain_of (block, block->text);
    g_autofree char *detail = plain_of (block, block->detail);
    const char *const parts[] = { text, detail };

    for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
      if (!eh_text_is_blank (parts[p]))
        g_string_append_printf (all, "%s%s", all->len > 0 ? "\n\n" : "", parts[p]);
  }
  return g_string_free (all, FALSE);
}

/* ---- As a page ---- */

static void
add_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

static void
add_piece (GString *html, const EhMarkupPiece *piece)
{
  gboolean written = piece->kind == EH_MARKUP_CITATION || piece->kind == EH_MARKUP_NOTE;
  gboolean link = piece->kind == EH_MARKUP_LINK && piece->target != NULL;
  g_autofree char *signs = written ? eh_markup_write (piece, 1, FALSE) : NULL;

  if (link) {
    g_string_append (html, "<a href=\"");
    add_escaped (html, piece->target);
    g_string_append (html, "\">");
  }
  if ((piece->style & EH_MARKUP_STRONG) != 0)
    g_string_append (html, "<b>");
  if ((piece->style & EH_MARKUP_EMPHASIS) != 0)
    g_string_append (html, "<i>");
  add_escaped (html, written ? signs : piece->text);
  if ((piece->style & EH_MARKUP_EMPHASIS) != 0)
    g_string_append (html, "</i>");
  if ((piece->style & EH_MARKUP_STRONG) != 0)
    g_string_append (html, "</b>");
  if (link)
    g_string_append (html, "</a>");
}

static void
add_words (GString *html, const EhBlock *block, const char *text)
{
  g_autoptr (GArray) pieces = NULL;

  if (!eh_block_has_markup (block->kind)) {
    add_escaped (html, text);
    return;
  }
  pieces = eh_markup_parse (text);
  for (guint i = 0; i < pieces->len; i++)
    add_piece (html, &g_array_index (pieces, EhMarkupPiece, i));
}

static void
add_in (GString *html, const char *element, const EhBlock *block, const char *text)
{
  if (eh_text_is_blank (text))
    return;
  g_string_append_printf (html, "<%s>", element);
  add_words (html, block, text);
  g_string_append_printf (html, "</%s>\n", element);
}

static void
add_list (GString *html, const EhBlock *block)
{
  const char *element = g_str_equal (block->source, "ordered") ? "ol" : "ul";
  g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);
  gboolean within = FALSE;

  g_string_append_printf (html, "<%s>", element);
  for (guint i = 0; lines[i] != NULL; i++) {
    gboolean nested = g_str_has_prefix (lines[i], "  ") || lines[i][0] == '\t';

    if (nested != within)
      g_string_append_printf (html, nested ? "<%s>" : "</%s>", element);
    within = nested;
    add_in (html, "li", block, g_strchug (lines[i]));
  }
  g_string_append_printf (html, within ? "</%1$s></%1$s>\n" : "</%1$s>\n", element);
}

static void
add_table (GString *html, const EhBlock *block)
{
  g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

  g_string_append (html, "<table>");
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) cells = g_strsplit_set (lines[i], strchr (lines[i], '\t') != NULL ? "\t" : "|",
                                           -1);

    g_string_append (html, "<tr>");
    for (guint c = 0; cells[c] != NULL; c++) {
      g_string_append (html, i == 0 ? "<th>" : "<td>");
      add_escaped (html, g_strstrip (cells[c]));
      g_string_append (html, i == 0 ? "</th>" : "</td>");
    }
    g_string_append (html, "</tr>");
  }
  g_string_append (html, "</table>\n");
}

static void
add_block (GString *html, const EhBlock *block)
{
  static const char *const headings[] = { "h1", "h2", "h3" };

  if (block->kind == EH_BLOCK_KIND_HEADING)
    add_in (html, headings[CLAMP (block->level, 1, 3) - 1], block, block->text);
  else if (block->kind == EH_BLOCK_KIND_LIST)
    add_list (html, block);
  else if (block->kind == EH_BLOCK_KIND_TABLE && eh_text_is_blank (block->source))
    add_table (html, block);
  else
    add_in (html, block->kind == EH_BLOCK_KIND_QUOTATION ? "blockquote" : "p", block, block->text);
  add_in (html, "p", block, block->detail);
}

/**
 * eh_block_copy_html:
 * @blocks: (element-type EhBlock): blocks
 *
 * Returns: (transfer full): them as eh_pasted_html() and word processors read them
 */
char *
eh_block_copy_html (GPtrArray *blocks)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\">\n");

  for (guint i = 0; i < blocks->len; i++)
    add_block (html, blocks->pdata[i]);
  return g_string_free (html, FALSE);
}

/* ---- The clipboard ---- */

static GdkContentProvider *
bytes_of (const char *type, char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (words, strlen (words));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/**
 * eh_block_copy_provider:
 * @blocks: (element-type EhBlock): blocks
 *
 * Returns: (transfer full): them for a clipboard, in every way in which they can be pasted
 */
GdkContentProvider *
eh_block_copy_provider (GPtrArray *blocks)
{
  GdkContentProvider *ways[] = {
    gdk_content_provider_new_typed (EH_TYPE_COPIED_BLOCKS, blocks),
    bytes_of ("text/html", eh_block_copy_html (blocks)),
    bytes_of ("text/plain;charset=utf-8", eh_block_copy_text (blocks)),
    bytes_of ("text/plain", eh_block_copy_text (blocks)),
  };

  return gdk_content_provider_new_union (ways, G_N_ELEMENTS (ways));
}
