-- An officer leaves: who took over what, on which day, by which decision.
CREATE TABLE handover (
  id            TEXT   NOT NULL PRIMARY KEY,
  officer_id    TEXT   NOT NULL REFERENCES officer (id),
  handed_on     TEXT   NOT NULL,             -- first day no longer in charge
  reason        TEXT   NOT NULL,
  note          TEXT   NOT NULL DEFAULT '',
  decision_id   TEXT   NOT NULL DEFAULT '',  -- '' when every place stays vacant and no decision was needed
  decision_was  TEXT   NOT NULL DEFAULT '',  -- the draft as it was before (JSON); '' when the handover made the decision
  seats_before  TEXT   NOT NULL DEFAULT '[]',-- seats of the teams touched, before and after (JSON), for taking it back
  seats_after   TEXT   NOT NULL DEFAULT '[]',
  created_at    TEXT   NOT NULL,
  created_by    TEXT   NOT NULL DEFAULT '',
  undone_at     TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX handover_officer ON handover (officer_id, handed_on);

CREATE TABLE handover_line (
  handover_id  TEXT   NOT NULL REFERENCES handover (id) ON DELETE CASCADE,
  row          BIGINT NOT NULL,
  assignment_id TEXT  NOT NULL DEFAULT '',   -- '' for a seat in a team
  team_id      TEXT   NOT NULL DEFAULT '',
  kind_id      TEXT   NOT NULL DEFAULT '',
  target_id    TEXT   NOT NULL DEFAULT '',
  successor_id TEXT   NOT NULL DEFAULT '',   -- '' = vacant
  fresh_id     TEXT   NOT NULL DEFAULT '',   -- the successor's assignment
  nothing_open BIGINT NOT NULL DEFAULT 0,    -- "không có việc tồn" was confirmed
  PRIMARY KEY (handover_id, row)
);

-- What other rooms moved when an assignment ended, so that taking the end back moves it back.
CREATE TABLE carried (
  id         TEXT NOT NULL PRIMARY KEY,
  owner_id   TEXT NOT NULL,                  -- decision, assignment or handover
  code       TEXT NOT NULL,                  -- of the room's carry
  trace      TEXT NOT NULL
);
CREATE INDEX carried_owner ON carried (owner_id);
