-- The log of one exchange as this node holds it, and what it must not lose besides (homeward.node.Store).
-- Text is kept in the form in which it was signed: COLLATE "C" says that nobody sorts or compares it by a language.

create table log_line (
  index       bigint primary key check (index >= 0),
  leaf        text collate "C" not null,
  leaf_hash   bytea not null check (octet_length(leaf_hash) = 32)
);

create table checkpoint_latest (
  one         boolean primary key default true check (one),
  note        text collate "C" not null
);

create table checkpoint_common (
  place       bigint generated always as identity primary key,
  note        text collate "C" not null
);

create table outbox (
  place       bigint generated always as identity primary key,
  entry_hash  bytea not null check (octet_length(entry_hash) = 32),
  entry       text collate "C" not null
);
create index outbox_entry_hash on outbox (entry_hash);

create table alarm (
  place       bigint generated always as identity primary key,
  kind        text not null,
  size        bigint not null,
  one         text collate "C" not null,
  other       text collate "C" not null
);

-- Outside the log, so that it can be erased while the log stands.
create table attachment (
  ciphertext_hash  bytea primary key check (octet_length(ciphertext_hash) = 32),
  ciphertext       bytea not null
);

-- Parcels that are not known to have arrived yet.
create table parcel_due (
  place            bigint generated always as identity primary key,
  ciphertext_hash  bytea not null check (octet_length(ciphertext_hash) = 32),
  key_hash         bytea not null check (octet_length(key_hash) = 32),
  recipient        text not null,
  unique (ciphertext_hash, recipient)
);
