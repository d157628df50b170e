package assignments

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

func refusedAt(t *testing.T, name string, err error, field, words string) {
	t.Helper()
	if field == "" && words == "" {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return
	}
	e, _ := fault.Of(err)
	if e == nil || field != "" && !strings.Contains(e.Fields[field], words) || field == "" && !strings.Contains(e.Message, words) {
		t.Errorf("%s: want %q at %q, got %v", name, words, field, err)
	}
}

// What stands just on a bound is taken, what lies beyond is refused at its field.
func TestBoundsOfWhatIsTyped(t *testing.T) {
	w := newWorld(t)
	long := func(n int) string { return strings.Repeat("ế", n) }
	draft := func(set func(*DecisionIn)) error {
		in := DecisionIn{Action: PhanCong, Lines: []LineIn{{}}}
		set(&in)
		_, err := w.s.SaveDecision(in)
		return err
	}
	scheme := func(set func(*SchemeIn)) error {
		in := SchemeIn{Name: "Kế hoạch", ValidFrom: "2026-01-01", Kinds: []KindIn{a3}}
		set(&in)
		_, err := w.s.SaveScheme(in)
		return err
	}
	for _, c := range []struct {
		name  string
		err   error
		field string // refused there; "" = taken
		words string
	}{
		{"a number of 20", draft(func(d *DecisionIn) { d.Number = long(20) }), "", ""},
		{"a number of 21", draft(func(d *DecisionIn) { d.Number = long(21) }), "number", "quá dài"},
		{"a symbol of 30", draft(func(d *DecisionIn) { d.Symbol = long(30) }), "", ""},
		{"a symbol of 31", draft(func(d *DecisionIn) { d.Symbol = long(31) }), "number", "quá dài"},
		{"an issuer of 200", draft(func(d *DecisionIn) { d.Issuer = long(200) }), "", ""},
		{"an issuer of 201", draft(func(d *DecisionIn) { d.Issuer = long(201) }), "issuer", "200"},
		{"a subject of 2000", draft(func(d *DecisionIn) { d.Subject = long(2000) }), "", ""},
		{"a subject of 2001", draft(func(d *DecisionIn) { d.Subject = long(2001) }), "subject", "2.000"},
		{"a note of 2001", draft(func(d *DecisionIn) { d.Note = long(2001) }), "note", "2.000"},
		{"a duty of 2000", draft(func(d *DecisionIn) { d.Lines[0].Duty = long(2000) }), "", ""},
		{"a duty of 2001", draft(func(d *DecisionIn) { d.Lines[0].Duty = long(2001) }), "lines.0.duty", "Dòng 1"},
		{"an end's note of 2001", draft(func(d *DecisionIn) { d.Lines[0].EndNote = long(2001) }), "lines.0.endNote", "Dòng 1"},
		{"a line's note of 2001", draft(func(d *DecisionIn) { d.Lines[0].Note = long(2001) }), "lines.0.note", "Dòng 1"},
		{"a day of 1930", draft(func(d *DecisionIn) { d.DocDate, d.EffectiveDate = "1930-01-01", "2100-12-31" }), "", ""},
		{"a day of 1929", draft(func(d *DecisionIn) { d.DocDate = "1929-12-31" }), "docDate", "1930"},
		{"a day of 2101", draft(func(d *DecisionIn) { d.EffectiveDate = "2101-01-01" }), "effectiveDate", "2100"},
		{"no line", draft(func(d *DecisionIn) { d.LineTotal = 0 }), "", ""},
		{"fewer than none", draft(func(d *DecisionIn) { d.LineTotal = -1 }), "lineTotal", "âm"},
		{"no action", draft(func(d *DecisionIn) { d.Action = "" }), "action", "chọn loại"},
		{"a draft that is gone", draft(func(d *DecisionIn) { d.ID = "x" }), "", "Không còn quyết định"},
		{"a name of 200", scheme(func(s *SchemeIn) { s.Name = long(200) }), "", ""},
		{"a name of 201", scheme(func(s *SchemeIn) { s.Name = long(201) }), "name", "200"},
		{"a source of 2001", scheme(func(s *SchemeIn) { s.Source = long(2001) }), "source", "2.000"},
		{"a scheme's note of 2001", scheme(func(s *SchemeIn) { s.Note = long(2001) }), "note", "2.000"},
		{"a code of 20", scheme(func(s *SchemeIn) { s.Kinds[0].Code = long(20) }), "", ""},
		{"a code of 21", scheme(func(s *SchemeIn) { s.Kinds[0].Code = long(21) }), "kinds.0.code", "mã ngắn"},
		{"a kind without a name", scheme(func(s *SchemeIn) { s.Kinds[0].Name = "" }), "kinds.0.name", "chưa có tên"},
		{"a kind without a verb", scheme(func(s *SchemeIn) { s.Kinds[0].Verb = " " }), "kinds.0.verb", "cách ghi"},
		{"no such type", scheme(func(s *SchemeIn) { s.Kinds[0].TargetTypes = []string{"SAO"} }), "kinds.0.targetTypes", "không thuộc"},
		{"to a day that is none", scheme(func(s *SchemeIn) { s.ValidTo = "2026-02-30" }), "validTo", "không hợp lệ"},
		{"from a day that is none", scheme(func(s *SchemeIn) { s.ValidFrom = "2026-02-30" }), "validFrom", "không hợp lệ"},
		{"to its first day", scheme(func(s *SchemeIn) { s.ValidTo = "2026-01-01" }), "validTo", "sau ngày"},
		{"to the day after", scheme(func(s *SchemeIn) { s.ValidTo = "2026-01-02" }), "", ""},
	} {
		refusedAt(t, c.name, c.err, c.field, c.words)
	}
	made, err := w.s.SaveDecision(DecisionIn{Action: DieuChinh, Lines: []LineIn{{Act: "lạ"}, {Act: Thoi}}})
	if err != nil || made.Lines[0].Act != Giao || made.Lines[1].Act != Thoi {
		t.Errorf("%+v %v", made.Lines, err)
	}
	_, err = w.s.IssueDecision(DecisionIn{Action: PhanCong})
	if e, _ := fault.Of(err); e == nil || len(e.Fields) < 4 || strings.Contains(e.Message, "Xem các dòng") {
		t.Errorf("what is wrong above the lines names no line: %v", err)
	}
}

