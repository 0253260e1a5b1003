#pragma once

/* exchange: what comes in from outside and what goes out as data. Includes the model, the base and
 * json-glib; knows no database and no screen. */

#include "eh-category.h"
#include "eh-framework.h"
#include "eh-resource-category.h"
#include "eh-resource.h"
#include "eh-role-group.h"

G_BEGIN_DECLS

/* The framework that a new project has. */
#define EH_PRESET_DEFAULT_FRAMEWORK "power-inequality"
/* None that ships: the team adds its own categories as it goes. */
#define EH_PRESET_NO_FRAMEWORK "none"

/**
 * EhPreset:
 * @key: what names it: "power-inequality"
 * @name: what people see
 * @kind: what sort of thing it is, in a word or two: "principles"
 * @use: how it is meant to be used, in a sentence
 * @source: whose it is, as a citation
 * @n_categories: how many categories it has
 *
 * A framework that ships with the program.
 */
typedef struct {
  char *key;
  char *name;
  char *kind;
  char *use;
  char *source;
  guint n_categories;
} EhPreset;

void eh_preset_free (EhPreset *self);

/**
 * EhPresetGroups:
 * @EH_PRESET_GROUPS_USUAL: public contributors, staff, researchers and facilitators: what a new
 * project has
 * @EH_PRESET_GROUPS_ALL: those and the further ones that a project can take
 */
typedef enum {
  EH_PRESET_GROUPS_USUAL,
  EH_PRESET_GROUPS_ALL,
} EhPresetGroups;

GBytes *eh_preset_read_data (const char *name);

GPtrArray *eh_preset_frameworks (void);
gboolean
eh_preset_framework_rows (const char *key, EhFramework **framework, GPtrArray **categories);

GPtrArray *eh_preset_role_groups (EhPresetGroups which);
GStrv eh_preset_roles (const char *role_group_key);

void eh_preset_resource_rows (GPtrArray **resources, GPtrArray **categories);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPreset, eh_preset_free)

G_END_DECLS
