/* Buckets that fill with time. There are never more than a few thousand: those that are full again
 * tell nothing and go, and when all are in use a newcomer shares one. */

#include "eh-throttle.h"

#include "eh-id.h"
#include "eh-secret.h"

#define MAX_BUCKETS 4096u

typedef struct {
  EhId who;
  double left;
  gint64 last;
} Bucket;

struct _EhThrottle {
  GHashTable *buckets; /* (element-type EhId Bucket) */
  char *secret;
  double at_once;
  double per_second;
};

/**
 * eh_throttle_new:
 * @at_once: how many one may have at once
 * @per_second: how many more each second
 *
 * Returns: (transfer full): a throttle that nobody has used
 */
EhThrottle *
eh_throttle_new (double at_once, double per_second)
{
  EhThrottle *self = g_new0 (EhThrottle, 1);

  self->buckets = g_hash_table_new_full (eh_id_hash, eh_id_equal, NULL, g_free);
  self->secret = eh_secret_new (EH_SECRET_PHONE_LENGTH);
  self->at_once = at_once;
  self->per_second = per_second;
  return self;
}

void
eh_throttle_free (EhThrottle *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->buckets);
  g_free (self->secret);
  g_free (self);
}

static double
filled (const EhThrottle *self, const Bucket *bucket, gint64 now)
{
  double seconds = (double) (now - bucket->last) / G_USEC_PER_SEC;

  return MIN (self->at_once, bucket->left + MAX (seconds, 0) * self->per_second);
}

static void
drop_full (EhThrottle *self, gint64 now)
{
  GHashTableIter iter;
  gpointer bucket;

  g_hash_table_iter_init (&iter, self->buckets);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    if (filled (self, bucket, now) >= self->at_once)
      g_hash_table_iter_remove (&iter);
}

static Bucket *
bucket_of (EhThrottle *self, const char *who, gint64 now)
{
  EhId id = eh_id_from_key (self->secret, who);
  Bucket *bucket = g_hash_table_lookup (self->buckets, &id);

  if (bucket != NULL)
    return bucket;
  if (g_hash_table_size (self->buckets) >= MAX_BUCKETS)
    drop_full (self, now);
  if (g_hash_table_size (self->buckets) >= MAX_BUCKETS) {
    id = EH_ID_NONE;
    bucket = g_hash_table_lookup (self->buckets, &id);
    if (bucket != NULL)
      return bucket;
  }
  bucket = g_new (Bucket, 1);
  bucket->who = id;
  bucket->left = self->at_once;
  bucket->last = now;
  g_hash_table_replace (self->buckets, &bucket->who, bucket);
  return bucket;
}

/**
 * eh_throttle_take:
 * @self: a throttle
 * @who: whoever comes, by any name; "" for all together
 * @now: microseconds of g_get_monotonic_time()
 *
 * Returns: whether there was one left, which is taken
 */
gboolean
eh_throttle_take (EhThrottle *self, const char *who, gint64 now)
{
  Bucket *bucket = bucket_of (self, who, now);

  bucket->left = filled (self, bucket, now);
  bucket->last = now;
  if (bucket->left < 1)
    return FALSE;
  bucket->left -= 1;
  return TRUE;
}

/**
 * eh_throttle_is_empty:
 * @self: a throttle
 * @who: as in eh_throttle_take()
 * @now: microseconds of g_get_monotonic_time()
 *
 * Returns: whether there is none left, taking none
 */
gboolean
eh_throttle_is_empty (EhThrottle *self, const char *who, gint64 now)
{
  return filled (self, bucket_of (self, who, now), now) < 1;
}

/**
 * eh_throttle_wait:
 * @self: a throttle
 * @who: as in eh_throttle_take()
 * @now: microseconds of g_get_monotonic_time()
 *
 * Returns: in how many seconds there is one again; at least 1
 */
guint
eh_throttle_wait (EhThrottle *self, const char *who, gint64 now)
{
  double missing = 1 - filled (self, bucket_of (self, who, now), now);

  return (guint) CLAMP (missing / self->per_second + 1, 1, 600);
}
