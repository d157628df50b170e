package duties

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func TestSuspensionsThroughThePage(t *testing.T) {
	_, s := pageOffice(t)
	plain := SuspensionInput{
		ScopeUnitID: "ap1",
		Activity:    "GROUP",
		ValidFrom:   "2026-06-10",
		ValidTo:     "2026-06-20",
		Reason:      " Lũ  lụt ",
		Source:      " Công  văn 1 ",
	}
	for name, c := range map[string]struct {
		field string
		set   func(*SuspensionInput)
	}{
		"no activity of ours":   {"activity", func(in *SuspensionInput) { in.Activity = "DANCE" }},
		"no reason":             {"reason", func(in *SuspensionInput) { in.Reason = " " }},
		"a long reason":         {"reason", func(in *SuspensionInput) { in.Reason = strings.Repeat("ế", 301) }},
		"a long source":         {"source", func(in *SuspensionInput) { in.Source = strings.Repeat("ế", 301) }},
		"no end":                {"validTo", func(in *SuspensionInput) { in.ValidTo = "" }},
		"three years and a day": {"validTo", func(in *SuspensionInput) { in.ValidTo = in.ValidFrom.AddDays(366*3 + 1) }},
		"no place":              {"scopeUnitId", func(in *SuspensionInput) { in.ScopeUnitID = "x" }},
		"gone":                  {"", func(in *SuspensionInput) { in.ID = "x" }},
	} {
		in := plain
		c.set(&in)
		_, err := s.SaveSuspension(in)
		if e, _ := fault.Of(err); e == nil || c.field != "" && e.Fields[c.field] == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	made, err := s.SaveSuspension(plain)
	if err != nil {
		t.Fatal(err)
	}
	wide := SuspensionInput{ValidFrom: "2026-01-01", ValidTo: dates.Date("2026-01-01").AddDays(366 * 3), Reason: "Dịch bệnh"}
	if _, err := s.SaveSuspension(wide); err != nil {
		t.Errorf("three years: %v", err)
	}
	changed := plain
	changed.ID, changed.Reason = made.ID, "Nghỉ Tết"
	if again, err := s.SaveSuspension(changed); err != nil || again.ID != made.ID || again.Reason != "Nghỉ Tết" {
		t.Errorf("%+v %v", again, err)
	}
	list := func(span dates.Span) string {
		all, err := s.Suspensions(span)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintln(all.Total)
		for _, v := range all.Items {
			text += fmt.Sprintf("%s | %s | %s | %s | %s\n", v.ScopeLabel, v.ActivityWord, v.SpanText, v.Reason, v.Source)
		}
		return text
	}
	same(t, "all", list(dates.Span{}), `
			2
			ap1, xa | Họp Tổ nhân dân tự quản | từ 10/06/2026 đến 19/06/2026 | Nghỉ Tết | Công văn 1
			Toàn bộ địa bàn | Mọi loại cuộc họp | từ 01/01/2026 đến 02/01/2029 | Dịch bệnh |`)
	for _, c := range []struct {
		span dates.Span
		want string
	}{
		{dates.Through("2026-06-01", "2026-06-09"), "1"}, {dates.Through("2026-06-01", "2026-06-10"), "2"},
		{dates.Through("2026-06-19", "2026-06-30"), "2"}, {dates.Through("2026-06-20", "2026-06-30"), "1"},
	} {
		if got := list(c.span); got[:1] != c.want {
			t.Errorf("%v: %s", c.span, got)
		}
	}
	if err := s.DeleteSuspension(made.ID); err != nil {
		t.Error(err)
	}
	if err := s.DeleteSuspension(made.ID); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("twice: %v", err)
	}
	if got := list(dates.Span{}); got[:1] != "1" {
		t.Errorf("left: %s", got)
	}
}

