-- Plans of who goes when, asked for and made. Their problems hold what this side knows of its people; nothing of it leaves this table.
create table plan_job (
  place         bigint generated always as identity primary key,
  code          text collate "C" not null unique,
  at            bigint not null,
  account       text not null,
  state         text not null check (state in ('WAITING', 'SOLVING', 'DONE', 'IMPOSSIBLE', 'CANCELLED')),
  cancel        boolean not null default false,
  done          bigint not null default 0,
  total         bigint not null default 0,
  problem       text not null,
  policy        text not null,
  -- The plan that this one changes, and whom it puts in and takes out.
  basis         text references plan_job (code),
  put_in        text not null default '',
  taken_out     text not null default '',
  plan          text,
  why_not       text not null default '',
  stands_since  bigint
);
