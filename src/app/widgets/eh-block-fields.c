/* What a recommendation needs beside its words: for whom, when in a project, who does it, by when,
 * how far it has got, and why it was not done. Folded away until it is wanted, and not built
 * before; what is filled in is told in one line. */

#include "eh-block-fields.h"

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

  GtkExpander *expander;
  GtkLabel *line;
  GtkWidget *names[N_FIELDS];
  GtkEditable *entries[N_FIELDS]; /* none before they were wanted */
  GtkDropDown *status;
  EhBlock *block; /* as it was shown last */
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
build (EhBlockFields *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 6);
  add_entry (self, GTK_GRID (grid), FIELD_AUDIENCE, 0, _ ("For _whom"));
  add_entry (self, GTK_GRID (grid), FIELD_STAGE, 1, _ ("_When in a project"));
  add_entry (self, GTK_GRID (grid), FIELD_OWNER, 2, _ ("Who _does it"));
  add_entry (self, GTK_GRID (grid), FIELD_DUE, 3, _ ("_By when"));
  self->status = GTK_DROP_DOWN (status_drop_down ());
  add_line (GTK_GRID (grid), 4, _ ("How _far"), GTK_WIDGET (self->status));
  add_entry (self, GTK_GRID (grid), FIELD_REASON, 5, _ ("Wh_y it was not done"));
  g_signal_connect_object (self->status, "notify::selected", G_CALLBACK (told_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_expander_set_child (self->expander, grid);
}

static void
fill (EhBlockFields *self)
{
  const EhBlock *block = self->block;
  const char *const values[N_FIELDS] = { block->audience, block->stage, block->owner, block->due,
                                         block->reason };

  self->showing = TRUE;
  for (int i = 0; i < N_FIELDS; i++)
    if (!g_str_equal (gtk_editable_get_text (self->entries[i]), values[i]))
      gtk_editable_set_text (self->entries[i], values[i]);
  gtk_drop_down_set_selected (self->status, (guint) block->status);
  self->showing = FALSE;
  show_reason (self);
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, EhBlockFields *self)
{
  if (self->status != NULL || !gtk_expander_get_expanded (expander))
    return;
  build (self);
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
 *
 * Returns: (transfer full): the fields of a recommendation
 */
GtkWidget *
eh_block_fields_new (void)
{
  return g_object_new (EH_TYPE_BLOCK_FIELDS, NULL);
}

static void
say_in_a_line (EhBlockFields *self, const EhBlock *block)
{
  const char *const parts[] = { block->audience, block->stage, block->owner, block->due };
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  g_autofree char *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!eh_text_is_blank (parts[i]))
      g_ptr_array_add (said, (gpointer) parts[i]);
  g_ptr_array_add (
      said, (gpointer) eh_vocabulary_label (&eh_block_status_vocabulary, (int) block->status));
  line = eh_text_join (said, " · ");
  gtk_label_set_label (self->line, said->len > 1 ? line : _ ("For whom, who does it, by when"));
  /* An expander is not named by a label widget of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->line), -1);
}

/**
 * eh_block_fields_show:
 * @self: the fields
 * @block: a recommendation
 */
void
eh_block_fields_show (EhBlockFields *self, const EhBlock *block)
{
  eh_block_free (self->block);
  self->block = eh_block_copy (block);
  if (self->status != NULL)
    fill (self);
  say_in_a_line (self, block);
}

/**
 * eh_block_fields_read:
 * @self: the fields
 * @block: a recommendation, which gets what they hold
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

  if (self->status == NULL)
    return FALSE;
  for (int i = 0; i < N_FIELDS; i++)
    changed |= eh_set_str (places[i], gtk_editable_get_text (self->entries[i]));
  status = gtk_drop_down_get_selected (self->status);
  if (status < EH_BLOCK_STATUS_N_VALUES && block->status != (EhBlockStatus) status) {
    block->status = (EhBlockStatus) status;
    changed = TRUE;
  }
  return changed;
}
