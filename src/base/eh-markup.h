#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhMarkupKind:
 * What a piece of a text is. Its words are in `text`, where it leads in `target`.
 */
typedef enum {
  EH_MARKUP_TEXT,
  EH_MARKUP_LINK,      /* target: an address of the web or of a person */
  EH_MARKUP_REFERENCE, /* target: what in the same document is meant; text may be empty */
  EH_MARKUP_CITATION,  /* target: the key of a resource; text: where in it, or empty */
  EH_MARKUP_NOTE,      /* text: what the footnote says, itself with marks */
} EhMarkupKind;

typedef enum {
  EH_MARKUP_PLAIN = 0,
  EH_MARKUP_STRONG = 1 << 0,
  EH_MARKUP_EMPHASIS = 1 << 1,
} EhMarkupStyle;

/**
 * EhMarkupPiece:
 * @kind: what it is
 * @style: how it stands out
 * @text: its words; never %NULL
 * @target: (nullable): where it leads
 *
 * A piece of a text in which one thing holds.
 */
typedef struct {
  EhMarkupKind kind;
  EhMarkupStyle style;
  char *text;
  char *target;
} EhMarkupPiece;

GArray *eh_markup_parse (const char *markup);
char *eh_markup_plain (const char *markup);
char *eh_markup_escape (const char *plain);
char *eh_markup_write (const EhMarkupPiece *pieces, guint n_pieces, gboolean enclosed);

GArray *eh_markup_pieces_new (void);
void eh_markup_pieces_add (
    GArray *pieces, EhMarkupKind kind, EhMarkupStyle style, const char *text, const char *target);

G_END_DECLS
