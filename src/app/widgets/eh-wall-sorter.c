/* One note of the wall after the other, large: who, what kind, where it belongs, Enter. The
 * keyboard stays on the note: digits tick categories, @ says who, Alt and a letter what kind. */

#include "eh-wall-sorter.h"

#include "eh-category-counts.h"
#include "eh-category-use.h"
#include "eh-category.h"
#include "eh-choice-button.h"
#include "eh-compat.h"
#include "eh-kind-keys.h"
#include "eh-project.h"
#include "eh-reader.h"
#include "eh-text.h"
#include "eh-wall-note.h"
#include "eh-who-chip.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define N_NUMBERS 9

struct _EhWallSorter {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  GtkLabel *where;
  GtkWidget *card;
  GtkLabel *text;
  GtkLabel *marks;
  EhWhoChip *who;
  EhChoiceButton *kind;
  EhChoiceButton *more;
  GtkWidget *ticks;
  GtkCheckButton *left_out;

  GPtrArray *categories; /* (element-type EhCategory) of the framework, not retired */
  EhId numbered[N_NUMBERS];
  GPtrArray *notes; /* (element-type EhWallNote) */
  guint at;
  gboolean showing; /* the widgets are being set, not used */
};

enum {
  DONE,
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhWallSorter, eh_wall_sorter, GTK_TYPE_WIDGET)

static EhWallNote *
note_now (EhWallSorter *self)
{
  return self->notes != NULL && self->at < self->notes->len ? self->notes->pdata[self->at] : NULL;
}

static const EhCategory *
category_of (EhWallSorter *self, EhId id)
{
  for (guint i = 0; i < self->categories->len; i++)
    if (eh_row_id (self->categories->pdata[i]) == id)
      return self->categories->pdata[i];
  return NULL;
}

static int
place_of (const EhWallNote *note, EhId category_id)
{
  for (guint i = 0; i < note->categories->len; i++)
    if (g_array_index (note->categories, EhId, i) == category_id)
      return (int) i;
  return -1;
}

static char *
describe_marks (EhWallSorter *self, const EhWallNote *note)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (note->slip != NULL) {
    g_autofree char *number = g_strdup_printf ("%d", (int) note->slip->number);

    /* TRANSLATORS: the number and the code of a slip of paper */
    g_ptr_array_add (parts, g_strdup_printf (_ ("Slip %1$s (%2$s)"), number, note->slip->code));
  } else if (note->piece->slip != NULL) {
    /* TRANSLATORS: the number that was typed before a note */
    g_ptr_array_add (parts, g_strdup_printf (_ ("No slip of this workshop is numbered %s; the "
                                                "number stays in the words"),
                                             note->piece->slip));
  }
  if (note->piece->like >= 0)
    g_ptr_array_add (parts, g_strdup (note->piece->like_known
                                          ? _ ("Much like an insight that is there already")
                                          : _ ("Much like an earlier note")));
  if (note->piece->is_long)
    g_ptr_array_add (parts, g_strdup (_ ("Long: perhaps it is more than one note")));
  return eh_text_join (parts, " · ");
}

static void
show_ticks (EhWallSorter *self, const EhWallNote *note)
{
  GtkWidget *tick = gtk_widget_get_first_child (self->ticks);

  for (; tick != NULL; tick = gtk_widget_get_next_sibling (tick)) {
    const EhId *id = g_object_get_data (G_OBJECT (tick), "category");
    gboolean on = id != NULL && place_of (note, *id) >= 0;

    if (id == NULL)
      continue;
    gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), on);
    gtk_widget_set_visible (tick, on || g_object_get_data (G_OBJECT (tick), "number") != NULL);
  }
}

static void
show (EhWallSorter *self)
{
  EhWallNote *note = note_now (self);
  g_autofree char *number = g_strdup_printf ("%u", self->at + 1);
  g_autofree char *all = g_strdup_printf ("%u", self->notes->len);
  /* TRANSLATORS: which note is shown, and how many there are */
  g_autofree char *where = g_strdup_printf (_ ("Note %1$s of %2$s"), number, all);
  g_autofree char *marks = NULL;

  if (note == NULL)
    return;
  marks = describe_marks (self, note);
  self->showing = TRUE;
  gtk_label_set_label (self->where, where);
  gtk_label_set_label (self->text, eh_wall_note_text (note));
  gtk_label_set_label (self->marks, marks);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), marks[0] != '\0');
  eh_who_chip_set_who (self->who, note->who, note->role_group_id);
  eh_choice_button_set_selected (self->kind, note->kind);
  eh_choice_button_set_selected (self->more, EH_ID_NONE);
  show_ticks (self, note);
  gtk_check_button_set_active (self->left_out, note->left_out);
  self->showing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, where,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, eh_wall_note_text (note),
                                  -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
