package duties

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// pageOffice is a small office with a scheme, and the room as the page calls it. The clock stands on 22/11/2026.
func pageOffice(t *testing.T) (*accesstest.Office, *Service) {
	t.Helper()
	o := accesstest.Open(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error { smallOffice(t, tx); return nil })
	return o, New(o.Gate)
}

// same compares texts word by word, however their lines are broken.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if !slices.Equal(strings.Fields(got), strings.Fields(want)) {
		t.Errorf("%s:\n%s", what, got)
	}
}

func ruleText(list ...RuleView) string {
	var b strings.Builder
	for _, r := range list {
		fmt.Fprintf(
			&b,
			"%s | %s | %s | %s, %s | %s | %s–%s %t, %d\n",
			r.Name,
			r.SchemeName,
			r.KindName,
			r.SubjectWord,
			r.ActivityWord,
			r.CadenceText,
			r.ValidFrom,
			r.ValidTo,
			r.InForce,
			r.Versions,
		)
		fmt.Fprintf(
			&b,
			"- %d %s %s %d/%d %s nhuận %t | gia hạn %d, thay %t, thành viên %t, tài liệu %d | %v | %s | %d\n",
			r.Quota,
			r.Period,
			r.FixedCalendar,
			r.FixedDay,
			r.FixedMonth,
			r.ShortMonth,
			r.LeapCounts,
			r.GraceDays,
			r.CountsSubstitute,
			r.CountsMember,
			r.PapersDays,
			r.TargetTypes,
			r.SourceText,
			r.SortOrder,
		)
	}
	return b.String()
}

