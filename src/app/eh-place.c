/* The places of the window, in their order. A new place is a page and a line here. */

#include "eh-place.h"

#include "eh-feedback-page.h"
#include "eh-guidance-page.h"
#include "eh-insight.h"
#include "eh-insights-page.h"
#include "eh-map-page.h"
#include "eh-overview-page.h"
#include "eh-participant.h"
#include "eh-people-page.h"
#include "eh-resource.h"
#include "eh-resources-page.h"
#include "eh-workshop.h"
#include "eh-workshops-page.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* The numbers are those of the whole list of the design, so that a place keeps its key when another
 * comes before it. */
static const EhPlace places[] = {
  { "overview", N_ ("Overview"), "eh-overview-symbolic", 1, eh_overview_page_get_type, NULL },
  { "workshops", N_ ("Workshops"), "eh-workshops-symbolic", 2, eh_workshops_page_get_type,
    &eh_workshop_row_type },
  { "people", N_ ("People"), "eh-people-symbolic", 3, eh_people_page_get_type,
    &eh_participant_row_type },
  { "insights", N_ ("Insights"), "eh-insights-symbolic", 4, eh_insights_page_get_type,
    &eh_insight_row_type },
  { "map", N_ ("Map"), "eh-map-symbolic", 5, eh_map_page_get_type, NULL },
  { "guidance", N_ ("Guidance"), "eh-guidance-symbolic", 6, eh_guidance_page_get_type, NULL },
  { "resources", N_ ("Resources"), "eh-resources-symbolic", 7, eh_resources_page_get_type,
    &eh_resource_row_type },
  { "feedback", N_ ("Feedback"), "eh-feedback-symbolic", 8, eh_feedback_page_get_type, NULL },
};

/**
 * eh_place_list:
 * @n_places: (out): how many
 *
 * Returns: (transfer none) (array length=n_places): the places in their order
 */
const EhPlace *
eh_place_list (guint *n_places)
{
  *n_places = G_N_ELEMENTS (places);
  return places;
}

/**
 * eh_place_find:
 * @id: a place's name
 *
 * Returns: (transfer none) (nullable): the place
 */
const EhPlace *
eh_place_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].id, id))
      return &places[i];
  return NULL;
}
