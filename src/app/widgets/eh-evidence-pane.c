/* What the block at hand rests on: the insights that support it, shaped it or disagree, and a
 * search for more. Enter or a click on a found insight links it; for a quotation it also chooses
 * the words. */

#include "eh-evidence-pane.h"

#include "eh-guidance-edit.h"
#include "eh-insight-search.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MOST_FOUND 30
#define TEXT_CHARS 240

struct _EhEvidencePane {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId block_id;
  GCancellable *searching;

  GtkWidget *body;
  GtkLabel *about;
  GtkListBox *linked;
  GtkWidget *none_linked;
  GtkSearchEntry *search;
  GtkToggleButton *unused;
  GtkListBox *found;
  GtkWidget *none_found;
};

G_DEFINE_FINAL_TYPE (EhEvidencePane, eh_evidence_pane, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static char *
who_said (EhWorkspace *workspace, const EhInsightCard *card)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < card->people->len; i++) {
    EhCardPerson *person = card->people->pdata[i];

    g_ptr_array_add (parts, (gpointer) eh_workspace_name_of (workspace, person->id, person->name));
    g_ptr_array_add (parts, person->group_label);
  }
  if (parts->len == 0)
    return g_strdup (card->group_label[0] != '\0' ? card->group_label : _ ("No name"));
  return eh_text_join (parts, " · ");
}

static GtkWidget *
card_box (EhWorkspace *workspace, const EhInsightCard *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *all = eh_workspace_hide_names (workspace, card->insight->text);
  g_autofree char *text = eh_text_shorten (all, TEXT_CHARS);
  g_autofree char *who = who_said (workspace, card);
  GtkWidget *words = gtk_label_new (text);
  GtkWidget *name = gtk_label_new (who);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "eh-note");
  gtk_widget_add_css_class (name, "caption");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
name_row (GtkWidget *row, EhWorkspace *workspace, const EhInsightCard *card)
{
  g_autofree char *all = eh_workspace_hide_names (workspace, card->insight->text);
  g_autofree char *text = eh_text_shorten (all, TEXT_CHARS);
  g_autofree char *who = who_said (workspace, card);
  g_autofree char *name = g_strdup_printf ("%s. %s", text, who);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
report (EhEvidencePane *self, gboolean ok, const GError *error)
{
  if (!ok)
    eh_workspace_report_error (self->workspace, error);
}

/* ---- What it rests on ---- */

static EhId
id_of (GObject *object)
{
  const EhId *id = g_object_get_data (object, "insight-id");

  return id != NULL ? *id : EH_ID_NONE;
}

static void
set_id (gpointer object, EhId id)
{
  g_object_set_data_full (object, "insight-id", g_memdup2 (&id, sizeof id), g_free);
}

static void
stance_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, EhEvidencePane *self)
{
  g_autoptr (GError) error = NULL;

  report (self,
          eh_guidance_set_evidence (eh_workspace_get_store (self->workspace), self->block_id,
                                    id_of (G_OBJECT (drop_down)), TRUE,
                                    (EhStance) gtk_drop_down_get_selected (drop_down), &error),
          error);
}

static void
remove_cb (GtkButton *button, EhEvidencePane *self)
{
  g_autoptr (GError) error = NULL;

  report (self,
          eh_guidance_set_evidence (eh_workspace_get_store (self->workspace), self->block_id,
                                    id_of (G_OBJECT (button)), FALSE, EH_STANCE_SUPPORTS, &error),
          error);
}

static GtkWidget *
stance_drop_down (EhEvidencePane *self, const EhEvidence *evidence)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (int i = 0; i < EH_STANCE_N_VALUES; i++)
    gtk_string_list_append (words, eh_vocabulary_label (&eh_stance_vocabulary, i));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (guint) evidence->stance);
  set_id (drop_down, evidence->insight_id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How it bears on this"), -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (stance_chosen_cb), self,
                           G_CONNECT_DEFAULT);
  return drop_down;
}

static GtkWidget *
remove_button (EhEvidencePane *self, EhId insight_id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take it away from here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take it away from here"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_id (button, insight_id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_DEFAULT);
  return button;
}

static void
add_linked (EhEvidencePane *self, const EhEvidence *evidence)
{
  g_autoptr (EhInsightCard) card = eh_insight_card_load (eh_workspace_get_db (self->workspace),
                                                         evidence->insight_id);
  GtkWidget *row, *box, *line;

  if (card == NULL)
    return;
  box = card_box (self->workspace, card);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (line), stance_drop_down (self, evidence));
  gtk_box_append (GTK_BOX (line), remove_button (self, evidence->insight_id));
  gtk_box_append (GTK_BOX (box), line);
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name_row (row, self->workspace, card);
  gtk_list_box_append (self->linked, row);
}

