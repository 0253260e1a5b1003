/* One resource of the library: what it is, where it is, what it is about, edited in place; and the
 * way from here into the guidance. */

#include "eh-resource-detail.h"

#include "eh-block.h"
#include "eh-choice-button.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-guidance-edit.h"
#include "eh-link.h"
#include "eh-resource-category.h"
#include "eh-resource-row.h"
#include "eh-resource.h"
#include "eh-tag.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EhResourceDetail {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhForm *form;
  GPtrArray *categories; /* (element-type EhCategory): of every framework of the project */

  GtkWidget *scroller;
  GtkLabel *kind_label;
  GtkLabel *title;
  GtkLabel *summary_label;
  GtkLabel *origin_label;
  GtkWidget *link_button;
  GtkWidget *doi_button;
  GtkWidget *cite_button;
  GtkLabel *cited_label;
  EhTextField *title_field;
  EhTextField *authors_field;
  EhTextField *organisation_field;
  GtkSpinButton *year_spin;
  EhTextField *venue_field;
  EhTextField *kind_field;
  EhTextField *summary_field;
  EhTextField *url_field;
  EhTextField *doi_field;
  EhTextField *suggested_field;
  GtkWidget *checked_switch;
  EhTextField *note_field;
  GtkBox *place_box;
  GtkLabel *place_note;
  EhChoiceButton *place_choice;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (EhResourceDetail, eh_resource_detail, GTK_TYPE_WIDGET)

static const EhCategory *
category_of (EhResourceDetail *self, const char *key)
{
  for (guint i = 0; i < self->categories->len; i++) {
    const EhCategory *category = self->categories->pdata[i];

    if (g_str_equal (category->key, key))
      return category;
  }
  return NULL;
}

static const EhCategory *
category_with_id (EhResourceDetail *self, EhId id)
{
  for (guint i = 0; i < self->categories->len; i++)
    if (eh_row_id (self->categories->pdata[i]) == id)
      return self->categories->pdata[i];
  return NULL;
}

/* The tint of a category is that of the top category above it. */
static int
slot_of (EhResourceDetail *self, const EhCategory *category)
{
  for (guint depth = 0; category->parent_id != EH_ID_NONE && depth < 16; depth++) {
    const EhCategory *parent = category_with_id (self, category->parent_id);

    if (parent == NULL)
      break;
    category = parent;
  }
  return (int) category->slot;
}

static void
take_away_cb (GtkWidget *button, EhResourceDetail *self)
{
  EhId id = *(EhId *) g_object_get_data (G_OBJECT (button), "place");

  eh_workspace_remove (self->workspace, &eh_resource_category_row_type, id,
                       _ ("Took a resource out of a category"), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->place_choice));
}

static GtkWidget *
place_row (EhResourceDetail *self, const EhCategory *category, EhId place_id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = eh_text_isolate (category->label);
  /* TRANSLATORS: %s is a category: what a button does, read aloud */
  g_autofree char *name = g_strdup_printf (_ ("Take it out of %s"), label);

  gtk_box_append (GTK_BOX (box), eh_tag_new (category->label, slot_of (self, category)));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "place", g_memdup2 (&place_id, sizeof place_id),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_away_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static gboolean
is_placed (GPtrArray *places, const EhCategory *category)
{
  for (guint i = 0; i < places->len; i++)
    if (g_str_equal (((const EhResourceCategory *) places->pdata[i])->category_key, category->key))
      return TRUE;
  return FALSE;
}

/* A category, then what lies under it. Returns how many were offered. */
static guint
offer_under (EhResourceDetail *self, GPtrArray *places, EhId parent_id, guint depth)
{
  guint n = 0;

  for (guint i = 0; i < self->categories->len && depth < 8; i++) {
    const EhCategory *category = self->categories->pdata[i];

    if (category->parent_id != parent_id)
      continue;
    if (!category->retired && !is_placed (places, category)) {
      eh_choice_button_add (self->place_choice, category->id, category->label, depth, NULL,
                            EH_CHOICE_NO_MARKER);
      n++;
    }
    n += offer_under (self, places, category->id, depth + 1);
  }
  return n;
}

static void
offer_places (EhResourceDetail *self, GPtrArray *places)
{
  guint n = 0;

  eh_choice_button_clear (self->place_choice);
  n = offer_under (self, places, EH_ID_NONE, 0);
  eh_choice_button_set_selected (self->place_choice, EH_ID_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->place_choice), n > 0);
}

