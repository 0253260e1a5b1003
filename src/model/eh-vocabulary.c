#include "eh-vocabulary.h"

#include "config.h"
#include "eh-text.h"

#include <glib/gi18n-lib.h>

static const EhWord involvement_words[] = {
  [EH_INVOLVEMENT_INVOLVEMENT] = { "involvement", NC_ ("involvement", "Involvement in planning") },
  [EH_INVOLVEMENT_RESEARCH] = { "research", NC_ ("involvement", "Research") },
  [EH_INVOLVEMENT_EVALUATION] = { "evaluation", NC_ ("involvement", "Service evaluation") },
  [EH_INVOLVEMENT_MIXED] = { "mixed", NC_ ("involvement", "A mix") },
};
const EhVocabulary eh_involvement_vocabulary = { "involvement", involvement_words,
                                                 EH_INVOLVEMENT_N_VALUES };

static const EhWord contact_by_words[] = {
  [EH_CONTACT_BY_UNKNOWN] = { "unknown", NC_ ("contact_by", "Not asked yet") },
  [EH_CONTACT_BY_EMAIL] = { "email", NC_ ("contact_by", "Email") },
  [EH_CONTACT_BY_POST] = { "post", NC_ ("contact_by", "Post") },
  [EH_CONTACT_BY_PHONE] = { "phone", NC_ ("contact_by", "Phone") },
  [EH_CONTACT_BY_TEXT] = { "text", NC_ ("contact_by", "Text message") },
  [EH_CONTACT_BY_SUPPORTER] = { "supporter", NC_ ("contact_by", "Through a supporter") },
};
const EhVocabulary eh_contact_by_vocabulary = { "contact_by", contact_by_words,
                                                EH_CONTACT_BY_N_VALUES };

static const EhWord letter_format_words[] = {
  [EH_LETTER_FORMAT_UNKNOWN] = { "unknown", NC_ ("letter_format", "Not asked yet") },
  [EH_LETTER_FORMAT_ODT] = { "odt", NC_ ("letter_format", "OpenDocument file") },
  [EH_LETTER_FORMAT_DOCX] = { "docx", NC_ ("letter_format", "Word file") },
  [EH_LETTER_FORMAT_PDF] = { "pdf", NC_ ("letter_format", "PDF file") },
  [EH_LETTER_FORMAT_HTML] = { "html", NC_ ("letter_format", "Web page, in one file") },
  [EH_LETTER_FORMAT_PRINT] = { "print", NC_ ("letter_format", "Printed on paper") },
};
const EhVocabulary eh_letter_format_vocabulary = { "letter_format", letter_format_words,
                                                   EH_LETTER_FORMAT_N_VALUES };

static const EhWord told_how_words[] = {
  [EH_TOLD_HOW_UNKNOWN] = { "unknown", NC_ ("told_how", "Not said") },
  [EH_TOLD_HOW_EMAIL] = { "email", NC_ ("told_how", "Email") },
  [EH_TOLD_HOW_POST] = { "post", NC_ ("told_how", "Post") },
  [EH_TOLD_HOW_IN_PERSON] = { "in_person", NC_ ("told_how", "In person") },
  [EH_TOLD_HOW_PHONE] = { "phone", NC_ ("told_how", "Phone call") },
  [EH_TOLD_HOW_TEXT] = { "text", NC_ ("told_how", "Text message") },
  [EH_TOLD_HOW_SUPPORTER] = { "supporter", NC_ ("told_how", "Through a supporter") },
  [EH_TOLD_HOW_PAGE] = { "page", NC_ ("told_how", "On their own phone, here") },
};
const EhVocabulary eh_told_how_vocabulary = { "told_how", told_how_words, EH_TOLD_HOW_N_VALUES };

