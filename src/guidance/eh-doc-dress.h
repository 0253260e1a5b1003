#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

#define EH_DOC_DRESS_CONTRAST 4.5

gboolean eh_doc_dress_is_colour (const char *hex);
double eh_doc_dress_contrast (const char *hex);
char *eh_doc_dress_nearest (const char *hex);
char *eh_doc_dress_small_logo (const char *base64);
EhDocFigure *eh_doc_dress_logo (const char *base64, const char *alt);
void eh_doc_dress_apply (EhDocMeta *meta, const char *accent, const char *accent_2);
char *eh_doc_dress_scale (const char *style, const char *mark, double scale, guint decimals);
char *eh_doc_dress_style (const char *style, const EhDocMeta *meta);
GBytes *
eh_doc_dress_sized (GBytes *style, const EhDocMeta *meta, const char *const *marks, guint decimals);

G_END_DECLS
