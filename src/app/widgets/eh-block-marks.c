/* What somebody may want to look at again in one block of a document: lines under its words, and
 * under the block how many things there are, which opens to say what each is about, why, and what
 * can be done: put plainer words there, explain the letters, or hide the mark for good. */

#include "eh-block-marks.h"

#include "eh-compat.h"
#include "eh-fields.h"
#include "eh-text-marks.h"
#include "eh-text.h"
#include "eh-words-window.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define SHOWN_CHARS 60

struct _EhBlockMarks {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkTextView *views[EH_BLOCK_PART_DETAIL + 1]; /* (nullable, not owned) */
  GtkWidget *expander;
  GtkWidget *notes;
  GPtrArray *marks; /* (element-type EhDocumentMark): copies of those that are shown */
  gboolean built;   /* the notes are there */
};

G_DEFINE_FINAL_TYPE (EhBlockMarks, eh_block_marks, GTK_TYPE_WIDGET)

static EhDocumentMark *
mark_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "mark");
}

static void
replace_cb (GtkWidget *button, EhBlockMarks *self)
{
  const EhDocumentMark *mark = mark_of (button);
  GtkTextView *view = self->views[mark->part];

  if (view == NULL || !eh_text_marks_replace (view, mark->mark))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (view));
  eh_workspace_flush (self->workspace);
}

static void
explain_cb (GtkWidget *button, EhBlockMarks *self)
{
  GtkWidget *window = eh_words_window_new (self->workspace,
                                           GTK_WINDOW (gtk_widget_get_root (button)));

  gtk_window_present (GTK_WINDOW (window));
  eh_words_window_explain (EH_WORDS_WINDOW (window), mark_of (button)->mark->replacement);
}

static void
hide_cb (GtkWidget *button, EhBlockMarks *self)
{
  const EhDocumentMark *mark = mark_of (button);
  g_autoptr (EhLookedAt) row = eh_looked_at_new ();

  row->id = mark->looked_at;
  row->block_id = mark->block_id;
  row->created_at = g_get_real_time () / G_USEC_PER_SEC;
  eh_set_str (&row->finding, mark->mark->id);
  if (eh_workspace_put (self->workspace, &eh_looked_at_row_type, row, _ ("Hid a mark"), NULL))
    eh_workspace_toast (self->workspace, _ ("The mark is hidden"), TRUE);
}

static void
add_button (EhBlockMarks *self,
            GtkWidget *wrap,
            const EhDocumentMark *mark,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = eh_fields_button (label);

  g_object_set_data (G_OBJECT (button), "mark", (gpointer) mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  mark->mark->reason, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  eh_wrap_append (EH_WRAP (wrap), button);
}

static void
add_buttons (EhBlockMarks *self, GtkWidget *note, const EhDocumentMark *mark)
{
  GtkWidget *wrap = eh_wrap_new (6);

  if (mark->mark->fix == EH_WRITING_FIX_REPLACE) {
    g_autofree char *instead = eh_text_isolate (mark->mark->replacement);
    /* TRANSLATORS: a button; %s is the plainer words that it puts there */
    g_autofree char *label = g_strdup_printf (_ ("Write “%s”"), instead);

    add_button (self, wrap, mark, label, G_CALLBACK (replace_cb));
  }
  if (mark->mark->fix == EH_WRITING_FIX_EXPLAIN)
    add_button (self, wrap, mark, _ ("Explain It in the Glossary…"), G_CALLBACK (explain_cb));
  add_button (self, wrap, mark, _ ("Hide This Mark"), G_CALLBACK (hide_cb));
  gtk_box_append (GTK_BOX (note), wrap);
}

/* "Long sentence: “We then went on…”" */
static char *
heading_of (EhBlockMarks *self, const EhDocumentMark *mark)
{
  g_autofree char *shown = eh_workspace_hide_names (self->workspace, mark->mark->words);
  g_autofree char *start = eh_text_shorten (shown, SHOWN_CHARS);

  if (eh_text_is_blank (start))
    return g_strdup (eh_document_mark_label (mark));
  /* TRANSLATORS: what a mark is about, and the words that are marked */
  return g_strdup_printf (_ ("%1$s: “%2$s”"), eh_document_mark_label (mark), start);
}

static void
add_note (EhBlockMarks *self, const EhDocumentMark *mark)
{
  g_autofree char *heading = heading_of (self, mark);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", heading, mark->mark->reason);
  GtkWidget *note = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  4, "focusable", TRUE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (note, "eh-mark-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (note), "mark", (gpointer) mark);
  gtk_box_append (GTK_BOX (note), eh_fields_words (heading, "eh-field-label"));
  gtk_box_append (GTK_BOX (note), eh_fields_words (mark->mark->reason, "eh-hint"));
  add_buttons (self, note, mark);
  gtk_box_append (GTK_BOX (self->notes), note);
}

static gboolean
same_marks (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const EhDocumentMark *x = a->pdata[i];
    const EhDocumentMark *y = b->pdata[i];

    if (x->looked_at != y->looked_at || x->mark->start != y->mark->start || x->part != y->part ||
        !g_str_equal (x->mark->reason, y->mark->reason))
      return FALSE;
  }
  return TRUE;
}

static void
take_copies (EhBlockMarks *self, GPtrArray *marks)
{
  g_ptr_array_set_size (self->marks, 0);
  for (guint i = 0; i < marks->len; i++)
    g_ptr_array_add (self->marks, eh_document_mark_copy (marks->pdata[i]));
}

/* Whoever hears the text hears that there is something under it. */
static void
describe_text (EhBlockMarks *self, GtkTextView *view)
{
  if (self->marks->len > 0)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->expander, NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

static void
underline (EhBlockMarks *self)
{
  for (EhBlockPart part = EH_BLOCK_PART_TEXT; part <= EH_BLOCK_PART_DETAIL; part++)
    if (self->views[part] != NULL) {
      eh_text_marks_show (self->views[part], self->marks, part);
      describe_text (self, self->views[part]);
    }
}

static void
build_notes (EhBlockMarks *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->notes);
  GtkWidget *child;

  if (had_focus)
    gtk_root_set_focus (root, NULL);
  while ((child = gtk_widget_get_first_child (self->notes)) != NULL)
    gtk_box_remove (GTK_BOX (self->notes), child);
  self->built = gtk_expander_get_expanded (GTK_EXPANDER (self->expander));
  for (guint i = 0; self->built && i < self->marks->len; i++)
    add_note (self, self->marks->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), self->marks->len > 0);
  if (!had_focus)
    return;
  if (gtk_widget_get_first_child (self->notes) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (self->notes));
  else if (self->views[EH_BLOCK_PART_TEXT] != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->views[EH_BLOCK_PART_TEXT]));
}