static const EhWord credit_words[] = {
  [EH_CREDIT_ASK] = { "ask", NC_ ("credit", "Not asked yet") },
  [EH_CREDIT_NAMED] = { "named", NC_ ("credit", "By name") },
  [EH_CREDIT_FIRST_NAME] = { "first_name", NC_ ("credit", "By first name") },
  [EH_CREDIT_INITIALS] = { "initials", NC_ ("credit", "By initials") },
  [EH_CREDIT_PSEUDONYM] = { "pseudonym", NC_ ("credit", "By a chosen name") },
  [EH_CREDIT_ROLE_ONLY] = { "role_only", NC_ ("credit", "By role only") },
  [EH_CREDIT_ANONYMOUS] = { "anonymous", NC_ ("credit", "Not named") },
  [EH_CREDIT_NOT_LISTED] = { "not_listed", NC_ ("credit", "Not listed at all") },
};
const EhVocabulary eh_credit_vocabulary = { "credit", credit_words, EH_CREDIT_N_VALUES };

static const EhWord withdrawal_words[] = {
  [EH_WITHDRAWAL_NONE] = { "none", NC_ ("withdrawal", "Has not withdrawn") },
  [EH_WITHDRAWAL_STOP_CONTACT] = { "stop_contact", NC_ ("withdrawal", "No more contact") },
  [EH_WITHDRAWAL_REMOVE_NAME] = { "remove_name", NC_ ("withdrawal", "Name removed") },
  [EH_WITHDRAWAL_REMOVE_UNPUBLISHED] = { "remove_unpublished",
                                         NC_ ("withdrawal", "Unpublished insights removed") },
  [EH_WITHDRAWAL_REMOVE_ALL] = { "remove_all", NC_ ("withdrawal", "Everything possible removed") },
};
const EhVocabulary eh_withdrawal_vocabulary = { "withdrawal", withdrawal_words,
                                                EH_WITHDRAWAL_N_VALUES };

static const EhWord answer_words[] = {
  [EH_ANSWER_UNKNOWN] = { "unknown", NC_ ("answer", "Not asked yet") },
  [EH_ANSWER_YES] = { "yes", NC_ ("answer", "Yes") },
  [EH_ANSWER_NO] = { "no", NC_ ("answer", "No") },
  [EH_ANSWER_ASK_EACH_TIME] = { "ask_each_time", NC_ ("answer", "Ask each time") },
};
const EhVocabulary eh_answer_vocabulary = { "answer", answer_words, EH_ANSWER_N_VALUES };

static const EhWord quote_level_words[] = {
  [EH_QUOTE_LEVEL_UNKNOWN] = { "unknown", NC_ ("quote_level", "Not asked yet") },
  [EH_QUOTE_LEVEL_NONE] = { "none", NC_ ("quote_level", "Not used") },
  [EH_QUOTE_LEVEL_PARAPHRASE] = { "paraphrase", NC_ ("quote_level", "In other words only") },
  [EH_QUOTE_LEVEL_ANONYMOUS] = { "anonymous", NC_ ("quote_level", "Quoted without a name") },
  [EH_QUOTE_LEVEL_PSEUDONYM] = { "pseudonym", NC_ ("quote_level", "Quoted under a chosen name") },
  [EH_QUOTE_LEVEL_NAMED] = { "named", NC_ ("quote_level", "Quoted by name") },
};
const EhVocabulary eh_quote_level_vocabulary = { "quote_level", quote_level_words,
                                                 EH_QUOTE_LEVEL_N_VALUES };

static const EhWord authorship_words[] = {
  [EH_AUTHORSHIP_UNKNOWN] = { "unknown", NC_ ("authorship", "Not asked yet") },
  [EH_AUTHORSHIP_COAUTHOR] = { "coauthor", NC_ ("authorship", "Wants to be an author") },
  [EH_AUTHORSHIP_ACKNOWLEDGE] = { "acknowledge", NC_ ("authorship", "Wants to be thanked") },
  [EH_AUTHORSHIP_NO] = { "no", NC_ ("authorship", "Neither") },
};
const EhVocabulary eh_authorship_vocabulary = { "authorship", authorship_words,
                                                EH_AUTHORSHIP_N_VALUES };

