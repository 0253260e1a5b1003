/* Rows for a long list. GtkListView keeps two hundred of them, of which ten are in sight; to make,
 * fill and measure them all takes many frames whenever a list is opened or something else is looked
 * for. So what the list is given are slots, which cost next to nothing, and a row is put into those
 * that are in sight or near. Rows go from slot to slot. What screen readers say is on every slot,
 * filled in between two frames. The items of the list tell by a signal "changed" that they are
 * other than before. */

#include "eh-slots.h"

#include "eh-compat.h"

#define KEY "eh-slots"
/* Beyond what is in sight, in heights of it: rows wait there, and farther away they are taken back.
 */
#define NEAR 1.0
#define FAR  1.5
/* How long is worked between two frames, in microseconds: for what is in sight, and for the rest.
 */
#define SIGHT_US   8000
#define SLICE_US   4000
#define MOST_SPARE 40

#define EH_TYPE_SLOTS (eh_slots_get_type ())
G_DECLARE_FINAL_TYPE (EhSlots, eh_slots, EH, SLOTS, GObject)
#define EH_TYPE_SLOT (eh_slot_get_type ())
G_DECLARE_FINAL_TYPE (EhSlot, eh_slot, EH, SLOT, GtkWidget)

struct _EhSlots {
  GObject parent_instance;

  GtkListView *list; /* not owned: it owns us; NULL when it is gone */
  EhSlotMake make;
  EhSlotShow show;
  gpointer data;
  GPtrArray *slots;   /* (element-type EhSlot), not owned: all that the list has */
  GPtrArray *spare;   /* (element-type GtkWidget): rows of no slot */
  GtkWidget *speaker; /* (nullable): a row that is never seen and names what has none */
  GtkAdjustment *adjustment;
  double guess; /* how high a row is */
  guint first;  /* the position that is at the top */
  guint idle;
};

struct _EhSlot {
  GtkWidget parent_instance;

  EhSlots *slots;
  GtkListItem *list_item; /* (nullable): not owned: it owns us */
  GObject *item;          /* (nullable): shown, or named on the list item */
  gulong changed_id;
  GtkWidget *row;   /* (nullable): while it is in sight or near */
  int height;       /* that its row had, 0 for none yet */
  gboolean unnamed; /* what a screen reader says is not there yet */
};

G_DEFINE_FINAL_TYPE (EhSlots, eh_slots, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (EhSlot, eh_slot, GTK_TYPE_WIDGET)

static void arrange_soon (EhSlots *self);

/* ---- Rows that go from slot to slot ---- */

static GtkWidget *
take_row (EhSlots *self)
{
  if (self->spare->len > 0)
    return g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  return g_object_ref_sink (self->make (self->data));
}

static void
wake (EhSlot *slot)
{
  if (slot->row != NULL || slot->list_item == NULL)
    return;
  slot->row = take_row (slot->slots);
  slot->unnamed = FALSE;
  gtk_widget_set_parent (slot->row, GTK_WIDGET (slot));
  slot->slots->show (slot->row, slot->list_item, slot->slots->data);
}

static void
put_to_sleep (EhSlot *slot)
{
  if (slot->row == NULL)
    return;
  gtk_widget_unparent (slot->row);
  if (slot->slots->list != NULL && slot->slots->spare->len < MOST_SPARE)
    g_ptr_array_add (slot->slots->spare, slot->row);
  else
    g_object_unref (slot->row);
  slot->row = NULL;
}

/* What is said of a slot that shows nothing: a row that nobody sees is filled for it. */
static void
say (EhSlot *slot)
{
  EhSlots *self = slot->slots;

  if (self->speaker == NULL)
    self->speaker = g_object_ref_sink (self->make (self->data));
  self->show (self->speaker, slot->list_item, self->data);
  slot->unnamed = FALSE;
}

/* ---- Which slots have a row ---- */

typedef struct {
  double top;
  double bottom;
} Reach;

static Reach
reach_of (EhSlots *self, double pages)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self->list));

  return (Reach){ -pages * page, (1 + pages) * page };
}

/* A slot that has no place yet is nowhere: before the first frame all of them would seem to be at
 * the top. */
static gboolean
is_within (EhSlot *slot, Reach reach)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (slot), GTK_WIDGET (slot->slots->list), &bounds) &&
         bounds.size.height > 0 && bounds.origin.y < reach.bottom &&
         bounds.origin.y + bounds.size.height > reach.top;
}

