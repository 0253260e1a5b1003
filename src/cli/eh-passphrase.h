#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What help says of --passphrase-file, wherever it is. */
#define EH_PASSPHRASE_OPTION "passphrase-file"

char *eh_passphrase_read (const char *path);

G_END_DECLS
