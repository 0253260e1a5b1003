/* Simple pictures for words that have to be easy to read. Our own, drawn in a square of 96 by 96: a
 * pale tile, one thing in it, thick dark lines, few colours, nothing that needs to be small. Each
 * has the words that screen readers say for it. */

#include "config.h"

#include "eh-easy-picture.h"

#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SIDE 96.0

static const guint32 INK = 0x1d2329;
static const guint32 TILE = 0xeaf2f6;
static const guint32 BLUE = 0x7fb6d3;
static const guint32 GOLD = 0xf2c14e;
static const guint32 GREEN = 0x6fb98f;
static const guint32 RED = 0xd9674f;
static const guint32 WHITE = 0xffffff;

static void
ink (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                        (colour & 255) / 255.0);
}

/* Fills what was drawn with @colour and draws its outline. */
static void
shape (cairo_t *cr, guint32 colour)
{
  ink (cr, colour);
  cairo_fill_preserve (cr);
  ink (cr, INK);
  cairo_stroke (cr);
}

static void
line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  ink (cr, INK);
  cairo_stroke (cr);
}

static void
disc (cairo_t *cr, double x, double y, double radius, guint32 colour)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  shape (cr, colour);
}

static void
dot (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  ink (cr, INK);
  cairo_fill (cr);
}

static void
box (cairo_t *cr, double x, double y, double width, double height, double radius, guint32 colour)
{
  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  shape (cr, colour);
}

/* @points: x and y in turn. */
static void
polygon (cairo_t *cr, const double *points, guint n, guint32 colour)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (cr);
  shape (cr, colour);
}

/* Head and shoulders, @scale 1 being half the height of the tile. */
static void
person (cairo_t *cr, double x, double y, double scale, guint32 colour)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y + 34 * scale, 17 * scale, G_PI, 0);
  cairo_close_path (cr);
  shape (cr, colour);
  disc (cr, x, y + 8 * scale, 9 * scale, WHITE);
}

static void
paint_people (cairo_t *cr)
{
  person (cr, 28, 26, 1, GOLD);
  person (cr, 68, 26, 1, GREEN);
  person (cr, 48, 36, 1.15, BLUE);
}

static void
paint_meeting (cairo_t *cr)
{
  person (cr, 48, 12, 0.8, GREEN);
  person (cr, 22, 24, 0.8, BLUE);
  person (cr, 74, 24, 0.8, GOLD);
  cairo_save (cr);
  cairo_translate (cr, 48, 62);
  cairo_scale (cr, 1, 0.45);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, 34, 0, 2 * G_PI);
  cairo_restore (cr);
  shape (cr, WHITE);
  line (cr, 48, 77, 48, 85);
}

static void
paint_money (cairo_t *cr)
{
  box (cr, 14, 28, 58, 32, 4, GREEN);
  disc (cr, 43, 44, 8, WHITE);
  disc (cr, 66, 64, 16, GOLD);
  line (cr, 66, 57, 66, 71);
  line (cr, 59, 64, 73, 64);
}

static void
paint_time (cairo_t *cr)
{
  disc (cr, 48, 48, 31, WHITE);
  for (guint i = 0; i < 12; i++)
    dot (cr, 48 + 24 * cos (i * G_PI / 6), 48 + 24 * sin (i * G_PI / 6), i % 3 == 0 ? 2.6 : 1.4);
  line (cr, 48, 48, 48, 30);
  line (cr, 48, 48, 60, 54);
  dot (cr, 48, 48, 4);
}

static void
paint_calendar (cairo_t *cr)
{
  box (cr, 18, 24, 60, 54, 5, WHITE);
  box (cr, 18, 24, 60, 15, 5, RED);
  line (cr, 33, 17, 33, 29);
  line (cr, 63, 17, 63, 29);
  for (guint row = 0; row < 2; row++)
    for (guint column = 0; column < 4; column++)
      dot (cr, 28 + 13.3 * column, 51 + 14 * row, 2.6);
  cairo_new_path (cr);
  cairo_arc (cr, 54.6, 65, 8, 0, 2 * G_PI);
  ink (cr, INK);
  cairo_stroke (cr);
}

