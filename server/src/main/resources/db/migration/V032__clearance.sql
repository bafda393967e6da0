-- The key of the clearance store, sealed for each account whose duty it is to open it.
create table clearance_key (
  account  text primary key,
  sealed   text not null
);
-- One sealed word a person; the database can open none.
create table clearance_word (
  ref     text primary key,
  sealed  text not null,
  at      bigint not null
);
