/* T7: a workshop in two pages, to be sent the same day. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_heading (b, 1, _ ("The workshop"));
  eh_template_part_of (b, "workshop-facts", b->workshop_id);
  eh_template_part_of (b, "workshop-came", b->workshop_id);
  eh_template_heading (b, 1, _ ("What we did"));
  eh_template_part_of (b, "did", b->workshop_id);
  eh_template_heading (b, 1, _ ("What we heard"));
  eh_template_part_of (b, "heard", b->workshop_id);
  eh_template_heading (b, 1, _ ("What we agreed"));
  eh_template_part_of (b, "rules", b->workshop_id);
  eh_template_part_of (b, "led-to", b->workshop_id);
  eh_template_heading (b, 1, _ ("Where we disagreed"));
  eh_template_part_of (b, "workshop-disagreements", b->workshop_id);
  eh_template_heading (b, 1, _ ("What we promised"));
  eh_template_part_of (b, "promised", b->workshop_id);
  eh_template_heading (b, 1, _ ("The next workshop"));
  eh_template_part_of (b, "next-workshop", b->workshop_id);
  eh_template_section (b, _ ("How to put this right"), "comment");
}

const EhGuidanceTemplate eh_template_workshop = {
  .key = "T7",
  .label = N_ ("Workshop summary"),
  .purpose = N_ ("Two pages for those who came: what was done, heard, agreed and promised."),
  .kind = EH_TEMPLATE_REPORT,
  .compact = TRUE,
  .brief = TRUE,
  .text_size = 12,
  .of_workshop = TRUE,
  .begin = begin,
};
