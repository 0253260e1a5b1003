/* What was found in a document that is to be published, in three groups: what must be settled, what
 * somebody should look at, and what is fine. Each leads to its place, or is let stand with a
 * reason. */

#include "eh-publish-list.h"

#include "eh-fields.h"
#include "eh-reader.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhPublishList {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhDataset *dataset;    /* (nullable): what was looked over */
  EhPublishCheck *check; /* (nullable, not owned) */
  GtkWidget *box;
  GtkWidget *groups[EH_PUBLISH_N_STATES];
  GtkWidget *cards[EH_PUBLISH_N_STATES];
};

enum {
  GO,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhPublishList, eh_publish_list, GTK_TYPE_WIDGET)

/* ---- Where a finding leads ---- */

static const char *
place_of (EhPublishList *self, const EhPublishItem *item, EhId *id)
{
  *id = item->row;
  if (item->type == &eh_block_row_type)
    return "guidance";
  if (item->type == &eh_participant_row_type)
    return "people";
  if (item->type == &eh_insight_row_type)
    return "insights";
  if (item->type == &eh_promise_row_type) {
    g_autoptr (EhPromise) promise = eh_reader_get (eh_workspace_get_db (self->workspace),
                                                   &eh_promise_row_type, item->row);

    *id = promise != NULL ? promise->workshop_id : EH_ID_NONE;
    return *id != EH_ID_NONE ? "workshops" : NULL;
  }
  return NULL;
}

static const EhPublishItem *
item_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "item");
}

static void
go_cb (GtkWidget *button, EhPublishList *self)
{
  EhId id;
  const char *place = place_of (self, item_of (button), &id);
  g_autoptr (EhWorkspace) workspace = g_object_ref (self->workspace);

  if (place == NULL)
    return;
  g_signal_emit (self, signals[GO], 0);
  eh_workspace_show_item (workspace, place, id);
}

/* ---- Letting it stand ---- */

static void
stand (EhPublishList *self, GtkWidget *button)
{
  const EhPublishItem *item = item_of (button);
  EhTextField *field = g_object_get_data (G_OBJECT (button), "field");
  g_autofree char *reason = eh_text_field_get_text (field);
  g_autoptr (EhLookedAt) row = NULL;

  if (eh_text_is_blank (reason)) {
    eh_text_field_set_hint (field, _ ("Say why in a few words: it is kept with what is published."),
                            TRUE);
    gtk_widget_grab_focus (eh_text_field_get_input (field));
    return;
  }
  row = eh_publish_item_let_stand (item, self->dataset, reason);
  if (row != NULL && eh_workspace_put (self->workspace, &eh_looked_at_row_type, row,
                                       _ ("Let something stand"), NULL))
    eh_workspace_toast (self->workspace, _ ("Looked at: it is fine"), TRUE);
}

static void
stand_cb (GtkWidget *button, EhPublishList *self)
{
  stand (self, button);
}

static void
entered_cb (GtkWidget *input, EhPublishList *self)
{
  stand (self, g_object_get_data (G_OBJECT (input), "button"));
}

static void
again_cb (GtkWidget *button, EhPublishList *self)
{
  eh_workspace_remove (self->workspace, &eh_looked_at_row_type, item_of (button)->looked_at,
                       _ ("Asked again"), _ ("It is asked again"));
}

static void
add_button (EhPublishList *self,
            GtkWidget *wrap,
            const EhPublishItem *item,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = eh_fields_button (label);

  g_object_set_data (G_OBJECT (button), "item", (gpointer) item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  item->message, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  eh_wrap_append (EH_WRAP (wrap), button);
}

static void
add_reason (EhPublishList *self, GtkWidget *card, const EhPublishItem *item)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *field = eh_text_field_new (_ ("Why it is fine"), FALSE);
  GtkWidget *button = eh_fields_button (_ ("Let It Stand"));
  GtkWidget *input = eh_text_field_get_input (EH_TEXT_FIELD (field));

  eh_fields_name_expander (expander, _ ("It is fine, because…"));
  g_object_set_data (G_OBJECT (button), "item", (gpointer) item);
  g_object_set_data (G_OBJECT (button), "field", field);
  g_object_set_data (G_OBJECT (input), "button", button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (stand_cb), self, 0);
  g_signal_connect_object (input, "activate", G_CALLBACK (entered_cb), self, 0);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 8);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_box_append (GTK_BOX (card), expander);
}

/* ---- The cards ---- */

static void
add_words (EhPublishList *self, GtkWidget *card, const EhPublishItem *item)
{
  g_autofree char *message = eh_workspace_hide_names (self->workspace, item->message);
  g_autofree char *label = eh_workspace_hide_names (self->workspace, item->label);
  /* TRANSLATORS: words of the document that a finding is about */
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), label);

  gtk_box_append (GTK_BOX (card),
                  eh_fields_words (eh_publish_area_label (item->area), "eh-field-label"));
  gtk_box_append (GTK_BOX (card), eh_fields_words (message, "eh-body"));
  if (item->type == &eh_block_row_type && !eh_text_is_blank (label))
    gtk_box_append (GTK_BOX (card), eh_fields_words (quoted, "eh-hint"));
  if (!eh_text_is_blank (item->reason)) {
    g_autofree char *reason = eh_text_isolate (item->reason);
    /* TRANSLATORS: %s is why somebody let it stand */
    g_autofree char *says = g_strdup_printf (_ ("Let stand: %s"), reason);

    gtk_box_append (GTK_BOX (card), eh_fields_words (says, "eh-hint"));
  }
}

