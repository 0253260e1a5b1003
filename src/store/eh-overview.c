#include "eh-overview.h"

#include "eh-db.h"

/**
 * eh_overview_load:
 * @db: a connection
 * @self: (out caller-allocates): the counts
 */
void
eh_overview_load (EhDb *db, EhOverview *self)
{
  static const struct {
    gsize offset;
    const char *sql;
  } counts[] = {
    { G_STRUCT_OFFSET (EhOverview, n_workshops), "SELECT count(*) FROM workshop" },
    { G_STRUCT_OFFSET (EhOverview, n_people), "SELECT count(*) FROM participant" },
    { G_STRUCT_OFFSET (EhOverview, n_insights), "SELECT count(*) FROM insight" },
    { G_STRUCT_OFFSET (EhOverview, n_resources), "SELECT count(*) FROM resource" },
    { G_STRUCT_OFFSET (EhOverview, n_recommendations),
      "SELECT count(*) FROM block WHERE kind = 'recommendation'" },
    { G_STRUCT_OFFSET (EhOverview, n_blocks), "SELECT count(*) FROM block" },
    { G_STRUCT_OFFSET (EhOverview, n_unmapped),
      "SELECT (SELECT count(*) FROM insight) - (SELECT count(DISTINCT insight_id) FROM mapping)" },
    { G_STRUCT_OFFSET (EhOverview, n_unnamed),
      "SELECT count(*) FROM insight i WHERE role_group_id IS NULL"
      " AND NOT EXISTS (SELECT 1 FROM contributor c WHERE c.insight_id = i.id)" },
    { G_STRUCT_OFFSET (EhOverview, n_untraced),
      "SELECT count(*) FROM block b WHERE kind = 'recommendation'"
      " AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.block_id = b.id AND e.stance <> 'disagrees')" },
    { G_STRUCT_OFFSET (EhOverview, n_unused),
      "SELECT (SELECT count(*) FROM insight) - (SELECT count(DISTINCT insight_id) FROM evidence)" },
    { G_STRUCT_OFFSET (EhOverview, n_no_consent),
      "SELECT count(*) FROM participant p LEFT JOIN consent c ON c.id = p.id"
      " WHERE p.withdrawal = 'none' AND coalesce (c.take_part, 'unknown') = 'unknown'" },
    { G_STRUCT_OFFSET (EhOverview, n_no_credit),
      "SELECT count(*) FROM participant WHERE credit = 'ask' AND withdrawal = 'none'" },
    { G_STRUCT_OFFSET (EhOverview, n_silent),
      "SELECT count(*) FROM participant p LEFT JOIN role_group g ON g.id = p.role_group_id"
      " WHERE coalesce (g.in_voice, 1) = 1 AND p.withdrawal = 'none'"
      " AND NOT EXISTS (SELECT 1 FROM contributor c WHERE c.participant_id = p.id)" },
    { G_STRUCT_OFFSET (EhOverview, n_untold),
      "SELECT count(*) FROM participant p LEFT JOIN consent c ON c.id = p.id"
      " WHERE p.withdrawal = 'none' AND coalesce (c.contact_after, 'unknown') <> 'none'"
      " AND coalesce (c.take_part, 'unknown') <> 'no'"
      " AND EXISTS (SELECT 1 FROM insight)"
      " AND NOT EXISTS (SELECT 1 FROM told t WHERE t.participant_id = p.id)" },
    { G_STRUCT_OFFSET (EhOverview, n_told), "SELECT count(*) FROM told" },
    { G_STRUCT_OFFSET (EhOverview, n_days_since),
      "SELECT coalesce (cast (julianday (date ('now', 'localtime')) - julianday (max (date))"
      " AS INTEGER), 0) FROM workshop WHERE date (date) = date"
      " AND date <= date ('now', 'localtime')" },
    { G_STRUCT_OFFSET (EhOverview, n_withdrawn),
      "SELECT count(*) FROM participant WHERE withdrawal <> 'none'" },
    { G_STRUCT_OFFSET (EhOverview, n_needs_open),
      "SELECT count(*) FROM access_need WHERE status = 'asked'" },
    { G_STRUCT_OFFSET (EhOverview, n_needs_overdue),
      "SELECT count(*) FROM access_need WHERE date (delete_after) = delete_after"
      " AND delete_after < date ('now', 'localtime')" },
    { G_STRUCT_OFFSET (EhOverview, n_needs_soon),
      "SELECT count(*) FROM access_need WHERE date (delete_after) = delete_after"
      " AND delete_after BETWEEN date ('now', 'localtime')"
      " AND date ('now', 'localtime', '+7 days')" },
    { G_STRUCT_OFFSET (EhOverview, n_needs_early),
      "SELECT count(*) FROM access_need WHERE date (delete_after) = delete_after"
      " AND delete_after >= date ('now', 'localtime')"
      " AND delete_after < (SELECT max (date) FROM workshop WHERE date (date) = date)" },
    { G_STRUCT_OFFSET (EhOverview, n_needs_late),
      "SELECT count(*) FROM access_need n WHERE n.status = 'asked' AND n.lead_days > 0"
      " AND EXISTS (SELECT 1 FROM workshop w WHERE w.date >= date ('now', 'localtime')"
      " AND date (w.date, '-' || n.lead_days || ' days') < date ('now', 'localtime')"
      " AND (EXISTS (SELECT 1 FROM invitation i WHERE i.workshop_id = w.id"
      " AND i.participant_id = n.participant_id AND i.reply <> 'no')"
      " OR EXISTS (SELECT 1 FROM attendance a WHERE a.workshop_id = w.id"
      " AND a.participant_id = n.participant_id AND a.status NOT IN ('apologies', 'absent'))))" },
    { G_STRUCT_OFFSET (EhOverview, n_promises_open),
      "SELECT count(*) FROM promise WHERE state = 'open'" },
    { G_STRUCT_OFFSET (EhOverview, n_promises_overdue),
      "SELECT count(*) FROM promise WHERE state = 'open' AND due <> ''"
      " AND due < date ('now', 'localtime')" },
    { G_STRUCT_OFFSET (EhOverview, n_payments_waiting),
      "SELECT count(*) FROM payment WHERE claimed_on <> '' AND paid_on = ''" },
    { G_STRUCT_OFFSET (EhOverview, n_received_waiting),
      "SELECT count(*) FROM received r WHERE state = 'waiting'"
      " AND NOT EXISTS (SELECT 1 FROM insight i WHERE i.id = r.insight_id)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    *(gint64 *) (gpointer) ((char *) self + counts[i].offset) = eh_db_value (db, counts[i].sql, 0);
}

/**
 * eh_overview_workshop:
 * @db: a connection
 * @filter: "needs-late", "promises-overdue" or "payments-waiting"
 *
 * Returns: the first workshop in which something of that kind waits, or none
 */
EhId
eh_overview_workshop (EhDb *db, const char *filter)
{
  const char *sql = "SELECT workshop_id FROM payment WHERE claimed_on <> '' AND paid_on = ''"
                    " AND workshop_id IS NOT NULL ORDER BY claimed_on LIMIT 1";

  if (g_str_equal (filter, "promises-overdue"))
    sql = "SELECT workshop_id FROM promise WHERE state = 'open' AND due <> ''"
          " AND due < date ('now', 'localtime') AND workshop_id IS NOT NULL ORDER BY due LIMIT 1";
  else if (g_str_equal (filter, "needs-late"))
    sql = "SELECT id FROM workshop WHERE date >= date ('now', 'localtime') ORDER BY date LIMIT 1";
  return eh_db_value (db, sql, EH_ID_NONE);
}
