-- The file of an Evenhand project, format 2. This is the whole truth about it; eh-schema.c makes it,
-- and a test holds every table against the struct that is its row.
--
-- Rules that history, undo and merge rest on:
--   * every table that is tracked has an integer key of our own making (eh-id.h): two laptops never
--     clash, and a row that comes back after an undo is the same row for the full-text index;
--   * no cascades: the store removes children first, so that each removal is in the history once;
--   * no generated columns, no triggers;
--   * text is never NULL ('' says nothing); NULL in a reference or a time says "none" or "not known".
--
-- Times are seconds since 1970 in UTC, dates ISO 8601.

-- A tree of categories; the first is the default, others are further lenses.
CREATE TABLE framework (
  -- eh_id_from_key ("framework", key)
  id INTEGER PRIMARY KEY,
  -- "power-inequality", or of the project's own making
  key TEXT NOT NULL DEFAULT '',
  -- what it is called
  name TEXT NOT NULL DEFAULT '',
  -- whose it is
  source TEXT NOT NULL DEFAULT '',
  -- order in lists
  position REAL NOT NULL DEFAULT 0
) STRICT;

-- Whose standing is alike in the room: public contributors, staff, researchers, and those that a project adds.
CREATE TABLE role_group (
  -- eh_id_from_key ("role_group", key)
  id INTEGER PRIMARY KEY,
  -- short name that never changes: "public"
  key TEXT NOT NULL DEFAULT '',
  -- in the plural: "Public contributors"
  label TEXT NOT NULL DEFAULT '',
  -- for one of them: "public contributor"
  singular TEXT NOT NULL DEFAULT '',
  -- colour, pattern and marker, 0 to 11 (see the charts' theme)
  slot INTEGER NOT NULL DEFAULT 0,
  -- order in lists
  position REAL NOT NULL DEFAULT 0,
  -- counts in voice shares; facilitators do not
  in_voice INTEGER NOT NULL DEFAULT 0 CHECK (in_voice IN (0, 1)),
  -- kept for what refers to it, offered no more
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- The co-production effort that the file holds: one row, id 1.
CREATE TABLE project (
  -- always 1
  id INTEGER PRIMARY KEY,
  -- UUID, made with the file; tells copies of one project from strangers
  guid TEXT NOT NULL DEFAULT '',
  -- what the team calls it
  title TEXT NOT NULL DEFAULT '',
  -- one plain line under the title
  subtitle TEXT NOT NULL DEFAULT '',
  -- the aim in plain words
  aim TEXT NOT NULL DEFAULT '',
  -- the organisation that leads
  host TEXT NOT NULL DEFAULT '',
  -- whom to write to; printed on every document
  contact TEXT NOT NULL DEFAULT '',
  -- involvement, research, evaluation or a mix
  involvement TEXT NOT NULL DEFAULT 'involvement' CHECK (involvement IN ('involvement', 'research', 'evaluation', 'mixed')),
  -- reference of the ethical approval, where there is one
  ethics_ref TEXT NOT NULL DEFAULT '',
  -- BCP 47 tag of what is written in it
  language TEXT NOT NULL DEFAULT '',
  -- fewest distinct people behind a number that is shared; 3 or more
  threshold INTEGER NOT NULL DEFAULT 0,
  -- the framework that the map opens with
  framework_id INTEGER REFERENCES framework (id),
  -- its people and words are invented; said wherever it is shown
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  -- when it was begun
  created_at INTEGER,
  -- ISO 4217 code of what people are paid in: "GBP"; empty when not said
  currency TEXT NOT NULL DEFAULT ''
) STRICT;

-- Somebody who takes part, in a role group.
CREATE TABLE participant (
  -- key
  id INTEGER PRIMARY KEY,
  -- full name, in one field
  name TEXT NOT NULL DEFAULT '',
  -- the group, or none
  role_group_id INTEGER REFERENCES role_group (id),
  -- the role in their words: "carer", "district nurse"
  role TEXT NOT NULL DEFAULT '',
  -- where they come from, if they say
  organisation TEXT NOT NULL DEFAULT '',
  -- if they say
  pronouns TEXT NOT NULL DEFAULT '',
  -- at most 60 words, the same limit for all
  biography TEXT NOT NULL DEFAULT '',
  -- how they want to hear back
  contact_by TEXT NOT NULL DEFAULT 'unknown' CHECK (contact_by IN ('unknown', 'email', 'post', 'phone', 'text', 'supporter')),
  -- how they want to be named
  credit TEXT NOT NULL DEFAULT 'ask' CHECK (credit IN ('ask', 'named', 'first_name', 'initials', 'pseudonym', 'role_only', 'anonymous', 'not_listed')),
  -- the name to print where credit is "named"; empty for the name itself
  credit_name TEXT NOT NULL DEFAULT '',
  -- the name to print where credit is "pseudonym"; unique in a project
  pseudonym TEXT NOT NULL DEFAULT '',
  -- ISO date, empty for somebody who has not withdrawn
  withdrawn_on TEXT NOT NULL DEFAULT '',
  -- how far a withdrawal reaches
  withdrawal TEXT NOT NULL DEFAULT 'none' CHECK (withdrawal IN ('none', 'stop_contact', 'remove_name', 'remove_unpublished', 'remove_all')),
  -- when recorded
  created_at INTEGER,
  -- how a letter greets them: "Dear Mrs Khan"; empty when they did not say
  greeting TEXT NOT NULL DEFAULT '',
  -- BCP 47 tag of the language of their letter; empty for that of the project
  letter_language TEXT NOT NULL DEFAULT '',
  -- what they want their letter as
  letter_format TEXT NOT NULL DEFAULT 'unknown' CHECK (letter_format IN ('unknown', 'odt', 'docx', 'pdf', 'html', 'print')),
  -- in large print
  letter_large INTEGER NOT NULL DEFAULT 0 CHECK (letter_large IN (0, 1))
) STRICT;

-- What one participant agreed to; its id is the participant's. No row: not asked yet.
CREATE TABLE consent (
  -- the participant's id
  id INTEGER PRIMARY KEY,
  -- agrees to take part
  take_part TEXT NOT NULL DEFAULT 'unknown' CHECK (take_part IN ('unknown', 'yes', 'no', 'ask_each_time')),
  -- notes may be taken
  notes TEXT NOT NULL DEFAULT 'unknown' CHECK (notes IN ('unknown', 'yes', 'no', 'ask_each_time')),
  -- sound may be recorded
  audio TEXT NOT NULL DEFAULT 'unknown' CHECK (audio IN ('unknown', 'yes', 'no', 'ask_each_time')),
  -- photographs
  photo TEXT NOT NULL DEFAULT 'unknown' CHECK (photo IN ('unknown', 'yes', 'no', 'ask_each_time')),
  -- film
  video TEXT NOT NULL DEFAULT 'unknown' CHECK (video IN ('unknown', 'yes', 'no', 'ask_each_time')),
  -- how their words may be used
  quote TEXT NOT NULL DEFAULT 'unknown' CHECK (quote IN ('unknown', 'none', 'paraphrase', 'anonymous', 'pseudonym', 'named')),
  -- wants to see a quotation before it is used
  show_first INTEGER NOT NULL DEFAULT 0 CHECK (show_first IN (0, 1)),
  -- wants to be an author
  authorship TEXT NOT NULL DEFAULT 'unknown' CHECK (authorship IN ('unknown', 'coauthor', 'acknowledge', 'no')),
  -- how far the words may travel
  reuse TEXT NOT NULL DEFAULT 'guidance_only' CHECK (reuse IN ('guidance_only', 'same_team', 'open_licence')),
  -- may be written to afterwards
  contact_after TEXT NOT NULL DEFAULT 'unknown' CHECK (contact_after IN ('unknown', 'none', 'about_this', 'other_opportunities')),
  -- explicit consent to record health and the like
  special_data INTEGER NOT NULL DEFAULT 0 CHECK (special_data IN (0, 1)),
  -- how it was given
  given_how TEXT NOT NULL DEFAULT 'unknown' CHECK (given_how IN ('unknown', 'signed', 'typed', 'spoken', 'supporter')),
  -- ISO date
  given_on TEXT NOT NULL DEFAULT '',
  -- ISO date
  review_on TEXT NOT NULL DEFAULT '',
  -- version of the form that was signed
  wording TEXT NOT NULL DEFAULT ''
) STRICT;

-- Something that a participant needs in order to take part. Sensitive: no part of a dataset, and deleted by its date.
CREATE TABLE access_need (
  -- key
  id INTEGER PRIMARY KEY,
  -- whose
  participant_id INTEGER REFERENCES participant (id),
  -- what: "large print", "BSL interpreter"
  kind TEXT NOT NULL DEFAULT '',
  -- more about it
  detail TEXT NOT NULL DEFAULT '',
  -- how far it has been arranged
  status TEXT NOT NULL DEFAULT 'asked' CHECK (status IN ('asked', 'arranged', 'tested', 'met', 'not_met')),
  -- who sees to it
  arranged_by TEXT NOT NULL DEFAULT '',
  -- ISO date
  delete_after TEXT NOT NULL DEFAULT '',
  -- how many days before a workshop it must be booked; 0 when it needs none
  lead_days INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One meeting.
CREATE TABLE workshop (
  -- key
  id INTEGER PRIMARY KEY,
  -- "Workshop 2"
  title TEXT NOT NULL DEFAULT '',
  -- ISO date, empty when not fixed
  date TEXT NOT NULL DEFAULT '',
  -- "14:00", empty when not fixed
  start_time TEXT NOT NULL DEFAULT '',
  -- room and town, or "online"
  place TEXT NOT NULL DEFAULT '',
  -- what it is for, in plain words
  aim TEXT NOT NULL DEFAULT '',
  -- free notes of the facilitator; never exported
  notes TEXT NOT NULL DEFAULT '',
  -- the way in, the loop, the quiet room
  access_notes TEXT NOT NULL DEFAULT '',
  -- order where dates do not tell
  position REAL NOT NULL DEFAULT 0,
  -- when recorded
  created_at INTEGER,
  -- when it shall end: "16:00", empty when not fixed
  end_time TEXT NOT NULL DEFAULT '',
  -- how far the work was when people were let in
  stage TEXT NOT NULL DEFAULT 'none' CHECK (stage IN ('none', 'agenda', 'fund', 'design', 'do', 'sense', 'write', 'use', 'after'))
) STRICT;

-- One item of a workshop's run sheet.
CREATE TABLE activity (
  -- key
  id INTEGER PRIMARY KEY,
  -- the workshop
  workshop_id INTEGER REFERENCES workshop (id),
  -- order in the run sheet
  position REAL NOT NULL DEFAULT 0,
  -- "Round 1: what happened?"
  title TEXT NOT NULL DEFAULT '',
  -- the question put to the room
  prompt TEXT NOT NULL DEFAULT '',
  -- length; 0 when not fixed
  minutes INTEGER NOT NULL DEFAULT 0,
  -- how people work
  method TEXT NOT NULL DEFAULT 'open_talk' CHECK (method IN ('open_talk', 'round', 'circle', 'nominal_group', 'world_cafe', 'build', 'theatre', 'design', 'modelling', 'card_sort', 'vote', 'online_board', 'break')),
  -- what is needed
  materials TEXT NOT NULL DEFAULT '',
  -- in small groups
  small_groups INTEGER NOT NULL DEFAULT 0 CHECK (small_groups IN (0, 1))
) STRICT;

-- A participant at a workshop; id from the pair.
CREATE TABLE attendance (
  -- eh_id_from_pair ("attendance", workshop, participant)
  id INTEGER PRIMARY KEY,
  -- the workshop
  workshop_id INTEGER REFERENCES workshop (id),
  -- who
  participant_id INTEGER REFERENCES participant (id),
  -- came, in part, sent apologies
  status TEXT NOT NULL DEFAULT 'present' CHECK (status IN ('present', 'part', 'remote', 'apologies', 'absent', 'left_early')),
  -- the hat worn that day, none for their own
  role_group_id INTEGER REFERENCES role_group (id),
  -- which table
  table_label TEXT NOT NULL DEFAULT ''
) STRICT;

-- What someone contributed, in their words.
CREATE TABLE insight (
  -- key
  id INTEGER PRIMARY KEY,
  -- the words
  text TEXT NOT NULL DEFAULT '',
  -- the same in plain words, when the team wrote it
  gist TEXT NOT NULL DEFAULT '',
  -- barrier, enabler, idea, question, story, disagreement; or not said
  kind TEXT NOT NULL DEFAULT 'none' CHECK (kind IN ('none', 'barrier', 'enabler', 'idea', 'question', 'story', 'disagreement')),
  -- where it sits: me or you, between us, this project, our organisations, society
  level TEXT NOT NULL DEFAULT 'none' CHECK (level IN ('none', 'personal', 'relationship', 'team', 'organisation', 'system')),
  -- how far the room shared it
  agreement TEXT NOT NULL DEFAULT 'none' CHECK (agreement IN ('none', 'one_voice', 'several', 'most', 'all', 'contested')),
  -- where it was said, or none
  workshop_id INTEGER REFERENCES workshop (id),
  -- in which activity, or none
  activity_id INTEGER REFERENCES activity (id),
  -- the group alone, where nobody is named; none when contributors are, or when nothing is known
  role_group_id INTEGER REFERENCES role_group (id),
  -- how it got here
  capture TEXT NOT NULL DEFAULT 'scribed' CHECK (capture IN ('scribed', 'typed', 'sticky_note', 'slip', 'phone', 'audio_note', 'drawn', 'after', 'imported')),
  -- whether its contributor has seen the record
  checked TEXT NOT NULL DEFAULT 'no' CHECK (checked IN ('no', 'yes', 'not_possible')),
  -- out of scope, kept with a reason
  parked INTEGER NOT NULL DEFAULT 0 CHECK (parked IN (0, 1)),
  -- why
  parked_reason TEXT NOT NULL DEFAULT '',
  -- when it was said, 0 when not known
  said_at INTEGER,
  -- where an import took it from, so that a second import of the same row is recognised
  origin TEXT NOT NULL DEFAULT '',
  -- when recorded
  created_at INTEGER
) STRICT;

-- A participant's part in an insight; id from the pair. Each of k contributors has 1/k of it.
CREATE TABLE contributor (
  -- eh_id_from_pair ("contributor", insight, participant)
  id INTEGER PRIMARY KEY,
  -- what
  insight_id INTEGER REFERENCES insight (id),
  -- who
  participant_id INTEGER REFERENCES participant (id),
  -- the role group whose hat they wore, none for their own
  speaking_as INTEGER REFERENCES role_group (id)
) STRICT;

-- An item of a framework; top categories have no parent.
CREATE TABLE category (
  -- eh_id_from_key ("category", framework key "/" key)
  id INTEGER PRIMARY KEY,
  -- the framework
  framework_id INTEGER REFERENCES framework (id),
  -- the category above, or none
  parent_id INTEGER REFERENCES category (id),
  -- "hier.agenda"; stays when the label changes
  key TEXT NOT NULL DEFAULT '',
  -- what people see
  label TEXT NOT NULL DEFAULT '',
  -- the same in a plain sentence
  plain TEXT NOT NULL DEFAULT '',
  -- what belongs here
  definition TEXT NOT NULL DEFAULT '',
  -- a reflective question
  ask TEXT NOT NULL DEFAULT '',
  -- colour and pattern of a top category, 0 to 11
  slot INTEGER NOT NULL DEFAULT 0,
  -- order among its siblings
  position REAL NOT NULL DEFAULT 0,
  -- kept for what refers to it, offered no more
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- An insight under a category, by somebody; id from insight, category and coder.
CREATE TABLE mapping (
  -- see eh_mapping_id()
  id INTEGER PRIMARY KEY,
  -- what
  insight_id INTEGER REFERENCES insight (id),
  -- where
  category_id INTEGER REFERENCES category (id),
  -- who placed it, as they want to be called; empty for the team
  coder TEXT NOT NULL DEFAULT '',
  -- in which part
  placed_by TEXT NOT NULL DEFAULT 'team' CHECK (placed_by IN ('team', 'contributor', 'group', 'facilitator')),
  -- "not sure"
  unsure INTEGER NOT NULL DEFAULT 0 CHECK (unsure IN (0, 1)),
  -- first character of the part that is meant
  span_start INTEGER NOT NULL DEFAULT 0,
  -- one past its last character; 0 for the whole insight
  span_end INTEGER NOT NULL DEFAULT 0,
  -- why
  note TEXT NOT NULL DEFAULT '',
  -- when placed
  created_at INTEGER
) STRICT;

-- The document that the team writes.
CREATE TABLE guidance (
  -- key
  id INTEGER PRIMARY KEY,
  -- title
  title TEXT NOT NULL DEFAULT '',
  -- plain line under it
  subtitle TEXT NOT NULL DEFAULT '',
  -- key of the template that it began from: "T1"
  template TEXT NOT NULL DEFAULT '',
  -- draft, agreed, published
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'agreed', 'published')),
  -- "0.1"
  version TEXT NOT NULL DEFAULT '',
  -- BCP 47 tag
  language TEXT NOT NULL DEFAULT '',
  -- under which it may be used
  licence TEXT NOT NULL DEFAULT '',
  -- ISO date
  review_by TEXT NOT NULL DEFAULT '',
  -- when begun
  created_at INTEGER
) STRICT;

-- An item of the resource library, citable from guidance.
CREATE TABLE resource (
  -- eh_id_from_key ("resource", key) for shipped ones
  id INTEGER PRIMARY KEY,
  -- "farr-2021"; empty for the team's own
  key TEXT NOT NULL DEFAULT '',
  -- title
  title TEXT NOT NULL DEFAULT '',
  -- separated by "; "
  authors TEXT NOT NULL DEFAULT '',
  -- 0 when not known
  year INTEGER NOT NULL DEFAULT 0,
  -- who made it
  organisation TEXT NOT NULL DEFAULT '',
  -- journal, publisher, place
  venue TEXT NOT NULL DEFAULT '',
  -- link
  url TEXT NOT NULL DEFAULT '',
  -- DOI without prefix
  doi TEXT NOT NULL DEFAULT '',
  -- paper, toolkit, organisation …
  kind TEXT NOT NULL DEFAULT '',
  -- what it is good for, in a sentence
  summary TEXT NOT NULL DEFAULT '',
  -- whom to thank
  suggested_by TEXT NOT NULL DEFAULT '',
  -- seen in a source
  verified INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  -- what was seen
  verified_note TEXT NOT NULL DEFAULT '',
  -- came with the program
  shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1)),
  -- when added
  created_at INTEGER
) STRICT;

