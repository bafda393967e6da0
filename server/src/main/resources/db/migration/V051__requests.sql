-- A plan is about whom this side holds and releases, or about its own people whom it asks the other side for.
alter table plan_job add column purpose text not null default 'RELEASE' check (purpose in ('RELEASE', 'REQUEST'));
alter table plan_job alter column purpose drop default;

-- What there would be one more of, where a plan only tells what that would be worth.
alter table plan_job add column one_more text not null default '';

-- What a list of plans says of each, so that it need not read whole problems.
alter table plan_job add column people integer not null default 0;
alter table plan_job add column policy_name text not null default '';
