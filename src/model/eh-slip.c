/* Slips, and the codes on them: five of 22 letters and digits, none of which is taken for another
 * in handwriting or in print, and no vowels, so that no code is a word. */

#include "eh-slip.h"

#include "eh-text.h"

#include <string.h>

#define ALPHABET "BCDFGHJKMNPQRTVWXY3479"

static const EhField fields[] = {
  EH_FIELD_OF (EhSlip, id, EH_FIELD_ID),
  EH_FIELD_OF (EhSlip, workshop_id, EH_FIELD_ID),
  EH_FIELD_OF (EhSlip, number, EH_FIELD_INT),
  EH_FIELD_OF (EhSlip, code, EH_FIELD_TEXT),
  EH_FIELD_OF (EhSlip, participant_id, EH_FIELD_ID),
  EH_FIELD_OF (EhSlip, created_at, EH_FIELD_TIME),
};

EH_DEFINE_ROW (EhSlip, eh_slip, "slip", fields)

/**
 * eh_slip_make_code:
 * @project_guid: of the project
 * @slip_id: of the slip
 * @attempt: 0, and the next number when another slip has that code already
 *
 * The same on every laptop, so that two that make the same slip apart print the same code; and not
 * to be guessed by who does not have the file.
 *
 * Returns: (transfer full): a code of %EH_SLIP_CODE_LENGTH characters
 */
char *
eh_slip_make_code (const char *project_guid, EhId slip_id, guint attempt)
{
  g_autofree char *key = g_strdup_printf ("%s/%" EH_ID_FORMAT "/%u", project_guid, slip_id,
                                          attempt);
  guint64 bits = (guint64) eh_id_from_key ("slip-code", key);
  char *code = g_new0 (char, EH_SLIP_CODE_LENGTH + 1);

  for (guint i = 0; i < EH_SLIP_CODE_LENGTH; i++) {
    code[i] = ALPHABET[bits % strlen (ALPHABET)];
    bits /= strlen (ALPHABET);
  }
  return code;
}

/**
 * eh_slip_read_code:
 * @typed: (nullable): what somebody typed: small letters, spaces, hyphens and wide forms are taken
 *
 * Returns: (transfer full) (nullable): the code as it is kept, or %NULL for what cannot be one
 */
char *
eh_slip_read_code (const char *typed)
{
  g_autofree char *narrow = typed != NULL ? g_utf8_normalize (typed, -1, G_NORMALIZE_NFKC) : NULL;
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *p = narrow; p != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == '.')
      continue;
    if (c >= 0x80 || strchr (ALPHABET, g_ascii_toupper ((char) c)) == NULL)
      return NULL;
    g_string_append_c (code, g_ascii_toupper ((char) c));
  }
  if (code->len != EH_SLIP_CODE_LENGTH)
    return NULL;
  return g_string_free (g_steal_pointer (&code), FALSE);
}

/**
 * eh_slip_origin:
 *
 * Returns: (transfer full): what an insight that was typed up from the slip has as its origin, by
 *   which it is known again when the slip is given to somebody
 */
char *
eh_slip_origin (const EhSlip *slip)
{
  return g_strconcat ("slip:", slip->code, NULL);
}
