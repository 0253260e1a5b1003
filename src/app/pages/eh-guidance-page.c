/* Guidance: the document that the team writes, part by part, each resting on insights. The outline
 * before it, what belongs to the part at hand beside it, and the ways out of the program through
 * the gate. */

#include "eh-guidance-page.h"

#include "eh-block-list.h"
#include "eh-block-range.h"
#include "eh-dataset-watch.h"
#include "eh-fields.h"
#include "eh-find-bar.h"
#include "eh-guidance-export.h"
#include "eh-guidance-side.h"
#include "eh-guidance-start.h"
#include "eh-map-data.h"
#include "eh-marks-bar.h"
#include "eh-outline.h"
#include "eh-page.h"
#include "eh-pages-pane.h"
#include "eh-sentence.h"
#include "eh-split.h"
#include "eh-text.h"
#include "eh-workspace.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Beside the document. */
#define WIDE_PX   18
#define NARROW_PX 6

struct _EhGuidancePage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhDatasetWatch *watch; /* the workspace's */
  EhGuidanceDoc *doc;
  GSimpleActionGroup *actions;
  GCancellable *counting; /* whose voice is in it */
  gboolean beginning;     /* a worker makes the first words */

  GtkStack *stack;
  GtkButton *start_full;
  GtkButton *start_blank;
  EhSplit *split;
  GtkWidget *column; /* all of the document */
  GtkWidget *title_box;
  GtkWidget *subtitle_box;
  EhBlockText *title;
  EhBlockText *subtitle;
  GtkLabel *balance;
  EhMarksBar *marks;
  GtkDropDown *documents;
  GtkBox *find_box;
  GtkBox *blocks_box;
  GtkWidget *outline_box;
  GtkToggleButton *outline_button;
  GMenuModel *block_menu;
  EhBlockList *blocks;
  EhFindBar *find;
  EhOutline *outline;
  GtkWidget *side_button;
  GtkWidget *back_button;
  EhGuidanceSide *side;
  EhPagesPane *pages; /* the full view */
  gboolean listing;   /* documents */
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void eh_guidance_page_iface_init (EhPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EhGuidancePage,
                               eh_guidance_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, eh_guidance_page_iface_init))

/* ---- Showing ---- */

/* One document needs no choosing. */
static void
list_documents (EhGuidancePage *self, const EhGuidance *guidance)
{
  GPtrArray *all = eh_guidance_doc_get_all (self->doc);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < all->len; i++) {
    const EhGuidance *one = all->pdata[i];

    gtk_string_list_append (titles,
                            eh_text_is_blank (one->title) ? _ ("No title yet") : one->title);
    if (one->id == guidance->id)
      chosen = i;
  }
  self->listing = TRUE;
  gtk_drop_down_set_model (self->documents, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->documents, chosen);
  self->listing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->documents), all->len > 1);
}

static void
show (EhGuidancePage *self)
{
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (self->doc);

  if (guidance == NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty"))
    gtk_stack_set_visible_child_name (self->stack, "document");
  if (guidance == NULL)
    return;
  eh_block_text_set_text (self->title, self->workspace, guidance->title);
  eh_block_text_set_text (self->subtitle, self->workspace, guidance->subtitle);
  list_documents (self, guidance);
  eh_marks_bar_set_guidance (self->marks, guidance->id);
}

/* ---- What to look at again ---- */

static void
show_marks_of (EhGuidancePage *self, EhBlockRow *row)
{
  g_autoptr (GPtrArray) marks = eh_marks_bar_marks_of (self->marks, eh_block_row_get_id (row));

  eh_block_marks_show (eh_block_row_get_marks (row), marks);
  eh_block_row_set_figure_words (row,
                                 eh_marks_bar_words_of (self->marks, eh_block_row_get_id (row)));
}

static void
show_marks (EhGuidancePage *self)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);

  for (guint i = 0; i < blocks->len; i++) {
    EhBlockRow *row = eh_block_list_get_row (self->blocks, eh_row_id (blocks->pdata[i]));

    if (row == NULL)
      continue;
    if (eh_block_row_get_state (row) == EH_ROOM_SHOWN)
      show_marks_of (self, row);
    else if (eh_block_marks_get_n (eh_block_row_get_marks (row)) !=
             eh_marks_bar_n_of (self->marks, eh_block_row_get_id (row)))
      eh_block_list_measure_row (self->blocks, row);
  }
}

