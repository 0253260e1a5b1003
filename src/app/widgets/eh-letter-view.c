/* A letter as it reads, in words that can be marked and copied, on a sheet of its own. It takes the
 * width that there is; pages are for paper. */

#include "eh-letter-view.h"

struct _EhLetterView {
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (EhLetterView, eh_letter_view, GTK_TYPE_WIDGET)

static void
eh_letter_view_dispose (GObject *object)
{
  g_clear_pointer (&EH_LETTER_VIEW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_letter_view_parent_class)->dispose (object);
}

static void
eh_letter_view_class_init (EhLetterViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_letter_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_letter_view_init (EhLetterView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "eh-letter");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * eh_letter_view_new:
 *
 * Returns: (transfer floating): an empty sheet
 */
GtkWidget *
eh_letter_view_new (void)
{
  return g_object_new (EH_TYPE_LETTER_VIEW, NULL);
}

static GtkWidget *
label_of (EhLetterView *self, const char *text, const char *style, gboolean heading)
{
  GtkWidget *label = heading ? g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                             GTK_ACCESSIBLE_ROLE_HEADING, NULL)
                             : gtk_label_new (NULL);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), !heading);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_direction (label, gtk_widget_get_direction (self->box));
  return label;
}

static void
set_language (GtkWidget *label, const char *language)
{
  PangoAttrList *list = NULL;

  if (language == NULL)
    return;
  list = pango_attr_list_new ();
  pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (GTK_LABEL (label), list);
  pango_attr_list_unref (list);
}

static void
add_part (EhLetterView *self, const EhLetterPart *part, guint number, guint n_parts)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *text = label_of (self, part->text, part->strong ? "eh-letter-strong" : "eh-body",
                              FALSE);
  g_autofree char *mark = part->kind == EH_LETTER_NUMBERED ? g_strdup_printf ("%u.", number)
                                                           : g_strdup ("•");
  GtkWidget *row;
  GtkWidget *bullet;

  set_language (text, part->language);
  gtk_box_append (GTK_BOX (words), text);
  if (part->note != NULL)
    gtk_box_append (GTK_BOX (words), label_of (self, part->note, "eh-hint", FALSE));
  gtk_widget_set_hexpand (words, TRUE);
  if (part->kind == EH_LETTER_PARAGRAPH) {
    gtk_box_append (GTK_BOX (self->box), words);
    return;
  }
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_direction (row, gtk_widget_get_direction (self->box));
  bullet = label_of (self, mark, "eh-body", FALSE);
  gtk_label_set_selectable (GTK_LABEL (bullet), FALSE);
  gtk_label_set_wrap (GTK_LABEL (bullet), FALSE);
  /* Alike for every digit, so that the words stand in a line. */
  if (part->kind == EH_LETTER_NUMBERED)
    gtk_label_set_width_chars (GTK_LABEL (bullet), n_parts < 10 ? 2 : 3);
  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
add_section (EhLetterView *self, const EhLetterSection *section)
{
  guint number = 0;

  if (section->heading != NULL)
    gtk_box_append (GTK_BOX (self->box), label_of (self, section->heading, "eh-heading", TRUE));
  for (guint i = 0; i < section->parts->len; i++) {
    const EhLetterPart *part = section->parts->pdata[i];

    number += part->kind == EH_LETTER_NUMBERED;
    add_part (self, part, number, section->parts->len);
  }
}

/**
 * eh_letter_view_set_letter:
 * @self: a sheet
 * @letter: (nullable): what to show
 */
void
eh_letter_view_set_letter (EhLetterView *self, EhLetter *letter)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (letter == NULL)
    return;
  gtk_widget_set_direction (self->box, eh_catalogue_is_rtl (letter->words) ? GTK_TEXT_DIR_RTL
                                                                           : GTK_TEXT_DIR_LTR);
  if (letter->large)
    gtk_widget_add_css_class (self->box, "eh-large");
  else
    gtk_widget_remove_css_class (self->box, "eh-large");
  gtk_box_append (GTK_BOX (self->box), label_of (self, letter->title, "eh-letter-title", TRUE));
  for (guint i = 0; i < letter->sections->len; i++)
    add_section (self, letter->sections->pdata[i]);
}
