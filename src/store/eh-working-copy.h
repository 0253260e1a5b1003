#pragma once

#include "eh-protected-copy.h"
#include "eh-store.h"

G_BEGIN_DECLS

/* Seconds after which a file is no project that anybody works on: one of a hundred thousand
 * insights is open in two. */
#define EH_WORKING_COPY_LONGEST_OPENING 180

/**
 * EhSaveState:
 * @EH_SAVE_STATE_SAVED: the user's file holds everything
 * @EH_SAVE_STATE_WAITING: changes are safe on this computer and about to be written to the user's
 * file
 * @EH_SAVE_STATE_FAILED: changes are safe on this computer, but the user's file could not be
 * written; it is tried again, and eh_working_copy_get_problem() says why
 */
typedef enum {
  EH_SAVE_STATE_SAVED,
  EH_SAVE_STATE_WAITING,
  EH_SAVE_STATE_FAILED,
} EhSaveState;

/**
 * EhWorkState:
 * @EH_WORK_STATE_NONE: nobody has the file open
 * @EH_WORK_STATE_OPEN: a window has it open
 * @EH_WORK_STATE_LEFT_OVER: a window stopped without closing it; its changes wait to be picked up
 */
typedef enum {
  EH_WORK_STATE_NONE,
  EH_WORK_STATE_OPEN,
  EH_WORK_STATE_LEFT_OVER,
} EhWorkState;

#define EH_TYPE_WORKING_COPY (eh_working_copy_get_type ())
G_DECLARE_FINAL_TYPE (EhWorkingCopy, eh_working_copy, EH, WORKING_COPY, GObject)

void eh_working_copy_open_async (GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
EhWorkingCopy *eh_working_copy_open_finish (GAsyncResult *result, GError **error);
EhStore *eh_working_copy_get_store (EhWorkingCopy *self);
GFile *eh_working_copy_get_file (EhWorkingCopy *self);
EhSaveState eh_working_copy_get_save_state (EhWorkingCopy *self);
const char *eh_working_copy_get_problem (EhWorkingCopy *self);
gboolean eh_working_copy_has_question (EhWorkingCopy *self);
void eh_working_copy_look_again (EhWorkingCopy *self);
const char *eh_working_copy_get_news (EhWorkingCopy *self);
void eh_working_copy_save_soon (EhWorkingCopy *self);
void eh_working_copy_save_a_copy_async (EhWorkingCopy *self,
                                        GFile *file,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
eh_working_copy_save_a_copy_finish (EhWorkingCopy *self, GAsyncResult *result, GError **error);
void eh_working_copy_save_protected_async (EhWorkingCopy *self,
                                           GFile *file,
                                           const char *entry_name,
                                           const char *passphrase,
                                           EhProtectedProgress progress,
                                           gpointer progress_data,
                                           GDestroyNotify progress_free,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean
eh_working_copy_save_protected_finish (EhWorkingCopy *self, GAsyncResult *result, GError **error);
void
eh_working_copy_close_async (EhWorkingCopy *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean eh_working_copy_close_finish (EhWorkingCopy *self, GAsyncResult *result, GError **error);

EhWorkState eh_working_copy_state_of (const char *path);

G_END_DECLS