static const EhWord reuse_words[] = {
  [EH_REUSE_GUIDANCE_ONLY] = { "guidance_only", NC_ ("reuse", "This guidance only") },
  [EH_REUSE_SAME_TEAM] = { "same_team", NC_ ("reuse", "This team, later work too") },
  [EH_REUSE_OPEN_LICENCE] = { "open_licence", NC_ ("reuse", "Anyone, under an open licence") },
};
const EhVocabulary eh_reuse_vocabulary = { "reuse", reuse_words, EH_REUSE_N_VALUES };

static const EhWord contact_after_words[] = {
  [EH_CONTACT_AFTER_UNKNOWN] = { "unknown", NC_ ("contact_after", "Not asked yet") },
  [EH_CONTACT_AFTER_NONE] = { "none", NC_ ("contact_after", "No") },
  [EH_CONTACT_AFTER_ABOUT_THIS] = { "about_this", NC_ ("contact_after", "About this work") },
  [EH_CONTACT_AFTER_OTHER_OPPORTUNITIES] = { "other_opportunities",
                                             NC_ ("contact_after", "About other work too") },
};
const EhVocabulary eh_contact_after_vocabulary = { "contact_after", contact_after_words,
                                                   EH_CONTACT_AFTER_N_VALUES };

static const EhWord given_how_words[] = {
  [EH_GIVEN_HOW_UNKNOWN] = { "unknown", NC_ ("given_how", "Not recorded") },
  [EH_GIVEN_HOW_SIGNED] = { "signed", NC_ ("given_how", "Signed on paper") },
  [EH_GIVEN_HOW_TYPED] = { "typed", NC_ ("given_how", "Typed") },
  [EH_GIVEN_HOW_SPOKEN] = { "spoken", NC_ ("given_how", "Spoken, with a witness") },
  [EH_GIVEN_HOW_SUPPORTER] = { "supporter", NC_ ("given_how", "With a supporter present") },
};
const EhVocabulary eh_given_how_vocabulary = { "given_how", given_how_words,
                                               EH_GIVEN_HOW_N_VALUES };

static const EhWord access_status_words[] = {
  [EH_ACCESS_STATUS_ASKED] = { "asked", NC_ ("access_status", "Asked for") },
  [EH_ACCESS_STATUS_ARRANGED] = { "arranged", NC_ ("access_status", "Arranged") },
  [EH_ACCESS_STATUS_TESTED] = { "tested", NC_ ("access_status", "Tested") },
  [EH_ACCESS_STATUS_MET] = { "met", NC_ ("access_status", "Met on the day") },
  [EH_ACCESS_STATUS_NOT_MET] = { "not_met", NC_ ("access_status", "Not met") },
};
const EhVocabulary eh_access_status_vocabulary = { "access_status", access_status_words,
                                                   EH_ACCESS_STATUS_N_VALUES };

static const EhWord method_words[] = {
  [EH_METHOD_OPEN_TALK] = { "open_talk", NC_ ("method", "Open talk") },
  [EH_METHOD_ROUND] = { "round", NC_ ("method", "Round: everyone in turn") },
  [EH_METHOD_CIRCLE] = { "circle", NC_ ("method", "Learning circle") },
  [EH_METHOD_NOMINAL_GROUP] = { "nominal_group", NC_ ("method", "Nominal group") },
  [EH_METHOD_WORLD_CAFE] = { "world_cafe", NC_ ("method", "World café") },
  [EH_METHOD_BUILD] = { "build", NC_ ("method", "Building and storytelling") },
  [EH_METHOD_THEATRE] = { "theatre", NC_ ("method", "Theatre") },
  [EH_METHOD_DESIGN] = { "design", NC_ ("method", "Design") },
  [EH_METHOD_MODELLING] = { "modelling", NC_ ("method", "Modelling") },
  [EH_METHOD_CARD_SORT] = { "card_sort", NC_ ("method", "Card sort") },
  [EH_METHOD_VOTE] = { "vote", NC_ ("method", "Vote") },
  [EH_METHOD_ONLINE_BOARD] = { "online_board", NC_ ("method", "Online board") },
  [EH_METHOD_BREAK] = { "break", NC_ ("method", "Break") },
};
const EhVocabulary eh_method_vocabulary = { "method", method_words, EH_METHOD_N_VALUES };

