/* T11: where people disagreed, each view at equal length. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_section (b, _ ("Recommendations with which somebody disagrees"), "register");
  eh_template_section (b, _ ("The views"), "disagreements");
  eh_template_section (b, _ ("How to comment"), "comment");
}

const EhGuidanceTemplate eh_template_disagreements = {
  .key = "T11",
  .label = N_ ("Disagreement register"),
  .purpose = N_ ("Keeps dissent: every view on what was not agreed, at equal length."),
  .kind = EH_TEMPLATE_REPORT,
  .compact = TRUE,
  .begin = begin,
};
