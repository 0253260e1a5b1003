/* What is said of why phones do not come, from what this computer knows. */

#include "eh-reach.h"

typedef struct {
  const char *title;
  EhAddressKind kinds[3]; /* the first is where the page is served */
  guint n_kinds;
  gboolean off, gone, opened, knocked, patience_over, firewall;
  EhReach wanted;
} Case;

static const Case cases[] = {
  { "off", { EH_ADDRESS_NETWORK }, 1, .off = TRUE, .wanted = EH_REACH_OFF },
  { "waiting", { EH_ADDRESS_NETWORK }, 1, .wanted = EH_REACH_WAITING },
  { "reached",
    { EH_ADDRESS_NETWORK },
    1,
    .opened = TRUE,
    .knocked = TRUE,
    .wanted = EH_REACH_REACHED },
  { "knocked",
    { EH_ADDRESS_NETWORK },
    1,
    .knocked = TRUE,
    .patience_over = TRUE,
    .wanted = EH_REACH_KNOCKED },
  { "silent", { EH_ADDRESS_NETWORK }, 1, .patience_over = TRUE, .wanted = EH_REACH_SILENT },
  { "firewall",
    { EH_ADDRESS_NETWORK },
    1,
    .patience_over = TRUE,
    .firewall = TRUE,
    .wanted = EH_REACH_FIREWALL },
  { "a firewall that lets phones in",
    { EH_ADDRESS_NETWORK },
    1,
    .opened = TRUE,
    .patience_over = TRUE,
    .firewall = TRUE,
    .wanted = EH_REACH_REACHED },
  { "no network", { EH_ADDRESS_LOOPBACK }, 1, .wanted = EH_REACH_NO_NETWORK },
  { "no network but one inside",
    { EH_ADDRESS_LOOPBACK, EH_ADDRESS_VIRTUAL },
    2,
    .wanted = EH_REACH_NO_NETWORK },
  { "no address",
    { EH_ADDRESS_LOOPBACK, EH_ADDRESS_LINK_LOCAL },
    2,
    .wanted = EH_REACH_NO_ADDRESS },
  { "served without an address", { EH_ADDRESS_LINK_LOCAL }, 1, .wanted = EH_REACH_NO_ADDRESS },
  { "alone", { EH_ADDRESS_LOOPBACK, EH_ADDRESS_NETWORK }, 2, .wanted = EH_REACH_ALONE },
  { "inside", { EH_ADDRESS_VIRTUAL, EH_ADDRESS_NETWORK }, 2, .wanted = EH_REACH_INSIDE },
  { "gone", { EH_ADDRESS_NETWORK }, 1, .gone = TRUE, .opened = TRUE, .wanted = EH_REACH_GONE },
};

static void
test_judge (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_address_free);
  EhReachFacts facts = { .addresses = addresses,
                         .address = c->off    ? NULL
                                    : c->gone ? "10.9.9.9"
                                              : "10.0.0.0",
                         .opened = c->opened,
                         .knocked = c->knocked,
                         .patience_over = c->patience_over,
                         .firewall = c->firewall };

  for (guint i = 0; i < c->n_kinds; i++) {
    EhAddress *each = g_new0 (EhAddress, 1);

    each->address = g_strdup_printf ("10.0.0.%u", i);
    each->device = g_strdup ("net");
    each->kind = c->kinds[i];
    g_ptr_array_add (addresses, each);
  }
  g_assert_cmpint (eh_reach_judge (&facts), ==, c->wanted);
}

/* As a link needs it; and what the computer says that it has, it has. */
static void
test_addresses (void)
{
  g_autofree char *four = eh_address_host ("192.168.1.20", 8080);
  g_autofree char *six = eh_address_host ("fd00::2", 8080);
  g_autofree char *plain = eh_address_host ("fd00::2", 80);
  g_autoptr (GPtrArray) all = eh_contribute_addresses ();

  g_assert_cmpstr (four, ==, "192.168.1.20:8080");
  g_assert_cmpstr (six, ==, "[fd00::2]:8080");
  g_assert_cmpstr (plain, ==, "[fd00::2]");
  g_assert_true (eh_contribute_has_address ("127.0.0.1"));
  g_assert_false (eh_contribute_has_address ("192.0.2.1"));
  for (guint i = 0; i < all->len; i++) {
    const EhAddress *each = all->pdata[i];

    g_assert_true (eh_contribute_has_address (each->address));
    g_assert_false (g_str_has_prefix (each->address, "fe80"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/reach/", cases[i].title, NULL);

    g_test_add_data_func (path, &cases[i], test_judge);
  }
  g_test_add_func ("/reach/addresses", test_addresses);
  return g_test_run ();
}
