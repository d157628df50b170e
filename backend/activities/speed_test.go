package activities

import (
	"testing"
	"time"

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
			 INSERT INTO unit_version (id, unit_id, name, type, valid_from, fold, sort_key) SELECT 'vx' || i, 'x' || i, 'Xã số ' || i, 'XA', '2020-01-01', 'xa so ' || i, printf('%05d', i) FROM n`,
			`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999)
			 INSERT INTO unit (id, tree, created_at) SELECT 'g' || i, 'hanhchinh', '' FROM n`,
			`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999)
			 INSERT INTO unit_version (id, unit_id, name, type, parent_id, valid_from, fold, sort_key)
			 SELECT 'vg' || i, 'g' || i, 'Tổ số ' || i, 'TO_NDTQ', 'x' || (i % 950), '2020-01-01', 'to so ' || i, printf('%05d', i) FROM n`,
			`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 6799)
			 INSERT INTO officer (id, full_name, fold, sort_key, created_at) SELECT 'o' || i, 'Cán bộ mẫu ' || i, 'can bo mau ' || i, printf('%05d', i), '' FROM n`,
			`INSERT INTO post_holding (id, officer_id, label, valid_from) SELECT 'p' || id, id, 'Chuyên viên', '2020-01-01' FROM officer WHERE id LIKE 'o%'`,
		} {
			exec(t, tx, sql)
		}
		for m := range months {
			month := dates.Date("2026-11-01").AddMonths(-m)
			exec(t, tx, `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999)
			 INSERT INTO meeting (id, kind, planned_on, held_on, day, state, note, fold, created_at)
			 SELECT ? || '-' || i, 'GROUP', d, d, d, 'HELD', 'Bàn việc đường ấp, thu gom rác', 'ban viec duong ap, thu gom rac to so ' || i, '' FROM (SELECT i, ? || printf('-%02d', 1 + i % 21) AS d FROM n)`, month, month[:7])
			exec(t, tx, `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999) INSERT INTO meeting_host (meeting_id, unit_id) SELECT ? || '-' || i, 'g' || i FROM n`, month)
			exec(t, tx, `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 14999)
			 INSERT INTO attendance (id, meeting_id, officer_id, result) SELECT ? || '-' || i, ? || '-' || i, 'o' || (i % 6800), CASE i % 9 WHEN 0 THEN 'EXCUSED' ELSE 'ATTENDED' END FROM n`, month, month)
		}
		return nil
	})
}

// BenchmarkProvince times what a person waits for at province size, about one million attendances.
func BenchmarkProvince(b *testing.B) {
	o := openOffice(b)
	province(b, o, 63)
	term := dates.Span{From: "2021-01-01", To: "2027-01-01"}
	for _, c := range []struct {
		name string
		run  func() error
	}{
		{"log page, newest", func() error { _, err := o.s.Log(LogFilter{Newest: true, Limit: 50}); return err }},
		{"log page, one commune", func() error { _, err := o.s.Log(LogFilter{Newest: true, Limit: 50, UnderID: "x7"}); return err }},
		{"log page, one commune, month", func() error {
			_, err := o.s.Log(LogFilter{Newest: true, Limit: 50, UnderID: "x7", Span: dates.Period("2026-10").Span()})
			return err
		}},
		{"log page, one officer", func() error { _, err := o.s.Log(LogFilter{Newest: true, Limit: 50, OfficerID: "o7"}); return err }},
		{"log page, excused of the term", func() error {
			_, err := o.s.Log(LogFilter{Newest: true, Limit: 50, Span: term, Outcome: Outcome(Excused)})
			return err
		}},
		{"log page, text in a month", func() error {
			_, err := o.s.Log(LogFilter{Newest: true, Limit: 50, Span: dates.Period("2026-10").Span(), Text: "tổ số 77"})
			return err
		}},
		{"register of one commune and year", func() error {
			storetest.Read(b, o.Store, func(tx *store.Tx) error {
				_, err := Log(tx, LogFilter{UnderID: "x7", Span: dates.Period("2025").Span()})
				return err
			})
			return nil
		}},
		{"grid of one commune", func() error {
			_, err := o.s.MonthGrid(GridFilter{Month: "2026-10", Kind: Group, UnderID: "x7"})
			return err
		}},
		{"week", func() error {
			storetest.Read(b, o.Store, func(tx *store.Tx) error { _, err := WeekOf(tx, "2026-10-12"); return err })
			return nil
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := c.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	n := 0
	b.Run("save", func(b *testing.B) {
		for b.Loop() {
			n++
			o.save(b, heldAt("to1", dates.Date("2026-11-20").AddDays(-n), "chi"))
		}
	})
}

// TestLogIsQuick guards the plans of the queries at a size a test can afford.
func TestLogIsQuick(t *testing.T) {
	o := openOffice(t)
	province(t, o, 2)
	for name, f := range map[string]LogFilter{
		"newest":  {Newest: true, Limit: 50},
		"commune": {Newest: true, Limit: 50, UnderID: "x7"},
		"officer": {Newest: true, Limit: 50, OfficerID: "o7"},
	} {
		start := time.Now()
		page, err := o.s.Log(f)
		if err != nil || len(page.Items) == 0 {
			t.Fatal(name, err, len(page.Items))
		}
		if took := time.Since(start); took > 500*time.Millisecond { // five times the promise: the machine may be busy
			t.Errorf("%s took %v", name, took)
		}
	}
}
