/* What is said of those who have not spoken yet, and when nothing is. */

#include "eh-turn-notice.h"

#include "eh-text.h"

#define MINUTE (60 * (gint64) G_USEC_PER_SEC)

typedef struct {
  const char *name;
  /* A letter for each person: their table; upper case has spoken, "." has left, "-" and "+" sit at
   * no table, "+" has spoken. */
  const char *room;
  gint64 passed;
  gboolean small_groups;
  guint least_silent;
  const char *said; /* "b3/4 a1/4": table, silent of those who are here */
} Case;

static const Case cases[] = {
  { "nobody", "", 20, FALSE, 1, "" },
  { "too early", "aaaA", 19, FALSE, 1, "" },
  { "in time", "aaaA", 20, FALSE, 1, "a3/4" },
  { "all have spoken", "AAA", 60, FALSE, 1, "" },
  { "not in use", "aaaabbbb", 60, FALSE, 1, "" },
  { "a table that is silent in a plenary", "AAAbbb", 20, FALSE, 1, "b3/3" },
  { "a table that nobody counts", "AAabbb", 20, TRUE, 1, "a1/3" },
  { "too few at a table", "Aabb", 20, FALSE, 1, "" },
  { "the most silent first", "AaaBbbb", 20, TRUE, 1, "b3/4 a2/3" },
  { "as silent, by name", "BbbAaa", 20, TRUE, 1, "a2/3 b2/3" },
  { "one alone is not pointed at", "AAaBbb", 20, FALSE, 2, "b2/3" },
  { "no tables", "--+-", 20, FALSE, 1, "3/4" },
  { "some at no table", "AAa--+", 20, FALSE, 1, "2/3 a1/3" },
  { "who has left is not missed", "AA..", 20, FALSE, 1, "" },
};

static EhAttendance *
somebody (EhId id, char table)
{
  EhAttendance *self = eh_attendance_new ();
  const char label[] = { g_ascii_tolower (table), '\0' };

  self->participant_id = id;
  self->status = table == '.' ? EH_PRESENCE_LEFT_EARLY : EH_PRESENCE_PRESENT;
  if (g_ascii_isalpha (table))
    eh_set_str (&self->table_label, label);
  return self;
}

static void
says (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) room = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_attendance_free);
  g_autoptr (GHashTable) turns = g_hash_table_new (eh_id_hash, eh_id_equal);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GPtrArray) notices = NULL;
  const EhTurnRule rule = { c->passed * MINUTE, 20 * MINUTE, c->small_groups, c->least_silent };

  for (guint i = 0; c->room[i] != '\0'; i++) {
    EhAttendance *one = somebody (i + 1, c->room[i]);

    g_ptr_array_add (room, one);
    if (g_ascii_isupper (c->room[i]) || c->room[i] == '+')
      g_hash_table_insert (turns, &one->participant_id, GUINT_TO_POINTER (2));
  }
  notices = eh_turn_notices (room, turns, &rule);
  for (guint i = 0; i < notices->len; i++) {
    const EhTurnNotice *notice = notices->pdata[i];

    g_string_append_printf (said, "%s%s%u/%u", i > 0 ? " " : "", notice->table, notice->silent,
                            notice->here);
  }
  g_assert_cmpstr (said->str, ==, c->said);
}

static void
waits (void)
{
  g_assert_cmpint (eh_turn_notice_after (0), ==, 20 * MINUTE);
  g_assert_cmpint (eh_turn_notice_after (15), ==, 5 * MINUTE);
  g_assert_cmpint (eh_turn_notice_after (60), ==, 20 * MINUTE);
  g_assert_cmpint (eh_turn_notice_after (180), ==, 20 * MINUTE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/turn-notice/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], says);
  }
  g_test_add_func ("/turn-notice/when", waits);
  return g_test_run ();
}
