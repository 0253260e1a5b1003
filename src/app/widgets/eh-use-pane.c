/* What became of everything that was said: used in this guidance, parked with a reason, or waiting.
 * Nothing is quietly dropped. Enter links an insight to the part at hand, D links it as one that
 * disagrees, P parks it. */

#include "eh-use-pane.h"

#include "eh-ask-popover.h"
#include "eh-candidate-search.h"
#include "eh-guidance-edit.h"
#include "eh-guidance-steps.h"
#include "eh-insight-brief.h"
#include "eh-parked.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MOST 100

struct _EhUsePane {
  GtkWidget parent_instance;

  EhGuidanceDoc *doc;
  EhId block_id;
  EhId asking; /* the insight that is to be parked */
  EhGuidanceUse use;
  GCancellable *searching;
  gboolean stale;

  GtkWidget *scroll;
  GtkToggleButton *buttons[EH_GUIDANCE_USE_N_VALUES];
  GtkLabel *hint;
  GtkListBox *list;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (EhUsePane, eh_use_pane, GTK_TYPE_WIDGET)

static EhWorkspace *
workspace_of (EhUsePane *self)
{
  return eh_guidance_doc_get_workspace (self->doc);
}

static void
eh_use_pane_dispose (GObject *object)
{
  EhUsePane *self = EH_USE_PANE (object);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_use_pane_parent_class)->dispose (object);
}

/* ---- Parking ---- */

static void
park (EhUsePane *self, EhId insight_id, const char *reason)
{
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (self->doc);
  g_autoptr (GError) error = NULL;

  if (guidance == NULL)
    return;
  if (!eh_guidance_park (eh_workspace_get_store (workspace_of (self)), guidance->id, insight_id,
                         reason, &error))
    eh_workspace_report_error (workspace_of (self), error);
  else if (reason != NULL)
    eh_workspace_toast (workspace_of (self), _ ("Insight parked"), TRUE);
}

static void
reason_cb (EhAskPopover *popover, const char *reason, EhUsePane *self)
{
  if (!eh_text_is_blank (reason))
    park (self, self->asking, reason);
}

static void
ask_reason (EhUsePane *self, GtkWidget *row)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  EhAskPopover *popover;
  GdkRectangle at;

  /* The row goes when its insight is parked; what asks must not go with it. */
  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;
  at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                       (int) bounds.size.height };
  self->asking = eh_insight_brief_get_id (row);
  popover = eh_ask_popover_open (
      GTK_WIDGET (self), &at,
      _ ("Why does this guidance do without it? Whoever said it may read the reason."), NULL,
      _ ("_Park"), NULL);
  g_signal_connect_object (popover, "answered", G_CALLBACK (reason_cb), self, G_CONNECT_DEFAULT);
}

static void
park_cb (GtkButton *button, EhUsePane *self)
{
  ask_reason (self, gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW));
}

static void
unpark_cb (GtkButton *button, EhUsePane *self)
{
  park (self,
        eh_insight_brief_get_id (
            gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW)),
        NULL);
}

static GtkWidget *
small_button (EhUsePane *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "eh-small");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_DEFAULT);
  return button;
}

/* ---- The list ---- */

static void
add_reason (EhUsePane *self, GtkWidget *row, const EhInsight *insight)
{
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (self->doc);
  g_autoptr (EhParked) parked = eh_reader_get (
      eh_workspace_get_db (workspace_of (self)), &eh_parked_row_type,
      eh_id_from_pair ("parked", guidance->id, insight->id));
  g_autofree char *reason = eh_workspace_hide_names (
      workspace_of (self), parked != NULL ? parked->reason : insight->parked_reason);
  GtkWidget *label;

  if (!eh_text_is_blank (reason)) {
    label = gtk_label_new (reason);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_widget_add_css_class (label, "eh-reason");
    eh_insight_brief_append (row, label);
  }
  if (parked != NULL)
    eh_insight_brief_append (row, small_button (self, _ ("Park No More"), G_CALLBACK (unpark_cb)));
}

static void
add_card (EhUsePane *self, const EhInsightCard *card)
{
  GtkWidget *row = eh_insight_brief_row (workspace_of (self), card);

  if (self->use == EH_GUIDANCE_USE_WAITING)
    eh_insight_brief_append (row, small_button (self, _ ("Park…"), G_CALLBACK (park_cb)));
  else if (self->use == EH_GUIDANCE_USE_PARKED)
    add_reason (self, row, card->insight);
  gtk_list_box_append (self->list, row);
}

static char *
say_use (EhGuidanceUse use, const char *n)
{
  if (use == EH_GUIDANCE_USE_USED)
    /* TRANSLATORS: insights that are in the guidance, and how many */
    return g_strdup_printf (_ ("Used: %s"), n);
  if (use == EH_GUIDANCE_USE_PARKED)
    /* TRANSLATORS: insights that are parked with a reason, and how many */
    return g_strdup_printf (_ ("Parked: %s"), n);
  /* TRANSLATORS: insights of which nothing has become yet, and how many */
  return g_strdup_printf (_ ("Waiting: %s"), n);
}

static void
show_counts (EhUsePane *self, const guint *counts)
{
  for (int use = 0; use < EH_GUIDANCE_USE_N_VALUES; use++) {
    g_autofree char *n = g_strdup_printf ("%u", counts[use]);
    g_autofree char *label = say_use ((EhGuidanceUse) use, n);

    gtk_button_set_label (GTK_BUTTON (self->buttons[use]), label);
  }
}

