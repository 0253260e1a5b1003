#pragma once

/* What the parts of the builder of guidance share. */

#include "eh-disclosure.h"
#include "eh-doc-builder.h"

G_BEGIN_DECLS

/**
 * EhGuidanceContext:
 * @dataset: what may be told
 * @guidance: the document's row
 * @blocks: (element-type EhBlock): its blocks in order
 * @builder: what the document is built with
 * @recommendations: (element-type EhBlock): those that are printed, number 1 first
 * @resources: (element-type EhResource): the library
 * @resource_keys: (element-type EhResource): the same by key and by id, both as words
 * @caveats_said: what charts cannot say has been said once
 */
typedef struct {
  EhPublicDataset *dataset;
  const EhGuidance *guidance;
  GPtrArray *blocks;
  EhDocBuilder *builder;
  GPtrArray *recommendations;
  GPtrArray *resources;
  GHashTable *resource_keys;
  gboolean caveats_said;
} EhGuidanceContext;

void eh_guidance_load_resources (EhGuidanceContext *self);
const EhResource *eh_guidance_resource (EhGuidanceContext *self, const char *key);
char *eh_guidance_cite (const char *key, const char *place, char **target, gpointer context);
void eh_guidance_add_automatic (EhGuidanceContext *self, const char *source);
void eh_guidance_add_audiences (EhGuidanceContext *self);
void eh_guidance_add_chart (EhGuidanceContext *self, const char *source, const char *caption);
char *eh_guidance_date_text (const char *date);

G_END_DECLS
