/* Keys of rows. New ids rise with time, so that "newest first" is the order of the primary key and
 * of the full-text index and needs no further index: 41 bits of milliseconds since 2020, then 22
 * random bits. Within one process an id is always greater than the one before; between two laptops
 * a clash needs the same millisecond and the same 22 bits. */

#include "eh-id.h"

#include <stdlib.h>
#include <string.h>

#define EPOCH_MS    G_GINT64_CONSTANT (1577836800000) /* 2020-01-01T00:00:00Z */
#define RANDOM_BITS 22

/**
 * eh_id_new:
 *
 * Returns: an id that no other row has; greater than every id that this process made before.
 *   Safe from any thread.
 */
EhId
eh_id_new (void)
{
  static GMutex mutex;
  static EhId last;
  gint64 ms = MAX (g_get_real_time () / 1000 - EPOCH_MS, 1);
  EhId id = (ms << RANDOM_BITS) | (EhId) (g_random_int () & ((1u << RANDOM_BITS) - 1));

  g_mutex_lock (&mutex);
  if (id <= last)
    id = last + 1 + g_random_int_range (0, 64);
  last = id;
  g_mutex_unlock (&mutex);
  return id;
}

/**
 * eh_id_at:
 * @unix_ms: a moment from 2020 on, in milliseconds since 1970
 * @n: a number below 4,194,304 that no other row of that moment has
 *
 * Returns: the id that a row made at that moment might have: for what has to be the same wherever
 * it is made and yet stand in its place in time, such as the sample project
 */
EhId
eh_id_at (gint64 unix_ms, guint n)
{
  g_return_val_if_fail (unix_ms > EPOCH_MS && n < 1u << RANDOM_BITS, EH_ID_NONE);
  return (unix_ms - EPOCH_MS) << RANDOM_BITS | (EhId) n;
}

static EhId
id_from_checksum (GChecksum *sum)
{
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 bits;

  g_checksum_get_digest (sum, digest, &length);
  memcpy (&bits, digest, sizeof bits);
  bits = GUINT64_FROM_BE (bits) >> 1;
  return bits == 0 ? 1 : (EhId) bits;
}

/**
 * eh_id_from_key:
 * @scope: what the key is a key of, such as `role_group`
 * @key: the key
 *
 * Returns: the id that every laptop gives to the thing with that key: the first 63 bits of
 *   SHA-256 over `scope NUL key`
 */
EhId
eh_id_from_key (const char *scope, const char *key)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) scope, (gssize) strlen (scope) + 1);
  g_checksum_update (sum, (const guchar *) key, (gssize) strlen (key));
  return id_from_checksum (sum);
}

/**
 * eh_id_from_pair:
 * @scope: what links the two, such as `attendance`
 * @a: one end
 * @b: the other end
 *
 * Returns: the id of the link between @a and @b, the same wherever it is made, so that a link that
 *   two laptops both add is one row after a merge
 */
EhId
eh_id_from_pair (const char *scope, EhId a, EhId b)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 ends[2] = { GINT64_TO_BE (a), GINT64_TO_BE (b) };

  g_checksum_update (sum, (const guchar *) scope, (gssize) strlen (scope) + 1);
  g_checksum_update (sum, (const guchar *) ends, sizeof ends);
  return id_from_checksum (sum);
}

/**
 * eh_id_to_string:
 * @id: an id
 *
 * Returns: (transfer full): @id as text for JSON and the command line, where a 63-bit number would
 *   lose digits: lower-case hexadecimal
 */
char *
eh_id_to_string (EhId id)
{
  return g_strdup_printf ("%" G_GINT64_MODIFIER "x", (guint64) id);
}

/**
 * eh_id_from_string:
 * @text: (nullable): what eh_id_to_string() gave
 *
 * Returns: the id, or %EH_ID_NONE when @text is not one
 */
EhId
eh_id_from_string (const char *text)
{
  char *end = NULL;
  guint64 value;

  if (text == NULL || !g_ascii_isxdigit (text[0]))
    return EH_ID_NONE;
  value = g_ascii_strtoull (text, &end, 16);
  return *end == '\0' && value <= G_MAXINT64 ? (EhId) value : EH_ID_NONE;
}

guint
eh_id_hash (gconstpointer id)
{
  return g_int64_hash (id);
}

gboolean
eh_id_equal (gconstpointer a, gconstpointer b)
{
  return g_int64_equal (a, b);
}
