/* A window that prints: choices on one side, the page that is looked at on the other, and below
 * them what is done with it. Pages are laid out in a worker. While names are hidden no page with a
 * name on it is shown; it can still be printed. What is printed is known by those that derive from
 * it. */

#include "eh-print-desk.h"

#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-paper-view.h"
#include "eh-text.h"
#include "eh-two-panes.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Somebody who holds a button down waits for one preview, not for twenty. */
#define REST_MS 120

typedef struct {
  EhWorkspace *workspace;
  GtkStack *stack;
  EhPaperView *view;
  GtkLabel *instead; /* of the page */
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *place;
  GtkWidget *buttons;
  GtkWidget *print;
  GtkWidget *save;
  GtkLabel *done;

  EhSheaf *sheaf;
  guint page;
  GCancellable *making;
  guint rest;
  GtkPrintSettings *settings; /* (nullable): as they were last time */
  gboolean working;
} EhPrintDeskPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EhPrintDesk, eh_print_desk, ADW_TYPE_WINDOW)

#define PRIVATE(self) ((EhPrintDeskPrivate *) eh_print_desk_get_instance_private (self))

/* ---- the page that is looked at ---- */

static void
show_instead (EhPrintDesk *self, const char *words)
{
  EhPrintDeskPrivate *p = PRIVATE (self);

  gtk_label_set_label (p->instead, words);
  eh_paper_view_show (p->view, NULL, 0);
  gtk_stack_set_visible_child_name (p->stack, "instead");
}

static void
show_page (EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  guint n = p->sheaf != NULL ? eh_sheaf_n_pages (p->sheaf) : 0;
  g_autofree char *place = NULL;

  p->page = MIN (p->page, MAX (n, 1) - 1);
  /* TRANSLATORS: which page of how many, in a preview */
  place = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Page %1$u of %2$u", "Page %1$u of %2$u", n), p->page + 1, n);
  gtk_label_set_label (p->place, n > 0 ? place : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.previous", p->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.next", p->page + 1 < n);
  if (n == 0)
    return;
  if (eh_workspace_get_room_display (p->workspace) &&
      EH_PRINT_DESK_GET_CLASS (self)->has_names (self, p->sheaf, p->page)) {
    show_instead (self, _ ("While names are hidden, this page is not shown. It can be printed and "
                           "saved as usual."));
    return;
  }
  eh_paper_view_show (p->view, p->sheaf, p->page);
  gtk_stack_set_visible_child_name (p->stack, "page");
}

static void
show_ready (EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  g_autofree char *why_not = EH_PRINT_DESK_GET_CLASS (self)->why_not (self);

  gtk_widget_set_sensitive (p->print, why_not == NULL && !p->working);
  gtk_widget_set_sensitive (p->save, why_not == NULL && !p->working);
  if (why_not != NULL)
    show_instead (self, why_not);
}

/**
 * eh_print_desk_say:
 * @self: a desk
 * @words: what was done
 *
 * Shows it beside the buttons, and tells it to screen readers.
 */
void
eh_print_desk_say (EhPrintDesk *self, const char *words)
{
  EhPrintDeskPrivate *p = PRIVATE (self);

  gtk_label_set_label (p->done, words);
  gtk_widget_set_visible (GTK_WIDGET (p->done), TRUE);
  eh_compat_announce (GTK_WIDGET (self), words);
}

/**
 * eh_print_desk_fail:
 * @self: a desk
 * @error: (nullable): why the pages could not be made
 *
 * Says so, and lets people try again.
 */
void
eh_print_desk_fail (EhPrintDesk *self, const GError *error)
{
  PRIVATE (self)->working = FALSE;
  show_ready (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    eh_print_desk_say (self, error->message);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPrintDesk) self = data;
  EhPrintDeskPrivate *p = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  EhSheaf *sheaf = EH_PRINT_DESK_GET_CLASS (self)->make_finish (self, result, &error);

  if (p->workspace == NULL || sheaf == NULL) {
    g_clear_pointer (&sheaf, eh_sheaf_free);
    if (p->workspace != NULL)
      eh_print_desk_fail (self, error);
    return;
  }
  g_clear_object (&p->making);
  eh_paper_view_show (p->view, NULL, 0);
  g_clear_pointer (&p->sheaf, eh_sheaf_free);
  p->sheaf = sheaf;
  if (EH_PRINT_DESK_GET_CLASS (self)->keeps_apart != NULL)
    eh_sheaf_keep_apart (sheaf, EH_PRINT_DESK_GET_CLASS (self)->keeps_apart (self));
  show_page (self);
  show_ready (self);
}

