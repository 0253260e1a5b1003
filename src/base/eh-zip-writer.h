#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EhZipWriter:
 *
 * A ZIP archive in memory, as OpenDocument and Office Open XML want it: entries in the order in
 * which they are added, no extra fields, no data descriptors, names in UTF-8, one fixed date. The
 * same content gives the same bytes.
 */
typedef struct _EhZipWriter EhZipWriter;

EhZipWriter *eh_zip_writer_new (void);
void eh_zip_writer_free (EhZipWriter *self);
gboolean eh_zip_writer_add (EhZipWriter *self, const char *name, GBytes *content, GError **error);
gboolean
eh_zip_writer_add_stored (EhZipWriter *self, const char *name, GBytes *content, GError **error);
GBytes *eh_zip_writer_finish (EhZipWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhZipWriter, eh_zip_writer_free)

G_END_DECLS
