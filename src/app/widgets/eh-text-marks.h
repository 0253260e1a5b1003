#pragma once

#include "eh-document-check.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eh_text_marks_show (GtkTextView *view, GPtrArray *marks, EhBlockPart part);
gboolean eh_text_marks_select (GtkTextView *view, const EhWritingMark *mark);
gboolean eh_text_marks_replace (GtkTextView *view, const EhWritingMark *mark);

G_END_DECLS