/* What stands under a framework that the project does not use is counted, not hidden. */
static void
show_places (EhResourceDetail *self)
{
  g_autoptr (GPtrArray) places = eh_reader_list_of (eh_workspace_get_db (self->workspace),
                                                    &eh_resource_category_row_type, "resource_id",
                                                    eh_form_get_id (self->form));
  GtkWidget *child = NULL;
  guint n_elsewhere = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->place_box))) != NULL)
    gtk_box_remove (self->place_box, child);
  for (guint i = 0; i < places->len; i++) {
    const EhResourceCategory *place = places->pdata[i];
    const EhCategory *category = category_of (self, place->category_key);

    if (category == NULL)
      n_elsewhere++;
    else
      gtk_box_append (self->place_box, place_row (self, category, place->id));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->place_box), places->len > n_elsewhere);
  gtk_widget_set_visible (GTK_WIDGET (self->place_note), n_elsewhere > 0 || places->len == 0);
  if (places->len == 0) {
    gtk_label_set_label (self->place_note, _ ("In no category yet."));
  } else if (n_elsewhere > 0) {
    g_autofree char *note = g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "And in %u category of a framework that this project does not use.",
            "And in %u categories of frameworks that this project does not use.", n_elsewhere),
        n_elsewhere);

    gtk_label_set_label (self->place_note, note);
  }
  offer_places (self, places);
}

static void
read_categories (EhResourceDetail *self)
{
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  self->categories = eh_reader_list (eh_workspace_get_db (self->workspace), &eh_category_row_type);
}

static void
place_chosen_cb (EhResourceDetail *self)
{
  const EhCategory *category = category_with_id (
      self, eh_choice_button_get_selected (self->place_choice));
  EhId resource_id = eh_form_get_id (self->form);
  g_autoptr (EhResourceCategory) place = eh_resource_category_new ();
  g_autofree char *id = eh_id_to_string (resource_id);
  g_autofree char *path = NULL;

  if (category == NULL || resource_id == EH_ID_NONE)
    return;
  path = g_strconcat (id, "/", category->key, NULL);
  place->id = eh_id_from_key ("resource_category", path);
  place->resource_id = resource_id;
  eh_set_str (&place->category_key, category->key);
  eh_workspace_flush (self->workspace);
  eh_workspace_put (self->workspace, &eh_resource_category_row_type, place,
                    _ ("Put a resource in a category"), NULL);
}

static EhGuidance *
newest_guidance (EhResourceDetail *self)
{
  g_autoptr (GPtrArray) all = eh_reader_list (eh_workspace_get_db (self->workspace),
                                              &eh_guidance_row_type);
  const EhGuidance *newest = NULL;

  for (guint i = 0; i < all->len; i++) {
    const EhGuidance *guidance = all->pdata[i];

    if (newest == NULL || guidance->created_at >= newest->created_at)
      newest = guidance;
  }
  return newest != NULL ? eh_guidance_copy (newest) : NULL;
}

static void
show_cited (EhResourceDetail *self)
{
  g_autoptr (EhGuidance) guidance = newest_guidance (self);
  g_autoptr (GPtrArray) blocks = eh_reader_list_of (eh_workspace_get_db (self->workspace),
                                                    &eh_block_row_type, "resource_id",
                                                    eh_form_get_id (self->form));
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Cited in %u place of the guidance",
                   "Cited in %u places of the guidance", blocks->len),
      blocks->len);

  gtk_widget_set_visible (self->cite_button, guidance != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->cited_label), blocks->len > 0);
  gtk_label_set_label (self->cited_label, text);
}

static void
cite_cb (EhResourceDetail *self)
{
  g_autoptr (EhGuidance) guidance = newest_guidance (self);
  g_autoptr (EhBlock) draft = eh_block_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *said = NULL;

  if (guidance == NULL)
    return;
  eh_workspace_flush (self->workspace);
  draft->guidance_id = guidance->id;
  draft->kind = EH_BLOCK_KIND_RESOURCE;
  draft->resource_id = eh_form_get_id (self->form);
  if (eh_guidance_add_block (eh_workspace_get_store (self->workspace), draft, EH_ID_NONE, &error) ==
      EH_ID_NONE) {
    eh_workspace_report_error (self->workspace, error);
    return;
  }
  title = eh_text_isolate (guidance->title);
  /* TRANSLATORS: %s is the title of a document */
  said = g_strdup_printf (_ ("Added at the end of %s"), title);
  eh_workspace_toast (self->workspace, said, TRUE);
}

