/* What changed in a guidance since a version of it, block by block, word by word. */

#include "eh-compare-window.h"

#include "eh-block-source.h"
#include "eh-guidance-diff.h"
#include "eh-guidance-versions.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhCompareWindow {
  AdwWindow parent_instance;

  EhWorkspace *workspace; /* not owned: the window is closed with the project */
  GtkWidget *list;
  guint n_changes;
};

G_DEFINE_FINAL_TYPE (EhCompareWindow, eh_compare_window, ADW_TYPE_WINDOW)

static void
eh_compare_window_class_init (EhCompareWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
eh_compare_window_init (EhCompareWindow *self)
{
}

/* What was added is underlined, what was removed is struck through; for whoever hears it, both are
 * also said. */
static void
add_words (GString *markup, GString *said, EhDiffKind kind, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  switch (kind) {
  case EH_DIFF_ADDED:
    g_string_append_printf (markup, "<u><b>%s</b></u>", escaped);
    g_string_append_printf (said, _ ("[added: %s] "), words);
    break;
  case EH_DIFF_REMOVED:
    g_string_append_printf (markup, "<s>%s</s>", escaped);
    g_string_append_printf (said, _ ("[removed: %s] "), words);
    break;
  case EH_DIFF_SAME:
  case EH_DIFF_CHANGED:
  default:
    g_string_append (markup, escaped);
    g_string_append (said, words);
    break;
  }
}

static void
add_diff (
    EhCompareWindow *self, GString *markup, GString *said, const char *before, const char *after)
{
  g_autofree char *old = eh_workspace_hide_names (self->workspace, before);
  g_autofree char *new = eh_workspace_hide_names (self->workspace, after);
  g_autoptr (GArray) diffs = eh_word_diff (old, new);

  if (diffs->len > 0 && markup->len > 0) {
    g_string_append_c (markup, '\n');
    g_string_append (said, ". ");
  }
  for (guint i = 0; i < diffs->len; i++) {
    const EhWordDiff *diff = &g_array_index (diffs, EhWordDiff, i);

    add_words (markup, said, diff->kind, diff->text);
  }
}

static const char *
words_of (const EhBlock *block)
{
  return block != NULL ? block->text : "";
}

static const char *
detail_of (const EhBlock *block)
{
  return block != NULL ? block->detail : "";
}

/* A quotation has its words from an insight. */
static char *
quoted (EhCompareWindow *self, const EhBlock *block)
{
  return block != NULL && block->kind == EH_BLOCK_KIND_QUOTATION && block->insight_id != EH_ID_NONE
             ? eh_block_source_says (self->workspace, block)
             : NULL;
}

static char *
say_fields (const EhBlock *before, const EhBlock *after)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (before == NULL || after == NULL)
    return NULL;
  if (before->kind != after->kind || before->level != after->level)
    g_ptr_array_add (changes, (gpointer) _ ("kind"));
  if (!g_str_equal (before->audience, after->audience))
    g_ptr_array_add (changes, (gpointer) _ ("for whom"));
  if (!g_str_equal (before->stage, after->stage))
    g_ptr_array_add (changes, (gpointer) _ ("when in a project"));
  if (!g_str_equal (before->owner, after->owner))
    g_ptr_array_add (changes, (gpointer) _ ("who does it"));
  if (!g_str_equal (before->due, after->due))
    g_ptr_array_add (changes, (gpointer) _ ("by when"));
  if (before->status != after->status)
    g_ptr_array_add (changes, (gpointer) _ ("how far it is"));
  if (changes->len == 0)
    return NULL;
  list = eh_text_join (changes, ", ");
  /* TRANSLATORS: %s lists what else of a recommendation changed: "who does it, by when" */
  return g_strdup_printf (_ ("Changed as well: %s"), list);
}

