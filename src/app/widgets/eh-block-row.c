/* One block of the guidance in the document: its words edited in place, and under them what belongs
 * to its kind: who does what by when, what it rests on, what fills it by itself. */

#include "eh-block-row.h"

#include "eh-block-fields.h"
#include "eh-block-marks.h"
#include "eh-block-text.h"
#include "eh-guidance-edit.h"
#include "eh-insight-card.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhBlockRow {
  GtkListBoxRow parent_instance;

  EhWorkspace *workspace;
  EhBlock *block;
  guint number;

  GtkBox *column;
  GtkLabel *above;   /* what kind of block it is */
  EhBlockText *text; /* (nullable): not for what fills itself */
  EhBlockText *detail;
  EhBlockFields *fields;
  GtkLabel *filled; /* what fills it */
  GtkLabel *flag;
  GtkLabel *rests;
  EhBlockMarks *marks;
};

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
  g_clear_object (&self->workspace);
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
  if (eh_block_fields_read (fields, self->block))
    put (self, "fields");
}

static EhBlockText *
add_text (EhBlockRow *self, const char *name, const char *hint, const char *css_class)
{
  GtkWidget *text = eh_block_text_new (name, hint);

  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);
  gtk_box_append (self->column, text);
  g_signal_connect_object (text, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_DEFAULT);
  return EH_BLOCK_TEXT (text);
}

static GtkLabel *
add_label (EhBlockRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->column, label);
  return GTK_LABEL (label);
}

static void
build_heading (EhBlockRow *self)
{
  static const char *const classes[] = { "eh-heading-1", "eh-heading-2", "eh-heading-3" };

  self->text = add_text (self, _ ("Heading"), _ ("Heading"),
                         classes[CLAMP (self->block->level, 1, 3) - 1]);
}

static void
build_recommendation (EhBlockRow *self)
{
  self->text = add_text (self, _ ("Recommendation"), _ ("What should happen, in one sentence"),
                         "eh-recommendation");
  self->detail = add_text (self, _ ("How"), _ ("How to do it, in a sentence or two"), NULL);
  self->fields = EH_BLOCK_FIELDS (eh_block_fields_new ());
  gtk_box_append (self->column, GTK_WIDGET (self->fields));
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_DEFAULT);
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
    self->filled = add_label (self, "eh-quotation");
    if (self->block->insight_id == EH_ID_NONE) {
      self->text = add_text (self, _ ("Quotation"),
                             _ ("Choose an insight beside, or write what was published elsewhere"),
                             "eh-quotation");
      self->detail = add_text (self, _ ("Source"), _ ("Who said or wrote it"), NULL);
    }
    break;
  case EH_BLOCK_KIND_QUESTION:
    self->text = add_text (self, _ ("Reflective question"),
                           _ ("A question to think about together"), "eh-question");
    self->detail = add_text (self, _ ("Why ask"), _ ("Why ask it?"), NULL);
    break;
  case EH_BLOCK_KIND_LIST:
    self->text = add_text (self, _ ("List"), _ ("One item a line"), NULL);
    break;
  case EH_BLOCK_KIND_CALLOUT:
    self->text = add_text (self, _ ("Callout"), _ ("Something to stand out"), "eh-callout");
    break;
  case EH_BLOCK_KIND_RESOURCE:
  case EH_BLOCK_KIND_CHART:
  case EH_BLOCK_KIND_TABLE:
  case EH_BLOCK_KIND_AUTOMATIC:
    self->filled = add_label (self, "eh-note");
    if (self->block->kind == EH_BLOCK_KIND_CHART)
      self->text = add_text (self, _ ("Words under the chart"), _ ("Words under the chart"), NULL);
    break;
  case EH_BLOCK_KIND_PARAGRAPH:
  case EH_BLOCK_KIND_N_VALUES:
  default:
    self->text = add_text (self, _ ("Paragraph"), _ ("Write here"), NULL);
    break;
  }
  self->flag = add_label (self, "eh-flag");
  self->rests = add_label (self, "eh-note");
  add_marks (self);
}

/* What an automatic block says of itself in the document; its content comes at export. */
static char *
filled_by (EhBlockRow *self)
{
  static const struct {
    const char *source;
    const char *says;
  } sources[] = {
    { "who-made-this", N_ ("Who made this: how many people of each role group took part.") },
    { "how-we-worked", N_ ("How we worked: the workshops, their dates, places and methods.") },
    { "balance", N_ ("Chart: whose voice is in the room, the insights and the guidance.") },
    { "map", N_ ("Chart: what each role group spoke about.") },
    { "credits", N_ ("Thanks: everyone as they chose to be named.") },
    { "sources", N_ ("Sources: every resource that is cited.") },
    { "resources", N_ ("Useful resources on this subject, from the library.") },
    { "trace", N_ ("Trace: which insights each recommendation rests on.") },
    { "disagreements", N_ ("Where we disagreed: insights that the room was split on.") },
    { "not-done", N_ ("What we could not do: parked insights, with the reason.") },
    { "actions", N_ ("How to act on this: recommendations by audience.") },
    { "comment", N_ ("How to comment, or ask for your words to be removed.") },
    { "contents", N_ ("Contents: the headings of this document.") },
  };
  EhDb *db = eh_workspace_get_db (self->workspace);

  if (self->block->kind == EH_BLOCK_KIND_RESOURCE) {
    g_autoptr (EhResource) resource = eh_reader_get (db, &eh_resource_row_type,
                                                     self->block->resource_id);

    return g_strdup (resource != NULL ? resource->title : _ ("No resource chosen yet"));
  }
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].source, self->block->source))
      return g_strdup (_ (sources[i].says));
  return g_strdup (_ ("Filled in by itself when the guidance is exported."));
}

