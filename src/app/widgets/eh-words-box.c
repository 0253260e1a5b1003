/* Where words that somebody takes back stand in texts that stay: each passage as it reads there,
 * with a tick for whether it is taken out. What is ticked is struck through. */

#include "eh-words-box.h"

#include "eh-text.h"
#include "eh-withdrawal-words.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* So much of the text around is shown on either side, in characters. */
#define AROUND 60
/* More than anybody reads one by one. */
#define MOST 100

struct _EhWordsBox {
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkLabel *hint;
  GtkBox *list;
  GtkLabel *more;
  GPtrArray *places; /* (nullable) (element-type EhWordsPlace): the plan's */
};

G_DEFINE_FINAL_TYPE (EhWordsBox, eh_words_box, GTK_TYPE_BOX)

static void
eh_words_box_dispose (GObject *object)
{
  EhWordsBox *self = EH_WORDS_BOX (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (eh_words_box_parent_class)->dispose (object);
}

static void
eh_words_box_class_init (EhWordsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_words_box_dispose;
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
eh_words_box_init (EhWordsBox *self)
{
  GtkWidget *box = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (box, "eh-section");
  gtk_widget_set_visible (box, FALSE);
  self->heading = add_label (box, NULL, "eh-heading");
  self->hint = add_label (box,
                          _ ("What is ticked is taken out, and a remark stands in its place. What "
                             "you leave stands there as it is, without their name."),
                          "eh-hint");
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  self->more = add_label (box, NULL, "eh-hint");
}

/* What stands before or behind a passage, cut at a word. */
static char *
cut (const char *text, glong length, gboolean before)
{
  glong n = g_utf8_strlen (text, length);
  g_autofree char *all = g_strndup (text, (gsize) length);
  const char *space;

  if (n <= AROUND)
    return g_steal_pointer (&all);
  if (before) {
    const char *start = g_utf8_offset_to_pointer (all, n - AROUND);

    space = strpbrk (start, " \n");
    return g_strconcat ("…", space != NULL ? space + 1 : start, NULL);
  }
  *g_utf8_offset_to_pointer (all, AROUND) = '\0';
  space = g_strrstr (all, " ");
  if (space != NULL)
    all[space - all] = '\0';
  return g_strconcat (all, "…", NULL);
}

static char *
write_passage (EhWorkspace *workspace, const EhWordsPlace *place)
{
  g_autofree char *before = cut (place->text, (glong) place->passage.start, TRUE);
  const char *rest = place->text + place->passage.end;
  g_autofree char *behind = cut (rest, (glong) strlen (rest), FALSE);
  g_autofree char *before_shown = eh_workspace_hide_names (workspace, before);
  g_autofree char *words_shown = eh_workspace_hide_names (workspace, place->words);
  g_autofree char *behind_shown = eh_workspace_hide_names (workspace, behind);

  return g_markup_printf_escaped (place->take_out ? "%s<b><s>%s</s></b>%s" : "%s<b>%s</b>%s",
                                  before_shown, words_shown, behind_shown);
}

static void
write_row (GtkWidget *check, EhWorkspace *workspace, const EhWordsPlace *place)
{
  g_autofree char *markup = write_passage (workspace, place);

  gtk_label_set_markup (g_object_get_data (G_OBJECT (check), "passage"), markup);
}

static void
toggled_cb (GtkCheckButton *check, EhWordsBox *self)
{
  EhWordsPlace *place = g_object_get_data (G_OBJECT (check), "place");

  place->take_out = gtk_check_button_get_active (check);
  write_row (GTK_WIDGET (check), g_object_get_data (G_OBJECT (check), "workspace"), place);
}

static GtkWidget *
row_new (EhWordsBox *self, EhWorkspace *workspace, EhWordsPlace *place)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *where = eh_withdrawal_words_where (place);
  const char *about = eh_withdrawal_words_about (place);
  g_autofree char *shown = eh_workspace_hide_names (workspace, place->words);
  g_autofree char *isolated = eh_text_isolate (shown);
  /* TRANSLATORS: %1$s is where words stand, %2$s is the words; a box to tick */
  g_autofree char *name = g_strdup_printf (_ ("Take out of %1$s: %2$s"), where, isolated);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (words, 8);
  add_label (words, where, "eh-row-detail");
  g_object_set_data (G_OBJECT (check), "passage", add_label (words, NULL, "eh-row-title"));
  if (about != NULL)
    add_label (words, about, "eh-row-detail");
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), place->take_out);
  g_object_set_data (G_OBJECT (check), "place", place);
  g_object_set_data_full (G_OBJECT (check), "workspace", g_object_ref (workspace), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about != NULL ? about : "",
                                  -1);
  write_row (check, workspace, place);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  return check;
}

/* Some are left unless somebody ticks them. */
static guint
n_taken_out (const EhWithdrawalPlan *plan, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += ((const EhWordsPlace *) plan->places->pdata[i])->take_out;
  return n;
}

/**
 * eh_words_box_show:
 * @self: a box
 * @workspace: the workspace, which hides names
 * @plan: (nullable): a withdrawal that is rehearsed; what somebody chooses is chosen in it
 *
 * Shows where the words stand; nothing where they stand nowhere.
 */
void
eh_words_box_show (EhWordsBox *self, EhWorkspace *workspace, const EhWithdrawalPlan *plan)
{
  g_autofree char *heading = plan != NULL ? eh_withdrawal_words_places (plan) : NULL;
  guint n = heading != NULL ? plan->places->len : 0;
  guint n_more = n_taken_out (plan, MOST, n);
  g_autofree char *more = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u more passage is taken out as well.",
                   "%u more passages are taken out as well.", n_more),
      n_more);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  if (n > 0)
    self->places = g_ptr_array_ref (plan->places);
  for (guint i = 0; i < MIN (n, MOST); i++)
    gtk_box_append (self->list, row_new (self, workspace, self->places->pdata[i]));
  gtk_label_set_label (self->heading, heading != NULL ? heading : "");
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
