package reports

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

// Every report of the catalog, in each form, with records and without, keeps to the rules of the page.
func TestEveryReportKeepsTheRules(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	all := map[string]document.Document{}
	for _, report := range Catalog {
		for _, form := range report.Forms {
			for _, period := range []dates.Period{"2026-06", "2024-01"} {
				in := Input{Report: report.Code, Period: report.Fitting(period), Form: form, Number: 5}
				name := report.Code + " " + string(period) + " " + strings.TrimSuffix(FileName(report, in), ".pdf")
				all[name] = made(t, o.Store, reportstest.About(report.Needs, ids, in))
			}
		}
	}
	typesettest.CheckPapers(t, all, documenttest.MadeAt)
}

// made builds a paper.
func made(t *testing.T, s *store.Store, in Input) (doc document.Document) {
	t.Helper()
	storetest.Read(t, s, func(tx *store.Tx) (err error) {
		if doc, err = Make(tx, in); err != nil {
			err = fmt.Errorf("%s %s: %w", in.Report, in.Form, err)
		}
		return err
	})
	return doc
}

func TestReportsSayWhatTheRecordsSay(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	tests := []struct {
		in   Input
		want []string
	}{
		{
			Input{Report: "so-phan-cong", Period: "2026-06"},
			[]string{"Cán bộ mẫu 01", "Ủy viên Ban Thường vụ", "Ấp Mẫu 1", "12-QĐ/ĐU, ngày 05/6/2026", "Theo dõi ấp"},
		},
		{
			Input{Report: "R2", Period: "2026-06", DecisionID: ids["qd"]},
			[]string{
				"(Kèm theo Quyết định số 12-QĐ/ĐU, ngày 05/6/2026 của Ban Thường vụ Đảng ủy xã)",
				"Theo dõi, phụ trách",
				"(Danh sách có 02 đồng chí)",
			},
		},
		{
			Input{Report: "R2B", Period: "2026-06"},
			[]string{
				"BAN THƯỜNG VỤ ĐẢNG ỦY XÃ QUYẾT ĐỊNH:",
				"Số 12-QĐ/ĐU",
				"Điều 1. Phân công cấp ủy viên theo dõi ấp, gồm ", "(có danh sách kèm theo)",
				"hiệu lực từ ngày 05/6/2026",
				"(Danh sách có 02 đồng chí)",
			},
		},
		{
			Input{Report: "R2C", Period: "2024-01", DecisionID: ids["qd"]},
			[]string{
				"THÔNG BÁO",
				"Ban Thường vụ Đảng ủy xã thông báo phân công cấp ủy viên theo dõi ấp, từ ngày 05/6/2026",
				"(Kèm theo Thông báo số 12-QĐ/ĐU",
			},
		},
		{
			Input{Report: "P2", Period: "2026-06", MeetingID: ids["hop"]},
			[]string{"PHIẾU BÁO CÁO", "Họ và tên: Cán bộ mẫu 01. Chức vụ: Ủy viên Ban Thường vụ", "tổng ……; có mặt ……", "NGƯỜI BÁO CÁO"},
		},
		{Input{Report: "R28", Period: "2025"}, []string{"Ấp Mẫu 1", "Thành lập hoặc bắt đầu được ghi", "chưa ghi văn bản"}},
		{Input{Report: "R28", Period: "2026-06"}, []string{"Trong kỳ không có đơn vị nào thành lập"}},
		{Input{Report: "r6", Period: "2026-06"}, []string{"10/6/2026", "Họp dân", "sửa đoạn đường"}},
		{
			Input{Report: "R20", Period: "2026-06", Number: 7},
			[]string{
				"có 02 đồng chí được phân công theo dõi, phụ trách 02 địa bàn",
				"Trong 03 nơi phải có người phụ trách, 02 nơi đã được phân công (đạt 66,7%), 01 nơi chưa có người phụ trách",
				"đã tổ chức 04 cuộc họp",
				"phải dự 05 lượt, đã dự 02/04 lượt có họp (đạt 50%); vắng có lý do 01 lượt; vắng không có lý do 01 lượt (",
				"đã góp ý 02 nội dung về lĩnh vực Hạ tầng, giao thông, điện, nước sạch, thủy lợi; đều được cơ sở tiếp thu toàn bộ hoặc một phần",
				"Ấp Mẫu 3",
			},
		},
		{
			Input{Report: "R20", Period: "2024-01"},
			[]string{"chưa có quyết định phân công nào đang có hiệu lực", "chưa có số liệu về cuộc họp, sinh hoạt đã tổ chức"},
		},
		{Input{Report: "R3", Period: "2026-06"}, []string{"Xã Mẫu Đơn", "66,7%", "Ấp Mẫu 3"}},
		{
			Input{Report: "R5", Period: "2026-06", OfficerID: ids["cb0"]},
			[]string{"Mã phiếu: PCT-2026-06-", "Cán bộ mẫu 01", "20/6/2026", "Họp dân"},
		},
		{
			Input{Report: "P1", Period: "2026-06", MeetingID: ids["hop"]},
			[]string{"họp dân, Ấp Mẫu 1", "20/6/2026", "Ngày 12/6/2026", "sửa đoạn đường vào nhà văn hóa"},
		},
		{
			Input{Report: "R7", Period: "2026-06"},
			[]string{
				"Cán bộ mẫu 01 Ủy viên Ban Thường vụ Ấp Mẫu 1",
				"Tỷ lệ dự = (đã dự + dự thay được tính) / (phải dự - chưa ghi cuộc họp)",
			},
		},
		{Input{Report: "R7", Period: "2024-01"}, []string{"Không có cán bộ được phân công, cũng không có kỳ phải dự nào"}},
		{Input{Report: "R16", Period: "2026-06"}, []string{"Không phát sinh nội dung truyền đạt"}},
		{
			Input{Report: "R25", Period: "2026-06", HandoverID: ids["bg"]},
			[]string{"đồng chí Cán bộ mẫu 02, Ủy viên Ban Thường vụ; thôi phụ trách từ ngày 01/12/2026 (luân chuyển, điều động)",
				"Bên nhận: đồng chí Cán bộ mẫu 01", "Quyết định số 15-QĐ/ĐU, ngày 20/11/2026", "Ấp Mẫu 2", "BÊN GIAO", "BÊN NHẬN"},
		},
		{
			Input{Report: "R25", Period: "2026-06", OfficerID: ids["cb0"]},
			[]string{"thôi phụ trách từ ngày ……/……/………", "Ấp Mẫu 1, xã Mẫu Đơn: không có việc còn mở"},
		},
		{
			Input{Report: "R27", Period: "2026-06", UnitID: ids["ap0"]},
			[]string{"Ấp Mẫu 1", "Theo dõi ấp", "12-QĐ/ĐU, ngày 05/6/2026", "sửa đoạn đường"},
		},
		{
			Input{Report: "R20", Period: "2026-06", UnitID: ids["ap0"]},
			[]string{"địa bàn ấp Mẫu 1", "01 nơi phải có người phụ trách đã được phân công"},
		},
	}
	for _, tt := range tests {
		text := typesettest.LaidText(t, made(t, o.Store, tt.in))
		for _, want := range tt.want {
			if !strings.Contains(text, typesettest.Squeeze(want)) {
				t.Errorf("%s %s: %q is missing", tt.in.Report, tt.in.Period, want)
			}
		}
	}
}

