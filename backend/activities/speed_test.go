package activities

import (
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// province fills the office with a term of meetings: 15,000 groups of 950 communes, 6,800 officers, one meeting a month
// for five years.
func province(t testing.TB, o *testOffice, months int) {
	t.Helper()
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for _, sql := range []string{
			`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 949)
			 INSERT INTO unit (id, tree, created_at) SELECT 'x' || i, 'hanhchinh', '' FROM n`,
			`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 949)
			 INSERT INTO unit_version (id, unit_id, name, type, valid_from, fold, sort_key)
SELECT 'vx' || i, 'x' || i, 'Xã số ' || i, 'XA', '2020-01-01', 'xa so ' || i, printf('%05d', i) FROM n`,
			`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999)
			 INSERT INTO unit (id, tree, created_at) SELECT 'g' || i, 'hanhchinh', '' FROM n`,
			`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999)
			 INSERT INTO unit_version (id, unit_id, name, type, parent_id, valid_from, fold, sort_key)
			 SELECT 'vg' || i, 'g' || i, 'Tổ số ' || i, 'TO_NDTQ', 'x' || (i % 950), '2020-01-01', 'to so ' || i, printf('%05d', i) FROM n`,
			`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 6799)
			 INSERT INTO officer (id, full_name, fold, sort_key, created_at)
SELECT 'o' || i, 'Cán bộ mẫu ' || i, 'can bo mau ' || i, printf('%05d', i), '' FROM n`,
			`INSERT INTO post_holding (id, officer_id, label, valid_from) SELECT 'p' || id, id, 'Chuyên viên', '2020-01-01' FROM officer WHERE id LIKE 'o%'`,
		} {
			exec(t, tx, sql)
		}
		for m := range months {
			month := dates.Date("2026-11-01").AddMonths(-m)
			exec(t, tx, `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999)
			 INSERT INTO meeting (id, kind, planned_on, held_on, day, state, note, fold, created_at)
			 SELECT ? || '-' || i, 'GROUP', d, d, d, 'HELD', 'Bàn việc đường ấp, thu gom rác', 
			   'ban viec duong ap, thu gom rac to so ' || i, ''
			 FROM (SELECT i, ? || printf('-%02d', 1 + i % 21) AS d FROM n)`, month, month[:7])
			exec(
				t,
				tx,
				`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999) INSERT INTO meeting_host (meeting_id, unit_id) SELECT ? || '-' || i, 'g' || i FROM n`,
				month,
			)
			exec(t, tx, `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999)
			 INSERT INTO attendance (id, meeting_id, officer_id, result)
SELECT ? || '-' || i, ? || '-' || i, 'o' || (i % 6800), CASE i % 9 WHEN 0 THEN 'EXCUSED' ELSE 'ATTENDED' END FROM n`, month, month)
		}
		return nil
	})
}

// TestLogOfAProvince counts what each filter finds among 15,000 groups; `make bench` times it.
func TestLogOfAProvince(t *testing.T) {
	o := openOffice(t)
	province(t, o, 2)
	for name, row := range map[string]struct {
		filter LogFilter
		found  int // of two months: a group meets once in each
	}{
		"newest":  {LogFilter{Newest: true, Limit: 50}, 50},
		"commune": {LogFilter{Newest: true, Limit: 50, UnderID: "x7"}, 2 * 16},
		"officer": {LogFilter{Newest: true, Limit: 50, OfficerID: "o7"}, 2 * 3},
	} {
		if page, err := o.s.Log(row.filter); err != nil || len(page.Items) != row.found {
			t.Errorf("%s: %d meetings, want %d, %v", name, len(page.Items), row.found, err)
		}
	}
}