func TestDaysOffThroughThePage(t *testing.T) {
	o, _ := pageOffice(t)
	s := New(
		o.Gate,
		func(*store.Tx, string) (string, error) { return "Hạn đổi theo.", nil },
		func(*store.Tx, string) (string, error) { return "", nil },
	)
	trail := func() (detail string) {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			return tx.Raw("SELECT detail FROM audit_entry ORDER BY id DESC LIMIT 1").Scan(&detail).Error
		})
		return detail
	}
	saved, err := s.SaveDaysOff(
		DaysOffInput{
			Year: 2027,
			Items: []DayOff{
				{"2027-01-01", " Tết  Dương lịch ", Off, " Luật "},
				{"2027-12-31", "Nghỉ", Off, ""},
				{"2027-01-09", "Làm bù", Worked, ""},
			},
		},
	)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("%d %t %t, thiếu %d\n", saved.Year, saved.Default, saved.Assumed, len(saved.Missing))
	for _, d := range saved.Items {
		text += fmt.Sprintf("%s %s %s %s\n", d.Day, d.Name, d.Kind, d.Source)
	}
	same(t, "saved", text+trail(), `
			2027 false true, thiếu 5
			2027-01-01 Tết Dương lịch nghi Luật
			2027-01-09 Làm bù lam_bu
			2027-12-31 Nghỉ nghi
			Ghi lịch ngày nghỉ, làm bù năm 2027: 3 ngày. Hạn đổi theo.`)
	for name, c := range map[string]struct {
		in    DaysOffInput
		field string
	}{
		"a year before all":     {DaysOffInput{Year: firstYear - 1}, "year"},
		"a year after all":      {DaysOffInput{Year: lastYear + 1}, "year"},
		"a day of another year": {DaysOffInput{Year: 2027, Items: []DayOff{{"2026-12-31", "Nghỉ", Off, ""}}}, "items.0.day"},
		"a day twice": {DaysOffInput{Year: 2027,
			Items: []DayOff{{"2027-05-03", "Nghỉ", Off, ""}, {"2027-05-03", "Nghỉ", Off, ""}}}, "items.1.day"},
		"no day":  {DaysOffInput{Year: 2027, Items: []DayOff{{"2027-02-30", "Nghỉ", Off, ""}}}, "items.0.day"},
		"no name": {DaysOffInput{Year: 2027, Items: []DayOff{{"2027-05-03", " ", Off, ""}}}, "items.0.name"},
		"a long name": {DaysOffInput{Year: 2027, Items: []DayOff{{"2027-05-03", strings.Repeat("ế", 301), Off, ""}}},
			"items.0.name"},
		"a long source": {DaysOffInput{Year: 2027, Items: []DayOff{{"2027-05-03", "Nghỉ", Off, strings.Repeat("ế", 301)}}},
			"items.0.source"},
		"no kind":                {DaysOffInput{Year: 2027, Items: []DayOff{{"2027-05-03", "Nghỉ", "khac", ""}}}, "items.0.kind"},
		"made up for on workday": {DaysOffInput{Year: 2027, Items: []DayOff{{"2027-05-03", "Bù", Worked, ""}}}, "items.0.day"},
	} {
		_, err := s.SaveDaysOff(c.in)
		if e, _ := fault.Of(err); e == nil || e.Fields[c.field] == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, year := range []int{firstYear, lastYear} {
		if _, err := s.SaveDaysOff(DaysOffInput{Year: year}); err != nil {
			t.Errorf("%d: %v", year, err)
		}
		if y, err := s.DaysOff(year); err != nil || y.Year != year {
			t.Errorf("%d: %v", year, err)
		}
	}
	for _, year := range []int{firstYear - 1, lastYear + 1} {
		if _, err := s.DaysOff(year); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%d: %v", year, err)
		}
	}
	if now, err := s.DaysOff(0); err != nil || now.Year != 2026 || !now.Default {
		t.Errorf("this year: %+v %v", now, err)
	}
	list := DaysOffRows{Rows: []DayOffRow{
		{"02/09/2028", "Quốc khánh", "Nghỉ lễ", "x"},
		{"2027-04-30", "Chiến thắng", "", ""},
		{"8/1/2028", "Bù", "đi làm bù", ""},
	}}
	_, err = s.ImportDaysOff(list)
	if asked, ok := fault.Of(err); ok {
		list.Accepted = asked.Questions
	}
	read, err := s.ImportDaysOff(list)
	if err != nil || fmt.Sprint(read.Years, read.Saved) != "[2027 2028] 3" ||
		trail() != "Nhập lịch ngày nghỉ, làm bù năm 2027, 2028: 3 ngày. Hạn đổi theo." {
		t.Errorf("%+v %v %q", read, err, trail())
	}
	if y, err := s.DaysOff(
		2028,
	); err != nil || len(y.Items) != 2 || y.Items[0] != (DayOff{"2028-01-08", "Bù", Worked, ""}) ||
		y.Items[1] != (DayOff{"2028-09-02", "Quốc khánh", Off, "x"}) {
		t.Errorf("%+v %v", y.Items, err)
	}
	for name, c := range map[string]struct {
		rows  []DayOffRow
		field string
	}{
		"no row":  {nil, "rows"},
		"no day":  {[]DayOffRow{{"2/9/2028", "Quốc khánh", "", ""}, {"hôm qua", "Nghỉ", "", ""}}, "rows.1.day"},
		"no kind": {[]DayOffRow{{"2/9/2028", "Quốc khánh", "vui", ""}}, "rows.0.kind"},
	} {
		_, err := s.ImportDaysOff(DaysOffRows{Rows: c.rows})
		if e, _ := fault.Of(err); e == nil || e.Fields[c.field] == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := New(o.Gate, func(*store.Tx, string) (string, error) { return "", fault.Conflict("Không được.") })
	if _, err := broken.SaveDaysOff(DaysOffInput{Year: 2027}); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("a room to the right refuses: %v", err)
	}
	if y, err := s.DaysOff(2027); err != nil || len(y.Items) != 1 {
		t.Errorf("stored all the same: %+v %v", y, err)
	}
}

