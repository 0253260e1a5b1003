/* The blocks of a guidance, one under another, to be written in. A document of hundreds is there at
 * once: the rows of the first screen are built in the frame in which it opens, the others in idle
 * moments. After a change only what is new, gone, moved or other is touched. */

#include "eh-block-list.h"

#include "eh-block-handle.h"
#include "eh-block-range.h"
#include "eh-block-sight.h"
#include "eh-drop-line.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Rows that are built at once: about what a small window shows. */
#define FIRST_ROWS 8
/* For the others, in an idle moment. */
#define SLICE_US 6000

struct _EhBlockList {
  GtkWidget parent_instance;

  EhGuidanceDoc *doc;
  GtkListBox *list;
  EhBlockSight *sight;
  EhBlockRange *range; /* several at once */
  GHashTable *rows;    /* (element-type EhId EhBlockRow) */
  EhBlockRow *handled; /* (nullable): the row with the handle */
  GtkWidget *handle;
  EhCaret wanted;
  guint idle;
  gboolean whole;
};

enum {
  SELECTED,
  BUILT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhBlockList, eh_block_list, GTK_TYPE_WIDGET)

typedef EhId EhDraggedInsight;

static EhDraggedInsight *
id_copy (EhDraggedInsight *id)
{
  return g_memdup2 (id, sizeof *id);
}

/* What is dragged from among the insights: its id, told apart from other numbers. */
G_DEFINE_BOXED_TYPE (EhDraggedInsight, eh_dragged_insight, id_copy, g_free)

/* ---- Object ---- */

static void
eh_block_list_dispose (GObject *object)
{
  EhBlockList *self = EH_BLOCK_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  self->handled = NULL;
  g_clear_object (&self->handle);
  /* Rows that go tell of another one at hand, and whoever listens may be gone before. */
  if (self->list != NULL) {
    g_signal_handlers_disconnect_by_data (self->list, self);
    gtk_widget_unparent (GTK_WIDGET (self->list));
  }
  self->list = NULL;
  g_clear_object (&self->sight);
  g_clear_object (&self->range);
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_block_list_parent_class)->dispose (object);
}

static GtkSizeRequestMode
eh_block_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_block_list_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (EH_BLOCK_LIST (widget)->list), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

/* Where the rows are is known now. */
static void
eh_block_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EhBlockList *self = EH_BLOCK_LIST (widget);

  gtk_widget_allocate (GTK_WIDGET (self->list), width, height, baseline, NULL);
  eh_block_sight_update (self->sight);
}

static void
eh_block_list_class_init (EhBlockListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_block_list_dispose;
  widget_class->get_request_mode = eh_block_list_get_request_mode;
  widget_class->measure = eh_block_list_measure;
  widget_class->size_allocate = eh_block_list_size_allocate;
  /**
   * EhBlockList::selected:
   * @block_id: the block at hand; none for none
   */
  signals[SELECTED] = g_signal_new ("selected", EH_TYPE_BLOCK_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * EhBlockList::built:
   * @row: a row that was built or comes into sight just now, for whoever shows something on it
   */
  signals[BUILT] = g_signal_new ("built", EH_TYPE_BLOCK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, EH_TYPE_BLOCK_ROW);
}

static EhBlockRow *
row_of (EhBlockList *self, EhId id)
{
  return g_hash_table_lookup (self->rows, &id);
}

static EhBlockRow *
selected_row (EhBlockList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? EH_BLOCK_ROW (row) : NULL;
}

/* ---- Keys that reach from one block to another ---- */

static void
after_step (EhBlockList *self, EhCaret caret)
{
  if (caret.block_id != EH_ID_NONE)
    eh_block_list_go_to (self, caret);
}

static gboolean
go_beside (EhBlockList *self, EhBlockRow *row, int by)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by;
  GtkListBoxRow *other = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (other == NULL)
    return FALSE;
  eh_block_sight_show (self->sight, EH_BLOCK_ROW (other));
  if (!eh_block_row_write_at (EH_BLOCK_ROW (other), by > 0 ? 0 : -1))
    gtk_widget_grab_focus (GTK_WIDGET (other));
  return TRUE;
}

