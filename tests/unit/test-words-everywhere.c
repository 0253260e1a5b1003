/* Somebody's words are copied to every place that the program has for words, in every way in which
 * people copy words; then they withdraw. No word of it may be left in a row, in the search, in the
 * history, or in any byte of the file or of what the program keeps beside it. */

#include "eh-block-comment.h"
#include "eh-coding-decision.h"
#include "eh-db.h"
#include "eh-draft.h"
#include "eh-erasing.h"
#include "eh-guidance-edit.h"
#include "eh-guidance-versions.h"
#include "eh-history.h"
#include "eh-insight-edit.h"
#include "eh-kept.h"
#include "eh-merge.h"
#include "eh-parked.h"
#include "eh-queue.h"
#include "eh-restore.h"
#include "eh-row-store.h"
#include "eh-slip.h"
#include "eh-team-template.h"
#include "eh-text.h"
#include "eh-withdrawal.h"
#include "eh-working-copy.h"

#include <glib/gstdio.h>
#include <string.h>

/* No two of these words stand anywhere else. */
#define SAID                                                                                       \
  "Zanzibar's marmalade “quokka” trombone hydrangea gooseberry - marzipan xylophone okapi "    \
  "trampoline periwinkle bandicoot"
#define GIST    "In short: flibberti gibbet wombatish kumquat rhubarbian celeriac dulcimerly tuba"
#define EARLIER "Quintessent wildebeestly oboe fandango salamandrine poppycock whirligig bassoonist"
#define REMOVED "Nincompoopy archipelago tambourine satsumas widdershinly glockenspiel yodeller emu"
#define SENT    "Hullabalooish pomegranate zitherly codswallop tarradiddle mugwumpish lollygag yak"
#define BIO     "Lackadaisic gobbledegook cassowaryan bumbershoot kerfuffled snickersnee fiddle axolotl"

static const char *const words[] = {
  "zanzibar",    "marmalade",    "quokka",     "trombone",    "hydrangea",   "gooseberry",
  "marzipan",    "xylophone",    "okapi",      "trampoline",  "periwinkle",  "bandicoot",
  "flibberti",   "wombatish",    "kumquat",    "rhubarbian",  "quintessent", "wildebeestly",
  "fandango",    "salamandrine", "whirligig",  "nincompoopy", "archipelago", "tambourine",
  "satsumas",    "glockenspiel", "hullabaloo", "pomegranate", "tarradiddle", "mugwumpish",
  "lackadaisic", "gobbledegook", "cassowary",  "bumbershoot", "kerfuffled",  "snickersnee",
};

/* As people copy. */
static const char *const copied[] = {
  SAID,
  "ZANZIBAR’S MARMALADE 'QUOKKA' TROMBONE\n\nhydrangea   gooseberry – marzipan\u00a0xylophone "
  "okapi trampoline periwinkle bandicoot!",
  "marmalade quokka trombone hydrangea gooseberry—marzipan xylophone okapi",
  "\"Zanzibar’s marmalade … trombone hydrangea … marzipan xylophone okapi … periwinkle "
  "bandicoot\"",
  "Zanzibar's marmalade [the] quokka trombone *hydrangea* gooseberry, marzipan; xylophone okapi",
  GIST,
  EARLIER,
  REMOVED,
};

#define NAME "Quillon Vexworth"

typedef struct {
  char *dir;
  char *path;
  EhStore *store;
  EhId person;
  EhId other;
  EhId insight; /* theirs */
  EhId others;  /* of somebody else */
  EhId workshop;
  EhId category;
  EhId guidance;
  EhId slip;
  guint n_put;
} Fixture;

static char *
around (guint i)
{
  return g_strdup_printf ("Before it. %s After it.", copied[i % G_N_ELEMENTS (copied)]);
}

static void
put (Fixture *f, const EhRowType *type, gconstpointer row)
{
  g_autoptr (GError) error = NULL;

  eh_store_put_one (f->store, type, row, "Put", NULL, &error);
  g_assert_no_error (error);
}

static EhId
put_person (Fixture *f, const char *name, const char *biography)
{
  g_autoptr (EhParticipant) person = eh_participant_new ();

  person->id = eh_id_new ();
  eh_set_str (&person->name, name);
  eh_set_str (&person->biography, biography);
  put (f, &eh_participant_row_type, person);
  return person->id;
}

