/* Which insights are listed: words, and a few questions that each have a resting answer. */

#include "eh-insight-filters.h"

#include "eh-focus.h"

#include "eh-activity.h"
#include "eh-block.h"
#include "eh-category.h"
#include "eh-choice-button.h"
#include "eh-filter-choices.h"
#include "eh-framework.h"
#include "eh-participant.h"
#include "eh-project.h"
#include "eh-reader.h"
#include "eh-role-group.h"
#include "eh-text.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* What waits, as choices. */
typedef enum {
  STATE_ANY,
  STATE_UNMAPPED,
  STATE_UNNAMED,
  STATE_UNUSED,
  STATE_PARKED,
} State;

/* Of a part of the guidance, as a filter. */
#define BLOCK_WORDS 32

struct _EhInsightFilters {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  GtkEditable *search;
  EhChoiceButton *workshop;
  EhChoiceButton *group;
  EhChoiceButton *category;
  EhChoiceButton *kind;
  EhChoiceButton *state;
  GtkButton *person;
  GtkToggleButton *more;
  GtkWidget *clear;
  GtkLabel *count;

  EhInsightQuery *query;
  gboolean setting; /* the controls follow the query, not the other way round */
  gint64 n_unmapped;
  gboolean narrow;
  gboolean one_workshop; /* nothing to choose among */
};

enum {
  CHANGED,
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhInsightFilters, eh_insight_filters, GTK_TYPE_WIDGET)

/* Where there is little room, the questions wait behind a button; those that are answered stay. */
static void
show_controls (EhInsightFilters *self)
{
  gboolean all = !self->narrow || gtk_toggle_button_get_active (self->more);
  const EhInsightQuery *query = self->query;

  gtk_widget_set_visible (GTK_WIDGET (self->more), self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->workshop),
                          (all && !self->one_workshop) || query->workshop_id != EH_ID_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->group), all || query->role_group_id != EH_ID_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->category), all || query->category_id != EH_ID_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), all || query->has_kind);
  gtk_widget_set_visible (GTK_WIDGET (self->state), all || query->unmapped || query->unnamed ||
                                                        query->unused || query->parked);
  gtk_widget_set_visible (self->clear, !eh_insight_query_is_empty (query));
}

static void
fill_workshops (EhInsightFilters *self)
{
  self->one_workshop = eh_filter_choices_fill_workshops (self->workshop,
                                                         eh_workspace_get_db (self->workspace)) < 2;
  show_controls (self);
}

static void
fill_states (EhInsightFilters *self)
{
  /* TRANSLATORS: %d is how many insights are under no category yet */
  g_autofree char *unmapped = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not sorted yet: %d",
                                                            "Not sorted yet: %d",
                                                            (gulong) self->n_unmapped),
                                               (int) self->n_unmapped);

  eh_choice_button_clear (self->state);
  eh_choice_button_add (self->state, STATE_ANY, _ ("Sorted or not"), 0, NULL, EH_CHOICE_NO_MARKER);
  eh_choice_button_add (self->state, STATE_UNMAPPED, unmapped, 0, NULL, EH_CHOICE_NO_MARKER);
  eh_choice_button_add (self->state, STATE_UNNAMED, _ ("Nobody known"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  eh_choice_button_add (self->state, STATE_UNUSED, _ ("Not in the guidance yet"), 0, NULL,
                        EH_CHOICE_NO_MARKER);
  eh_choice_button_add (self->state, STATE_PARKED, _ ("Parked"), 0, NULL, EH_CHOICE_NO_MARKER);
}

static State
state_of (const EhInsightQuery *query)
{
  if (query->unmapped)
    return STATE_UNMAPPED;
  if (query->unnamed)
    return STATE_UNNAMED;
  if (query->unused)
    return STATE_UNUSED;
  return query->parked ? STATE_PARKED : STATE_ANY;
}

static char *
clock_of (gint64 at)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (at);

  return g_date_time_format (when, "%H:%M");
}

/* A filter that has no control of its own, and comes from another place: a person, an activity, a
 * part of the guidance, a level, a stretch of time, a category of another framework. (transfer
 * full) (nullable) */
