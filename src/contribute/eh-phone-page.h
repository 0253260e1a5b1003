#pragma once

#include "eh-catalogue.h"
#include "eh-contribute-view.h"
#include "eh-received.h"

G_BEGIN_DECLS

/**
 * EhPhonePage:
 * @view: what phones are shown
 * @words: the language of the page
 * @languages: (array zero-terminated=1): the languages to choose from
 * @root: path of the link, "/abcdefghij"
 * @phone: (nullable): key of the phone, where it sent something before
 *
 * What every page needs to know.
 */
typedef struct {
  const EhContributeView *view;
  const EhCatalogue *words;
  const char *const *languages;
  const char *root;
  const char *phone;
} EhPhonePage;

/**
 * EhPhoneProblem:
 * What is wrong with what was sent; the page says it in words, beside what was typed.
 */
typedef enum {
  EH_PHONE_PROBLEM_NONE,
  EH_PHONE_PROBLEM_NO_WORDS,
  EH_PHONE_PROBLEM_TOO_LONG,
  EH_PHONE_PROBLEM_CODE,
  EH_PHONE_PROBLEM_BUSY,
  EH_PHONE_PROBLEM_NOT_SAVED,
  EH_PHONE_PROBLEM_OLD_FORM,
} EhPhoneProblem;

/**
 * EhPhoneDraft:
 * @text: the words
 * @kind: what they say it is
 * @code: of a slip, as typed
 * @group: the group that was chosen, or none
 * @credit: the wish
 * @phone: key of the phone
 * @stamp: of the form
 * @problem: what is wrong
 * @number: of characters or seconds that the problem is about
 *
 * What stands in a form. Text members are not owned.
 */
typedef struct {
  const char *text;
  EhInsightKind kind;
  const char *code;
  EhId group;
  EhCredit credit;
  const char *phone;
  const char *stamp;
  EhPhoneProblem problem;
  guint number;
} EhPhoneDraft;

/**
 * EhPhoneSent:
 * @row: (transfer full): what was sent
 * @accepted: whether its insight is there
 */
typedef struct {
  EhReceived *row;
  gboolean accepted;
} EhPhoneSent;

/**
 * EhPhoneNotice:
 * Why there is nothing else to show.
 */
typedef enum {
  EH_PHONE_NOTICE_NOT_FOUND,
  EH_PHONE_NOTICE_WRONG_ADDRESS,
  EH_PHONE_NOTICE_NOT_UNDERSTOOD,
  EH_PHONE_NOTICE_TOO_LARGE,
  EH_PHONE_NOTICE_BUSY,
  EH_PHONE_NOTICE_NOT_SAVED,
} EhPhoneNotice;

GBytes *eh_phone_page_form (const EhPhonePage *page, const EhPhoneDraft *draft);
GBytes *
eh_phone_page_change (const EhPhonePage *page, const EhReceived *row, const EhPhoneDraft *draft);
GBytes *eh_phone_page_mine (const EhPhonePage *page, GPtrArray *sent, gboolean arrived);
GBytes *eh_phone_page_take_back (const EhPhonePage *page, const EhReceived *row, const char *stamp);
GBytes *eh_phone_page_wall (const EhPhonePage *page);
GBytes *eh_phone_page_notice (const EhPhonePage *page, EhPhoneNotice notice);
void eh_phone_sent_free (EhPhoneSent *self);

G_END_DECLS
