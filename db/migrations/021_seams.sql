-- One amendment may hand over several posts, and change several addressees of a unit.

alter table hand_over drop constraint hand_over_pkey;
alter table hand_over add unique nulls not distinct (decision_id, party_id, leaving_id, coming_id);

-- a person who is erased is erased from a rehearsal's mail too
grant delete on inbox_message to dondoc_app;