static EhId
say (Fixture *f, EhId who, const char *text)
{
  g_autoptr (EhInsight) draft = eh_insight_new ();
  g_autoptr (GPtrArray) contributors = g_ptr_array_new_with_free_func (
      (GDestroyNotify) eh_contributor_free);
  EhContributor *one = eh_contributor_new ();
  EhId id;

  one->participant_id = who;
  g_ptr_array_add (contributors, one);
  eh_set_str (&draft->text, text);
  draft->workshop_id = f->workshop;
  id = eh_insight_record (f->store, draft, contributors, NULL, "", NULL);
  g_assert_cmpint (id, !=, EH_ID_NONE);
  return id;
}

static void
remove_insight (Fixture *f, EhId id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  g_array_append_val (ids, id);
  g_assert_true (eh_insight_remove (f->store, ids, NULL));
}

static void
put_said (Fixture *f)
{
  g_autoptr (EhWorkshop) workshop = eh_workshop_new ();
  g_autoptr (EhFramework) framework = eh_framework_new ();
  g_autoptr (EhCategory) category = eh_category_new ();
  g_autoptr (EhSlip) slip = eh_slip_new ();

  workshop->id = f->workshop = eh_id_new ();
  put (f, &eh_workshop_row_type, workshop);
  framework->id = eh_id_new ();
  put (f, &eh_framework_row_type, framework);
  category->id = f->category = eh_id_new ();
  category->framework_id = framework->id;
  put (f, &eh_category_row_type, category);
  f->person = put_person (f, NAME, BIO);
  f->other = put_person (f, "Ben", "");
  f->others = say (f, f->other, "Something that somebody else has said, at length");
  f->insight = say (f, f->person, EARLIER);
  g_assert_true (eh_insight_set_text (f->store, f->insight, SAID, NULL));
  g_assert_true (eh_insight_set_gist (f->store, f->insight, GIST, NULL));
  remove_insight (f, say (f, f->person, REMOVED));
  slip->id = f->slip = eh_id_new ();
  slip->workshop_id = f->workshop;
  slip->participant_id = f->person;
  eh_set_str (&slip->code, "ABCDE");
  put (f, &eh_slip_row_type, slip);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  memset (f, 0, sizeof *f);
  f->dir = g_dir_make_tmp ("eh-everywhere-XXXXXX", &error);
  f->path = g_build_filename (f->dir, "p.evenhand", NULL);
  f->store = eh_store_create (f->path, "Test", &error);
  g_assert_no_error (error);
  put_said (f);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_all (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  remove_all (f->dir);
  g_free (f->dir);
  g_free (f->path);
}

/* ---- Copying ---- */

static EhId
write_block (Fixture *f, EhBlockKind kind, const char *text, const char *detail)
{
  g_autoptr (EhBlock) block = eh_block_new ();
  EhId id;

  block->guidance_id = f->guidance;
  block->kind = kind;
  block->level = kind == EH_BLOCK_KIND_HEADING;
  eh_set_str (&block->text, text);
  eh_set_str (&block->detail, detail);
  id = eh_guidance_add_block (f->store, block, EH_ID_NONE, NULL);
  g_assert_cmpint (id, !=, EH_ID_NONE);
  return id;
}

/* A quotation whose words somebody has shortened until none of them can be recognised by rule. */
static EhId
quote (Fixture *f)
{
  g_autoptr (EhBlock) block = eh_block_new ();

  block->guidance_id = f->guidance;
  block->kind = EH_BLOCK_KIND_QUOTATION;
  block->insight_id = f->insight;
  eh_set_str (&block->text, "An okapi, a trombone");
  return eh_guidance_add_block (f->store, block, EH_ID_NONE, NULL);
}

static void
comment (Fixture *f, EhId block, const char *author, const char *text)
{
  g_autoptr (EhBlockComment) row = eh_block_comment_new ();

  row->id = eh_id_new ();
  row->block_id = block;
  eh_set_str (&row->author, author);
  eh_set_str (&row->text, text);
  put (f, &eh_block_comment_row_type, row);
}

static void
write_guidance (Fixture *f)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *title = around (0);
  EhId first = EH_ID_NONE, version;

  guidance->id = f->guidance = eh_id_new ();
  eh_set_str (&guidance->title, title);
  g_assert_true (eh_guidance_start (f->store, guidance, none, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++) {
    g_autofree char *text = around (i);

    write_block (f, EH_BLOCK_KIND_PARAGRAPH, copied[i], "");
    for (guint kind = 0; kind < EH_BLOCK_KIND_N_VALUES; kind++)
      first = write_block (f, (EhBlockKind) kind, text, text);
  }
  write_block (f, EH_BLOCK_KIND_PARAGRAPH, BIO, "");
  quote (f);
  comment (f, first, "Ben", SAID);
  comment (f, first, NAME, "I am " BIO);
  version = eh_guidance_keep_version (f->store, f->guidance, "As we " REMOVED, NAME, NULL);
  g_assert_cmpint (version, !=, EH_ID_NONE);
  version = eh_guidance_keep_version (f->store, f->guidance, "Gone since", "Ben", NULL);
  g_assert_true (
      eh_store_remove_one (f->store, &eh_guidance_version_row_type, version, "Removed", NULL));
  g_assert_true (
      eh_guidance_set_evidence (f->store, first, f->others, TRUE, EH_STANCE_SUPPORTS, NULL));
  g_assert_true (eh_guidance_park (f->store, f->guidance, f->others, "As was said: " SAID, NULL));
}

/* As the team keeps its own, with the words that somebody typed. */
static void
keep_template (Fixture *f)
{
  g_autoptr (EhTeamTemplate) row = eh_team_template_new ();
  GString *structure = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (copied); i++) {
    g_autofree char *escaped = g_strescape (copied[i], NULL);

    g_string_append_printf (structure, "paragraph\t0\t\tBefore. %s After.\n", escaped);
  }
  row->id = eh_id_new ();
  eh_set_str (&row->name, "As in: " SAID);
  g_free (row->structure);
  row->structure = g_string_free (structure, FALSE);
  put (f, &eh_team_template_row_type, row);
}

