/* Safe to publish? Everything that a look over the project finds and that matters to one document,
 * sorted into what must be settled, what somebody should look at and may let stand, and what is
 * fine.
 *
 * What the gate already keeps out of the document (a small number that is hidden) is fine, and
 * said. What it keeps out without the team knowing, such as a quotation that may not be used, must
 * be settled: a document should not lose a voice by surprise. */

#include "eh-publish-check.h"

#include "eh-published.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Of the numbers that differ, how many are told one by one. */
#define TOLD_DIFFERENCES 4
/* Of the last part of a version: more is no number to go on counting from. */
#define MAX_DIGITS 6

/* Where a finding belongs; what is not listed does not matter to a document. */
static const struct {
  const char *prefix;
  EhPublishArea area;
} areas[] = {
  { "consent.special-data", EH_PUBLISH_N_AREAS },
  { "consent.", EH_PUBLISH_CONSENT },
  { "quotation.", EH_PUBLISH_CONSENT },
  { "words.", EH_PUBLISH_CONSENT },
  { "credit.", EH_PUBLISH_CREDIT },
  { "names.", EH_PUBLISH_NAMES },
  { "small.quotation", EH_PUBLISH_NAMES },
  { "small.", EH_PUBLISH_SMALL },
  { "difference.", EH_PUBLISH_DIFFERENCES },
  { "evidence.", EH_PUBLISH_EVIDENCE },
  { "guidance.no-public", EH_PUBLISH_EVIDENCE },
  { "promise.", EH_PUBLISH_PROMISES },
  { "guidance.", EH_PUBLISH_COMPLETE },
  { "writing.", EH_PUBLISH_WRITING },
};

typedef struct {
  EhDataset *dataset;
  EhId guidance_id;
  GHashTable *stands; /* EhId -> EhLookedAt */
  GHashTable *voices; /* (element-type EhId): people whose words the document rests on */
  EhPublishCheck *check;
  guint n_found[EH_PUBLISH_N_AREAS];
} Sorter;

static void
item_free (gpointer data)
{
  EhPublishItem *self = data;

  g_free (self->id);
  g_free (self->message);
  g_free (self->label);
  g_free (self->reason);
  g_free (self);
}

static EhPublishArea
area_of (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_str_has_prefix (id, areas[i].prefix))
      return areas[i].area;
  return EH_PUBLISH_N_AREAS;
}

/* ---- The last version ---- */

/**
 * eh_publish_last:
 * @dataset: a frozen project
 * @guidance_id: a document
 *
 * Returns: (transfer none) (nullable): the last file of it that was sent out
 */
const EhPublication *
eh_publish_last (EhDataset *dataset, EhId guidance_id)
{
  const EhPublication *last = NULL;

  for (guint i = 0; i < dataset->publications->len; i++) {
    const EhPublication *row = dataset->publications->pdata[i];

    if (row->guidance_id == guidance_id &&
        (last == NULL || row->published_at >= last->published_at))
      last = row;
  }
  return last;
}

static int
compare_sent (gconstpointer a, gconstpointer b)
{
  const EhPublication *one = *(const EhPublication *const *) a;
  const EhPublication *other = *(const EhPublication *const *) b;

  if (one->published_at != other->published_at)
    return one->published_at > other->published_at ? -1 : 1;
  return one->id > other->id ? -1 : one->id < other->id;
}

/**
 * eh_publish_sent:
 * @publications: (element-type EhPublication): all that was sent out
 * @guidance_id: a document, or none
 *
 * Returns: (transfer container) (element-type EhPublication): what was sent of it, and what is of
 * no document: made by a template alone, or of one that is gone; the newest first
 */
GPtrArray *
eh_publish_sent (GPtrArray *publications, EhId guidance_id)
{
  GPtrArray *sent = g_ptr_array_new ();

  for (guint i = 0; i < publications->len; i++) {
    EhPublication *row = publications->pdata[i];

    if (row->guidance_id == guidance_id || row->guidance_id == EH_ID_NONE)
      g_ptr_array_add (sent, row);
  }
  g_ptr_array_sort (sent, compare_sent);
  return sent;
}

/**
 * eh_publish_next_version:
 * @dataset: a frozen project
 * @guidance_id: a document
 *
 * Returns: (transfer full): the version that it would be published as: what the team has set where
 *   that is new, otherwise the next; "1.0" for the first
 */
