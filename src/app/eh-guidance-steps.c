/* What people do to the blocks of a guidance while they write: each is one step of the history, and
 * says where the keyboard goes next. */

#include "eh-guidance-steps.h"

#include "eh-guidance-edit.h"
#include "eh-markup.h"
#include "eh-section.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static const EhCaret nowhere = { EH_ID_NONE, -1 };

static EhStore *
store_of (EhGuidanceDoc *doc)
{
  return eh_workspace_get_store (eh_guidance_doc_get_workspace (doc));
}

static EhCaret
at (EhGuidanceDoc *doc, gboolean ok, EhId block_id, int offset, const GError *error)
{
  if (!ok)
    eh_workspace_report_error (eh_guidance_doc_get_workspace (doc), error);
  return ok ? (EhCaret){ block_id, offset } : nowhere;
}

static EhBlock *
copy_of (EhGuidanceDoc *doc, EhId block_id)
{
  return eh_block_copy (eh_guidance_doc_get_block (doc, block_id));
}

static EhBlock *
neighbour (EhGuidanceDoc *doc, EhId block_id, int by)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (doc);
  guint index = eh_guidance_doc_index_of (doc, block_id);
  gint64 wanted = (gint64) index + by;

  return index != G_MAXUINT && wanted >= 0 && wanted < blocks->len
             ? eh_block_copy (blocks->pdata[wanted])
             : NULL;
}

static int
length_of (const char *markup)
{
  g_autofree char *plain = eh_markup_plain (markup);

  return (int) g_utf8_strlen (plain, -1);
}

/* Words as another kind of block keeps them. */
static char *
converted (const char *text, EhBlockKind from, EhBlockKind to)
{
  if (eh_block_has_markup (from) == eh_block_has_markup (to))
    return g_strdup (text);
  return eh_block_has_markup (to) ? eh_markup_escape (text) : eh_markup_plain (text);
}

static void
convert (EhBlock *block, EhBlockKind from)
{
  char *text = converted (block->text, from, block->kind);
  char *detail = converted (block->detail, from, block->kind);

  g_free (block->text);
  g_free (block->detail);
  block->text = text;
  block->detail = detail;
}

/* "heading2", "chart:balance", "list:ordered", "paragraph" */
static void
read_what (const char *what, EhBlock *block)
{
  g_auto (GStrv) parts = g_strsplit (what, ":", 2);
  int kind = EH_BLOCK_KIND_PARAGRAPH;

  block->level = 0;
  if (g_str_has_prefix (parts[0], "heading")) {
    kind = EH_BLOCK_KIND_HEADING;
    block->level = parts[0][strlen ("heading")] - '0';
  } else {
    eh_vocabulary_find (&eh_block_kind_vocabulary, parts[0], &kind);
  }
  block->kind = (EhBlockKind) kind;
  eh_set_str (&block->source, parts[1] != NULL ? parts[1] : "");
}

/**
 * eh_guidance_add:
 * @doc: a guidance
 * @what: a kind: "paragraph", "heading2", "list:ordered", "chart:balance"
 * @after: the block that it follows, or none for the end
 *
 * Returns: the new block
 */
EhCaret
eh_guidance_add (EhGuidanceDoc *doc, const char *what, EhId after)
{
  g_autoptr (EhBlock) draft = eh_block_new ();
  g_autoptr (GError) error = NULL;
  EhId id;

  read_what (what, draft);
  draft->guidance_id = eh_guidance_doc_get_guidance (doc)->id;
  id = eh_guidance_add_block (store_of (doc), draft, after, &error);
  return at (doc, id != EH_ID_NONE, id, 0, error);
}

/**
 * eh_guidance_add_before:
 * @doc: a guidance
 * @block_id: a block, with the caret before its first character
 *
 * Makes room for an empty paragraph before it.
 *
 * Returns: the block, where the caret was
 */
EhCaret
eh_guidance_add_before (EhGuidanceDoc *doc, EhId block_id)
{
  g_autoptr (EhBlock) draft = eh_block_new ();
  g_autoptr (GError) error = NULL;
  EhId id;

  draft->kind = EH_BLOCK_KIND_PARAGRAPH;
  draft->guidance_id = eh_guidance_doc_get_guidance (doc)->id;
  id = eh_guidance_add_block_before (store_of (doc), draft, block_id, &error);
  return at (doc, id != EH_ID_NONE, block_id, 0, error);
}

static EhBlock *
draft_of (EhBlockKind kind, const char *source, char *text)
{
  EhBlock *block = eh_block_new ();

  block->kind = kind;
  eh_set_str (&block->source, source);
  g_free (block->text);
  block->text = text;
  return block;
}