static gboolean
go_to_index (EhBlockList *self, guint index, int offset)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);

  if (index >= blocks->len)
    return FALSE;
  eh_block_list_go_to (self, (EhCaret){ eh_row_id (blocks->pdata[index]), offset });
  return TRUE;
}

/* To the block that is a screen away. */
static gboolean
go_page (EhBlockList *self, EhBlockRow *row, int by)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);
  graphene_rect_t bounds;
  GtkListBoxRow *there;
  double y;

  if (viewport == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return FALSE;
  y = bounds.origin.y + by * gtk_widget_get_height (viewport) * 0.9;
  there = gtk_list_box_get_row_at_y (self->list, (int) MAX (y, 0));
  if (there == NULL)
    return go_to_index (self, blocks->len - 1, -1);
  if (there == GTK_LIST_BOX_ROW (row))
    return go_beside (self, row, by);
  eh_block_list_go_to (self,
                       (EhCaret){ eh_block_row_get_id (EH_BLOCK_ROW (there)), by > 0 ? -1 : 0 });
  return TRUE;
}

/* The second words of a block are reached by Enter from its first; what is after those is a
 * paragraph. */
static EhCaret
split (EhBlockList *self, EhBlockRow *row, EhBlockText *text)
{
  const EhBlock *block = eh_block_row_get_block (row);
  EhId id = block->id;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (block->kind != EH_BLOCK_KIND_PARAGRAPH && block->kind != EH_BLOCK_KIND_HEADING) {
    if (text == eh_block_row_get_text (row) &&
        gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD) &&
        eh_block_row_get_text_at_hand (row) != NULL)
      return (EhCaret){ EH_ID_NONE, 0 };
    return eh_guidance_add (self->doc, "paragraph", id);
  }
  eh_block_text_get_halves (text, &before, &after);
  if (before[0] == '\0' && after[0] != '\0')
    return eh_guidance_add_before (self->doc, id);
  return eh_guidance_split (self->doc, id, before, after);
}

static gboolean
asks (EhBlockList *self, EhBlockRow *row, EhBlockText *text, EhBlockAsk what)
{
  EhId id = eh_block_row_get_id (row);
  gboolean first = text == eh_block_row_get_text (row);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  eh_block_text_flush (text);
  switch (what) {
  case EH_BLOCK_ASK_SPLIT:
    after_step (self, split (self, row, text));
    return TRUE;
  case EH_BLOCK_ASK_LEAVE:
    eh_block_text_get_halves (text, &before, &after);
    after_step (self, eh_guidance_leave_list (self->doc, id, before, after));
    return TRUE;
  case EH_BLOCK_ASK_JOIN_BEFORE:
    if (first)
      after_step (self, eh_guidance_join_before (self->doc, id));
    return first;
  case EH_BLOCK_ASK_JOIN_AFTER:
    if (first)
      after_step (self, eh_guidance_join_after (self->doc, id));
    return first;
  case EH_BLOCK_ASK_ABOVE:
    return first && go_beside (self, row, -1);
  case EH_BLOCK_ASK_BELOW:
    return (!first || eh_block_row_get_block (row)->kind == EH_BLOCK_KIND_PARAGRAPH ||
            eh_block_row_get_block (row)->kind == EH_BLOCK_KIND_HEADING ||
            eh_block_row_get_block (row)->kind == EH_BLOCK_KIND_LIST) &&
           go_beside (self, row, 1);
  case EH_BLOCK_ASK_ALL:
    return eh_block_range_all (self->range);
  case EH_BLOCK_ASK_WITH_ABOVE:
    return eh_block_range_begin (self->range, id, -1);
  case EH_BLOCK_ASK_WITH_BELOW:
    return eh_block_range_begin (self->range, id, 1);
  case EH_BLOCK_ASK_FIRST:
    return go_to_index (self, 0, 0);
  case EH_BLOCK_ASK_LAST:
    return go_to_index (self, eh_guidance_doc_get_blocks (self->doc)->len - 1, -1);
  case EH_BLOCK_ASK_PAGE_UP:
    return go_page (self, row, -1);
  case EH_BLOCK_ASK_PAGE_DOWN:
    return go_page (self, row, 1);
  default:
    return FALSE;
  }
}

