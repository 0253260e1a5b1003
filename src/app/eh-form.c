/* Fields on a screen that stand for the columns of one row. What is typed is written a moment after
 * the last key, when the keyboard leaves the field, and whenever the workspace asks for it; closely
 * following changes of one field are one step of the history. What changes elsewhere, by undo too,
 * shows in the fields at once.
 *
 * A write reads the row anew and changes what was typed alone, so that two forms over one row never
 * undo each other's work. A row that is not there yet is made by the first write. */

#include "eh-form.h"

#include "eh-catalogue.h"
#include "eh-text.h"
#include "eh-when-field.h"

#include <adwaita.h>

#define QUIET_MS     400
#define AMOUNT_PARTS 100

typedef enum {
  BOUND_TEXT = 1,
  BOUND_LINES,
  BOUND_CHOICE,
  BOUND_SWITCH,
  BOUND_NUMBER,
  BOUND_AMOUNT,
  BOUND_REAL,
  BOUND_WHEN,
  BOUND_LANGUAGE,
} BoundKind;

typedef struct {
  EhForm *form; /* not owned */
  const EhField *field;
  GtkWidget *widget;
  BoundKind kind;
  gboolean pending;
  gboolean required;
} Bound;

struct _EhForm {
  GObject parent_instance;

  EhWorkspace *workspace;
  const EhRowType *type;
  char *label;
  EhId id;
  gpointer row;
  gpointer blank; /* (nullable): what a row that is not there yet begins as */
  GPtrArray *bounds;
  guint timer;
  gboolean showing; /* the fields are being set by the form itself */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (EhForm, eh_form, G_TYPE_OBJECT)

static gpointer
member (const Bound *bound, gpointer row)
{
  return (char *) row + bound->field->offset;
}

static char *
text_of (const Bound *bound)
{
  g_autofree char *text = NULL;

  if (bound->kind == BOUND_LINES) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (bound->widget));
    GtkTextIter start, end;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    return eh_text_clean (text);
  }
  return eh_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (bound->widget)));
}

static void
show_text (const Bound *bound, const char *kept)
{
  g_autofree char *shown = text_of (bound);
  g_autofree char *value = eh_workspace_hide_names (bound->form->workspace, kept);

  /* Words with a hidden name in them are not the ones that are kept: they cannot be edited. */
  g_object_set (bound->widget, "editable", g_str_equal (value, kept), NULL);
  if (g_str_equal (shown, value))
    return;
  if (bound->kind == BOUND_LINES) {
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (bound->widget)), value, -1);
    return;
  }
  /* What the form shows is nothing that somebody typed: the field's own undo stops before it. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (bound->widget), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (bound->widget), value);
  gtk_editable_set_enable_undo (GTK_EDITABLE (bound->widget), TRUE);
}

/* Whatever language the file names is offered beside those that are known here. */
static void
show_language (const Bound *bound, const char *language)
{
  g_autoptr (GListModel) names = NULL;
  const char *const *known = eh_language_known ();
  guint n = g_strv_length ((char **) known);
  guint at = 0;

  g_object_get (bound->widget, "model", &names, NULL);
  gtk_string_list_splice (GTK_STRING_LIST (names), n + 1, g_list_model_get_n_items (names) - n - 1,
                          NULL);
  while (*language != '\0' && at < n && !g_str_equal (known[at], language))
    at++;
  if (at == n)
    gtk_string_list_append (GTK_STRING_LIST (names), language);
  g_object_set (bound->widget, "selected", *language != '\0' ? at + 1 : 0, NULL);
}

static void
take_language (const Bound *bound, char **language)
{
  const char *const *known = eh_language_known ();
  guint selected = 0;

  g_object_get (bound->widget, "selected", &selected, NULL);
  if (selected == 0)
    eh_set_str (language, "");
  else if (selected <= g_strv_length ((char **) known))
    eh_set_str (language, known[selected - 1]);
}

static void
show (EhForm *self, const Bound *bound)
{
  gpointer value = member (bound, self->row);

  self->showing = TRUE;
  switch (bound->kind) {
  case BOUND_CHOICE:
    g_object_set (bound->widget, "selected", (guint) * (int *) value, NULL);
    break;
  case BOUND_SWITCH:
    g_object_set (bound->widget, "active", *(gboolean *) value, NULL);
    break;
  case BOUND_NUMBER:
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (bound->widget), (double) *(gint64 *) value);
    break;
  case BOUND_AMOUNT:
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (bound->widget),
                               (double) *(gint64 *) value / AMOUNT_PARTS);
    break;
  case BOUND_REAL:
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (bound->widget), *(double *) value);
    break;
  case BOUND_WHEN:
    eh_when_field_set_value (EH_WHEN_FIELD (bound->widget), *(char **) value);
    break;
  case BOUND_LANGUAGE:
    show_language (bound, *(char **) value);
    break;
  case BOUND_TEXT:
  case BOUND_LINES:
  default:
    show_text (bound, *(char **) value);
    break;
  }
  self->showing = FALSE;
}

