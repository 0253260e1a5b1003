/* An insight in the list: the words, large; under them who gave it and when, and where it belongs.
 * What screen readers say of it is one sentence on the row itself.
 *
 * A list binds a row again whenever its place or its selection changes, and rows go from slot to
 * slot (eh-insight-slot.c): so a row keeps what it shows until it is given something else, and
 * keeps its labels and tags for the next. */

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

typedef struct {
  GtkWidget *box;
  GtkWidget *marker;
  GtkWidget *label;
} Name;

struct _EhInsightRow {
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkWidget *words;
  GtkWidget *notes;
  GtkWidget *who;
  Name names[MAX_SHOWN]; /* in who; made when needed, as all that follows */
  GtkWidget *role;
  GtkWidget *others;
  GtkWidget *time;
  GtkWidget *uses;
  GtkWidget *uses_number;
  GtkWidget *tags[MAX_SHOWN + 1]; /* "parked" may stand before those of the categories */
  GtkWidget *more;

  EhWorkspace *workspace;
  EhInsightItem *item;
  GtkListItem *list_item; /* not owned: it owns us */
  gulong changed_id;
  gboolean stale; /* what it shows has changed while the list had taken its item back */
};

G_DEFINE_FINAL_TYPE (EhInsightRow, eh_insight_row, GTK_TYPE_WIDGET)

/**
 * eh_insight_row_time:
 * @said_at: seconds since 1970, UTC
 *
 * Returns: (transfer full): the time of day where it was said today, else the date too, and alone
 *   where it was in another year; "" for 0
 */
char *
eh_insight_row_time (gint64 said_at)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (said_at);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (said_at == 0 || at == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (at) != g_date_time_get_year (now))
    /* TRANSLATORS: a day of another year: "5 Dec 2024" */
    return g_date_time_format (at, _ ("%-e %b %Y"));
  if (g_date_time_get_day_of_year (at) != g_date_time_get_day_of_year (now))
    /* TRANSLATORS: a day and a time: "5 Dec, 14:31" */
    return g_date_time_format (at, _ ("%-e %b, %H:%M"));
  /* TRANSLATORS: a time of day on a clock of 24 hours */
  return g_date_time_format (at, _ ("%H:%M"));
}

static GtkWidget *
quiet_label (GtkWidget *parent)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "eh-quiet");
  gtk_widget_set_visible (label, FALSE);
  eh_wrap_append (EH_WRAP (parent), label);
  return label;
}

static void
show_label (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, text[0] != '\0');
}

static void
show_name (EhInsightRow *self, guint i, const char *text, int slot, gboolean named)
{
  Name *name = &self->names[i];

  if (name->box == NULL) {
    name->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    name->marker = eh_group_marker_new (slot);
    name->label = gtk_label_new (NULL);
    gtk_label_set_ellipsize (GTK_LABEL (name->label), PANGO_ELLIPSIZE_END);
    gtk_box_append (GTK_BOX (name->box), name->marker);
    gtk_box_append (GTK_BOX (name->box), name->label);
    gtk_widget_insert_after (name->box, self->who, i > 0 ? self->names[i - 1].box : NULL);
  }
  eh_group_marker_set_slot (EH_GROUP_MARKER (name->marker), slot);
  gtk_label_set_label (GTK_LABEL (name->label), text);
  if (named)
    gtk_widget_remove_css_class (name->label, "eh-quiet");
  else
    gtk_widget_add_css_class (name->label, "eh-quiet");
}

static void
show_who (EhInsightRow *self, const EhInsightCard *card)
{
  g_autofree char *time = eh_insight_row_time (card->insight->said_at);
  g_autofree char *others = NULL;
  guint n = card->people->len;
  guint n_names = MAX (MIN (n, MAX_SHOWN), 1);
  const EhCardPerson *only = n == 1 ? card->people->pdata[0] : NULL;
  gboolean group = n == 0 && card->group_label[0] != '\0';

  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++) {
    const EhCardPerson *person = card->people->pdata[i];

    show_name (self, i, eh_workspace_name_of (self->workspace, person->id, person->name),
               person->group_slot, TRUE);
  }
  if (n == 0)
    show_name (self, 0, group ? card->group_label : _ ("Not named"), card->group_slot, group);
  for (guint i = 0; i < MAX_SHOWN; i++)
    if (self->names[i].box != NULL)
      gtk_widget_set_visible (self->names[i].box, i < n_names);
  if (n > MAX_SHOWN)
    /* TRANSLATORS: how many more people gave an insight than are named */
    others = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MAX_SHOWN), n - MAX_SHOWN);
  show_label (self->role, only != NULL ? eh_workspace_role_of (self->workspace, only->role)
                          : group      ? _ ("nobody named")
                                       : "");
  show_label (self->others, others != NULL ? others : "");
  show_label (self->time, time);
}

static char *
uses_of (const EhInsightCard *card)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u place of the guidance",
                                       "in %u places of the guidance", card->n_uses),
                          card->n_uses);
}

/* The sign of the guidance, and how often. */
static void
show_uses (EhInsightRow *self, const EhInsightCard *card)
{
  g_autofree char *uses = uses_of (card);
  g_autofree char *number = g_strdup_printf ("%u", card->n_uses);

  gtk_widget_set_visible (self->uses, card->n_uses > 0);
  if (card->n_uses == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->uses_number), number);
  gtk_widget_set_tooltip_text (self->uses, uses);
}

static void
show_tag (EhInsightRow *self, guint i, const char *text, int slot)
{
  if (self->tags[i] == NULL) {
    self->tags[i] = eh_tag_new (text, slot);
    gtk_widget_insert_after (self->tags[i], self->notes, i > 0 ? self->tags[i - 1] : self->uses);
  }
  eh_tag_set (EH_TAG (self->tags[i]), text, slot);
}

