/* What a file would add, as plain data: every reader ends here, and resolving begins here. */

#include "eh-import-plan.h"

void
eh_import_note_free (EhImportNote *note)
{
  g_free (note->message);
  g_free (note);
}

static void
person_free (EhImportPerson *person)
{
  g_free (person->name);
  g_free (person->group);
  g_free (person->role);
  g_free (person->organisation);
  g_free (person->pseudonym);
  g_free (person->biography);
  g_free (person->greeting);
  g_free (person->letter_language);
  g_strfreev (person->workshops);
  g_free (person);
}

static void
insight_free (EhImportInsight *insight)
{
  g_free (insight->text);
  g_strfreev (insight->people);
  g_free (insight->group);
  g_free (insight->workshop);
  g_free (insight->activity);
  g_strfreev (insight->categories);
  g_free (insight->origin);
  g_free (insight);
}

static void
resource_free (EhImportResource *resource)
{
  eh_resource_free (resource->resource);
  g_free (resource);
}

/**
 * eh_import_plan_new:
 *
 * Returns: (transfer full): a plan that adds nothing
 */
EhImportPlan *
eh_import_plan_new (void)
{
  EhImportPlan *self = g_new0 (EhImportPlan, 1);

  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  self->insights = g_ptr_array_new_with_free_func ((GDestroyNotify) insight_free);
  self->resources = g_ptr_array_new_with_free_func ((GDestroyNotify) resource_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_import_note_free);
  self->errors = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_import_note_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_import_note_free);
  self->default_group = g_strdup ("");
  self->default_workshop = g_strdup ("");
  self->workshop_date = g_strdup ("");
  return self;
}

/**
 * eh_import_plan_free:
 * @self: (nullable) (transfer full): a plan
 */
void
eh_import_plan_free (EhImportPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->insights);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->notes);
  g_free (self->default_group);
  g_free (self->default_workshop);
  g_free (self->workshop_date);
  g_free (self);
}

/**
 * eh_import_plan_add_person:
 * @self: a plan
 * @line: the line of the file
 *
 * Returns: (transfer none): somebody more, with empty texts, to be filled in
 */
EhImportPerson *
eh_import_plan_add_person (EhImportPlan *self, guint line)
{
  EhImportPerson *person = g_new0 (EhImportPerson, 1);

  person->line = line;
  person->name = g_strdup ("");
  person->group = g_strdup ("");
  person->role = g_strdup ("");
  person->organisation = g_strdup ("");
  person->pseudonym = g_strdup ("");
  person->biography = g_strdup ("");
  person->greeting = g_strdup ("");
  person->letter_language = g_strdup ("");
  g_ptr_array_add (self->people, person);
  return person;
}

/**
 * eh_import_plan_add_insight:
 * @self: a plan
 * @line: the line of the file
 *
 * Returns: (transfer none): one insight more, with empty texts, to be filled in
 */
EhImportInsight *
eh_import_plan_add_insight (EhImportPlan *self, guint line)
{
  EhImportInsight *insight = g_new0 (EhImportInsight, 1);

  insight->line = line;
  insight->text = g_strdup ("");
  insight->group = g_strdup ("");
  insight->workshop = g_strdup ("");
  insight->activity = g_strdup ("");
  insight->origin = g_strdup ("");
  insight->time_of_day = -1;
  g_ptr_array_add (self->insights, insight);
  return insight;
}

/**
 * eh_import_notes_add:
 * @notes: (element-type EhImportNote): where to add
 * @line: what it is about; 0 for the whole file
 * @message: (transfer full): a sentence
 */
void
eh_import_notes_add (GPtrArray *notes, guint line, char *message)
{
  EhImportNote *note = g_new (EhImportNote, 1);

  note->line = line;
  note->message = message;
  g_ptr_array_add (notes, note);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const EhImportNote *first = *(EhImportNote *const *) a;
  const EhImportNote *second = *(EhImportNote *const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

/**
 * eh_import_notes_sort:
 * @notes: (element-type EhImportNote): to be put in the order of the file
 */
void
eh_import_notes_sort (GPtrArray *notes)
{
  /* GLib's sort of arrays keeps the order of what is equal. */
  g_ptr_array_sort (notes, compare_lines);
}

/**
 * eh_import_plan_add_resource:
 * @self: a plan
 * @line: where it stands in the file
 * @resource: (transfer full): a publication
 */
void
eh_import_plan_add_resource (EhImportPlan *self, guint line, EhResource *resource)
{
  EhImportResource *listed = g_new0 (EhImportResource, 1);

  listed->line = line;
  listed->resource = resource;
  g_ptr_array_add (self->resources, listed);
}

/**
 * eh_import_plan_warn:
 * @self: a plan
 * @line: the line that it is about; 0 for the whole file
 * @format: a sentence, as for printf()
 * @...: what goes into it
 *
 * Adds something that a person should look at, and that is no reason to stop.
 */
void
eh_import_plan_warn (EhImportPlan *self, guint line, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  eh_import_notes_add (self->warnings, line, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * eh_import_plan_fail:
 * @self: a plan
 * @line: the line that it is about; 0 for the whole file
 * @format: a sentence, as for printf()
 * @...: what goes into it
 *
 * Adds a reason why nothing of the file may be imported.
 */
void
eh_import_plan_fail (EhImportPlan *self, guint line, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  eh_import_notes_add (self->errors, line, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * eh_import_plan_note:
 * @self: a plan
 * @format: a sentence, as for printf()
 * @...: what goes into it
 *
 * Adds something that was decided and that belongs in the summary.
 */
void
eh_import_plan_note (EhImportPlan *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  eh_import_notes_add (self->notes, 0, g_strdup_vprintf (format, args));
  va_end (args);
}
