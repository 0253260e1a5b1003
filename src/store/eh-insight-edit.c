/* What people do with insights: record one, say who gave it, place it under categories, park it.
 * Each is one transaction, one step of undo and one label of the history. A label never repeats a
 * person's words or name: it outlives their erasure. */

#include "eh-insight-edit.h"

#include "config.h"
#include "eh-attendance.h"
#include "eh-category.h"
#include "eh-coding.h"
#include "eh-mapping.h"
#include "eh-participant.h"
#include "eh-reader.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Ends what a step has begun, one way or the other. */
static gboolean
end (EhStore *store, gboolean well, GError **error)
{
  if (well)
    return eh_store_commit (store, error);
  eh_store_abort (store);
  return FALSE;
}

static gboolean
refuse_blank (const char *text, GError **error)
{
  if (!eh_text_is_blank (text))
    return FALSE;
  g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT,
                       _ ("An insight needs some words."));
  return TRUE;
}

/* Whoever said something in a workshop was there, whatever the list said before. */
static gboolean
put_attendance (EhStore *store, EhId workshop_id, EhId participant_id, GError **error)
{
  EhId id = eh_id_from_pair ("attendance", workshop_id, participant_id);
  g_autoptr (EhAttendance) there = NULL;

  if (workshop_id == EH_ID_NONE)
    return TRUE;
  there = eh_reader_get (eh_store_get_db (store), &eh_attendance_row_type, id);
  if (there != NULL && there->status != EH_PRESENCE_APOLOGIES &&
      there->status != EH_PRESENCE_ABSENT)
    return TRUE;
  if (there == NULL) {
    there = eh_attendance_new ();
    there->id = id;
    there->workshop_id = workshop_id;
    there->participant_id = participant_id;
  }
  there->status = EH_PRESENCE_PRESENT;
  return eh_store_put (store, &eh_attendance_row_type, there, error);
}

