-- Agreements that were brought, the last of which this node goes by.
create table agreement (
  place       bigint generated always as identity primary key,
  text        bytea not null,
  brought_at  bigint not null,
  brought_by  text not null
);
