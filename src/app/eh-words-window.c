/* The project's own words: those that it explains to its readers, and the jargon jar, which
 * collects what people stumbled over and what to say instead. */

#include "eh-words-window.h"

#include "eh-card-list.h"
#include "eh-fields.h"
#include "eh-form.h"
#include "eh-reader.h"
#include "eh-term.h"
#include "eh-text-field.h"
#include "eh-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhWordsWindow {
  EhProjectWindow parent_instance;

  EhTextField *word;
  GtkWidget *empty[EH_TERM_KIND_N_VALUES];
  EhCardList *cards[EH_TERM_KIND_N_VALUES];
};

G_DEFINE_FINAL_TYPE (EhWordsWindow, eh_words_window, EH_TYPE_PROJECT_WINDOW)

static EhWorkspace *
workspace_of (EhWordsWindow *self)
{
  return eh_project_window_get_workspace (EH_PROJECT_WINDOW (self));
}

/* ---- A word ---- */

static void
remove_cb (GtkWidget *button, EhWordsWindow *self)
{
  GtkWidget *card = g_object_get_data (G_OBJECT (button), "card");

  eh_workspace_remove (workspace_of (self), &eh_term_row_type, eh_card_get_id (card),
                       _ ("Removed a word"), _ ("Removed the word"));
}

static GtkWidget *
add_field (GtkWidget *card, EhForm *form, const char *label, const char *field, gboolean lines)
{
  GtkWidget *widget = eh_text_field_new (label, lines);

  if (lines)
    gtk_widget_add_css_class (eh_text_field_get_input (EH_TEXT_FIELD (widget)), "eh-few-lines");
  eh_form_bind_text (form, field, eh_text_field_get_input (EH_TEXT_FIELD (widget)));
  gtk_box_append (GTK_BOX (card), widget);
  return widget;
}

static GtkWidget *
make_card (gconstpointer row, gpointer data)
{
  EhWordsWindow *self = data;
  const EhTerm *term = row;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = eh_fields_icon_button ("user-trash-symbolic", _ ("Remove This Word"));
  EhForm *form = eh_form_new (workspace_of (self), &eh_term_row_type, _ ("Changed a word"));

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "eh-card");
  gtk_widget_add_css_class (button, "eh-beside-field");
  g_object_set_data (G_OBJECT (button), "card", card);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  add_field (head, form, _ ("Word"), "word", FALSE);
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (card), head);
  if (term->kind == EH_TERM_KIND_GLOSSARY)
    g_object_set_data (G_OBJECT (card), "first",
                       add_field (card, form, _ ("What it means"), "meaning", TRUE));
  else
    g_object_set_data (G_OBJECT (card), "first",
                       add_field (card, form, _ ("Say instead"), "say_instead", FALSE));
  eh_form_require (form, "word");
  eh_card_set_form (card, form);
  eh_form_set_id (form, term->id);
  return card;
}

/* ---- The lists ---- */

static void
show_words (EhWordsWindow *self)
{
  g_autoptr (GPtrArray) all = eh_reader_list (eh_workspace_get_db (workspace_of (self)),
                                              &eh_term_row_type);

  for (EhTermKind kind = 0; kind < EH_TERM_KIND_N_VALUES; kind++) {
    g_autoptr (GPtrArray) rows = g_ptr_array_new ();

    for (guint i = 0; i < all->len; i++)
      if (((EhTerm *) all->pdata[i])->kind == kind)
        g_ptr_array_add (rows, all->pdata[i]);
    eh_card_list_show (self->cards[kind], rows);
    gtk_widget_set_visible (self->empty[kind], rows->len == 0);
  }
}

static void
changed_cb (EhWordsWindow *self, GArray *changes)
{
  if (workspace_of (self) != NULL && eh_changes_touch (changes, &eh_term_row_type))
    show_words (self);
}

/* The same word once more leads to the one that is there; a word that was renamed has left its id.
 */
static EhId
find_word (EhWordsWindow *self, const char *word, EhTermKind *kind)
{
  g_autoptr (GPtrArray) all = eh_reader_list (eh_workspace_get_db (workspace_of (self)),
                                              &eh_term_row_type);
  EhId wanted = eh_term_id (word);

  for (guint i = 0; i < all->len; i++) {
    const EhTerm *term = all->pdata[i];

    if (eh_term_id (term->word) != wanted)
      continue;
    *kind = term->kind;
    return term->id;
  }
  return EH_ID_NONE;
}

