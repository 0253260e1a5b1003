/* What the block at hand rests on: the insights that support it, shaped it or disagree; those that
 * it might rest on: said by groups that are not heard in its section yet, in the same words, about
 * the same; and a search for more. Enter or a click links one, D links it as one that disagrees;
 * for a quotation it also chooses the words. */

#include "eh-evidence-pane.h"

#include "eh-candidate-search.h"
#include "eh-guidance-edit.h"
#include "eh-guidance-steps.h"
#include "eh-insight-brief.h"
#include "eh-insight-search.h"
#include "eh-markup.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MOST_FOUND 30
/* After the words of a part have changed: whoever writes is left in peace until they pause. */
#define PAUSE_MS 900

struct _EhEvidencePane {
  GtkWidget parent_instance;

  EhGuidanceDoc *doc;
  EhId block_id;
  GCancellable *searching;
  guint timer;
  char *shown;         /* (nullable): which insights are offered, and why */
  gboolean stale;      /* something changed while nobody looked */
  gboolean take_first; /* of what is being searched for */

  GtkWidget *body;
  GtkLabel *about;
  GtkListBox *linked;
  GtkWidget *none_linked;
  GtkSearchEntry *search;
  GtkToggleButton *unused;
  GtkListBox *found;
  GtkLabel *none_found;
};

G_DEFINE_FINAL_TYPE (EhEvidencePane, eh_evidence_pane, GTK_TYPE_WIDGET)

static EhWorkspace *
workspace_of (EhEvidencePane *self)
{
  return eh_guidance_doc_get_workspace (self->doc);
}

static void
report (EhEvidencePane *self, gboolean ok, const GError *error)
{
  if (!ok)
    eh_workspace_report_error (workspace_of (self), error);
}

/* ---- What it rests on ---- */

static EhId
id_of (gpointer widget)
{
  return eh_insight_brief_get_id (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static void
stance_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, EhEvidencePane *self)
{
  g_autoptr (GError) error = NULL;

  report (self,
          eh_guidance_set_evidence (eh_workspace_get_store (workspace_of (self)), self->block_id,
                                    id_of (drop_down), TRUE,
                                    (EhStance) gtk_drop_down_get_selected (drop_down), &error),
          error);
}

static void
remove_cb (GtkButton *button, EhEvidencePane *self)
{
  g_autoptr (GError) error = NULL;

  report (self,
          eh_guidance_set_evidence (eh_workspace_get_store (workspace_of (self)), self->block_id,
                                    id_of (button), FALSE, EH_STANCE_SUPPORTS, &error),
          error);
}

static GtkWidget *
stance_drop_down (EhEvidencePane *self, EhStance stance)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (int i = 0; i < EH_STANCE_N_VALUES; i++)
    gtk_string_list_append (words, eh_vocabulary_label (&eh_stance_vocabulary, i));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (guint) stance);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How it bears on this"), -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (stance_chosen_cb), self,
                           G_CONNECT_DEFAULT);
  return drop_down;
}

static GtkWidget *
remove_button (EhEvidencePane *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take it away from here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take it away from here"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_DEFAULT);
  return button;
}

static void
add_linked (EhEvidencePane *self, const EhEvidence *evidence)
{
  g_autoptr (EhInsightCard) card = eh_insight_card_load (eh_workspace_get_db (workspace_of (self)),
                                                         evidence->insight_id);
  GtkWidget *row, *line;

  if (card == NULL)
    return;
  row = eh_insight_brief_row (workspace_of (self), card);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (line), stance_drop_down (self, evidence->stance));
  gtk_box_append (GTK_BOX (line), remove_button (self));
  eh_insight_brief_append (row, line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (evidence->stance == EH_STANCE_DISAGREES)
    gtk_widget_add_css_class (row, "eh-disagrees");
  gtk_list_box_append (self->linked, row);
}

/* Those that disagree come last, and say so. */
static int
compare_stance (gconstpointer a, gconstpointer b)
{
  const EhEvidence *first = *(EhEvidence *const *) a;
  const EhEvidence *second = *(EhEvidence *const *) b;
  int order = (first->stance == EH_STANCE_DISAGREES) - (second->stance == EH_STANCE_DISAGREES);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static void
show_linked (EhEvidencePane *self)
{
  g_autoptr (GPtrArray) evidence = NULL;

  eh_insight_brief_clear (self->linked);
  if (self->block_id != EH_ID_NONE)
    evidence = eh_reader_list_of (eh_workspace_get_db (workspace_of (self)), &eh_evidence_row_type,
                                  "block_id", self->block_id);
  if (evidence != NULL)
    g_ptr_array_sort (evidence, compare_stance);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    add_linked (self, evidence->pdata[i]);
  gtk_widget_set_visible (self->none_linked, evidence == NULL || evidence->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->linked), evidence != NULL && evidence->len > 0);
}

/* ---- Finding more ---- */

#define GROUP "eh-from"

