/* What to print for a workshop, how many and on which paper. What makes no difference to the kind
 * that is chosen is not asked. */

#include "eh-print-choices.h"

#include "eh-activity.h"
#include "eh-drop-down.h"
#include "eh-fields.h"
#include "eh-text.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define USUAL_SLIPS 24
#define MOST        1000
#define MOST_EMPTY  100

struct _EhPrintChoices {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GArray *workshop_ids; /* behind the drop-down lists */
  GArray *activity_ids;
  gboolean filling;

  GtkWidget *body;
  GtkWidget *kind;
  GtkLabel *about;
  GtkWidget *workshop;
  GtkWidget *question;
  GtkWidget *question_field;
  GtkWidget *numbers;
  GtkWidget *first;
  GtkWidget *count;
  GtkLabel *made;
  GtkWidget *empty;
  GtkWidget *empty_field;
  GtkWidget *per_page;
  GtkWidget *per_page_field;
  GtkWidget *size;
  GtkWidget *letters;
  GtkWidget *letters_field;
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhPrintChoices, eh_print_choices, GTK_TYPE_WIDGET)

static const guint per_page[] = { 0, 2, 4, 6 };
static const guint points[] = { 0, 18, 24 };

static guint
selected (GtkWidget *drop_down, guint n)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return position < n ? position : 0;
}

static EhPaperKind
chosen_kind (EhPrintChoices *self)
{
  return (EhPaperKind) selected (self->kind, EH_PAPER_N_KINDS);
}

static EhId
chosen_id (GtkWidget *drop_down, GArray *ids)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return position < ids->len ? g_array_index (ids, EhId, position) : EH_ID_NONE;
}

static guint
number_in (GtkWidget *spin)
{
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));
}

/* ---- what is asked ---- */

static void
show_made (EhPrintChoices *self)
{
  guint made = eh_job_paper_slips_made (eh_workspace_get_db (self->workspace),
                                        chosen_id (self->workshop, self->workshop_ids));
  g_autofree char *text = NULL;

  if (made == 0)
    text = g_strdup (_ ("None has been made yet. They are made, and get their codes, when you "
                        "print or save them."));
  else
    text = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE,
            "There is %u slip already. Printed again, it keeps its number and code.",
            "There are %u slips already. Printed again, they keep their numbers and codes.", made),
        made);
  gtk_label_set_label (self->made, text);
}

static void
show_fields (EhPrintChoices *self)
{
  EhPaperKind kind = chosen_kind (self);
  gboolean slips = kind == EH_PAPER_SLIPS;

  gtk_label_set_label (self->about, eh_paper_kind_about (kind));
  gtk_widget_set_visible (self->question_field, slips && self->activity_ids->len > 1);
  gtk_widget_set_visible (self->numbers, slips);
  gtk_widget_set_visible (GTK_WIDGET (self->made), slips);
  gtk_widget_set_visible (self->per_page_field, slips);
  gtk_widget_set_visible (self->empty_field, kind == EH_PAPER_TENTS || kind == EH_PAPER_SIGN_IN);
  gtk_widget_set_visible (self->letters_field, eh_paper_kind_can_be_large (kind));
  if (slips)
    show_made (self);
}

static void
changed (EhPrintChoices *self)
{
  if (self->filling)
    return;
  show_fields (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- what there is to choose from ---- */

static void
append (GtkStringList *words, GArray *ids, const char *text, EhId id)
{
  g_autofree char *line = eh_text_clean_line (text);
  g_autofree char *shown = eh_text_shorten (line, 60);

  gtk_string_list_append (words, shown);
  g_array_append_val (ids, id);
}

static void
set_list (GtkWidget *drop_down, GtkStringList *words, GArray *ids, EhId chosen)
{
  guint position = 0;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, EhId, i) == chosen)
      position = i;
  eh_drop_down_set_words (GTK_DROP_DOWN (drop_down), words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), position);
}

static void
fill_questions (EhPrintChoices *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  EhId workshop = chosen_id (self->workshop, self->workshop_ids);
  EhId before = chosen_id (self->question, self->activity_ids);
  g_autoptr (GPtrArray) rows = eh_reader_list_of (eh_workspace_get_db (self->workspace),
                                                  &eh_activity_row_type, "workshop_id", workshop);

  g_array_set_size (self->activity_ids, 0);
  for (guint i = 0; workshop != EH_ID_NONE && i < rows->len; i++) {
    const EhActivity *activity = rows->pdata[i];

    if (!eh_text_is_blank (activity->prompt))
      append (words, self->activity_ids, activity->prompt, activity->id);
  }
  set_list (self->question, words, self->activity_ids, before);
}