-- One block of a guidance, in order.
CREATE TABLE block (
  -- key
  id INTEGER PRIMARY KEY,
  -- the document
  guidance_id INTEGER REFERENCES guidance (id),
  -- order in the document
  position REAL NOT NULL DEFAULT 0,
  -- heading, paragraph, recommendation …
  kind TEXT NOT NULL DEFAULT 'heading' CHECK (kind IN ('heading', 'paragraph', 'recommendation', 'quotation', 'question', 'list', 'resource', 'chart', 'table', 'callout', 'automatic')),
  -- of a heading, 1 to 3; 0 otherwise
  level INTEGER NOT NULL DEFAULT 0,
  -- its words; of a list, an item a line
  text TEXT NOT NULL DEFAULT '',
  -- second text: the action of a recommendation, why a question is asked, the attribution of a quotation that rests on no insight
  detail TEXT NOT NULL DEFAULT '',
  -- for whom
  audience TEXT NOT NULL DEFAULT '',
  -- when in a project
  stage TEXT NOT NULL DEFAULT '',
  -- who does it
  owner TEXT NOT NULL DEFAULT '',
  -- ISO date or words
  due TEXT NOT NULL DEFAULT '',
  -- how far a recommendation has got
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'agreed', 'published', 'done', 'not_done')),
  -- the category that a chapter or block is about, or none
  category_id INTEGER REFERENCES category (id),
  -- what a quotation quotes, or none
  insight_id INTEGER REFERENCES insight (id),
  -- what is cited, or none
  resource_id INTEGER REFERENCES resource (id),
  -- what fills an automatic block, chart or table: "balance", "who", "credits"
  source TEXT NOT NULL DEFAULT '',
  -- why somebody should look at it again, empty for nothing: "support withdrawn"
  flag TEXT NOT NULL DEFAULT '',
  -- when written
  created_at INTEGER,
  -- why a recommendation could not be done, in words for those who asked for it
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