// With rules of duty the report counts what the rules expect: one people's meeting a month and place, also in a month in
// which nobody planned any.
func TestReportFollowsTheRulesOfDuty(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	_, err := duties.New(o.Gate).
		SaveRule(duties.RuleInput{SchemeID: ids["scheme"], KindID: ids["kind"], Name: "Dự họp dân hằng tháng", Subject: duties.OfOfficer,
			Activity: "PEOPLE", Quota: 1, Period: dates.Monthly, ValidFrom: "2026-06-05", Source: "Quy chế mẫu"})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		f, err := figuresFor(tx, expectedOfOfficers(dates.Period("2026-08").Span(), ""))
		if err != nil || f.turns.due != 2 || f.turns.unrecorded != 2 || f.turns.held != 0 || len(f.byOfficer) != 2 {
			t.Errorf("%+v, %v", f.turns, err)
		}
		doc, err := Make(tx, Input{Report: "R20", Period: "2026-08"})
		if err == nil {
			typesettest.CheckPDF(t, doc, documenttest.MadeAt)
		}
		sameAttendance(t, tx, Input{Period: "2026-08"}, 2)
		return err
	})
}

// The first annex of a report of a period is R7 row for row, with rules of duty (above) and without, and of one place.
func TestAttendanceIsOneTable(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error { // both at one meeting, of which each counts the own turn only
		_, err := activities.Save(tx, activities.MeetingInput{
			Kind: activities.People, State: activities.Held, PlannedOn: "2026-06-25", HeldOn: "2026-06-25", HostIDs: []string{ids["ap1"]},
			Attendances: []activities.AttendanceInput{
				{OfficerID: ids["cb0"], Result: activities.Attended}, {OfficerID: ids["cb1"], Result: activities.Attended},
			},
		})
		return err
	})
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		sameAttendance(t, tx, Input{Period: "2026-06"}, 2)
		sameAttendance(t, tx, Input{Period: "2026-06", UnitID: ids["ap0"]}, 1)
		alone := Input{Report: "R7", Period: "2026-06", OfficerID: ids["cb1"]}
		doc, err := Make(tx, alone)
		all, errAll := Make(tx, Input{Report: "R7", Period: "2026-06"})
		if err != nil || errAll != nil {
			t.Fatal(err, errAll)
		}
		one, whole := doc.Blocks[0].Table.Rows, all.Blocks[0].Table.Rows
		for i := 1; i < len(one[0].Cells); i++ {
			if got, want := one[0].Cells[i].Text, whole[1].Cells[i].Text; got != want {
				t.Errorf("column %d of one officer's own summary: %q, in everybody's %q", i, got, want)
			}
		}
		if len(one) != 2 || len(whole) != 3 {
			t.Errorf("%d and %d rows, want one officer and two, each with a total", len(one), len(whole))
		}
		return nil
	})
}

