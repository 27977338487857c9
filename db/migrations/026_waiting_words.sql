-- What somebody wrote with a decision that is on its way to a workflow. The message carries ids and instants alone: a
-- history keeps its inputs, and nothing can be erased from it.
create table waiting_words (
  decision_id uuid primary key,
  notice_id text not null references notice,
  words jsonb not null,
  kept_at timestamptz not null default clock_timestamp() -- the machine's clock
);
grant select, insert, update, delete on waiting_words to dondoc_app;
