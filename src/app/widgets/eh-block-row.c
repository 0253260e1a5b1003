/* One block of the guidance in the document: its words edited in place, and under them what belongs
 * to its kind: who does what by when, what it rests on, what fills it by itself. Built light, for a
 * document has hundreds: what is seldom wanted is built when it is. */

#include "eh-block-row.h"

#include "eh-block-fields.h"
#include "eh-block-source.h"
#include "eh-guidance-edit.h"
#include "eh-guidance-steps.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhBlockRow {
  GtkListBoxRow parent_instance;

  EhGuidanceDoc *doc;
  EhWorkspace *workspace; /* the document's */
  EhBlock *block;
  guint number;
  guint serial; /* of what stands behind it, as it is shown */
  gboolean shown;

  EhKeptRoom *room; /* for all of it */
  GtkBox *gutter;
  GtkBox *column;
  GtkLabel *above;   /* what kind of block it is */
  EhBlockText *text; /* (nullable): not for what fills itself */
  EhBlockText *detail;
  EhBlockFields *fields;
  GtkLabel *filled; /* what fills it */
  GtkLabel *flag;
  GtkLabel *rests;
  GtkLabel *said; /* open comments */
  EhBlockMarks *marks;
};

#define FIGURE_HINT _ ("What it shows, for whoever cannot see it")

G_DEFINE_FINAL_TYPE (EhBlockRow, eh_block_row, GTK_TYPE_LIST_BOX_ROW)

static void
eh_block_row_dispose (GObject *object)
{
  EhBlockRow *self = EH_BLOCK_ROW (object);

  if (self->text != NULL)
    eh_block_text_flush (self->text);
  if (self->detail != NULL)
    eh_block_text_flush (self->detail);
  self->text = NULL;
  self->detail = NULL;
  g_clear_object (&self->doc);
  G_OBJECT_CLASS (eh_block_row_parent_class)->dispose (object);
}

static void
eh_block_row_finalize (GObject *object)
{
  eh_block_free (EH_BLOCK_ROW (object)->block);
  G_OBJECT_CLASS (eh_block_row_parent_class)->finalize (object);
}

static void
eh_block_row_class_init (EhBlockRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_block_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_block_row_finalize;
}

static void
eh_block_row_init (EhBlockRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "eh-block");
}

/* ---- What is typed ---- */

static void
put (EhBlockRow *self, const char *what)
{
  g_autoptr (GError) error = NULL;

  if (!eh_guidance_change_block (eh_workspace_get_store (self->workspace), self->block, what,
                                 &error))
    eh_workspace_report_error (self->workspace, error);
}

static void
text_changed_cb (EhBlockText *text, EhBlockRow *self)
{
  g_autofree char *words = eh_block_text_get_text (text);

  if (text == self->text ? eh_set_str (&self->block->text, words)
                         : eh_set_str (&self->block->detail, words))
    put (self, text == self->text ? "text" : "detail");
}

static void
fields_changed_cb (EhBlockFields *fields, EhBlockRow *self)
{
  if (!eh_block_fields_read (fields, self->block))
    return;
  put (self, "fields");
  eh_block_fields_show (fields, self->block);
}

/* ---- Building ---- */

static EhBlockText *
add_text (EhBlockRow *self, const char *name, const char *hint, const char *css_class)
{
  GtkWidget *text = eh_block_text_new (name, hint);

  eh_block_text_set_rich (EH_BLOCK_TEXT (text), eh_block_has_markup (self->block->kind));
  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);
  gtk_box_append (self->column, text);
  g_signal_connect_object (text, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_DEFAULT);
  return EH_BLOCK_TEXT (text);
}

static EhBlockText *
add_lines (EhBlockRow *self, const char *name, const char *hint, const char *css_class)
{
  EhBlockText *text = add_text (self, name, hint, css_class);

  eh_block_text_set_lines (text, TRUE);
  return text;
}

static GtkLabel *
add_label (EhBlockRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->column, label);
  return GTK_LABEL (label);
}

