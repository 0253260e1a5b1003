#pragma once

#include "eh-id.h"

G_BEGIN_DECLS

/**
 * EhJsonOut:
 *
 * JSON as it is written: indented, in UTF-8, members in the order in which they are added, whole
 * numbers without a point. Nothing is checked: a value stands where the code that writes it puts
 * it.
 */
typedef struct _EhJsonOut EhJsonOut;

EhJsonOut *eh_json_out_new (void);
void eh_json_out_free (EhJsonOut *self);
GString *eh_json_out_finish (EhJsonOut *self);

void eh_json_out_begin_object (EhJsonOut *self, const char *name);
void eh_json_out_end_object (EhJsonOut *self);
void eh_json_out_begin_array (EhJsonOut *self, const char *name);
void eh_json_out_end_array (EhJsonOut *self);
void eh_json_out_text (EhJsonOut *self, const char *name, const char *text);
void eh_json_out_text_or_null (EhJsonOut *self, const char *name, const char *text);
void eh_json_out_int (EhJsonOut *self, const char *name, gint64 value);
void eh_json_out_number (EhJsonOut *self, const char *name, double value);
void eh_json_out_bool (EhJsonOut *self, const char *name, gboolean value);
void eh_json_out_null (EhJsonOut *self, const char *name);
void eh_json_out_id (EhJsonOut *self, const char *name, EhId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhJsonOut, eh_json_out_free)

G_END_DECLS
