/* An insight in the list: the words, large; under them who gave it and when, and where it belongs.
 * What screen readers say of it is one sentence on the row itself. */

#include "eh-insight-row.h"

#include "eh-compat.h"
#include "eh-group-marker.h"
#include "eh-tag.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Of people or tags; the rest is a number. */
#define MAX_SHOWN 3
/* Of the words in the list; the pane has all. */
#define MAX_LINES 5

struct _EhInsightRow {
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkWidget *words;
  GtkWidget *notes;
  EhInsightItem *item;
  GtkListItem *list_item; /* not owned: it owns us */
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (EhInsightRow, eh_insight_row, GTK_TYPE_WIDGET)

/**
 * eh_insight_row_time:
 * @said_at: seconds since 1970, UTC
 *
 * Returns: (transfer full): the time of day where it was said today, else with the date; "" for 0
 */
char *
eh_insight_row_time (gint64 said_at)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (said_at);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today;

  if (said_at == 0 || at == NULL)
    return g_strdup ("");
  today = g_date_time_get_year (at) == g_date_time_get_year (now) &&
          g_date_time_get_day_of_year (at) == g_date_time_get_day_of_year (now);
  /* TRANSLATORS: a time of day on a clock of 24 hours */
  return g_date_time_format (at, today ? _ ("%H:%M")
                                       /* TRANSLATORS: a day and a time: "5 Dec, 14:31" */
                                       : _ ("%-e %b, %H:%M"));
}

static GtkWidget *
quiet_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "eh-quiet");
  return label;
}

static void
append_name (GtkWidget *line, const char *name, int slot, gboolean named)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (!named)
    gtk_widget_add_css_class (label, "eh-quiet");
  gtk_box_append (GTK_BOX (box), eh_group_marker_new (slot));
  gtk_box_append (GTK_BOX (box), label);
  eh_wrap_append (EH_WRAP (line), box);
}

static void
append_people (GtkWidget *line, const EhInsightCard *card)
{
  guint n = card->people->len;

  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++) {
    const EhCardPerson *person = card->people->pdata[i];

    append_name (line, person->name, person->group_slot, TRUE);
    if (n == 1 && person->role[0] != '\0')
      eh_wrap_append (EH_WRAP (line), quiet_label (person->role));
  }
  if (n > MAX_SHOWN) {
    /* TRANSLATORS: how many more people gave an insight than are named */
    g_autofree char *more = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MAX_SHOWN), n - MAX_SHOWN);

    eh_wrap_append (EH_WRAP (line), quiet_label (more));
  }
}

static GtkWidget *
who_of (const EhInsightCard *card)
{
  GtkWidget *line = eh_wrap_new (6);
  g_autofree char *time = eh_insight_row_time (card->insight->said_at);

  if (card->people->len > 0)
    append_people (line, card);
  else if (card->group_label[0] != '\0') {
    append_name (line, card->group_label, card->group_slot, TRUE);
    eh_wrap_append (EH_WRAP (line), quiet_label (_ ("nobody named")));
  } else
    append_name (line, _ ("Not named"), -1, FALSE);
  if (time[0] != '\0')
    eh_wrap_append (EH_WRAP (line), quiet_label (time));
  return line;
}

static char *
uses_of (const EhInsightCard *card)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u place of the guidance",
                                       "in %u places of the guidance", card->n_uses),
                          card->n_uses);
}

/* The sign of the guidance, and how often. */
static GtkWidget *
uses_note (const EhInsightCard *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autofree char *uses = uses_of (card);
  g_autofree char *number = g_strdup_printf ("%u", card->n_uses);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("eh-guidance-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  gtk_widget_add_css_class (box, "eh-quiet");
  gtk_widget_set_tooltip_text (box, uses);
  gtk_widget_set_margin_end (box, 4);
  return box;
}

static void
append_tags (EhInsightRow *self, const EhInsightCard *card)
{
  guint n = card->categories->len;

  if (card->n_uses > 0) {
    eh_wrap_append (EH_WRAP (self->notes), uses_note (card));
  }
  if (card->insight->parked)
    eh_wrap_append (EH_WRAP (self->notes), eh_tag_new (_ ("parked"), -1));
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++) {
    const EhCardCategory *category = card->categories->pdata[i];

    eh_wrap_append (EH_WRAP (self->notes), eh_tag_new (category->label, category->top_slot));
  }
  if (n > MAX_SHOWN) {
    /* TRANSLATORS: how many more categories an insight has than are shown; a number after a plus */
    g_autofree char *more = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "+%u", "+%u", n - MAX_SHOWN), n - MAX_SHOWN);

    eh_wrap_append (EH_WRAP (self->notes), quiet_label (more));
  }
  if (n == 0 && !card->insight->parked)
    eh_wrap_append (EH_WRAP (self->notes), eh_tag_new (_ ("not sorted yet"), -1));
}

