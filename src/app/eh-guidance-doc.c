/* The guidance that is being written, as the Guidance place shows it: its blocks in order and what
 * stands behind each. Read anew after every change of it, and told to whoever shows it. */

#include "eh-guidance-doc.h"

#include "eh-block-comment.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhGuidanceDoc {
  GObject parent_instance;

  EhWorkspace *workspace;
  EhId chosen;          /* none for the newest */
  GPtrArray *all;       /* (element-type EhGuidance) */
  EhGuidance *guidance; /* (nullable) */
  GPtrArray *blocks;
  GHashTable *indexes; /* (element-type EhId guint): one more than the index */
  GHashTable *behind;
  guint serial; /* of what stands behind the blocks */
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhGuidanceDoc, eh_guidance_doc, G_TYPE_OBJECT)

static void
forget (EhGuidanceDoc *self)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->guidance, eh_guidance_free);
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
}

static void
eh_guidance_doc_dispose (GObject *object)
{
  g_clear_object (&EH_GUIDANCE_DOC (object)->workspace);
  G_OBJECT_CLASS (eh_guidance_doc_parent_class)->dispose (object);
}

static void
eh_guidance_doc_finalize (GObject *object)
{
  forget (EH_GUIDANCE_DOC (object));
  g_clear_pointer (&EH_GUIDANCE_DOC (object)->behind, g_hash_table_unref);
  G_OBJECT_CLASS (eh_guidance_doc_parent_class)->finalize (object);
}

