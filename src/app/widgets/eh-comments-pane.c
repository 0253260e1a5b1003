/* What the team says among itself about the parts of a guidance: on the part at hand first, then
 * the open ones of all others, each leading to its part. None of it is in any document. */

#include "eh-comments-pane.h"

#include "eh-block-comment.h"
#include "eh-markup.h"
#include "eh-text.h"
#include "eh-when-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhCommentsPane {
  GtkWidget parent_instance;

  EhGuidanceDoc *doc;
  EhId block_id;
  gboolean stale;

  GtkWidget *scroll;
  GtkLabel *about;
  GtkEditable *entry;
  GtkWidget *add;
  GtkLabel *none;
  GtkListBox *list;
};

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhCommentsPane, eh_comments_pane, GTK_TYPE_WIDGET)

static EhWorkspace *
workspace_of (EhCommentsPane *self)
{
  return eh_guidance_doc_get_workspace (self->doc);
}

static void
eh_comments_pane_dispose (GObject *object)
{
  EhCommentsPane *self = EH_COMMENTS_PANE (object);

  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_comments_pane_parent_class)->dispose (object);
}

/* ---- A comment ---- */

static const EhBlockComment *
comment_of (gpointer row)
{
  return row != NULL ? g_object_get_data (row, "comment") : NULL;
}

static EhBlockComment *
copy_at (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return eh_block_comment_copy (comment_of (row));
}

static void
settle_cb (GtkButton *button, EhCommentsPane *self)
{
  g_autoptr (EhBlockComment) comment = copy_at (GTK_WIDGET (button));
  gboolean open = comment->settled_at == 0;

  comment->settled_at = open ? g_get_real_time () / G_USEC_PER_SEC : 0;
  eh_workspace_put (workspace_of (self), &eh_block_comment_row_type, comment,
                    open ? _ ("Settled a comment") : _ ("Opened a comment again"), NULL);
}

static void
remove_cb (GtkButton *button, EhCommentsPane *self)
{
  g_autoptr (EhBlockComment) comment = copy_at (GTK_WIDGET (button));

  eh_workspace_remove (workspace_of (self), &eh_block_comment_row_type, comment->id,
                       _ ("Removed a comment"), _ ("Comment removed"));
}

static GtkWidget *
label_of (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
say_who (EhCommentsPane *self, const EhBlockComment *comment)
{
  g_autofree char *when = eh_when_moment (comment->created_at);
  g_autofree char *name = eh_workspace_hide_names (workspace_of (self), comment->author);
  g_autofree char *author = eh_text_isolate (name);

  if (eh_text_is_blank (comment->author))
    return g_steal_pointer (&when);
  /* TRANSLATORS: who wrote a comment, and when */
  return g_strdup_printf (_ ("%1$s, %2$s"), author, when);
}

static GtkWidget *
buttons_of (EhCommentsPane *self, const EhBlockComment *comment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *settle = gtk_button_new_with_label (comment->settled_at == 0 ? _ ("Settle")
                                                                          : _ ("Open Again"));
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (settle, "eh-small");
  g_signal_connect_object (settle, "clicked", G_CALLBACK (settle_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove the comment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the comment"), -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), settle);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static void
add_comment (EhCommentsPane *self, const EhBlockComment *comment)
{
  const EhBlock *block = eh_guidance_doc_get_block (self->doc, comment->block_id);
  gboolean here = comment->block_id == self->block_id;
  g_autofree char *plain = eh_markup_plain (block->text);
  g_autofree char *start = eh_text_shorten (plain, 60);
  g_autofree char *shown = eh_workspace_hide_names (workspace_of (self), start);
  g_autofree char *words = eh_workspace_hide_names (workspace_of (self), comment->text);
  g_autofree char *who = say_who (self, comment);
  g_autofree char *name = g_strdup_printf ("%s. %s", words, who);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  if (!here && shown[0] != '\0')
    gtk_box_append (GTK_BOX (box), label_of (shown, "eh-note"));
  gtk_box_append (GTK_BOX (box), label_of (words, comment->settled_at != 0 ? "eh-settled" : NULL));
  gtk_box_append (GTK_BOX (box), label_of (who, "caption"));
  gtk_box_append (GTK_BOX (box), buttons_of (self, comment));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "comment", eh_block_comment_copy (comment),
                          (GDestroyNotify) eh_block_comment_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

/* ---- The list ---- */

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  EhCommentsPane *self = data;
  gboolean here = comment_of (row)->block_id == self->block_id;
  gboolean was_here = before != NULL && comment_of (before)->block_id == self->block_id;
  GtkWidget *label;

  if (before != NULL && here == was_here) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = label_of (here ? _ ("On this part") : _ ("Open on other parts"), "heading");
  gtk_widget_add_css_class (label, "eh-from");
  gtk_list_box_row_set_header (row, label);
}

/* Those on the part at hand, open or not; of all others those that are open. */
static void
add_comments (EhCommentsPane *self, gboolean here)
{
  g_autoptr (GPtrArray) all = eh_reader_list (eh_workspace_get_db (workspace_of (self)),
                                              &eh_block_comment_row_type);

  for (guint i = 0; i < all->len; i++) {
    const EhBlockComment *comment = all->pdata[i];

    if (eh_guidance_doc_get_block (self->doc, comment->block_id) != NULL &&
        (comment->block_id == self->block_id) == here && (here || comment->settled_at == 0))
      add_comment (self, comment);
  }
}

static void
show (EhCommentsPane *self)
{
  const EhBlock *block = eh_guidance_doc_get_block (self->doc, self->block_id);
  g_autofree char *plain = eh_markup_plain (block != NULL ? block->text : "");
  g_autofree char *words = eh_workspace_hide_names (workspace_of (self), plain);
  g_autofree char *about = eh_text_shorten (words, 90);
  GtkListBoxRow *row;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || eh_workspace_get_store (workspace_of (self)) == NULL)
    return;
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), about[0] != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), block != NULL);
  gtk_widget_set_sensitive (self->add, block != NULL);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  add_comments (self, TRUE);
  add_comments (self, FALSE);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), row == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), row != NULL);
}

