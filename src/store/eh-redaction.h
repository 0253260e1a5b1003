#pragma once

#include "eh-passages.h"
#include "eh-store.h"

G_BEGIN_DECLS

/**
 * EhRedaction:
 *
 * What is taken out of a project at somebody's wish, wherever it was copied to: their words, and
 * what stands there instead. What somebody chose to keep is kept in that one place alone.
 */
typedef struct _EhRedaction EhRedaction;

/**
 * EhRedactionPlace:
 * @type: which table
 * @id: which row
 * @field: which of its texts
 * @text: the whole text
 * @found: (nullable) (element-type EhPassage): where their words stand in @text; %NULL where all of
 * it is theirs: a quotation that somebody shortened or mended
 *
 * A text that holds words of theirs, for as long as the function is called that gets it.
 */
typedef struct {
  const EhRowType *type;
  EhId id;
  const EhField *field;
  const char *text;
  GArray *found;
} EhRedactionPlace;

typedef void (*EhRedactionFunc) (const EhRedactionPlace *place, gpointer data);

EhRedaction *eh_redaction_new (EhDb *db, EhPassages *words, GHashTable *insight_ids);
EhRedaction *eh_redaction_of_insights (EhDb *db, GArray *insight_ids, GError **error);
void eh_redaction_free (EhRedaction *self);
gboolean eh_redaction_is_empty (const EhRedaction *self);
gboolean eh_redaction_erases (const EhRedaction *self, EhId insight_id);
void eh_redaction_keep (EhRedaction *self, const EhRedactionPlace *place, const EhPassage *passage);
void eh_redaction_reach (EhRedaction *self, EhId insight_id);

gboolean eh_redaction_find (
    const EhRedaction *self, EhDb *db, EhRedactionFunc func, gpointer data, GError **error);
char *eh_redaction_text (const EhRedaction *self,
                         const EhRowType *type,
                         EhId id,
                         const EhField *field,
                         const char *text);
gboolean eh_redaction_row (const EhRedaction *self, const EhRowType *type, gpointer row);
gboolean eh_redaction_apply (EhRedaction *self, EhStore *store, GError **error);
gboolean eh_redaction_changes (const EhRedaction *self, GBytes **changes, gboolean *touched);
gboolean eh_redaction_labels (const EhRedaction *self, EhDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhRedaction, eh_redaction_free)

G_END_DECLS
