/* What a list shows of one insight: a handful of look-ups by key, some tens of microseconds, so
 * that a list reads a card when it scrolls into sight and holds no other. */

#include "eh-insight-card.h"

#include "config.h"
#include "eh-db.h"
#include "eh-row-store.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static void
card_person_free (EhCardPerson *self)
{
  g_free (self->name);
  g_free (self->role);
  g_free (self->group_label);
  g_free (self);
}

static void
card_category_free (EhCardCategory *self)
{
  g_free (self->label);
  g_free (self->top_label);
  g_free (self);
}

void
eh_insight_card_free (EhInsightCard *self)
{
  if (self == NULL)
    return;
  eh_insight_free (self->insight);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->categories);
  g_free (self->group_label);
  g_free (self->workshop_title);
  g_free (self);
}

static void
load_people (EhDb *db, EhInsightCard *card)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT p.id, p.name, CASE WHEN p.role = '' OR c.speaking_as <> p.role_group_id"
          " THEN coalesce (g.singular, '') ELSE p.role END,"
          " coalesce (g.label, ''), coalesce (g.slot, -1)"
          " FROM contributor c JOIN participant p ON p.id = c.participant_id"
          " LEFT JOIN role_group g ON g.id = coalesce (c.speaking_as, p.role_group_id)"
          " WHERE c.insight_id = ? ORDER BY p.name");

  eh_stmt_bind_id (&s, card->insight->id);
  while (eh_stmt_step (&s)) {
    EhCardPerson *person = g_new0 (EhCardPerson, 1);

    person->id = eh_stmt_int (&s, 0);
    person->name = eh_stmt_dup_text (&s, 1);
    if (eh_text_is_blank (person->name))
      eh_set_str (&person->name, _ ("Name removed"));
    person->role = eh_stmt_dup_text (&s, 2);
    person->group_label = eh_stmt_dup_text (&s, 3);
    person->group_slot = (int) eh_stmt_int (&s, 4);
    g_ptr_array_add (card->people, person);
  }
  eh_stmt_finish (&s, NULL);
}

static void
load_categories (EhDb *db, EhInsightCard *card)
{
  EhStmt s = eh_db_prepare (
      db,
      "WITH RECURSIVE up (id, top) AS (SELECT DISTINCT category_id, category_id FROM mapping WHERE insight_id = ?"
      " UNION SELECT up.id, k.parent_id FROM up JOIN category k ON k.id = up.top WHERE k.parent_id IS NOT NULL)"
      " SELECT k.id, k.label, t.label, t.slot FROM up JOIN category k ON k.id = up.id"
      " JOIN category t ON t.id = up.top AND t.parent_id IS NULL ORDER BY t.position, k.position");

  eh_stmt_bind_id (&s, card->insight->id);
  while (eh_stmt_step (&s)) {
    EhCardCategory *category = g_new0 (EhCardCategory, 1);

    category->id = eh_stmt_int (&s, 0);
    category->label = eh_stmt_dup_text (&s, 1);
    category->top_label = eh_stmt_dup_text (&s, 2);
    category->top_slot = (int) eh_stmt_int (&s, 3);
    g_ptr_array_add (card->categories, category);
  }
  eh_stmt_finish (&s, NULL);
}

static void
load_rest (EhDb *db, EhInsightCard *card)
{
  EhStmt s = eh_db_prepare (
      db, "SELECT coalesce (g.label, ''), coalesce (g.slot, -1), coalesce (w.title, ''),"
          " (SELECT count (*) FROM evidence e WHERE e.insight_id = i.id)"
          " FROM insight i LEFT JOIN role_group g ON g.id = i.role_group_id"
          " LEFT JOIN workshop w ON w.id = i.workshop_id WHERE i.id = ?");

  eh_stmt_bind_id (&s, card->insight->id);
  if (eh_stmt_step (&s)) {
    card->group_label = eh_stmt_dup_text (&s, 0);
    card->group_slot = (int) eh_stmt_int (&s, 1);
    card->workshop_title = eh_stmt_dup_text (&s, 2);
    card->n_uses = (guint) eh_stmt_int (&s, 3);
  }
  eh_stmt_finish (&s, NULL);
}

/**
 * eh_insight_card_load:
 * @db: a connection
 * @id: an insight
 *
 * Returns: (transfer full) (nullable): what a list shows of it, if it is there
 */
EhInsightCard *
eh_insight_card_load (EhDb *db, EhId id)
{
  EhInsight *insight = eh_row_store_get (db, &eh_insight_row_type, id, NULL);
  EhInsightCard *card;

  if (insight == NULL)
    return NULL;
  card = g_new0 (EhInsightCard, 1);
  card->insight = insight;
  card->group_slot = -1;
  card->people = g_ptr_array_new_with_free_func ((GDestroyNotify) card_person_free);
  card->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) card_category_free);
  load_people (db, card);
  load_categories (db, card);
  load_rest (db, card);
  return card;
}
