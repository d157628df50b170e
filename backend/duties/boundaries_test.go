package duties

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The clock of these tests stands on 22/11/2026.
const today = dates.Date("2026-11-22")

// stored is a rule as it stands, in force in a span.
func stored(t *testing.T, tx *store.Tx, id, series string, span dates.Span) {
	t.Helper()
	r := Rule{
		ID:          id,
		SeriesID:    series,
		SchemeID:    "s",
		Name:        id,
		Subject:     OfOfficer,
		Activity:    "GROUP",
		Quota:       1,
		Period:      dates.Monthly,
		TargetTypes: []string{},
		ValidFrom:   span.From,
		ValidTo:     span.To,
	}
	if err := tx.Create(&r).Error; err != nil {
		t.Fatal(err)
	}
}

// A list shows what is in force on the day and what is to come; what has ended only on demand.
func TestRulesOfADay(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		scheme(t, tx)
		stored(t, tx, "a", "a", dates.Span{From: "2026-01-01", To: "2026-06-15"})
		stored(t, tx, "b", "a", dates.Span{From: "2026-06-15", To: "2026-09-01"})
		stored(t, tx, "c", "c", dates.Span{From: "2026-06-16"})
		for _, c := range []struct {
			filter RuleFilter
			want   string
		}{
			{RuleFilter{Day: "2026-06-14"}, "a+ b c"},
			{RuleFilter{Day: "2026-06-15"}, "b+ c"},
			{RuleFilter{Day: "2026-06-16"}, "b+ c+"},
			{RuleFilter{Day: "2026-08-31"}, "b+ c+"},
			{RuleFilter{Day: "2026-09-01"}, "c+"},
			{RuleFilter{}, "c+"}, // today
			{RuleFilter{History: true}, "a b c+"},
			{RuleFilter{SeriesID: "a", History: true}, "a b"},
			{RuleFilter{SeriesID: "a", Day: "2026-06-15"}, "b+"},
			{RuleFilter{SchemeID: "khong-co"}, ""},
		} {
			list, err := listRules(tx, c.filter)
			got := []string{}
			for _, r := range list.Items {
				mark := ""
				if r.InForce {
					mark = "+"
				}
				got = append(got, r.ID+mark)
				if want := map[string]int{"a": 2, "b": 2, "c": 1}[r.ID]; r.Versions != want {
					t.Errorf("%s has %d versions, want %d", r.ID, r.Versions, want)
				}
			}
			if strings.Join(got, " ") != c.want || err != nil || list.Total != len(got) {
				t.Errorf("%+v: %v of %d, want %s; %v", c.filter, got, list.Total, c.want, err)
			}
		}
		return nil
	})
}

