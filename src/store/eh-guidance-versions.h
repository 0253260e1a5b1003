#pragma once

#include "eh-guidance-body.h"
#include "eh-guidance-version.h"
#include "eh-store.h"

G_BEGIN_DECLS

EhGuidanceBody *eh_guidance_body_now (EhDb *db, EhId guidance_id);
EhId eh_guidance_keep_version (
    EhStore *store, EhId guidance_id, const char *name, const char *author, GError **error);
gboolean eh_guidance_return_to (EhStore *store, EhId version_id, GError **error);

G_END_DECLS