static void
built_cb (EhBlockList *blocks, EhBlockRow *row, EhGuidancePage *self)
{
  show_marks_of (self, row);
}

static void
step_marks (EhGuidancePage *self, int by)
{
  const EhDocumentMark *mark = eh_guidance_doc_get_guidance (self->doc) != NULL
                                   ? eh_marks_bar_step (self->marks, by)
                                   : NULL;
  EhBlockRow *row;

  if (mark == NULL)
    return;
  eh_split_set_show_content (self->split, TRUE);
  eh_block_list_go_to (self->blocks, (EhCaret){ mark->block_id, -3 });
  row = eh_block_list_get_row (self->blocks, mark->block_id);
  if (row != NULL)
    eh_block_marks_go_to (eh_block_row_get_marks (row), mark->looked_at);
}

static void
next_mark_cb (EhGuidancePage *self)
{
  step_marks (self, 1);
}

static void
step_mark_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_marks (data, g_variant_get_int32 (parameter));
}

static void
document_cb (GtkDropDown *documents, GParamSpec *pspec, EhGuidancePage *self)
{
  GPtrArray *all = eh_guidance_doc_get_all (self->doc);
  guint selected = gtk_drop_down_get_selected (documents);

  if (!self->listing && selected < all->len)
    eh_guidance_doc_choose (self->doc, eh_row_id (all->pdata[selected]));
}

static void
selected_cb (EhBlockList *blocks, gint64 block_id, EhGuidancePage *self)
{
  const EhBlock *block = eh_guidance_doc_get_block (self->doc, block_id);

  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "about")),
      block != NULL &&
          (block->kind == EH_BLOCK_KIND_HEADING || block->kind == EH_BLOCK_KIND_RECOMMENDATION));
  eh_guidance_side_set_block (self->side, block_id);
  eh_pages_pane_set_block (self->pages, block_id);
  if (block_id != EH_ID_NONE)
    eh_outline_show_block (self->outline, block_id);
}

static void
go_to (EhGuidancePage *self, EhId block_id)
{
  eh_split_set_show_content (self->split, TRUE);
  eh_block_list_go_to (self->blocks, (EhCaret){ block_id, -2 });
  eh_block_list_bring_up (self->blocks, block_id);
}

static void
chosen_cb (GtkWidget *widget, gint64 block_id, EhGuidancePage *self)
{
  go_to (self, block_id);
}

static void
title_changed_cb (EhBlockText *text, EhGuidancePage *self)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_copy (eh_guidance_doc_get_guidance (self->doc));
  g_autofree char *words = eh_block_text_get_text (text);
  gboolean is_title = text == self->title;

  if (guidance == NULL || !eh_set_str (is_title ? &guidance->title : &guidance->subtitle, words))
    return;
  eh_workspace_put (self->workspace, &eh_guidance_row_type, guidance,
                    _ ("Changed the guidance’s title"),
                    is_title ? "guidance title" : "guidance subtitle");
}

/* ---- Whose voice is in it ---- */

static void
balance_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhGuidancePage) self = data;
  g_autoptr (EhMapData) numbers = eh_map_data_new_finish (result, NULL);
  g_autofree char *says = NULL;

  if (numbers == NULL || self->workspace == NULL)
    return;
  says = eh_sentence_balance_headline (numbers->balance);
  gtk_label_set_label (self->balance, says);
  gtk_widget_set_visible (GTK_WIDGET (self->balance), !eh_text_is_blank (says));
}

static void
loaded_cb (EhDatasetWatch *watch, EhGuidancePage *self)
{
  const EhMapChoice choice = { .chart = EH_MAP_CHART_BALANCE, .audience = EH_AUDIENCE_TEAM };

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  eh_map_data_new_async (eh_dataset_watch_get_lean (watch), &choice, self->counting, balance_cb,
                         g_object_ref (self));
}

