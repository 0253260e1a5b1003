/* Where an insight stands in a list. GtkListView keeps two hundred rows, of which ten are in sight;
 * to read, shape and measure all of them takes many frames whenever something else is looked for.
 * So what the list is given are slots, which cost next to nothing, and those that are in sight or
 * near are awake: they have a picture of their insight. What screen readers say is on every slot,
 * filled in between two frames. */

#include "eh-insight-slot.h"

#include "eh-compat.h"
#include "eh-insight-caption.h"
#include "eh-insight-row.h"

/* Beyond what is in sight, in heights of it: pictures wait there, and farther away they are
 * dropped. */
#define NEAR 1.0
#define FAR  1.5
/* How long is worked between two frames, in microseconds. */
#define SLICE_US 4000
/* The height of a row before any was measured. */
#define FIRST_GUESS 76

struct _EhInsightSlots {
  GObject parent_instance;

  EhWorkspace *workspace;
  GtkListView *list; /* not owned: it owns the slots; NULL when it is gone */
  GPtrArray *slots;  /* (element-type EhInsightSlot), not owned: all that the list has */
  GtkAdjustment *adjustment;
  double guess; /* how high a row is */
  guint first;  /* the position that is at the top */
  guint idle;
};

struct _EhInsightSlot {
  GtkWidget parent_instance;

  EhInsightSlots *slots;
  GtkListItem *list_item; /* (nullable): not owned: it owns us */
  EhInsightItem *item;    /* (nullable): named on the list item */
  gulong changed_id;
  GtkGesture *tap;   /* (nullable): not owned; once it was awake */
  EhInsightRow *row; /* (nullable): its picture, made when it is measured or painted */
  int height;        /* that its picture had, 0 for none yet */
  gboolean awake;    /* in sight or near: it is as high as its picture */
  gboolean unnamed;  /* what a screen reader says is not there yet */
};

enum {
  TAPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhInsightSlots, eh_insight_slots, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (EhInsightSlot, eh_insight_slot, GTK_TYPE_WIDGET)

static void arrange_soon (EhInsightSlots *self);

/* ---- What is awake ---- */

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, EhInsightSlots *self)
{
  g_signal_emit (self, signals[TAPPED], 0, gesture);
}

static void
forget_row (EhInsightSlot *slot)
{
  g_clear_pointer (&slot->row, eh_insight_row_free);
}

/* The picture, %NULL where nothing is to be seen. */
static EhInsightRow *
row_of (EhInsightSlot *slot)
{
  const EhInsightCard *card;

  if (slot->row == NULL && slot->item != NULL &&
      (card = eh_insight_item_get_card (slot->item)) != NULL)
    slot->row = eh_insight_row_new (GTK_WIDGET (slot), slot->slots->workspace, card);
  return slot->row;
}

static void
wake (EhInsightSlot *slot)
{
  slot->awake = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (slot));
}

static void
make_tap (EhInsightSlot *slot)
{
  if (slot->tap != NULL)
    return;
  slot->tap = gtk_gesture_click_new ();
  g_signal_connect_object (slot->tap, "released", G_CALLBACK (released_cb), slot->slots, 0);
  gtk_widget_add_controller (GTK_WIDGET (slot), GTK_EVENT_CONTROLLER (slot->tap));
  gtk_widget_set_has_tooltip (GTK_WIDGET (slot), TRUE);
}

/* It stays as high as it was. */
static void
put_to_sleep (EhInsightSlot *slot)
{
  slot->awake = FALSE;
  forget_row (slot);
}

static void
say (EhInsightSlot *slot)
{
  const EhInsightCard *card = eh_insight_item_get_card (slot->item);
  g_autofree char *said = card != NULL ? eh_insight_caption_spoken (slot->slots->workspace, card)
                                       : g_strdup ("");

  eh_compat_list_item_set_label (slot->list_item, said);
  slot->unnamed = FALSE;
}

/* ---- Which slots are ---- */

typedef struct {
  double top;
  double bottom;
} Reach;