static void
append_label (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static char *
say_kind (const EhBlockDiff *diff)
{
  const EhBlock *block = diff->after != NULL ? diff->after : diff->before;
  const char *kind = eh_block_kind_words (block);
  const char *what = diff->kind == EH_DIFF_ADDED     ? _ ("Added")
                     : diff->kind == EH_DIFF_REMOVED ? _ ("Removed")
                     : diff->kind == EH_DIFF_CHANGED ? _ ("Changed")
                                                     : _ ("Moved");

  /* TRANSLATORS: what happened to a part of the document, and what kind of part it is */
  return g_strdup_printf (_ ("%1$s: %2$s"), what, kind);
}

static void
append_evidence (GtkWidget *box, const EhBlockDiff *diff)
{
  g_autofree char *gained = g_strdup_printf (
      ngettext ("Rests on %u more insight", "Rests on %u more insights", diff->gained),
      diff->gained);
  g_autofree char *lost = g_strdup_printf (
      ngettext ("Rests no more on %u insight", "Rests no more on %u insights", diff->lost),
      diff->lost);

  if (diff->gained > 0)
    append_label (box, gained, "eh-note");
  if (diff->lost > 0)
    append_label (box, lost, "eh-note");
}

static void
add_block (EhCompareWindow *self, const EhBlockDiff *diff)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *kind = say_kind (diff);
  g_autofree char *fields = say_fields (diff->before, diff->after);
  g_autofree char *old = quoted (self, diff->before);
  g_autofree char *new = quoted (self, diff->after);
  g_autofree char *name = NULL;

  add_diff (self, markup, said, old != NULL ? old : words_of (diff->before),
            new != NULL ? new : words_of (diff->after));
  add_diff (self, markup, said, detail_of (diff->before), detail_of (diff->after));
  append_label (box, kind, "eh-block-kind");
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (fields != NULL)
    append_label (box, fields, "eh-note");
  append_evidence (box, diff);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  name = g_strdup_printf ("%s. %s", kind, said->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->n_changes++;
}

static void
build (EhCompareWindow *self, const char *version)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  g_autofree char *isolated = eh_text_isolate (version);
  /* TRANSLATORS: %s is the name of a version of the document. */
  g_autofree char *title = g_strdup_printf (_ ("Since “%s”"), isolated);

  gtk_window_set_title (GTK_WINDOW (self), title);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "eh-cards");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_add_css_class (clamp, "eh-side");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What changed"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroll);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
say_nothing_changed (EhCompareWindow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              gtk_label_new (_ ("Nothing has changed since then.")));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
fill (EhCompareWindow *self, const EhGuidanceBody *then, const EhGuidanceBody *now)
{
  g_autoptr (GArray) diffs = eh_guidance_diff (then, now);

  for (guint i = 0; i < diffs->len; i++) {
    const EhBlockDiff *diff = &g_array_index (diffs, EhBlockDiff, i);

    if (diff->kind != EH_DIFF_SAME || diff->moved)
      add_block (self, diff);
  }
  if (self->n_changes == 0)
    say_nothing_changed (self);
}

/**
 * eh_compare_window_open:
 * @doc: a guidance
 * @parent: the window
 * @version_id: a version of it
 *
 * Shows what changed since.
 */
void
eh_compare_window_open (EhGuidanceDoc *doc, GtkWindow *parent, EhId version_id)
{
  EhWorkspace *workspace = eh_guidance_doc_get_workspace (doc);
  EhDb *db = eh_workspace_get_db (workspace);
  g_autoptr (EhGuidanceVersion) version = eh_reader_get (db, &eh_guidance_version_row_type,
                                                         version_id);
  g_autoptr (EhGuidanceBody) then = version != NULL ? eh_guidance_body_from_json (version->body)
                                                    : NULL;
  g_autoptr (EhGuidanceBody) now = version != NULL ? eh_guidance_body_now (db, version->guidance_id)
                                                   : NULL;
  g_autofree char *name = NULL;
  EhCompareWindow *self;

  if (then == NULL || now == NULL) {
    eh_workspace_toast (workspace, _ ("That version cannot be read."), FALSE);
    return;
  }
  self = g_object_new (EH_TYPE_COMPARE_WINDOW, "transient-for", parent, "modal", TRUE,
                       "destroy-with-parent", TRUE, "default-width", 720, "default-height", 640,
                       NULL);
  self->workspace = workspace;
  name = eh_workspace_hide_names (workspace, version->name);
  build (self, name);
  fill (self, then, now);
  gtk_window_present (GTK_WINDOW (self));
}