say (EhWallSorter *self)
{
  EhWallNote *note = note_now (self);
  g_autofree char *marks = note != NULL ? describe_marks (self, note) : NULL;
  g_autofree char *said = NULL;

  if (note == NULL)
    return;
  said = g_strdup_printf ("%s. %s. %s", gtk_label_get_label (self->where), eh_wall_note_text (note),
                          marks);
  eh_compat_announce (GTK_WIDGET (self), said);
}

static void
go (EhWallSorter *self, int step)
{
  if (step < 0 && self->at == 0)
    return;
  if (step > 0 && self->at + 1 >= self->notes->len) {
    g_signal_emit (self, signals[DONE], 0);
    return;
  }
  self->at = (guint) ((int) self->at + step);
  show (self);
  say (self);
  gtk_widget_grab_focus (self->card);
}

/* What belongs together on two notes is one. */
static void
join (EhWallSorter *self)
{
  EhWallNote *here = note_now (self);
  EhWallNote *before;
  EhWallPiece *joined;
  g_autofree char *words = NULL;

  if (here == NULL || self->at == 0)
    return;
  before = self->notes->pdata[self->at - 1];
  words = g_strdup_printf ("%s\n%s", eh_wall_note_text (before), eh_wall_note_text (here));
  joined = eh_wall_piece_new ("");
  g_free (joined->text);
  g_free (joined->whole);
  g_clear_pointer (&joined->slip, g_free);
  joined->text = g_strdup (words);
  joined->whole = g_strdup (words);
  joined->slip = g_strdup (before->slip != NULL ? before->piece->slip : NULL);
  joined->is_long = g_utf8_strlen (words, -1) > EH_WALL_LONG;
  eh_wall_piece_free (before->piece);
  before->piece = joined;
  g_ptr_array_remove_index (self->notes, self->at);
  self->at--;
  show (self);
  say (self);
}

static void
same_as_before (EhWallSorter *self)
{
  if (self->at == 0)
    return;
  eh_wall_note_same_as (note_now (self), self->notes->pdata[self->at - 1]);
  show (self);
  eh_compat_announce (GTK_WIDGET (self), eh_who_chip_get_text (self->who));
}

static void
toggle (EhWallSorter *self, EhId category_id)
{
  EhWallNote *note = note_now (self);
  const EhCategory *category = category_of (self, category_id);
  int place = note != NULL ? place_of (note, category_id) : -1;

  if (note == NULL || category == NULL)
    return;
  if (place >= 0)
    g_array_remove_index (note->categories, (guint) place);
  else
    g_array_append_val (note->categories, category_id);
  self->showing = TRUE;
  show_ticks (self, note);
  self->showing = FALSE;
  eh_compat_announce (GTK_WIDGET (self), category->label);
}

static void
leave_out_cb (EhWallSorter *self)
{
  EhWallNote *note = note_now (self);

  if (self->showing || note == NULL)
    return;
  note->left_out = gtk_check_button_get_active (self->left_out);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
key_cb (EhWallSorter *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint digit = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? keyval - GDK_KEY_KP_1 + 1
                : keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9     ? keyval - GDK_KEY_1 + 1
                                                                 : 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (digit > 0) {
    toggle (self, self->numbered[digit - 1]);
    return TRUE;
  }
  switch (keyval) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_Page_Down:
  case GDK_KEY_j:
    go (self, 1);
    return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_k:
    go (self, -1);
    return TRUE;
  case GDK_KEY_BackSpace:
    join (self);
    return TRUE;
  case GDK_KEY_equal:
    same_as_before (self);
    return TRUE;
  case GDK_KEY_slash:
    eh_choice_button_open (self->more);
    return TRUE;
  case GDK_KEY_at:
    eh_who_chip_open (self->who, NULL, eh_workspace_get_workshop_id (self->workspace));
    return TRUE;
  case GDK_KEY_Delete:
    gtk_check_button_set_active (self->left_out, !gtk_check_button_get_active (self->left_out));
    return TRUE;
  default:
    return FALSE;
  }
}

