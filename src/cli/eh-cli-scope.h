#pragma once

#include "eh-audience.h"
#include "eh-cli.h"

G_BEGIN_DECLS

/**
 * EhCliScope:
 * @workshop: (nullable): a workshop, by title or id
 * @group: (nullable): a role group, by name or id
 * @category: (nullable): a category, by id or label
 * @kind: (nullable): a kind of insight
 * @lens: (nullable): a framework, by id or name
 * @rows: (nullable): what the rows of the map are
 * @columns: (nullable): what the columns are
 *
 * What of a project a report or a chart looks at, as it was typed.
 */
typedef struct {
  char *workshop;
  char *group;
  char *category;
  char *kind;
  char *lens;
  char *rows;
  char *columns;
} EhCliScope;

/* The options that fill it, for an array of GOptionEntry. */
#define EH_CLI_SCOPE_ENTRIES(scope)                                                                  \
  { "workshop",                                                                                      \
    'w',                                                                                             \
    0,                                                                                               \
    G_OPTION_ARG_FILENAME,                                                                           \
    &(scope).workshop,                                                                               \
    N_ ("Only this workshop, by title or id"),                                                       \
    N_ ("W") },                                                                                      \
      { "group",                                                                                     \
        0,                                                                                           \
        0,                                                                                           \
        G_OPTION_ARG_FILENAME,                                                                       \
        &(scope).group,                                                                              \
        N_ ("Only this role group, by name or id"),                                                  \
        N_ ("G") },                                                                                  \
      { "category",                                                                                  \
        0,                                                                                           \
        0,                                                                                           \
        G_OPTION_ARG_FILENAME,                                                                       \
        &(scope).category,                                                                           \
        N_ ("Only what is in this category, by id or name"),                                         \
        N_ ("C") },                                                                                  \
      { "kind",     0, 0, G_OPTION_ARG_FILENAME, &(scope).kind, N_ ("Only this kind of insight"),    \
        N_ ("KIND") },                                                                               \
      { "lens",                                                                                      \
        0,                                                                                           \
        0,                                                                                           \
        G_OPTION_ARG_FILENAME,                                                                       \
        &(scope).lens,                                                                               \
        N_ ("Look through this framework, by id or name"),                                           \
        N_ ("FRAMEWORK") },                                                                          \
      { "rows",     0, 0, G_OPTION_ARG_FILENAME, &(scope).rows, N_ ("What the rows of the map are"), \
        N_ ("AXIS") },                                                                               \
  {                                                                                                  \
    "columns", 0, 0, G_OPTION_ARG_FILENAME, &(scope).columns,                                        \
        N_ ("What the columns of the map are"), N_ ("AXIS")                                          \
  }

gboolean eh_cli_scope_check (const EhVerb *verb, EhCliScope *self, EhAxis *rows, EhAxis *columns);
gboolean eh_cli_scope_find (
    const EhCliScope *self, EhDataset *dataset, EhFilter *filter, EhAxis *rows, EhAxis *columns);
void eh_cli_scope_clear (EhCliScope *self);

G_END_DECLS
