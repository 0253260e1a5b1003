/* T17: a page of news for everybody who took part. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_heading (b, 1, _ ("The last workshop"));
  eh_template_part_of (b, "workshop-facts", b->workshop_id);
  eh_template_section (b, _ ("In people’s words"), "few-quotes");
  eh_template_section (b, _ ("What we are writing"), "plain-recommended");
  eh_template_section (b, _ ("What we promised"), "promised");
  eh_template_section (b, _ ("What comes next"), "next-workshop");
  eh_template_section (b, _ ("Get in touch"), "contact");
}

const EhGuidanceTemplate eh_template_newsletter = {
  .key = "T17",
  .label = N_ ("Newsletter digest"),
  .purpose = N_ (
      "A page of news: the last workshop, a few voices, what is being written, promises and what comes next."),
  .kind = EH_TEMPLATE_REPORT,
  .compact = TRUE,
  .brief = TRUE,
  .of_workshop = TRUE,
  .begin = begin,
};
