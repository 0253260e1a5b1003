/* Why phones do not reach the page, judged from what this computer can know by itself. It cannot
 * know of a network that keeps devices apart: that is what is left when nothing else explains it.
 */

#include "eh-reach.h"

static const EhAddress *
find (const EhReachFacts *facts)
{
  for (guint i = 0; i < facts->addresses->len; i++) {
    const EhAddress *each = facts->addresses->pdata[i];

    if (g_str_equal (each->address, facts->address))
      return each;
  }
  return NULL;
}

static gboolean
has_kind (const EhReachFacts *facts, EhAddressKind kind)
{
  for (guint i = 0; i < facts->addresses->len; i++)
    if (((const EhAddress *) facts->addresses->pdata[i])->kind == kind)
      return TRUE;
  return FALSE;
}

/**
 * eh_reach_judge:
 * @facts: what is known
 *
 * Returns: what it means
 */
EhReach
eh_reach_judge (const EhReachFacts *facts)
{
  const EhAddress *served;

  if (facts->address == NULL)
    return EH_REACH_OFF;
  served = find (facts);
  if (served == NULL)
    return EH_REACH_GONE;
  if (facts->opened)
    return EH_REACH_REACHED;
  if (facts->knocked)
    return EH_REACH_KNOCKED;
  switch (served->kind) {
  case EH_ADDRESS_LINK_LOCAL:
    return EH_REACH_NO_ADDRESS;
  case EH_ADDRESS_VIRTUAL:
    return EH_REACH_INSIDE;
  case EH_ADDRESS_LOOPBACK:
    if (has_kind (facts, EH_ADDRESS_NETWORK))
      return EH_REACH_ALONE;
    return has_kind (facts, EH_ADDRESS_LINK_LOCAL) ? EH_REACH_NO_ADDRESS : EH_REACH_NO_NETWORK;
  case EH_ADDRESS_NETWORK:
  default:
    break;
  }
  if (!facts->patience_over)
    return EH_REACH_WAITING;
  return facts->firewall ? EH_REACH_FIREWALL : EH_REACH_SILENT;
}

/**
 * eh_reach_is_trouble:
 * @reach: what was judged
 *
 * Returns: whether somebody should be told of the ways round
 */
gboolean
eh_reach_is_trouble (EhReach reach)
{
  return reach != EH_REACH_OFF && reach != EH_REACH_WAITING && reach != EH_REACH_REACHED;
}
