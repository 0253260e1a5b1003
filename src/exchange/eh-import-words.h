#pragma once

#include "eh-import-plan.h"

G_BEGIN_DECLS

gboolean eh_import_find_kind (const char *text, EhInsightKind *kind);
gboolean eh_import_find_credit (const char *text, EhCredit *credit);
gboolean eh_import_read_consent (const char *text, EhImportPerson *person);
gboolean eh_import_read_contact (const char *text, EhContactBy *way, gboolean *is_address);
gboolean eh_import_find_contact_after (const char *text, EhContactAfter *after);
gboolean eh_import_read_letter_format (const char *text, EhImportPerson *person);
gboolean eh_import_read_large (const char *text, gboolean *large);
char *eh_import_find_language (const char *text);
char *eh_import_show (const char *words);
gboolean eh_import_is_nobody (const char *name);

G_END_DECLS
