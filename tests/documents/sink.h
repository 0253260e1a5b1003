#pragma once

#include "eh-doc.h"

/* Documents to try writers on. Each call makes a new one. */
EhDoc *sink_new (void);     /* everything that a document can hold, as a team would write it */
EhDoc *sink_new_rtl (void); /* the same things in Arabic */
EhDoc *sink_new_welsh (void);
EhDoc *sink_new_hostile (void); /* words that are not words: see sink_hostile() */
EhDoc *sink_new_long (guint n_quotes);
EhDoc *sink_new_empty (void);

/* What a person should be able to type without breaking a file, ended by NULL. */
const char *const *sink_hostile (void);