static void
fill (EhPrintChoices *self, EhId chosen)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) rows = eh_reader_list (eh_workspace_get_db (self->workspace),
                                               &eh_workshop_row_type);

  self->filling = TRUE;
  g_array_set_size (self->workshop_ids, 0);
  for (guint i = 0; i < rows->len; i++) {
    const EhWorkshop *workshop = rows->pdata[i];

    append (words, self->workshop_ids, workshop->title, workshop->id);
  }
  append (words, self->workshop_ids, _ ("No workshop: the whole project"), EH_ID_NONE);
  set_list (self->workshop, words, self->workshop_ids, chosen);
  fill_questions (self);
  self->filling = FALSE;
}

/* As many as were printed before, or what a hall needs. */
static void
suggest_slips (EhPrintChoices *self)
{
  guint made = eh_job_paper_slips_made (eh_workspace_get_db (self->workspace),
                                        chosen_id (self->workshop, self->workshop_ids));

  self->filling = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->first), 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), made > 0 ? made : USUAL_SLIPS);
  self->filling = FALSE;
}

static void
workshop_cb (EhPrintChoices *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  fill_questions (self);
  self->filling = FALSE;
  suggest_slips (self);
  changed (self);
}

/* ---- putting it together ---- */

static GtkWidget *
add_field (EhPrintChoices *self, const char *label, GtkWidget *control, GtkWidget **field)
{
  GtkWidget *box = eh_fields_labelled (label, control);

  if (GTK_IS_DROP_DOWN (control))
    gtk_widget_set_halign (control, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (self->body), box);
  if (field != NULL)
    *field = box;
  return control;
}

static GtkWidget *
add_list (EhPrintChoices *self, const char *label, const char *const *words, GtkWidget **field)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);

  eh_drop_down_let_shrink (GTK_DROP_DOWN (drop_down));
  return add_field (self, label, drop_down, field);
}

static GtkLabel *
add_words (EhPrintChoices *self)
{
  GtkWidget *label = eh_fields_words (NULL, "eh-hint");

  gtk_box_append (GTK_BOX (self->body), label);
  return GTK_LABEL (label);
}

static void
make_paper (EhPrintChoices *self)
{
  const char *const letters[] = { _ ("The usual size"), _ ("Large print, 18 points"),
                                  _ ("Very large print, 24 points"), NULL };
  const char *const slips[] = { _ ("As suits the paper"), "2", "4", "6", NULL };
  const char *sizes[EH_PAPER_N_SIZES + 1] = { NULL };

  for (EhPaperSize i = 0; i < EH_PAPER_N_SIZES; i++)
    sizes[i] = eh_paper_size_label (i);
  self->per_page = add_list (self, _ ("Slips on a pa_ge"), slips, &self->per_page_field);
  self->size = add_list (self, _ ("Pa_per"), sizes, NULL);
  self->letters = add_list (self, _ ("_Letters"), letters, &self->letters_field);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->size),
                              eh_paper_size_usual (gtk_paper_size_get_default ()));
}

static void
make_body (EhPrintChoices *self)
{
  const char *kinds[EH_PAPER_N_KINDS + 1] = { NULL };
  const char *const none[] = { NULL };

  for (EhPaperKind i = 0; i < EH_PAPER_N_KINDS; i++)
    kinds[i] = eh_paper_kind_label (i);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  self->kind = add_list (self, _ ("_What to print"), kinds, NULL);
  self->about = add_words (self);
  self->workshop = add_list (self, _ ("Wor_kshop"), none, NULL);
  self->question = add_list (self, _ ("_Question on the slips"), none, &self->question_field);
  self->count = gtk_spin_button_new_with_range (1, MOST, 1);
  self->first = gtk_spin_button_new_with_range (1, MOST, 1);
  self->numbers = eh_wrap_new (14);
  eh_fields_append (self->numbers, eh_fields_labelled (_ ("_How many"), self->count));
  eh_fields_append (self->numbers, eh_fields_labelled (_ ("From _number"), self->first));
  gtk_box_append (GTK_BOX (self->body), self->numbers);
  self->made = add_words (self);
  self->empty = add_field (self, _ ("_Empty ones beside them"),
                           gtk_spin_button_new_with_range (0, MOST_EMPTY, 1), &self->empty_field);
  make_paper (self);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->empty), 6);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

