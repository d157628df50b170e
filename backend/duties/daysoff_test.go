package duties

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func TestSwapIsOneAct(t *testing.T) {
	o := accesstest.Open(t)
	told := []string{}
	s := New(o.Gate, func(_ *store.Tx, cause string) (string, error) {
		told = append(told, cause)
		return "Hạn của 2 kiến nghị thay đổi.", nil
	})
	for name, c := range map[string]struct {
		in          SwapInput
		field, says string
	}{
		"a year before all":    {SwapInput{Off: "1899-12-21", Worked: "1899-12-23"}, "off", "không hợp lệ"},
		"a year after all":     {SwapInput{Off: "2121-12-22", Worked: "2121-12-20"}, "worked", "không hợp lệ"},
		"no day":               {SwapInput{Worked: "2026-12-19"}, "off", "không hợp lệ"},
		"no make-up day":       {SwapInput{Off: "2026-12-21"}, "worked", "không hợp lệ"},
		"a Saturday off":       {SwapInput{Off: "2026-12-19", Worked: "2026-12-20"}, "off", "vốn không làm việc"},
		"a holiday off":        {SwapInput{Off: "2026-11-24", Worked: "2026-12-19"}, "off", "Ngày Văn hóa Việt Nam"},
		"a Monday worked":      {SwapInput{Off: "2026-12-18", Worked: "2026-12-21"}, "worked", "vốn đã là ngày làm việc"},
		"worked already":       {SwapInput{Off: "2026-08-24", Worked: "2026-08-22"}, "worked", "Làm bù"},
		"worked on a holiday":  {SwapInput{Off: "2026-08-28", Worked: "2026-08-29"}, "worked", "Quốc khánh"},
		"another year":         {SwapInput{Off: "2026-12-21", Worked: "2027-12-18"}, "worked", "kiểm tra lại năm"},
		"a source of 301 char": {SwapInput{Off: "2026-12-21", Worked: "2026-12-19", Source: strings.Repeat("ế", 301)}, "source", ""},
	} {
		_, err := s.SwapDays(c.in)
		e, _ := fault.Of(err)
		if e == nil || e.Fields[c.field] == "" || !strings.Contains(e.Fields[c.field], c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(told) != 0 {
		t.Fatalf("told of what was refused: %q", told)
	}
	before, _ := s.DaysOff(2026)
	y, err := s.SwapDays(SwapInput{Off: "2026-12-31", Worked: "2027-01-09", Source: "Thông báo mẫu"})
	if err != nil || y.Default || y.Year != 2026 || len(y.Items) != len(before.Items)+1 {
		t.Fatalf("%+v %v", y, err)
	}
	next, err := s.DaysOff(2027)
	if err != nil || next.Default || !next.Assumed {
		t.Errorf("the other year: %+v %v", next, err)
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		c, err := WorkingDays(tx, 2026, 2027)
		if err != nil || c.IsWorking("2026-12-31") || !c.IsWorking("2027-01-09") || c.IsWorking("2026-11-24") || c.IsWorking("2027-02-08") {
			t.Errorf("the calendar after it: %v", err)
		}
		var detail string
		err = tx.Raw("SELECT detail FROM audit_entry WHERE action = 'duties.SwapDays'").Scan(&detail).Error
		if detail != "Hoán đổi ngày làm việc: nghỉ 31/12/2026, làm bù 09/01/2027. Hạn của 2 kiến nghị thay đổi." {
			t.Errorf("the trail says %q", detail)
		}
		return err
	})
	if len(slices.Compact(told)) != 1 { // twice when the saving failed the first time
		t.Errorf("told %q", told)
	}
}

// Only an administrator changes the calendar of the office.
func TestWhoChangesTheDaysOff(t *testing.T) {
	o := accesstest.Open(t)
	s := New(o.Gate)
	for _, role := range []access.Role{access.ChuyenVien, access.LanhDao} {
		o.SignIn(t, role)
		_, swap := s.SwapDays(SwapInput{Off: "2026-12-31", Worked: "2027-01-09"})
		_, save := s.SaveDaysOff(DaysOffInput{Year: 2027})
		_, taken := s.ImportDaysOff(DaysOffRows{})
		for name, err := range map[string]error{"swap": swap, "save": save, "import": taken} {
			if !fault.Is(err, fault.CodeForbidden) {
				t.Errorf("%s for %s: %v", name, role, err)
			}
		}
		if _, err := s.AskedYears(); err != nil {
			t.Errorf("%s may not read: %v", role, err)
		}
	}
}

// The coming year is asked for from 1 November on, this year as long as nobody entered its announcement.
func TestAskedYears(t *testing.T) {
	s := storetest.Open(t)
	asked := func(day string) string {
		moment, _ := time.Parse("2006-01-02", day)
		s.Clock = func() time.Time { return moment }
		var out []int
		storetest.Read(t, s, func(tx *store.Tx) (err error) {
			out, err = AskedYears(tx)
			return err
		})
		return fmt.Sprint(out)
	}
	for day, want := range map[string]string{
		"2026-10-31": "[]", "2026-11-01": "[2027]", "2026-12-31": "[2027]", "2027-01-01": "[2027]", "2027-11-01": "[2027 2028]",
		"2025-11-01": "[]",
	} {
		if got := asked(day); got != want {
			t.Errorf("on %s: %s, want %s", day, got, want)
		}
	}
	enter := func(items ...DayOff) {
		storetest.Write(t, s, func(tx *store.Tx) error {
			_, err := saveDaysOff(tx, DaysOffInput{Year: 2027, Items: items})
			return err
		})
	}
	// Mùng 1 is Saturday 6/2/2027: neither it alone nor the day before the holiday, nor work on a Sunday of it, is Tết's announcement.
	day := DayOff{"2027-01-01", "Tết Dương lịch", Off, "Thông báo mẫu"}
	for _, also := range []DayOff{
		{"2027-09-02", "Quốc khánh", Off, "x"}, {"2027-02-06", "Mùng 1", Off, "x"}, {"2027-02-07", "Làm bù", Worked, "x"},
		{"2027-02-04", "Nghỉ thêm", Off, "x"}, {"2027-02-10", "Nghỉ thêm", Off, "x"},
	} {
		enter(day, also)
		if got := asked("2026-12-01"); got != "[2027]" {
			t.Errorf("with %s alone: %s, want 2027 asked for", also.Day, got)
		}
	}
	for _, tet := range []dates.Date{"2027-02-05", "2027-02-08", "2027-02-09"} {
		enter(day, DayOff{tet, "Tết Nguyên đán", Off, "Thông báo mẫu"})
		if got := asked("2026-12-01"); got != "[]" {
			t.Errorf("Tết is entered with %s, and 2027 still asked for: %s", tet, got)
		}
	}
}

// takeDays takes a list in and agrees to what is asked.
func takeDays(tx *store.Tx, rows ...DayOffRow) (DaysOffImport, error) {
	in := DaysOffRows{Rows: rows}
	done, err := ImportDaysOff(tx, in)
	if asked, ok := fault.Of(err); ok && asked.Code == fault.CodeConfirm {
		in.Accepted = asked.Questions
		return ImportDaysOff(tx, in)
	}
	return done, err
}

// A list that would take days away from a year names them and is asked about; one that holds them all is not.
func TestAListThatLacksDaysIsAskedAbout(t *testing.T) {
	s := storetest.Open(t)
	row := func(day, kind string) DayOffRow {
		return DayOffRow{Day: day, Name: "Ngày mẫu " + day, Kind: kind, Source: "x"}
	}
	storetest.Write(t, s, func(tx *store.Tx) error {
		full := []DayOffRow{row("01/01/2027", "nghỉ"), row("06/02/2027", "nghỉ"), row("08/02/2027", "nghỉ"), row("13/02/2027", "làm bù"),
			row("30/04/2027", "nghỉ"), row("03/05/2027", "nghỉ"), row("02/09/2027", "nghỉ")}
		if _, err := takeDays(tx, full...); err != nil {
			t.Fatal(err)
		}
		if _, err := ImportDaysOff(tx, DaysOffRows{Rows: append(full, row("24/11/2027", "nghỉ"))}); err != nil {
			t.Errorf("a list that only adds a day: %v", err)
		}

		worked := slices.Clone(full)
		worked[1].Kind = "làm bù" // 6/2/2027 is a Saturday
		_, err := ImportDaysOff(tx, DaysOffRows{Rows: worked})
		asked, _ := fault.Of(err)
		want := "Danh sách có 7 ngày của năm 2027 và thay toàn bộ lịch đang dùng của năm này; 2 ngày không có trong danh sách sẽ bị bỏ: " +
			"nghỉ 06/02/2027 (Ngày mẫu 06/02/2027); nghỉ 24/11/2027 (Ngày mẫu 24/11/2027)."
		if asked == nil || asked.Code != fault.CodeConfirm || len(asked.Questions) != 1 || asked.Questions[0] != want {
			t.Errorf("%+v, want %q", asked, want)
		}
		if y, _ := daysOff(tx, 2027); len(y.Items) != 8 {
			t.Errorf("%d days, 8 before the answer", len(y.Items))
		}

		_, err = ImportDaysOff(tx, DaysOffRows{Rows: []DayOffRow{row("01/01/2027", "nghỉ")}})
		asked, _ = fault.Of(err)
		if asked == nil || !strings.Contains(asked.Message, "7 ngày không có") || !strings.Contains(asked.Message, "làm bù 13/02/2027") ||
			!strings.HasSuffix(asked.Message, "; và 2 ngày nữa.") {
			t.Errorf("%+v", asked)
		}

		both := []DayOffRow{row("01/01/2027", "nghỉ"), row("01/01/2028", "nghỉ")}
		_, err = ImportDaysOff(tx, DaysOffRows{Rows: both})
		asked, _ = fault.Of(err)
		if asked == nil || len(asked.Questions) != 2 {
			t.Fatalf("%+v: each year is asked about by itself", asked)
		}
		if _, err = ImportDaysOff(tx, DaysOffRows{Rows: both, Accepted: asked.Questions[:1]}); !fault.Is(err, fault.CodeConfirm) {
			t.Errorf("one of two questions answered: %v", err)
		}
		return nil
	})
}

// A year mistyped in one row of a list is named; nothing of the list is stored, and the days of the other year stay.
func TestMistypedYearInAList(t *testing.T) {
	s := storetest.Open(t)
	row := func(day string) DayOffRow {
		return DayOffRow{Day: day, Name: "Nghỉ", Kind: "nghỉ", Source: "Thông báo mẫu"}
	}
	for _, c := range []struct {
		odd  string
		says string // "" = taken
	}{
		{"30/04/2062", "năm 2062"}, {"30/04/2025", "năm 2025"}, {"01/01/2029", "năm 2029"}, {"31/12/2025", "năm 2025"},
		{"01/01/2028", ""}, {"31/12/2026", ""}, {"30/04/2027", ""},
	} {
		var err error
		storetest.Write(t, s, func(tx *store.Tx) error {
			_, err = takeDays(tx, row("01/01/2027"), row("08/02/2027"), row(c.odd))
			return nil
		})
		said := ""
		if refused, ok := fault.Of(err); ok {
			said = fmt.Sprint(refused.Fields)
		}
		if (c.says == "") != (err == nil) || c.says != "" && (!strings.Contains(said, c.says) || !strings.Contains(said, "rows.2.day")) {
			t.Errorf("%s: %v %s", c.odd, err, said)
		}
	}
}

// A list that lacks a day the law gives is named; Tết, whose days the announcement decides, is not.
func TestMissingDaysOfTheLaw(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		items := []DayOff{{"2026-01-01", "Tết Dương lịch", Off, "x"}, {"2026-04-26", "Giỗ Tổ", Off, "x"}, {"2026-04-30", "30/4", Off, "x"},
			{"2026-05-01", "1/5", Off, "x"}, {"2026-09-02", "Quốc khánh", Off, "x"}, {"2026-02-17", "Tết", Off, "x"}}
		y, err := saveDaysOff(tx, DaysOffInput{Year: 2026, Items: items})
		if err != nil || len(y.Missing) != 1 ||
			y.Missing[0] != (DayOff{"2026-11-24", "Ngày Văn hóa Việt Nam", Off, dates.SourceCultureDay}) {
			t.Errorf("%+v %v", y.Missing, err)
		}
		y, err = saveDaysOff(tx, DaysOffInput{Year: 2026, Items: append(items, y.Missing...)})
		if err != nil || len(y.Missing) != 0 || y.Assumed {
			t.Errorf("%+v %v", y, err)
		}
		return err
	})
}

// The calendar knows which years between two days nobody entered.
func TestAssumedYears(t *testing.T) {
	s := storetest.Open(t)
	storetest.Read(t, s, func(tx *store.Tx) error {
		c, err := WorkingDays(tx, 2014, 2030)
		if err != nil {
			return err
		}
		for _, r := range []struct {
			from, to dates.Date
			want     string
		}{
			{"2026-11-20", "2026-12-31", "[]"}, {"2026-11-20", "2027-01-01", "[2027]"}, {"2026-12-31", "2028-01-01", "[2027 2028]"},
			{"2020-01-01", "2024-06-01", "[]"}, {"", "2027-01-01", "[]"}, {"2027-01-01", "", "[]"},
		} {
			if got := fmt.Sprint(c.Assumed(r.from, r.to)); got != r.want {
				t.Errorf("%s … %s: %s, want %s", r.from, r.to, got, r.want)
			}
		}
		without, err := WorkingDaysWithout(tx, dates.SourceCultureDay, 2026, 2026)
		if err != nil || !without.IsWorking("2026-11-24") || without.IsWorking("2026-09-02") || c.IsWorking("2026-11-24") {
			t.Error("the calendar without the resolution", err)
		}
		return nil
	})
}
