-- Who cleared which fields of whom to leave the bureau. A clearance is of the file as it stood in a version: when the fields change, it
-- holds no longer.
create table disclosure_clearance (
  place        bigint generated always as identity primary key,
  person       text collate "C" not null references register_person,
  field_group  text not null,
  agency       text not null check (agency in ('REGISTRAR', 'SECURITY')),
  version      bigint not null,
  account      text not null,
  at           bigint not null,
  revoked_by   text,
  revoked_at   bigint
);
create index disclosure_clearance_person on disclosure_clearance (person, field_group, agency) where revoked_at is null;
create index disclosure_clearance_group on disclosure_clearance (agency, field_group, person) where revoked_at is null;
create rule disclosure_clearance_stays as on delete to disclosure_clearance do instead nothing;

-- What left, to whom, named by which signed digest. It only grows.
create table disclosure_left (
  place        bigint generated always as identity primary key,
  person       text collate "C" not null references register_person,
  field_group  text not null,
  version      bigint not null,
  recipient    text not null,
  digest       text not null,
  account      text not null,
  at           bigint not null
);
create index disclosure_left_person on disclosure_left (person, field_group);
create rule disclosure_left_stays as on delete to disclosure_left do instead nothing;
create rule disclosure_left_as_it_was as on update to disclosure_left do instead nothing;
