#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EH_SECRET_LINK_LENGTH  10 /* 50 bits: short enough to be typed from the wall */
#define EH_SECRET_PHONE_LENGTH 16 /* 80 bits */

void eh_secret_fill (guint8 *bytes, gsize size);
char *eh_secret_new (guint length);
gboolean eh_secret_equal (const char *a, const char *b);
gboolean eh_secret_is_well_formed (const char *text, guint length);
char *eh_secret_hash (const char *secret);
char *eh_secret_stamp (const char *key);
gboolean eh_secret_stamp_is_ours (const char *stamp, const char *key);

G_END_DECLS
