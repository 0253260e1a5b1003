/* Text as people type it: cleaned, compared, shortened. Everything here takes valid UTF-8; input
 * from outside is checked where it comes in. */

#include "eh-text.h"

#include <string.h>

/* Whatever stands below U+0300, the first combining mark, is in NFC: the usual case, and a cheap
 * one to see. */
static gboolean
is_surely_nfc (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != 0; p++)
    if (*p >= 0xcc)
      return FALSE;
  return TRUE;
}

/* Whether cleaning would change nothing: printable ASCII without white space at either end, and,
 * for a line, without two spaces in a row. Most names and labels are that. */
static gboolean
is_clean_ascii (const char *text, gboolean line)
{
  guchar last = ' ';

  for (const guchar *p = (const guchar *) text; *p != 0; p++) {
    if (*p < 0x20 || *p > 0x7e ||
        (*p == ' ' && last == ' ' && (line || p == (const guchar *) text)))
      return FALSE;
    last = *p;
  }
  return last != ' ';
}

/**
 * eh_text_clean:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): @text in NFC, without control characters but tab and line feed, line
 *   ends as line feeds, and no white space at either end; "" for %NULL. This is the form in which
 *   words are kept: what is not allowed in XML never reaches the file.
 */
char *
eh_text_clean (const char *text)
{
  g_autofree char *nfc = NULL;
  GString *out;

  if (text == NULL || text[0] == '\0')
    return g_strdup ("");
  if (is_clean_ascii (text, FALSE))
    return g_strdup (text);
  if (is_surely_nfc (text))
    nfc = g_strdup (text);
  else
    nfc = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (nfc == NULL)
    nfc = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (nfc));
  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\r') {
      if (p[1] == '\n')
        continue;
      c = '\n';
    }
    if ((c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0xfffe ||
        c == 0xffff)
      continue;
    if (c < 0x80)
      g_string_append_c (out, (char) c);
    else
      g_string_append_unichar (out, c);
  }
  return g_strstrip (g_string_free (out, FALSE));
}

/**
 * eh_text_clean_line:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): as eh_text_clean(), with every run of white space made one space: the
 *   form of a name, a title or a label
 */
char *
eh_text_clean_line (const char *text)
{
  g_autofree char *clean = NULL;
  GString *out;
  gboolean gap = FALSE;

  if (text != NULL && is_clean_ascii (text, TRUE))
    return g_strdup (text);
  clean = eh_text_clean (text);
  out = g_string_sized_new (strlen (clean));
  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c)) {
      gap = TRUE;
      continue;
    }
    if (gap && out->len > 0)
      g_string_append_c (out, ' ');
    gap = FALSE;
    g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_text_is_blank:
 * @text: (nullable): UTF-8
 *
 * Returns: whether @text says nothing: %NULL, empty, or white space alone
 */
gboolean
eh_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * eh_text_fold:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): @text for comparing as a person would: no case, no accents, one space
 *   between words
 */
char *
eh_text_fold (const char *text)
{
  g_autofree char *line = eh_text_clean_line (text);
  g_autofree char *lower = g_utf8_casefold (line, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);
  GString *out = g_string_new (NULL);

  for (const char *p = apart != NULL ? apart : lower; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_ismark (c))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_text_words:
 * @text: (nullable): what somebody searches for
 *
 * Returns: (transfer full) (array zero-terminated=1): its words, folded
 */
char **
eh_text_words (const char *text)
{
  g_autofree char *folded = eh_text_fold (text);
  g_auto (GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);
  return g_strv_builder_end (words);
}

/**
 * eh_text_has_words:
 * @folded: a folded text
 * @words: (array zero-terminated=1): as eh_text_words() gives them
 *
 * Returns: whether each of them stands somewhere in it
 */
gboolean
eh_text_has_words (const char *folded, char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * eh_text_unescape:
 * @escaped: what g_strescape() gave, from a file that may say anything
 *
 * Returns: (transfer full) (nullable): the text; %NULL where it breaks off or is no text
 */
char *
eh_text_unescape (const char *escaped)
{
  gsize n = strlen (escaped);
  gsize slashes = 0;
  char *text;

  while (slashes < n && escaped[n - slashes - 1] == '\\')
    slashes++;
  if (slashes % 2 != 0)
    return NULL;
  text = g_strcompress (escaped);
  if (!g_utf8_validate (text, -1, NULL))
    g_clear_pointer (&text, g_free);
  return text;
}

/**
 * eh_text_slug:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full): a key made of @text: folded letters and digits of any script, joined by
 *   hyphens; "x" when nothing is left
 */
char *
eh_text_slug (const char *text)
{
  g_autofree char *folded = eh_text_fold (text);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      g_string_append_unichar (out, c);
    else if (out->len > 0 && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  }
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0)
    g_string_append_c (out, 'x');
  return g_string_free (out, FALSE);
}

/**
 * eh_text_initials:
 * @name: (nullable): a full name
 *
 * Returns: (transfer full): the first letter of each word in upper case, "AM" for "Asha Mensah"
 */
char *
eh_text_initials (const char *name)
{
  g_autofree char *line = eh_text_clean_line (name);
  GString *out = g_string_new (NULL);
  gboolean at_start = TRUE;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == ' ' || c == '-')
      at_start = TRUE;
    else if (at_start && g_unichar_isalpha (c)) {
      g_string_append_unichar (out, g_unichar_toupper (c));
      at_start = FALSE;
    }
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_text_first_name:
 * @name: (nullable): a full name, the given name first
 *
 * Returns: (transfer full): the first word
 */
char *
eh_text_first_name (const char *name)
{
  char *line = eh_text_clean_line (name);
  char *space = strchr (line, ' ');

  if (space != NULL)
    *space = '\0';
  return line;
}

/**
 * eh_text_shorten:
 * @text: (nullable): UTF-8
 * @max_chars: the greatest length in characters, at least 1
 *
 * Returns: (transfer full): @text on one line, cut at a word where it is longer, with an ellipsis
 */
char *
eh_text_shorten (const char *text, guint max_chars)
{
  char *line = eh_text_clean_line (text);
  const char *end;
  const char *space;
  char *head;

  if ((gulong) g_utf8_strlen (line, -1) <= max_chars)
    return line;
  end = g_utf8_offset_to_pointer (line, (glong) max_chars - 1);
  space = g_strrstr_len (line, end - line, " ");
  if (space != NULL && space > line + (end - line) / 2)
    end = space;
  head = g_strndup (line, (gsize) (end - line));
  g_free (line);
  line = g_strconcat (head, "…", NULL);
  g_free (head);
  return line;
}

/**
 * eh_text_isolate:
 * @text: (nullable): words of a person, in any direction
 *
 * Returns: (transfer full): @text between U+2068 and U+2069, so that it cannot turn the direction
 * of the sentence that it stands in
 */
char *
eh_text_isolate (const char *text)
{
  return g_strconcat ("\xe2\x81\xa8", text != NULL ? text : "", "\xe2\x81\xa9", NULL);
}

/**
 * eh_text_join:
 * @strings: (element-type utf8): what to join
 * @separator: what to put between
 *
 * Returns: (transfer full): the strings with @separator between them
 */
char *
eh_text_join (GPtrArray *strings, const char *separator)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++) {
    if (i > 0)
      g_string_append (out, separator);
    g_string_append (out, strings->pdata[i]);
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_set_str:
 * @place: (inout): where a string is owned
 * @text: (nullable): what to own instead
 *
 * GLib's g_set_str(), which Debian 12 does not have yet.
 *
 * Returns: whether anything changed
 */
gboolean
eh_set_str (char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}
