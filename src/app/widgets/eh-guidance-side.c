/* What stands beside the text of a guidance, one at a time: what the part at hand rests on, what
 * was said and is not in it, comments, versions, the outline. */

#include "eh-guidance-side.h"

#include "eh-comments-pane.h"
#include "eh-evidence-pane.h"
#include "eh-outline.h"
#include "eh-pages-pane.h"
#include "eh-sections.h"
#include "eh-use-pane.h"
#include "eh-versions-pane.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _EhGuidanceSide {
  GtkWidget parent_instance;

  GtkWidget *box;
  EhSections *sections;
  GtkStack *stack;
  EhEvidencePane *evidence;
  EhUsePane *use;
  EhCommentsPane *comments;
  EhVersionsPane *versions;
  EhPagesPane *pages;
  EhOutline *outline;
};

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EhGuidanceSide, eh_guidance_side, GTK_TYPE_WIDGET)

static void
eh_guidance_side_dispose (GObject *object)
{
  g_clear_pointer (&EH_GUIDANCE_SIDE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (eh_guidance_side_parent_class)->dispose (object);
}

static void
eh_guidance_side_class_init (EhGuidanceSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_guidance_side_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (EH_TYPE_SECTIONS);
  /**
   * EhGuidanceSide::chosen:
   * @block_id: the block that somebody wants to go to
   */
  signals[CHOSEN] = g_signal_new ("chosen", EH_TYPE_GUIDANCE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
chosen_cb (GtkWidget *widget, gint64 block_id, EhGuidanceSide *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, block_id);
}

static void
add_page (EhGuidanceSide *self, GtkWidget *page, const char *name, const char *title)
{
  gtk_stack_add_titled (self->stack, page, name, title);
}

static void
eh_guidance_side_init (EhGuidanceSide *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->evidence = g_object_new (EH_TYPE_EVIDENCE_PANE, NULL);
  self->use = g_object_new (EH_TYPE_USE_PANE, NULL);
  self->comments = g_object_new (EH_TYPE_COMMENTS_PANE, NULL);
  self->versions = g_object_new (EH_TYPE_VERSIONS_PANE, NULL);
  self->pages = EH_PAGES_PANE (eh_pages_pane_new (FALSE));
  self->outline = EH_OUTLINE (eh_outline_new ());
  add_page (self, GTK_WIDGET (self->evidence), "evidence", _ ("Evidence"));
  add_page (self, GTK_WIDGET (self->use), "use", _ ("What was said"));
  add_page (self, GTK_WIDGET (self->comments), "comments", _ ("Comments"));
  add_page (self, GTK_WIDGET (self->pages), "pages", _ ("Pages"));
  add_page (self, GTK_WIDGET (self->versions), "versions", _ ("Versions"));
  add_page (self, GTK_WIDGET (self->outline), "outline", _ ("Outline"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->sections = g_object_new (EH_TYPE_SECTIONS, NULL);
  gtk_widget_set_margin_top (GTK_WIDGET (self->sections), 9);
  gtk_widget_set_margin_start (GTK_WIDGET (self->sections), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->sections), 18);
  eh_sections_set_stack (self->sections, self->stack);
  eh_sections_set_name (self->sections, _ ("Beside the text"));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->sections));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->outline, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->comments, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_DEFAULT);
}

/**
 * eh_guidance_side_set_doc:
 * @self: what stands beside
 * @doc: the guidance
 */
void
eh_guidance_side_set_doc (EhGuidanceSide *self, EhGuidanceDoc *doc)
{
  eh_evidence_pane_set_doc (self->evidence, doc);
  eh_use_pane_set_doc (self->use, doc);
  eh_comments_pane_set_doc (self->comments, doc);
  eh_versions_pane_set_doc (self->versions, doc);
  eh_pages_pane_set_doc (self->pages, doc);
  eh_outline_set_doc (self->outline, doc);
}

/**
 * eh_guidance_side_set_block:
 * @self: what stands beside
 * @block_id: the block at hand, or none
 */
void
eh_guidance_side_set_block (EhGuidanceSide *self, EhId block_id)
{
  eh_evidence_pane_set_block (self->evidence, block_id);
  eh_use_pane_set_block (self->use, block_id);
  eh_comments_pane_set_block (self->comments, block_id);
  eh_pages_pane_set_block (self->pages, block_id);
}

/**
 * eh_guidance_side_show:
 * @self: what stands beside
 * @name: which: "evidence", "use", "comments", "pages", "versions",
 * "outline"
 * @focus: whether the keyboard goes there
 */
void
eh_guidance_side_show (EhGuidanceSide *self, const char *name, gboolean focus)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  if (page == NULL)
    return;
  gtk_stack_set_visible_child (self->stack, page);
  if (!focus)
    return;
  if (page == GTK_WIDGET (self->evidence))
    eh_evidence_pane_focus_search (self->evidence);
  else
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}
