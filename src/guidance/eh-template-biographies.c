/* T14: who is who, in their own words, with the same room for everyone. */

#include "config.h"

#include "eh-template-private.h"

#include <glib/gi18n-lib.h>

static void
begin (EhTemplateBegin *b)
{
  eh_template_section (b, _ ("Who is who"), "biographies");
}

const EhGuidanceTemplate eh_template_biographies = {
  .key = "T14",
  .label = N_ ("Biographies"),
  .purpose = N_ (
      "Introduces those who want to be named, in their words, by first name and at the same length."),
  .kind = EH_TEMPLATE_REPORT,
  .compact = TRUE,
  .begin = begin,
};