/* Gives the row what the field shows. Returns whether it may: a required text may not be empty. */
static gboolean
take (const Bound *bound, gpointer row)
{
  gpointer value = member (bound, row);
  g_autofree char *text = NULL;

  switch (bound->kind) {
  case BOUND_CHOICE: {
    guint selected = 0;

    g_object_get (bound->widget, "selected", &selected, NULL);
    *(int *) value = (int) selected;
    return TRUE;
  }
  case BOUND_SWITCH:
    g_object_get (bound->widget, "active", (gboolean *) value, NULL);
    return TRUE;
  case BOUND_NUMBER:
    *(gint64 *) value = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (bound->widget));
    return TRUE;
  case BOUND_AMOUNT:
    *(gint64 *) value = (gint64) (gtk_spin_button_get_value (GTK_SPIN_BUTTON (bound->widget)) *
                                      AMOUNT_PARTS +
                                  0.5);
    return TRUE;
  case BOUND_REAL:
    *(double *) value = gtk_spin_button_get_value (GTK_SPIN_BUTTON (bound->widget));
    return TRUE;
  case BOUND_WHEN:
    eh_set_str (value, eh_when_field_get_value (EH_WHEN_FIELD (bound->widget)));
    return TRUE;
  case BOUND_LANGUAGE:
    take_language (bound, value);
    return TRUE;
  case BOUND_TEXT:
  case BOUND_LINES:
  default:
    text = text_of (bound);
    if (bound->required && eh_text_is_blank (text))
      return FALSE;
    eh_set_str (value, text);
    return TRUE;
  }
}

static gpointer
read_row (EhForm *self)
{
  gpointer row = eh_reader_get (eh_workspace_get_db (self->workspace), self->type, self->id);

  if (row == NULL) {
    row = self->blank != NULL ? eh_row_copy (self->type, self->blank) : eh_row_new (self->type);
    *(EhId *) row = self->id;
  }
  return row;
}

static void
write_bound (EhForm *self, Bound *bound)
{
  gpointer row = read_row (self);
  g_autofree char *key = g_strdup_printf ("%s %" EH_ID_FORMAT " %s", self->type->table, self->id,
                                          bound->field->name);

  bound->pending = FALSE;
  if (take (bound, row) && !eh_row_equal (self->type, row, self->row) &&
      !eh_workspace_put (self->workspace, self->type, row, self->label,
                         bound->kind == BOUND_CHOICE ? NULL : key))
    bound->pending = TRUE; /* nothing that was typed is lost */
  eh_row_free (self->type, row);
}

/**
 * eh_form_flush:
 * @self: a form
 *
 * Writes what is typed and not written yet.
 */
void
eh_form_flush (EhForm *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->row == NULL || eh_workspace_get_store (self->workspace) == NULL)
    return;
  for (guint i = 0; i < self->bounds->len; i++) {
    Bound *bound = self->bounds->pdata[i];

    if (bound->pending)
      write_bound (self, bound);
  }
}

static gboolean
quiet_cb (gpointer data)
{
  EhForm *self = data;

  self->timer = 0;
  eh_form_flush (self);
  return G_SOURCE_REMOVE;
}

static void
edited (Bound *bound, gboolean typed)
{
  EhForm *self = bound->form;

  if (self->showing || self->row == NULL)
    return;
  bound->pending = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (typed)
    self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
  else
    eh_form_flush (self);
}

static void
typed_cb (Bound *bound)
{
  edited (bound, TRUE);
}

static void
chosen_cb (Bound *bound)
{
  edited (bound, FALSE);
}

/* A required field that was left empty shows again what it stands for. */
static void
left_cb (Bound *bound)
{
  EhForm *self = bound->form;

  eh_form_flush (self);
  if (self->row != NULL)
    show (self, bound);
}

static void
show_all (EhForm *self)
{
  for (guint i = 0; i < self->bounds->len; i++) {
    const Bound *bound = self->bounds->pdata[i];

    if (!bound->pending)
      show (self, bound);
  }
}

static void
room_display_cb (EhForm *self)
{
  if (self->row != NULL)
    show_all (self);
}

static void
reload (EhForm *self)
{
  g_clear_pointer (&self->row, self->type->free);
  if (self->id != EH_ID_NONE) {
    self->row = read_row (self);
    show_all (self);
  }
  g_signal_emit (self, changed_signal, 0);
}

