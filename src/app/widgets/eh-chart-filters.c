/* What the charts look at: a workshop, a group, a category, a kind, and through which framework.
 * Each is a chip that says what it lets through; what does not narrow the chart that is shown is
 * hidden, and kept for the next. */

#include "eh-chart-filters.h"

#include "eh-category.h"
#include "eh-filter-choices.h"
#include "eh-framework.h"
#include "eh-project.h"
#include "eh-reader.h"
#include "eh-role-group.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhChartFilters {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *wrap;
  GtkWidget *more;
  EhChoiceButton *lens;
  EhChoiceButton *workshop;
  EhChoiceButton *group;
  EhChoiceButton *category;
  EhChoiceButton *kind;
  GtkWidget *clear;
  EhMapFilterFlags allowed;
  EhId own_lens; /* the project's choice */
  EhId lens_before;
  guint n_workshops;
  gboolean narrow;
  gboolean setting;
};

/* Not a framework, but the way to have another. */
#define MORE_FRAMEWORKS ((EhId) -1)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhChartFilters, eh_chart_filters, GTK_TYPE_WIDGET)

static gboolean
is_set (EhChoiceButton *button, EhId resting)
{
  return eh_choice_button_get_selected (button) != resting;
}

/* Where there is little room, what lets everything through waits behind a button. */
static void
show_choice (EhChartFilters *self, EhChoiceButton *button, EhMapFilterFlags flag, EhId resting)
{
  gboolean all = !self->narrow || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more));
  gboolean choices = flag != EH_MAP_FILTER_WORKSHOP || self->n_workshops > 1;

  gtk_widget_set_visible (GTK_WIDGET (button), (self->allowed & flag) != 0 &&
                                                   ((all && choices) || is_set (button, resting)));
}

static gboolean
is_narrowed (EhChartFilters *self)
{
  EhFilter filter = eh_chart_filters_get_filter (self);

  return filter.workshop_id != EH_ID_NONE || filter.role_group_id != EH_ID_NONE ||
         filter.category_id != EH_ID_NONE || filter.by_kind;
}

static void
show_controls (EhChartFilters *self)
{
  show_choice (self, self->workshop, EH_MAP_FILTER_WORKSHOP, EH_ID_NONE);
  show_choice (self, self->group, EH_MAP_FILTER_GROUP, EH_ID_NONE);
  show_choice (self, self->category, EH_MAP_FILTER_CATEGORY, EH_ID_NONE);
  show_choice (self, self->kind, EH_MAP_FILTER_KIND, EH_FILTER_ANY_KIND);
  /* It narrows nothing, so it is there whenever the chart shows categories; elsewhere when the
   * categories to choose among are not the usual ones. */
  gtk_widget_set_visible (
      GTK_WIDGET (self->lens),
      (self->allowed & EH_MAP_FILTER_LENS) != 0 ||
          ((self->allowed & EH_MAP_FILTER_CATEGORY) != 0 && is_set (self->lens, self->own_lens)));
  gtk_widget_set_visible (self->more, self->narrow && self->allowed != 0);
  gtk_widget_set_visible (self->clear, is_narrowed (self));
}

