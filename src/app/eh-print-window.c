/* What a workshop needs on paper: chosen, looked at, printed or saved as a PDF. Pages are laid out
 * in a worker. Slips get into the project when they are printed or saved, not when they are looked
 * at. While names are hidden no page with a name on it is shown; it can still be printed. */

#include "eh-print-window.h"

#include "eh-compat.h"
#include "eh-dataset-watch.h"
#include "eh-fields.h"
#include "eh-job-paper.h"
#include "eh-paper-view.h"
#include "eh-print-choices.h"
#include "eh-text.h"
#include "eh-two-panes.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Somebody who holds a button down waits for one preview, not for twenty. */
#define REST_MS 120

struct _EhPrintWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhDatasetWatch *datasets;
  EhPrintChoices *choices;
  GtkStack *stack;
  EhPaperView *view;
  GtkLabel *instead; /* of the page */
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *place;
  GtkWidget *print;
  GtkWidget *save;
  GtkLabel *done;

  EhPaper *paper;
  guint page;
  GCancellable *making;
  guint rest;
  GtkPrintSettings *settings; /* (nullable): as they were last time */
  gboolean working;
};

G_DEFINE_FINAL_TYPE (EhPrintWindow, eh_print_window, ADW_TYPE_WINDOW)

/* ---- the page that is looked at ---- */

/* Names are also in what people typed: in a question, or in what was agreed. */
static gboolean
has_names (EhPrintWindow *self)
{
  g_autofree char *words = eh_paper_text (self->paper, self->page);
  g_autofree char *without = eh_workspace_hide_names (self->workspace, words);

  return eh_paper_kind_has_names (eh_paper_get_kind (self->paper)) || !g_str_equal (words, without);
}

static void
show_instead (EhPrintWindow *self, const char *words)
{
  gtk_label_set_label (self->instead, words);
  eh_paper_view_show (self->view, NULL, 0);
  gtk_stack_set_visible_child_name (self->stack, "instead");
}

static void
show_page (EhPrintWindow *self)
{
  guint n = self->paper != NULL ? eh_paper_n_pages (self->paper) : 0;
  g_autofree char *place = NULL;

  self->page = MIN (self->page, MAX (n, 1) - 1);
  /* TRANSLATORS: which page of how many, in a preview */
  place = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Page %1$u of %2$u", "Page %1$u of %2$u", n), self->page + 1,
      n);
  gtk_label_set_label (self->place, n > 0 ? place : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.next", self->page + 1 < n);
  if (n == 0)
    return;
  if (eh_workspace_get_room_display (self->workspace) && has_names (self)) {
    show_instead (self, _ ("While names are hidden, this page is not shown. It can be printed and "
                           "saved as usual."));
    return;
  }
  eh_paper_view_show (self->view, self->paper, self->page);
  gtk_stack_set_visible_child_name (self->stack, "page");
}

static void
show_ready (EhPrintWindow *self)
{
  g_autofree char *why_not = eh_print_choices_get_why_not (self->choices);

  gtk_widget_set_sensitive (self->print, why_not == NULL && !self->working);
  gtk_widget_set_sensitive (self->save, why_not == NULL && !self->working);
  if (why_not != NULL)
    show_instead (self, why_not);
}

static void
say (EhPrintWindow *self, const char *words)
{
  gtk_label_set_label (self->done, words);
  gtk_widget_set_visible (GTK_WIDGET (self->done), TRUE);
  eh_compat_announce (GTK_WIDGET (self), words);
}

