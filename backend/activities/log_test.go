package activities

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// fillLog records one meeting of each outcome.
func (o *testOffice) fillLog(t testing.TB) {
	t.Helper()
	o.save(t, heldAt("cb1", "2026-11-05", "an"))
	excused := heldAt("cb2", "2026-11-06", "binh")
	excused.Attendances[0] = AttendanceInput{OfficerID: "binh", Result: Excused, Reason: "Học chính trị"}
	o.save(t, excused)
	joint := MeetingInput{Kind: Group, State: Held, HeldOn: "2026-10-26", HostIDs: []string{"to1", "to2"}, Note: "Bàn việc NẠO VÉT kênh",
		Attendances: []AttendanceInput{{OfficerID: "chi", Result: Substituted, SubstituteID: "an"}}}
	o.save(t, joint)
	o.save(
		t,
		MeetingInput{
			Kind:        Group,
			State:       Planned,
			PlannedOn:   "2026-11-10",
			HostIDs:     []string{"to1"},
			Attendances: []AttendanceInput{{OfficerID: "chi"}},
		},
	)
	o.save(t, MeetingInput{Kind: Group, State: Planned, PlannedOn: "2026-11-24", HostIDs: []string{"to2"}})
	o.save(t, MeetingInput{Kind: People, State: Cancelled, PlannedOn: "2026-11-12", HostIDs: []string{"ap2"}})
	o.save(t, MeetingInput{Kind: Visit, State: Held, HeldOn: "2025-06-01", HostIDs: []string{"apcu"}})
}

func TestLogFilters(t *testing.T) {
	o := openOffice(t)
	o.fillLog(t)
	november := dates.Period("2026-11").Span()
	for name, c := range map[string]struct {
		filter LogFilter
		days   string
	}{
		"all, oldest first":     {LogFilter{}, "2025-06-01 2026-10-26 2026-11-05 2026-11-06 2026-11-10 2026-11-12 2026-11-24"},
		"newest first":          {LogFilter{Newest: true, Limit: 2}, "2026-11-24 2026-11-12"},
		"behind a day":          {LogFilter{Newest: true, Limit: 2, After: &LogKey{"2026-11-12", ""}}, "2026-11-10 2026-11-06"},
		"month":                 {LogFilter{Span: november}, "2026-11-05 2026-11-06 2026-11-10 2026-11-12 2026-11-24"},
		"kind":                  {LogFilter{Kind: Group}, "2026-10-26 2026-11-10 2026-11-24"},
		"below a hamlet":        {LogFilter{UnderID: "ap1"}, "2026-10-26 2026-11-05 2026-11-10 2026-11-24"},
		"below the commune":     {LogFilter{UnderID: "xa"}, "2025-06-01 2026-10-26 2026-11-05 2026-11-06 2026-11-10 2026-11-12 2026-11-24"},
		"the Party committee":   {LogFilter{UnderID: "db"}, "2025-06-01 2026-10-26 2026-11-05 2026-11-06 2026-11-10 2026-11-12 2026-11-24"},
		"a cell and its hamlet": {LogFilter{UnderID: "cb2"}, "2026-11-06 2026-11-12"},
		"after a hamlet closed": {LogFilter{UnderID: "apcu", Span: november}, ""},
		"officer, substituting": {LogFilter{OfficerID: "an"}, "2026-10-26 2026-11-05"},
		"officer and outcome":   {LogFilter{OfficerID: "chi", Outcome: Outcome(Substituted)}, "2026-10-26"},
		"excused":               {LogFilter{Outcome: Outcome(Excused)}, "2026-11-06"},
		"not recorded":          {LogFilter{Outcome: NotRecorded}, "2026-11-10"},
		"to come":               {LogFilter{Outcome: ToCome}, "2026-11-24"},
		"not held":              {LogFilter{Outcome: NotHeld}, "2026-11-12"},
		"held without officer":  {LogFilter{Outcome: HeldOnly}, "2025-06-01"},
		"text without accents":  {LogFilter{Text: "nao vet"}, "2026-10-26"},
		"name of a host":        {LogFilter{Text: "Tổ 18"}, "2026-10-26 2026-11-24"},
		"a sign is no word":     {LogFilter{Text: "%"}, ""},
		"words in any order":    {LogFilter{Text: "vét nạo"}, "2026-10-26"},
		"an unfinished word":    {LogFilter{Text: "nạo v"}, ""}, // one letter is a word, not a beginning
		"the beginning of one":  {LogFilter{Text: "nạo vé"}, "2026-10-26"},
		"words and an officer":  {LogFilter{Text: "nao vet", OfficerID: "chi"}, "2026-10-26"},
		"words elsewhere":       {LogFilter{Text: "nao vet", UnderID: "ap2"}, ""},
		"words of a month":      {LogFilter{Text: "to 18", Span: november}, "2026-11-24"},
		"words before a month":  {LogFilter{Text: "to 18", Span: dates.Span{To: "2026-11-24"}}, "2026-10-26"},
		"words and a state":     {LogFilter{Text: "to 18", Outcome: ToCome}, "2026-11-24"},
		"nothing there":         {LogFilter{UnderID: "zzz"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := o.s.Log(c.filter)
			if err != nil {
				t.Fatal(err)
			}
			days := []string{}
			for _, e := range page.Items {
				days = append(days, string(e.Day))
			}
			if got := strings.Join(days, " "); got != c.days {
				t.Fatalf("got %q, want %q", got, c.days)
			}
			total, err := o.s.LogTotal(c.filter)
			if err != nil || c.filter.Limit == 0 && total.Total != len(page.Items) {
				t.Fatalf("total %d of %d, %v", total.Total, len(page.Items), err)
			}
		})
	}
}

func TestWeek(t *testing.T) {
	o := openOffice(t)
	o.fillLog(t)
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		w, err := WeekOf(tx, "", "")
		if err != nil {
			return err
		}
		if w.Label != "Thứ Hai 23/11 – Chủ nhật 29/11/2026" || w.MeetingCount != 1 || w.Meetings[0].Text != "Chưa có cán bộ dự" {
			t.Fatalf("%+v", w)
		}
		if len(w.Unrecorded) != 1 || w.Unrecorded[0].Kind != Group || w.Unrecorded[0].Count != 1 || w.Unrecorded[0].Label != "11/2026" {
			t.Fatalf("%+v", w.Unrecorded)
		}
		if w.Required != 2 || w.VacantCount != 1 || w.Vacant[0].UnitID != "ap2" || w.Vacant[0].KindName != "Phụ trách ấp" {
			t.Fatalf("%+v", w.Vacant)
		}
		for officer, want := range map[string]int{"chi": 1, "binh": 0} {
			w, err := WeekOf(tx, "2026-11-12", officer)
			if err != nil {
				return err
			}
			listed, err := Count(tx, LogFilter{Span: dates.Span{From: "2026-11-09", To: "2026-11-16"}, OfficerID: officer}, 0)
			if err != nil || w.MeetingCount != want || listed != want || len(w.Meetings) != want || w.VacantCount != 0 ||
				len(w.Unrecorded) != want {
				t.Errorf(
					"week of %q: %d meetings, the log has %d, %d not recorded, %v",
					officer,
					w.MeetingCount,
					listed,
					len(w.Unrecorded),
					err,
				)
			}
		}
		if w, err = WeekOf(tx, "2026-11-12", ""); err != nil || w.From != "2026-11-09" || w.MeetingCount != 2 {
			t.Fatalf("%+v %v", w, err)
		}
		return nil
	})
}
