/* What was written down last in the workshop that is going on, with a way to take it back. */

#include "eh-latest-insights.h"

#include "eh-contributor.h"
#include "eh-fields.h"
#include "eh-insight-caption.h"
#include "eh-insight-edit.h"
#include "eh-participant.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MAX_SHOWN 4

struct _EhLatestInsights {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhLiveSession *live;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (EhLatestInsights, eh_latest_insights, GTK_TYPE_WIDGET)

static void
take_back_cb (GtkWidget *button, EhLatestInsights *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autoptr (GError) error = NULL;
  const EhId *id = g_object_get_data (G_OBJECT (button), "id");
  const EhId copy = *id;

  eh_workspace_flush (self->workspace);
  g_array_append_val (ids, copy);
  if (!eh_insight_remove (eh_workspace_get_store (self->workspace), ids, &error))
    eh_workspace_report_error (self->workspace, error);
  else
    eh_workspace_toast (self->workspace, _ ("The insight is taken back"), TRUE);
}

static char *
who_of (EhLatestInsights *self, const EhInsightCard *card)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *time = eh_insight_caption_time (card->insight->said_at);

  for (guint i = 0; i < card->people->len; i++) {
    const EhCardPerson *person = card->people->pdata[i];

    g_ptr_array_add (parts,
                     g_strdup (eh_workspace_name_of (self->workspace, person->id, person->name)));
  }
  if (card->people->len == 0)
    g_ptr_array_add (parts,
                     g_strdup (*card->group_label != '\0' ? card->group_label : _ ("Not named")));
  if (*time != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&time));
  return eh_text_join (parts, ", ");
}

static void
add_row (EhLatestInsights *self, const EhInsightCard *card)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *back = eh_fields_icon_button ("edit-undo-symbolic", _ ("Take This Back"));
  g_autofree char *words = eh_workspace_hide_names (self->workspace, card->insight->text);
  g_autofree char *who = who_of (self, card);
  g_autofree char *begins = eh_text_shorten (words, 40);
  g_autofree char *isolated = eh_text_isolate (begins);
  /* TRANSLATORS: %s is how an insight begins; read aloud for the button that takes it back */
  g_autofree char *name = g_strdup_printf (_ ("Take back: %s"), isolated);
  GtkWidget *text = eh_fields_words (words, "eh-words");

  gtk_label_set_lines (GTK_LABEL (text), 2);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (column), text);
  gtk_box_append (GTK_BOX (column), eh_fields_words (who, "eh-hint"));
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (back, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (back), "id", g_memdup2 (&card->insight->id, sizeof (EhId)),
                          g_free);
  g_signal_connect_object (back, "clicked", G_CALLBACK (take_back_cb), self, 0);
  gtk_box_append (GTK_BOX (row), column);
  gtk_box_append (GTK_BOX (row), back);
  gtk_widget_add_css_class (row, "eh-latest");
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
refresh (EhLatestInsights *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();
  g_autoptr (GArray) ids = NULL;
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), row);
  query->workshop_id = eh_live_session_get_workshop_id (self->live);
  if (query->workshop_id != EH_ID_NONE)
    ids = eh_insight_query_ids (db, query, MAX_SHOWN, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    g_autoptr (EhInsightCard) card = eh_insight_card_load (db, g_array_index (ids, EhId, i));

    if (card != NULL)
      add_row (self, card);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhLatestInsights *self)
{
  if (eh_live_session_is_on (self->live) && (eh_changes_touch (changes, &eh_insight_row_type) ||
                                             eh_changes_touch (changes, &eh_contributor_row_type) ||
                                             eh_changes_touch (changes, &eh_participant_row_type)))
    refresh (self);
}

static void
eh_latest_insights_dispose (GObject *object)
{
  EhLatestInsights *self = EH_LATEST_INSIGHTS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->live);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_latest_insights_parent_class)->dispose (object);
}

static void
eh_latest_insights_class_init (EhLatestInsightsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_latest_insights_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_latest_insights_init (EhLatestInsights *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_latest_insights_set_workspace:
 * @self: a list that has none
 * @workspace: a workspace with a project
 */
void
eh_latest_insights_set_workspace (EhLatestInsights *self, EhWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  self->live = g_object_ref (eh_workspace_get_live (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->live, "notify::workshop-id", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
