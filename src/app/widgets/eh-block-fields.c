/* What a recommendation needs beside its words: for whom, when in a project, who does it, by when,
 * how far it has got, and why it was not done; and what it is about, which is all that a heading
 * has. Folded away until it is wanted, and not built before; what is filled in is told in one line.
 */

#include "eh-block-fields.h"

#include "eh-category.h"
#include "eh-filter-choices.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

enum {
  FIELD_AUDIENCE,
  FIELD_STAGE,
  FIELD_OWNER,
  FIELD_DUE,
  FIELD_REASON,
  N_FIELDS
};

struct _EhBlockFields {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  gboolean heading;
  GtkExpander *expander;
  GtkLabel *line;
  EhChoiceButton *about; /* none before it was wanted, as all that follow */
  GtkWidget *names[N_FIELDS];
  GtkEditable *entries[N_FIELDS];
  GtkDropDown *status; /* of a recommendation alone */
  EhBlock *block;      /* as it was shown last */
  gboolean showing;
};

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhBlockFields, eh_block_fields, GTK_TYPE_WIDGET)

static void
eh_block_fields_dispose (GObject *object)
{
  EhBlockFields *self = EH_BLOCK_FIELDS (object);

  if (self->expander != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->expander));
  self->expander = NULL;
  g_clear_pointer (&self->block, eh_block_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_block_fields_parent_class)->dispose (object);
}

static void
eh_block_fields_class_init (EhBlockFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_block_fields_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /**
   * EhBlockFields::changed: eh_block_fields_read() gives something else
   */
  signals[CHANGED] = g_signal_new ("changed", EH_TYPE_BLOCK_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

/* Why it was not done is asked of what was not done alone. */
static void
show_reason (EhBlockFields *self)
{
  gboolean wanted = gtk_drop_down_get_selected (self->status) == EH_BLOCK_STATUS_NOT_DONE;

  gtk_widget_set_visible (self->names[FIELD_REASON], wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->entries[FIELD_REASON]), wanted);
}

static void
told_cb (EhBlockFields *self)
{
  if (self->showing)
    return;
  if (self->status != NULL)
    show_reason (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
add_line (GtkGrid *grid, int row, const char *label, GtkWidget *input)
{
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), input);
  gtk_widget_set_hexpand (input, TRUE);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, input, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name,
                                  NULL, -1);
  return name;
}

static GtkWidget *
status_drop_down (void)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int i = 0; i < EH_BLOCK_STATUS_N_VALUES; i++)
    gtk_string_list_append (words, eh_vocabulary_label (&eh_block_status_vocabulary, i));
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
}

