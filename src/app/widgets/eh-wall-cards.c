/* The wall's first face: what was said, as cards, section by section. What has just come stands out
 * by a border for a while. There are only as many cards as a page has, however much was said; a
 * card that goes is kept for the next one that comes. It is shown (eh-wall-data.h says by which
 * rule); while names are hidden from the room, no card is by name, whatever its contributor chose.
 */

#include "eh-wall-cards.h"

#include "eh-fields.h"
#include "eh-text.h"
#include "eh-vocabulary.h"
#include "eh-wall-columns.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NEW_SECONDS 20
#define FADE_MS     600
/* One speaker's story must not take the wall. */
#define MOST_LINES 14
/* Some screens of a projector. */
#define PAGE_CARDS 60

struct _EhWallCards {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhWallData *data;
  GtkWidget *scrolled;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *empty;
  GHashTable *columns; /* (element-type EhId EhWallColumns): the boxes of sections, by category */
  GHashTable *cards;   /* (element-type EhId GtkWidget): those on the page, by insight */
  GPtrArray *spare;    /* (element-type GtkWidget): cards of nothing */
  GHashTable *known;   /* (element-type EhId): what was on the wall before */
  GtkWidget *turner;
  GtkLabel *place;
  GtkWidget *newer;
  GtkWidget *older;
  guint page;
  gboolean movement;
  guint timer;
};

G_DEFINE_FINAL_TYPE (EhWallCards, eh_wall_cards, GTK_TYPE_WIDGET)

static EhId *
key_of (EhId id)
{
  return g_memdup2 (&id, sizeof id);
}

static char *
footer_of (EhWallCards *self, const EhWallCard *card)
{
  const EhPublicInsight *insight = card->insight;
  gboolean by_name = insight->named && !eh_workspace_get_room_display (self->workspace);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  if (by_name || !insight->named)
    g_ptr_array_add (said, eh_text_isolate (insight->credit));
  if (insight->kind != EH_INSIGHT_KIND_NONE)
    g_ptr_array_add (said,
                     g_strdup (eh_vocabulary_label (&eh_insight_kind_vocabulary, insight->kind)));
  if (card->place != NULL)
    g_ptr_array_add (said, eh_text_isolate (card->place));
  if (insight->use == EH_TEXT_USE_GIST)
    g_ptr_array_add (said, g_strdup (_ ("in summary")));
  /* TRANSLATORS: between facts about something that was said: by whom, of what kind, about what */
  return eh_text_join (said, C_ ("between facts", " · "));
}

static void
fill_card (EhWallCards *self, GtkWidget *widget, const EhWallCard *card)
{
  GtkWidget *words = gtk_widget_get_first_child (widget);
  GtkWidget *footer = gtk_widget_get_last_child (widget);
  g_autofree char *text = eh_workspace_hide_names (self->workspace, card->insight->text);
  g_autofree char *about = footer_of (self, card);
  g_autofree char *name = NULL;

  /* Most of them stay as they are when one more is accepted. */
  if (g_str_equal (gtk_label_get_label (GTK_LABEL (words)), text) &&
      g_str_equal (gtk_label_get_label (GTK_LABEL (footer)), about))
    return;
  gtk_label_set_label (GTK_LABEL (words), text);
  gtk_label_set_label (GTK_LABEL (footer), about);
  /* TRANSLATORS: an insight as a screen reader says it: the words, then by whom and of what kind */
  name = g_strdup_printf (_ ("%1$s. %2$s"), text, about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
card_new (void)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  8, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *words = eh_fields_words (NULL, "eh-wall-words");

  gtk_label_set_lines (GTK_LABEL (words), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (card, "eh-wall-card");
  gtk_box_append (GTK_BOX (card), words);
  gtk_box_append (GTK_BOX (card), eh_fields_words (NULL, "eh-wall-footer"));
  return card;
}

static gboolean
calm_cb (gpointer data)
{
  EhWallCards *self = data;
  GHashTableIter iter;
  gpointer card;

  self->timer = 0;
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    gtk_widget_remove_css_class (card, "eh-wall-new");
  return G_SOURCE_REMOVE;
}

static void
bring_in (EhWallCards *self, GtkWidget *card)
{
  AdwAnimation *animation;

  gtk_widget_add_css_class (card, "eh-wall-new");
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (NEW_SECONDS, calm_cb, self);
  if (!self->movement || !adw_get_enable_animations (card))
    return;
  animation = adw_timed_animation_new (
      card, 0, 1, FADE_MS, adw_property_animation_target_new (G_OBJECT (card), "opacity"));
  adw_animation_play (animation);
  g_object_unref (animation);
}

static GtkWidget *
columns_for (EhWallCards *self, const EhWallSection *section)
{
  GtkWidget *columns = g_hash_table_lookup (self->columns, &section->id);
  GtkWidget *box;

  if (columns != NULL)
    return columns;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  columns = eh_wall_columns_new (section->title);
  gtk_widget_add_css_class (box, "eh-wall-section");
  gtk_box_append (GTK_BOX (box), eh_fields_heading (section->title));
  gtk_box_append (GTK_BOX (box), columns);
  gtk_box_append (GTK_BOX (self->box), box);
  g_hash_table_insert (self->columns, key_of (section->id), columns);
  return columns;
}

static GtkWidget *
card_for (EhWallCards *self, EhId id)
{
  GtkWidget *widget = g_hash_table_lookup (self->cards, &id);

  if (widget != NULL)
    return widget;
  widget = self->spare->len > 0 ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1)
                                : g_object_ref_sink (card_new ());
  g_hash_table_insert (self->cards, key_of (id), widget);
  return widget;
}

/* Puts each card in its place, from the one card to before the other; those that stay are the same
 * widgets. */
static void
show_section (EhWallCards *self,
              const EhWallSection *section,
              guint from,
              guint to,
              GHashTable *before,
              gboolean first)
{
  GtkWidget *columns = columns_for (self, section);
  GtkWidget *previous = NULL;

  for (guint i = from; i < to; i++) {
    const EhWallCard *card = section->cards->pdata[i];
    GtkWidget *widget = card_for (self, card->insight->id);

    fill_card (self, widget, card);
    if (gtk_widget_get_parent (widget) != columns) {
      if (gtk_widget_get_parent (widget) != NULL)
        gtk_widget_unparent (widget);
      gtk_widget_insert_after (widget, columns, previous);
    } else if (gtk_widget_get_prev_sibling (widget) != previous)
      gtk_widget_insert_after (widget, columns, previous);
    if (!g_hash_table_contains (self->known, &card->insight->id) && !first)
      bring_in (self, widget);
    g_hash_table_remove (before, &card->insight->id);
    previous = widget;
  }
}

static void
remove_gone (EhWallCards *self, GHashTable *gone)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    GtkWidget *card = g_hash_table_lookup (self->cards, id);

    if (gtk_widget_get_parent (card) != NULL)
      gtk_widget_unparent (card);
    gtk_widget_remove_css_class (card, "eh-wall-new");
    g_ptr_array_add (self->spare, g_object_ref (card));
    g_hash_table_remove (self->cards, id);
  }
}