static void
add_fields (EhBlockRow *self)
{
  self->fields = EH_BLOCK_FIELDS (eh_block_fields_new (self->workspace, self->block->kind));
  gtk_box_append (self->column, GTK_WIDGET (self->fields));
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_DEFAULT);
}

static void
build_heading (EhBlockRow *self)
{
  static const char *const classes[] = { "eh-heading-1", "eh-heading-2", "eh-heading-3" };

  self->text = add_text (self, _ ("Heading"), _ ("Heading"),
                         classes[CLAMP (self->block->level, 1, 3) - 1]);
  add_fields (self);
}

static void
build_recommendation (EhBlockRow *self)
{
  self->text = add_text (self, _ ("Recommendation"), _ ("What should happen, in one sentence"),
                         "eh-recommendation");
  self->detail = add_text (self, _ ("How"), _ ("How to do it, in a sentence or two"), NULL);
  add_fields (self);
}

static void
build_quotation (EhBlockRow *self)
{
  self->filled = add_label (self, "eh-quotation");
  if (self->block->insight_id != EH_ID_NONE)
    return;
  self->text = add_text (self, _ ("Quotation"),
                         _ ("Choose an insight beside, or write what was published elsewhere"),
                         "eh-quotation");
  self->detail = add_text (self, _ ("Source"), _ ("Who said or wrote it"), NULL);
}

static void
build_filled (EhBlockRow *self)
{
  self->filled = add_label (self, "eh-note");
  if (self->block->kind != EH_BLOCK_KIND_CHART)
    return;
  self->text = add_text (self, _ ("Words under the chart"), _ ("Words under the chart"), NULL);
  self->detail = add_text (self, _ ("What it shows, for whoever cannot see it"), FIGURE_HINT,
                           "eh-alternative");
  eh_block_text_wrap_hint (self->detail);
}

static void
build_table (EhBlockRow *self)
{
  if (self->block->source[0] != '\0') {
    build_filled (self);
    return;
  }
  self->text = add_lines (self, _ ("Table"),
                          _ ("A row a line, with | between its cells; the first row is the head"),
                          "eh-table-words");
  self->detail = add_text (self, _ ("What the table shows"), _ ("What the table shows"), NULL);
}

/* What somebody may want to look at again stands under everything else. */
static void
add_marks (EhBlockRow *self)
{
  self->marks = EH_BLOCK_MARKS (eh_block_marks_new (self->workspace));
  gtk_box_append (self->column, GTK_WIDGET (self->marks));
  if (self->text != NULL)
    eh_block_marks_set_text (self->marks, EH_BLOCK_PART_TEXT,
                             GTK_TEXT_VIEW (eh_block_text_get_view (self->text)));
  if (self->detail != NULL)
    eh_block_marks_set_text (self->marks, EH_BLOCK_PART_DETAIL,
                             GTK_TEXT_VIEW (eh_block_text_get_view (self->detail)));
}

static void
build (EhBlockRow *self)
{
  self->above = add_label (self, "eh-block-kind");
  switch (self->block->kind) {
  case EH_BLOCK_KIND_HEADING:
    build_heading (self);
    break;
  case EH_BLOCK_KIND_RECOMMENDATION:
    build_recommendation (self);
    break;
  case EH_BLOCK_KIND_QUOTATION:
    build_quotation (self);
    break;
  case EH_BLOCK_KIND_QUESTION:
    self->text = add_text (self, _ ("Reflective question"),
                           _ ("A question to think about together"), "eh-question");
    self->detail = add_text (self, _ ("Why ask"), _ ("Why ask it?"), NULL);
    break;
  case EH_BLOCK_KIND_LIST:
    self->text = add_text (self, _ ("List"), _ ("One item a line"), NULL);
    eh_block_text_set_list (self->text, g_str_equal (self->block->source, "ordered"));
    break;
  case EH_BLOCK_KIND_CALLOUT:
    self->text = add_lines (self, _ ("Callout"), _ ("Something to stand out"), "eh-callout");
    break;
  case EH_BLOCK_KIND_TABLE:
    build_table (self);
    break;
  case EH_BLOCK_KIND_RESOURCE:
  case EH_BLOCK_KIND_CHART:
  case EH_BLOCK_KIND_AUTOMATIC:
    build_filled (self);
    break;
  case EH_BLOCK_KIND_PARAGRAPH:
  case EH_BLOCK_KIND_N_VALUES:
  default:
    self->text = add_text (self, _ ("Paragraph"), _ ("Write here"), NULL);
    break;
  }
  self->flag = add_label (self, "eh-flag");
  self->rests = add_label (self, "eh-note");
  self->said = add_label (self, "eh-said");
  add_marks (self);
}