static void
stop_making (EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);

  if (p->making != NULL)
    g_cancellable_cancel (p->making);
  g_clear_object (&p->making);
}

static gboolean
look_cb (gpointer data)
{
  EhPrintDesk *self = data;
  EhPrintDeskPrivate *p = PRIVATE (self);

  p->rest = 0;
  stop_making (self);
  show_ready (self);
  p->making = g_cancellable_new ();
  if (!EH_PRINT_DESK_GET_CLASS (self)->make_async (self, FALSE, p->making, looked_cb,
                                                   g_object_ref (self))) {
    g_object_unref (self);
    g_clear_object (&p->making);
    return G_SOURCE_REMOVE;
  }
  /* Thousands of pages take seconds. */
  gtk_label_set_label (p->place, _ ("Making the pages…"));
  return G_SOURCE_REMOVE;
}

/**
 * eh_print_desk_look:
 * @self: a desk
 *
 * What it is about has changed: the pages are made again, soon.
 */
void
eh_print_desk_look (EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);

  g_clear_handle_id (&p->rest, g_source_remove);
  p->rest = g_timeout_add (REST_MS, look_cb, self);
}

/**
 * eh_print_desk_chosen:
 * @self: a desk
 * @from_the_start: the first page is shown, not the one that is
 *
 * Something else was chosen: the pages are made again, and what was done before is not told any
 * more.
 */
void
eh_print_desk_chosen (EhPrintDesk *self, gboolean from_the_start)
{
  EhPrintDeskPrivate *p = PRIVATE (self);

  if (from_the_start)
    p->page = 0;
  gtk_widget_set_visible (GTK_WIDGET (p->done), FALSE);
  eh_print_desk_look (self);
}

/* ---- on its way to the paper ---- */

static void
set_working (EhPrintDesk *self, const char *words)
{
  PRIVATE (self)->working = TRUE;
  show_ready (self);
  eh_print_desk_say (self, words);
}

static char *
file_name (EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  g_autofree char *slug = eh_text_slug (p->sheaf != NULL ? eh_sheaf_get_title (p->sheaf) : "");

  return g_strconcat (slug, ".pdf", NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPrintDesk) self = data;
  EhPrintDeskPrivate *p = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  gboolean saved = EH_PRINT_DESK_GET_CLASS (self)->save_finish (self, result, &error);

  if (p->workspace == NULL)
    return;
  if (!saved) {
    eh_print_desk_fail (self, error);
    return;
  }
  p->working = FALSE;
  show_ready (self);
  eh_print_desk_say (self, _ ("The PDF is saved. It is for you alone to open until you give it to "
                              "others."));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPrintDesk) self = data;
  EhPrintDeskPrivate *p = PRIVATE (self);
  g_autoptr (GFile) file = eh_compat_save_file_finish (result, NULL);

  if (file == NULL || p->workspace == NULL || p->working)
    return;
  eh_workspace_flush (p->workspace);
  if (EH_PRINT_DESK_GET_CLASS (self)->save_async (self, file, saved_cb, g_object_ref (self)))
    set_working (self, _ ("Making the pages…"));
  else
    g_object_unref (self);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EhPrintDesk *self = EH_PRINT_DESK (widget);
  g_autofree char *name = file_name (self);

  if (gtk_widget_is_sensitive (PRIVATE (self)->save))
    eh_compat_save_file_async (GTK_WINDOW (self), _ ("Save as PDF"), name, NULL, NULL, NULL,
                               place_chosen_cb, g_object_ref (self));
}

