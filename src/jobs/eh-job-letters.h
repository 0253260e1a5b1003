#pragma once

#include "eh-doc-writer.h"
#include "eh-job-project.h"
#include "eh-letter-doc.h"
#include "eh-tolds.h"

G_BEGIN_DECLS

/**
 * EhLetterItem:
 * @person_id: to whom, or none for whoever holds @slip
 * @slip: (nullable): a slip of paper
 * @insights: (nullable) (element-type EhId): what came from it
 * @number: of the person, which stays theirs; of the slip for a slip
 * @name: what the team calls them
 * @due: whether there is a letter, and why not
 * @told: they were told before, and nothing is new since
 * @large: in large print
 * @paper: it is wanted on paper
 * @language: (nullable): asked for; %NULL for what the person wants
 * @writer: (nullable): what writes it; %NULL where there is no letter
 * @file_name: (nullable): of the letter
 *
 * One letter to be made.
 */
typedef struct {
  EhId person_id;
  EhSlip *slip;
  GArray *insights;
  guint number;
  char *name;
  EhLetterDue due;
  gboolean told;
  gboolean large;
  gboolean paper;
  char *language;
  const EhDocWriter *writer;
  char *file_name;
} EhLetterItem;

/**
 * EhLetterWishes:
 * @writer: (nullable): what to write all letters with; %NULL for what each wants
 * @language: (nullable): for all; %NULL for what each wants
 * @person_id: the only one, or none for everybody
 * @waiting: only for those who wait: not told yet, or not what is new since
 * @large: all in large print
 *
 * Which letters are wanted, and how.
 */
typedef struct {
  const EhDocWriter *writer;
  const char *language;
  EhId person_id;
  gboolean waiting;
  gboolean large;
} EhLetterWishes;

/**
 * EhLettersTold:
 * @n_told: people who were told, and nothing is new since
 * @n_news: people who were told, and something is new since
 * @last_at: when the last of @n_told was told, in seconds since 1970
 * @by_way: how many of @n_told by which way, the last time (EhToldHow)
 *
 * Who was told, in numbers.
 */
typedef struct {
  guint n_told;
  guint n_news;
  gint64 last_at;
  guint by_way[EH_TOLD_HOW_N_VALUES];
} EhLettersTold;

EhLettersTold eh_job_letters_count_told (EhFeedbackIndex *index);

EhLetterItem *eh_letter_item_copy (const EhLetterItem *self);
void eh_letter_item_free (EhLetterItem *self);
EhLetterFormat eh_letter_item_format (const EhLetterItem *self);

GPtrArray *eh_job_letters_plan (EhFeedbackIndex *index, const EhLetterWishes *wishes);
EhLetterItem *eh_job_letters_plan_slip (EhDb *db, const EhSlip *slip, const EhLetterWishes *wishes);
EhLetter *eh_job_letters_letter (EhFeedbackIndex *index, const EhLetterItem *item);
EhLook *eh_job_letters_look (EhFeedbackIndex *index);
EhDoc *eh_job_letters_doc (EhFeedbackIndex *index, const EhLetterItem *item, const EhLook *look);
gboolean eh_job_letters_write (EhFeedbackIndex *index,
                               GPtrArray *items,
                               GFile *folder,
                               EhJobProgress progress,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);
GPtrArray *eh_job_letters_tolds (EhFeedbackIndex *index, GPtrArray *items, EhToldHow how);

void eh_job_letters_write_async (EhFeedbackIndex *index,
                                 GPtrArray *items,
                                 GFile *folder,
                                 EhJobProgress progress,
                                 gpointer data,
                                 GDestroyNotify destroy,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean eh_job_letters_write_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhLetterItem, eh_letter_item_free)

G_END_DECLS
