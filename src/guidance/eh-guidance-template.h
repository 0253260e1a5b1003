#pragma once

#include "eh-disclosure.h"

G_BEGIN_DECLS

/**
 * EhTemplateKind:
 * @EH_TEMPLATE_GUIDANCE: a document that the team goes on writing
 * @EH_TEMPLATE_REPORT: filled anew at each export
 */
typedef enum {
  EH_TEMPLATE_GUIDANCE,
  EH_TEMPLATE_REPORT,
} EhTemplateKind;

typedef struct _EhTemplateBegin EhTemplateBegin;

/**
 * EhGuidanceTemplate:
 * @key: what is stored: "T1"
 * @label: what people read, to be translated
 * @purpose: what it is for, in a sentence, to be translated
 * @kind: whether it is written on or filled anew
 * @of_workshop: it is about one workshop
 * @contents: it is long enough for a table of contents
 * @compact: a page or two, so that its title takes little room
 * @brief: it must be short, so that its parts stand closer
 * @room: lines to write on under each question
 * @text_size: points of its text on paper; 0 for the usual size
 * @caution: (nullable): what has to be done before it is sent, to be translated
 * @begin: adds its blocks; for the table alone
 *
 * A document to begin from.
 */
typedef struct {
  const char *key;
  const char *label;
  const char *purpose;
  EhTemplateKind kind;
  gboolean of_workshop;
  gboolean contents;
  gboolean compact;
  gboolean brief;
  guint room;
  double text_size;
  const char *caution;
  void (*begin) (EhTemplateBegin *b);
} EhGuidanceTemplate;

guint eh_guidance_n_templates (void);
const EhGuidanceTemplate *eh_guidance_template (guint index);
const EhGuidanceTemplate *eh_guidance_template_find (const char *key);

EhGuidance *eh_guidance_template_begin (EhPublicDataset *dataset,
                                        const char *template_key,
                                        gint64 now,
                                        GPtrArray **blocks);
EhGuidance *eh_guidance_template_begin_of_workshop (EhPublicDataset *dataset,
                                                    const char *template_key,
                                                    EhId workshop_id,
                                                    gint64 now,
                                                    GPtrArray **blocks);
void eh_guidance_template_fill (EhPublicDataset *dataset, GPtrArray *blocks);
EhId eh_guidance_template_workshop (EhPublicDataset *dataset,
                                    const EhGuidanceTemplate *self,
                                    const char *today);

G_END_DECLS
