/* The formula of a language's plural forms: what C has for whole numbers without signs, and n (GNU
 * gettext manual, "Plural forms"). Read by descent and worked out on the way: both branches of a
 * choice are read, so that a mistake shows whatever n is. */

#include "eh-plural.h"

/* Far above every language; keeps a hostile file from exhausting the stack. */
#define MAX_DEPTH  40
#define MAX_LENGTH 1000

typedef struct {
  const char *p;
  gulong n;
  guint depth;
  gboolean bad;
} Reader;

static gulong choice (Reader *r);

static void
skip_space (Reader *r)
{
  while (g_ascii_isspace (*r->p))
    r->p++;
}

static gboolean
take (Reader *r, const char *token)
{
  gsize length = 0;

  skip_space (r);
  while (token[length] != '\0' && r->p[length] == token[length])
    length++;
  if (token[length] != '\0')
    return FALSE;
  /* "!" is not the beginning of "!=", nor "<" of "<=". */
  if (length == 1 && (token[0] == '!' || token[0] == '<' || token[0] == '>') && r->p[1] == '=')
    return FALSE;
  r->p += length;
  return TRUE;
}

static gulong
number (Reader *r)
{
  gulong value = 0;

  if (!g_ascii_isdigit (*r->p)) {
    r->bad = TRUE;
    return 0;
  }
  for (; g_ascii_isdigit (*r->p) && value < 100000000; r->p++)
    value = value * 10 + (gulong) (*r->p - '0');
  return value;
}

static gulong
unary (Reader *r)
{
  gulong value;

  if (r->bad || ++r->depth > MAX_DEPTH) {
    r->bad = TRUE;
    return 0;
  }
  if (take (r, "!")) {
    value = !unary (r);
  } else if (take (r, "(")) {
    value = choice (r);
    r->bad |= !take (r, ")");
  } else if (take (r, "n")) {
    value = r->n;
  } else {
    value = number (r);
  }
  r->depth--;
  return value;
}

/* From what binds most to what binds least; within a level the first that fits is taken. */
static const char *const levels[][5] = {
  { "*", "/", "%" }, { "+", "-" }, { "<=", ">=", "<", ">" }, { "==", "!=" }, { "&&" }, { "||" },
};

static gulong
work_out (const char *operation, gulong a, gulong b)
{
  gboolean equal = operation[1] == '=';

  switch (operation[0]) {
  case '*':
    return a * b;
  case '/':
    return b != 0 ? a / b : 0;
  case '%':
    return b != 0 ? a % b : 0;
  case '+':
    return a + b;
  case '-':
    return a - b;
  case '<':
    return equal ? a <= b : a < b;
  case '>':
    return equal ? a >= b : a > b;
  case '=':
    return a == b;
  case '!':
    return a != b;
  case '&':
    return a && b;
  default:
    return a || b;
  }
}

static const char *
take_any (Reader *r, const char *const *operations)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels[0]) && operations[i] != NULL; i++)
    if (take (r, operations[i]))
      return operations[i];
  return NULL;
}

static gulong
binary (Reader *r, guint level)
{
  gulong value = level == 0 ? unary (r) : binary (r, level - 1);
  const char *operation;

  while (!r->bad && (operation = take_any (r, levels[level])) != NULL)
    value = work_out (operation, value, level == 0 ? unary (r) : binary (r, level - 1));
  return value;
}

static gulong
choice (Reader *r)
{
  gulong condition;
  gulong yes, no;

  if (r->bad || ++r->depth > MAX_DEPTH) {
    r->bad = TRUE;
    return 0;
  }
  condition = binary (r, G_N_ELEMENTS (levels) - 1);
  if (take (r, "?")) {
    yes = choice (r);
    r->bad |= !take (r, ":");
    no = choice (r);
    condition = condition ? yes : no;
  }
  r->depth--;
  return condition;
}

/**
 * eh_plural_evaluate:
 * @expression: a formula, up to its end or a semicolon
 * @n: how many
 * @form: (out): which form, from 0
 *
 * Returns: whether the formula can be read, which does not depend on @n
 */
gboolean
eh_plural_evaluate (const char *expression, gulong n, gulong *form)
{
  Reader r = { expression, n, 0, FALSE };

  for (gsize i = 0; expression[i] != '\0'; i++)
    if (i > MAX_LENGTH)
      return FALSE;
  *form = choice (&r);
  skip_space (&r);
  return !r.bad && (*r.p == '\0' || *r.p == ';');
}
