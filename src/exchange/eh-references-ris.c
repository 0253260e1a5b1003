/* RIS: a tag of two letters, two blanks, a hyphen and a value on each line, from TY to ER (the
 * description by Research Information Systems, 2001, and what reference managers made of it). */

#include "eh-references-private.h"

#include "eh-text.h"

#include <string.h>

typedef struct {
  EhImportPlan *plan;
  EhResource *now;  /* (nullable): what is being read */
  guint began;      /* its line */
  char tag[3];      /* of the line before, which the next may go on */
  GString *value;   /* of that line */
  char *abstract;   /* (nullable): taken where there is no note */
  const char *kind; /* (nullable): what its type means */
} Reader;

static void
end_publication (Reader *self)
{
  if (self->now == NULL)
    return;
  eh_reference_set (&self->now->kind, self->kind);
  eh_reference_set (&self->now->summary, self->abstract);
  g_clear_pointer (&self->abstract, g_free);
  eh_reference_finish (self->plan, self->began, g_steal_pointer (&self->now));
}

static void
take_text (Reader *self, const char *tag, const char *value)
{
  EhResource *now = self->now;

  if (strcmp (tag, "TI") == 0 || strcmp (tag, "T1") == 0)
    eh_reference_set (&now->title, value);
  else if (strcmp (tag, "AU") == 0 || strcmp (tag, "A1") == 0)
    eh_reference_add_author (now, value);
  else if (strcmp (tag, "PY") == 0 || strcmp (tag, "Y1") == 0 || strcmp (tag, "DA") == 0)
    eh_reference_set_year (now, value);
  else if (strcmp (tag, "T2") == 0 || strcmp (tag, "JO") == 0 || strcmp (tag, "JF") == 0 ||
           strcmp (tag, "BT") == 0)
    eh_reference_set (&now->venue, value);
  else if (strcmp (tag, "PB") == 0)
    eh_reference_set (&now->organisation, value);
  else if (strcmp (tag, "UR") == 0)
    eh_reference_set (&now->url, value);
  else if (strcmp (tag, "DO") == 0)
    eh_reference_set_doi (now, value);
  else if (strcmp (tag, "M3") == 0)
    eh_reference_set (&now->kind, value);
  else if (strcmp (tag, "N1") == 0)
    eh_reference_set (&now->summary, value);
  else if ((strcmp (tag, "AB") == 0 || strcmp (tag, "N2") == 0) && self->abstract == NULL)
    self->abstract = g_strdup (value);
}

/* What was read up to here. */
static void
take_line (Reader *self)
{
  if (*self->tag != '\0' && self->now != NULL)
    take_text (self, self->tag, self->value->str);
  *self->tag = '\0';
  g_string_truncate (self->value, 0);
}

/* "TY  - JOUR": the tag, and where the value begins; some write fewer blanks. */
static const char *
tagged (const char *line, char *tag)
{
  const char *rest = line + 2;

  if (!g_ascii_isupper (line[0]) || (!g_ascii_isupper (line[1]) && !g_ascii_isdigit (line[1])))
    return NULL;
  while (*rest == ' ')
    rest++;
  if (*rest != '-' || rest == line + 2)
    return NULL;
  memcpy (tag, line, 2);
  tag[2] = '\0';
  return rest[1] == ' ' ? rest + 2 : rest + 1;
}

static void
begin_publication (Reader *self, guint line, const char *type)
{
  g_autofree char *upper = g_ascii_strup (type, -1);

  end_publication (self);
  self->now = eh_resource_new ();
  self->began = line;
  self->kind = eh_reference_kind_of (g_strstrip (upper), EH_REFERENCE_FORMAT_RIS);
}

static void
read_line (Reader *self, guint number, const char *line)
{
  char tag[3];
  const char *value = strlen (line) > 2 ? tagged (line, tag) : NULL;

  if (value == NULL) {
    /* A long value goes on in the next line. */
    if (*self->tag != '\0' && !eh_text_is_blank (line))
      g_string_append_printf (self->value, " %s", line);
    return;
  }
  take_line (self);
  if (strcmp (tag, "TY") == 0) {
    begin_publication (self, number, value);
  } else if (strcmp (tag, "ER") == 0) {
    end_publication (self);
  } else {
    memcpy (self->tag, tag, sizeof tag);
    g_string_assign (self->value, value);
  }
}

/**
 * eh_references_read_ris:
 * @plan: takes what is read
 * @text: a file, in UTF-8
 */
void
eh_references_read_ris (EhImportPlan *plan, const char *text)
{
  Reader self = { .plan = plan, .value = g_string_new (NULL) };
  guint number = 0;

  while (text != NULL && *text != '\0') {
    gsize length = strcspn (text, "\r\n");
    g_autofree char *line = g_strndup (text, length);

    read_line (&self, ++number, line);
    text += length;
    if (*text == '\r' && text[1] == '\n')
      text++;
    if (*text != '\0')
      text++;
  }
  take_line (&self);
  end_publication (&self);
  g_string_free (self.value, TRUE);
}

static void
write_line (GString *out, const char *tag, const char *text)
{
  g_autofree char *line = NULL;

  if (eh_text_is_blank (text))
    return;
  line = eh_text_clean_line (text);
  g_string_append_printf (out, "%s  - %s\r\n", tag, line);
}

static void
write_one (const EhResource *resource, GString *out)
{
  g_auto (GStrv) authors = g_strsplit (resource->authors, ";", -1);

  write_line (out, "TY", eh_reference_type_of (resource->kind)->ris);
  write_line (out, "TI", resource->title);
  for (guint i = 0; authors[i] != NULL; i++)
    write_line (out, "AU", authors[i]);
  if (resource->year > 0)
    g_string_append_printf (out, "PY  - %" G_GINT64_FORMAT "\r\n", resource->year);
  write_line (out, "T2", resource->venue);
  write_line (out, "PB", resource->organisation);
  write_line (out, "UR", resource->url);
  write_line (out, "DO", resource->doi);
  /* What the library calls it comes back as it was. */
  write_line (out, "M3", resource->kind);
  write_line (out, "N1", resource->summary);
  g_string_append (out, "ER  - \r\n\r\n");
}

/**
 * eh_references_write_ris:
 * @resources: (element-type EhResource): publications
 * @out: where they are added
 */
void
eh_references_write_ris (GPtrArray *resources, GString *out)
{
  for (guint i = 0; i < resources->len; i++)
    write_one (resources->pdata[i], out);
}
