-- The sealed file itself, and its key, until the list is lodged and the names leave with it. A list made elsewhere has neither.
alter table offered_names
  add column sealed       bytea,
  add column sealed_with  bytea,
  add column departed     boolean not null default false;