-- An insight that a block rests on; id from the pair.
CREATE TABLE evidence (
  -- eh_id_from_pair ("evidence", block, insight)
  id INTEGER PRIMARY KEY,
  -- the block
  block_id INTEGER REFERENCES block (id),
  -- the insight
  insight_id INTEGER REFERENCES insight (id),
  -- supports, shapes or disagrees
  stance TEXT NOT NULL DEFAULT 'supports' CHECK (stance IN ('supports', 'shapes', 'disagrees')),
  -- how
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- A resource under a category of any framework, by key.
CREATE TABLE resource_category (
  -- eh_id_from_key ("resource_category", resource id "/" key)
  id INTEGER PRIMARY KEY,
  -- the resource
  resource_id INTEGER REFERENCES resource (id),
  -- "hier.agenda"
  category_key TEXT NOT NULL DEFAULT ''
) STRICT;

-- An invitation of a participant to a workshop; id from the pair.
CREATE TABLE invitation (
  -- eh_id_from_pair ("invitation", workshop, participant)
  id INTEGER PRIMARY KEY,
  -- to which workshop
  workshop_id INTEGER REFERENCES workshop (id),
  -- who is asked
  participant_id INTEGER REFERENCES participant (id),
  -- ISO date, empty when it has not gone yet
  sent_on TEXT NOT NULL DEFAULT '',
  -- by which way
  channel TEXT NOT NULL DEFAULT 'unknown' CHECK (channel IN ('unknown', 'email', 'post', 'phone', 'text', 'in_person', 'via_group')),
  -- what they answered
  reply TEXT NOT NULL DEFAULT 'none' CHECK (reply IN ('none', 'yes', 'no', 'maybe')),
  -- who asks them, as the team calls itself
  asked_by TEXT NOT NULL DEFAULT ''
) STRICT;

-- What is known of one thing about the room of a workshop; id from workshop and item.
CREATE TABLE venue_check (
  -- see eh_venue_check_id()
  id INTEGER PRIMARY KEY,
  -- the workshop
  workshop_id INTEGER REFERENCES workshop (id),
  -- key of an item of the list that ships: "lift"
  item TEXT NOT NULL DEFAULT '',
  -- whether it is there
  answer TEXT NOT NULL DEFAULT 'not_known' CHECK (answer IN ('not_known', 'yes', 'no', 'not_needed')),
  -- "loop tested on 3 March, works in the front rows"
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- One line of what the people of a workshop agreed about working together.
CREATE TABLE ground_rule (
  -- key
  id INTEGER PRIMARY KEY,
  -- where it was agreed
  workshop_id INTEGER REFERENCES workshop (id),
  -- order in the agreement
  position REAL NOT NULL DEFAULT 0,
  -- the line
  text TEXT NOT NULL DEFAULT '',
  -- keys of the role groups that agreed, separated by spaces
  agreed_by TEXT NOT NULL DEFAULT '',
  -- ISO date, empty when it is not agreed yet
  agreed_on TEXT NOT NULL DEFAULT ''
) STRICT;

-- Something said to contributors, with a date. To one person, to a role group, or to everyone.
CREATE TABLE promise (
  -- key
  id INTEGER PRIMARY KEY,
  -- where it was said, or none
  workshop_id INTEGER REFERENCES workshop (id),
  -- to whom, or none
  participant_id INTEGER REFERENCES participant (id),
  -- to which group, or none
  role_group_id INTEGER REFERENCES role_group (id),
  -- what was promised
  text TEXT NOT NULL DEFAULT '',
  -- ISO date by which, empty when none was said
  due TEXT NOT NULL DEFAULT '',
  -- whether it was kept
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'not_kept')),
  -- ISO date
  kept_on TEXT NOT NULL DEFAULT '',
  -- why not, where it was not kept
  reason TEXT NOT NULL DEFAULT '',
  -- when recorded
  created_at INTEGER
) STRICT;

