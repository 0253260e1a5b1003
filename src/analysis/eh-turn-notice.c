/* Who has not been heard yet, by table: a reminder for whoever leads the session. It says how many
 * and never who, and nothing at all where nobody counts turns. */

#include "eh-turn-notice.h"

#include "eh-text.h"

#define MINUTE          (60 * (gint64) G_USEC_PER_SEC)
#define DEFAULT_MINUTES 20

/**
 * eh_attendance_is_here:
 * @self: an attendance
 *
 * Returns: whether the person is in the room, or on the screen, now
 */
gboolean
eh_attendance_is_here (const EhAttendance *self)
{
  return self->status == EH_PRESENCE_PRESENT || self->status == EH_PRESENCE_PART ||
         self->status == EH_PRESENCE_REMOTE;
}

/**
 * eh_turn_notice_after:
 * @minutes: how long the activity shall take; 0 when that is not fixed
 *
 * Returns: after how many microseconds it is time to look who has not spoken: a third of the
 *   activity, and never more than 20 minutes
 */
gint64
eh_turn_notice_after (gint64 minutes)
{
  const gint64 most = DEFAULT_MINUTES * MINUTE;

  return minutes > 0 ? MIN (minutes * MINUTE / 3, most) : most;
}

static void
notice_free (gpointer data)
{
  EhTurnNotice *notice = data;

  g_free (notice->table);
  g_free (notice);
}

/* The one with most silent people comes first, then by the name of the table. */
static int
by_silence (gconstpointer a, gconstpointer b)
{
  const EhTurnNotice *one = *(const EhTurnNotice *const *) a;
  const EhTurnNotice *other = *(const EhTurnNotice *const *) b;

  if (one->silent != other->silent)
    return one->silent > other->silent ? -1 : 1;
  return g_strcmp0 (one->table, other->table);
}

static EhTurnNotice *
table_of (GPtrArray *tables, const char *label)
{
  g_autofree char *clean = eh_text_clean_line (label);
  EhTurnNotice *table = NULL;

  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (((EhTurnNotice *) tables->pdata[i])->table, clean))
      return tables->pdata[i];
  table = g_new0 (EhTurnNotice, 1);
  table->table = g_steal_pointer (&clean);
  g_ptr_array_add (tables, table);
  return table;
}

/**
 * eh_turn_notices:
 * @attendances: (element-type EhAttendance): of one workshop
 * @turns: (element-type EhId guint): how many turns each person took in the activity; whoever took
 *   none need not be in it
 * @rule: when there is something to say
 *
 * Nobody is spoken of before the time has come, at a table of fewer than %EH_TURN_LEAST people, or
 * where no turn was counted at all: then the counter is not in use. While each table talks by
 * itself, that holds for each table.
 *
 * Returns: (transfer full) (element-type EhTurnNotice): what there is to say, the most silent table
 *   first
 */
GPtrArray *
eh_turn_notices (GPtrArray *attendances, GHashTable *turns, const EhTurnRule *rule)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (notice_free);
  gboolean counted = FALSE;

  for (guint i = 0; i < attendances->len && rule->passed >= rule->after; i++) {
    const EhAttendance *attendance = attendances->pdata[i];
    EhTurnNotice *table = NULL;

    if (!eh_attendance_is_here (attendance))
      continue;
    table = table_of (tables, attendance->table_label);
    table->here++;
    if (GPOINTER_TO_UINT (g_hash_table_lookup (turns, &attendance->participant_id)) == 0)
      table->silent++;
    else
      counted = TRUE;
  }
  for (guint i = tables->len; i > 0; i--) {
    const EhTurnNotice *table = tables->pdata[i - 1];
    gboolean in_use = rule->small_groups ? table->silent < table->here : counted;

    if (!in_use || table->here < EH_TURN_LEAST || table->silent < MAX (rule->least_silent, 1))
      g_ptr_array_remove_index (tables, i - 1);
  }
  g_ptr_array_sort (tables, by_silence);
  return tables;
}
