/* The logo and the two colours of a team's documents. A colour counts as soon as it is one; whether
 * it can be read on paper is said beside it, with the nearest shade that can. */

#include "eh-look-window.h"

#include "eh-compat.h"
#include "eh-doc-dress.h"
#include "eh-fields.h"
#include "eh-logo.h"
#include "eh-look.h"
#include "eh-reader.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define N_COLOURS 2

typedef struct {
  GtkEditable *entry;
  GtkLabel *says;
  GtkWidget *mend;
  GtkWidget *swatch;
} Colour;

struct _EhLookWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace;
  EhLook *look;
  Colour colours[N_COLOURS];
  GtkPicture *logo;
  GtkWidget *paper; /* around it */
  GtkWidget *no_logo;
  GtkEditable *alt;
  GtkLabel *done;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EhLookWindow, eh_look_window, ADW_TYPE_WINDOW)

static char **
member (EhLookWindow *self, guint i)
{
  return i == 0 ? &self->look->accent : &self->look->accent_2;
}

static void
put (EhLookWindow *self, const char *merge_key)
{
  eh_workspace_put (self->workspace, &eh_look_row_type, self->look,
                    _ ("Changed how the documents look"), merge_key);
}

static void
say (EhLookWindow *self, const char *words)
{
  gtk_label_set_label (self->done, words);
  gtk_widget_set_visible (GTK_WIDGET (self->done), TRUE);
  eh_compat_announce (GTK_WIDGET (self), words);
}

/* ---- colours ---- */

/* As people have them from elsewhere: "7A2E8C", "#abc", "rgb(122, 46, 140)", "purple".
 *
 * Returns: (transfer full): "#7a2e8c"; empty for what is empty or no colour */
static char *
colour_in (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autofree char *marked = g_strconcat ("#", text, NULL);
  GdkRGBA rgba;

  if (!gdk_rgba_parse (&rgba, text) && !gdk_rgba_parse (&rgba, marked))
    return g_strdup ("");
  return g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255 + 0.5f),
                          (guint) (rgba.green * 255 + 0.5f), (guint) (rgba.blue * 255 + 0.5f));
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  Colour *colour = data;
  g_autofree char *text = colour_in (colour->entry);
  GdkRGBA rgba;

  if (!gdk_rgba_parse (&rgba, text))
    return;
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

static void
show_colour (Colour *colour)
{
  g_autofree char *text = colour_in (colour->entry);
  gboolean is_empty = eh_text_is_blank (gtk_editable_get_text (colour->entry));
  gboolean is_one = eh_doc_dress_is_colour (text);
  double contrast = is_one ? eh_doc_dress_contrast (text) : 0;
  g_autofree char *says = NULL;

  gtk_widget_set_visible (colour->mend, is_one && contrast < EH_DOC_DRESS_CONTRAST);
  if (is_empty)
    says = g_strdup (_ ("Evenhand’s own colour."));
  else if (!is_one)
    says = g_strdup (_ ("That is no colour yet. One is written as #14506e, as rgb(20, 80, 110) or "
                        "by its English name."));
  else if (contrast >= EH_DOC_DRESS_CONTRAST)
    /* TRANSLATORS: %.1f is a contrast, as WCAG counts it */
    says = g_strdup_printf (_ ("Contrast with paper: %.1f to 1. It reads well."), contrast);
  else
    /* TRANSLATORS: %.1f is a contrast, as WCAG counts it */
    says = g_strdup_printf (
        _ ("Contrast with paper: %.1f to 1. That is too pale to read: documents "
           "use the nearest darker shade."),
        contrast);
  gtk_label_set_label (colour->says, says);
  gtk_widget_queue_draw (colour->swatch);
}

static void
changed_cb (EhLookWindow *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < N_COLOURS; i++) {
    GtkEditable *entry = self->colours[i].entry;
    g_autofree char *text = colour_in (entry);

    show_colour (&self->colours[i]);
    if (!self->filling && (text[0] != '\0' || eh_text_is_blank (gtk_editable_get_text (entry))))
      changed = eh_set_str (member (self, i), text) || changed;
  }
  if (changed)
    put (self, "look-colours");
}

static void
mend_cb (GtkWidget *button, Colour *colour)
{
  g_autofree char *text = colour_in (colour->entry);
  g_autofree char *better = NULL;

  if (text[0] == '\0')
    return;
  better = eh_doc_dress_nearest (text);
  gtk_editable_set_text (colour->entry, better);
  gtk_widget_grab_focus (GTK_WIDGET (colour->entry));
}

static GtkWidget *
make_colour (EhLookWindow *self, guint i, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  Colour *colour = &self->colours[i];
  GtkWidget *entry = gtk_entry_new ();

  colour->entry = GTK_EDITABLE (entry);
  colour->says = GTK_LABEL (eh_fields_words (NULL, "eh-hint"));
  colour->mend = eh_fields_pill (_ ("_Use the Nearest Darker Shade"));
  colour->swatch = gtk_drawing_area_new ();
  gtk_widget_set_size_request (colour->swatch, 40, 28);
  gtk_widget_set_valign (colour->swatch, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (colour->swatch), draw_cb, colour, NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "#14506e");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_halign (colour->mend, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), colour->swatch);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), eh_fields_words (label, "eh-field-label"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (colour->says));
  gtk_box_append (GTK_BOX (box), colour->mend);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (colour->mend, "clicked", G_CALLBACK (mend_cb), colour);
  return box;
}

/* ---- the logo ---- */

