/* A category that an insight may be placed under: a box to tick, the key that ticks it, and, once
 * it is ticked, who placed it there, how sure they are and why. */

#include "eh-category-row.h"

#include "eh-focus.h"

#include "eh-choice-button.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EhCategoryRow {
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkCheckButton *check;
  GtkWidget *key;
  GtkWidget *more;
  GtkWidget *placed;
  GtkWidget *popover; /* (nullable): made when it is first opened, as all that is in it */
  GtkCheckButton *unsure;
  GtkEditable *note;
  EhChoiceButton *placed_by;

  EhCategory *category;
  char *folded;
  guint number;
  guint n_placed;
  EhMapping
      *noted; /* (nullable): the placement that the note belongs to; none for several insights */
  gboolean setting;
};

enum {
  TOGGLED,
  NOTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhCategoryRow, eh_category_row, GTK_TYPE_WIDGET)

static void
check_toggled_cb (EhCategoryRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[TOGGLED], 0);
}

static void
tell_note (EhCategoryRow *self)
{
  if (self->setting || self->noted == NULL)
    return;
  g_signal_emit (self, signals[NOTED], 0, self->noted->id,
                 (int) eh_choice_button_get_selected (self->placed_by),
                 gtk_check_button_get_active (self->unsure), gtk_editable_get_text (self->note));
}

static void
note_done_cb (EhCategoryRow *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void make_popover (EhCategoryRow *self);

static void
show_note (EhCategoryRow *self)
{
  self->setting = TRUE;
  gtk_check_button_set_active (self->unsure, self->noted != NULL && self->noted->unsure);
  gtk_editable_set_text (self->note, self->noted != NULL ? self->noted->note : "");
  eh_choice_button_set_selected (self->placed_by, self->noted != NULL ? self->noted->placed_by : 0);
  self->setting = FALSE;
}

static void
more_cb (EhCategoryRow *self)
{
  if (self->popover == NULL) {
    make_popover (self);
    show_note (self);
  }
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
eh_category_row_dispose (GObject *object)
{
  EhCategoryRow *self = EH_CATEGORY_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_category_row_parent_class)->dispose (object);
}

static void
eh_category_row_finalize (GObject *object)
{
  EhCategoryRow *self = EH_CATEGORY_ROW (object);

  g_clear_pointer (&self->category, eh_category_free);
  g_clear_pointer (&self->noted, eh_mapping_free);
  g_free (self->folded);
  G_OBJECT_CLASS (eh_category_row_parent_class)->finalize (object);
}

static gboolean
eh_category_row_grab_focus (GtkWidget *widget)
{
  return eh_focus_hand_on (widget, GTK_WIDGET (EH_CATEGORY_ROW (widget)->check));
}

/* To set the tips beforehand is to ask the screen where the pointer is, for each of many rows. */
static gboolean
eh_category_row_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  EhCategoryRow *self = EH_CATEGORY_ROW (widget);
  graphene_rect_t bounds;
  gboolean on_more = gtk_widget_get_mapped (self->more) &&
                     gtk_widget_compute_bounds (self->more, widget, &bounds) &&
                     graphene_rect_contains_point (&bounds,
                                                   &GRAPHENE_POINT_INIT ((float) x, (float) y));
  const char *tip = on_more ? _ ("Say why, or that you are not sure") : self->category->plain;

  gtk_tooltip_set_text (tooltip, tip);
  return tip[0] != '\0';
}

static void
eh_category_row_class_init (EhCategoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_category_row_dispose;
  object_class->finalize = eh_category_row_finalize;
  widget_class->grab_focus = eh_category_row_grab_focus;
  widget_class->query_tooltip = eh_category_row_query_tooltip;
  /**
   * EhCategoryRow::toggled: somebody ticked it, or took the tick away
   */
  signals[TOGGLED] = g_signal_new ("toggled", EH_TYPE_CATEGORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * EhCategoryRow::noted:
   * @mapping_id: the placement
   * @placed_by: (type EhPlacedBy): who decided it
   * @unsure: "not sure"
   * @note: why
   */
  signals[NOTED] = g_signal_new ("noted", EH_TYPE_CATEGORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_INT, G_TYPE_BOOLEAN,
                                 G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "category");
}

static void
make_popover (EhCategoryRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Why here"));

  self->unsure = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("_Not sure")));
  self->note = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->note, 26);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->note));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unsure));
  self->placed_by = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Decided by")));
  for (int i = 0; i < EH_PLACED_BY_N_VALUES; i++)
    eh_choice_button_add (self->placed_by, i, eh_vocabulary_label (&eh_placed_by_vocabulary, i), 0,
                          NULL, EH_CHOICE_NO_MARKER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Decided by")));
  gtk_widget_set_halign (gtk_widget_get_last_child (box), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->placed_by));
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->note, "activate", G_CALLBACK (note_done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (tell_note), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unsure, "toggled", G_CALLBACK (tell_note), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->placed_by, "chosen", G_CALLBACK (tell_note), self,
                           G_CONNECT_SWAPPED);
}

static void
eh_category_row_init (EhCategoryRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->number = EH_CATEGORY_ROW_NO_NUMBER;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->key = gtk_label_new (NULL);
  self->more = gtk_button_new_from_icon_name ("document-edit-symbolic");
  self->placed = gtk_label_new (NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->check), TRUE);
  gtk_widget_add_css_class (self->key, "eh-key");
  gtk_widget_set_valign (self->key, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->key, FALSE);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->placed, "eh-placed");
  gtk_label_set_wrap (GTK_LABEL (self->placed), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->placed), 0);
  gtk_widget_set_visible (self->placed, FALSE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (line), self->more);
  gtk_box_append (GTK_BOX (line), self->key);
  gtk_box_append (GTK_BOX (self->body), line);
  gtk_box_append (GTK_BOX (self->body), self->placed);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_category_row_new:
 * @category: a category; copied
 *
 * Returns: (transfer floating): a row without a tick
 */
