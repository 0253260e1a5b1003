#pragma once

#include "eh-doc-work.h"
#include "eh-doc.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *eh_pdf_finish (
    const EhDoc *doc, GBytes *pdf, const GArray *marks, const EhDocWork *work, GError **error);

G_END_DECLS
