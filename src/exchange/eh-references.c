/* Lists of publications, as reference managers write and read them: RIS, BibTeX and CSL-JSON. What
 * the formats share is here; each has a file of its own. */

#include "eh-references-private.h"

#include "eh-author.h"
#include "eh-decode.h"
#include "eh-text.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A title or a summary is a paragraph at most. */
#define MOST_CHARS 1000

/* Nobody's library is longer, and a file that says so is not one. */
#define MOST_PUBLICATIONS 20000

/* RIS: the types of the format's description by Research Information Systems (2001) and what
 * reference managers added; BibTeX: the entry types of BibTeX 0.99; CSL: the schema of CSL-JSON
 * 1.0.2. */
static const EhReferenceType types[] = {
  { "paper", "JOUR", "article", "article-journal" },
  { "book", "BOOK", "book", "book" },
  { "chapter", "CHAP", "incollection", "chapter" },
  { "report", "RPRT", "techreport", "report" },
  { "guidance", "RPRT", "techreport", "report" },
  { "thesis", "THES", "phdthesis", "thesis" },
  { "conference paper", "CPAPER", "inproceedings", "paper-conference" },
  { "comment", "JOUR", "article", "article-journal" },
  { "editorial", "JOUR", "article", "article-journal" },
  { "newsletter", "MGZN", "article", "article-magazine" },
  { "blog", "BLOG", "misc", "post-weblog" },
  { "film", "VIDEO", "misc", "motion_picture" },
  { "web page", "ELEC", "misc", "webpage" },
  { "document", "GEN", "misc", "document" },
};

/**
 * eh_reference_type_of:
 * @kind: what the library calls it
 *
 * Returns: (transfer none): the types of that kind; those of a document for any other
 */
const EhReferenceType *
eh_reference_type_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].kind, kind) == 0)
      return &types[i];
  return &types[G_N_ELEMENTS (types) - 1];
}

/**
 * eh_reference_kind_of:
 * @name: (nullable): a type, as a file names it
 * @format: in RIS or in CSL-JSON
 *
 * Returns: (transfer none): what the library calls it; "document" for any other
 */
const char *
eh_reference_kind_of (const char *name, EhReferenceFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (format == EH_REFERENCE_FORMAT_RIS ? types[i].ris : types[i].csl, name) == 0)
      return types[i].kind;
  return types[G_N_ELEMENTS (types) - 1].kind;
}

/**
 * eh_reference_set:
 * @place: a text of a publication
 * @text: (nullable): what it is to be
 *
 * Sets a text that has not been set yet: the first that a file gives is it.
 */
void
eh_reference_set (char **place, const char *text)
{
  g_autofree char *clean = NULL;

  if (eh_text_is_blank (text) || !eh_text_is_blank (*place))
    return;
  clean = eh_text_clean_line (text);
  g_free (*place);
  *place = eh_text_shorten (clean, MOST_CHARS);
}

/**
 * eh_reference_set_year:
 * @self: a publication
 * @text: (nullable): "2021", "2021/03/01/", "March 2021"
 *
 * Takes the first four digits in a row.
 */
void
eh_reference_set_year (EhResource *self, const char *text)
{
  guint n = 0;
  gint64 year = 0;

  if (text == NULL || self->year != 0)
    return;
  for (; *text != '\0' && n < 4; text++) {
    if (g_ascii_isdigit (*text)) {
      year = year * 10 + g_ascii_digit_value (*text);
      n++;
    } else {
      year = 0;
      n = 0;
    }
  }
  if (n == 4)
    self->year = year;
}

/**
 * eh_reference_set_doi:
 * @self: a publication
 * @text: (nullable): a DOI, bare, with "doi:" or as a link
 */
void
eh_reference_set_doi (EhResource *self, const char *text)
{
  const char *begin = text != NULL ? strstr (text, "10.") : NULL;

  eh_reference_set (&self->doi, begin);
}

/**
 * eh_reference_add_author:
 * @self: a publication
 * @name: (nullable): one author, "Given Family" or "Family, Given"
 */
void
eh_reference_add_author (EhResource *self, const char *name)
{
  g_autofree char *clean = name != NULL ? eh_text_clean_line (name) : NULL;
  g_autofree char *all = NULL;

  if (eh_text_is_blank (clean) || strlen (self->authors) > MOST_CHARS)
    return;
  /* What parts authors cannot stand in a name. */
  g_strdelimit (clean, ";", ',');
  all = eh_text_is_blank (self->authors) ? g_strdup (clean)
                                         : g_strdup_printf ("%s; %s", self->authors, clean);
  g_free (self->authors);
  self->authors = eh_text_shorten (all, MOST_CHARS);
}

/**
 * eh_reference_finish:
 * @plan: what the file adds
 * @line: where the publication begins
 * @self: (transfer full): a publication, read to its end
 *
 * Adds it, if it has a title.
 */
void
eh_reference_finish (EhImportPlan *plan, guint line, EhResource *self)
{
  g_autoptr (EhResource) resource = self;

  if (eh_text_is_blank (resource->title)) {
    eh_import_plan_warn (plan, line, _ ("A publication without a title was left out."));
    plan->skipped++;
    return;
  }
  if (plan->resources->len >= MOST_PUBLICATIONS) {
    if (plan->errors->len == 0)
      eh_import_plan_fail (plan, line, _ ("There are more publications than a library may have."));
    return;
  }
  if (eh_text_is_blank (resource->kind))
    eh_reference_set (&resource->kind, "document");
  eh_import_plan_add_resource (plan, line, g_steal_pointer (&resource));
}

