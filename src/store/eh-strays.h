#pragma once

#include "eh-db.h"
#include "eh-pages.h"

G_BEGIN_DECLS

typedef struct _EhStrays EhStrays;

EhStrays *eh_strays_new (const EhPages *pages, guint32 first_free, EhDb *like, GError **error);
void eh_strays_free (EhStrays *self);
gboolean eh_strays_knows (const char *table);
EhDb *eh_strays_get_db (EhStrays *self);
guint eh_strays_n_rows (EhStrays *self);
guint eh_strays_n_unsure (EhStrays *self);
GHashTable *eh_strays_get_cut (EhStrays *self, const char *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhStrays, eh_strays_free)

G_END_DECLS
