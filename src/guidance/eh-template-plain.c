/* T9: the whole in plain English, under five headings, in about three hundred words. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_section (b, _ ("What was this about?"), "plain-about");
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_section (b, _ ("Who took part?"), "plain-who");
  eh_template_section (b, _ ("What did we do?"), "plain-did");
  eh_template_section (b, _ ("What did people say?"), "plain-said");
  eh_template_section (b, _ ("What should happen now?"), "plain-recommended");
  eh_template_part (b, "comment");
}

const EhGuidanceTemplate eh_template_plain = {
  .key = "T9",
  .label = N_ ("Plain-English summary"),
  .purpose = N_ ("About three hundred words under five headings, for anybody."),
  .kind = EH_TEMPLATE_GUIDANCE,
  .compact = TRUE,
  .begin = begin,
};
