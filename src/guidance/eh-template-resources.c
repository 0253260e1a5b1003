/* T2: a map of the resource library. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_heading (b, 1, _ ("What this is"));
  eh_template_space (b, EH_BLOCK_KIND_PARAGRAPH);
  eh_template_heading (b, 1, _ ("Start here"));
  eh_template_heading (b, 2, _ ("If you are a public contributor"));
  eh_template_space (b, EH_BLOCK_KIND_RESOURCE);
  eh_template_heading (b, 2, _ ("If you work in health, care or the community"));
  eh_template_space (b, EH_BLOCK_KIND_RESOURCE);
  eh_template_heading (b, 2, _ ("If you are a researcher"));
  eh_template_space (b, EH_BLOCK_KIND_RESOURCE);
  eh_template_section (b, _ ("What there is"), "resource-grid");
  eh_template_section (b, _ ("The resources"), "resource-list");
  eh_template_section (b, _ ("For working from a distance"), "resource-remote");
  eh_template_section (b, _ ("Gaps we found"), "resource-gaps");
  eh_template_section (b, _ ("How to comment, or to add something"), "comment");
}

const EhGuidanceTemplate eh_template_resources = {
  .key = "T2",
  .label = N_ ("Map of resources"),
  .purpose = N_ (
      "Leads public contributors, staff and researchers to what is useful in the library, and says what is missing from it."),
  .kind = EH_TEMPLATE_GUIDANCE,
  .contents = TRUE,
  .begin = begin,
};
