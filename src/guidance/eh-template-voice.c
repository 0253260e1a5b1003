/* T10: whose voice is in the record and in the guidance, with every chart and its limits. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_heading (b, 1, _ ("From the room to the guidance"));
  eh_template_part (b, "influence");
  eh_template_chart (b, "balance");
  eh_template_heading (b, 1, _ ("Who spoke about what"));
  eh_template_chart (b, "map");
  eh_template_heading (b, 1, _ ("What became of it"));
  eh_template_chart (b, "flow");
  eh_template_heading (b, 1, _ ("How early people were let in"));
  eh_template_chart (b, "stages");
  eh_template_heading (b, 1, _ ("Time and money"));
  eh_template_part (b, "hours");
  eh_template_chart (b, "hours");
  eh_template_heading (b, 1, _ ("Who took part"));
  eh_template_part (b, "who-made-this");
}

const EhGuidanceTemplate eh_template_voice = {
  .key = "T10",
  .label = N_ ("Voice report"),
  .purpose = N_ (
      "Whose voices are in the room, in the record and in the guidance, in charts and in words."),
  .kind = EH_TEMPLATE_REPORT,
  .contents = TRUE,
  .begin = begin,
};
