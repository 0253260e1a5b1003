/* What a team may do to a project, at random; what failed is found again by the seed, which the
 * test prints. */

#include "random-edits.h"

#include "eh-dataset.h"
#include "eh-row-store.h"

static EhId
any_id (EhStore *store, const EhRowType *type)
{
  g_autoptr (GPtrArray) rows = eh_row_store_list (eh_store_get_db (store), type, "ORDER BY id",
                                                  EH_ID_NONE, NULL);

  return rows->len == 0 ? EH_ID_NONE
                        : eh_row_id (rows->pdata[g_test_rand_int_range (0, (int) rows->len)]);
}

static void
put (EhStore *store, const EhRowType *type, gconstpointer row)
{
  g_autoptr (GError) error = NULL;

  eh_store_put_one (store, type, row, "Put", NULL, &error);
  g_assert_no_error (error);
}

gboolean
random_edits_one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static EhId
new_or_any (EhStore *store, const EhRowType *type)
{
  EhId id = random_edits_one_in (2) ? any_id (store, type) : EH_ID_NONE;

  /* Not eh_id_new(): a walk must be the same each time. */
  return id != EH_ID_NONE ? id
                          : (EhId) g_test_rand_int_range (1, G_MAXINT32) * 1000 +
                                g_test_rand_int_range (0, 1000);
}

static char *
words (void)
{
  return g_strdup_printf ("words %d", g_test_rand_int_range (0, 1000));
}

static void
put_workshop (EhStore *store)
{
  g_autoptr (EhWorkshop) row = eh_workshop_new ();

  row->id = new_or_any (store, &eh_workshop_row_type);
  g_free (row->title);
  row->title = words ();
  put (store, &eh_workshop_row_type, row);
}

static void
put_activity (EhStore *store)
{
  g_autoptr (EhActivity) row = eh_activity_new ();

  row->id = new_or_any (store, &eh_activity_row_type);
  row->workshop_id = any_id (store, &eh_workshop_row_type);
  g_free (row->title);
  row->title = words ();
  if (row->workshop_id != EH_ID_NONE)
    put (store, &eh_activity_row_type, row);
}

static void
put_insight (EhStore *store)
{
  EhId id = new_or_any (store, &eh_insight_row_type);
  g_autoptr (EhInsight) row = eh_row_store_get (eh_store_get_db (store), &eh_insight_row_type, id,
                                                NULL);

  if (row == NULL)
    row = eh_insight_new ();
  row->id = id;
  if (random_edits_one_in (2)) {
    g_free (row->text);
    row->text = words ();
  }
  if (random_edits_one_in (2))
    row->workshop_id = random_edits_one_in (4) ? EH_ID_NONE : any_id (store, &eh_workshop_row_type);
  if (random_edits_one_in (2))
    row->activity_id = random_edits_one_in (4) ? EH_ID_NONE : any_id (store, &eh_activity_row_type);
  put (store, &eh_insight_row_type, row);
}

static void
put_person (EhStore *store)
{
  g_autoptr (EhParticipant) row = eh_participant_new ();

  row->id = new_or_any (store, &eh_participant_row_type);
  g_free (row->name);
  row->name = words ();
  put (store, &eh_participant_row_type, row);
}

static void
put_contributor (EhStore *store)
{
  g_autoptr (EhContributor) row = eh_contributor_new ();

  row->insight_id = any_id (store, &eh_insight_row_type);
  row->participant_id = any_id (store, &eh_participant_row_type);
  if (row->insight_id == EH_ID_NONE || row->participant_id == EH_ID_NONE)
    return;
  row->id = eh_id_from_pair ("contributor", row->insight_id, row->participant_id);
  put (store, &eh_contributor_row_type, row);
}

static void
put_mapping (EhStore *store)
{
  g_autoptr (EhMapping) row = eh_mapping_new ();

  row->insight_id = any_id (store, &eh_insight_row_type);
  row->category_id = any_id (store, &eh_category_row_type);
  if (row->insight_id == EH_ID_NONE || row->category_id == EH_ID_NONE)
    return;
  row->id = eh_id_from_pair ("mapping", row->insight_id, row->category_id);
  put (store, &eh_mapping_row_type, row);
}

static void
put_block (EhStore *store)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();
  g_autoptr (EhBlock) row = eh_block_new ();

  guidance->id = 7;
  if (eh_reader_count (eh_store_get_db (store), &eh_guidance_row_type) == 0)
    put (store, &eh_guidance_row_type, guidance);
  row->id = new_or_any (store, &eh_block_row_type);
  row->guidance_id = any_id (store, &eh_guidance_row_type);
  row->insight_id = random_edits_one_in (3) ? EH_ID_NONE : any_id (store, &eh_insight_row_type);
  put (store, &eh_block_row_type, row);
}

static void
put_evidence (EhStore *store)
{
  g_autoptr (EhEvidence) row = eh_evidence_new ();

  row->block_id = any_id (store, &eh_block_row_type);
  row->insight_id = any_id (store, &eh_insight_row_type);
  if (row->block_id == EH_ID_NONE || row->insight_id == EH_ID_NONE)
    return;
  row->id = eh_id_from_pair ("evidence", row->block_id, row->insight_id);
  g_free (row->note);
  row->note = words ();
  put (store, &eh_evidence_row_type, row);
}

static void
remove_any (EhStore *store)
{
  static const EhRowType *const types[] = {
    &eh_workshop_row_type,    &eh_activity_row_type,    &eh_insight_row_type,
    &eh_participant_row_type, &eh_contributor_row_type, &eh_block_row_type,
    &eh_evidence_row_type,    &eh_guidance_row_type,    &eh_mapping_row_type,
  };
  const EhRowType *type = types[g_test_rand_int_range (0, G_N_ELEMENTS (types))];
  EhId id = any_id (store, type);
  g_autoptr (GError) error = NULL;

  if (id != EH_ID_NONE)
    eh_store_remove_one (store, type, id, "Removed", &error);
  g_assert_no_error (error);
}

static void
do_something (EhStore *store)
{
  static void (*const deeds[]) (EhStore *) = {
    put_workshop,    put_activity, put_insight,  put_insight, put_insight, put_person,  put_person,
    put_contributor, put_block,    put_evidence, remove_any,  remove_any,  put_mapping,
  };

  if (!random_edits_one_in (8))
    deeds[g_test_rand_int_range (0, G_N_ELEMENTS (deeds))](store);
  else if (eh_store_get_undo_label (store) != NULL)
    g_assert_true (eh_store_undo (store, NULL));
}

void
random_edits_do (EhStore *store, int n)
{
  for (int i = 0; i < n; i++)
    do_something (store);
}