/* ---- Actions ---- */

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhGuidancePage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean ok = eh_guidance_start_finish (result, &error);

  self->beginning = FALSE;
  if (!ok && self->workspace != NULL)
    eh_workspace_report_error (self->workspace, error);
}

static void
start_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  if (self->beginning)
    return;
  self->beginning = TRUE;
  eh_guidance_start_async (self->workspace,
                           g_str_equal (g_variant_get_string (parameter, NULL), "blank"), begun_cb,
                           g_object_ref (self));
}

static void
after_step (EhGuidancePage *self, EhCaret caret)
{
  if (caret.block_id != EH_ID_NONE)
    eh_block_list_go_to (self->blocks, caret);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  eh_block_list_flush (self->blocks);
  if (eh_guidance_doc_get_guidance (self->doc) != NULL)
    after_step (self, eh_guidance_add (self->doc, g_variant_get_string (parameter, NULL),
                                       eh_block_list_get_selected (self->blocks)));
}

static void
turn_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  eh_block_list_flush (self->blocks);
  after_step (self, eh_guidance_turn (self->doc, eh_block_list_get_selected (self->blocks),
                                      g_variant_get_string (parameter, NULL)));
}

/* Whoever writes goes on writing where they were. */
static void
move (EhGuidancePage *self, int by)
{
  EhId id = eh_block_list_get_selected (self->blocks);
  EhBlockRow *row = eh_block_list_get_row (self->blocks, id);
  gboolean writes = row != NULL && eh_block_row_get_text_at_hand (row) != NULL;
  EhCaret caret;

  eh_block_list_flush (self->blocks);
  if (id == EH_ID_NONE || eh_block_range_move (eh_block_list_get_range (self->blocks), by))
    return;
  caret = eh_guidance_move (self->doc, id, by);
  if (!writes)
    after_step (self, caret);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, 1);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;
  EhId id = eh_block_list_get_selected (self->blocks);

  if (id == EH_ID_NONE || eh_block_range_remove (eh_block_list_get_range (self->blocks)))
    return;
  eh_block_list_flush (self->blocks);
  after_step (self, eh_guidance_remove (self->doc, id));
  if (eh_guidance_doc_get_block (self->doc, id) == NULL)
    eh_workspace_toast (self->workspace, _ ("Part removed"), TRUE);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;
  EhBlockRow *row = eh_block_list_get_row (self->blocks, eh_block_list_get_selected (self->blocks));

  eh_block_list_flush (self->blocks);
  if (row != NULL)
    eh_block_row_ask_about (row);
}

static void
style_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;
  EhBlockText *text = eh_block_list_get_text_at_hand (self->blocks);
  const char *style = g_variant_get_string (parameter, NULL);

  if (text == NULL)
    return;
  if (g_str_equal (style, "link"))
    eh_block_text_ask_link (text);
  else if (g_str_equal (style, "citation"))
    eh_block_text_ask_citation (text, self->workspace);
  else
    eh_block_text_toggle (text,
                          g_str_equal (style, "strong") ? EH_MARKUP_STRONG : EH_MARKUP_EMPHASIS);
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  if (eh_guidance_doc_get_guidance (self->doc) == NULL)
    return;
  eh_split_set_show_content (self->split, TRUE);
  eh_find_bar_open (self->find, g_str_equal (g_variant_get_string (parameter, NULL), "replace"));
}

static void
side_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  eh_block_list_flush (self->blocks);
  eh_split_set_show_content (self->split, FALSE);
  eh_guidance_side_show (self->side, g_variant_get_string (parameter, NULL), TRUE);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  eh_split_set_show_content (self->split, TRUE);
}

static void
pages_full_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  gtk_stack_set_visible_child_name (self->stack, "pages");
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
pages_back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;
  EhId id = eh_block_list_get_selected (self->blocks);

  gtk_stack_set_visible_child_name (self->stack, "document");
  if (id != EH_ID_NONE)
    eh_block_list_go_to (self->blocks, (EhCaret){ id, -1 });
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  eh_guidance_export (self->doc, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                      g_variant_get_string (parameter, NULL));
}

