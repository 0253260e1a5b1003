/* How a layout is made: shapes, marks and labels put down one after the other, from left to right
 * and at the normal size of text; in the end all of it is turned round for readers from the right,
 * so that the one picture is the mirror of the other to the last bit, and brought to its size.
 */

#include "eh-chart-layout-private.h"

#include <math.h>

/* From this size on a picture has more room than its words need, CSS pixels at the normal size of
 * text. */
#define ROOMY_WIDTH  1440
#define ROOMY_HEIGHT 880

static void
shape_free (gpointer data)
{
  EhChartShape *shape = data;

  g_clear_pointer (&shape->points, g_array_unref);
  g_free (shape);
}

static void
mark_free (gpointer data)
{
  EhChartMark *mark = data;

  g_free (mark->label);
  g_free (mark->value);
  g_free (mark->accessible);
  g_free (mark->row_key);
  g_free (mark->column_key);
  g_free (mark);
}

static void
label_free (gpointer data)
{
  EhChartLabel *label = data;

  g_free (label->text);
  g_free (label->full);
  g_free (label);
}

/* grows: in a picture larger than its words need, all of it grows. */
EhChartLayout *
eh_chart_layout_new (const EhChartTheme *theme,
                     double width,
                     double height,
                     gboolean grows,
                     EhChartDirection direction,
                     EhChartFlags flags)
{
  EhChartLayout *self = g_new0 (EhChartLayout, 1);
  double room;

  width = CLAMP (width, 200, 16384);
  height = CLAMP (height, 0, 16384);
  self->scale = theme->text_scale;
  room = MIN (width / self->scale / ROOMY_WIDTH, height / self->scale / ROOMY_HEIGHT);
  if (grows && room > 1)
    self->scale *= MIN (room, 4);

  g_atomic_ref_count_init (&self->refs);
  self->theme = eh_chart_theme_new_scaled (theme->kind, 1, theme->font_family);
  self->width = width / self->scale;
  self->height = height / self->scale;
  self->direction = direction;
  self->flags = flags;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->table.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->shapes = g_ptr_array_new_with_free_func (shape_free);
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->labels = g_ptr_array_new_with_free_func (label_free);
  self->text = eh_chart_text_new (self->theme);
  return self;
}

static EhChartShape *
add_shape (EhChartLayout *self, EhChartShapeKind kind)
{
  EhChartShape *shape = g_new0 (EhChartShape, 1);

  shape->kind = kind;
  shape->alpha = 1;
  shape->grain = 1;
  g_ptr_array_add (self->shapes, shape);
  return shape;
}

EhChartShape *
eh_chart_layout_add_rect (EhChartLayout *self, EhChartBox box, double radius, EhChartColour fill)
{
  EhChartShape *shape = add_shape (self, EH_CHART_SHAPE_RECT);

  shape->box = box;
  shape->radius = MIN (radius, MIN (box.width, box.height) / 2);
  shape->filled = TRUE;
  shape->fill = fill;
  return shape;
}

EhChartShape *
eh_chart_layout_add_circle (EhChartLayout *self, double x, double y, double radius)
{
  EhChartShape *shape = add_shape (self, EH_CHART_SHAPE_CIRCLE);

  shape->box = (EhChartBox){ x - radius, y - radius, 2 * radius, 2 * radius };
  shape->radius = radius;
  return shape;
}

EhChartShape *
eh_chart_layout_add_line (EhChartLayout *self,
                          const EhChartPoint *points,
                          guint n_points,
                          EhChartColour stroke,
                          double width)
{
  EhChartShape *shape = add_shape (self, EH_CHART_SHAPE_LINE);

  shape->points = g_array_sized_new (FALSE, FALSE, sizeof (EhChartPoint), n_points);
  g_array_append_vals (shape->points, points, n_points);
  shape->stroked = TRUE;
  shape->stroke = stroke;
  shape->width = width;
  return shape;
}