static gboolean
put_contributors (
    EhStore *store, EhId insight_id, EhId workshop_id, GPtrArray *contributors, GError **error)
{
  for (guint i = 0; contributors != NULL && i < contributors->len; i++) {
    const EhContributor *who = contributors->pdata[i];
    EhContributor row = *who;

    row.insight_id = insight_id;
    row.id = eh_id_from_pair ("contributor", insight_id, who->participant_id);
    if (!eh_store_put (store, &eh_contributor_row_type, &row, error) ||
        !put_attendance (store, workshop_id, who->participant_id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_insight_put:
 * @store: a store, between begin and commit
 * @row: the insight, with an id and words
 * @contributors: (nullable) (element-type EhContributor): as in eh_insight_record()
 * @error: set to a #EhStoreError
 *
 * The part of eh_insight_record() that others need within a step of their own.
 *
 * Returns: whether it is there
 */
gboolean
eh_insight_put (EhStore *store, const EhInsight *row, GPtrArray *contributors, GError **error)
{
  return eh_store_put (store, &eh_insight_row_type, row, error) &&
         put_contributors (store, row->id, row->workshop_id, contributors, error);
}

/**
 * eh_insight_record:
 * @store: a store
 * @draft: the insight; an id and a time of recording are given to it where it has none. Its group
 *   counts only when @contributors is empty
 * @contributors: (nullable) (element-type EhContributor): who gave it, by participant_id and
 *   speaking_as alone; each is put down as having been at the workshop
 * @categories: (nullable) (element-type EhId): where to place it at once
 * @coder: who places it, as they want to be called; "" for the team
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT when there are no words
 *
 * Records an insight. When this returns, it is safe.
 *
 * Returns: its id, or %EH_ID_NONE and nothing of it is kept
 */
EhId
eh_insight_record (EhStore *store,
                   const EhInsight *draft,
                   GPtrArray *contributors,
                   GArray *categories,
                   const char *coder,
                   GError **error)
{
  EhId id;

  if (refuse_blank (draft->text, error) || !eh_store_begin (store, _ ("Added an insight"), error))
    return EH_ID_NONE;
  id = eh_insight_record_in_step (store, draft, contributors, categories, coder, error);
  return end (store, id != EH_ID_NONE, error) ? id : EH_ID_NONE;
}

/**
 * eh_insight_record_in_step:
 *
 * As eh_insight_record(), within a step of the history that has begun.
 *
 * Returns: its id, or %EH_ID_NONE with an error; the step is then to be given up
 */
EhId
eh_insight_record_in_step (EhStore *store,
                           const EhInsight *draft,
                           GPtrArray *contributors,
                           GArray *categories,
                           const char *coder,
                           GError **error)
{
  g_autoptr (EhInsight) row = eh_insight_copy (draft);
  g_autofree char *text = eh_text_clean (draft->text);
  const EhPlacing placing = { .coder = coder, .placed_by = EH_PLACED_BY_FACILITATOR };
  gboolean well;

  if (refuse_blank (text, error))
    return EH_ID_NONE;
  eh_set_str (&row->text, text);
  if (row->id == EH_ID_NONE)
    row->id = eh_id_new ();
  if (row->created_at == 0)
    row->created_at = now ();
  if (contributors != NULL && contributors->len > 0)
    row->role_group_id = EH_ID_NONE;
  well = eh_insight_put (store, row, contributors, error);
  for (guint i = 0; well && categories != NULL && i < categories->len; i++)
    well = eh_coding_put (store, row->id, g_array_index (categories, EhId, i), &placing, error);
  return well ? row->id : EH_ID_NONE;
}

/* One change to a row of the insight table. */
typedef void (*Change) (EhInsight *row, gconstpointer data);

static gboolean
change_rows (EhStore *store, GArray *ids, Change change, gconstpointer data, GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (EhInsight) row = eh_reader_get (eh_store_get_db (store), &eh_insight_row_type,
                                               g_array_index (ids, EhId, i));

    if (row == NULL)
      continue;
    change (row, data);
    if (!eh_store_put (store, &eh_insight_row_type, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
change_all (EhStore *store,
            GArray *ids,
            const char *label,
            Change change,
            gconstpointer data,
            GError **error)
{
  if (!eh_store_begin (store, label, error))
    return FALSE;
  return end (store, change_rows (store, ids, change, data, error), error);
}

static gboolean
change_words (EhStore *store,
              EhId id,
              const char *label,
              const char *scope,
              Change change,
              gconstpointer data,
              GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));
  g_autofree char *key = g_strdup_printf ("%s/%" EH_ID_FORMAT, scope, id);

  g_array_append_val (ids, id);
  if (!eh_store_begin (store, label, error))
    return FALSE;
  eh_store_join (store, key);
  return end (store, change_rows (store, ids, change, data, error), error);
}

static void
change_text (EhInsight *row, gconstpointer data)
{
  eh_set_str (&row->text, data);
}

static void
change_gist (EhInsight *row, gconstpointer data)
{
  eh_set_str (&row->gist, data);
}

static void
change_kind (EhInsight *row, gconstpointer data)
{
  row->kind = *(const EhInsightKind *) data;
}

static void
change_said_at (EhInsight *row, gconstpointer data)
{
  row->said_at = *(const gint64 *) data;
}

static void
change_checked (EhInsight *row, gconstpointer data)
{
  row->checked = *(const EhChecked *) data;
}

/**
 * eh_insight_set_text:
 * @store: a store
 * @id: an insight
 * @text: the words
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT when there are no words
 *
 * Corrects the words. Corrections that follow one another are one step of undo.
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_text (EhStore *store, EhId id, const char *text, GError **error)
{
  g_autofree char *clean = eh_text_clean (text);

  if (refuse_blank (clean, error))
    return FALSE;
  return change_words (store, id, _ ("Changed the words of an insight"), "insight-text",
                       change_text, clean, error);
}

/**
 * eh_insight_set_gist:
 * @store: a store
 * @id: an insight
 * @gist: the same in plain words, "" for none
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_gist (EhStore *store, EhId id, const char *gist, GError **error)
{
  g_autofree char *clean = eh_text_clean (gist);

  return change_words (store, id, _ ("Changed the plain words of an insight"), "insight-gist",
                       change_gist, clean, error);
}

/**
 * eh_insight_set_kind:
 * @store: a store
 * @ids: (element-type EhId): insights
 * @kind: what they are
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_kind (EhStore *store, GArray *ids, EhInsightKind kind, GError **error)
{
  return change_all (store, ids, _ ("Changed the kind of an insight"), change_kind, &kind, error);
}

static gboolean
put_attendances (EhStore *store, EhId insight_id, EhId workshop_id, GError **error)
{
  g_autoptr (GPtrArray) who = eh_reader_list_of (eh_store_get_db (store), &eh_contributor_row_type,
                                                 "insight_id", insight_id);

  for (guint i = 0; i < who->len; i++) {
    const EhContributor *contributor = who->pdata[i];

    if (!put_attendance (store, workshop_id, contributor->participant_id, error))
      return FALSE;
  }
  return TRUE;
}

typedef struct {
  EhId workshop_id;
  EhId activity_id;
} Place;

static void
change_place (EhInsight *row, gconstpointer data)
{
  const Place *place = data;

  row->workshop_id = place->workshop_id;
  row->activity_id = place->activity_id;
}

/**
 * eh_insight_set_place:
 * @store: a store
 * @ids: (element-type EhId): insights
 * @workshop_id: where they were said, or none
 * @activity_id: in which of its activities, or none
 * @error: set to a #EhStoreError
 *
 * Whoever is named in them is put down as having been at the workshop.
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_place (
    EhStore *store, GArray *ids, EhId workshop_id, EhId activity_id, GError **error)
{
  Place place = { workshop_id, activity_id };
  gboolean well;

  if (!eh_store_begin (store, _ ("Changed where an insight was said"), error))
    return FALSE;
  well = change_rows (store, ids, change_place, &place, error);
  for (guint i = 0; well && i < ids->len; i++)
    well = put_attendances (store, g_array_index (ids, EhId, i), workshop_id, error);
  return end (store, well, error);
}

/**
 * eh_insight_set_said_at:
 * @store: a store
 * @id: an insight
 * @said_at: when it was said, 0 when not known
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_said_at (EhStore *store, EhId id, gint64 said_at, GError **error)
{
  return change_words (store, id, _ ("Changed when an insight was said"), "insight-said-at",
                       change_said_at, &said_at, error);
}

/**
 * eh_insight_set_checked:
 * @store: a store
 * @ids: (element-type EhId): insights
 * @checked: whether their contributors have seen the record
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_checked (EhStore *store, GArray *ids, EhChecked checked, GError **error)
{
  return change_all (store, ids, _ ("Noted whether an insight was checked"), change_checked,
                     &checked, error);
}

typedef struct {
  gboolean parked;
  const char *reason;
} Parking;

static void
change_parked (EhInsight *row, gconstpointer data)
{
  const Parking *parking = data;

  row->parked = parking->parked;
  eh_set_str (&row->parked_reason, parking->reason);
}

/**
 * eh_insight_set_parked:
 * @store: a store
 * @ids: (element-type EhId): insights
 * @parked: out of scope for now, or back in
 * @reason: (nullable): why
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_parked (
    EhStore *store, GArray *ids, gboolean parked, const char *reason, GError **error)
{
  g_autofree char *clean = eh_text_clean (parked ? reason : NULL);
  Parking parking = { parked, clean };
  const char *label = parked ? _ ("Parked an insight") : _ ("Took an insight out of the car park");

  return change_all (store, ids, label, change_parked, &parking, error);
}

static gboolean
names (GPtrArray *contributors, EhId participant_id)
{
  for (guint i = 0; contributors != NULL && i < contributors->len; i++)
    if (((const EhContributor *) contributors->pdata[i])->participant_id == participant_id)
      return TRUE;
  return FALSE;
}

static gboolean
set_who_of (EhStore *store, EhId id, GPtrArray *contributors, EhId role_group_id, GError **error)
{
  EhDb *db = eh_store_get_db (store);
  g_autoptr (EhInsight) row = eh_reader_get (db, &eh_insight_row_type, id);
  g_autoptr (GPtrArray) before = eh_reader_list_of (db, &eh_contributor_row_type, "insight_id", id);

  if (row == NULL)
    return TRUE;
  for (guint i = 0; i < before->len; i++) {
    const EhContributor *who = before->pdata[i];

    if (!names (contributors, who->participant_id) &&
        !eh_store_remove (store, &eh_contributor_row_type, who->id, error))
      return FALSE;
  }
  row->role_group_id = contributors == NULL || contributors->len == 0 ? role_group_id : EH_ID_NONE;
  return eh_store_put (store, &eh_insight_row_type, row, error) &&
         put_contributors (store, id, row->workshop_id, contributors, error);
}

/**
 * eh_insight_set_who:
 * @store: a store
 * @ids: (element-type EhId): insights
 * @contributors: (nullable) (element-type EhContributor): who gave them, as in eh_insight_record()
 * @role_group_id: the group alone, where @contributors is empty; none for nobody known
 * @error: set to a #EhStoreError
 *
 * Says anew who gave the insights. Attendance that was noted before stays: who is no longer named
 * may have been there all the same.
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_who (
    EhStore *store, GArray *ids, GPtrArray *contributors, EhId role_group_id, GError **error)
{
  gboolean well = TRUE;

  if (!eh_store_begin (store, _ ("Changed who gave an insight"), error))
    return FALSE;
  for (guint i = 0; well && i < ids->len; i++)
    well = set_who_of (store, g_array_index (ids, EhId, i), contributors, role_group_id, error);
  return end (store, well, error);
}

/* The placements of an insight under a category: by one coder, or by all. */
static gboolean
unmap (EhStore *store, EhId insight_id, EhId category_id, const char *coder, GError **error)
{
  g_autoptr (GPtrArray) rows = eh_reader_list_of (eh_store_get_db (store), &eh_mapping_row_type,
                                                  "insight_id", insight_id);

  for (guint i = 0; i < rows->len; i++) {
    const EhMapping *row = rows->pdata[i];

    if (row->category_id == category_id && (coder == NULL || g_str_equal (coder, row->coder)) &&
        !eh_store_remove (store, &eh_mapping_row_type, row->id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * eh_insight_set_mapped:
 * @store: a store
 * @ids: (element-type EhId): insights
 * @category_id: a category
 * @on: whether they belong there
 * @coder: (nullable): who says so, as they want to be called; "" for the team. %NULL to take them
 *   out whoever placed them
 * @placed_by: in which part
 * @error: set to a #EhStoreError
 *
 * Places insights under a category or takes them out. What the same coder has placed already keeps
 * its note.
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_mapped (EhStore *store,
                       GArray *ids,
                       EhId category_id,
                       gboolean on,
                       const char *coder,
                       EhPlacedBy placed_by,
                       GError **error)
{
  const EhPlacing placing = { .coder = coder, .placed_by = placed_by };
  g_autofree char *label = NULL;
  gboolean well = TRUE;

  if (on)
    return eh_coding_place (store, ids, category_id, &placing, error);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Took %u insight out of a category",
                                        "Took %u insights out of a category", ids->len),
                           ids->len);
  if (!eh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; well && i < ids->len; i++)
    well = unmap (store, g_array_index (ids, EhId, i), category_id, coder, error);
  return end (store, well, error);
}

/**
 * eh_insight_set_mapping_note:
 * @store: a store
 * @mapping_id: a placement
 * @placed_by: in which part whoever placed it did so
 * @unsure: "not sure"
 * @note: (nullable): why
 * @error: set to a #EhStoreError
 *
 * Returns: whether it is safe
 */
gboolean
eh_insight_set_mapping_note (EhStore *store,
                             EhId mapping_id,
                             EhPlacedBy placed_by,
                             gboolean unsure,
                             const char *note,
                             GError **error)
{
  g_autoptr (EhMapping) row = eh_reader_get (eh_store_get_db (store), &eh_mapping_row_type,
                                             mapping_id);
  g_autofree char *clean = eh_text_clean (note);
  g_autofree char *key = g_strdup_printf ("mapping-note/%" EH_ID_FORMAT, mapping_id);

  if (row == NULL)
    return TRUE;
  row->placed_by = placed_by;
  row->unsure = unsure;
  eh_set_str (&row->note, clean);
  return eh_store_put_one (store, &eh_mapping_row_type, row,
                           _ ("Noted why an insight is where it is"), key, error);
}

/**
 * eh_insight_remove:
 * @store: a store
 * @ids: (element-type EhId): insights
 * @error: set to a #EhStoreError
 *
 * Removes insights with what means nothing without them. It can be undone; what must be gone for
 * good is erased, not removed.
 *
 * Returns: whether they are gone
 */
gboolean
eh_insight_remove (EhStore *store, GArray *ids, GError **error)
{
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Removed %u insight", "Removed %u insights", ids->len),
      ids->len);
  gboolean well = TRUE;

  if (!eh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; well && i < ids->len; i++)
    well = eh_store_remove (store, &eh_insight_row_type, g_array_index (ids, EhId, i), error);
  return end (store, well, error);
}

/**
 * eh_insight_add_person:
 * @store: a store
 * @name: a name
 * @role_group_id: their group, or none
 * @error: set to a #EhStoreError; %EH_STORE_ERROR_CONSTRAINT when the name is blank
 *
 * Adds somebody who speaks before anybody wrote them down. Consent and credit are asked later.
 *
 * Returns: the participant's id, or %EH_ID_NONE
 */
EhId
eh_insight_add_person (EhStore *store, const char *name, EhId role_group_id, GError **error)
{
  g_autoptr (EhParticipant) row = eh_participant_new ();
  g_autofree char *line = eh_text_clean_line (name);

  if (eh_text_is_blank (line)) {
    g_set_error_literal (error, EH_STORE_ERROR, EH_STORE_ERROR_CONSTRAINT,
                         _ ("A person needs a name."));
    return EH_ID_NONE;
  }
  row->id = eh_id_new ();
  eh_set_str (&row->name, line);
  row->role_group_id = role_group_id;
  row->created_at = now ();
  return eh_store_put_one (store, &eh_participant_row_type, row, _ ("Added a person"), NULL, error)
             ? row->id
             : EH_ID_NONE;
}
