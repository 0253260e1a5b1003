/* A table of insights. Its fields: text, person (several separated by semicolons), group, workshop,
 * activity, kind, time, and categories (keys, ids or labels, separated by semicolons). Tables that
 * survey tools and online boards write are read as they are, where their columns leave no doubt. */

#include "eh-import.h"

#include "config.h"
#include "eh-import-columns.h"
#include "eh-import-words.h"
#include "eh-text.h"
#include "eh-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum {
  TEXT,
  PERSON,
  GROUP,
  WORKSHOP,
  ACTIVITY,
  KIND,
  TIME,
  CATEGORIES,
  N_FIELDS
};

/* The formatter takes NC_ for the opening of a block. */
/* clang-format off */
static const EhImportField fields[N_FIELDS] = {
  [TEXT] = { "text", NC_ ("column", "Text"),
    { "insight", "insight-text", "what-was-said", "comment-body", "body", "message", "comment",
      "statement", "contribution", "response", "answer", "content", "note", "sticky-note",
      "insights", "comments", "quote", "post" } },
  [PERSON] = { "person", NC_ ("column", "Person"),
    { "people", "participant", "participants", "contributor", "contributors", "author", "name",
      "full-name", "speaker", "said-by", "who", "from", "your-name", "participant-name",
      "display-name", "voter" } },
  [GROUP] = { "group", NC_ ("column", "Group"),
    { "role-group", "stakeholder-group", "stakeholder", "participant-group", "which-group",
      "your-group", "constituency" } },
  [WORKSHOP] = { "workshop", NC_ ("column", "Workshop"),
    { "session", "meeting", "event", "workshop-title" } },
  [ACTIVITY] = { "activity", NC_ ("column", "Activity"),
    { "section", "round", "exercise", "prompt" } },
  [KIND] = { "kind", NC_ ("column", "Kind"),
    { "type", "stance", "insight-kind" } },
  [TIME] = { "time", NC_ ("column", "Time"),
    { "when", "said-at", "completion-time", "created-at", "timestamp", "datetime", "date",
      "sent-at-utc", "date-utc", "sent-at", "created", "submitted-at", "date-created" } },
  [CATEGORIES] = { "categories", NC_ ("column", "Categories"),
    { "category", "codes", "code", "tags", "tag", "themes", "theme" } },
};
/* clang-format on */

typedef struct {
  EhImportPlan *plan;
  const EhCsv *csv;
  const EhImportColumns *columns;
  const EhImportOptions *options;
  int subject;   /* the second half of the text, on a board of posts; or -1 */
  gboolean html; /* the text is a fragment of HTML */
  gboolean utc;  /* times without a zone are in UTC */
  EhDateOrder order;
  GHashTable *kinds; /* what was written → the kind + 1; 0 for what is not understood */
  GHashTable *seen;  /* hash of a row → how often it was there */
} Reader;

static const char *
cell (const Reader *reader, guint row, int field)
{
  return eh_csv_cell (reader->csv, row, reader->columns->of_field[field]);
}

static void
append_entity (const char **p, GString *out)
{
  static const struct {
    const char *name;
    const char *text;
  } entities[] = { { "&amp;", "&" },   { "&lt;", "<" },  { "&gt;", ">" },
                   { "&quot;", "\"" }, { "&#39;", "'" }, { "&nbsp;", " " } };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (*p, entities[i].name)) {
      g_string_append (out, entities[i].text);
      *p += strlen (entities[i].name);
      return;
    }
  g_string_append_c (out, *(*p)++);
}

/* The words of a fragment of HTML, a line for each block. No more than boards of posts need. */
static char *
strip_html (const char *html)
{
  GString *out = g_string_new (NULL);
  const char *p = html;

  while (*p != '\0') {
    const char *end = *p == '<' ? strchr (p, '>') : NULL;

    if (end != NULL && (g_ascii_isalpha (p[1]) || p[1] == '/')) {
      static const char *const blocks[] = { "</p", "<br", "</div", "</li", "</h" };

      for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
        if (g_ascii_strncasecmp (p, blocks[i], strlen (blocks[i])) == 0)
          g_string_append_c (out, '\n');
      p = end + 1;
    } else if (*p == '&') {
      append_entity (&p, out);
    } else {
      g_string_append_c (out, *p++);
    }
  }
  return g_string_free (out, FALSE);
}

