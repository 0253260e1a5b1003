/* What a browser sends when a form is sent: application/x-www-form-urlencoded (URL Standard, 5.1).
 * It comes from anybody. A field that is not UTF-8 or holds a NUL makes the whole form refused,
 * rather than to guess what was meant. */

#include "eh-form-data.h"

#include "eh-text.h"

#include <string.h>

#define MAX_FIELDS 32

static gboolean
decode (const char *data, gsize size, GString *out)
{
  for (gsize i = 0; i < size; i++) {
    int high, low;

    if (data[i] == '+') {
      g_string_append_c (out, ' ');
      continue;
    }
    if (data[i] != '%') {
      g_string_append_c (out, data[i]);
      continue;
    }
    if (i + 2 >= size)
      return FALSE;
    high = g_ascii_xdigit_value (data[i + 1]);
    low = g_ascii_xdigit_value (data[i + 2]);
    if (high < 0 || low < 0)
      return FALSE;
    g_string_append_c (out, (char) (high * 16 + low));
    i += 2;
  }
  return g_utf8_validate_len (out->str, out->len, NULL);
}

static gboolean
add_field (GHashTable *fields, const char *data, gsize size)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  const char *equals = memchr (data, '=', size);
  gsize name_size = equals != NULL ? (gsize) (equals - data) : size;

  if (size == 0)
    return TRUE;
  if (!decode (data, name_size, name) ||
      (equals != NULL && !decode (equals + 1, size - name_size - 1, value)))
    return FALSE;
  /* The same field twice is nothing that our forms do. */
  return g_hash_table_insert (fields, g_strdup (name->str), g_strdup (value->str));
}

/**
 * eh_form_data_parse:
 * @data: what was sent
 * @size: its size in bytes
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the fields; %NULL for what our
 * forms do not send
 */
GHashTable *
eh_form_data_parse (const char *data, gsize size)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n = 0;

  for (gsize at = 0; at < size; n++) {
    const char *end = memchr (data + at, '&', size - at);
    gsize length = end != NULL ? (gsize) (end - (data + at)) : size - at;

    if (n >= MAX_FIELDS || !add_field (fields, data + at, length))
      return NULL;
    at += length + 1;
  }
  return g_steal_pointer (&fields);
}

/**
 * eh_form_data_get:
 * @fields: what eh_form_data_parse() gave
 * @name: of a field
 *
 * Returns: (transfer none): its value; "" where there is none
 */
const char *
eh_form_data_get (GHashTable *fields, const char *name)
{
  const char *value = g_hash_table_lookup (fields, name);

  return value != NULL ? value : "";
}

/* U+202A to U+202E and U+2066 to U+2069 turn the direction of what stands around the words; U+FEFF
 * and U+FFF9 to U+FFFB are marks that nobody sees. */
static gboolean
is_trick (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff ||
         (c >= 0xfff9 && c <= 0xfffb) || c == 0x2028 || c == 0x2029;
}

/**
 * eh_form_data_clean:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): as eh_text_clean(), without what could turn or hide the words of others
 */
char *
eh_form_data_clean (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x2028 || c == 0x2029)
      g_string_append_c (plain, '\n');
    else if (!is_trick (c))
      g_string_append_unichar (plain, c);
  }
  return eh_text_clean (plain->str);
}