/**
 * eh_reference_key:
 * @self: a publication
 * @taken: (element-type utf8): keys that stand in the file already; the new one is added
 *
 * Returns: (transfer full): what citations call it: its own key, or first author and year
 */
char *
eh_reference_key (const EhResource *self, GHashTable *taken)
{
  g_autofree char *first = g_strndup (self->authors, strcspn (self->authors, ";"));
  g_autofree char *year = self->year > 0 ? g_strdup_printf ("-%" G_GINT64_FORMAT, self->year)
                                         : g_strdup ("");
  g_autofree char *family = NULL, *given = NULL, *slug = NULL;
  g_autofree char *base = NULL;
  char *key;

  eh_author_split (eh_text_is_blank (first) ? self->title : first, &family, &given);
  slug = eh_text_slug (family);
  if (!eh_text_is_blank (self->key)) {
    base = eh_text_slug (self->key);
  } else {
    g_autofree char *ascii = g_str_to_ascii (slug, "C");

    base = g_strconcat (*ascii != '\0' && strchr (ascii, '?') == NULL ? ascii : "work", year, NULL);
  }
  key = g_strdup (base);
  for (guint i = 2; g_hash_table_contains (taken, key); i++) {
    g_free (key);
    key = g_strdup_printf ("%s-%u", base, i);
  }
  g_hash_table_add (taken, g_strdup (key));
  return key;
}

static gboolean
is_ris_line (const char *line)
{
  return g_str_has_prefix (line, "TY  -") || g_str_has_prefix (line, "TY -");
}

/**
 * eh_references_guess:
 * @bytes: a file
 *
 * Returns: the format of a list of publications, by how it begins
 */
EhReferenceFormat
eh_references_guess (GBytes *bytes)
{
  gsize size = MIN (g_bytes_get_size (bytes), 4096);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (bytes, 0, size);
  g_auto (EhDecoded) decoded = { 0 };
  g_auto (GStrv) lines = NULL;

  eh_decode (head, &decoded);
  lines = g_strsplit_set (decoded.text, "\r\n", 64);
  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = g_strchug (lines[i]);

    if (*line == '\0' || *line == '%')
      continue;
    if (is_ris_line (line))
      return EH_REFERENCE_FORMAT_RIS;
    if (*line == '@' && strpbrk (line, "{(") != NULL)
      return EH_REFERENCE_FORMAT_BIBTEX;
    if (*line == '[' || *line == '{')
      return EH_REFERENCE_FORMAT_CSL;
    return EH_REFERENCE_FORMAT_NONE;
  }
  return EH_REFERENCE_FORMAT_NONE;
}

/**
 * eh_references_format_for:
 * @file_name: the name of a file
 *
 * Returns: the format that its ending says: .ris, .bib or .csl.json
 */
EhReferenceFormat
eh_references_format_for (const char *file_name)
{
  static const struct {
    const char *end;
    EhReferenceFormat format;
  } ends[] = {
    { ".ris", EH_REFERENCE_FORMAT_RIS },
    { ".bib", EH_REFERENCE_FORMAT_BIBTEX },
    { ".csl.json", EH_REFERENCE_FORMAT_CSL },
  };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i].end))
      return ends[i].format;
  return EH_REFERENCE_FORMAT_NONE;
}

/**
 * eh_references_read:
 * @bytes: a file
 * @format: what it is
 *
 * Returns: (transfer full): the publications that it lists; what is wrong with it is an error of
 *   the plan, with its line
 */
EhImportPlan *
eh_references_read (GBytes *bytes, EhReferenceFormat format)
{
  EhImportPlan *plan = eh_import_plan_new ();
  g_auto (EhDecoded) decoded = { 0 };

  eh_decode (bytes, &decoded);
  switch (format) {
  case EH_REFERENCE_FORMAT_RIS:
    eh_references_read_ris (plan, decoded.text);
    break;
  case EH_REFERENCE_FORMAT_BIBTEX:
    eh_references_read_bibtex (plan, decoded.text);
    break;
  case EH_REFERENCE_FORMAT_CSL:
    eh_references_read_csl (plan, decoded.text);
    break;
  case EH_REFERENCE_FORMAT_NONE:
  default:
    eh_import_plan_fail (plan, 0, _ ("This is no list of publications."));
  }
  if (plan->errors->len == 0 && plan->resources->len == 0)
    eh_import_plan_warn (plan, 0, _ ("No publication was found in it."));
  return plan;
}

/**
 * eh_references_write:
 * @resources: (element-type EhResource): publications, behind the gate
 * @format: how
 *
 * Returns: (transfer full): the file
 */
GBytes *
eh_references_write (GPtrArray *resources, EhReferenceFormat format)
{
  GString *out = NULL;
  gsize length;

  if (format == EH_REFERENCE_FORMAT_CSL) {
    out = eh_references_write_csl (resources);
  } else {
    out = g_string_new (NULL);
    if (format == EH_REFERENCE_FORMAT_BIBTEX)
      eh_references_write_bibtex (resources, out);
    else
      eh_references_write_ris (resources, out);
  }
  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}