func TestLimitsOfARule(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		scheme(t, tx)
		plain := func(change func(*RuleInput)) RuleInput {
			in := good()
			in.FixedCalendar, in.FixedDay, in.Period = "", 0, dates.Monthly
			change(&in)
			return in
		}
		for _, c := range []struct {
			name, field string
			good, bad   RuleInput
		}{
			{"quota from 1", "quota", plain(func(r *RuleInput) { r.Quota = 1 }), plain(func(r *RuleInput) { r.Quota = 0 })},
			{"quota to 31", "quota", plain(func(r *RuleInput) { r.Quota = 31 }), plain(func(r *RuleInput) { r.Quota = 32 })},
			{"grace from 0", "graceDays", plain(func(r *RuleInput) { r.GraceDays = 0 }), plain(func(r *RuleInput) { r.GraceDays = -1 })},
			{"grace to 60", "graceDays", plain(func(r *RuleInput) { r.GraceDays = 60 }), plain(func(r *RuleInput) { r.GraceDays = 61 })},
			{"papers from 0", "papersDays",
				plain(func(r *RuleInput) { r.PapersDays = 0 }), plain(func(r *RuleInput) { r.PapersDays = -1 })},
			{"papers to 60", "papersDays",
				plain(func(r *RuleInput) { r.PapersDays = 60 }), plain(func(r *RuleInput) { r.PapersDays = 61 })},
			{"a name of 300 letters", "name", plain(func(r *RuleInput) { r.Name = strings.Repeat("ạ", 300) }), plain(func(r *RuleInput) { r.Name = strings.Repeat("ạ", 301) })},
			{"a paper of 300 letters", "source", plain(func(r *RuleInput) { r.Source = strings.Repeat("ạ", 300) }), plain(func(r *RuleInput) { r.Source = strings.Repeat("ạ", 301) })},
			{"one day in force", "validTo", plain(func(r *RuleInput) { r.ValidTo = "2024-01-02" }),
				plain(func(r *RuleInput) { r.ValidTo = "2024-01-01" })},
			{"from 1900", "validFrom", plain(func(r *RuleInput) { r.ValidFrom = "1900-01-01" }),
				plain(func(r *RuleInput) { r.ValidFrom = "1899-12-31" })},
			{"from a day up to 2100", "validFrom", plain(func(r *RuleInput) { r.ValidFrom = "2100-12-31" }),
				plain(func(r *RuleInput) { r.ValidFrom = "2101-01-01" })},
			{"to a day up to 2100", "validTo", plain(func(r *RuleInput) { r.ValidTo = "2100-12-31" }),
				plain(func(r *RuleInput) { r.ValidTo = "2101-01-01" })},
		} {
			if _, err := saveRule(tx, c.good); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			_, err := saveRule(tx, c.bad)
			if e, refused := fault.Of(err); !refused || e.Fields[c.field] == "" || len(e.Fields) != 1 {
				t.Errorf("%s: %v", c.name, err)
			}
		}
		return nil
	})
}

// A change begins after its version began and at the latest where that ended; the new version ends where the old one did.
func TestDaysOfAChange(t *testing.T) {
	for _, c := range []struct {
		from, to dates.Date
		good     bool
		ends     dates.Date
	}{
		{"2024-01-01", "", false, ""},
		{"2024-01-02", "", true, "2025-01-01"},
		{"2024-12-31", "", true, "2025-01-01"},
		{"2025-01-01", "2026-01-01", true, "2026-01-01"}, // goes on where the old one ended
		{"2025-01-02", "2026-01-01", false, ""},
		{"2024-06-01", "2024-09-01", true, "2024-09-01"},
	} {
		s := storetest.Open(t)
		storetest.Write(t, s, func(tx *store.Tx) error {
			scheme(t, tx)
			old := good()
			old.ValidTo = "2025-01-01"
			first, err := saveRule(tx, old)
			if err != nil {
				t.Fatal(err)
			}
			in := good()
			in.ID, in.ValidFrom, in.ValidTo = first.ID, c.from, c.to
			next, err := ChangeRule(tx, in)
			if (err == nil) != c.good || err == nil && (next.ValidTo != c.ends || next.SortOrder != first.SortOrder) {
				t.Errorf("a change from %s to %q: %s, %v", c.from, c.to, next.ValidTo, err)
			}
			return nil
		})
	}
}

func TestVersionsMayTouchButNotOverlap(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		scheme(t, tx)
		stored(t, tx, "a", "a", dates.Span{From: "2026-01-01", To: "2026-06-15"})
		stored(t, tx, "b", "a", dates.Span{From: "2026-07-01"})
		for to, good := range map[dates.Date]bool{"2026-06-30": true, "2026-07-01": true, "2026-07-02": false} {
			in := touching(to)
			_, err := saveRule(tx, in)
			if (err == nil) != good {
				t.Errorf("up to %s: %v", to, err)
			}
		}
		for day, good := range map[dates.Date]bool{"2026-01-01": false, "2026-01-02": true, "2026-07-01": true, "2026-07-02": false} {
			if err := endRule(tx, "a", day); (err == nil) != good {
				t.Errorf("ended on %s: %v", day, err)
			}
		}
		return nil
	})
}

