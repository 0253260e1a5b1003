#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhProject:
 * @id: always 1
 * @guid: UUID, made with the file; tells copies of one project from strangers
 * @title: what the team calls it
 * @subtitle: one plain line under the title
 * @aim: the aim in plain words
 * @host: the organisation that leads
 * @contact: whom to write to; printed on every document
 * @involvement: involvement, research, evaluation or a mix (EhInvolvement)
 * @ethics_ref: reference of the ethical approval, where there is one
 * @language: BCP 47 tag of what is written in it
 * @threshold: fewest distinct people behind a number that is shared; 3 or more
 * @framework_id: the framework that the map opens with
 * @sample: its people and words are invented; said wherever it is shown
 * @created_at: when it was begun
 * @currency: ISO 4217 code of what people are paid in: "GBP"; empty when not said
 *
 * The co-production effort that the file holds: one row, id 1.
 */
typedef struct {
  EhId id;
  char *guid;
  char *title;
  char *subtitle;
  char *aim;
  char *host;
  char *contact;
  EhInvolvement involvement;
  char *ethics_ref;
  char *language;
  gint64 threshold;
  EhId framework_id;
  gboolean sample;
  gint64 created_at;
  char *currency;
} EhProject;

EH_DECLARE_ROW (EhProject, eh_project)

G_END_DECLS
