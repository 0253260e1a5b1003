/* A resource in a list: its title, then what it is and whose. */

#include "eh-resource-row.h"

#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhResourceRow {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *waits;
};

G_DEFINE_FINAL_TYPE (EhResourceRow, eh_resource_row, GTK_TYPE_WIDGET)

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
eh_resource_row_dispose (GObject *object)
{
  g_clear_pointer (&EH_RESOURCE_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_resource_row_parent_class)->dispose (object);
}

static void
eh_resource_row_class_init (EhResourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_resource_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_resource_row_init (EhResourceRow *self)
{
  GtkWidget *under = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  self->title = add_label (self->box, "eh-row-title");
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->title, 2);
  self->about = add_label (under, "eh-row-detail");
  gtk_widget_set_hexpand (GTK_WIDGET (self->about), TRUE);
  self->waits = add_label (under, "eh-waits");
  gtk_label_set_label (self->waits, _ ("Not checked"));
  gtk_box_append (GTK_BOX (self->box), under);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_resource_row_new:
 *
 * Returns: (transfer floating): a row of nothing
 */
GtkWidget *
eh_resource_row_new (void)
{
  return g_object_new (EH_TYPE_RESOURCE_ROW, NULL);
}

/**
 * eh_resource_kind_label:
 * @kind: what sort of thing a resource is, as it is kept: "paper"
 *
 * Returns: (transfer full): the same as a label: "Paper"
 */
char *
eh_resource_kind_label (const char *kind)
{
  gunichar first = g_utf8_get_char (kind);
  char start[8] = { 0 };

  if (eh_text_is_blank (kind))
    return g_strdup (C_ ("resource kind", "Other"));
  g_unichar_to_utf8 (g_unichar_totitle (first), start);
  return g_strconcat (start, g_utf8_next_char (kind), NULL);
}

static char *
whose (const EhResource *resource)
{
  const char *who = eh_text_is_blank (resource->authors) ? resource->organisation
                                                         : resource->authors;
  g_autofree char *isolated = eh_text_isolate (who);

  if (resource->year == 0)
    return g_strdup (who);
  if (eh_text_is_blank (who))
    return g_strdup_printf ("%" G_GINT64_FORMAT, resource->year);
  /* TRANSLATORS: who made a resource, and the year: "Farr M, 2021" */
  return g_strdup_printf (_ ("%1$s, %2$u"), isolated, (guint) resource->year);
}

/**
 * eh_resource_row_show:
 * @self: a row
 * @resource: what it shows
 *
 * Returns: (transfer full): what a screen reader shall call the row
 */
char *
eh_resource_row_show (EhResourceRow *self, const EhResource *resource)
{
  g_autofree char *kind = eh_resource_kind_label (resource->kind);
  g_autofree char *who = whose (resource);
  g_autofree char *about = NULL;

  if (*who == '\0')
    about = g_strdup (kind);
  else
    /* TRANSLATORS: what sort of thing a resource is, and who made it when: "Paper: Farr M, 2021" */
    about = g_strdup_printf (_ ("%1$s: %2$s"), kind, who);
  gtk_label_set_label (self->title, resource->title);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->waits), !resource->verified);
  if (!resource->verified)
    /* TRANSLATORS: a resource in a list, as a screen reader says it: its title, what it is */
    return g_strdup_printf (_ ("%1$s. %2$s. Not checked"), resource->title, about);
  /* TRANSLATORS: a resource in a list, as a screen reader says it: its title, what it is */
  return g_strdup_printf (_ ("%1$s. %2$s"), resource->title, about);
}
