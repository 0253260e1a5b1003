/* A file inside a ZIP archive that a passphrase protects, as ordinary tools make and open them:
 * WinZip's AES with 256 bits (its "AE" specification 1.04; the extra field 0x9901, strength 3),
 * written and read by libarchive. As WinZip does, libarchive writes AE-1, which keeps the checksum
 * of what is inside beside the authentication code. The format stretches a passphrase by a thousand
 * rounds only, so that its length is what protects.
 *
 * An archive comes from outside. Its directory is read before anything is written; its one entry is
 * written to a path of ours whatever it is called, and no further than any project would go. */

#include "eh-protected-copy.h"

#include "config.h"
#include "eh-text.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_QUARK (eh - protected - error - quark, eh_protected_error)

#define BLOCK (256 * 1024)
/* No project is larger. */
#define MAX_SIZE (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
/* A project shrinks to a third or a tenth. What shrinks more than this, and is not small, was made
 * to fill a disk. */
#define MAX_RATIO  200
#define SMALL_SIZE (64 * 1024 * 1024)

typedef struct archive ArchiveRead;
typedef struct archive ArchiveWrite;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveRead, archive_read_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveWrite, archive_write_free)
typedef struct archive_entry Entry;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, archive_entry_free)

static gboolean
fail (GError **error, EhProtectedError code, const char *sentence)
{
  g_set_error_literal (error, EH_PROTECTED_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
fail_damaged (GError **error, struct archive *archive)
{
  g_debug ("%s", archive_error_string (archive));
  return fail (
      error, EH_PROTECTED_ERROR_DAMAGED,
      _ ("This copy is damaged: it was cut short or changed on its way. Ask for it again."));
}

static gboolean
fail_writing (GError **error, const char *why)
{
  g_debug ("%s", why);
  return fail (error, EH_PROTECTED_ERROR_UNREACHABLE,
               _ ("The copy could not be written. Is there room on the disk, and may you write "
                  "there?"));
}

/**
 * eh_passphrase_free:
 * @passphrase: (nullable): a passphrase
 *
 * Frees it, and leaves nothing of it in memory.
 */
void
eh_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

/**
 * eh_protected_copy_is_archive:
 * @path: a file
 *
 * Returns: whether it begins as a ZIP archive with something in it does (PKWARE APPNOTE 6.3, 4.3.7)
 */
gboolean
eh_protected_copy_is_archive (const char *path)
{
  guint8 head[4] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gboolean is;

  if (fd < 0)
    return FALSE;
  is = read (fd, head, sizeof head) == sizeof head && memcmp (head, "PK\3\4", 4) == 0;
  close (fd);
  return is;
}

/* What goes to the file that the user chose. */
typedef struct {
  GOutputStream *out;
  GCancellable *cancellable;
  GError *error;
} Sink;

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t size)
{
  Sink *sink = data;

  if (g_output_stream_write_all (sink->out, bytes, size, NULL, sink->cancellable, &sink->error))
    return (la_ssize_t) size;
  archive_set_error (archive, EIO, "%s", sink->error->message);
  return -1;
}

static ArchiveWrite *
open_to_write (Sink *sink, const char *passphrase, GError **error)
{
  g_autoptr (ArchiveWrite) archive = archive_write_new ();

  if (archive_write_set_format_zip (archive) != ARCHIVE_OK ||
      archive_write_set_options (archive, "zip:encryption=aes256,zip:hdrcharset=UTF-8") !=
          ARCHIVE_OK ||
      archive_write_set_passphrase (archive, passphrase) != ARCHIVE_OK ||
      /* No padding after the archive's end. */
      archive_write_set_bytes_in_last_block (archive, 1) != ARCHIVE_OK ||
      archive_write_open (archive, sink, NULL, write_cb, NULL) != ARCHIVE_OK) {
    g_debug ("%s", archive_error_string (archive));
    fail (error, EH_PROTECTED_ERROR_UNAVAILABLE,
          _ ("This computer’s archive library cannot protect a copy with a passphrase."));
    return NULL;
  }
  return g_steal_pointer (&archive);
}

static gboolean
write_head (struct archive *archive, const char *entry_name, gint64 size)
{
  g_autoptr (Entry) entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, entry_name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_mtime (entry, g_get_real_time () / G_USEC_PER_SEC, 0);
  archive_entry_set_size (entry, size);
  return archive_write_header (archive, entry) == ARCHIVE_OK;
}

static gboolean
write_content (struct archive *archive,
               int fd,
               gint64 size,
               EhProtectedProgress progress,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  gint64 done = 0;

  while (done < size) {
    ssize_t n;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    n = read (fd, block, BLOCK);
    if (n <= 0 || archive_write_data (archive, block, (size_t) n) != n)
      return fail_writing (error, n <= 0 ? "short read" : archive_error_string (archive));
    done += n;
    if (progress != NULL)
      progress ((double) done / (double) size, data);
  }
  return TRUE;
}

static gboolean
check_passphrase (const char *passphrase, GError **error)
{
  g_autofree char *sentence = NULL;

  if (g_utf8_strlen (passphrase, -1) >= EH_PASSPHRASE_MIN)
    return TRUE;
  sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "A passphrase has at least %u character.",
                   "A passphrase has at least %u characters.", EH_PASSPHRASE_MIN),
      EH_PASSPHRASE_MIN);
  return fail (error, EH_PROTECTED_ERROR_WEAK_PASSPHRASE, sentence);
}

