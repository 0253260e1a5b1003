#pragma once

#include "eh-reception.h"

G_BEGIN_DECLS

/**
 * EhContributeThread:
 *
 * A reception in a thread of its own, so that three hundred phones do not make the window stutter,
 * and the window's work does not keep them waiting.
 */
typedef struct _EhContributeThread EhContributeThread;

/**
 * EhContributePlace:
 * @path: a working copy
 * @address: where alone it is served
 * @port: which, or 0 to choose one; then which it is
 * @token: of the link
 * @view: what phones are shown
 *
 * What a reception begins with.
 */
typedef struct {
  const char *path;
  const char *address;
  guint16 port;
  const char *token;
  EhContributeView *view;
} EhContributePlace;

EhContributeThread *eh_contribute_thread_start (EhContributePlace *place,
                                                EhReceptionFunc tell,
                                                gpointer data,
                                                GError **error);
void eh_contribute_thread_show (EhContributeThread *self, EhContributeView *view);
void eh_contribute_thread_renew (EhContributeThread *self, const char *token);
void eh_contribute_thread_stop (EhContributeThread *self);

G_END_DECLS
