/* An insight in few words, as a row of a list beside the guidance: what was said and by whom. It
 * can be dragged onto a part of the document. */

#include "eh-insight-brief.h"

#include "eh-block-list.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define TEXT_CHARS 240

static char *
who_said (EhWorkspace *workspace, const EhInsightCard *card)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < card->people->len; i++) {
    EhCardPerson *person = card->people->pdata[i];
    g_autofree char *name = eh_text_isolate (
        eh_workspace_name_of (workspace, person->id, person->name));
    g_autofree char *group = eh_text_isolate (person->group_label);

    g_ptr_array_add (parts, eh_text_is_blank (person->group_label)
                                ? g_steal_pointer (&name)
                                /* TRANSLATORS: a person and their role group */
                                : g_strdup_printf (C_ ("person", "%1$s · %2$s"), name, group));
  }
  if (parts->len == 0)
    return g_strdup (card->group_label[0] != '\0' ? card->group_label : _ ("No name"));
  /* TRANSLATORS: between people: "Asha Patel · Public contributors; Ben Cole · Researchers" */
  return eh_text_join (parts, C_ ("between people", "; "));
}

static GtkWidget *
line (const char *words, gboolean quiet)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (quiet) {
    gtk_widget_add_css_class (label, "eh-note");
    gtk_widget_add_css_class (label, "caption");
  }
  return label;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  EhId id = eh_insight_brief_get_id (row);

  return gdk_content_provider_new_typed (EH_TYPE_DRAGGED_INSIGHT, &id);
}

static void
make_draggable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), row, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

/**
 * eh_insight_brief_row:
 * @workspace: the workspace
 * @card: an insight
 *
 * Returns: (transfer floating): a row of a list that tells of it
 */
GtkWidget *
eh_insight_brief_row (EhWorkspace *workspace, const EhInsightCard *card)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *all = eh_workspace_hide_names (workspace, card->insight->text);
  g_autofree char *text = eh_text_shorten (all, TEXT_CHARS);
  g_autofree char *who = who_said (workspace, card);
  g_autofree char *name = g_strdup_printf ("%s. %s", text, who);

  gtk_box_append (GTK_BOX (box), line (text, FALSE));
  gtk_box_append (GTK_BOX (box), line (who, TRUE));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "insight-id",
                          g_memdup2 (&card->insight->id, sizeof (EhId)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  make_draggable (row);
  return row;
}

/**
 * eh_insight_brief_get_id:
 * @row: a row of eh_insight_brief_row()
 *
 * Returns: the insight
 */
EhId
eh_insight_brief_get_id (GtkWidget *row)
{
  const EhId *id = row != NULL ? g_object_get_data (G_OBJECT (row), "insight-id") : NULL;

  return id != NULL ? *id : EH_ID_NONE;
}

/**
 * eh_insight_brief_append:
 * @row: a row of eh_insight_brief_row()
 * @more: (transfer floating): what belongs under its words
 */
void
eh_insight_brief_append (GtkWidget *row, GtkWidget *more)
{
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), more);
}

/**
 * eh_insight_brief_clear:
 * @list: a list
 *
 * Takes all its rows away.
 */
void
eh_insight_brief_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