static void
show_logo (EhLookWindow *self)
{
  gsize length = 0;
  g_autofree guchar *data = g_base64_decode (self->look->logo, &length);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GdkTexture) texture = length > 0 ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;

  gtk_picture_set_paintable (self->logo, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->paper, texture != NULL);
  gtk_widget_set_visible (self->no_logo, texture == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "look.remove-logo", texture != NULL);
  gtk_picture_set_alternative_text (
      self->logo, eh_text_is_blank (self->look->logo_alt) ? _ ("Logo") : self->look->logo_alt);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhLookWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *logo = eh_logo_read_finish (result, &error);

  if (self->workspace == NULL || eh_workspace_get_store (self->workspace) == NULL)
    return;
  if (logo == NULL) {
    say (self, error->message);
    return;
  }
  eh_set_str (&self->look->logo, logo);
  put (self, NULL);
  show_logo (self);
  say (self, _ ("The logo is kept in the project."));
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EhLookWindow) self = data;
  g_autoptr (GFile) file = eh_compat_open_file_finish (result, NULL);

  if (file != NULL && self->workspace != NULL)
    eh_logo_read_async (file, NULL, read_cb, g_object_ref (self));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eh_compat_open_file_async (GTK_WINDOW (widget), _ ("Choose a Logo"), NULL, NULL, NULL, file_cb,
                             g_object_ref (widget));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EhLookWindow *self = EH_LOOK_WINDOW (widget);

  eh_set_str (&self->look->logo, "");
  put (self, NULL);
  show_logo (self);
  say (self, _ ("The logo is gone from the documents."));
}

static void
alt_cb (EhLookWindow *self)
{
  if (!self->filling && eh_set_str (&self->look->logo_alt, gtk_editable_get_text (self->alt)))
    put (self, "look-alt");
}

static GtkWidget *
make_logo (EhLookWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *buttons = eh_wrap_new (8);
  GtkWidget *choose = eh_fields_pill (_ ("_Choose a Logo…"));
  GtkWidget *remove = eh_fields_pill (_ ("_Remove the Logo"));
  GtkWidget *entry = gtk_entry_new ();

  self->logo = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_can_shrink (self->logo, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->logo), -1, 96);
  gtk_widget_set_hexpand (GTK_WIDGET (self->logo), TRUE);
  /* A logo is made for paper, which is white on a dark desktop too. */
  self->paper = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->paper, "eh-logo-paper");
  gtk_box_append (GTK_BOX (self->paper), GTK_WIDGET (self->logo));
  self->no_logo = eh_fields_words (_ ("No logo yet. A PNG, a JPEG or an SVG will do."), "eh-hint");
  self->alt = GTK_EDITABLE (entry);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (choose), "look.choose-logo");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "look.remove-logo");
  eh_wrap_append (EH_WRAP (buttons), choose);
  eh_wrap_append (EH_WRAP (buttons), remove);
  gtk_box_append (GTK_BOX (box), eh_fields_heading (_ ("Logo")));
  gtk_box_append (GTK_BOX (box), self->paper);
  gtk_box_append (GTK_BOX (box), self->no_logo);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box),
                  eh_fields_labelled (_ ("What is said for those who cannot see it"), entry));
  gtk_widget_set_halign (entry, GTK_ALIGN_FILL);
  g_signal_connect_object (entry, "changed", G_CALLBACK (alt_cb), self, G_CONNECT_SWAPPED);
  return box;
}

/* ---- putting it together ---- */

static void
fill (EhLookWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->done = GTK_LABEL (eh_fields_words (NULL, "eh-body"));
  gtk_widget_set_visible (GTK_WIDGET (self->done), FALSE);
  gtk_widget_add_css_class (body, "eh-pane-body");
  gtk_box_append (
      GTK_BOX (body),
      eh_fields_words (_ ("Every document and every letter of this project has them."), "eh-hint"));
  gtk_box_append (GTK_BOX (body), make_logo (self));
  gtk_box_append (GTK_BOX (body), eh_fields_heading (_ ("Colours")));
  gtk_box_append (GTK_BOX (body), make_colour (self, 0, _ ("Of headings and lines")));
  gtk_box_append (GTK_BOX (body), make_colour (self, 1, _ ("Of the edges of boxes")));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->done));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  self->filling = TRUE;
  gtk_editable_set_text (self->colours[0].entry, self->look->accent);
  gtk_editable_set_text (self->colours[1].entry, self->look->accent_2);
  gtk_editable_set_text (self->alt, self->look->logo_alt);
  changed_cb (self);
  self->filling = FALSE;
  show_logo (self);
}

static void
eh_look_window_dispose (GObject *object)
{
  EhLookWindow *self = EH_LOOK_WINDOW (object);

  g_clear_pointer (&self->look, eh_look_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_look_window_parent_class)->dispose (object);
}

static void
eh_look_window_class_init (EhLookWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_look_window_dispose;
  gtk_widget_class_install_action (widget_class, "look.choose-logo", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "look.remove-logo", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
eh_look_window_init (EhLookWindow *self)
{
}

/**
 * eh_look_window_new:
 * @workspace: a workspace with a project
 * @parent: the window that it belongs to
 *
 * Returns: (transfer none): a window for the logo and the colours of documents; Escape closes it
 */
GtkWidget *
eh_look_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhLookWindow *self = g_object_new (EH_TYPE_LOOK_WINDOW, "transient-for", parent, "modal", TRUE,
                                     "destroy-with-parent", TRUE, "title", _ ("Logo and Colours"),
                                     "default-width", 520, "default-height", 680, NULL);

  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  self->workspace = g_object_ref (workspace);
  self->look = eh_reader_get (eh_workspace_get_db (workspace), &eh_look_row_type, EH_LOOK_ID);
  if (self->look == NULL) {
    self->look = eh_look_new ();
    self->look->id = EH_LOOK_ID;
  }
  fill (self);
  return GTK_WIDGET (self);
}
