package assignments

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// oracle answers for one unit and one day by looking at every row, as a clerk with the papers on the table would.
type oracle struct {
	versions []units.Version
	rows     []Assignment
	kind     Kind
	scheme   dates.Span
}

func (o oracle) required(unit string, day dates.Date) bool {
	for _, v := range o.versions {
		if v.UnitID == unit && o.kind.Takes(o.kind.TargetTree, v.Type) && (dates.Span{From: v.ValidFrom, To: v.ValidTo}).Contains(day) {
			return o.scheme.Contains(day)
		}
	}
	return false
}

func (o oracle) held(unit string, day dates.Date) bool {
	for _, a := range o.rows {
		if a.TargetID == unit && a.KindID == o.kind.ID && a.Primary && a.DeletedAt == "" && a.Span().Contains(day) {
			return true
		}
	}
	return false
}

// vacant counts day by day.
func (o oracle) vacant(unit string, span dates.Span) (n int) {
	span.Each(func(day dates.Date) bool {
		if o.required(unit, day) && !o.held(unit, day) {
			n++
		}
		return true
	})
	return n
}

func (o oracle) vacantSince(unit string, day dates.Date) dates.Date {
	if !o.required(unit, day) || o.held(unit, day) {
		return dates.None
	}
	for o.required(unit, day.AddDays(-1)) && !o.held(unit, day.AddDays(-1)) {
		day = day.AddDays(-1)
	}
	return day
}

// Coverage equals counting day by day over random histories of units and assignments.
func TestCoverageEqualsCountingByDays(t *testing.T) {
	r := rand.New(rand.NewPCG(2026, 11))
	day := func(n int) dates.Date { return dates.Must("2026-01-01").AddDays(n) }
	for round := range 25 {
		o := oracle{
			kind: Kind{
				ID:          "k",
				SchemeID:    "s",
				Code:        "A3",
				Name:        "Phụ trách",
				Verb:        "phụ trách",
				TargetTree:  units.TreeAdmin,
				TargetTypes: []string{units.Ap},
				Coverage:    true,
			},
		}
		scheme := Scheme{ID: "s", Name: "Thử", ValidFrom: day(r.IntN(10)), CreatedAt: "x"}
		if r.IntN(2) == 0 {
			scheme.ValidTo = day(70 + r.IntN(40))
		}
		o.scheme = scheme.Span()
		s := storetest.Open(t)
		storetest.Write(t, s, func(tx *store.Tx) error {
			must := func(err error) {
				if err != nil {
					t.Fatal(err)
				}
			}
			must(tx.Create(&scheme).Error)
			must(tx.Create(&o.kind).Error)
			must(tx.Create(&Decision{ID: "d", Lines: []LineIn{}, Action: PhanCong, State: BanHanh, CreatedAt: "x"}).Error)
			for u := range 9 {
				id := fmt.Sprintf("u%d", u)
				must(tx.Exec("INSERT INTO unit (id, tree, created_at) VALUES (?, 'hanhchinh', 'x')", id).Error)
				from := dates.None
				if r.IntN(2) == 0 {
					from = day(r.IntN(30))
				}
				for v := range 1 + r.IntN(3) {
					to := dates.Later(from, day(0)).AddDays(1 + r.IntN(40))
					if r.IntN(3) == 0 {
						to = dates.None
					}
					o.versions = append(
						o.versions,
						units.Version{
							ID:        fmt.Sprint(id, v),
							UnitID:    id,
							Name:      "Ấp " + id,
							Type:      []string{units.Ap, units.Ap, units.ToDanPho}[r.IntN(3)],
							ValidFrom: from,
							ValidTo:   to,
						},
					)
					if from = to; to == dates.None {
						break
					}
					from = from.AddDays(r.IntN(2) * r.IntN(9)) // sometimes a hole between versions
				}
				for range r.IntN(5) {
					begin := day(r.IntN(100))
					a := Assignment{
						ID:         store.NewID(),
						KindID:     "k",
						OfficerID:  "o",
						TargetID:   id,
						Primary:    r.IntN(4) > 0,
						ValidFrom:  begin,
						DecisionIn: "d",
					}
					if r.IntN(4) > 0 {
						a.ValidTo = begin.AddDays(1 + r.IntN(40))
					}
					if r.IntN(8) == 0 {
						a.DeletedAt = "x"
					}
					o.rows = append(o.rows, a)
				}
			}
			must(tx.Create(&o.versions).Error)
			if len(o.rows) > 0 {
				must(tx.Create(&o.rows).Error)
			}
			return nil
		})
		storetest.Read(t, s, func(tx *store.Tx) error {
			for range 6 {
				at := day(r.IntN(110))
				span := dates.Span{}
				if r.IntN(2) == 0 {
					span = dates.Span{From: day(r.IntN(60)), To: at.AddDays(1)}
				}
				got, err := Cover(tx, CoverageFilter{Day: at, Span: span})
				if err != nil {
					return err
				}
				compare(t, fmt.Sprintf("round %d, %s, %v", round, at, span), o, got, span)
			}
			return nil
		})
		s.Close()
	}
}

