-- The application's role: it reads and writes the record, adds to the log through log_append, and cannot
-- change or remove a log row. Tables and functions belong to the migrations' role.
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'dondoc_app') then
    create role dondoc_app nologin;
  end if;
end $$;

grant usage on schema public to dondoc_app;
grant select, insert, update on all tables in schema public to dondoc_app;
grant usage on all sequences in schema public to dondoc_app;
grant delete on person_contact, outbox, idempotency_key, clock_wait, letter_text, submission_text, finding_answer, decision_text, attachment to dondoc_app;
revoke insert, update, delete, truncate on log, log_head from dondoc_app;
-- which migrations have run is their role's own business
revoke insert, update on migration from dondoc_app;
revoke execute on function log_append from public;
grant execute on function log_append to dondoc_app;
