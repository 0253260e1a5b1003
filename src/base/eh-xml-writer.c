/* XML and HTML into memory: a string that grows and a stack of open elements. There is no way to
 * leave an element open, to close the wrong one, or to let text through unescaped;
 * eh_xml_writer_raw() is the one door, for markup that another writer of ours made. */

#include "eh-xml-writer.h"

#include <stdarg.h>
#include <string.h>

struct _EhXmlWriter {
  GString *out;
  GPtrArray *open; /* (element-type utf8): names of the elements not closed yet */
  EhXmlDialect dialect;
  guint in_tag : 1; /* between "<p" and ">" */
};

/**
 * eh_xml_is_char:
 * @c: a character
 *
 * Returns: whether XML 1.0 (section 2.2) allows @c, less the C1 controls and non-characters, which
 * it only advises against
 */
gboolean
eh_xml_is_char (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n';
  if (c >= 0x7f && c < 0xa0)
    return FALSE;
  if ((c >= 0xd800 && c < 0xe000) || (c >= 0xfdd0 && c <= 0xfdef))
    return FALSE;
  return (c & 0xfffe) != 0xfffe && c <= 0x10ffff;
}

static void
append_escaped (GString *out, const char *text, gsize length, gboolean attribute)
{
  const char *end = text + length;
  const char *plain = text; /* start of what can be copied as it is */

  for (const char *p = text; p < end;) {
    const char *next = (guchar) *p < 0x80 ? p + 1 : g_utf8_next_char (p);
    const char *entity = NULL;

    switch (*p) {
    case '&':
      entity = "&amp;";
      break;
    case '<':
      entity = "&lt;";
      break;
    case '>':
      entity = "&gt;";
      break;
    case '"':
      entity = attribute ? "&quot;" : NULL;
      break;
    case '\n':
      entity = attribute ? "&#10;" : NULL;
      break;
    case '\t':
      entity = attribute ? "&#9;" : NULL;
      break;
    default:
      if (!eh_xml_is_char (g_utf8_get_char (p)))
        entity = "";
    }
    if (entity != NULL) {
      g_string_append_len (out, plain, p - plain);
      g_string_append (out, entity);
      plain = next;
    }
    p = next;
  }
  g_string_append_len (out, plain, end - plain);
}

static void
close_tag (EhXmlWriter *self)
{
  if (self->in_tag)
    g_string_append_c (self->out, '>');
  self->in_tag = FALSE;
}

static gboolean
is_void (const char *name)
{
  static const char *const voids[] = { "br", "hr", "img", "input", "link", "meta", "col", NULL };

  return g_strv_contains (voids, name);
}

/**
 * eh_xml_writer_new:
 * @dialect: XML or HTML
 *
 * Returns: (transfer full): a writer with nothing in it; an XML one has its declaration
 */
EhXmlWriter *
eh_xml_writer_new (EhXmlDialect dialect)
{
  EhXmlWriter *self = g_new0 (EhXmlWriter, 1);

  self->out = g_string_sized_new (8192);
  self->open = g_ptr_array_new_with_free_func (g_free);
  self->dialect = dialect;
  if (dialect == EH_XML_DIALECT_XML)
    g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  else if (dialect == EH_XML_DIALECT_HTML)
    g_string_append (self->out, "<!DOCTYPE html>\n");
  return self;
}

void
eh_xml_writer_free (EhXmlWriter *self)
{
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self);
}

/**
 * eh_xml_writer_start:
 * @name: the element, with its prefix; not checked
 *
 * Opens an element. Attributes follow, then text or further elements, then eh_xml_writer_end().
 */
void
eh_xml_writer_start (EhXmlWriter *self, const char *name)
{
  close_tag (self);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, name);
  g_ptr_array_add (self->open, g_strdup (name));
  self->in_tag = TRUE;
}

/**
 * eh_xml_writer_attr:
 * @name: an attribute that the element does not have yet
 * @value: (nullable): its value; with %NULL nothing is written
 *
 * Must directly follow eh_xml_writer_start() or another attribute.
 */
void
eh_xml_writer_attr (EhXmlWriter *self, const char *name, const char *value)
{
  g_return_if_fail (self->in_tag);

  if (value == NULL)
    return;
  g_string_append_c (self->out, ' ');
  g_string_append (self->out, name);
  g_string_append (self->out, "=\"");
  append_escaped (self->out, value, strlen (value), TRUE);
  g_string_append_c (self->out, '"');
}

/**
 * eh_xml_writer_attr_printf:
 * @name: an attribute that the element does not have yet
 * @format: its value, as for printf()
 *
 * As eh_xml_writer_attr().
 */
void
eh_xml_writer_attr_printf (EhXmlWriter *self, const char *name, const char *format, ...)
{
  g_autofree char *value = NULL;
  va_list args;

  va_start (args, format);
  value = g_strdup_vprintf (format, args);
  va_end (args);
  eh_xml_writer_attr (self, name, value);
}

/**
 * eh_xml_writer_text:
 * @text: (nullable): valid UTF-8
 *
 * Writes words, escaped.
 */
void
eh_xml_writer_text (EhXmlWriter *self, const char *text)
{
  eh_xml_writer_text_len (self, text, -1);
}

/**
 * eh_xml_writer_text_len:
 * @text: (nullable): valid UTF-8
 * @length: its length in bytes, or -1 when it ends with a zero
 *
 * As eh_xml_writer_text().
 */
void
eh_xml_writer_text_len (EhXmlWriter *self, const char *text, gssize length)
{
  if (text == NULL)
    return;
  close_tag (self);
  append_escaped (self->out, text, length < 0 ? strlen (text) : (gsize) length, FALSE);
}

/**
 * eh_xml_writer_raw:
 * @markup: whole elements, made by our own code
 */
void
eh_xml_writer_raw (EhXmlWriter *self, const char *markup)
{
  close_tag (self);
  g_string_append (self->out, markup);
}

/**
 * eh_xml_writer_end:
 *
 * Closes the element opened last.
 */
void
eh_xml_writer_end (EhXmlWriter *self)
{
  const char *name;

  g_return_if_fail (self->open->len > 0);

  name = self->open->pdata[self->open->len - 1];
  if (self->in_tag && self->dialect != EH_XML_DIALECT_HTML) {
    g_string_append (self->out, "/>");
  } else if (self->in_tag && is_void (name)) {
    g_string_append_c (self->out, '>');
  } else {
    close_tag (self);
    g_string_append (self->out, "</");
    g_string_append (self->out, name);
    g_string_append_c (self->out, '>');
  }
  self->in_tag = FALSE;
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

/**
 * eh_xml_writer_element:
 * @name: the element
 * @text: (nullable): its words
 *
 * Writes a whole element that has no attributes.
 */
void
eh_xml_writer_element (EhXmlWriter *self, const char *name, const char *text)
{
  eh_xml_writer_start (self, name);
  eh_xml_writer_text (self, text);
  eh_xml_writer_end (self);
}

/**
 * eh_xml_writer_finish:
 *
 * Closes what is open. The writer can only be freed afterwards.
 *
 * Returns: (transfer full): everything written
 */
GBytes *
eh_xml_writer_finish (EhXmlWriter *self)
{
  while (self->open->len > 0)
    eh_xml_writer_end (self);
  g_string_append_c (self->out, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}
