#pragma once

#include "eh-withdrawal.h"

G_BEGIN_DECLS

GPtrArray *eh_withdrawal_words_changes (const EhWithdrawalPlan *plan);
char *eh_withdrawal_words_mentions (const EhWithdrawalPlan *plan);
char *eh_withdrawal_words_mention (const EhMention *mention, const char *text);
char *eh_withdrawal_words_places (const EhWithdrawalPlan *plan);
char *eh_withdrawal_words_where (const EhWordsPlace *place);
const char *eh_withdrawal_words_about (const EhWordsPlace *place);

G_END_DECLS
