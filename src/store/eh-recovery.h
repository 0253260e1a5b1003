#pragma once

#include "eh-row.h"
#include "eh-store-error.h"

G_BEGIN_DECLS

/**
 * EhRecoveryCount:
 * @type: what is counted
 * @kept: rows that are in the new file
 * @known: rows that there were, as far as the damaged file still tells; at least @kept
 * @certain: something that is whole itself tells @known; otherwise there may have been more
 */
typedef struct {
  const EhRowType *type;
  guint kept;
  guint known;
  gboolean certain;
} EhRecoveryCount;

/**
 * EhRecoveryHistory:
 * @EH_RECOVERY_HISTORY_NONE: there was none
 * @EH_RECOVERY_HISTORY_KEPT: every step of it is in the new file, and can be undone
 * @EH_RECOVERY_HISTORY_LOST: it begins anew
 */
typedef enum {
  EH_RECOVERY_HISTORY_NONE,
  EH_RECOVERY_HISTORY_KEPT,
  EH_RECOVERY_HISTORY_LOST,
} EhRecoveryHistory;

/**
 * EhRecovery:
 * @counts: (element-type EhRecoveryCount): one for each table of the model
 * @history: what became of the history
 * @n_steps: steps of it that are kept
 * @project_lost: what the project is called and how it is set up could not be read
 * @erasures_lost: the list of what was erased at somebody's wish could not be read whole
 * @merges_lost: what earlier merges brought in could not be read whole, and is known no more
 * @n_let_go: references to something that is gone, which say "none" now
 * @n_from_others: rows that were taken from another copy
 * @no_list: not even the list of its tables could be read
 * @n_left: how many bytes there were
 * @n_once: how many there had been where the end of the file is missing, 0 where it is not
 * @n_cut_off: rows that run into a part that is missing, and were left out
 * @n_unsure: pages that may belong to more than one table, and were left out
 *
 * What could be read of a damaged file.
 */
typedef struct {
  GArray *counts;
  EhRecoveryHistory history;
  guint n_steps;
  gboolean project_lost;
  gboolean erasures_lost;
  gboolean merges_lost;
  guint n_let_go;
  guint n_from_others;
  gboolean no_list;
  guint64 n_left;
  guint64 n_once;
  guint n_cut_off;
  guint n_unsure;
} EhRecovery;

EhRecovery *
eh_recovery_run (const char *path, const char *const *others, const char *into, GError **error);
gboolean eh_recovery_mend (const char *path, const char *into, GError **error);
char *eh_recovery_find_guid (const char *path);
void eh_recovery_free (EhRecovery *self);
gboolean eh_recovery_is_whole (const EhRecovery *self);
const EhRecoveryCount *eh_recovery_count (const EhRecovery *self, const EhRowType *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhRecovery, eh_recovery_free)

G_END_DECLS
