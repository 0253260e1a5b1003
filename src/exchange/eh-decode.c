/* Text from outside, in whatever encoding it comes, as UTF-8. Any bytes at all are taken: what is
 * not a character becomes U+FFFD, so that a reader downstream never meets invalid text. */

#include "eh-decode.h"

#include <string.h>

#define REPLACEMENT  0xfffd
#define SNIFF_LENGTH 4096

/* 0x80 to 0x9f of Windows-1252; the five holes are 0 here.
 * Source: https://encoding.spec.whatwg.org/index-windows-1252.txt, which fills the holes with
 * control characters, of no use in text. */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static void
from_windows_1252 (const guint8 *data, gsize length, GString *out)
{
  for (gsize i = 0; i < length; i++) {
    gunichar c = data[i];

    if (c >= 0x80 && c <= 0x9f)
      c = windows_1252[c - 0x80] != 0 ? windows_1252[c - 0x80] : REPLACEMENT;
    if (c < 0x80)
      g_string_append_c (out, (char) c);
    else
      g_string_append_unichar (out, c);
  }
}

static guint
unit_at (const guint8 *data, gsize i, gboolean big_endian)
{
  return big_endian ? (guint) data[i] << 8 | data[i + 1] : (guint) data[i + 1] << 8 | data[i];
}

static void
from_utf16 (const guint8 *data, gsize length, gboolean big_endian, GString *out)
{
  gsize i = 0;

  while (i + 1 < length) {
    gunichar c = unit_at (data, i, big_endian);

    i += 2;
    if (c >= 0xd800 && c <= 0xdbff && i + 1 < length) {
      guint low = unit_at (data, i, big_endian);

      if (low >= 0xdc00 && low <= 0xdfff) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        i += 2;
      }
    }
    if (c >= 0xd800 && c <= 0xdfff)
      c = REPLACEMENT;
    g_string_append_unichar (out, c);
  }
  if (i < length)
    g_string_append_unichar (out, REPLACEMENT);
}

/* Without a mark, UTF-16 of any text with spaces and separators in it shows as NUL in every other
 * byte: nearly always on one side, nearly never on the other. */
static gboolean
looks_like_utf16 (const guint8 *data, gsize length, gboolean *big_endian)
{
  gsize n = MIN (length, SNIFF_LENGTH) & ~(gsize) 1;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    if (data[i] == 0)
      zeros[i & 1]++;
  *big_endian = zeros[0] > zeros[1];
  return n >= 4 && zeros[*big_endian ? 0 : 1] > n / 8 && zeros[*big_endian ? 1 : 0] < n / 64 + 1;
}

static gsize
drop_nul (char *text, gsize length)
{
  gsize kept = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] != '\0')
      text[kept++] = text[i];
  text[kept] = '\0';
  return kept;
}

static void
take (EhDecoded *decoded, GString *text)
{
  decoded->length = text->len;
  decoded->text = g_string_free (text, FALSE);
  decoded->had_nul = memchr (decoded->text, 0, decoded->length) != NULL;
  if (decoded->had_nul)
    decoded->length = drop_nul (decoded->text, decoded->length);
}

/**
 * eh_decode:
 * @bytes: a text file
 * @decoded: (out caller-allocates): its text, to be cleared with eh_decoded_clear()
 *
 * A byte order mark decides; without one, what is valid UTF-8 is UTF-8, what has a NUL in every
 * other byte is UTF-16, and anything else is taken for Windows-1252 and said to be guessed.
 */
void
eh_decode (GBytes *bytes, EhDecoded *decoded)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GString *out = g_string_sized_new (length + 2);
  gboolean big_endian = FALSE;

  *decoded = (EhDecoded){ NULL };
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    data += 3;
    length -= 3;
  } else if (length >= 2 &&
             ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff))) {
    decoded->encoding = EH_ENCODING_UTF16;
    from_utf16 (data + 2, length - 2, data[0] == 0xfe, out);
    take (decoded, out);
    return;
  } else if (length > 0 && looks_like_utf16 (data, length, &big_endian)) {
    decoded->encoding = EH_ENCODING_UTF16;
    from_utf16 (data, length, big_endian, out);
    take (decoded, out);
    return;
  }
  if (length > 0)
    g_string_append_len (out, (const char *) data, (gssize) length);
  take (decoded, out);
  if (!g_utf8_validate_len (decoded->text, decoded->length, NULL)) {
    GString *western = g_string_sized_new (decoded->length + decoded->length / 8 + 2);

    from_windows_1252 ((const guint8 *) decoded->text, decoded->length, western);
    g_free (decoded->text);
    decoded->length = western->len;
    decoded->text = g_string_free (western, FALSE);
    decoded->encoding = EH_ENCODING_WINDOWS_1252;
    decoded->guessed = TRUE;
  }
}

/**
 * eh_decoded_clear:
 * @decoded: what eh_decode() filled
 */
void
eh_decoded_clear (EhDecoded *decoded)
{
  g_clear_pointer (&decoded->text, g_free);
}