static void
show_tags (EhInsightRow *self, const EhInsightCard *card)
{
  g_autofree char *more = NULL;
  guint n = card->categories->len;
  guint used = 0;

  if (card->insight->parked)
    show_tag (self, used++, _ ("parked"), -1);
  else if (n == 0)
    show_tag (self, used++, _ ("not sorted yet"), -1);
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++) {
    const EhCardCategory *category = card->categories->pdata[i];

    show_tag (self, used++, category->label, category->top_slot);
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->tags); i++)
    if (self->tags[i] != NULL)
      gtk_widget_set_visible (self->tags[i], i < used);
  if (n > MAX_SHOWN)
    /* TRANSLATORS: how many more categories an insight has than are shown; a number after a plus */
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "+%u", "+%u", n - MAX_SHOWN),
                            n - MAX_SHOWN);
  show_label (self->more, more != NULL ? more : "");
}

static void
add_who (GPtrArray *parts, EhWorkspace *workspace, const EhInsightCard *card)
{
  for (guint i = 0; i < card->people->len; i++) {
    const EhCardPerson *person = card->people->pdata[i];

    g_ptr_array_add (parts, g_strdup (eh_workspace_name_of (workspace, person->id, person->name)));
    if (*eh_workspace_role_of (workspace, person->role) != '\0')
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
 * @workspace: the window's workspace, which knows whether names are hidden
 * @card: an insight
 *
 * Returns: (transfer full): what a screen reader says of it: the words, who, when, where it belongs
 */
char *
eh_insight_row_describe (EhWorkspace *workspace, const EhInsightCard *card)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *time = eh_insight_row_time (card->insight->said_at);

  g_autofree char *words = eh_workspace_hide_names (workspace, card->insight->text);

  g_ptr_array_add (parts, eh_text_clean_line (words));
  add_who (parts, workspace, card);
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
  const EhInsightCard *card;
  g_autofree char *words = NULL;
  g_autofree char *said = NULL;

  self->stale = self->list_item == NULL;
  if (self->stale)
    return;
  card = eh_insight_item_get_card (self->item);
  gtk_widget_set_visible (self->notes, card != NULL);
  if (card == NULL) {
    gtk_label_set_label (GTK_LABEL (self->words), "");
    return;
  }
  said = eh_insight_row_describe (self->workspace, card);
  words = eh_workspace_hide_names (self->workspace, card->insight->text);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  show_who (self, card);
  show_uses (self, card);
  show_tags (self, card);
  eh_compat_list_item_set_label (self->list_item, said);
}

/* A row that the list keeps for another time must not keep names either. */
static void
room_display_cb (EhInsightRow *self)
{
  if (self->item != NULL)
    show (self);
  if (!self->stale)
    return;
  gtk_label_set_label (GTK_LABEL (self->words), "");
  for (guint i = 0; i < MAX_SHOWN; i++)
    if (self->names[i].label != NULL)
      gtk_label_set_label (GTK_LABEL (self->names[i].label), "");
}

static void
forget (EhInsightRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
}

static void
eh_insight_row_dispose (GObject *object)
{
  EhInsightRow *self = EH_INSIGHT_ROW (object);

  forget (self);
  g_clear_object (&self->workspace);
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
make_uses (EhInsightRow *self)
{
  self->uses = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->uses_number = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (self->uses), gtk_image_new_from_icon_name ("eh-guidance-symbolic"));
  gtk_box_append (GTK_BOX (self->uses), self->uses_number);
  gtk_widget_add_css_class (self->uses, "eh-quiet");
  gtk_widget_set_margin_end (self->uses, 4);
  gtk_widget_set_visible (self->uses, FALSE);
  eh_wrap_append (EH_WRAP (self->notes), self->uses);
}

static void
eh_insight_row_init (EhInsightRow *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->words = gtk_label_new (NULL);
  self->notes = g_object_new (EH_TYPE_WRAP, "spacing", 6, "spread", TRUE, NULL);
  self->who = eh_wrap_new (6);
  eh_wrap_append (EH_WRAP (self->notes), self->who);
  self->role = quiet_label (self->who);
  self->others = quiet_label (self->who);
  self->time = quiet_label (self->who);
  make_uses (self);
  self->more = quiet_label (self->notes);
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
 * @workspace: the window's workspace
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
eh_insight_row_new (EhWorkspace *workspace)
{
  EhInsightRow *self = g_object_new (EH_TYPE_INSIGHT_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (room_display_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * eh_insight_row_bind:
 * @self: a row, the child of @list_item
 * @list_item: what the list has given it to show
 */
void
eh_insight_row_bind (EhInsightRow *self, GtkListItem *list_item)
{
  EhInsightItem *item = gtk_list_item_get_item (list_item);

  self->list_item = list_item;
  if (self->item == item && !self->stale)
    return;
  forget (self);
  self->item = g_object_ref (item);
  self->changed_id = g_signal_connect_swapped (self->item, "changed", G_CALLBACK (show), self);
  show (self);
}

/**
 * eh_insight_row_unbind:
 * @self: a row
 *
 * The list has taken its item back, perhaps only to give it again.
 */
void
eh_insight_row_unbind (EhInsightRow *self)
{
  self->list_item = NULL;
}

/**
 * eh_insight_row_release:
 * @self: a row
 *
 * It shows nothing any more, and waits to be bound to something else.
 */
void
eh_insight_row_release (EhInsightRow *self)
{
  forget (self);
  self->list_item = NULL;
  self->stale = TRUE;
}