static const EhWord presence_words[] = {
  [EH_PRESENCE_PRESENT] = { "present", NC_ ("presence", "Came") },
  [EH_PRESENCE_PART] = { "part", NC_ ("presence", "Came for part") },
  [EH_PRESENCE_REMOTE] = { "remote", NC_ ("presence", "Joined remotely") },
  [EH_PRESENCE_APOLOGIES] = { "apologies", NC_ ("presence", "Sent apologies") },
  [EH_PRESENCE_ABSENT] = { "absent", NC_ ("presence", "Did not come") },
  [EH_PRESENCE_LEFT_EARLY] = { "left_early", NC_ ("presence", "Left early") },
};
const EhVocabulary eh_presence_vocabulary = { "presence", presence_words, EH_PRESENCE_N_VALUES };

static const EhWord insight_kind_words[] = {
  [EH_INSIGHT_KIND_NONE] = { "none", NC_ ("insight_kind", "Not said") },
  [EH_INSIGHT_KIND_BARRIER] = { "barrier", NC_ ("insight_kind", "Something that got in the way") },
  [EH_INSIGHT_KIND_ENABLER] = { "enabler", NC_ ("insight_kind", "Something that helped") },
  [EH_INSIGHT_KIND_IDEA] = { "idea", NC_ ("insight_kind", "Something to try") },
  [EH_INSIGHT_KIND_QUESTION] = { "question", NC_ ("insight_kind", "Something we do not know") },
  [EH_INSIGHT_KIND_STORY] = { "story", NC_ ("insight_kind", "Something that happened") },
  [EH_INSIGHT_KIND_DISAGREEMENT] = { "disagreement",
                                     NC_ ("insight_kind", "Something we see differently") },
};
const EhVocabulary eh_insight_kind_vocabulary = { "insight_kind", insight_kind_words,
                                                  EH_INSIGHT_KIND_N_VALUES };

static const EhWord insight_level_words[] = {
  [EH_INSIGHT_LEVEL_NONE] = { "none", NC_ ("insight_level", "Not said") },
  [EH_INSIGHT_LEVEL_PERSONAL] = { "personal", NC_ ("insight_level", "Me or you") },
  [EH_INSIGHT_LEVEL_RELATIONSHIP] = { "relationship", NC_ ("insight_level", "Between us") },
  [EH_INSIGHT_LEVEL_TEAM] = { "team", NC_ ("insight_level", "This project") },
  [EH_INSIGHT_LEVEL_ORGANISATION] = { "organisation", NC_ ("insight_level", "Our organisations") },
  [EH_INSIGHT_LEVEL_SYSTEM] = { "system", NC_ ("insight_level", "Funding, policy, society") },
};
const EhVocabulary eh_insight_level_vocabulary = { "insight_level", insight_level_words,
                                                   EH_INSIGHT_LEVEL_N_VALUES };

static const EhWord agreement_words[] = {
  [EH_AGREEMENT_NONE] = { "none", NC_ ("agreement", "Not said") },
  [EH_AGREEMENT_ONE_VOICE] = { "one_voice", NC_ ("agreement", "One person said it") },
  [EH_AGREEMENT_SEVERAL] = { "several", NC_ ("agreement", "Several people said it") },
  [EH_AGREEMENT_MOST] = { "most", NC_ ("agreement", "Most of the room agreed") },
  [EH_AGREEMENT_ALL] = { "all", NC_ ("agreement", "Everyone agreed") },
  [EH_AGREEMENT_CONTESTED] = { "contested", NC_ ("agreement", "The room was split") },
};
const EhVocabulary eh_agreement_vocabulary = { "agreement", agreement_words,
                                               EH_AGREEMENT_N_VALUES };

