/* One way in for whatever somebody wants to import: a file or a folder, of a kind that is given or
 * told from what is in it. */

#include "eh-import.h"

#include "config.h"
#include "eh-csv.h"
#include "eh-exchange-error.h"
#include "eh-import-columns.h"
#include "eh-references.h"
#include "eh-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_LENGTH ((gsize) 16 * 1024)

static const struct {
  const char *key;
  EhImportKind kind;
} kinds[] = {
  { "people", EH_IMPORT_KIND_PEOPLE },
  { "insights", EH_IMPORT_KIND_INSIGHTS },
  { "polis", EH_IMPORT_KIND_POLIS },
  { "resources", EH_IMPORT_KIND_RESOURCES },
};

/**
 * eh_import_kind_from_key:
 * @key: "people", "insights", "polis" or "resources"
 * @kind: (out): the kind
 *
 * Returns: whether it is one
 */
gboolean
eh_import_kind_from_key (const char *key, EhImportKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].key, key) == 0) {
      *kind = kinds[i].kind;
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_column (const EhCsv *csv, const char *const *names)
{
  for (guint i = 0; i < eh_csv_n_columns (csv); i++) {
    g_autofree char *slug = eh_text_slug (eh_csv_header (csv, i));

    if (g_strv_contains (names, slug))
      return TRUE;
  }
  return FALSE;
}

/* The header alone matters, and it is near the beginning. */
static EhCsv *
read_header (GBytes *bytes)
{
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (bytes, 0,
                                                    MIN (g_bytes_get_size (bytes), HEAD_LENGTH));
  EhCsv *csv = eh_csv_read (head, NULL, NULL);

  /* The cut may have gone through a quoted cell. */
  return csv != NULL ? csv : eh_csv_read (bytes, NULL, NULL);
}

/**
 * eh_import_guess_kind:
 * @bytes: a table, or a list of publications
 *
 * Returns: what its columns or its beginning make it: a conversation, insights, people, resources;
 * %EH_IMPORT_KIND_GUESS when it cannot be told
 */
EhImportKind
eh_import_guess_kind (GBytes *bytes)
{
  static const char *const polis[] = { "comment-body", NULL };
  static const char *const words[] = { "text",     "insight",    "message",         "body",
                                       "comment",  "statement",  "response",        "answer",
                                       "kind",     "category",   "categories",      "timestamp",
                                       "activity", "created-at", "completion-time", NULL };
  static const char *const people[] = { "name",          "full-name",       "first-name",
                                        "given-name",    "surname",         "credit",
                                        "consent",       "biography",       "bio",
                                        "pseudonym",     "greeting",        "large-print",
                                        "letter-format", "letter-language", NULL };
  g_autoptr (EhCsv) csv = NULL;

  if (eh_references_guess (bytes) != EH_REFERENCE_FORMAT_NONE)
    return EH_IMPORT_KIND_RESOURCES;
  csv = read_header (bytes);
  if (csv == NULL)
    return EH_IMPORT_KIND_GUESS;
  if (has_column (csv, polis))
    return EH_IMPORT_KIND_POLIS;
  if (has_column (csv, words))
    return EH_IMPORT_KIND_INSIGHTS;
  return has_column (csv, people) ? EH_IMPORT_KIND_PEOPLE : EH_IMPORT_KIND_GUESS;
}

/* A file of which nobody can say what it holds: damaged, and then that is the news, or sound. */
static EhImportPlan *
refuse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (EhImportPlan) plan = eh_import_plan_new ();
  g_autoptr (EhCsv) csv = eh_import_open_csv (bytes, plan);

  if (csv == NULL)
    return g_steal_pointer (&plan);
  g_set_error (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_UNSUPPORTED,
               _ ("It cannot be told whether %s holds people or insights: say which."), name);
  return NULL;
}

#define CHUNK_BYTES ((gsize) 256 * 1024)

/* All of a stream, which may be a pipe that says nothing of its size or a device that never ends;
 * %NULL without an error when it is larger than a table may be. */
