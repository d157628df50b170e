package reports

import (
	"strings"
	"testing"

	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A paper says beside each running deadline that it crosses a year whose days off nobody entered, and says nothing of one that ended.
func TestPapersSayWhatTheCalendarDoesNotKnow(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.MatterOffice(t)
	said := func(in Input) int {
		return strings.Count(words(t, o, in), strings.ReplaceAll("Chưa nhập lịch nghỉ năm 2026, hạn có thể đổi", " ", ""))
	}
	papers := []struct {
		in   Input
		want int
	}{
		{Input{Report: "R8", Period: "2026-06"}, 2}, // of four: one was answered, one was never referred
		{Input{Report: "R11", BodyID: ids["cq0"]}, 1},
		{Input{Report: "R12B", Period: "2026-07", OfficerID: ids["cb0"]}, 3},
	}
	for _, p := range papers {
		if got := said(p.in); got != 0 {
			t.Errorf("%s with the year's announcement: said %d times", p.in.Report, got)
		}
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error { // a list without Tết takes the announcement's place
		return tx.Exec("INSERT INTO day_off (day, name, kind, source) VALUES ('2026-09-02', 'Quốc khánh', 'nghi', 'mẫu')").Error
	})
	for _, p := range papers {
		if got := said(p.in); got != p.want {
			t.Errorf("%s without it: said %d times, want %d", p.in.Report, got, p.want)
		}
	}
}