func TestRulesThroughThePage(t *testing.T) {
	_, s := pageOffice(t)
	words, err := s.Vocabulary()
	if err != nil || len(words.Periods) != len(dates.Cadences) || len(words.ShortMonth) != 2 || len(words.Presets) != len(Presets()) ||
		len(words.Subjects) != len(Subjects) || len(words.Activities) != len(Activities) {
		t.Errorf("%+v %v", words, err)
	}
	whole := RuleInput{
		SchemeID:         "s",
		KindID:           "k",
		Name:             " Dự  họp ",
		Subject:          OfOfficer,
		Activity:         "GROUP",
		Quota:            1,
		Period:           dates.Quarterly,
		FixedCalendar:    "solar",
		FixedDay:         31,
		FixedMonth:       2,
		ShortMonth:       dates.LastDay,
		LeapCounts:       true,
		GraceDays:        60,
		CountsSubstitute: true,
		CountsMember:     true,
		PapersDays:       5,
		TargetTypes:      []string{units.Ap},
		ValidFrom:        "2026-01-01",
		ValidTo:          "2027-01-01",
		Source:           " Quy  định 1 ",
	}
	first, err := s.SaveRule(whole)
	if err != nil {
		t.Fatal(err)
	}
	corrected := whole
	corrected.ID, corrected.Name, corrected.GraceDays = first.ID, "Dự họp tổ", 0
	second, err := s.SaveRule(corrected)
	if err != nil || second.ID != first.ID || second.SeriesID != first.SeriesID {
		t.Fatalf("%+v %v", second, err)
	}
	changed := corrected
	changed.ValidFrom, changed.ValidTo, changed.Quota = "2026-12-01", "", 31
	changed.FixedCalendar, changed.FixedDay, changed.FixedMonth = "", 0, 0
	third, err := s.ChangeRule(changed)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "stored", ruleText(first, second, third), `
			Dự họp | Chủ trương mẫu |  | Cán bộ được phân công, Họp Tổ nhân dân tự quản |
			  1 lần, hằng quý, ngày 31 tháng thứ 2 của kỳ | 2026-01-01–2027-01-01 true, 1
			- 1 QUARTER solar 31/2 LAST_DAY nhuận true | gia hạn 60, thay true, thành viên true, tài liệu 5 | [AP] | Quy định 1 | 3
			Dự họp tổ | Chủ trương mẫu |  | Cán bộ được phân công, Họp Tổ nhân dân tự quản |
			  1 lần, hằng quý, ngày 31 tháng thứ 2 của kỳ | 2026-01-01–2027-01-01 true, 1
			- 1 QUARTER solar 31/2 LAST_DAY nhuận true | gia hạn 0, thay true, thành viên true, tài liệu 5 | [AP] | Quy định 1 | 3
			Dự họp tổ | Chủ trương mẫu |  | Cán bộ được phân công, Họp Tổ nhân dân tự quản | 31 lần, hằng quý |
			  2026-12-01–2027-01-01 false, 2
			- 31 QUARTER  0/0  nhuận true | gia hạn 0, thay true, thành viên true, tài liệu 5 | [AP] | Quy định 1 | 3`)
	if err := s.EndRule(third.ID, "2026-12-02"); err != nil {
		t.Error(err)
	}
	for what, c := range map[string]struct {
		filter RuleFilter
		want   string
	}{
		"today": {RuleFilter{SchemeID: "s"}, `
			4
			Dự sinh hoạt chi bộ 2020-01-01– true 1
			Chi bộ sinh hoạt 2020-01-01– true 1
			Dự họp tổ 2026-01-01–2026-12-01 true 2
			Dự họp tổ 2026-12-01–2026-12-02 false 2`},
		"the last day": {RuleFilter{SeriesID: first.SeriesID, Day: "2026-12-01"}, `
			1
			Dự họp tổ 2026-12-01–2026-12-02 true 2`},
		"history": {RuleFilter{SeriesID: first.SeriesID, Day: "2026-12-02", History: true}, `
			2
			Dự họp tổ 2026-01-01–2026-12-01 false 2
			Dự họp tổ 2026-12-01–2026-12-02 false 2`},
		"no scheme": {RuleFilter{SchemeID: "x"}, `
			0`},
	} {
		list, err := s.Rules(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintln(list.Total)
		for _, r := range list.Items {
			text += fmt.Sprintf("%s %s–%s %t %d\n", r.Name, r.ValidFrom, r.ValidTo, r.InForce, r.Versions)
		}
		same(t, what, text, c.want)
	}
	added, err := s.ApplyPreset(PresetInput{Preset: Presets()[0].Code, SchemeID: "s", From: "2026-03-01"})
	if err != nil || added.Total != len(added.Items) || added.Total == 0 || added.Items[0].ValidFrom != "2026-03-01" {
		t.Errorf("%+v %v", added, err)
	}
	if again, err := s.ApplyPreset(PresetInput{Preset: Presets()[0].Code, SchemeID: "s"}); err != nil || again.Total != 0 {
		t.Errorf("twice: %+v %v", again, err)
	}
	same(t, "a preset", ruleText(added.Items...), `
			Dự sinh hoạt chi bộ ấp, khu phố hằng tháng | Chủ trương mẫu |  | Cán bộ được phân công, Sinh hoạt chi bộ thường kỳ |
			  1 lần, hằng tháng | 2026-03-01– true, 1
			- 1 MONTH  0/0  nhuận true | gia hạn 0, thay false, thành viên false, tài liệu 0 | [] | mặc định, chưa có văn bản | 4
			Dự họp Tổ nhân dân tự quản ngày 16 âm lịch | Chủ trương mẫu |  | Cán bộ được phân công, Họp Tổ nhân dân tự quản |
			  1 lần, hằng tháng âm lịch, ngày 16 âm lịch | 2026-03-01– true, 1
			- 1 LUNAR_MONTH lunar 16/0  nhuận true | gia hạn 0, thay false, thành viên false, tài liệu 0 | [] |
			  mặc định, chưa có văn bản | 5
			Sơ kết công tác phân công 6 tháng | Chủ trương mẫu |  | Người đứng đầu cấp ủy, Hội nghị sơ kết, tổng kết |
			  1 lần, 6 tháng một lần | 2026-03-01– true, 1
			- 1 HALF  0/0  nhuận true | gia hạn 0, thay false, thành viên false, tài liệu 0 | [DANG_BO_TINH DANG_BO_HUYEN] |
			  mặc định, chưa có văn bản | 6
			Tổng kết công tác phân công hằng năm | Chủ trương mẫu |  | Người đứng đầu cấp ủy, Hội nghị sơ kết, tổng kết |
			  1 lần, hằng năm | 2026-03-01– true, 1
			- 1 YEAR  0/0  nhuận true | gia hạn 0, thay false, thành viên false, tài liệu 0 | [DANG_BO_TINH DANG_BO_HUYEN] |
			  mặc định, chưa có văn bản | 7`)
}

