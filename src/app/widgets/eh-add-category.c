/* What is offered where no category is called what was typed: to make it one. While people sort
 * they find what is missing, and should not have to leave off for it. */

#include "eh-add-category.h"

#include "eh-category-edit.h"
#include "eh-fields.h"
#include "eh-project.h"
#include "eh-reader.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhAddCategory {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  GtkWidget *words;
  GtkButton *button;
  EhId framework_id; /* none for the project's choice */
  char *line;        /* what it would be called */
};

enum {
  ADDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhAddCategory, eh_add_category, GTK_TYPE_WIDGET)

/* It stands at the top of the framework, from where it can be dragged to its place. */
static void
clicked_cb (EhAddCategory *self)
{
  g_autoptr (EhProject) project = eh_reader_get (eh_workspace_get_db (self->workspace),
                                                 &eh_project_row_type, 1);
  g_autoptr (GError) error = NULL;
  EhId framework_id = self->framework_id;
  EhId id;

  if (framework_id == EH_ID_NONE && project != NULL)
    framework_id = project->framework_id;
  id = eh_category_add (eh_workspace_get_store (self->workspace), framework_id, EH_ID_NONE,
                        self->line, &error);
  if (id == EH_ID_NONE)
    eh_workspace_report_error (self->workspace, error);
  else
    g_signal_emit (self, signals[ADDED], 0, id);
}

static void
eh_add_category_dispose (GObject *object)
{
  EhAddCategory *self = EH_ADD_CATEGORY (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->line, g_free);
  G_OBJECT_CLASS (eh_add_category_parent_class)->dispose (object);
}

static void
eh_add_category_class_init (EhAddCategoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_add_category_dispose;
  /**
   * EhAddCategory::added:
   * @category: the category that there is now
   */
  signals[ADDED] = g_signal_new ("added", EH_TYPE_ADD_CATEGORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_add_category_init (EhAddCategory *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->words = eh_fields_words (NULL, "eh-quiet");
  self->button = GTK_BUTTON (eh_fields_button (""));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->body), self->words);
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->button));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/**
 * eh_add_category_new:
 *
 * Returns: (transfer floating): an offer
 */
GtkWidget *
eh_add_category_new (void)
{
  return g_object_new (EH_TYPE_ADD_CATEGORY, NULL);
}

/**
 * eh_add_category_set_workspace:
 * @self: an offer
 * @workspace: the window's workspace, with a project
 */
void
eh_add_category_set_workspace (EhAddCategory *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

/**
 * eh_add_category_set_framework:
 * @self: an offer
 * @framework_id: where it would be added; none for the project's choice
 */
void
eh_add_category_set_framework (EhAddCategory *self, EhId framework_id)
{
  self->framework_id = framework_id;
}

/**
 * eh_add_category_offer:
 * @self: an offer
 * @text: what was typed
 * @empty: whether there is no category at all
 *
 * Says that nothing is called that, and offers to make it a category.
 */
void
eh_add_category_offer (EhAddCategory *self, const char *text, gboolean empty)
{
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  g_free (self->line);
  self->line = eh_text_clean_line (text);
  shown = eh_text_isolate (self->line);
  /* TRANSLATORS: a button; %s is what somebody typed */
  label = g_strdup_printf (_ ("Add “%s” as a Category"), shown);
  gtk_button_set_label (self->button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->button), self->line[0] != '\0');
  gtk_label_set_label (GTK_LABEL (self->words),
                       empty ? _ ("There are no categories yet. Type what the first is to be "
                                  "called.")
                             : _ ("No category is called that"));
}