static gboolean
asks_cb (EhBlockText *text, int what, EhBlockList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (text), EH_TYPE_BLOCK_ROW);

  return row != NULL && asks (self, EH_BLOCK_ROW (row), text, (EhBlockAsk) what);
}

static void
pasted_cb (EhBlockText *text, GPtrArray *blocks, EhBlockList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (text), EH_TYPE_BLOCK_ROW);

  eh_block_text_flush (text);
  if (row != NULL)
    after_step (self,
                eh_guidance_paste (self->doc, eh_block_row_get_id (EH_BLOCK_ROW (row)), blocks));
}

/* ---- The handle of the block at hand ---- */

static void
take_handle (EhBlockList *self)
{
  if (self->handled != NULL && gtk_widget_get_parent (self->handle) != NULL)
    gtk_box_remove (eh_block_row_get_gutter (self->handled), self->handle);
  self->handled = NULL;
}

static void
give_handle (EhBlockList *self, EhBlockRow *row)
{
  if (row == self->handled)
    return;
  take_handle (self);
  if (row == NULL)
    return;
  gtk_box_append (eh_block_row_get_gutter (row), self->handle);
  self->handled = row;
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, EhBlockList *self)
{
  give_handle (self, row != NULL ? EH_BLOCK_ROW (row) : NULL);
  g_signal_emit (self, signals[SELECTED], 0,
                 row != NULL ? eh_block_row_get_id (EH_BLOCK_ROW (row)) : EH_ID_NONE);
}

/* ---- What is dropped on a block ---- */

static EhId
id_after (EhBlockList *self, EhBlockRow *row)
{
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (
      self->list, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  return next != NULL ? eh_block_row_get_id (EH_BLOCK_ROW (next)) : EH_ID_NONE;
}

/* An insight belongs to the block on which it is dropped; a block comes between two. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, EhBlockList *self)
{
  gboolean below = FALSE;
  GtkListBoxRow *under = eh_drop_line_row_at (self->list, y, &below);
  EhBlockRow *row = under != NULL ? EH_BLOCK_ROW (under) : NULL;
  EhBlockRow *moved;

  if (row == NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, EH_TYPE_DRAGGED_INSIGHT)) {
    EhId *insight = g_value_get_boxed (value);

    return insight != NULL &&
           eh_guidance_link (self->doc, eh_block_row_get_id (row), *insight, EH_STANCE_SUPPORTS);
  }
  moved = G_VALUE_HOLDS (value, EH_TYPE_BLOCK_ROW) ? g_value_get_object (value) : NULL;
  if (moved == NULL || moved == row)
    return FALSE;
  after_step (self,
              eh_guidance_move_before (self->doc, eh_block_row_get_id (moved),
                                       below ? id_after (self, row) : eh_block_row_get_id (row)));
  return TRUE;
}

static void
accept_drops (EhBlockList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  GType types[] = { EH_TYPE_BLOCK_ROW, EH_TYPE_DRAGGED_INSIGHT };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  eh_drop_line_watch (self->list, target);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

/* ---- Rows ---- */

static void
connect_text (EhBlockList *self, EhBlockRow *row)
{
  GtkWidget *column = gtk_widget_get_parent (
      eh_block_row_get_text (row) != NULL ? GTK_WIDGET (eh_block_row_get_text (row)) : NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (column); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!EH_IS_BLOCK_TEXT (child))
      continue;
    g_signal_connect_object (child, "asks", G_CALLBACK (asks_cb), self, G_CONNECT_DEFAULT);
    g_signal_connect_object (child, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_DEFAULT);
  }
}

static EhBlockRow *
add_row (EhBlockList *self, const EhBlock *block, int index, guint number)
{
  EhBlockRow *row = EH_BLOCK_ROW (eh_block_row_new (self->doc, block));

  g_hash_table_insert (self->rows, g_memdup2 (&block->id, sizeof block->id), row);
  if (eh_block_row_get_text (row) != NULL)
    connect_text (self, row);
  gtk_list_box_insert (self->list, GTK_WIDGET (row), index);
  eh_block_row_update (row, block, number);
  /* Before it is known where they are, the first are seen. */
  if (g_hash_table_size (self->rows) <= FIRST_ROWS)
    eh_block_sight_show (self->sight, row);
  else
    eh_block_sight_measure (self->sight, row);
  g_signal_emit (self, signals[BUILT], 0, row);
  return row;
}

