#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhFramework:
 * @id: eh_id_from_key ("framework", key)
 * @key: "power-inequality", or of the project's own making
 * @name: what it is called
 * @source: whose it is
 * @position: order in lists
 *
 * A tree of categories; the first is the default, others are further lenses.
 */
typedef struct {
  EhId id;
  char *key;
  char *name;
  char *source;
  double position;
} EhFramework;

EH_DECLARE_ROW (EhFramework, eh_framework)

EhFramework *eh_framework_new_own (const char *name);

G_END_DECLS
