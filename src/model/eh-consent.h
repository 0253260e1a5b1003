#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhConsent:
 * @id: the participant's id
 * @take_part: agrees to take part (EhAnswer)
 * @notes: notes may be taken (EhAnswer)
 * @audio: sound may be recorded (EhAnswer)
 * @photo: photographs (EhAnswer)
 * @video: film (EhAnswer)
 * @quote: how their words may be used (EhQuoteLevel)
 * @show_first: wants to see a quotation before it is used
 * @authorship: wants to be an author (EhAuthorship)
 * @reuse: how far the words may travel (EhReuse)
 * @contact_after: may be written to afterwards (EhContactAfter)
 * @special_data: explicit consent to record health and the like
 * @given_how: how it was given (EhGivenHow)
 * @given_on: ISO date
 * @review_on: ISO date
 * @wording: version of the form that was signed
 *
 * What one participant agreed to; its id is the participant's. No row: not asked yet.
 */
typedef struct {
  EhId id;
  EhAnswer take_part;
  EhAnswer notes;
  EhAnswer audio;
  EhAnswer photo;
  EhAnswer video;
  EhQuoteLevel quote;
  gboolean show_first;
  EhAuthorship authorship;
  EhReuse reuse;
  EhContactAfter contact_after;
  gboolean special_data;
  EhGivenHow given_how;
  char *given_on;
  char *review_on;
  char *wording;
} EhConsent;

EH_DECLARE_ROW (EhConsent, eh_consent)

G_END_DECLS
