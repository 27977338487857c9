-- What the API of a rehearsal is answering; the clock stands until it has. Unlogged: no request outlives its server.
create unlogged table rehearsal_request (id uuid primary key);
grant select, insert, delete on rehearsal_request to dondoc_app;
