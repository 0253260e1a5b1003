#pragma once

#include "eh-block.h"
#include "eh-evidence.h"
#include "eh-guidance.h"
#include "eh-passages.h"

G_BEGIN_DECLS

/**
 * EhGuidanceBody:
 * @guidance: the document
 * @blocks: (element-type EhBlock): its blocks in order
 * @evidences: (element-type EhEvidence): what they rest on
 *
 * A whole document, as a version keeps it. Of a quotation from the workshops it holds which insight
 * it quotes and not the words, which may be taken back.
 */
typedef struct {
  EhGuidance *guidance;
  GPtrArray *blocks;
  GPtrArray *evidences;
} EhGuidanceBody;

EhGuidanceBody *eh_guidance_body_new (const EhGuidance *guidance);
void eh_guidance_body_free (EhGuidanceBody *self);
char *eh_guidance_body_to_json (const EhGuidanceBody *self);
EhGuidanceBody *eh_guidance_body_from_json (const char *json);
gboolean eh_guidance_body_forget (EhGuidanceBody *self,
                                  GHashTable *insight_ids,
                                  const EhPassages *words,
                                  const char *instead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhGuidanceBody, eh_guidance_body_free)

G_END_DECLS
