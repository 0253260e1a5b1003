/* Voice balance, the result. How it is counted is in eh-balance-count.c; what of it may leave the
 * program in eh-disclosure-balance.c. */

#include "eh-balance.h"

/**
 * eh_balance_alloc:
 * @n_groups: how many groups
 *
 * Returns: (transfer full): a balance with every figure undefined, for whoever makes one
 */
EhBalance *
eh_balance_alloc (guint n_groups)
{
  EhBalance *self = g_atomic_rc_box_new0 (EhBalance);

  self->groups = g_new0 (EhBalanceGroup, n_groups);
  self->n_groups = n_groups;
  return self;
}

/**
 * eh_balance_ref:
 * @self: a balance
 *
 * Returns: (transfer full): @self
 */
EhBalance *
eh_balance_ref (EhBalance *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
eh_balance_clear (gpointer data)
{
  EhBalance *self = data;

  for (guint i = 0; i < self->n_groups; i++) {
    g_free (self->groups[i].key);
    g_free (self->groups[i].label);
    g_free (self->groups[i].singular);
    g_strfreev (self->groups[i].members);
  }
  g_free (self->groups);
}

/**
 * eh_balance_unref:
 * @self: (transfer full): a balance
 */
void
eh_balance_unref (EhBalance *self)
{
  g_atomic_rc_box_release_full (self, eh_balance_clear);
}

/**
 * eh_balance_find:
 * @self: a balance
 * @key: the key of a group
 *
 * Returns: (transfer none) (nullable): the group
 */
const EhBalanceGroup *
eh_balance_find (const EhBalance *self, const char *key)
{
  for (guint i = 0; i < self->n_groups; i++)
    if (g_str_equal (self->groups[i].key, key))
      return &self->groups[i];
  return NULL;
}
