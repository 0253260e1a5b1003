#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhEncoding:
 * @EH_ENCODING_UTF8: UTF-8, with or without a byte order mark
 * @EH_ENCODING_UTF16: UTF-16 in either byte order
 * @EH_ENCODING_WINDOWS_1252: western European text of older spreadsheets
 */
typedef enum {
  EH_ENCODING_UTF8,
  EH_ENCODING_UTF16,
  EH_ENCODING_WINDOWS_1252,
} EhEncoding;

/**
 * EhDecoded:
 * @text: valid UTF-8 without NUL inside, ended by NUL; with room for one byte more
 * @length: its length in bytes
 * @encoding: what it was
 * @guessed: nothing in the file says so: it is not UTF-8, and reads as this
 * @had_nul: NUL bytes were in it and have been left out
 *
 * A text file of unknown encoding, as UTF-8.
 */
typedef struct {
  char *text;
  gsize length;
  EhEncoding encoding;
  gboolean guessed;
  gboolean had_nul;
} EhDecoded;

void eh_decode (GBytes *bytes, EhDecoded *decoded);
void eh_decoded_clear (EhDecoded *decoded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EhDecoded, eh_decoded_clear)

G_END_DECLS