/* Empty sections go, the others stand in the order of the framework. */
static void
arrange (EhWallCards *self)
{
  GtkWidget *previous = self->heading;
  GHashTableIter iter;
  gpointer columns;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, &columns))
    gtk_widget_set_visible (gtk_widget_get_parent (columns),
                            gtk_widget_get_first_child (columns) != NULL);
  for (guint i = 0; i < self->data->sections->len; i++) {
    const EhWallSection *section = self->data->sections->pdata[i];
    GtkWidget *columns_of = g_hash_table_lookup (self->columns, &section->id);
    GtkWidget *box = columns_of != NULL ? gtk_widget_get_parent (columns_of) : NULL;

    if (box == NULL)
      continue;
    gtk_box_reorder_child_after (GTK_BOX (self->box), box, previous);
    gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), section->title);
    previous = box;
  }
}

static GHashTable *
shown_ids (EhWallCards *self)
{
  GHashTable *ids = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (ids, key_of (*(EhId *) id));
  return ids;
}

static guint
n_pages (EhWallCards *self)
{
  return (MAX (self->data->n_cards, 1) + PAGE_CARDS - 1) / PAGE_CARDS;
}

static void
show_place (EhWallCards *self)
{
  guint n = self->data->n_cards;
  guint from = self->page * PAGE_CARDS;
  /* TRANSLATORS: which of how many cards are on the wall: "61 to 120 of 5,000" */
  g_autofree char *place = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%1$u to %2$u of %3$u", "%1$u to %2$u of %3$u", n), from + 1,
      MIN (from + PAGE_CARDS, n), n);

  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (self->turner, n > PAGE_CARDS);
  gtk_widget_set_sensitive (self->newer, self->page > 0);
  gtk_widget_set_sensitive (self->older, self->page + 1 < n_pages (self));
}

/* What comes next is new, and what is here is not. */
static void
know_all (EhWallCards *self)
{
  for (guint i = 0; i < self->data->sections->len; i++) {
    const EhWallSection *section = self->data->sections->pdata[i];

    for (guint j = 0; j < section->cards->len; j++) {
      const EhWallCard *card = section->cards->pdata[j];

      if (!g_hash_table_contains (self->known, &card->insight->id))
        g_hash_table_add (self->known, key_of (card->insight->id));
    }
  }
}

