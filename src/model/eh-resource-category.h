#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhResourceCategory:
 * @id: eh_id_from_key ("resource_category", resource id "/" key)
 * @resource_id: the resource
 * @category_key: "hier.agenda"
 *
 * A resource under a category of any framework, by key.
 */
typedef struct {
  EhId id;
  EhId resource_id;
  char *category_key;
} EhResourceCategory;

EH_DECLARE_ROW (EhResourceCategory, eh_resource_category)

G_END_DECLS