GtkWidget *
eh_category_row_new (const EhCategory *category)
{
  EhCategoryRow *self = g_object_new (EH_TYPE_CATEGORY_ROW, NULL);
  g_autofree char *all = g_strjoin (" ", category->label, category->plain, category->definition,
                                    NULL);
  /* TRANSLATORS: name of a button; %s is a category */
  g_autofree char *more = g_strdup_printf (_ ("Note on %s"), category->label);
  GtkWidget *label = gtk_label_new (category->label);

  self->category = eh_category_copy (category);
  self->folded = eh_text_fold (all);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (self->check, label);
  if (category->plain[0] != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, category->plain, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  category->label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * eh_category_row_get_category:
 * @self: a row
 *
 * Returns: (transfer none): its category
 */
const EhCategory *
eh_category_row_get_category (EhCategoryRow *self)
{
  return self->category;
}

/**
 * eh_category_row_set_number:
 * @self: a row
 * @number: the digit that ticks it, or %EH_CATEGORY_ROW_NO_NUMBER
 */
void
eh_category_row_set_number (EhCategoryRow *self, guint number)
{
  char digit[2] = { (char) ('0' + number % 10), '\0' };

  self->number = number;
  gtk_label_set_label (GTK_LABEL (self->key), eh_category_row_has_number (self) ? digit : "");
  gtk_widget_set_visible (self->key, eh_category_row_has_number (self));
}

/**
 * eh_category_row_has_number:
 * @self: a row
 *
 * Returns: whether a digit ticks it
 */
gboolean
eh_category_row_has_number (EhCategoryRow *self)
{
  return self->number != EH_CATEGORY_ROW_NO_NUMBER;
}

/**
 * eh_category_row_set_state:
 * @self: a row
 * @n_placed: how many of the insights are under it
 * @n_insights: of how many
 */
void
eh_category_row_set_state (EhCategoryRow *self, guint n_placed, guint n_insights)
{
  self->setting = TRUE;
  self->n_placed = n_placed;
  gtk_check_button_set_active (self->check, n_placed > 0 && n_placed == n_insights);
  gtk_check_button_set_inconsistent (self->check, n_placed > 0 && n_placed < n_insights);
  self->setting = FALSE;
}

/**
 * eh_category_row_get_n_placed:
 * @self: a row
 *
 * Returns: how many of the insights are under it
 */
guint
eh_category_row_get_n_placed (EhCategoryRow *self)
{
  return self->n_placed;
}

static char *
words_of (const EhMapping *mapping)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *coder = eh_text_isolate (mapping->coder);

  g_ptr_array_add (parts, mapping->coder[0] != '\0'
                              ? g_steal_pointer (&coder)
                              : g_strdup (eh_vocabulary_label (&eh_placed_by_vocabulary,
                                                               (int) mapping->placed_by)));
  if (mapping->unsure)
    g_ptr_array_add (parts, g_strdup (_ ("not sure")));
  if (mapping->note[0] != '\0')
    g_ptr_array_add (parts, eh_text_isolate (mapping->note));
  return eh_text_join (parts, " · ");
}

/**
 * eh_category_row_set_mappings:
 * @self: a row
 * @mappings: (element-type EhMapping): the placements of one insight under it; empty for none, and
 *   for several insights
 *
 * Says who placed it, and lets note why. The note is on the team's own placement, or on the first.
 */
void
eh_category_row_set_mappings (EhCategoryRow *self, GPtrArray *mappings)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  const EhMapping *noted = mappings->len > 0 ? mappings->pdata[0] : NULL;

  for (guint i = 0; i < mappings->len; i++) {
    const EhMapping *mapping = mappings->pdata[i];

    g_ptr_array_add (lines, words_of (mapping));
    if (mapping->coder[0] == '\0')
      noted = mapping;
  }
  text = eh_text_join (lines, "\n");
  g_clear_pointer (&self->noted, eh_mapping_free);
  self->noted = noted != NULL ? eh_mapping_copy (noted) : NULL;
  gtk_label_set_label (GTK_LABEL (self->placed), text);
  gtk_widget_set_visible (self->placed, noted != NULL);
  gtk_widget_set_visible (self->more, noted != NULL);
  if (self->popover != NULL && !gtk_widget_get_visible (self->popover))
    show_note (self);
}

/**
 * eh_category_row_set_pointed:
 * @self: a row
 * @pointed: whether Enter in the search field ticks it
 */
void
eh_category_row_set_pointed (EhCategoryRow *self, gboolean pointed)
{
  if (pointed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "eh-pointed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "eh-pointed");
}

/**
 * eh_category_row_matches:
 * @self: a row
 * @folded: what was typed, from eh_text_fold()
 *
 * Returns: whether it stands in the label or in what belongs here
 */
gboolean
eh_category_row_matches (EhCategoryRow *self, const char *folded)
{
  return strstr (self->folded, folded) != NULL;
}

/**
 * eh_category_row_describe:
 * @self: a row
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
eh_category_row_describe (EhCategoryRow *self)
{
  const char *state = gtk_check_button_get_active (self->check) ? _ ("ticked") : _ ("not ticked");

  /* TRANSLATORS: a category, and whether it is ticked */
  return g_strdup_printf (_ ("%1$s: %2$s"), self->category->label, state);
}
