#pragma once

#include "eh-letter.h"
#include "eh-phone-page.h"

G_BEGIN_DECLS

GBytes *eh_phone_letter_page (const EhPhonePage *page, const EhLetter *letter);
GBytes *eh_phone_letter_form (const EhPhonePage *page,
                              const char *stamp,
                              EhPhoneProblem problem,
                              guint seconds);

G_END_DECLS