/* A long document has thousands of notes, of which nobody opens many. */
static void
expanded_cb (EhBlockMarks *self)
{
  if (!self->built && gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    build_notes (self);
}

static void
eh_block_marks_dispose (GObject *object)
{
  EhBlockMarks *self = EH_BLOCK_MARKS (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    g_clear_weak_pointer (&self->views[i]);
  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_block_marks_parent_class)->dispose (object);
}

static void
eh_block_marks_class_init (EhBlockMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_block_marks_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_block_marks_init (EhBlockMarks *self)
{
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_document_mark_free);
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->expander = gtk_expander_new (NULL);
  gtk_widget_add_css_class (self->expander, "eh-marks");
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->notes);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * eh_block_marks_new:
 * @workspace: a workspace with a project
 *
 * Returns: (transfer floating): what stands under a block, hidden as long as nothing is marked
 */
GtkWidget *
eh_block_marks_new (EhWorkspace *workspace)
{
  EhBlockMarks *self = g_object_new (EH_TYPE_BLOCK_MARKS, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * eh_block_marks_set_text:
 * @self: what stands under a block
 * @part: one of the block's texts
 * @view: where it is edited
 */
void
eh_block_marks_set_text (EhBlockMarks *self, EhBlockPart part, GtkTextView *view)
{
  g_return_if_fail (part != EH_BLOCK_PART_WHOLE);
  g_set_weak_pointer (&self->views[part], view);
}

/**
 * eh_block_marks_show:
 * @self: what stands under a block
 * @marks: (element-type EhDocumentMark): what was found in it and nobody hid
 */
void
eh_block_marks_show (EhBlockMarks *self, GPtrArray *marks)
{
  g_autofree char *says = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u thing to look at", "%u things to look at", marks->len),
      marks->len);

  if (self->expander == NULL || (self->marks->len == 0 && marks->len == 0))
    return;
  if (!same_marks (self->marks, marks)) {
    take_copies (self, marks);
    eh_fields_name_expander (self->expander, says);
    build_notes (self);
  }
  underline (self);
}

/**
 * eh_block_marks_get_n:
 * @self: what stands under a block
 *
 * Returns: how many marks are shown
 */
guint
eh_block_marks_get_n (EhBlockMarks *self)
{
  return self->marks->len;
}

/**
 * eh_block_marks_go_to:
 * @self: what stands under a block
 * @looked_at: of one of its marks
 *
 * Opens the notes and gives the keyboard to that one, which tells it to whoever listens.
 *
 * Returns: whether it is there
 */
gboolean
eh_block_marks_go_to (EhBlockMarks *self, EhId looked_at)
{
  if (self->marks->len == 0)
    return FALSE;
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  for (GtkWidget *note = gtk_widget_get_first_child (self->notes); note != NULL;
       note = gtk_widget_get_next_sibling (note)) {
    const EhDocumentMark *mark = mark_of (note);

    if (mark->looked_at != looked_at)
      continue;
    if (mark->part != EH_BLOCK_PART_WHOLE && self->views[mark->part] != NULL)
      eh_text_marks_select (self->views[mark->part], mark->mark);
    gtk_widget_grab_focus (note);
    return TRUE;
  }
  return FALSE;
}
