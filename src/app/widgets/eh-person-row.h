#pragma once

#include "eh-consent.h"
#include "eh-participant.h"
#include "eh-role-group.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_PERSON_ROW (eh_person_row_get_type ())
G_DECLARE_FINAL_TYPE (EhPersonRow, eh_person_row, EH, PERSON_ROW, GtkWidget)

GtkWidget *eh_person_row_new (void);
char *eh_person_row_show (EhPersonRow *self,
                          const EhParticipant *person,
                          const char *name,
                          const char *role,
                          const EhConsent *consent,
                          const EhRoleGroup *group);
char *eh_person_row_show_state (EhPersonRow *self,
                                const char *name,
                                const char *role,
                                const char *waits,
                                const EhRoleGroup *group);

G_END_DECLS
