#pragma once

#include "eh-disclosure.h"

G_BEGIN_DECLS

char *eh_figure_words_of_chart (EhPublicDataset *gate, const char *source, EhId guidance_id);
gboolean eh_figure_words_say_something (const char *words, const char *caption);

G_END_DECLS
