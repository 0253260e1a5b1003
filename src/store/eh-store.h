#pragma once

#include "eh-change.h"
#include "eh-reader.h"

G_BEGIN_DECLS

#define EH_TYPE_STORE (eh_store_get_type ())
G_DECLARE_FINAL_TYPE (EhStore, eh_store, EH, STORE, GObject)

/* See eh-redaction.h, which knows of this. */
typedef struct _EhRedaction EhRedaction;

EhStore *eh_store_create (const char *path, const char *title, GError **error);
EhStore *eh_store_open (const char *path, GError **error);
EhStore *eh_store_open_working_copy (const char *path, GError **error);
void eh_store_close (EhStore *self);
const char *eh_store_get_path (EhStore *self);
EhDb *eh_store_get_db (EhStore *self);
void eh_store_set_author (EhStore *self, const char *author);
const char *eh_store_get_author (EhStore *self);

gboolean eh_store_ends_in_erasing (EhStore *self);
gboolean eh_store_begin (EhStore *self, const char *label, GError **error);
const char *eh_store_get_step_guid (EhStore *self);
void eh_store_set_redaction (EhStore *self, const EhRedaction *redaction);
void eh_store_join (EhStore *self, const char *merge_key);
gboolean eh_store_put (EhStore *self, const EhRowType *type, gconstpointer row, GError **error);
gboolean eh_store_remove (EhStore *self, const EhRowType *type, EhId id, GError **error);
gboolean eh_store_commit (EhStore *self, GError **error);
gboolean eh_store_commit_erasing (EhStore *self, const char *name, GError **error);
void eh_store_abort (EhStore *self);
gboolean eh_store_in_transaction (EhStore *self);
gboolean eh_store_is_busy (EhStore *self);
const char *eh_store_busy_sentence (void);

gboolean eh_store_put_one (EhStore *self,
                           const EhRowType *type,
                           gconstpointer row,
                           const char *label,
                           const char *merge_key,
                           GError **error);
gboolean eh_store_remove_one (
    EhStore *self, const EhRowType *type, EhId id, const char *label, GError **error);

gboolean eh_store_undo (EhStore *self, GError **error);
gboolean eh_store_redo (EhStore *self, GError **error);
const char *eh_store_get_undo_label (EhStore *self);
const char *eh_store_get_redo_label (EhStore *self);
void eh_store_tell_received (EhStore *self);
void eh_store_forget_history (EhStore *self);
gboolean eh_store_restore (EhStore *self, const char *path, GArray *changes, GError **error);

G_END_DECLS