static void
fail (EhPrintWindow *self, const GError *error)
{
  self->working = FALSE;
  show_ready (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

/* What is not made yet is shown with its number, and gets a code when it is made. */
static GPtrArray *
slips_to_show (EhPrintWindow *self, EhId workshop_id)
{
  guint first = eh_print_choices_get_first (self->choices);
  guint count = eh_print_choices_get_count (self->choices);
  GPtrArray *slips = eh_job_paper_slips_there (eh_workspace_get_db (self->workspace), workshop_id,
                                               first, count);

  for (guint i = slips->len; i < count; i++) {
    EhSlip *slip = eh_slip_new ();

    slip->number = first + i;
    eh_set_str (&slip->code, "·····");
    g_ptr_array_add (slips, slip);
  }
  return slips;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPrintWindow) self = data;
  g_autoptr (GError) error = NULL;
  EhPaper *paper = eh_job_paper_make_finish (result, &error);

  if (self->workspace == NULL || paper == NULL) {
    g_clear_pointer (&paper, eh_paper_free);
    if (self->workspace != NULL)
      fail (self, error);
    return;
  }
  g_clear_object (&self->making);
  eh_paper_view_show (self->view, NULL, 0);
  g_clear_pointer (&self->paper, eh_paper_free);
  self->paper = paper;
  show_page (self);
  show_ready (self);
}

static void
stop_making (EhPrintWindow *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static gboolean
look_cb (gpointer data)
{
  EhPrintWindow *self = data;
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);
  EhPaperOrder order = eh_print_choices_get_order (self->choices);

  self->rest = 0;
  stop_making (self);
  show_ready (self);
  if (dataset == NULL || eh_workspace_get_store (self->workspace) == NULL ||
      (order.kind == EH_PAPER_SLIPS && order.workshop_id == EH_ID_NONE))
    return G_SOURCE_REMOVE;
  if (order.kind == EH_PAPER_SLIPS)
    order.slips = slips_to_show (self, order.workshop_id);
  self->making = g_cancellable_new ();
  eh_job_paper_make_async (dataset, NULL, &order, self->making, looked_cb, g_object_ref (self));
  g_clear_pointer (&order.slips, g_ptr_array_unref);
  return G_SOURCE_REMOVE;
}

static void
look (EhPrintWindow *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, look_cb, self);
}

static void
chosen_cb (EhPrintWindow *self)
{
  if (self->paper == NULL ||
      eh_print_choices_get_order (self->choices).kind != eh_paper_get_kind (self->paper))
    self->page = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->done), FALSE);
  look (self);
}

static void
loaded_cb (EhPrintWindow *self)
{
  if (eh_workspace_get_store (self->workspace) == NULL)
    return;
  eh_print_choices_refresh (self->choices);
  look (self);
}

/* ---- on its way to the paper ---- */

/* Returns: whether it can be made: slips are in the project from now on */
static gboolean
make_order (EhPrintWindow *self, EhPaperOrder *order)
{
  EhStore *store = eh_workspace_get_store (self->workspace);
  g_autoptr (GError) error = NULL;

  if (store == NULL || self->working)
    return FALSE;
  eh_workspace_flush (self->workspace);
  *order = eh_print_choices_get_order (self->choices);
  if (order->kind != EH_PAPER_SLIPS)
    return TRUE;
  order->slips = eh_job_paper_slips (store, order->workshop_id,
                                     eh_print_choices_get_first (self->choices),
                                     eh_print_choices_get_count (self->choices), &error);
  if (order->slips == NULL)
    fail (self, error);
  return order->slips != NULL;
}

static void
set_working (EhPrintWindow *self, const char *words)
{
  self->working = TRUE;
  show_ready (self);
  say (self, words);
}

