/* T6: what became of what people said, for all of them together. Letters tell each their own. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_section (b, _ ("What we did"), "said-did");
  eh_template_section (b, _ ("What we have still to do"), "said-not-yet");
  eh_template_section (b, _ ("What we could not do, and why"), "said-could-not");
  eh_template_section (b, _ ("What we promised"), "promises");
  eh_template_section (b, _ ("Thank you"), "credits");
  eh_template_section (b, _ ("How to comment, or to have your words taken out"), "comment");
}

const EhGuidanceTemplate eh_template_said_did = {
  .key = "T6",
  .label = N_ ("You said, we did"),
  .purpose = N_ (
      "Tells everyone what became of what they said: done, not yet, or could not, with the reason."),
  .kind = EH_TEMPLATE_REPORT,
  .compact = TRUE,
  .begin = begin,
};
