/* What the window says above the places, until it is over or closed: what is being done, what went
 * wrong, and what there is to know about how the project was opened. */

#include "eh-notices.h"

#include "eh-banner.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* What is over in a moment is not worth a word. */
#define SHOW_WORKING_MS 400

struct _EhNotices {
  GtkBox parent_instance;

  EhWorkspace *workspace;
  EhSession *session;
  EhBanner *working;
  EhBanner *problem;
  EhBanner *news;
  guint timer;
};

G_DEFINE_FINAL_TYPE (EhNotices, eh_notices, GTK_TYPE_BOX)

static gboolean
show_working_cb (gpointer data)
{
  EhNotices *self = data;

  self->timer = 0;
  g_object_set (self->working, "text", eh_workspace_get_working (self->workspace), NULL);
  eh_workspace_announce (self->workspace, eh_workspace_get_working (self->workspace));
  return G_SOURCE_REMOVE;
}

static void
working_cb (EhNotices *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (eh_workspace_get_working (self->workspace) != NULL)
    self->timer = g_timeout_add (SHOW_WORKING_MS, show_working_cb, self);
  else
    g_object_set (self->working, "text", NULL, NULL);
}

/* A question stays until it is answered. */
static void
problem_cb (EhNotices *self)
{
  gboolean asks = eh_session_has_question (self->session);
  g_autofree char *text = eh_workspace_hide_names (self->workspace,
                                                   eh_workspace_get_problem (self->workspace));

  eh_banner_set_action (self->problem, asks ? _ ("_Look at Both…") : NULL, "win.look-at-both");
  g_object_set (self->problem, "text", text, "closable", !asks, NULL);
}

/* What was said before names were hidden may hold some. */
static void
room_display_cb (EhNotices *self)
{
  problem_cb (self);
  if (eh_workspace_get_room_display (self->workspace))
    eh_notices_set_news (self, NULL);
}

static void
problem_closed_cb (EhNotices *self)
{
  eh_workspace_set_problem (self->workspace, NULL);
}

static void
news_closed_cb (EhNotices *self)
{
  eh_notices_set_news (self, NULL);
}

static void
eh_notices_dispose (GObject *object)
{
  EhNotices *self = EH_NOTICES (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (eh_notices_parent_class)->dispose (object);
}

static void
eh_notices_class_init (EhNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_notices_dispose;
}

static EhBanner *
add_banner (EhNotices *self)
{
  GtkWidget *banner = g_object_new (EH_TYPE_BANNER, NULL);

  gtk_box_append (GTK_BOX (self), banner);
  return EH_BANNER (banner);
}

static void
eh_notices_init (EhNotices *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->working = add_banner (self);
  self->problem = add_banner (self);
  self->news = add_banner (self);
  g_object_set (self->working, "closable", FALSE, NULL);
  eh_banner_set_action (self->working, _ ("_Stop"), "win.stop");
  g_signal_connect_object (self->problem, "closed", G_CALLBACK (problem_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->news, "closed", G_CALLBACK (news_closed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_notices_set_session:
 * @self: notices
 * @workspace: what says what went wrong
 * @session: what asks
 *
 * To be called once.
 */
void
eh_notices_set_session (EhNotices *self, EhWorkspace *workspace, EhSession *session)
{
  self->workspace = g_object_ref (workspace);
  self->session = g_object_ref (session);
  g_signal_connect_object (workspace, "notify::working", G_CALLBACK (working_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::problem", G_CALLBACK (problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (room_display_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * eh_notices_set_news:
 * @self: notices
 * @text: (nullable): what there is to know; %NULL for nothing
 */
void
eh_notices_set_news (EhNotices *self, const char *text)
{
  g_object_set (self->news, "text", text, NULL);
}

/**
 * eh_notices_add_news:
 * @self: notices
 * @text: what there is to know as well, if what is there has not been read yet
 */
void
eh_notices_add_news (EhNotices *self, const char *text)
{
  g_autofree char *news = NULL;
  g_autofree char *both = NULL;

  g_object_get (self->news, "text", &news, NULL);
  both = eh_text_is_blank (news) ? g_strdup (text) : g_strconcat (news, "\n", text, NULL);
  eh_notices_set_news (self, both);
}
