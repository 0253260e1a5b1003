/* Words that were typed and not added yet, kept on this computer beside the working copy: a window
 * that closes or stops does not lose them. They are no part of the project: neither the user's file
 * nor its history ever holds them. As the working copy they are readable by their owner only, and
 * they are gone as soon as they are added or cleared. */

#include "eh-draft.h"

#include "eh-text.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define GROUP      "draft"
#define UNFINISHED ".new"

/**
 * eh_draft_new:
 *
 * Returns: (transfer full): a draft with no words
 */
EhDraft *
eh_draft_new (void)
{
  EhDraft *self = g_new0 (EhDraft, 1);

  self->words = g_strdup ("");
  self->contributors = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_contributor_free);
  return self;
}

void
eh_draft_free (EhDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_ptr_array_unref (self->contributors);
  g_free (self);
}

static char *
path_of (EhStore *store, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (eh_store_get_path (store));

  return g_build_filename (folder, name, NULL);
}

/* A pair of ids for each person: who, and whose hat they wore. */
static void
read_contributors (EhDraft *self, GKeyFile *file)
{
  g_auto (GStrv) who = g_key_file_get_string_list (file, GROUP, "who", NULL, NULL);

  for (guint i = 0; who != NULL && who[i] != NULL && who[i + 1] != NULL; i += 2) {
    EhContributor *one = eh_contributor_new ();

    one->participant_id = g_ascii_strtoll (who[i], NULL, 10);
    one->speaking_as = g_ascii_strtoll (who[i + 1], NULL, 10);
    g_ptr_array_add (self->contributors, one);
  }
}

static void
write_contributors (const EhDraft *self, GKeyFile *file)
{
  g_autoptr (GPtrArray) who = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->contributors->len; i++) {
    const EhContributor *one = self->contributors->pdata[i];

    g_ptr_array_add (who, g_strdup_printf ("%" G_GINT64_FORMAT, one->participant_id));
    g_ptr_array_add (who, g_strdup_printf ("%" G_GINT64_FORMAT, one->speaking_as));
  }
  g_key_file_set_string_list (file, GROUP, "who", (const char *const *) who->pdata, who->len);
}

/**
 * eh_draft_load_from:
 * @path: where one is kept
 *
 * Returns: (transfer full) (nullable): what was left unfinished there, if there is anything
 */
EhDraft *
eh_draft_load_from (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *words = NULL;
  EhDraft *self;
  int kind;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  words = g_key_file_get_string (file, GROUP, "words", NULL);
  if (words == NULL || eh_text_is_blank (words))
    return NULL;
  self = eh_draft_new ();
  eh_set_str (&self->words, words);
  kind = g_key_file_get_integer (file, GROUP, "kind", NULL);
  self->kind = kind >= 0 && kind < EH_INSIGHT_KIND_N_VALUES ? (EhInsightKind) kind
                                                            : EH_INSIGHT_KIND_NONE;
  self->role_group_id = g_key_file_get_int64 (file, GROUP, "group", NULL);
  read_contributors (self, file);
  return self;
}

/**
 * eh_draft_remove_unfinished:
 * @path: where a draft is kept
 *
 * Removes what a program that was killed while it kept one has left beside it.
 */
void
eh_draft_remove_unfinished (const char *path)
{
  g_autofree char *unfinished = g_strconcat (path, UNFINISHED, NULL);

  g_unlink (unfinished);
}

/**
 * eh_draft_load:
 * @store: the store of a working copy
 *
 * Returns: (transfer full) (nullable): what was left unfinished, if there is anything
 */
EhDraft *
eh_draft_load (EhStore *store)
{
  g_autofree char *path = path_of (store, EH_DRAFT_FILE);

  eh_draft_remove_unfinished (path);
  return eh_draft_load_from (path);
}

static gboolean
write_all (const char *path, const char *bytes, gsize size)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean ok = fd >= 0;

  for (gsize done = 0; ok && done < size;) {
    gssize n = write (fd, bytes + done, size - done);

    ok = n > 0;
    done += ok ? (gsize) n : 0;
  }
  return fd >= 0 && close (fd) == 0 && ok;
}

/**
 * eh_draft_save:
 * @self: a draft with words
 * @store: the store of a working copy
 *
 * Keeps it until it is saved again or forgotten. Not flushed to the disk, for this is done while
 * somebody types: a program that is killed loses nothing, a computer that loses power perhaps the
 * last seconds.
 *
 * Returns: whether it is kept; if not, the draft before it is
 */
gboolean
eh_draft_save (const EhDraft *self, EhStore *store)
{
  g_autofree char *path = path_of (store, EH_DRAFT_FILE);
  /* The same name each time, so that no crash can leave more than one behind. */
  g_autofree char *next = path_of (store, EH_DRAFT_FILE UNFINISHED);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_key_file_set_string (file, GROUP, "words", self->words);
  g_key_file_set_integer (file, GROUP, "kind", (int) self->kind);
  g_key_file_set_int64 (file, GROUP, "group", self->role_group_id);
  write_contributors (self, file);
  bytes = g_key_file_to_data (file, &size, NULL);
  if (write_all (next, bytes, size) && g_rename (next, path) == 0)
    return TRUE;
  g_unlink (next);
  return FALSE;
}

/**
 * eh_draft_forget:
 * @store: the store of a working copy
 *
 * Removes what was kept: it is added, or its writer has cleared it.
 */
void
eh_draft_forget (EhStore *store)
{
  g_autofree char *path = path_of (store, EH_DRAFT_FILE);
  g_autofree char *next = path_of (store, EH_DRAFT_FILE UNFINISHED);

  g_unlink (path);
  g_unlink (next);
}
