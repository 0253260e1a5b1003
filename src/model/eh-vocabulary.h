#pragma once

/* The lists of words that the file, the window and the command line share: each value has a key
 * that is stored and a label that people read. The first value is what a new row has. */

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhWord:
 * @key: what is stored; never translated, never changed
 * @label: (translatable): what people read
 */
typedef struct {
  const char *key;
  const char *label;
} EhWord;

/**
 * EhVocabulary:
 * @context: what translators see the labels under
 * @words: one for each value of the enumeration, in its order
 * @n_words: how many
 */
typedef struct {
  const char *context;
  const EhWord *words;
  guint n_words;
} EhVocabulary;

const char *eh_vocabulary_key (const EhVocabulary *self, int value);
const char *eh_vocabulary_label (const EhVocabulary *self, int value);
gboolean eh_vocabulary_find (const EhVocabulary *self, const char *key_or_label, int *value);

/**
 * EhInvolvement:
 * What the work is, which decides whether ethics review applies.
 */
typedef enum {
  EH_INVOLVEMENT_INVOLVEMENT,
  EH_INVOLVEMENT_RESEARCH,
  EH_INVOLVEMENT_EVALUATION,
  EH_INVOLVEMENT_MIXED,
  EH_INVOLVEMENT_N_VALUES
} EhInvolvement;
extern const EhVocabulary eh_involvement_vocabulary;

/**
 * EhContactBy:
 * How somebody wants to hear back.
 */
typedef enum {
  EH_CONTACT_BY_UNKNOWN,
  EH_CONTACT_BY_EMAIL,
  EH_CONTACT_BY_POST,
  EH_CONTACT_BY_PHONE,
  EH_CONTACT_BY_TEXT,
  EH_CONTACT_BY_SUPPORTER,
  EH_CONTACT_BY_N_VALUES
} EhContactBy;
extern const EhVocabulary eh_contact_by_vocabulary;

/**
 * EhLetterFormat:
 * What somebody wants their letter as.
 */
typedef enum {
  EH_LETTER_FORMAT_UNKNOWN,
  EH_LETTER_FORMAT_ODT,
  EH_LETTER_FORMAT_DOCX,
  EH_LETTER_FORMAT_PDF,
  EH_LETTER_FORMAT_HTML,
  EH_LETTER_FORMAT_PRINT,
  EH_LETTER_FORMAT_N_VALUES
} EhLetterFormat;
extern const EhVocabulary eh_letter_format_vocabulary;

/**
 * EhToldHow:
 * By which way somebody was told what became of what they said.
 */
typedef enum {
  EH_TOLD_HOW_UNKNOWN,
  EH_TOLD_HOW_EMAIL,
  EH_TOLD_HOW_POST,
  EH_TOLD_HOW_IN_PERSON,
  EH_TOLD_HOW_PHONE,
  EH_TOLD_HOW_TEXT,
  EH_TOLD_HOW_SUPPORTER,
  EH_TOLD_HOW_PAGE,
  EH_TOLD_HOW_N_VALUES
} EhToldHow;
extern const EhVocabulary eh_told_how_vocabulary;

/**
 * EhCredit:
 * How somebody wants to be named.
 */
typedef enum {
  EH_CREDIT_ASK,
  EH_CREDIT_NAMED,
  EH_CREDIT_FIRST_NAME,
  EH_CREDIT_INITIALS,
  EH_CREDIT_PSEUDONYM,
  EH_CREDIT_ROLE_ONLY,
  EH_CREDIT_ANONYMOUS,
  EH_CREDIT_NOT_LISTED,
  EH_CREDIT_N_VALUES
} EhCredit;
extern const EhVocabulary eh_credit_vocabulary;

/**
 * EhWithdrawal:
 * How far a withdrawal reaches.
 */
typedef enum {
  EH_WITHDRAWAL_NONE,
  EH_WITHDRAWAL_STOP_CONTACT,
  EH_WITHDRAWAL_REMOVE_NAME,
  EH_WITHDRAWAL_REMOVE_UNPUBLISHED,
  EH_WITHDRAWAL_REMOVE_ALL,
  EH_WITHDRAWAL_N_VALUES
} EhWithdrawal;
extern const EhVocabulary eh_withdrawal_vocabulary;

/**
 * EhAnswer:
 * An answer to one question of consent.
 */
typedef enum {
  EH_ANSWER_UNKNOWN,
  EH_ANSWER_YES,
  EH_ANSWER_NO,
  EH_ANSWER_ASK_EACH_TIME,
  EH_ANSWER_N_VALUES
} EhAnswer;
extern const EhVocabulary eh_answer_vocabulary;

/**
 * EhQuoteLevel:
 * How somebody's words may be used.
 */
