#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EhExchangeError:
 * @EH_EXCHANGE_ERROR_READ: the file could not be read
 * @EH_EXCHANGE_ERROR_UNSUPPORTED: the file is of a kind that is not understood
 * @EH_EXCHANGE_ERROR_SYNTAX: the file is damaged, or not what it says it is
 * @EH_EXCHANGE_ERROR_LIMIT: the file is larger than the program takes
 *
 * Why something from outside could not be taken in. The message is a sentence for a facilitator.
 */
typedef enum {
  EH_EXCHANGE_ERROR_READ,
  EH_EXCHANGE_ERROR_UNSUPPORTED,
  EH_EXCHANGE_ERROR_SYNTAX,
  EH_EXCHANGE_ERROR_LIMIT,
} EhExchangeError;

#define EH_EXCHANGE_ERROR (eh_exchange_error_quark ())
GQuark eh_exchange_error_quark (void);

G_END_DECLS
