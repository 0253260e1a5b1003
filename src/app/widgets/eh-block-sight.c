/* Keeps on the screen only those rows of a long document that are near to what is seen. The others
 * keep their place and their height, and cost nothing when something changes or is drawn: with
 * hundreds of them, each key would otherwise have all of their words styled and drawn again. Rows
 * whose height may be another are measured a few at a time, and what is seen stays where it is
 * while others grow or shrink above it. */

#include "eh-block-sight.h"

#include <math.h>

/* Of a screen: how far beyond it rows are ready for whoever scrolls. */
#define BEYOND 0.6
/* Between two looks at rows that are measured, and how many are at a time. */
#define PAUSE_MS 40
#define AT_ONCE  12

struct _EhBlockSight {
  GObject parent_instance;

  GtkListBox *list;          /* not owned: it is beside this */
  GtkAdjustment *adjustment; /* (nullable): by which the list scrolls */
  GPtrArray *shown;          /* (element-type EhBlockRow) */
  GQueue waiting;            /* (element-type EhBlockRow): to be measured */
  GPtrArray *measured;       /* (element-type EhBlockRow): until their words have settled */
  GtkWidget *first;          /* (nullable): the first row that is seen */
  double first_y;
  int width;
  guint timer;
  guint idle;
};

enum {
  SHOWN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhBlockSight, eh_block_sight, G_TYPE_OBJECT)

static void
eh_block_sight_dispose (GObject *object)
{
  EhBlockSight *self = EH_BLOCK_SIGHT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->first);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->measured, g_ptr_array_unref);
  g_queue_clear_full (&self->waiting, g_object_unref);
  G_OBJECT_CLASS (eh_block_sight_parent_class)->dispose (object);
}

static void
eh_block_sight_class_init (EhBlockSightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_block_sight_dispose;
  /**
   * EhBlockSight::shown:
   * @row: a row that is near to what is seen now, or is measured
   */
  signals[SHOWN] = g_signal_new ("shown", EH_TYPE_BLOCK_SIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, EH_TYPE_BLOCK_ROW);
}

static void
eh_block_sight_init (EhBlockSight *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->measured = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->waiting);
}

/**
 * eh_block_sight_new:
 * @list: rows of a document, which live longer than this
 *
 * Returns: (transfer full): what keeps them in sight
 */
EhBlockSight *
eh_block_sight_new (GtkListBox *list)
{
  EhBlockSight *self = g_object_new (EH_TYPE_BLOCK_SIGHT, NULL);

  self->list = list;
  g_signal_connect_object (list, "map", G_CALLBACK (eh_block_sight_update), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static gboolean
is_there (EhBlockSight *self, EhBlockRow *row)
{
  return gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->list);
}

/* Whoever writes in a row, or has it at hand, keeps it. */
static gboolean
is_at_hand (EhBlockSight *self, EhBlockRow *row)
{
  return gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)) ||
         gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (row);
}

static void
show (EhBlockSight *self, EhBlockRow *row)
{
  if (eh_block_row_get_state (row) == EH_ROOM_SHOWN)
    return;
  eh_block_row_set_state (row, EH_ROOM_SHOWN);
  g_signal_emit (self, signals[SHOWN], 0, row);
}

/* ---- Measuring ---- */

static void
put_settled_away (EhBlockSight *self)
{
  for (guint i = self->measured->len; i > 0; i--) {
    EhBlockRow *row = self->measured->pdata[i - 1];

    if (is_there (self, row) && eh_block_row_get_state (row) == EH_ROOM_MEASURED) {
      if (!eh_block_row_is_settled (row))
        continue;
      eh_block_row_set_state (row, EH_ROOM_KEPT);
    }
    g_ptr_array_remove_index_fast (self->measured, i - 1);
  }
}

static gboolean
timer_cb (gpointer data)
{
  EhBlockSight *self = data;

  /* Heights are found out when there is a width for them. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    put_settled_away (self);
  while (self->measured->len < AT_ONCE && !g_queue_is_empty (&self->waiting)) {
    g_autoptr (EhBlockRow) row = g_queue_pop_head (&self->waiting);

    if (!is_there (self, row) || eh_block_row_get_state (row) == EH_ROOM_SHOWN)
      continue;
    if (eh_block_row_get_state (row) == EH_ROOM_KEPT) {
      eh_block_row_set_state (row, EH_ROOM_MEASURED);
      g_signal_emit (self, signals[SHOWN], 0, row);
    }
    g_ptr_array_add (self->measured, g_steal_pointer (&row));
  }
  if (self->measured->len > 0 || !g_queue_is_empty (&self->waiting))
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  return G_SOURCE_REMOVE;
}

/**
 * eh_block_sight_measure:
 * @self: what keeps rows in sight
 * @row: a new row, or one that may need more or less room than before
 */
void
eh_block_sight_measure (EhBlockSight *self, EhBlockRow *row)
{
  if (eh_block_row_get_state (row) == EH_ROOM_SHOWN)
    return;
  g_queue_push_tail (&self->waiting, g_object_ref (row));
  if (self->timer == 0)
    self->timer = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, timer_cb, self, NULL);
}

