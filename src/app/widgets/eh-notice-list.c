/* Gentle notices while a workshop runs: who has not been heard yet, by table. They wait beside what
 * is going on until they are put away or no longer true, and are read aloud once. */

#include "eh-notice-list.h"

#include "eh-fields.h"
#include "eh-text.h"
#include "eh-turn-board.h"
#include "eh-turn-notice.h"
#include "eh-turns.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Of several tables at once; more would be a wall of words. */
#define MAX_SHOWN 3

struct _EhNoticeList {
  GtkWidget parent_instance;

  EhWorkspace *workspace;
  EhLiveSession *live;
  GtkWidget *box;
  GHashTable *told; /* of activity and table, as text: what was read aloud */
  guint look_id;    /* looks again when the time has come */
};

G_DEFINE_FINAL_TYPE (EhNoticeList, eh_notice_list, GTK_TYPE_WIDGET)

static void look (EhNoticeList *self);

static char *
sentence_of (const EhTurnNotice *notice)
{
  g_autofree char *many = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u person has not spoken yet", "%u people have not spoken yet",
                   notice->silent),
      notice->silent);
  g_autofree char *table = NULL;

  if (*notice->table == '\0')
    return g_steal_pointer (&many);
  table = eh_turn_board_table_name (notice->table);
  /* TRANSLATORS: a table, and how many there have not spoken: "Table 2: 3 people have not spoken
   * yet"
   */
  return g_strdup_printf (_ ("%1$s: %2$s"), table, many);
}

static void
dismiss_cb (GtkWidget *button, EhNoticeList *self)
{
  g_autofree char *table = g_strdup (g_object_get_data (G_OBJECT (button), "table"));

  eh_live_session_dismiss (self->live, table);
}

static void
add_notice (EhNoticeList *self, const EhTurnNotice *notice)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text = sentence_of (notice);
  GtkWidget *words = eh_fields_words (text, "eh-body");
  GtkWidget *close = eh_fields_icon_button ("window-close-symbolic", _ ("Put This Notice Away"));
  g_autofree char *key = g_strdup_printf (
      "%" G_GINT64_FORMAT "/%s", eh_live_session_get_activity_id (self->live), notice->table);

  g_object_set_data_full (G_OBJECT (close), "table", g_strdup (notice->table), g_free);
  g_signal_connect_object (close, "clicked", G_CALLBACK (dismiss_cb), self, 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "eh-notice");
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), close);
  gtk_box_append (GTK_BOX (self->box), row);
  if (g_hash_table_add (self->told, g_steal_pointer (&key)))
    eh_workspace_announce (self->workspace, text);
}

static void
show (EhNoticeList *self, const EhTurnRule *rule)
{
  EhDb *db = eh_workspace_get_db (self->workspace);
  EhId workshop = eh_live_session_get_workshop_id (self->live);
  g_autoptr (GPtrArray) room = eh_reader_list_of (db, &eh_attendance_row_type, "workshop_id",
                                                  workshop);
  g_autoptr (GHashTable) turns = eh_turns_count (db, workshop,
                                                 eh_live_session_get_activity_id (self->live));
  g_autoptr (GPtrArray) notices = eh_turn_notices (room, turns, rule);
  guint shown = 0;

  for (guint i = 0; i < notices->len && shown < MAX_SHOWN; i++) {
    const EhTurnNotice *notice = notices->pdata[i];

    if (eh_live_session_is_dismissed (self->live, notice->table))
      continue;
    add_notice (self, notice);
    shown++;
  }
  gtk_widget_set_visible (GTK_WIDGET (self), shown > 0);
}

static gboolean
look_cb (gpointer data)
{
  EhNoticeList *self = data;

  self->look_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* A test does not wait twenty minutes. */
static gint64
after (const EhActivity *activity)
{
  const char *seconds = g_getenv ("EVENHAND_NOTICE_SECONDS");

  return seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) * G_USEC_PER_SEC
                         : eh_turn_notice_after (activity->minutes);
}

static void
look (EhNoticeList *self)
{
  const EhActivity *activity = eh_live_session_get_activity (self->live);
  const EhLiveActivity *went = NULL;
  EhTurnRule rule = { 0 };
  GtkWidget *row = NULL;

  g_clear_handle_id (&self->look_id, g_source_remove);
  while ((row = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), row);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (activity == NULL || activity->method == EH_METHOD_BREAK)
    return;
  went = eh_live_session_look (self->live, activity->id);
  rule.passed = eh_session_clock_passed (&went->clock, g_get_real_time ());
  rule.after = after (activity);
  rule.small_groups = activity->small_groups;
  rule.least_silent = eh_workspace_get_room_display (self->workspace) ? 2 : 1;
  if (rule.passed >= rule.after)
    show (self, &rule);
  else if (eh_session_clock_is_running (&went->clock))
    self->look_id = g_timeout_add ((guint) ((rule.after - rule.passed) / 1000) + 1, look_cb, self);
}

static void
changed_cb (EhWorkspace *workspace, GArray *changes, EhNoticeList *self)
{
  if (eh_live_session_is_on (self->live) && (eh_changes_touch (changes, &eh_turn_row_type) ||
                                             eh_changes_touch (changes, &eh_attendance_row_type)))
    look (self);
}

static void
eh_notice_list_dispose (GObject *object)
{
  EhNoticeList *self = EH_NOTICE_LIST (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->live);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (eh_notice_list_parent_class)->dispose (object);
}

static void
eh_notice_list_finalize (GObject *object)
{
  g_hash_table_unref (EH_NOTICE_LIST (object)->told);
  G_OBJECT_CLASS (eh_notice_list_parent_class)->finalize (object);
}

static void
eh_notice_list_class_init (EhNoticeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eh_notice_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = eh_notice_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
eh_notice_list_init (EhNoticeList *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * eh_notice_list_set_workspace:
 * @self: a list that has none
 * @workspace: a workspace with a project
 */
void
eh_notice_list_set_workspace (EhNoticeList *self, EhWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  self->live = g_object_ref (eh_workspace_get_live (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (workspace, "notify::room-display", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "clock-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "round-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
}