static void
chosen_cb (EhChartFilters *self)
{
  if (self->setting)
    return;
  show_controls (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_lenses (EhChartFilters *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhProject) project = eh_reader_get (db, &eh_project_row_type, 1);
  EhId before = self->own_lens;

  self->setting = TRUE;
  self->own_lens = project != NULL ? project->framework_id : EH_ID_NONE;
  /* Who looked through the project's own one goes on doing so when that becomes another. */
  if (eh_choice_button_get_selected (self->lens) == before)
    eh_choice_button_set_selected (self->lens, self->own_lens);
  eh_filter_choices_fill_frameworks (self->lens, db);
  eh_choice_button_add (self->lens, MORE_FRAMEWORKS, _ ("Add or change frameworks…"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  self->lens_before = eh_choice_button_get_selected (self->lens);
  eh_filter_choices_fill_categories (self->category, db, self->lens_before);
  self->setting = FALSE;
}

/* Through another framework other categories are seen, so that none of the last is asked for. */
static void
lens_cb (EhChartFilters *self)
{
  EhId lens = eh_choice_button_get_selected (self->lens);

  if (self->setting || lens == self->lens_before)
    return;
  self->setting = TRUE;
  if (lens == MORE_FRAMEWORKS) {
    eh_choice_button_set_selected (self->lens, self->lens_before);
    self->setting = FALSE;
    gtk_widget_activate_action (GTK_WIDGET (self), "win.categories", NULL);
    return;
  }
  self->lens_before = lens;
  eh_choice_button_set_selected (self->category, EH_ID_NONE);
  eh_filter_choices_fill_categories (self->category, eh_workspace_get_db (self->workspace), lens);
  self->setting = FALSE;
  chosen_cb (self);
}

static void
clear_cb (EhChartFilters *self)
{
  eh_chart_filters_clear (self);
}

static void
store_changed_cb (EhChartFilters *self, GArray *changes)
{
  EhDb *db = eh_workspace_get_db (self->workspace);

  if (eh_changes_touch (changes, &eh_workshop_row_type))
    self->n_workshops = eh_filter_choices_fill_workshops (self->workshop, db);
  if (eh_changes_touch (changes, &eh_role_group_row_type))
    eh_filter_choices_fill_groups (self->group, db);
  if (eh_changes_touch (changes, &eh_category_row_type) ||
      eh_changes_touch (changes, &eh_framework_row_type) ||
      eh_changes_touch (changes, &eh_project_row_type))
    fill_lenses (self);
  show_controls (self);
}

static void
eh_chart_filters_dispose (GObject *object)
{
  EhChartFilters *self = EH_CHART_FILTERS (object);

  g_clear_pointer (&self->wrap, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_chart_filters_parent_class)->dispose (object);
}

static void
eh_chart_filters_class_init (EhChartFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_chart_filters_dispose;
  /**
   * EhChartFilters::changed: something else is to be looked at
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_CHART_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static EhChoiceButton *
add_choice (EhChartFilters *self, const char *title)
{
  GtkWidget *button = eh_choice_button_new (title);

  g_signal_connect_object (button, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (self->wrap), button);
  return EH_CHOICE_BUTTON (button);
}

static void
eh_chart_filters_init (EhChartFilters *self)
{
  g_autofree char *key = NULL;

  self->setting = TRUE;
  self->wrap = eh_wrap_new (6);
  gtk_widget_set_parent (self->wrap, GTK_WIDGET (self));
  self->more = gtk_toggle_button_new_with_label (_ ("Filter"));
  g_signal_connect_object (self->more, "toggled", G_CALLBACK (show_controls), self,
                           G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (self->wrap), self->more);
  /* TRANSLATORS: a chip: through which set of categories the charts look */
  self->lens = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("Framework")));
  g_signal_connect_object (self->lens, "chosen", G_CALLBACK (lens_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (self->wrap), GTK_WIDGET (self->lens));
  self->workshop = add_choice (self, _ ("Workshop"));
  self->group = add_choice (self, _ ("Group"));
  self->category = add_choice (self, _ ("Category"));
  self->kind = add_choice (self, _ ("Kind"));
  eh_filter_choices_fill_kinds (self->kind);
  self->clear = gtk_button_new_with_label (_ ("Show all"));
  gtk_widget_add_css_class (self->clear, "flat");
  key = gtk_accelerator_get_label (GDK_KEY_0, GDK_CONTROL_MASK);
  gtk_widget_set_tooltip_text (self->clear, key);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (self->wrap), self->clear);
  self->setting = FALSE;
}

/**
 * eh_chart_filters_set_workspace:
 * @self: filters
 * @workspace: the window's workspace, with a project
 */
void
eh_chart_filters_set_workspace (EhChartFilters *self, EhWorkspace *workspace)
{
  EhDb *db = eh_workspace_get_db (workspace);

  g_set_object (&self->workspace, workspace);
  self->n_workshops = eh_filter_choices_fill_workshops (self->workshop, db);
  eh_filter_choices_fill_groups (self->group, db);
  fill_lenses (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_controls (self);
}

/**
 * eh_chart_filters_set_allowed:
 * @self: filters
 * @allowed: what narrows the chart that is shown
 */
void
eh_chart_filters_set_allowed (EhChartFilters *self, EhMapFilterFlags allowed)
{
  self->allowed = allowed;
  show_controls (self);
}

/**
 * eh_chart_filters_set_narrow:
 * @self: filters
 * @narrow: whether there is little room
 */
void
eh_chart_filters_set_narrow (EhChartFilters *self, gboolean narrow)
{
  self->narrow = narrow;
  show_controls (self);
}

/**
 * eh_chart_filters_get_filter:
 * @self: filters
 *
 * Returns: what the chart looks at
 */
EhFilter
eh_chart_filters_get_filter (EhChartFilters *self)
{
  EhFilter filter = { .lens_id = eh_choice_button_get_selected (self->lens) };
  EhId kind = eh_choice_button_get_selected (self->kind);

  if ((self->allowed & EH_MAP_FILTER_WORKSHOP) != 0)
    filter.workshop_id = eh_choice_button_get_selected (self->workshop);
  if ((self->allowed & EH_MAP_FILTER_GROUP) != 0)
    filter.role_group_id = eh_choice_button_get_selected (self->group);
  if ((self->allowed & EH_MAP_FILTER_CATEGORY) != 0)
    filter.category_id = eh_choice_button_get_selected (self->category);
  if ((self->allowed & EH_MAP_FILTER_KIND) != 0 && kind != EH_FILTER_ANY_KIND) {
    filter.by_kind = TRUE;
    filter.kind = (int) kind;
  }
  return filter;
}

/**
 * eh_chart_filters_clear:
 * @self: filters
 *
 * Looks at everything again.
 *
 * Returns: whether anything was narrowed
 */
gboolean
eh_chart_filters_clear (EhChartFilters *self)
{
  gboolean narrowed = is_narrowed (self);

  self->setting = TRUE;
  eh_choice_button_set_selected (self->workshop, EH_ID_NONE);
  eh_choice_button_set_selected (self->group, EH_ID_NONE);
  eh_choice_button_set_selected (self->category, EH_ID_NONE);
  eh_choice_button_set_selected (self->kind, EH_FILTER_ANY_KIND);
  self->setting = FALSE;
  if (narrowed)
    chosen_cb (self);
  return narrowed;
}