/* All that are put away have the height that they had at another width. */
static void
look_at_width (EhBlockSight *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->list));
  gboolean first = self->width == 0;

  if (width == self->width)
    return;
  self->width = width;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); !first && row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (EH_IS_BLOCK_ROW (row) && eh_block_row_get_state (EH_BLOCK_ROW (row)) == EH_ROOM_KEPT)
      eh_block_sight_measure (self, EH_BLOCK_ROW (row));
}

/* ---- Where they are ---- */

/* The list is in a page that scrolls as a whole, and gets there after it was made. */
static GtkWidget *
find_viewport (EhBlockSight *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_VIEWPORT);

  if (viewport == NULL || self->adjustment != NULL)
    return viewport;
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (eh_block_sight_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "notify::page-size",
                           G_CALLBACK (eh_block_sight_update), self, G_CONNECT_SWAPPED);
  return viewport;
}

static gboolean
get_top (EhBlockSight *self, GtkWidget *viewport, double *top)
{
  graphene_point_t at;

  if (!gtk_widget_compute_point (viewport, GTK_WIDGET (self->list), &GRAPHENE_POINT_INIT (0, 0),
                                 &at))
    return FALSE;
  *top = at.y;
  return TRUE;
}

static void
hide_others (EhBlockSight *self, GPtrArray *wanted)
{
  for (guint i = 0; i < self->shown->len; i++) {
    EhBlockRow *row = self->shown->pdata[i];

    if (!is_there (self, row) || g_ptr_array_find (wanted, row, NULL))
      continue;
    if (is_at_hand (self, row)) {
      g_ptr_array_add (wanted, g_object_ref (row));
    } else if (eh_block_row_is_settled (row)) {
      eh_block_row_set_state (row, EH_ROOM_KEPT);
    } else {
      eh_block_row_set_state (row, EH_ROOM_MEASURED);
      eh_block_sight_measure (self, row);
    }
  }
}

static gboolean
get_place (EhBlockSight *self, GtkWidget *row, graphene_rect_t *bounds)
{
  return gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), bounds);
}

/* Rows above grew or shrank: the first that is seen stays where it is seen. */
static void
stay (EhBlockSight *self)
{
  graphene_rect_t bounds;

  if (self->first == NULL || gtk_widget_get_parent (self->first) != GTK_WIDGET (self->list) ||
      !get_place (self, self->first, &bounds) || fabs (bounds.origin.y - self->first_y) < 1)
    return;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) +
                                                  bounds.origin.y - self->first_y);
}

static void
remember_first (EhBlockSight *self, double top)
{
  GtkListBoxRow *row = top > 0 ? gtk_list_box_get_row_at_y (self->list, (int) top) : NULL;
  graphene_rect_t bounds;

  g_set_weak_pointer (&self->first, (GtkWidget *) row);
  if (row != NULL && get_place (self, GTK_WIDGET (row), &bounds))
    self->first_y = bounds.origin.y;
}

static void
update (EhBlockSight *self, GtkWidget *viewport)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  double height = gtk_widget_get_height (viewport);
  GtkListBoxRow *row;
  double top;

  if (height <= 0 || !get_top (self, viewport, &top))
    return;
  remember_first (self, top);
  row = gtk_list_box_get_row_at_y (self->list, (int) MAX (top - height * BEYOND, 0));
  for (int i = row != NULL ? gtk_list_box_row_get_index (row) : 0;
       (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++) {
    graphene_rect_t bounds;

    if (!get_place (self, GTK_WIDGET (row), &bounds) ||
        bounds.origin.y > top + height * (1 + BEYOND))
      break;
    g_ptr_array_add (wanted, g_object_ref (row));
    show (self, EH_BLOCK_ROW (row));
  }
  hide_others (self, wanted);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&wanted);
}

static gboolean
idle_cb (gpointer data)
{
  EhBlockSight *self = data;
  GtkWidget *viewport = find_viewport (self);

  self->idle = 0;
  if (viewport == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return G_SOURCE_REMOVE;
  look_at_width (self);
  stay (self);
  update (self, viewport);
  return G_SOURCE_REMOVE;
}

/**
 * eh_block_sight_update:
 * @self: what keeps rows in sight
 *
 * Looks again at where the rows are, before the next frame: to be called when they have got their
 * places, while none of them may ask for another.
 */
void
eh_block_sight_update (EhBlockSight *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

/**
 * eh_block_sight_show:
 * @self: what keeps rows in sight
 * @row: a row that is needed now, wherever it is
 */
void
eh_block_sight_show (EhBlockSight *self, EhBlockRow *row)
{
  show (self, row);
  if (!g_ptr_array_find (self->shown, row, NULL))
    g_ptr_array_add (self->shown, g_object_ref (row));
}
