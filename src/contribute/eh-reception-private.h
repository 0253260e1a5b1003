#pragma once

#include "eh-doorman.h"
#include "eh-feedback.h"
#include "eh-inbox.h"
#include "eh-phone-page.h"
#include "eh-reception.h"
#include "eh-throttle.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The largest body that is read: 2,000 characters of any script, each of them up to four bytes of
 * three letters as a form sends them, and the other fields. */
#define EH_RECEPTION_MAX_BODY (32 * 1024)

/* RFC 6585; libsoup has no name for it. */
#define EH_STATUS_TOO_MANY_REQUESTS 429

struct _EhReception {
  EhDb *db;
  SoupServer *soup;
  EhDoorman *doorman;
  char *address;
  char *host;   /* "192.168.1.20:8080", as a Host header must be */
  char *origin; /* "http://192.168.1.20:8080" */
  char *root;   /* "/abcdefghij" */
  char *key;    /* of the stamps; new with each link */
  EhContributeView *view;
  char **languages;
  GHashTable *catalogues; /* (element-type utf8 EhCatalogue) */

  EhThrottle *requests_each;
  EhThrottle *requests;
  EhThrottle *posts_each;
  EhThrottle *posts;
  EhThrottle *posts_of_phone;
  EhThrottle *wrong_codes;
  EhThrottle *letter_codes_each;
  EhThrottle *letter_codes;

  EhFeedbackIndex *letters; /* (nullable): the project as it was read for a letter */
  GSource *forget_letters;

  GPtrArray *waiting; /* (element-type Waiting) of eh-reception-commit.c */
  GSource *flush;
  GSource *clear_traces;
  GHashTable *phones; /* set of hashes of the keys of phones that have sent something */
  guint n_taken;      /* since the link was made */
  EhReceptionNews news;
  EhReceptionFunc tell;
  gpointer data;
};

/**
 * EhRouteKind:
 * What a path leads to.
 */
typedef enum {
  EH_ROUTE_NOTHING,
  EH_ROUTE_FORM,
  EH_ROUTE_STYLE,
  EH_ROUTE_SCRIPT,
  EH_ROUTE_WALL,
  EH_ROUTE_MINE,
  EH_ROUTE_MORE,
  EH_ROUTE_ONE,
  EH_ROUTE_BACK,
  EH_ROUTE_LETTER,
  EH_ROUTE_PHONE_LETTER,
} EhRouteKind;

typedef struct {
  EhRouteKind kind;
  char phone[32];
  EhId id;
} EhRoute;

/* Answers: eh-reception-answer.c */
void eh_reception_answer (SoupServerMessage *message, guint status, const char *type, GBytes *body);
void
eh_reception_answer_again (SoupServerMessage *message, guint status, GBytes *body, guint seconds);
void eh_reception_redirect (SoupServerMessage *message, const char *location);
void eh_reception_refuse (EhReception *self,
                          SoupServerMessage *message,
                          guint status,
                          EhPhoneNotice notice,
                          const char *header);

/* Routes: eh-reception-routes.c */
EhRoute eh_reception_route (EhReception *self, const char *path);
EhPhonePage eh_reception_page (EhReception *self, SoupServerMessage *message, const char *phone);
void eh_reception_serve (EhReception *self, SoupServerMessage *message);

/* Letters: eh-reception-letter.c */
void
eh_reception_serve_letter (EhReception *self, SoupServerMessage *message, const EhRoute *route);
void eh_reception_post_letter (EhReception *self, SoupServerMessage *message, GHashTable *fields);

/* Committing: eh-reception-commit.c */
typedef enum {
  EH_WAITING_ADD,
  EH_WAITING_CHANGE,
  EH_WAITING_TAKE_BACK,
} EhWaitingKind;

void eh_reception_wait (EhReception *self,
                        EhWaitingKind kind,
                        SoupServerMessage *message,
                        EhReceived *row,
                        const char *phone,
                        const char *code);
void eh_reception_flush (EhReception *self);
void eh_reception_waiting_free (gpointer waiting);

G_END_DECLS
