#pragma once

#include "eh-feedback-state.h"
#include "eh-print-desk.h"

G_BEGIN_DECLS

/**
 * EhLettersWhich:
 * @EH_LETTERS_ONE: the one that is shown
 * @EH_LETTERS_PAPER: of those who wait and hear by paper
 * @EH_LETTERS_WAITING: of all who wait
 * @EH_LETTERS_LISTED: of those who are listed
 * @EH_LETTERS_ALL: of everybody who gets one
 *
 * Which letters are printed.
 */
typedef enum {
  EH_LETTERS_ONE,
  EH_LETTERS_PAPER,
  EH_LETTERS_WAITING,
  EH_LETTERS_LISTED,
  EH_LETTERS_ALL,
  EH_LETTERS_N_WHICH
} EhLettersWhich;

#define EH_TYPE_LETTERS_PRINT (eh_letters_print_get_type ())
G_DECLARE_FINAL_TYPE (EhLettersPrint, eh_letters_print, EH, LETTERS_PRINT, EhPrintDesk)

GtkWidget *eh_letters_print_new (EhWorkspace *workspace,
                                 GtkWindow *parent,
                                 const EhLetterItem *one,
                                 GPtrArray *listed,
                                 EhLettersWhich which);

G_END_DECLS