char *
eh_publish_next_version (EhDataset *dataset, EhId guidance_id)
{
  const EhGuidance *guidance = eh_dataset_guidance (dataset, guidance_id);
  const EhPublication *last = eh_publish_last (dataset, guidance_id);
  const char *version = guidance != NULL ? guidance->version : "";
  const char *dot;

  if (last == NULL)
    return g_strdup (eh_text_is_blank (version) || g_str_has_prefix (version, "0") ? "1.0"
                                                                                   : version);
  if (!eh_text_is_blank (version) && !g_str_equal (version, last->version))
    return g_strdup (version);
  dot = strrchr (last->version, '.');
  if (dot != NULL && g_ascii_isdigit (dot[1]) && strlen (dot + 1) <= MAX_DIGITS)
    return g_strdup_printf ("%.*s%d", (int) (dot + 1 - last->version), last->version,
                            atoi (dot + 1) + 1);
  return g_strconcat (last->version, ".1", NULL);
}

static char *
list_steps (GPtrArray *steps)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < steps->len && i < TOLD_DIFFERENCES; i++) {
    const EhPublishedStep *step = steps->pdata[i];
    g_autofree char *label = eh_text_isolate (step->label);

    /* TRANSLATORS: what is counted, and the number then and now: "Researchers: 7, now 6" */
    g_ptr_array_add (texts,
                     g_strdup_printf (_ ("%1$s: %2$g, now %3$g"), label, step->before, step->now));
  }
  if (steps->len > TOLD_DIFFERENCES)
    g_ptr_array_add (texts, g_strdup ("…"));
  return eh_text_join (texts, "; ");
}

/**
 * eh_publish_check_differences:
 * @dataset: a frozen project
 * @guidance_id: a document
 * @findings: (element-type EhFinding): where to add what is found
 *
 * Holds the numbers that would be told now against those of the last version.
 */
void
eh_publish_check_differences (EhDataset *dataset, EhId guidance_id, GPtrArray *findings)
{
  const EhPublication *last = eh_publish_last (dataset, guidance_id);
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *list = NULL;

  if (last == NULL || eh_text_is_blank (last->figures))
    return;
  gate = eh_disclosure_apply (dataset, NULL, NULL);
  before = eh_published_from_text (last->figures);
  now = eh_published_numbers (gate);
  steps = eh_disclosure_difference (before, now, eh_public_dataset_threshold (gate));
  if (steps->len == 0)
    return;
  list = list_steps (steps);
  eh_finding_add (
      findings, "difference.small", EH_SEVERITY_LOOK, &eh_guidance_row_type, guidance_id,
      last->version,
      /* TRANSLATORS: %1$u numbers, %2$s a version, %3$s the numbers */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%1$u number has changed by so little since version %2$s that "
                                    "whoever has both can work out who joined or left. %3$s",
                                    "%1$u numbers have changed by so little since version %2$s "
                                    "that whoever has both can work out who joined or left. %3$s",
                                    steps->len),
                       steps->len, last->version, list));
}

/* ---- Whose words the document rests on ---- */

static void
add_voices (Sorter *self, EhId insight_id)
{
  guint n;
  const EhDatasetLink *links = eh_dataset_contributors_of (self->dataset, insight_id, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->voices, &((EhContributor *) links[i].row)->participant_id);
}

static void
find_voices (Sorter *self)
{
  for (guint i = 0; i < self->dataset->blocks->len; i++) {
    const EhBlock *block = self->dataset->blocks->pdata[i];
    GPtrArray *rows = eh_dataset_evidence_of (self->dataset, block->id);

    if (block->guidance_id != self->guidance_id)
      continue;
    if (block->insight_id != EH_ID_NONE)
      add_voices (self, block->insight_id);
    for (guint e = 0; rows != NULL && e < rows->len; e++)
      add_voices (self, ((EhEvidence *) rows->pdata[e])->insight_id);
  }
}

/* ---- Sorting ---- */

static gboolean
concerns (Sorter *self, const EhFinding *finding)
{
  if (finding->type == &eh_block_row_type) {
    const EhBlock *block = eh_dataset_block (self->dataset, finding->row);

    return block != NULL && block->guidance_id == self->guidance_id;
  }
  if (finding->type == &eh_participant_row_type && g_str_has_prefix (finding->id, "consent."))
    return g_hash_table_contains (self->voices, &finding->row);
  if (finding->type == &eh_guidance_row_type)
    return finding->row == self->guidance_id;
  return TRUE;
}

static EhPublishState
state_of (const EhFinding *finding)
{
  if (finding->severity == EH_SEVERITY_FACT)
    return EH_PUBLISH_FINE;
  if (finding->severity == EH_SEVERITY_PROBLEM ||
      g_str_equal (finding->id, "evidence.support-withdrawn"))
    return EH_PUBLISH_MUST;
  return EH_PUBLISH_LOOK;
}

static EhPublishItem *
add_item (
    Sorter *self, EhPublishArea area, EhPublishState state, const char *id, const char *message)
{
  EhPublishItem *item = g_new0 (EhPublishItem, 1);

  item->area = area;
  item->state = state;
  item->id = g_strdup (id);
  item->message = g_strdup (message);
  item->label = g_strdup ("");
  g_ptr_array_add (self->check->items, item);
  return item;
}

