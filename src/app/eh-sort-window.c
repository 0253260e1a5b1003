/* Sorting insights at speed: one at a time, large, with the categories beside it. Everything is
 * done with keys while the keyboard stays where a category is typed: letters find one, digits tick
 * those that were used last, Enter ticks what was found and, with nothing typed, goes on. */

#include "eh-sort-window.h"

#include "eh-actions.h"
#include "eh-category-picker.h"
#include "eh-category.h"
#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-insight-card.h"
#include "eh-insight-edit.h"
#include "eh-mapping.h"
#include "eh-reader.h"
#include "eh-sort-options.h"
#include "eh-sort-queue.h"
#include "eh-span-view.h"
#include "eh-suggestion-box.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-toast.h"
#include "eh-two-panes.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhSortWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhSortQueue *queue;
  char *coder;
  EhId framework_id;
  EhId last_category; /* what was placed last of the insight that is shown */

  AdwWindowTitle *title;
  GtkStack *stack;
  AdwToastOverlay *toasts;
  EhSortOptions *options;
  EhSpanView *words;
  GtkLabel *who;
  GtkLabel *part;
  EhSuggestionBox *suggestions;
  EhCategoryPicker *picker;
  GtkWidget *after; /* what can be said of the placement that was made last */
  GtkLabel *after_label;
  GtkCheckButton *unsure;
  GtkEditable *note;
  GtkEditable *reason;
  GtkWidget *park;
  GtkWidget *back;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (EhSortWindow, eh_sort_window, ADW_TYPE_WINDOW)

static EhDb *
db_of (EhSortWindow *self)
{
  return eh_workspace_get_db (self->workspace);
}

static void
say (EhSortWindow *self, const char *text)
{
  eh_compat_announce (GTK_WIDGET (self), text);
}

static char *
progress_text (EhSortWindow *self)
{
  guint total = eh_sort_queue_get_total (self->queue);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u left", "%1$u of %2$u left",
                                       eh_sort_queue_get_left (self->queue)),
                          eh_sort_queue_get_left (self->queue), total);
}

static char *
who_text (EhSortWindow *self, const EhInsightCard *card)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < card->people->len; i++) {
    const EhCardPerson *person = card->people->pdata[i];

    g_ptr_array_add (
        parts, eh_text_isolate (eh_workspace_name_of (self->workspace, person->id, person->name)));
    if (person->group_label[0] != '\0')
      g_ptr_array_add (parts, eh_text_isolate (person->group_label));
  }
  if (card->people->len == 0 && card->group_label[0] != '\0')
    g_ptr_array_add (parts, eh_text_isolate (card->group_label));
  if (card->people->len == 0 && card->group_label[0] == '\0')
    g_ptr_array_add (parts, g_strdup (_ ("Nobody is named")));
  if (card->insight->kind != EH_INSIGHT_KIND_NONE)
    g_ptr_array_add (parts, g_strdup (eh_vocabulary_label (&eh_insight_kind_vocabulary,
                                                           (int) card->insight->kind)));
  if (card->workshop_title[0] != '\0')
    g_ptr_array_add (parts, eh_text_isolate (card->workshop_title));
  return eh_text_join (parts, " · ");
}

/* The parts of the words that were placed: this coder's, and those of others unless hidden. */
static void
show_spans (EhSortWindow *self, const EhInsightCard *card)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (db_of (self), &eh_mapping_row_type, "insight_id",
                                                  card->insight->id);
  gboolean blind = eh_sort_options_get_blind (self->options);

  eh_span_view_clear_spans (self->words);
  for (guint i = 0; i < rows->len; i++) {
    const EhMapping *row = rows->pdata[i];

    if (row->span_end <= row->span_start || (blind && !g_str_equal (row->coder, self->coder)))
      continue;
    for (guint j = 0; j < card->categories->len; j++) {
      const EhCardCategory *category = card->categories->pdata[j];

      if (category->id == row->category_id)
        eh_span_view_add_span (self->words, row->span_start, row->span_end, category->label,
                               category->top_slot);
    }
  }
}

