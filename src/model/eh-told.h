#pragma once

#include "eh-row.h"

#include "eh-vocabulary.h"

G_BEGIN_DECLS

/**
 * EhTold:
 * @id: key
 * @participant_id: who
 * @guidance_id: about which guidance, or none when it was about all of the work
 * @told_at: when
 * @how: by which way (EhToldHow)
 * @language: BCP 47 tag of the letter
 * @format: what the letter was made as (EhLetterFormat)
 * @digest: SHA-256 of what the letter says, which tells whether there is something new to tell;
 * empty when no letter was made
 * @note: what there is to remember of it
 *
 * Somebody was told what became of what they said.
 */
typedef struct {
  EhId id;
  EhId participant_id;
  EhId guidance_id;
  gint64 told_at;
  EhToldHow how;
  char *language;
  EhLetterFormat format;
  char *digest;
  char *note;
} EhTold;

EH_DECLARE_ROW (EhTold, eh_told)

G_END_DECLS
