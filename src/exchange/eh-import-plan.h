#pragma once

#include "eh-resource.h"
#include "eh-vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhImportNote:
 * @line: the line of the file that it is about, from 1; 0 for the file as a whole
 * @message: a sentence for a facilitator
 */
typedef struct {
  guint line;
  char *message;
} EhImportNote;

/**
 * EhImportPerson:
 * @line: where it stands in the file
 * @name: full name
 * @group: a role group by key or label; "" for none
 * @role: in their words
 * @organisation: where they come from
 * @pseudonym: the name to print
 * @biography: about them
 * @credit: how they want to be named
 * @has_consent: the file says what they agreed to, in the members that follow
 * @take_part: agrees to take part
 * @notes: notes may be taken
 * @audio: sound may be recorded
 * @photo: photographs
 * @video: film
 * @quote: how their words may be used
 * @workshops: (nullable): titles of those attended
 * @contact_by: how they want to hear back
 * @contact_after: whether they want to be written to afterwards
 * @greeting: how a letter greets them
 * @letter_language: BCP 47 tag of their letter, "" for that of the project
 * @letter_format: what they want their letter as
 * @letter_large: in large print
 *
 * Somebody whom a file names, before the project is asked whether it knows them.
 */
typedef struct {
  guint line;
  char *name;
  char *group;
  char *role;
  char *organisation;
  char *pseudonym;
  char *biography;
  EhCredit credit;
  gboolean has_consent;
  EhAnswer take_part;
  EhAnswer notes;
  EhAnswer audio;
  EhAnswer photo;
  EhAnswer video;
  EhQuoteLevel quote;
  GStrv workshops;
  EhContactBy contact_by;
  EhContactAfter contact_after;
  char *greeting;
  char *letter_language;
  EhLetterFormat letter_format;
  gboolean letter_large;
} EhImportPerson;

/**
 * EhImportInsight:
 * @line: where it stands in the file
 * @text: the words
 * @people: (nullable): names of its contributors
 * @group: a role group by key or label; "" for none
 * @workshop: a title; "" for none
 * @activity: a title; "" for none
 * @kind: what it is
 * @said_at: when it was said, seconds since 1970; 0 when not known
 * @time_of_day: seconds since midnight where the file gives no date, else -1
 * @categories: (nullable): keys, ids or labels
 * @origin: what tells this row from every other, so that it is recognised when it comes again
 *
 * Something that a file says was contributed.
 */
typedef struct {
  guint line;
  char *text;
  GStrv people;
  char *group;
  char *workshop;
  char *activity;
  EhInsightKind kind;
  gint64 said_at;
  int time_of_day;
  GStrv categories;
  char *origin;
} EhImportInsight;

/**
 * EhImportResource:
 * @line: where it stands in the file
 * @resource: the publication; it has no id yet
 *
 * A publication that a file lists.
 */
typedef struct {
  guint line;
  EhResource *resource;
} EhImportResource;

/**
 * EhImportPlan:
 * @people: (element-type EhImportPerson): in the order of the file
 * @insights: (element-type EhImportInsight): in the order of the file, or by time
 * @resources: (element-type EhImportResource): in the order of the file
 * @warnings: (element-type EhImportNote): odd, but no reason to stop
 * @errors: (element-type EhImportNote): while there is one, nothing may be imported
 * @notes: (element-type EhImportNote): what was decided that a person would want to know
 * @skipped: rows that were left out, each named by a warning or, in one number, by a note
 * @default_group: the role group of what names none, "" for none
 * @default_workshop: the workshop of what names none, "" for none
 * @workshop_date: the ISO date of that workshop, if it has to be made; "" when not known
 * @numbered: people are told by a number that means something in that workshop alone
 *
 * What a file would add to a project: read, checked, and resolved against nothing yet.
 */
typedef struct {
  GPtrArray *people;
  GPtrArray *insights;
  GPtrArray *resources;
  GPtrArray *warnings;
  GPtrArray *errors;
  GPtrArray *notes;
  guint skipped;
  char *default_group;
  char *default_workshop;
  char *workshop_date;
  gboolean numbered;
} EhImportPlan;

EhImportPlan *eh_import_plan_new (void);
void eh_import_plan_free (EhImportPlan *self);

EhImportPerson *eh_import_plan_add_person (EhImportPlan *self, guint line);
EhImportInsight *eh_import_plan_add_insight (EhImportPlan *self, guint line);
void eh_import_plan_add_resource (EhImportPlan *self, guint line, EhResource *resource);
void
eh_import_plan_warn (EhImportPlan *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);
void
eh_import_plan_fail (EhImportPlan *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);
void eh_import_plan_note (EhImportPlan *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

void eh_import_note_free (EhImportNote *note);
void eh_import_notes_add (GPtrArray *notes, guint line, char *message);
void eh_import_notes_sort (GPtrArray *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhImportPlan, eh_import_plan_free)

G_END_DECLS