-- What the team pays for an activity of involvement. The team fills this table; nothing ships in it.
CREATE TABLE rate (
  -- key
  id INTEGER PRIMARY KEY,
  -- order in the list
  position REAL NOT NULL DEFAULT 0,
  -- "A workshop", "Reading a draft"
  activity TEXT NOT NULL DEFAULT '',
  -- for how long
  unit TEXT NOT NULL DEFAULT 'hour' CHECK (unit IN ('hour', 'half_day', 'day', 'each')),
  -- in hundredths of the project's currency
  amount INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a participant was offered and paid for one piece of work. No account number, ever.
CREATE TABLE payment (
  -- key
  id INTEGER PRIMARY KEY,
  -- who
  participant_id INTEGER REFERENCES participant (id),
  -- for which workshop, or none
  workshop_id INTEGER REFERENCES workshop (id),
  -- at which rate, or none
  rate_id INTEGER REFERENCES rate (id),
  -- for what
  what TEXT NOT NULL DEFAULT 'session' CHECK (what IN ('session', 'preparation', 'review', 'other')),
  -- of work
  hours REAL NOT NULL DEFAULT 0,
  -- what was offered, in hundredths of the project's currency, as all amounts
  offered INTEGER NOT NULL DEFAULT 0,
  -- what they chose
  choice TEXT NOT NULL DEFAULT 'unknown' CHECK (choice IN ('unknown', 'accepted', 'voucher', 'donated', 'declined')),
  -- what is paid for the work
  amount INTEGER NOT NULL DEFAULT 0,
  -- expenses for travel
  travel INTEGER NOT NULL DEFAULT 0,
  -- expenses for care of others
  care INTEGER NOT NULL DEFAULT 0,
  -- further expenses
  other INTEGER NOT NULL DEFAULT 0,
  -- advice on benefits was offered
  advice INTEGER NOT NULL DEFAULT 0 CHECK (advice IN (0, 1)),
  -- ISO date
  claimed_on TEXT NOT NULL DEFAULT '',
  -- ISO date
  paid_on TEXT NOT NULL DEFAULT ''
) STRICT;

-- Somebody took the floor or let their turn pass: a tap, and nothing of what was said.
CREATE TABLE turn (
  -- key
  id INTEGER PRIMARY KEY,
  -- in which workshop
  workshop_id INTEGER REFERENCES workshop (id),
  -- in which activity, or none
  activity_id INTEGER REFERENCES activity (id),
  -- who
  participant_id INTEGER REFERENCES participant (id),
  -- when
  at INTEGER,
  -- let it pass in a round, and said nothing
  passed INTEGER NOT NULL DEFAULT 0 CHECK (passed IN (0, 1))
) STRICT;

-- A numbered slip of paper of a workshop; id from the pair.
CREATE TABLE slip (
  -- eh_id_from_pair ("slip", workshop, number)
  id INTEGER PRIMARY KEY,
  -- the workshop that it was printed for
  workshop_id INTEGER REFERENCES workshop (id),
  -- 1, 2, 3 …
  number INTEGER NOT NULL DEFAULT 0,
  -- short, without look-alikes, unique in the project
  code TEXT NOT NULL DEFAULT '',
  -- who has it, or none
  participant_id INTEGER REFERENCES participant (id),
  -- when made
  created_at INTEGER
) STRICT;

-- What became of a difference between coders; id from the pair.
CREATE TABLE coding_decision (
  -- see eh_coding_decision_id()
  id INTEGER PRIMARY KEY,
  -- what
  insight_id INTEGER REFERENCES insight (id),
  -- under which category coders differ
  category_id INTEGER REFERENCES category (id),
  -- what was agreed
  decision TEXT NOT NULL DEFAULT 'stands' CHECK (decision IN ('stands', 'belongs', 'does_not')),
  -- why
  note TEXT NOT NULL DEFAULT '',
  -- when decided
  created_at INTEGER
) STRICT;

-- A word that the project explains in its glossary, or keeps in its jargon jar.
CREATE TABLE term (
  -- see eh_term_id()
  id INTEGER PRIMARY KEY,
  -- the word, or a few: "co-production", "ICB"
  word TEXT NOT NULL DEFAULT '',
  -- what it means, in plain words; of an abbreviation, its words in full
  meaning TEXT NOT NULL DEFAULT '',
  -- a plainer word for it, empty for none
  say_instead TEXT NOT NULL DEFAULT '',
  -- explained to readers, or better not used
  kind TEXT NOT NULL DEFAULT 'glossary' CHECK (kind IN ('glossary', 'jargon')),
  -- when written down
  created_at INTEGER
) STRICT;

-- Something that a check has found, and somebody looked at and let stand.
CREATE TABLE looked_at (
  -- see eh_looked_at_id(): another one as soon as what it is about changes
  id INTEGER PRIMARY KEY,
  -- what was found: "writing.passive"
  finding TEXT NOT NULL DEFAULT '',
  -- the part of the guidance that it is about, or none
  block_id INTEGER REFERENCES block (id),
  -- the person that it is about, or none
  participant_id INTEGER REFERENCES participant (id),
  -- the insight that it is about, or none
  insight_id INTEGER REFERENCES insight (id),
  -- why it is fine; empty for a mark in a text that somebody hid
  reason TEXT NOT NULL DEFAULT '',
  -- who looked, if they gave a name
  looked_by TEXT NOT NULL DEFAULT '',
  -- when
  created_at INTEGER
) STRICT;

-- A file that was sent out. What it said is not kept, so that no words outlive their withdrawal here.
CREATE TABLE publication (
  -- key
  id INTEGER PRIMARY KEY,
  -- the document, or none when it is gone
  guidance_id INTEGER REFERENCES guidance (id),
  -- its title then
  title TEXT NOT NULL DEFAULT '',
  -- what it was made with: "T1"
  template TEXT NOT NULL DEFAULT '',
  -- "1.0"
  version TEXT NOT NULL DEFAULT '',
  -- what kind of file: "pdf"
  format TEXT NOT NULL DEFAULT '',
  -- what the file was called, without its folder
  file_name TEXT NOT NULL DEFAULT '',
  -- SHA-256 of its bytes, in hexadecimal digits
  digest TEXT NOT NULL DEFAULT '',
  -- SHA-256 of what it says, the same for every kind of file: tells whether anything changed since
  content TEXT NOT NULL DEFAULT '',
  -- how many bytes
  size INTEGER NOT NULL DEFAULT 0,
  -- the numbers that it told, a line each: key, value and label with tabs between
  figures TEXT NOT NULL DEFAULT '',
  -- what was found and let stand, a line each: what it was, a tab, and the looked_at that says why
  accepted TEXT NOT NULL DEFAULT '',
  -- who published it, if they gave a name
  published_by TEXT NOT NULL DEFAULT '',
  -- when
  published_at INTEGER
) STRICT;

-- Somebody was told what became of what they said.
CREATE TABLE told (
  -- key
  id INTEGER PRIMARY KEY,
  -- who
  participant_id INTEGER REFERENCES participant (id),
  -- about which guidance, or none when it was about all of the work
  guidance_id INTEGER REFERENCES guidance (id),
  -- when
  told_at INTEGER,
  -- by which way
  how TEXT NOT NULL DEFAULT 'unknown' CHECK (how IN ('unknown', 'email', 'post', 'in_person', 'phone', 'text', 'supporter', 'page')),
  -- BCP 47 tag of the letter
  language TEXT NOT NULL DEFAULT '',
  -- what the letter was made as
  format TEXT NOT NULL DEFAULT 'unknown' CHECK (format IN ('unknown', 'odt', 'docx', 'pdf', 'html', 'print')),
  -- SHA-256 of what the letter says, which tells whether there is something new to tell; empty when no letter was made
  digest TEXT NOT NULL DEFAULT '',
  -- what there is to remember of it
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- What somebody of the team says about a block, to be settled.
CREATE TABLE block_comment (
  -- key
  id INTEGER PRIMARY KEY,
  -- the block
  block_id INTEGER REFERENCES block (id),
  -- who, as they call themselves; empty when they do not say
  author TEXT NOT NULL DEFAULT '',
  -- the words
  text TEXT NOT NULL DEFAULT '',
  -- when written
  created_at INTEGER,
  -- when it was settled; none while it is open
  settled_at INTEGER
) STRICT;

-- A guidance as it was at a moment that the team named.
CREATE TABLE guidance_version (
  -- key
  id INTEGER PRIMARY KEY,
  -- the document
  guidance_id INTEGER REFERENCES guidance (id),
  -- "Sent to the funder"
  name TEXT NOT NULL DEFAULT '',
  -- who named it, as they call themselves
  author TEXT NOT NULL DEFAULT '',
  -- when
  created_at INTEGER,
  -- the whole document as JSON, see eh-guidance-body.c; of a quotation no words, but which insight
  body TEXT NOT NULL DEFAULT ''
) STRICT;

-- An insight that a guidance does without, for a reason; id from the pair.
CREATE TABLE parked (
  -- eh_id_from_pair ("parked", guidance, insight)
  id INTEGER PRIMARY KEY,
  -- the document
  guidance_id INTEGER REFERENCES guidance (id),
  -- the insight
  insight_id INTEGER REFERENCES insight (id),
  -- why, in words for those who said it
  reason TEXT NOT NULL DEFAULT '',
  -- when
  created_at INTEGER
) STRICT;

-- How the documents of the team look: at most one row, id 1.
CREATE TABLE look (
  -- always 1
  id INTEGER PRIMARY KEY,
  -- "#14506e": headings and rules; empty for the program's own
  accent TEXT NOT NULL DEFAULT '',
  -- the same, of boxes beside the text
  accent_2 TEXT NOT NULL DEFAULT '',
  -- a small PNG in base64, empty for none
  logo TEXT NOT NULL DEFAULT '',
  -- what is said for it
  logo_alt TEXT NOT NULL DEFAULT ''
) STRICT;

-- A document to begin from that the team made itself. It holds no words of a contributor.
CREATE TABLE team_template (
  -- key
  id INTEGER PRIMARY KEY,
  -- what the team calls it
  name TEXT NOT NULL DEFAULT '',
  -- key of the template that it came from: "T4"; empty for none
  base TEXT NOT NULL DEFAULT '',
  -- a line a block: kind, level, source and words, with tabs between
  structure TEXT NOT NULL DEFAULT '',
  -- when it was kept
  created_at INTEGER
) STRICT;

-- ---------------------------------------------------------------------------------------------------
-- Not tracked by the history

-- What somebody sent from a phone or a kiosk, until it is accepted and for as long as they may change
-- it. Written by a connection of its own while the window works (eh-inbox.c), so no step of the
-- history holds it; and so its references are not enforced, for what an undo brings back must find
-- them as they were.
CREATE TABLE received (
  -- key
  id INTEGER PRIMARY KEY,
  -- where it was sent, or none
  workshop_id INTEGER,
  -- in which activity, or none
  activity_id INTEGER,
  -- the words as they were sent last; empty when they were taken back
  text TEXT NOT NULL DEFAULT '',
  -- what they say it is
  kind TEXT NOT NULL DEFAULT 'none' CHECK (kind IN ('none', 'barrier', 'enabler', 'idea', 'question', 'story', 'disagreement')),
  -- the group that they chose, or none
  role_group_id INTEGER,
  -- the slip whose code they typed, or none
  slip_id INTEGER,
  -- who, when a kiosk knew it
  participant_id INTEGER,
  -- how they wish to be named
  credit TEXT NOT NULL DEFAULT 'ask' CHECK (credit IN ('ask', 'named', 'first_name', 'initials', 'pseudonym', 'role_only', 'anonymous', 'not_listed')),
  -- BCP 47 tag of the page on which they wrote
  language TEXT NOT NULL DEFAULT '',
  -- phone, or typed at a kiosk
  capture TEXT NOT NULL DEFAULT 'phone' CHECK (capture IN ('scribed', 'typed', 'sticky_note', 'slip', 'phone', 'audio_note', 'drawn', 'after', 'imported')),
  -- SHA-256 of the key of the phone that may change it
  edit_hash TEXT NOT NULL DEFAULT '',
  -- SHA-256 of what tells a resend from something new
  nonce_hash TEXT NOT NULL DEFAULT '',
  -- when it arrived
  sent_at INTEGER,
  -- when its words last changed
  changed_at INTEGER,
  -- the insight that it becomes when it is accepted; decided when it arrives
  insight_id INTEGER,
  -- when it was last accepted; it is accepted while the insight is there
  accepted_at INTEGER,
  -- waiting, refused, taken back
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'refused', 'taken_back')),
  -- changed or taken back since the insight was made, which does not know yet
  unsettled INTEGER NOT NULL DEFAULT 0 CHECK (unsettled IN (0, 1)),
  -- why it was refused, in the facilitator's words; empty when none was given
  reason TEXT NOT NULL DEFAULT '',
  -- whoever sent it may read the reason
  tell_reason INTEGER NOT NULL DEFAULT 0 CHECK (tell_reason IN (0, 1))
) STRICT;

