#pragma once

#include "eh-disclosure.h"
#include "eh-doc.h"

G_BEGIN_DECLS

/**
 * EhGuidanceChange:
 * @date: ISO date
 * @label: what was done, in words that name nobody
 * @n: how often on that day
 */
typedef struct {
  char *date;
  char *label;
  guint n;
} EhGuidanceChange;

/**
 * EhGuidanceOptions:
 * @date: (nullable): ISO date of the export, printed under the title; %NULL for none
 * @template_key: (nullable): what to fill instead of a guidance; %NULL for a guidance, and where
 *   there is none, "T1"
 * @workshop_id: what a template of a workshop is about; 0 for the usual one
 * @changes: (nullable) (element-type EhGuidanceChange): newest first, for a list of changes
 * @published_as: (nullable): the version as which it is sent out; %NULL for a draft, which says so
 *
 * How a guidance becomes a document. All zeros will do.
 */
typedef struct {
  const char *date;
  const char *template_key;
  const char *published_as;
  EhId workshop_id;
  GPtrArray *changes;
} EhGuidanceOptions;

/**
 * EhGuidanceReach:
 * @parts: (array zero-terminated=1): the main headings of the document
 * @missing: (array zero-terminated=1): those of them under which nothing can stand yet
 *
 * How far what is recorded fills a template.
 */
typedef struct {
  char **parts;
  char **missing;
} EhGuidanceReach;

EhDoc *
eh_guidance_build (EhPublicDataset *dataset, EhId guidance_id, const EhGuidanceOptions *options);
EhGuidanceReach *eh_guidance_reach (EhPublicDataset *dataset, const EhGuidanceOptions *options);
void eh_guidance_reach_free (EhGuidanceReach *self);
void eh_guidance_change_free (EhGuidanceChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhGuidanceReach, eh_guidance_reach_free)

G_END_DECLS