static void
connect (EhPrintChoices *self)
{
  GtkWidget *lists[] = { self->kind, self->question, self->per_page, self->size, self->letters };
  GtkWidget *numbers[] = { self->first, self->count, self->empty };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect_object (lists[i], "notify::selected", G_CALLBACK (changed), self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_signal_connect_object (numbers[i], "value-changed", G_CALLBACK (changed), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workshop, "notify::selected", G_CALLBACK (workshop_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
eh_print_choices_dispose (GObject *object)
{
  EhPrintChoices *self = EH_PRINT_CHOICES (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->workshop_ids, g_array_unref);
  g_clear_pointer (&self->activity_ids, g_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_print_choices_parent_class)->dispose (object);
}

static void
eh_print_choices_class_init (EhPrintChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_print_choices_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  /**
   * EhPrintChoices::changed: something else is to be printed
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_PRINT_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
eh_print_choices_init (EhPrintChoices *self)
{
  self->workshop_ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  self->activity_ids = g_array_new (FALSE, FALSE, sizeof (EhId));
}

/**
 * eh_print_choices_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the choices, for the workshop that goes on or is looked at
 */
GtkWidget *
eh_print_choices_new (EhWorkspace *workspace)
{
  EhPrintChoices *self = g_object_new (EH_TYPE_PRINT_CHOICES, NULL);
  EhLiveSession *live = eh_workspace_get_live (workspace);
  EhId workshop = eh_live_session_get_suggested (live);

  self->workspace = g_object_ref (workspace);
  if (eh_live_session_is_on (live))
    workshop = eh_live_session_get_workshop_id (live);
  if (workshop == EH_ID_NONE)
    workshop = eh_workspace_get_workshop_id (workspace);
  make_body (self);
  fill (self, workshop);
  suggest_slips (self);
  show_fields (self);
  connect (self);
  return GTK_WIDGET (self);
}

/**
 * eh_print_choices_refresh:
 * @self: choices
 *
 * Reads again what there is to choose from.
 */
void
eh_print_choices_refresh (EhPrintChoices *self)
{
  fill (self, chosen_id (self->workshop, self->workshop_ids));
  show_fields (self);
}

/**
 * eh_print_choices_get_order:
 * @self: choices
 *
 * Returns: what is to be printed; its slips are for the caller to fill in
 */
EhPaperOrder
eh_print_choices_get_order (EhPrintChoices *self)
{
  EhPaperKind kind = chosen_kind (self);
  EhPaperOrder order = { .kind = kind,
                         .workshop_id = chosen_id (self->workshop, self->workshop_ids) };

  order.options.size = (EhPaperSize) selected (self->size, EH_PAPER_N_SIZES);
  if (kind == EH_PAPER_TENTS || kind == EH_PAPER_SIGN_IN)
    order.options.blank = number_in (self->empty);
  if (eh_paper_kind_can_be_large (kind))
    order.options.points = points[selected (self->letters, G_N_ELEMENTS (points))];
  if (kind == EH_PAPER_SLIPS) {
    order.options.per_page = per_page[selected (self->per_page, G_N_ELEMENTS (per_page))];
    order.options.activity_id = chosen_id (self->question, self->activity_ids);
  }
  return order;
}

/**
 * eh_print_choices_get_first:
 * @self: choices
 *
 * Returns: number of the first slip
 */
guint
eh_print_choices_get_first (EhPrintChoices *self)
{
  return number_in (self->first);
}

/**
 * eh_print_choices_get_count:
 * @self: choices
 *
 * Returns: how many slips, so that no number is above 1,000
 */
guint
eh_print_choices_get_count (EhPrintChoices *self)
{
  return MIN (number_in (self->count), MOST + 1 - number_in (self->first));
}

/**
 * eh_print_choices_get_why_not:
 * @self: choices
 *
 * Returns: (transfer full) (nullable): why nothing can be printed as it is chosen
 */
char *
eh_print_choices_get_why_not (EhPrintChoices *self)
{
  if (chosen_kind (self) == EH_PAPER_SLIPS &&
      chosen_id (self->workshop, self->workshop_ids) == EH_ID_NONE)
    return g_strdup (_ ("Slips belong to a workshop. Choose one, or add one first."));
  return NULL;
}