static char *
file_name (EhPrintWindow *self)
{
  g_autofree char *slug = eh_text_slug (self->paper != NULL ? eh_paper_get_title (self->paper)
                                                            : "");

  return g_strconcat (slug, ".pdf", NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPrintWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = eh_job_paper_save_finish (result, &error);

  if (self->workspace == NULL)
    return;
  if (!saved) {
    fail (self, error);
    return;
  }
  self->working = FALSE;
  show_ready (self);
  say (self, _ ("The PDF is saved. It is for you alone to open until you give it to others."));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPrintWindow) self = data;
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);
  EhPaperOrder order = { 0 };

  if (file == NULL || self->workspace == NULL || !make_order (self, &order))
    return;
  set_working (self, _ ("Making the pages…"));
  eh_job_paper_save_async (eh_store_get_path (eh_workspace_get_store (self->workspace)), &order,
                           file, NULL, saved_cb, g_object_ref (self));
  g_clear_pointer (&order.slips, g_ptr_array_unref);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EhPrintWindow *self = EH_PRINT_WINDOW (widget);
  g_autofree char *name = file_name (self);

  if (gtk_widget_is_sensitive (self->save))
    eh_compat_save_file_async (GTK_WINDOW (self), _ ("Save as PDF"), name, NULL, NULL, NULL,
                               place_chosen_cb, g_object_ref (self));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, EhPaper *paper)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  eh_paper_get_size (paper, &width, &height);
  /* Another paper may have been chosen in the dialog of the printer. */
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  eh_paper_draw (paper, (guint) page, cr);
  cairo_restore (cr);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, EhPrintWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL)
    return;
  self->working = FALSE;
  show_ready (self);
  switch (result) {
  case GTK_PRINT_OPERATION_RESULT_APPLY:
    g_set_object (&self->settings, gtk_print_operation_get_print_settings (operation));
    say (self, _ ("Given to the printer."));
    break;
  case GTK_PRINT_OPERATION_RESULT_ERROR:
    gtk_print_operation_get_error (operation, &error);
    fail (self, error);
    break;
  case GTK_PRINT_OPERATION_RESULT_CANCEL:
  case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
  default:
    gtk_widget_set_visible (GTK_WIDGET (self->done), FALSE);
    break;
  }
}

static GtkPageSetup *
page_setup_for (const EhPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;
  GtkPaperSize *size;

  eh_paper_get_size (paper, &width, &height);
  size = gtk_paper_size_new (width < 500    ? GTK_PAPER_NAME_A5
                             : height > 800 ? GTK_PAPER_NAME_A4
                                            : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

/* Takes the paper over. GTK asks for one page after the other, between frames. */
static void
run (EhPrintWindow *self, EhPaper *paper)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_for (paper);
  g_autoptr (GtkPrintSettings) settings = self->settings != NULL
                                              ? gtk_print_settings_copy (self->settings)
                                              : gtk_print_settings_new ();
  g_autofree char *slug = eh_text_slug (eh_paper_get_title (paper));
  /* Where a file goes that is printed to; not where the program was started from. */
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GError) error = NULL;

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, slug);
  if (self->settings == NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR,
                            documents != NULL ? documents : g_get_home_dir ());
  gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (setup));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) eh_paper_n_pages (paper));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, eh_paper_get_title (paper));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), paper);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  g_object_set_data_full (G_OBJECT (operation), "eh-paper", paper, (GDestroyNotify) eh_paper_free);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (self), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    fail (self, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPrintWindow) self = data;
  g_autoptr (GError) error = NULL;
  EhPaper *paper = eh_job_paper_make_finish (result, &error);

  if (self->workspace == NULL)
    g_clear_pointer (&paper, eh_paper_free);
  else if (paper == NULL)
    fail (self, error);
  else
    run (self, paper);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhPrintWindow *self = EH_PRINT_WINDOW (widget);
  EhPaperOrder order = { 0 };

  if (!gtk_widget_is_sensitive (self->print) || !make_order (self, &order))
    return;
  set_working (self, _ ("Making the pages…"));
  eh_job_paper_make_async (NULL, eh_store_get_path (eh_workspace_get_store (self->workspace)),
                           &order, NULL, made_cb, g_object_ref (self));
  g_clear_pointer (&order.slips, g_ptr_array_unref);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EH_PRINT_WINDOW (widget)->page--;
  show_page (EH_PRINT_WINDOW (widget));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EH_PRINT_WINDOW (widget)->page++;
  show_page (EH_PRINT_WINDOW (widget));
}

/* ---- putting it together ---- */