static EhId
last_mapping_id (EhSortWindow *self)
{
  EhId insight_id = eh_sort_queue_get_current (self->queue);

  return insight_id != EH_ID_NONE && self->last_category != EH_ID_NONE
             ? eh_mapping_id (insight_id, self->last_category, self->coder)
             : EH_ID_NONE;
}

/* What can be said of the placement that was made last: not sure, and why. */
static void
show_after (EhSortWindow *self)
{
  EhId id = last_mapping_id (self);
  g_autoptr (EhMapping) row = id != EH_ID_NONE
                                  ? eh_reader_get (db_of (self), &eh_mapping_row_type, id)
                                  : NULL;
  g_autoptr (EhCategory) category = row != NULL
                                        ? eh_reader_get (db_of (self), &eh_category_row_type,
                                                         row->category_id)
                                        : NULL;

  gtk_widget_set_visible (self->after, category != NULL);
  if (category == NULL)
    return;
  self->setting = TRUE;
  gtk_label_set_label (self->after_label, category->label);
  gtk_check_button_set_active (self->unsure, row->unsure);
  if (!g_str_equal (gtk_editable_get_text (self->note), row->note))
    gtk_editable_set_text (self->note, row->note);
  self->setting = FALSE;
}

static void
show_progress (EhSortWindow *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *framework = eh_sort_options_get_framework_name (self->options);
  g_autofree char *subtitle = NULL;

  if (framework != NULL)
    g_ptr_array_add (parts, eh_text_isolate (framework));
  g_ptr_array_add (parts, progress_text (self));
  subtitle = eh_text_join (parts, " · ");
  adw_window_title_set_subtitle (self->title, subtitle);
}

/* Shows the insight anew; @moved: it is another one. */
static void
show (EhSortWindow *self, gboolean moved)
{
  EhId id = eh_sort_queue_get_current (self->queue);
  g_autoptr (EhInsightCard) card = id != EH_ID_NONE ? eh_insight_card_load (db_of (self), id)
                                                    : NULL;
  g_autofree char *who = NULL;

  show_progress (self);
  if (eh_sort_queue_is_loading (self->queue))
    return;
  if (card == NULL) {
    gtk_stack_set_visible_child_name (self->stack, id != EH_ID_NONE ? "gone" : "done");
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, "one");
  if (moved) {
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

    g_array_append_val (ids, id);
    self->last_category = EH_ID_NONE;
    eh_span_view_set_text (self->words, card->insight->text);
    eh_category_picker_set_span (self->picker, 0, 0);
    eh_category_picker_show (self->picker, ids);
    eh_suggestion_box_show (self->suggestions, id, card->insight->text);
  }
  who = who_text (self, card);
  gtk_label_set_label (self->who, who);
  show_spans (self, card);
  show_after (self);
}