static const EhWord capture_words[] = {
  [EH_CAPTURE_SCRIBED] = { "scribed", NC_ ("capture", "Typed by the facilitator") },
  [EH_CAPTURE_TYPED] = { "typed", NC_ ("capture", "Typed by the contributor") },
  [EH_CAPTURE_STICKY_NOTE] = { "sticky_note", NC_ ("capture", "From a sticky note") },
  [EH_CAPTURE_SLIP] = { "slip", NC_ ("capture", "From a paper slip") },
  [EH_CAPTURE_PHONE] = { "phone", NC_ ("capture", "From a phone") },
  [EH_CAPTURE_AUDIO_NOTE] = { "audio_note", NC_ ("capture", "From a recording") },
  [EH_CAPTURE_DRAWN] = { "drawn", NC_ ("capture", "From a drawing or model") },
  [EH_CAPTURE_AFTER] = { "after", NC_ ("capture", "After the workshop") },
  [EH_CAPTURE_IMPORTED] = { "imported", NC_ ("capture", "From a file") },
};
const EhVocabulary eh_capture_vocabulary = { "capture", capture_words, EH_CAPTURE_N_VALUES };

static const EhWord checked_words[] = {
  [EH_CHECKED_NO] = { "no", NC_ ("checked", "Not checked yet") },
  [EH_CHECKED_YES] = { "yes", NC_ ("checked", "Checked with the contributor") },
  [EH_CHECKED_NOT_POSSIBLE] = { "not_possible", NC_ ("checked", "Could not be checked") },
};
const EhVocabulary eh_checked_vocabulary = { "checked", checked_words, EH_CHECKED_N_VALUES };

static const EhWord placed_by_words[] = {
  [EH_PLACED_BY_TEAM] = { "team", NC_ ("placed_by", "The team, later") },
  [EH_PLACED_BY_CONTRIBUTOR] = { "contributor", NC_ ("placed_by", "Its contributor") },
  [EH_PLACED_BY_GROUP] = { "group", NC_ ("placed_by", "The group together") },
  [EH_PLACED_BY_FACILITATOR] = { "facilitator", NC_ ("placed_by", "The facilitator") },
};
const EhVocabulary eh_placed_by_vocabulary = { "placed_by", placed_by_words,
                                               EH_PLACED_BY_N_VALUES };

static const EhWord coding_outcome_words[] = {
  [EH_CODING_OUTCOME_STANDS] = { "stands", NC_ ("coding_outcome", "The difference stands") },
  [EH_CODING_OUTCOME_BELONGS] = { "belongs", NC_ ("coding_outcome", "It belongs here") },
  [EH_CODING_OUTCOME_DOES_NOT] = { "does_not", NC_ ("coding_outcome", "It does not belong here") },
};
const EhVocabulary eh_coding_outcome_vocabulary = { "coding_outcome", coding_outcome_words,
                                                    EH_CODING_OUTCOME_N_VALUES };

static const EhWord guidance_status_words[] = {
  [EH_GUIDANCE_STATUS_DRAFT] = { "draft", NC_ ("guidance_status", "Draft for comment") },
  [EH_GUIDANCE_STATUS_AGREED] = { "agreed", NC_ ("guidance_status", "Agreed") },
  [EH_GUIDANCE_STATUS_PUBLISHED] = { "published", NC_ ("guidance_status", "Published") },
};
const EhVocabulary eh_guidance_status_vocabulary = { "guidance_status", guidance_status_words,
                                                     EH_GUIDANCE_STATUS_N_VALUES };

