-- Run once by PostgreSQL's image on an empty data volume, as the superuser. Makes three roles that know nothing of each
-- other: the owner of dondoc's register (migrations only), dondoc's own login (what it may do is granted by the
-- migrations to dondoc_app), and Temporal's. Migrations are run by `dondoc migrate`, not here.
\getenv owner_password DONDOC_OWNER_PASSWORD
\getenv app_password DONDOC_APP_PASSWORD
\getenv temporal_password TEMPORAL_DB_PASSWORD

-- The passwords of .env.example are in everybody's copy.
select 'change-me' in (:'owner_password', :'app_password', :'temporal_password') as is_example \gset
\if :is_example
  \warn 'A password is still the "change-me" of .env.example. Set them all, remove the data volume and start again.'
  do $$ begin raise exception 'example passwords refused'; end $$;
\endif

create role dondoc_app nologin;
create role dondoc_owner login password :'owner_password';
create role dondoc_app_login login password :'app_password' in role dondoc_app;
create database dondoc owner dondoc_owner;
revoke connect, temporary on database dondoc from public;
grant connect on database dondoc to dondoc_app_login;

create role temporal login password :'temporal_password';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
revoke connect, temporary on database temporal, temporal_visibility from public;
