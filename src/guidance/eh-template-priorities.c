/* T12: what matters to most, until people have put things in an order themselves. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_section (b, _ ("What was raised, and how widely"), "priorities");
  eh_template_section (b, _ ("How much was said about what"), "topics");
  eh_template_section (b, _ ("What fell out"), "not-done");
  eh_template_section (b, _ ("Where views differ"), "register");
}

const EhGuidanceTemplate eh_template_priorities = {
  .key = "T12",
  .label = N_ ("Priority list"),
  .purpose = N_ ("What was raised, how widely and by which groups, with no rank that nobody gave."),
  .kind = EH_TEMPLATE_REPORT,
  .compact = TRUE,
  .begin = begin,
};
