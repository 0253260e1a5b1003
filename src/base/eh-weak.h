#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

GWeakRef *eh_weak_new (gpointer object);
void eh_weak_free (GWeakRef *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GWeakRef, eh_weak_free)

G_END_DECLS