/* ---- Page ---- */

static void
focus_search (EhPage *page)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (page);

  if (eh_guidance_doc_get_guidance (self->doc) != NULL)
    eh_find_bar_open (self->find, FALSE);
}

static void
show_item (EhPage *page, EhId id)
{
  go_to (EH_GUIDANCE_PAGE (page), id);
}

/* The first recommendation that rests on nothing. */
static void
show_filter (EhPage *page, const char *filter)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (page);
  GPtrArray *blocks = eh_guidance_doc_get_blocks (self->doc);

  for (guint i = 0; i < blocks->len; i++) {
    const EhBlock *block = blocks->pdata[i];
    const EhBehind *behind = eh_guidance_doc_get_behind (self->doc, block->id);

    if (block->kind == EH_BLOCK_KIND_RECOMMENDATION && (behind == NULL || behind->supports == 0)) {
      go_to (self, block->id);
      return;
    }
  }
}

static void
eh_guidance_page_iface_init (EhPageInterface *iface)
{
  iface->focus_search = focus_search;
  iface->show_item = show_item;
  iface->show_filter = show_filter;
}

static void
flush_cb (EhWorkspace *workspace, EhGuidancePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *text = focus != NULL ? gtk_widget_get_ancestor (focus, EH_TYPE_BLOCK_TEXT) : NULL;

  if (text != NULL && gtk_widget_is_ancestor (text, GTK_WIDGET (self)))
    eh_block_text_flush (EH_BLOCK_TEXT (text));
}

/* Where there is room for one pane alone, the outline is among those beside the text. */
static void
folded_cb (EhGuidancePage *self)
{
  gboolean folded = eh_split_get_folded (self->split);

  gtk_widget_set_visible (self->side_button, folded);
  gtk_widget_set_margin_start (self->column, folded ? NARROW_PX : WIDE_PX);
  gtk_widget_set_margin_end (self->column, folded ? NARROW_PX : WIDE_PX);
  gtk_widget_set_visible (self->back_button, folded);
  gtk_widget_set_visible (GTK_WIDGET (self->outline_button), !folded);
  gtk_widget_set_visible (self->outline_box,
                          !folded && gtk_toggle_button_get_active (self->outline_button));
}

static void
eh_guidance_page_map (GtkWidget *widget)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (widget);

  GTK_WIDGET_CLASS (eh_guidance_page_parent_class)->map (widget);
  eh_dataset_watch_want (self->watch);
}

static void
add_actions (EhGuidancePage *self)
{
  const GActionEntry entries[] = {
    { "start", start_cb, "s", NULL, NULL },
    { "add", add_cb, "s", NULL, NULL },
    { "turn", turn_cb, "s", NULL, NULL },
    { "style", style_cb, "s", NULL, NULL },
    { "about", about_cb, NULL, NULL, NULL },
    { "move-up", move_up_cb, NULL, NULL, NULL },
    { "move-down", move_down_cb, NULL, NULL, NULL },
    { "remove", remove_cb, NULL, NULL, NULL },
    { "find", find_cb, "s", NULL, NULL },
    { "side", side_cb, "s", NULL, NULL },
    { "back", back_cb, NULL, NULL, NULL },
    { "export", export_cb, "s", NULL, NULL },
    { "step-mark", step_mark_cb, "i", NULL, NULL },
    { "pages-full", pages_full_cb, NULL, NULL, NULL },
    { "pages-back", pages_back_cb, NULL, NULL, NULL },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "guidance", G_ACTION_GROUP (self->actions));
}

