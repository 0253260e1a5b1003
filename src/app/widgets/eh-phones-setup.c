/* Before phones are on: which workshop and question, on which network, what happens with what
 * arrives. While they are on, the same choices but for the network can still be changed. */

#include "eh-phones-setup.h"

#include "eh-activity.h"
#include "eh-address.h"
#include "eh-compat.h"
#include "eh-drop-down.h"
#include "eh-fields.h"
#include "eh-phones.h"
#include "eh-slip.h"
#include "eh-text.h"
#include "eh-workshop.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhPhonesSetup {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhPhones *phones; /* the workspace's */
  GPtrArray *addresses;
  GArray *workshop_ids; /* behind the drop-down lists; the first line is none */
  GArray *activity_ids;
  gboolean filling;

  GtkWidget *body;
  GtkWidget *workshop;
  GtkWidget *question;
  GtkWidget *network;
  GtkWidget *address;
  GtkLabel *unlikely;
  GtkWidget *asks;
  GtkLabel *asks_hint;
  GtkWidget *nod;
  GtkWidget *share;
  GtkWidget *letters;
  GtkWidget *start;
  GtkLabel *trouble;
};

G_DEFINE_FINAL_TYPE (EhPhonesSetup, eh_phones_setup, GTK_TYPE_WIDGET)

/* ---- the network ---- */

static char *
words_of (const EhAddress *address)
{
  switch (address->kind) {
  case EH_ADDRESS_VIRTUAL:
    /* TRANSLATORS: %s is a network address */
    return g_strdup_printf (_ ("Inside this computer, unlikely (%s)"), address->address);
  case EH_ADDRESS_LINK_LOCAL:
    /* TRANSLATORS: %s is a network address */
    return g_strdup_printf (_ ("Network without addresses, unlikely (%s)"), address->address);
  case EH_ADDRESS_LOOPBACK:
    /* TRANSLATORS: %s is a network address */
    return g_strdup_printf (_ ("This computer alone, to try it out (%s)"), address->address);
  case EH_ADDRESS_NETWORK:
  default:
    /* TRANSLATORS: %s is a network address */
    return g_strdup_printf (address->wireless ? _ ("Wi-Fi (%s)") : _ ("Cable (%s)"),
                            address->address);
  }
}

static const EhAddress *
chosen_address (EhPhonesSetup *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->address));

  return selected < self->addresses->len ? self->addresses->pdata[selected] : NULL;
}

static void
show_unlikely (EhPhonesSetup *self)
{
  const EhAddress *address = chosen_address (self);
  const char *text = NULL;

  if (address != NULL && address->kind == EH_ADDRESS_VIRTUAL)
    text = _ ("Phones hardly ever reach this computer there.");
  else if (address != NULL && address->kind == EH_ADDRESS_LINK_LOCAL)
    text = _ ("The network gave this computer no address. Join a Wi-Fi, or turn on a hotspot.");
  else if (address != NULL && address->kind == EH_ADDRESS_LOOPBACK)
    text = _ ("No phone reaches it there. Join the Wi-Fi that the phones are on, or turn on a "
              "hotspot: it needs no internet.");
  gtk_label_set_label (self->unlikely, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unlikely), text != NULL);
}

static void
fill_addresses (EhPhonesSetup *self)
{
  const EhAddress *before = chosen_address (self);
  g_autofree char *kept = g_strdup (before != NULL ? before->address
                                                   : eh_phones_get_address (self->phones));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  self->addresses = eh_contribute_addresses ();
  for (guint i = 0; i < self->addresses->len; i++) {
    const EhAddress *address = self->addresses->pdata[i];
    g_autofree char *text = words_of (address);

    gtk_string_list_append (words, text);
    if (g_strcmp0 (address->address, kept) == 0)
      selected = i;
  }
  eh_drop_down_set_words (GTK_DROP_DOWN (self->address), words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->address), selected);
  show_unlikely (self);
}

/* ---- the question ---- */

static void
fill (EhPhonesSetup *self, GtkWidget *drop_down, GtkStringList *words, GArray *ids, EhId chosen)
{
  guint selected = 0;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, EhId, i) == chosen)
      selected = i;
  self->filling = TRUE;
  eh_drop_down_set_words (GTK_DROP_DOWN (drop_down), words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  self->filling = FALSE;
}

static void
append (GtkStringList *words, GArray *ids, const char *text, EhId id)
{
  g_autofree char *line = eh_text_clean_line (text);
  g_autofree char *shown = eh_text_shorten (line, 60);

  gtk_string_list_append (words, shown);
  g_array_append_val (ids, id);
}

