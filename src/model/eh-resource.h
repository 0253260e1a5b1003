#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhResource:
 * @id: eh_id_from_key ("resource", key) for shipped ones
 * @key: "farr-2021"; empty for the team's own
 * @title: title
 * @authors: separated by "; "
 * @year: 0 when not known
 * @organisation: who made it
 * @venue: journal, publisher, place
 * @url: link
 * @doi: DOI without prefix
 * @kind: paper, toolkit, organisation …
 * @summary: what it is good for, in a sentence
 * @suggested_by: whom to thank
 * @verified: seen in a source
 * @verified_note: what was seen
 * @shipped: came with the program
 * @created_at: when added
 *
 * An item of the resource library, citable from guidance.
 */
typedef struct {
  EhId id;
  char *key;
  char *title;
  char *authors;
  gint64 year;
  char *organisation;
  char *venue;
  char *url;
  char *doi;
  char *kind;
  char *summary;
  char *suggested_by;
  gboolean verified;
  char *verified_note;
  gboolean shipped;
  gint64 created_at;
} EhResource;

EH_DECLARE_ROW (EhResource, eh_resource)

G_END_DECLS