/* What the history alone knows. */
static void
write_and_remove (Fixture *f)
{
  EhId quotation = quote (f);
  EhId block = write_block (f, EH_BLOCK_KIND_PARAGRAPH, copied[3], "");
  g_autoptr (EhBlock) changed = NULL;

  g_assert_true (eh_guidance_remove_block (f->store, quotation, NULL));
  g_assert_true (eh_guidance_remove_block (f->store, block, NULL));
  block = write_block (f, EH_BLOCK_KIND_PARAGRAPH, copied[1], "");
  changed = eh_reader_get (eh_store_get_db (f->store), &eh_block_row_type, block);
  eh_set_str (&changed->text, "Something else by now");
  g_assert_true (eh_guidance_change_block (f->store, changed, "text", NULL));
}

static EhId
reference_for (Fixture *f, const char *column)
{
  if (g_str_equal (column, "workshop_id"))
    return f->workshop;
  if (g_str_equal (column, "insight_id"))
    return f->others;
  if (g_str_equal (column, "participant_id"))
    return f->other;
  if (g_str_equal (column, "category_id"))
    return f->category;
  return g_str_equal (column, "guidance_id") ? f->guidance : EH_ID_NONE;
}

/* Somebody copies words into every member of a row of every kind. */
static void
put_one_of (Fixture *f, const EhRowType *type)
{
  gpointer row = eh_row_new (type);

  *(EhId *) row = type == &eh_look_row_type ? 1 : eh_id_new ();
  for (guint i = 1; i < type->n_fields; i++) {
    const EhField *field = &type->fields[i];
    gpointer member = (char *) row + field->offset;

    if (field->kind == EH_FIELD_TEXT) {
      g_free (*(char **) member);
      *(char **) member = around (f->n_put++);
    } else if (field->kind == EH_FIELD_ID) {
      *(EhId *) member = reference_for (f, field->name);
    }
  }
  put (f, type, row);
  eh_row_free (type, row);
}

/* What people say of themselves is theirs, a picture is none of words, and the rest has its test.
 */
