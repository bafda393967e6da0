-- A third register: people still held, whom those who came home have seen; and comparisons of records that have changed with all others.

alter table register_person drop constraint register_person_register_check;
alter table register_person add constraint register_person_register_check check (register in ('SOUGHT', 'HELD', 'SEEN'));
alter table register_import drop constraint register_import_register_check;
alter table register_import add constraint register_import_register_check check (register in ('SOUGHT', 'HELD', 'SEEN'));
alter table comparison drop constraint comparison_what_check;
alter table comparison add constraint comparison_what_check check (what in ('LIST', 'SEEN', 'SOUGHT', 'HELD'));
alter table candidate drop constraint candidate_what_check;
alter table candidate add constraint candidate_what_check check (what in ('LIST', 'SEEN', 'SOUGHT', 'HELD'));

-- Whether only what had changed was compared, and which version of each record was compared last; codes, no name.
alter table comparison add column part boolean not null default false;
create table comparison_record (
  what     text not null,
  record   text collate "C" not null,
  version  bigint not null,
  primary key (what, record)
);
