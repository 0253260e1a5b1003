/* T13: an invitation to a workshop, with what people need to know to be able to come. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_heading (b, 1, _ ("You are invited"));
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_part_of (b, "workshop-facts", b->workshop_id);
  eh_template_heading (b, 1, _ ("What happens when"));
  eh_template_part_of (b, "agenda", b->workshop_id);
  eh_template_heading (b, 1, _ ("Getting there and getting in"));
  eh_template_part_of (b, "access", b->workshop_id);
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_heading (b, 1, _ ("What to expect"));
  eh_template_part (b, "rules");
  eh_template_space (b, EH_BLOCK_KIND_LIST);
  eh_template_section (b, _ ("What we pay"), "rates");
  eh_template_heading (b, 1, _ ("What you will hear from us"));
  eh_template_part (b, "promises:open");
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_section (b, _ ("How to reach us, or to ask for what you need"), "contact");
}

const EhGuidanceTemplate eh_template_invitation = {
  .key = "T13",
  .label = N_ ("Invitation and access pack"),
  .purpose = N_ (
      "When, where and why, what happens in plain words, the way in, what is paid and what people hear afterwards."),
  .kind = EH_TEMPLATE_GUIDANCE,
  .compact = TRUE,
  .of_workshop = TRUE,
  .begin = begin,
};