static char *
read_text (const Reader *reader, guint row)
{
  g_autofree char *plain = reader->html ? strip_html (cell (reader, row, TEXT)) : NULL;
  g_autofree char *body = eh_text_clean (plain != NULL ? plain : cell (reader, row, TEXT));
  g_autofree char *subject = eh_text_clean (eh_csv_cell (reader->csv, row, reader->subject));

  if (*subject == '\0')
    return g_steal_pointer (&body);
  if (*body == '\0')
    return g_steal_pointer (&subject);
  return g_strconcat (subject, "\n", body, NULL);
}

static void
read_kind (Reader *reader, guint row, EhImportInsight *insight)
{
  const char *text = cell (reader, row, KIND);
  gpointer known;
  EhInsightKind kind = EH_INSIGHT_KIND_NONE;

  if (*text == '\0' || eh_text_is_blank (text))
    return;
  if (!g_hash_table_lookup_extended (reader->kinds, text, NULL, &known)) {
    known = GINT_TO_POINTER (eh_import_find_kind (text, &kind) ? (int) kind + 1 : 0);
    g_hash_table_insert (reader->kinds, (gpointer) text, known);
  }
  if (known != NULL)
    insight->kind = (EhInsightKind) (GPOINTER_TO_INT (known) - 1);
  else {
    g_autofree char *shown = eh_import_show (text);

    eh_import_plan_warn (reader->plan, insight->line,
                         _ ("“%s” is no kind of insight; it is left open."), shown);
  }
}

static void
read_time (Reader *reader, guint row, EhImportInsight *insight)
{
  const char *text = cell (reader, row, TIME);
  EhWhen when;

  if (*text == '\0' || eh_text_is_blank (text))
    return;
  if (!eh_when_parse (text, reader->order, &when)) {
    g_autofree char *shown = eh_import_show (text);

    eh_import_plan_warn (reader->plan, insight->line,
                         _ ("“%s” is no time that is understood; it is left out."), shown);
    return;
  }
  when.has_zone = when.has_zone || reader->utc;
  insight->said_at = eh_when_to_unix (&when);
  if (when.year == 0)
    insight->time_of_day = when.hour * 3600 + when.minute * 60 + when.second;
}

static void
read_people (const Reader *reader, guint row, EhImportInsight *insight)
{
  g_auto (GStrv) names = eh_import_split (cell (reader, row, PERSON));
  guint kept = 0;

  if (names == NULL)
    return;
  for (guint i = 0; names[i] != NULL; i++) {
    if (eh_import_is_nobody (names[i]))
      g_clear_pointer (&names[i], g_free);
    else
      names[kept++] = names[i];
  }
  names[kept] = NULL;
  if (kept > 0)
    insight->people = g_steal_pointer (&names);
}

static void
hash_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

/* What a row says, whatever else stands in the table: adding or moving a column later does not make
 * it another row. The same words said twice are told apart by their number. */
static char *
make_origin (Reader *reader, guint row, const EhImportInsight *insight)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *digest = NULL;
  guint n;

  hash_text (sum, insight->text);
  for (guint i = 0; insight->people != NULL && insight->people[i] != NULL; i++)
    hash_text (sum, insight->people[i]);
  hash_text (sum, insight->group);
  hash_text (sum, insight->workshop);
  hash_text (sum, cell (reader, row, TIME));
  digest = g_strndup (g_checksum_get_string (sum), 16);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (reader->seen, digest)) + 1;
  g_hash_table_replace (reader->seen, g_strdup (digest), GUINT_TO_POINTER (n));
  return g_strdup_printf (
      "%s#%s.%u", reader->options->file_name != NULL ? reader->options->file_name : "", digest, n);
}

static void
read_row (Reader *reader, guint row)
{
  g_autofree char *text = NULL;
  EhImportInsight *insight;
  guint line = eh_csv_line (reader->csv, row);

  if (!eh_import_columns_fit (reader->columns, reader->csv, row, reader->plan))
    return;
  text = read_text (reader, row);
  if (*text == '\0') {
    reader->plan->skipped++;
    eh_import_plan_warn (reader->plan, line, "%s", _ ("Left out: there is no text."));
    return;
  }
  insight = eh_import_plan_add_insight (reader->plan, line);
  g_free (insight->text);
  insight->text = g_steal_pointer (&text);
  g_free (insight->group);
  insight->group = eh_text_clean_line (cell (reader, row, GROUP));
  g_free (insight->workshop);
  insight->workshop = eh_text_clean_line (cell (reader, row, WORKSHOP));
  g_free (insight->activity);
  insight->activity = eh_text_clean_line (cell (reader, row, ACTIVITY));
  insight->categories = eh_import_split (cell (reader, row, CATEGORIES));
  read_people (reader, row, insight);
  read_kind (reader, row, insight);
  read_time (reader, row, insight);
  g_free (insight->origin);
  insight->origin = make_origin (reader, row, insight);
}

