-- Words of matters are looked up in two indexes, one of the text with its marks and one of the folded text. In one index of both,
-- a word without marks was read through in all folded texts to find the few that are written so. The indexes only know which words
-- are where, and know beginnings of up to six letters: a word of the language has seven at most, and an unfinished one is then
-- found as fast as a whole one. The text itself stays in matter_text.
DROP TRIGGER matter_text_new;
DROP TRIGGER matter_text_gone;
DROP TRIGGER matter_text_changed;
DROP TABLE matter_index;
CREATE VIRTUAL TABLE matter_index USING fts5 (fold, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3 4 5 6');
CREATE VIRTUAL TABLE matter_marked_index USING fts5 (marked, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3 4 5 6');
INSERT INTO matter_index (rowid, fold) SELECT row_id, fold FROM matter_text ORDER BY row_id;
INSERT INTO matter_marked_index (rowid, marked) SELECT row_id, marked FROM matter_text ORDER BY row_id;

CREATE TRIGGER matter_text_new AFTER INSERT ON matter_text BEGIN
  INSERT INTO matter_index (rowid, fold) VALUES (new.row_id, new.fold);
  INSERT INTO matter_marked_index (rowid, marked) VALUES (new.row_id, new.marked);
END;
CREATE TRIGGER matter_text_gone AFTER DELETE ON matter_text BEGIN
  INSERT INTO matter_index (matter_index, rowid, fold) VALUES ('delete', old.row_id, old.fold);
  INSERT INTO matter_marked_index (matter_marked_index, rowid, marked) VALUES ('delete', old.row_id, old.marked);
END;
CREATE TRIGGER matter_text_changed AFTER UPDATE ON matter_text BEGIN
  INSERT INTO matter_index (matter_index, rowid, fold) VALUES ('delete', old.row_id, old.fold);
  INSERT INTO matter_marked_index (matter_marked_index, rowid, marked) VALUES ('delete', old.row_id, old.marked);
  INSERT INTO matter_index (rowid, fold) VALUES (new.row_id, new.fold);
  INSERT INTO matter_marked_index (rowid, marked) VALUES (new.row_id, new.marked);
END;