static const EhWord block_kind_words[] = {
  [EH_BLOCK_KIND_HEADING] = { "heading", NC_ ("block_kind", "Heading") },
  [EH_BLOCK_KIND_PARAGRAPH] = { "paragraph", NC_ ("block_kind", "Paragraph") },
  [EH_BLOCK_KIND_RECOMMENDATION] = { "recommendation", NC_ ("block_kind", "Recommendation") },
  [EH_BLOCK_KIND_QUOTATION] = { "quotation", NC_ ("block_kind", "Quotation") },
  [EH_BLOCK_KIND_QUESTION] = { "question", NC_ ("block_kind", "Reflective question") },
  [EH_BLOCK_KIND_LIST] = { "list", NC_ ("block_kind", "List") },
  [EH_BLOCK_KIND_RESOURCE] = { "resource", NC_ ("block_kind", "Resource") },
  [EH_BLOCK_KIND_CHART] = { "chart", NC_ ("block_kind", "Chart") },
  [EH_BLOCK_KIND_TABLE] = { "table", NC_ ("block_kind", "Table") },
  [EH_BLOCK_KIND_CALLOUT] = { "callout", NC_ ("block_kind", "Callout") },
  [EH_BLOCK_KIND_AUTOMATIC] = { "automatic", NC_ ("block_kind", "Filled in by itself") },
};
const EhVocabulary eh_block_kind_vocabulary = { "block_kind", block_kind_words,
                                                EH_BLOCK_KIND_N_VALUES };

static const EhWord block_status_words[] = {
  [EH_BLOCK_STATUS_DRAFT] = { "draft", NC_ ("block_status", "Draft") },
  [EH_BLOCK_STATUS_AGREED] = { "agreed", NC_ ("block_status", "Agreed") },
  [EH_BLOCK_STATUS_PUBLISHED] = { "published", NC_ ("block_status", "Published") },
  [EH_BLOCK_STATUS_DONE] = { "done", NC_ ("block_status", "Done") },
  [EH_BLOCK_STATUS_NOT_DONE] = { "not_done", NC_ ("block_status", "Not done") },
};
const EhVocabulary eh_block_status_vocabulary = { "block_status", block_status_words,
                                                  EH_BLOCK_STATUS_N_VALUES };

static const EhWord stance_words[] = {
  [EH_STANCE_SUPPORTS] = { "supports", NC_ ("stance", "Supports it") },
  [EH_STANCE_SHAPES] = { "shapes", NC_ ("stance", "Shaped it") },
  [EH_STANCE_DISAGREES] = { "disagrees", NC_ ("stance", "Disagrees") },
};
const EhVocabulary eh_stance_vocabulary = { "stance", stance_words, EH_STANCE_N_VALUES };

static const EhWord channel_words[] = {
  [EH_CHANNEL_UNKNOWN] = { "unknown", NC_ ("channel", "Not said") },
  [EH_CHANNEL_EMAIL] = { "email", NC_ ("channel", "Email") },
  [EH_CHANNEL_POST] = { "post", NC_ ("channel", "Post") },
  [EH_CHANNEL_PHONE] = { "phone", NC_ ("channel", "Phone") },
  [EH_CHANNEL_TEXT] = { "text", NC_ ("channel", "Text message") },
  [EH_CHANNEL_IN_PERSON] = { "in_person", NC_ ("channel", "In person") },
  [EH_CHANNEL_VIA_GROUP] = { "via_group", NC_ ("channel", "Through a group") },
};
const EhVocabulary eh_channel_vocabulary = { "channel", channel_words, EH_CHANNEL_N_VALUES };

