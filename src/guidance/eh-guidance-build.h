#pragma once

#include "eh-disclosure.h"
#include "eh-doc.h"

G_BEGIN_DECLS

/**
 * EhGuidanceOptions:
 * @date: (nullable): ISO date of the export, printed under the title; %NULL for none
 * @template_key: (nullable): what to begin from where the project has no guidance; "T1" when %NULL
 * @published_as: (nullable): the version as which it is sent out; %NULL for a draft, which says so
 *
 * How a guidance becomes a document. All zeros will do.
 */
typedef struct {
  const char *date;
  const char *template_key;
  const char *published_as;
} EhGuidanceOptions;

EhDoc *
eh_guidance_build (EhPublicDataset *dataset, EhId guidance_id, const EhGuidanceOptions *options);

G_END_DECLS
