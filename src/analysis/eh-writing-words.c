/* The lists that the checks of English rest on. Each is short on purpose: a mark that is wrong
 * teaches people to overlook the next one. */

#include "eh-writing-private.h"

#include <string.h>

static const EhPlainWord jargon[] = {
  { "utilise|utilize", "use", TRUE },
  { "utilised|utilized", "used", TRUE },
  { "utilises|utilizes", "uses", TRUE },
  { "utilising|utilizing", "using", TRUE },
  { "utilisation|utilization", "use", TRUE },
  { "in order to", "to", TRUE },
  { "prior to", "before", TRUE },
  { "subsequent to", "after", TRUE },
  { "subsequently", "later", TRUE },
  { "commence", "start", TRUE },
  { "commenced", "started", TRUE },
  { "commencing", "starting", TRUE },
  { "ascertain", "find out", TRUE },
  { "ascertained", "found out", TRUE },
  { "endeavour", "try", TRUE },
  { "going forward|moving forward", "from now on", TRUE },
  { "with regard to|with regards to|in relation to|in respect of", "about", TRUE },
  { "in the event of", "if there is", FALSE },
  { "due to the fact that", "because", TRUE },
  { "a multiplicity of|a plethora of", "many", TRUE },
  { "disseminate", "share", TRUE },
  { "disseminated", "shared", TRUE },
  { "disseminating", "sharing", TRUE },
  { "dissemination", "sharing what we found", FALSE },
  { "stakeholders", "people with an interest in it; or name them", FALSE },
  { "methodology|methodologies", "how we worked; methods", FALSE },
  { "operationalise|operationalize", "put into practice", TRUE },
  { "operationalised|operationalized", "put into practice", TRUE },
  { "operationalisation|operationalization", "putting into practice", TRUE },
  { "implement", "put into practice", FALSE },
  { "implementation", "putting it into practice", FALSE },
  { "leverage|leveraging", "use; using", FALSE },
  { "synergy|synergies", "working better together", FALSE },
  { "paradigm|paradigms", "way of thinking", FALSE },
  { "epistemic", "about whose knowledge counts", FALSE },
  { "epistemology|epistemological", "about how we know things", FALSE },
  { "ontology|ontological", "about what there is", FALSE },
  { "positionality", "where each of us comes from", FALSE },
  { "reflexivity", "thinking about our own part in it", FALSE },
  { "intersectionality|intersectional", "how kinds of unfairness add up", FALSE },
  { "heterogeneous", "mixed", TRUE },
  { "heterogeneity", "how mixed they are", FALSE },
  { "homogeneous", "alike", FALSE },
  { "longitudinal", "over a long time", FALSE },
  { "triangulate|triangulated|triangulation", "compare from several sides", FALSE },
  { "thematic analysis", "sorting what people said by subject", FALSE },
  { "data saturation", "when nothing new was said any more", FALSE },
  { "iterative|iteratively", "in rounds, better each time", FALSE },
  { "granular|granularity", "detailed; detail", FALSE },
  { "efficacy", "how well it works", FALSE },
  { "comorbidity|comorbidities|co-morbidity|co-morbidities", "other conditions at the same time",
    FALSE },
  { "multimorbidity|multi-morbidity", "having several conditions at once", FALSE },
  { "morbidity", "illness", TRUE },
  { "mortality", "deaths", FALSE },
  { "aetiology|etiology", "cause", TRUE },
  { "prevalence", "how common it is", FALSE },
  { "adverse event|adverse events", "harm; something that went wrong", FALSE },
  { "pathophysiology", "how the illness works", FALSE },
  { "contraindicated", "not to be used", FALSE },
  { "deliverables", "what we will make", FALSE },
  { "workstream|workstreams|work package|work packages", "part of the work", FALSE },
  { "capacity building|capacity-building", "learning and support", FALSE },
  { "knowledge mobilisation|knowledge mobilization|knowledge translation|knowledge exchange",
    "getting what we learned used", FALSE },
  { "logic model|theory of change", "picture of how we think it works", FALSE },
  { "ethnographic|ethnography", "being there and watching how things are done", FALSE },
  { "phenomenological|phenomenology", "about how people experience it", FALSE },
  { "hermeneutic|hermeneutics", "about how we understand texts", FALSE },
  { "praxis", "putting ideas into practice", FALSE },
  { "problematise|problematize", "question", TRUE },
};