static void
focus_find (EhSortWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
save_note (EhSortWindow *self)
{
  EhId id = last_mapping_id (self);
  g_autoptr (EhMapping) row = id != EH_ID_NONE
                                  ? eh_reader_get (db_of (self), &eh_mapping_row_type, id)
                                  : NULL;
  g_autoptr (GError) error = NULL;
  gboolean unsure = gtk_check_button_get_active (self->unsure);
  const char *note = gtk_editable_get_text (self->note);

  if (self->setting || row == NULL || (row->unsure == unsure && g_str_equal (row->note, note)))
    return;
  if (!eh_insight_set_mapping_note (eh_workspace_get_store (self->workspace), id, row->placed_by,
                                    unsure, note, &error))
    eh_workspace_report_error (self->workspace, error);
}

/* The keyboard did not move, so a screen reader is told what is there now. */
static void
say_shown (EhSortWindow *self)
{
  g_autofree char *progress = progress_text (self);
  g_autoptr (EhInsight) row = eh_reader_get (db_of (self), &eh_insight_row_type,
                                             eh_sort_queue_get_current (self->queue));
  g_autofree char *said = NULL;

  if (row == NULL)
    return;
  /* TRANSLATORS: read aloud: what somebody said, and how many insights wait: "12 of 68 left" */
  said = g_strdup_printf (_ ("%1$s. %2$s"), row->text, progress);
  say (self, said);
}

static void
step (EhSortWindow *self, int by)
{
  save_note (self);
  if (!eh_sort_queue_step (self->queue, by))
    return;
  show (self, TRUE);
  if (eh_sort_queue_get_current (self->queue) == EH_ID_NONE) {
    say (self, _ ("That was the last one"));
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
    return;
  }
  focus_find (self);
  say_shown (self);
}

static void
next_cb (EhSortWindow *self)
{
  step (self, 1);
}

static void
back_cb (EhSortWindow *self)
{
  step (self, -1);
}

static void
toggle_unsure (EhSortWindow *self)
{
  gboolean unsure = !gtk_check_button_get_active (self->unsure);
  g_autofree char *label = NULL;
  g_autofree char *said = NULL;

  if (!gtk_widget_get_visible (self->after)) {
    say (self, _ ("Place it first"));
    return;
  }
  gtk_check_button_set_active (self->unsure, unsure);
  label = eh_text_isolate (gtk_label_get_label (self->after_label));
  /* TRANSLATORS: %s is a category */
  said = g_strdup_printf (unsure ? _ ("%s: not sure") : _ ("%s: sure"), label);
  say (self, said);
}

static void
placed_cb (EhSortWindow *self, EhId category_id, gboolean on)
{
  save_note (self);
  self->last_category = on ? category_id : EH_ID_NONE;
  if (on)
    eh_span_view_clear_chosen (self->words);
  show (self, FALSE);
  focus_find (self);
}

static void
taken_cb (EhSortWindow *self, EhId category_id)
{
  eh_category_picker_place (self->picker, category_id);
}

static void
chosen_cb (EhSortWindow *self)
{
  gint64 start, end;
  gboolean some = eh_span_view_get_chosen (self->words, &start, &end);

  eh_category_picker_set_span (self->picker, start, end);
  gtk_label_set_label (self->part, some ? _ ("What you place next means the chosen words.")
                                        : _ ("Choose words with Shift and the arrows to place a "
                                             "part alone."));
}

static void
park_cb (EhSortWindow *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;
  EhId id = eh_sort_queue_get_current (self->queue);

  if (id == EH_ID_NONE)
    return;
  g_array_append_val (ids, id);
  if (!eh_insight_set_parked (eh_workspace_get_store (self->workspace), ids, TRUE,
                              gtk_editable_get_text (self->reason), &error)) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  gtk_editable_set_text (self->reason, "");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->park));
  step (self, 1);
}

/* ---- Keys ---- */

static gboolean
is_writing (EhSortWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !GTK_IS_TEXT (focus))
    return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
  return !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->picker)) ||
         gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL ||
         eh_category_picker_is_typing (self->picker);
}

static gboolean
is_in_words (EhSortWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->words));
}

static gboolean
is_on_button (EhSortWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_BUTTON (focus) || GTK_IS_CHECK_BUTTON (focus) || GTK_IS_MENU_BUTTON (focus);
}

