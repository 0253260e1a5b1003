/* Writing JSON (RFC 8259) for other programs: small, and sure about numbers, which are never
 * written in the manner of the user's country. */

#include "eh-json-out.h"

#include <math.h>
#include <string.h>

struct _EhJsonOut {
  GString *out;
  guint depth;
  gboolean first; /* nothing stands in the open object or array yet */
};

/**
 * eh_json_out_new:
 *
 * Returns: (transfer full): a writer with nothing written
 */
EhJsonOut *
eh_json_out_new (void)
{
  EhJsonOut *self = g_new0 (EhJsonOut, 1);

  self->out = g_string_new (NULL);
  self->first = TRUE;
  return self;
}

void
eh_json_out_free (EhJsonOut *self)
{
  if (self == NULL)
    return;
  g_string_free (self->out, TRUE);
  g_free (self);
}

/**
 * eh_json_out_finish:
 * @self: a writer whose objects and arrays are all ended
 *
 * Returns: (transfer none): what was written, with a line feed at its end
 */
GString *
eh_json_out_finish (EhJsonOut *self)
{
  g_return_val_if_fail (self->depth == 0, self->out);
  g_string_append_c (self->out, '\n');
  return self->out;
}

/* What RFC 8259, 7 asks to escape, and DEL and the line separators, which trip other readers. */
static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    guchar c = (guchar) *p;

    if (c == '"' || c == '\\')
      g_string_append_printf (out, "\\%c", c);
    else if (c == '\n')
      g_string_append (out, "\\n");
    else if (c == '\t')
      g_string_append (out, "\\t");
    else if (c < 0x20 || c == 0x7f)
      g_string_append_printf (out, "\\u%04x", c);
    else
      g_string_append_c (out, (char) c);
  }
  g_string_append_c (out, '"');
}

static void
new_line (EhJsonOut *self)
{
  if (self->out->len > 0)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

static void
begin_value (EhJsonOut *self, const char *name)
{
  if (!self->first)
    g_string_append_c (self->out, ',');
  self->first = FALSE;
  new_line (self);
  if (name != NULL) {
    append_string (self->out, name);
    g_string_append (self->out, ": ");
  }
}

static void
begin_container (EhJsonOut *self, const char *name, char bracket)
{
  begin_value (self, name);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->first = TRUE;
}

static void
end_container (EhJsonOut *self, char bracket)
{
  g_return_if_fail (self->depth > 0);
  self->depth--;
  if (!self->first)
    new_line (self);
  g_string_append_c (self->out, bracket);
  self->first = FALSE;
}

/**
 * eh_json_out_begin_object:
 * @self: a writer
 * @name: (nullable): the member that it is, or %NULL in an array and at the top
 *
 * Begins an object, as eh_json_out_begin_array() an array; eh_json_out_end_object() and
 * eh_json_out_end_array() end it. Values between are added with eh_json_out_text(),
 * eh_json_out_int(), eh_json_out_number(), eh_json_out_bool(), eh_json_out_null() and
 * eh_json_out_id(), each with the name of the member or %NULL in an array.
 */
void
eh_json_out_begin_object (EhJsonOut *self, const char *name)
{
  begin_container (self, name, '{');
}

void
eh_json_out_end_object (EhJsonOut *self)
{
  end_container (self, '}');
}

void
eh_json_out_begin_array (EhJsonOut *self, const char *name)
{
  begin_container (self, name, '[');
}

void
eh_json_out_end_array (EhJsonOut *self)
{
  end_container (self, ']');
}

void
eh_json_out_text (EhJsonOut *self, const char *name, const char *text)
{
  begin_value (self, name);
  if (g_utf8_validate (text, -1, NULL)) {
    append_string (self->out, text);
  } else {
    g_autofree char *valid = g_utf8_make_valid (text, -1);

    append_string (self->out, valid);
  }
}

/**
 * eh_json_out_text_or_null:
 * @self: a writer
 * @name: (nullable): the member that it is
 * @text: (nullable): UTF-8
 *
 * Adds the text, or null where there is none or it is empty.
 */
void
eh_json_out_text_or_null (EhJsonOut *self, const char *name, const char *text)
{
  if (text == NULL || text[0] == '\0')
    eh_json_out_null (self, name);
  else
    eh_json_out_text (self, name, text);
}

void
eh_json_out_int (EhJsonOut *self, const char *name, gint64 value)
{
  begin_value (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/* More digits than a measure of people can mean, and none of the noise of binary fractions. */
void
eh_json_out_number (EhJsonOut *self, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value)) {
    eh_json_out_null (self, name);
    return;
  }
  if (fabs (value) < 1e15 && value == floor (value)) {
    eh_json_out_int (self, name, (gint64) value);
    return;
  }
  g_ascii_formatd (text, sizeof text, "%.12g", value);
  begin_value (self, name);
  g_string_append (self->out, text);
}

void
eh_json_out_bool (EhJsonOut *self, const char *name, gboolean value)
{
  begin_value (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

void
eh_json_out_null (EhJsonOut *self, const char *name)
{
  begin_value (self, name);
  g_string_append (self->out, "null");
}

/* A key as text: a reader with doubles for numbers would change its last digits. */
void
eh_json_out_id (EhJsonOut *self, const char *name, EhId id)
{
  g_autofree char *text = id != EH_ID_NONE ? eh_id_to_string (id) : NULL;

  eh_json_out_text_or_null (self, name, text);
}
