/* The markup that people's words are kept in (eh-markup.h), as the runs of a document and back. */

#include "eh-doc-markup.h"

#define STYLES (EH_MARKUP_STRONG | EH_MARKUP_EMPHASIS)

G_STATIC_ASSERT ((int) EH_MARKUP_STRONG == (int) EH_DOC_STYLE_STRONG);
G_STATIC_ASSERT ((int) EH_MARKUP_EMPHASIS == (int) EH_DOC_STYLE_EMPHASIS);

static EhDocText *parse (const char *markup, gboolean in_note);

static void
add_piece (EhDocText *out, const EhMarkupPiece *piece, gboolean in_note)
{
  guint before = eh_doc_text_n_runs (out);

  switch (piece->kind) {
  case EH_MARKUP_LINK:
    eh_doc_text_add_link (out, piece->text, piece->target);
    break;
  case EH_MARKUP_REFERENCE:
    eh_doc_text_add_reference (out, piece->text, piece->target);
    break;
  case EH_MARKUP_CITATION:
    eh_doc_text_add_citation (out, piece->target, piece->text);
    break;
  case EH_MARKUP_NOTE:
    /* A note has no notes: its words say it all. */
    if (in_note)
      eh_doc_text_add (out, piece->text, EH_DOC_STYLE_NONE);
    else
      eh_doc_text_add_note_text (out, parse (piece->text, TRUE));
    break;
  case EH_MARKUP_TEXT:
  default:
    eh_doc_text_add (out, piece->text, EH_DOC_STYLE_NONE);
    break;
  }
  if (eh_doc_text_n_runs (out) > before)
    eh_doc_text_style_last (out, (EhDocStyle) piece->style);
}

static EhDocText *
parse (const char *markup, gboolean in_note)
{
  g_autoptr (GArray) pieces = eh_markup_parse (markup);
  EhDocText *out = eh_doc_text_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    add_piece (out, &g_array_index (pieces, EhMarkupPiece, i), in_note);
  return out;
}

/**
 * eh_doc_markup_parse:
 * @markup: (nullable): words with marks, such as a block of a guidance holds
 *
 * Returns: (transfer full): the same as runs
 */
EhDocText *
eh_doc_markup_parse (const char *markup)
{
  return parse (markup, FALSE);
}

/**
 * eh_doc_markup_plain:
 * @markup: (nullable): words with marks
 *
 * Returns: (transfer full): as eh_markup_plain()
 */
char *
eh_doc_markup_plain (const char *markup)
{
  return eh_markup_plain (markup);
}

/**
 * eh_doc_markup_escape:
 * @plain: (nullable): words without marks
 *
 * Returns: (transfer full): as eh_markup_escape()
 */
char *
eh_doc_markup_escape (const char *plain)
{
  return eh_markup_escape (plain);
}

static char *
to_markup (const EhDocText *text, gboolean in_note)
{
  g_autoptr (GArray) pieces = eh_markup_pieces_new ();
  static const EhMarkupKind kinds[] = {
    [EH_DOC_RUN_TEXT] = EH_MARKUP_TEXT,           [EH_DOC_RUN_LINK] = EH_MARKUP_LINK,
    [EH_DOC_RUN_REFERENCE] = EH_MARKUP_REFERENCE, [EH_DOC_RUN_NOTE] = EH_MARKUP_NOTE,
    [EH_DOC_RUN_CITATION] = EH_MARKUP_CITATION,
  };

  for (guint i = 0; text != NULL && i < eh_doc_text_n_runs (text); i++) {
    const EhDocRun *run = eh_doc_text_run (text, i);
    g_autofree char *note = run->kind == EH_DOC_RUN_NOTE && !in_note ? to_markup (run->words, TRUE)
                                                                     : NULL;

    if (run->kind != EH_DOC_RUN_NOTE || note != NULL)
      eh_markup_pieces_add (pieces, kinds[run->kind], (EhMarkupStyle) (run->style & STYLES),
                            note != NULL ? note : run->text, run->target);
  }
  return eh_markup_write ((const EhMarkupPiece *) (gconstpointer) pieces->data, pieces->len,
                          in_note);
}

/**
 * eh_doc_markup_write:
 * @text: (nullable): runs; the languages of words are not kept
 *
 * Returns: (transfer full): markup that reads as @text
 */
char *
eh_doc_markup_write (const EhDocText *text)
{
  return to_markup (text, FALSE);
}
