/* How the people of a workshop agreed to work together: a line each, and which groups agreed on
 * which day. */

#include "eh-rule-list.h"

#include "eh-card-list.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-ground-rule.h"
#include "eh-plan-edit.h"
#include "eh-schedule.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-when-field.h"
#include "eh-when-text.h"
#include "eh-workshop.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhRuleList {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhId workshop_id;
  EhId source_id; /* the workshop whose lines can be taken over, or none */
  GtkWidget *box;
  GtkWidget *empty;
  EhCardList *cards;
  GtkWidget *copy;
  GtkWidget *agree_box;
  GtkWidget *groups;
  GtkWidget *date;
};

G_DEFINE_FINAL_TYPE (EhRuleList, eh_rule_list, GTK_TYPE_WIDGET)

static char *
groups_text (EhRuleList *self, const char *keys)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) agreed = g_strsplit (keys, " ", -1);

  for (guint i = 0; i < groups->len; i++) {
    const EhRoleGroup *group = groups->pdata[i];

    if (g_strv_contains ((const char *const *) agreed, group->key))
      g_ptr_array_add (names, eh_text_isolate (group->label));
  }
  /* TRANSLATORS: between the names of role groups */
  return eh_text_join (names, C_ ("between groups", ", "));
}

static void
show_rule (EhForm *form, GtkWidget *card)
{
  EhRuleList *self = g_object_get_data (G_OBJECT (card), "agreement");
  EhTextField *field = g_object_get_data (G_OBJECT (card), "field");
  const EhGroundRule *rule = eh_form_get_row (form);
  g_autofree char *groups = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (rule == NULL)
    return;
  groups = groups_text (self, rule->agreed_by);
  date = eh_when_format_date_short (rule->agreed_on);
  if (*date == '\0')
    text = g_strdup (_ ("Not agreed yet"));
  else if (*groups == '\0')
    /* TRANSLATORS: %s is a date */
    text = g_strdup_printf (_ ("Agreed on %s"), date);
  else
    /* TRANSLATORS: %1$s is a list of role groups, %2$s a date */
    text = g_strdup_printf (_ ("Agreed by: %1$s, on %2$s"), groups, date);
  eh_text_field_set_hint (field, text, FALSE);
}

static void
remove_cb (GtkWidget *button, EhRuleList *self)
{
  GtkWidget *card = gtk_widget_get_parent (button);

  eh_workspace_remove (self->workspace, &eh_ground_rule_row_type, eh_card_get_id (card),
                       _ ("Removed a line of the agreement"), _ ("Removed the line"));
}

static GtkWidget *
make_card (gconstpointer row, gpointer data)
{
  EhRuleList *self = data;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *field = eh_text_field_new (_ ("We agree"), TRUE);
  GtkWidget *button = eh_fields_icon_button ("user-trash-symbolic", _ ("Remove This Line"));
  EhForm *form = eh_form_new (self->workspace, &eh_ground_rule_row_type,
                              _ ("Changed the agreement"));

  gtk_widget_add_css_class (eh_text_field_get_input (EH_TEXT_FIELD (field)), "eh-few-lines");
  gtk_widget_add_css_class (button, "eh-beside-field");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (card), field);
  gtk_box_append (GTK_BOX (card), button);
  g_object_set_data (G_OBJECT (card), "agreement", self);
  g_object_set_data (G_OBJECT (card), "field", field);
  eh_form_bind_text (form, "text", eh_text_field_get_input (EH_TEXT_FIELD (field)));
  eh_card_set_form (card, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (show_rule), card, 0);
  eh_form_set_id (form, eh_row_id (row));
  return card;
}

static GPtrArray *
rules_of (EhRuleList *self, EhId workshop_id)
{
  return eh_reader_list_of (eh_workspace_get_db (self->workspace), &eh_ground_rule_row_type,
                            "workshop_id", workshop_id);
}

/* The last other workshop that has an agreement. */
static void
show_source (EhRuleList *self, gboolean wanted)
{
  g_autoptr (GPtrArray) workshops = eh_reader_list (eh_workspace_get_db (self->workspace),
                                                    &eh_workshop_row_type);

  self->source_id = EH_ID_NONE;
  for (guint i = workshops->len; wanted && i > 0 && self->source_id == EH_ID_NONE; i--) {
    const EhWorkshop *workshop = workshops->pdata[i - 1];
    g_autoptr (GPtrArray) rules = rules_of (self, workshop->id);

    if (workshop->id != self->workshop_id && rules->len > 0) {
      g_autofree char *title = eh_text_isolate (workshop->title);
      /* TRANSLATORS: %s is the title of a workshop */
      g_autofree char *label = g_strdup_printf (_ ("Take Over the Lines of %s"), title);

      self->source_id = workshop->id;
      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->copy))), label);
    }
  }
  gtk_widget_set_visible (self->copy, self->source_id != EH_ID_NONE);
}

static void
show_groups (EhRuleList *self)
{
  GPtrArray *groups = eh_workspace_get_role_groups (self->workspace);

  eh_wrap_clear (EH_WRAP (self->groups));
  for (guint i = 0; i < groups->len; i++) {
    const EhRoleGroup *group = groups->pdata[i];
    GtkWidget *check = eh_fields_check (group->label);

    if (group->retired)
      continue;
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), group->in_voice);
    g_object_set_data_full (G_OBJECT (check), "key", g_strdup (group->key), g_free);
    eh_wrap_append (EH_WRAP (self->groups), check);
  }
}

