#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *eh_form_data_parse (const char *data, gsize size);
const char *eh_form_data_get (GHashTable *fields, const char *name);
char *eh_form_data_clean (const char *text);

G_END_DECLS
