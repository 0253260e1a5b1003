/* The errors of the exchange layer: one code for each thing that a caller does differently. */

#include "eh-exchange-error.h"

G_DEFINE_QUARK (eh - exchange - error - quark, eh_exchange_error)