// A decision belongs to the year of its date, from its first day to its last; a draft without a date to every year.
func TestDecisionsOfAYear(t *testing.T) {
	w := newWorld(t)
	for _, day := range []dates.Date{"2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01", ""} {
		if _, err := w.s.SaveDecision(
			DecisionIn{Action: PhanCong, DocDate: day, Subject: cmpText(string(day), "chưa có ngày")},
		); err != nil {
			t.Fatal(err)
		}
	}
	page, err := w.s.Decisions(DecisionFilter{Year: 2026})
	got := []string{}
	for _, d := range page.Items {
		got = append(got, d.Subject)
	}
	if err != nil || strings.Join(got, ", ") != "2026-12-31, 2026-01-01, chưa có ngày" {
		t.Errorf("%v %v", got, err)
	}
}

func cmpText(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// What begins later is named as on its first day, what has ended as on its last, and a place that moved belongs to the unit it
// lies under on the day.
func TestNamesOfTheDay(t *testing.T) {
	w := openPageWorld(t)
	w.write(t, func(tx *store.Tx) error {
		return units.ChangeMany(tx, []units.Change{
			{UnitID: w.hamlet[3], From: "2026-12-15", Facts: units.Facts{Name: "Ấp Tên Mới", Type: units.Ap, ParentID: w.commune[0]}},
			{UnitID: w.hamlet[0], From: "2026-07-01", Facts: units.Facts{Name: "Ấp Sau", Type: units.Ap, ParentID: w.commune[0]}},
		})
	})
	page, err := w.s.Register(RegisterFilter{From: "2026-01-01", To: "2028-01-01", KindID: w.kind["A3"]})
	got := ""
	for _, r := range page.Items {
		got += r.OfficerName + ": " + r.TargetLabel + "; "
	}
	want := "Cán bộ mẫu 01: Ấp 1, xã Mẫu A; Cán bộ mẫu 02: Ấp Sau, xã Mẫu A; Cán bộ mẫu 03: Ấp 2, xã Mẫu A; Cán bộ mẫu 06: Ấp Tên Mới, xã Mẫu A; "
	if err != nil || got != want {
		t.Errorf("%s %v", got, err)
	}
	for day, want := range map[dates.Date]string{"2026-12-14": "Xã Mẫu A 3, Xã Mẫu B 3, ", "2026-12-15": "Xã Mẫu A 4, Xã Mẫu B 2, "} {
		view, err := w.s.Coverage(CoverageQuery{Day: day, KindID: w.kind["A3"]})
		got := []string{}
		for _, u := range view.Uppers {
			got = append(got, fmt.Sprintf("%s %d, ", u.UpperLabel, u.Required))
		}
		slices.Sort(got)
		if err != nil || strings.Join(got, "") != want {
			t.Errorf("%s: %s %v", day, got, err)
		}
	}
}
