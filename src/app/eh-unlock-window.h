#pragma once

#include "eh-job-copy.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_UNLOCK_WINDOW (eh_unlock_window_get_type ())
G_DECLARE_FINAL_TYPE (EhUnlockWindow, eh_unlock_window, EH, UNLOCK_WINDOW, AdwWindow)

void eh_unlock_async (GtkWindow *parent,
                      GFile *archive,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
EhUnlocked *eh_unlock_finish (GAsyncResult *result, GError **error);

G_END_DECLS