static void
picked_cb (EhWallSorter *self)
{
  EhWallNote *note = note_now (self);

  if (note != NULL)
    eh_wall_note_set_who (note, eh_who_chip_get_contributors (self->who),
                          eh_who_chip_get_role_group (self->who));
}

static void
back_to_card (EhWallSorter *self)
{
  gtk_widget_grab_focus (self->card);
}

static void
kind_chosen_cb (EhWallSorter *self)
{
  EhWallNote *note = note_now (self);

  if (note != NULL && !self->showing)
    note->kind = (EhInsightKind) eh_choice_button_get_selected (self->kind);
  back_to_card (self);
}

static gboolean
kind_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  EhWallSorter *self = EH_WALL_SORTER (widget);
  EhId kind = (EhId) g_variant_get_uint32 (args);

  if (eh_choice_button_get_selected (self->kind) == kind)
    kind = EH_INSIGHT_KIND_NONE;
  eh_choice_button_set_selected (self->kind, kind);
  kind_chosen_cb (self);
  eh_compat_announce (widget, eh_choice_button_get_text (self->kind));
  return TRUE;
}

static void
more_chosen_cb (EhWallSorter *self)
{
  EhId id = eh_choice_button_get_selected (self->more);

  eh_choice_button_set_selected (self->more, EH_ID_NONE);
  if (id != EH_ID_NONE)
    toggle (self, id);
  back_to_card (self);
}

static void
tick_cb (GtkCheckButton *tick, EhWallSorter *self)
{
  const EhId *id = g_object_get_data (G_OBJECT (tick), "category");
  EhWallNote *note = note_now (self);

  if (!self->showing && note != NULL &&
      gtk_check_button_get_active (tick) != (place_of (note, *id) >= 0))
    toggle (self, *id);
}

static void
add_tick (EhWallSorter *self, const EhCategory *category, guint number)
{
  g_autofree char *digit = g_strdup_printf ("%u", number);
  /* TRANSLATORS: the digit that ticks a category, and its name */
  g_autofree char *label = number > 0 ? g_strdup_printf (_ ("%1$s  %2$s"), digit, category->label)
                                      : g_strdup (category->label);
  GtkWidget *tick = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (tick), "category", g_memdup2 (&category->id, sizeof (EhId)),
                          g_free);
  if (number > 0)
    g_object_set_data (G_OBJECT (tick), "number", GUINT_TO_POINTER (number));
  g_signal_connect_object (tick, "toggled", G_CALLBACK (tick_cb), self, 0);
  eh_wrap_append (EH_WRAP (self->ticks), tick);
}

static int
compare_use (gconstpointer a, gconstpointer b, gpointer use)
{
  guint left = eh_category_use_of (use, eh_row_id (*(gpointer const *) a));
  guint right = eh_category_use_of (use, eh_row_id (*(gpointer const *) b));

  return left == right ? 0 : left > right ? -1 : 1;
}

/* The digits go to the commonest; those without one are shown once they are ticked. */
static void
load_categories (EhWallSorter *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  g_autoptr (GHashTable) use = eh_category_counts_get (eh_category_counts_of (self->workspace));
  g_autoptr (GPtrArray) common = g_ptr_array_new ();

  self->categories = eh_reader_list_of (db, &eh_category_row_type, "framework_id",
                                        project != NULL ? project->framework_id : EH_ID_NONE);
  for (guint i = self->categories->len; i > 0; i--)
    if (((EhCategory *) self->categories->pdata[i - 1])->retired)
      g_ptr_array_remove_index (self->categories, i - 1);
  for (guint i = 0; i < self->categories->len; i++)
    g_ptr_array_add (common, self->categories->pdata[i]);
  g_ptr_array_sort_with_data (common, compare_use, use);
  g_ptr_array_set_size (common, (int) MIN (common->len, N_NUMBERS));
  eh_choice_button_add (self->more, EH_ID_NONE, _ ("Another category"), 0, "/",
                        EH_CHOICE_NO_MARKER);
  eh_choice_button_set_resting (self->more, EH_ID_NONE);
  for (guint i = 0, n = 0; i < self->categories->len; i++) {
    EhCategory *category = self->categories->pdata[i];
    gboolean numbered = g_ptr_array_find (common, category, NULL);

    if (numbered)
      self->numbered[n++] = category->id;
    add_tick (self, category, numbered ? n : 0);
    eh_choice_button_add (self->more, category->id, category->label,
                          category->parent_id != EH_ID_NONE ? 1 : 0, NULL, EH_CHOICE_NO_MARKER);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->categories->len > N_NUMBERS);
}

