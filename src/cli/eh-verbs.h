#pragma once

#include "eh-cli.h"

G_BEGIN_DECLS

/* The verbs, each in a file of its own, in the order of the help. A new one is a file, a line here
 * and a line in the table of main.c. */
extern const EhVerb eh_verb_new;
extern const EhVerb eh_verb_import;
extern const EhVerb eh_verb_list;
extern const EhVerb eh_verb_search;
extern const EhVerb eh_verb_report;
extern const EhVerb eh_verb_chart;
extern const EhVerb eh_verb_export;
extern const EhVerb eh_verb_publish;
extern const EhVerb eh_verb_published;
extern const EhVerb eh_verb_print;
extern const EhVerb eh_verb_letters;
extern const EhVerb eh_verb_merge;
extern const EhVerb eh_verb_withdraw;
extern const EhVerb eh_verb_copy;
extern const EhVerb eh_verb_check;
extern const EhVerb eh_verb_recover;
extern const EhVerb eh_verb_history;

G_END_DECLS