// What stands just on a bound is taken, what lies beyond is refused.
func TestBoundsOfARule(t *testing.T) {
	_, s := pageOffice(t)
	plain := RuleInput{
		SchemeID:  "s",
		Name:      "Dự họp",
		Subject:   OfOfficer,
		Activity:  "GROUP",
		Quota:     1,
		Period:    dates.Monthly,
		ValidFrom: "2026-01-01",
	}
	for _, c := range []struct {
		name  string
		field string // refused there; "" = taken
		set   func(*RuleInput)
	}{
		{"31 times", "", func(r *RuleInput) { r.Quota = 31 }},
		{"32 times", "quota", func(r *RuleInput) { r.Quota = 32 }},
		{"60 days of grace", "", func(r *RuleInput) { r.GraceDays = 60 }},
		{"61 days of grace", "graceDays", func(r *RuleInput) { r.GraceDays = 61 }},
		{"papers 60 days before", "", func(r *RuleInput) { r.PapersDays = 60 }},
		{"papers 61 days before", "papersDays", func(r *RuleInput) { r.PapersDays = 61 }},
		{"papers a day after", "papersDays", func(r *RuleInput) { r.PapersDays = -1 }},
		{"from 1900", "", func(r *RuleInput) { r.ValidFrom = "1900-01-01" }},
		{"from 1899", "validFrom", func(r *RuleInput) { r.ValidFrom = "1899-12-31" }},
		{"from 2100", "", func(r *RuleInput) { r.ValidFrom = "2100-12-31" }},
		{"from 2101", "validFrom", func(r *RuleInput) { r.ValidFrom = "2101-01-01" }},
		{"to 2100", "", func(r *RuleInput) { r.ValidTo = "2100-12-31" }},
		{"to 2101", "validTo", func(r *RuleInput) { r.ValidTo = "2101-01-01" }},
		{"one day", "", func(r *RuleInput) { r.ValidTo = "2026-01-02" }},
		{"no day", "validTo", func(r *RuleInput) { r.ValidTo = "2026-01-01" }},
		{"no such end", "validTo", func(r *RuleInput) { r.ValidTo = "2026-02-30" }},
		{"a month without calendar", "fixedCalendar", func(r *RuleInput) { r.FixedMonth = 1 }},
		{"an unknown calendar", "fixedCalendar", func(r *RuleInput) { r.FixedCalendar, r.FixedDay = "mayan", 3 }},
		{"a calendar without a day", "fixedDay", func(r *RuleInput) { r.FixedCalendar = "solar" }},
		{"a kind of another scheme", "kindId", func(r *RuleInput) { r.SchemeID, r.KindID = "s2", "k" }},
		{"a type of the kind's tree", "", func(r *RuleInput) { r.KindID, r.TargetTypes = "k", []string{units.ToNDTQ} }},
		{"a type of the other tree", "targetTypes", func(r *RuleInput) { r.KindID, r.TargetTypes = "k", []string{units.ChiBo} }},
		{"no such type", "targetTypes", func(r *RuleInput) { r.TargetTypes = []string{"SAO"} }},
		{"of a place by its kind", "", func(r *RuleInput) { r.Subject, r.KindID = OfUnit, "k" }},
		{"of a place by its types", "", func(r *RuleInput) { r.Subject, r.TargetTypes = OfUnit, []string{units.Ap} }},
		{"a name of 300", "", func(r *RuleInput) { r.Name = strings.Repeat("ế", lineLimit) }},
		{"a name of 301", "name", func(r *RuleInput) { r.Name = strings.Repeat("ế", lineLimit+1) }},
		{"a rule that is gone", "?", func(r *RuleInput) { r.ID = "x" }},
	} {
		in := plain
		c.set(&in)
		_, err := s.SaveRule(in)
		e, _ := fault.Of(err)
		if c.field == "" && err != nil || c.field != "" && (e == nil || c.field != "?" && e.Fields[c.field] == "") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	made, err := s.SaveRule(plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		do   func() error
		code fault.Code
	}{
		{"no end", func() error { return s.EndRule(made.ID, "") }, fault.CodeInvalid},
		{"an end on the first day", func() error { return s.EndRule(made.ID, "2026-01-01") }, fault.CodeInvalid},
		{"a rule that is gone", func() error { return s.EndRule("x", "2026-06-01") }, fault.CodeNotFound},
		{"an end after the first day", func() error { return s.EndRule(made.ID, "2026-06-01") }, ""},
		{"a change on its end", func() error {
			in := plain
			in.ID, in.ValidFrom = made.ID, "2026-06-01"
			_, err := s.ChangeRule(in)
			return err
		}, fault.CodeInvalid},
		{"a change after its end", func() error {
			in := plain
			in.ID, in.ValidFrom = made.ID, "2026-06-02"
			_, err := s.ChangeRule(in)
			return err
		}, fault.CodeInvalid},
		{"a change on its first day", func() error {
			in := plain
			in.ID, in.ValidFrom = made.ID, "2026-01-01"
			_, err := s.ChangeRule(in)
			return err
		}, fault.CodeInvalid},
		{"a change of what is gone", func() error {
			in := plain
			in.ID, in.ValidFrom = "x", "2026-01-02"
			_, err := s.ChangeRule(in)
			return err
		}, fault.CodeNotFound},
		{"a change a day later", func() error {
			in := plain
			in.ID, in.ValidFrom = made.ID, "2026-01-02"
			_, err := s.ChangeRule(in)
			return err
		}, ""},
	} {
		if err := c.do(); c.code == "" && err != nil || c.code != "" && !fault.Is(err, c.code) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
