/* T4: what gets in the way and what helps, on one page. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_part (b, "tips");
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
}

const EhGuidanceTemplate eh_template_tips = {
  .key = "T4",
  .label = N_ ("Top tips"),
  .purpose = N_ ("One page in two columns: what gets in the way, and what helps."),
  .kind = EH_TEMPLATE_REPORT,
  .compact = TRUE,
  .brief = TRUE,
  .begin = begin,
};
