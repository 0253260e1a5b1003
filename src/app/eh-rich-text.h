#pragma once

#include "eh-markup.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_rich_text_prepare (GtkTextBuffer *buffer);
void eh_rich_text_load (GtkTextBuffer *buffer, const char *markup);
void eh_rich_text_insert (GtkTextBuffer *buffer, GtkTextIter *at, const char *markup);
char *eh_rich_text_save (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end);

gboolean eh_rich_text_toggle (GtkTextBuffer *buffer, EhMarkupStyle style);
char *eh_rich_text_link_at (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end);
void eh_rich_text_set_link (GtkTextBuffer *buffer,
                            const GtkTextIter *start,
                            const GtkTextIter *end,
                            const char *target);

G_END_DECLS
