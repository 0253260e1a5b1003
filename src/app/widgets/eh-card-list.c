/* A card for each row of a short list. Cards of rows that are still there stay the same widgets, so
 * that the keyboard stays where it is and nothing that is being typed is lost. A card may have a
 * form, which lives as long as the card is shown. */

#include "eh-card-list.h"

struct _EhCardList {
  GtkWidget parent_instance;

  GtkWidget *box;
  EhCardMaker make;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (EhCardList, eh_card_list, GTK_TYPE_WIDGET)

/* The form goes first: fields that fall apart would tell it of changes that nobody made. */
static void
drop (EhCardList *self, GtkWidget *card)
{
  eh_card_set_form (card, NULL);
  gtk_box_remove (GTK_BOX (self->box), card);
}

static void
eh_card_list_dispose (GObject *object)
{
  EhCardList *self = EH_CARD_LIST (object);

  if (self->box != NULL)
    eh_card_list_clear (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_card_list_parent_class)->dispose (object);
}

static void
eh_card_list_class_init (EhCardListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_card_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_card_list_init (EhCardList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * eh_card_list_new:
 * @make: makes the card of a row
 * @data: given to @make; it must outlive the list
 *
 * Returns: (transfer floating): a list with no cards, which hides itself as long as it has none
 */
GtkWidget *
eh_card_list_new (EhCardMaker make, gpointer data)
{
  EhCardList *self = g_object_new (EH_TYPE_CARD_LIST, NULL);

  self->make = make;
  self->data = data;
  return GTK_WIDGET (self);
}

/**
 * eh_card_list_find:
 * @self: a list
 * @id: a row
 *
 * Returns: (transfer none) (nullable): its card
 */
GtkWidget *
eh_card_list_find (EhCardList *self, EhId id)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (eh_card_get_id (card) == id)
      return card;
  return NULL;
}

static gboolean
is_among (GPtrArray *rows, EhId id)
{
  for (guint i = 0; i < rows->len; i++)
    if (eh_row_id (rows->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

/* Whoever removes a card with the keyboard is on the next one then. */
static void
drop_those_not_in (EhCardList *self, GPtrArray *rows)
{
  GtkWidget *next = NULL;

  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL; card = next) {
    gboolean had_focus = gtk_widget_get_focus_child (self->box) == card;

    next = gtk_widget_get_next_sibling (card);
    if (is_among (rows, eh_card_get_id (card)))
      continue;
    drop (self, card);
    if (had_focus && (next != NULL || gtk_widget_get_last_child (self->box) != NULL))
      gtk_widget_child_focus (next != NULL ? next : gtk_widget_get_last_child (self->box),
                              GTK_DIR_TAB_FORWARD);
  }
}

/**
 * eh_card_list_show:
 * @self: a list
 * @rows: (element-type gpointer): what to show, in order
 */
void
eh_card_list_show (EhCardList *self, GPtrArray *rows)
{
  GtkWidget *last = NULL;

  drop_those_not_in (self, rows);
  for (guint i = 0; i < rows->len; i++) {
    EhId id = eh_row_id (rows->pdata[i]);
    GtkWidget *card = eh_card_list_find (self, id);

    if (card == NULL) {
      card = self->make (rows->pdata[i], self->data);
      g_object_set_data_full (G_OBJECT (card), "row", g_memdup2 (&id, sizeof id), g_free);
      gtk_box_append (GTK_BOX (self->box), card);
    }
    if (gtk_widget_get_prev_sibling (card) != last)
      gtk_box_reorder_child_after (GTK_BOX (self->box), card, last);
    last = card;
  }
  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 0);
}

/**
 * eh_card_list_clear:
 * @self: a list
 *
 * Drops all cards, for rows of something else to come.
 */
void
eh_card_list_clear (EhCardList *self)
{
  GtkWidget *card = NULL;

  while ((card = gtk_widget_get_first_child (self->box)) != NULL)
    drop (self, card);
}

/**
 * eh_card_set_form:
 * @card: a card
 * @form: (transfer full) (nullable): the form behind its fields
 */
void
eh_card_set_form (GtkWidget *card, EhForm *form)
{
  g_object_set_data_full (G_OBJECT (card), "form", form, form != NULL ? g_object_unref : NULL);
}

/**
 * eh_card_get_form:
 * @card: a card
 *
 * Returns: (transfer none) (nullable): the form behind its fields
 */
EhForm *
eh_card_get_form (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), "form");
}

/**
 * eh_card_get_id:
 * @card: a card of a list
 *
 * Returns: the row that it stands for
 */
EhId
eh_card_get_id (GtkWidget *card)
{
  const EhId *id = g_object_get_data (G_OBJECT (card), "row");

  return id != NULL ? *id : EH_ID_NONE;
}