/* Notes which is at the top, for slots that come to be there have no place yet. */
static void
note_first (EhSlots *self)
{
  Reach sight = reach_of (self, 0);
  guint first = G_MAXUINT;

  for (guint i = 0; i < self->slots->len; i++) {
    EhSlot *slot = self->slots->pdata[i];

    if (slot->list_item != NULL && is_within (slot, sight))
      first = MIN (first, gtk_list_item_get_position (slot->list_item));
  }
  if (first != G_MAXUINT)
    self->first = first;
}

static gboolean
is_over (gint64 until)
{
  return g_get_monotonic_time () > until;
}

static gboolean
wake_within (EhSlots *self, Reach reach, gint64 until)
{
  for (guint i = 0; i < self->slots->len; i++) {
    EhSlot *slot = self->slots->pdata[i];

    if (slot->row != NULL || slot->list_item == NULL || !is_within (slot, reach))
      continue;
    wake (slot);
    if (is_over (until))
      return FALSE;
  }
  return TRUE;
}

static gboolean
rest_and_say (EhSlots *self, gint64 until)
{
  Reach far = reach_of (self, FAR);

  for (guint i = 0; i < self->slots->len; i++) {
    EhSlot *slot = self->slots->pdata[i];

    if (slot->row != NULL && gtk_widget_get_height (GTK_WIDGET (slot)) > 0 &&
        gtk_widget_get_focus_child (GTK_WIDGET (slot)) == NULL && !is_within (slot, far))
      put_to_sleep (slot);
    else if (slot->unnamed && slot->list_item != NULL)
      say (slot);
    else
      continue;
    if (is_over (until))
      return FALSE;
  }
  return TRUE;
}

/* After a frame, when everything has its place: first what is in sight. */
static gboolean
arrange (gpointer data)
{
  EhSlots *self = data;
  gint64 begun = g_get_monotonic_time ();

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list))) {
    self->idle = 0;
    return G_SOURCE_REMOVE;
  }
  note_first (self);
  if (!wake_within (self, reach_of (self, 0), begun + SIGHT_US) || is_over (begun + SLICE_US) ||
      !wake_within (self, reach_of (self, NEAR), begun + SLICE_US) ||
      !rest_and_say (self, begun + SLICE_US))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
arrange_soon (EhSlots *self)
{
  if (self->idle == 0 && self->list != NULL)
    self->idle = g_idle_add (arrange, self);
}

/* ---- A slot ---- */

static void
changed_cb (EhSlot *slot)
{
  if (slot->row != NULL && slot->list_item != NULL) {
    slot->slots->show (slot->row, slot->list_item, slot->slots->data);
    return;
  }
  /* Not even for a moment, nor in a place that nobody looks at, is what it was called before right:
   * names may have been hidden. */
  if (slot->list_item != NULL && !slot->unnamed)
    eh_compat_list_item_set_label (slot->list_item, "");
  slot->unnamed = TRUE;
  arrange_soon (slot->slots);
}

static void
forget (EhSlot *slot)
{
  if (slot->item != NULL)
    g_clear_signal_handler (&slot->changed_id, slot->item);
  g_clear_object (&slot->item);
}

static gboolean
is_expected (EhSlot *slot, guint position)
{
  EhSlots *slots = slot->slots;
  guint in_sight = (guint) (gtk_widget_get_height (GTK_WIDGET (slots->list)) / slots->guess) + 2;

  return position + 1 >= slots->first && position < slots->first + in_sight;
}

/* A list binds a slot again whenever its place changes. */
static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  EhSlot *slot = EH_SLOT (gtk_list_item_get_child (list_item));
  GObject *item = gtk_list_item_get_item (list_item);
  gboolean other = slot->item != item;

  slot->list_item = list_item;
  if (other) {
    forget (slot);
    slot->item = g_object_ref (item);
    slot->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (changed_cb), slot);
    slot->unnamed = slot->row == NULL;
    slot->height = 0;
  }
  if (slot->row == NULL && is_expected (slot, gtk_list_item_get_position (list_item)))
    wake (slot);
  else if (slot->row != NULL && other)
    slot->slots->show (slot->row, list_item, slot->slots->data);
  arrange_soon (slot->slots);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  EH_SLOT (gtk_list_item_get_child (list_item))->list_item = NULL;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, EhSlots *self)
{
  EhSlot *slot = g_object_new (EH_TYPE_SLOT, NULL);

  slot->slots = g_object_ref (self);
  g_ptr_array_add (self->slots, slot);
  gtk_list_item_set_child (list_item, GTK_WIDGET (slot));
}

