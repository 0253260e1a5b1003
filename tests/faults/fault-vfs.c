/* A disk that fails on demand: SQLite's own virtual file system with one more storey on top
 * (sqlite.org/vfs.html, "shims"). Every connection of the program that is opened after it was
 * installed goes through it. */

#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* right behind this struct */
} FaultFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs shim;
static sqlite3_io_methods methods;

/* Saves run in a worker. */
static int kind, left, tripped;

static gboolean
fails (gboolean is_write)
{
  FaultKind now = (FaultKind) g_atomic_int_get (&kind);

  if (now == FAULT_NONE || (now == FAULT_FULL && !is_write))
    return FALSE;
  if (g_atomic_int_add (&left, -1) > 1)
    return FALSE;
  g_atomic_int_set (&tripped, 1);
  if (now == FAULT_ONCE)
    g_atomic_int_set (&kind, FAULT_NONE);
  return TRUE;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static int
shim_close (sqlite3_file *f)
{
  return real (f)->pMethods != NULL ? real (f)->pMethods->xClose (real (f)) : SQLITE_OK;
}

static int
shim_read (sqlite3_file *f, void *data, int n, sqlite3_int64 at)
{
  return real (f)->pMethods->xRead (real (f), data, n, at);
}

static int
shim_write (sqlite3_file *f, const void *data, int n, sqlite3_int64 at)
{
  FaultKind now = (FaultKind) g_atomic_int_get (&kind);

  if (fails (TRUE))
    return now == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  return real (f)->pMethods->xWrite (real (f), data, n, at);
}

static int
shim_truncate (sqlite3_file *f, sqlite3_int64 size)
{
  return fails (FALSE) ? SQLITE_IOERR_TRUNCATE : real (f)->pMethods->xTruncate (real (f), size);
}

static int
shim_sync (sqlite3_file *f, int flags)
{
  return fails (FALSE) ? SQLITE_IOERR_FSYNC : real (f)->pMethods->xSync (real (f), flags);
}

static int
shim_size (sqlite3_file *f, sqlite3_int64 *size)
{
  return real (f)->pMethods->xFileSize (real (f), size);
}

static int
shim_lock (sqlite3_file *f, int level)
{
  return real (f)->pMethods->xLock (real (f), level);
}

static int
shim_unlock (sqlite3_file *f, int level)
{
  return real (f)->pMethods->xUnlock (real (f), level);
}

static int
shim_check_lock (sqlite3_file *f, int *out)
{
  return real (f)->pMethods->xCheckReservedLock (real (f), out);
}

static int
shim_control (sqlite3_file *f, int op, void *arg)
{
  return real (f)->pMethods->xFileControl (real (f), op, arg);
}

static int
shim_sector (sqlite3_file *f)
{
  return real (f)->pMethods->xSectorSize (real (f));
}

static int
shim_device (sqlite3_file *f)
{
  return real (f)->pMethods->xDeviceCharacteristics (real (f));
}

static int
shim_shm_map (sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
  return real (f)->pMethods->xShmMap (real (f), page, size, extend, out);
}

static int
shim_shm_lock (sqlite3_file *f, int offset, int n, int flags)
{
  return real (f)->pMethods->xShmLock (real (f), offset, n, flags);
}

static void
shim_shm_barrier (sqlite3_file *f)
{
  real (f)->pMethods->xShmBarrier (real (f));
}

static int
shim_shm_unmap (sqlite3_file *f, int remove)
{
  return real (f)->pMethods->xShmUnmap (real (f), remove);
}

static int
shim_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out)
{
  FaultFile *self = (FaultFile *) file;
  int rc;

  memset (self, 0, sizeof *self);
  self->real = (sqlite3_file *) (self + 1);
  rc = real_vfs->xOpen (real_vfs, name, self->real, flags, out);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;
  return rc;
}

/**
 * fault_vfs_install:
 *
 * Puts it under every connection that is opened from here on.
 */
void
fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  shim = *real_vfs;
  shim.zName = "faults";
  shim.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  shim.xOpen = shim_open;
  methods = (sqlite3_io_methods){
    .iVersion = 2, /* no memory-mapped reading */
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_check_lock,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_device,
    .xShmMap = shim_shm_map,
    .xShmLock = shim_shm_lock,
    .xShmBarrier = shim_shm_barrier,
    .xShmUnmap = shim_shm_unmap,
  };
  g_assert_cmpint (sqlite3_vfs_register (&shim, 1), ==, SQLITE_OK);
}

/**
 * fault_vfs_arm:
 * @what: how the disk fails; %FAULT_NONE for not at all
 * @n: from 1: at which time
 */
void
fault_vfs_arm (FaultKind what, guint n)
{
  g_atomic_int_set (&left, (int) n);
  g_atomic_int_set (&tripped, 0);
  g_atomic_int_set (&kind, (int) what);
}

/**
 * fault_vfs_tripped:
 *
 * Returns: whether anything has failed since it was armed
 */
gboolean
fault_vfs_tripped (void)
{
  return g_atomic_int_get (&tripped) != 0;
}
