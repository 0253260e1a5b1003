/* A long list of findings, of which the first few of each kind are shown and the rest is counted.
 */

#include "eh-alike.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* So many of one kind are read one by one; when these are settled, the next come. */
#define SHOWN 8

typedef struct {
  guint all;
  guint seen;
} Count;

struct _EhAlike {
  GHashTable *counts; /* (element-type utf8 Count) */
};

/**
 * eh_alike_new:
 *
 * Returns: (transfer full): a count of nothing
 */
EhAlike *
eh_alike_new (void)
{
  EhAlike *self = g_new0 (EhAlike, 1);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * eh_alike_free:
 * @self: (nullable) (transfer full): a count
 */
void
eh_alike_free (EhAlike *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->counts);
  g_free (self);
}

/**
 * eh_alike_add:
 * @self: a count
 * @kind: what one thing in the list is; "" for what is like nothing else
 *
 * Counts it; all are counted before the first is asked for.
 */
void
eh_alike_add (EhAlike *self, const char *kind)
{
  Count *count = g_hash_table_lookup (self->counts, kind);

  if (count == NULL) {
    count = g_new0 (Count, 1);
    g_hash_table_insert (self->counts, g_strdup (kind), count);
  }
  count->all++;
}

/**
 * eh_alike_next:
 * @self: a count
 * @kind: what the next in the list is
 * @n_more: (out): after this one, how many of its kind are left out; 0 but at the last that is
 * shown
 *
 * Returns: whether to show it
 */
gboolean
eh_alike_next (EhAlike *self, const char *kind, guint *n_more)
{
  Count *count = g_hash_table_lookup (self->counts, kind);

  *n_more = 0;
  if (*kind == '\0' || count == NULL)
    return TRUE;
  if (++count->seen > SHOWN)
    return FALSE;
  if (count->seen == SHOWN)
    *n_more = count->all - SHOWN;
  return TRUE;
}

/**
 * eh_alike_more_text:
 * @n_more: how many are left out
 *
 * Returns: (transfer full): what stands in their place
 */
char *
eh_alike_more_text (guint n_more)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "And %u more like this.", "And %u more like these.", n_more),
      n_more);
}
