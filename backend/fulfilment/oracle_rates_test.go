package fulfilment

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// done is one occurrence as the oracle finds it.
type done struct {
	rule    duties.Rule
	s       subject
	day     dates.Date
	meeting string
	outcome string
}

func (o *oracle) all() []done {
	var out []done
	for _, r := range o.rules {
		turns := turnsByDay(r.Period)
		for _, s := range o.subjects(r) {
			serving := o.serving(s.unit, activities.Kind(r.Activity))
			for i, t := range turns {
				if t.days[len(t.days)-1].AddDays(r.GraceDays+1) < o.f.Span.From || t.days[0] >= o.f.Span.To {
					continue
				}
				days := t.slots(r)
				var inTurn []activities.Meeting
				for _, m := range serving {
					if o.countsIn(turns, i, m, r.GraceDays) {
						inTurn = append(inTurn, m)
					}
				}
				last := t.days[len(t.days)-1]
				if len(inTurn) <= len(days) {
					out = append(out, o.few(r, s, days, inTurn, last)...)
				} else {
					out = append(out, o.many(r, s, days, inTurn, last)...)
				}
			}
		}
	}
	return out
}

func (o *oracle) subjects(r duties.Rule) []subject {
	var out []subject
	if r.Subject != duties.OfOfficer {
		if o.f.OfficerID == "" {
			for _, u := range o.rows {
				if o.f.UnitID == "" || o.f.UnitID == u.ID {
					out = append(out, subject{unit: u.ID})
				}
			}
		}
		return out
	}
	for i := range o.assignments {
		a := &o.assignments[i]
		if (r.KindID == "" || r.KindID == a.KindID) && (o.f.UnitID == "" || o.f.UnitID == a.TargetID) {
			out = append(out, subject{a.TargetID, a})
		}
	}
	return out
}

func (o *oracle) unmet(r duties.Rule, slot, last dates.Date) string {
	if r.FixedDay != 0 {
		last = slot
	}
	if last >= o.over || last.AddDays(r.GraceDays) >= o.today {
		return "TO_COME"
	}
	return "open"
}

func (o *oracle) few(r duties.Rule, s subject, days []dates.Date, meetings []activities.Meeting, last dates.Date) (out []done) {
	taken := map[int]activities.Meeting{}
	for _, m := range meetings {
		near, gap := -1, 1<<30
		for i, d := range days {
			away := d.Sub(m.Day)
			if away < 0 {
				away = -away
			}
			if _, used := taken[i]; !used && away < gap {
				near, gap = i, away
			}
		}
		taken[near] = m
	}
	for i, d := range days {
		x := done{rule: r, s: s, day: d, outcome: o.unmet(r, d, last)}
		if m, met := taken[i]; met {
			x.day, x.meeting, x.outcome = m.Day, m.ID, o.became(r, s, m)
		}
		if o.paused(s.unit, r, x.day) {
			x.outcome = "SUSPENDED"
		}
		if o.asked(r, s, x.day) {
			out = append(out, x)
		}
	}
	return out
}

func (o *oracle) many(r duties.Rule, s subject, days []dates.Date, meetings []activities.Meeting, last dates.Date) (out []done) {
	var free []dates.Date
	for _, d := range days {
		switch {
		case !o.inForce(r, s, d) || o.over < o.today && d >= o.over:
		case o.paused(s.unit, r, d):
			if o.asked(r, s, d) {
				out = append(out, done{rule: r, s: s, day: d, outcome: "SUSPENDED"})
			}
		default:
			free = append(free, d)
		}
	}
	var chosen []activities.Meeting
	for _, word := range best {
		for _, m := range meetings {
			if o.inForce(r, s, m.Day) && !o.paused(s.unit, r, m.Day) && o.became(r, s, m) == word && len(chosen) < len(free) {
				chosen = append(chosen, m)
			}
		}
	}
	sort.Slice(chosen, func(i, j int) bool {
		return string(chosen[i].Day)+chosen[i].ID < string(chosen[j].Day)+chosen[j].ID
	})
	for i, d := range free {
		x := done{rule: r, s: s, day: d, outcome: o.unmet(r, d, last)}
		if i < len(chosen) {
			x.meeting, x.outcome = chosen[i].ID, o.became(r, s, chosen[i])
		}
		if o.asked(r, s, d) {
			out = append(out, x)
		}
	}
	return out
}

