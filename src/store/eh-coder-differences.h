#pragma once

#include "eh-store.h"

#include "eh-coding-decision.h"

G_BEGIN_DECLS

/**
 * EhCoder:
 * @name: as they want to be called; "" for the team
 * @n_insights: how many insights they placed in the framework
 */
typedef struct {
  char *name;
  guint n_insights;
} EhCoder;

/**
 * EhDifference:
 * @insight_id: what both placed
 * @first: (element-type EhId): categories of the first coder alone
 * @second: (element-type EhId): categories of the second coder alone
 * @both: (element-type EhId): categories of both
 * @settled: it was said of each of them what becomes of it
 * @stands: and at least one is left standing on purpose
 * @note: why, of the first that has a note; "" for none
 *
 * An insight that two coders placed differently.
 */
typedef struct {
  EhId insight_id;
  GArray *first;
  GArray *second;
  GArray *both;
  gboolean settled;
  gboolean stands;
  char *note;
} EhDifference;

/**
 * EhDifferenceChoice:
 * @EH_DIFFERENCE_FIRST: as the first coder has it
 * @EH_DIFFERENCE_SECOND: as the second has it
 * @EH_DIFFERENCE_BOTH: under the categories of either
 * @EH_DIFFERENCE_STANDS: left standing on purpose
 */
typedef enum {
  EH_DIFFERENCE_FIRST,
  EH_DIFFERENCE_SECOND,
  EH_DIFFERENCE_BOTH,
  EH_DIFFERENCE_STANDS,
} EhDifferenceChoice;

void eh_coder_free (EhCoder *self);
void eh_difference_free (EhDifference *self);

GPtrArray *eh_coder_list (EhDb *db, EhId framework_id, GError **error);
GPtrArray *eh_coder_list_to_compare (EhDb *db, EhId framework_id, GError **error);
GPtrArray *eh_difference_list (
    EhDb *db, EhId framework_id, const char *first, const char *second, GError **error);
gboolean eh_difference_settle (EhStore *store,
                               const EhDifference *difference,
                               const char *first,
                               const char *second,
                               EhDifferenceChoice choice,
                               const char *note,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhCoder, eh_coder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDifference, eh_difference_free)

G_END_DECLS
