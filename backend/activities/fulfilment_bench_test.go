package activities_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/sample"
	"caunoi/backend/store"
)

// province is one generated province for all benchmarks of a run: 949,380 meetings of a term.
var province = sync.OnceValues(func() (*store.Store, error) {
	dir := os.Getenv("CAUNOI_BENCH_PROVINCE") // an earlier run's folder, so that trying again costs no minute
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "caunoi-bench-"); err != nil {
			return nil, err
		}
	}
	s := store.New(dir)
	fresh := !s.Exists()
	if err := s.Open(); err != nil || !fresh {
		return s, err
	}
	return s, s.Write(context.Background(), store.As{Action: "bench"}, func(tx *store.Tx) error {
		if err := sample.Build(tx, sample.Scales[2], func(string) {}); err != nil {
			return err
		}
		var scheme string
		if err := tx.Raw("SELECT id FROM scheme").Scan(&scheme).Error; err != nil {
			return err
		}
		for i, kind := range []struct{ code, activity string }{{"A2", "COMMITTEE"}, {"A3", "CELL_REGULAR"}, {"A5", "GROUP"}} {
			var id string
			if err := tx.Raw("SELECT id FROM scheme_kind WHERE code = ?", kind.code).Scan(&id).Error; err != nil {
				return err
			}
			r := duties.Rule{ID: fmt.Sprintf("rule-%d", i), SeriesID: fmt.Sprintf("rule-%d", i), SchemeID: scheme, KindID: id, Name: "Dự họp hằng tháng " + kind.code, Subject: duties.OfOfficer,
				Activity: duties.Activity(kind.activity), Quota: 1, Period: dates.Monthly, LeapCounts: true, TargetTypes: []string{}, ValidFrom: "2010-01-01", CreatedAt: "x"}
			if err := tx.Create(&r).Error; err != nil {
				return err
			}
		}
		return nil
	})
})

func provinceStore(b *testing.B) *store.Store {
	b.Helper()
	s, err := province()
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func read(b *testing.B, s *store.Store, fn func(*store.Tx) error) {
	b.Helper()
	if err := s.Read(context.Background(), store.As{Action: "bench"}, fn); err != nil {
		b.Fatal(err)
	}
}

// year is twelve whole months that have passed.
func year(tx *store.Tx) dates.Span {
	to := tx.Today.MonthStart()
	return dates.Span{From: to.AddMonths(-12), To: to}
}

// byHand is the question as somebody would write it in SQL for this data: one meeting a month at each place at most.
const byHand = `WITH RECURSIVE month(first) AS (SELECT '%[1]s' UNION ALL SELECT date(first, '+1 month') FROM month WHERE first < date('%[2]s', '-1 month')),
up(id, top, depth) AS (SELECT v.unit_id, v.unit_id, 0 FROM unit_version v JOIN unit_version p ON p.unit_id = v.parent_id WHERE p.parent_id = ''
  UNION ALL SELECT v.unit_id, up.top, depth + 1 FROM unit_version v JOIN up ON v.parent_id = up.id),
met AS MATERIALIZED (SELECT h.unit_id, m.kind, substr(m.day, 1, 7) AS month, m.state, a.officer_id, a.result FROM meeting m
  JOIN meeting_host h ON h.meeting_id = m.id LEFT JOIN attendance a ON a.meeting_id = m.id WHERE m.deleted_at = '' AND m.day >= '%[1]s' AND m.day < '%[2]s')
SELECT up.top, count(*) - sum(coalesce(met.state, '') = 'CANCELLED') AS expected, sum(coalesce(met.state = 'CANCELLED', 0)), sum(coalesce(met.result = 'ATTENDED', 0)),
  sum(coalesce(met.result = 'EXCUSED', 0)), sum(coalesce(met.result = 'ABSENT', 0))
FROM duty_rule r JOIN assignment a ON a.kind_id = r.kind_id AND a.deleted_at = '' CROSS JOIN month
JOIN up ON up.id = a.target_id
LEFT JOIN met ON met.unit_id = a.target_id AND met.kind = r.activity AND met.month = substr(month.first, 1, 7) AND met.officer_id = a.officer_id
WHERE a.valid_from <= month.first AND (a.valid_to = '' OR a.valid_to > month.first) GROUP BY up.top ORDER BY 1;`

// BenchmarkG27ProvinceRates holds the goal of 300 ms for a whole province over twelve months, beside the sqlite3 program
// (C) with hand-written SQL on the same file.
func BenchmarkG27ProvinceRates(b *testing.B) {
	s := provinceStore(b)
	var span dates.Span
	var total activities.Tally
	read(b, s, func(tx *store.Tx) error { span = year(tx); return nil })
	b.Run("ours", func(b *testing.B) {
		b.ReportMetric(300, "target-ms")
		for range b.N {
			read(b, s, func(tx *store.Tx) error {
				out, err := activities.Fulfilment(tx, activities.FulfilmentFilter{Span: span, By: activities.ByUpper})
				total = out.Total
				return err
			})
		}
	})
	b.Logf("%s %+v", span.Show(), total)
	b.Run("peer", func(b *testing.B) {
		program, err := exec.LookPath("sqlite3")
		if err != nil {
			b.Skip("the sqlite3 program is not installed")
		}
		for range b.N {
			cmd := exec.Command(program, "-readonly", filepath.Join(s.Dir(), store.FileName))
			cmd.Stdin = strings.NewReader(fmt.Sprintf(byHand, span.From, span.To))
			out, err := cmd.CombinedOutput()
			if err != nil {
				b.Fatalf("%v: %s", err, out)
			}
			sums := [5]int{}
			for line := range strings.Lines(string(out)) {
				for i, field := range strings.Split(strings.TrimSpace(line), "|")[1:] {
					n := 0
					_, _ = fmt.Sscan(field, &n)
					sums[i] += n
				}
			}
			if want := [5]int{total.Expected, total.NotHeld, total.Attended, total.Excused, total.Absent}; total.Expected > 0 && sums != want {
				b.Fatalf("the two answers differ: sqlite3 %v, ours %v", sums, want)
			}
		}
	})
}

// BenchmarkG28YearMatrix holds the goal of 30 ms for one commune's year.
func BenchmarkG28YearMatrix(b *testing.B) {
	s := provinceStore(b)
	var commune string
	read(b, s, func(tx *store.Tx) error {
		return tx.Raw("SELECT unit_id FROM unit_version WHERE type = 'XA' ORDER BY unit_id LIMIT 1 OFFSET 40").Scan(&commune).Error
	})
	b.Run("ours", func(b *testing.B) {
		b.ReportMetric(30, "target-ms")
		for range b.N {
			read(b, s, func(tx *store.Tx) error {
				_, err := activities.YearMatrix(tx, commune, 0)
				return err
			})
		}
	})
}

// BenchmarkReminders is the duties' part of the first screen, which has 100 ms in all.
func BenchmarkReminders(b *testing.B) {
	s := provinceStore(b)
	b.Run("ours", func(b *testing.B) {
		b.ReportMetric(100, "target-ms")
		for range b.N {
			read(b, s, func(tx *store.Tx) error {
				_, err := activities.RemindersOf(tx, "")
				return err
			})
		}
	})
}