static EhId
add_word (EhWordsWindow *self, const char *word, EhTermKind kind)
{
  g_autoptr (EhTerm) term = eh_term_new ();
  g_autofree char *line = eh_text_clean_line (word);
  g_autoptr (EhTerm) renamed = NULL;

  term->id = eh_term_id (line);
  renamed = eh_reader_get (eh_workspace_get_db (workspace_of (self)), &eh_term_row_type, term->id);
  if (renamed != NULL)
    term->id = eh_id_new ();
  term->kind = kind;
  term->created_at = g_get_real_time () / G_USEC_PER_SEC;
  eh_set_str (&term->word, line);
  return eh_workspace_put (workspace_of (self), &eh_term_row_type, term, _ ("Added a word"), NULL)
             ? term->id
             : EH_ID_NONE;
}

static void
add (EhWordsWindow *self, EhTermKind kind)
{
  g_autofree char *word = eh_text_field_get_text (self->word);
  GtkWidget *card;
  EhId id;

  if (eh_text_is_blank (word)) {
    eh_text_field_set_hint (self->word, _ ("Write the word first."), TRUE);
    gtk_widget_grab_focus (eh_text_field_get_input (self->word));
    return;
  }
  eh_workspace_flush (workspace_of (self));
  id = find_word (self, word, &kind);
  if (id == EH_ID_NONE)
    id = add_word (self, word, kind);
  eh_text_field_set_text (self->word, "");
  eh_text_field_set_hint (self->word, "", FALSE);
  card = eh_card_list_find (self->cards[kind], id);
  if (card != NULL)
    gtk_widget_grab_focus (g_object_get_data (G_OBJECT (card), "first"));
}

static void
explain_cb (EhWordsWindow *self)
{
  add (self, EH_TERM_KIND_GLOSSARY);
}

static void
jar_cb (EhWordsWindow *self)
{
  add (self, EH_TERM_KIND_JARGON);
}

static void
add_section (EhWordsWindow *self, GtkWidget *body, EhTermKind kind, const char *empty)
{
  self->cards[kind] = EH_CARD_LIST (eh_card_list_new (make_card, self));
  self->empty[kind] = eh_fields_words (empty, "eh-hint");
  gtk_box_append (GTK_BOX (body),
                  eh_fields_heading (eh_vocabulary_label (&eh_term_kind_vocabulary, (int) kind)));
  gtk_box_append (GTK_BOX (body), self->empty[kind]);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->cards[kind]));
}

static GtkWidget *
make_body (EhWordsWindow *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *buttons = eh_wrap_new (8);
  GtkWidget *explain = eh_fields_button (_ ("Explain It in the Glossary"));
  GtkWidget *jar = eh_fields_button (_ ("Put It into the Jargon Jar"));

  self->word = EH_TEXT_FIELD (eh_text_field_new (_ ("_New word"), FALSE));
  eh_wrap_append (EH_WRAP (buttons), explain);
  eh_wrap_append (EH_WRAP (buttons), jar);
  gtk_box_append (GTK_BOX (body),
                  eh_fields_words (_ ("Words that you explain stand in the glossary of your "
                                      "documents. Words in the jargon jar are marked while you "
                                      "write, with what to say instead."),
                                   "eh-body"));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->word));
  gtk_box_append (GTK_BOX (body), buttons);
  add_section (self, body, EH_TERM_KIND_GLOSSARY, _ ("No word is explained yet."));
  add_section (self, body, EH_TERM_KIND_JARGON, _ ("The jar is empty."));
  g_signal_connect_object (eh_text_field_get_input (self->word), "activate",
                           G_CALLBACK (explain_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explain, "clicked", G_CALLBACK (explain_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jar, "clicked", G_CALLBACK (jar_cb), self, G_CONNECT_SWAPPED);
  return body;
}

static void
eh_words_window_class_init (EhWordsWindowClass *klass)
{
}

static void
eh_words_window_init (EhWordsWindow *self)
{
}

/**
 * eh_words_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window of the project's words; Escape closes it
 */
GtkWidget *
eh_words_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhWordsWindow *self = g_object_new (EH_TYPE_WORDS_WINDOW, NULL);

  eh_workspace_flush (workspace);
  eh_project_window_set_up (EH_PROJECT_WINDOW (self), workspace, parent, _ ("Words of the Project"),
                            make_body (self));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_words (self);
  gtk_window_set_focus (GTK_WINDOW (self), eh_text_field_get_input (self->word));
  return GTK_WIDGET (self);
}

/**
 * eh_words_window_explain:
 * @self: a window
 * @word: a word
 *
 * Begins to explain it: what it means is all that is left to write.
 */
void
eh_words_window_explain (EhWordsWindow *self, const char *word)
{
  eh_text_field_set_text (self->word, word);
  explain_cb (self);
}