static void
paint_phone (cairo_t *cr)
{
  box (cr, 30, 12, 36, 72, 7, BLUE);
  box (cr, 36, 22, 24, 46, 2, WHITE);
  dot (cr, 48, 76, 3);
}

static void
paint_letter (cairo_t *cr)
{
  box (cr, 14, 26, 68, 46, 4, WHITE);
  cairo_move_to (cr, 15, 29);
  cairo_line_to (cr, 48, 54);
  cairo_line_to (cr, 81, 29);
  cairo_stroke (cr);
  line (cr, 16, 70, 36, 48);
  line (cr, 80, 70, 60, 48);
}

static void
paint_question (cairo_t *cr)
{
  disc (cr, 48, 48, 32, GOLD);
  cairo_set_line_width (cr, 7);
  cairo_new_path (cr);
  cairo_arc (cr, 48, 40, 11, G_PI, 0.35 * G_PI);
  cairo_line_to (cr, 48, 57);
  ink (cr, INK);
  cairo_stroke (cr);
  dot (cr, 48, 68, 4.6);
}

static void
paint_stop (cairo_t *cr)
{
  double points[16];

  for (guint i = 0; i < 8; i++) {
    points[2 * i] = 48 + 34 * cos (G_PI / 8 + i * G_PI / 4);
    points[2 * i + 1] = 48 + 34 * sin (G_PI / 8 + i * G_PI / 4);
  }
  polygon (cr, points, 8, RED);
  box (cr, 30, 42, 36, 12, 2, WHITE);
}

static void
paint_yes (cairo_t *cr)
{
  disc (cr, 48, 48, 32, GREEN);
  cairo_set_line_width (cr, 8);
  cairo_move_to (cr, 33, 49);
  cairo_line_to (cr, 44, 61);
  cairo_line_to (cr, 64, 36);
  cairo_stroke (cr);
}

static void
paint_no (cairo_t *cr)
{
  disc (cr, 48, 48, 32, RED);
  cairo_set_line_width (cr, 8);
  line (cr, 36, 36, 60, 60);
  line (cr, 60, 36, 36, 60);
}

static void
bubble (cairo_t *cr, double x, double y, double width, double height, double tip, guint32 colour)
{
  const double tail[] = { x + width * 0.35, y + height - 2,  tip,
                          y + height + 13,  x + width * 0.6, y + height - 2 };

  polygon (cr, tail, 3, colour);
  box (cr, x, y, width, height, 9, colour);
  /* The tail opens into the bubble. */
  ink (cr, colour);
  cairo_rectangle (cr, x + width * 0.35 + 2, y + height - 5, width * 0.25 - 4, 6);
  cairo_fill (cr);
}

static void
paint_talk (cairo_t *cr)
{
  person (cr, 28, 44, 1, BLUE);
  bubble (cr, 40, 14, 44, 26, 42, WHITE);
  line (cr, 49, 23, 75, 23);
  line (cr, 49, 31, 67, 31);
}

static void
paint_listen (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_move_to (cr, 34, 40);
  cairo_curve_to (cr, 32, 8, 74, 10, 70, 42);
  cairo_curve_to (cr, 68, 56, 58, 56, 56, 68);
  cairo_curve_to (cr, 54, 82, 38, 84, 36, 70);
  cairo_curve_to (cr, 34, 60, 35, 50, 34, 40);
  cairo_close_path (cr);
  shape (cr, GOLD);
  cairo_move_to (cr, 43, 42);
  cairo_curve_to (cr, 43, 22, 62, 24, 60, 40);
  cairo_curve_to (cr, 58, 50, 48, 48, 48, 62);
  cairo_stroke (cr);
  cairo_new_path (cr);
  cairo_arc (cr, 26, 46, 6, 0.6 * G_PI, 1.4 * G_PI);
  cairo_stroke (cr);
  cairo_new_path (cr);
  cairo_arc (cr, 26, 46, 15, 0.66 * G_PI, 1.34 * G_PI);
  cairo_stroke (cr);
}