static void
show_link (GtkWidget *button, const char *uri)
{
  gtk_widget_set_visible (button, uri != NULL);
  gtk_widget_set_tooltip_text (button, uri);
}

static void
link_cb (EhResourceDetail *self, GtkWidget *button)
{
  const EhResource *resource = eh_form_get_row (self->form);
  g_autofree char *uri = NULL;

  if (resource == NULL)
    return;
  uri = button == self->link_button ? eh_link_from_address (resource->url)
                                    : eh_link_from_doi (resource->doi);
  if (uri != NULL)
    eh_link_open (self->workspace, button, uri);
}

static void
show_resource (EhResourceDetail *self)
{
  const EhResource *resource = eh_form_get_row (self->form);
  g_autofree char *kind = NULL;
  g_autofree char *link = NULL;
  g_autofree char *doi = NULL;

  if (resource == NULL)
    return;
  kind = eh_resource_kind_label (resource->kind);
  link = eh_link_from_address (resource->url);
  doi = eh_link_from_doi (resource->doi);
  gtk_label_set_label (self->kind_label, kind);
  gtk_label_set_label (self->title, resource->title);
  gtk_label_set_label (self->summary_label, resource->summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), !eh_text_is_blank (resource->summary));
  gtk_label_set_label (self->origin_label,
                       resource->shipped
                           ? _ ("It came with Evenhand. What you change is changed in this project "
                                "alone.")
                           : _ ("Added by the team."));
  show_link (self->link_button, link);
  show_link (self->doi_button, doi);
  if (link == NULL && !eh_text_is_blank (resource->url))
    eh_text_field_set_hint (self->url_field,
                            _ ("This is not the address of a web page, so it cannot be opened."),
                            TRUE);
  else
    eh_text_field_set_hint (self->url_field, NULL, FALSE);
  if (doi == NULL && !eh_text_is_blank (resource->doi))
    eh_text_field_set_hint (self->doi_field, _ ("A DOI begins with 10. and has a slash."), TRUE);
  else
    eh_text_field_set_hint (self->doi_field, _ ("Such as 10.1186/s40900-021-00274-7"), FALSE);
}

static void
remove_cb (EhResourceDetail *self)
{
  const EhResource *resource = eh_form_get_row (self->form);
  g_autofree char *title = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *toast = NULL;

  if (resource == NULL)
    return;
  title = eh_text_shorten (resource->title, 40);
  isolated = eh_text_isolate (title);
  /* TRANSLATORS: %s is the title of a resource */
  toast = g_strdup_printf (_ ("Removed %s"), isolated);
  eh_workspace_remove (self->workspace, &eh_resource_row_type, resource->id,
                       _ ("Removed a resource"), toast);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhResourceDetail *self)
{
  gboolean categories = eh_changes_touch (changes, &eh_category_row_type);

  if (categories)
    read_categories (self);
  if (eh_form_get_row (self->form) == NULL)
    return;
  if (categories || eh_changes_touch (changes, &eh_resource_category_row_type))
    show_places (self);
  if (eh_changes_touch (changes, &eh_guidance_row_type) ||
      eh_changes_touch (changes, &eh_block_row_type))
    show_cited (self);
}

/* No year is an empty field, not the year nought. */
static gboolean
show_year_cb (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), g_str_equal (text, "0") ? "" : text);
  return TRUE;
}

static int
read_year_cb (GtkSpinButton *spin, double *value)
{
  *value = (double) g_ascii_strtoll (gtk_editable_get_text (GTK_EDITABLE (spin)), NULL, 10);
  return TRUE;
}

static void
eh_resource_detail_dispose (GObject *object)
{
  EhResourceDetail *self = EH_RESOURCE_DETAIL (object);

  g_clear_object (&self->form);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_resource_detail_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, EhResourceDetail, name)