static char *
quoted (EhBlockRow *self)
{
  g_autoptr (EhInsightCard) card = eh_insight_card_load (eh_workspace_get_db (self->workspace),
                                                         self->block->insight_id);

  g_autofree char *words = NULL;

  if (card == NULL)
    return g_strdup ("");
  words = eh_workspace_hide_names (self->workspace, card->insight->text);
  /* TRANSLATORS: Words that are quoted. */
  return g_strdup_printf (_ ("“%s”"), words);
}

/* "Rests on 3 insights: 2 role groups" or "Rests on no insight yet". */
static void
say_what_it_rests_on (EhBlockRow *self)
{
  g_autoptr (GPtrArray) evidence = eh_reader_list_of (
      eh_workspace_get_db (self->workspace), &eh_evidence_row_type, "block_id", self->block->id);
  g_autofree char *says = NULL;
  gboolean asks = self->block->kind == EH_BLOCK_KIND_RECOMMENDATION;

  if (evidence->len > 0)
    says = g_strdup_printf (ngettext ("Rests on %u insight", "Rests on %u insights", evidence->len),
                            evidence->len);
  else if (asks)
    says = g_strdup (_ ("Untraced: rests on no insight yet"));
  gtk_label_set_label (self->rests, says != NULL ? says : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rests), says != NULL);
  if (asks && evidence->len == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->rests), "eh-untraced");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rests), "eh-untraced");
}

static void
say_kind (EhBlockRow *self)
{
  g_autofree char
      *kind = self->block->kind == EH_BLOCK_KIND_RECOMMENDATION
                  /* TRANSLATORS: %u is the number of the recommendation in the document. */
                  ? g_strdup_printf (_ ("Recommendation %u"), self->number)
                  : g_strdup (
                        eh_vocabulary_label (&eh_block_kind_vocabulary, (int) self->block->kind));
  g_autofree char *words = eh_workspace_hide_names (self->workspace, self->block->text);
  g_autofree char *start = eh_text_shorten (words, 60);
  g_autofree char *name = g_strdup_printf ("%s. %s", kind, start);

  gtk_label_set_label (self->above, kind);
  /* What looks like a heading or a paragraph need not say so. */
  gtk_widget_set_visible (GTK_WIDGET (self->above),
                          self->block->kind != EH_BLOCK_KIND_HEADING &&
                              self->block->kind != EH_BLOCK_KIND_PARAGRAPH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show (EhBlockRow *self)
{
  say_kind (self);
  if (self->text != NULL)
    eh_block_text_set_text (self->text, self->workspace, self->block->text);
  if (self->detail != NULL)
    eh_block_text_set_text (self->detail, self->workspace, self->block->detail);
  if (self->fields != NULL)
    eh_block_fields_show (self->fields, self->block);
  if (self->filled != NULL) {
    g_autofree char *filled = self->block->kind == EH_BLOCK_KIND_QUOTATION ? quoted (self)
                                                                           : filled_by (self);

    gtk_label_set_label (self->filled, filled);
    gtk_widget_set_visible (GTK_WIDGET (self->filled), filled[0] != '\0');
  }
  gtk_label_set_label (self->flag, self->block->flag);
  gtk_widget_set_visible (GTK_WIDGET (self->flag), self->block->flag[0] != '\0');
  say_what_it_rests_on (self);
}

/**
 * eh_block_row_new:
 * @workspace: the workspace
 * @block: a block
 *
 * Returns: (transfer full): a row that edits it
 */
GtkWidget *
eh_block_row_new (EhWorkspace *workspace, const EhBlock *block)
{
  EhBlockRow *self = g_object_new (EH_TYPE_BLOCK_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->block = eh_block_copy (block);
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->column));
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
 * eh_block_row_update:
 * @self: a row
 * @block: its block as it is kept now
 * @number: of a recommendation in the document
 *
 * Shows what has changed, without taking away what is being typed.
 */
void
eh_block_row_update (EhBlockRow *self, const EhBlock *block, guint number)
{
  g_return_if_fail (block->id == self->block->id);
  eh_block_free (self->block);
  self->block = eh_block_copy (block);
  self->number = number;
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
  gtk_widget_grab_focus (self->text != NULL ? eh_block_text_get_view (self->text)
                                            : GTK_WIDGET (self));
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
