/* A button that says what is chosen and, pressed, lets choose among a short list: which workshop,
 * which kind. Where the list is long, letters narrow it. Opened with Enter, Space or the pointer;
 * arrows walk, Enter chooses, Escape leaves it as it was. */

#include "eh-choice-button.h"

#include "eh-focus.h"

#include "eh-group-marker.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A list that is longer than this can be searched. */
#define SEARCH_FROM 12
/* Of the choices, as long as nothing is typed that tells them apart. */
#define MOST_ROWS 60

typedef struct {
  EhId id;
  char *label;
  char *folded; /* (nullable): for searching, once somebody does */
  guint depth;
  char *key; /* (nullable): the keys that choose it without opening the list */
  int slot;
} Choice;

struct _EhChoiceButton {
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *marker;
  GtkWidget *label;
  GtkWidget *popover; /* (nullable): made when it is first opened, as all that is in it */
  GtkWidget *search;
  GtkWidget *list;

  char *title;
  GPtrArray *choices;
  EhId selected;
  EhId resting; /* the choice that asks for nothing; any other is set off */
  gboolean has_resting;
};

enum {
  PROP_TITLE = 1,
  PROP_SELECTED,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhChoiceButton, eh_choice_button, GTK_TYPE_WIDGET)

static void
choice_free (Choice *choice)
{
  g_free (choice->label);
  g_free (choice->folded);
  g_free (choice->key);
  g_free (choice);
}

static Choice *
choice_of (EhChoiceButton *self, EhId id)
{
  for (guint i = 0; i < self->choices->len; i++) {
    Choice *choice = self->choices->pdata[i];

    if (choice->id == id)
      return choice;
  }
  return NULL;
}

static void
show_selected (EhChoiceButton *self)
{
  Choice *choice = choice_of (self, self->selected);
  gboolean set_off = self->has_resting && self->selected != self->resting;
  const char *said = choice != NULL ? choice->label : "";
  const char *text = choice == NULL || (self->has_resting && !set_off) ? self->title : said;
  g_autofree char *name = NULL;

  if (text == NULL)
    text = "";
  /* TRANSLATORS: read aloud for a button that opens a list: what it is about, then what is chosen,
   * such as "Workshop: Every workshop" */
  name = g_strdup_printf (_ ("%1$s: %2$s"), self->title != NULL ? self->title : "", said);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->marker, choice != NULL && choice->slot > EH_CHOICE_NO_MARKER);
  if (choice != NULL && choice->slot > EH_CHOICE_NO_MARKER)
    eh_group_marker_set_slot (EH_GROUP_MARKER (self->marker), choice->slot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (set_off)
    gtk_widget_add_css_class (self->button, "eh-set-off");
  else
    gtk_widget_remove_css_class (self->button, "eh-set-off");
}

static GtkWidget *
row_for (EhChoiceButton *self, const Choice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (choice->label);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_margin_start (box, (int) choice->depth * 18);
  if (choice->slot > EH_CHOICE_NO_MARKER)
    gtk_box_append (GTK_BOX (box), eh_group_marker_new (choice->slot));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (choice->key != NULL) {
    GtkWidget *key = gtk_label_new (choice->key);

    gtk_widget_add_css_class (key, "eh-key");
    gtk_box_append (GTK_BOX (box), key);
  }
  gtk_widget_set_opacity (tick, choice->id == self->selected ? 1 : 0);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->label, -1);
  return row;
}

/* Thousands of choices are not folded before somebody looks for one of them. */
static gboolean
is_found (Choice *choice, const char *typed)
{
  if (*typed == '\0')
    return TRUE;
  if (choice->folded == NULL)
    choice->folded = eh_text_fold (choice->label);
  return strstr (choice->folded, typed) != NULL;
}

static GtkWidget *
row_for_more (guint n)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "And %u more: type a part of it",
                   "And %u more: type a part of what you are looking for", n),
      n);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "eh-hint");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* No more rows than can be made within a frame; what is chosen is among them. */
static void
fill (EhChoiceButton *self)
{
  g_autofree char *typed = eh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint shown = 0;
  guint left_out = 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->choices->len; i++) {
    Choice *choice = self->choices->pdata[i];

    if (!is_found (choice, typed))
      continue;
    if (shown >= MOST_ROWS && choice->id != self->selected) {
      left_out++;
      continue;
    }
    shown++;
    row = row_for (self, choice);
    g_object_set_data (G_OBJECT (row), "choice", (gpointer) choice);
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    if (choice->id == self->selected)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  }
  if (left_out > 0)
    gtk_list_box_append (GTK_LIST_BOX (self->list), row_for_more (left_out));
}

static void
activated_cb (EhChoiceButton *self, GtkListBoxRow *row)
{
  const Choice *choice = g_object_get_data (G_OBJECT (row), "choice");
  EhId id = choice->id;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->button);
  if (id == self->selected)
    return;
  eh_choice_button_set_selected (self, id);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
searched_cb (EhChoiceButton *self)
{
  fill (self);
}

static void
search_done_cb (EhChoiceButton *self)
{
  GtkListBoxRow *row = NULL;

  /* Whoever types fast is there before the search has begun. */
  fill (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row != NULL)
    activated_cb (self, row);
}