static gboolean
is_put_elsewhere (const EhRowType *type)
{
  return type == &eh_participant_row_type || type == &eh_consent_row_type ||
         type == &eh_look_row_type || type == &eh_project_row_type ||
         type == &eh_team_template_row_type || type == &eh_guidance_version_row_type ||
         type == &eh_contributor_row_type || type == &eh_attendance_row_type ||
         type == &eh_insight_row_type;
}

static void
put_everything (Fixture *f)
{
  guint n_types;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (!is_put_elsewhere (types[i]))
      put_one_of (f, types[i]);
}

static void
send (Fixture *f, EhId slip, const char *text, const char *reason)
{
  g_autoptr (EhReceived) row = eh_received_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  row->id = eh_id_new ();
  row->insight_id = eh_id_new ();
  row->slip_id = slip;
  row->workshop_id = f->workshop;
  g_free (row->nonce_hash);
  row->nonce_hash = g_strdup_printf ("%u", f->n_put++);
  eh_set_str (&row->text, text);
  g_assert_true (eh_queue_add (f->store, row, NULL));
  g_array_append_val (ids, row->id);
  if (reason != NULL)
    g_assert_true (eh_queue_refuse (f->store, ids, reason, TRUE, NULL));
}

/* As the parts of the window do, one after another. */
static void
copy_everywhere (Fixture *f)
{
  g_autoptr (EhPromise) promise = eh_promise_new ();
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (EhId));

  write_guidance (f);
  write_and_remove (f);
  keep_template (f);
  put_everything (f);
  g_array_append_val (others, f->others);
  g_assert_true (eh_insight_set_parked (f->store, others, TRUE, "Parked: " SAID, NULL));
  g_assert_true (eh_insight_set_mapped (f->store, others, f->category, TRUE, "", 0, NULL));
  send (f, f->slip, SENT, NULL);
  send (f, f->slip, SENT " again", "It says " SENT);
  send (f, EH_ID_NONE, "Something by somebody else", "It is like this: " SAID);
  write_block (f, EH_BLOCK_KIND_PARAGRAPH, "As they sent: " SENT, "");
  promise->id = eh_id_new ();
  eh_set_str (&promise->text, SAID);
  g_assert_true (
      eh_store_put_one (f->store, &eh_promise_row_type, promise, "Promised " SAID, NULL, NULL));
}

/* ---- Looking ---- */

static gboolean
holds (const char *bytes, gsize size, const char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i + length <= size; i++)
    if (g_ascii_tolower (bytes[i]) == word[0] && g_ascii_strncasecmp (bytes + i, word, length) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_in_file (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  guint n = 0;

  for (guint i = 0; file != NULL && i < G_N_ELEMENTS (words); i++)
    if (holds (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), words[i])) {
      g_test_message ("%s has %s", path, words[i]);
      n++;
    }
  return n;
}

static guint
count_in_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_in_folder (path) : count_in_file (path);
  }
  return n;
}

static void
search_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  int found = 0;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    found |= holds (text, strlen (text), words[i]);
  sqlite3_result_int (context, found);
}

/* In rows, as the program reads them. */
static guint
count_in_rows (EhDb *db)
{
  guint n_types, n = 0;
  const EhRowType *const *types = eh_row_store_tables (&n_types);

  sqlite3_create_function (eh_db_handle (db), "is_theirs", 1, SQLITE_UTF8, NULL, search_cb, NULL,
                           NULL);
  for (guint i = 0; i < n_types; i++)
    for (guint f = 0; f < types[i]->n_fields; f++) {
      const EhField *field = &types[i]->fields[f];
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE is_theirs (%s)",
                                              types[i]->table, field->name);
      guint found = field->kind == EH_FIELD_TEXT ? (guint) eh_db_value (db, sql, 1000) : 0;

      if (found > 0)
        g_test_message ("%s.%s has it %u times", types[i]->table, field->name, found);
      n += found;
    }
  return n;
}

static guint
count_in_index (EhDb *db)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *sql = g_strdup_printf (
        "SELECT count (*) FROM insight_words WHERE insight_words MATCH '%s'", words[i]);

    n += (guint) eh_db_value (db, sql, 1000);
  }
  return n;
}