/* Two sides of one sheet may be chosen in the dialog of the printer, or be there not at all. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, EhSheaf *sheaf)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (eh_sheaf_can_keep_apart (sheaf) && settings != NULL &&
      gtk_print_settings_has_key (settings, GTK_PRINT_SETTINGS_DUPLEX))
    eh_sheaf_keep_apart (sheaf,
                         gtk_print_settings_get_duplex (settings) != GTK_PRINT_DUPLEX_SIMPLEX);
  gtk_print_operation_set_n_pages (operation, (int) eh_sheaf_n_pages (sheaf));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, EhSheaf *sheaf)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  eh_sheaf_get_size (sheaf, &width, &height);
  /* Another paper may have been chosen in the dialog of the printer. */
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  eh_sheaf_draw (sheaf, (guint) page, cr);
  cairo_restore (cr);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  g_autoptr (GError) error = NULL;

  if (p->workspace == NULL)
    return;
  p->working = FALSE;
  show_ready (self);
  switch (result) {
  case GTK_PRINT_OPERATION_RESULT_APPLY:
    g_set_object (&p->settings, gtk_print_operation_get_print_settings (operation));
    eh_print_desk_say (self, _ ("Given to the printer."));
    if (EH_PRINT_DESK_GET_CLASS (self)->printed != NULL)
      EH_PRINT_DESK_GET_CLASS (self)->printed (self);
    break;
  case GTK_PRINT_OPERATION_RESULT_ERROR:
    gtk_print_operation_get_error (operation, &error);
    eh_print_desk_fail (self, error);
    break;
  case GTK_PRINT_OPERATION_RESULT_CANCEL:
  case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
  default:
    gtk_widget_set_visible (GTK_WIDGET (p->done), FALSE);
    break;
  }
}

static GtkPageSetup *
page_setup_for (const EhSheaf *sheaf)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;
  GtkPaperSize *size;

  eh_sheaf_get_size (sheaf, &width, &height);
  size = gtk_paper_size_new (width < 500    ? GTK_PAPER_NAME_A5
                             : height > 800 ? GTK_PAPER_NAME_A4
                                            : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

/* As they were last time, with what this time is about. */
static GtkPrintSettings *
settings_for (EhPrintDesk *self, const EhSheaf *sheaf, GtkPageSetup *setup)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  GtkPrintSettings *settings = p->settings != NULL ? gtk_print_settings_copy (p->settings)
                                                   : gtk_print_settings_new ();
  g_autofree char *slug = eh_text_slug (eh_sheaf_get_title (sheaf));
  /* Where a file goes that is printed to; not where the program was started from. */
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, slug);
  if (p->settings == NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR,
                            documents != NULL ? documents : g_get_home_dir ());
  gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (setup));
  return settings;
}

/* Takes the pages over. GTK asks for one page after the other, between frames. */
static void
run (EhPrintDesk *self, EhSheaf *sheaf)
{
  EhPrintDeskClass *klass = EH_PRINT_DESK_GET_CLASS (self);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_for (sheaf);
  g_autoptr (GtkPrintSettings) settings = settings_for (self, sheaf, setup);
  g_autoptr (GError) error = NULL;

  if (klass->keeps_apart != NULL)
    eh_sheaf_keep_apart (sheaf, klass->keeps_apart (self));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) eh_sheaf_n_pages (sheaf));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, eh_sheaf_get_title (sheaf));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), sheaf);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), sheaf);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  g_object_set_data_full (G_OBJECT (operation), "eh-sheaf", sheaf, (GDestroyNotify) eh_sheaf_free);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (self), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    eh_print_desk_fail (self, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPrintDesk) self = data;
  g_autoptr (GError) error = NULL;
  EhSheaf *sheaf = EH_PRINT_DESK_GET_CLASS (self)->make_finish (self, result, &error);

  if (PRIVATE (self)->workspace == NULL)
    g_clear_pointer (&sheaf, eh_sheaf_free);
  else if (sheaf == NULL)
    eh_print_desk_fail (self, error);
  else
    run (self, sheaf);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhPrintDesk *self = EH_PRINT_DESK (widget);
  EhPrintDeskPrivate *p = PRIVATE (self);

  if (!gtk_widget_is_sensitive (p->print) || p->working)
    return;
  eh_workspace_flush (p->workspace);
  if (EH_PRINT_DESK_GET_CLASS (self)->make_async (self, TRUE, NULL, made_cb, g_object_ref (self)))
    set_working (self, _ ("Making the pages…"));
  else
    g_object_unref (self);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PRIVATE (EH_PRINT_DESK (widget))->page--;
  show_page (EH_PRINT_DESK (widget));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PRIVATE (EH_PRINT_DESK (widget))->page++;
  show_page (EH_PRINT_DESK (widget));
}

/* ---- putting it together ---- */