static const EhWord reply_words[] = {
  [EH_REPLY_NONE] = { "none", NC_ ("reply", "No reply yet") },
  [EH_REPLY_YES] = { "yes", NC_ ("reply", "Yes") },
  [EH_REPLY_NO] = { "no", NC_ ("reply", "No") },
  [EH_REPLY_MAYBE] = { "maybe", NC_ ("reply", "Maybe") },
};
const EhVocabulary eh_reply_vocabulary = { "reply", reply_words, EH_REPLY_N_VALUES };

static const EhWord venue_answer_words[] = {
  [EH_VENUE_ANSWER_NOT_KNOWN] = { "not_known", NC_ ("venue_answer", "Not known") },
  [EH_VENUE_ANSWER_YES] = { "yes", NC_ ("venue_answer", "Yes") },
  [EH_VENUE_ANSWER_NO] = { "no", NC_ ("venue_answer", "No") },
  [EH_VENUE_ANSWER_NOT_NEEDED] = { "not_needed", NC_ ("venue_answer", "Not needed") },
};
const EhVocabulary eh_venue_answer_vocabulary = { "venue_answer", venue_answer_words,
                                                  EH_VENUE_ANSWER_N_VALUES };

static const EhWord promise_state_words[] = {
  [EH_PROMISE_STATE_OPEN] = { "open", NC_ ("promise_state", "Still to keep") },
  [EH_PROMISE_STATE_KEPT] = { "kept", NC_ ("promise_state", "Kept") },
  [EH_PROMISE_STATE_NOT_KEPT] = { "not_kept", NC_ ("promise_state", "Could not be kept") },
};
const EhVocabulary eh_promise_state_vocabulary = { "promise_state", promise_state_words,
                                                   EH_PROMISE_STATE_N_VALUES };

static const EhWord rate_unit_words[] = {
  [EH_RATE_UNIT_HOUR] = { "hour", NC_ ("rate_unit", "An hour") },
  [EH_RATE_UNIT_HALF_DAY] = { "half_day", NC_ ("rate_unit", "Half a day") },
  [EH_RATE_UNIT_DAY] = { "day", NC_ ("rate_unit", "A day") },
  [EH_RATE_UNIT_EACH] = { "each", NC_ ("rate_unit", "Each time") },
};
const EhVocabulary eh_rate_unit_vocabulary = { "rate_unit", rate_unit_words,
                                               EH_RATE_UNIT_N_VALUES };

static const EhWord stage_of_work_words[] = {
  [EH_STAGE_OF_WORK_NONE] = { "none", NC_ ("stage_of_work", "Not said") },
  [EH_STAGE_OF_WORK_AGENDA] = { "agenda", NC_ ("stage_of_work", "Setting the question") },
  [EH_STAGE_OF_WORK_FUND] = { "fund", NC_ ("stage_of_work", "Getting the money") },
  [EH_STAGE_OF_WORK_DESIGN] = { "design", NC_ ("stage_of_work", "Planning it") },
  [EH_STAGE_OF_WORK_DO] = { "do", NC_ ("stage_of_work", "Doing it") },
  [EH_STAGE_OF_WORK_SENSE] = { "sense", NC_ ("stage_of_work", "Making sense of it") },
  [EH_STAGE_OF_WORK_WRITE] = { "write", NC_ ("stage_of_work", "Writing it up") },
  [EH_STAGE_OF_WORK_USE] = { "use", NC_ ("stage_of_work", "Putting it to use") },
  [EH_STAGE_OF_WORK_AFTER] = { "after", NC_ ("stage_of_work", "Afterwards") },
};
const EhVocabulary eh_stage_of_work_vocabulary = { "stage_of_work", stage_of_work_words,
                                                   EH_STAGE_OF_WORK_N_VALUES };

