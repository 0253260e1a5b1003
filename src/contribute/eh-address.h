#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhAddressKind:
 * @EH_ADDRESS_NETWORK: of a wireless or wired network, the likely one
 * @EH_ADDRESS_VIRTUAL: of a network inside this computer (containers, virtual machines, tunnels):
 *   phones hardly ever reach it
 * @EH_ADDRESS_LINK_LOCAL: 169.254.x.x: the network gave this computer no address. Those of IPv6
 *   (fe80::) are never offered: browsers do not take them
 * @EH_ADDRESS_LOOPBACK: this computer alone; for trying it out and for tests
 */
typedef enum {
  EH_ADDRESS_NETWORK,
  EH_ADDRESS_VIRTUAL,
  EH_ADDRESS_LINK_LOCAL,
  EH_ADDRESS_LOOPBACK,
} EhAddressKind;

/**
 * EhAddress:
 * @address: IPv4 or IPv6, "192.168.1.20"
 * @device: of the system, "wlan0"
 * @wireless: whether it looks like a wireless network
 * @kind: how likely phones are to reach it
 *
 * An address of this computer at which the page can be served.
 */
typedef struct {
  char *address;
  char *device;
  gboolean wireless;
  EhAddressKind kind;
} EhAddress;

GPtrArray *eh_contribute_addresses (void);
gboolean eh_contribute_has_address (const char *address);
char *eh_address_host (const char *address, guint16 port);
void eh_address_free (EhAddress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhAddress, eh_address_free)

G_END_DECLS
