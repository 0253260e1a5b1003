#pragma once

#include "eh-row.h"

G_BEGIN_DECLS

/* The one row. */
#define EH_LOOK_ID 1
/* Pixels along the longer side of a logo, and bytes of it as it is stored. */
#define EH_LOOK_LOGO_SIDE  800
#define EH_LOOK_LOGO_BYTES (1 << 20)

/**
 * EhLook:
 * @id: %EH_LOOK_ID
 * @accent: "#14506e": headings and rules; empty for the house's own
 * @accent_2: the same, of boxes beside the text
 * @logo: a PNG in base64, empty for none; at most %EH_LOOK_LOGO_SIDE wide and high
 * @logo_alt: what is said for it
 *
 * How the documents of a team look.
 */
typedef struct {
  EhId id;
  char *accent;
  char *accent_2;
  char *logo;
  char *logo_alt;
} EhLook;

EH_DECLARE_ROW (EhLook, eh_look)

G_END_DECLS