static Reach
reach_of (EhInsightSlots *self, double pages)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self->list));

  return (Reach){ -pages * page, (1 + pages) * page };
}

/* Before the list has been laid out nothing has a place, and all would seem to be at the top. */
static gboolean
is_within (EhInsightSlot *slot, Reach reach)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (slot), GTK_WIDGET (slot->slots->list), &bounds) &&
         bounds.size.height > 0 && bounds.origin.y < reach.bottom &&
         bounds.origin.y + bounds.size.height > reach.top;
}

/* Notes which is at the top, for slots that come to be there have no place yet. */
static void
note_first (EhInsightSlots *self)
{
  Reach sight = reach_of (self, 0);
  guint first = G_MAXUINT;

  for (guint i = 0; i < self->slots->len; i++) {
    EhInsightSlot *slot = self->slots->pdata[i];

    if (slot->list_item != NULL && is_within (slot, sight))
      first = MIN (first, gtk_list_item_get_position (slot->list_item));
  }
  if (first != G_MAXUINT)
    self->first = first;
}

static gboolean
end_slice (gint64 until)
{
  return g_get_monotonic_time () > until;
}

/* Its picture is made at once and not in the next frame, which has to be in time. */
static void
wake_now (EhInsightSlot *slot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (slot));
  EhInsightRow *row = row_of (slot);

  if (row != NULL &&
      eh_insight_row_height (row, width) == gtk_widget_get_height (GTK_WIDGET (slot)))
    slot->awake = TRUE;
  else
    wake (slot);
  make_tap (slot);
}

static gboolean
wake_within (EhInsightSlots *self, Reach reach, gint64 until)
{
  for (guint i = 0; i < self->slots->len; i++) {
    EhInsightSlot *slot = self->slots->pdata[i];

    if (slot->awake || slot->list_item == NULL || !is_within (slot, reach))
      continue;
    wake_now (slot);
    if (end_slice (until))
      return FALSE;
  }
  return TRUE;
}

static gboolean
rest_and_say (EhInsightSlots *self, gint64 until)
{
  Reach far = reach_of (self, FAR);

  for (guint i = 0; i < self->slots->len; i++) {
    EhInsightSlot *slot = self->slots->pdata[i];

    if (slot->awake && !is_within (slot, far))
      put_to_sleep (slot);
    else if (slot->unnamed && slot->list_item != NULL)
      say (slot);
    else
      continue;
    if (end_slice (until))
      return FALSE;
  }
  return TRUE;
}

/* After a frame, when everything has its place: first what is in sight, at any cost. */
static gboolean
arrange (gpointer data)
{
  EhInsightSlots *self = data;
  gint64 until = g_get_monotonic_time () + SLICE_US;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list))) {
    self->idle = 0;
    return G_SOURCE_REMOVE;
  }
  note_first (self);
  wake_within (self, reach_of (self, 0), G_MAXINT64);
  if (end_slice (until) || !wake_within (self, reach_of (self, NEAR), until) ||
      !rest_and_say (self, until))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
arrange_soon (EhInsightSlots *self)
{
  if (self->idle == 0 && self->list != NULL)
    self->idle = g_idle_add (arrange, self);
}

/* ---- A slot ---- */

/* It shows something else, or looks otherwise. What is only near is made again between two frames.
 */
static void
renew (EhInsightSlot *slot)
{
  if (slot->awake && slot->slots->list != NULL && is_within (slot, reach_of (slot->slots, 0)))
    gtk_widget_queue_resize (GTK_WIDGET (slot));
  else
    slot->awake = FALSE;
  forget_row (slot);
  arrange_soon (slot->slots);
}

/* A place that is not shown says nothing until it is: what was said there may have to be gone. */
static void
changed_cb (EhInsightSlot *slot)
{
  slot->unnamed = TRUE;
  if (slot->list_item != NULL && !gtk_widget_get_mapped (GTK_WIDGET (slot)))
    eh_compat_list_item_set_label (slot->list_item, "");
  renew (slot);
}

static void
forget (EhInsightSlot *slot)
{
  if (slot->item != NULL)
    g_clear_signal_handler (&slot->changed_id, slot->item);
  g_clear_object (&slot->item);
}

