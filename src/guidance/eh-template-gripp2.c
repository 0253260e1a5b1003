/* T5: a report on involvement in the five sections of the short form of GRIPP2. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_part (b, "negatives");
  eh_template_heading (b, 1, _ ("1. Aim"));
  eh_template_part (b, "aim");
  eh_template_heading (b, 1, _ ("2. Methods"));
  eh_template_part (b, "who-made-this");
  eh_template_part (b, "how-we-worked");
  eh_template_part (b, "methods");
  eh_template_part (b, "hours");
  eh_template_heading (b, 1, _ ("3. Results"));
  eh_template_part (b, "results");
  eh_template_part (b, "not-done");
  eh_template_heading (b, 1, _ ("4. Discussion"));
  eh_template_part (b, "influence");
  eh_template_chart (b, "balance");
  eh_template_chart (b, "stages");
  eh_template_heading (b, 1, _ ("5. Reflections"));
  eh_template_part (b, "reflections");
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_heading (b, 1, _ ("Checklist"));
  eh_template_part (b, "gripp2-table");
}

const EhGuidanceTemplate eh_template_gripp2 = {
  .key = "T5",
  .label = N_ ("Report on involvement (GRIPP2 short form)"),
  .purpose = N_ (
      "Aim, methods, results, discussion and reflections, as journals and funders ask for, with a checklist."),
  .kind = EH_TEMPLATE_REPORT,
  .contents = TRUE,
  .begin = begin,
};
