/* Several blocks of a guidance at once: begun with Shift and an arrow beyond the words of one, with
 * Shift and a click, or with Ctrl+A once more. They are removed, copied or moved together; an arrow
 * or Escape ends it where the keyboard is. */

#include "eh-block-range.h"

#include "eh-block-copy.h"
#include "eh-guidance-steps.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define CHOSEN "eh-chosen"

struct _EhBlockRange {
  GObject parent_instance;

  EhBlockList *blocks; /* not owned: it owns this */
  EhGuidanceDoc *doc;
  EhId from; /* none for no range */
  EhId to;   /* where the keyboard is */
};

G_DEFINE_FINAL_TYPE (EhBlockRange, eh_block_range, G_TYPE_OBJECT)

static void
eh_block_range_dispose (GObject *object)
{
  g_clear_object (&EH_BLOCK_RANGE (object)->doc);
  G_OBJECT_CLASS (eh_block_range_parent_class)->dispose (object);
}

static void
eh_block_range_class_init (EhBlockRangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_block_range_dispose;
}

static void
eh_block_range_init (EhBlockRange *self)
{
}

/**
 * eh_block_range_new:
 * @blocks: the blocks, which live longer than this
 * @doc: the guidance that they are of
 *
 * Returns: (transfer full): none of them
 */
EhBlockRange *
eh_block_range_new (EhBlockList *blocks, EhGuidanceDoc *doc)
{
  EhBlockRange *self = g_object_new (EH_TYPE_BLOCK_RANGE, NULL);

  self->blocks = blocks;
  self->doc = g_object_ref (doc);
  return self;
}

static gboolean
get_bounds (EhBlockRange *self, guint *first, guint *last)
{
  guint from = eh_guidance_doc_index_of (self->doc, self->from);
  guint to = eh_guidance_doc_index_of (self->doc, self->to);

  if (self->from == EH_ID_NONE || from == G_MAXUINT || to == G_MAXUINT)
    return FALSE;
  *first = MIN (from, to);
  *last = MAX (from, to);
  return TRUE;
}

/**
 * eh_block_range_is_on:
 * @self: several blocks
 *
 * Returns: whether there are any
 */
gboolean
eh_block_range_is_on (EhBlockRange *self)
{
  guint first, last;

  return get_bounds (self, &first, &last);
}

static GPtrArray *
blocks_in (EhBlockRange *self)
{
  GPtrArray *all = eh_guidance_doc_get_blocks (self->doc);
  GPtrArray *in = g_ptr_array_new ();
  guint first, last;

  if (get_bounds (self, &first, &last))
    for (guint i = first; i <= last; i++)
      g_ptr_array_add (in, all->pdata[i]);
  return in;
}

/**
 * eh_block_range_get_ids:
 * @self: several blocks
 *
 * Returns: (transfer full) (element-type EhId): which, in their order
 */
GArray *
eh_block_range_get_ids (EhBlockRange *self)
{
  g_autoptr (GPtrArray) in = blocks_in (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  for (guint i = 0; i < in->len; i++) {
    EhId id = eh_row_id (in->pdata[i]);

    g_array_append_val (ids, id);
  }
  return ids;
}

/**
 * eh_block_range_mark:
 * @self: several blocks
 *
 * Shows which they are, also after a change of the document.
 */
void
eh_block_range_mark (EhBlockRange *self)
{
  GPtrArray *all = eh_guidance_doc_get_blocks (self->doc);
  guint first = 1, last = 0;
  gboolean on = get_bounds (self, &first, &last);

  for (guint i = 0; i < all->len; i++) {
    EhBlockRow *row = eh_block_list_get_row (self->blocks, eh_row_id (all->pdata[i]));

    if (row == NULL)
      continue;
    if (on && i >= first && i <= last)
      gtk_widget_add_css_class (GTK_WIDGET (row), CHOSEN);
    else if (gtk_widget_has_css_class (GTK_WIDGET (row), CHOSEN))
      gtk_widget_remove_css_class (GTK_WIDGET (row), CHOSEN);
  }
}

static void
say_count (EhBlockRange *self)
{
  guint first, last;
  g_autofree char *says = NULL;

  if (!get_bounds (self, &first, &last))
    return;
  says = g_strdup_printf (ngettext ("%u part chosen", "%u parts chosen", last - first + 1),
                          last - first + 1);
  eh_workspace_announce (eh_guidance_doc_get_workspace (self->doc), says);
}

/**
 * eh_block_range_reach:
 * @self: several blocks
 * @from: the first that was chosen
 * @to: the last, which gets the keyboard
 *
 * Returns: whether both are there
 */
gboolean
eh_block_range_reach (EhBlockRange *self, EhId from, EhId to)
{
  if (eh_guidance_doc_index_of (self->doc, from) == G_MAXUINT ||
      eh_guidance_doc_index_of (self->doc, to) == G_MAXUINT)
    return FALSE;
  self->from = from;
  self->to = to;
  eh_block_list_go_to (self->blocks, (EhCaret){ to, -2 });
  eh_block_range_mark (self);
  say_count (self);
  return TRUE;
}

static EhId
beside (EhBlockRange *self, EhId id, int by)
{
  GPtrArray *all = eh_guidance_doc_get_blocks (self->doc);
  guint index = eh_guidance_doc_index_of (self->doc, id);
  gint64 wanted = (gint64) index + by;

  return index != G_MAXUINT && wanted >= 0 && wanted < all->len ? eh_row_id (all->pdata[wanted])
                                                                : id;
}

/**
 * eh_block_range_begin:
 * @self: several blocks
 * @from: a block
 * @by: 1 for it and the next, -1 for it and the one before
 *
 * Returns: whether it is there
 */
gboolean
eh_block_range_begin (EhBlockRange *self, EhId from, int by)
{
  return eh_block_range_reach (self, from, beside (self, from, by));
}

/**
 * eh_block_range_all:
 * @self: several blocks
 *
 * Returns: whether there are any in the document
 */
gboolean
eh_block_range_all (EhBlockRange *self)
{
  GPtrArray *all = eh_guidance_doc_get_blocks (self->doc);

  return all->len > 0 && eh_block_range_reach (self, eh_row_id (all->pdata[0]),
                                               eh_row_id (all->pdata[all->len - 1]));
}

/**
 * eh_block_range_end:
 * @self: several blocks
 *
 * From now on there is but one at hand.
 */
void
eh_block_range_end (EhBlockRange *self)
{
  if (self->from == EH_ID_NONE)
    return;
  self->from = EH_ID_NONE;
  eh_block_range_mark (self);
}

/* ---- What is done with them ---- */

static void
copy (EhBlockRange *self)
{
  EhWorkspace *workspace = eh_guidance_doc_get_workspace (self->doc);
  g_autoptr (GPtrArray) in = blocks_in (self);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  g_autoptr (GdkContentProvider) provider = NULL;

  for (guint i = 0; i < in->len; i++) {
    EhBlock *block = eh_block_copy (in->pdata[i]);
    g_autofree char *text = eh_workspace_hide_names (workspace, block->text);
    g_autofree char *detail = eh_workspace_hide_names (workspace, block->detail);

    eh_set_str (&block->text, text);
    eh_set_str (&block->detail, detail);
    g_ptr_array_add (shown, block);
  }
  provider = eh_block_copy_provider (shown);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->blocks)), provider);
}