/**
 * eh_writing_jargon:
 * @n_words: (out): how many
 *
 * Returns: (transfer none): words of research and offices that many readers stumble over
 */
const EhPlainWord *
eh_writing_jargon (guint *n_words)
{
  *n_words = G_N_ELEMENTS (jargon);
  return jargon;
}

static const EhPlainWord people_phrases[] = {
  { "human subjects|research subjects|study subjects|trial subjects|healthy subjects",
    "people who took part", TRUE },
  { "subjects were|subjects who|subjects completed|subjects received|subjects reported|subjects took",
    "people who took part", FALSE },
  { "hard to reach|hard-to-reach", "seldom heard", TRUE },
  { "sufferers", "people with the condition", FALSE },
  { "suffering from|suffers from|suffer from", "with; who have", FALSE },
  { "the elderly", "older people", TRUE },
  { "the disabled|the handicapped", "disabled people", TRUE },
  { "the mentally ill", "people with mental health problems", TRUE },
  { "the homeless", "people without a home", TRUE },
  { "wheelchair-bound|wheelchair bound|confined to a wheelchair", "who uses a wheelchair", FALSE },
  { "addicts", "people who use drugs or alcohol", FALSE },
  { "give them a voice|giving them a voice|giving a voice to|give a voice to|gave a voice to",
    "listen to; people have a voice already", FALSE },
  { "were consented|was consented|consented patients|consented participants",
    "gave their consent; it is theirs to give", FALSE },
  { "failed to attend", "did not come", TRUE },
  { "refused to participate", "chose not to take part", TRUE },
  { "non-compliant|noncompliant", "did not follow the treatment, and why", FALSE },
  { "ppi representatives|our ppis|the ppis", "public contributors", FALSE },
};

/**
 * eh_writing_people_phrases:
 * @n_words: (out): how many
 *
 * Returns: (transfer none): phrases that speak of people as if they were material, and others
 */
const EhPlainWord *
eh_writing_people_phrases (guint *n_words)
{
  *n_words = G_N_ELEMENTS (people_phrases);
  return people_phrases;
}

