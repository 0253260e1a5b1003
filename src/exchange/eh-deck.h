#pragma once

#include "eh-activity.h"

G_BEGIN_DECLS

/**
 * EhDeck:
 * @key: what names it: "hows-and-whys"
 * @name: what people see
 * @use: what it is good for, in a sentence
 * @source: whose it is, as a citation
 * @note: what of it was seen in that source, and what is ours
 * @activities: (element-type EhActivity): what happens, in order; they have neither ids nor a
 * workshop
 *
 * A run sheet to begin with, which ships with the program.
 */
typedef struct {
  char *key;
  char *name;
  char *use;
  char *source;
  char *note;
  GPtrArray *activities;
} EhDeck;

GPtrArray *eh_deck_list (void);
void eh_deck_free (EhDeck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EhDeck, eh_deck_free)

G_END_DECLS
