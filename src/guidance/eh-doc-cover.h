#pragma once

#include "eh-doc.h"

G_BEGIN_DECLS

/**
 * EhDocCoverLine:
 * @look: its style, as eh-doc-look.h names it
 * @label: (nullable): strong words before it
 * @text: what it says
 *
 * A paragraph of the cover.
 */
typedef struct {
  const char *look;
  const char *label;
  EhDocText *text;
} EhDocCoverLine;

GPtrArray *eh_doc_cover_lines (const EhDoc *doc);
char *eh_doc_cover_details (const EhDoc *doc);
double eh_doc_cover_lead (const EhDoc *doc);
double eh_doc_cover_height (const EhDoc *doc);

G_END_DECLS
