#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhWritingFix:
 * @EH_WRITING_FIX_NONE: nothing that a program could do
 * @EH_WRITING_FIX_REPLACE: put other words in the place of the marked ones
 * @EH_WRITING_FIX_EXPLAIN: explain the word in the glossary
 */
typedef enum {
  EH_WRITING_FIX_NONE,
  EH_WRITING_FIX_REPLACE,
  EH_WRITING_FIX_EXPLAIN,
} EhWritingFix;

/**
 * EhWritingMark:
 * @id: what it is, for programs: "writing.passive"; see eh_writing_label()
 * @start: character where it begins
 * @end: one past its last character
 * @words: the marked words
 * @reason: why, in a plain sentence or two
 * @fix: what can be done about it
 * @replacement: (nullable): the words to put there
 *
 * Words that somebody may want to look at again.
 */
typedef struct {
  const char *id;
  guint start;
  guint end;
  char *words;
  char *reason;
  EhWritingFix fix;
  char *replacement;
} EhWritingMark;

#define EH_WRITING_LONG_SENTENCE "writing.long-sentence"
#define EH_WRITING_PASSIVE       "writing.passive"
#define EH_WRITING_ACRONYM       "writing.acronym"
#define EH_WRITING_JARGON        "writing.jargon"
#define EH_WRITING_PEOPLE        "writing.people"

/**
 * EhWritingRules:
 * @language: BCP 47 tag of the text
 * @max_words: the most words that a sentence should have
 * @strict: Easy Read: a passive is one also where it says by whom
 */
typedef struct {
  const char *language;
  guint max_words;
  gboolean strict;
} EhWritingRules;

EhWritingRules eh_writing_rules_for (const char *template_key, const char *language);

/**
 * EhWritingCheck:
 *
 * A document being looked over, text after text in its order: an abbreviation that was explained
 * once need not be again.
 */
typedef struct _EhWritingCheck EhWritingCheck;

EhWritingCheck *eh_writing_check_new (const EhWritingRules *rules, GPtrArray *terms);
void eh_writing_check_free (EhWritingCheck *self);
GPtrArray *eh_writing_check_text (EhWritingCheck *self, const char *text, gboolean is_prose);
char *eh_writing_check_reading_level (EhWritingCheck *self);
gboolean eh_writing_check_is_hard (EhWritingCheck *self);
const char *eh_writing_label (const char *id);
void eh_writing_mark_free (EhWritingMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhWritingCheck, eh_writing_check_free)

G_END_DECLS
