#pragma once

#include "eh-doc.h"
#include "eh-xml-writer.h"

G_BEGIN_DECLS

void eh_odt_namespaces (EhXmlWriter *w);
void eh_odt_language (EhXmlWriter *w, const char *language);
GBytes *eh_odt_styles (const EhDoc *doc);

G_END_DECLS
