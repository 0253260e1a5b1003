#pragma once

/* store: SQLite, and nothing but the store knows of it. May include model and base. */

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhStoreError:
 * @EH_STORE_ERROR_FAILED: something else
 * @EH_STORE_ERROR_NOT_FOUND: there is no such file
 * @EH_STORE_ERROR_NOT_OURS: the file belongs to another program
 * @EH_STORE_ERROR_NEWER: the file was made by a newer version
 * @EH_STORE_ERROR_DAMAGED: the file is cut short or its bytes have changed
 * @EH_STORE_ERROR_READ_ONLY: the file or its folder may not be changed
 * @EH_STORE_ERROR_IN_USE: a window or another program has it open
 * @EH_STORE_ERROR_FULL: the disk is full
 * @EH_STORE_ERROR_UNREACHABLE: the disk or folder is gone
 * @EH_STORE_ERROR_CONSTRAINT: the change contradicts what is there
 * @EH_STORE_ERROR_EXISTS: a file that should be made is there already
 * @EH_STORE_ERROR_CONFLICT: the user's file was changed by somebody else meanwhile
 *
 * One code for each thing that a caller does differently. The message is a sentence for people;
 * what SQLite said goes to the debug log.
 */
typedef enum {
  EH_STORE_ERROR_FAILED,
  EH_STORE_ERROR_NOT_FOUND,
  EH_STORE_ERROR_NOT_OURS,
  EH_STORE_ERROR_NEWER,
  EH_STORE_ERROR_DAMAGED,
  EH_STORE_ERROR_READ_ONLY,
  EH_STORE_ERROR_IN_USE,
  EH_STORE_ERROR_FULL,
  EH_STORE_ERROR_UNREACHABLE,
  EH_STORE_ERROR_CONSTRAINT,
  EH_STORE_ERROR_EXISTS,
  EH_STORE_ERROR_CONFLICT,
} EhStoreError;

#define EH_STORE_ERROR (eh_store_error_quark ())
GQuark eh_store_error_quark (void);

void eh_store_error_set_from_io (GError **error, const GError *io_error, const char *display_name);

G_END_DECLS
