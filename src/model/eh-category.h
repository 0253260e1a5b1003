#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhCategory:
 * @id: eh_id_from_key ("category", framework key "/" key)
 * @framework_id: the framework
 * @parent_id: the category above, or none
 * @key: "hier.agenda"; stays when the label changes
 * @label: what people see
 * @plain: the same in a plain sentence
 * @definition: what belongs here
 * @ask: a reflective question
 * @slot: colour and pattern of a top category, 0 to 11
 * @position: order among its siblings
 * @retired: kept for what refers to it, offered no more
 *
 * An item of a framework; top categories have no parent.
 */
typedef struct {
  EhId id;
  EhId framework_id;
  EhId parent_id;
  char *key;
  char *label;
  char *plain;
  char *definition;
  char *ask;
  gint64 slot;
  double position;
  gboolean retired;
} EhCategory;

EH_DECLARE_ROW (EhCategory, eh_category)

G_END_DECLS