static void
add_parts (EhGuidancePage *self)
{
  self->blocks = EH_BLOCK_LIST (eh_block_list_new (self->doc, self->block_menu));
  gtk_box_append (self->blocks_box, GTK_WIDGET (self->blocks));
  self->find = EH_FIND_BAR (eh_find_bar_new (self->doc, self->blocks));
  gtk_box_append (self->find_box, GTK_WIDGET (self->find));
  eh_outline_set_doc (self->outline, self->doc);
  eh_guidance_side_set_doc (self->side, self->doc);
  self->pages = EH_PAGES_PANE (eh_pages_pane_new (TRUE));
  eh_pages_pane_set_doc (self->pages, self->doc);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pages), "pages");
  g_signal_connect_object (self->blocks, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->blocks, "built", G_CALLBACK (built_cb), self, G_CONNECT_DEFAULT);
  eh_marks_bar_set_workspace (self->marks, self->workspace);
  g_signal_connect_object (self->marks, "looked", G_CALLBACK (show_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "next", G_CALLBACK (next_mark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->side, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_DEFAULT);
}

static void
eh_guidance_page_constructed (GObject *object)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (object);

  G_OBJECT_CLASS (eh_guidance_page_parent_class)->constructed (object);
  self->watch = eh_dataset_watch_of (self->workspace);
  self->doc = eh_guidance_doc_new (self->workspace);
  add_actions (self);
  add_parts (self);
  g_signal_connect_object (self->doc, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->workspace, "flush", G_CALLBACK (flush_cb), self,
                           G_CONNECT_DEFAULT);
  show (self);
  if (eh_dataset_watch_get_lean (self->watch) != NULL)
    loaded_cb (self->watch, self);
}

static void
eh_guidance_page_dispose (GObject *object)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->actions);
  g_clear_object (&self->doc);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_guidance_page_parent_class)->dispose (object);
}

static void
eh_guidance_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_GUIDANCE_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    GdkModifierType held;
    const char *action;
    const char *target;
  } keys[] = {
    { GDK_KEY_Return, GDK_CONTROL_MASK, "guidance.add", "paragraph" },
    { GDK_KEY_r, GDK_CONTROL_MASK, "guidance.add", "recommendation" },
    { GDK_KEY_h, GDK_CONTROL_MASK, "guidance.find", "replace" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "guidance.side", "evidence" },
    { GDK_KEY_m, GDK_CONTROL_MASK, "guidance.side", "comments" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "guidance.side", "pages" },
  };

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "guidance.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "guidance.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "guidance.step-mark", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "guidance.step-mark", "i", -1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].held, keys[i].action,
                                         "s", keys[i].target);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, name)

static void
eh_guidance_page_class_init (EhGuidancePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_guidance_page_constructed;
  object_class->dispose = eh_guidance_page_dispose;
  object_class->set_property = eh_guidance_page_set_property;
  widget_class->map = eh_guidance_page_map;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_SPLIT);
  g_type_ensure (EH_TYPE_OUTLINE);
  g_type_ensure (EH_TYPE_MARKS_BAR);
  g_type_ensure (EH_TYPE_GUIDANCE_SIDE);
  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-guidance-page.ui");
  BIND (stack);
  BIND (start_full);
  BIND (start_blank);
  BIND (split);
  BIND (column);
  BIND (title_box);
  BIND (subtitle_box);
  BIND (balance);
  BIND (marks);
  BIND (documents);
  BIND (find_box);
  BIND (blocks_box);
  BIND (block_menu);
  BIND (outline_box);
  BIND (outline_button);
  BIND (outline);
  BIND (side_button);
  BIND (back_button);
  BIND (side);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static EhBlockText *
add_title (EhGuidancePage *self, GtkWidget *box, const char *name, const char *css_class)
{
  GtkWidget *text = eh_block_text_new (name, name);

  gtk_widget_add_css_class (text, css_class);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  g_signal_connect_object (text, "changed", G_CALLBACK (title_changed_cb), self, G_CONNECT_DEFAULT);
  return EH_BLOCK_TEXT (text);
}

static void
eh_guidance_page_init (EhGuidancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  eh_fields_wrap_button (self->start_full);
  eh_fields_wrap_button (self->start_blank);
  self->title = add_title (self, self->title_box, _ ("Title of the guidance"), "eh-heading-1");
  self->subtitle = add_title (self, self->subtitle_box, _ ("A plain line under the title"),
                              "eh-subtitle");
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline_button, "toggled", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->documents, "notify::selected", G_CALLBACK (document_cb), self,
                           G_CONNECT_DEFAULT);
  folded_cb (self);
}
