/* BibTeX: entries of fields, whose values are braced, quoted, numbers or abbreviations, joined by #
 * (Patashnik, "BibTeXing", 1988). What stands between entries is a comment. */

#include "eh-references-private.h"

#include "eh-author.h"
#include "eh-latex.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A value with deeper braces than this is damaged. */
#define MOST_DEEP 100

/* A value is a paragraph; abbreviations of abbreviations could make a small file a large one. */
#define MOST_BYTES 20000

typedef struct {
  EhImportPlan *plan;
  const char *text; /* the whole file, for line numbers */
  const char *at;
  const char *counted; /* up to here lines are counted */
  guint line;
  GHashTable *abbreviations; /* (element-type utf8 utf8) */
} Reader;

static guint
line_at (Reader *self, const char *at)
{
  for (; self->counted < at; self->counted++)
    self->line += *self->counted == '\n';
  return self->line;
}

static void
skip_blank (Reader *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

static gboolean
skip (Reader *self, char wanted)
{
  skip_blank (self);
  if (*self->at != wanted)
    return FALSE;
  self->at++;
  return TRUE;
}

/* A name: of an entry's type, a field, an abbreviation. */
static char *
read_name (Reader *self)
{
  const char *begin;

  skip_blank (self);
  begin = self->at;
  while (*self->at != '\0' && !g_ascii_isspace (*self->at) &&
         strchr ("{}()\",=#%@", *self->at) == NULL)
    self->at++;
  return g_ascii_strdown (begin, self->at - begin);
}

/* What is in braces or quotation marks, without them; %NULL where it has no end. */
static char *
read_delimited (Reader *self, char end)
{
  const char *begin = ++self->at;
  guint depth = 0;

  for (; *self->at != '\0'; self->at++) {
    if (*self->at == '\\' && self->at[1] != '\0') {
      self->at++;
    } else if (*self->at == end && depth == 0) {
      self->at++;
      return g_strndup (begin, (gsize) (self->at - begin - 1));
    } else if (*self->at == '{') {
      if (++depth > MOST_DEEP)
        return NULL;
    } else if (*self->at == '}') {
      if (depth == 0)
        return NULL;
      depth--;
    }
  }
  return NULL;
}

static char *
read_piece (Reader *self)
{
  g_autofree char *name = NULL;
  const char *meaning;

  skip_blank (self);
  if (*self->at == '{')
    return read_delimited (self, '}');
  if (*self->at == '"')
    return read_delimited (self, '"');
  name = read_name (self);
  if (*name == '\0')
    return NULL;
  meaning = g_hash_table_lookup (self->abbreviations, name);
  return g_strdup (meaning != NULL ? meaning : name);
}

static char *
read_value (Reader *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  do {
    g_autofree char *piece = read_piece (self);

    if (piece == NULL)
      return NULL;
    if (value->len + strlen (piece) <= MOST_BYTES)
      g_string_append (value, piece);
  } while (skip (self, '#'));
  return g_strdup (value->str);
}

static void
take_author (EhResource *now, const char *name)
{
  g_autofree char *text = eh_latex_to_text (name);

  if (g_strcmp0 (g_strstrip (text), "others") != 0)
    eh_reference_add_author (now, text);
}

/* "Farr, Michelle and Oliver, Sandy": an "and" in braces parts nobody. */
static void
take_authors (EhResource *now, const char *value)
{
  g_autofree char *line = eh_text_clean_line (value);
  char *begin = line;
  int depth = 0;

  for (char *at = line; *at != '\0'; at++) {
    depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
    if (depth != 0 || !g_str_has_prefix (at, " and "))
      continue;
    *at = '\0';
    take_author (now, begin);
    begin = at + strlen (" and ");
    at = begin - 1;
  }
  take_author (now, begin);
}

static void
take_field (EhResource *now, const char *name, const char *value, char **abstract)
{
  static const struct {
    const char *name;
    gsize place;
  } fields[] = {
    { "title", G_STRUCT_OFFSET (EhResource, title) },
    { "journal", G_STRUCT_OFFSET (EhResource, venue) },
    { "journaltitle", G_STRUCT_OFFSET (EhResource, venue) },
    { "booktitle", G_STRUCT_OFFSET (EhResource, venue) },
    { "publisher", G_STRUCT_OFFSET (EhResource, organisation) },
    { "institution", G_STRUCT_OFFSET (EhResource, organisation) },
    { "organization", G_STRUCT_OFFSET (EhResource, organisation) },
    { "school", G_STRUCT_OFFSET (EhResource, organisation) },
    { "type", G_STRUCT_OFFSET (EhResource, kind) },
    { "note", G_STRUCT_OFFSET (EhResource, summary) },
  };
  g_autofree char *text = eh_latex_to_text (value);

  if (strcmp (name, "author") == 0)
    take_authors (now, value);
  else if (strcmp (name, "year") == 0 || strcmp (name, "date") == 0)
    eh_reference_set_year (now, text);
  else if (strcmp (name, "doi") == 0)
    eh_reference_set_doi (now, text);
  else if (strcmp (name, "url") == 0)
    eh_reference_set (&now->url, text);
  else if (strcmp (name, "abstract") == 0 && *abstract == NULL)
    *abstract = g_strdup (text);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (name, fields[i].name) == 0)
      eh_reference_set (G_STRUCT_MEMBER_P (now, fields[i].place), text);
}