-- Every change, as the change itself: the source of undo and of the audit trail. seq rises; an undone
-- step can be redone until another change is made, which drops it.
CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  -- UUID: two copies of a project have the same steps up to where they grew apart
  guid TEXT NOT NULL UNIQUE,
  -- what a person reads: "Added an insight"
  label TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  -- name of the computer
  device TEXT NOT NULL DEFAULT '',
  -- name of the person, if they gave one
  author TEXT NOT NULL DEFAULT '',
  -- consecutive steps with the same key are joined
  merge_key TEXT NOT NULL DEFAULT '',
  -- rows that it touched
  n_rows INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped')),
  -- UUID of the last time that it was undone, '' for never: tells a merge on which side of the parting
  undone_guid TEXT NOT NULL DEFAULT '',
  -- a changeset of SQLite's session extension
  changes BLOB NOT NULL,
  -- it erased something at somebody's wish: neither it nor anything before it can be undone
  erasing INTEGER NOT NULL DEFAULT 0 CHECK (erasing IN (0, 1))
) STRICT;
CREATE INDEX history_state ON history (state, seq);

-- What was erased at somebody's wish: never to come back, also not from a copy that still has it.
CREATE TABLE erased (
  -- the id that the row had
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  erased_at INTEGER NOT NULL
) STRICT;

