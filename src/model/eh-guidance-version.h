#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhGuidanceVersion:
 * @id: key
 * @guidance_id: the document
 * @name: "Sent to the funder"
 * @author: who named it, as they call themselves
 * @created_at: when
 * @body: the whole document as JSON, see #EhGuidanceBody
 *
 * A guidance as it was at a moment that the team named.
 */
typedef struct {
  EhId id;
  EhId guidance_id;
  char *name;
  char *author;
  gint64 created_at;
  char *body;
} EhGuidanceVersion;

EH_DECLARE_ROW (EhGuidanceVersion, eh_guidance_version)

G_END_DECLS
