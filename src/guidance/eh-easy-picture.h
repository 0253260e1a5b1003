#pragma once

#include "eh-doc-figure.h"

G_BEGIN_DECLS

/**
 * EhEasyPicture:
 * A simple picture of one thing, for words that have to be easy to read.
 */
typedef enum {
  EH_EASY_PICTURE_PEOPLE,
  EH_EASY_PICTURE_MEETING,
  EH_EASY_PICTURE_MONEY,
  EH_EASY_PICTURE_TIME,
  EH_EASY_PICTURE_CALENDAR,
  EH_EASY_PICTURE_PHONE,
  EH_EASY_PICTURE_LETTER,
  EH_EASY_PICTURE_QUESTION,
  EH_EASY_PICTURE_STOP,
  EH_EASY_PICTURE_YES,
  EH_EASY_PICTURE_NO,
  EH_EASY_PICTURE_TALK,
  EH_EASY_PICTURE_LISTEN,
  EH_EASY_PICTURE_DECIDE,
  EH_EASY_PICTURE_WRITE,
  EH_EASY_PICTURE_HOME,
  EH_EASY_PICTURE_HOSPITAL,
  EH_EASY_PICTURE_HELP,
  EH_EASY_PICTURE_COMPUTER,
  EH_EASY_PICTURE_PAPER,
  EH_EASY_PICTURE_IDEA,
  EH_EASY_PICTURE_PLACE,
  EH_EASY_PICTURE_READ,
  EH_EASY_PICTURE_THANKS,
  EH_EASY_PICTURE_N_VALUES
} EhEasyPicture;

const char *eh_easy_picture_key (EhEasyPicture picture);
gboolean eh_easy_picture_from_key (const char *key, EhEasyPicture *picture);
const char *eh_easy_picture_label (EhEasyPicture picture);
EhEasyPicture eh_easy_picture_for (const char *sentence, EhEasyPicture otherwise);
EhDocFigure *eh_easy_picture_figure (EhEasyPicture picture);
void eh_easy_picture_paint (EhEasyPicture picture, cairo_t *cr);

G_END_DECLS