static gboolean
search_key_cb (EhChoiceButton *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (keyval != GDK_KEY_Down || row == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
eh_choice_button_dispose (GObject *object)
{
  EhChoiceButton *self = EH_CHOICE_BUTTON (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_choice_button_parent_class)->dispose (object);
}

static void
eh_choice_button_finalize (GObject *object)
{
  EhChoiceButton *self = EH_CHOICE_BUTTON (object);

  g_free (self->title);
  g_ptr_array_unref (self->choices);
  G_OBJECT_CLASS (eh_choice_button_parent_class)->finalize (object);
}

static void
eh_choice_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EhChoiceButton *self = EH_CHOICE_BUTTON (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_SELECTED:
    g_value_set_int64 (value, self->selected);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
eh_choice_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EhChoiceButton *self = EH_CHOICE_BUTTON (object);

  switch (id) {
  case PROP_TITLE:
    eh_choice_button_set_title (self, g_value_get_string (value));
    break;
  case PROP_SELECTED:
    eh_choice_button_set_selected (self, g_value_get_int64 (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static gboolean
eh_choice_button_grab_focus (GtkWidget *widget)
{
  return eh_focus_hand_on (widget, EH_CHOICE_BUTTON (widget)->button);
}

static void
eh_choice_button_class_init (EhChoiceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_choice_button_dispose;
  object_class->finalize = eh_choice_button_finalize;
  object_class->get_property = eh_choice_button_get_property;
  object_class->set_property = eh_choice_button_set_property;
  widget_class->grab_focus = eh_choice_button_grab_focus;

  /**
   * EhChoiceButton:title: what is to be chosen: "Workshop"
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * EhChoiceButton:selected: the id of what is chosen
   */
  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * EhChoiceButton::chosen: somebody chose something else
   */
  signals[CHOSEN] = g_signal_new ("chosen", EH_TYPE_CHOICE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choice");
}

static void
make_button (EhChoiceButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = gtk_button_new ();
  self->marker = eh_group_marker_new (-1);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 28);
  gtk_box_append (GTK_BOX (box), self->marker);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "eh-choice");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (eh_choice_button_open), self,
                           G_CONNECT_SWAPPED);
}

static void
make_popover (EhChoiceButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->popover = gtk_popover_new ();
  self->search = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Type to narrow the list"), -1);
  g_object_set (self->search, "placeholder-text", _ ("Type to narrow the list"), NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 380);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->list);
  gtk_widget_add_css_class (self->list, "eh-choices");
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->title != NULL ? self->title : "", -1);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
eh_choice_button_init (EhChoiceButton *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  make_button (self);
  show_selected (self);
}

/**
 * eh_choice_button_new:
 * @title: what is to be chosen, in the language of the reader
 *
 * Returns: (transfer floating): a button without choices
 */
GtkWidget *
eh_choice_button_new (const char *title)
{
  return g_object_new (EH_TYPE_CHOICE_BUTTON, "title", title, NULL);
}

/**
 * eh_choice_button_set_title:
 * @self: a choice button
 * @title: (nullable): what is to be chosen, in the language of the reader
 */
void
eh_choice_button_set_title (EhChoiceButton *self, const char *title)
{
  if (!eh_set_str (&self->title, title))
    return;
  if (self->list != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    title != NULL ? title : "", -1);
  gtk_widget_set_tooltip_text (self->button, title);
  show_selected (self);
}

/**
 * eh_choice_button_clear:
 * @self: a choice button
 *
 * Forgets the choices; what is chosen stays.
 */
void
eh_choice_button_clear (EhChoiceButton *self)
{
  g_ptr_array_set_size (self->choices, 0);
  if (self->popover == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
}

/**
 * eh_choice_button_add:
 * @self: a choice button
 * @id: what it stands for, any number
 * @label: what people read
 * @depth: how far it is set in: 0, or 1 for what belongs to the choice above
 * @key: (nullable): the keys that choose it without the list, to be shown beside it
 * @slot: the marker of a role group, -1 for the marker of none, %EH_CHOICE_NO_MARKER for no marker
 */
void
eh_choice_button_add (
    EhChoiceButton *self, EhId id, const char *label, guint depth, const char *key, int slot)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->id = id;
  choice->label = g_strdup (label);
  choice->depth = depth;
  choice->key = g_strdup (key);
  choice->slot = slot;
  g_ptr_array_add (self->choices, choice);
  if (id == self->selected)
    show_selected (self);
}

/**
 * eh_choice_button_get_selected:
 * @self: a choice button
 *
 * Returns: the id of what is chosen
 */
EhId
eh_choice_button_get_selected (EhChoiceButton *self)
{
  return self->selected;
}

/**
 * eh_choice_button_set_selected:
 * @self: a choice button
 * @id: what to choose; the title is shown when it is none of the choices
 */
void
eh_choice_button_set_selected (EhChoiceButton *self, EhId id)
{
  gboolean changed = self->selected != id;

  self->selected = id;
  show_selected (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/**
 * eh_choice_button_set_resting:
 * @self: a choice button
 * @id: the choice that asks for nothing, such as "Every workshop"; the button then says its title,
 *   and any other choice is set off
 */
void
eh_choice_button_set_resting (EhChoiceButton *self, EhId id)
{
  self->resting = id;
  self->has_resting = TRUE;
  show_selected (self);
}

/**
 * eh_choice_button_get_text:
 * @self: a choice button
 *
 * Returns: (transfer none): what is chosen
 */
const char *
eh_choice_button_get_text (EhChoiceButton *self)
{
  Choice *choice = choice_of (self, self->selected);

  return choice != NULL ? choice->label : "";
}

/**
 * eh_choice_button_open:
 * @self: a choice button
 *
 * Shows the choices, the keyboard on what is chosen.
 */
void
eh_choice_button_open (EhChoiceButton *self)
{
  gboolean searched = self->choices->len > SEARCH_FROM;
  GtkListBoxRow *row;

  if (self->popover == NULL)
    make_popover (self);
  gtk_widget_set_visible (self->search, searched);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (searched)
    gtk_widget_grab_focus (self->search);
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
