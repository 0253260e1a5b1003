#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhInsight:
 * @id: key
 * @text: the words
 * @gist: the same in plain words, when the team wrote it
 * @kind: barrier, enabler, idea, question, story, disagreement; or not said (EhInsightKind)
 * @level: where it sits: me or you, between us, this project, our organisations, society
 * (EhInsightLevel)
 * @agreement: how far the room shared it (EhAgreement)
 * @workshop_id: where it was said, or none
 * @activity_id: in which activity, or none
 * @role_group_id: the group alone, where nobody is named; none when contributors are, or when
 * nothing is known
 * @capture: how it got here (EhCapture)
 * @checked: whether its contributor has seen the record (EhChecked)
 * @parked: out of scope, kept with a reason
 * @parked_reason: why
 * @said_at: when it was said, 0 when not known
 * @origin: where an import took it from, so that a second import of the same row is recognised
 * @created_at: when recorded
 *
 * What someone contributed, in their words.
 */
typedef struct {
  EhId id;
  char *text;
  char *gist;
  EhInsightKind kind;
  EhInsightLevel level;
  EhAgreement agreement;
  EhId workshop_id;
  EhId activity_id;
  EhId role_group_id;
  EhCapture capture;
  EhChecked checked;
  gboolean parked;
  char *parked_reason;
  gint64 said_at;
  char *origin;
  gint64 created_at;
} EhInsight;

EH_DECLARE_ROW (EhInsight, eh_insight)

G_END_DECLS
