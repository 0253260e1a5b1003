#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_SPAN_VIEW (eh_span_view_get_type ())
G_DECLARE_FINAL_TYPE (EhSpanView, eh_span_view, EH, SPAN_VIEW, GtkWidget)

GtkWidget *eh_span_view_new (const char *name);
void eh_span_view_set_text (EhSpanView *self, const char *text);
void eh_span_view_clear_spans (EhSpanView *self);
void
eh_span_view_add_span (EhSpanView *self, gint64 start, gint64 end, const char *label, int slot);
gboolean eh_span_view_get_chosen (EhSpanView *self, gint64 *start, gint64 *end);
void eh_span_view_clear_chosen (EhSpanView *self);
gboolean eh_span_view_extend (EhSpanView *self, GtkMovementStep step, int count);

G_END_DECLS