static gboolean
write_archive (int fd,
               gint64 size,
               Sink *sink,
               const char *entry_name,
               const char *passphrase,
               EhProtectedProgress progress,
               gpointer data,
               GError **error)
{
  g_autoptr (ArchiveWrite) archive = open_to_write (sink, passphrase, error);

  if (archive == NULL)
    return FALSE;
  if (!write_head (archive, entry_name, size))
    return fail_writing (error, archive_error_string (archive));
  if (!write_content (archive, fd, size, progress, data, sink->cancellable, error)) {
    archive_write_fail (archive);
    return FALSE;
  }
  if (archive_write_close (archive) != ARCHIVE_OK)
    return fail_writing (error, archive_error_string (archive));
  return TRUE;
}

/* Closing a stream of g_file_replace() with a cancelled cancellable leaves the old file. */
static void
discard (GOutputStream *out)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (out, cancelled, NULL);
}

/**
 * eh_protected_copy_write:
 * @from: the file to protect
 * @to: the archive to make; what is there is replaced when all is written, and not before
 * @entry_name: what the file is called inside, UTF-8
 * @passphrase: at least %EH_PASSPHRASE_MIN characters, UTF-8
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): to give up
 * @error: set to a #EhProtectedError, or %G_IO_ERROR_CANCELLED
 *
 * Makes an archive that holds the file, encrypted. A new one is readable by its owner alone.
 * Nothing is written anywhere that is not encrypted.
 *
 * Returns: whether it is there
 */
gboolean
eh_protected_copy_write (const char *from,
                         GFile *to,
                         const char *entry_name,
                         const char *passphrase,
                         EhProtectedProgress progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GError) io_error = NULL;
  Sink sink = { NULL, cancellable, NULL };
  GStatBuf info;
  int fd;
  gboolean ok;

  if (!check_passphrase (passphrase, error))
    return FALSE;
  fd = g_open (from, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0 || fstat (fd, &info) != 0) {
    if (fd >= 0)
      close (fd);
    return fail_writing (error, g_strerror (errno));
  }
  out = g_file_replace (to, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, &io_error);
  if (out == NULL) {
    close (fd);
    return fail_writing (error, io_error->message);
  }
  sink.out = G_OUTPUT_STREAM (out);
  ok = write_archive (fd, info.st_size, &sink, entry_name, passphrase, progress, data, error);
  close (fd);
  g_clear_error (&sink.error);
  if (!ok) {
    discard (G_OUTPUT_STREAM (out));
    if (g_cancellable_is_cancelled (cancellable)) {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
    }
    return FALSE;
  }
  return g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, &io_error) ||
         fail_writing (error, io_error->message);
}