static char *
name_of_other (EhInsightFilters *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  const EhInsightQuery *query = self->query;
  g_autoptr (EhParticipant) person = eh_reader_get (db, &eh_participant_row_type,
                                                    query->participant_id);
  g_autoptr (EhActivity) activity = eh_reader_get (db, &eh_activity_row_type, query->activity_id);
  g_autoptr (EhBlock) block = eh_reader_get (db, &eh_block_row_type, query->block_id);
  g_autoptr (EhCategory) category = eh_reader_get (db, &eh_category_row_type,
                                                   query->other_category_id);
  g_autoptr (EhFramework) framework = eh_reader_get (db, &eh_framework_row_type, query->outside_id);

  if (category != NULL)
    return g_strdup (category->label);
  if (framework != NULL) {
    g_autofree char *name = eh_text_isolate (framework->name);

    /* TRANSLATORS: a filter; %s is a framework */
    return g_strdup_printf (_ ("Not sorted yet: %s"), name);
  }
  if (person != NULL)
    return g_strdup (eh_workspace_name_of (self->workspace, person->id, person->name));
  if (activity != NULL)
    return g_strdup (activity->title);
  if (block != NULL)
    return eh_text_shorten (block->text, BLOCK_WORDS);
  if (query->said_from != 0) {
    g_autofree char *from = clock_of (query->said_from);
    g_autofree char *until = clock_of (query->said_until);

    /* TRANSLATORS: two times of the day, as a filter: what was said between them */
    return g_strdup_printf (_ ("%1$s to %2$s"), from, until);
  }
  if (query->has_level)
    return g_strdup (query->level == EH_INSIGHT_LEVEL_NONE
                         ? _ ("Level not said")
                         : eh_vocabulary_label (&eh_insight_level_vocabulary, (int) query->level));
  return NULL;
}

static void
show_person (EhInsightFilters *self)
{
  g_autofree char *name = name_of_other (self);
  g_autofree char *isolated = eh_text_isolate (name);
  /* TRANSLATORS: a filter on the insights of one person or activity; pressing it takes it off */
  g_autofree char *label = g_strdup_printf (_ ("%s ×"), isolated);

  gtk_button_set_label (self->person, label);
  gtk_widget_set_visible (GTK_WIDGET (self->person), name != NULL);
}

static void
follow (EhInsightFilters *self)
{
  self->setting = TRUE;
  gtk_editable_set_text (self->search, self->query->words != NULL ? self->query->words : "");
  eh_choice_button_set_selected (self->workshop, self->query->workshop_id);
  eh_choice_button_set_selected (self->group, self->query->role_group_id);
  eh_choice_button_set_selected (self->category, self->query->category_id);
  eh_choice_button_set_selected (self->kind, self->query->has_kind ? (EhId) self->query->kind
                                                                   : EH_FILTER_ANY_KIND);
  eh_choice_button_set_selected (self->state, state_of (self->query));
  show_person (self);
  show_controls (self);
  self->setting = FALSE;
}

static void
changed (EhInsightFilters *self)
{
  show_controls (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_changed_cb (EhInsightFilters *self)
{
  if (self->setting || !eh_set_str (&self->query->words, gtk_editable_get_text (self->search)))
    return;
  changed (self);
}

static void
stop_search_cb (EhInsightFilters *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
search_done_cb (EhInsightFilters *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
search_key_cb (EhInsightFilters *self, guint keyval)
{
  if (keyval != GDK_KEY_Down)
    return FALSE;
  search_done_cb (self);
  return TRUE;
}

static void
chosen_cb (EhInsightFilters *self)
{
  EhId kind = eh_choice_button_get_selected (self->kind);
  State state = (State) eh_choice_button_get_selected (self->state);

  self->query->workshop_id = eh_choice_button_get_selected (self->workshop);
  self->query->role_group_id = eh_choice_button_get_selected (self->group);
  self->query->category_id = eh_choice_button_get_selected (self->category);
  self->query->has_kind = kind != EH_FILTER_ANY_KIND;
  self->query->kind = kind != EH_FILTER_ANY_KIND ? (EhInsightKind) kind : EH_INSIGHT_KIND_NONE;
  self->query->unmapped = state == STATE_UNMAPPED;
  self->query->unnamed = state == STATE_UNNAMED;
  self->query->unused = state == STATE_UNUSED;
  self->query->parked = state == STATE_PARKED;
  changed (self);
}

static void
person_cb (EhInsightFilters *self)
{
  self->query->participant_id = self->query->activity_id = self->query->block_id = EH_ID_NONE;
  self->query->other_category_id = self->query->outside_id = EH_ID_NONE;
  self->query->said_from = self->query->said_until = 0;
  self->query->has_level = FALSE;
  show_person (self);
  changed (self);
}

static void
store_changed_cb (EhInsightFilters *self, GArray *changes)
{
  if (eh_changes_touch (changes, &eh_workshop_row_type))
    fill_workshops (self);
  if (eh_changes_touch (changes, &eh_role_group_row_type))
    eh_filter_choices_fill_groups (self->group, eh_workspace_get_db (self->workspace));
  if (eh_changes_touch (changes, &eh_category_row_type) ||
      eh_changes_touch (changes, &eh_project_row_type))
    eh_filter_choices_fill_categories (self->category, eh_workspace_get_db (self->workspace),
                                       EH_ID_NONE);
}

static gboolean
eh_insight_filters_grab_focus (GtkWidget *widget)
{
  return eh_focus_hand_on (widget, GTK_WIDGET (EH_INSIGHT_FILTERS (widget)->search));
}

static void
eh_insight_filters_dispose (GObject *object)
{
  EhInsightFilters *self = EH_INSIGHT_FILTERS (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_insight_filters_parent_class)->dispose (object);
}

static void
eh_insight_filters_finalize (GObject *object)
{
  eh_insight_query_free (EH_INSIGHT_FILTERS (object)->query);
  G_OBJECT_CLASS (eh_insight_filters_parent_class)->finalize (object);
}

static void
eh_insight_filters_class_init (EhInsightFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = eh_insight_filters_dispose;
  object_class->finalize = eh_insight_filters_finalize;
  widget_class->grab_focus = eh_insight_filters_grab_focus;
  /**
   * EhInsightFilters::changed: other insights are asked for
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_INSIGHT_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * EhInsightFilters::done: Enter or Down in the search field: on to what was found
   */
  signals[DONE] = g_signal_new ("done", EH_TYPE_INSIGHT_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  g_type_ensure (EH_TYPE_WRAP);
  g_type_ensure (EH_TYPE_CHOICE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-insight-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, body);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, search);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, workshop);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, group);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, category);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, kind);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, state);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, person);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, more);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, clear);
  gtk_widget_class_bind_template_child (widget_class, EhInsightFilters, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_controls);
  gtk_widget_class_bind_template_callback (widget_class, eh_insight_filters_clear);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_insight_filters_init (EhInsightFilters *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->query = eh_insight_query_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self,
                           G_CONNECT_SWAPPED);
  eh_choice_button_set_resting (self->state, STATE_ANY);
}

