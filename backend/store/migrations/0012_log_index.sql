-- meeting_reckon of 0008 begins with the same columns, so every save paid for this one twice.
DROP INDEX meeting_day;

-- Nearly every meeting was held. The others, planned, put off, not held, suspended, are looked for over years: in this
-- order they are found, counted and shown by day without a look at the rest.
DROP INDEX meeting_open;
CREATE INDEX meeting_state ON meeting (state, day, id, kind, deleted_at) WHERE deleted_at = '' AND state <> 'HELD';
-- The same by key, to take them away from the attendances without a result by going through both lists once.
CREATE INDEX meeting_not_held ON meeting (id, state, deleted_at) WHERE deleted_at = '' AND state <> 'HELD';
