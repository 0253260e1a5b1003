/* T18: how people agree to work together, in planning, doing and sharing. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_section (b, _ ("Planning together"), "rules:planning");
  eh_template_space (b, EH_BLOCK_KIND_LIST);
  eh_template_section (b, _ ("Doing it together"), "rules:doing");
  eh_template_space (b, EH_BLOCK_KIND_LIST);
  eh_template_section (b, _ ("Sharing it together"), "rules:sharing");
  eh_template_space (b, EH_BLOCK_KIND_LIST);
  eh_template_section (b, _ ("At every stage"), "rules-unstaged");
  eh_template_section (b, _ ("What is paid"), "rates");
  eh_template_section (b, _ ("What was promised"), "promises");
}

const EhGuidanceTemplate eh_template_agreement = {
  .key = "T18",
  .label = N_ ("Working agreement"),
  .purpose = N_ ("What people agree about working together, in planning, doing and sharing."),
  .kind = EH_TEMPLATE_GUIDANCE,
  .compact = TRUE,
  .begin = begin,
};