/**
 * eh_insight_filters_set_workspace:
 * @self: filters
 * @workspace: the window's workspace, with a project
 */
void
eh_insight_filters_set_workspace (EhInsightFilters *self, EhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  fill_workshops (self);
  eh_filter_choices_fill_groups (self->group, eh_workspace_get_db (workspace));
  eh_filter_choices_fill_categories (self->category, eh_workspace_get_db (workspace), EH_ID_NONE);
  eh_filter_choices_fill_kinds (self->kind);
  fill_states (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_insight_filters_get_query:
 * @self: filters
 *
 * Returns: (transfer none): which insights are asked for
 */
const EhInsightQuery *
eh_insight_filters_get_query (EhInsightFilters *self)
{
  return self->query;
}

/**
 * eh_insight_filters_set_query:
 * @self: filters
 * @query: which insights to ask for
 */
void
eh_insight_filters_set_query (EhInsightFilters *self, const EhInsightQuery *query)
{
  EhInsightQuery *copy = eh_insight_query_copy (query);

  eh_insight_query_free (self->query);
  self->query = copy;
  follow (self);
  changed (self);
}

/**
 * eh_insight_filters_clear:
 * @self: filters
 *
 * Asks for every insight.
 */
void
eh_insight_filters_clear (EhInsightFilters *self)
{
  g_autoptr (EhInsightQuery) query = eh_insight_query_new ();

  eh_insight_filters_set_query (self, query);
}

/**
 * eh_insight_filters_show_counts:
 * @self: filters
 * @n_found: how many insights are listed
 * @n_unmapped: how many of the project are under no category
 */
void
eh_insight_filters_show_counts (EhInsightFilters *self, guint n_found, gint64 n_unmapped)
{
  gboolean all = eh_insight_query_is_empty (self->query);
  /* TRANSLATORS: how many insights the filters let through */
  g_autofree char *found = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u found", "%'u found", n_found), n_found);
  /* TRANSLATORS: in the search field, while every insight is listed */
  g_autofree char *search = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Search %'u insight", "Search %'u insights", n_found), n_found);

  gtk_label_set_label (self->count, found);
  gtk_widget_set_visible (GTK_WIDGET (self->count), !all);
  if (all)
    g_object_set (self->search, "placeholder-text", search, NULL);
  if (self->n_unmapped == n_unmapped)
    return;
  self->n_unmapped = n_unmapped;
  fill_states (self);
  eh_choice_button_set_selected (self->state, state_of (self->query));
}

/**
 * eh_insight_filters_set_narrow:
 * @self: filters
 * @narrow: whether there is little room
 */
void
eh_insight_filters_set_narrow (EhInsightFilters *self, gboolean narrow)
{
  self->narrow = narrow;
  show_controls (self);
}
