#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void eh_compat_ask_async (GtkWindow *parent,
                          const char *heading,
                          const char *body,
                          const char *accept_label,
                          gboolean destructive,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
void eh_compat_tell_async (GtkWindow *parent,
                           const char *heading,
                           const char *body,
                           const char *label,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean eh_compat_ask_finish (GAsyncResult *result, GError **error);

void eh_compat_open_file_async (GtkWindow *parent,
                                const char *title,
                                GListModel *filters,
                                GFile *folder,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GFile *eh_compat_open_file_finish (GAsyncResult *result, GError **error);

void eh_compat_open_files_async (GtkWindow *parent,
                                 const char *title,
                                 GListModel *filters,
                                 GFile *folder,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GListModel *eh_compat_open_files_finish (GAsyncResult *result, GError **error);

void eh_compat_save_file_async (GtkWindow *parent,
                                const char *title,
                                const char *suggested_name,
                                GListModel *filters,
                                GFile *folder,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GFile *eh_compat_save_file_finish (GAsyncResult *result, GError **error);

void eh_compat_choose_folder_async (GtkWindow *parent,
                                    const char *title,
                                    GFile *folder,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GFile *eh_compat_choose_folder_finish (GAsyncResult *result, GError **error);

void eh_compat_announce (GtkWidget *widget, const char *text);
void eh_compat_list_item_set_label (GtkListItem *item, const char *label);
void eh_compat_calendar_set_date (GtkCalendar *calendar, GDateTime *date);
void eh_compat_tab_leaves_list (GtkListView *list);

G_END_DECLS
