#pragma once

/* app: the window. May include every layer below and GTK, but not SQLite. */

#include "eh-live-session.h"
#include "eh-role-group.h"
#include "eh-store-work.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_WORKSPACE (eh_workspace_get_type ())
G_DECLARE_FINAL_TYPE (EhWorkspace, eh_workspace, EH, WORKSPACE, GObject)

EhWorkspace *eh_workspace_new (void);

EhStore *eh_workspace_get_store (EhWorkspace *self);
void eh_workspace_set_store (EhWorkspace *self, EhStore *store);
EhLiveSession *eh_workspace_get_live (EhWorkspace *self);
EhDb *eh_workspace_get_db (EhWorkspace *self);
GPtrArray *eh_workspace_get_role_groups (EhWorkspace *self);
const EhRoleGroup *eh_workspace_get_role_group (EhWorkspace *self, EhId id);
GPtrArray *eh_workspace_get_people (EhWorkspace *self);
void eh_workspace_set_save_state (EhWorkspace *self, const char *save_state);
void eh_workspace_set_folded (EhWorkspace *self, gboolean folded);
gboolean eh_workspace_get_folded (EhWorkspace *self);

gboolean eh_workspace_get_room_display (EhWorkspace *self);
void eh_workspace_set_room_display (EhWorkspace *self, gboolean room_display);
const char *eh_workspace_name_of (EhWorkspace *self, EhId participant_id, const char *name);
const char *eh_workspace_role_of (EhWorkspace *self, const char *role);
char *eh_workspace_hide_names (EhWorkspace *self, const char *text);

EhId eh_workspace_get_workshop_id (EhWorkspace *self);
EhId eh_workspace_get_activity_id (EhWorkspace *self);
void eh_workspace_choose_workshop (EhWorkspace *self);
void eh_workspace_set_workshop_id (EhWorkspace *self, EhId workshop_id);
void eh_workspace_set_activity_id (EhWorkspace *self, EhId activity_id);

gboolean eh_workspace_put (EhWorkspace *self,
                           const EhRowType *type,
                           gconstpointer row,
                           const char *label,
                           const char *merge_key);
gboolean eh_workspace_remove (
    EhWorkspace *self, const EhRowType *type, EhId id, const char *label, const char *toast);
gboolean eh_workspace_begin (EhWorkspace *self, const char *label);
gboolean eh_workspace_commit (EhWorkspace *self);
void eh_workspace_run_async (EhWorkspace *self,
                             const char *what,
                             EhStoreWork work,
                             gpointer data,
                             GDestroyNotify data_free,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean eh_workspace_run_finish (EhWorkspace *self, GAsyncResult *result, GError **error);
void eh_workspace_undo (EhWorkspace *self);
void eh_workspace_redo (EhWorkspace *self);
void eh_workspace_set_working (EhWorkspace *self, const char *working, GCancellable *stop);
const char *eh_workspace_get_working (EhWorkspace *self);
void eh_workspace_stop (EhWorkspace *self);
void eh_workspace_flush (EhWorkspace *self);

void eh_workspace_toast (EhWorkspace *self, const char *text, gboolean with_undo);
void eh_workspace_announce (EhWorkspace *self, const char *text);
void eh_workspace_report_error (EhWorkspace *self, const GError *error);
const char *eh_workspace_get_problem (EhWorkspace *self);
void eh_workspace_set_problem (EhWorkspace *self, const char *problem);

void eh_workspace_show_place (EhWorkspace *self, const char *place_id);
void eh_workspace_show_item (EhWorkspace *self, const char *place_id, EhId id);
void eh_workspace_show_filter (EhWorkspace *self, const char *place_id, const char *filter);
void eh_workspace_show_insights (EhWorkspace *self, const EhInsightQuery *query);

G_END_DECLS