/* The caret goes to the first of what is new. */
static EhCaret
split (EhGuidanceDoc *doc, EhBlock *first, const char *before, GPtrArray *rest)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  eh_set_str (&first->text, before);
  ok = eh_guidance_split_block (store_of (doc), first, rest, &error);
  return at (doc, ok, eh_row_id (rest->pdata[0]), 0, error);
}

/**
 * eh_guidance_split:
 * @doc: a guidance
 * @block_id: a block
 * @before: the words that it keeps
 * @after: those that begin a paragraph of their own
 *
 * Returns: the new block
 */
EhCaret
eh_guidance_split (EhGuidanceDoc *doc, EhId block_id, const char *before, const char *after)
{
  g_autoptr (EhBlock) first = copy_of (doc, block_id);
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);

  if (first == NULL)
    return nowhere;
  g_ptr_array_add (rest,
                   draft_of (EH_BLOCK_KIND_PARAGRAPH, "",
                             g_strchug (converted (after, first->kind, EH_BLOCK_KIND_PARAGRAPH))));
  return split (doc, first, before, rest);
}

static gboolean
holds_words (const EhBlock *block)
{
  return block->kind == EH_BLOCK_KIND_PARAGRAPH || block->kind == EH_BLOCK_KIND_HEADING ||
         block->kind == EH_BLOCK_KIND_LIST || block->kind == EH_BLOCK_KIND_CALLOUT;
}

static EhCaret
join (EhGuidanceDoc *doc, EhBlock *first, const EhBlock *second)
{
  gboolean lists = first->kind == EH_BLOCK_KIND_LIST && second->kind == EH_BLOCK_KIND_LIST;
  int length = length_of (first->text);
  g_autofree char *words = converted (second->text, second->kind, first->kind);
  char *text = g_strconcat (first->text, lists ? "\n" : "", words, NULL);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  g_free (first->text);
  first->text = text;
  if (first->category_id == EH_ID_NONE)
    first->category_id = second->category_id;
  ok = eh_guidance_join_blocks (store_of (doc), first, second->id, &error);
  return at (doc, ok, first->id, length + (lists ? 1 : 0), error);
}

static EhCaret
turn_into_paragraph (EhGuidanceDoc *doc, EhBlock *block)
{
  EhCaret caret = eh_guidance_turn (doc, block->id, "paragraph");

  caret.offset = 0;
  return caret;
}

/**
 * eh_guidance_join_before:
 * @doc: a guidance
 * @block_id: a block, with the caret before its first character
 *
 * An empty block goes; a heading, a list or a callout becomes a paragraph; a paragraph joins what
 * is before it.
 *
 * Returns: where the caret is then
 */
EhCaret
eh_guidance_join_before (EhGuidanceDoc *doc, EhId block_id)
{
  g_autoptr (EhBlock) block = copy_of (doc, block_id);
  g_autoptr (EhBlock) before = neighbour (doc, block_id, -1);
  EhCaret caret = nowhere;

  if (block == NULL)
    return nowhere;
  if (eh_text_is_blank (block->text) && eh_text_is_blank (block->detail)) {
    caret = eh_guidance_remove (doc, block_id);
    return before != NULL ? (EhCaret){ before->id, -1 } : caret;
  }
  if (block->kind == EH_BLOCK_KIND_LIST && before != NULL && before->kind == EH_BLOCK_KIND_LIST)
    return join (doc, before, block);
  if (block->kind == EH_BLOCK_KIND_HEADING || block->kind == EH_BLOCK_KIND_LIST ||
      block->kind == EH_BLOCK_KIND_CALLOUT)
    return turn_into_paragraph (doc, block);
  if (before == NULL)
    return nowhere;
  if (block->kind != EH_BLOCK_KIND_PARAGRAPH || !holds_words (before))
    return (EhCaret){ before->id, -1 };
  return join (doc, before, block);
}

/**
 * eh_guidance_join_after:
 * @doc: a guidance
 * @block_id: a block, with the caret after its last character
 *
 * Returns: where the caret is when the next paragraph has joined it
 */
EhCaret
eh_guidance_join_after (EhGuidanceDoc *doc, EhId block_id)
{
  g_autoptr (EhBlock) block = copy_of (doc, block_id);
  g_autoptr (EhBlock) next = neighbour (doc, block_id, 1);

  if (block == NULL || next == NULL || !holds_words (block))
    return nowhere;
  if (next->kind != EH_BLOCK_KIND_PARAGRAPH &&
      (next->kind != EH_BLOCK_KIND_LIST || block->kind != EH_BLOCK_KIND_LIST))
    return nowhere;
  return join (doc, block, next);
}