/* ---- Showing ---- */

static void
show_label (GtkLabel *label, const char *says)
{
  if (g_strcmp0 (gtk_label_get_label (label), says) != 0)
    gtk_label_set_label (label, says);
  gtk_widget_set_visible (GTK_WIDGET (label), says[0] != '\0');
}

/* "Rests on 3 insights (Public contributors 2, Researchers 1). 1 disagrees." */
static char *
say_support (EhBlockRow *self, const EhBehind *behind)
{
  g_autofree char *count = NULL;
  g_autofree char *groups = NULL;

  if (behind == NULL || behind->supports == 0)
    return g_strdup (self->block->kind == EH_BLOCK_KIND_RECOMMENDATION
                         ? _ ("Untraced: rests on no insight yet")
                         : "");
  count = g_strdup_printf (
      ngettext ("Rests on %u insight", "Rests on %u insights", behind->supports), behind->supports);
  groups = eh_guidance_doc_say_groups (self->doc, self->block->id);
  if (groups[0] == '\0')
    return g_steal_pointer (&count);
  /* TRANSLATORS: "Rests on 3 insights: Public contributors 2, Researchers 1" */
  return g_strdup_printf (_ ("%1$s: %2$s"), count, groups);
}

static void
say_what_it_rests_on (EhBlockRow *self, const EhBehind *behind)
{
  g_autofree char *support = say_support (self, behind);
  g_autofree char *against = NULL;
  g_autofree char *both = NULL;
  guint n = behind != NULL ? behind->disagrees : 0;

  against = n > 0 ? g_strdup_printf (ngettext ("%u disagrees", "%u disagree", n), n) : NULL;
  both = against == NULL      ? g_strdup (support)
         : support[0] == '\0' ? g_strdup (against)
                              : g_strconcat (support, " · ", against, NULL);
  show_label (self->rests, both);
  if (self->block->kind == EH_BLOCK_KIND_RECOMMENDATION &&
      (behind == NULL || behind->supports == 0))
    gtk_widget_add_css_class (GTK_WIDGET (self->rests), "eh-untraced");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rests), "eh-untraced");
}

static void
say_comments (EhBlockRow *self, const EhBehind *behind)
{
  guint n = behind != NULL ? behind->comments : 0;
  g_autofree char *says = n > 0 ? g_strdup_printf (
                                      ngettext ("%u open comment", "%u open comments", n), n)
                                : g_strdup ("");

  show_label (self->said, says);
}