static gboolean
is_expected (EhInsightSlot *slot, guint position)
{
  EhInsightSlots *slots = slot->slots;
  guint in_sight = (guint) (gtk_widget_get_height (GTK_WIDGET (slots->list)) / slots->guess) + 2;

  return position + 1 >= slots->first && position < slots->first + in_sight;
}

/* A list binds a slot again whenever its place changes. */
static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  EhInsightSlot *slot = EH_INSIGHT_SLOT (gtk_list_item_get_child (list_item));
  EhInsightItem *item = gtk_list_item_get_item (list_item);

  slot->list_item = list_item;
  if (slot->item != item) {
    forget (slot);
    slot->item = g_object_ref (item);
    slot->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (changed_cb), slot);
    put_to_sleep (slot);
    slot->unnamed = TRUE;
    slot->height = 0;
    gtk_widget_queue_resize (GTK_WIDGET (slot));
    if (is_expected (slot, gtk_list_item_get_position (list_item)))
      wake (slot);
  }
  arrange_soon (slot->slots);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  EhInsightSlot *slot = EH_INSIGHT_SLOT (gtk_list_item_get_child (list_item));

  slot->list_item = NULL;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, EhInsightSlots *self)
{
  EhInsightSlot *slot = g_object_new (EH_TYPE_INSIGHT_SLOT, NULL);

  slot->slots = g_object_ref (self);
  g_ptr_array_add (self->slots, slot);
  gtk_list_item_set_child (list_item, GTK_WIDGET (slot));
}

static GtkSizeRequestMode
eh_insight_slot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_insight_slot_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  EhInsightSlot *self = EH_INSIGHT_SLOT (widget);
  EhInsightRow *row;

  *minimum_baseline = *natural_baseline = -1;
  /* A window that scrolls asks how high all would be at their narrowest, and does not mind the
   * answer: every text would be broken into lines a second time for it. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else if (for_size >= 0 && self->awake && (row = row_of (self)) != NULL)
    *minimum = *natural = eh_insight_row_height (row, for_size);
  else
    *minimum = *natural = self->height > 0 ? self->height : (int) self->slots->guess;
}

static void
eh_insight_slot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhInsightSlot *self = EH_INSIGHT_SLOT (widget);

  if (self->awake) {
    if (self->height != height)
      self->slots->guess = 0.9 * self->slots->guess + 0.1 * height;
    self->height = height;
  }
  arrange_soon (self->slots);
}

/* What came into sight with this very frame is painted with it, in the room that was guessed; the
 * next one gives it the right height. */
static void
eh_insight_slot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EhInsightSlot *self = EH_INSIGHT_SLOT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  EhInsightRow *row = row_of (self);

  if (row == NULL)
    return;
  if (eh_insight_row_height (row, width) <= height) {
    eh_insight_row_paint (row, snapshot);
    return;
  }
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  eh_insight_row_paint (row, snapshot);
  gtk_snapshot_pop (snapshot);
}

static gboolean
eh_insight_slot_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  EhInsightSlot *self = EH_INSIGHT_SLOT (widget);
  const char *tip = self->row != NULL && !keyboard_tooltip ? eh_insight_row_tip (self->row, x, y)
                                                           : NULL;

  gtk_tooltip_set_text (tooltip, tip);
  return tip != NULL;
}

static void
eh_insight_slot_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (eh_insight_slot_parent_class)->css_changed (widget, change);
  renew (EH_INSIGHT_SLOT (widget));
}

static void
eh_insight_slot_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (eh_insight_slot_parent_class)->system_setting_changed (widget, setting);
  renew (EH_INSIGHT_SLOT (widget));
}

static void
eh_insight_slot_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (eh_insight_slot_parent_class)->direction_changed (widget, before);
  renew (EH_INSIGHT_SLOT (widget));
}