static void
show_hint (EhUsePane *self, guint n)
{
  static const char *const none[EH_GUIDANCE_USE_N_VALUES] = {
    [EH_GUIDANCE_USE_USED] = N_ ("Nothing that was said is in this guidance yet."),
    [EH_GUIDANCE_USE_PARKED] = N_ ("Nothing is parked."),
    [EH_GUIDANCE_USE_WAITING] = N_ ("Everything that was said is used or parked with a reason."),
  };
  static const char *const some[EH_GUIDANCE_USE_N_VALUES] = {
    [EH_GUIDANCE_USE_USED] = "",
    [EH_GUIDANCE_USE_PARKED] = "",
    [EH_GUIDANCE_USE_WAITING] = N_ (
        "Enter links one to the part at hand, D as one that disagrees, P parks it."),
  };
  const char *hint = n == 0 ? none[self->use] : some[self->use];

  gtk_label_set_label (self->hint, hint[0] != '\0' ? _ (hint) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint[0] != '\0');
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhUsePane) self = data;
  guint counts[EH_GUIDANCE_USE_N_VALUES];
  g_autoptr (GPtrArray) cards = eh_use_search_finish (result, counts, NULL);
  g_autofree char *more = NULL;
  gboolean had_focus;
  guint left;

  if (cards == NULL || self->scroll == NULL)
    return;
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  eh_insight_brief_clear (self->list);
  for (guint i = 0; i < cards->len; i++)
    add_card (self, cards->pdata[i]);
  show_counts (self, counts);
  show_hint (self, counts[self->use]);
  left = counts[self->use] - MIN (counts[self->use], cards->len);
  more = g_strdup_printf (
      ngettext ("And %u more, said earlier.", "And %u more, said earlier.", left), left);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), left > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), cards->len > 0);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
show (EhUsePane *self)
{
  EhStore *store = eh_workspace_get_store (workspace_of (self));
  const EhGuidance *guidance = eh_guidance_doc_get_guidance (self->doc);

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || store == NULL || guidance == NULL)
    return;
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  eh_use_search_async (eh_store_get_path (store), guidance->id, self->use, MOST, self->searching,
                       found_cb, g_object_ref (self));
}

static void
eh_use_pane_map (GtkWidget *widget)
{
  EhUsePane *self = EH_USE_PANE (widget);

  GTK_WIDGET_CLASS (eh_use_pane_parent_class)->map (widget);
  if (self->stale && self->doc != NULL)
    show (self);
}

static void
eh_use_pane_class_init (EhUsePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_use_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = eh_use_pane_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhUsePane *self)
{
  if (eh_changes_touch (changes, &eh_evidence_row_type) ||
      eh_changes_touch (changes, &eh_parked_row_type) ||
      eh_changes_touch (changes, &eh_insight_row_type) ||
      eh_changes_touch (changes, &eh_guidance_row_type))
    show (self);
}

/* ---- What people do ---- */

static void
toggled_cb (GtkToggleButton *button, EhUsePane *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (int use = 0; use < EH_GUIDANCE_USE_N_VALUES; use++)
    if (self->buttons[use] == button)
      self->use = (EhGuidanceUse) use;
  if (self->doc != NULL)
    show (self);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, EhUsePane *self)
{
  eh_guidance_link (self->doc, self->block_id, eh_insight_brief_get_id (GTK_WIDGET (row)),
                    EH_STANCE_SUPPORTS);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EhUsePane *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      !gtk_widget_has_focus (row))
    return FALSE;
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_d) {
    eh_guidance_link (self->doc, self->block_id, eh_insight_brief_get_id (row),
                      EH_STANCE_DISAGREES);
    return TRUE;
  }
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_p || self->use != EH_GUIDANCE_USE_WAITING)
    return FALSE;
  ask_reason (self, row);
  return TRUE;
}

static GtkLabel *
note (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "eh-note");
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_buttons (EhUsePane *self, GtkWidget *box)
{
  static const EhGuidanceUse order[] = { EH_GUIDANCE_USE_WAITING, EH_GUIDANCE_USE_PARKED,
                                         EH_GUIDANCE_USE_USED };
  GtkWidget *wrap = eh_wrap_new (6);
  const guint nothing[EH_GUIDANCE_USE_N_VALUES] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    GtkWidget *button = gtk_toggle_button_new ();

    self->buttons[order[i]] = GTK_TOGGLE_BUTTON (button);
    if (i > 0)
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons[order[0]]);
    g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);
    eh_wrap_append (EH_WRAP (wrap), button);
  }
  show_counts (self, nothing);
  gtk_box_append (GTK_BOX (box), wrap);
}

static void
eh_use_pane_init (EhUsePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (box, "eh-side");
  self->stale = TRUE;
  add_buttons (self, box);
  self->hint = note (box);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "eh-cards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was said"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->more = note (box);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), box);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_toggle_button_set_active (self->buttons[EH_GUIDANCE_USE_WAITING], TRUE);
}

/**
 * eh_use_pane_set_doc:
 * @self: a pane
 * @doc: the guidance
 */
void
eh_use_pane_set_doc (EhUsePane *self, EhGuidanceDoc *doc)
{
  g_return_if_fail (self->doc == NULL);
  self->doc = g_object_ref (doc);
  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (workspace_of (self), "notify::room-display", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_use_pane_set_block:
 * @self: a pane
 * @block_id: the block at hand, or none
 */
void
eh_use_pane_set_block (EhUsePane *self, EhId block_id)
{
  self->block_id = block_id;
}
