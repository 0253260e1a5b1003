#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_ATTENDANCE_LIST (eh_attendance_list_get_type ())
G_DECLARE_FINAL_TYPE (EhAttendanceList, eh_attendance_list, EH, ATTENDANCE_LIST, GtkWidget)

void eh_attendance_list_set_workspace (EhAttendanceList *self, EhWorkspace *workspace);
void eh_attendance_list_set_arriving (EhAttendanceList *self);
void eh_attendance_list_set_workshop (EhAttendanceList *self, EhId workshop_id);

G_END_DECLS