typedef enum {
  EH_QUOTE_LEVEL_UNKNOWN,
  EH_QUOTE_LEVEL_NONE,
  EH_QUOTE_LEVEL_PARAPHRASE,
  EH_QUOTE_LEVEL_ANONYMOUS,
  EH_QUOTE_LEVEL_PSEUDONYM,
  EH_QUOTE_LEVEL_NAMED,
  EH_QUOTE_LEVEL_N_VALUES
} EhQuoteLevel;
extern const EhVocabulary eh_quote_level_vocabulary;

/**
 * EhAuthorship:
 * A wish about authorship.
 */
typedef enum {
  EH_AUTHORSHIP_UNKNOWN,
  EH_AUTHORSHIP_COAUTHOR,
  EH_AUTHORSHIP_ACKNOWLEDGE,
  EH_AUTHORSHIP_NO,
  EH_AUTHORSHIP_N_VALUES
} EhAuthorship;
extern const EhVocabulary eh_authorship_vocabulary;

/**
 * EhReuse:
 * How far words may travel.
 */
typedef enum {
  EH_REUSE_GUIDANCE_ONLY,
  EH_REUSE_SAME_TEAM,
  EH_REUSE_OPEN_LICENCE,
  EH_REUSE_N_VALUES
} EhReuse;
extern const EhVocabulary eh_reuse_vocabulary;

/**
 * EhContactAfter:
 * Contact after the project.
 */
typedef enum {
  EH_CONTACT_AFTER_UNKNOWN,
  EH_CONTACT_AFTER_NONE,
  EH_CONTACT_AFTER_ABOUT_THIS,
  EH_CONTACT_AFTER_OTHER_OPPORTUNITIES,
  EH_CONTACT_AFTER_N_VALUES
} EhContactAfter;
extern const EhVocabulary eh_contact_after_vocabulary;

/**
 * EhGivenHow:
 * How consent was given.
 */
typedef enum {
  EH_GIVEN_HOW_UNKNOWN,
  EH_GIVEN_HOW_SIGNED,
  EH_GIVEN_HOW_TYPED,
  EH_GIVEN_HOW_SPOKEN,
  EH_GIVEN_HOW_SUPPORTER,
  EH_GIVEN_HOW_N_VALUES
} EhGivenHow;
extern const EhVocabulary eh_given_how_vocabulary;

/**
 * EhAccessStatus:
 * How far an access need has been met.
 */
typedef enum {
  EH_ACCESS_STATUS_ASKED,
  EH_ACCESS_STATUS_ARRANGED,
  EH_ACCESS_STATUS_TESTED,
  EH_ACCESS_STATUS_MET,
  EH_ACCESS_STATUS_NOT_MET,
  EH_ACCESS_STATUS_N_VALUES
} EhAccessStatus;
extern const EhVocabulary eh_access_status_vocabulary;

/**
 * EhMethod:
 * How people work in an activity.
 */
typedef enum {
  EH_METHOD_OPEN_TALK,
  EH_METHOD_ROUND,
  EH_METHOD_CIRCLE,
  EH_METHOD_NOMINAL_GROUP,
  EH_METHOD_WORLD_CAFE,
  EH_METHOD_BUILD,
  EH_METHOD_THEATRE,
  EH_METHOD_DESIGN,
  EH_METHOD_MODELLING,
  EH_METHOD_CARD_SORT,
  EH_METHOD_VOTE,
  EH_METHOD_ONLINE_BOARD,
  EH_METHOD_BREAK,
  EH_METHOD_N_VALUES
} EhMethod;
extern const EhVocabulary eh_method_vocabulary;

/**
 * EhPresence:
 * Whether somebody came.
 */
typedef enum {
  EH_PRESENCE_PRESENT,
  EH_PRESENCE_PART,
  EH_PRESENCE_REMOTE,
  EH_PRESENCE_APOLOGIES,
  EH_PRESENCE_ABSENT,
  EH_PRESENCE_LEFT_EARLY,
  EH_PRESENCE_N_VALUES
} EhPresence;
extern const EhVocabulary eh_presence_vocabulary;

/**
 * EhInsightKind:
 * What an insight is.
 */
typedef enum {
  EH_INSIGHT_KIND_NONE,
  EH_INSIGHT_KIND_BARRIER,
  EH_INSIGHT_KIND_ENABLER,
  EH_INSIGHT_KIND_IDEA,
  EH_INSIGHT_KIND_QUESTION,
  EH_INSIGHT_KIND_STORY,
  EH_INSIGHT_KIND_DISAGREEMENT,
  EH_INSIGHT_KIND_N_VALUES
} EhInsightKind;
extern const EhVocabulary eh_insight_kind_vocabulary;

/**
 * EhInsightLevel:
 * Where an insight sits.
 */