func (o *oracle) tallies() map[string]Tally {
	out := map[string]Tally{}
	once := map[string]done{}
	var list []done
	for _, x := range o.all() {
		if o.f.By != ByOfficer {
			list = append(list, x)
			continue
		}
		if x.s.a == nil {
			continue
		}
		key := fmt.Sprint(x.s.a.OfficerID, x.s.a.TeamID, x.meeting, x.rule.SeriesID)
		if x.meeting == "" {
			list = append(list, x)
		} else if y, seen := once[key]; !seen || slices.Index(best, x.outcome) < slices.Index(best, y.outcome) {
			once[key] = x
		}
	}
	for _, x := range once {
		list = append(list, x)
	}
	for _, x := range list {
		key := x.s.unit
		switch o.f.By {
		case ByKind:
			key = string(x.rule.Activity)
		case ByOfficer:
			key = x.s.a.OfficerID + x.s.a.TeamID
		}
		t := out[key]
		switch x.outcome {
		case "NOT_HELD":
			t.NotHeld++
		case "SUSPENDED":
			t.Suspended++
		case "TO_COME":
			t.ToCome++
		default:
			t.Expected++
			if x.outcome != "open" {
				t.Held++
			} else {
				t.NotKnown++
			}
		}
		switch x.outcome {
		case "ATTENDED":
			t.Attended++
			t.Done++
		case "SUBSTITUTED":
			t.Substituted++
			if x.rule.CountsSubstitute {
				t.Done++
				t.SubstitutedCounted++
			} else {
				t.SubstitutedOnly++
			}
		case "EXCUSED":
			t.Excused++
		case "ABSENT":
			t.Absent++
		case "held":
			t.NotRecorded++
			t.HeldNotRecorded++
		case "open":
			t.NotRecorded++
		}
		out[key] = t
	}
	return out
}

// TestFulfilmentAgainstOracle holds goal G14: 1,000 random histories with mid-period starts, closings, moves, leap months,
// suspensions, joint meetings, teams, substitutes and changed rules, each asked in several ways.
func TestFulfilmentAgainstOracle(t *testing.T) {
	s := storetest.Open(t)
	back := errors.New("roll back")
	counted := Tally{}
	usual := manyHosts
	defer func() { manyHosts = usual }()
	for seed := range uint64(1000) {
		err := s.Write(context.Background(), store.As{Action: "test"}, func(tx *store.Tx) error {
			h := newHistory(seed)
			h.store(t, tx)
			manyHosts = []int{usual, -1}[seed%2] // by places, and by days that are remembered
			for range 2 {
				from := h.day()
				f := Filter{By: pick(h, []By{ByOfficer, ByUnit, ByKind}), Span: dates.Through(from, from.AddDays(h.r.IntN(400)))}
				switch h.r.IntN(5) {
				case 0:
					f.UnderID = pick(h, []string{"huyen", "xa1", "ap0", "dang"})
				case 1:
					f.OfficerID = pick(h, h.officers).ID
				case 2:
					f.UnitID = pick(h, h.rows).ID
				}
				got, err := Summarize(tx, f)
				if err != nil {
					t.Fatal(err)
				}
				want := asked(h, f, tx.Today).tallies()
				have := map[string]Tally{}
				for _, row := range got.Rows {
					have[row.Key] = row.Tally
				}
				counted.AddAll(got.Total)
				if fmt.Sprint(have) != fmt.Sprint(want) {
					t.Fatalf("seed %d, %+v\nengine %+v\noracle %+v", seed, f, have, want)
				}
			}
			return back
		})
		if !errors.Is(err, back) && err != nil && t.Failed() {
			return
		}
	}
	if counted.Attended == 0 || counted.Substituted == 0 || counted.Suspended == 0 || counted.NotHeld == 0 || counted.ToCome == 0 ||
		counted.Excused == 0 {
		t.Errorf("the histories leave something untried: %+v", counted)
	}
	t.Logf("%+v", counted)
}