static gboolean
arrow (EhSortWindow *self, guint keyval, GdkModifierType state)
{
  gboolean right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int seen = right ? 1 : -1;

  if (is_in_words (self))
    return FALSE;
  if ((state & GDK_SHIFT_MASK) != 0)
    return eh_span_view_extend (
        self->words,
        (state & GDK_CONTROL_MASK) != 0 ? GTK_MOVEMENT_WORDS : GTK_MOVEMENT_VISUAL_POSITIONS, seen);
  if ((state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  step (self, mirrored ? -seen : seen);
  return TRUE;
}

static gboolean
enter (EhSortWindow *self)
{
  if (is_on_button (self))
    return FALSE;
  if (is_in_words (self)) {
    focus_find (self);
    return TRUE;
  }
  if (eh_category_picker_is_pointing (self->picker))
    return FALSE;
  step (self, 1);
  return TRUE;
}

static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

static gboolean
key_cb (EhSortWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  int digit = digit_of (keyval);

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || is_writing (self))
    return FALSE;
  if (digit >= 0 && (state & GDK_CONTROL_MASK) != 0)
    return eh_suggestion_box_take (self->suggestions, (guint) digit);
  if (digit >= 0)
    return eh_category_picker_toggle_number (self->picker, (guint) digit);
  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return arrow (self, keyval, state);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    return enter (self);
  case GDK_KEY_question:
    toggle_unsure (self);
    return TRUE;
  case GDK_KEY_Escape:
    if (!is_in_words (self))
      return FALSE;
    eh_span_view_clear_chosen (self->words);
    focus_find (self);
    return TRUE;
  default:
    return FALSE;
  }
}

/* ---- What changes ---- */

static void
load (EhSortWindow *self)
{
  gboolean own = eh_sort_options_get_own (self->options) ||
                 eh_sort_options_get_blind (self->options);
  gboolean blind = eh_sort_options_get_blind (self->options);

  g_free (self->coder);
  self->coder = eh_sort_options_get_coder (self->options);
  self->framework_id = eh_sort_options_get_framework (self->options);
  eh_category_picker_set_coder (self->picker, self->coder, blind, self->framework_id);
  eh_suggestion_box_set_source (self->suggestions, eh_sort_options_get_suggest (self->options),
                                self->framework_id, blind ? self->coder : NULL);
  eh_sort_queue_load (self->queue, self->framework_id, own ? self->coder : NULL);
}

static void
loaded_cb (EhSortWindow *self)
{
  show (self, TRUE);
  if (eh_sort_queue_get_current (self->queue) != EH_ID_NONE && !is_writing (self))
    focus_find (self);
}

static void
changed_cb (EhSortWindow *self, GArray *changes)
{
  if (!eh_changes_touch (changes, &eh_mapping_row_type) &&
      !eh_changes_touch (changes, &eh_insight_row_type) &&
      !eh_changes_touch (changes, &eh_participant_row_type))
    return;
  eh_sort_queue_recount (self->queue);
  show (self, FALSE);
}

static void
toast_cb (EhSortWindow *self, const char *text, gboolean with_undo)
{
  AdwToast *toast = eh_toast_new (text);

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
  say (self, text);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhSortWindow *self = EH_SORT_WINDOW (widget);

  if (g_str_equal (name, "win.undo"))
    eh_workspace_undo (self->workspace);
  else
    eh_workspace_redo (self->workspace);
}

/* ---- Making it ---- */

static GtkWidget *
make_after (EhSortWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *field = eh_text_field_new (_ ("Why here"), FALSE);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *key = gtk_label_new ("?");

  self->after_label = GTK_LABEL (eh_fields_words ("", "eh-field-label"));
  self->unsure = GTK_CHECK_BUTTON (eh_fields_check (_ ("Not sure")));
  gtk_widget_add_css_class (key, "eh-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  self->note = GTK_EDITABLE (eh_text_field_get_input (EH_TEXT_FIELD (field)));
  g_signal_connect_object (self->unsure, "toggled", G_CALLBACK (save_note), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "activate", G_CALLBACK (focus_find), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "activate", G_CALLBACK (save_note), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->unsure));
  gtk_box_append (GTK_BOX (line), key);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->after_label));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), field);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
