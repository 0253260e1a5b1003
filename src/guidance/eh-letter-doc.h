#pragma once

#include "eh-doc.h"
#include "eh-letter.h"
#include "eh-look.h"

G_BEGIN_DECLS

/* Of plain text in large print: 18 and more is asked for most, and what stands beside the text is
 * smaller. */
#define EH_LETTER_LARGE_POINTS 20

EhDoc *eh_letter_to_doc (const EhLetter *letter, double points, const EhLook *look);

G_END_DECLS