static void
set_heading (GtkWidget *row, const char *heading)
{
  g_object_set_data_full (G_OBJECT (row), GROUP, g_strdup (heading), g_free);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *heading = g_object_get_data (G_OBJECT (row), GROUP);
  GtkWidget *label;

  if (heading == NULL ||
      (before != NULL && g_strcmp0 (heading, g_object_get_data (G_OBJECT (before), GROUP)) == 0)) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "eh-from");
  gtk_list_box_row_set_header (row, label);
}

static void
finish_found (EhEvidencePane *self, gboolean any, const char *none)
{
  gtk_label_set_label (self->none_found, none);
  gtk_widget_set_visible (GTK_WIDGET (self->none_found), !any);
  gtk_widget_set_visible (GTK_WIDGET (self->found), any);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhEvidencePane) self = data;
  g_autoptr (GPtrArray) cards = eh_insight_search_finish (result, NULL);

  if (cards == NULL || self->body == NULL)
    return;
  g_clear_pointer (&self->shown, g_free);
  eh_insight_brief_clear (self->found);
  for (guint i = 0; i < cards->len; i++)
    gtk_list_box_append (self->found, eh_insight_brief_row (workspace_of (self), cards->pdata[i]));
  finish_found (self, cards->len > 0, _ ("No insight matches."));
  if (self->take_first && cards->len > 0)
    gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (self->found, 0)));
  self->take_first = FALSE;
}

/* "Not heard in this section yet: Researchers" */
static char *
heading_of (EhEvidencePane *self, EhCandidates from)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  g_autofree char *groups = NULL;

  if (from == EH_CANDIDATES_WORDS)
    return g_strdup (_ ("In the same words"));
  if (from == EH_CANDIDATES_CATEGORY)
    return g_strdup (_ ("About the same"));
  ids = eh_guidance_not_heard (eh_workspace_get_db (workspace_of (self)), self->block_id);
  labels = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++) {
    const EhRoleGroup *group = eh_workspace_get_role_group (workspace_of (self),
                                                            g_array_index (ids, EhId, i));

    if (group != NULL)
      g_ptr_array_add (labels, group->label);
  }
  groups = eh_text_join (labels, ", ");
  /* TRANSLATORS: %s are role groups of which nothing stands behind this section of the document. */
  return g_strdup_printf (_ ("Not heard in this section yet: %s"), groups);
}

/* The same ones stay as they are, for whoever is about to choose one. */
static gboolean
is_other (EhEvidencePane *self, GPtrArray *found, char **headings)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  g_string_append_printf (shown, "%" EH_ID_FORMAT, self->block_id);
  for (guint i = 0; i < found->len; i++) {
    const EhFoundInsight *one = found->pdata[i];

    g_string_append_printf (shown, " %" EH_ID_FORMAT " %s", one->card->insight->id,
                            headings[one->from]);
  }
  return eh_set_str (&self->shown, shown->str);
}

static void
candidates_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhEvidencePane) self = data;
  g_autoptr (GPtrArray) found = eh_candidate_search_finish (result, NULL);
  g_auto (GStrv) headings = g_new0 (char *, EH_CANDIDATES_N_VALUES + 1);

  if (found == NULL || self->body == NULL)
    return;
  for (int from = 0; from < EH_CANDIDATES_N_VALUES; from++)
    headings[from] = heading_of (self, (EhCandidates) from);
  if (!is_other (self, found, headings))
    return;
  eh_insight_brief_clear (self->found);
  for (guint i = 0; i < found->len; i++) {
    const EhFoundInsight *one = found->pdata[i];
    GtkWidget *row = eh_insight_brief_row (workspace_of (self), one->card);

    set_heading (row, headings[one->from]);
    gtk_list_box_append (self->found, row);
  }
  finish_found (self, found->len > 0, _ ("Nothing else is near to this part. Search above."));
}

static void
search_words (EhEvidencePane *self, const char *path, const char *words)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  query->words = g_strdup (words);
  query->unused = gtk_toggle_button_get_active (self->unused);
  eh_insight_search_async (path, query, MOST_FOUND, self->searching, found_cb, g_object_ref (self));
}

static void
find (EhEvidencePane *self)
{
  EhStore *store = eh_workspace_get_store (workspace_of (self));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->take_first = FALSE;
  if (store == NULL)
    return;
  self->searching = g_cancellable_new ();
  if (eh_text_is_blank (words) && self->block_id != EH_ID_NONE &&
      !gtk_toggle_button_get_active (self->unused))
    eh_candidate_search_async (eh_store_get_path (store), self->block_id, self->searching,
                               candidates_cb, g_object_ref (self));
  else
    search_words (self, eh_store_get_path (store), words);
}

static void
found_activated_cb (GtkListBox *list, GtkListBoxRow *row, EhEvidencePane *self)
{
  eh_guidance_link (self->doc, self->block_id, eh_insight_brief_get_id (GTK_WIDGET (row)),
                    EH_STANCE_SUPPORTS);
}

