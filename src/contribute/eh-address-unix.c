/* Which addresses this computer has. The one file of this layer that is for Unix alone. */

#include "eh-address.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <string.h>

/* Names that the makers of virtual networks and tunnels give their devices. */
static const char *const virtual_names[] = { "docker", "veth",  "virbr",  "br-", "vmnet",
                                             "vbox",   "tun",   "tap",    "wg",  "zt",
                                             "lxc",    "lxdbr", "podman", "cni", "tailscale",
                                             "utun",   "ham" };

void
eh_address_free (EhAddress *self)
{
  if (self == NULL)
    return;
  g_free (self->address);
  g_free (self->device);
  g_free (self);
}

static EhAddressKind
kind_of (const char *device, const char *address, unsigned int flags)
{
  if (flags & IFF_LOOPBACK)
    return EH_ADDRESS_LOOPBACK;
  if (g_str_has_prefix (address, "169.254."))
    return EH_ADDRESS_LINK_LOCAL;
  if (flags & IFF_POINTOPOINT)
    return EH_ADDRESS_VIRTUAL;
  for (guint i = 0; i < G_N_ELEMENTS (virtual_names); i++)
    if (g_str_has_prefix (device, virtual_names[i]))
      return EH_ADDRESS_VIRTUAL;
  return EH_ADDRESS_NETWORK;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const EhAddress *left = *(const EhAddress *const *) a;
  const EhAddress *right = *(const EhAddress *const *) b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->wireless != right->wireless)
    return left->wireless ? -1 : 1;
  return strcmp (left->device, right->device);
}

/**
 * eh_contribute_addresses:
 *
 * Returns: (transfer full) (element-type EhAddress): the addresses of this computer, the one that
 *   phones most likely reach first; loopback is always there and last
 */
GPtrArray *
eh_contribute_addresses (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_address_free);
  struct ifaddrs *all = NULL;

  if (getifaddrs (&all) != 0)
    return found;
  for (const struct ifaddrs *i = all; i != NULL; i = i->ifa_next) {
    char text[INET_ADDRSTRLEN];
    struct sockaddr_in address;
    EhAddress *each;

    if (i->ifa_addr == NULL || i->ifa_addr->sa_family != AF_INET || !(i->ifa_flags & IFF_UP) ||
        !(i->ifa_flags & IFF_RUNNING))
      continue;
    memcpy (&address, i->ifa_addr, sizeof address);
    if (inet_ntop (AF_INET, &address.sin_addr, text, sizeof text) == NULL)
      continue;
    each = g_new0 (EhAddress, 1);
    each->address = g_strdup (text);
    each->device = g_strdup (i->ifa_name);
    each->wireless = g_str_has_prefix (i->ifa_name, "wl") || g_str_has_prefix (i->ifa_name, "ap");
    each->kind = kind_of (i->ifa_name, text, i->ifa_flags);
    g_ptr_array_add (found, each);
  }
  freeifaddrs (all);
  g_ptr_array_sort (found, compare);
  return found;
}

/**
 * eh_contribute_has_address:
 * @address: IPv4
 *
 * Returns: whether this computer still has it
 */
gboolean
eh_contribute_has_address (const char *address)
{
  g_autoptr (GPtrArray) all = eh_contribute_addresses ();

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const EhAddress *) all->pdata[i])->address, address))
      return TRUE;
  return FALSE;
}
