/* Guidance: the document that the team writes, part by part, each resting on insights, and the ways
 * out of the program through the gate. */

#include "eh-guidance-page.h"

#include "eh-block-row.h"
#include "eh-block-text.h"
#include "eh-compat.h"
#include "eh-dataset-watch.h"
#include "eh-evidence-pane.h"
#include "eh-guidance-edit.h"
#include "eh-job-document.h"
#include "eh-map-data.h"
#include "eh-marks-bar.h"
#include "eh-page.h"
#include "eh-participant.h"
#include "eh-reader.h"
#include "eh-sentence.h"
#include "eh-split.h"
#include "eh-text.h"
#include "eh-workspace.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EhGuidancePage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhDatasetWatch *watch; /* the workspace's */
  EhGuidance *guidance;  /* (nullable): the newest */
  EhId wanted;           /* block to go to as soon as it is listed */
  gboolean write_in_it;  /* and whether to put the keyboard into its words */
  GSimpleActionGroup *actions;
  GCancellable *counting; /* whose voice is in it */
  gboolean beginning;     /* a worker makes the first words */

  GtkStack *stack;
  EhSplit *split;
  GtkWidget *title_box;
  GtkWidget *subtitle_box;
  EhBlockText *title;
  EhBlockText *subtitle;
  GtkLabel *balance;
  EhMarksBar *marks;
  GtkListBox *blocks;
  GtkWidget *scroll;
  GtkWidget *evidence_button;
  GtkWidget *back_button;
  EhEvidencePane *evidence;
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

static EhStore *
store_of (EhGuidancePage *self)
{
  return eh_workspace_get_store (self->workspace);
}

static void
report (EhGuidancePage *self, gboolean ok, const GError *error)
{
  if (!ok)
    eh_workspace_report_error (self->workspace, error);
}

/* ---- The parts ---- */

static EhBlockRow *
row_at (EhGuidancePage *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->blocks, index);

  return row != NULL ? EH_BLOCK_ROW (row) : NULL;
}

static EhBlockRow *
row_of (EhGuidancePage *self, EhId id)
{
  EhBlockRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (eh_block_row_get_id (row) == id)
      return row;
  return NULL;
}

static EhBlockRow *
selected_row (EhGuidancePage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->blocks);

  return row != NULL ? EH_BLOCK_ROW (row) : NULL;
}