static void
drop_row (EhBlockList *self, EhBlockRow *row)
{
  EhId id = eh_block_row_get_id (row);

  if (row == self->handled)
    take_handle (self);
  g_hash_table_remove (self->rows, &id);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
drop_gone (EhBlockList *self)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const EhBlock *block = eh_guidance_doc_get_block (self->doc, eh_block_row_get_id (value));

    if (block == NULL || !eh_block_row_fits (value, block))
      g_ptr_array_add (gone, value);
  }
  for (guint i = 0; i < gone->len; i++)
    drop_row (self, gone->pdata[i]);
}

/* The row stays the same widget, with its caret. */
static void
move_row (EhBlockList *self, EhBlockRow *row, int index)
{
  gboolean selected = row == selected_row (self);
  EhBlockText *text = eh_block_row_get_text_at_hand (row);
  GtkWidget *focus = text != NULL ? eh_block_text_get_view (text) : NULL;

  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), index);
  if (selected)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  g_object_unref (row);
}

typedef struct {
  gint64 until;    /* monotonic time */
  guint at_once;   /* rows to build whatever the time */
  EhId not_before; /* and all up to this one */
} Budget;

static gboolean
may_build (Budget *budget)
{
  if (budget->not_before != EH_ID_NONE)
    return TRUE;
  if (budget->at_once > 0) {
    budget->at_once--;
    return TRUE;
  }
  return g_get_monotonic_time () < budget->until;
}

/* Goes through the document once: what is there goes to its place, what is not is built while there
 * is time. Returns whether all of it is there. */
static gboolean
put_in_order (EhBlockList *self, Budget budget, gboolean show_all)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);
  gboolean whole = TRUE;
  guint number = 0;
  int index = 0;

  for (guint i = 0; i < blocks->len; i++) {
    const EhBlock *block = blocks->pdata[i];
    EhBlockRow *row = row_of (self, block->id);

    number += block->kind == EH_BLOCK_KIND_RECOMMENDATION;
    if (row == NULL && !may_build (&budget)) {
      whole = FALSE;
      continue;
    }
    if (row == NULL)
      add_row (self, block, index, number);
    else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != index)
      move_row (self, row, index);
    if (row != NULL && show_all && eh_block_row_update (row, block, number))
      eh_block_sight_measure (self->sight, row);
    if (block->id == budget.not_before)
      budget.not_before = EH_ID_NONE;
    index++;
  }
  return whole;
}

static void
go_to_wanted (EhBlockList *self)
{
  EhCaret wanted = self->wanted;

  self->wanted = (EhCaret){ EH_ID_NONE, -1 };
  if (wanted.block_id != EH_ID_NONE)
    eh_block_list_go_to (self, wanted);
}

