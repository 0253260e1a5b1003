/* What nobody may guess: the link, the key of a phone, the stamp of a form. 32 letters and digits
 * without those that are taken for one another (0 and o, 1 and l), all small: five bits each. */

#include "eh-secret.h"

#include <gio/gio.h>
#include <string.h>

#define ALPHABET     "abcdefghijkmnpqrstuvwxyz23456789"
#define STAMP_LENGTH 16
#define MAC_LENGTH   32 /* hexadecimal digits: 128 bits */

/**
 * eh_secret_new:
 * @length: how many characters, up to 64; each is worth five bits
 *
 * Returns: (transfer full): letters and digits from the system's source of randomness
 */
char *
eh_secret_new (guint length)
{
  guint8 bytes[64];
  char *secret = g_new0 (char, length + 1);

  g_assert (length <= sizeof bytes);
  eh_secret_fill (bytes, length);
  for (guint i = 0; i < length; i++)
    secret[i] = ALPHABET[bytes[i] & 31];
  return secret;
}

/**
 * eh_secret_equal:
 * @a: a text
 * @b: another
 *
 * Compares in a time that does not tell how much of them is alike.
 *
 * Returns: whether they are the same
 */
gboolean
eh_secret_equal (const char *a, const char *b)
{
  gsize length = strlen (b);
  guchar difference = strlen (a) != length;

  if (difference)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    difference |= (guchar) (a[i] ^ b[i]);
  return difference == 0;
}

/**
 * eh_secret_is_well_formed:
 * @text: (nullable): what a phone sent
 * @length: what it should have
 *
 * Returns: whether it could be one of ours
 */
gboolean
eh_secret_is_well_formed (const char *text, guint length)
{
  return text != NULL && strlen (text) == length && strspn (text, ALPHABET) == length;
}

/**
 * eh_secret_hash:
 * @secret: a secret
 *
 * Returns: (transfer full): what is kept in its place, from which it cannot be told (SHA-256)
 */
char *
eh_secret_hash (const char *secret)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);
}

static char *
mac_of (const char *key, const char *text)
{
  char *mac = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) key, strlen (key),
                                         text, -1);

  mac[MAC_LENGTH] = '\0';
  return mac;
}

/**
 * eh_secret_stamp:
 * @key: known to the server alone
 *
 * Returns: (transfer full): a stamp for one form: it shows that the form came from here, and tells
 * a resend of it from something new
 */
char *
eh_secret_stamp (const char *key)
{
  g_autofree char *fresh = eh_secret_new (STAMP_LENGTH);
  g_autofree char *mac = mac_of (key, fresh);

  return g_strconcat (fresh, mac, NULL);
}

/**
 * eh_secret_stamp_is_ours:
 * @stamp: (nullable): what came with a form
 * @key: as in eh_secret_stamp()
 *
 * Returns: whether that key made it
 */
gboolean
eh_secret_stamp_is_ours (const char *stamp, const char *key)
{
  g_autofree char *fresh = NULL;
  g_autofree char *mac = NULL;

  if (stamp == NULL || strlen (stamp) != STAMP_LENGTH + MAC_LENGTH)
    return FALSE;
  fresh = g_strndup (stamp, STAMP_LENGTH);
  mac = mac_of (key, fresh);
  return eh_secret_equal (stamp + STAMP_LENGTH, mac);
}