static gboolean
is_among (GPtrArray *blocks, EhId id)
{
  for (guint i = 0; i < blocks->len; i++)
    if (eh_row_id (blocks->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

/* A row belongs to its block and to its kind of block: what a quotation shows depends on whether it
 * quotes an insight. */
static gboolean
fits (EhBlockRow *row, const EhBlock *block)
{
  const EhBlock *shown = eh_block_row_get_block (row);

  return shown->kind == block->kind && shown->level == block->level &&
         (shown->insight_id == EH_ID_NONE) == (block->insight_id == EH_ID_NONE);
}

static void
remove_gone (EhGuidancePage *self, GPtrArray *blocks)
{
  EhBlockRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL;)
    if (is_among (blocks, eh_block_row_get_id (row)))
      i++;
    else
      gtk_list_box_remove (self->blocks, GTK_WIDGET (row));
}

/* Rows keep their place and their keyboard where they can: only what is new, gone, moved or of
 * another kind is built. */
static void
list_blocks (EhGuidancePage *self)
{
  g_autoptr (GPtrArray) blocks = eh_reader_list_of (
      eh_workspace_get_db (self->workspace), &eh_block_row_type, "guidance_id", self->guidance->id);
  guint number = 0;

  remove_gone (self, blocks);
  for (guint i = 0; i < blocks->len; i++) {
    EhBlock *block = blocks->pdata[i];
    EhBlockRow *row = row_of (self, block->id);
    gboolean was_selected = row != NULL && row == selected_row (self);

    if (row != NULL &&
        (!fits (row, block) || gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != (int) i)) {
      gtk_list_box_remove (self->blocks, GTK_WIDGET (row));
      row = NULL;
    }
    if (row == NULL) {
      row = EH_BLOCK_ROW (eh_block_row_new (self->workspace, block));
      gtk_list_box_insert (self->blocks, GTK_WIDGET (row), (int) i);
    }
    number += block->kind == EH_BLOCK_KIND_RECOMMENDATION;
    eh_block_row_update (row, block, number);
    if (was_selected)
      gtk_list_box_select_row (self->blocks, GTK_LIST_BOX_ROW (row));
  }
}

/* ---- What to look at again ---- */

static void
show_marks (EhGuidancePage *self)
{
  EhBlockRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++) {
    g_autoptr (GPtrArray) marks = eh_marks_bar_marks_of (self->marks, eh_block_row_get_id (row));

    eh_block_marks_show (eh_block_row_get_marks (row), marks);
  }
}

static void
step_marks (EhGuidancePage *self, int by)
{
  const EhDocumentMark *mark = self->guidance != NULL ? eh_marks_bar_step (self->marks, by) : NULL;
  EhBlockRow *row = mark != NULL ? row_of (self, mark->block_id) : NULL;

  if (row == NULL)
    return;
  eh_split_set_show_content (self->split, TRUE);
  gtk_list_box_select_row (self->blocks, GTK_LIST_BOX_ROW (row));
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
go_to_wanted (EhGuidancePage *self)
{
  EhBlockRow *row = self->wanted != EH_ID_NONE ? row_of (self, self->wanted) : NULL;

  if (row == NULL)
    return;
  self->wanted = EH_ID_NONE;
  gtk_list_box_select_row (self->blocks, GTK_LIST_BOX_ROW (row));
  if (self->write_in_it)
    eh_block_row_focus (row);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static EhGuidance *
newest_guidance (EhGuidancePage *self)
{
  g_autoptr (GPtrArray) all = eh_reader_list (eh_workspace_get_db (self->workspace),
                                              &eh_guidance_row_type);

  return all->len > 0 ? eh_guidance_copy (all->pdata[all->len - 1]) : NULL;
}

static void
show (EhGuidancePage *self)
{
  g_clear_pointer (&self->guidance, eh_guidance_free);
  self->guidance = newest_guidance (self);
  gtk_stack_set_visible_child_name (self->stack, self->guidance != NULL ? "document" : "empty");
  if (self->guidance == NULL)
    return;
  eh_block_text_set_text (self->title, self->workspace, self->guidance->title);
  eh_block_text_set_text (self->subtitle, self->workspace, self->guidance->subtitle);
  list_blocks (self);
  eh_marks_bar_set_guidance (self->marks, self->guidance->id);
  show_marks (self);
  go_to_wanted (self);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhGuidancePage *self)
{
  gboolean document = eh_changes_touch (changes, &eh_guidance_row_type) ||
                      eh_changes_touch (changes, &eh_block_row_type);
  gboolean evidence = eh_changes_touch (changes, &eh_evidence_row_type) ||
                      eh_changes_touch (changes, &eh_insight_row_type) ||
                      eh_changes_touch (changes, &eh_participant_row_type);

  if (!document && !evidence)
    return;
  show (self);
  if (evidence)
    eh_evidence_pane_refresh (self->evidence);
}

static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, EhGuidancePage *self)
{
  eh_evidence_pane_set_block (self->evidence,
                              row != NULL ? eh_block_row_get_id (EH_BLOCK_ROW (row)) : EH_ID_NONE);
}

/* The keyboard in the words of a part means that part. */
static void
focus_moved_cb (GtkWidget *root, GParamSpec *pspec, EhGuidancePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (root));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, EH_TYPE_BLOCK_ROW) : NULL;

  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->blocks)))
    gtk_list_box_select_row (self->blocks, GTK_LIST_BOX_ROW (row));
}

