/* evenhand chart: a chart as a picture that may be shared. */

#include "eh-verbs.h"

#include "config.h"
#include "eh-cli-scope.h"
#include "eh-doc-text.h"
#include "eh-job-chart.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define SMALLEST 160
#define LARGEST  8000

typedef struct {
  EhCliScope scope;
  char *language;
  char *size;
  gboolean dark;
  gboolean contrast;
  gboolean print;
} Options;

static void
options_clear (Options *options)
{
  eh_cli_scope_clear (&options->scope);
  g_free (options->language);
  g_free (options->size);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find_chart (const EhVerb *verb, const char *name, EhJobChartKind *kind)
{
  const char *names[EH_JOB_CHART_N_VALUES + 1] = { NULL };
  guint found;

  for (EhJobChartKind each = 0; each < EH_JOB_CHART_N_VALUES; each++)
    names[each] = eh_job_chart_kind_key (each);
  if (g_str_equal (name, "people")) {
    eh_cli_misuse (verb, "%s",
                   _ ("What each person gave is for those who run the workshop; there is "
                      "nothing of it to share."));
    return FALSE;
  }
  if (!eh_cli_find (verb, names, name, &found))
    return FALSE;
  *kind = (EhJobChartKind) found;
  return TRUE;
}

static gboolean
read_size (const EhVerb *verb, const char *text, EhJobChartOptions *chart)
{
  guint width = 0;
  guint height = 0;
  char end = '\0';

  if (text == NULL)
    return TRUE;
  if (sscanf (text, "%5ux%5u%c", &width, &height, &end) != 2 || width < SMALLEST ||
      height < SMALLEST || width > LARGEST || height > LARGEST) {
    eh_cli_misuse (verb, _ ("“%s” is no size: say 880x560, each from 160 to 8000."), text);
    return FALSE;
  }
  chart->width = width;
  chart->height = height;
  return TRUE;
}

/* A tag of letters, digits and hyphens: it becomes part of a path when a catalogue is looked for.
 */
static gboolean
is_language (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_' && *p != '@')
      return FALSE;
  return g_ascii_isalpha (text[0]);
}

static gboolean
read_language (const EhVerb *verb, Options *options, EhJobChartOptions *chart)
{
  const char *language = options->language != NULL ? options->language : g_get_language_names ()[0];

  if (options->language != NULL && !is_language (options->language)) {
    eh_cli_misuse (verb, _ ("“%s” is no language: say cy, ur or en-GB."), options->language);
    return FALSE;
  }
  if (options->language != NULL)
    eh_cli_begin (options->language);
  chart->direction = eh_doc_language_is_rtl (language) ? EH_CHART_RTL : EH_CHART_LTR;
  return TRUE;
}

static EhChartThemeKind
theme_for (const Options *options)
{
  if (options->print)
    return EH_CHART_THEME_PRINT;
  if (options->contrast)
    return options->dark ? EH_CHART_THEME_DARK_CONTRAST : EH_CHART_THEME_LIGHT_CONTRAST;
  return options->dark ? EH_CHART_THEME_DARK : EH_CHART_THEME_LIGHT;
}

static gboolean
read_options (const EhVerb *verb, Options *options, char **rest, EhJobChartOptions *chart)
{
  g_autoptr (GError) error = NULL;
  EhChartFormat format;
  EhJobChartKind kind;

  if (!find_chart (verb, rest[1], &kind) || !eh_cli_text (verb, "--lang", &options->language) ||
      !eh_cli_text (verb, "--size", &options->size))
    return FALSE;
  eh_job_chart_options_init (chart, kind);
  if (!eh_job_chart_is_numbers (rest[2]) && !eh_chart_format_from_name (rest[2], &format, &error)) {
    eh_cli_misuse (verb, "%s", error->message);
    return FALSE;
  }
  chart->theme = theme_for (options);
  if (!read_size (verb, options->size, chart) ||
      !eh_cli_scope_check (verb, &options->scope, &chart->rows, &chart->columns))
    return FALSE;
  return read_language (verb, options, chart);
}

static int
render (char **rest, const EhCliScope *scope, EhJobChartOptions *chart)
{
  g_autoptr (EhDataset) dataset = eh_cli_load (rest[0]);
  g_autoptr (GFile) file = g_file_new_for_path (rest[2]);
  g_autoptr (EhPublicDataset) gate = NULL;
  g_autoptr (GError) error = NULL;

  if (dataset == NULL ||
      !eh_cli_scope_find (scope, dataset, &chart->filter, &chart->rows, &chart->columns))
    return EH_CLI_COULD_NOT;
  gate = eh_disclosure_apply (dataset, NULL, NULL);
  if (!eh_job_render_chart (gate, chart, file, NULL, &error))
    return eh_cli_fail_with (error);
  return EH_CLI_DONE;
}

static int
run (const EhVerb *verb, char **words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    EH_CLI_SCOPE_ENTRIES (options.scope),
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("In this language"), N_ ("L") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size, N_ ("Width and height in pixels"),
      N_ ("WxH") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_ ("On a dark ground"), NULL },
    { "high-contrast", 0, 0, G_OPTION_ARG_NONE, &options.contrast, N_ ("With high contrast"),
      NULL },
    { "print", 0, 0, G_OPTION_ARG_NONE, &options.print, N_ ("For paper, with or without colour"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *description = eh_cli_describe_axes ();
  g_auto (GStrv) rest = NULL;
  EhJobChartOptions chart;

  if (!eh_cli_parse (verb, entries, description, words, 3, 3, &rest) ||
      !read_options (verb, &options, rest, &chart))
    return EH_CLI_USAGE;
  return render (rest, &options.scope, &chart);
}

const EhVerb eh_verb_chart = {
  "chart",
  "FILE balance|map|flow|time|stages|agreement|hours OUT.svg|.png|.pdf|.csv [--workshop W] [--lens F] [--lang L] [--dark] [--size WxH]",
  N_ ("draw a chart that may be shared"),
  run,
};