-- What merges have brought in: the steps of other copies whose outcome is here without their changes
-- being in the history. Tells the next merge what both already know.
CREATE TABLE merge_known (
  -- the step that brought it in, which counts while that is done; no step when nothing had to change
  merge_guid TEXT NOT NULL,
  -- the other's step; the merge's own where somebody chose otherwise than the rule
  guid TEXT NOT NULL,
  PRIMARY KEY (merge_guid, guid)
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_known_guid ON merge_known (guid);

-- What a merge knew that its rows do not show, as ids alone; see eh-merge.c.
CREATE TABLE merge_aside (
  -- as in merge_known
  merge_guid TEXT NOT NULL,
  -- row
  table_name TEXT NOT NULL,
  id INTEGER NOT NULL,
  -- a reference, or '' for the row itself
  field TEXT NOT NULL,
  -- of a reference that is empty: what it would refer to if that were there, 0 for nothing; of another:
  -- what it keeps; of a row: see EhMergeAside
  value INTEGER NOT NULL,
  PRIMARY KEY (merge_guid, table_name, id, field)
) STRICT, WITHOUT ROWID;

-- About this copy of the file: one row, id 1.
CREATE TABLE copy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- new at every save: tells whether somebody else saved meanwhile
  generation TEXT NOT NULL,
  -- in a working copy: the generation that the user's file is known to hold
  confirmed TEXT NOT NULL DEFAULT '',
  saved_at INTEGER
) STRICT;