static void
paint_decide (cairo_t *cr)
{
  const double left[] = { 12, 26, 20, 18, 46, 18, 46, 34, 20, 34 };
  const double right[] = { 84, 46, 76, 38, 50, 38, 50, 54, 76, 54 };

  line (cr, 48, 12, 48, 86);
  polygon (cr, left, 5, GREEN);
  polygon (cr, right, 5, GOLD);
  line (cr, 34, 86, 62, 86);
}

static void
paint_paper (cairo_t *cr)
{
  const double sheet[] = { 24, 12, 58, 12, 72, 26, 72, 84, 24, 84 };
  const double corner[] = { 58, 12, 58, 26, 72, 26 };

  polygon (cr, sheet, 5, WHITE);
  polygon (cr, corner, 3, BLUE);
  for (guint i = 0; i < 4; i++)
    line (cr, 33, 40 + 11 * i, i == 3 ? 50 : 63, 40 + 11 * i);
}

static void
paint_write (cairo_t *cr)
{
  const double body[] = { 62, 16, 76, 28, 44, 66, 30, 54 };
  const double tip[] = { 30, 54, 44, 66, 24, 74 };

  line (cr, 16, 84, 80, 84);
  polygon (cr, body, 4, GOLD);
  polygon (cr, tip, 3, WHITE);
  line (cr, 56, 23, 70, 35);
}

static void
paint_home (cairo_t *cr)
{
  const double roof[] = { 12, 48, 48, 16, 84, 48 };

  box (cr, 22, 46, 52, 36, 1, WHITE);
  polygon (cr, roof, 3, RED);
  box (cr, 42, 58, 14, 24, 1, BLUE);
}

static void
paint_hospital (cairo_t *cr)
{
  box (cr, 16, 30, 64, 52, 2, WHITE);
  box (cr, 34, 14, 28, 28, 2, GREEN);
  cairo_set_line_width (cr, 7);
  line (cr, 48, 20, 48, 36);
  line (cr, 40, 28, 56, 28);
  cairo_set_line_width (cr, 4);
  box (cr, 41, 62, 14, 20, 1, BLUE);
  box (cr, 23, 50, 10, 10, 1, GOLD);
  box (cr, 63, 50, 10, 10, 1, GOLD);
}

static void
paint_help (cairo_t *cr)
{
  person (cr, 30, 26, 1, BLUE);
  person (cr, 68, 38, 0.9, GOLD);
  cairo_set_line_width (cr, 6);
  cairo_move_to (cr, 40, 54);
  cairo_curve_to (cr, 48, 64, 54, 64, 60, 62);
  ink (cr, INK);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 4);
  line (cr, 14, 84, 82, 84);
}

static void
paint_computer (cairo_t *cr)
{
  box (cr, 18, 18, 60, 42, 4, BLUE);
  box (cr, 25, 25, 46, 28, 1, WHITE);
  box (cr, 10, 66, 76, 12, 4, WHITE);
}

static void
paint_idea (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, 48, 42, 21, 0.7 * G_PI, 0.3 * G_PI);
  cairo_line_to (cr, 56, 70);
  cairo_line_to (cr, 40, 70);
  cairo_close_path (cr);
  shape (cr, GOLD);
  line (cr, 41, 77, 55, 77);
  line (cr, 44, 84, 52, 84);
  line (cr, 48, 8, 48, 14);
  line (cr, 16, 42, 21, 42);
  line (cr, 75, 42, 80, 42);
  line (cr, 24, 18, 28, 22);
  line (cr, 72, 18, 68, 22);
}

static void
paint_place (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, 48, 38, 23, 0.88 * G_PI, 0.12 * G_PI);
  cairo_line_to (cr, 48, 84);
  cairo_close_path (cr);
  shape (cr, RED);
  disc (cr, 48, 38, 9, WHITE);
}

