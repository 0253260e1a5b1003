#pragma once

#include "eh-disclosure.h"

G_BEGIN_DECLS

/**
 * EhGuidanceTemplate:
 * @key: what is stored: "T1"
 * @label: what people read, to be translated
 *
 * A document to begin from.
 */
typedef struct {
  const char *key;
  const char *label;
} EhGuidanceTemplate;

const EhGuidanceTemplate *eh_guidance_templates (guint *n_templates);
EhGuidance *eh_guidance_template_begin (EhPublicDataset *dataset,
                                        const char *template_key,
                                        gint64 now,
                                        GPtrArray **blocks);
void eh_guidance_template_fill (EhPublicDataset *dataset, GPtrArray *blocks);

G_END_DECLS
