#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhTeamTemplate:
 * @id: key
 * @name: what the team calls it
 * @base: key of the template that it came from: "T4"; empty for none
 * @structure: a line a block: kind, level, source and words, with tabs between; line breaks and
 *   tabs in the words as "\n" and "\t". No words of a contributor: a quotation is not in it.
 * @created_at: when it was kept
 *
 * A document to begin from that the team made itself.
 */
typedef struct {
  EhId id;
  char *name;
  char *base;
  char *structure;
  gint64 created_at;
} EhTeamTemplate;

EH_DECLARE_ROW (EhTeamTemplate, eh_team_template)

G_END_DECLS