static void
show_linked (EhEvidencePane *self)
{
  g_autoptr (GPtrArray) evidence = NULL;

  clear_list (self->linked);
  if (self->workspace == NULL || self->block_id == EH_ID_NONE) {
    gtk_widget_set_visible (self->none_linked, TRUE);
    return;
  }
  evidence = eh_reader_list_of (eh_workspace_get_db (self->workspace), &eh_evidence_row_type,
                                "block_id", self->block_id);
  for (guint i = 0; i < evidence->len; i++)
    add_linked (self, evidence->pdata[i]);
  gtk_widget_set_visible (self->none_linked, evidence->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->linked), evidence->len > 0);
}

/* ---- Finding more ---- */

static void
show_found (EhEvidencePane *self, GPtrArray *cards)
{
  clear_list (self->found);
  for (guint i = 0; i < cards->len; i++) {
    EhInsightCard *card = cards->pdata[i];
    GtkWidget *row = gtk_list_box_row_new ();

    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), card_box (self->workspace, card));
    set_id (row, card->insight->id);
    name_row (row, self->workspace, card);
    gtk_list_box_append (self->found, row);
  }
  gtk_widget_set_visible (self->none_found, cards->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->found), cards->len > 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhEvidencePane) self = data;
  g_autoptr (GPtrArray) cards = eh_insight_search_finish (result, NULL);

  if (cards != NULL && self->workspace != NULL)
    show_found (self, cards);
}

static void
find (EhEvidencePane *self)
{
  g_autoptr (EhInsightQuery) query = NULL;
  EhStore *store = self->workspace != NULL ? eh_workspace_get_store (self->workspace) : NULL;

  if (store == NULL)
    return;
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  query = eh_insight_query_new ();
  query->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  query->unused = gtk_toggle_button_get_active (self->unused);
  eh_insight_search_async (eh_store_get_path (store), query, MOST_FOUND, self->searching, found_cb,
                           g_object_ref (self));
}

static gboolean
quote (EhEvidencePane *self, EhId insight_id, GError **error)
{
  g_autoptr (EhBlock) block = eh_reader_get (eh_workspace_get_db (self->workspace),
                                             &eh_block_row_type, self->block_id);

  if (block == NULL || block->kind != EH_BLOCK_KIND_QUOTATION)
    return TRUE;
  block->insight_id = insight_id;
  return eh_guidance_change_block (eh_workspace_get_store (self->workspace), block, "insight",
                                   error);
}

static void
found_activated_cb (GtkListBox *list, GtkListBoxRow *row, EhEvidencePane *self)
{
  g_autoptr (GError) error = NULL;
  EhId insight_id = id_of (G_OBJECT (row));
  gboolean ok;

  if (self->block_id == EH_ID_NONE) {
    eh_workspace_toast (self->workspace, _ ("First choose a part of the guidance"), FALSE);
    return;
  }
  ok = eh_guidance_set_evidence (eh_workspace_get_store (self->workspace), self->block_id,
                                 insight_id, TRUE, EH_STANCE_SUPPORTS, &error) &&
       quote (self, insight_id, &error);
  report (self, ok, error);
  if (ok)
    eh_workspace_announce (self->workspace, _ ("Insight linked"));
}

/* Enter in the search takes the first that was found. */
static void
search_activated_cb (GtkSearchEntry *entry, EhEvidencePane *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->found, 0);

  if (first != NULL && !eh_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (entry))))
    found_activated_cb (self->found, first, self);
}

/* ---- Object ---- */

static void
eh_evidence_pane_dispose (GObject *object)
{
  EhEvidencePane *self = EH_EVIDENCE_PANE (object);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_evidence_pane_parent_class)->dispose (object);
}

static void
eh_evidence_pane_class_init (EhEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_evidence_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, body);
  gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, about);
  gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, linked);
  gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, none_linked);
  gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, search);
  gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, unused);
  gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, found);
  gtk_widget_class_bind_template_child (widget_class, EhEvidencePane, none_found);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_evidence_pane_init (EhEvidencePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (find), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unused, "toggled", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->found, "row-activated", G_CALLBACK (found_activated_cb), self,
                           G_CONNECT_DEFAULT);
}

/**
 * eh_evidence_pane_set_workspace:
 * @self: a pane
 * @workspace: the workspace
 */
void
eh_evidence_pane_set_workspace (EhEvidencePane *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  find (self);
}

/**
 * eh_evidence_pane_set_block:
 * @self: a pane
 * @block_id: the block at hand, or none
 */
void
eh_evidence_pane_set_block (EhEvidencePane *self, EhId block_id)
{
  g_autoptr (EhBlock) block = NULL;
  g_autofree char *about = NULL;

  self->block_id = block_id;
  if (self->workspace != NULL && block_id != EH_ID_NONE)
    block = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_block_row_type, block_id);
  about = block != NULL ? eh_text_shorten (block->text, 90) : g_strdup ("");
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), about[0] != '\0');
  show_linked (self);
}

/**
 * eh_evidence_pane_refresh:
 * @self: a pane
 *
 * Shows what has changed in the project.
 */
void
eh_evidence_pane_refresh (EhEvidencePane *self)
{
  show_linked (self);
  find (self);
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
