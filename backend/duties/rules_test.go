package duties

import (
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

func scheme(t *testing.T, tx *store.Tx) {
	t.Helper()
	for _, row := range []any{
		&assignments.Scheme{ID: "s", Name: "Chủ trương mẫu", ValidFrom: "2020-01-01", CreatedAt: "x"},
		&assignments.Kind{ID: "k5", SchemeID: "s", Code: "A5", TargetTree: units.TreeAdmin, TargetTypes: []string{units.ToNDTQ}},
		&assignments.Kind{ID: "k2", SchemeID: "s", Code: "A2", TargetTree: units.TreeAdmin, TargetTypes: []string{units.Xa}},
	} {
		if err := tx.Create(row).Error; err != nil {
			t.Fatal(err)
		}
	}
}

func good() RuleInput {
	return RuleInput{
		SchemeID:      "s",
		KindID:        "k5",
		Name:          "Dự họp tổ",
		Subject:       OfOfficer,
		Activity:      "GROUP",
		Quota:         1,
		Period:        dates.LunarMonthly,
		FixedCalendar: "lunar",
		FixedDay:      16,
		LeapCounts:    true,
		ValidFrom:     "2024-01-01",
	}
}

func TestBadRulesAreRefused(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		scheme(t, tx)
		for _, c := range []struct {
			name, field string
			spoil       func(*RuleInput)
		}{
			{"no name", "name", func(r *RuleInput) { r.Name = " " }},
			{"no period", "period", func(r *RuleInput) { r.Period = "" }},
			{"quota 0", "quota", func(r *RuleInput) { r.Quota = 0 }},
			{"quota with a fixed day", "quota", func(r *RuleInput) { r.Quota = 2 }},
			{"lunar 30 without a rule", "fixedDay", func(r *RuleInput) { r.FixedDay = 30 }},
			{"lunar 31", "fixedDay", func(r *RuleInput) { r.FixedDay = 31 }},
			{"day without calendar", "fixedCalendar", func(r *RuleInput) { r.FixedCalendar = "" }},
			{"ends before it begins", "validTo", func(r *RuleInput) { r.ValidTo = "2023-01-01" }},
			{"no beginning", "validFrom", func(r *RuleInput) { r.ValidFrom = "" }},
			{"unknown kind", "kindId", func(r *RuleInput) { r.KindID = "nowhere" }},
			{"unknown scheme", "schemeId", func(r *RuleInput) { r.SchemeID = "nowhere" }},
			{"unknown activity", "activity", func(r *RuleInput) { r.Activity = "DANCE" }},
			{"unknown subject", "subject", func(r *RuleInput) { r.Subject = "" }},
			{"foreign type", "targetTypes", func(r *RuleInput) { r.TargetTypes = []string{units.ChiBo} }},
			{"place duty without types", "targetTypes", func(r *RuleInput) { r.Subject, r.KindID = OfUnit, "" }},
			{"grace", "graceDays", func(r *RuleInput) { r.GraceDays = -1 }},
			{"long source", "source", func(r *RuleInput) { r.Source = strings.Repeat("dài ", 200) }},
		} {
			in := good()
			c.spoil(&in)
			_, err := saveRule(tx, in)
			e, ok := fault.Of(err)
			if !ok || e.Fields[c.field] == "" {
				t.Errorf("%s: %v", c.name, err)
			}
		}
		in := good()
		in.FixedDay, in.ShortMonth = 30, dates.LastDay
		if _, err := saveRule(tx, in); err != nil {
			t.Error(err)
		}
		return nil
	})
}

// A changed rule keeps its old version for the days before; versions never overlap.
func TestChangedRuleKeepsThePast(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		scheme(t, tx)
		first, err := saveRule(tx, good())
		if err != nil {
			t.Fatal(err)
		}
		in := good()
		in.ID, in.FixedDay, in.ValidFrom = first.ID, 15, "2025-07-01"
		second, err := ChangeRule(tx, in)
		if err != nil || second.SeriesID != first.SeriesID || second.ReplacesID != first.ID || second.Versions != 2 {
			t.Fatalf("%+v %v", second, err)
		}
		for _, day := range []dates.Date{"2024-01-01", "2023-06-01", "2026-01-01"} {
			again := in
			again.ValidFrom = day
			if _, err := ChangeRule(tx, again); !fault.Is(err, fault.CodeInvalid) {
				t.Errorf("a change of an ended version on %s: %v", day, err)
			}
		}
		back := good()
		back.ID, back.ValidTo = first.ID, "2025-12-01"
		if _, err := saveRule(tx, back); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("overlapping versions: %v", err)
		}
		list, err := listRules(tx, RuleFilter{SeriesID: first.SeriesID, History: true})
		if err != nil || list.Total != 2 || list.Items[0].ValidTo != "2025-07-01" || list.Items[0].InForce || !list.Items[1].InForce {
			t.Errorf("%+v %v", list, err)
		}
		if list.Items[0].SourceText != DefaultSource {
			t.Errorf("a rule without a paper is marked: %q", list.Items[0].SourceText)
		}
		if err := endRule(tx, second.ID, "2026-01-01"); err != nil {
			t.Error(err)
		}
		if err := endRule(tx, second.ID, "2020-01-01"); !fault.Is(err, fault.CodeInvalid) {
			t.Error(err)
		}
		return nil
	})
}