static GBytes *
read_bounded (GInputStream *stream, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  gsize n_read;

  do {
    gsize before = all->len;

    g_byte_array_set_size (all, (guint) (before + CHUNK_BYTES));
    if (!g_input_stream_read_all (stream, all->data + before, CHUNK_BYTES, &n_read, NULL, error))
      return NULL;
    g_byte_array_set_size (all, (guint) (before + n_read));
    if (all->len > EH_CSV_MAX_BYTES)
      return NULL;
  } while (n_read == CHUNK_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  GBytes *bytes = stream != NULL ? read_bounded (G_INPUT_STREAM (stream), &local) : NULL;

  if (bytes != NULL)
    return bytes;
  if (local == NULL) {
    g_autofree char *limit = g_format_size_full (EH_CSV_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

    g_set_error (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_LIMIT,
                 _ ("The file is too large: a table may have up to %s."), limit);
  } else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)) {
    g_set_error (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_READ, _ ("There is no file %s."),
                 name);
  } else {
    g_set_error (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_READ, _ ("%s could not be read: %s"),
                 name, local->message);
  }
  return NULL;
}

static GBytes *
read_beside (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? read_file (path, error) : NULL;
}

static EhImportPlan *
read_polis (const char *path, const EhImportOptions *options, GError **error)
{
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = is_folder ? g_strdup (absolute) : g_path_get_dirname (absolute);
  g_autofree char *file = is_folder ? g_build_filename (path, "comments.csv", NULL)
                                    : g_strdup (path);
  g_autofree char *name = g_path_get_basename (folder);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) comments = read_file (file, error);
  g_autoptr (GBytes) votes = NULL;
  g_autoptr (GBytes) summary = NULL;
  EhImportOptions with_name = *options;

  if (comments == NULL)
    return NULL;
  if (is_folder)
    votes = read_beside (folder, "participants-votes.csv", &local);
  if (local == NULL)
    summary = read_beside (folder, "summary.csv", &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (with_name.file_name == NULL)
    with_name.file_name = name;
  return eh_import_polis (comments, votes, summary, &with_name);
}

/**
 * eh_import_read:
 * @path: a file, or the folder of a Polis conversation
 * @kind: what it is, or %EH_IMPORT_KIND_GUESS
 * @options: what was asked; without a file name, that of @path is taken
 * @error: where to say why nothing could be read
 *
 * Sets %EH_EXCHANGE_ERROR_READ for what is not there or may not be read, %EH_EXCHANGE_ERROR_LIMIT
 * for what is too large, %EH_EXCHANGE_ERROR_UNSUPPORTED when the kind cannot be told. What is wrong
 * inside a file that could be read is an error of the plan, with its line. Touches no project, and
 * may be called from any thread.
 *
 * Returns: (transfer full) (nullable): what it would add
 */
EhImportPlan *
eh_import_read (const char *path, EhImportKind kind, const EhImportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  EhImportOptions with_name = *options;

  if (kind == EH_IMPORT_KIND_POLIS || g_file_test (path, G_FILE_TEST_IS_DIR)) {
    if (kind != EH_IMPORT_KIND_POLIS && kind != EH_IMPORT_KIND_GUESS) {
      g_set_error (error, EH_EXCHANGE_ERROR, EH_EXCHANGE_ERROR_READ,
                   _ ("%s is a folder, not a file."), name);
      return NULL;
    }
    return read_polis (path, options, error);
  }
  bytes = read_file (path, error);
  if (bytes == NULL)
    return NULL;
  if (with_name.file_name == NULL)
    with_name.file_name = name;
  if (kind == EH_IMPORT_KIND_GUESS)
    kind = eh_import_guess_kind (bytes);
  switch (kind) {
  case EH_IMPORT_KIND_PEOPLE:
    return eh_import_people_csv (bytes, &with_name);
  case EH_IMPORT_KIND_INSIGHTS:
    return eh_import_insights_csv (bytes, &with_name);
  case EH_IMPORT_KIND_POLIS:
    return read_polis (path, options, error);
  case EH_IMPORT_KIND_RESOURCES:
    return eh_references_read (bytes, eh_references_guess (bytes));
  case EH_IMPORT_KIND_GUESS:
  default:
    return refuse (bytes, name, error);
  }
}