static GtkSizeRequestMode
eh_slot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_slot_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  EhSlot *self = EH_SLOT (widget);

  *minimum_baseline = *natural_baseline = -1;
  /* A window that scrolls asks how high all would be at their narrowest, and does not mind the
   * answer: every text would be broken into lines a second time for it. */
  if (self->row != NULL && (orientation == GTK_ORIENTATION_HORIZONTAL || for_size >= 0))
    gtk_widget_measure (self->row, orientation, for_size, minimum, natural, NULL, NULL);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    *minimum = *natural = self->height > 0 ? self->height : (int) self->slots->guess;
}

static void
eh_slot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhSlot *self = EH_SLOT (widget);

  if (self->row != NULL) {
    gtk_widget_allocate (self->row, width, height, -1, NULL);
    if (self->height != height)
      self->slots->guess = 0.9 * self->slots->guess + 0.1 * height;
    self->height = height;
  }
  arrange_soon (self->slots);
}

static void
eh_slot_dispose (GObject *object)
{
  EhSlot *self = EH_SLOT (object);

  forget (self);
  if (self->slots != NULL) {
    put_to_sleep (self);
    g_ptr_array_remove_fast (self->slots->slots, self);
  }
  g_clear_object (&self->slots);
  G_OBJECT_CLASS (eh_slot_parent_class)->dispose (object);
}

static void
eh_slot_class_init (EhSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_slot_dispose;
  widget_class->get_request_mode = eh_slot_get_request_mode;
  widget_class->measure = eh_slot_measure;
  widget_class->size_allocate = eh_slot_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "slot");
}

static void
eh_slot_init (EhSlot *self)
{
}

/* ---- All of them ---- */

static void
adjustment_cb (EhSlots *self)
{
  GtkAdjustment *adjustment = self->list != NULL
                                  ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list))
                                  : NULL;

  if (adjustment == self->adjustment)
    return;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, arrange_soon, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (arrange_soon), self,
                             G_CONNECT_SWAPPED);
}

static void
list_gone_cb (EhSlots *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_set_size (self->spare, 0);
  g_clear_object (&self->speaker);
  self->list = NULL;
}

static void
eh_slots_finalize (GObject *object)
{
  EhSlots *self = EH_SLOTS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->speaker);
  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->spare);
  G_OBJECT_CLASS (eh_slots_parent_class)->finalize (object);
}

static void
eh_slots_class_init (EhSlotsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eh_slots_finalize;
}

static void
eh_slots_init (EhSlots *self)
{
  self->slots = g_ptr_array_new ();
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * eh_slots_attach:
 * @list: a list without a factory
 * @make: makes a row
 * @show: shows an item in a row
 * @data: for both; it must outlive the list
 * @row_height: about how high a row is, before one was measured, in pixels
 *
 * Has the list show its items in rows of which there are no more than are seen.
 */
void
eh_slots_attach (GtkListView *list, EhSlotMake make, EhSlotShow show, gpointer data, int row_height)
{
  EhSlots *self = g_object_new (EH_TYPE_SLOTS, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->list = list;
  self->make = make;
  self->show = show;
  self->data = data;
  self->guess = row_height;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  g_signal_connect_object (list, "notify::vadjustment", G_CALLBACK (adjustment_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "map", G_CALLBACK (arrange_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "destroy", G_CALLBACK (list_gone_cb), self, G_CONNECT_SWAPPED);
  adjustment_cb (self);
  gtk_list_view_set_factory (list, factory);
  g_object_set_data_full (G_OBJECT (list), KEY, self, g_object_unref);
}

/**
 * eh_slots_expect:
 * @list: a list with slots
 * @position: a place in the list
 *
 * That place is going to be at the top: what comes there is shown in the same frame.
 */
void
eh_slots_expect (GtkListView *list, guint position)
{
  EhSlots *self = g_object_get_data (G_OBJECT (list), KEY);

  if (self != NULL)
    self->first = position;
}