static gboolean
is_among (const char *const *words, guint n_words, const char *word)
{
  guint low = 0;
  guint high = n_words;

  while (low < high) {
    guint middle = (low + high) / 2;
    int order = strcmp (word, words[middle]);

    if (order == 0)
      return TRUE;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return FALSE;
}

/**
 * eh_writing_is_participle:
 * @word: a word in small letters
 *
 * Those that also describe how somebody is ("interested", "involved", "married") are left out.
 *
 * Returns: whether it is a participle that makes a passive after "was"
 */
gboolean
eh_writing_is_participle (const char *word)
{
  static const char *const words[] = {
    "achieved",     "addressed",    "administered", "adopted",    "allocated",   "analysed",
    "analyzed",     "applied",      "appointed",    "approached", "approved",    "arranged",
    "asked",        "assessed",     "assigned",     "audited",    "awarded",     "booked",
    "bought",       "brought",      "built",        "calculated", "carried",     "caught",
    "chaired",      "checked",      "chosen",       "circulated", "coded",       "collated",
    "collected",    "commissioned", "communicated", "compared",   "completed",   "conducted",
    "consulted",    "contacted",    "created",      "decided",    "delivered",   "described",
    "designed",     "developed",    "discussed",    "displayed",  "distributed", "done",
    "drafted",      "drawn",        "edited",       "encouraged", "established", "evaluated",
    "examined",     "excluded",     "explained",    "explored",   "expressed",   "facilitated",
    "filmed",       "forgotten",    "formed",       "found",      "funded",      "gathered",
    "generated",    "given",        "handled",      "heard",      "held",        "highlighted",
    "identified",   "ignored",      "implemented",  "informed",   "interviewed", "introduced",
    "invited",      "kept",         "launched",     "made",       "maintained",  "managed",
    "measured",     "monitored",    "named",        "noted",      "observed",    "obtained",
    "offered",      "organised",    "organized",    "overseen",   "paid",        "performed",
    "photographed", "piloted",      "planned",      "presented",  "printed",     "produced",
    "proposed",     "provided",     "published",    "purchased",  "put",         "raised",
    "randomised",   "randomized",   "ranked",       "received",   "recommended", "recorded",
    "recruited",    "referred",     "rejected",     "removed",    "reported",    "requested",
    "researched",   "reviewed",     "revised",      "said",       "sampled",     "screened",
    "selected",     "sent",         "shared",       "shown",      "sorted",      "spoken",
    "stored",       "studied",      "submitted",    "suggested",  "summarised",  "summarized",
    "surveyed",     "taken",        "targeted",     "taught",     "tested",      "told",
    "transcribed",  "treated",      "undertaken",   "used",       "utilised",    "utilized",
    "withdrawn",    "written"
  };

  return is_among (words, G_N_ELEMENTS (words), word);
}

/**
 * eh_writing_is_being:
 * @word: a word in small letters
 *
 * Returns: whether it is a form of "to be"
 */
gboolean
eh_writing_is_being (const char *word)
{
  static const char *const words[] = { "are",   "aren't", "be",     "been", "being",  "is",
                                       "isn't", "was",    "wasn't", "were", "weren't" };

  return is_among (words, G_N_ELEMENTS (words), word);
}

/**
 * eh_writing_is_people:
 * @word: a word in small letters
 *
 * Returns: whether it names people who take part
 */
gboolean
eh_writing_is_people (const char *word)
{
  static const char *const words[] = { "carers",   "children",  "clients",   "contributors",
                                       "families", "members",   "parents",   "participants",
                                       "patients", "people",    "residents", "survivors",
                                       "users",    "volunteers" };

  return is_among (words, G_N_ELEMENTS (words), word);
}

/**
 * eh_writing_is_using:
 * @word: a word in small letters
 *
 * Returns: whether it says that somebody uses what follows
 */
gboolean
eh_writing_is_using (const char *word)
{
  static const char *const words[] = { "use",       "used",    "using",    "utilise",  "utilised",
                                       "utilising", "utilize", "utilized", "utilizing" };

  return is_among (words, G_N_ELEMENTS (words), word);
}

/**
 * eh_writing_is_used:
 * @word: a word in small letters
 *
 * Returns: whether it says, after "were", that what stood before was used
 */
gboolean
eh_writing_is_used (const char *word)
{
  static const char *const words[] = { "consumed", "deployed", "exploited",
                                       "used",     "utilised", "utilized" };

  return is_among (words, G_N_ELEMENTS (words), word);
}

/**
 * eh_writing_is_between:
 * @word: a word in small letters
 *
 * Returns: whether it can stand between "was" and the participle, or before a noun
 */
gboolean
eh_writing_is_between (const char *word)
{
  static const char *const words[] = { "again",  "all",   "already", "also",  "always",  "both",
                                       "either", "ever",  "first",   "five",  "four",    "just",
                                       "lay",    "more",  "most",    "never", "not",     "often",
                                       "only",   "our",   "public",  "real",  "service", "some",
                                       "soon",   "still", "ten",     "the",   "their",   "then",
                                       "these",  "those", "three",   "two",   "young" };
  gsize n = strlen (word);

  if (n > 4 && strcmp (word + n - 2, "ly") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/**
 * eh_writing_is_common_acronym:
 * @word: letters in capitals
 *
 * Returns: whether everybody knows it, or it is a number in Roman letters
 */
gboolean
eh_writing_is_common_acronym (const char *word)
{
  static const char *const words[] = { "AM", "BBC", "CD", "CV",  "DIY", "DVD", "EU", "GP",  "ID",
                                       "IT", "NHS", "OK", "PC",  "PDF", "PIN", "PM", "SMS", "TV",
                                       "UK", "UN",  "US", "USA", "USB", "WC",  "WWW" };

  return is_among (words, G_N_ELEMENTS (words), word) || g_str_has_prefix (word, "COVID") ||
         strspn (word, "IVXLC") == strlen (word);
}
