/* T16: the five headings of the 4Pi National Involvement Standards, filled from the project. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_heading (b, 1, _ ("Principles"));
  eh_template_part (b, "fourpi:principles");
  eh_template_part (b, "rules");
  eh_template_heading (b, 1, _ ("Purpose"));
  eh_template_part (b, "fourpi:purpose");
  eh_template_part (b, "aim");
  eh_template_heading (b, 1, _ ("Presence"));
  eh_template_part (b, "fourpi:presence");
  eh_template_part (b, "who-made-this");
  eh_template_chart (b, "stages");
  eh_template_heading (b, 1, _ ("Process"));
  eh_template_part (b, "fourpi:process");
  eh_template_part (b, "how-we-worked");
  eh_template_part (b, "methods");
  eh_template_part (b, "hours");
  eh_template_heading (b, 1, _ ("Impact"));
  eh_template_part (b, "fourpi:impact");
  eh_template_part (b, "results");
  eh_template_part (b, "influence");
  eh_template_part (b, "reflections");
}

const EhGuidanceTemplate eh_template_fourpi = {
  .key = "T16",
  .label = N_ ("4Pi report"),
  .purpose = N_ (
      "Principles, purpose, presence, process and impact: a review against the involvement standards."),
  .kind = EH_TEMPLATE_REPORT,
  .contents = TRUE,
  .begin = begin,
};
