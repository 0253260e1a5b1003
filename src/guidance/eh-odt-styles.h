#pragma once

#include "eh-doc.h"
#include "eh-xml-writer.h"

G_BEGIN_DECLS

/* The text area of the page, in centimetres. */
#define EH_ODT_TEXT_WIDTH  16.4
#define EH_ODT_TEXT_HEIGHT 24.2

void eh_odt_namespaces (EhXmlWriter *w);
void eh_odt_language (EhXmlWriter *w, const char *language);
GBytes *eh_odt_styles (const EhDoc *doc);

G_END_DECLS
