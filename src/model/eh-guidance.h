#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhGuidance:
 * @id: key
 * @title: title
 * @subtitle: plain line under it
 * @template: key of the template that it began from: "T1"
 * @status: draft, agreed, published (EhGuidanceStatus)
 * @version: "0.1"
 * @language: BCP 47 tag
 * @licence: under which it may be used
 * @review_by: ISO date
 * @created_at: when begun
 *
 * The document that the team writes.
 */
typedef struct {
  EhId id;
  char *title;
  char *subtitle;
  char *template;
  EhGuidanceStatus status;
  char *version;
  char *language;
  char *licence;
  char *review_by;
  gint64 created_at;
} EhGuidance;

EH_DECLARE_ROW (EhGuidance, eh_guidance)

G_END_DECLS
