/* Overview: where the project stands, and what waits. */

#include "eh-overview-page.h"

#include "eh-page.h"
#include "eh-workspace.h"

#include "config.h"

#include <adwaita.h>

struct _EhOverviewPage {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  GtkWidget *body;
  GtkLabel *title;
};

enum {
  PROP_WORKSPACE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EhOverviewPage,
                               eh_overview_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EH_TYPE_PAGE, NULL))

static void
eh_overview_page_constructed (GObject *object)
{
  EhOverviewPage *self = EH_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (eh_overview_page_parent_class)->constructed (object);
  g_object_bind_property (self->workspace, "title", self->title, "label", G_BINDING_SYNC_CREATE);
}

static void
eh_overview_page_dispose (GObject *object)
{
  EhOverviewPage *self = EH_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_overview_page_parent_class)->dispose (object);
}

static void
eh_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EH_OVERVIEW_PAGE (object)->workspace = g_value_dup_object (value);
}

static void
eh_overview_page_class_init (EhOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eh_overview_page_constructed;
  object_class->dispose = eh_overview_page_dispose;
  object_class->set_property = eh_overview_page_set_property;
  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, EH_TYPE_WORKSPACE,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/evenhand/Evenhand/eh-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EhOverviewPage, body);
  gtk_widget_class_bind_template_child (widget_class, EhOverviewPage, title);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
eh_overview_page_init (EhOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
