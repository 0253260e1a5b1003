#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_FEEDBACK_PAGE (eh_feedback_page_get_type ())
G_DECLARE_FINAL_TYPE (EhFeedbackPage, eh_feedback_page, EH, FEEDBACK_PAGE, GtkWidget)

G_END_DECLS
