#pragma once

#include "eh-protected-copy.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_SESSION (eh_session_get_type ())
G_DECLARE_FINAL_TYPE (EhSession, eh_session, EH, SESSION, GObject)

EhSession *eh_session_new (EhWorkspace *workspace);
void eh_session_open_async (EhSession *self,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean eh_session_open_finish (EhSession *self, GAsyncResult *result, GError **error);
GFile *eh_session_get_file (EhSession *self);
gboolean eh_session_has_question (EhSession *self);
void eh_session_look_again (EhSession *self);
const char *eh_session_get_news (EhSession *self);
void eh_session_save_a_copy_async (EhSession *self,
                                   GFile *file,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean eh_session_save_a_copy_finish (EhSession *self, GAsyncResult *result, GError **error);
void eh_session_save_protected_async (EhSession *self,
                                      GFile *file,
                                      const char *entry_name,
                                      const char *passphrase,
                                      EhProtectedProgress progress,
                                      gpointer progress_data,
                                      GDestroyNotify progress_free,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean eh_session_save_protected_finish (EhSession *self, GAsyncResult *result, GError **error);
void eh_session_close_async (EhSession *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean eh_session_close_finish (EhSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