static void
assert_sound (Fixture *f)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (GPtrArray) steps = eh_history_list (db, 0, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < steps->len; i++) {
    g_autoptr (GBytes) changes = eh_history_changes (db, ((EhHistoryStep *) steps->pdata[i])->seq,
                                                     &error);

    g_assert_no_error (error);
  }
  g_assert_cmpint (eh_db_value (db, "SELECT count (*) FROM pragma_foreign_key_check", 1), ==, 0);
  eh_db_exec (db, "INSERT INTO insight_words (insight_words, rank) VALUES ('integrity-check', 1)",
              &error);
  g_assert_no_error (error);
}

static EhWithdrawalPlan *
rehearse (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  EhWithdrawalPlan *plan = eh_withdrawal_plan_new (eh_store_get_db (f->store), f->person,
                                                   EH_WITHDRAWAL_REMOVE_ALL, &error);

  g_assert_no_error (error);
  return plan;
}

static void
withdraw (Fixture *f, EhWithdrawalPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhWithdrawalPlan) copy = eh_withdrawal_plan_copy (plan);

  eh_withdrawal_apply (f->store, copy, &error);
  g_assert_no_error (error);
}

static void
assert_gone (Fixture *f)
{
  EhDb *db = eh_store_get_db (f->store);

  g_assert_cmpuint (count_in_rows (db), ==, 0);
  g_assert_cmpuint (count_in_index (db), ==, 0);
  g_assert_cmpuint (count_in_folder (f->dir), ==, 0);
  assert_sound (f);
}

static void
test_everywhere (Fixture *f, gconstpointer data)
{
  g_autoptr (EhWithdrawalPlan) plan = NULL;
  gint64 n_blocks, n_before;

  copy_everywhere (f);
  g_assert_true (eh_store_undo (f->store, NULL)); /* and could be done again */
  n_before = eh_reader_count (eh_store_get_db (f->store), &eh_block_row_type);
  plan = rehearse (f);
  g_assert_cmpuint (plan->past->len, ==, 1);
  g_assert_cmpuint (plan->n_versions, ==, 1);
  g_assert_cmpuint (plan->n_waiting_erased, ==, 2);
  for (guint i = 0; i < plan->places->len; i++)
    g_assert_true (((EhWordsPlace *) plan->places->pdata[i])->take_out);
  withdraw (f, plan);
  assert_gone (f);
  /* Parts that held nothing else are gone, and whatever stood around the words is there. */
  n_blocks = eh_reader_count (eh_store_get_db (f->store), &eh_block_row_type);
  g_assert_cmpint (n_blocks, ==, n_before - (gint64) G_N_ELEMENTS (copied) - 1);
  g_assert_cmpint (eh_db_value (eh_store_get_db (f->store),
                                "SELECT count (*) FROM block WHERE text LIKE 'Before it. [words"
                                " taken out at the person’s wish]% After it.' AND flag <> ''",
                                0),
                   ==, EH_BLOCK_KIND_N_VALUES * (gint64) G_N_ELEMENTS (copied) + 1);
}

static EhWordsPlace *
place_in (EhWithdrawalPlan *plan, const EhRowType *type, EhId id)
{
  for (guint i = 0; i < plan->places->len; i++) {
    EhWordsPlace *place = plan->places->pdata[i];

    if (place->type == type && place->id == id)
      return place;
  }
  g_assert_not_reached ();
}

static char *
text_of (Fixture *f, EhId block_id)
{
  g_autoptr (EhBlock) block = eh_reader_get (eh_store_get_db (f->store), &eh_block_row_type,
                                             block_id);

  return g_strdup (block != NULL ? block->text : NULL);
}

static void
start_guidance (Fixture *f)
{
  g_autoptr (EhGuidance) guidance = eh_guidance_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  guidance->id = f->guidance = eh_id_new ();
  g_assert_true (eh_guidance_start (f->store, guidance, none, NULL));
}