static void
fill_questions (EhPhonesSetup *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GtkStringList) workshops = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) questions = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) rows = eh_reader_list (db, &eh_workshop_row_type);
  g_autoptr (GPtrArray) activities = eh_reader_list (db, &eh_activity_row_type);
  EhId workshop_id = eh_workspace_get_workshop_id (self->workspace);

  g_array_set_size (self->workshop_ids, 0);
  g_array_set_size (self->activity_ids, 0);
  append (workshops, self->workshop_ids, _ ("No workshop"), EH_ID_NONE);
  append (questions, self->activity_ids, _ ("“What would you like to say?”"), EH_ID_NONE);
  for (guint i = 0; i < rows->len; i++) {
    const EhWorkshop *workshop = rows->pdata[i];

    append (workshops, self->workshop_ids, workshop->title, workshop->id);
  }
  for (guint i = 0; i < activities->len; i++) {
    const EhActivity *activity = activities->pdata[i];

    if (activity->workshop_id == workshop_id && workshop_id != EH_ID_NONE &&
        !eh_text_is_blank (activity->prompt))
      append (questions, self->activity_ids, activity->prompt, activity->id);
  }
  fill (self, self->workshop, workshops, self->workshop_ids, workshop_id);
  fill (self, self->question, questions, self->activity_ids,
        eh_workspace_get_activity_id (self->workspace));
}

/* Where no workshop is current, it is today's that phones are for. */
static void
choose_today (EhPhonesSetup *self)
{
  g_autoptr (GPtrArray) rows = eh_reader_list (eh_workspace_get_db (self->workspace),
                                               &eh_workshop_row_type);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  for (guint i = 0; i < rows->len && eh_workspace_get_workshop_id (self->workspace) == EH_ID_NONE;
       i++) {
    const EhWorkshop *workshop = rows->pdata[i];

    if (g_str_equal (workshop->date, today))
      eh_workspace_set_workshop_id (self->workspace, workshop->id);
  }
}

static EhId
chosen_id (GtkWidget *drop_down, GArray *ids)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return selected < ids->len ? g_array_index (ids, EhId, selected) : EH_ID_NONE;
}

static void
workshop_chosen_cb (EhPhonesSetup *self)
{
  if (self->filling)
    return;
  eh_workspace_set_activity_id (self->workspace, EH_ID_NONE);
  eh_workspace_set_workshop_id (self->workspace, chosen_id (self->workshop, self->workshop_ids));
}

static void
question_chosen_cb (EhPhonesSetup *self)
{
  if (!self->filling)
    eh_workspace_set_activity_id (self->workspace, chosen_id (self->question, self->activity_ids));
}

/* What is asked about who writes, in the order of the list. */
static const EhContributeAsk asks[] = { EH_CONTRIBUTE_ASK_EITHER, EH_CONTRIBUTE_ASK_CODE,
                                        EH_CONTRIBUTE_ASK_GROUP, EH_CONTRIBUTE_ASK_NOBODY };

static void
show_asks (EhPhonesSetup *self)
{
  EhContributeAsk asked = eh_phones_get_asks (self->phones);
  gboolean no_slips = eh_reader_count (eh_workspace_get_db (self->workspace), &eh_slip_row_type) ==
                      0;
  const char *text = NULL;

  if (asked == EH_CONTRIBUTE_ASK_NOBODY)
    text = _ ("Then nobody can be asked before their words are used, and nobody can be thanked.");
  else if (no_slips && (asked & EH_CONTRIBUTE_ASK_CODE) != 0)
    text = _ ("No slips have been printed yet. Until then no code is asked for.");
  gtk_label_set_label (self->asks_hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->asks_hint), text != NULL);
}

static void
store_changed_cb (EhWorkspace *workspace, GArray *changes, EhPhonesSetup *self)
{
  if (eh_changes_touch (changes, &eh_workshop_row_type) ||
      eh_changes_touch (changes, &eh_activity_row_type))
    fill_questions (self);
  if (eh_changes_touch (changes, &eh_slip_row_type))
    show_asks (self);
}

/* ---- starting ---- */

static void
refresh (EhPhonesSetup *self)
{
  gboolean running = eh_phones_is_running (self->phones);

  gtk_widget_set_visible (self->network, !running);
  gtk_widget_set_visible (self->start, !running);
}

static void
nod_cb (EhPhonesSetup *self)
{
  eh_phones_set_straight (self->phones,
                          !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->nod)));
}

static void
asks_cb (EhPhonesSetup *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->asks));

  if (selected < G_N_ELEMENTS (asks))
    eh_phones_set_asks (self->phones, asks[selected]);
  show_asks (self);
}

static void
share_cb (EhPhonesSetup *self)
{
  eh_phones_set_shares_wall (self->phones,
                             gtk_check_button_get_active (GTK_CHECK_BUTTON (self->share)));
}

static void
letters_cb (EhPhonesSetup *self)
{
  eh_phones_set_letters (self->phones,
                         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->letters)));
}

static void
start_cb (EhPhonesSetup *self)
{
  const EhAddress *address = chosen_address (self);
  g_autoptr (GError) error = NULL;
  gboolean started;

  if (address == NULL)
    return;
  started = eh_phones_start (self->phones, address->address, &error);
  gtk_label_set_label (self->trouble, started ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), !started);
  eh_compat_announce (GTK_WIDGET (self), started ? _ ("Phones are on") : error->message);
  if (!started)
    fill_addresses (self);
}

