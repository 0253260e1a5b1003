/* Finds words in the whole document, one hit after another, and replaces them: one, or all of them
 * as one step. */

#include "eh-find-bar.h"

#include "eh-find.h"
#include "eh-guidance-edit.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhFindBar {
  GtkWidget parent_instance;

  EhGuidanceDoc *doc;
  EhBlockList *list; /* not owned: it is beside this */
  GtkWidget *box;
  GtkWidget *replacing;
  GtkEditable *find;
  GtkEditable *with;
  GtkLabel *count;
  GArray *hits;
  guint at; /* of the hit that is shown; as many as there are for none */
};

G_DEFINE_FINAL_TYPE (EhFindBar, eh_find_bar, GTK_TYPE_WIDGET)

static void
eh_find_bar_dispose (GObject *object)
{
  EhFindBar *self = EH_FIND_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_find_bar_parent_class)->dispose (object);
}

static void
eh_find_bar_class_init (EhFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_find_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
say_count (EhFindBar *self)
{
  guint n = self->hits->len;
  g_autofree char *says = NULL;

  if (gtk_editable_get_text (self->find)[0] == '\0')
    says = g_strdup ("");
  else if (n == 0)
    says = g_strdup (_ ("Not found"));
  else if (self->at < n)
    /* TRANSLATORS: which of the places where words were found is shown, and how many there are */
    says = g_strdup_printf (ngettext ("%1$u of %2$u", "%1$u of %2$u", n), self->at + 1, n);
  else
    says = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  gtk_label_set_label (self->count, says);
}

static void
look (EhFindBar *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = eh_find_in_blocks (eh_guidance_doc_get_blocks (self->doc),
                                  gtk_editable_get_text (self->find));
}

static void
show_hit (EhFindBar *self)
{
  say_count (self);
  if (self->at < self->hits->len) {
    const EhHit *hit = &g_array_index (self->hits, EhHit, self->at);

    eh_block_list_show_words (self->list, hit->block_id, hit->detail, hit->start, hit->end);
  }
}

static void
typed_cb (EhFindBar *self)
{
  eh_block_list_flush (self->list);
  look (self);
  self->at = 0;
  show_hit (self);
}

static void
step (EhFindBar *self, int by)
{
  guint n = self->hits->len;

  if (n == 0)
    return;
  self->at = self->at >= n ? 0 : (self->at + n + (guint) (by + (int) n)) % n;
  show_hit (self);
  eh_workspace_announce (eh_guidance_doc_get_workspace (self->doc),
                         gtk_label_get_label (self->count));
}

static void
next_cb (EhFindBar *self)
{
  step (self, 1);
}

static void
before_cb (EhFindBar *self)
{
  step (self, -1);
}

static char **
words_of (EhBlock *block, gboolean detail)
{
  return detail ? &block->detail : &block->text;
}

static void
replace_in (EhFindBar *self, EhBlock *block, gboolean detail, int only)
{
  char **words = words_of (block, detail);
  char *text = eh_find_replace (*words, eh_block_has_markup (block->kind),
                                gtk_editable_get_text (self->find),
                                gtk_editable_get_text (self->with), only);

  g_free (*words);
  *words = text;
}

static void
put (EhFindBar *self, GPtrArray *blocks)
{
  EhWorkspace *workspace = eh_guidance_doc_get_workspace (self->doc);
  g_autoptr (GError) error = NULL;

  if (!eh_guidance_change_blocks (eh_workspace_get_store (workspace), blocks,
                                  _ ("Replaced words in the guidance"), &error))
    eh_workspace_report_error (workspace, error);
}

/* Which of the hits in the same words. */
static int
number_within (EhFindBar *self)
{
  const EhHit *hit = &g_array_index (self->hits, EhHit, self->at);
  int number = 0;

  for (guint i = 0; i < self->at; i++) {
    const EhHit *other = &g_array_index (self->hits, EhHit, i);

    number += other->block_id == hit->block_id && other->detail == hit->detail;
  }
  return number;
}

static void
replace_cb (EhFindBar *self)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  const EhHit *hit;
  EhBlock *block;
  guint at = self->at;

  eh_block_list_flush (self->list);
  look (self);
  if (at >= self->hits->len) {
    step (self, 1);
    return;
  }
  hit = &g_array_index (self->hits, EhHit, at);
  block = eh_block_copy (eh_guidance_doc_get_block (self->doc, hit->block_id));
  replace_in (self, block, hit->detail, number_within (self));
  g_ptr_array_add (blocks, block);
  put (self, blocks);
  look (self);
  self->at = MIN (at, self->hits->len > 0 ? self->hits->len - 1 : 0);
  show_hit (self);
}