/* What was read and let stand does, in that one place and nowhere else. */
static void
test_choices (Fixture *f, gconstpointer data)
{
  g_autoptr (EhWithdrawalPlan) plan = NULL;
  g_autofree char *kept_text = NULL;
  g_autofree char *taken_text = NULL;
  EhId kept, taken, same, both;

  start_guidance (f);
  kept = write_block (f, EH_BLOCK_KIND_PARAGRAPH, SAID, "");
  taken = write_block (f, EH_BLOCK_KIND_PARAGRAPH, SAID " And more.", "");
  same = say (f, f->other, "I say so as well: " SAID);
  both = say (f, f->other, "So do I: " SAID);
  plan = rehearse (f);
  g_assert_true (place_in (plan, &eh_block_row_type, kept)->goes);
  g_assert_false (place_in (plan, &eh_block_row_type, taken)->goes);
  g_assert_false (place_in (plan, &eh_insight_row_type, same)->take_out);
  g_assert_true (place_in (plan, &eh_insight_row_type, same)->others);
  place_in (plan, &eh_block_row_type, kept)->take_out = FALSE;
  place_in (plan, &eh_insight_row_type, both)->take_out = TRUE;
  withdraw (f, plan);
  kept_text = text_of (f, kept);
  taken_text = text_of (f, taken);
  g_assert_cmpstr (kept_text, ==, SAID);
  g_assert_cmpstr (taken_text, ==, "[words taken out at the person’s wish] And more.");
  g_assert_cmpuint (count_in_rows (eh_store_get_db (f->store)), ==, 2);
  assert_sound (f);
  g_assert_true (eh_store_remove_one (f->store, &eh_block_row_type, kept, "Removed", NULL));
  g_assert_true (eh_store_undo (f->store, NULL));
}

/* ---- Two copies ---- */

static char *
second_copy (Fixture *f)
{
  char *path = g_build_filename (f->dir, "copy.evenhand", NULL);

  g_assert_true (eh_db_vacuum_into (eh_store_get_db (f->store), path, NULL));
  return path;
}

static void
merge (EhStore *ours, const char *theirs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EhMergePlan) plan = eh_merge_plan_new (eh_store_get_db (ours), theirs, &error);

  g_assert_no_error (error);
  eh_merge_apply (ours, plan, "Merged", &error);
  g_assert_no_error (error);
}

/* A copy that has not heard of it brings nothing back, and is cleaned when it hears of it; also of
 * what was written there since. */
static void
test_merge (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (EhStore) other = NULL;
  g_autoptr (EhWithdrawalPlan) plan = NULL;
  gboolean first = GPOINTER_TO_INT (data);
  EhStore *mine = f->store;
  EhId kept;

  start_guidance (f);
  kept = write_block (f, EH_BLOCK_KIND_PARAGRAPH, "Let stand: " SAID, "");
  write_guidance (f);
  write_and_remove (f);
  path = second_copy (f);
  other = eh_store_open (path, NULL);
  f->store = other;
  put_one_of (f, &eh_promise_row_type);
  write_block (f, EH_BLOCK_KIND_CALLOUT, "In the other room: " SAID, "");
  eh_guidance_keep_version (f->store, f->guidance, "There", "Ben", NULL);
  f->store = mine;
  plan = rehearse (f);
  place_in (plan, &eh_block_row_type, kept)->take_out = FALSE;
  withdraw (f, plan);
  if (first)
    merge (f->store, path);
  merge (other, f->path);
  merge (f->store, path);
  g_assert_cmpuint (count_in_rows (eh_store_get_db (f->store)), ==, 1);
  g_assert_cmpuint (count_in_rows (eh_store_get_db (other)), ==, 1);
  g_assert_true (eh_store_remove_one (f->store, &eh_block_row_type, kept, "Removed", NULL));
  assert_sound (f);
  merge (other, f->path);
  g_assert_cmpuint (count_in_rows (eh_store_get_db (other)), ==, 0);
}

/* ---- Beside the file ---- */

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static EhWorkingCopy *
open_window (Fixture *f)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EhWorkingCopy *copy;

  eh_working_copy_open_async (file, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  copy = eh_working_copy_open_finish (result, &error);
  g_assert_no_error (error);
  return copy;
}