static void
eh_comments_pane_map (GtkWidget *widget)
{
  EhCommentsPane *self = EH_COMMENTS_PANE (widget);

  GTK_WIDGET_CLASS (eh_comments_pane_parent_class)->map (widget);
  if (self->stale && self->doc != NULL)
    show (self);
}

static void
eh_comments_pane_class_init (EhCommentsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_comments_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = eh_comments_pane_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhCommentsPane::chosen:
   * @block_id: the block that somebody wants to go to
   */
  signals[CHOSEN] = g_signal_new ("chosen", EH_TYPE_COMMENTS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
add_cb (EhCommentsPane *self)
{
  const char *words = gtk_editable_get_text (self->entry);
  g_autoptr (EhBlockComment) comment = eh_block_comment_new ();

  if (eh_text_is_blank (words) || eh_guidance_doc_get_block (self->doc, self->block_id) == NULL)
    return;
  comment->id = eh_id_new ();
  comment->block_id = self->block_id;
  comment->created_at = g_get_real_time () / G_USEC_PER_SEC;
  eh_set_str (&comment->text, words);
  eh_set_str (&comment->author, eh_store_get_author (eh_workspace_get_store (workspace_of (self))));
  if (!eh_workspace_put (workspace_of (self), &eh_block_comment_row_type, comment,
                         _ ("Commented on a part of the guidance"), NULL))
    return;
  gtk_editable_set_text (self->entry, "");
  eh_workspace_announce (workspace_of (self), _ ("Comment added"));
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, EhCommentsPane *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, comment_of (row)->block_id);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhCommentsPane *self)
{
  if (eh_workspace_get_store (workspace) != NULL &&
      (eh_changes_touch (changes, &eh_block_comment_row_type) ||
       eh_changes_touch (changes, &eh_guidance_row_type)))
    show (self);
}

static void
add_field (EhCommentsPane *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("What do you think of this part?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New comment"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  self->entry = GTK_EDITABLE (entry);
  self->add = gtk_button_new_with_label (_ ("Comment"));
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), self->add);
  gtk_box_append (GTK_BOX (box), line);
  g_signal_connect_object (entry, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

static void
eh_comments_pane_init (EhCommentsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->stale = TRUE;
  gtk_widget_add_css_class (box, "eh-side");
  self->about = GTK_LABEL (label_of (NULL, "eh-note"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->about));
  add_field (self, box);
  self->none = GTK_LABEL (
      label_of (_ ("No open comments. What the team says here is in no document."), "eh-note"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->none));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "eh-cards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Comments"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), box);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_DEFAULT);
}

/**
 * eh_comments_pane_set_doc:
 * @self: a pane
 * @doc: the guidance
 */
void
eh_comments_pane_set_doc (EhCommentsPane *self, EhGuidanceDoc *doc)
{
  g_return_if_fail (self->doc == NULL);
  self->doc = g_object_ref (doc);
  g_signal_connect_object (workspace_of (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (workspace_of (self), "notify::room-display", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_comments_pane_set_block:
 * @self: a pane
 * @block_id: the block at hand, or none
 */
void
eh_comments_pane_set_block (EhCommentsPane *self, EhId block_id)
{
  if (self->block_id == block_id)
    return;
  self->block_id = block_id;
  show (self);
}
