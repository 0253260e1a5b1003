/* An insight in the list: the words, large; under them who gave it and when, and where it belongs.
 *
 * It is a picture and no tree of widgets: a text is shaped once for all that is asked of it, where
 * a label shapes it four times, and nothing is styled, named for screen readers or torn down with
 * it. Ten rows that come into sight fit into a frame. What a screen reader says is one sentence on
 * the list's own row (eh-insight-caption.h). */

#include "eh-insight-row.h"

#include "eh-group-marker.h"
#include "eh-insight-caption.h"
#include "eh-tag.h"
#include "eh-theme.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Of people or tags; the rest is a number. */
#define MAX_SHOWN 3
/* Of the words in the list; the pane has all. */
#define MAX_LINES 5
/* Between the words and what is under them, between its pieces and its lines, in pixels. */
#define SPACING 6
/* Between the sign of the guidance and its number, and after them. */
#define SIGN_SPACING 3
#define SIGN_END     4
#define SIGN         16
#define WORDS_SCALE  1.15
#define TAG_SCALE    0.85

typedef enum {
  PIECE_NAME,  /* after the marker of a group */
  PIECE_PLAIN, /* a role, a time, a number */
  PIECE_USES,  /* after the sign of the guidance */
  PIECE_TAG
} PieceKind;

typedef struct {
  PieceKind kind;
  PangoLayout *layout;
  gboolean quiet;
  int slot;  /* of the group or the category, -1 for none */
  int lead;  /* before the text */
  int trail; /* after it */
  int text_height;
  int natural;
  GtkAllocation place; /* from the side where a line begins */
} Piece;

struct _EhInsightRow {
  GtkWidget *widget; /* not owned: it owns us */
  PangoLayout *words;
  GArray *pieces; /* (element-type Piece) */
  guint n_who;    /* so many of them say who and when */
  char *tip;      /* (nullable): of the sign of the guidance */
  int width;      /* that everything has its place for, -1 for none */
  int words_x;    /* its lines stand together at the side where a line begins */
  int height;
};

static void
piece_clear (Piece *piece)
{
  g_object_unref (piece->layout);
}

static PangoLayout *
make_layout (GtkWidget *widget, const char *text, double scale, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (scale != 1)
    pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* ---- What it says ---- */

static void
add (EhInsightRow *self, PieceKind kind, const char *text, int slot, gboolean quiet)
{
  gboolean tag = kind == PIECE_TAG;
  Piece piece = { .kind = kind, .slot = slot, .quiet = quiet };
  int width;

  if (*text == '\0')
    return;
  piece.layout = make_layout (self->widget, text, tag ? TAG_SCALE : 1, tag);
  if (kind == PIECE_NAME)
    piece.lead = eh_group_marker_size (self->widget) + SPACING;
  else if (kind == PIECE_USES)
    piece.lead = SIGN + SIGN_SPACING;
  else if (tag)
    piece.lead = EH_TAG_PADDING;
  piece.trail = kind == PIECE_USES ? SIGN_END : tag ? EH_TAG_PADDING : 0;
  pango_layout_get_pixel_size (piece.layout, &width, &piece.text_height);
  piece.natural = piece.lead + width + piece.trail;
  piece.place.height = tag ? piece.text_height + 2 * EH_TAG_MARGIN
                           : MAX (piece.text_height,
                                  kind == PIECE_USES ? SIGN : piece.lead - SPACING);
  g_array_append_val (self->pieces, piece);
}

static void
add_who (EhInsightRow *self, EhWorkspace *workspace, const EhInsightCard *card)
{
  g_autofree char *time = eh_insight_caption_time (card->insight->said_at);
  guint n = card->people->len;
  gboolean group = n == 0 && card->group_label[0] != '\0';

  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++) {
    const EhCardPerson *person = card->people->pdata[i];

    add (self, PIECE_NAME, eh_workspace_name_of (workspace, person->id, person->name),
         person->group_slot, FALSE);
  }
  if (n == 0)
    add (self, PIECE_NAME, group ? card->group_label : _ ("Not named"), card->group_slot, !group);
  if (n == 1)
    add (self, PIECE_PLAIN,
         eh_workspace_role_of (workspace, ((EhCardPerson *) card->people->pdata[0])->role), -1,
         TRUE);
  else if (group)
    add (self, PIECE_PLAIN, _ ("nobody named"), -1, TRUE);
  if (n > MAX_SHOWN) {
    /* TRANSLATORS: how many more people gave an insight than are named */
    g_autofree char *others = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MAX_SHOWN), n - MAX_SHOWN);

    add (self, PIECE_PLAIN, others, -1, TRUE);
  }
  add (self, PIECE_PLAIN, time, -1, TRUE);
  self->n_who = self->pieces->len;
}

