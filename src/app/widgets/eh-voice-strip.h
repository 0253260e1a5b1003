#pragma once

#include "eh-balance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EH_TYPE_VOICE_STRIP (eh_voice_strip_get_type ())
G_DECLARE_FINAL_TYPE (EhVoiceStrip, eh_voice_strip, EH, VOICE_STRIP, GtkWidget)

gboolean eh_voice_strip_show (EhVoiceStrip *self, const EhBalance *balance);

G_END_DECLS