static void
eh_wall_sorter_dispose (GObject *object)
{
  EhWallSorter *self = EH_WALL_SORTER (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_wall_sorter_parent_class)->dispose (object);
}

static gboolean
eh_wall_sorter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (EH_WALL_SORTER (widget)->card);
}

static void
eh_wall_sorter_class_init (EhWallSorterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_wall_sorter_dispose;
  widget_class->grab_focus = eh_wall_sorter_grab_focus;
  /**
   * EhWallSorter::done: Enter was pressed on the last note
   */
  signals[DONE] = g_signal_new ("done", EH_TYPE_WALL_SORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  /**
   * EhWallSorter::changed: what will be added is not what it was
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_WALL_SORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  return label;
}

static void
make_card (EhWallSorter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->where = GTK_LABEL (new_label ("eh-quiet"));
  self->text = GTK_LABEL (new_label ("title-1"));
  self->marks = GTK_LABEL (new_label ("eh-hint"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->where));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->marks));
  gtk_widget_set_vexpand (GTK_WIDGET (self->text), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
  self->card = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                             "focusable", TRUE, "vexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "eh-wall-card");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (self->card), box);
  gtk_widget_add_controller (self->card, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
}

static void
eh_wall_sorter_init (EhWallSorter *self)
{
  GtkWidget *row = eh_wrap_new (8);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *hint = new_label ("eh-hint");

  make_card (self);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->who = g_object_new (EH_TYPE_WHO_CHIP, NULL);
  self->kind = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Kind")));
  self->more = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Another category")));
  self->ticks = eh_wrap_new (8);
  self->left_out = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Leave this one out")));
  gtk_label_set_label (GTK_LABEL (hint),
                       _ ("Enter: next · @: who · digits and /: categories · =: as the one before "
                          "· Backspace: join with the one before · Delete: leave out · Page Up: "
                          "back"));
  eh_wrap_append (EH_WRAP (row), GTK_WIDGET (self->who));
  eh_wrap_append (EH_WRAP (row), GTK_WIDGET (self->kind));
  eh_wrap_append (EH_WRAP (row), GTK_WIDGET (self->more));
  gtk_box_append (GTK_BOX (self->body), self->card);
  gtk_box_append (GTK_BOX (self->body), row);
  gtk_box_append (GTK_BOX (self->body), self->ticks);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->left_out));
  gtk_box_append (GTK_BOX (self->body), hint);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  eh_kind_keys_fill (self->kind);
  eh_kind_keys_add (GTK_SHORTCUT_CONTROLLER (keys), kind_key_cb);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->who, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->who, "closed", G_CALLBACK (back_to_card), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "chosen", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "chosen", G_CALLBACK (more_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left_out, "toggled", G_CALLBACK (leave_out_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_wall_sorter_new:
 * @workspace: the window's workspace, with a project
 *
 * Returns: (transfer floating): a sorter without notes
 */
GtkWidget *
eh_wall_sorter_new (EhWorkspace *workspace)
{
  EhWallSorter *self = g_object_new (EH_TYPE_WALL_SORTER, NULL);

  self->workspace = g_object_ref (workspace);
  eh_who_chip_set_workspace (self->who, workspace);
  load_categories (self);
  return GTK_WIDGET (self);
}

/**
 * eh_wall_sorter_set_notes:
 * @notes: (element-type EhWallNote): at least one; they are changed in place
 */
void
eh_wall_sorter_set_notes (EhWallSorter *self, GPtrArray *notes)
{
  g_return_if_fail (notes->len > 0);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = g_ptr_array_ref (notes);
  self->at = 0;
  show (self);
}