/* The sign of the guidance, and how often. */
static void
add_uses (EhInsightRow *self, const EhInsightCard *card)
{
  g_autofree char *number = g_strdup_printf ("%u", card->n_uses);

  if (card->n_uses == 0)
    return;
  add (self, PIECE_USES, number, -1, TRUE);
  self->tip = eh_insight_caption_uses (card);
}

static void
add_tags (EhInsightRow *self, const EhInsightCard *card)
{
  guint n = card->categories->len;

  if (card->insight->parked)
    add (self, PIECE_TAG, _ ("parked"), -1, FALSE);
  else if (n == 0)
    add (self, PIECE_TAG, _ ("not sorted yet"), -1, FALSE);
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++) {
    const EhCardCategory *category = card->categories->pdata[i];

    add (self, PIECE_TAG, category->label, category->top_slot, FALSE);
  }
  if (n > MAX_SHOWN) {
    /* TRANSLATORS: how many more categories an insight has than are shown; a number after a plus */
    g_autofree char *more = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "+%u", "+%u", n - MAX_SHOWN), n - MAX_SHOWN);

    add (self, PIECE_PLAIN, more, -1, TRUE);
  }
}

/**
 * eh_insight_row_new:
 * @widget: where it is painted, and whose font it has; it must outlive the row
 * @workspace: the window's workspace, which knows whether names are hidden
 * @card: an insight
 *
 * Returns: (transfer full): its picture
 */
EhInsightRow *
eh_insight_row_new (GtkWidget *widget, EhWorkspace *workspace, const EhInsightCard *card)
{
  EhInsightRow *self = g_new0 (EhInsightRow, 1);
  g_autofree char *words = eh_workspace_hide_names (workspace, card->insight->text);

  self->widget = widget;
  self->width = -1;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) piece_clear);
  self->words = make_layout (widget, words, WORDS_SCALE, FALSE);
  pango_layout_set_wrap (self->words, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->words, -MAX_LINES);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (self->words, PANGO_ALIGN_RIGHT);
  add_who (self, workspace, card);
  add_uses (self, card);
  add_tags (self, card);
  return self;
}

/**
 * eh_insight_row_free:
 * @self: a row
 */
void
eh_insight_row_free (EhInsightRow *self)
{
  g_object_unref (self->words);
  g_array_unref (self->pieces);
  g_free (self->tip);
  g_free (self);
}

/* ---- Where it stands ---- */

static gboolean
is_rtl (EhInsightRow *self)
{
  return gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
}

/* From the side where a line begins to the left. */
static int
left_of (EhInsightRow *self, int x, int width)
{
  return is_rtl (self) ? self->width - x - width : x;
}

static Piece *
piece (EhInsightRow *self, guint i)
{
  return &g_array_index (self->pieces, Piece, i);
}

static int
sum_of (EhInsightRow *self, guint from, guint to)
{
  int sum = 0;

  for (guint i = from; i < to; i++)
    sum += piece (self, i)->natural + (i > from ? SPACING : 0);
  return sum;
}

/* A line of pieces, each in the middle of its height. Returns the height. */
static int
put_line (EhInsightRow *self, guint from, guint to, int x, int y, int available)
{
  int height = 0;

  for (guint i = from; i < to; i++)
    height = MAX (height, piece (self, i)->place.height);
  for (guint i = from; i < to; i++) {
    Piece *one = piece (self, i);

    one->place.x = x;
    one->place.y = y + (height - one->place.height) / 2;
    one->place.width = MIN (one->natural, available);
    pango_layout_set_width (
        one->layout,
        one->natural <= available ? -1 : MAX (available - one->lead - one->trail, 0) * PANGO_SCALE);
    x += one->place.width + SPACING;
  }
  return height;
}

/* On as many lines as they need, like words. Returns where the next line would be. */
static int
put_lines (EhInsightRow *self, guint from, guint to, int y, int available)
{
  while (from < to) {
    guint end = from + 1;

    while (end < to && sum_of (self, from, end + 1) <= available)
      end++;
    y += put_line (self, from, end, 0, y, available) + SPACING;
    from = end;
  }
  return y;
}

/* Who at the start and where it belongs at the end while all fit on one line; else who has lines of
 * its own. */