static void
store_changed_cb (EhWorkspace *workspace, GArray *changes, EhForm *self)
{
  for (guint i = 0; i < changes->len; i++) {
    const EhChange *change = &g_array_index (changes, EhChange, i);

    if (change->type == self->type && change->id == self->id) {
      reload (self);
      return;
    }
  }
}

static void
eh_form_dispose (GObject *object)
{
  EhForm *self = EH_FORM (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->row != NULL)
    self->type->free (g_steal_pointer (&self->row));
  if (self->blank != NULL)
    self->type->free (g_steal_pointer (&self->blank));
  g_clear_pointer (&self->bounds, g_ptr_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_form_parent_class)->dispose (object);
}

static void
eh_form_class_init (EhFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_form_dispose;
  /**
   * EhForm::changed: another row is shown, or something of it is other than before
   */
  changed_signal = g_signal_new ("changed", EH_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
eh_form_init (EhForm *self)
{
  self->bounds = g_ptr_array_new_with_free_func (g_free);
}

/**
 * eh_form_new:
 * @workspace: a workspace with a project
 * @type: what rows it edits
 * @label: what the undo button says of a change: "Changed a person"
 *
 * A page owns its form and drops it in its dispose, after which the fields write no more.
 *
 * Returns: (transfer full): a form with no fields and no row
 */
EhForm *
eh_form_new (EhWorkspace *workspace, const EhRowType *type, const char *label)
{
  EhForm *self = g_object_new (EH_TYPE_FORM, NULL);

  self->workspace = g_object_ref (workspace);
  self->type = type;
  self->label = g_strdup (label);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (store_changed_cb), self, 0);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (room_display_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (eh_form_flush), self, G_CONNECT_SWAPPED);
  return self;
}

static Bound *
bind (EhForm *self, const char *field, GtkWidget *widget, BoundKind kind)
{
  Bound *bound = g_new0 (Bound, 1);

  bound->form = self;
  bound->field = eh_row_type_field (self->type, field);
  bound->widget = widget;
  bound->kind = kind;
  g_assert (bound->field != NULL);
  g_ptr_array_add (self->bounds, bound);
  return bound;
}

/* The bounds live as long as the form: handlers go with it. */
static void
connect (EhForm *self, gpointer instance, const char *signal, GCallback callback, Bound *bound)
{
  GClosure *closure = g_cclosure_new_swap (callback, bound, NULL);

  g_object_watch_closure (G_OBJECT (self), closure);
  g_signal_connect_closure (instance, signal, closure, FALSE);
}

/**
 * eh_form_bind_text:
 * @self: a form
 * @field: a text of the row
 * @widget: a #GtkEditable or #GtkTextView
 */
void
eh_form_bind_text (EhForm *self, const char *field, GtkWidget *widget)
{
  gboolean lines = GTK_IS_TEXT_VIEW (widget);
  Bound *bound = bind (self, field, widget, lines ? BOUND_LINES : BOUND_TEXT);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (lines)
    connect (self, gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "changed",
             G_CALLBACK (typed_cb), bound);
  else
    connect (self, widget, "changed", G_CALLBACK (typed_cb), bound);
  connect (self, focus, "leave", G_CALLBACK (left_cb), bound);
  gtk_widget_add_controller (widget, focus);
}

static GListModel *
words_of (const EhVocabulary *vocabulary)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < vocabulary->n_words; i++)
    gtk_string_list_append (words, eh_vocabulary_label (vocabulary, (int) i));
  return G_LIST_MODEL (words);
}

/**
 * eh_form_bind_choice:
 * @self: a form
 * @field: an enumeration of the row
 * @widget: a #GtkDropDown or #AdwComboRow; it gets the words of the enumeration
 */
void
eh_form_bind_choice (EhForm *self, const char *field, GtkWidget *widget)
{
  Bound *bound = bind (self, field, widget, BOUND_CHOICE);
  g_autoptr (GListModel) words = words_of (bound->field->words);

  g_object_set (widget, "model", words, NULL);
  connect (self, widget, "notify::selected", G_CALLBACK (chosen_cb), bound);
}

/**
 * eh_form_bind_language:
 * @self: a form
 * @field: a text of the row: a BCP 47 tag, or empty
 * @widget: a #GtkDropDown or #AdwComboRow; it gets the languages that are known here
 * @none: what to call it that no language is chosen
 */
