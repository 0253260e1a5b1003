#pragma once

#include "eh-phone-page.h"
#include "eh-xml-writer.h"

G_BEGIN_DECLS

/* What the pages are put together from; within the layer. */

EhXmlWriter *eh_phone_frame_begin (const EhPhonePage *page, const char *title, const char *path);
GBytes *eh_phone_frame_end (EhXmlWriter *w);

char *eh_phone_frame_link (const EhPhonePage *page, const char *path);
char *eh_phone_frame_own (const EhPhonePage *page, EhId id, const char *more);
void eh_phone_frame_paragraph (EhXmlWriter *w, const char *css_class, const char *text);
void
eh_phone_frame_anchor (EhXmlWriter *w, const char *css_class, const char *href, const char *text);
void eh_phone_frame_hidden (EhXmlWriter *w, const char *name, const char *value);
void eh_phone_frame_button (EhXmlWriter *w, const char *css_class, const char *text);
void eh_phone_frame_theirs (EhXmlWriter *w, const char *element, const char *text);
void eh_phone_frame_of_project (const EhPhonePage *page,
                                EhXmlWriter *w,
                                const char *element,
                                const char *css_class,
                                const char *text);

G_END_DECLS
