#pragma once

/* What the files of the templates share: each is a list of rows, written with the functions here.
 */

#include "eh-guidance-template.h"

G_BEGIN_DECLS

/**
 * EhTemplateBegin:
 * @dataset: what may be told
 * @guidance_id: of the document that begins
 * @workshop_id: what it is about, or none
 * @now: seconds since 1970, for the rows
 * @blocks: (element-type EhBlock): what there is so far
 * @categories: (element-type EhCategory): of the project's framework, parents first
 */
struct _EhTemplateBegin {
  EhPublicDataset *dataset;
  EhId guidance_id;
  EhId workshop_id;
  gint64 now;
  GPtrArray *blocks;
  GPtrArray *categories;
};

EhBlock *eh_template_add (EhTemplateBegin *b, EhBlockKind kind);
EhBlock *eh_template_heading (EhTemplateBegin *b, gint64 level, const char *text);
void eh_template_part (EhTemplateBegin *b, const char *source);
void eh_template_part_of (EhTemplateBegin *b, const char *source, EhId id);
void eh_template_chart (EhTemplateBegin *b, const char *source);
void eh_template_space (EhTemplateBegin *b, EhBlockKind kind);
void eh_template_section (EhTemplateBegin *b, const char *title, const char *source);
void eh_template_quotes (EhTemplateBegin *b, GPtrArray *insights, guint most);
void eh_template_team_begin (EhTemplateBegin *b, const EhTeamTemplate *row);
gboolean eh_template_is_under (EhTemplateBegin *b, const EhCategory *category, EhId top);

extern const EhGuidanceTemplate eh_template_guidance;
extern const EhGuidanceTemplate eh_template_resources;
extern const EhGuidanceTemplate eh_template_questions;
extern const EhGuidanceTemplate eh_template_cards;
extern const EhGuidanceTemplate eh_template_tips;
extern const EhGuidanceTemplate eh_template_gripp2;
extern const EhGuidanceTemplate eh_template_said_did;
extern const EhGuidanceTemplate eh_template_workshop;
extern const EhGuidanceTemplate eh_template_easy_read;
extern const EhGuidanceTemplate eh_template_plain;
extern const EhGuidanceTemplate eh_template_voice;
extern const EhGuidanceTemplate eh_template_disagreements;
extern const EhGuidanceTemplate eh_template_priorities;
extern const EhGuidanceTemplate eh_template_invitation;
extern const EhGuidanceTemplate eh_template_biographies;
extern const EhGuidanceTemplate eh_template_trace;
extern const EhGuidanceTemplate eh_template_fourpi;
extern const EhGuidanceTemplate eh_template_newsletter;
extern const EhGuidanceTemplate eh_template_agreement;

G_END_DECLS