static const char *
kind_of (const char *type)
{
  static const struct {
    const char *type;
    const char *kind;
  } kinds[] = {
    { "article", "paper" },
    { "book", "book" },
    { "incollection", "chapter" },
    { "inbook", "chapter" },
    { "techreport", "report" },
    { "report", "report" },
    { "phdthesis", "thesis" },
    { "mastersthesis", "thesis" },
    { "thesis", "thesis" },
    { "inproceedings", "conference paper" },
    { "conference", "conference paper" },
    { "online", "web page" },
    { "electronic", "web page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].type, type) == 0)
      return kinds[i].kind;
  return "document";
}

/* The fields of an entry, after its key. Returns: whether it ends as it should. */
static gboolean
read_fields (Reader *self, char end, EhResource *now, char **abstract)
{
  while (!skip (self, end)) {
    g_autofree char *name = NULL;
    g_autofree char *value = NULL;

    if (skip (self, ','))
      continue;
    name = read_name (self);
    if (*name == '\0' || !skip (self, '='))
      return FALSE;
    value = read_value (self);
    if (value == NULL)
      return FALSE;
    take_field (now, name, value, abstract);
  }
  return TRUE;
}

static gboolean
read_entry (Reader *self, const char *type, char end, guint line)
{
  g_autoptr (EhResource) now = eh_resource_new ();
  g_autofree char *abstract = NULL;

  /* The key by which others cite it is none of ours. */
  g_free (read_name (self));
  if (!read_fields (self, end, now, &abstract))
    return FALSE;
  eh_reference_set (&now->kind, kind_of (type));
  eh_reference_set (&now->summary, abstract);
  eh_reference_finish (self->plan, line, g_steal_pointer (&now));
  return TRUE;
}

static gboolean
read_abbreviation (Reader *self, char end)
{
  g_autofree char *name = read_name (self);
  g_autofree char *value = skip (self, '=') ? read_value (self) : NULL;

  if (value == NULL || !skip (self, end))
    return FALSE;
  g_hash_table_replace (self->abbreviations, g_steal_pointer (&name), g_steal_pointer (&value));
  return TRUE;
}

static gboolean
read_braced (Reader *self)
{
  g_autofree char *all = read_delimited (self, '}');

  return all != NULL;
}

/* What follows an @. */
static gboolean
read_at (Reader *self, guint line)
{
  g_autofree char *type = read_name (self);
  char end;

  skip_blank (self);
  if (strcmp (type, "comment") == 0)
    return *self->at != '{' || read_braced (self);
  if (*self->at != '{' && *self->at != '(')
    return TRUE; /* an address in what is said between entries */
  if (strcmp (type, "preamble") == 0)
    return *self->at == '{' && read_braced (self);
  end = *self->at++ == '{' ? '}' : ')';
  return strcmp (type, "string") == 0 ? read_abbreviation (self, end)
                                      : read_entry (self, type, end, line);
}

/**
 * eh_references_read_bibtex:
 * @plan: takes what is read
 * @text: a file, in UTF-8
 */
void
eh_references_read_bibtex (EhImportPlan *plan, const char *text)
{
  Reader self = { plan, text, text, text, 1, NULL };

  self.abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (plan->errors->len == 0 && (self.at = strchr (self.at, '@')) != NULL) {
    guint line = line_at (&self, self.at++);

    if (!read_at (&self, line))
      eh_import_plan_fail (plan, line,
                           _ ("This publication is not written as it should be: a "
                              "brace, a quotation mark or a comma is missing."));
  }
  g_hash_table_unref (self.abbreviations);
}

static void
write_field (GString *out, const char *name, const char *text)
{
  g_autofree char *line = NULL;
  g_autofree char *escaped = NULL;

  if (eh_text_is_blank (text))
    return;
  line = eh_text_clean_line (text);
  escaped = eh_latex_from_text (line);
  g_string_append_printf (out, ",\n  %s = {%s}", name, escaped);
}

/* Braces keep the name of a group whole. */
static void
write_authors (GString *out, const EhResource *resource)
{
  g_auto (GStrv) names = g_strsplit (resource->authors, ";", -1);

  if (eh_text_is_blank (resource->authors))
    return;
  g_string_append (out, ",\n  author = {");
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *family = NULL, *given = NULL, *last = NULL, *first = NULL;
    gboolean person = eh_author_split (names[i], &family, &given);

    last = eh_latex_from_text (family);
    first = eh_latex_from_text (person ? given : "");
    g_string_append (out, i > 0 ? " and " : "");
    if (person)
      g_string_append_printf (out, "%s, %s", last, first);
    else
      g_string_append_printf (out, "{%s}", last);
  }
  g_string_append_c (out, '}');
}

static void
write_one (const EhResource *resource, GHashTable *taken, GString *out)
{
  const char *type = eh_reference_type_of (resource->kind)->bibtex;
  g_autofree char *key = eh_reference_key (resource, taken);

  g_string_append_printf (out, "@%s{%s", type, key);
  write_field (out, "title", resource->title);
  write_authors (out, resource);
  if (resource->year > 0)
    g_string_append_printf (out, ",\n  year = {%" G_GINT64_FORMAT "}", resource->year);
  write_field (out, strcmp (type, "article") == 0 ? "journal" : "booktitle", resource->venue);
  write_field (out, strcmp (type, "techreport") == 0 ? "institution" : "publisher",
               resource->organisation);
  if (!eh_text_is_blank (resource->url))
    g_string_append_printf (out, ",\n  url = {%s}", resource->url);
  write_field (out, "doi", resource->doi);
  write_field (out, "type", resource->kind);
  write_field (out, "note", resource->summary);
  g_string_append (out, "\n}\n\n");
}

/**
 * eh_references_write_bibtex:
 * @resources: (element-type EhResource): publications
 * @out: where they are added
 */
void
eh_references_write_bibtex (GPtrArray *resources, GString *out)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < resources->len; i++)
    write_one (resources->pdata[i], taken, out);
}