-- ---------------------------------------------------------------------------------------------------
-- Ways in

CREATE INDEX participant_role_group ON participant (role_group_id);
CREATE INDEX access_need_participant ON access_need (participant_id);
CREATE INDEX activity_workshop ON activity (workshop_id, position);
CREATE INDEX attendance_workshop ON attendance (workshop_id);
CREATE INDEX attendance_participant ON attendance (participant_id);
CREATE INDEX insight_workshop ON insight (workshop_id);
CREATE INDEX insight_activity ON insight (activity_id);
CREATE INDEX insight_role_group ON insight (role_group_id);
CREATE INDEX contributor_insight ON contributor (insight_id);
CREATE INDEX contributor_participant ON contributor (participant_id, insight_id);
CREATE INDEX category_framework ON category (framework_id, position);
CREATE INDEX category_parent ON category (parent_id);
CREATE INDEX mapping_insight ON mapping (insight_id);
CREATE INDEX mapping_category ON mapping (category_id);
CREATE INDEX block_guidance ON block (guidance_id, position);
CREATE INDEX block_insight ON block (insight_id);
CREATE INDEX block_resource ON block (resource_id);
CREATE INDEX block_category ON block (category_id);
CREATE INDEX evidence_block ON evidence (block_id);
CREATE INDEX evidence_insight ON evidence (insight_id);
CREATE INDEX resource_category_resource ON resource_category (resource_id);
CREATE INDEX attendance_role_group ON attendance (role_group_id);
CREATE INDEX contributor_speaking_as ON contributor (speaking_as);
CREATE INDEX invitation_workshop ON invitation (workshop_id);
CREATE INDEX invitation_participant ON invitation (participant_id);
CREATE INDEX venue_check_workshop ON venue_check (workshop_id);
CREATE INDEX ground_rule_workshop ON ground_rule (workshop_id, position);
CREATE INDEX promise_workshop ON promise (workshop_id);
CREATE INDEX promise_participant ON promise (participant_id);
CREATE INDEX promise_role_group ON promise (role_group_id);
CREATE INDEX payment_participant ON payment (participant_id);
CREATE INDEX payment_workshop ON payment (workshop_id);
CREATE INDEX payment_rate ON payment (rate_id);
CREATE INDEX turn_workshop ON turn (workshop_id, activity_id);
CREATE INDEX turn_activity ON turn (activity_id);
CREATE INDEX turn_participant ON turn (participant_id);
CREATE INDEX project_framework ON project (framework_id);
CREATE INDEX slip_workshop ON slip (workshop_id, number);
CREATE INDEX slip_participant ON slip (participant_id);
CREATE INDEX slip_code ON slip (code);
CREATE INDEX coding_decision_insight ON coding_decision (insight_id);
CREATE INDEX coding_decision_category ON coding_decision (category_id);
CREATE INDEX looked_at_block ON looked_at (block_id);
CREATE INDEX looked_at_participant ON looked_at (participant_id);
CREATE INDEX looked_at_insight ON looked_at (insight_id);
CREATE INDEX publication_guidance ON publication (guidance_id);
CREATE INDEX told_participant ON told (participant_id);
CREATE INDEX told_guidance ON told (guidance_id);
CREATE INDEX block_comment_block ON block_comment (block_id);
CREATE INDEX guidance_version_guidance ON guidance_version (guidance_id);
CREATE INDEX parked_guidance ON parked (guidance_id);
CREATE INDEX parked_insight ON parked (insight_id);
CREATE UNIQUE INDEX received_nonce ON received (nonce_hash) WHERE nonce_hash <> '';
CREATE INDEX received_edit ON received (edit_hash);
CREATE INDEX received_insight ON received (insight_id);
CREATE INDEX received_unsettled ON received (unsettled) WHERE unsettled = 1;
CREATE INDEX insight_origin ON insight (origin) WHERE origin <> '';

-- Words of the insights. External content: the words are stored once, in insight. eh-insight-words.c
-- keeps it.
CREATE VIRTUAL TABLE insight_words USING fts5 (
  text, gist, content = 'insight', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