/**
 * eh_guidance_leave_list:
 * @doc: a guidance
 * @block_id: a block of lines, with the caret on an empty one
 * @before: the lines before that
 * @after: those after it
 *
 * Returns: an empty paragraph in the place of the empty line
 */
EhCaret
eh_guidance_leave_list (EhGuidanceDoc *doc, EhId block_id, const char *before, const char *after)
{
  g_autoptr (EhBlock) first = copy_of (doc, block_id);
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_block_free);
  g_autofree char *kept = g_strchomp (g_strdup (before));

  if (first == NULL)
    return nowhere;
  if (eh_text_is_blank (before) && eh_text_is_blank (after))
    return eh_guidance_turn (doc, block_id, "paragraph");
  g_ptr_array_add (rest, draft_of (EH_BLOCK_KIND_PARAGRAPH, "", g_strdup ("")));
  if (!eh_text_is_blank (after))
    g_ptr_array_add (rest, draft_of (first->kind, first->source, g_strchug (g_strdup (after))));
  return split (doc, first, kept, rest);
}

/**
 * eh_guidance_paste:
 * @doc: a guidance
 * @block_id: the block at hand
 * @blocks: (element-type EhBlock): what to put after it, or in its place while it is empty
 *
 * Returns: the last of them
 */
EhCaret
eh_guidance_paste (EhGuidanceDoc *doc, EhId block_id, GPtrArray *blocks)
{
  const EhBlock *block = eh_guidance_doc_get_block (doc, block_id);
  gboolean instead = block != NULL && block->kind == EH_BLOCK_KIND_PARAGRAPH &&
                     eh_text_is_blank (block->text);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (blocks->len == 0)
    return nowhere;
  ok = eh_guidance_add_blocks (store_of (doc), eh_guidance_doc_get_guidance (doc)->id, blocks,
                               block_id, instead ? block_id : EH_ID_NONE, &error);
  return at (doc, ok, eh_row_id (blocks->pdata[blocks->len - 1]), -1, error);
}

static gboolean
has_detail (EhBlockKind kind)
{
  return kind == EH_BLOCK_KIND_RECOMMENDATION || kind == EH_BLOCK_KIND_QUESTION ||
         kind == EH_BLOCK_KIND_QUOTATION || kind == EH_BLOCK_KIND_CALLOUT ||
         kind == EH_BLOCK_KIND_TABLE || kind == EH_BLOCK_KIND_CHART;
}

/* No word is lost: what the new kind has no place for comes after the words. */
static void
keep_detail (EhBlock *block)
{
  char *text;

  if (has_detail (block->kind) || eh_text_is_blank (block->detail))
    return;
  text = eh_text_is_blank (block->text) ? g_strdup (block->detail)
                                        : g_strconcat (block->text, "\n", block->detail, NULL);
  g_free (block->text);
  block->text = text;
  eh_set_str (&block->detail, "");
}

/**
 * eh_guidance_turn:
 * @doc: a guidance
 * @block_id: a block
 * @what: the kind that it is to be, as for eh_guidance_add()
 *
 * Returns: the block
 */
EhCaret
eh_guidance_turn (EhGuidanceDoc *doc, EhId block_id, const char *what)
{
  g_autoptr (EhBlock) block = copy_of (doc, block_id);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EhBlockKind before;
  gboolean ok;

  if (block == NULL)
    return nowhere;
  before = block->kind;
  read_what (what, block);
  convert (block, before);
  keep_detail (block);
  if (block->kind != EH_BLOCK_KIND_QUOTATION)
    block->insight_id = EH_ID_NONE;
  g_ptr_array_add (blocks, block);
  ok = eh_guidance_change_blocks (store_of (doc), blocks, _ ("Turned a part into another kind"),
                                  &error);
  return at (doc, ok, block_id, -1, error);
}

/**
 * eh_guidance_move:
 * @doc: a guidance
 * @block_id: a block
 * @by: places down; negative for up
 *
 * Returns: the block
 */
EhCaret
eh_guidance_move (EhGuidanceDoc *doc, EhId block_id, int by)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = eh_guidance_move_block (store_of (doc), block_id, by, &error);

  return at (doc, ok, block_id, -2, error);
}

/* A heading that is folded into the outline goes with its section; elsewhere a block goes alone. */
static GArray *
section_ids (EhGuidanceDoc *doc, EhId block_id, gboolean whole)
{
  GPtrArray *blocks = eh_guidance_doc_get_blocks (doc);
  guint index = eh_guidance_doc_index_of (doc, block_id);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  guint end = index != G_MAXUINT && whole ? eh_section_end (blocks, index) : index + 1;

  for (guint i = index; i != G_MAXUINT && i < end; i++) {
    EhId id = eh_row_id (blocks->pdata[i]);

    g_array_append_val (ids, id);
  }
  return ids;
}