static void
say_replaced (EhFindBar *self, guint n)
{
  g_autofree char *says = g_strdup_printf (
      ngettext ("Replaced in %u place", "Replaced in %u places", n), n);

  eh_workspace_toast (eh_guidance_doc_get_workspace (self->doc), says, TRUE);
}

static void
replace_all_cb (EhFindBar *self)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  EhBlock *block = NULL;
  guint n;

  eh_block_list_flush (self->list);
  look (self);
  n = self->hits->len;
  for (guint i = 0; i < n; i++) {
    const EhHit *hit = &g_array_index (self->hits, EhHit, i);

    if (block != NULL && block->id == hit->block_id)
      continue;
    block = eh_block_copy (eh_guidance_doc_get_block (self->doc, hit->block_id));
    replace_in (self, block, FALSE, -1);
    replace_in (self, block, TRUE, -1);
    g_ptr_array_add (blocks, block);
  }
  if (n == 0)
    return;
  put (self, blocks);
  look (self);
  self->at = self->hits->len;
  say_count (self);
  say_replaced (self, n);
}

static void
close_bar (EhFindBar *self)
{
  EhId selected = eh_block_list_get_selected (self->list);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (selected != EH_ID_NONE) {
    EhBlockText *text = eh_block_list_get_text_at_hand (self->list);

    if (text != NULL)
      gtk_widget_grab_focus (eh_block_text_get_view (text));
  }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EhFindBar *self)
{
  if (keyval == GDK_KEY_Escape) {
    close_bar (self);
    return TRUE;
  }
  if (keyval == GDK_KEY_Return && (state & GDK_SHIFT_MASK) != 0) {
    step (self, -1);
    return TRUE;
  }
  return FALSE;
}

static GtkWidget *
add_button (
    EhFindBar *self, GtkWidget *box, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon)
                                   : gtk_button_new_with_mnemonic (label);

  if (icon != NULL) {
    gtk_widget_set_tooltip_text (button, label);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  }
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (box), button);
  return button;
}

static void
build_find (EhFindBar *self)
{
  GtkWidget *line = eh_wrap_new (6);
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find in the guidance"), -1);
  self->find = GTK_EDITABLE (entry);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (line), entry);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "eh-note");
  eh_wrap_append (EH_WRAP (line), GTK_WIDGET (self->count));
  add_button (self, line, "go-up-symbolic", _ ("The place before"), G_CALLBACK (before_cb));
  add_button (self, line, "go-down-symbolic", _ ("The next place"), G_CALLBACK (next_cb));
  add_button (self, line, "window-close-symbolic", _ ("Close the search"), G_CALLBACK (close_bar));
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
build_replace (EhFindBar *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->replacing = eh_wrap_new (6);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Replace with"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Replace with"), -1);
  self->with = GTK_EDITABLE (entry);
  g_signal_connect_object (entry, "activate", G_CALLBACK (replace_cb), self, G_CONNECT_SWAPPED);
  eh_wrap_append (EH_WRAP (self->replacing), entry);
  add_button (self, self->replacing, NULL, _ ("_Replace"), G_CALLBACK (replace_cb));
  add_button (self, self->replacing, NULL, _ ("Replace _All"), G_CALLBACK (replace_all_cb));
  gtk_box_append (GTK_BOX (self->box), self->replacing);
}

static void
eh_find_bar_init (EhFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->hits = g_array_new (FALSE, FALSE, sizeof (EhHit));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "eh-find-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_find (self);
  build_replace (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * eh_find_bar_new:
 * @doc: the guidance
 * @list: where it is shown; it must outlive the bar
 *
 * Returns: (transfer full): a hidden bar
 */
GtkWidget *
eh_find_bar_new (EhGuidanceDoc *doc, EhBlockList *list)
{
  EhFindBar *self = g_object_new (EH_TYPE_FIND_BAR, NULL);

  self->doc = g_object_ref (doc);
  self->list = list;
  return GTK_WIDGET (self);
}

/**
 * eh_find_bar_open:
 * @self: the bar
 * @replace: whether to replace as well
 */
void
eh_find_bar_open (EhFindBar *self, gboolean replace)
{
  gtk_widget_set_visible (self->replacing, replace);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find));
  look (self);
  say_count (self);
}
