/* The little of LaTeX that stands in the titles and names of a bibliography: accents, dashes, marks
 * that have to be escaped, and braces that only keep a capital. */

#include "eh-latex.h"

#include <string.h>

/* An accent, and the combining character that it is (Unicode, block 0300). */
static const struct {
  char command;
  gunichar combining;
} accents[] = {
  { '`', 0x0300 }, { '\'', 0x0301 }, { '^', 0x0302 }, { '~', 0x0303 }, { '=', 0x0304 },
  { 'u', 0x0306 }, { '.', 0x0307 },  { '"', 0x0308 }, { 'r', 0x030a }, { 'H', 0x030b },
  { 'v', 0x030c }, { 'd', 0x0323 },  { 'c', 0x0327 }, { 'k', 0x0328 }, { 'b', 0x0331 },
};

/* Letters that have a name. */
static const struct {
  const char *command;
  const char *text;
} letters[] = {
  { "ss", "ß" },
  { "ae", "æ" },
  { "AE", "Æ" },
  { "oe", "œ" },
  { "OE", "Œ" },
  { "o", "ø" },
  { "O", "Ø" },
  { "l", "ł" },
  { "L", "Ł" },
  { "aa", "å" },
  { "AA", "Å" },
  { "i", "ı" },
  { "j", "ȷ" },
  { "dh", "ð" },
  { "th", "þ" },
  { "DH", "Ð" },
  { "TH", "Þ" },
  { "dag", "†" },
  { "S", "§" },
  { "P", "¶" },
  { "copyright", "©" },
  { "pounds", "£" },
  { "euro", "€" },
  { "textendash", "–" },
  { "textemdash", "—" },
  { "ldots", "…" },
  { "dots", "…" },
  { "textquoteright", "’" },
  { "textquoteleft", "‘" },
  { "textasciitilde", "~" },
  { "textbackslash", "\\" },
  { "slash", "/" },
};

static gunichar
accent_of (char command)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].command == command)
      return accents[i].combining;
  return 0;
}

/* The letter that an accent stands on: "{e}", "e", "\i" or " e". */
static const char *
take_base (const char *at, gunichar *base)
{
  gboolean braced;

  while (*at == ' ')
    at++;
  braced = *at == '{';
  if (braced)
    at++;
  if (at[0] == '\\' && (at[1] == 'i' || at[1] == 'j'))
    at++;
  *base = g_utf8_get_char (at);
  if (*base == 0 || *base == '}')
    return NULL;
  at = g_utf8_next_char (at);
  return braced && *at == '}' ? at + 1 : at;
}

static const char *
take_accent (const char *at, gunichar combining, GString *out)
{
  gunichar base;
  const char *after = take_base (at, &base);

  if (after == NULL)
    return at;
  g_string_append_unichar (out, base);
  g_string_append_unichar (out, combining);
  return after;
}

static const char *
take_named (const char *at, GString *out)
{
  gsize length = 0;

  while (g_ascii_isalpha (at[length]))
    length++;
  if (length == 1 && accent_of (*at) != 0)
    return take_accent (at + 1, accent_of (*at), out);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strlen (letters[i].command) == length && strncmp (letters[i].command, at, length) == 0)
      g_string_append (out, letters[i].text);
  at += length;
  /* A blank after a name only ends it; what a command is given stays as words. */
  return *at == ' ' ? at + 1 : at;
}

static const char *
take_command (const char *at, GString *out)
{
  if (*at == '\0')
    return at;
  if (g_ascii_isalpha (*at))
    return take_named (at, out);
  if (accent_of (*at) != 0)
    return take_accent (at + 1, accent_of (*at), out);
  if (*at == '\\') /* a new line */
    g_string_append_c (out, ' ');
  else if (!strchr (",;:!-/@", *at)) /* thin blanks and places to break */
    g_string_append_len (out, at, g_utf8_next_char (at) - at);
  return g_utf8_next_char (at);
}

/**
 * eh_latex_to_text:
 * @latex: a value of a bibliography, in UTF-8
 *
 * Returns: (transfer full): as people read it; what is not known of LaTeX is left out
 */
char *
eh_latex_to_text (const char *latex)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*latex != '\0') {
    if (*latex == '\\') {
      latex = take_command (latex + 1, out);
    } else if (g_str_has_prefix (latex, "---")) {
      g_string_append (out, "—");
      latex += 3;
    } else if (g_str_has_prefix (latex, "--")) {
      g_string_append (out, "–");
      latex += 2;
    } else if (*latex == '{' || *latex == '}' || *latex == '$') {
      latex++;
    } else if (*latex == '~') {
      g_string_append_c (out, ' ');
      latex++;
    } else {
      const char *next = g_utf8_next_char (latex);

      g_string_append_len (out, latex, next - latex);
      latex = next;
    }
  }
  return g_utf8_normalize (out->str, -1, G_NORMALIZE_NFC);
}

/**
 * eh_latex_from_text:
 * @text: UTF-8
 *
 * Returns: (transfer full): the same for a bibliography that is read as UTF-8: what means something
 *   to LaTeX is escaped, so that it comes back as it was
 */
char *
eh_latex_from_text (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++) {
    if (strchr ("&%$#_", *text) != NULL)
      g_string_append_printf (out, "\\%c", *text);
    else if (*text == '\\')
      g_string_append (out, "\\textbackslash ");
    else if (*text == '~')
      g_string_append (out, "\\textasciitilde ");
    else if (*text == '{' || *text == '}')
      g_string_append_c (out, *text == '{' ? '(' : ')');
    else if (*text == '-' && text[1] == '-')
      g_string_append (out, "-{}");
    else
      g_string_append_c (out, *text);
  }
  return g_string_free (out, FALSE);
}