func touching(to dates.Date) RuleInput {
	in := good()
	in.ID, in.FixedCalendar, in.FixedDay, in.Period, in.ValidFrom, in.ValidTo = "a", "", 0, dates.Monthly, "2026-01-01", to
	return in
}

func TestPresetsSayTheirCadence(t *testing.T) {
	for _, p := range Presets() {
		for _, r := range p.Rules {
			if r.Cadence == "" || r.Rule.TargetTypes == nil {
				t.Errorf("%s: %+v", p.Code, r)
			}
		}
	}
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		scheme(t, tx)
		made, err := ApplyPreset(tx, PresetInput{Preset: "ben_tre", SchemeID: "s", From: "2026-03-01"})
		if err != nil {
			t.Fatal(err)
		}
		kinds := map[string]string{}
		for _, r := range made.Items {
			kinds[r.Name] = r.KindID
			if r.ValidFrom != "2026-03-01" {
				t.Errorf("%s begins on %s", r.Name, r.ValidFrom)
			}
		}
		if kinds["Dự họp Tổ nhân dân tự quản ngày 16 âm lịch"] != "k5" || kinds["Dự họp đảng ủy xã hằng tháng"] != "k2" ||
			len(made.Items) != 5 {
			t.Errorf("%v", kinds) // the scheme has no kind A3
		}
		return nil
	})
}

func TestSuspensionsOfASpan(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		smallOffice(t, tx)
		made, err := SaveSuspension(
			tx,
			SuspensionInput{ScopeUnitID: "ap1", Activity: "GROUP", ValidFrom: "2026-06-10", ValidTo: "2026-06-20", Reason: "Lũ lụt"},
		)
		if err != nil || made.ScopeLabel == "Toàn bộ địa bàn" || made.ScopeLabel == "" || made.ActivityWord != "Họp Tổ nhân dân tự quản" {
			t.Fatalf("%+v %v", made, err)
		}
		for _, c := range []struct {
			span dates.Span
			want int
		}{
			{dates.Span{}, 1},
			{dates.Through("2026-06-01", "2026-06-09"), 0},
			{dates.Through("2026-06-01", "2026-06-10"), 1},
			{dates.Through("2026-06-19", "2026-06-30"), 1},
			{dates.Through("2026-06-20", "2026-06-30"), 0},
			{dates.Span{From: "2026-06-19"}, 1},
			{dates.Span{From: "2026-06-20"}, 0},
			{dates.Span{To: "2026-06-10"}, 0},
			{dates.Span{To: "2026-06-11"}, 1},
		} {
			if list, err := listSuspensions(tx, c.span); err != nil || list.Total != c.want || len(list.Items) != c.want {
				t.Errorf("in %v: %+v %v", c.span, list, err)
			}
		}
		if err := tx.Exec("UPDATE suspension SET created_at = 'before'").Error; err != nil {
			t.Fatal(err)
		}
		again, err := SaveSuspension(tx, SuspensionInput{ID: made.ID, ValidFrom: "2026-06-10", ValidTo: "2029-06-12", Reason: "Lũ lụt"})
		if err != nil || again.CreatedAt != "before" || again.ScopeLabel != "Toàn bộ địa bàn" {
			t.Errorf("%+v %v", again, err) // 3 × 366 days is the longest
		}
		_, err = SaveSuspension(tx, SuspensionInput{ID: made.ID, ValidFrom: "2026-06-10", ValidTo: "2029-06-13", Reason: "Lũ lụt"})
		if e, refused := fault.Of(err); !refused || e.Fields["validTo"] == "" {
			t.Errorf("a day longer: %v", err)
		}
		if tx.Today != today {
			t.Errorf("the clock stands on %s", tx.Today)
		}
		return nil
	})
}
