#pragma once

#include "eh-references.h"

G_BEGIN_DECLS

/**
 * EhReferenceType:
 * @kind: what the library calls it
 * @ris: the type in RIS
 * @bibtex: the type in BibTeX
 * @csl: the type in CSL-JSON
 *
 * What one kind of resource is called elsewhere. Where several have a name there, the first is it.
 */
typedef struct {
  const char *kind;
  const char *ris;
  const char *bibtex;
  const char *csl;
} EhReferenceType;

const EhReferenceType *eh_reference_type_of (const char *kind);
const char *eh_reference_kind_of (const char *name, EhReferenceFormat format);

/* Reading: what every format has to say of one publication. Texts are taken as they come; what is
 * too long is cut. */
void eh_reference_set (char **place, const char *text);
void eh_reference_set_year (EhResource *self, const char *text);
void eh_reference_set_doi (EhResource *self, const char *text);
void eh_reference_add_author (EhResource *self, const char *name);
void eh_reference_finish (EhImportPlan *plan, guint line, EhResource *self);

/* Writing. */
char *eh_reference_key (const EhResource *self, GHashTable *taken);

void eh_references_read_ris (EhImportPlan *plan, const char *text);
void eh_references_read_bibtex (EhImportPlan *plan, const char *text);
void eh_references_read_csl (EhImportPlan *plan, const char *text);
void eh_references_write_ris (GPtrArray *resources, GString *out);
void eh_references_write_bibtex (GPtrArray *resources, GString *out);
GString *eh_references_write_csl (GPtrArray *resources);

G_END_DECLS
