#pragma once

/* cli: the command line. One file a verb, over the jobs; loads no GTK. */

#include "eh-alike.h"
#include "eh-crosstab.h"
#include "eh-json-out.h"
#include "eh-store.h"

G_BEGIN_DECLS

/* What the command ends with: a contract with scripts. */
#define EH_CLI_DONE      0
#define EH_CLI_COULD_NOT 1
#define EH_CLI_USAGE     2

/**
 * EhVerb:
 * @name: what is typed
 * @synopsis: what follows it, as help shows it
 * @summary: (translatable): what it does, in a line
 * @run: does it; takes the verb and its words, the verb itself first, and gives the exit status
 */
typedef struct _EhVerb EhVerb;
struct _EhVerb {
  const char *name;
  const char *synopsis;
  const char *summary;
  int (*run) (const EhVerb *verb, char **words);
};

int eh_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
int eh_cli_fail_with (const GError *error);
int eh_cli_fail_opening (const char *path, const GError *error);
int eh_cli_fail_recovering (const char *path, const GError *error);
int eh_cli_misuse (const EhVerb *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);
void eh_cli_note (const char *format, ...) G_GNUC_PRINTF (1, 2);

gboolean eh_cli_parse (const EhVerb *verb,
                       const GOptionEntry *entries,
                       const char *description,
                       char **words,
                       guint min,
                       guint max,
                       GStrv *rest);
gboolean eh_cli_text (const EhVerb *verb, const char *what, char **text);
gboolean eh_cli_find (const EhVerb *verb, const char *const *names, const char *text, guint *found);

EhDb *eh_cli_read (const char *path);
EhDataset *eh_cli_load (const char *path);
EhStore *eh_cli_open_to_write (const char *path);
void eh_cli_note_copies (const char *path);
gboolean eh_cli_find_workshop (EhDataset *dataset, const char *text, EhId *id);

void eh_cli_add_line (GString *out, const char *sentence);
void eh_cli_add_finding (
    GString *out, EhAlike *alike, const char *kind, const char *message, const char *words);
char *eh_cli_describe_axes (void);
gboolean eh_cli_find_axis (const EhVerb *verb, const char *key, EhAxisKind *kind);

int eh_cli_print (const GString *text);
int eh_cli_print_json (EhJsonOut *json);
void eh_cli_progress (double fraction, const char *text, gpointer data);

void eh_cli_begin (const char *language);

G_END_DECLS
