#pragma once

#include "eh-contribute-view.h"

G_BEGIN_DECLS

/**
 * EhReceptionNews:
 * @n_received: how much arrived since the last news
 * @n_changed: how much was changed
 * @n_taken_back: how much was taken back
 * @n_phones: how many phones have sent something, in all
 * @n_opened: how often the page was opened by another device, in all
 * @knocked: whether another device has made a connection
 * @failed: whether something could not be saved
 *
 * What happened in the thread that serves phones.
 */
typedef struct {
  guint n_received;
  guint n_changed;
  guint n_taken_back;
  guint n_phones;
  guint n_opened;
  gboolean knocked;
  gboolean failed;
} EhReceptionNews;

/* Called in the reception's thread. */
typedef void (*EhReceptionFunc) (const EhReceptionNews *news, gpointer data);

/**
 * EhReception:
 *
 * Serves the page, in one thread and its main context: the connection to the project, the HTTP
 * server, and what is waiting to be committed all belong to that thread.
 */
typedef struct _EhReception EhReception;

EhReception *
eh_reception_new (const char *path, EhReceptionFunc tell, gpointer data, GError **error);
void eh_reception_free (EhReception *self);
gboolean
eh_reception_listen (EhReception *self, const char *address, guint16 *port, GError **error);
void eh_reception_set_view (EhReception *self, EhContributeView *view);
void eh_reception_set_token (EhReception *self, const char *token);
void eh_reception_finish (EhReception *self);
gboolean eh_reception_is_busy (EhReception *self);

G_END_DECLS