static void
remove_all (EhBlockRange *self)
{
  g_autoptr (GArray) ids = eh_block_range_get_ids (self);
  EhCaret caret;

  eh_block_range_end (self);
  caret = eh_guidance_remove_several (self->doc, ids);
  if (caret.block_id != EH_ID_NONE)
    eh_block_list_go_to (self->blocks, caret);
  if (eh_guidance_doc_get_block (self->doc, g_array_index (ids, EhId, 0)) == NULL) {
    g_autofree char *says = g_strdup_printf (
        ngettext ("%u part removed", "%u parts removed", ids->len), ids->len);

    eh_workspace_toast (eh_guidance_doc_get_workspace (self->doc), says, TRUE);
  }
}

static void
move (EhBlockRange *self, int by)
{
  g_autoptr (GArray) ids = eh_block_range_get_ids (self);

  eh_guidance_move_several (self->doc, ids, by);
  eh_block_list_go_to (self->blocks, (EhCaret){ self->to, -2 });
  eh_block_range_mark (self);
}

/**
 * eh_block_range_remove:
 * @self: several blocks
 *
 * Returns: whether there were any to remove
 */
gboolean
eh_block_range_remove (EhBlockRange *self)
{
  if (!eh_block_range_is_on (self))
    return FALSE;
  remove_all (self);
  return TRUE;
}

/**
 * eh_block_range_move:
 * @self: several blocks
 * @by: 1 for down, -1 for up
 *
 * Returns: whether there were any to move
 */
gboolean
eh_block_range_move (EhBlockRange *self, int by)
{
  if (!eh_block_range_is_on (self))
    return FALSE;
  move (self, by);
  return TRUE;
}

/* Whoever goes on with the keyboard goes on where it is. */
static gboolean
leave (EhBlockRange *self, int by)
{
  EhId there = beside (self, self->to, by);

  eh_block_range_end (self);
  eh_block_list_go_to (self->blocks, (EhCaret){ there, by < 0 ? -1 : 0 });
  return TRUE;
}

/**
 * eh_block_range_key:
 * @self: several blocks
 * @keyval: a key
 * @held: what is held with it
 *
 * Returns: whether it means something to several blocks, and was done
 */
gboolean
eh_block_range_key (EhBlockRange *self, guint keyval, GdkModifierType held)
{
  guint key = gdk_keyval_to_lower (keyval);
  int by = keyval == GDK_KEY_Up ? -1 : 1;

  if (!eh_block_range_is_on (self))
    return FALSE;
  if (held == GDK_CONTROL_MASK && (key == GDK_KEY_c || key == GDK_KEY_Insert)) {
    copy (self);
    return TRUE;
  }
  if (held == GDK_CONTROL_MASK && key == GDK_KEY_a)
    return eh_block_range_all (self);
  switch (keyval) {
  case GDK_KEY_Up:
  case GDK_KEY_Down:
    if (held == GDK_SHIFT_MASK)
      return eh_block_range_reach (self, self->from, beside (self, self->to, by));
    return held == 0 && leave (self, by);
  case GDK_KEY_Delete:
  case GDK_KEY_BackSpace:
    return held == 0 && eh_block_range_remove (self);
  case GDK_KEY_Escape:
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    return held == 0 && leave (self, 0);
  default:
    return FALSE;
  }
}
