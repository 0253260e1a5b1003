#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_QR_VIEW (eh_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (EhQrView, eh_qr_view, EH, QR_VIEW, GtkWidget)

GtkWidget *eh_qr_view_new (int least_size);
void eh_qr_view_set_link (EhQrView *self, const char *link);

G_END_DECLS
