/* T15: what each recommendation rests on, and what was changed when. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_section (b, _ ("What each recommendation rests on"), "trace");
  eh_template_section (b, _ ("What was changed, and when"), "changes");
}

const EhGuidanceTemplate eh_template_trace = {
  .key = "T15",
  .label = N_ ("Trace and change log"),
  .purpose = N_ (
      "For whoever checks: the insights behind each recommendation as codes, and what was changed when."),
  .kind = EH_TEMPLATE_REPORT,
  .begin = begin,
};
