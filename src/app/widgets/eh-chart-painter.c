/* Paints a chart in a worker, into a picture that the window only has to put up: the curves of a
 * large flow take longer than many frames. The picture that there is stays until the next one is
 * made. One is painted at a time; of those that are asked for meanwhile only the last is painted,
 * so that whoever moves a chart gets as many pictures as the machine makes, and none is waited for.
 */

#include "eh-chart-painter.h"

#include "eh-chart-paint.h"
#include "eh-weak.h"

#include <gio/gio.h>
#include <math.h>

/* cairo's images stop at 32767. */
#define MOST 32000

struct _EhChartPainter {
  GObject parent_instance;

  GdkTexture *picture;
  EhChartLayout *layout; /* that the picture is of */
  int scale;
  GCancellable *painting;
  EhChartLayout *asked; /* what was asked for last, until it is painted */
  int asked_scale;
  gboolean waits; /* it is not what is painted at the moment */
};

enum {
  PAINTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhChartPainter, eh_chart_painter, G_TYPE_OBJECT)

typedef struct {
  EhChartLayout *layout;
  int scale;
} Order;

static void
order_free (Order *order)
{
  eh_chart_layout_unref (order->layout);
  g_free (order);
}

static void
eh_chart_painter_dispose (GObject *object)
{
  eh_chart_painter_forget (EH_CHART_PAINTER (object));
  G_OBJECT_CLASS (eh_chart_painter_parent_class)->dispose (object);
}

static void
eh_chart_painter_class_init (EhChartPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_chart_painter_dispose;
  /**
   * EhChartPainter::painted: eh_chart_painter_get_picture() has a new one
   */
  signals[PAINTED] = g_signal_new ("painted", EH_TYPE_CHART_PAINTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
eh_chart_painter_init (EhChartPainter *self)
{
}

/**
 * eh_chart_painter_new:
 *
 * Returns: (transfer full): a painter with no picture
 */
EhChartPainter *
eh_chart_painter_new (void)
{
  return g_object_new (EH_TYPE_CHART_PAINTER, NULL);
}

/**
 * eh_chart_painter_make:
 * @layout: a chart
 * @scale: pixels in a CSS pixel
 *
 * Paints at once, in whatever thread this is called.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL where there is no room for it
 */
GdkTexture *
eh_chart_painter_make (const EhChartLayout *layout, int scale)
{
  int width = (int) ceil (eh_chart_layout_width (layout)) * scale;
  int height = (int) ceil (eh_chart_layout_height (layout)) * scale;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (width <= 0 || height <= 0 || width > MOST || height > MOST)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  eh_chart_paint (layout, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS) {
    cairo_surface_destroy (surface);
    return NULL;
  }
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) *
                                          (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, eh_chart_painter_make (order->layout, order->scale), g_object_unref);
}

static void begin (EhChartPainter *self);

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GWeakRef) weak = data;
  g_autoptr (EhChartPainter) self = g_weak_ref_get (weak);
  const Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || error != NULL)
    return;
  g_clear_object (&self->painting);
  g_set_object (&self->picture, picture);
  g_clear_pointer (&self->layout, eh_chart_layout_unref);
  self->layout = eh_chart_layout_ref (order->layout);
  self->scale = order->scale;
  if (self->waits)
    begin (self);
  else
    g_clear_pointer (&self->asked, eh_chart_layout_unref);
  g_signal_emit (self, signals[PAINTED], 0);
}

/* A task does not hold the painter: the worker may be the last to let go of its task. */
static void
begin (EhChartPainter *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order = g_new0 (Order, 1);

  order->layout = eh_chart_layout_ref (self->asked);
  order->scale = self->asked_scale;
  self->waits = FALSE;
  self->painting = g_cancellable_new ();
  task = g_task_new (NULL, self->painting, painted_cb, eh_weak_new (self));
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * eh_chart_painter_paint:
 * @self: a painter
 * @layout: a chart
 * @scale: pixels in a CSS pixel
 *
 * Begins to paint; "painted" tells when it is done. What is painted at the moment is finished
 * first.
 */
void
eh_chart_painter_paint (EhChartPainter *self, EhChartLayout *layout, int scale)
{
  if (self->asked == layout && self->asked_scale == scale)
    return;
  g_clear_pointer (&self->asked, eh_chart_layout_unref);
  self->asked = eh_chart_layout_ref (layout);
  self->asked_scale = scale;
  self->waits = self->painting != NULL;
  if (!self->waits)
    begin (self);
}

/**
 * eh_chart_painter_is_busy:
 * @self: a painter
 *
 * Returns: whether something is being painted
 */
gboolean
eh_chart_painter_is_busy (EhChartPainter *self)
{
  return self->painting != NULL;
}

/**
 * eh_chart_painter_is_of:
 * @self: a painter
 * @layout: a chart
 * @scale: pixels in a CSS pixel
 *
 * Returns: whether the picture is of that chart
 */
gboolean
eh_chart_painter_is_of (EhChartPainter *self, const EhChartLayout *layout, int scale)
{
  return self->layout == layout && self->scale == scale;
}

/**
 * eh_chart_painter_get_picture:
 * @self: a painter
 * @width: (out): CSS pixels
 * @height: (out): CSS pixels
 *
 * Returns: (transfer none) (nullable): what was painted last
 */
GdkTexture *
eh_chart_painter_get_picture (EhChartPainter *self, double *width, double *height)
{
  if (self->picture == NULL)
    return NULL;
  *width = (double) gdk_texture_get_width (self->picture) / self->scale;
  *height = (double) gdk_texture_get_height (self->picture) / self->scale;
  return self->picture;
}

/**
 * eh_chart_painter_forget:
 * @self: a painter
 *
 * Lets go of the picture, and of what is being painted.
 */
void
eh_chart_painter_forget (EhChartPainter *self)
{
  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->layout, eh_chart_layout_unref);
  g_clear_pointer (&self->asked, eh_chart_layout_unref);
  self->waits = FALSE;
}