/* What is done with the pages, in reach wherever the choices are scrolled to. */
static GtkWidget *
make_bar (EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  p->buttons = eh_wrap_new (8);
  p->print = eh_fields_pill (_ ("Pr_int…"));
  p->save = eh_fields_pill (_ ("_Save as PDF…"));
  gtk_widget_add_css_class (p->print, "suggested-action");
  gtk_widget_set_tooltip_text (p->print, _ ("Print (Ctrl+P)"));
  gtk_widget_set_tooltip_text (p->save, _ ("Save as PDF (Ctrl+S)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (p->print), "print.print");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (p->save), "print.save");
  p->done = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  gtk_widget_set_visible (GTK_WIDGET (p->done), FALSE);
  eh_wrap_append (EH_WRAP (p->buttons), p->print);
  eh_wrap_append (EH_WRAP (p->buttons), p->save);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (p->done));
  gtk_box_append (GTK_BOX (bar), p->buttons);
  gtk_widget_add_css_class (bar, "eh-queue-bar");
  return bar;
}

static GtkWidget *
make_turner (EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  p->previous = eh_fields_icon_button ("go-previous-symbolic", _ ("The page before (Page Up)"));
  p->next = eh_fields_icon_button ("go-next-symbolic", _ ("The next page (Page Down)"));
  p->place = GTK_LABEL (gtk_label_new (NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (p->previous), "print.previous");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (p->next), "print.next");
  gtk_box_append (GTK_BOX (box), p->previous);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (p->place));
  gtk_box_append (GTK_BOX (box), p->next);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_preview (EhPrintDesk *self)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *clamp = adw_clamp_new ();

  p->stack = GTK_STACK (gtk_stack_new ());
  p->view = EH_PAPER_VIEW (eh_paper_view_new ());
  p->instead = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  gtk_widget_set_valign (GTK_WIDGET (p->instead), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (p->view), GTK_ALIGN_START);
  gtk_stack_set_vhomogeneous (p->stack, FALSE);
  gtk_stack_add_named (p->stack, GTK_WIDGET (p->instead), "instead");
  gtk_stack_add_named (p->stack, GTK_WIDGET (p->view), "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (p->stack));
  gtk_box_append (GTK_BOX (box), make_turner (self));
  gtk_box_append (GTK_BOX (box), clamp);
  gtk_widget_add_css_class (box, "eh-pane-body");
  gtk_widget_add_css_class (box, "eh-preview");
  return box;
}

/**
 * eh_print_desk_fill:
 * @self: a desk, just made
 * @workspace: of which project
 * @choices: (transfer floating): what is chosen
 *
 * Puts the window together, and makes its first pages.
 */
void
eh_print_desk_fill (EhPrintDesk *self, EhWorkspace *workspace, GtkWidget *choices)
{
  EhPrintDeskPrivate *p = PRIVATE (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  p->workspace = g_object_ref (workspace);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  gtk_box_append (GTK_BOX (body), choices);
  gtk_widget_add_css_class (body, "eh-pane-body");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), eh_two_panes_new (body, make_preview (self)));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  show_page (self);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (show_page), self,
                           G_CONNECT_SWAPPED);
  look_cb (self);
}

/**
 * eh_print_desk_get_workspace:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): of which project; %NULL once it is closed
 */
EhWorkspace *
eh_print_desk_get_workspace (EhPrintDesk *self)
{
  return PRIVATE (self)->workspace;
}

/**
 * eh_print_desk_add_button:
 * @self: a desk
 * @button: (transfer floating): one more thing that is done with the pages
 */
void
eh_print_desk_add_button (EhPrintDesk *self, GtkWidget *button)
{
  eh_wrap_append (EH_WRAP (PRIVATE (self)->buttons), button);
}

static void
eh_print_desk_dispose (GObject *object)
{
  EhPrintDesk *self = EH_PRINT_DESK (object);
  EhPrintDeskPrivate *p = PRIVATE (self);

  g_clear_handle_id (&p->rest, g_source_remove);
  stop_making (self);
  if (p->view != NULL)
    eh_paper_view_show (p->view, NULL, 0);
  p->view = NULL;
  g_clear_pointer (&p->sheaf, eh_sheaf_free);
  g_clear_object (&p->settings);
  g_clear_object (&p->workspace);
  G_OBJECT_CLASS (eh_print_desk_parent_class)->dispose (object);
}

static void
eh_print_desk_class_init (EhPrintDeskClass *klass)
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

  G_OBJECT_CLASS (klass)->dispose = eh_print_desk_dispose;
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
eh_print_desk_init (EhPrintDesk *self)
{
}
