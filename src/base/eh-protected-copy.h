#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhProtectedError:
 * @EH_PROTECTED_ERROR_NOT_ARCHIVE: the file is no ZIP archive
 * @EH_PROTECTED_ERROR_NEEDS_PASSPHRASE: it is protected, and no passphrase was given
 * @EH_PROTECTED_ERROR_WRONG_PASSPHRASE: the passphrase does not open it
 * @EH_PROTECTED_ERROR_WEAK_PASSPHRASE: the passphrase is too short to protect anything
 * @EH_PROTECTED_ERROR_NOT_ONE: it holds no file, or more than one
 * @EH_PROTECTED_ERROR_UNSAFE: what it holds is no plain file, or its name leads somewhere else
 * @EH_PROTECTED_ERROR_TOO_LARGE: what it holds is larger than any project, or pretends to be
 * @EH_PROTECTED_ERROR_DAMAGED: it was cut short or its bytes have changed
 * @EH_PROTECTED_ERROR_UNREACHABLE: it, or the place to write to, cannot be reached
 * @EH_PROTECTED_ERROR_UNAVAILABLE: this computer's archive library cannot encrypt
 *
 * Each comes with one sentence for people.
 */
typedef enum {
  EH_PROTECTED_ERROR_NOT_ARCHIVE,
  EH_PROTECTED_ERROR_NEEDS_PASSPHRASE,
  EH_PROTECTED_ERROR_WRONG_PASSPHRASE,
  EH_PROTECTED_ERROR_WEAK_PASSPHRASE,
  EH_PROTECTED_ERROR_NOT_ONE,
  EH_PROTECTED_ERROR_UNSAFE,
  EH_PROTECTED_ERROR_TOO_LARGE,
  EH_PROTECTED_ERROR_DAMAGED,
  EH_PROTECTED_ERROR_UNREACHABLE,
  EH_PROTECTED_ERROR_UNAVAILABLE,
} EhProtectedError;

#define EH_PROTECTED_ERROR (eh_protected_error_quark ())
GQuark eh_protected_error_quark (void);

/* The fewest characters that are taken for a passphrase, and those from which it is a good one. */
#define EH_PASSPHRASE_MIN  8
#define EH_PASSPHRASE_GOOD 20

/**
 * EhProtectedProgress:
 * @fraction: how far, 0 to 1
 * @data: of the caller
 *
 * Called in the thread that does the work.
 */
typedef void (*EhProtectedProgress) (double fraction, gpointer data);

gboolean eh_protected_copy_is_archive (const char *path);
gboolean eh_protected_copy_is_encrypted (const char *path, gboolean *encrypted, GError **error);
gboolean eh_protected_copy_write (const char *from,
                                  GFile *to,
                                  const char *entry_name,
                                  const char *passphrase,
                                  EhProtectedProgress progress,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean eh_protected_copy_extract (const char *from,
                                    const char *to,
                                    const char *passphrase,
                                    char **entry_name,
                                    EhProtectedProgress progress,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);
void eh_passphrase_free (char *passphrase);

G_END_DECLS
