#pragma once

/* What the parts of the builder of guidance share. */

#include "eh-disclosure.h"
#include "eh-doc-builder.h"
#include "eh-guidance-build.h"
#include "eh-public-record.h"

G_BEGIN_DECLS

/**
 * EhGuidanceContext:
 * @dataset: what may be told
 * @guidance: the document's row
 * @blocks: (element-type EhBlock): its blocks in order
 * @builder: what the document is built with
 * @recommendations: (element-type EhBlock): those that are printed, number 1 first; in a document
 *   that has none of its own, those of the guidance that it is about
 * @resources: (element-type EhResource): the library
 * @resource_keys: (element-type EhResource): the same by key and by id, both as words
 * @about_id: whose recommendations count; 0 for the newest guidance that has any
 * @workshop_id: what the part at hand is about, or none
 * @argument: (nullable): what its source says after the colon
 * @today: (nullable): ISO date of the export
 * @changes: (nullable) (element-type EhGuidanceChange): what was changed and when
 * @brief: the document must be short
 * @room: lines to write on under each question
 * @protected_said: what a number that is not shown means has been said
 * @say_missing: what is not recorded is said, where it would stand
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
  EhId about_id;
  EhId workshop_id;
  const char *argument;
  const char *today;
  GPtrArray *changes;
  gboolean brief;
  guint room;
  gboolean protected_said;
  gboolean say_missing;
  gboolean caveats_said;
} EhGuidanceContext;

/**
 * EhGuidancePart:
 * @source: what a block says of itself: "credits"; %NULL after the last
 * @missing: (nullable): what is said where it adds nothing, to be translated; %NULL for nothing
 * @add: adds to the document what is recorded
 *
 * A part of a document that fills itself.
 */
typedef struct {
  const char *source;
  const char *missing;
  void (*add) (EhGuidanceContext *self);
} EhGuidancePart;

extern const EhGuidancePart eh_guidance_parts_automatic[];
extern const EhGuidancePart eh_guidance_parts_work[];
extern const EhGuidancePart eh_guidance_parts_workshop[];
extern const EhGuidancePart eh_guidance_parts_said[];
extern const EhGuidancePart eh_guidance_parts_result[];
extern const EhGuidancePart eh_guidance_parts_library[];
extern const EhGuidancePart eh_guidance_parts_plain[];

void eh_guidance_load_resources (EhGuidanceContext *self);
const EhResource *eh_guidance_resource (EhGuidanceContext *self, const char *key);
char *eh_guidance_source_alias (const EhResource *row);
char *eh_guidance_cite (const char *key, const char *place, char **target, gpointer context);
void eh_guidance_add_automatic (EhGuidanceContext *self, const char *source);
void eh_guidance_add_audiences (EhGuidanceContext *self);
void eh_guidance_add_contested (EhGuidanceContext *self, guint number, GHashTable *told);
void eh_guidance_add_chart (EhGuidanceContext *self,
                            const char *source,
                            const char *caption,
                            const char *written);
void eh_guidance_add_protected_note (EhGuidanceContext *self, gboolean any);
void eh_guidance_add_words (EhGuidanceContext *self, const EhPublicInsight *insight);
void eh_guidance_add_said (EhDocText *cell, const EhPublicInsight *insight);
void eh_guidance_add_labelled (EhGuidanceContext *self, const char *label, const char *text);
void eh_guidance_add_room (EhGuidanceContext *self, const char *audience);
const char *eh_guidance_reason (const EhBlock *block);
char *eh_guidance_date_text (const char *date);

G_END_DECLS