static void
add_card (EhPublishList *self, const EhPublishItem *item)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *wrap = eh_wrap_new (8);
  EhId id;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "eh-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->message, -1);
  add_words (self, card, item);
  if (item->state != EH_PUBLISH_FINE && place_of (self, item, &id) != NULL)
    add_button (self, wrap, item, _ ("Go There"), G_CALLBACK (go_cb));
  if (item->reason != NULL)
    add_button (self, wrap, item, _ ("Ask Again"), G_CALLBACK (again_cb));
  if (gtk_widget_get_first_child (wrap) != NULL)
    gtk_box_append (GTK_BOX (card), wrap);
  else
    g_object_ref_sink (wrap), g_object_unref (wrap);
  if (item->state == EH_PUBLISH_LOOK)
    add_reason (self, card, item);
  gtk_box_append (GTK_BOX (self->cards[item->state]), card);
}

/* As many as somebody works through; the next come when these are settled. */
static void
add_cards (EhPublishList *self, EhPublishState state)
{
  g_autoptr (EhAlike) alike = eh_publish_check_alike (self->check, state);

  for (guint i = 0; i < self->check->items->len; i++) {
    const EhPublishItem *item = self->check->items->pdata[i];
    guint n_more;

    if (item->state != state || !eh_alike_next (alike, item->id, &n_more))
      continue;
    add_card (self, item);
    if (n_more > 0) {
      g_autofree char *text = eh_alike_more_text (n_more);

      gtk_box_append (GTK_BOX (self->cards[state]), eh_fields_words (text, "eh-hint"));
    }
  }
}

static void
clear (EhPublishList *self)
{
  for (EhPublishState state = 0; state < EH_PUBLISH_N_STATES; state++) {
    GtkWidget *child;

    while ((child = gtk_widget_get_first_child (self->cards[state])) != NULL)
      gtk_box_remove (GTK_BOX (self->cards[state]), child);
  }
}

/* "Look at this (4)" */
static char *
heading_of (EhPublishCheck *check, EhPublishState state)
{
  /* TRANSLATORS: a group of findings, and how many there are: "Look at this (4)" */
  return g_strdup_printf (_ ("%1$s (%2$u)"), eh_publish_state_label (state), check->n[state]);
}

static void
show_headings (EhPublishList *self, EhPublishCheck *check)
{
  for (EhPublishState state = 0; state < EH_PUBLISH_N_STATES; state++) {
    g_autofree char *text = heading_of (check, state);

    if (GTK_IS_EXPANDER (self->groups[state]))
      eh_fields_name_expander (self->groups[state], text);
    else
      gtk_label_set_label (GTK_LABEL (self->groups[state]), text);
    gtk_widget_set_visible (self->groups[state], check->n[state] > 0);
  }
}

static void
eh_publish_list_dispose (GObject *object)
{
  EhPublishList *self = EH_PUBLISH_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->dataset, eh_dataset_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_publish_list_parent_class)->dispose (object);
}

static void
eh_publish_list_class_init (EhPublishListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_publish_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /* Somebody goes to where a finding is. */
  signals[GO] = g_signal_new ("go", EH_TYPE_PUBLISH_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
eh_publish_list_init (EhPublishList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (EhPublishState state = 0; state < EH_PUBLISH_N_STATES; state++) {
    self->cards[state] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
    self->groups[state] = state == EH_PUBLISH_FINE ? gtk_expander_new (NULL)
                                                   : eh_fields_heading ("");
    gtk_widget_set_visible (self->groups[state], FALSE);
    gtk_box_append (GTK_BOX (self->box), self->groups[state]);
    if (state == EH_PUBLISH_FINE)
      gtk_expander_set_child (GTK_EXPANDER (self->groups[state]), self->cards[state]);
    else
      gtk_box_append (GTK_BOX (self->box), self->cards[state]);
  }
}

/**
 * eh_publish_list_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a list of nothing
 */
GtkWidget *
eh_publish_list_new (EhWorkspace *workspace)
{
  EhPublishList *self = g_object_new (EH_TYPE_PUBLISH_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * eh_publish_list_show:
 * @self: a list
 * @dataset: the project that was looked over
 * @check: what was found, which must live until the next time
 */
void
eh_publish_list_show (EhPublishList *self, EhDataset *dataset, EhPublishCheck *check)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->box);

  /* A button that goes with the keyboard on it would take the window's own keys along. */
  if (had_focus)
    gtk_root_set_focus (root, NULL);
  clear (self);
  g_clear_pointer (&self->dataset, eh_dataset_unref);
  self->dataset = eh_dataset_ref (dataset);
  self->check = check;
  for (EhPublishState state = 0; state < EH_PUBLISH_N_STATES; state++)
    add_cards (self, state);
  show_headings (self, check);
  if (had_focus)
    gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}
