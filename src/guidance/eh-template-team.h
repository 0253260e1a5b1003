#pragma once

#include "eh-disclosure.h"

G_BEGIN_DECLS

/* Before the name or the id of a template of the team, where the key of a template is asked for. */
#define EH_TEMPLATE_TEAM_PREFIX "own:"

char *eh_template_team_structure (GPtrArray *blocks, gboolean with_words);
const EhTeamTemplate *eh_template_team_find (EhPublicDataset *dataset, const char *key);

G_END_DECLS