static GtkWidget *
add_drop_down (GtkWidget *box, const char *label)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  GtkWidget *field = eh_fields_labelled (label, drop_down);

  gtk_widget_set_halign (drop_down, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (box), field);
  return drop_down;
}

static void
make_asks (EhPhonesSetup *self)
{
  const char *const words[] = { _ ("The code on a slip, or a group"), _ ("The code on a slip"),
                                _ ("A group"), _ ("Nothing: nobody says who they are"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  self->asks = add_drop_down (self->body, _ ("What the page asks about _who writes"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->asks), G_LIST_MODEL (list));
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (asks[i] == eh_phones_get_asks (self->phones))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->asks), i);
  self->asks_hint = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->asks_hint));
  show_asks (self);
}

static void
make_choices (EhPhonesSetup *self)
{
  GtkWidget *box = self->body;

  self->workshop = add_drop_down (box, _ ("Wor_kshop"));
  self->question = add_drop_down (box, _ ("_Question on the page"));
  make_asks (self);
  self->nod = eh_fields_check (_ ("What arrives waits for my nod"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->nod),
                               !eh_phones_get_straight (self->phones));
  gtk_box_append (GTK_BOX (box), self->nod);
  self->share = eh_fields_check (_ ("Phones may read what is on the wall"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->share),
                               eh_phones_get_shares_wall (self->phones));
  gtk_box_append (GTK_BOX (box), self->share);
  self->letters = eh_fields_check (_ ("Letters: whoever has a slip, or sent something, can read "
                                      "what became of it"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->letters),
                               eh_phones_get_letters (self->phones));
  gtk_box_append (GTK_BOX (box), self->letters);
}

static void
make_body (EhPhonesSetup *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  make_choices (self);
  self->network = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->address = add_drop_down (self->network, _ ("_Network"));
  self->unlikely = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  gtk_widget_add_css_class (GTK_WIDGET (self->unlikely), "eh-warning");
  gtk_box_append (GTK_BOX (self->network), GTK_WIDGET (self->unlikely));
  gtk_box_append (GTK_BOX (self->body), self->network);
  self->trouble = GTK_LABEL (eh_fields_words (NULL, "eh-trouble"));
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->trouble));
  self->start = eh_fields_pill (_ ("_Start"));
  gtk_widget_add_css_class (self->start, "suggested-action");
  gtk_box_append (GTK_BOX (self->body), self->start);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

static void
connect (EhPhonesSetup *self)
{
  const GConnectFlags swapped = G_CONNECT_SWAPPED;

  g_signal_connect_object (self->workshop, "notify::selected", G_CALLBACK (workshop_chosen_cb),
                           self, swapped);
  g_signal_connect_object (self->question, "notify::selected", G_CALLBACK (question_chosen_cb),
                           self, swapped);
  g_signal_connect_object (self->address, "notify::selected", G_CALLBACK (show_unlikely), self,
                           swapped);
  g_signal_connect_object (self->asks, "notify::selected", G_CALLBACK (asks_cb), self, swapped);
  g_signal_connect_object (self->nod, "toggled", G_CALLBACK (nod_cb), self, swapped);
  g_signal_connect_object (self->share, "toggled", G_CALLBACK (share_cb), self, swapped);
  g_signal_connect_object (self->letters, "toggled", G_CALLBACK (letters_cb), self, swapped);
  g_signal_connect_object (self->start, "clicked", G_CALLBACK (start_cb), self, swapped);
  g_signal_connect_object (self->phones, "changed", G_CALLBACK (refresh), self, swapped);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (store_changed_cb), self, 0);
  g_signal_connect_object (self->workspace, "notify::workshop-id", G_CALLBACK (fill_questions),
                           self, swapped);
  g_signal_connect_object (self->workspace, "notify::activity-id", G_CALLBACK (fill_questions),
                           self, swapped);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (fill_addresses), self, swapped);
}

static void
eh_phones_setup_dispose (GObject *object)
{
  EhPhonesSetup *self = EH_PHONES_SETUP (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  g_clear_pointer (&self->workshop_ids, g_array_unref);
  g_clear_pointer (&self->activity_ids, g_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_phones_setup_parent_class)->dispose (object);
}

static void
eh_phones_setup_class_init (EhPhonesSetupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_phones_setup_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_phones_setup_init (EhPhonesSetup *self)
{
  self->addresses = g_ptr_array_new ();
  self->workshop_ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->activity_ids = g_array_new (FALSE, FALSE, sizeof (EhId));
}

/**
 * eh_phones_setup_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the choices, and the button that starts
 */
GtkWidget *
eh_phones_setup_new (EhWorkspace *workspace)
{
  EhPhonesSetup *self = g_object_new (EH_TYPE_PHONES_SETUP, NULL);

  self->workspace = g_object_ref (workspace);
  self->phones = eh_phones_of (workspace);
  make_body (self);
  choose_today (self);
  fill_questions (self);
  fill_addresses (self);
  refresh (self);
  connect (self);
  return GTK_WIDGET (self);
}