make_park (EhSortWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *field = eh_text_field_new (_ ("Why not now"), FALSE);
  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("_Park It"));

  self->reason = GTK_EDITABLE (eh_text_field_get_input (EH_TEXT_FIELD (field)));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Park…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), done);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  g_signal_connect_object (done, "clicked", G_CALLBACK (park_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (park_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_buttons (EhSortWindow *self)
{
  GtkWidget *wrap = eh_wrap_new (8);
  GtkWidget *next = gtk_button_new_with_mnemonic (_ ("_Next"));

  self->back = gtk_button_new_with_mnemonic (_ ("_Back"));
  self->park = make_park (self);
  gtk_widget_set_tooltip_text (next, _ ("Enter, or the arrow to the right"));
  gtk_widget_set_tooltip_text (self->back, _ ("The arrow to the left"));
  g_signal_connect_object (next, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (wrap), self->back);
  eh_wrap_append (EH_WRAP (wrap), next);
  eh_wrap_append (EH_WRAP (wrap), self->park);
  return wrap;
}

static GtkWidget *
make_insight (EhSortWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->words = EH_SPAN_VIEW (eh_span_view_new (_ ("What was said")));
  self->who = GTK_LABEL (eh_fields_words ("", "eh-quiet"));
  self->part = GTK_LABEL (eh_fields_words ("", "eh-hint"));
  self->suggestions = EH_SUGGESTION_BOX (eh_suggestion_box_new (self->workspace));
  self->after = make_after (self);
  g_signal_connect_object (self->words, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->suggestions, "taken", G_CALLBACK (taken_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "eh-sort-pane");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->who));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->part));
  gtk_box_append (GTK_BOX (box), self->after);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->suggestions));
  return box;
}

static GtkWidget *
make_categories (EhSortWindow *self)
{
  self->picker = g_object_new (EH_TYPE_CATEGORY_PICKER, NULL);
  eh_category_picker_set_workspace (self->picker, self->workspace);
  gtk_widget_add_css_class (GTK_WIDGET (self->picker), "eh-sort-pane");
  g_signal_connect_object (self->picker, "placed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "left", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->picker);
}

static void
add_status (EhSortWindow *self, const char *name, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_stack_add_named (self->stack, page, name);
}

static GtkWidget *
make_header (EhSortWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Sort Insights"), ""));
  self->options = EH_SORT_OPTIONS (eh_sort_options_new (self->workspace));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->options));
  g_signal_connect_object (self->options, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return header;
}

static void
make_content (EhSortWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_box_append (GTK_BOX (box), make_header (self));
  add_status (self, "loading", _ ("One Moment…"), "");
  add_status (self, "done", _ ("Everything Here Is Sorted"),
              _ ("What was placed can be changed in Insights, or with the arrow to the left."));
  add_status (self, "gone", _ ("This One Is Gone"), _ ("It was removed meanwhile."));
  gtk_stack_add_named (self->stack, eh_two_panes_new (make_insight (self), make_categories (self)),
                       "one");
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->stack));
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
eh_sort_window_dispose (GObject *object)
{
  EhSortWindow *self = EH_SORT_WINDOW (object);

  g_clear_object (&self->queue);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->coder, g_free);
  G_OBJECT_CLASS (eh_sort_window_parent_class)->dispose (object);
}

static gboolean
eh_sort_window_close_request (GtkWindow *window)
{
  EhSortWindow *self = EH_SORT_WINDOW (window);

  save_note (self);
  return GTK_WINDOW_CLASS (eh_sort_window_parent_class)->close_request (window);
}

static void
eh_sort_window_class_init (EhSortWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_sort_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = eh_sort_window_close_request;
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_sort_window_init (EhSortWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_sort_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window in which what waits is sorted; Escape closes it
 */
GtkWidget *
eh_sort_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhSortWindow *self = g_object_new (EH_TYPE_SORT_WINDOW, "transient-for", parent, "modal", TRUE,
                                     "destroy-with-parent", TRUE, "title", _ ("Sort Insights"),
                                     "default-width", 980, "default-height", 700, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  self->workspace = g_object_ref (workspace);
  self->queue = eh_sort_queue_new (workspace);
  eh_workspace_flush (workspace);
  make_content (self);
  eh_actions_install_window (GTK_WIDGET (self));
  g_signal_connect_object (self->queue, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
  load (self);
  return GTK_WIDGET (self);
}