static void
eh_resource_detail_class_init (EhResourceDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_resource_detail_dispose;
  g_type_ensure (EH_TYPE_TEXT_FIELD);
  g_type_ensure (EH_TYPE_CHOICE_BUTTON);
  g_type_ensure (EH_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-resource-detail.ui");
  BIND (scroller);
  BIND (kind_label);
  BIND (title);
  BIND (summary_label);
  BIND (origin_label);
  BIND (link_button);
  BIND (doi_button);
  BIND (cite_button);
  BIND (cited_label);
  BIND (title_field);
  BIND (authors_field);
  BIND (organisation_field);
  BIND (year_spin);
  BIND (venue_field);
  BIND (kind_field);
  BIND (summary_field);
  BIND (url_field);
  BIND (doi_field);
  BIND (suggested_field);
  BIND (checked_switch);
  BIND (note_field);
  BIND (place_box);
  BIND (place_note);
  BIND (place_choice);
  BIND (remove_button);
  gtk_widget_class_bind_template_callback (widget_class, show_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_year_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_resource_detail_init (EhResourceDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_form (EhResourceDetail *self)
{
  EhForm *form = self->form;

  eh_form_bind_text (form, "title", eh_text_field_get_input (self->title_field));
  eh_form_require (form, "title");
  eh_form_bind_text (form, "authors", eh_text_field_get_input (self->authors_field));
  eh_form_bind_text (form, "organisation", eh_text_field_get_input (self->organisation_field));
  eh_form_bind_number (form, "year", self->year_spin);
  eh_form_bind_text (form, "venue", eh_text_field_get_input (self->venue_field));
  eh_form_bind_text (form, "kind", eh_text_field_get_input (self->kind_field));
  eh_form_bind_text (form, "summary", eh_text_field_get_input (self->summary_field));
  eh_form_bind_text (form, "url", eh_text_field_get_input (self->url_field));
  eh_form_bind_text (form, "doi", eh_text_field_get_input (self->doi_field));
  eh_form_bind_text (form, "suggested_by", eh_text_field_get_input (self->suggested_field));
  eh_form_bind_switch (form, "verified", self->checked_switch);
  eh_form_bind_text (form, "verified_note", eh_text_field_get_input (self->note_field));
}

static void
connect_button (EhResourceDetail *self, GtkWidget *button, GCallback callback)
{
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
}

/**
 * eh_resource_detail_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): a pane with nothing in it
 */
GtkWidget *
eh_resource_detail_new (EhWorkspace *workspace)
{
  EhResourceDetail *self = g_object_new (EH_TYPE_RESOURCE_DETAIL, NULL);

  self->workspace = g_object_ref (workspace);
  self->form = eh_form_new (workspace, &eh_resource_row_type, _ ("Changed a resource"));
  bind_form (self);
  read_categories (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (show_resource), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place_choice, "chosen", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  connect_button (self, self->link_button, G_CALLBACK (link_cb));
  connect_button (self, self->doi_button, G_CALLBACK (link_cb));
  eh_fields_wrap_button (GTK_BUTTON (self->cite_button));
  eh_fields_wrap_button (GTK_BUTTON (self->remove_button));
  connect_button (self, self->cite_button, G_CALLBACK (cite_cb));
  connect_button (self, self->remove_button, G_CALLBACK (remove_cb));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * eh_resource_detail_set_resource:
 * @self: a pane
 * @resource_id: what to show, or none
 *
 * What was typed for the resource before is written first.
 */
void
eh_resource_detail_set_resource (EhResourceDetail *self, EhId resource_id)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));

  if (eh_form_get_id (self->form) == resource_id)
    return;
  eh_form_set_id (self->form, resource_id);
  if (resource_id == EH_ID_NONE)
    return;
  show_places (self);
  show_cited (self);
  gtk_adjustment_set_value (adjustment, 0);
}

/**
 * eh_resource_detail_edit_title:
 * @self: a pane that shows a resource
 *
 * Puts the keyboard into the title, with all of it selected.
 */
void
eh_resource_detail_edit_title (EhResourceDetail *self)
{
  GtkWidget *input = eh_text_field_get_input (self->title_field);

  gtk_widget_grab_focus (input);
  gtk_editable_select_region (GTK_EDITABLE (input), 0, -1);
}