static void
add_who (GPtrArray *parts, const EhInsightCard *card)
{
  for (guint i = 0; i < card->people->len; i++) {
    const EhCardPerson *person = card->people->pdata[i];

    g_ptr_array_add (parts, g_strdup (person->name));
    if (person->role[0] != '\0')
      g_ptr_array_add (parts, g_strdup (person->role));
  }
  if (card->people->len == 0 && card->group_label[0] != '\0')
    g_ptr_array_add (parts, g_strdup (card->group_label));
  if (card->people->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("nobody named")));
}

/* With a comma between the parts, but for those that end a sentence themselves. */
static char *
join_spoken (GPtrArray *parts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    const char *last = out->len > 0 ? g_utf8_prev_char (out->str + out->len) : NULL;

    if (last != NULL && g_unichar_ispunct (g_utf8_get_char (last)))
      g_string_append_c (out, ' ');
    else if (last != NULL)
      /* TRANSLATORS: stands between the parts of what is read aloud of an insight */
      g_string_append (out, _ (", "));
    g_string_append (out, parts->pdata[i]);
  }
  return g_string_free (out, FALSE);
}

/**
 * eh_insight_row_describe:
 * @card: an insight
 *
 * Returns: (transfer full): what a screen reader says of it: the words, who, when, where it belongs
 */
char *
eh_insight_row_describe (const EhInsightCard *card)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *time = eh_insight_row_time (card->insight->said_at);

  g_ptr_array_add (parts, eh_text_clean_line (card->insight->text));
  add_who (parts, card);
  if (time[0] != '\0')
    g_ptr_array_add (parts, g_strdup (time));
  for (guint i = 0; i < card->categories->len; i++)
    g_ptr_array_add (parts, g_strdup (((EhCardCategory *) card->categories->pdata[i])->label));
  if (card->categories->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("not sorted yet")));
  if (card->insight->parked)
    g_ptr_array_add (parts, g_strdup (_ ("parked")));
  if (card->n_uses > 0)
    g_ptr_array_add (parts, uses_of (card));
  return join_spoken (parts);
}

static void
show (EhInsightRow *self)
{
  const EhInsightCard *card = eh_insight_item_get_card (self->item);
  g_autofree char *said = NULL;

  eh_wrap_clear (EH_WRAP (self->notes));
  if (card == NULL) {
    gtk_label_set_label (GTK_LABEL (self->words), "");
    return;
  }
  said = eh_insight_row_describe (card);
  gtk_label_set_label (GTK_LABEL (self->words), card->insight->text);
  eh_wrap_append (EH_WRAP (self->notes), who_of (card));
  append_tags (self, card);
  eh_compat_list_item_set_label (self->list_item, said);
}

static void
eh_insight_row_dispose (GObject *object)
{
  EhInsightRow *self = EH_INSIGHT_ROW (object);

  eh_insight_row_unbind (self);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_insight_row_parent_class)->dispose (object);
}

static void
eh_insight_row_class_init (EhInsightRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_insight_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "insight");
}

static void
eh_insight_row_init (EhInsightRow *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->words = gtk_label_new (NULL);
  self->notes = g_object_new (EH_TYPE_WRAP, "spacing", 6, "spread", TRUE, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->words), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_widget_add_css_class (self->words, "eh-words");
  gtk_box_append (GTK_BOX (self->body), self->words);
  gtk_box_append (GTK_BOX (self->body), self->notes);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/**
 * eh_insight_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
eh_insight_row_new (void)
{
  return g_object_new (EH_TYPE_INSIGHT_ROW, NULL);
}

/**
 * eh_insight_row_bind:
 * @self: a row, the child of @list_item
 * @list_item: what the list has given it to show
 */
void
eh_insight_row_bind (EhInsightRow *self, GtkListItem *list_item)
{
  eh_insight_row_unbind (self);
  self->list_item = list_item;
  self->item = g_object_ref (gtk_list_item_get_item (list_item));
  self->changed_id = g_signal_connect_swapped (self->item, "changed", G_CALLBACK (show), self);
  show (self);
}

/**
 * eh_insight_row_unbind:
 * @self: a row
 */
void
eh_insight_row_unbind (EhInsightRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
  self->list_item = NULL;
}

/**
 * eh_insight_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
EhInsightItem *
eh_insight_row_get_item (EhInsightRow *self)
{
  return self->item;
}