/* From the right edge of one box to the left edge of another, level at both ends. */
EhChartShape *
eh_chart_layout_add_ribbon (EhChartLayout *self, EhChartBox from, EhChartBox to, EhChartColour fill)
{
  EhChartShape *shape = add_shape (self, EH_CHART_SHAPE_RIBBON);
  const EhChartPoint corners[] = {
    { from.x + from.width, from.y },
    { to.x, to.y },
    { to.x, to.y + to.height },
    { from.x + from.width, from.y + from.height },
  };

  shape->points = g_array_sized_new (FALSE, FALSE, sizeof (EhChartPoint), G_N_ELEMENTS (corners));
  g_array_append_vals (shape->points, corners, G_N_ELEMENTS (corners));
  shape->filled = TRUE;
  shape->fill = fill;
  return shape;
}

EhChartShape *
eh_chart_layout_add_marker (EhChartLayout *self,
                            EhChartMarker marker,
                            double x,
                            double y,
                            double radius,
                            EhChartColour fill)
{
  EhChartPoint points[EH_CHART_MARKER_MAX_POINTS];
  guint n_points = eh_chart_marker_points (marker, x, y, radius, points);
  EhChartShape *shape;

  if (n_points == 0) {
    shape = eh_chart_layout_add_circle (self, x, y, radius);
  } else {
    shape = add_shape (self, EH_CHART_SHAPE_POLYGON);
    shape->points = g_array_sized_new (FALSE, FALSE, sizeof (EhChartPoint), n_points);
    g_array_append_vals (shape->points, points, n_points);
  }
  shape->filled = TRUE;
  shape->fill = fill;
  return shape;
}

/* The shape of a role group beside its name; a grey ring for those that have none. */
void
eh_chart_layout_add_group_marker (EhChartLayout *self, int slot, double x, double y)
{
  if (slot >= 0) {
    eh_chart_layout_add_marker (self, eh_chart_theme_group_marker ((guint) slot), x, y, 4.5,
                                self->theme->group[(guint) slot % EH_CHART_THEME_SLOTS]);
  } else {
    EhChartShape *ring = eh_chart_layout_add_circle (self, x, y, 4);

    ring->stroked = TRUE;
    ring->stroke = self->theme->outline;
    ring->width = 1.5;
  }
}

EhChartMark *
eh_chart_layout_add_mark (EhChartLayout *self, EhChartBox box)
{
  EhChartMark *mark = g_new0 (EhChartMark, 1);

  mark->box = box;
  mark->slot = -1;
  g_ptr_array_add (self->marks, mark);
  return mark;
}

/* x is the edge that align names, or the middle; y is the top of the line. */
EhChartLabel *
eh_chart_layout_add_label (EhChartLayout *self,
                           EhChartFont font,
                           EhChartColour colour,
                           EhChartAlign align,
                           double x,
                           double y,
                           const char *text)
{
  EhChartLabel *label = g_new0 (EhChartLabel, 1);
  EhChartTextSize size = eh_chart_text_measure (self->text, font, text);

  label->text = g_strdup (text);
  label->font = font;
  label->colour = colour;
  label->align = align;
  label->rtl = eh_chart_text_is_rtl (text);
  label->mark = -1;
  label->box = (EhChartBox){ x, y, size.width, size.height };
  if (align == EH_CHART_ALIGN_CENTRE)
    label->box.x -= size.width / 2;
  else if (align == EH_CHART_ALIGN_RIGHT)
    label->box.x -= size.width;
  g_ptr_array_add (self->labels, label);
  return label;
}

/* Puts down a text in as many lines as fit the room, from its top; gives the height used. The
 * room's height is not looked at. */
double
eh_chart_layout_add_paragraph (EhChartLayout *self,
                               EhChartFont font,
                               EhChartColour colour,
                               EhChartAlign align,
                               EhChartBox room,
                               guint max_lines,
                               const char *text)
{
  g_autoptr (GPtrArray) lines = eh_chart_text_wrap (self->text, font, text, room.width, max_lines);
  gboolean rtl = eh_chart_text_is_rtl (text);
  double y = room.y;
  double x = room.x;

  if (align == EH_CHART_ALIGN_CENTRE)
    x += room.width / 2;
  else if (align == EH_CHART_ALIGN_RIGHT)
    x += room.width;
  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index (lines, i);
    EhChartLabel *label;

    label = eh_chart_layout_add_label (self, font, colour, align, x, y, line);
    label->rtl = rtl;
    if (i == lines->len - 1 && g_str_has_suffix (line, "…"))
      label->full = g_strdup (text);
    y += label->box.height;
  }
  return y - room.y;
}