static gboolean
found_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              EhEvidencePane *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->found));

  if (row == NULL || gdk_keyval_to_lower (keyval) != GDK_KEY_d ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  eh_guidance_link (self->doc, self->block_id, eh_insight_brief_get_id (row), EH_STANCE_DISAGREES);
  return TRUE;
}

/* Enter in the search takes the first that is found: for the words that stand there now, which the
 * list may not have followed yet. */
static void
search_activated_cb (GtkSearchEntry *entry, EhEvidencePane *self)
{
  if (eh_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (entry))))
    return;
  find (self);
  self->take_first = TRUE;
}

/* ---- Showing ---- */

static void
show_about (EhEvidencePane *self)
{
  const EhBlock *block = eh_guidance_doc_get_block (self->doc, self->block_id);
  g_autofree char *plain = eh_markup_plain (block != NULL ? block->text : "");
  g_autofree char *words = eh_workspace_hide_names (workspace_of (self), plain);
  g_autofree char *about = eh_text_shorten (words, 90);

  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), about[0] != '\0');
}

static void
show_all (EhEvidencePane *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || eh_workspace_get_store (workspace_of (self)) == NULL)
    return;
  show_about (self);
  show_linked (self);
  g_clear_pointer (&self->shown, g_free);
  find (self);
}

/* Whoever has the keyboard among the suggestions keeps them. */
static gboolean
timer_cb (gpointer data)
{
  EhEvidencePane *self = data;

  self->timer = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      gtk_widget_get_focus_child (GTK_WIDGET (self->found)) == NULL)
    find (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_changed (GArray *changes, EhId block_id)
{
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type == &eh_block_row_type && change->id == block_id)
      return TRUE;
  }
  return FALSE;
}

/* Other words are near to other insights. */
static void
block_changed (EhEvidencePane *self, GArray *changes)
{
  show_about (self);
  if (self->block_id == EH_ID_NONE || !is_changed (changes, self->block_id))
    return;
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->stale && eh_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->search))))
    self->timer = g_timeout_add (PAUSE_MS, timer_cb, self);
}

/* What is typed into the block does not change what it rests on. */
static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhEvidencePane *self)
{
  if (eh_workspace_get_store (workspace) == NULL)
    return;
  if (eh_changes_touch (changes, &eh_evidence_row_type) ||
      eh_changes_touch (changes, &eh_insight_row_type) ||
      eh_changes_touch (changes, &eh_participant_row_type) ||
      eh_changes_touch (changes, &eh_mapping_row_type))
    show_all (self);
  else if (eh_changes_touch (changes, &eh_block_row_type))
    block_changed (self, changes);
}

static void
eh_evidence_pane_map (GtkWidget *widget)
{
  EhEvidencePane *self = EH_EVIDENCE_PANE (widget);

  GTK_WIDGET_CLASS (eh_evidence_pane_parent_class)->map (widget);
  if (self->stale && self->doc != NULL)
    show_all (self);
}

/* ---- Object ---- */

static void
eh_evidence_pane_dispose (GObject *object)
{
  EhEvidencePane *self = EH_EVIDENCE_PANE (object);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_evidence_pane_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, name)

static void
eh_evidence_pane_class_init (EhEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_evidence_pane_dispose;
  widget_class->map = eh_evidence_pane_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-evidence-pane.ui");
  BIND (body);
  BIND (about);
  BIND (linked);
  BIND (none_linked);
  BIND (search);
  BIND (unused);
  BIND (found);
  BIND (none_found);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
find_cb (EhEvidencePane *self)
{
  if (self->doc != NULL)
    find (self);
}

static void
eh_evidence_pane_init (EhEvidencePane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->stale = TRUE;
  gtk_list_box_set_header_func (self->found, header_cb, NULL, NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (find_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unused, "toggled", G_CALLBACK (find_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->found, "row-activated", G_CALLBACK (found_activated_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (found_key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->found), keys);
}

/**
 * eh_evidence_pane_set_doc:
 * @self: a pane
 * @doc: the guidance
 */
void
eh_evidence_pane_set_doc (EhEvidencePane *self, EhGuidanceDoc *doc)
{
  g_return_if_fail (self->doc == NULL);
  self->doc = g_object_ref (doc);
  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (workspace_of (self), "notify::room-display", G_CALLBACK (show_all), self,
                           G_CONNECT_SWAPPED);
  show_all (self);
}

/**
 * eh_evidence_pane_set_block:
 * @self: a pane
 * @block_id: the block at hand, or none
 */
void
eh_evidence_pane_set_block (EhEvidencePane *self, EhId block_id)
{
  if (self->block_id == block_id)
    return;
  self->block_id = block_id;
  show_all (self);
}

/**
 * eh_evidence_pane_focus_search:
 * @self: a pane
 */
void
eh_evidence_pane_focus_search (EhEvidencePane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
