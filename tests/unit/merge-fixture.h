#pragma once

#include "eh-merge.h"

/* A folder of projects. */
typedef struct {
  char *dir;
  guint n_files;
} MergeFixture;

void merge_set_up (MergeFixture *f, gconstpointer data);
void merge_tear_down (MergeFixture *f, gconstpointer data);
EhStore *merge_new_project (MergeFixture *f);
EhStore *merge_copy_of (MergeFixture *f, EhStore *store);
EhMergePlan *merge_plan_for (EhStore *ours, EhStore *theirs);

/* Returns: how many conflicts there were */
guint merge_into (EhStore *ours, EhStore *theirs);

void merge_assert_same (EhStore *a, EhStore *b);