func sameAttendance(t *testing.T, tx *store.Tx, in Input, holders int) {
	t.Helper()
	in.Report = "R7"
	summary, err := Make(tx, in)
	if err != nil {
		t.Fatal(err)
	}
	in.Report = "R20"
	report, err := Make(tx, in)
	if err != nil {
		t.Fatal(err)
	}
	table, annex := summary.Blocks[0].Table, report.Annexes[0].Blocks[0].Table
	if !reflect.DeepEqual(table, annex) {
		t.Errorf("R7\n%+v\nbut the first annex of R20\n%+v", table, annex)
	}
	if len(table.Rows) != holders+1 {
		t.Errorf("%d rows, want %d and the total", len(table.Rows), holders)
	}
}

func TestPreviewHandsOutTheFile(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	o.SignIn(t, access.LanhDao)
	printed, err := s.Preview(Input{Report: "R6", Period: "2026-06"})
	if err != nil {
		t.Fatal(err)
	}
	file, ok := o.Gate.Files().Get(printed.Token)
	if !ok || !strings.HasPrefix(string(file.Content), "%PDF-") || printed.Pages < 1 || printed.FileName != "so-du-hop 2026-06.pdf" ||
		len(printed.Warnings) != 1 {
		t.Errorf("%+v, file %v", printed, ok)
	}
	lines, err := s.List()
	if err != nil || len(lines) != len(Catalog) {
		t.Errorf("%d lines, %v", len(lines), err)
	}
	if _, err := s.SaveProfile(
		document.ProfileVersion{Profile: document.DefaultProfile(document.FormParty, "")},
	); !fault.Is(
		err,
		fault.CodeForbidden,
	) {
		t.Errorf("a lãnh đạo changed the form: %v", err)
	}
	o.SignOut(t)
	if _, err := s.Preview(Input{Report: "R6", Period: "2026-06"}); !fault.Is(err, fault.CodeSignedOut) {
		t.Errorf("printed without signing in: %v", err)
	}
}

func TestWrongChoicesAreExplained(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	tests := []struct {
		in    Input
		field string
	}{
		{Input{Report: "khong-co", Period: "2026-06"}, "report"},
		{Input{Report: "R6"}, "period"},
		{Input{Report: "R6", Period: "2026-W03"}, "period"},
		{Input{Report: "R21", Period: "2026-06"}, "period"},
		{Input{Report: "R6", Period: "2026-06", Date: "2026-02-31"}, "date"},
		{Input{Report: "R20", Period: "2026-06", Number: -1}, "number"},
		{Input{Report: "R20", Period: "2026-06", Form: "khac"}, "form"},
	}
	for _, tt := range tests {
		_, err := s.Preview(tt.in)
		if f, ok := fault.Of(err); !ok || f.Fields[tt.field] == "" {
			t.Errorf("%+v: %v, want a fault of %s", tt.in, err, tt.field)
		}
	}
	if _, err := s.Preview(Input{Report: "R2", Period: "2026-06", DecisionID: "x"}); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("unknown decision: %v", err)
	}
}

func TestMissingOfficeFactsStopPrinting(t *testing.T) {
	t.Parallel()
	s := New(accesstest.Open(t).Gate)
	_, err := s.Preview(Input{Report: "R6", Period: "2026-06"})
	if f, ok := fault.Of(err); !ok || f.Fields["name"] == "" || f.Fields["place"] == "" {
		t.Errorf("printed without an office: %v", err)
	}
}

func TestProfileIsKept(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	want := document.DefaultProfile(document.FormParty, "2026-05-27")
	want.Leading, want.OldSpelling, want.Duplex = 20, true, true
	if _, err := s.SaveProfile(document.ProfileVersion{From: "2026-05-27", Profile: want}); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Profile(document.FormParty); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	want.Leading = 40
	if _, err := s.SaveProfile(document.ProfileVersion{From: "2026-05-27", Profile: want}); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("leading of 40 pt: %v", err)
	}
}
