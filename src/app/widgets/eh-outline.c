/* The headings of a guidance. Each leads to its section; Alt and an arrow, or dragging, moves the
 * whole section. */

#include "eh-outline.h"

#include "eh-drop-line.h"
#include "eh-markup.h"
#include "eh-section.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define INSET_PX 14

struct _EhOutline {
  GtkWidget parent_instance;

  EhGuidanceDoc *doc;
  GtkWidget *scroll;
  GtkListBox *list;
  GtkWidget *none;
  char *shown; /* (nullable): what the list was made of */
};

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhOutline, eh_outline, GTK_TYPE_WIDGET)

static void
eh_outline_dispose (GObject *object)
{
  EhOutline *self = EH_OUTLINE (object);

  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_outline_parent_class)->dispose (object);
}

static void
eh_outline_class_init (EhOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_outline_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhOutline::chosen:
   * @block_id: the heading that somebody wants to go to
   */
  signals[CHOSEN] = g_signal_new ("chosen", EH_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static EhId
id_of (gpointer row)
{
  const EhId *id = row != NULL ? g_object_get_data (row, "block-id") : NULL;

  return id != NULL ? *id : EH_ID_NONE;
}

static GtkListBoxRow *
row_of (EhOutline *self, EhId id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (id_of (row) == id)
      return row;
  return NULL;
}

/* ---- Moving sections ---- */

static guint
section_before (GPtrArray *blocks, guint index)
{
  gint64 level = ((EhBlock *) blocks->pdata[index])->level;

  for (guint i = index; i > 0; i--) {
    const EhBlock *block = blocks->pdata[i - 1];

    if (block->kind == EH_BLOCK_KIND_HEADING && block->level <= level)
      return i - 1;
  }
  return G_MAXUINT;
}

/**
 * eh_outline_get_moved_before:
 * @blocks: (element-type EhBlock): the blocks of a document
 * @index: a heading among them
 * @by: -1 for up, 1 for down
 *
 * Returns: the block before which its section comes when it changes places with the one beside it;
 *   none for the end; the heading itself when it stays
 */
EhId
eh_outline_get_moved_before (GPtrArray *blocks, guint index, int by)
{
  EhId stays = eh_row_id (blocks->pdata[index]);
  guint end = eh_section_end (blocks, index);
  guint before;

  if (by < 0) {
    before = section_before (blocks, index);
    return before != G_MAXUINT ? eh_row_id (blocks->pdata[before]) : stays;
  }
  if (end >= blocks->len)
    return stays;
  end = eh_section_end (blocks, end);
  return end < blocks->len ? eh_row_id (blocks->pdata[end]) : EH_ID_NONE;
}

static void
move (EhOutline *self, int by)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);
  EhId id = id_of (gtk_list_box_get_selected_row (self->list));
  guint index = eh_guidance_doc_index_of (self->doc, id);
  EhId before = index != G_MAXUINT ? eh_outline_get_moved_before (blocks, index, by) : id;
  GtkListBoxRow *row;

  if (index == G_MAXUINT || before == id)
    return;
  eh_guidance_move_before (self->doc, id, before);
  row = row_of (self, id);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EhOutline *self)
{
  if ((state & GDK_ALT_MASK) == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return FALSE;
  move (self, keyval == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, EhOutline *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  return row != NULL ? gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row) : NULL;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, EhOutline *self)
{
  gboolean below = FALSE;
  GtkListBoxRow *under = eh_drop_line_row_at (self->list, y, &below);
  EhId moved = id_of (g_value_get_object (value));
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);
  EhId before = id_of (under);
  guint index = eh_guidance_doc_index_of (self->doc, moved);

  if (under == NULL || index == G_MAXUINT || moved == before)
    return FALSE;
  if (below) {
    guint end = eh_section_end (blocks, eh_guidance_doc_index_of (self->doc, before));

    before = end < blocks->len ? eh_row_id (blocks->pdata[end]) : EH_ID_NONE;
  }
  if (moved == before)
    return FALSE;
  eh_guidance_move_before (self->doc, moved, before);
  return TRUE;
}