static ArchiveRead *
open_to_read (const char *from, const char *passphrase, GError **error)
{
  g_autoptr (ArchiveRead) archive = archive_read_new ();

  if (!eh_protected_copy_is_archive (from)) {
    if (g_access (from, R_OK) != 0)
      fail (error, EH_PROTECTED_ERROR_UNREACHABLE,
            _ ("The copy cannot be read. Is it still there?"));
    else
      fail (error, EH_PROTECTED_ERROR_NOT_ARCHIVE, _ ("This file is not a protected copy."));
    return NULL;
  }
  archive_read_support_format_zip_seekable (archive);
  archive_read_set_options (archive, "zip:hdrcharset=UTF-8");
  if (passphrase != NULL && *passphrase != '\0')
    archive_read_add_passphrase (archive, passphrase);
  if (archive_read_open_filename (archive, from, BLOCK) != ARCHIVE_OK) {
    fail_damaged (error, archive);
    return NULL;
  }
  return g_steal_pointer (&archive);
}

/* What it is called inside; libarchive cannot tell where the locale knows no such letters. */
static const char *
name_of (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : archive_entry_pathname (entry);
}

/* Whether it is a name in the archive's own folder. */
static gboolean
is_plain (const char *name)
{
  return name == NULL || (*name != '\0' && strpbrk (name, "/\\") == NULL &&
                          !g_str_equal (name, ".") && !g_str_equal (name, ".."));
}

static gboolean
check_entry (struct archive_entry *entry, GError **error)
{
  if (!is_plain (name_of (entry)) || archive_entry_filetype (entry) != AE_IFREG ||
      archive_entry_symlink (entry) != NULL || archive_entry_hardlink (entry) != NULL)
    return fail (
        error, EH_PROTECTED_ERROR_UNSAFE,
        _ ("This archive holds a folder or a link where a project should be, so it was not "
           "opened."));
  if (archive_entry_size_is_set (entry) && archive_entry_size (entry) > MAX_SIZE)
    return fail (error, EH_PROTECTED_ERROR_TOO_LARGE,
                 _ ("What this archive holds is too large to be a project, so it was not opened."));
  return TRUE;
}

/* Looks at the directory alone: one plain file, and nothing else. */
static gboolean
look_inside (const char *from, gboolean *encrypted, GError **error)
{
  g_autoptr (ArchiveRead) archive = open_to_read (from, NULL, error);
  struct archive_entry *entry = NULL;
  int status;

  if (archive == NULL)
    return FALSE;
  status = archive_read_next_header (archive, &entry);
  if (status == ARCHIVE_EOF)
    return fail (error, EH_PROTECTED_ERROR_NOT_ONE, _ ("This archive is empty."));
  if (status < ARCHIVE_WARN)
    return fail_damaged (error, archive);
  if (!check_entry (entry, error))
    return FALSE;
  *encrypted = archive_entry_is_data_encrypted (entry) != 0;
  status = archive_read_next_header (archive, &entry);
  if (status == ARCHIVE_EOF)
    return TRUE;
  if (status < ARCHIVE_WARN)
    return fail_damaged (error, archive);
  return fail (error, EH_PROTECTED_ERROR_NOT_ONE,
               _ ("This archive holds several files. Evenhand opens one that holds a single "
                  "project."));
}

/**
 * eh_protected_copy_is_encrypted:
 * @path: an archive
 * @encrypted: (out): whether it takes a passphrase to open it
 * @error: set to a #EhProtectedError
 *
 * Returns: whether it holds one plain file, as a protected copy does
 */
gboolean
eh_protected_copy_is_encrypted (const char *path, gboolean *encrypted, GError **error)
{
  *encrypted = FALSE;
  return look_inside (path, encrypted, error);
}

static gboolean
write_block (int fd, const guint8 *bytes, size_t size, gint64 offset)
{
  while (size > 0) {
    ssize_t n = pwrite (fd, bytes, size, offset);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    bytes += n;
    size -= (size_t) n;
    offset += n;
  }
  return TRUE;
}

