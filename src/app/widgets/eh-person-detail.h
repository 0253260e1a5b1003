#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_PERSON_DETAIL (eh_person_detail_get_type ())
G_DECLARE_FINAL_TYPE (EhPersonDetail, eh_person_detail, EH, PERSON_DETAIL, GtkWidget)

GtkWidget *eh_person_detail_new (EhWorkspace *workspace);
void eh_person_detail_set_person (EhPersonDetail *self, EhId participant_id);
void eh_person_detail_edit_name (EhPersonDetail *self);

G_END_DECLS