/* A board of posts: the words are in a body that may be HTML, or in a subject, or in both. */
static void
recognise_board (Reader *reader, EhImportColumns *columns)
{
  int subject = eh_import_columns_find (columns, "subject");
  int body = eh_import_columns_find (columns, "body");

  if (subject < 0 || body < 0 || columns->of_field[TEXT] != body || columns->taken[subject])
    return;
  reader->subject = subject;
  reader->html = TRUE;
  columns->taken[subject] = TRUE;
}

/* Without a column of a likely name, the only column that is left over is the text: the one
 * question of a survey, or a file of one column. */
static void
find_text (EhImportColumns *columns, const EhCsv *csv, EhImportPlan *plan)
{
  int left = columns->of_field[TEXT] < 0 ? eh_import_columns_only_left (columns) : -1;

  if (columns->of_field[TEXT] >= 0)
    return;
  if (left >= 0) {
    g_autofree char *shown = eh_import_show (eh_csv_header (csv, (guint) left));

    columns->of_field[TEXT] = left;
    columns->taken[left] = TRUE;
    eh_import_plan_warn (plan, 1, _ ("The column “%s” was taken for the text."), shown);
  } else {
    g_autofree char *names = eh_import_columns_list (csv, columns, FALSE);

    eh_import_plan_fail (plan, 1,
                         _ ("No column can be told to hold the text. Say which does; the columns "
                            "are: %s."),
                         names);
  }
}

static void
guess_times (Reader *reader, const EhImportColumns *columns)
{
  int column = columns->of_field[TIME];
  g_autoptr (GPtrArray) texts = NULL;

  if (column < 0)
    return;
  reader->utc = g_str_has_suffix (columns->slugs[column], "-utc");
  texts = g_ptr_array_sized_new (eh_csv_n_rows (reader->csv));
  for (guint row = 0; row < eh_csv_n_rows (reader->csv); row++)
    g_ptr_array_add (texts, (gpointer) eh_csv_cell (reader->csv, row, column));
  reader->order = eh_when_guess_order ((const char *const *) texts->pdata, texts->len);
  if (reader->order == EH_DATE_ORDER_MONTH_FIRST)
    eh_import_plan_warn (reader->plan, 1, "%s",
                         _ ("The dates were read with the month before the day."));
}

/**
 * eh_import_insights_csv:
 * @bytes: a table
 * @options: what was asked
 *
 * A row without text is left out and named; a kind or time that is not understood is left open, and
 * named.
 *
 * Returns: (transfer full): what it would add; with an error when no column can be told to hold the
 *   text, or it is no table
 */
EhImportPlan *
eh_import_insights_csv (GBytes *bytes, const EhImportOptions *options)
{
  EhImportPlan *plan = eh_import_plan_new ();
  g_autoptr (EhCsv) csv = eh_import_open_csv (bytes, plan);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (EhImportColumns) columns = { NULL };
  Reader reader = {
    plan, csv, NULL, options, -1, FALSE, FALSE, EH_DATE_ORDER_DAY_FIRST, kinds, seen
  };

  eh_set_str (&plan->default_group, options->group != NULL ? options->group : "");
  eh_set_str (&plan->default_workshop, options->workshop != NULL ? options->workshop : "");
  if (csv == NULL)
    return plan;
  eh_import_columns_match (&columns, csv, fields, N_FIELDS, options, plan);
  find_text (&columns, csv, plan);
  if (plan->errors->len > 0)
    return plan;
  reader.columns = &columns;
  recognise_board (&reader, &columns);
  eh_import_columns_warn_left (&columns, csv, plan);
  guess_times (&reader, &columns);
  for (guint row = 0; row < eh_csv_n_rows (csv); row++)
    read_row (&reader, row);
  return plan;
}
