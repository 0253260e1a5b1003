#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhCatalogue:
 *
 * The messages of one language, read from a .mo file: for what is written in another language than
 * the window's, several at once and in any thread (a page for phones, a letter, a document).
 * Immutable. The messages are marked for translation where they stand, with N_(), NC_() or NN_():
 * |[
 *   g_autoptr (EhCatalogue) welsh = eh_catalogue_for ("cy");
 *   const char *title = eh_catalogue_get (welsh, N_ ("It arrived"));
 *   const char *format = eh_catalogue_get_plural (welsh, NN_ ("%u person", "%u people"), n);
 * ]|
 * What a catalogue does not have comes back in the words of the source, British English.
 */
typedef struct _EhCatalogue EhCatalogue;

EhCatalogue *eh_catalogue_new (const char *language, GBytes *mo, GError **error);
EhCatalogue *eh_catalogue_for (const char *language);
EhCatalogue *eh_catalogue_for_reader (const char *language);
EhCatalogue *eh_catalogue_ref (EhCatalogue *self);
void eh_catalogue_unref (EhCatalogue *self);

const char *eh_catalogue_get_language (const EhCatalogue *self);
gboolean eh_catalogue_is_rtl (const EhCatalogue *self);
const char *eh_catalogue_get (const EhCatalogue *self, const char *message) G_GNUC_FORMAT (2);
const char *eh_catalogue_get_in (const EhCatalogue *self, const char *context, const char *message)
    G_GNUC_FORMAT (3);
const char *
eh_catalogue_get_plural (const EhCatalogue *self, const char *one, const char *many, guint n)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

char **eh_catalogue_languages (void);
const char *eh_language_choose (const char *accept, const char *const *offered);
const char *const *eh_language_known (void);
const char *eh_language_own_name (const char *language);
gboolean eh_language_is_rtl (const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhCatalogue, eh_catalogue_unref)

G_END_DECLS