void
eh_form_bind_language (EhForm *self, const char *field, GtkWidget *widget, const char *none)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *known = eh_language_known ();

  gtk_string_list_append (names, none);
  for (guint i = 0; known[i] != NULL; i++)
    gtk_string_list_append (names, eh_language_own_name (known[i]));
  g_object_set (widget, "model", names, NULL);
  connect (self, widget, "notify::selected", G_CALLBACK (chosen_cb),
           bind (self, field, widget, BOUND_LANGUAGE));
}

/**
 * eh_form_bind_switch:
 * @self: a form
 * @field: a yes or no of the row
 * @widget: a #GtkSwitch or #GtkCheckButton
 */
void
eh_form_bind_switch (EhForm *self, const char *field, GtkWidget *widget)
{
  connect (self, widget, "notify::active", G_CALLBACK (chosen_cb),
           bind (self, field, widget, BOUND_SWITCH));
}

/**
 * eh_form_bind_number:
 * @self: a form
 * @field: a whole number of the row
 * @widget: where it is typed
 */
void
eh_form_bind_number (EhForm *self, const char *field, GtkSpinButton *widget)
{
  connect (self, widget, "value-changed", G_CALLBACK (typed_cb),
           bind (self, field, GTK_WIDGET (widget), BOUND_NUMBER));
}

/**
 * eh_form_bind_amount:
 * @self: a form
 * @field: a whole number of the row, in hundredths
 * @widget: where it is typed, with two digits after the point
 */
void
eh_form_bind_amount (EhForm *self, const char *field, GtkSpinButton *widget)
{
  connect (self, widget, "value-changed", G_CALLBACK (typed_cb),
           bind (self, field, GTK_WIDGET (widget), BOUND_AMOUNT));
}

/**
 * eh_form_bind_real:
 * @self: a form
 * @field: a number of the row that may have a fraction
 * @widget: where it is typed
 */
void
eh_form_bind_real (EhForm *self, const char *field, GtkSpinButton *widget)
{
  connect (self, widget, "value-changed", G_CALLBACK (typed_cb),
           bind (self, field, GTK_WIDGET (widget), BOUND_REAL));
}

/**
 * eh_form_bind_when:
 * @self: a form
 * @field: a date or time of the row, which is a text
 * @widget: a #EhWhenField
 */
void
eh_form_bind_when (EhForm *self, const char *field, GtkWidget *widget)
{
  connect (self, widget, "notify::value", G_CALLBACK (chosen_cb),
           bind (self, field, widget, BOUND_WHEN));
}

/**
 * eh_form_require:
 * @self: a form
 * @field: a text that is bound
 *
 * An empty text is not written; when the keyboard leaves the field, the old one comes back.
 */
void
eh_form_require (EhForm *self, const char *field)
{
  for (guint i = 0; i < self->bounds->len; i++) {
    Bound *bound = self->bounds->pdata[i];

    if (g_str_equal (bound->field->name, field))
      bound->required = TRUE;
  }
}

/**
 * eh_form_set_blank:
 * @self: a form
 * @row: what a row that is not there yet begins as; its id is the form's
 *
 * For rows that the first answer makes, and that belong to something.
 */
void
eh_form_set_blank (EhForm *self, gconstpointer row)
{
  if (self->blank != NULL)
    self->type->free (self->blank);
  self->blank = eh_row_copy (self->type, row);
}

/**
 * eh_form_set_id:
 * @self: a form
 * @id: the row to edit, or none
 *
 * What was typed for the row before it is written first.
 */
void
eh_form_set_id (EhForm *self, EhId id)
{
  if (self->id == id)
    return;
  eh_form_flush (self);
  for (guint i = 0; i < self->bounds->len; i++)
    ((Bound *) self->bounds->pdata[i])->pending = FALSE;
  self->id = id;
  reload (self);
}

/**
 * eh_form_get_id:
 * @self: a form
 *
 * Returns: the row that is edited, or none
 */
EhId
eh_form_get_id (EhForm *self)
{
  return self->id;
}

/**
 * eh_form_get_row:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the row as it is in the project, good until the next change
 */
gconstpointer
eh_form_get_row (EhForm *self)
{
  return self->row;
}

/**
 * eh_form_write_id:
 * @self: a form with a row
 * @field: a member of the row that refers to another
 * @value: the other row, or none
 *
 * Writes it at once.
 */
void
eh_form_write_id (EhForm *self, const char *field, EhId value)
{
  const EhField *known = eh_row_type_field (self->type, field);
  gpointer row = NULL;

  if (self->row == NULL)
    return;
  eh_form_flush (self);
  row = read_row (self);
  *(EhId *) (gpointer) ((char *) row + known->offset) = value;
  if (!eh_row_equal (self->type, row, self->row))
    eh_workspace_put (self->workspace, self->type, row, self->label, NULL);
  eh_row_free (self->type, row);
}