typedef enum {
  EH_INSIGHT_LEVEL_NONE,
  EH_INSIGHT_LEVEL_PERSONAL,
  EH_INSIGHT_LEVEL_RELATIONSHIP,
  EH_INSIGHT_LEVEL_TEAM,
  EH_INSIGHT_LEVEL_ORGANISATION,
  EH_INSIGHT_LEVEL_SYSTEM,
  EH_INSIGHT_LEVEL_N_VALUES
} EhInsightLevel;
extern const EhVocabulary eh_insight_level_vocabulary;

/**
 * EhAgreement:
 * How far the room shared an insight.
 */
typedef enum {
  EH_AGREEMENT_NONE,
  EH_AGREEMENT_ONE_VOICE,
  EH_AGREEMENT_SEVERAL,
  EH_AGREEMENT_MOST,
  EH_AGREEMENT_ALL,
  EH_AGREEMENT_CONTESTED,
  EH_AGREEMENT_N_VALUES
} EhAgreement;
extern const EhVocabulary eh_agreement_vocabulary;

/**
 * EhCapture:
 * How an insight got here.
 */
typedef enum {
  EH_CAPTURE_SCRIBED,
  EH_CAPTURE_TYPED,
  EH_CAPTURE_STICKY_NOTE,
  EH_CAPTURE_SLIP,
  EH_CAPTURE_PHONE,
  EH_CAPTURE_AUDIO_NOTE,
  EH_CAPTURE_DRAWN,
  EH_CAPTURE_AFTER,
  EH_CAPTURE_IMPORTED,
  EH_CAPTURE_N_VALUES
} EhCapture;
extern const EhVocabulary eh_capture_vocabulary;

/**
 * EhChecked:
 * Whether a contributor has seen the record.
 */
typedef enum {
  EH_CHECKED_NO,
  EH_CHECKED_YES,
  EH_CHECKED_NOT_POSSIBLE,
  EH_CHECKED_N_VALUES
} EhChecked;
extern const EhVocabulary eh_checked_vocabulary;

/**
 * EhPlacedBy:
 * Who placed an insight under a category.
 */
typedef enum {
  EH_PLACED_BY_TEAM,
  EH_PLACED_BY_CONTRIBUTOR,
  EH_PLACED_BY_GROUP,
  EH_PLACED_BY_FACILITATOR,
  EH_PLACED_BY_N_VALUES
} EhPlacedBy;
extern const EhVocabulary eh_placed_by_vocabulary;

/**
 * EhCodingOutcome:
 * What became of a difference between coders.
 */
typedef enum {
  EH_CODING_OUTCOME_STANDS,
  EH_CODING_OUTCOME_BELONGS,
  EH_CODING_OUTCOME_DOES_NOT,
  EH_CODING_OUTCOME_N_VALUES
} EhCodingOutcome;
extern const EhVocabulary eh_coding_outcome_vocabulary;

/**
 * EhGuidanceStatus:
 * How far a guidance has got.
 */
typedef enum {
  EH_GUIDANCE_STATUS_DRAFT,
  EH_GUIDANCE_STATUS_AGREED,
  EH_GUIDANCE_STATUS_PUBLISHED,
  EH_GUIDANCE_STATUS_N_VALUES
} EhGuidanceStatus;
extern const EhVocabulary eh_guidance_status_vocabulary;

/**
 * EhBlockKind:
 * What a block of guidance is.
 */
typedef enum {
  EH_BLOCK_KIND_HEADING,
  EH_BLOCK_KIND_PARAGRAPH,
  EH_BLOCK_KIND_RECOMMENDATION,
  EH_BLOCK_KIND_QUOTATION,
  EH_BLOCK_KIND_QUESTION,
  EH_BLOCK_KIND_LIST,
  EH_BLOCK_KIND_RESOURCE,
  EH_BLOCK_KIND_CHART,
  EH_BLOCK_KIND_TABLE,
  EH_BLOCK_KIND_CALLOUT,
  EH_BLOCK_KIND_AUTOMATIC,
  EH_BLOCK_KIND_N_VALUES
} EhBlockKind;
extern const EhVocabulary eh_block_kind_vocabulary;

/**
 * EhBlockStatus:
 * How far a recommendation has got.
 */
typedef enum {
  EH_BLOCK_STATUS_DRAFT,
  EH_BLOCK_STATUS_AGREED,
  EH_BLOCK_STATUS_PUBLISHED,
  EH_BLOCK_STATUS_DONE,
  EH_BLOCK_STATUS_NOT_DONE,
  EH_BLOCK_STATUS_N_VALUES
} EhBlockStatus;
extern const EhVocabulary eh_block_status_vocabulary;

/**
 * EhStance:
 * How an insight bears on a block.
 */
typedef enum {
  EH_STANCE_SUPPORTS,
  EH_STANCE_SHAPES,
  EH_STANCE_DISAGREES,
  EH_STANCE_N_VALUES
} EhStance;
extern const EhVocabulary eh_stance_vocabulary;