static void
eh_guidance_doc_class_init (EhGuidanceDocClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_guidance_doc_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_guidance_doc_finalize;
  /**
   * EhGuidanceDoc::changed: the blocks, what stands behind them, or the document itself
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_GUIDANCE_DOC, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
eh_guidance_doc_init (EhGuidanceDoc *self)
{
}

static EhGuidance *
choose (EhGuidanceDoc *self)
{
  for (guint i = 0; i < self->all->len; i++)
    if (eh_row_id (self->all->pdata[i]) == self->chosen)
      return eh_guidance_copy (self->all->pdata[i]);
  return self->all->len > 0 ? eh_guidance_copy (self->all->pdata[self->all->len - 1]) : NULL;
}

static void
read_behind (EhGuidanceDoc *self)
{
  g_clear_pointer (&self->behind, g_hash_table_unref);
  self->behind = eh_guidance_behind (eh_workspace_get_db (self->workspace),
                                     self->guidance != NULL ? self->guidance->id : EH_ID_NONE);
  self->serial++;
}

static void
read_blocks (EhGuidanceDoc *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  EhId id;

  forget (self);
  self->all = eh_reader_list (db, &eh_guidance_row_type);
  self->guidance = choose (self);
  id = self->guidance != NULL ? self->guidance->id : EH_ID_NONE;
  self->blocks = id != EH_ID_NONE ? eh_reader_list_of (db, &eh_block_row_type, "guidance_id", id)
                                  : g_ptr_array_new ();
  self->indexes = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->blocks->len; i++)
    g_hash_table_insert (self->indexes, self->blocks->pdata[i], GUINT_TO_POINTER (i + 1));
}

/* Takes a block as it is now to the place of what it was, which its neighbours need not be read
 * for. Returns whether that is all there was to do. */
static gboolean
reread (EhGuidanceDoc *self, EhId id)
{
  guint index = eh_guidance_doc_index_of (self, id);
  g_autoptr (EhBlock) now = NULL;
  const EhBlock *before;

  /* Another document's. */
  if (index == G_MAXUINT)
    return TRUE;
  before = self->blocks->pdata[index];
  now = eh_reader_get (eh_workspace_get_db (self->workspace), &eh_block_row_type, id);
  if (now == NULL || now->guidance_id != before->guidance_id || now->position != before->position)
    return FALSE;
  g_hash_table_remove (self->indexes, before);
  eh_block_free (self->blocks->pdata[index]);
  self->blocks->pdata[index] = g_steal_pointer (&now);
  g_hash_table_insert (self->indexes, self->blocks->pdata[index], GUINT_TO_POINTER (index + 1));
  return TRUE;
}

/* More than these are sooner read as they come. */
#define FEW 20

/* While somebody types, only the block at hand is another. */
static gboolean
reread_few (EhGuidanceDoc *self, GArray *changes)
{
  if (changes->len > FEW)
    return FALSE;
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type == &eh_guidance_row_type)
      return FALSE;
    if (change->type == &eh_block_row_type &&
        (change->kind != EH_CHANGE_CHANGED || !reread (self, change->id)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
touch_any (GArray *changes, const EhRowType *const *types, guint n_types)
{
  for (guint i = 0; i < n_types; i++)
    if (eh_changes_touch (changes, types[i]))
      return TRUE;
  return FALSE;
}

/* While somebody types, what stands behind the blocks stays as it is, and is not read again. */
static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhGuidanceDoc *self)
{
  static const EhRowType *const own[] = { &eh_guidance_row_type, &eh_block_row_type };
  static const EhRowType *const around[] = {
    &eh_guidance_row_type,    &eh_evidence_row_type,    &eh_insight_row_type,
    &eh_participant_row_type, &eh_contributor_row_type, &eh_block_comment_row_type,
    &eh_resource_row_type,    &eh_role_group_row_type,
  };
  gboolean behind = touch_any (changes, around, G_N_ELEMENTS (around));

  if (eh_workspace_get_store (workspace) == NULL ||
      (!behind && !touch_any (changes, own, G_N_ELEMENTS (own))))
    return;
  if (!reread_few (self, changes))
    read_blocks (self);
  if (behind)
    read_behind (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * eh_guidance_doc_new:
 * @workspace: the workspace, with a project
 *
 * Returns: (transfer full): its newest guidance, if it has one
 */
EhGuidanceDoc *
eh_guidance_doc_new (EhWorkspace *workspace)
{
  EhGuidanceDoc *self = g_object_new (EH_TYPE_GUIDANCE_DOC, NULL);

  self->workspace = g_object_ref (workspace);
  read_blocks (self);
  read_behind (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  return self;
}

/**
 * eh_guidance_doc_get_workspace:
 * @self: a guidance
 *
 * Returns: (transfer none): the workspace
 */
EhWorkspace *
eh_guidance_doc_get_workspace (EhGuidanceDoc *self)
{
  return self->workspace;
}

/**
 * eh_guidance_doc_choose:
 * @self: a guidance
 * @guidance_id: which of the project's to show; none for the newest
 */
void
eh_guidance_doc_choose (EhGuidanceDoc *self, EhId guidance_id)
{
  if (self->guidance != NULL && self->guidance->id == guidance_id)
    return;
  self->chosen = guidance_id;
  read_blocks (self);
  read_behind (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * eh_guidance_doc_get_all:
 * @self: a guidance
 *
 * Returns: (transfer none) (element-type EhGuidance): those that the project has, the oldest first
 */
GPtrArray *
eh_guidance_doc_get_all (EhGuidanceDoc *self)
{
  return self->all;
}

/**
 * eh_guidance_doc_get_guidance:
 * @self: a guidance
 *
 * Returns: (transfer none) (nullable): the document; %NULL while there is none
 */
const EhGuidance *
eh_guidance_doc_get_guidance (EhGuidanceDoc *self)
{
  return self->guidance;
}

/**
 * eh_guidance_doc_get_blocks:
 * @self: a guidance
 *
 * Returns: (transfer none) (element-type EhBlock): its blocks in order, until the next change
 */
GPtrArray *
eh_guidance_doc_get_blocks (EhGuidanceDoc *self)
{
  return self->blocks;
}

/**
 * eh_guidance_doc_index_of:
 * @self: a guidance
 * @block_id: a block
 *
 * Returns: its place; %G_MAXUINT if it is not there
 */
guint
eh_guidance_doc_index_of (EhGuidanceDoc *self, EhId block_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, &block_id)) - 1;
}

/**
 * eh_guidance_doc_get_block:
 * @self: a guidance
 * @block_id: a block
 *
 * Returns: (transfer none) (nullable): the block, until the next change
 */
const EhBlock *
eh_guidance_doc_get_block (EhGuidanceDoc *self, EhId block_id)
{
  guint index = eh_guidance_doc_index_of (self, block_id);

  return index != G_MAXUINT ? self->blocks->pdata[index] : NULL;
}

/**
 * eh_guidance_doc_get_behind:
 * @self: a guidance
 * @block_id: a block
 *
 * Returns: (transfer none) (nullable): what stands behind it, until the next change; %NULL for
 *   nothing
 */
const EhBehind *
eh_guidance_doc_get_behind (EhGuidanceDoc *self, EhId block_id)
{
  return g_hash_table_lookup (self->behind, &block_id);
}

/**
 * eh_guidance_doc_get_number:
 * @self: a guidance
 * @block_id: a recommendation
 *
 * Returns: its number among the recommendations
 */
guint
eh_guidance_doc_get_number (EhGuidanceDoc *self, EhId block_id)
{
  guint number = 0;

  for (guint i = 0; i < self->blocks->len; i++) {
    const EhBlock *block = self->blocks->pdata[i];

    number += block->kind == EH_BLOCK_KIND_RECOMMENDATION;
    if (block->id == block_id)
      break;
  }
  return number;
}

/**
 * eh_guidance_doc_get_serial:
 * @self: a guidance
 *
 * Returns: a number that is another one as soon as something may have changed that blocks show
 *   beside their own words
 */
guint
eh_guidance_doc_get_serial (EhGuidanceDoc *self)
{
  return self->serial;
}

/**
 * eh_guidance_doc_say_groups:
 * @self: a guidance
 * @block_id: a block
 *
 * Returns: (transfer full): whose the insights are that support it: "Public contributors 3,
 *   Researchers 1"; "" for nobody's
 */
char *
eh_guidance_doc_say_groups (EhGuidanceDoc *self, EhId block_id)
{
  const EhBehind *behind = eh_guidance_doc_get_behind (self, block_id);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; behind != NULL && i < behind->groups->len; i++) {
    const EhBehindGroup *of = &g_array_index (behind->groups, EhBehindGroup, i);
    const EhRoleGroup *group = eh_workspace_get_role_group (self->workspace, of->role_group_id);
    g_autofree char *n = g_strdup_printf ("%u", of->n);
    g_autofree char *name = eh_text_isolate (group != NULL ? group->label : _ ("Not known"));

    /* TRANSLATORS: a role group and how many insights are its: "Public contributors 3" */
    g_ptr_array_add (parts, g_strdup_printf (C_ ("group and number", "%1$s %2$s"), name, n));
  }
  return eh_text_join (parts, ", ");
}