/* ---- The list ---- */

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, EhOutline *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, id_of (row));
}

static void
add_heading (EhOutline *self, const EhBlock *block)
{
  g_autofree char *plain = eh_markup_plain (block->text);
  g_autofree char *words = eh_workspace_hide_names (eh_guidance_doc_get_workspace (self->doc),
                                                    plain);
  const char *says = eh_text_is_blank (words) ? _ ("Heading without words") : words;
  GtkWidget *label = gtk_label_new (says);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *level = g_strdup_printf ("%d", (int) MAX (block->level, 1));
  g_autofree char *name = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, INSET_PX * ((int) CLAMP (block->level, 1, 4) - 1));
  if (block->level <= 1)
    gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "block-id", g_memdup2 (&block->id, sizeof block->id),
                          g_free);
  /* TRANSLATORS: a heading of a document and its level, for whoever hears it */
  name = g_strdup_printf (_ ("%1$s, level %2$s"), says, level);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

/* What the list depends on: nothing is built anew while somebody types a paragraph. */
static char *
content_of (EhOutline *self)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);
  GString *content = g_string_new (
      eh_workspace_get_room_display (eh_guidance_doc_get_workspace (self->doc)) ? "hidden\n" : "");

  for (guint i = 0; i < blocks->len; i++) {
    const EhBlock *block = blocks->pdata[i];

    if (block->kind == EH_BLOCK_KIND_HEADING)
      g_string_append_printf (content, "%" EH_ID_FORMAT " %d %s\n", block->id, (int) block->level,
                              block->text);
  }
  return g_string_free (content, FALSE);
}

static void
show (EhOutline *self)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);
  EhId selected = id_of (gtk_list_box_get_selected_row (self->list));
  g_autofree char *content = content_of (self);
  GtkWidget *child;

  if (!eh_set_str (&self->shown, content))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL &&
         GTK_IS_LIST_BOX_ROW (child))
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < blocks->len; i++)
    if (((EhBlock *) blocks->pdata[i])->kind == EH_BLOCK_KIND_HEADING)
      add_heading (self, blocks->pdata[i]);
  if (selected != EH_ID_NONE && row_of (self, selected) != NULL)
    gtk_list_box_select_row (self->list, row_of (self, selected));
}

static void
set_up_dragging (EhOutline *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));
  eh_drop_line_watch (self->list, target);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

static void
eh_outline_init (EhOutline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Outline"), -1);
  self->none = gtk_label_new (_ ("Headings of the document are listed here."));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_widget_add_css_class (self->none, "eh-note");
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  gtk_widget_set_valign (self->none, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->none, 12);
  gtk_widget_set_margin_start (self->none, 12);
  gtk_widget_set_margin_end (self->none, 12);
  gtk_list_box_set_placeholder (self->list, self->none);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  set_up_dragging (self);
}

/**
 * eh_outline_new:
 *
 * Returns: (transfer full): an outline of nothing
 */
GtkWidget *
eh_outline_new (void)
{
  return g_object_new (EH_TYPE_OUTLINE, NULL);
}

/**
 * eh_outline_set_doc:
 * @self: an outline
 * @doc: the guidance
 */
void
eh_outline_set_doc (EhOutline *self, EhGuidanceDoc *doc)
{
  g_return_if_fail (self->doc == NULL);
  self->doc = g_object_ref (doc);
  g_signal_connect_object (doc, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (eh_guidance_doc_get_workspace (doc), "notify::room-display",
                           G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

/**
 * eh_outline_show_block:
 * @self: an outline
 * @block_id: the block at hand, whose section is to stand out
 */
void
eh_outline_show_block (EhOutline *self, EhId block_id)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);
  guint index = eh_guidance_doc_index_of (self->doc, block_id);
  guint heading = index != G_MAXUINT ? eh_section_of (blocks, index) : G_MAXUINT;
  GtkListBoxRow *row = heading != G_MAXUINT ? row_of (self, eh_row_id (blocks->pdata[heading]))
                                            : NULL;

  gtk_list_box_select_row (self->list, row);
}