static void
close_window (EhWorkingCopy *copy)
{
  g_autoptr (GAsyncResult) result = NULL;

  eh_working_copy_close_async (copy, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (eh_working_copy_close_finish (copy, result, NULL));
}

/* As the window does it: a list of what is kept, for its owner to delete. */
static void
delete_kept (Fixture *f, EhWithdrawalPlan *plan)
{
  g_autoptr (GArray) gone = eh_withdrawal_plan_list_gone (plan);
  const EhKeptQuery query = { eh_store_get_path (f->store), f->path, gone, NAME, plan->words };
  g_autoptr (GPtrArray) kept = eh_kept_list (&query, NULL, NULL);
  guint n_drafts = 0;

  for (guint i = 0; i < kept->len; i++) {
    EhKept *one = kept->pdata[i];

    n_drafts += one->kind == EH_KEPT_KIND_DRAFT;
    if (one->holds)
      g_assert_true (eh_kept_delete (one, NULL));
  }
  g_assert_cmpuint (n_drafts, ==, 1);
}

/* A window, with a backup, something that is being typed, and its working copy. */
static void
test_beside (Fixture *f, gconstpointer data)
{
  g_autoptr (EhWorkingCopy) window = NULL;
  g_autoptr (EhDraft) draft = eh_draft_new ();
  g_autoptr (EhWithdrawalPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  EhStore *direct = f->store;

  copy_everywhere (f);
  g_clear_object (&direct);
  window = open_window (f);
  f->store = eh_working_copy_get_store (window);
  g_assert_true (eh_backup_make (eh_store_get_db (f->store), EH_BACKUP_REASON_IMPORT, &error));
  g_assert_no_error (error);
  eh_set_str (&draft->words, "They also said " SAID);
  g_assert_true (eh_draft_save (draft, f->store));
  g_assert_cmpuint (count_in_folder (g_get_user_data_dir ()), >, 0);
  plan = rehearse (f);
  withdraw (f, plan);
  delete_kept (f, plan);
  while (eh_working_copy_get_save_state (window) == EH_SAVE_STATE_WAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_in_rows (eh_store_get_db (f->store)), ==, 0);
  g_assert_cmpuint (count_in_folder (f->dir), ==, 0);
  g_assert_cmpuint (count_in_folder (g_get_user_data_dir ()), ==, 0);
  g_assert_cmpuint (count_in_folder (g_get_user_state_dir ()), ==, 0);
  g_assert_cmpuint (count_in_folder (g_get_user_cache_dir ()), ==, 0);
  f->store = NULL;
  close_window (window);
  g_assert_cmpuint (count_in_folder (f->dir), ==, 0);
}

/* Whoever takes something back from their own phone. */
static void
test_taken_back (Fixture *f, gconstpointer data)
{
  EhDb *db = eh_store_get_db (f->store);
  g_autoptr (EhReceived) row = eh_received_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EhId));

  start_guidance (f);
  row->id = eh_id_new ();
  row->insight_id = eh_id_new ();
  row->workshop_id = f->workshop;
  eh_set_str (&row->text, SENT);
  g_assert_true (eh_queue_add (f->store, row, NULL));
  g_array_append_val (ids, row->id);
  g_assert_true (eh_queue_accept (f->store, ids, NULL));
  write_block (f, EH_BLOCK_KIND_PARAGRAPH, "As somebody sent: " SENT, "");
  eh_guidance_keep_version (f->store, f->guidance, "First", "", NULL);
  g_assert_true (holds (SENT, strlen (SENT), "hullabaloo"));
  g_assert_true (eh_queue_erase (f->store, row->id, NULL));
  count_in_rows (db);
  g_assert_cmpint (eh_db_value (db, "SELECT count (*) FROM block WHERE is_theirs (text)", 1), ==,
                   0);
  g_assert_cmpint (
      eh_db_value (db, "SELECT count (*) FROM guidance_version WHERE is_theirs (body)", 1), ==, 0);
  assert_sound (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/words-everywhere/everywhere", test_everywhere);
  ADD ("/words-everywhere/choices", test_choices);
  ADD ("/words-everywhere/beside", test_beside);
  ADD ("/words-everywhere/taken-back", test_taken_back);
  g_test_add ("/words-everywhere/merge/there-first", Fixture, GINT_TO_POINTER (FALSE), set_up,
              test_merge, tear_down);
  g_test_add ("/words-everywhere/merge/here-first", Fixture, GINT_TO_POINTER (TRUE), set_up,
              test_merge, tear_down);
  return g_test_run ();
}
