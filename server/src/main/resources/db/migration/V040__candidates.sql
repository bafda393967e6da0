-- Who may be whom: pairs found by comparing, and what people said of them. Codes, references and weights; no name stands here.

-- One comparison at a time. What was compared is known by a digest of the list's references and files, and by how much had been said in
-- the register; the model is what the weights were learnt as.
create table comparison (
  place    bigint generated always as identity primary key,
  code     text collate "C" not null unique,
  what     text not null check (what in ('LIST', 'SOUGHT', 'HELD')),
  account  text not null,
  at       bigint not null,
  state    text not null check (state in ('WAITING', 'COMPARING', 'DONE', 'CANCELLED', 'FAILED')),
  cancel   boolean not null default false,
  basis    text not null default '',
  said     bigint not null default 0,
  ones     integer not null default 0,
  others   integer not null default 0,
  matches  integer not null default 0,
  reviews  integer not null default 0,
  model    text not null default ''
);
create index comparison_latest on comparison (what, place);

-- A pair. Of a list: a person sought and a reference; of a register: two of its people, by code. It keeps its code from one comparison to
-- the next. A pair that the latest comparison does not propose stays only when somebody has ruled on it.
create table candidate (
  code           text collate "C" primary key,
  what           text not null check (what in ('LIST', 'SOUGHT', 'HELD')),
  one            text collate "C" not null,
  other          text collate "C" not null,
  one_version    bigint not null,
  other_version  bigint not null,
  comparison     bigint not null references comparison,
  weight         double precision not null,
  probability    double precision not null,
  decision       text not null check (decision in ('MATCH', 'REVIEW', 'NONE')),
  reasons        text not null,
  unique (what, one, other)
);
create index candidate_other on candidate (what, other);

-- What a person said of a pair, and of which versions of the two records. It only grows; the latest counts.
create table candidate_ruling (
  place          bigint generated always as identity primary key,
  candidate      text collate "C" not null references candidate,
  ruling         text not null check (ruling in ('ACCEPTED', 'REJECTED', 'UNSURE')),
  reason         text not null,
  account        text not null,
  at             bigint not null,
  one_version    bigint not null,
  other_version  bigint not null
);
create index candidate_ruling_candidate on candidate_ruling (candidate, place desc);
create rule candidate_ruling_stays as on delete to candidate_ruling do instead nothing;
create rule candidate_ruling_as_said as on update to candidate_ruling do instead nothing;

-- What somebody searched for among candidates or on a list: its code stands in the address, the names do not.
create table candidate_search (
  code     text collate "C" primary key,
  account  text not null,
  at       bigint not null,
  asked    text not null
);
