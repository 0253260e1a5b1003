#pragma once

#include <glib.h>

/* What each target gives. The second is for those whose seeds are too large or too changeable to be
 * kept as files; a target without any gives none. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
GPtrArray *fuzz_seeds (void);

const char *fuzz_folder (void);
char *fuzz_file (const char *name, const guint8 *data, gsize size);
void fuzz_forget (const char *name);
