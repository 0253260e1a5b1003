/* What is left of the activity, large and quiet: it says in words when the time is over, and never
 * flashes. A second that passes draws four digits anew and asks for no other size. */

#include "eh-session-timer.h"

#include "eh-fields.h"
#include "eh-text.h"
#include "eh-when-text.h"
#include "eh-wrap.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MINUTE (60 * (gint64) G_USEC_PER_SEC)

struct _EhSessionTimer {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhLiveSession *live;
  GtkWidget *box;
  GtkInscription *face;
  GtkLabel *words;
  GtkButton *toggle;
  GtkWidget *reset;
  char *shown;   /* what the words say */
  EhId told_of;  /* an activity whose end was announced */
  guint tick_id; /* while it goes and is in view */
};

G_DEFINE_FINAL_TYPE (EhSessionTimer, eh_session_timer, GTK_TYPE_WIDGET)

static char *
over_words (gint64 over)
{
  g_autofree char *length = eh_when_length (over / MINUTE);

  if (over < MINUTE)
    return g_strdup (_ ("Time is over"));
  /* TRANSLATORS: %s is a length of time, "3 minutes" */
  return g_strdup_printf (_ ("Time is over, by %s"), length);
}

static char *
words_of (const EhSessionClock *clock, gint64 now)
{
  gint64 all = clock->planned + clock->extra;
  gint64 left = eh_session_clock_left (clock, now);
  g_autofree char *length = eh_when_length (MAX (all, 0) / MINUTE);
  gboolean going = eh_session_clock_is_running (clock);

  if (all > 0 && left <= 0)
    return over_words (-left);
  if (all <= 0)
    return g_strdup (going ? _ ("gone by; no time is planned") : _ ("No time is planned"));
  if (going)
    /* TRANSLATORS: under a clock that counts down; %s is a length of time, "20 minutes" */
    return g_strdup_printf (_ ("left of %s"), length);
  if (clock->used > 0)
    /* TRANSLATORS: under a clock that stands; %s is a length of time, "20 minutes" */
    return g_strdup_printf (_ ("left of %s, paused"), length);
  /* TRANSLATORS: under a clock that has not begun; %s is a length of time, "20 minutes" */
  return g_strdup_printf (_ ("%s planned, not begun"), length);
}

/* Once for each activity, and in words. */
static void
tell_end (EhSessionTimer *self, const EhLiveActivity *went, gint64 now)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (went->clock.planned + went->clock.extra <= 0 ||
      eh_session_clock_left (&went->clock, now) > 0) {
    if (self->told_of == went->id)
      self->told_of = EH_ID_NONE;
    return;
  }
  if (self->told_of == went->id || !eh_session_clock_is_running (&went->clock))
    return;
  self->told_of = went->id;
  title = eh_text_isolate (eh_live_session_get_title (self->live));
  /* TRANSLATORS: %s is the title of an activity */
  text = g_strdup_printf (_ ("Time is over: %s"), title);
  eh_workspace_announce (self->workspace, text);
}

static void look (EhSessionTimer *self);