static void
show_page (EhWallCards *self, gboolean first)
{
  g_autoptr (GHashTable) before = shown_ids (self);
  guint from, to, at = 0;

  self->page = MIN (self->page, n_pages (self) - 1);
  from = self->page * PAGE_CARDS;
  to = from + PAGE_CARDS;
  for (guint i = 0; i < self->data->sections->len; i++) {
    const EhWallSection *section = self->data->sections->pdata[i];
    guint end = at + section->cards->len;

    if (at < to && end > from)
      show_section (self, section, MAX (from, at) - at, MIN (to, end) - at, before, first);
    at = end;
  }
  remove_gone (self, before);
  arrange (self);
  know_all (self);
  show_place (self);
}

static GtkAdjustment *
adjustment_of (EhWallCards *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

static void
turn (EhWallCards *self, int pages)
{
  self->page = (guint) ((int) self->page + pages);
  show_page (self, FALSE);
  gtk_adjustment_set_value (adjustment_of (self), 0);
}

static void
newer_cb (EhWallCards *self)
{
  turn (self, -1);
}

static void
older_cb (EhWallCards *self)
{
  turn (self, 1);
}

/**
 * eh_wall_cards_show:
 * @self: cards
 * @data: what may be shown to the room
 */
void
eh_wall_cards_show (EhWallCards *self, EhWallData *data)
{
  gboolean first = self->data == NULL;
  EhId newest = first ? EH_ID_NONE : self->data->newest;

  eh_wall_data_ref (data);
  g_clear_pointer (&self->data, eh_wall_data_unref);
  self->data = data;
  if (self->movement && newest != data->newest && !first)
    self->page = 0;
  show_page (self, first);
  gtk_widget_set_visible (self->empty, data->n_cards == 0);
  gtk_widget_set_visible (self->scrolled, data->n_cards > 0);
  if (self->movement && newest != data->newest && !first)
    gtk_adjustment_set_value (adjustment_of (self), 0);
}

static void
renamed_cb (EhWallCards *self)
{
  if (self->data != NULL)
    eh_wall_cards_show (self, self->data);
}

static void
eh_wall_cards_dispose (GObject *object)
{
  EhWallCards *self = EH_WALL_CARDS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->data, eh_wall_data_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_wall_cards_parent_class)->dispose (object);
}

static void
eh_wall_cards_class_init (EhWallCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_wall_cards_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_turner (EhWallCards *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->newer = eh_fields_icon_button ("go-previous-symbolic", _ ("Newer cards (Page Up)"));
  self->older = eh_fields_icon_button ("go-next-symbolic", _ ("Older cards (Page Down)"));
  self->place = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (self->newer, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->older, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->newer);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (box), self->older);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (box, FALSE);
  /* The bar of the window comes over the end of what is scrolled. */
  gtk_widget_set_margin_bottom (box, 48);
  g_signal_connect_object (self->newer, "clicked", G_CALLBACK (newer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->older, "clicked", G_CALLBACK (older_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
eh_wall_cards_init (EhWallCards *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->columns = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  self->cards = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, g_object_unref);
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_hash_table_new_full (eh_id_hash, eh_id_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->heading = eh_fields_words (NULL, "eh-wall-heading");
  self->scrolled = gtk_scrolled_window_new ();
  self->empty = eh_fields_words (_ ("Nothing is on the wall yet."), "eh-wall-empty");
  gtk_widget_add_css_class (self->box, "eh-wall-body");
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->turner = make_turner (self);
  gtk_box_append (GTK_BOX (body), self->box);
  gtk_box_append (GTK_BOX (body), self->turner);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), body);
  gtk_widget_set_halign (self->empty, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->empty, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

/**
 * eh_wall_cards_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a wall of no cards
 */
GtkWidget *
eh_wall_cards_new (EhWorkspace *workspace)
{
  EhWallCards *self = g_object_new (EH_TYPE_WALL_CARDS, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (renamed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * eh_wall_cards_set_heading:
 * @self: cards
 * @heading: what was asked, or ""
 */
void
eh_wall_cards_set_heading (EhWallCards *self, const char *heading)
{
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_widget_set_visible (self->heading, !eh_text_is_blank (heading));
}

/**
 * eh_wall_cards_set_movement:
 * @self: cards
 * @movement: whether what is new fades in and is scrolled to; never where the desktop asked for
 *   less movement
 */
void
eh_wall_cards_set_movement (EhWallCards *self, gboolean movement)
{
  self->movement = movement;
}

/**
 * eh_wall_cards_scroll:
 * @self: cards
 * @pages: how many screens down; negative for up
 *
 * At the end of the cards that are there, the next older ones come; at their top, the newer ones.
 */
void
eh_wall_cards_scroll (EhWallCards *self, double pages)
{
  GtkAdjustment *adjustment = adjustment_of (self);
  double value = gtk_adjustment_get_value (adjustment);
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (self->data == NULL)
    return;
  if (pages > 0 && value >= last - 1 && self->page + 1 < n_pages (self))
    turn (self, 1);
  else if (pages < 0 && value <= 0 && self->page > 0)
    turn (self, -1);
  else
    gtk_adjustment_set_value (adjustment,
                              value + pages * gtk_adjustment_get_page_size (adjustment));
}