static void
take (Sorter *self, const EhFinding *finding)
{
  EhPublishArea area = area_of (finding->id);
  const EhLookedAt *stands;
  g_autofree char *about = NULL;
  EhPublishItem *item;

  if (area == EH_PUBLISH_N_AREAS || !concerns (self, finding))
    return;
  item = add_item (self, area, state_of (finding), finding->id, finding->message);
  g_free (item->label);
  item->label = g_strdup (finding->label);
  item->type = finding->type;
  item->row = finding->row;
  self->n_found[area]++;
  if (item->state != EH_PUBLISH_LOOK)
    return;
  about = g_strdup_printf ("%s/%s", finding->label, finding->message);
  item->looked_at = eh_looked_at_id (finding->id, finding->row, about);
  stands = g_hash_table_lookup (self->stands, &item->looked_at);
  if (stands != NULL) {
    item->state = EH_PUBLISH_FINE;
    item->reason = g_strdup (stands->reason);
  }
}

static const char *const nothing_found[EH_PUBLISH_N_AREAS] = {
  [EH_PUBLISH_CONSENT] = N_ ("Nothing is quoted beyond what was agreed."),
  [EH_PUBLISH_CREDIT] = N_ ("Everybody has said how they want to be named."),
  [EH_PUBLISH_NAMES] = N_ ("No quotation could show who speaks without their wish."),
  [EH_PUBLISH_SMALL] = N_ ("No number stands on too few people."),
  [EH_PUBLISH_DIFFERENCES] = N_ ("No number could be subtracted from one of an earlier version."),
  [EH_PUBLISH_EVIDENCE] = N_ ("Every recommendation rests on what people said."),
  [EH_PUBLISH_PROMISES] = N_ ("No promise is overdue."),
  [EH_PUBLISH_COMPLETE] = N_ ("Every recommendation says who will do it, or why not."),
  [EH_PUBLISH_WRITING] = N_ ("Nothing in the words asks to be looked at again."),
};

static void
say_what_is_fine (Sorter *self)
{
  for (EhPublishArea area = 0; area < EH_PUBLISH_N_AREAS; area++)
    if (self->n_found[area] == 0)
      add_item (self, area, EH_PUBLISH_FINE, "", _ (nothing_found[area]));
}

/* Stable: within a state and an area the order of the document stays. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const EhPublishItem *x = a;
  const EhPublishItem *y = b;

  if (x->state != y->state)
    return x->state < y->state ? -1 : 1;
  return (x->area > y->area) - (x->area < y->area);
}

static void
sort_items (EhPublishCheck *check)
{
  GList *list = NULL;
  guint n = 0;

  for (guint i = check->items->len; i > 0; i--)
    list = g_list_prepend (list, check->items->pdata[i - 1]);
  list = g_list_sort (list, compare_items);
  for (GList *at = list; at != NULL; at = at->next)
    check->items->pdata[n++] = at->data;
  g_list_free (list);
}

static GPtrArray *
all_findings (Sorter *self, const EhProjectFacts *facts)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_finding_free);
  g_autoptr (EhDocumentCheck) document = eh_document_check_new (self->dataset, self->guidance_id);

  eh_project_check_people (self->dataset, facts, findings);
  eh_project_check_guidance (self->dataset, findings);
  eh_project_check_names (self->dataset, self->guidance_id, findings);
  eh_project_check_waiting (self->dataset, facts, findings);
  eh_project_check_small (self->dataset, findings);
  eh_publish_check_differences (self->dataset, self->guidance_id, findings);
  eh_document_check_report (document, self->dataset, self->guidance_id, findings);
  self->check->reading_level = g_strdup (document->reading_level);
  return findings;
}

static GHashTable *
what_stands (EhDataset *dataset)
{
  GHashTable *rows = g_hash_table_new (eh_id_hash, eh_id_equal);

  for (guint i = 0; i < dataset->looked_ats->len; i++) {
    EhLookedAt *row = dataset->looked_ats->pdata[i];

    g_hash_table_insert (rows, &row->id, row);
  }
  return rows;
}

/**
 * eh_publish_check_new:
 * @dataset: a frozen project
 * @guidance_id: the document
 * @facts: what else is known; today's date is what is needed of it
 *
 * Returns: (transfer full): whether it is safe to publish
 */
