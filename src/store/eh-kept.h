#pragma once

#include "eh-backup.h"
#include "eh-id.h"
#include "eh-passages.h"

G_BEGIN_DECLS

/**
 * EhKeptKind:
 * @EH_KEPT_KIND_BACKUP: a backup
 * @EH_KEPT_KIND_SET_ASIDE: work that was found after a crash, put beside the user's file
 * @EH_KEPT_KIND_WORK: what a window that stopped has not saved yet
 * @EH_KEPT_KIND_DRAFT: words that were typed and not added; listed only when they hold what is
 * asked for
 */
typedef enum {
  EH_KEPT_KIND_BACKUP,
  EH_KEPT_KIND_SET_ASIDE,
  EH_KEPT_KIND_WORK,
  EH_KEPT_KIND_DRAFT,
} EhKeptKind;

/**
 * EhKept:
 * @kind: what it is
 * @path: the file
 * @reason: of a backup
 * @made_at: when, seconds since 1970 in UTC
 * @size: in bytes
 * @readable: whether it is whole; if not, nothing below is known
 * @n_people: people in it
 * @n_insights: insights in it
 * @holds: whether it still holds what was asked for; also when it cannot be read, for then it may
 *
 * A copy of a project that this program keeps, looked into. Free with eh_kept_free().
 */
typedef struct {
  EhKeptKind kind;
  char *path;
  EhBackupReason reason;
  gint64 made_at;
  guint64 size;
  gboolean readable;
  guint n_people;
  guint n_insights;
  gboolean holds;
} EhKept;

/**
 * EhKeptQuery:
 * @project_path: the project that is open, or its working copy
 * @user_file: (nullable): where its owner has it; %NULL for backups alone
 * @ids: (nullable) (element-type EhId): rows that are asked for; %NULL for all that the project has
 * erased at somebody's wish
 * @name: (nullable): a name that labels of the history may tell
 * @words: (nullable): what was said, which somebody may be typing once more
 *
 * Which copies to look for, and what in them.
 */
typedef struct {
  const char *project_path;
  const char *user_file;
  GArray *ids;
  const char *name;
  EhPassages *words;
} EhKeptQuery;

void eh_kept_free (EhKept *self);
GPtrArray *eh_kept_list (const EhKeptQuery *query, GCancellable *cancellable, GError **error);
GPtrArray *eh_kept_list_backups (const char *guid, GCancellable *cancellable);
guint eh_kept_count_erased (EhDb *db);
gboolean eh_kept_delete (const EhKept *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhKept, eh_kept_free)

G_END_DECLS
