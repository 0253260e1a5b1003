#pragma once

#include "eh-guidance-doc.h"

G_BEGIN_DECLS

void eh_guidance_export (EhGuidanceDoc *doc, GtkWindow *parent, const char *extension);

G_END_DECLS
