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

static gboolean
is_ipv6 (const char *address)
{
  return strchr (address, ':') != NULL;
}

/* Of one device, one address of each sort: a computer has many of IPv6, which come and go. */
static gboolean
is_there (GPtrArray *found, const char *device, gboolean ipv6)
{
  for (guint i = 0; i < found->len; i++) {
    const EhAddress *each = found->pdata[i];

    if (g_str_equal (each->device, device) && is_ipv6 (each->address) == ipv6)
      return TRUE;
  }
  return FALSE;
}

/* Returns: whether it is an address that a browser on another device could be given */
static gboolean
read_address (const struct sockaddr *socket, char *text, gsize size)
{
  struct sockaddr_in four;
  struct sockaddr_in6 six;

  if (socket->sa_family == AF_INET) {
    memcpy (&four, socket, sizeof four);
    return inet_ntop (AF_INET, &four.sin_addr, text, (socklen_t) size) != NULL;
  }
  if (socket->sa_family != AF_INET6)
    return FALSE;
  memcpy (&six, socket, sizeof six);
  return !IN6_IS_ADDR_LINKLOCAL (&six.sin6_addr) && !IN6_IS_ADDR_LOOPBACK (&six.sin6_addr) &&
         !IN6_IS_ADDR_V4MAPPED (&six.sin6_addr) &&
         inet_ntop (AF_INET6, &six.sin6_addr, text, (socklen_t) size) != NULL;
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
  /* What people can type comes first. */
  if (is_ipv6 (left->address) != is_ipv6 (right->address))
    return is_ipv6 (left->address) ? 1 : -1;
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
    char text[INET6_ADDRSTRLEN];
    EhAddress *each;

    if (i->ifa_addr == NULL || !(i->ifa_flags & IFF_UP) || !(i->ifa_flags & IFF_RUNNING) ||
        !read_address (i->ifa_addr, text, sizeof text) ||
        (is_ipv6 (text) && is_there (found, i->ifa_name, TRUE)))
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
 * @address: IPv4 or IPv6
 *
 * Returns: whether this computer still has it
 */
gboolean
eh_contribute_has_address (const char *address)
{
  struct ifaddrs *all = NULL;
  gboolean found = FALSE;

  if (getifaddrs (&all) != 0)
    return FALSE;
  for (const struct ifaddrs *i = all; i != NULL && !found; i = i->ifa_next) {
    char text[INET6_ADDRSTRLEN];

    found = i->ifa_addr != NULL && (i->ifa_flags & IFF_UP) &&
            read_address (i->ifa_addr, text, sizeof text) && g_str_equal (text, address);
  }
  freeifaddrs (all);
  return found || g_str_equal (address, "::1");
}

/**
 * eh_address_host:
 * @address: IPv4 or IPv6
 * @port: where it is listened
 *
 * Returns: (transfer full): both as they stand in a link: "192.168.1.20:8080", "[fd00::2]:8080"
 */
char *
eh_address_host (const char *address, guint16 port)
{
  const char *open = is_ipv6 (address) ? "[" : "";
  const char *close = is_ipv6 (address) ? "]" : "";

  return port == 80 ? g_strdup_printf ("%s%s%s", open, address, close)
                    : g_strdup_printf ("%s%s%s:%u", open, address, close, port);
}