static void
paint_read (cairo_t *cr)
{
  const double left[] = { 48, 30, 14, 22, 14, 70, 48, 80 };
  const double right[] = { 48, 30, 82, 22, 82, 70, 48, 80 };

  polygon (cr, left, 4, WHITE);
  polygon (cr, right, 4, BLUE);
  for (guint i = 0; i < 3; i++)
    line (cr, 22, 36 + 11 * i, 40, 40 + 11 * i);
}

static void
paint_thanks (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_move_to (cr, 48, 80);
  cairo_curve_to (cr, 4, 48, 18, 12, 48, 32);
  cairo_curve_to (cr, 78, 12, 92, 48, 48, 80);
  cairo_close_path (cr);
  shape (cr, RED);
}

/* What a picture is called, what is said for it, and the beginnings of words for which it stands.
 */
static const struct {
  const char *key;
  const char *label;
  /* TRANSLATORS: beginnings of words, separated by spaces; a sentence with such a word gets this
   * picture. Put in those of your language. */
  const char *words;
  void (*paint) (cairo_t *cr);
} pictures[] = {
  { "people", N_ ("Picture: people"),
    N_ ("people person everyone everybody anybody group team public carer"), paint_people },
  { "meeting", N_ ("Picture: people round a table"),
    N_ ("meet workshop together agenda session gather"), paint_meeting },
  { "money", N_ ("Picture: money"), N_ ("money pay paid fee cost fund budget expens voucher price"),
    paint_money },
  { "time", N_ ("Picture: a clock"), N_ ("time hour minute wait slow late early long soon start"),
    paint_time },
  { "calendar", N_ ("Picture: a calendar"),
    N_ ("day week month year date calendar when before after"), paint_calendar },
  { "phone", N_ ("Picture: a phone"), N_ ("phone telephone call ring text"), paint_phone },
  { "letter", N_ ("Picture: a letter"), N_ ("letter post email e-mail send sent invit tell told"),
    paint_letter },
  { "question", N_ ("Picture: a question mark"), N_ ("question ask why what which find out about"),
    paint_question },
  { "stop", N_ ("Picture: a stop sign"), N_ ("stop barrier block prevent gatekeep way"),
    paint_stop },
  { "yes", N_ ("Picture: a tick"), N_ ("yes agree right good keep kept done"), paint_yes },
  { "no", N_ ("Picture: a cross"), N_ ("not no never cannot without nobody none"), paint_no },
  { "talk", N_ ("Picture: somebody talking"),
    N_ ("talk say said speak spoke words jargon language voice discuss"), paint_talk },
  { "listen", N_ ("Picture: an ear"), N_ ("listen hear heard believ"), paint_listen },
  { "decide", N_ ("Picture: a signpost with two ways"),
    N_ ("decid decision choose choice power share charge"), paint_decide },
  { "write", N_ ("Picture: a pencil"), N_ ("write wrote written record note form sign"),
    paint_write },
  { "home", N_ ("Picture: a house"), N_ ("home house live living family"), paint_home },
  { "hospital", N_ ("Picture: a hospital"),
    N_ ("hospital health nurse doctor clinic service nhs patient"), paint_hospital },
  { "help", N_ ("Picture: one person helping another"), N_ ("help support care supporter access"),
    paint_help },
  { "computer", N_ ("Picture: a computer"), N_ ("computer online internet website screen digital"),
    paint_computer },
  { "paper", N_ ("Picture: a sheet of paper"),
    N_ ("paper report guidance document page rule research study evidence"), paint_paper },
  { "idea", N_ ("Picture: a light bulb"), N_ ("idea think thought know knowledge learn experience"),
    paint_idea },
  { "place", N_ ("Picture: a pin on a map"), N_ ("place room building travel hall town where"),
    paint_place },
  { "read", N_ ("Picture: an open book"), N_ ("read book easy plain print"), paint_read },
  { "thanks", N_ ("Picture: a heart"), N_ ("thank respect kind trust"), paint_thanks },
};
G_STATIC_ASSERT (G_N_ELEMENTS (pictures) == EH_EASY_PICTURE_N_VALUES);

