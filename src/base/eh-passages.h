#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhPassages:
 *
 * What somebody said, and a way to find it in other texts. Once everything is added it is read
 * only, and may be shared between threads.
 */
typedef struct _EhPassages EhPassages;

/**
 * EhPassage:
 * @start: first byte
 * @end: one past the last byte
 * @sure: it is long enough, or set apart, so that nobody else has happened to write it
 *
 * Where words of theirs stand, with the quotation marks around them.
 */
typedef struct {
  gsize start;
  gsize end;
  gboolean sure;
} EhPassage;

EhPassages *eh_passages_new (void);
EhPassages *eh_passages_ref (EhPassages *self);
void eh_passages_unref (EhPassages *self);
void eh_passages_add (EhPassages *self, const char *said);
gboolean eh_passages_is_empty (const EhPassages *self);

gboolean eh_passages_touch (const EhPassages *self, const char *text);
GArray *eh_passages_find (const EhPassages *self, const char *text);
char *eh_passages_fold (const char *text, const EhPassage *passage);
gboolean eh_passages_are_all (const char *text, GArray *found);
char *eh_passages_replace (const char *text, GArray *found, const char *instead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPassages, eh_passages_unref)

G_END_DECLS
