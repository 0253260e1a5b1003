#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhXmlWriter:
 *
 * Writes well-formed XML, or HTML, into memory. Text and attributes are escaped, elements are
 * closed in the order in which they were opened, and what XML cannot hold (control characters) is
 * left out, so that whatever a person typed, the result can be read again.
 *
 * |[
 * eh_xml_writer_start (w, "p");
 * eh_xml_writer_attr (w, "class", "lead");
 * eh_xml_writer_text (w, "Bread & butter");
 * eh_xml_writer_end (w);
 * ]|
 */
typedef struct _EhXmlWriter EhXmlWriter;

typedef enum {
  EH_XML_DIALECT_XML,
  EH_XML_DIALECT_FRAGMENT, /* XML without a declaration, for eh_xml_writer_raw() of another */
  EH_XML_DIALECT_HTML,     /* empty elements are written as HTML wants them */
} EhXmlDialect;

EhXmlWriter *eh_xml_writer_new (EhXmlDialect dialect);
void eh_xml_writer_free (EhXmlWriter *self);
void eh_xml_writer_start (EhXmlWriter *self, const char *name);
void eh_xml_writer_attr (EhXmlWriter *self, const char *name, const char *value);
void eh_xml_writer_attr_printf (EhXmlWriter *self, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void eh_xml_writer_text (EhXmlWriter *self, const char *text);
void eh_xml_writer_text_len (EhXmlWriter *self, const char *text, gssize length);
void eh_xml_writer_raw (EhXmlWriter *self, const char *markup);
void eh_xml_writer_end (EhXmlWriter *self);
void eh_xml_writer_element (EhXmlWriter *self, const char *name, const char *text);
GBytes *eh_xml_writer_finish (EhXmlWriter *self);

gboolean eh_xml_is_char (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhXmlWriter, eh_xml_writer_free)

G_END_DECLS
