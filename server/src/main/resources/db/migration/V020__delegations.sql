-- Who works here. A password opens what is sealed (second factor, signing key); the database alone opens nothing.
create table account (
  code        text primary key,
  login       text not null,
  password    text not null,
  sealed      text not null,
  public_key  text not null,
  opening_key text not null,
  roles       text not null,
  active      boolean not null default true,
  used_step   bigint not null default 0,
  wrong       integer not null default 0,
  wait_until  bigint not null default 0
);
create unique index account_login on account (lower(login));

-- Who saw whose file. It only grows.
create table person_read (
  place    bigint generated always as identity primary key,
  at       bigint not null,
  account  text not null,
  face     text not null,
  subject  text not null,
  fields   text not null
);
create index person_read_subject on person_read (subject);
create rule person_read_stays as on delete to person_read do instead nothing;
create rule person_read_as_written as on update to person_read do instead nothing;