static void
eh_insight_slot_dispose (GObject *object)
{
  EhInsightSlot *self = EH_INSIGHT_SLOT (object);

  forget (self);
  forget_row (self);
  if (self->slots != NULL)
    g_ptr_array_remove_fast (self->slots->slots, self);
  g_clear_object (&self->slots);
  G_OBJECT_CLASS (eh_insight_slot_parent_class)->dispose (object);
}

static void
eh_insight_slot_class_init (EhInsightSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_insight_slot_dispose;
  widget_class->get_request_mode = eh_insight_slot_get_request_mode;
  widget_class->measure = eh_insight_slot_measure;
  widget_class->size_allocate = eh_insight_slot_size_allocate;
  widget_class->snapshot = eh_insight_slot_snapshot;
  widget_class->query_tooltip = eh_insight_slot_query_tooltip;
  widget_class->css_changed = eh_insight_slot_css_changed;
  widget_class->system_setting_changed = eh_insight_slot_system_setting_changed;
  widget_class->direction_changed = eh_insight_slot_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "insightslot");
  /* The list's own row says everything; of two hundred of these, nobody needs to be told that they
   * come and go. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
eh_insight_slot_init (EhInsightSlot *self)
{
}

/**
 * eh_insight_slot_get_item:
 * @self: a slot
 *
 * Returns: (transfer none) (nullable): the insight that stands there
 */
EhInsightItem *
eh_insight_slot_get_item (EhInsightSlot *self)
{
  return self->item;
}

/* ---- All of them ---- */

static void
adjustment_cb (EhInsightSlots *self)
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

/* Names are hidden at once, or shown again. */
static void
room_display_cb (EhInsightSlots *self)
{
  for (guint i = 0; i < self->slots->len; i++) {
    EhInsightSlot *slot = self->slots->pdata[i];

    changed_cb (slot);
    if (slot->list_item != NULL)
      eh_compat_list_item_set_label (slot->list_item, "");
  }
}

static void
list_gone_cb (EhInsightSlots *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  self->list = NULL;
}

static void
eh_insight_slots_finalize (GObject *object)
{
  EhInsightSlots *self = EH_INSIGHT_SLOTS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->workspace);
  g_ptr_array_unref (self->slots);
  G_OBJECT_CLASS (eh_insight_slots_parent_class)->finalize (object);
}

static void
eh_insight_slots_class_init (EhInsightSlotsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eh_insight_slots_finalize;
  /**
   * EhInsightSlots::tapped:
   * @gesture: the gesture
   *
   * A row was clicked.
   */
  signals[TAPPED] = g_signal_new ("tapped", EH_TYPE_INSIGHT_SLOTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, GTK_TYPE_GESTURE_CLICK);
}

static void
eh_insight_slots_init (EhInsightSlots *self)
{
  self->guess = FIRST_GUESS;
  self->slots = g_ptr_array_new ();
}

/**
 * eh_insight_slots_new:
 * @workspace: the window's workspace
 * @list: a list of #EhInsightItem; it must outlive the slots that it has
 *
 * Returns: (transfer full): the slots of the list
 */
EhInsightSlots *
eh_insight_slots_new (EhWorkspace *workspace, GtkListView *list)
{
  EhInsightSlots *self = g_object_new (EH_TYPE_INSIGHT_SLOTS, NULL);

  self->workspace = g_object_ref (workspace);
  self->list = list;
  g_signal_connect_object (list, "notify::vadjustment", G_CALLBACK (adjustment_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "map", G_CALLBACK (arrange_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "destroy", G_CALLBACK (list_gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (room_display_cb), self,
                           G_CONNECT_SWAPPED);
  adjustment_cb (self);
  return self;
}

/**
 * eh_insight_slots_make_factory:
 * @self: the slots of a list
 *
 * Returns: (transfer full): what makes them
 */
GtkListItemFactory *
eh_insight_slots_make_factory (EhInsightSlots *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/**
 * eh_insight_slots_expect:
 * @self: the slots of a list
 * @position: a place in the list
 *
 * That place is going to be at the top: what comes there is shown in the same frame.
 */
void
eh_insight_slots_expect (EhInsightSlots *self, guint position)
{
  self->first = position;
}
