-- Whom this party seeks and whom it holds. A person is known elsewhere by the code alone, which is drawn by chance.

create table register_import (
  place           bigint generated always as identity primary key,
  code            text collate "C" not null unique,
  register        text not null check (register in ('SOUGHT', 'HELD')),
  file_name       text not null,
  digest          text not null,
  standing        text not null,
  informant       text not null,
  account         text not null,
  at              bigint not null,
  state           text not null check (state in ('WAITING', 'READING', 'DONE', 'REFUSED', 'CANCELLED')),
  cancel          boolean not null default false,
  rows_read       integer not null default 0,
  people_new      integer not null default 0,
  people_changed  integer not null default 0,
  outcome         jsonb not null default '{}'
);
create index register_import_digest on register_import (digest);

-- The file of an import that is not over; afterwards it is gone.
create table register_upload (
  import   bigint primary key references register_import,
  content  bytea not null
);

-- The current view, picked from the statements by rule; what is searched and sorted by stands in columns of its own.
create table register_person (
  code        text collate "C" primary key,
  register    text not null check (register in ('SOUGHT', 'HELD')),
  version     bigint not null check (version > 0),
  shown       jsonb not null,
  changed     jsonb not null,
  surname     text not null generated always as (coalesce(shown ->> 'surname', '')) stored,
  given_name  text not null generated always as (coalesce(shown ->> 'given_name', '')) stored,
  birth_date  text collate "C" not null generated always as (coalesce(shown ->> 'birth_date', '')) stored,
  status      text collate "C" not null generated always as (coalesce(shown ->> 'status', '')) stored,
  category    text collate "C" not null generated always as (coalesce(shown ->> 'category', '')) stored
);
create index register_person_name_uk on register_person
  (register, surname collate "uk-x-icu", given_name collate "uk-x-icu", code);
create index register_person_name on register_person
  (register, surname collate "und-x-icu", given_name collate "und-x-icu", code);
create index register_person_birth on register_person (register, birth_date, code);
create index register_person_status on register_person (register, status, code);
create index register_person_category on register_person (register, category, code);

-- The words of a person's current name in normal form, so that a name is found by how any of its words begins.
create table register_word (
  word    text collate "C" not null,
  person  text collate "C" not null references register_person,
  primary key (word, person)
);
create index register_word_person on register_word (person);

-- What was said, by whom, from where, when. It only grows; an empty text says that nothing is known.
create table register_statement (
  place      bigint generated always as identity primary key,
  person     text collate "C" not null references register_person,
  version    bigint not null,
  said       jsonb not null,
  standing   text not null,
  informant  text not null,
  import     bigint references register_import,
  file_row   integer,
  account    text not null,
  at         bigint not null,
  unique (person, version)
);
create rule register_statement_stays as on delete to register_statement do instead nothing;
create rule register_statement_as_said as on update to register_statement do instead nothing;

-- What somebody searched for: its code stands in the address, the names do not.
create table register_search (
  code     text collate "C" primary key,
  account  text not null,
  at       bigint not null,
  filter   jsonb not null
);

-- Whom a page of a list or an exported file showed: the record of reads names the sheet, the sheet names the people.
create table register_sheet (
  code    text collate "C" primary key,
  at      bigint not null,
  people  text[] collate "C" not null
);
create index register_sheet_people on register_sheet using gin (people);
create rule register_sheet_stays as on delete to register_sheet do instead nothing;
create rule register_sheet_as_shown as on update to register_sheet do instead nothing;
