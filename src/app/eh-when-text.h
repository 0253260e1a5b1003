#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *eh_when_parse_date (const char *text);
char *eh_when_format_date (const char *iso);
char *eh_when_format_date_short (const char *iso);
char *eh_when_parse_time (const char *text);
char *eh_when_length (gint64 minutes);
char *eh_when_clock_time (gint64 moment);
char *eh_when_moment (gint64 moment);
char *eh_when_add_minutes (const char *time, gint64 minutes);

G_END_DECLS