static void
say_kind (EhBlockRow *self)
{
  g_autofree char *kind = self->block->kind == EH_BLOCK_KIND_RECOMMENDATION
                              /* TRANSLATORS: %u is the number of the recommendation in the
                               * document. */
                              ? g_strdup_printf (_ ("Recommendation %u"), self->number)
                              : g_strdup (eh_block_kind_words (self->block));
  g_autofree char *plain = eh_markup_plain (self->block->text);
  g_autofree char *words = eh_workspace_hide_names (self->workspace, plain);
  g_autofree char *start = eh_text_shorten (words, 60);
  g_autofree char *name = g_strdup_printf ("%s. %s", kind, start);

  /* What looks like a heading or a paragraph need not say so. */
  show_label (self->above, self->block->kind == EH_BLOCK_KIND_HEADING ||
                                   self->block->kind == EH_BLOCK_KIND_PARAGRAPH
                               ? ""
                               : kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What changes without the block. */
static void
show_around (EhBlockRow *self)
{
  const EhBehind *behind = eh_guidance_doc_get_behind (self->doc, self->block->id);

  self->serial = eh_guidance_doc_get_serial (self->doc);
  if (self->filled != NULL) {
    g_autofree char *filled = eh_block_source_says (self->workspace, self->block);

    show_label (self->filled, filled);
  }
  say_what_it_rests_on (self, behind);
  say_comments (self, behind);
}

static void
show (EhBlockRow *self)
{
  self->shown = TRUE;
  say_kind (self);
  if (self->text != NULL)
    eh_block_text_set_text (self->text, self->workspace, self->block->text);
  if (self->detail != NULL)
    eh_block_text_set_text (self->detail, self->workspace, self->block->detail);
  if (self->fields != NULL)
    eh_block_fields_show (self->fields, self->block);
  show_label (self->flag, self->block->flag);
  show_around (self);
}

/* ---- Public ---- */

/**
 * eh_block_row_new:
 * @doc: the guidance
 * @block: a block of it
 *
 * Returns: (transfer full): a row that edits it
 */
GtkWidget *
eh_block_row_new (EhGuidanceDoc *doc, const EhBlock *block)
{
  EhBlockRow *self = g_object_new (EH_TYPE_BLOCK_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->doc = g_object_ref (doc);
  self->workspace = eh_guidance_doc_get_workspace (doc);
  self->block = eh_block_copy (block);
  self->gutter = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_size_request (GTK_WIDGET (self->gutter), 30, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->gutter), GTK_ALIGN_START);
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_hexpand (GTK_WIDGET (self->column), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->gutter));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->column));
  self->room = EH_KEPT_ROOM (eh_kept_room_new (line));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->room));
  build (self);
  return GTK_WIDGET (self);
}

/**
 * eh_block_row_get_id:
 * @self: a row
 *
 * Returns: its block
 */
EhId
eh_block_row_get_id (EhBlockRow *self)
{
  return self->block->id;
}

/**
 * eh_block_row_get_block:
 * @self: a row
 *
 * Returns: (transfer none): its block as it is shown
 */
const EhBlock *
eh_block_row_get_block (EhBlockRow *self)
{
  return self->block;
}

/**
 * eh_block_row_fits:
 * @self: a row
 * @block: its block as it is kept now
 *
 * A row is made for a kind of block: what a quotation shows depends on whether it quotes an
 * insight.
 *
 * Returns: whether the row can show it
 */
gboolean
eh_block_row_fits (EhBlockRow *self, const EhBlock *block)
{
  const EhBlock *shown = self->block;

  return shown->kind == block->kind && shown->level == block->level &&
         (shown->source[0] == '\0') == (block->source[0] == '\0') &&
         (shown->insight_id == EH_ID_NONE) == (block->insight_id == EH_ID_NONE);
}

/**
 * eh_block_row_update:
 * @self: a row
 * @block: its block as it is kept now
 * @number: of a recommendation in the document
 *
 * Shows what has changed, without taking away what is being typed.
 *
 * Returns: whether it may need more or less room than before
 */
gboolean
eh_block_row_update (EhBlockRow *self, const EhBlock *block, guint number)
{
  gboolean same = self->shown && self->number == number &&
                  eh_row_equal (&eh_block_row_type, block, self->block);

  g_return_val_if_fail (block->id == self->block->id, FALSE);
  if (same) {
    if (self->serial == eh_guidance_doc_get_serial (self->doc))
      return FALSE;
    show_around (self);
    return TRUE;
  }
  eh_block_free (self->block);
  self->block = eh_block_copy (block);
  self->number = number;
  show (self);
  return TRUE;
}

