#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhWallRule:
 * @EH_WALL_AUTO: whichever the words look like
 * @EH_WALL_LINES: each line is a note
 * @EH_WALL_GAPS: a note ends at a blank line
 *
 * Where one note ends and the next begins.
 */
typedef enum {
  EH_WALL_AUTO,
  EH_WALL_LINES,
  EH_WALL_GAPS,
} EhWallRule;

/* A note of more characters than this is flagged: perhaps it is two. */
#define EH_WALL_LONG 400

/**
 * EhWallPiece:
 * @text: the words, without bullets, numbers and quotation marks around them
 * @whole: the words with what may be the number of a slip still before them
 * @slip: (nullable): what may be the number or the code of a slip: "17", "K7RQM"
 * @is_long: more than @EH_WALL_LONG characters
 * @like: index of an earlier piece or, where @like_known, of something known that says much the
 * same; -1 for none
 * @like_known: what @like counts in
 *
 * A note of the wall.
 */
typedef struct {
  char *text;
  char *whole;
  char *slip;
  gboolean is_long;
  int like;
  gboolean like_known;
} EhWallPiece;

EhWallPiece *eh_wall_piece_new (const char *words);
void eh_wall_piece_free (EhWallPiece *self);
EhWallRule eh_wall_guess (const char *words);
GPtrArray *eh_wall_split (const char *words, EhWallRule rule);
void eh_wall_compare (GPtrArray *pieces, const char *const *known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhWallPiece, eh_wall_piece_free)

G_END_DECLS
