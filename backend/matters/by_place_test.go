package matters

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Hamlets move between communes on random days. Every matter stands, in the figures and in the lists, under the commune its hamlet lay in
// on the day it was raised, by a table of moves kept by hand; lines add up to the total, and each opens exactly what it counts.
func TestFiguresByPlaceFollowTheMoves(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 13))
			o := openOffice(t)
			first := dates.Date("2026-01-01")
			communes := []string{"x0", "x1", "x2"}
			lay := map[string][]string{} // hamlet: its commune on each day of 2026 up to 31/10
			const days = 304
			storetest.Write(t, o.Store, func(tx *store.Tx) error {
				version := func(id, name, kind, parent string, from, to dates.Date) {
					put(t, tx, `INSERT INTO unit_version (id, unit_id, name, type, parent_id, valid_from, valid_to, fold, sort_key)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, store.NewID(), id, name, kind, parent, from, to, store.Fold(name), store.SortKey(name))
				}
				for _, id := range communes {
					put(t, tx, "INSERT INTO unit (id, tree, created_at) VALUES (?, 'hanhchinh', '')", id)
					version(id, "Xã "+id, "XA", "", "2020-01-01", "")
				}
				for h := range 5 {
					id := fmt.Sprint("h", h)
					put(t, tx, "INSERT INTO unit (id, tree, created_at) VALUES (?, 'hanhchinh', '')", id)
					from, at := dates.Date("2020-01-01"), communes[r.IntN(3)]
					for day := range days {
						if r.IntN(60) == 0 && first.AddDays(day) > from {
							version(id, "Ấp "+id, "AP", at, from, first.AddDays(day))
							from, at = first.AddDays(day), communes[r.IntN(3)]
						}
						lay[id] = append(lay[id], at)
					}
					version(id, "Ấp "+id, "AP", at, from, "")
				}
				return nil
			})
			want, months := map[string]int{}, map[string]int{}
			for range 40 {
				id, day := fmt.Sprint("h", r.IntN(5)), r.IntN(days)
				in := plain()
				in.PlaceID, in.RaisedOn, in.MeetingID, in.Origin = id, first.AddDays(day), "", FromOther
				o.record(t, in)
				want[lay[id][day]]++
				if in.RaisedOn.Month() == dates.Date("2026-05-01").Month() {
					months[lay[id][day]]++
				}
			}
			for span, counts := range map[dates.Span]map[string]int{{}: want, dates.Period("2026-05").Span(): months} {
				figures, err := o.s.Figures(Filter{Span: span})
				if err != nil {
					t.Fatal(err)
				}
				sum := 0
				for _, line := range figures.ByPlace {
					if line.Depth == 0 {
						sum += line.Received.Value
						if line.Received.Value != counts[line.Key] {
							t.Errorf("%s: %d, want %d", line.Name, line.Received.Value, counts[line.Key])
						}
					}
					page, err := o.s.Register(line.Received.Filter)
					if err != nil || page.Total != line.Received.Value {
						t.Errorf("%s opens %d of %d, %v", line.Name, page.Total, line.Received.Value, err)
					}
				}
				if sum != figures.Total.Received.Value {
					t.Errorf("the lines add up to %d of %d", sum, figures.Total.Received.Value)
				}
				for _, id := range communes {
					page, err := o.s.Register(Filter{Span: span, UnderID: id})
					if err != nil || page.Total != counts[id] {
						t.Errorf("under %s the register lists %d, want %d; %v", id, page.Total, counts[id], err)
					}
				}
			}
		})
	}
}

// A place that did not exist on the day, by units corrected later, stands in a line of its own, so that nothing is lost from the total.
func TestWhatNoUnitHoldsHasALineOfItsOwn(t *testing.T) {
	o := openOffice(t)
	o.record(t, plain())
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		put(t, tx, "UPDATE unit_version SET valid_from = '2026-10-01' WHERE id = 'v-to1'")
		return nil
	})
	figures, err := o.s.Figures(Filter{})
	if err != nil || len(figures.ByPlace) != 1 || figures.ByPlace[0].Name != NoPlace || figures.ByPlace[0].Received.Value != 1 {
		t.Fatalf("%+v %v", figures.ByPlace, err)
	}
	expect(t, o, "2026-11-22", figures.ByPlace[0].Received.Filter, true)
}