static void
add_entry (EhBlockFields *self, GtkGrid *grid, int field, int row, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entries[field] = GTK_EDITABLE (entry);
  self->names[field] = add_line (grid, row, label, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
}

static void
build_recommendation (EhBlockFields *self, GtkGrid *grid)
{
  add_entry (self, grid, FIELD_AUDIENCE, 0, _ ("For _whom"));
  add_entry (self, grid, FIELD_STAGE, 1, _ ("_When in a project"));
  add_entry (self, grid, FIELD_OWNER, 2, _ ("Who _does it"));
  add_entry (self, grid, FIELD_DUE, 3, _ ("_By when"));
  self->status = GTK_DROP_DOWN (status_drop_down ());
  add_line (grid, 4, _ ("How _far"), GTK_WIDGET (self->status));
  add_entry (self, grid, FIELD_REASON, 5, _ ("Wh_y it was not done"));
  g_signal_connect_object (self->status, "notify::selected", G_CALLBACK (told_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build (EhBlockFields *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 6);
  if (!self->heading)
    build_recommendation (self, GTK_GRID (grid));
  self->about = EH_CHOICE_BUTTON (eh_choice_button_new (_ ("About which category")));
  add_line (GTK_GRID (grid), N_FIELDS + 1, _ ("Ab_out"), GTK_WIDGET (self->about));
  gtk_widget_set_halign (GTK_WIDGET (self->about), GTK_ALIGN_START);
  g_signal_connect_object (self->about, "chosen", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  gtk_expander_set_child (self->expander, grid);
}

/* Categories may have got other names since. */
static void
fill_about (EhBlockFields *self)
{
  EhDb *db = eh_workspace_get_db (self->workspace);

  if (db == NULL)
    return;
  eh_filter_choices_fill_subjects (self->about, db);
}

static void
fill (EhBlockFields *self)
{
  const EhBlock *block = self->block;
  const char *const values[N_FIELDS] = { block->audience, block->stage, block->owner, block->due,
                                         block->reason };

  self->showing = TRUE;
  eh_choice_button_set_selected (self->about, block->category_id);
  for (int i = 0; i < N_FIELDS && !self->heading; i++)
    if (!g_str_equal (gtk_editable_get_text (self->entries[i]), values[i]))
      gtk_editable_set_text (self->entries[i], values[i]);
  if (!self->heading) {
    gtk_drop_down_set_selected (self->status, (guint) block->status);
    show_reason (self);
  }
  self->showing = FALSE;
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, EhBlockFields *self)
{
  if (!gtk_expander_get_expanded (expander))
    return;
  if (self->about == NULL)
    build (self);
  fill_about (self);
  if (self->block != NULL)
    fill (self);
}

static void
eh_block_fields_init (EhBlockFields *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->line = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->line, TRUE);
  gtk_label_set_xalign (self->line, 0);
  gtk_expander_set_label_widget (self->expander, GTK_WIDGET (self->line));
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_DEFAULT);
}

/**
 * eh_block_fields_new:
 * @workspace: a workspace with a project
 * @kind: a recommendation or a heading
 *
 * Returns: (transfer full): its fields
 */
GtkWidget *
eh_block_fields_new (EhWorkspace *workspace, EhBlockKind kind)
{
  EhBlockFields *self = g_object_new (EH_TYPE_BLOCK_FIELDS, NULL);

  self->workspace = g_object_ref (workspace);
  self->heading = kind == EH_BLOCK_KIND_HEADING;
  return GTK_WIDGET (self);
}

static char *
say_about (EhBlockFields *self, const EhBlock *block)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  g_autoptr (EhCategory) category = NULL;
  g_autofree char *label = NULL;

  if (block->category_id == EH_ID_NONE || db == NULL)
    return NULL;
  category = eh_reader_get (db, &eh_category_row_type, block->category_id);
  label = eh_text_isolate (category != NULL ? category->label : _ ("Not known"));
  /* TRANSLATORS: %s is the category that a part of a document is about */
  return g_strdup_printf (_ ("About: %s"), label);
}

static const char *
hint_of (EhBlockFields *self)
{
  return self->heading ? _ ("What this section is about") : _ ("For whom, who does it, by when");
}

/* A heading that is about nothing has no line of its own until somebody asks for it. */
static void
say_in_a_line (EhBlockFields *self, const EhBlock *block)
{
  g_autofree char *about = say_about (self, block);
  const char *const parts[] = { block->audience, block->stage, block->owner, block->due, about };
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  g_autofree char *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!eh_text_is_blank (parts[i]))
      g_ptr_array_add (said, (gpointer) parts[i]);
  if (said->len > 0 && !self->heading)
    g_ptr_array_add (
        said, (gpointer) eh_vocabulary_label (&eh_block_status_vocabulary, (int) block->status));
  line = eh_text_join (said, " · ");
  gtk_label_set_label (self->line, said->len > 0 ? line : hint_of (self));
  gtk_widget_set_visible (GTK_WIDGET (self), !self->heading || about != NULL ||
                                                 gtk_expander_get_expanded (self->expander));
  /* An expander is not named by a label widget of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->line), -1);
}

/**
 * eh_block_fields_show:
 * @self: the fields
 * @block: a recommendation or a heading
 */
void
eh_block_fields_show (EhBlockFields *self, const EhBlock *block)
{
  eh_block_free (self->block);
  self->block = eh_block_copy (block);
  if (self->about != NULL)
    fill (self);
  say_in_a_line (self, block);
}

/**
 * eh_block_fields_ask_about:
 * @self: the fields
 *
 * Asks which category it is about.
 */
void
eh_block_fields_ask_about (EhBlockFields *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_expander_set_expanded (self->expander, TRUE);
  eh_choice_button_open (self->about);
}

/**
 * eh_block_fields_read:
 * @self: the fields
 * @block: a block, which gets what they hold
 *
 * Returns: whether anything is other than it was
 */
gboolean
eh_block_fields_read (EhBlockFields *self, EhBlock *block)
{
  char **const places[N_FIELDS] = { &block->audience, &block->stage, &block->owner, &block->due,
                                    &block->reason };
  gboolean changed = FALSE;
  guint status;

  if (self->about == NULL)
    return FALSE;
  if (block->category_id != eh_choice_button_get_selected (self->about)) {
    block->category_id = eh_choice_button_get_selected (self->about);
    changed = TRUE;
  }
  if (self->heading)
    return changed;
  for (int i = 0; i < N_FIELDS; i++)
    changed |= eh_set_str (places[i], gtk_editable_get_text (self->entries[i]));
  status = gtk_drop_down_get_selected (self->status);
  if (status < EH_BLOCK_STATUS_N_VALUES && block->status != (EhBlockStatus) status) {
    block->status = (EhBlockStatus) status;
    changed = TRUE;
  }
  return changed;
}