static gboolean
tick_cb (gpointer data)
{
  EhSessionTimer *self = data;

  self->tick_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
look (EhSessionTimer *self)
{
  const EhLiveActivity *went = eh_live_session_look (self->live,
                                                     eh_live_session_get_activity_id (self->live));
  gint64 now = g_get_real_time ();
  g_autofree char *face = NULL;
  g_autofree char *words = NULL;
  gint64 next;

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (went == NULL)
    return;
  face = eh_session_clock_face (&went->clock, now);
  words = words_of (&went->clock, now);
  gtk_inscription_set_text (self->face, face);
  if (eh_set_str (&self->shown, words))
    gtk_label_set_label (self->words, words);
  tell_end (self, went, now);
  next = eh_session_clock_next (&went->clock, now);
  if (next >= 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick_id = g_timeout_add ((guint) (next / 1000) + 1, tick_cb, self);
}

static void
clock_cb (EhSessionTimer *self)
{
  const EhLiveActivity *went = eh_live_session_look (self->live,
                                                     eh_live_session_get_activity_id (self->live));
  gboolean going = went != NULL && eh_session_clock_is_running (&went->clock);
  gboolean begun = went != NULL && (went->clock.used > 0 || going);

  gtk_widget_set_visible (GTK_WIDGET (self), went != NULL);
  gtk_button_set_label (self->toggle, going ? _ ("_Pause") : begun ? _ ("_Go On") : _ ("_Start"));
  if (going)
    gtk_widget_remove_css_class (GTK_WIDGET (self->toggle), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "suggested-action");
  gtk_widget_set_sensitive (self->reset, begun);
  look (self);
}

static void
more_cb (EhSessionTimer *self)
{
  eh_live_session_add_minutes (self->live, 1);
}

static void
reset_cb (EhSessionTimer *self)
{
  eh_live_session_reset_clock (self->live);
}

static void
eh_session_timer_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (eh_session_timer_parent_class)->map (widget);
  look (EH_SESSION_TIMER (widget));
}

static void
eh_session_timer_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&EH_SESSION_TIMER (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (eh_session_timer_parent_class)->unmap (widget);
}

static void
eh_session_timer_dispose (GObject *object)
{
  EhSessionTimer *self = EH_SESSION_TIMER (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->live);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_session_timer_parent_class)->dispose (object);
}

static void
eh_session_timer_finalize (GObject *object)
{
  g_free (EH_SESSION_TIMER (object)->shown);
  G_OBJECT_CLASS (eh_session_timer_parent_class)->finalize (object);
}

static void
eh_session_timer_class_init (EhSessionTimerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eh_session_timer_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_session_timer_finalize;
  widget_class->map = eh_session_timer_map;
  widget_class->unmap = eh_session_timer_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_button (GtkWidget *buttons, const char *label, const char *tip)
{
  GtkWidget *button = eh_fields_pill (label);

  gtk_widget_set_tooltip_text (button, tip);
  eh_wrap_append (EH_WRAP (buttons), button);
  return button;
}

static void
eh_session_timer_init (EhSessionTimer *self)
{
  GtkWidget *buttons = eh_wrap_new (8);
  GtkWidget *more = NULL;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->face = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  self->words = GTK_LABEL (eh_fields_words (NULL, "eh-clock-words"));
  gtk_inscription_set_min_chars (self->face, 4);
  gtk_inscription_set_nat_chars (self->face, 6);
  gtk_inscription_set_xalign (self->face, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->face), "eh-clock");
  self->toggle = GTK_BUTTON (add_button (buttons, _ ("_Start"), _ ("Start or pause (F3)")));
  more = add_button (buttons, _ ("+1 _Minute"), _ ("One minute more today (F4)"));
  self->reset = add_button (buttons, _ ("_Reset"), _ ("All of its time again"));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->face));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_widget_set_margin_top (buttons, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->toggle, "clicked", G_CALLBACK (eh_session_timer_toggle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
}

/**
 * eh_session_timer_set_workspace:
 * @self: a timer that has none
 * @workspace: a workspace with a project
 */
void
eh_session_timer_set_workspace (EhSessionTimer *self, EhWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  self->live = g_object_ref (eh_workspace_get_live (workspace));
  g_signal_connect_object (self->live, "clock-changed", G_CALLBACK (clock_cb), self,
                           G_CONNECT_SWAPPED);
  clock_cb (self);
}

/**
 * eh_session_timer_toggle:
 * @self: a timer
 *
 * Starts the clock, or has it stand still, and says which.
 */
void
eh_session_timer_toggle (EhSessionTimer *self)
{
  const EhLiveActivity *went = eh_live_session_look (self->live,
                                                     eh_live_session_get_activity_id (self->live));

  if (went == NULL)
    return;
  if (eh_session_clock_is_running (&went->clock)) {
    eh_live_session_pause_clock (self->live);
    eh_workspace_announce (self->workspace, _ ("The clock is paused"));
  } else {
    eh_live_session_start_clock (self->live);
    eh_workspace_announce (self->workspace, _ ("The clock is going"));
  }
}
