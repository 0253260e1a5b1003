#pragma once

/* What the tests of faults share: a small project with something in every corner, and ways to say
 * whether two projects hold the same and whether one is sound. */

#include "eh-store.h"
#include "eh-working-copy.h"

#define FAULT_PEOPLE     6
#define FAULT_CATEGORIES 3

EhStore *fault_project_new (const char *path);
EhId fault_project_person (guint n);
EhId fault_project_category (guint n);

char *fault_digest (EhDb *db);
void fault_check_sound (EhDb *db);
gint64 fault_insights_in (const char *path);
void fault_check_index (EhDb *db);
guint fault_walk_history (EhStore *store);

EhId fault_add (EhStore *store, guint n, GError **error);
gboolean fault_map (EhStore *store, guint n, GError **error);
gboolean fault_edit (EhStore *store, guint n, GError **error);
gboolean fault_remove (EhStore *store, guint n, GError **error);
gboolean fault_erase (EhStore *store, guint person, GError **error);
gboolean fault_merge (EhStore *store, const char *other, GError **error);
gboolean fault_make_other (EhStore *store, const char *other, guint n, GError **error);

void fault_keep_result (GObject *source, GAsyncResult *result, gpointer data);
EhWorkingCopy *fault_open (GFile *file, GError **error);
gboolean fault_close (EhWorkingCopy *copy, GError **error);
char *fault_folder (const char *name);
void fault_remove_folder (const char *path);
