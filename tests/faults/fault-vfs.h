#pragma once

#include <glib.h>

/**
 * FaultKind:
 * @FAULT_NONE: nothing fails
 * @FAULT_FULL: from the n-th on, every write fails: the disk is full
 * @FAULT_ONCE: the n-th write, flush or cutting short fails, and the next works again
 *
 * What the disk does under SQLite.
 */
typedef enum {
  FAULT_NONE,
  FAULT_FULL,
  FAULT_ONCE,
} FaultKind;

void fault_vfs_install (void);
void fault_vfs_arm (FaultKind kind, guint n);
gboolean fault_vfs_tripped (void);
