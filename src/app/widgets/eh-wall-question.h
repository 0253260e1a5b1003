#pragma once

#include "eh-workspace.h"

G_BEGIN_DECLS

#define EH_TYPE_WALL_QUESTION (eh_wall_question_get_type ())
G_DECLARE_FINAL_TYPE (EhWallQuestion, eh_wall_question, EH, WALL_QUESTION, GtkWidget)

GtkWidget *eh_wall_question_new (EhWorkspace *workspace);
void eh_wall_question_set_question (EhWallQuestion *self, const char *question);

G_END_DECLS