static void
refresh (EhRuleList *self)
{
  g_autoptr (GPtrArray) rules = rules_of (self, self->workshop_id);

  eh_card_list_show (self->cards, rules);
  gtk_widget_set_visible (self->empty, rules->len == 0);
  gtk_widget_set_visible (self->agree_box, rules->len > 0);
  show_source (self, rules->len == 0);
}

static void
add_cb (EhRuleList *self)
{
  g_autoptr (EhGroundRule) rule = eh_ground_rule_new ();
  g_autoptr (GPtrArray) rules = NULL;
  GtkWidget *card = NULL;

  eh_workspace_flush (self->workspace);
  rules = rules_of (self, self->workshop_id);
  rule->id = eh_id_new ();
  rule->workshop_id = self->workshop_id;
  rule->position = rules->len > 0 ? ((EhGroundRule *) rules->pdata[rules->len - 1])->position + 1
                                  : 1;
  if (!eh_workspace_put (self->workspace, &eh_ground_rule_row_type, rule,
                         _ ("Added a line to the agreement"), NULL))
    return;
  card = eh_card_list_find (self->cards, rule->id);
  if (card != NULL)
    gtk_widget_grab_focus (g_object_get_data (G_OBJECT (card), "field"));
}

static void
copy_cb (EhRuleList *self)
{
  g_autoptr (GError) error = NULL;

  if (!eh_plan_copy_rules (eh_workspace_get_store (self->workspace), self->source_id,
                           self->workshop_id, &error))
    eh_workspace_report_error (self->workspace, error);
}

static void
agree_cb (EhRuleList *self)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  eh_workspace_flush (self->workspace);
  for (GtkWidget *check = gtk_widget_get_first_child (self->groups); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "",
                              (const char *) g_object_get_data (G_OBJECT (check), "key"));
  if (!eh_plan_agree_rules (eh_workspace_get_store (self->workspace), self->workshop_id, keys->str,
                            eh_when_field_get_value (EH_WHEN_FIELD (self->date)), &error))
    eh_workspace_report_error (self->workspace, error);
  else
    eh_workspace_toast (self->workspace, _ ("The agreement is recorded"), TRUE);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhRuleList *self)
{
  if (self->workshop_id == EH_ID_NONE)
    return;
  if (eh_changes_touch (changes, &eh_ground_rule_row_type))
    refresh (self);
  if (eh_changes_touch (changes, &eh_role_group_row_type))
    show_groups (self);
}

static void
eh_rule_list_dispose (GObject *object)
{
  EhRuleList *self = EH_RULE_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_rule_list_parent_class)->dispose (object);
}

static void
eh_rule_list_class_init (EhRuleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_rule_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
agree_box (EhRuleList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *agree = eh_fields_pill (_ ("_Record That All of It Is Agreed"));
  GtkWidget *label = eh_fields_words (_ ("Who agrees"), "eh-field-label");

  self->groups = eh_wrap_new (12);
  self->date = eh_when_field_new (_ ("On"), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->groups), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who agrees"), -1);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "eh-card");
  g_signal_connect_object (agree, "clicked", G_CALLBACK (agree_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->groups);
  gtk_box_append (GTK_BOX (box), self->date);
  gtk_box_append (GTK_BOX (box), agree);
  return box;
}

static void
eh_rule_list_init (EhRuleList *self)
{
  GtkWidget *buttons = eh_wrap_new (8);
  GtkWidget *add = eh_fields_pill (_ ("Add a _Line"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->empty = eh_fields_words (_ ("Nothing is agreed yet. Ask the room: what do you need from "
                                    "one another to say what you think?"),
                                 "eh-body");
  self->cards = EH_CARD_LIST (eh_card_list_new (make_card, self));
  self->copy = eh_fields_pill ("");
  self->agree_box = agree_box (self);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (buttons), add);
  eh_wrap_append (EH_WRAP (buttons), self->copy);
  gtk_box_append (GTK_BOX (self->box), eh_fields_heading (_ ("Working agreement")));
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_box_append (GTK_BOX (self->box), self->agree_box);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_rule_list_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): the agreement of no workshop
 */
GtkWidget *
eh_rule_list_new (EhWorkspace *workspace)
{
  EhRuleList *self = g_object_new (EH_TYPE_RULE_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * eh_rule_list_set_workshop:
 * @self: an agreement
 * @workshop_id: whose, or none
 */
void
eh_rule_list_set_workshop (EhRuleList *self, EhId workshop_id)
{
  g_autofree char *today = eh_schedule_today ();
  g_autoptr (EhWorkshop) workshop = NULL;

  self->workshop_id = workshop_id;
  if (workshop_id == EH_ID_NONE)
    return;
  workshop = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_workshop_row_type,
                            workshop_id);
  eh_when_field_set_value (EH_WHEN_FIELD (self->date),
                           workshop != NULL && *workshop->date != '\0' ? workshop->date : today);
  show_groups (self);
  refresh (self);
}