static GtkWidget *
make_choices (EhPrintWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->choices = EH_PRINT_CHOICES (eh_print_choices_new (self->workspace));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choices));
  gtk_widget_add_css_class (box, "eh-pane-body");
  return box;
}

/* What is done with the pages, in reach wherever the choices are scrolled to. */
static GtkWidget *
make_bar (EhPrintWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = eh_wrap_new (8);

  self->print = eh_fields_pill (_ ("Pr_int…"));
  self->save = eh_fields_pill (_ ("_Save as PDF…"));
  gtk_widget_add_css_class (self->print, "suggested-action");
  gtk_widget_set_tooltip_text (self->print, _ ("Print (Ctrl+P)"));
  gtk_widget_set_tooltip_text (self->save, _ ("Save as PDF (Ctrl+S)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), "print.print");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "print.save");
  self->done = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  gtk_widget_set_visible (GTK_WIDGET (self->done), FALSE);
  eh_wrap_append (EH_WRAP (buttons), self->print);
  eh_wrap_append (EH_WRAP (buttons), self->save);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->done));
  gtk_box_append (GTK_BOX (bar), buttons);
  gtk_widget_add_css_class (bar, "eh-queue-bar");
  return bar;
}

static GtkWidget *
make_turner (EhPrintWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->previous = eh_fields_icon_button ("go-previous-symbolic", _ ("The page before (Page Up)"));
  self->next = eh_fields_icon_button ("go-next-symbolic", _ ("The next page (Page Down)"));
  self->place = GTK_LABEL (gtk_label_new (NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->previous), "print.previous");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "print.next");
  gtk_box_append (GTK_BOX (box), self->previous);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (box), self->next);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_preview (EhPrintWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *clamp = adw_clamp_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = EH_PAPER_VIEW (eh_paper_view_new ());
  self->instead = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  gtk_widget_set_valign (GTK_WIDGET (self->instead), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->view), GTK_ALIGN_START);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->instead), "instead");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), make_turner (self));
  gtk_box_append (GTK_BOX (box), clamp);
  gtk_widget_add_css_class (box, "eh-pane-body");
  gtk_widget_add_css_class (box, "eh-preview");
  return box;
}

static void
fill (EhPrintWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *choices = make_choices (self);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), eh_two_panes_new (choices, make_preview (self)));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
eh_print_window_dispose (GObject *object)
{
  EhPrintWindow *self = EH_PRINT_WINDOW (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  stop_making (self);
  if (self->view != NULL)
    eh_paper_view_show (self->view, NULL, 0);
  self->view = NULL;
  g_clear_pointer (&self->paper, eh_paper_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_print_window_parent_class)->dispose (object);
}

static void
eh_print_window_class_init (EhPrintWindowClass *klass)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc func;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "print.print", print_action, GDK_KEY_p, GDK_CONTROL_MASK },
    { "print.save", save_action, GDK_KEY_s, GDK_CONTROL_MASK },
    { "print.previous", previous_action, GDK_KEY_Page_Up, 0 },
    { "print.next", next_action, GDK_KEY_Page_Down, 0 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_print_window_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
    gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                         actions[i].name, NULL);
  }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_print_window_init (EhPrintWindow *self)
{
}

/**
 * eh_print_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window that prints what a workshop needs; Escape closes it
 */
GtkWidget *
eh_print_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhPrintWindow *self = g_object_new (EH_TYPE_PRINT_WINDOW, "transient-for", parent,
                                      "destroy-with-parent", TRUE, "application",
                                      gtk_window_get_application (parent), "title", _ ("Print"),
                                      "default-width", 1000, "default-height", 760, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  eh_workspace_flush (workspace);
  self->workspace = g_object_ref (workspace);
  self->datasets = eh_dataset_watch_of (workspace);
  fill (self);
  show_page (self);
  g_signal_connect_object (self->choices, "changed", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->datasets, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (show_page), self,
                           G_CONNECT_SWAPPED);
  eh_dataset_watch_want (self->datasets);
  look_cb (self);
  return GTK_WIDGET (self);
}