/* How high eh_chart_layout_add_paragraph() would be. */
double
eh_chart_layout_paragraph_height (
    EhChartLayout *self, EhChartFont font, double width, guint max_lines, const char *text)
{
  g_autoptr (GPtrArray) lines = eh_chart_text_wrap (self->text, font, text, width, max_lines);
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    height += eh_chart_text_measure (self->text, font, g_ptr_array_index (lines, i)).height;
  return height;
}

void
eh_chart_layout_add_note (EhChartLayout *self, const char *note)
{
  if (note && *note)
    g_ptr_array_add (self->notes, g_strdup (note));
}

/* The same of a note that is given away. */
void
eh_chart_layout_take_note (EhChartLayout *self, char *note)
{
  if (note && *note)
    g_ptr_array_add (self->notes, note);
  else
    g_free (note);
}

void
eh_chart_layout_set_header (EhChartLayout *self, const char *const *header)
{
  g_strfreev (self->table.header);
  self->table.header = g_strdupv ((char **) header);
  self->table.n_columns = g_strv_length (self->table.header);
}

void
eh_chart_layout_add_row (EhChartLayout *self, const char *const *row)
{
  g_assert (g_strv_length ((char **) row) == self->table.n_columns);
  g_ptr_array_add (self->table.rows, g_strdupv ((char **) row));
}

static void
mirror_box (EhChartBox *box, double width)
{
  box->x = width - box->x - box->width;
}

static void
mirror (EhChartLayout *self)
{
  for (guint i = 0; i < self->shapes->len; i++) {
    EhChartShape *shape = g_ptr_array_index (self->shapes, i);

    mirror_box (&shape->box, self->width);
    for (guint j = 0; shape->points && j < shape->points->len; j++) {
      EhChartPoint *point = &g_array_index (shape->points, EhChartPoint, j);

      point->x = self->width - point->x;
    }
  }
  for (guint i = 0; i < self->marks->len; i++)
    mirror_box (&((EhChartMark *) g_ptr_array_index (self->marks, i))->box, self->width);
  for (guint i = 0; i < self->labels->len; i++) {
    EhChartLabel *label = g_ptr_array_index (self->labels, i);

    mirror_box (&label->box, self->width);
    if (label->align != EH_CHART_ALIGN_CENTRE)
      label->align = label->align == EH_CHART_ALIGN_LEFT ? EH_CHART_ALIGN_RIGHT
                                                         : EH_CHART_ALIGN_LEFT;
  }
}

static void
scale_box (EhChartBox *box, double by)
{
  *box = (EhChartBox){ box->x * by, box->y * by, box->width * by, box->height * by };
}

static void
scale (EhChartLayout *self, double by)
{
  g_autoptr (EhChartTheme) theme = self->theme;

  for (guint i = 0; i < self->shapes->len; i++) {
    EhChartShape *shape = g_ptr_array_index (self->shapes, i);

    scale_box (&shape->box, by);
    shape->radius *= by;
    shape->width *= by;
    shape->grain *= by;
    for (guint j = 0; shape->points && j < shape->points->len; j++) {
      EhChartPoint *point = &g_array_index (shape->points, EhChartPoint, j);

      *point = (EhChartPoint){ point->x * by, point->y * by };
    }
  }
  for (guint i = 0; i < self->marks->len; i++)
    scale_box (&((EhChartMark *) g_ptr_array_index (self->marks, i))->box, by);
  for (guint i = 0; i < self->labels->len; i++)
    scale_box (&((EhChartLabel *) g_ptr_array_index (self->labels, i))->box, by);
  self->theme = eh_chart_theme_new_scaled (theme->kind, by, theme->font_family);
  self->width *= by;
  self->height *= by;
}

/* The last step: from here on nothing changes. bottom is where the content ends. */
EhChartLayout *
eh_chart_layout_finish (EhChartLayout *self, double bottom)
{
  self->height = bottom;
  if (!self->table.header)
    self->table.header = g_new0 (char *, 1);
  self->table.title = g_strdup (self->title);
  if (self->direction == EH_CHART_RTL)
    mirror (self);
  scale (self, self->scale);
  self->height = ceil (self->height - 0.001);
  g_clear_pointer (&self->text, eh_chart_text_free);
  return self;
}
