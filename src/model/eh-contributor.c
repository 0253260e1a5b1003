#include "eh-contributor.h"

static const EhField fields[] = {
  EH_FIELD_OF (EhContributor, id, EH_FIELD_ID),
  EH_FIELD_OF (EhContributor, insight_id, EH_FIELD_ID),
  EH_FIELD_OF (EhContributor, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhContributor, speaking_as, EH_FIELD_ID),
};

EH_DEFINE_ROW (EhContributor, eh_contributor, "contributor", fields)