static void
put_pieces (EhInsightRow *self, int y)
{
  guint n = self->pieces->len;
  int end = sum_of (self, self->n_who, n);

  if (sum_of (self, 0, n) <= self->width) {
    int first = put_line (self, 0, self->n_who, 0, y, self->width);
    int second = put_line (self, self->n_who, n, self->width - end, y, self->width);

    self->height = y + MAX (first, second);
    for (guint i = 0; i < n; i++)
      piece (self, i)->place.y += (MAX (first, second) - (i < self->n_who ? first : second)) / 2;
    return;
  }
  y = put_lines (self, 0, self->n_who, y, self->width);
  self->height = put_lines (self, self->n_who, n, y, self->width) - SPACING;
}

/**
 * eh_insight_row_height:
 * @self: a row
 * @width: in pixels
 *
 * Puts everything into its place, once for each width.
 *
 * Returns: how high it is, in pixels
 */
int
eh_insight_row_height (EhInsightRow *self, int width)
{
  PangoRectangle words;

  if (self->width == width)
    return self->height;
  self->width = width;
  pango_layout_set_width (self->words, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (self->words, NULL, &words);
  self->words_x = left_of (self, 0, words.width) - words.x;
  put_pieces (self, words.height + SPACING);
  return self->height;
}

/* ---- How it looks ---- */

static void
paint_text (GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, EhChartColour colour)
{
  GdkRGBA ink = eh_theme_rgba (colour);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
paint_sign (EhInsightRow *self, GtkSnapshot *snapshot, int x, int y)
{
  GdkRGBA ink = eh_theme_rgba (eh_theme_current ()->dim);
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget)),
      "eh-guidance-symbolic", NULL, SIGN, gtk_widget_get_scale_factor (self->widget),
      gtk_widget_get_direction (self->widget), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, SIGN, SIGN,
                                            (const GdkRGBA[4]){ ink, ink, ink, ink }, 4);
  gtk_snapshot_restore (snapshot);
}

static void
paint_piece (EhInsightRow *self, GtkSnapshot *snapshot, Piece *one)
{
  const EhChartTheme *theme = eh_theme_current ();
  const GtkAllocation *place = &one->place;
  int left = left_of (self, place->x, place->width);
  int text_width = place->width - one->lead - one->trail;
  int lead_x = is_rtl (self) ? left + place->width - one->lead : left;
  int top = place->y + (place->height - one->text_height) / 2;
  EhChartColour ink = one->quiet ? theme->dim : theme->text;

  if (one->kind == PIECE_TAG) {
    ink = eh_tag_ink (one->slot);
    eh_tag_paint (snapshot,
                  &GRAPHENE_RECT_INIT ((float) left, (float) place->y, (float) place->width,
                                       (float) place->height),
                  one->slot);
  } else if (one->kind == PIECE_NAME) {
    int size = one->lead - SPACING;

    eh_group_marker_paint (
        snapshot,
        &GRAPHENE_RECT_INIT ((float) (is_rtl (self) ? lead_x + SPACING : lead_x),
                             (float) place->y + (float) (place->height - size) / 2, (float) size,
                             (float) size),
        one->slot);
  } else if (one->kind == PIECE_USES) {
    paint_sign (self, snapshot, is_rtl (self) ? lead_x + SIGN_SPACING : lead_x,
                place->y + (place->height - SIGN) / 2);
  }
  paint_text (snapshot, one->layout, left_of (self, place->x + one->lead, text_width), top, ink);
}

/**
 * eh_insight_row_paint:
 * @self: a row that has been asked for its height
 * @snapshot: where to
 *
 * Paints it from the corner on.
 */
void
eh_insight_row_paint (EhInsightRow *self, GtkSnapshot *snapshot)
{
  paint_text (snapshot, self->words, self->words_x, 0, eh_theme_current ()->text);
  for (guint i = 0; i < self->pieces->len; i++)
    paint_piece (self, snapshot, piece (self, i));
}

/**
 * eh_insight_row_tip:
 * @self: a row
 * @x: of the pointer
 * @y: of the pointer
 *
 * Returns: (transfer none) (nullable): what to tell of that point
 */
const char *
eh_insight_row_tip (EhInsightRow *self, double x, double y)
{
  for (guint i = 0; self->tip != NULL && i < self->pieces->len; i++) {
    const GtkAllocation *place = &piece (self, i)->place;
    int left = left_of (self, place->x, place->width);

    if (piece (self, i)->kind == PIECE_USES && x >= left && x < left + place->width &&
        y >= place->y && y < place->y + place->height)
      return self->tip;
  }
  return NULL;
}
