-- Which officer an account belongs to, so that lists can show what is of the person signed in. An account without a row belongs
-- to nobody of the list; one officer may have several accounts.
CREATE TABLE officer_account (
  user_id    TEXT NOT NULL PRIMARY KEY,
  officer_id TEXT NOT NULL
);
CREATE INDEX officer_account_officer ON officer_account (officer_id);