static gboolean
idle_cb (gpointer data)
{
  EhBlockList *self = data;
  Budget budget = { g_get_monotonic_time () + SLICE_US, 1, EH_ID_NONE };

  self->whole = put_in_order (self, budget, FALSE);
  if (!self->whole)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
build_rest (EhBlockList *self)
{
  if (!self->whole && self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
doc_changed_cb (EhGuidanceDoc *doc, EhBlockList *self)
{
  Budget budget = { 0, FIRST_ROWS, EH_ID_NONE };
  EhBlockRow *selected = selected_row (self);
  EhId id = selected != NULL ? eh_block_row_get_id (selected) : EH_ID_NONE;
  gboolean had_focus = selected != NULL &&
                       gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;

  drop_gone (self);
  self->whole = put_in_order (self, budget, TRUE);
  build_rest (self);
  eh_block_range_mark (self->range);
  if (self->wanted.block_id != EH_ID_NONE)
    go_to_wanted (self);
  else if (id != EH_ID_NONE && selected_row (self) == NULL && row_of (self, id) != NULL)
    eh_block_list_go_to (self, (EhCaret){ id, had_focus ? -1 : -3 });
}

/* Names are hidden now, or no more. */
static void
room_display_cb (EhBlockList *self)
{
  GHashTableIter iter;
  gpointer row;

  if (eh_workspace_get_store (eh_guidance_doc_get_workspace (self->doc)) == NULL)
    return;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    eh_block_row_refresh (row);
}

/* The keyboard in the words of a block means that block. */
static void
focus_moved_cb (GtkWidget *list, GParamSpec *pspec, EhBlockList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (child == NULL || !EH_IS_BLOCK_ROW (child))
    return;
  eh_block_sight_show (self->sight, EH_BLOCK_ROW (child));
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (child));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EhBlockList *self)
{
  GdkModifierType held = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL || !EH_IS_BLOCK_ROW (row))
    return FALSE;
  /* Somebody writes in one. */
  if (!gtk_widget_has_focus (row)) {
    eh_block_range_end (self->range);
    return FALSE;
  }
  if (eh_block_range_key (self->range, keyval, held))
    return TRUE;
  if (held == GDK_SHIFT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    return eh_block_range_begin (self->range, eh_block_row_get_id (EH_BLOCK_ROW (row)),
                                 keyval == GDK_KEY_Up ? -1 : 1);
  if (held == GDK_CONTROL_MASK && gdk_keyval_to_lower (keyval) == GDK_KEY_a)
    return eh_block_range_all (self->range);
  if (held == 0 && (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down))
    return go_page (self, EH_BLOCK_ROW (row), keyval == GDK_KEY_Page_Up ? -1 : 1);
  return held == 0 && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
         eh_block_row_write_at (EH_BLOCK_ROW (row), -1);
}

/* A click ends it; with Shift it reaches from the block at hand to there. */
static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, EhBlockList *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (click));
  GtkListBoxRow *under = gtk_list_box_get_row_at_y (self->list, (int) y);
  EhBlockRow *from = selected_row (self);

  if ((state & GDK_SHIFT_MASK) == 0 || under == NULL || from == NULL ||
      under == GTK_LIST_BOX_ROW (from)) {
    eh_block_range_end (self->range);
    return;
  }
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  eh_block_list_flush (self);
  eh_block_range_reach (self->range, eh_block_row_get_id (from),
                        eh_block_row_get_id (EH_BLOCK_ROW (under)));
}

static void
watch_range (EhBlockList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}

static void
shown_cb (EhBlockSight *sight, EhBlockRow *row, EhBlockList *self)
{
  g_signal_emit (self, signals[BUILT], 0, row);
}

static void
eh_block_list_init (EhBlockList *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->sight = eh_block_sight_new (self->list);
  g_signal_connect_object (self->sight, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "eh-document");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Parts of the guidance"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->list, "notify::focus-child", G_CALLBACK (focus_moved_cb), self,
                           G_CONNECT_DEFAULT);
  accept_drops (self);
  watch_range (self);
}

/**
 * eh_block_list_new:
 * @doc: the guidance
 * @menu: what can be done with a block, as actions of the page around it
 *
 * Returns: (transfer full): its blocks
 */
