#include "eh-attendance.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhAttendance, id, EH_FIELD_ID),
  EH_FIELD_OF (EhAttendance, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhAttendance, participant_id, EH_FIELD_ID),
  EH_FIELD_OF_ENUM (EhAttendance, status, eh_presence_vocabulary),
  EH_FIELD_OF (EhAttendance, role_group_id, EH_FIELD_ID),
  EH_FIELD_OF (EhAttendance, table_label, EH_FIELD_TEXT),
};

EH_DEFINE_ROW (EhAttendance, eh_attendance, "attendance", fields)