static void
title_changed_cb (EhBlockText *text, EhGuidancePage *self)
{
  g_autofree char *words = eh_block_text_get_text (text);
  gboolean is_title = text == self->title;

  if (self->guidance == NULL ||
      !eh_set_str (is_title ? &self->guidance->title : &self->guidance->subtitle, words))
    return;
  eh_workspace_put (self->workspace, &eh_guidance_row_type, self->guidance,
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

/* A document that is about to begin: what its template makes of the project. */
typedef struct {
  char *path;
  gboolean blank;
  EhGuidance *guidance;
  GPtrArray *blocks;
} Beginning;

static void
beginning_free (Beginning *self)
{
  g_free (self->path);
  g_clear_pointer (&self->guidance, eh_guidance_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

static void
begin_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Beginning *beginning = data;
  GError *error = NULL;
  g_autoptr (EhDb) db = eh_reader_open (beginning->path, cancellable, &error);
  g_autoptr (EhDataset) dataset = db != NULL ? eh_reader_load_dataset (db, &error) : NULL;
  g_autoptr (EhPublicDataset) open = NULL;

  if (dataset == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_pointer (&db, eh_db_close);
  open = eh_disclosure_apply (dataset, NULL, NULL);
  beginning->guidance = eh_guidance_template_begin (open, "T1", g_get_real_time () / G_USEC_PER_SEC,
                                                    &beginning->blocks);
  if (beginning->blank) {
    eh_set_str (&beginning->guidance->template, "");
    g_ptr_array_set_size (beginning->blocks, 0);
  }
  g_task_return_boolean (task, TRUE);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhGuidancePage) self = data;
  const Beginning *beginning = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->beginning = FALSE;
  if (self->workspace == NULL)
    return;
  report (self,
          g_task_propagate_boolean (G_TASK (result), &error) &&
              eh_guidance_start (store_of (self), beginning->guidance, beginning->blocks, &error),
          error);
}

static void
start_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;
  g_autoptr (GTask) task = NULL;
  Beginning *beginning;

  if (self->beginning)
    return;
  self->beginning = TRUE;
  beginning = g_new0 (Beginning, 1);
  beginning->path = g_strdup (eh_store_get_path (store_of (self)));
  beginning->blank = g_str_equal (g_variant_get_string (parameter, NULL), "blank");
  task = g_task_new (NULL, NULL, begun_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_cb);
  g_task_set_task_data (task, beginning, (GDestroyNotify) beginning_free);
  g_task_run_in_thread (task, begin_in_thread);
}

/* "heading2", "chart:balance", "paragraph" */
static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), ":", 2);
  g_autoptr (EhBlock) draft = eh_block_new ();
  g_autoptr (GError) error = NULL;
  EhBlockRow *after = selected_row (self);
  int kind = EH_BLOCK_KIND_PARAGRAPH;

  if (g_str_has_prefix (parts[0], "heading")) {
    kind = EH_BLOCK_KIND_HEADING;
    draft->level = parts[0][strlen ("heading")] - '0';
  } else {
    eh_vocabulary_find (&eh_block_kind_vocabulary, parts[0], &kind);
  }
  draft->kind = (EhBlockKind) kind;
  draft->guidance_id = self->guidance->id;
  eh_set_str (&draft->source, parts[1] != NULL ? parts[1] : "");
  self->write_in_it = TRUE;
  self->wanted = eh_guidance_add_block (
      store_of (self), draft, after != NULL ? eh_block_row_get_id (after) : EH_ID_NONE, &error);
  report (self, self->wanted != EH_ID_NONE, error);
  go_to_wanted (self);
}

static void
move (EhGuidancePage *self, int by)
{
  EhBlockRow *row = selected_row (self);
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return;
  self->wanted = eh_block_row_get_id (row);
  self->write_in_it = FALSE;
  report (self, eh_guidance_move_block (store_of (self), self->wanted, by, &error), error);
  go_to_wanted (self);
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
  EhBlockRow *row = selected_row (self);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (row == NULL)
    return;
  ok = eh_guidance_remove_block (store_of (self), eh_block_row_get_id (row), &error);
  report (self, ok, error);
  if (ok)
    eh_workspace_toast (self->workspace, _ ("Part removed"), TRUE);
}

static void
evidence_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  eh_split_set_show_content (self->split, FALSE);
  eh_evidence_pane_focus_search (self->evidence);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;

  eh_split_set_show_content (self->split, TRUE);
}

/* ---- Export ---- */

/* What the gate left out or merged, for whoever is about to send it on. */
static void
say_what_was_withheld (EhGuidancePage *self, EhDisclosureReport *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; notes != NULL && i < notes->n_notes; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", notes->notes[i].text);
  if (text->len > 0)
    eh_workspace_set_problem (self->workspace, text->str);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhGuidancePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EhDisclosureReport) notes = NULL;
  gboolean ok = eh_job_export_document_finish (result, &notes, &error);

  if (self->workspace == NULL)
    return;
  report (self, ok, error);
  if (!ok)
    return;
  eh_workspace_toast (self->workspace, _ ("Guidance exported"), FALSE);
  say_what_was_withheld (self, notes);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhGuidancePage) self = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);

  if (file == NULL || self->workspace == NULL || self->guidance == NULL)
    return;
  eh_workspace_flush (self->workspace);
  eh_job_export_document_async (eh_store_get_path (store_of (self)), self->guidance->id, NULL, file,
                                NULL, exported_cb, g_object_ref (self));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EhGuidancePage *self = data;
  g_autofree char *slug = eh_text_slug (self->guidance->title);
  g_autofree char *name = g_strdup_printf ("%s.%s", slug, g_variant_get_string (parameter, NULL));

  eh_compat_save_file_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             _ ("Export the guidance"), name, NULL, NULL, NULL, file_chosen_cb,
                             g_object_ref (self));
}

