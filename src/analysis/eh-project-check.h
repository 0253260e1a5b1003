#pragma once

#include "eh-dataset.h"
#include "eh-finding.h"

G_BEGIN_DECLS

/**
 * EhProjectFacts:
 * @today: ISO date
 * @faults: (nullable) (element-type utf8): what is wrong with the file; empty for a sound one
 * @access_needs: (nullable) (element-type EhAccessNeed): all of them
 * @format: of the file
 * @size: of the file, in bytes; 0 when not known
 * @n_steps: steps of the history
 * @n_backups: backups of the project on this computer
 * @n_received: what phones sent, which nobody has accepted or refused
 * @copies: (nullable) (element-type filename): copies on this computer that still hold what was
 *   erased at somebody's wish
 *
 * What a look over a project needs beside the project itself.
 */
typedef struct {
  const char *today;
  GPtrArray *faults;
  GPtrArray *access_needs;
  guint format;
  guint64 size;
  guint n_steps;
  guint n_backups;
  guint n_received;
  GPtrArray *copies;
} EhProjectFacts;

GPtrArray *eh_project_check (EhDataset *dataset, const EhProjectFacts *facts);

/* Parts of it. */
void eh_project_check_people (EhDataset *dataset, const EhProjectFacts *facts, GPtrArray *findings);
void eh_project_check_guidance (EhDataset *dataset, GPtrArray *findings);
void
eh_project_check_waiting (EhDataset *dataset, const EhProjectFacts *facts, GPtrArray *findings);
void eh_project_check_names (EhDataset *dataset, EhId guidance_id, GPtrArray *findings);
void eh_project_check_small (EhDataset *dataset, GPtrArray *findings);

G_END_DECLS