// What rooms to the right ask is told or fails; it is never half of it.
func TestWhatOtherRoomsAskTellsOfTheFile(t *testing.T) {
	o, s := pageOffice(t)
	if _, err := s.SaveSuspension(
		SuspensionInput{ScopeUnitID: "ap2", ValidFrom: "2026-06-10", ValidTo: "2026-06-20", Reason: "Lũ lụt"},
	); err != nil {
		t.Fatal(err)
	}
	june := dates.Period("2026-06").Span()
	got := ""
	storetest.Ask(t, o.Store, func(tx *store.Tx) error {
		got = ""
		for _, f := range []Filter{{Span: june}, {Span: june, OfficerID: "chi"}, {Span: june, UnderID: "ap1", SeriesID: "r20"},
			{Span: june, TargetIDs: []string{"ap1"}, Activity: "CELL_REGULAR"}} {
			list, err := Expected(tx, f)
			if err != nil {
				return err
			}
			count, err := CountExpected(tx, f)
			if err != nil {
				return err
			}
			got += fmt.Sprintln(listed(list), count)
		}
		days, err := Holidays(tx, dates.Period("2026-04").Span())
		if err != nil {
			return err
		}
		calendar, err := WorkingDaysWithout(tx, "Luật", 2026, 2026)
		if err != nil {
			return err
		}
		years, err := AskedYears(tx)
		if err != nil {
			return err
		}
		if _, err := ChangeStamp(tx); err != nil {
			return err
		}
		open, err := HandoverHooks()[0].Open(
			tx,
			[]assignments.HeldPlace{{TargetID: "ap1", On: "2026-11-01"}, {TargetID: "ap1", On: "2026-11-01"}},
		)
		got += fmt.Sprintln(len(days), calendar.IsWorking("2026-04-30"), years, open)
		return err
	})
	same(t, "asked", got, `
			15/06 ap1 an, 20/06 cb1 -, −15/06 ap2 team map[ap1:1 cb1:1]
			−15/06 ap2 team map[]
			20/06 cb1 - map[cb1:1]
			15/06 ap1 an map[ap1:1]
			4 false [2027] map[ap1:[{  r15  Dự sinh hoạt chi bộ, kỳ tới: tháng 12 năm 2026 2026-12-15 false}]]`)
}
