/* What a workshop needs on paper: chosen, looked at, printed or saved as a PDF. Slips get into the
 * project when they are printed or saved, not when they are looked at. */

#include "eh-print-window.h"

#include "eh-dataset-watch.h"
#include "eh-job-paper.h"
#include "eh-print-choices.h"
#include "eh-print-desk.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhPrintWindow {
  EhPrintDesk parent_instance;

  EhDatasetWatch *datasets;
  EhPrintChoices *choices;
  EhPaperKind kind; /* that is looked at */
};

G_DEFINE_FINAL_TYPE (EhPrintWindow, eh_print_window, EH_TYPE_PRINT_DESK)

static EhWorkspace *
workspace_of (EhPrintWindow *self)
{
  return eh_print_desk_get_workspace (EH_PRINT_DESK (self));
}

/* Names are also in what people typed: in a question, or in what was agreed. */
static gboolean
has_names (EhPrintDesk *desk, EhSheaf *sheaf, guint page)
{
  EhPrintWindow *self = EH_PRINT_WINDOW (desk);
  g_autofree char *words = eh_sheaf_text (sheaf, page);
  g_autofree char *without = eh_workspace_hide_names (workspace_of (self), words);

  return eh_paper_kind_has_names (self->kind) || !g_str_equal (words, without);
}

static char *
why_not (EhPrintDesk *desk)
{
  return eh_print_choices_get_why_not (EH_PRINT_WINDOW (desk)->choices);
}

/* What is not made yet is shown with its number, and gets a code when it is made. */
static GPtrArray *
slips_to_show (EhPrintWindow *self, EhId workshop_id)
{
  guint first = eh_print_choices_get_first (self->choices);
  guint count = eh_print_choices_get_count (self->choices);
  GPtrArray *slips = eh_job_paper_slips_there (eh_workspace_get_db (workspace_of (self)),
                                               workshop_id, first, count);

  for (guint i = slips->len; i < count; i++) {
    EhSlip *slip = eh_slip_new ();

    slip->number = first + i;
    eh_set_str (&slip->code, "·····");
    g_ptr_array_add (slips, slip);
  }
  return slips;
}

/* Returns: whether it can be made: slips are in the project from now on */
static gboolean
make_order (EhPrintWindow *self, EhPaperOrder *order)
{
  EhStore *store = eh_workspace_get_store (workspace_of (self));
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return FALSE;
  *order = eh_print_choices_get_order (self->choices);
  if (order->kind != EH_PAPER_SLIPS)
    return TRUE;
  order->slips = eh_job_paper_slips (store, order->workshop_id,
                                     eh_print_choices_get_first (self->choices),
                                     eh_print_choices_get_count (self->choices), &error);
  if (order->slips == NULL)
    eh_print_desk_fail (EH_PRINT_DESK (self), error);
  return order->slips != NULL;
}

static gboolean
make_to_look_at (EhPrintWindow *self,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  EhDataset *dataset = eh_dataset_watch_get_dataset (self->datasets);
  EhPaperOrder order = eh_print_choices_get_order (self->choices);

  if (dataset == NULL || eh_workspace_get_store (workspace_of (self)) == NULL ||
      (order.kind == EH_PAPER_SLIPS && order.workshop_id == EH_ID_NONE))
    return FALSE;
  if (order.kind == EH_PAPER_SLIPS)
    order.slips = slips_to_show (self, order.workshop_id);
  self->kind = order.kind;
  eh_job_paper_make_async (dataset, NULL, &order, cancellable, callback, user_data);
  g_clear_pointer (&order.slips, g_ptr_array_unref);
  return TRUE;
}

static gboolean
make_async (EhPrintDesk *desk,
            gboolean to_print,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  EhPrintWindow *self = EH_PRINT_WINDOW (desk);
  EhPaperOrder order = { 0 };

  if (!to_print)
    return make_to_look_at (self, cancellable, callback, user_data);
  if (!make_order (self, &order))
    return FALSE;
  eh_job_paper_make_async (NULL, eh_store_get_path (eh_workspace_get_store (workspace_of (self))),
                           &order, cancellable, callback, user_data);
  g_clear_pointer (&order.slips, g_ptr_array_unref);
  return TRUE;
}

static EhSheaf *
make_finish (EhPrintDesk *desk, GAsyncResult *result, GError **error)
{
  EhPaper *paper = eh_job_paper_make_finish (result, error);

  return paper != NULL ? eh_sheaf_of_paper (paper) : NULL;
}

static gboolean
save_async (EhPrintDesk *desk, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  EhPrintWindow *self = EH_PRINT_WINDOW (desk);
  EhPaperOrder order = { 0 };

  if (!make_order (self, &order))
    return FALSE;
  eh_job_paper_save_async (eh_store_get_path (eh_workspace_get_store (workspace_of (self))), &order,
                           file, NULL, callback, user_data);
  g_clear_pointer (&order.slips, g_ptr_array_unref);
  return TRUE;
}

static gboolean
save_finish (EhPrintDesk *desk, GAsyncResult *result, GError **error)
{
  return eh_job_paper_save_finish (result, error);
}

static void
chosen_cb (EhPrintWindow *self)
{
  eh_print_desk_chosen (EH_PRINT_DESK (self),
                        eh_print_choices_get_order (self->choices).kind != self->kind);
}

static void
loaded_cb (EhPrintWindow *self)
{
  EhWorkspace *workspace = workspace_of (self);

  if (workspace == NULL || eh_workspace_get_store (workspace) == NULL)
    return;
  eh_print_choices_refresh (self->choices);
  eh_print_desk_look (EH_PRINT_DESK (self));
}

static void
eh_print_window_class_init (EhPrintWindowClass *klass)
{
  EhPrintDeskClass *desk_class = EH_PRINT_DESK_CLASS (klass);

  desk_class->why_not = why_not;
  desk_class->make_async = make_async;
  desk_class->make_finish = make_finish;
  desk_class->save_async = save_async;
  desk_class->save_finish = save_finish;
  desk_class->has_names = has_names;
}

static void
eh_print_window_init (EhPrintWindow *self)
{
  self->kind = EH_PAPER_N_KINDS;
}

/**
 * eh_print_window_new:
 * @workspace: a workspace with a project
 * @parent: the window of the project
 *
 * Returns: (transfer none): a window that prints what a workshop needs; Escape closes it
 */
GtkWidget *
eh_print_window_new (EhWorkspace *workspace, GtkWindow *parent)
{
  EhPrintWindow *self = g_object_new (EH_TYPE_PRINT_WINDOW, "transient-for", parent,
                                      "destroy-with-parent", TRUE, "application",
                                      gtk_window_get_application (parent), "title", _ ("Print"),
                                      "default-width", 1000, "default-height", 760, NULL);

  eh_workspace_flush (workspace);
  self->datasets = eh_dataset_watch_of (workspace);
  self->choices = EH_PRINT_CHOICES (eh_print_choices_new (workspace));
  eh_print_desk_fill (EH_PRINT_DESK (self), workspace, GTK_WIDGET (self->choices));
  g_signal_connect_object (self->choices, "changed", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->datasets, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  eh_dataset_watch_want (self->datasets);
  return GTK_WIDGET (self);
}
