/* The guidance as pages, the same as its PDF has: made anew in a worker shortly after each change,
 * while somebody looks. The page with the part at hand comes into sight. */

#include "eh-pages-pane.h"

#include "eh-dataset-watch.h"
#include "eh-job-pages.h"
#include "eh-page-view.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define PAUSE_MS 250
#define GAP      18
#define LEAST    0.25
#define MOST     4.0

struct _EhPagesPane {
  GtkWidget parent_instance;

  EhGuidanceDoc *doc;
  EhDatasetWatch *watch; /* the workspace's */
  EhDocScreen *pages;    /* (nullable) */
  GCancellable *making;
  guint timer;
  guint scroll_idle;
  EhId block_id;
  double zoom; /* 0 to fit the width */
  gboolean stale;

  GtkWidget *box;
  GtkWidget *full; /* the way to the full view, or back from it */
  GtkLabel *count;
  GtkScrolledWindow *scroll;
  GtkBox *list;
};

G_DEFINE_FINAL_TYPE (EhPagesPane, eh_pages_pane, GTK_TYPE_WIDGET)

static void
eh_pages_pane_dispose (GObject *object)
{
  EhPagesPane *self = EH_PAGES_PANE (object);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->pages, eh_doc_screen_unref);
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_pages_pane_parent_class)->dispose (object);
}

/* ---- Following the caret ---- */

static EhPageView *
view_at (EhPagesPane *self, guint page)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (guint i = 0; child != NULL && i < page; i++)
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? EH_PAGE_VIEW (child) : NULL;
}

static void
scroll_to (EhPagesPane *self, guint page, double top, double bottom)
{
  EhPageView *view = view_at (self, page);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);
  graphene_rect_t bounds;
  double width, height, scale;

  if (view == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (view), GTK_WIDGET (self->list), &bounds))
    return;
  eh_doc_screen_get_size (self->pages, &width, &height);
  scale = bounds.size.height / height;
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y + (top - 40) * scale,
                             bounds.origin.y + (bottom + 40) * scale);
}

static gboolean
follow_cb (gpointer data)
{
  EhPagesPane *self = data;
  guint page = 0;
  double top = 0, bottom = 0;

  self->scroll_idle = 0;
  if (self->pages != NULL && eh_doc_screen_find (self->pages, self->block_id, &page, &top, &bottom))
    scroll_to (self, page, top, bottom);
  return G_SOURCE_REMOVE;
}

static void
follow (EhPagesPane *self)
{
  guint page = G_MAXUINT;
  double top = 0, bottom = 0;
  gboolean found = self->pages != NULL &&
                   eh_doc_screen_find (self->pages, self->block_id, &page, &top, &bottom);
  EhPageView *view;

  for (guint i = 0; (view = view_at (self, i)) != NULL; i++)
    eh_page_view_set_band (view, found && i == page ? top : 0, found && i == page ? bottom : 0);
  /* After the pages have got their places. */
  if (found && self->scroll_idle == 0)
    self->scroll_idle = g_idle_add_full (G_PRIORITY_LOW, follow_cb, self, NULL);
}

/* ---- Making ---- */

static void
say_count (EhPagesPane *self)
{
  guint n = eh_doc_screen_n (self->pages);
  g_autofree char *says = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  gtk_label_set_label (self->count, says);
}

static void
show (EhPagesPane *self)
{
  guint n = eh_doc_screen_n (self->pages);
  EhPageView *view;

  for (guint i = 0; i < n; i++) {
    view = view_at (self, i);
    if (view == NULL) {
      view = EH_PAGE_VIEW (eh_page_view_new (i));
      eh_page_view_set_zoom (view, self->zoom);
      gtk_box_append (self->list, GTK_WIDGET (view));
    }
    eh_page_view_set_pages (view, self->pages);
  }
  while ((view = view_at (self, n)) != NULL)
    gtk_box_remove (self->list, GTK_WIDGET (view));
  say_count (self);
  follow (self);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhPagesPane) self = data;
  g_autoptr (GError) error = NULL;
  EhDocScreen *pages = eh_job_pages_finish (result, &error);

  if (pages == NULL || self->box == NULL) {
    if (self->box != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      eh_workspace_report_error (eh_guidance_doc_get_workspace (self->doc), error);
    g_clear_pointer (&pages, eh_doc_screen_unref);
    return;
  }
  g_clear_object (&self->making);
  g_clear_pointer (&self->pages, eh_doc_screen_unref);
  self->pages = pages;
  show (self);
}

static void
make (EhPagesPane *self)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->watch);
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (self->doc);

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || dataset == NULL || guidance == NULL)
    return;
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  self->making = g_cancellable_new ();
  eh_job_pages_async (dataset, guidance->id, self->making, made_cb, g_object_ref (self));
}

static gboolean
timer_cb (gpointer data)
{
  EhPagesPane *self = data;

  self->timer = 0;
  make (self);
  return G_SOURCE_REMOVE;
}