static gboolean
fail_reading (GError **error, struct archive *archive)
{
  const char *why = archive_error_string (archive);

  /* libarchive has one code for all that can be wrong with an entry. */
  if (why != NULL && strstr (why, "passphrase") != NULL)
    return fail (error, EH_PROTECTED_ERROR_WRONG_PASSPHRASE,
                 _ ("That passphrase does not open this copy. Try again."));
  return fail_damaged (error, archive);
}

static gboolean
read_content (struct archive *archive,
              gint64 size,
              gint64 packed,
              int fd,
              EhProtectedProgress progress,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  gint64 end = 0;

  for (;;) {
    const void *bytes = NULL;
    size_t n = 0;
    la_int64_t offset = 0;
    int status;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    status = archive_read_data_block (archive, &bytes, &n, &offset);
    if (status == ARCHIVE_EOF)
      return size < 0 || end == size || fail_damaged (error, archive);
    if (status != ARCHIVE_OK)
      return fail_reading (error, archive);
    end = MAX (end, offset + (gint64) n);
    if (end > MAX_SIZE || (end > SMALL_SIZE && end / MAX_RATIO > packed))
      return fail (error, EH_PROTECTED_ERROR_TOO_LARGE,
                   _ ("What this archive holds is too large to be a project, so it was not "
                      "opened."));
    if (!write_block (fd, bytes, n, offset))
      return fail_writing (error, g_strerror (errno));
    if (progress != NULL && size > 0)
      progress (CLAMP ((double) end / (double) size, 0, 1), data);
  }
}

static gboolean
extract_entry (const char *from,
               int fd,
               const char *passphrase,
               char **entry_name,
               EhProtectedProgress progress,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (ArchiveRead) archive = open_to_read (from, passphrase, error);
  struct archive_entry *entry = NULL;
  GStatBuf info = { 0 };
  gint64 size;

  if (archive == NULL)
    return FALSE;
  if (archive_read_next_header (archive, &entry) < ARCHIVE_WARN || g_stat (from, &info) != 0)
    return fail_damaged (error, archive);
  if (!check_entry (entry, error))
    return FALSE;
  size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : -1;
  if (entry_name != NULL && name_of (entry) != NULL)
    *entry_name = g_utf8_make_valid (name_of (entry), -1);
  return read_content (archive, size, info.st_size, fd, progress, data, cancellable, error);
}

/**
 * eh_protected_copy_extract:
 * @from: an archive
 * @to: a path in a private folder, where nothing is
 * @passphrase: (nullable): what opens it; not needed where it is not encrypted
 * @entry_name: (out) (optional) (transfer full) (nullable): what the file is called inside: a plain
 *   name, to be shown or proposed, never to be trusted
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): to give up
 * @error: set to a #EhProtectedError, or %G_IO_ERROR_CANCELLED; nothing is then at @to
 *
 * Takes the one file out of an archive, to be read by its owner alone. What it is must still be
 * checked.
 *
 * Returns: whether it is there, whole
 */
gboolean
eh_protected_copy_extract (const char *from,
                           const char *to,
                           const char *passphrase,
                           char **entry_name,
                           EhProtectedProgress progress,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *name = NULL;
  gboolean encrypted = FALSE;
  gboolean ok;
  int fd;

  if (!look_inside (from, &encrypted, error))
    return FALSE;
  if (encrypted && (passphrase == NULL || *passphrase == '\0'))
    return fail (error, EH_PROTECTED_ERROR_NEEDS_PASSPHRASE,
                 _ ("This copy is protected: it takes its passphrase to open it."));
  fd = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return fail_writing (error, g_strerror (errno));
  ok = extract_entry (from, fd, passphrase, &name, progress, data, cancellable, error);
  if (close (fd) != 0 && ok)
    ok = fail_writing (error, g_strerror (errno));
  if (!ok)
    g_unlink (to);
  else if (entry_name != NULL)
    *entry_name = g_steal_pointer (&name);
  return ok;
}