static const EhWord payment_for_words[] = {
  [EH_PAYMENT_FOR_SESSION] = { "session", NC_ ("payment_for", "The workshop itself") },
  [EH_PAYMENT_FOR_PREPARATION] = { "preparation", NC_ ("payment_for", "Getting ready") },
  [EH_PAYMENT_FOR_REVIEW] = { "review", NC_ ("payment_for", "Reading and commenting") },
  [EH_PAYMENT_FOR_OTHER] = { "other", NC_ ("payment_for", "Something else") },
};
const EhVocabulary eh_payment_for_vocabulary = { "payment_for", payment_for_words,
                                                 EH_PAYMENT_FOR_N_VALUES };

static const EhWord payment_choice_words[] = {
  [EH_PAYMENT_CHOICE_UNKNOWN] = { "unknown", NC_ ("payment_choice", "Not asked yet") },
  [EH_PAYMENT_CHOICE_ACCEPTED] = { "accepted", NC_ ("payment_choice", "Payment") },
  [EH_PAYMENT_CHOICE_VOUCHER] = { "voucher", NC_ ("payment_choice", "A voucher") },
  [EH_PAYMENT_CHOICE_DONATED] = { "donated", NC_ ("payment_choice", "Give it to a cause") },
  [EH_PAYMENT_CHOICE_DECLINED] = { "declined", NC_ ("payment_choice", "No payment") },
};
const EhVocabulary eh_payment_choice_vocabulary = { "payment_choice", payment_choice_words,
                                                    EH_PAYMENT_CHOICE_N_VALUES };

static const EhWord received_state_words[] = {
  [EH_RECEIVED_STATE_WAITING] = { "waiting", NC_ ("received_state", "Waiting") },
  [EH_RECEIVED_STATE_REFUSED] = { "refused", NC_ ("received_state", "Not taken in") },
  [EH_RECEIVED_STATE_TAKEN_BACK] = { "taken_back", NC_ ("received_state", "Taken back") },
};
const EhVocabulary eh_received_state_vocabulary = { "received_state", received_state_words,
                                                    EH_RECEIVED_STATE_N_VALUES };

static const EhWord term_kind_words[] = {
  [EH_TERM_KIND_GLOSSARY] = { "glossary", NC_ ("term_kind", "Glossary") },
  [EH_TERM_KIND_JARGON] = { "jargon", NC_ ("term_kind", "Jargon jar") },
};
const EhVocabulary eh_term_kind_vocabulary = { "term_kind", term_kind_words,
                                               EH_TERM_KIND_N_VALUES };

/**
 * eh_vocabulary_key:
 * @self: a list of words
 * @value: a value of its enumeration
 *
 * Returns: the key that is stored for @value
 */
const char *
eh_vocabulary_key (const EhVocabulary *self, int value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < self->n_words, NULL);
  return self->words[value].key;
}

/**
 * eh_vocabulary_label:
 * @self: a list of words
 * @value: a value of its enumeration
 *
 * Returns: what people read for @value, in their language
 */
const char *
eh_vocabulary_label (const EhVocabulary *self, int value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < self->n_words, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, self->context, self->words[value].label);
}

/**
 * eh_vocabulary_find:
 * @self: a list of words
 * @key_or_label: (nullable): what somebody wrote: a key, or a label in English or in the language
 * of the program; case, accents and the difference between space, hyphen and underscore do not
 * matter
 * @value: (out): the value
 *
 * Returns: whether it is one of the words
 */
gboolean
eh_vocabulary_find (const EhVocabulary *self, const char *key_or_label, int *value)
{
  g_autofree char *wanted = NULL;

  if (eh_text_is_blank (key_or_label))
    return FALSE;
  wanted = eh_text_slug (key_or_label);
  for (guint i = 0; i < self->n_words; i++) {
    g_autofree char *key = eh_text_slug (self->words[i].key);
    g_autofree char *label = eh_text_slug (self->words[i].label);
    g_autofree char *own = eh_text_slug (eh_vocabulary_label (self, (int) i));

    if (g_str_equal (wanted, key) || g_str_equal (wanted, label) || g_str_equal (wanted, own)) {
      *value = (int) i;
      return TRUE;
    }
  }
  return FALSE;
}