GtkWidget *
eh_block_list_new (EhGuidanceDoc *doc, GMenuModel *menu)
{
  EhBlockList *self = g_object_new (EH_TYPE_BLOCK_LIST, NULL);

  self->doc = g_object_ref (doc);
  self->range = eh_block_range_new (self, doc);
  self->handle = g_object_ref_sink (eh_block_handle_new (menu));
  g_signal_connect_object (doc, "changed", G_CALLBACK (doc_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (eh_guidance_doc_get_workspace (doc), "notify::room-display",
                           G_CALLBACK (room_display_cb), self, G_CONNECT_SWAPPED);
  doc_changed_cb (doc, self);
  return GTK_WIDGET (self);
}

/**
 * eh_block_list_get_selected:
 * @self: the blocks
 *
 * Returns: the block at hand; none for none
 */
EhId
eh_block_list_get_selected (EhBlockList *self)
{
  EhBlockRow *row = selected_row (self);

  return row != NULL ? eh_block_row_get_id (row) : EH_ID_NONE;
}

/**
 * eh_block_list_get_range:
 * @self: the blocks
 *
 * Returns: (transfer none): those of them that are at hand together
 */
EhBlockRange *
eh_block_list_get_range (EhBlockList *self)
{
  return self->range;
}

/**
 * eh_block_list_get_row:
 * @self: the blocks
 * @block_id: one of them
 *
 * Returns: (transfer none) (nullable): its row, if it is built
 */
EhBlockRow *
eh_block_list_get_row (EhBlockList *self, EhId block_id)
{
  return row_of (self, block_id);
}

/**
 * eh_block_list_measure_row:
 * @self: the blocks
 * @row: one of them that is not in sight, and may need another height: "built" tells when it can be
 *   shown what it is to show
 */
void
eh_block_list_measure_row (EhBlockList *self, EhBlockRow *row)
{
  eh_block_sight_measure (self->sight, row);
}

/**
 * eh_block_list_get_text_at_hand:
 * @self: the blocks
 *
 * Returns: (transfer none) (nullable): the words that have the keyboard; else those of the block at
 *   hand
 */
EhBlockText *
eh_block_list_get_text_at_hand (EhBlockList *self)
{
  EhBlockRow *row = selected_row (self);
  EhBlockText *text = row != NULL ? eh_block_row_get_text_at_hand (row) : NULL;

  if (text == NULL && row != NULL)
    text = eh_block_row_get_text (row);
  return text;
}

static EhBlockRow *
built_row (EhBlockList *self, EhId id)
{
  if (row_of (self, id) == NULL && eh_guidance_doc_get_block (self->doc, id) != NULL)
    self->whole = put_in_order (self, (Budget){ 0, 0, id }, FALSE);
  return row_of (self, id);
}

/**
 * eh_block_list_go_to:
 * @self: the blocks
 * @caret: a block, at once or as soon as it is there, and where in it
 */
void
eh_block_list_go_to (EhBlockList *self, EhCaret caret)
{
  EhBlockRow *row = built_row (self, caret.block_id);

  if (row == NULL) {
    self->wanted = caret;
    return;
  }
  eh_block_sight_show (self->sight, row);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  if (caret.offset == -3)
    return;
  if (caret.offset == -2 || !eh_block_row_write_at (row, caret.offset))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * eh_block_list_bring_up:
 * @self: the blocks
 * @block_id: one of them
 *
 * Scrolls so that it is near the top of what is seen, with what follows under it.
 */
void
eh_block_list_bring_up (EhBlockList *self, EhId block_id)
{
  EhBlockRow *row = built_row (self, block_id);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (row == NULL || viewport == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), gtk_widget_get_first_child (viewport), &bounds))
    return;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                            bounds.origin.y - gtk_widget_get_height (viewport) / 8.0);
}

/**
 * eh_block_list_show_words:
 * @self: the blocks
 * @block_id: one of them
 * @detail: whether its second words are meant
 * @from: first character that is meant
 * @to: one past the last
 *
 * Selects words, and brings them into sight without taking the keyboard.
 */
void
eh_block_list_show_words (EhBlockList *self, EhId block_id, gboolean detail, int from, int to)
{
  EhBlockRow *row = built_row (self, block_id);
  EhBlockText *text = row != NULL ? eh_block_row_get_text (row) : NULL;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (text == NULL)
    return;
  eh_block_sight_show (self->sight, row);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  if (detail)
    for (GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (text)); next != NULL;
         next = gtk_widget_get_next_sibling (next))
      if (EH_IS_BLOCK_TEXT (next))
        text = EH_BLOCK_TEXT (next);
  eh_block_text_select (text, from, to);
  if (viewport == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), gtk_widget_get_first_child (viewport), &bounds))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/**
 * eh_block_list_flush:
 * @self: the blocks
 *
 * Keeps now what was typed and not kept yet.
 */
void
eh_block_list_flush (EhBlockList *self)
{
  EhBlockText *text = eh_block_list_get_text_at_hand (self);

  if (text != NULL)
    eh_block_text_flush (text);
}

/**
 * eh_block_list_is_whole:
 * @self: the blocks
 *
 * Returns: whether all rows are built
 */
gboolean
eh_block_list_is_whole (EhBlockList *self)
{
  return self->whole;
}
