#pragma once

#include "eh-attendance.h"
#include "eh-invitation.h"
#include "eh-participant.h"
#include "eh-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_ATTENDANCE_ROW (eh_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (EhAttendanceRow, eh_attendance_row, EH, ATTENDANCE_ROW, GtkWidget)

GtkWidget *eh_attendance_row_new (EhWorkspace *workspace);
void eh_attendance_row_set_arriving (EhAttendanceRow *self);
char *eh_attendance_row_show (EhAttendanceRow *self,
                              EhId workshop_id,
                              const EhParticipant *person,
                              const EhAttendance *attendance,
                              const EhInvitation *invitation);

G_END_DECLS