func compare(t *testing.T, where string, o oracle, got Coverage, span dates.Span) {
	t.Helper()
	rows := map[string]CoverageRow{}
	for _, r := range got.Rows {
		rows[r.TargetID] = r
	}
	required, covered, days := 0, 0, 0
	for u := range 9 {
		id := fmt.Sprintf("u%d", u)
		want := CoverageRow{KindID: "k", TargetID: id, Required: o.required(id, got.Day), VacantSince: o.vacantSince(id, got.Day)}
		want.Covered = want.Required && o.held(id, got.Day)
		if span != (dates.Span{}) {
			want.VacantDays = o.vacant(id, span)
		} else if want.VacantSince != dates.None {
			want.VacantDays = got.Day.Sub(want.VacantSince) + 1
		}
		if !want.Required && want.VacantDays == 0 {
			want = CoverageRow{}
		}
		if rows[id] != want {
			t.Errorf("%s, %s: got %+v, want %+v\nversions %+v\nrows %+v", where, id, rows[id], want, o.versions, o.rows)
		}
		if want.Required {
			required++
		}
		if want.Covered {
			covered++
		}
		days += want.VacantDays
	}
	if got.Required != required || got.Covered != covered || got.VacantDays != days {
		t.Errorf("%s: totals %d/%d/%d, want %d/%d/%d", where, got.Required, got.Covered, got.VacantDays, required, covered, days)
	}
}

// provinceOffice is an office with the 15,823 units of a province: hamlets below communes, nine of ten with an officer.
func provinceOffice(t testing.TB) *store.Store {
	t.Helper()
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		const communes, hamlets = 164, 95
		var versions []units.Version
		var rows []Assignment
		add := func(id, kind, name, parent string) error {
			versions = append(versions, units.Version{ID: id, UnitID: id, Name: name, Type: kind, ParentID: parent, Fold: store.Fold(name)})
			return tx.Exec("INSERT INTO unit (id, tree, created_at) VALUES (?, 'hanhchinh', 'x')", id).Error
		}
		if err := add("t", units.Tinh, "Tỉnh Mẫu", ""); err != nil {
			return err
		}
		for c := range communes {
			commune := fmt.Sprintf("c%03d", c)
			if err := add(commune, units.Xa, "Xã "+commune, "t"); err != nil {
				return err
			}
			for h := range hamlets {
				id := fmt.Sprintf("%s-%02d", commune, h)
				if err := add(id, units.Ap, fmt.Sprintf("Ấp %d", h+1), commune); err != nil {
					return err
				}
				if h%10 > 0 {
					rows = append(
						rows,
						Assignment{
							ID:         "a" + id,
							KindID:     "k",
							OfficerID:  "o",
							TargetID:   id,
							Primary:    true,
							ValidFrom:  "2026-01-01",
							DecisionIn: "d",
						},
					)
				}
			}
		}
		for _, made := range []any{&Scheme{ID: "s", Name: "Thử", ValidFrom: "2025-07-01", CreatedAt: "x"},
			&Kind{ID: "k", SchemeID: "s", Code: "A3", Name: "Phụ trách", Verb: "phụ trách", TargetTree: units.TreeAdmin,
				TargetTypes: []string{units.Ap}, Coverage: true, ExactlyOne: true},
			&Decision{ID: "d", Lines: []LineIn{}, Action: PhanCong, State: BanHanh, CreatedAt: "x", Number: "1", Symbol: "QĐ/TU"}} {
			if err := tx.Create(made).Error; err != nil {
				return err
			}
		}
		if err := tx.CreateInBatches(versions, 100).Error; err != nil {
			return err
		}
		return tx.CreateInBatches(rows, 100).Error
	})
	return s
}

func TestCoverageOfAProvince(t *testing.T) {
	storetest.Read(t, provinceOffice(t), func(tx *store.Tx) error {
		c, err := Cover(tx, CoverageFilter{Day: "2026-11-22", Span: dates.Span{From: "2026-01-01", To: "2027-01-01"}})
		if err != nil || c.Required != 164*95 || c.Required-c.Covered != 164*10 || c.VacantDays != 164*10*326 {
			t.Errorf("%d of %d, %d days, %v", c.Covered, c.Required, c.VacantDays, err)
		}
		v, err := ViewCoverage(tx, CoverageQuery{Day: "2026-11-22"})
		if err != nil || v.VacantTotal != 164*10 {
			t.Errorf("%d vacant, %d shown, %v", v.VacantTotal, len(v.Vacant), err)
		}
		return err
	})
}

func BenchmarkCoverageProvince(b *testing.B) {
	s := provinceOffice(b)
	storetest.Read(b, s, func(tx *store.Tx) error {
		for b.Loop() {
			if _, err := Cover(tx, CoverageFilter{Day: "2026-11-22", Span: dates.Span{From: "2026-01-01", To: "2027-01-01"}}); err != nil {
				return err
			}
		}
		return nil
	})
}
