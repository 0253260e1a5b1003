/* What is known of the room of a workshop: every item of the list that ships, what is not known yet
 * first. An answer that was just given stays where it is until the list is looked at again. */

#include "eh-venue-board.h"

#include "eh-fields.h"
#include "eh-form.h"
#include "eh-text.h"
#include "eh-venue-check.h"
#include "eh-venue-list.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EhVenueItem item;
  GtkWidget *row;
  GtkWidget *note;
  EhForm *form;
} Item;

struct _EhVenueBoard {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  GtkWidget *box;
  GtkLabel *summary;
  GtkWidget *rows;
  GPtrArray *items; /* (element-type Item): in the order of the list that ships */
};

G_DEFINE_FINAL_TYPE (EhVenueBoard, eh_venue_board, GTK_TYPE_WIDGET)

static void
item_free (Item *item)
{
  g_clear_object (&item->form);
  g_free (item);
}

static EhVenueAnswer
answer_of (const Item *item)
{
  const EhVenueCheck *check = eh_form_get_row (item->form);

  return check != NULL ? check->answer : EH_VENUE_ANSWER_NOT_KNOWN;
}

static void
show_summary (EhVenueBoard *self)
{
  guint unknown = 0;
  guint missing = 0;
  g_autofree char *known_text = NULL;
  g_autofree char *missing_text = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->items->len; i++) {
    unknown += answer_of (self->items->pdata[i]) == EH_VENUE_ANSWER_NOT_KNOWN;
    missing += answer_of (self->items->pdata[i]) == EH_VENUE_ANSWER_NO;
  }
  known_text = unknown == 0 ? g_strdup (_ ("Everything is known."))
                            : g_strdup_printf (
                                  g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u is not known yet.",
                                               "%1$u of %2$u are not known yet.", unknown),
                                  unknown, self->items->len);
  missing_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "%u is missing: ask for a way round.",
                                               "%u are missing: ask for ways round.", missing),
                                  missing);
  /* TRANSLATORS: two sentences about a room: what is not known, what is missing */
  text = missing > 0 ? g_strdup_printf (_ ("%1$s %2$s"), known_text, missing_text)
                     : g_strdup (known_text);
  gtk_label_set_label (self->summary, text);
}

/* A note has room as soon as something is known. */
static void
show_item (EhVenueBoard *self, Item *item)
{
  const EhVenueCheck *check = eh_form_get_row (item->form);

  gtk_widget_set_visible (item->note,
                          check != NULL && (check->answer != EH_VENUE_ANSWER_NOT_KNOWN ||
                                            !eh_text_is_blank (check->note)));
}

static void
form_changed_cb (EhForm *form, EhVenueBoard *self)
{
  for (guint i = 0; i < self->items->len; i++)
    show_item (self, self->items->pdata[i]);
  if (self->workshop_id != EH_ID_NONE)
    show_summary (self);
}

static void
arrange (EhVenueBoard *self)
{
  GtkWidget *last = NULL;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->items->len; i++) {
      Item *item = self->items->pdata[i];

      if ((answer_of (item) == EH_VENUE_ANSWER_NOT_KNOWN) != (pass == 0))
        continue;
      gtk_box_reorder_child_after (GTK_BOX (self->rows), item->row, last);
      last = item->row;
    }
}

static void
build_item (EhVenueBoard *self, Item *item)
{
  GtkWidget *wrap = eh_wrap_new (8);
  GtkWidget *answer = gtk_drop_down_new (NULL, NULL);
  GtkWidget *label = eh_fields_words (item->item.label, "eh-field-label");
  GtkWidget *hint = eh_fields_words (item->item.hint, "eh-hint");
  /* TRANSLATORS: what a text beside something about a room is called: "Note: A quiet room" */
  g_autofree char *note_name = g_strdup_printf (_ ("Note: %s"), item->item.label);

  item->row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  item->note = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (item->note), _ ("Note"));
  gtk_editable_set_width_chars (GTK_EDITABLE (item->note), 12);
  gtk_widget_set_hexpand (item->note, TRUE);
  gtk_widget_set_visible (item->note, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  note_name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (answer), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, hint, NULL,
                                  -1);
  eh_wrap_append (EH_WRAP (wrap), answer);
  eh_wrap_append (EH_WRAP (wrap), item->note);
  gtk_box_append (GTK_BOX (item->row), label);
  gtk_box_append (GTK_BOX (item->row), hint);
  gtk_box_append (GTK_BOX (item->row), wrap);
  gtk_widget_add_css_class (item->row, "eh-check-row");
  gtk_box_append (GTK_BOX (self->rows), item->row);
  item->form = eh_form_new (self->workspace, &eh_venue_check_row_type,
                            _ ("Answered the venue checklist"));
  eh_form_bind_choice (item->form, "answer", answer);
  eh_form_bind_text (item->form, "note", item->note);
}

static void
eh_venue_board_map (GtkWidget *widget)
{
  arrange (EH_VENUE_BOARD (widget));
  GTK_WIDGET_CLASS (eh_venue_board_parent_class)->map (widget);
}

static void
eh_venue_board_dispose (GObject *object)
{
  EhVenueBoard *self = EH_VENUE_BOARD (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_venue_board_parent_class)->dispose (object);
}

static void
eh_venue_board_class_init (EhVenueBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_venue_board_dispose;
  GTK_WIDGET_CLASS (klass)->map = eh_venue_board_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_venue_board_init (EhVenueBoard *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->summary = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), eh_fields_heading (_ ("The room")));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_venue_board_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the checklist of no workshop
 */
GtkWidget *
eh_venue_board_new (EhWorkspace *workspace)
{
  EhVenueBoard *self = g_object_new (EH_TYPE_VENUE_BOARD, NULL);

  self->workspace = g_object_ref (workspace);
  for (guint i = 0; i < eh_venue_list_size (); i++) {
    Item *item = g_new0 (Item, 1);

    item->item = eh_venue_list_item (i);
    build_item (self, item);
    g_ptr_array_add (self->items, item);
    g_signal_connect_object (item->form, "changed", G_CALLBACK (form_changed_cb), self, 0);
  }
  return GTK_WIDGET (self);
}

/**
 * eh_venue_board_set_workshop:
 * @self: a checklist
 * @workshop_id: whose room, or none
 */
void
eh_venue_board_set_workshop (EhVenueBoard *self, EhId workshop_id)
{
  for (guint i = 0; i < self->items->len; i++)
    eh_form_set_id (((Item *) self->items->pdata[i])->form, EH_ID_NONE);
  self->workshop_id = workshop_id;
  if (workshop_id == EH_ID_NONE)
    return;
  for (guint i = 0; i < self->items->len; i++) {
    Item *item = self->items->pdata[i];
    g_autoptr (EhVenueCheck) blank = eh_venue_check_new ();

    blank->id = eh_venue_check_id (workshop_id, item->item.key);
    blank->workshop_id = workshop_id;
    eh_set_str (&blank->item, item->item.key);
    eh_form_set_blank (item->form, blank);
    eh_form_set_id (item->form, blank->id);
  }
  arrange (self);
  show_summary (self);
}
