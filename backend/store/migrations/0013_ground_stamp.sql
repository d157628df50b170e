-- One stamp for what duties rest on: units, who is assigned where, teams, schemes and their kinds. Every change draws a
-- new one, so that a program may keep in memory what it has worked out of these tables and know by one row whether it
-- still holds; see meeting_stamp.
CREATE TABLE ground_stamp (
  name  TEXT   NOT NULL PRIMARY KEY,
  stamp BIGINT NOT NULL
) WITHOUT ROWID;
INSERT INTO ground_stamp (name, stamp) VALUES ('ground', random());

CREATE TRIGGER unit_ground_new AFTER INSERT ON unit BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER unit_ground_changed AFTER UPDATE ON unit BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER unit_ground_gone AFTER DELETE ON unit BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER unit_version_ground_new AFTER INSERT ON unit_version BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER unit_version_ground_changed AFTER UPDATE ON unit_version BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER unit_version_ground_gone AFTER DELETE ON unit_version BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER unit_territory_ground_new AFTER INSERT ON unit_territory BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER unit_territory_ground_changed AFTER UPDATE ON unit_territory BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER unit_territory_ground_gone AFTER DELETE ON unit_territory BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER assignment_ground_new AFTER INSERT ON assignment BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER assignment_ground_changed AFTER UPDATE ON assignment BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER assignment_ground_gone AFTER DELETE ON assignment BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER team_member_ground_new AFTER INSERT ON team_member BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER team_member_ground_changed AFTER UPDATE ON team_member BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER team_member_ground_gone AFTER DELETE ON team_member BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER scheme_ground_new AFTER INSERT ON scheme BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER scheme_ground_changed AFTER UPDATE ON scheme BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER scheme_ground_gone AFTER DELETE ON scheme BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER scheme_kind_ground_new AFTER INSERT ON scheme_kind BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER scheme_kind_ground_changed AFTER UPDATE ON scheme_kind BEGIN UPDATE ground_stamp SET stamp = random(); END;
CREATE TRIGGER scheme_kind_ground_gone AFTER DELETE ON scheme_kind BEGIN UPDATE ground_stamp SET stamp = random(); END;
