#pragma once

#include "eh-address.h"

G_BEGIN_DECLS

/**
 * EhReach:
 * @EH_REACH_OFF: the page is not served
 * @EH_REACH_WAITING: it is, and nobody has come yet
 * @EH_REACH_REACHED: another device has opened it
 * @EH_REACH_KNOCKED: another device has come as far as this computer, and not to the page
 * @EH_REACH_NO_NETWORK: this computer is on no network at all
 * @EH_REACH_NO_ADDRESS: it is, but was given no address
 * @EH_REACH_GONE: it has lost the address at which the page is served
 * @EH_REACH_ALONE: the page is served to this computer alone, though there is a network
 * @EH_REACH_INSIDE: it is served on a network inside this computer
 * @EH_REACH_FIREWALL: nobody has come for a while, and a firewall is running here
 * @EH_REACH_SILENT: nobody has come for a while
 *
 * Whether phones reach the page, as far as this computer can tell.
 */
typedef enum {
  EH_REACH_OFF,
  EH_REACH_WAITING,
  EH_REACH_REACHED,
  EH_REACH_KNOCKED,
  EH_REACH_NO_NETWORK,
  EH_REACH_NO_ADDRESS,
  EH_REACH_GONE,
  EH_REACH_ALONE,
  EH_REACH_INSIDE,
  EH_REACH_FIREWALL,
  EH_REACH_SILENT,
} EhReach;

/**
 * EhReachFacts:
 * @address: (nullable): where the page is served; %NULL while it is not
 * @addresses: (element-type EhAddress): those that this computer has now
 * @opened: another device has opened the page
 * @knocked: another device has made a connection
 * @patience_over: it has been served for so long that somebody should have come
 * @firewall: one is running on this computer
 */
typedef struct {
  const char *address;
  GPtrArray *addresses;
  gboolean opened;
  gboolean knocked;
  gboolean patience_over;
  gboolean firewall;
} EhReachFacts;

EhReach eh_reach_judge (const EhReachFacts *facts);
gboolean eh_reach_is_trouble (EhReach reach);

G_END_DECLS