/**
 * eh_guidance_move_before:
 * @doc: a guidance
 * @block_id: a block; of a heading its whole section goes with it
 * @before: the block that it comes before, or none for the end
 *
 * Returns: the block
 */
EhCaret
eh_guidance_move_before (EhGuidanceDoc *doc, EhId block_id, EhId before)
{
  const EhBlock *block = eh_guidance_doc_get_block (doc, block_id);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (block == NULL || block_id == before)
    return nowhere;
  ids = section_ids (doc, block_id, block->kind == EH_BLOCK_KIND_HEADING);
  ok = eh_guidance_move_blocks (store_of (doc), eh_guidance_doc_get_guidance (doc)->id, ids, before,
                                &error);
  return at (doc, ok, block_id, -2, error);
}

/**
 * eh_guidance_remove:
 * @doc: a guidance
 * @block_id: a block
 *
 * Returns: the block that is in its place then
 */
EhCaret
eh_guidance_remove (EhGuidanceDoc *doc, EhId block_id)
{
  g_autoptr (EhBlock) next = neighbour (doc, block_id, 1);
  g_autoptr (EhBlock) before = neighbour (doc, block_id, -1);
  g_autoptr (GError) error = NULL;
  gboolean ok = eh_guidance_remove_block (store_of (doc), block_id, &error);
  EhId there = next != NULL ? next->id : before != NULL ? before->id : EH_ID_NONE;

  return at (doc, ok, there, -2, error);
}

/**
 * eh_guidance_remove_several:
 * @doc: a guidance
 * @ids: (element-type EhId): blocks that stand together, in their order
 *
 * Returns: the block that is in their place then
 */
EhCaret
eh_guidance_remove_several (EhGuidanceDoc *doc, GArray *ids)
{
  g_autoptr (EhBlock) next = NULL;
  g_autoptr (EhBlock) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (ids->len == 0)
    return nowhere;
  next = neighbour (doc, g_array_index (ids, EhId, ids->len - 1), 1);
  before = neighbour (doc, g_array_index (ids, EhId, 0), -1);
  ok = eh_guidance_remove_blocks (store_of (doc), ids, &error);
  return at (doc, ok,
             next != NULL     ? next->id
             : before != NULL ? before->id
                              : EH_ID_NONE,
             -2, error);
}

/**
 * eh_guidance_move_several:
 * @doc: a guidance
 * @ids: (element-type EhId): blocks that stand together, in their order
 * @by: 1 for after the next block, -1 for before the one before them
 */
void
eh_guidance_move_several (EhGuidanceDoc *doc, GArray *ids, int by)
{
  EhId edge = g_array_index (ids, EhId, by < 0 ? 0 : ids->len - 1);
  g_autoptr (EhBlock) passed = neighbour (doc, edge, by);
  g_autoptr (EhBlock) before = by < 0 ? NULL : neighbour (doc, edge, 2);
  g_autoptr (GError) error = NULL;

  if (passed == NULL)
    return;
  if (by < 0)
    before = g_steal_pointer (&passed);
  at (doc,
      eh_guidance_move_blocks (store_of (doc), eh_guidance_doc_get_guidance (doc)->id, ids,
                               before != NULL ? before->id : EH_ID_NONE, &error),
      EH_ID_NONE, 0, error);
}

/**
 * eh_guidance_link:
 * @doc: a guidance
 * @block_id: a block
 * @insight_id: an insight that it rests on, or that disagrees
 * @stance: how it bears on it
 *
 * A quotation without words yet gets its words from it.
 *
 * Returns: whether it is linked
 */
gboolean
eh_guidance_link (EhGuidanceDoc *doc, EhId block_id, EhId insight_id, EhStance stance)
{
  EhWorkspace *workspace = eh_guidance_doc_get_workspace (doc);
  g_autoptr (EhBlock) block = copy_of (doc, block_id);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (block == NULL) {
    eh_workspace_toast (workspace, _ ("First choose a part of the guidance"), FALSE);
    return FALSE;
  }
  ok = eh_guidance_set_evidence (store_of (doc), block_id, insight_id, TRUE, stance, &error);
  if (ok && block->kind == EH_BLOCK_KIND_QUOTATION && stance != EH_STANCE_DISAGREES &&
      eh_text_is_blank (block->text)) {
    block->insight_id = insight_id;
    ok = eh_guidance_change_block (store_of (doc), block, "insight", &error);
  }
  if (!ok)
    eh_workspace_report_error (workspace, error);
  else
    eh_workspace_announce (workspace, stance == EH_STANCE_DISAGREES
                                          ? _ ("Insight linked as one that disagrees")
                                          : _ ("Insight linked"));
  return ok;
}
