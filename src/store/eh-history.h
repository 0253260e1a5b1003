#pragma once

#include "eh-change.h"
#include "eh-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhHistoryStep:
 * @seq: its number, rising
 * @label: what a person reads
 * @made_at: seconds since 1970, UTC
 * @device: computer
 * @author: person, if they gave a name
 * @n_rows: rows that it touched
 * @state: "done", "undone" or "dropped"
 * @erasing: whether neither it nor anything before it can be undone
 */
typedef struct {
  gint64 seq;
  char *label;
  gint64 made_at;
  char *device;
  char *author;
  gint64 n_rows;
  char *state;
  gboolean erasing;
} EhHistoryStep;

void eh_history_step_free (EhHistoryStep *self);

gboolean eh_history_record (EhDb *db,
                            const char *guid,
                            const char *label,
                            const char *merge_key,
                            const char *author,
                            GBytes *changes,
                            gint64 n_rows,
                            gboolean erasing,
                            GError **error);
gint64 eh_history_next_rows (EhDb *db, gboolean redo);
gboolean eh_history_ends_in_erasing (EhDb *db);
gint64 eh_history_next (EhDb *db, gboolean redo, char **label);
GBytes *eh_history_changes (EhDb *db, gint64 seq, GError **error);
GArray *eh_history_what (EhDb *db, gint64 seq, GError **error);
gboolean eh_history_mark (EhDb *db, gint64 seq, const char *state, GError **error);
const EhRowType *const *eh_history_types (guint *n_types);
guint64 eh_history_touched (GBytes *bytes);
GPtrArray *eh_history_list (EhDb *db, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhHistoryStep, eh_history_step_free)

G_END_DECLS
