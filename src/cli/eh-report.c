/* What the reports have in common: figures for programs, and the words under a table. */

#include "eh-report.h"

#include "eh-sentence.h"

/**
 * eh_report_add_figure:
 * @json: what is being written
 * @name: (nullable): of the member
 * @figure: a figure
 * @threshold: fewest people behind a number that is shared
 *
 * Adds a number, null for what is undefined, and for what is protected always the same words,
 * whatever the user's language.
 */
void
eh_report_add_figure (EhJsonOut *json, const char *name, EhFigure figure, guint threshold)
{
  g_autofree char *withheld = NULL;

  switch (figure.state) {
  case EH_FIGURE_KNOWN:
    eh_json_out_number (json, name, figure.value);
    break;
  case EH_FIGURE_PROTECTED:
    withheld = g_strdup_printf ("fewer than %u", threshold);
    eh_json_out_text (json, name, withheld);
    break;
  case EH_FIGURE_UNDEFINED:
  default:
    eh_json_out_null (json, name);
    break;
  }
}

/**
 * eh_report_add_sentences:
 * @out: what is being written
 * @sentences: (array zero-terminated=1): what goes with the numbers
 *
 * Adds them, and what they do not say.
 */
void
eh_report_add_sentences (GString *out, char **sentences)
{
  g_auto (GStrv) caveats = eh_sentence_caveats ();

  g_string_append_c (out, '\n');
  for (guint i = 0; sentences[i] != NULL; i++)
    eh_cli_add_line (out, sentences[i]);
  g_string_append_c (out, '\n');
  for (guint i = 0; caveats[i] != NULL; i++)
    eh_cli_add_line (out, caveats[i]);
}

/**
 * eh_report_line_names:
 * @lines: (array length=n_lines): the lines of an axis
 * @n_lines: how many
 *
 * Returns: (transfer full) (array zero-terminated=1): what stands for each in JSON: its label, told
 *   apart where two lines have the same
 */
char **
eh_report_line_names (const EhCrosstabLine *lines, guint n_lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  char **names = g_new0 (char *, n_lines + 1);

  for (guint i = 0; i < n_lines; i++) {
    names[i] = g_strdup (lines[i].label);
    if (!g_hash_table_add (seen, names[i])) {
      g_free (names[i]);
      names[i] = g_strdup_printf ("%s (%s)", lines[i].label, lines[i].key);
    }
  }
  return names;
}
