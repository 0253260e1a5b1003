/* Words that hold a sentence together and say nothing of what it is about, in the languages that
 * the program speaks. In others they are told by how many insights have them; see eh-suggester.c.
 */

#include "eh-small-words.h"

#include <stdlib.h>
#include <string.h>

/* English and Welsh, folded, in the order of strcmp(). */
static const char *const small_words[] = {
  "a",        "about",     "above",     "ac",         "after",     "ag",       "again",
  "against",  "all",       "almost",    "along",      "already",   "also",     "although",
  "always",   "am",        "among",     "an",         "and",       "another",  "any",
  "anybody",  "anyone",    "anything",  "ar",         "are",       "aren",     "around",
  "as",       "asked",     "at",        "away",       "back",      "be",       "became",
  "because",  "become",    "been",      "before",     "being",     "below",    "between",
  "bob",      "bod",       "both",      "but",        "by",        "byth",     "came",
  "can",      "cannot",    "chi",       "chwi",       "come",      "could",    "couldn",
  "dan",      "did",       "didn",      "dim",        "do",        "does",     "doesn",
  "doing",    "don",       "done",      "down",       "dros",      "drwy",     "during",
  "each",     "ei",        "eich",      "ein",        "either",    "else",     "er",
  "eu",       "even",      "ever",      "every",      "everybody", "everyone", "everything",
  "fe",       "fel",       "few",       "fi",         "first",     "fod",      "for",
  "from",     "further",   "fy",        "gan",        "ger",       "get",      "gets",
  "getting",  "give",      "given",     "go",         "goes",      "going",    "gone",
  "got",      "gyda",      "had",       "hadn",       "has",       "hasn",     "have",
  "haven",    "having",    "he",        "heb",        "hefyd",     "her",      "here",
  "hers",     "herself",   "hi",        "him",        "himself",   "his",      "hon",
  "how",      "however",   "hwn",       "hyn",        "i",         "iawn",     "ichi",
  "ichwi",    "iddi",      "iddo",      "iddyn",      "if",        "in",       "inni",
  "into",     "is",        "isn",       "it",         "its",       "itself",   "just",
  "keep",     "kept",      "know",      "last",       "least",     "less",     "let",
  "like",     "ll",        "made",      "mae",        "maen",      "maes",     "mai",
  "make",     "makes",     "many",      "may",        "me",        "mewn",     "mi",
  "might",    "mine",      "mo",        "more",       "most",      "much",     "must",
  "my",       "myself",    "na",        "nad",        "neb",       "need",     "never",
  "next",     "nhw",       "ni",        "nid",        "no",        "nobody",   "none",
  "nor",      "not",       "nothing",   "now",        "o",         "oedd",     "oes",
  "of",       "off",       "often",     "on",         "once",      "ond",      "one",
  "only",     "onto",      "or",        "os",         "other",     "others",   "our",
  "ours",     "ourselves", "out",       "over",       "own",       "pan",      "pawb",
  "people",   "per",       "perhaps",   "pob",        "put",       "pwy",      "quite",
  "rather",   "re",        "really",    "roedd",      "rydw",      "rydym",    "rydyn",
  "said",     "same",      "say",       "says",       "see",       "seem",     "seen",
  "shall",    "she",       "should",    "shouldn",    "since",     "so",       "some",
  "somebody", "someone",   "something", "sometimes",  "still",     "such",     "sut",
  "sydd",     "take",      "taken",     "tan",        "than",      "that",     "the",
  "their",    "theirs",    "them",      "themselves", "then",      "there",    "these",
  "they",     "thing",     "things",    "think",      "this",      "those",    "though",
  "through",  "ti",        "till",      "to",         "together",  "told",     "too",
  "took",     "toward",    "trwy",      "un",         "under",     "unrhyw",   "until",
  "up",       "upon",      "us",        "use",        "used",      "ve",       "very",
  "want",     "wanted",    "was",       "wasn",       "way",       "we",       "wedi",
  "well",     "went",      "were",      "weren",      "what",      "when",     "where",
  "whether",  "which",     "while",     "who",        "whole",     "whom",     "whose",
  "why",      "will",      "with",      "within",     "without",   "won",      "would",
  "wouldn",   "wrth",      "y",         "ydw",        "ydy",       "ydych",    "ydyn",
  "yes",      "yet",       "ym",        "yma",        "yn",        "yna",      "ynghyd",
  "yno",      "you",       "your",      "yours",      "yr",        "yw",
};

static int
compare (const void *key, const void *word)
{
  return strcmp (key, *(const char *const *) word);
}

/**
 * eh_is_small_word:
 * @folded: a word, folded (eh_text_fold())
 *
 * Returns: whether it is one of those
 */
gboolean
eh_is_small_word (const char *folded)
{
  return bsearch (folded, small_words, G_N_ELEMENTS (small_words), sizeof small_words[0],
                  compare) != NULL;
}
