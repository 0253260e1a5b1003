#pragma once

#include "eh-import-plan.h"
#include "eh-resource.h"

G_BEGIN_DECLS

/**
 * EhReferenceFormat:
 * @EH_REFERENCE_FORMAT_NONE: none of these
 * @EH_REFERENCE_FORMAT_RIS: tagged lines, as reference managers exchange them
 * @EH_REFERENCE_FORMAT_BIBTEX: what LaTeX reads
 * @EH_REFERENCE_FORMAT_CSL: CSL-JSON, as Zotero and the citation styles use it
 *
 * A way to write down a list of publications.
 */
typedef enum {
  EH_REFERENCE_FORMAT_NONE,
  EH_REFERENCE_FORMAT_RIS,
  EH_REFERENCE_FORMAT_BIBTEX,
  EH_REFERENCE_FORMAT_CSL,
} EhReferenceFormat;

EhReferenceFormat eh_references_guess (GBytes *bytes);
EhReferenceFormat eh_references_format_for (const char *file_name);
EhImportPlan *eh_references_read (GBytes *bytes, EhReferenceFormat format);
GBytes *eh_references_write (GPtrArray *resources, EhReferenceFormat format);

G_END_DECLS