/**
 * eh_easy_picture_key:
 *
 * Returns: what a block says for it: "money"
 */
const char *
eh_easy_picture_key (EhEasyPicture picture)
{
  return pictures[picture].key;
}

/**
 * eh_easy_picture_from_key:
 * @key: as eh_easy_picture_key() gives
 * @picture: (out): the picture
 *
 * Returns: whether there is such a picture
 */
gboolean
eh_easy_picture_from_key (const char *key, EhEasyPicture *picture)
{
  for (guint i = 0; i < EH_EASY_PICTURE_N_VALUES; i++)
    if (g_str_equal (pictures[i].key, key)) {
      *picture = (EhEasyPicture) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * eh_easy_picture_label:
 *
 * Returns: what is said for it, in the reader's language: "Picture: money"
 */
const char *
eh_easy_picture_label (EhEasyPicture picture)
{
  return _ (pictures[picture].label);
}

/* How many words of @sentence begin like one of @stems, which are separated by spaces. */
static guint
count_words (char **sentence, const char *stems)
{
  g_auto (GStrv) parts = g_strsplit (stems, " ", -1);
  guint n = 0;

  for (guint i = 0; sentence[i] != NULL; i++)
    for (guint k = 0; parts[k] != NULL; k++)
      if (parts[k][0] != '\0' && g_str_has_prefix (sentence[i], parts[k]) &&
          strlen (sentence[i]) <= strlen (parts[k]) + 4) {
        n++;
        break;
      }
  return n;
}

/**
 * eh_easy_picture_for:
 * @sentence: a sentence
 * @otherwise: what to show where no word of it has a picture
 *
 * A guess for a draft: the picture with most words in the sentence.
 *
 * Returns: the picture
 */
EhEasyPicture
eh_easy_picture_for (const char *sentence, EhEasyPicture otherwise)
{
  g_autofree char *folded = eh_text_fold (sentence);
  g_auto (GStrv) words = g_regex_split_simple ("[^\\p{L}\\p{N}-]+", folded, 0, 0);
  EhEasyPicture best = otherwise;
  guint most = 0;

  for (guint i = 0; i < EH_EASY_PICTURE_N_VALUES; i++) {
    guint n = count_words (words, _ (pictures[i].words));

    if (n > most) {
      most = n;
      best = (EhEasyPicture) i;
    }
  }
  return best;
}

/**
 * eh_easy_picture_paint:
 * @picture: which
 * @cr: where; the picture is 96 wide and high
 */
void
eh_easy_picture_paint (EhEasyPicture picture, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  cairo_arc (cr, SIDE - 12, 12, 12, -G_PI / 2, 0);
  cairo_arc (cr, SIDE - 12, SIDE - 12, 12, 0, G_PI / 2);
  cairo_arc (cr, 12, SIDE - 12, 12, G_PI / 2, G_PI);
  cairo_arc (cr, 12, 12, 12, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  ink (cr, TILE);
  cairo_fill (cr);
  cairo_set_line_width (cr, 4);
  ink (cr, INK);
  pictures[picture].paint (cr);
  cairo_restore (cr);
}

static void
paint_figure (cairo_t *cr, gpointer data)
{
  eh_easy_picture_paint ((EhEasyPicture) GPOINTER_TO_UINT (data), cr);
}

/**
 * eh_easy_picture_figure:
 * @picture: which
 *
 * Returns: (transfer full): it, as a picture of a document
 */
EhDocFigure *
eh_easy_picture_figure (EhEasyPicture picture)
{
  return eh_doc_figure_new (eh_easy_picture_label (picture), NULL, SIDE, SIDE, paint_figure,
                            GUINT_TO_POINTER (picture), NULL);
}
