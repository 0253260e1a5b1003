#pragma once

#include "eh-guidance-doc.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EH_TYPE_COMPARE_WINDOW (eh_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (EhCompareWindow, eh_compare_window, EH, COMPARE_WINDOW, AdwWindow)

void eh_compare_window_open (EhGuidanceDoc *doc, GtkWindow *parent, EhId version_id);

G_END_DECLS
