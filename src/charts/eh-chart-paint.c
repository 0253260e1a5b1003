/* Paints a layout on any surface. Nothing is decided here: every place and every colour is the
 * layout's, and the only arithmetic moves fine lines to where a pixel begins.
 */

#include "eh-chart-paint.h"

#include "eh-chart-layout-private.h"

#include <math.h>

static const double dashes[][4] = {
  { 0 },          { 9, 4, 0, 0 },  { 3, 3, 0, 0 }, { 10, 3, 2, 3 },
  { 5, 3, 0, 0 }, { 14, 4, 5, 4 }, { 6, 3, 2, 3 },
};

static void
set_colour (cairo_t *cr, EhChartColour colour, double alpha)
{
  if (alpha < 1)
    cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, alpha);
  else
    cairo_set_source_rgb (cr, colour.r, colour.g, colour.b);
}

static void
rounded (cairo_t *cr, EhChartBox box, double radius)
{
  double right = box.x + box.width;
  double bottom = box.y + box.height;

  if (radius <= 0) {
    cairo_rectangle (cr, box.x, box.y, box.width, box.height);
    return;
  }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box.y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box.x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Where the middle of a fine line goes so that it fills whole pixels. */
static double
snap (double at, gboolean crisp)
{
  return crisp ? floor (at) + 0.5 : at;
}

static EhChartBox
points_box (const EhChartShape *shape)
{
  EhChartPoint first = g_array_index (shape->points, EhChartPoint, 0);
  EhChartBox box = { first.x, first.y, 0, 0 };
  double right = first.x;
  double bottom = first.y;

  for (guint i = 1; i < shape->points->len; i++) {
    EhChartPoint point = g_array_index (shape->points, EhChartPoint, i);

    box.x = MIN (box.x, point.x);
    box.y = MIN (box.y, point.y);
    right = MAX (right, point.x);
    bottom = MAX (bottom, point.y);
  }
  box.width = right - box.x;
  box.height = bottom - box.y;
  return box;
}

/* An edge of a ribbon, level at both ends. */
static void
bend (cairo_t *cr, EhChartPoint from, EhChartPoint to)
{
  double middle = (from.x + to.x) / 2;

  cairo_line_to (cr, from.x, from.y);
  cairo_curve_to (cr, middle, from.y, middle, to.y, to.x, to.y);
}

/* Leaves the shape's outline as the current path; gives the box around it. */
static EhChartBox
trace (const EhChartShape *shape, cairo_t *cr)
{
  EhChartBox box = shape->box;

  cairo_new_path (cr);
  switch (shape->kind) {
  case EH_CHART_SHAPE_RECT:
    if (shape->crisp) {
      double left = round (box.x);
      double top = round (box.y);

      box = (EhChartBox){ left, top, MAX (1, round (box.x + box.width) - left),
                          MAX (1, round (box.y + box.height) - top) };
    }
    rounded (cr, box, MIN (shape->radius, MIN (box.width, box.height) / 2));
    break;
  case EH_CHART_SHAPE_CIRCLE:
    cairo_arc (cr, box.x + box.width / 2, box.y + box.height / 2, shape->radius, 0, 2 * G_PI);
    cairo_close_path (cr);
    break;
  case EH_CHART_SHAPE_RIBBON:
    bend (cr, g_array_index (shape->points, EhChartPoint, 0),
          g_array_index (shape->points, EhChartPoint, 1));
    box = points_box (shape);
    if (!shape->filled)
      break;
    bend (cr, g_array_index (shape->points, EhChartPoint, 2),
          g_array_index (shape->points, EhChartPoint, 3));
    cairo_close_path (cr);
    break;
  case EH_CHART_SHAPE_LINE:
  case EH_CHART_SHAPE_POLYGON:
  default:
    for (guint i = 0; i < shape->points->len; i++) {
      EhChartPoint point = g_array_index (shape->points, EhChartPoint, i);

      cairo_line_to (cr, snap (point.x, shape->crisp), snap (point.y, shape->crisp));
    }
    if (shape->kind == EH_CHART_SHAPE_POLYGON)
      cairo_close_path (cr);
    box = points_box (shape);
    break;
  }
  return box;
}

static void
paint_shape (const EhChartShape *shape, cairo_t *cr)
{
  EhChartBox box = trace (shape, cr);

  if (shape->filled) {
    set_colour (cr, shape->fill, shape->alpha);
    cairo_fill_preserve (cr);
  }
  if (shape->pattern != EH_CHART_PATTERN_SOLID) {
    cairo_path_t *outline = cairo_copy_path (cr);

    cairo_save (cr);
    cairo_clip (cr);
    set_colour (cr, shape->hatch, shape->alpha);
    cairo_scale (cr, shape->grain, shape->grain);
    eh_chart_pattern_draw (shape->pattern, cr, box.x / shape->grain, box.y / shape->grain,
                           box.width / shape->grain, box.height / shape->grain);
    cairo_restore (cr);
    cairo_new_path (cr);
    cairo_append_path (cr, outline);
    cairo_path_destroy (outline);
  }
  if (shape->stroked) {
    double dash[4];

    for (guint i = 0; i < 4; i++)
      dash[i] = dashes[shape->dash % G_N_ELEMENTS (dashes)][i] * shape->grain;
    set_colour (cr, shape->stroke, shape->alpha);
    cairo_set_line_width (cr, shape->width);
    cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap (cr,
                        shape->crisp || shape->dash ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_dash (cr, dash, dash[0] <= 0 ? 0 : dash[2] > 0 ? 4 : 2, 0);
    cairo_stroke_preserve (cr);
  }
  cairo_new_path (cr);
}

/* Fonts and shaped lines of one painting: the same few numbers stand in many places. */
typedef struct {
  PangoContext *contexts[2]; /* from the left, from the right */
  PangoFontDescription *fonts[EH_CHART_FONT_N];
  GHashTable *lines[EH_CHART_FONT_N][2]; /* text to PangoLayout, for either direction */
} Letters;

static void
letters_init (Letters *self, const EhChartTheme *theme)
{
  for (guint rtl = 0; rtl < 2; rtl++) {
    self->contexts[rtl] = eh_chart_text_context_new ();
    pango_context_set_base_dir (self->contexts[rtl],
                                rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  }
  for (guint i = 0; i < EH_CHART_FONT_N; i++) {
    self->fonts[i] = eh_chart_text_font (theme, (EhChartFont) i);
    for (guint rtl = 0; rtl < 2; rtl++)
      self->lines[i][rtl] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  }
}

static void
letters_clear (Letters *self)
{
  for (guint i = 0; i < EH_CHART_FONT_N; i++) {
    pango_font_description_free (self->fonts[i]);
    for (guint rtl = 0; rtl < 2; rtl++)
      g_hash_table_unref (self->lines[i][rtl]);
  }
  for (guint rtl = 0; rtl < 2; rtl++)
    g_object_unref (self->contexts[rtl]);
}

static PangoLayout *
letters_of (Letters *self, const EhChartLabel *label)
{
  GHashTable *lines = self->lines[label->font][label->rtl ? 1 : 0];
  PangoLayout *line = g_hash_table_lookup (lines, label->text);

  if (!line) {
    line = pango_layout_new (self->contexts[label->rtl ? 1 : 0]);
    pango_layout_set_auto_dir (line, FALSE);
    pango_layout_set_single_paragraph_mode (line, TRUE);
    pango_layout_set_font_description (line, self->fonts[label->font]);
    pango_layout_set_text (line, label->text, -1);
    g_hash_table_insert (lines, label->text, line);
  }
  return line;
}

static void
paint_label (const EhChartLabel *label, const EhChartTheme *theme, Letters *letters, cairo_t *cr)
{
  PangoLayout *line = letters_of (letters, label);

  if (label->halo) {
    cairo_new_path (cr);
    cairo_move_to (cr, label->box.x, label->box.y);
    pango_cairo_layout_path (cr, line);
    set_colour (cr, theme->background, 1);
    cairo_set_dash (cr, NULL, 0, 0);
    cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width (cr, 5);
    cairo_stroke (cr);
  }
  set_colour (cr, label->colour, 1);
  cairo_move_to (cr, label->box.x, label->box.y);
  pango_cairo_show_layout (cr, line);
}

/**
 * eh_chart_paint:
 * @layout: a chart
 * @cr: where to; one unit is one CSS pixel
 *
 * Paints a chart from its top left corner. A framed one has its own ground, a bare one stands on
 * what is there.
 */
void
eh_chart_paint (const EhChartLayout *layout, cairo_t *cr)
{
  if (layout->flags & EH_CHART_FRAMED)
    eh_chart_paint_ground (layout, cr);
  eh_chart_paint_marks (layout, cr);
}

/**
 * eh_chart_paint_ground:
 * @layout: a chart
 * @cr: where to; one unit is one CSS pixel
 *
 * Paints what a chart stands on.
 */
void
eh_chart_paint_ground (const EhChartLayout *layout, cairo_t *cr)
{
  cairo_save (cr);
  set_colour (cr, layout->theme->background, 1);
  cairo_rectangle (cr, 0, 0, layout->width, layout->height);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * eh_chart_paint_marks:
 * @layout: a chart
 * @cr: where to; one unit is one CSS pixel
 *
 * Paints a chart without what it stands on.
 */
void
eh_chart_paint_marks (const EhChartLayout *layout, cairo_t *cr)
{
  Letters letters;

  letters_init (&letters, layout->theme);
  cairo_save (cr);
  for (guint i = 0; i < layout->shapes->len; i++)
    paint_shape (g_ptr_array_index (layout->shapes, i), cr);
  for (guint i = 0; i < layout->labels->len; i++)
    paint_label (eh_chart_layout_label (layout, i), layout->theme, &letters, cr);
  cairo_restore (cr);
  letters_clear (&letters);
}

/**
 * eh_chart_paint_group_marker:
 * @theme: what it looks like
 * @slot: a role group's slot; negative for none: a grey ring
 * @cr: where to
 * @x: the middle
 * @y: the middle
 * @radius: of the circle whose area it has; it reaches up to half as far again
 *
 * The shape that stands for a role group, for lists and chips outside the charts.
 */
void
eh_chart_paint_group_marker (
    const EhChartTheme *theme, int slot, cairo_t *cr, double x, double y, double radius)
{
  EhChartPoint points[EH_CHART_MARKER_MAX_POINTS];
  guint n_points = 0;

  if (slot >= 0)
    n_points = eh_chart_marker_points (eh_chart_theme_group_marker ((guint) slot), x, y, radius,
                                       points);
  cairo_new_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (n_points == 0)
    cairo_arc (cr, x, y, slot < 0 ? radius - 0.75 : radius, 0, 2 * G_PI);
  cairo_close_path (cr);
  if (slot < 0) {
    set_colour (cr, theme->outline, 1);
    cairo_set_line_width (cr, 1.5);
    cairo_stroke (cr);
  } else {
    set_colour (cr, theme->group[(guint) slot % EH_CHART_THEME_SLOTS], 1);
    cairo_fill (cr);
  }
}

/**
 * eh_chart_paint_category_swatch:
 * @theme: what it looks like
 * @slot: a category's slot; negative for none: an empty frame
 * @cr: where to
 * @x: of the box
 * @y: of the box
 * @width: of the box
 * @height: of the box
 *
 * The hatched tile that stands for a category, for lists and chips outside the charts.
 */
void
eh_chart_paint_category_swatch (const EhChartTheme *theme,
                                int slot,
                                cairo_t *cr,
                                double x,
                                double y,
                                double width,
                                double height)
{
  EhChartShape shape = {
    .kind = EH_CHART_SHAPE_RECT,
    .box = { x + 0.5, y + 0.5, width - 1, height - 1 },
    .radius = 3,
    .stroked = TRUE,
    .stroke = theme->outline,
    .width = 1,
    .alpha = 1,
    .grain = 1,
  };

  if (slot >= 0) {
    shape.filled = TRUE;
    shape.fill = theme->category_fill[(guint) slot % EH_CHART_THEME_SLOTS];
    shape.pattern = eh_chart_theme_category_pattern ((guint) slot);
    shape.hatch = theme->category[(guint) slot % EH_CHART_THEME_SLOTS];
    shape.stroke = shape.hatch;
  }
  cairo_save (cr);
  paint_shape (&shape, cr);
  cairo_restore (cr);
}