/**
 * EhChannel:
 * How an invitation goes out.
 */
typedef enum {
  EH_CHANNEL_UNKNOWN,
  EH_CHANNEL_EMAIL,
  EH_CHANNEL_POST,
  EH_CHANNEL_PHONE,
  EH_CHANNEL_TEXT,
  EH_CHANNEL_IN_PERSON,
  EH_CHANNEL_VIA_GROUP,
  EH_CHANNEL_N_VALUES
} EhChannel;
extern const EhVocabulary eh_channel_vocabulary;

/**
 * EhReply:
 * What somebody answered to an invitation.
 */
typedef enum {
  EH_REPLY_NONE,
  EH_REPLY_YES,
  EH_REPLY_NO,
  EH_REPLY_MAYBE,
  EH_REPLY_N_VALUES
} EhReply;
extern const EhVocabulary eh_reply_vocabulary;

/**
 * EhVenueAnswer:
 * Whether the room has something.
 */
typedef enum {
  EH_VENUE_ANSWER_NOT_KNOWN,
  EH_VENUE_ANSWER_YES,
  EH_VENUE_ANSWER_NO,
  EH_VENUE_ANSWER_NOT_NEEDED,
  EH_VENUE_ANSWER_N_VALUES
} EhVenueAnswer;
extern const EhVocabulary eh_venue_answer_vocabulary;

/**
 * EhPromiseState:
 * Whether a promise was kept.
 */
typedef enum {
  EH_PROMISE_STATE_OPEN,
  EH_PROMISE_STATE_KEPT,
  EH_PROMISE_STATE_NOT_KEPT,
  EH_PROMISE_STATE_N_VALUES
} EhPromiseState;
extern const EhVocabulary eh_promise_state_vocabulary;

/**
 * EhRateUnit:
 * What a rate is paid for.
 */
typedef enum {
  EH_RATE_UNIT_HOUR,
  EH_RATE_UNIT_HALF_DAY,
  EH_RATE_UNIT_DAY,
  EH_RATE_UNIT_EACH,
  EH_RATE_UNIT_N_VALUES
} EhRateUnit;
extern const EhVocabulary eh_rate_unit_vocabulary;

/**
 * EhStageOfWork:
 * How far a piece of research is, from the question to what comes after.
 */
typedef enum {
  EH_STAGE_OF_WORK_NONE,
  EH_STAGE_OF_WORK_AGENDA,
  EH_STAGE_OF_WORK_FUND,
  EH_STAGE_OF_WORK_DESIGN,
  EH_STAGE_OF_WORK_DO,
  EH_STAGE_OF_WORK_SENSE,
  EH_STAGE_OF_WORK_WRITE,
  EH_STAGE_OF_WORK_USE,
  EH_STAGE_OF_WORK_AFTER,
  EH_STAGE_OF_WORK_N_VALUES
} EhStageOfWork;
extern const EhVocabulary eh_stage_of_work_vocabulary;

/**
 * EhPaymentFor:
 * What work is paid.
 */
typedef enum {
  EH_PAYMENT_FOR_SESSION,
  EH_PAYMENT_FOR_PREPARATION,
  EH_PAYMENT_FOR_REVIEW,
  EH_PAYMENT_FOR_OTHER,
  EH_PAYMENT_FOR_N_VALUES
} EhPaymentFor;
extern const EhVocabulary eh_payment_for_vocabulary;

/**
 * EhPaymentChoice:
 * What somebody chose when payment was offered.
 */
typedef enum {
  EH_PAYMENT_CHOICE_UNKNOWN,
  EH_PAYMENT_CHOICE_ACCEPTED,
  EH_PAYMENT_CHOICE_VOUCHER,
  EH_PAYMENT_CHOICE_DONATED,
  EH_PAYMENT_CHOICE_DECLINED,
  EH_PAYMENT_CHOICE_N_VALUES
} EhPaymentChoice;
extern const EhVocabulary eh_payment_choice_vocabulary;

/**
 * EhReceivedState:
 * What became of something that was sent. That it was accepted is told by its insight being there.
 */
typedef enum {
  EH_RECEIVED_STATE_WAITING,
  EH_RECEIVED_STATE_REFUSED,
  EH_RECEIVED_STATE_TAKEN_BACK,
  EH_RECEIVED_STATE_N_VALUES
} EhReceivedState;
extern const EhVocabulary eh_received_state_vocabulary;

/**
 * EhTermKind:
 * What is done about a word: readers are told what it means, or another is used.
 */
typedef enum {
  EH_TERM_KIND_GLOSSARY,
  EH_TERM_KIND_JARGON,
  EH_TERM_KIND_N_VALUES
} EhTermKind;
extern const EhVocabulary eh_term_kind_vocabulary;

G_END_DECLS
