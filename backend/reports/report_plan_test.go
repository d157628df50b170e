package reports

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The plan of a quarter counts month by month what the rules will ask of each officer, with the days a rule fixes; a plan of a
// period that is over is not issued. Two officers, each in charge of one hamlet from 5 June 2026.
func TestPlanOfAttendance(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	room := duties.New(o.Gate)
	for _, rule := range []duties.RuleInput{
		{Name: "Dự họp dân hằng tháng", Activity: "PEOPLE", Quota: 2},
		{Name: "Dự họp ngày 16 âm lịch", Activity: "GROUP", Quota: 1, FixedCalendar: "lunar", FixedDay: 16, Source: "Quy chế mẫu"},
	} {
		rule.SchemeID, rule.KindID, rule.Subject = ids["scheme"], ids["kind"], duties.OfOfficer
		rule.Period, rule.ValidFrom = dates.Monthly, "2026-06-05"
		if rule.FixedCalendar == "lunar" {
			rule.Period = dates.LunarMonthly
		}
		if _, err := room.SaveRule(rule); err != nil {
			t.Fatal(err)
		}
	}
	rows := func(in Input) (out []string) {
		for _, r := range made(t, o.Store, in).Annexes[0].Blocks[0].Table.Rows {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, c.Text)
			}
			out = append(out, strings.Join(cells, "|"))
		}
		return out
	}
	// Tết is on 6 February 2027; the lunar months around it begin with the new moons of 8 January and 8 March
	got := rows(Input{Report: "R4B", Period: "2027-Q1"})
	want := []string{
		"Cán bộ mẫu 01, Ủy viên Ban Thường vụ",
		"1|Ấp Mẫu 1, xã Mẫu Đơn|Dự họp dân hằng tháng|2|2|2|6",
		"2|Ấp Mẫu 1, xã Mẫu Đơn|Dự họp ngày 16 âm lịch|1\n(23/01/2027)|1\n(21/02/2027)|1\n(23/3/2027)|3",
		"Cán bộ mẫu 02, Ủy viên Ban Thường vụ",
		"3|Ấp Mẫu 2, xã Mẫu Đơn|Dự họp dân hằng tháng|2|2|2|6",
		"4|Ấp Mẫu 2, xã Mẫu Đơn|Dự họp ngày 16 âm lịch|1\n(23/01/2027)|1\n(21/02/2027)|1\n(23/3/2027)|3",
		"|Tổng cộng||6|6|6|18",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if year := rows(Input{Report: "R4B", Period: "2027", OfficerID: ids["cb1"]}); len(year) != 4 ||
		!strings.HasSuffix(year[3], "|9|9|9|9|36") {
		t.Errorf("a year of one officer: %v", year)
	}
	for period, says := range map[dates.Period]string{
		"2026-Q2": "Quý II năm 2026 đã qua", "2024-Q1": "không có kỳ sinh hoạt, họp nào phải dự",
	} {
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			p, err := Prepare(tx, Input{Report: "R4B", Period: period})
			if err == nil && !strings.Contains(Reasons(p.Obstacles), says) {
				t.Errorf("%s: %v", period, p.Obstacles)
			}
			return err
		})
	}
	if doc := made(t, o.Store, Input{Report: "R4B", Period: "2024-Q1"}); len(doc.Annexes) != 0 || doc.Type != "KẾ HOẠCH" {
		t.Errorf("an empty plan has an annex: %+v", doc.Annexes)
	}
}
