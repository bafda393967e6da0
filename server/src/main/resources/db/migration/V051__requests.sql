-- A plan is about whom this side holds and releases, or about its own people whom it asks the other side for.
alter table plan_job add column purpose text not null default 'RELEASE' check (purpose in ('RELEASE', 'REQUEST'));
alter table plan_job alter column purpose drop default;
