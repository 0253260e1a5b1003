/* What a step of the history changed, before and after, in words. */

#include "eh-history-changes.h"

#include "eh-history-detail.h"
#include "eh-row-words.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* As many as somebody reads; an import may have added thousands. */
#define N_SHOWN 40

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

static char *
title_of (const EhHistoryDetail *detail, const char *label)
{
  const char *thing = eh_row_words_thing (detail->type);
  g_autofree char *isolated = eh_text_isolate (label);
  g_autofree char *what = *label != '\0'
                              /* TRANSLATORS: what sort of thing, and its name: "Person: Asha" */
                              ? g_strdup_printf (_ ("%1$s: %2$s"), thing, isolated)
                              : g_strdup (thing);

  switch (detail->kind) {
  case EH_CHANGE_ADDED:
    return g_strdup_printf (_ ("Added: %s"), what);
  case EH_CHANGE_REMOVED:
    return g_strdup_printf (_ ("Removed: %s"), what);
  case EH_CHANGE_CHANGED:
  default:
    return g_strdup_printf (_ ("Changed: %s"), what);
  }
}

static char *
member_text (EhWorkspace *workspace, const EhHistoryDetail *detail, const EhHistoryMember *member)
{
  const char *name = eh_row_words_field (detail->type, member->field);
  g_autofree char *before = eh_workspace_hide_names (workspace, member->before);
  g_autofree char *after = eh_workspace_hide_names (workspace, member->after);
  g_autofree char *was = eh_text_isolate (*before != '\0' ? before : _ ("nothing"));
  g_autofree char *is = eh_text_isolate (*after != '\0' ? after : _ ("nothing"));

  if (detail->kind == EH_CHANGE_ADDED)
    /* TRANSLATORS: what of a thing, and what was said: "Date: 5 December" */
    return g_strdup_printf (_ ("%1$s: %2$s"), name, is);
  if (detail->kind == EH_CHANGE_REMOVED)
    return g_strdup_printf (_ ("%1$s: %2$s"), name, was);
  /* TRANSLATORS: what of a thing was changed, from what, to what */
  return g_strdup_printf (_ ("%1$s: before, “%2$s”; after, “%3$s”"), name, was, is);
}

static void
add_detail (GtkBox *box, EhWorkspace *workspace, const EhHistoryDetail *detail)
{
  g_autofree char *label = eh_workspace_hide_names (workspace, detail->label);
  g_autofree char *title = title_of (detail, label);

  add_label (box, title, "eh-row-title");
  if (eh_workspace_get_room_display (workspace) && eh_row_words_is_personal (detail->type)) {
    add_label (box, _ ("not shown while names are hidden"), "eh-row-detail");
    return;
  }
  for (guint i = 0; i < detail->members->len; i++) {
    g_autofree char *text = member_text (workspace, detail, detail->members->pdata[i]);

    add_label (box, text, "eh-row-detail");
  }
}

struct _EhHistoryChanges {
  GPtrArray *details; /* (nullable) (element-type EhHistoryDetail): the first of them */
  guint n_all;
};

/**
 * eh_history_changes_read:
 * @db: a connection, of a worker where the step changed much
 * @seq: a step of the history
 *
 * Returns: (transfer full): what it changed, as far as it is shown
 */
EhHistoryChanges *
eh_history_changes_read (EhDb *db, gint64 seq)
{
  EhHistoryChanges *self = g_new0 (EhHistoryChanges, 1);

  self->details = eh_history_details (db, seq, N_SHOWN, &self->n_all, NULL);
  return self;
}

void
eh_history_changes_free (EhHistoryChanges *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->details, g_ptr_array_unref);
  g_free (self);
}

/**
 * eh_history_changes_show:
 * @box: where to; what is in it goes
 * @workspace: a workspace with a project
 * @changes: (nullable): what a step changed
 *
 * Says what it was, each thing with what was before and after.
 */
void
eh_history_changes_show (GtkBox *box, EhWorkspace *workspace, const EhHistoryChanges *changes)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (changes == NULL)
    return;
  for (guint i = 0; changes->details != NULL && i < changes->details->len; i++)
    add_detail (box, workspace, changes->details->pdata[i]);
  if (changes->n_all > N_SHOWN) {
    guint n = changes->n_all - N_SHOWN;
    g_autofree char *rest = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "And %u more.", "And %u more.", n), n);

    add_label (box, rest, "eh-hint");
  }
}
