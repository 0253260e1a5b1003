#pragma once

#include "eh-id.h"

G_BEGIN_DECLS

/**
 * EhPeopleFinder:
 *
 * Finds people by what a facilitator types while somebody is speaking. Free with
 * eh_people_finder_free().
 */
typedef struct _EhPeopleFinder EhPeopleFinder;

EhPeopleFinder *eh_people_finder_new (void);
void eh_people_finder_free (EhPeopleFinder *self);
void eh_people_finder_add (EhPeopleFinder *self, EhId id, const char *name, gboolean here);
void eh_people_finder_note_spoke (EhPeopleFinder *self, EhId id);
GArray *eh_people_finder_find (EhPeopleFinder *self, const char *typed, guint limit);
gboolean eh_people_finder_knows (EhPeopleFinder *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPeopleFinder, eh_people_finder_free)

G_END_DECLS
