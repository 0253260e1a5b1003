#pragma once

#include "eh-connection.h"
#include "eh-row.h"

G_BEGIN_DECLS

/**
 * EhMention:
 * @type: the table
 * @id: the row
 * @field: what of it
 * @text: what it says, the first words of it
 *
 * A place in free text where a name stands.
 */
typedef struct {
  const EhRowType *type;
  EhId id;
  const EhField *field;
  char *text;
} EhMention;

void eh_mention_free (EhMention *self);
GPtrArray *eh_mentions_of (EhDb *db, EhId participant_id, GArray *leaving, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhMention, eh_mention_free)

G_END_DECLS
