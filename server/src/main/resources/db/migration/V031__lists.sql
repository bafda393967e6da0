-- Which person a reference of this side's list is: nowhere else.
create table offered (
  ref       text primary key,
  person    text not null,
  category  text not null,
  direct    boolean not null
);
-- The sealed file of their names, by what commits to it.
create table offered_names (
  ciphertext   text primary key,
  content_key  text not null,
  size         bigint not null,
  salt         text not null
);
-- What was decided about the other side's people.
create table answered (
  ref         text primary key,
  answer      text not null,
  decided_by  text not null,
  decided_at  bigint not null
);