func TestPresetsApplyOnce(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		scheme(t, tx)
		for _, p := range Presets() {
			if _, err := ApplyPreset(tx, PresetInput{Preset: p.Code, SchemeID: "s"}); err != nil {
				t.Errorf("%s: %v", p.Code, err)
			}
			again, err := ApplyPreset(tx, PresetInput{Preset: p.Code, SchemeID: "s"})
			if err != nil || again.Total != 0 {
				t.Errorf("%s applied twice adds %d: %v", p.Code, again.Total, err)
			}
		}
		list, err := listRules(tx, RuleFilter{})
		if err != nil || list.Total < 10 {
			t.Errorf("%d rules, %v", list.Total, err)
		}
		return nil
	})
}

// Goal of domain §2.15: the 16th falls thirteen times in 2026, twice in June.
func TestLunarSixteenthOf2026(t *testing.T) {
	in := good()
	r := Rule{Quota: 1, Period: in.Period, FixedCalendar: "lunar", FixedDay: 16, LeapCounts: true}
	year := dates.DayRangeOf(dates.Period("2026").Span())
	n, june := 0, 0
	for _, turn := range turnsOf(&r, dates.Period("2026").Span()) {
		for _, day := range turn.Days {
			if year.Contains(day) {
				n++
				if dates.DateOf(day).Month() == 6 {
					june++
				}
			}
		}
	}
	if n != 13 || june != 2 {
		t.Errorf("%d in 2026, %d in June", n, june)
	}
}

func TestDaysOff(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		y, err := daysOff(tx, 2027)
		if err != nil || !y.Default || len(y.Items) < 10 {
			t.Fatalf("%+v %v", y, err)
		}
		for _, rows := range [][]DayOffRow{
			{},
			{{Day: "32/13/2027", Name: "x"}},
			{{Day: "01/01/2027", Name: ""}},
			{{Day: "01/01/2027", Name: "a"}, {Day: "2027-01-01", Name: "b"}},
			{{Day: "04/01/2027", Name: "làm bù ngày thường", Kind: "làm bù"}},
			{{Day: "01/01/2027", Name: "a", Kind: "họp"}},
		} {
			if _, err := takeDays(tx, rows...); !fault.Is(err, fault.CodeInvalid) {
				t.Errorf("%+v: %v", rows, err)
			}
		}
		got, err := takeDays(tx,
			DayOffRow{Day: "01/01/2027", Name: "Tết Dương lịch"}, DayOffRow{Day: "09/01/2027", Name: "Làm bù", Kind: "làm bù"})
		if err != nil || got.Saved != 2 {
			t.Fatalf("%+v %v", got, err)
		}
		c, err := WorkingDays(tx, 2027, 2027)
		if err != nil || c.IsWorking("2027-01-01") || !c.IsWorking("2027-01-09") {
			t.Error(err)
		}
		if _, err := saveDaysOff(tx, DaysOffInput{Year: 2027}); err != nil {
			t.Error(err)
		}
		if y, _ := daysOff(tx, 2027); !y.Default {
			t.Error("an empty year goes back to the defaults")
		}
		return nil
	})
}

func TestSuspensionNeedsAReason(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		for _, in := range []SuspensionInput{
			{ValidFrom: "2026-01-01", ValidTo: "2026-02-01"},
			{ValidFrom: "2026-01-01", Reason: "lũ"},
			{ValidFrom: "2026-02-01", ValidTo: "2026-01-01", Reason: "lũ"},
			{ValidFrom: "2026-01-01", ValidTo: "2026-02-01", Reason: "lũ", ScopeUnitID: "nowhere"},
			{ValidFrom: "2026-01-01", ValidTo: "2026-02-01", Reason: "lũ", Activity: "DANCE"},
		} {
			if _, err := SaveSuspension(tx, in); !fault.Is(err, fault.CodeInvalid) {
				t.Errorf("%+v: %v", in, err)
			}
		}
		v, err := SaveSuspension(tx, SuspensionInput{ValidFrom: "2026-01-01", ValidTo: "2026-02-01", Reason: "Lũ lụt"})
		if err != nil || v.ScopeLabel == "" {
			t.Fatal(err)
		}
		if err := deleteSuspension(tx, v.ID); err != nil {
			t.Error(err)
		}
		return deleteMissing(t, tx, v.ID)
	})
}

func deleteMissing(t *testing.T, tx *store.Tx, id string) error {
	t.Helper()
	if err := deleteSuspension(tx, id); !fault.Is(err, fault.CodeNotFound) {
		t.Error(err)
	}
	return nil
}