/* ---- Page ---- */

static void
focus_search (EhPage *page)
{
  evidence_cb (NULL, NULL, page);
}

static void
show_item (EhPage *page, EhId id)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (page);

  self->wanted = id;
  self->write_in_it = FALSE;
  go_to_wanted (self);
}

/* The first recommendation that rests on nothing. */
static void
show_filter (EhPage *page, const char *filter)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (page);
  EhBlockRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++) {
    const EhBlock *block = eh_block_row_get_block (row);
    g_autoptr (GPtrArray) evidence = eh_reader_list_of (
        eh_workspace_get_db (self->workspace), &eh_evidence_row_type, "block_id", block->id);

    if (block->kind == EH_BLOCK_KIND_RECOMMENDATION && evidence->len == 0) {
      show_item (page, block->id);
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

static void
folded_cb (EhSplit *split, GParamSpec *pspec, EhGuidancePage *self)
{
  gboolean folded = eh_split_get_folded (split);

  gtk_widget_set_visible (self->evidence_button, folded);
  gtk_widget_set_visible (self->back_button, folded);
}

static void
eh_guidance_page_map (GtkWidget *widget)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (widget);

  GTK_WIDGET_CLASS (eh_guidance_page_parent_class)->map (widget);
  eh_dataset_watch_want (self->watch);
}

static void
eh_guidance_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (eh_guidance_page_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_moved_cb), widget, G_CONNECT_DEFAULT);
}

static void
add_actions (EhGuidancePage *self)
{
  const GActionEntry entries[] = {
    { "start", start_cb, "s", NULL, NULL },         { "add", add_cb, "s", NULL, NULL },
    { "move-up", move_up_cb, NULL, NULL, NULL },    { "move-down", move_down_cb, NULL, NULL, NULL },
    { "remove", remove_cb, NULL, NULL, NULL },      { "evidence", evidence_cb, NULL, NULL, NULL },
    { "back", back_cb, NULL, NULL, NULL },          { "export", export_cb, "s", NULL, NULL },
    { "step-mark", step_mark_cb, "i", NULL, NULL },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "guidance", G_ACTION_GROUP (self->actions));
}

static void
eh_guidance_page_constructed (GObject *object)
{
  EhGuidancePage *self = EH_GUIDANCE_PAGE (object);

  G_OBJECT_CLASS (eh_guidance_page_parent_class)->constructed (object);
  self->watch = eh_dataset_watch_of (self->workspace);
  add_actions (self);
  eh_evidence_pane_set_workspace (self->evidence, self->workspace);
  eh_marks_bar_set_workspace (self->marks, self->workspace);
  g_signal_connect_object (self->marks, "looked", G_CALLBACK (show_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "next", G_CALLBACK (next_mark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_DEFAULT);
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

  /* The list lets go of its rows one by one, when the pane beside it is gone already. */
  if (self->stack != NULL) {
    g_signal_handlers_disconnect_by_func (self->blocks, selected_cb, self);
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  }
  self->stack = NULL;
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->guidance, eh_guidance_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_guidance_page_parent_class)->dispose (object);
}

static void
eh_guidance_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_GUIDANCE_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
eh_guidance_page_class_init (EhGuidancePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_guidance_page_constructed;
  object_class->dispose = eh_guidance_page_dispose;
  object_class->set_property = eh_guidance_page_set_property;
  widget_class->map = eh_guidance_page_map;
  widget_class->root = eh_guidance_page_root;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (EH_TYPE_SPLIT);
  g_type_ensure (EH_TYPE_EVIDENCE_PANE);
  g_type_ensure (EH_TYPE_MARKS_BAR);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "guidance.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "guidance.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "guidance.add", "s", "paragraph");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "guidance.step-mark", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "guidance.step-mark", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "guidance.add",
                                       "s", "recommendation");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-guidance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, stack);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, split);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, title_box);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, subtitle_box);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, balance);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, marks);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, blocks);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, scroll);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, EhGuidancePage, evidence);
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
  self->title = add_title (self, self->title_box, _ ("Title of the guidance"), "eh-heading-1");
  self->subtitle = add_title (self, self->subtitle_box, _ ("A plain line under the title"),
                              "eh-subtitle");
  g_signal_connect_object (self->blocks, "row-selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_DEFAULT);
  folded_cb (self->split, NULL, self);
}
