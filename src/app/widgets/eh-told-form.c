/* When and how somebody was told, to be noted. */

#include "eh-told-form.h"

#include "eh-drop-down.h"
#include "eh-schedule.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-when-field.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 290

struct _EhToldForm {
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkLabel *whom;
  GtkDropDown *how;
  EhWhenField *when;
  EhTextField *note;
};

static guint mark_signal;

G_DEFINE_FINAL_TYPE (EhToldForm, eh_told_form, GTK_TYPE_WIDGET)

static void
mark_cb (EhToldForm *self)
{
  g_signal_emit (self, mark_signal, 0);
}

static void
eh_told_form_dispose (GObject *object)
{
  g_clear_pointer (&EH_TOLD_FORM (object)->clamp, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_told_form_parent_class)->dispose (object);
}

static void
eh_told_form_class_init (EhToldFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_told_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhToldForm::mark: it is to be noted
   */
  mark_signal = g_signal_new ("mark", EH_TYPE_TOLD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

/* @unsaid: what it means to say no way */
static void
set_ways (GtkDropDown *drop_down, const char *unsaid)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < eh_told_how_vocabulary.n_words; i++)
    gtk_string_list_append (words, i == EH_TOLD_HOW_UNKNOWN
                                       ? unsaid
                                       : eh_vocabulary_label (&eh_told_how_vocabulary, (int) i));
  eh_drop_down_set_words (drop_down, words);
}

static GtkWidget *
ways (void)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  set_ways (GTK_DROP_DOWN (drop_down),
            eh_vocabulary_label (&eh_told_how_vocabulary, EH_TOLD_HOW_UNKNOWN));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How they were told"), -1);
  return drop_down;
}

static void
eh_told_form_init (EhToldForm *self)
{
  GtkWidget *box;
  GtkWidget *how_label = gtk_label_new (_ ("How they were told"));
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("told", "_Mark"));

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  self->whom = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->whom, TRUE);
  gtk_label_set_max_width_chars (self->whom, 32);
  gtk_label_set_xalign (self->whom, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->whom), "eh-field-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->whom));
  gtk_label_set_xalign (GTK_LABEL (how_label), 0);
  gtk_box_append (GTK_BOX (box), how_label);
  self->how = GTK_DROP_DOWN (ways ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->how));
  self->when = g_object_new (EH_TYPE_WHEN_FIELD, "label", _ ("When"), NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->when));
  self->note = EH_TEXT_FIELD (eh_text_field_new (_ ("_Note, if there is one"), FALSE));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (mark_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  /* A popover measures its height for more width than it gets: words must not break otherwise
   * there. */
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), box);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
}

/**
 * eh_told_form_new:
 *
 * Returns: (transfer floating): a form, for a popover
 */
GtkWidget *
eh_told_form_new (void)
{
  return g_object_new (EH_TYPE_TOLD_FORM, NULL);
}

/**
 * eh_told_form_begin:
 * @self: a form
 * @whom: who was told, in a sentence
 * @how: the way to begin with
 *
 * Begins with the day of today and no note.
 */
void
eh_told_form_begin (EhToldForm *self, const char *whom, EhToldHow how)
{
  g_autofree char *today = eh_schedule_today ();

  gtk_label_set_label (self->whom, whom);
  gtk_drop_down_set_selected (self->how, (guint) how);
  eh_when_field_set_value (self->when, today);
  eh_text_field_set_text (self->note, "");
}

/**
 * eh_told_form_begin_many:
 * @self: a form
 * @whom: who were told, in a sentence
 *
 * As eh_told_form_begin(), and each in the way that is usual for them where none is said.
 */
void
eh_told_form_begin_many (EhToldForm *self, const char *whom)
{
  set_ways (self->how, _ ("As each of them is reached"));
  eh_told_form_begin (self, whom, EH_TOLD_HOW_UNKNOWN);
}

/**
 * eh_told_form_get_how:
 * @self: a form
 *
 * Returns: the way
 */
EhToldHow
eh_told_form_get_how (EhToldForm *self)
{
  guint selected = gtk_drop_down_get_selected (self->how);

  return selected < EH_TOLD_HOW_N_VALUES ? (EhToldHow) selected : EH_TOLD_HOW_UNKNOWN;
}

/**
 * eh_told_form_get_when:
 * @self: a form
 *
 * Returns: noon of the day, in seconds since 1970; now for the day of today, for none, and for a
 *   day to come
 */
gint64
eh_told_form_get_when (EhToldForm *self)
{
  g_autofree char *today = eh_schedule_today ();
  const char *day = eh_when_field_get_value (self->when);
  g_autofree char *noon = g_strconcat (day, "T12:00:00", NULL);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (!eh_text_is_blank (day) && !g_str_equal (day, today))
    moment = g_date_time_new_from_iso8601 (noon, here);
  return moment != NULL ? MIN (g_date_time_to_unix (moment), now) : now;
}

/**
 * eh_told_form_get_note:
 * @self: a form
 *
 * Returns: (transfer full): what there is to remember
 */
char *
eh_told_form_get_note (EhToldForm *self)
{
  return eh_text_field_get_text (self->note);
}
