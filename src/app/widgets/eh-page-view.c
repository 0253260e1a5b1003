/* One page of a document on the screen: as wide as there is room, or as large as somebody wants it,
 * with a band beside the part that the caret is in. Paper is white in the dark too. */

#include "eh-page-view.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* A point of the page at a zoom of 1, in pixels: 96 to the inch. */
#define PIXELS_A_POINT (96.0 / 72.0)
#define LEAST_WIDTH    120

struct _EhPageView {
  GtkWidget parent_instance;

  EhDocScreen *pages; /* (nullable) */
  guint page;
  double zoom; /* 0 to fit the width */
  double top;  /* of the band, in points; none while both are 0 */
  double bottom;
};

G_DEFINE_FINAL_TYPE (EhPageView, eh_page_view, GTK_TYPE_WIDGET)

static void
eh_page_view_finalize (GObject *object)
{
  g_clear_pointer (&EH_PAGE_VIEW (object)->pages, eh_doc_screen_unref);
  G_OBJECT_CLASS (eh_page_view_parent_class)->finalize (object);
}

static void
get_size (EhPageView *self, double *width, double *height)
{
  *width = 595;
  *height = 842;
  if (self->pages != NULL)
    eh_doc_screen_get_size (self->pages, width, height);
}

static GtkSizeRequestMode
eh_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_page_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  EhPageView *self = EH_PAGE_VIEW (widget);
  double width, height, shown;

  get_size (self, &width, &height);
  shown = width * PIXELS_A_POINT * (self->zoom > 0 ? self->zoom : 1);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *natural = (int) shown;
    *minimum = self->zoom > 0 ? *natural : LEAST_WIDTH;
    return;
  }
  if (self->zoom <= 0 && for_size >= 0)
    shown = for_size;
  *minimum = *natural = (int) (shown * height / width);
}

static void
paint (EhPageView *self, cairo_t *cr)
{
  if (self->bottom > self->top) {
    cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, 0.14);
    cairo_rectangle (cr, 40, self->top - 3, 595 - 80, self->bottom - self->top + 6);
    cairo_fill (cr);
    cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, 0.9);
    cairo_rectangle (cr, 40, self->top - 3, 3, self->bottom - self->top + 6);
    cairo_fill (cr);
  }
  eh_doc_screen_paint (self->pages, self->page, cr);
}

static void
eh_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EhPageView *self = EH_PAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  double page_width, page_height;
  cairo_t *cr;

  get_size (self, &page_width, &page_height);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &bounds);
  if (self->pages == NULL || self->page >= eh_doc_screen_n (self->pages))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, width / page_width, width / page_width);
  paint (self, cr);
  cairo_destroy (cr);
}

static void
eh_page_view_class_init (EhPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = eh_page_view_finalize;
  widget_class->get_request_mode = eh_page_view_get_request_mode;
  widget_class->measure = eh_page_view_measure;
  widget_class->snapshot = eh_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
eh_page_view_init (EhPageView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_FILL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "eh-paper");
}

/**
 * eh_page_view_new:
 * @page: which, counted from 0
 *
 * Returns: (transfer full): an empty page
 */
GtkWidget *
eh_page_view_new (guint page)
{
  EhPageView *self = g_object_new (EH_TYPE_PAGE_VIEW, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}

/**
 * eh_page_view_set_pages:
 * @self: a page
 * @pages: the document's pages
 */
void
eh_page_view_set_pages (EhPageView *self, EhDocScreen *pages)
{
  g_autofree char *page = g_strdup_printf ("%u", self->page + 1);
  g_autofree char *n = g_strdup_printf ("%u", eh_doc_screen_n (pages));
  /* TRANSLATORS: a page of a document and how many there are */
  g_autofree char *name = g_strdup_printf (_ ("Page %s of %s"), page, n);

  g_clear_pointer (&self->pages, eh_doc_screen_unref);
  self->pages = eh_doc_screen_ref (pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * eh_page_view_set_zoom:
 * @self: a page
 * @zoom: 1 for its true size on most screens; 0 to fit the width
 */
void
eh_page_view_set_zoom (EhPageView *self, double zoom)
{
  self->zoom = zoom;
  gtk_widget_set_halign (GTK_WIDGET (self), zoom > 0 ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * eh_page_view_set_band:
 * @self: a page
 * @top: of the part at hand, in points
 * @bottom: of it; the same as @top for no part of this page
 */
void
eh_page_view_set_band (EhPageView *self, double top, double bottom)
{
  if (self->bottom <= self->top && bottom <= top)
    return;
  self->top = top;
  self->bottom = bottom;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
