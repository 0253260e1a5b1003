#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhDisclosureKind:
 * @EH_DISCLOSURE_GROUPS: numbers of role groups are not shown apart
 * @EH_DISCLOSURE_VOICE: insights of role groups are not shown apart
 * @EH_DISCLOSURE_CARRY: what recommendations rest on is not shown apart
 * @EH_DISCLOSURE_TOTALS: not even totals are shown
 * @EH_DISCLOSURE_WORDS: words that are left out
 * @EH_DISCLOSURE_CREDIT: people who are not named, or named less closely than they asked
 * @EH_DISCLOSURE_CAUTION: nothing was changed, and somebody should look
 */
typedef enum {
  EH_DISCLOSURE_GROUPS,
  EH_DISCLOSURE_VOICE,
  EH_DISCLOSURE_CARRY,
  EH_DISCLOSURE_TOTALS,
  EH_DISCLOSURE_WORDS,
  EH_DISCLOSURE_CREDIT,
  EH_DISCLOSURE_CAUTION,
} EhDisclosureKind;

/**
 * EhDisclosureNote:
 * @kind: what it is about
 * @count: how many groups, insights or people
 * @text: a plain sentence, which names nobody
 */
typedef struct {
  EhDisclosureKind kind;
  guint count;
  char *text;
} EhDisclosureNote;

/**
 * EhDisclosureReport:
 * @notes: (array length=n_notes): what was withheld or merged, and why
 * @n_notes: how many; 0 where everything passed
 *
 * What the gate did, for whoever is about to share something. It is for the team: it does not go
 * into what is shared.
 */
typedef struct {
  EhDisclosureNote *notes;
  guint n_notes;
} EhDisclosureReport;

EhDisclosureReport *eh_disclosure_report_ref (EhDisclosureReport *self);
void eh_disclosure_report_unref (EhDisclosureReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDisclosureReport, eh_disclosure_report_unref)

G_END_DECLS
