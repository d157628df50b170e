package fulfilment

import (
	"fmt"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
)

func TestTurnsHaveShortNames(t *testing.T) {
	for key, want := range map[string]string{"2026-06": "6", "2026-10": "10", "2026-Q2": "Q2", "2026-H1": "H1", "2026-W03": "W03",
		"2026": "2026", "2026-L05": "5", "2026-L06N": "6N"} {
		if got := shortTurnName(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

// The key of the matrix names everything that can become of an occurrence once, by a letter of its own.
func TestEveryOutcomeHasItsLetter(t *testing.T) {
	counts, counted := &duties.CompiledRule{Rule: duties.Rule{CountsSubstitute: true}}, &duties.CompiledRule{}
	for letter, o := range map[string]occurrence{
		"Đ": {outcome: activities.Outcome(activities.Attended), held: true, rule: counts},
		"T": {outcome: activities.Outcome(activities.Substituted), held: true, rule: counts},
		"t": {outcome: activities.Outcome(activities.Substituted), held: true, rule: counted},
		"P": {outcome: activities.Outcome(activities.Excused), held: true, rule: counts},
		"V": {outcome: activities.Outcome(activities.Absent), held: true, rule: counts},
		"K": {outcome: activities.NotHeld, rule: counts},
		"–": {outcome: activities.OnHold, rule: counts},
		"H": {outcome: activities.NotRecorded, held: true, rule: counts},
		"?": {outcome: activities.NotRecorded, rule: counts},
		"·": {outcome: activities.ToCome, rule: counts},
	} {
		if got := letterOf(&o); got != letter {
			t.Errorf("%+v is %q, want %q", o, got, letter)
		}
	}
	seen := map[string]bool{}
	for _, l := range matrixLetters {
		if seen[l.letter] || seen[l.word] || l.word == "" {
			t.Errorf("%q %q", l.letter, l.word)
		}
		seen[l.letter], seen[l.word] = true, true
	}
	if len(seen) != 20 || letterOf(&occurrence{outcome: "khong-co", rule: counts}) != "" {
		t.Errorf("%v", seen)
	}
}

// A year of a unit: a line for each duty and who has it, a cell for each turn, its letters and words, and the tally of the line.
func TestYearOfAUnit(t *testing.T) {
	twice := monthly("t", "k", "CELL_REGULAR", 0)
	twice.Quota, twice.Period = 2, dates.Quarterly
	place := duties.Rule{
		ID:          "p",
		Name:        "Họp dân",
		Subject:     duties.OfUnit,
		Activity:    "PEOPLE",
		Quota:       1,
		Period:      dates.HalfYearly,
		TargetTypes: []string{"AP"},
	}
	o := openOffice(t, "2026-06-30", twice, place)
	o.save(t, held(activities.CellRegular, "2026-01-01", []string{"ap1"}, "an"))
	absent := held(activities.CellRegular, "2026-03-31", []string{"ap1"})
	absent.Attendances = []activities.AttendanceInput{{OfficerID: "an", Result: activities.Absent}}
	o.save(t, absent)
	o.save(t, held(activities.People, "2026-02-02", []string{"ap1"}))
	m, err := o.s.YearMatrix("ap1", 2026)
	if err != nil || m.Days != 365 || m.Label != "Ấp Mẫu Một, xã Mẫu" || len(m.Letters) != 10 {
		t.Fatalf("%+v %v", m, err)
	}
	equal(t, "lines", joined(m.Lines, func(l MatrixLine) string {
		return fmt.Sprintf("%s %s %s | %s | %d %d %d %d", l.RuleID, l.OfficerID, l.Officer, joined(l.Cells, func(c MatrixCell) string {
			return fmt.Sprintf("%s %d–%d m%d %s %s", c.Short, c.FromDay, c.ToDay, c.Month, c.Letters, c.Word)
		}), l.Tally.Expected, l.Tally.Done, l.Tally.Held, l.Tally.ToCome)
	}), "t an Cán bộ mẫu An | Q1 0–90 m1 ĐV Đã dự; Vắng; Q2 90–181 m4 ·· Sắp họp; Sắp họp; Q3 181–273 m7 ·· Sắp họp; Sắp họp; Q4 273–365 m10 ·· Sắp họp; Sắp họp | 2 1 2 6; "+
		"p   | H1 0–181 m2 Đ Đã họp; H2 181–365 m10 · Sắp họp | 1 1 1 1")
	for year, good := range map[int]bool{1899: false, 1900: true, 2100: true, 2101: false, 0: true} {
		m, err := o.s.YearMatrix("ap1", year)
		if (err == nil) != good || err != nil && !fault.Is(err, fault.CodeInvalid) || year == 0 && m.Year != 2026 {
			t.Errorf("%d: year %d, %v", year, m.Year, err)
		}
	}
	if m, err := o.s.YearMatrix("ap1", 2028); err != nil || m.Days != 366 {
		t.Errorf("%d days in 2028, %v", m.Days, err)
	}
}
