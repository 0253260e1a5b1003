#pragma once

#include "eh-markup.h"
#include "eh-workspace.h"

G_BEGIN_DECLS

/**
 * EhBlockAsk:
 * @EH_BLOCK_ASK_SPLIT: Enter: what is after the caret begins something of its own
 * @EH_BLOCK_ASK_JOIN_BEFORE: Backspace before the first character
 * @EH_BLOCK_ASK_JOIN_AFTER: Delete after the last one
 * @EH_BLOCK_ASK_ABOVE: the caret goes up from the first line
 * @EH_BLOCK_ASK_BELOW: the caret goes down from the last line
 * @EH_BLOCK_ASK_ALL: Ctrl+A with all of the words selected
 * @EH_BLOCK_ASK_WITH_ABOVE: Shift and Up from the first character
 * @EH_BLOCK_ASK_WITH_BELOW: Shift and Down from the last one
 * @EH_BLOCK_ASK_FIRST: Ctrl+Home from the first character
 * @EH_BLOCK_ASK_LAST: Ctrl+End from the last one
 * @EH_BLOCK_ASK_PAGE_UP: the caret goes up a screen
 * @EH_BLOCK_ASK_PAGE_DOWN: the caret goes down a screen
 * @EH_BLOCK_ASK_LEAVE: Enter on an empty line: that is the end of it
 *
 * What somebody asks for by a key that reaches beyond the text.
 */
typedef enum {
  EH_BLOCK_ASK_SPLIT,
  EH_BLOCK_ASK_JOIN_BEFORE,
  EH_BLOCK_ASK_JOIN_AFTER,
  EH_BLOCK_ASK_ABOVE,
  EH_BLOCK_ASK_BELOW,
  EH_BLOCK_ASK_LEAVE,
  EH_BLOCK_ASK_ALL,
  EH_BLOCK_ASK_WITH_ABOVE,
  EH_BLOCK_ASK_WITH_BELOW,
  EH_BLOCK_ASK_FIRST,
  EH_BLOCK_ASK_LAST,
  EH_BLOCK_ASK_PAGE_UP,
  EH_BLOCK_ASK_PAGE_DOWN,
} EhBlockAsk;

#define EH_TYPE_BLOCK_TEXT (eh_block_text_get_type ())
G_DECLARE_FINAL_TYPE (EhBlockText, eh_block_text, EH, BLOCK_TEXT, GtkWidget)

GtkWidget *eh_block_text_new (const char *name, const char *hint);
void eh_block_text_set_hint (EhBlockText *self, const char *hint);
void eh_block_text_wrap_hint (EhBlockText *self);
void eh_block_text_set_rich (EhBlockText *self, gboolean rich);
void eh_block_text_set_lines (EhBlockText *self, gboolean lines);
void eh_block_text_set_list (EhBlockText *self, gboolean ordered);
char *eh_block_text_get_text (EhBlockText *self);
void eh_block_text_set_text (EhBlockText *self, EhWorkspace *workspace, const char *text);
void eh_block_text_flush (EhBlockText *self);
GtkWidget *eh_block_text_get_view (EhBlockText *self);
gboolean eh_block_text_is_settled (EhBlockText *self);

void eh_block_text_focus_at (EhBlockText *self, int offset);
void eh_block_text_select (EhBlockText *self, int start, int end);
void eh_block_text_get_halves (EhBlockText *self, char **before, char **after);
void eh_block_text_insert (EhBlockText *self, const char *markup);
gboolean eh_block_text_toggle (EhBlockText *self, EhMarkupStyle style);
void eh_block_text_ask_link (EhBlockText *self);
void eh_block_text_ask_citation (EhBlockText *self, EhWorkspace *workspace);

G_END_DECLS
