/* Which steps of the history are listed: what they were about, who did them, and when. Only what
 * occurs in the history is offered. */

#include "eh-history-filters.h"

#include "eh-drop-down.h"
#include "eh-row-words.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhHistoryFilters {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkDropDown *kinds;
  GtkDropDown *people;
  GtkDropDown *days;
  GPtrArray *types; /* (element-type EhRowType): those of kinds, after the first */
  GPtrArray *names; /* (element-type utf8): those of people, after the first */
  gint64 since;     /* seconds since 1970 */
  gint64 until;
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhHistoryFilters, eh_history_filters, GTK_TYPE_WIDGET)

static void
eh_history_filters_dispose (GObject *object)
{
  EhHistoryFilters *self = EH_HISTORY_FILTERS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_history_filters_parent_class)->dispose (object);
}

static void
eh_history_filters_finalize (GObject *object)
{
  EhHistoryFilters *self = EH_HISTORY_FILTERS (object);

  g_ptr_array_unref (self->types);
  g_ptr_array_unref (self->names);
  G_OBJECT_CLASS (eh_history_filters_parent_class)->finalize (object);
}

static void
eh_history_filters_class_init (EhHistoryFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_history_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_history_filters_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhHistoryFilters::changed: something else is wanted
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_HISTORY_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

/* Days are those of the clock on the wall. */
static gint64
days_ago (int n)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight = g_date_time_new_local (
      g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now),
      0, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_days (midnight, -n);

  return g_date_time_to_unix (then);
}

static void
chosen_cb (EhHistoryFilters *self)
{
  static const int since[] = { 0, 0, 1, 6, 29 };
  guint day = gtk_drop_down_get_selected (self->days);

  self->since = day > 0 && day < G_N_ELEMENTS (since) ? days_ago (since[day]) : G_MININT64;
  self->until = day == 2 ? days_ago (0) : G_MAXINT64;
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkDropDown *
add_drop_down (EhHistoryFilters *self, const char *name, const char *const *words)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  eh_wrap_append (EH_WRAP (self->box), drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (drop_down);
}

static void
eh_history_filters_init (EhHistoryFilters *self)
{
  const char *const kinds[] = { _ ("About anything"), NULL };
  const char *const people[] = { _ ("By anybody"), NULL };
  const char *const days[] = { _ ("Any day"),          _ ("Today"),
                               _ ("Yesterday"),        _ ("The last 7 days"),
                               _ ("The last 30 days"), NULL };

  self->types = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->since = G_MININT64;
  self->until = G_MAXINT64;
  self->box = eh_wrap_new (8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->kinds = add_drop_down (self, _ ("What it was about"), kinds);
  self->people = add_drop_down (self, _ ("Who did it"), people);
  self->days = add_drop_down (self, _ ("When it was done"), days);
}

static void
offer_people (EhHistoryFilters *self, GPtrArray *people)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->names, 0);
  gtk_string_list_append (words, _ ("By anybody"));
  for (guint i = 0; i < people->len; i++) {
    g_ptr_array_add (self->names, g_strdup (people->pdata[i]));
    gtk_string_list_append (words, people->pdata[i]);
  }
  eh_drop_down_set_words (self->people, words);
}

static void
offer_kinds (EhHistoryFilters *self, guint64 tables)
{
  guint n;
  const EhRowType *const *types = eh_history_types (&n);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->types, 0);
  gtk_string_list_append (words, _ ("About anything"));
  for (guint i = 0; i < n; i++) {
    if ((tables & (G_GUINT64_CONSTANT (1) << i)) == 0)
      continue;
    g_ptr_array_add (self->types, GUINT_TO_POINTER (i));
    gtk_string_list_append (words, eh_row_words_thing (types[i]));
  }
  eh_drop_down_set_words (self->kinds, words);
}

/**
 * eh_history_filters_offer:
 * @self: the filters
 * @tables: which tables were touched, a bit each in the order of eh_history_types()
 * @people: (element-type utf8): who did something
 *
 * Offers what occurs in the history.
 */
void
eh_history_filters_offer (EhHistoryFilters *self, guint64 tables, GPtrArray *people)
{
  offer_kinds (self, tables);
  offer_people (self, people);
}

/**
 * eh_history_filters_get:
 * @self: the filters
 * @query: (out caller-allocates): gets which steps are wanted; its texts are those of @self
 */
void
eh_history_filters_get (EhHistoryFilters *self, EhHistoryQuery *query)
{
  guint kind = gtk_drop_down_get_selected (self->kinds);
  guint person = gtk_drop_down_get_selected (self->people);

  *query = (EhHistoryQuery){ .since = self->since, .until = self->until };
  if (kind > 0 && kind <= self->types->len)
    query->tables = G_GUINT64_CONSTANT (1) << GPOINTER_TO_UINT (self->types->pdata[kind - 1]);
  if (person > 0 && person <= self->names->len)
    query->who = self->names->pdata[person - 1];
}
