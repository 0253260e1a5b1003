/* What stands for people's names while others see the screen. */

#include "eh-hidden-names.h"
#include "eh-participant.h"
#include "eh-role-group.h"
#include "eh-text.h"

static void
add (GPtrArray *people, EhId id, const char *name, EhId group, gint64 created_at)
{
  EhParticipant *person = eh_participant_new ();

  person->id = id;
  eh_set_str (&person->name, name);
  person->role_group_id = group;
  person->created_at = created_at;
  g_ptr_array_add (people, person);
}

static GPtrArray *
some_people (void)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_participant_free);

  add (people, 30, "Asha Venkataraman", 1, 100);
  add (people, 20, "Grace", 1, 200);
  add (people, 10, "Asha Venkataraman-Lloyd", 1, 300);
  add (people, 5, "Σοφία Δούκα", 2, 100);
  add (people, 6, "", 2, 50);
  add (people, 7, "Bo", EH_ID_NONE, 50);
  return people;
}

static GPtrArray *
some_groups (void)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) eh_role_group_free);

  for (EhId id = 1; id <= 2; id++) {
    EhRoleGroup *group = eh_role_group_new ();

    group->id = id;
    eh_set_str (&group->singular, id == 1 ? "public contributor" : "researcher");
    g_ptr_array_add (groups, group);
  }
  return groups;
}

static void
test_labels (void)
{
  g_autoptr (GPtrArray) people = some_people ();
  g_autoptr (GPtrArray) groups = some_groups ();
  g_autoptr (EhHiddenNames) names = eh_hidden_names_new (people, groups);

  g_assert_cmpstr (eh_hidden_names_label (names, 30), ==, "Public contributor 1");
  g_assert_cmpstr (eh_hidden_names_label (names, 10), ==, "Public contributor 3");
  g_assert_cmpstr (eh_hidden_names_label (names, 5), ==, "Researcher 2");
  g_assert_cmpstr (eh_hidden_names_label (names, 7), ==, "Person 1");
  g_assert_cmpstr (eh_hidden_names_label (names, 999), ==, "Person");
}

/* Somebody who comes later changes nobody's number, however they sort. */
static void
test_stable (void)
{
  g_autoptr (GPtrArray) people = some_people ();
  g_autoptr (GPtrArray) groups = some_groups ();
  g_autoptr (EhHiddenNames) names = NULL;

  add (people, 1, "Aaron", 1, 400);
  names = eh_hidden_names_new (people, groups);
  g_assert_cmpstr (eh_hidden_names_label (names, 30), ==, "Public contributor 1");
  g_assert_cmpstr (eh_hidden_names_label (names, 10), ==, "Public contributor 3");
  g_assert_cmpstr (eh_hidden_names_label (names, 1), ==, "Public contributor 4");
}

static void
test_sentences (void)
{
  static const char *const cases[][2] = {
    { "Removed \u2068Asha Venkataraman\u2069", "Removed \u2068Public contributor 1\u2069" },
    { "ASHA VENKATARAMAN’s words", "Public contributor 1’s words" },
    { "Asha Venkataraman-Lloyd, Grace", "Public contributor 3, Public contributor 2" },
    { "Asha Venkataramani", "Asha Venkataramani" },
    { "with grace; Graceful", "with grace; Graceful" },
    { "by σοφία δούκα", "by Researcher 2" },
    { "Bob, Bo", "Bob, Person 1" },
    { "", "" },
    { "nobody", "nobody" },
  };
  g_autoptr (GPtrArray) people = some_people ();
  g_autoptr (GPtrArray) groups = some_groups ();
  g_autoptr (EhHiddenNames) names = eh_hidden_names_new (people, groups);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *said = eh_hidden_names_apply (names, cases[i][0]);

    g_assert_cmpstr (said, ==, cases[i][1]);
  }
}

static void
test_printed_names (void)
{
  g_autoptr (GPtrArray) people = some_people ();
  g_autoptr (GPtrArray) groups = some_groups ();
  g_autoptr (EhHiddenNames) names = NULL;
  g_autofree char *said = NULL;

  eh_set_str (&((EhParticipant *) people->pdata[0])->pseudonym, "Robin Redbreast");
  eh_set_str (&((EhParticipant *) people->pdata[1])->credit_name, "Dr Grace Lee");
  names = eh_hidden_names_new (people, groups);
  said = eh_hidden_names_apply (names, "Robin Redbreast and Dr Grace Lee");
  g_assert_cmpstr (said, ==, "Public contributor 1 and Public contributor 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hidden-names/labels", test_labels);
  g_test_add_func ("/hidden-names/stable", test_stable);
  g_test_add_func ("/hidden-names/sentences", test_sentences);
  g_test_add_func ("/hidden-names/printed-names", test_printed_names);
  return g_test_run ();
}