/**
 * eh_block_row_refresh:
 * @self: a row
 *
 * Shows everything anew: names are hidden now, or no more.
 */
void
eh_block_row_refresh (EhBlockRow *self)
{
  show (self);
}

/**
 * eh_block_row_focus:
 * @self: a row
 *
 * Puts the keyboard into its words.
 */
void
eh_block_row_focus (EhBlockRow *self)
{
  if (!eh_block_row_write_at (self, -1))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * eh_block_row_write_at:
 * @self: a row
 * @offset: characters before the caret; -1 for the end
 *
 * Returns: whether there are words to put the caret into
 */
gboolean
eh_block_row_write_at (EhBlockRow *self, int offset)
{
  if (self->text == NULL)
    return FALSE;
  eh_kept_room_set_state (self->room, EH_ROOM_SHOWN);
  eh_block_text_focus_at (self->text, offset);
  return TRUE;
}

/**
 * eh_block_row_set_state:
 * @self: a row
 * @state: whether all of it is on the screen, or it keeps its height alone
 */
void
eh_block_row_set_state (EhBlockRow *self, EhRoomState state)
{
  eh_kept_room_set_state (self->room, state);
}

/**
 * eh_block_row_get_state:
 * @self: a row
 *
 * Returns: whether all of it is on the screen
 */
EhRoomState
eh_block_row_get_state (EhBlockRow *self)
{
  return eh_kept_room_get_state (self->room);
}

/**
 * eh_block_row_ask_about:
 * @self: a row
 *
 * Asks which category its block is about, where it can be about one.
 */
void
eh_block_row_ask_about (EhBlockRow *self)
{
  if (self->fields != NULL)
    eh_block_fields_ask_about (self->fields);
}

/**
 * eh_block_row_set_figure_words:
 * @self: a row
 * @says: (nullable): what a figure says by itself to whoever cannot see it, unless somebody writes
 *   other words
 */
void
eh_block_row_set_figure_words (EhBlockRow *self, const char *says)
{
  g_autofree char *hint = NULL;

  if (self->block->kind != EH_BLOCK_KIND_CHART || self->detail == NULL)
    return;
  if (!eh_text_is_blank (says))
    /* TRANSLATORS: what whoever cannot see a chart is told; %s is the chart's own sentence */
    hint = g_strdup_printf (_ ("Told to whoever cannot see it: %s"), says);
  eh_block_text_set_hint (self->detail, hint != NULL ? hint : FIGURE_HINT);
}

/**
 * eh_block_row_is_settled:
 * @self: a row
 *
 * Returns: whether it has the height that its words need
 */
gboolean
eh_block_row_is_settled (EhBlockRow *self)
{
  return eh_kept_room_is_right (self->room) &&
         (self->text == NULL || eh_block_text_is_settled (self->text)) &&
         (self->detail == NULL || eh_block_text_is_settled (self->detail));
}

/**
 * eh_block_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its words; %NULL for what fills itself
 */
EhBlockText *
eh_block_row_get_text (EhBlockRow *self)
{
  return self->text;
}

/**
 * eh_block_row_get_text_at_hand:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): those of its words that have the keyboard
 */
EhBlockText *
eh_block_row_get_text_at_hand (EhBlockRow *self)
{
  EhBlockText *const texts[] = { self->text, self->detail };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && gtk_widget_has_focus (eh_block_text_get_view (texts[i])))
      return texts[i];
  return NULL;
}

/**
 * eh_block_row_get_gutter:
 * @self: a row
 *
 * Returns: (transfer none): the room before its words, for a handle
 */
GtkBox *
eh_block_row_get_gutter (EhBlockRow *self)
{
  return self->gutter;
}

/**
 * eh_block_row_get_marks:
 * @self: a row
 *
 * Returns: (transfer none): what stands under it of what somebody may want to look at again
 */
EhBlockMarks *
eh_block_row_get_marks (EhBlockRow *self)
{
  return self->marks;
}
