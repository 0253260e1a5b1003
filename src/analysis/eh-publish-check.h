#pragma once

#include "eh-alike.h"
#include "eh-document-check.h"
#include "eh-project-check.h"

G_BEGIN_DECLS

/**
 * EhPublishArea:
 * What of a document is looked at before it is published.
 */
typedef enum {
  EH_PUBLISH_CONSENT,
  EH_PUBLISH_CREDIT,
  EH_PUBLISH_NAMES,
  EH_PUBLISH_SMALL,
  EH_PUBLISH_DIFFERENCES,
  EH_PUBLISH_EVIDENCE,
  EH_PUBLISH_PROMISES,
  EH_PUBLISH_COMPLETE,
  EH_PUBLISH_WRITING,
  EH_PUBLISH_N_AREAS
} EhPublishArea;

/**
 * EhPublishState:
 * @EH_PUBLISH_MUST: it cannot be published before this is settled
 * @EH_PUBLISH_LOOK: somebody should look, and may let it stand
 * @EH_PUBLISH_FINE: nothing is to be done
 */
typedef enum {
  EH_PUBLISH_MUST,
  EH_PUBLISH_LOOK,
  EH_PUBLISH_FINE,
  EH_PUBLISH_N_STATES
} EhPublishState;

/**
 * EhPublishItem:
 * @area: what it is about
 * @state: what is to be done about it
 * @id: what was found; "" where nothing was
 * @message: a plain sentence
 * @label: what people call the row that it leads to; "" for none
 * @type: (nullable): its table
 * @row: where it leads, or none
 * @looked_at: id of the #EhLookedAt that lets it stand, or none
 * @reason: (nullable): why somebody let it stand
 */
typedef struct {
  EhPublishArea area;
  EhPublishState state;
  char *id;
  char *message;
  char *label;
  const EhRowType *type;
  EhId row;
  EhId looked_at;
  char *reason;
} EhPublishItem;

/**
 * EhPublishCheck:
 * @items: (element-type EhPublishItem): by state, then area
 * @n: how many there are of each state
 * @reading_level: of the document
 *
 * Whether a document is safe to publish.
 */
typedef struct {
  GPtrArray *items;
  guint n[EH_PUBLISH_N_STATES];
  char *reading_level;
} EhPublishCheck;

EhPublishCheck *
eh_publish_check_new (EhDataset *dataset, EhId guidance_id, const EhProjectFacts *facts);
void eh_publish_check_free (EhPublishCheck *self);
EhAlike *eh_publish_check_alike (const EhPublishCheck *self, EhPublishState state);
char *eh_publish_check_accepted (const EhPublishCheck *self);
EhLookedAt *
eh_publish_item_let_stand (const EhPublishItem *self, EhDataset *dataset, const char *reason);

const char *eh_publish_area_label (EhPublishArea area);
const char *eh_publish_state_key (EhPublishState state);
const char *eh_publish_state_label (EhPublishState state);

const EhPublication *eh_publish_last (EhDataset *dataset, EhId guidance_id);
GPtrArray *eh_publish_sent (GPtrArray *publications, EhId guidance_id);
char *eh_publish_next_version (EhDataset *dataset, EhId guidance_id);
void eh_publish_check_differences (EhDataset *dataset, EhId guidance_id, GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhPublishCheck, eh_publish_check_free)

G_END_DECLS