EhPublishCheck *
eh_publish_check_new (EhDataset *dataset, EhId guidance_id, const EhProjectFacts *facts)
{
  EhPublishCheck *check = g_new0 (EhPublishCheck, 1);
  g_autoptr (GHashTable) stands = what_stands (dataset);
  g_autoptr (GHashTable) voices = g_hash_table_new (eh_id_hash, eh_id_equal);
  Sorter self = { dataset, guidance_id, stands, voices, check, { 0 } };
  g_autoptr (GPtrArray) findings = NULL;

  check->items = g_ptr_array_new_with_free_func (item_free);
  find_voices (&self);
  findings = all_findings (&self, facts);
  for (guint i = 0; i < findings->len; i++)
    take (&self, findings->pdata[i]);
  say_what_is_fine (&self);
  sort_items (check);
  for (guint i = 0; i < check->items->len; i++)
    check->n[((EhPublishItem *) check->items->pdata[i])->state]++;
  return check;
}

/**
 * eh_publish_check_free:
 * @self: (nullable) (transfer full): a check
 */
void
eh_publish_check_free (EhPublishCheck *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self->reading_level);
  g_free (self);
}

/**
 * eh_publish_check_alike:
 * @self: a check
 * @state: one of its states
 *
 * Returns: (transfer full): how many in that state were found alike, to show the first few of each
 */
EhAlike *
eh_publish_check_alike (const EhPublishCheck *self, EhPublishState state)
{
  EhAlike *alike = eh_alike_new ();

  for (guint i = 0; i < self->items->len; i++) {
    const EhPublishItem *item = self->items->pdata[i];

    if (item->state == state)
      eh_alike_add (alike, item->id);
  }
  return alike;
}

/**
 * eh_publish_check_accepted:
 * @self: a check
 *
 * The reasons are not in it: they may be about somebody who withdraws later, and go with them.
 *
 * Returns: (transfer full): what somebody let stand, a line each: what was found, a tab, and the id
 * of the #EhLookedAt that says why
 */
char *
eh_publish_check_accepted (const EhPublishCheck *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++) {
    const EhPublishItem *item = self->items->pdata[i];
    g_autofree char *id = item->reason != NULL ? eh_id_to_string (item->looked_at) : NULL;

    if (id != NULL)
      g_string_append_printf (text, "%s\t%s\n", item->id, id);
  }
  return g_string_free (text, FALSE);
}

/**
 * eh_publish_item_let_stand:
 * @self: something to look at
 * @dataset: the project
 * @reason: why it is fine
 *
 * Returns: (transfer full) (nullable): the row that says so; %NULL where it has to be settled
 */
EhLookedAt *
eh_publish_item_let_stand (const EhPublishItem *self, EhDataset *dataset, const char *reason)
{
  g_autoptr (EhLookedAt) row = NULL;
  const EhBlock *block;

  if (self->looked_at == EH_ID_NONE)
    return NULL;
  row = eh_looked_at_new ();
  row->id = self->looked_at;
  eh_set_str (&row->finding, self->id);
  eh_set_str (&row->reason, reason);
  row->created_at = g_get_real_time () / G_USEC_PER_SEC;
  if (self->type == &eh_block_row_type) {
    block = eh_dataset_block (dataset, self->row);
    row->block_id = self->row;
    row->insight_id = block != NULL && eh_dataset_insight (dataset, block->insight_id) != NULL
                          ? block->insight_id
                          : EH_ID_NONE;
  } else if (self->type == &eh_participant_row_type) {
    row->participant_id = self->row;
  }
  return g_steal_pointer (&row);
}

static const char *const area_labels[EH_PUBLISH_N_AREAS] = {
  NC_ ("publish", "Consent"),
  NC_ ("publish", "Credit"),
  NC_ ("publish", "Who could be known"),
  NC_ ("publish", "Small numbers"),
  NC_ ("publish", "Earlier versions"),
  NC_ ("publish", "Evidence"),
  NC_ ("publish", "Promises"),
  NC_ ("publish", "Completeness"),
  NC_ ("publish", "Words"),
};
static const char *const state_keys[EH_PUBLISH_N_STATES] = { "must", "look", "fine" };
static const char *const state_labels[EH_PUBLISH_N_STATES] = {
  NC_ ("publish", "Must be settled"),
  NC_ ("publish", "Look at this"),
  NC_ ("publish", "Fine"),
};

/**
 * eh_publish_area_label:
 * @area: what is looked at
 *
 * Returns: (transfer none): what people call it
 */
const char *
eh_publish_area_label (EhPublishArea area)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "publish", area_labels[area]);
}

/**
 * eh_publish_state_key:
 * @state: what is to be done
 *
 * Returns: (transfer none): the same for programs
 */
const char *
eh_publish_state_key (EhPublishState state)
{
  return state_keys[state];
}

/**
 * eh_publish_state_label:
 * @state: what is to be done
 *
 * Returns: (transfer none): what stands over items of that kind
 */
const char *
eh_publish_state_label (EhPublishState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "publish", state_labels[state]);
}
