/* A page as it will be printed, as wide as there is room. A screen reader reads its words. */

#include "eh-paper-view.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 160
#define USUAL_WIDTH 520

struct _EhPaperView {
  GtkWidget parent_instance;

  EhSheaf *sheaf; /* (nullable): not owned, and drawn by nobody else meanwhile */
  guint page;
};

G_DEFINE_FINAL_TYPE (EhPaperView, eh_paper_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
eh_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eh_paper_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  EhPaperView *self = EH_PAPER_VIEW (widget);
  double width = 210, height = 297;

  if (self->sheaf != NULL)
    eh_sheaf_get_size (self->sheaf, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = LEAST_WIDTH;
    *natural = USUAL_WIDTH;
  } else {
    *natural = (int) ((for_size > 0 ? for_size : LEAST_WIDTH) * height / width);
    *minimum = *natural;
  }
  *minimum_baseline = *natural_baseline = -1;
}

static void
eh_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EhPaperView *self = EH_PAPER_VIEW (widget);
  int wide = gtk_widget_get_width (widget), high = gtk_widget_get_height (widget);
  double width, height, scale;
  cairo_t *cr;

  if (self->sheaf == NULL || self->page >= eh_sheaf_n_pages (self->sheaf))
    return;
  eh_sheaf_get_size (self->sheaf, &width, &height);
  scale = MIN (wide / width, high / height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) wide, (float) high));
  cairo_translate (cr, (wide - width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  /* Paper is white, on a dark desktop too. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  eh_sheaf_draw (self->sheaf, self->page, cr);
  cairo_destroy (cr);
}

static void
eh_paper_view_class_init (EhPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = eh_paper_view_get_request_mode;
  widget_class->measure = eh_paper_view_measure;
  widget_class->snapshot = eh_paper_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "paperview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
eh_paper_view_init (EhPaperView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

/**
 * eh_paper_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
eh_paper_view_new (void)
{
  return g_object_new (EH_TYPE_PAPER_VIEW, NULL);
}

/**
 * eh_paper_view_show:
 * @self: a view
 * @sheaf: (nullable) (transfer none): pages; they must be there until others are shown, or none
 * @page: which of them
 */
void
eh_paper_view_show (EhPaperView *self, EhSheaf *sheaf, guint page)
{
  g_autofree char *words = sheaf != NULL ? eh_sheaf_text (sheaf, page) : g_strdup ("");
  g_autofree char *label = NULL;

  self->sheaf = sheaf;
  self->page = page;
  if (sheaf != NULL) {
    guint n = eh_sheaf_n_pages (sheaf);

    /* TRANSLATORS: which page of how many, in a preview */
    label = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Page %1$u of %2$u", "Page %1$u of %2$u", n), page + 1, n);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