static void
make_soon (EhPagesPane *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (PAUSE_MS, timer_cb, self);
}

static void
eh_pages_pane_map (GtkWidget *widget)
{
  EhPagesPane *self = EH_PAGES_PANE (widget);

  GTK_WIDGET_CLASS (eh_pages_pane_parent_class)->map (widget);
  if (self->doc == NULL)
    return;
  eh_dataset_watch_want (self->watch);
  if (self->stale)
    make (self);
}

static void
eh_pages_pane_class_init (EhPagesPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_pages_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = eh_pages_pane_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* ---- Looking closer ---- */

static void
set_zoom (EhPagesPane *self, double zoom)
{
  EhPageView *view;

  self->zoom = zoom > 0 ? CLAMP (zoom, LEAST, MOST) : 0;
  for (guint i = 0; (view = view_at (self, i)) != NULL; i++)
    eh_page_view_set_zoom (view, self->zoom);
}

/* From where it is, also while it fits the width. */
static double
zoom_now (EhPagesPane *self)
{
  EhPageView *first = view_at (self, 0);

  if (self->zoom > 0 || first == NULL)
    return self->zoom > 0 ? self->zoom : 1;
  return gtk_widget_get_width (GTK_WIDGET (first)) / (595.28 * 96 / 72);
}

static void
closer_cb (EhPagesPane *self)
{
  set_zoom (self, zoom_now (self) * 1.25);
}

static void
farther_cb (EhPagesPane *self)
{
  set_zoom (self, zoom_now (self) / 1.25);
}

static void
fit_cb (EhPagesPane *self)
{
  set_zoom (self, 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EhPagesPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);
  double step = gtk_adjustment_get_page_size (adjustment) * 0.9;

  switch (keyval) {
  case GDK_KEY_plus:
  case GDK_KEY_equal:
    closer_cb (self);
    return TRUE;
  case GDK_KEY_minus:
    farther_cb (self);
    return TRUE;
  case GDK_KEY_0:
    fit_cb (self);
    return TRUE;
  case GDK_KEY_Page_Down:
  case GDK_KEY_Page_Up:
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                              (keyval == GDK_KEY_Page_Down ? step : -step));
    return TRUE;
  case GDK_KEY_Escape:
    return gtk_widget_activate_action (GTK_WIDGET (self), "guidance.pages-back", NULL);
  default:
    return FALSE;
  }
}

/* ---- Object ---- */

static void
add_button (
    EhPagesPane *self, GtkWidget *box, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (box), button);
}

static void
build_tools (EhPagesPane *self)
{
  GtkWidget *tools = eh_wrap_new (6);

  gtk_widget_add_css_class (tools, "eh-page-tools");
  self->full = gtk_button_new ();
  eh_wrap_append (EH_WRAP (tools), self->full);
  add_button (self, tools, "zoom-out-symbolic", _ ("Smaller"), G_CALLBACK (farther_cb));
  add_button (self, tools, "zoom-in-symbolic", _ ("Larger"), G_CALLBACK (closer_cb));
  add_button (self, tools, "zoom-fit-best-symbolic", _ ("As wide as there is room"),
              G_CALLBACK (fit_cb));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "eh-note");
  eh_wrap_append (EH_WRAP (tools), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->box), tools);
}

static void
eh_pages_pane_init (EhPagesPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->stale = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  build_tools (self);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "eh-side");
  self->scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroll, GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroll), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->scroll), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->scroll), "eh-desk");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroll), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages of the guidance"), -1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->scroll));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (self->box, keys);
}

/**
 * eh_pages_pane_new:
 * @full: whether it is the full view, with a way back, or stands beside the text
 *
 * Returns: (transfer full): pages of nothing
 */
GtkWidget *
eh_pages_pane_new (gboolean full)
{
  EhPagesPane *self = g_object_new (EH_TYPE_PAGES_PANE, NULL);

  gtk_button_set_label (GTK_BUTTON (self->full), full ? _ ("Back to the Text") : _ ("Full View"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->full),
                                  full ? "guidance.pages-back" : "guidance.pages-full");
  return GTK_WIDGET (self);
}

/**
 * eh_pages_pane_set_doc:
 * @self: pages
 * @doc: the guidance
 */
void
eh_pages_pane_set_doc (EhPagesPane *self, EhGuidanceDoc *doc)
{
  g_return_if_fail (self->doc == NULL);
  self->doc = g_object_ref (doc);
  self->watch = eh_dataset_watch_of (eh_guidance_doc_get_workspace (doc));
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (make_soon), self, G_CONNECT_SWAPPED);
}

/**
 * eh_pages_pane_set_block:
 * @self: pages
 * @block_id: the block at hand, or none
 */
void
eh_pages_pane_set_block (EhPagesPane *self, EhId block_id)
{
  if (self->block_id == block_id)
    return;
  self->block_id = block_id;
  follow (self);
}
