#pragma once

#include "eh-contributor.h"
#include "eh-insight.h"
#include "eh-store.h"

G_BEGIN_DECLS

/**
 * EhDraft:
 * @words: what was typed
 * @kind: what kind was chosen
 * @role_group_id: the group alone where nobody is named, or none
 * @contributors: (element-type EhContributor): who, by participant_id and speaking_as
 *
 * An insight that is being typed and was not added yet.
 */
typedef struct {
  char *words;
  EhInsightKind kind;
  EhId role_group_id;
  GPtrArray *contributors;
} EhDraft;

/* What it is called, in the folder of a working copy. */
#define EH_DRAFT_FILE "draft"

EhDraft *eh_draft_new (void);
void eh_draft_free (EhDraft *self);
EhDraft *eh_draft_load_from (const char *path);
void eh_draft_remove_unfinished (const char *path);
EhDraft *eh_draft_load (EhStore *store);
gboolean eh_draft_save (const EhDraft *self, EhStore *store);
void eh_draft_forget (EhStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDraft, eh_draft_free)

G_END_DECLS
