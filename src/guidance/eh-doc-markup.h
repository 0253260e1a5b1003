#pragma once

#include "eh-doc-text.h"
#include "eh-markup.h"

G_BEGIN_DECLS

EhDocText *eh_doc_markup_parse (const char *markup);
char *eh_doc_markup_plain (const char *markup);
char *eh_doc_markup_escape (const char *plain);
char *eh_doc_markup_write (const EhDocText *text);

G_END_DECLS
