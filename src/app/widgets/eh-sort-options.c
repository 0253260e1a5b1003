/* How insights are sorted: by whom, into which framework, which of them, whether the placements of
 * others are kept out of sight, and whether categories are suggested. */

#include "eh-sort-options.h"

#include "eh-choice-button.h"
#include "eh-fields.h"
#include "eh-framework.h"
#include "eh-project.h"
#include "eh-reader.h"
#include "eh-text-field.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EhSortOptions {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GSettings *settings;
  GtkWidget *button;
  EhChoiceButton *framework;
  EhChoiceButton *which;
  GtkCheckButton *blind;
  GtkCheckButton *suggest;
  guint n_frameworks;
};

#define WIDEST 340 /* of a line of the options */

enum {
  WHICH_NOBODY,
  WHICH_OWN,
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhSortOptions, eh_sort_options, GTK_TYPE_WIDGET)

static void
tell (EhSortOptions *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Nobody can be kept apart from others without a name. */
static void
show_name (EhSortOptions *self)
{
  g_autofree char *name = eh_sort_options_get_coder (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->blind), name[0] != '\0');
}

static void
name_cb (EhSortOptions *self)
{
  show_name (self);
  tell (self);
}

static void
eh_sort_options_dispose (GObject *object)
{
  EhSortOptions *self = EH_SORT_OPTIONS (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_sort_options_parent_class)->dispose (object);
}

static void
eh_sort_options_class_init (EhSortOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_sort_options_dispose;
  /**
   * EhSortOptions::changed: something is chosen otherwise
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_SORT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_sort_options_init (EhSortOptions *self)
{
}

static GtkWidget *
labelled (const char *label, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), eh_fields_words (label, "eh-field-label"));
  gtk_box_append (GTK_BOX (box), control);
  return box;
}

static GtkWidget *
name_field (EhSortOptions *self)
{
  GtkWidget *field = eh_text_field_new (_ ("Your name"), FALSE);

  eh_text_field_set_hint (EH_TEXT_FIELD (field),
                          _ ("Kept with what you place, so that two people’s placements stay "
                             "apart. Without a name you place for the team."),
                          FALSE);
  g_settings_bind (self->settings, "contributor-name",
                   eh_text_field_get_input (EH_TEXT_FIELD (field)), "text",
                   G_SETTINGS_BIND_DEFAULT);
  return field;
}

static void
fill_frameworks (EhSortOptions *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (GPtrArray) rows = eh_reader_list (db, &eh_framework_row_type);
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);

  for (guint i = 0; i < rows->len; i++) {
    const EhFramework *row = rows->pdata[i];

    eh_choice_button_add (self->framework, row->id, row->name, 0, NULL, EH_CHOICE_NO_MARKER);
  }
  self->n_frameworks = rows->len;
  if (project != NULL)
    eh_choice_button_set_selected (self->framework, project->framework_id);
}

static GtkWidget *
setting_check (EhSortOptions *self, const char *label, const char *tip, const char *key)
{
  GtkWidget *check = eh_fields_check (label);

  gtk_widget_set_tooltip_text (check, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip,
                                  -1);
  g_settings_bind (self->settings, key, check, "active", G_SETTINGS_BIND_DEFAULT);
  return check;
}

static GtkWidget *
make_popover (EhSortOptions *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->framework = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Sort into")));
  fill_frameworks (self);
  self->which = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Which insights")));
  eh_choice_button_add (self->which, WHICH_NOBODY, _ ("Those that nobody has sorted"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  eh_choice_button_add (self->which, WHICH_OWN, _ ("Those that I have not sorted"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  eh_choice_button_set_selected (self->which, WHICH_NOBODY);
  self->blind = GTK_CHECK_BUTTON (setting_check (
      self, _ ("Hide where others placed it"),
      _ ("So that what you decide is your own. It needs your name."), "coding-blind"));
  self->suggest = GTK_CHECK_BUTTON (
      setting_check (self, _ ("Suggest categories"),
                     _ ("From the words of what is sorted already, worked out on this computer. "
                        "Nothing is placed unless you do it."),
                     "coding-suggestions"));
  gtk_widget_set_size_request (box, 260, -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_box_append (GTK_BOX (box), name_field (self));
  gtk_box_append (GTK_BOX (box), labelled (_ ("Sort into"), GTK_WIDGET (self->framework)));
  gtk_box_append (GTK_BOX (box), labelled (_ ("Which insights"), GTK_WIDGET (self->which)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->blind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->suggest));
  gtk_popover_set_child (GTK_POPOVER (popover), clamp);
  return popover;
}

static void
connect_all (EhSortOptions *self)
{
  g_signal_connect_object (self->framework, "chosen", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->which, "chosen", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->blind, "toggled", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->suggest, "toggled", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::contributor-name", G_CALLBACK (name_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_sort_options_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a button that opens the options
 */
GtkWidget *
eh_sort_options_new (EhWorkspace *workspace)
{
  EhSortOptions *self = g_object_new (EH_TYPE_SORT_OPTIONS, NULL);

  self->workspace = g_object_ref (workspace);
  self->settings = g_settings_new (EH_APP_ID);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "emblem-system-symbolic");
  gtk_widget_set_tooltip_text (self->button, _ ("How to sort"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How to sort"), -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  show_name (self);
  connect_all (self);
  return GTK_WIDGET (self);
}

/**
 * eh_sort_options_get_framework:
 * @self: the options
 *
 * Returns: the framework to sort into
 */
EhId
eh_sort_options_get_framework (EhSortOptions *self)
{
  return eh_choice_button_get_selected (self->framework);
}

/**
 * eh_sort_options_get_framework_name:
 * @self: the options
 *
 * Returns: (transfer none) (nullable): what the framework to sort into is called; %NULL where there
 *   is no other
 */
const char *
eh_sort_options_get_framework_name (EhSortOptions *self)
{
  return self->n_frameworks > 1 ? eh_choice_button_get_text (self->framework) : NULL;
}

/**
 * eh_sort_options_get_own:
 * @self: the options
 *
 * Returns: whether what waits is what this coder has not sorted, whoever else has
 */
gboolean
eh_sort_options_get_own (EhSortOptions *self)
{
  return eh_choice_button_get_selected (self->which) == WHICH_OWN;
}

/**
 * eh_sort_options_get_blind:
 * @self: the options
 *
 * Returns: whether the placements of others are kept out of sight
 */
gboolean
eh_sort_options_get_blind (EhSortOptions *self)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (self->blind)) &&
         gtk_check_button_get_active (self->blind);
}

/**
 * eh_sort_options_get_suggest:
 * @self: the options
 *
 * Returns: whether categories are suggested
 */
gboolean
eh_sort_options_get_suggest (EhSortOptions *self)
{
  return gtk_check_button_get_active (self->suggest);
}

/**
 * eh_sort_options_get_coder:
 * @self: the options
 *
 * Returns: (transfer full): the name of who sorts, "" for the team
 */
char *
eh_sort_options_get_coder (EhSortOptions *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "contributor-name");

  return g_strstrip (g_steal_pointer (&name));
}
