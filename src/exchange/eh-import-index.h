#pragma once

#include "eh-dataset.h"
#include "eh-import-resolve.h"

G_BEGIN_DECLS

/**
 * EhImportPersonEntry:
 * @id: of the participant
 * @group: their role group, or none
 * @added: (nullable): the row, where this import adds them
 * @line: where the file names them; 0 for somebody whom the project knows
 *
 * Somebody of a name.
 */
typedef struct {
  EhId id;
  EhId group;
  EhParticipant *added;
  guint line;
} EhImportPersonEntry;

/**
 * EhImportIndex:
 *
 * What the project knows by name, and what the import has added to it so far. What is asked for by
 * a name that it does not know is made, except people and categories.
 */
typedef struct _EhImportIndex EhImportIndex;

EhImportIndex *eh_import_index_new (EhDataset *existing, EhImportRows *result);
void eh_import_index_free (EhImportIndex *self);

const char *eh_import_index_fold (EhImportIndex *self, const char *text);
EhId eh_import_index_role_group (EhImportIndex *self, const char *name);
EhWorkshop *eh_import_index_workshop (EhImportIndex *self, const char *title, const char *date);
EhId eh_import_index_activity (EhImportIndex *self, EhId workshop_id, const char *title);
EhId eh_import_index_category (EhImportIndex *self, const char *name);
gboolean eh_import_index_has_origin (EhImportIndex *self, const char *origin);
gboolean eh_import_index_take_pseudonym (EhImportIndex *self, const char *pseudonym);

GPtrArray *eh_import_index_people (EhImportIndex *self, const char *name);
EhImportPersonEntry *
eh_import_index_add_person (EhImportIndex *self, EhParticipant *row, guint line);
void eh_import_index_attend (EhImportIndex *self, EhId workshop_id, EhId participant_id);
gboolean eh_import_index_attended (EhImportIndex *self, EhId workshop_id, EhId participant_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhImportIndex, eh_import_index_free)

G_END_DECLS
