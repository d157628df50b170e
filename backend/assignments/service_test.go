package assignments

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/fault"
)

// pageWorld is a world whose office has decided some things through the calls of the page: officer 1 in hamlet 1 until officer 2
// took it over on 01/07/2026, officer 3 in hamlet 2 and its cell, a team of officers 4 (lead) and 5 for commune 1, and officer 6
// in hamlet 4 from the coming year on. The clock stands on 22/11/2026.
type pageWorld struct {
	*world
	team         TeamDetail
	first, later Annex
}

func openPageWorld(t *testing.T) *pageWorld {
	t.Helper()
	w := &pageWorld{world: newWorld(t)}
	var err error
	w.team, err = w.s.SaveTeam(TeamIn{Name: " Tổ  chỉ đạo xã Mẫu A ", Members: []MemberIn{
		{OfficerID: w.officer[4], ValidFrom: "2026-01-01"}, {OfficerID: w.officer[3], Lead: true, ValidFrom: "2026-01-01"}}})
	if err != nil {
		t.Fatal(err)
	}
	cell := LineIn{Act: Giao, KindID: w.kind["A6"], OfficerID: w.officer[2], TargetID: w.cell[1], Duty: " Dự sinh hoạt ", Note: "Mẫu"}
	commune := LineIn{Act: Giao, KindID: w.kind["A9"], TeamID: w.team.ID, TargetID: w.commune[0], Primary: true}
	first := decision("2026-01-05", PhanCong, w.give(0, 0), w.give(2, 1), cell, commune)
	first.Number, first.Note = "12", " Ghi chú mẫu "
	if w.first, err = accepting(&first, &first.Accepted, w.s.IssueDecision); err != nil {
		t.Fatal(err)
	}
	take, come := w.give(1, 0), w.give(5, 3)
	take.Replace, take.EndReason, take.EndNote, come.From = true, "nghi_huu", "Nghỉ theo chế độ", "2027-01-01"
	later := decision("2026-07-01", DieuChinh, take, come)
	later.Number, later.DocDate, later.EffectiveDate = "34", "2026-06-25", "2026-07-01"
	if w.later, err = accepting(&later, &later.Accepted, w.s.IssueDecision); err != nil {
		t.Fatal(err)
	}
	return w
}

// same compares texts word by word, however their lines are broken.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if !slices.Equal(strings.Fields(got), strings.Fields(want)) {
		t.Errorf("%s:\n%s", what, got)
	}
}

// marks names what is true.
func marks(wordsAndFlags ...any) (out string) {
	for i := 0; i < len(wordsAndFlags); i += 2 {
		if wordsAndFlags[i+1].(bool) {
			out += " " + wordsAndFlags[i].(string)
		}
	}
	return out
}

func rowsText(rows []RegisterRow) string {
	var b strings.Builder
	for _, r := range rows {
		marks := marks("chính", r.Primary, "nay", r.Current, "sau", r.Future, "đóng", r.TargetClosed)
		fmt.Fprintf(
			&b,
			"%s | %s | %s (%s)\n- %s–%s%s | %s | %s %s | hết: %s %s %s\n",
			r.KindName,
			r.OfficerName,
			r.TargetLabel,
			r.TargetType,
			r.ValidFrom,
			r.ValidTo,
			marks,
			r.DecisionNumber,
			r.Duty,
			r.Note,
			r.EndReason,
			r.EndNote,
			r.EndedBy,
		)
	}
	return b.String()
}

// accepting does what the page does for a person who reads every question and accepts it.
func accepting[In, Out any](in *In, accepted *[]string, act func(In) (Out, error)) (Out, error) {
	done, err := act(*in)
	if asked, ok := fault.Of(err); ok && asked.Code == fault.CodeConfirm {
		*accepted = asked.Questions
		return act(*in)
	}
	return done, err
}

func TestRegisterShowsWhatStandsOnADay(t *testing.T) {
	w := openPageWorld(t)
	for what, c := range map[string]struct {
		filter RegisterFilter
		want   string
	}{
		"today": {RegisterFilter{}, `
			4
			Phụ trách ấp, khu phố | Cán bộ mẫu 02 | Ấp 1, xã Mẫu A (AP)
			- 2026-07-01– chính nay | 34-QĐ/HU |   | hết:
			Phụ trách ấp, khu phố | Cán bộ mẫu 03 | Ấp 2, xã Mẫu A (AP)
			- 2026-01-05– chính nay | 12-QĐ/HU |   | hết:
			Dự sinh hoạt chi bộ | Cán bộ mẫu 03 | Chi bộ ấp 2, Đảng bộ xã Mẫu A (CHI_BO)
			- 2026-01-05– nay | 12-QĐ/HU | Dự sinh hoạt Mẫu | hết:
			Tổ chỉ đạo xã, thị trấn | Tổ chỉ đạo xã Mẫu A | Xã Mẫu A (XA)
			- 2026-01-05– chính nay | 12-QĐ/HU |   | hết:`},
		"the day before the change": {RegisterFilter{Day: "2026-06-30", KindID: w.kind["A3"]}, `
			2
			Phụ trách ấp, khu phố | Cán bộ mẫu 01 | Ấp 1, xã Mẫu A (AP)
			- 2026-01-05–2026-07-01 chính nay | 12-QĐ/HU |   | hết: nghi_huu Nghỉ theo chế độ 34-QĐ/HU
			Phụ trách ấp, khu phố | Cán bộ mẫu 03 | Ấp 2, xã Mẫu A (AP)
			- 2026-01-05– chính nay | 12-QĐ/HU |   | hết:`},
		"one officer, all of 2026 and 2027": {RegisterFilter{From: "2026-01-01", To: "2028-01-01", OfficerID: w.officer[5]}, `
			1
			Phụ trách ấp, khu phố | Cán bộ mẫu 06 | Ấp 1, xã Mẫu B (AP)
			- 2027-01-01– chính sau | 34-QĐ/HU |   | hết:`},
		"words": {RegisterFilter{From: "2026-01-01", To: "2028-01-01", Text: "mau 01 qđ/hu"}, `
			1
			Phụ trách ấp, khu phố | Cán bộ mẫu 01 | Ấp 1, xã Mẫu A (AP)
			- 2026-01-05–2026-07-01 chính | 12-QĐ/HU |   | hết: nghi_huu Nghỉ theo chế độ 34-QĐ/HU`},
		"the second of a page": {RegisterFilter{Limit: 1, Offset: 1}, `
			4
			Phụ trách ấp, khu phố | Cán bộ mẫu 03 | Ấp 2, xã Mẫu A (AP)
			- 2026-01-05– chính nay | 12-QĐ/HU |   | hết:`},
	} {
		page, err := w.s.Register(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		same(t, what, fmt.Sprintf("%d\n%s", page.Total, rowsText(page.Items)), c.want)
	}
	of, err := w.s.OfOfficer(w.officer[0], "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "of an officer", rowsText(of), `
			Phụ trách ấp, khu phố | Cán bộ mẫu 01 | Ấp 1, xã Mẫu A (AP)
			- 2026-01-05–2026-07-01 chính | 12-QĐ/HU |   | hết: nghi_huu Nghỉ theo chế độ 34-QĐ/HU`)
	unit, err := w.s.OfUnit(w.hamlet[0], "2026-06-30")
	if err != nil {
		t.Fatal(err)
	}
	text := string(unit.Day) + "\n"
	for _, k := range unit.Kinds {
		text += fmt.Sprintf("%s phải có %t, có %t, trống %+v\n%s", k.KindName, k.Required, k.Covered, k.Gaps, rowsText(k.Rows))
	}
	same(t, "of a unit", text, `
			2026-06-30
			Phụ trách ấp, khu phố phải có true, có true, trống [{From:2016-05-18 To:2026-01-05 Days:3519}]
			Phụ trách ấp, khu phố | Cán bộ mẫu 01 | Ấp 1, xã Mẫu A (AP)
			- 2026-01-05–2026-07-01 chính nay | 12-QĐ/HU |   | hết: nghi_huu Nghỉ theo chế độ 34-QĐ/HU
			Phụ trách ấp, khu phố | Cán bộ mẫu 02 | Ấp 1, xã Mẫu A (AP)
			- 2026-07-01– chính sau | 34-QĐ/HU |   | hết:`)
}

func annexText(a Annex) string {
	var b strings.Builder
	fmt.Fprintf(
		&b,
		"%s | %s %s | %s | %s | %s | %s %s | từ %s | %s | %d dòng của %d\n",
		a.Decision.NumberText,
		a.Number,
		a.Symbol,
		a.Decision.DocDate,
		a.Decision.Issuer,
		a.Decision.Subject,
		a.Decision.Action,
		a.Decision.ActionWord,
		a.Decision.EffectiveDate,
		a.Decision.State,
		a.Decision.LineCount,
		a.Decision.LineTotal,
	)
	for _, l := range a.Lines {
		fmt.Fprintf(
			&b,
			"%s %s %s, %s | %s | %s | %s\n-%s | %s | %s %s | %s\n",
			l.Act,
			l.KindCode,
			l.KindName,
			l.Verb,
			l.OfficerName,
			l.TeamName,
			l.TargetLabel,
			marks("chính", l.Primary, "thay", l.Replace),
			l.Effective,
			l.Duty,
			l.Note,
			l.EndReasonWord,
		)
	}
	return b.String()
}

func TestDecisionsThroughThePage(t *testing.T) {
	w := openPageWorld(t)
	same(t, "issued", annexText(w.first)+annexText(w.later), `
			12-QĐ/HU | 12 QĐ/HU | 2026-01-05 | Ban Thường vụ Huyện ủy Mẫu | phân công phụ trách ấp | phan_cong Phân công |
			  từ 2026-01-05 | ban_hanh | 4 dòng của 4
			giao A3 Phụ trách ấp, khu phố, phụ trách | Cán bộ mẫu 01 |  | Ấp 1, xã Mẫu A
			- chính | 2026-01-05 |   |
			giao A3 Phụ trách ấp, khu phố, phụ trách | Cán bộ mẫu 03 |  | Ấp 2, xã Mẫu A
			- chính | 2026-01-05 |   |
			giao A6 Dự sinh hoạt chi bộ, dự sinh hoạt với | Cán bộ mẫu 03 |  | Chi bộ ấp 2, Đảng bộ xã Mẫu A
			- | 2026-01-05 | Dự sinh hoạt Mẫu |
			giao A9 Tổ chỉ đạo xã, thị trấn, chỉ đạo |  | Tổ chỉ đạo xã Mẫu A | Xã Mẫu A
			- chính | 2026-01-05 |   |
			34-QĐ/HU | 34 QĐ/HU | 2026-06-25 | Ban Thường vụ Huyện ủy Mẫu | phân công phụ trách ấp |
			  dieu_chinh Điều chỉnh, bổ sung | từ 2026-07-01 | ban_hanh | 2 dòng của 2
			giao A3 Phụ trách ấp, khu phố, phụ trách | Cán bộ mẫu 02 |  | Ấp 1, xã Mẫu A
			- chính thay | 2026-07-01 |   | Nghỉ hưu, thôi việc
			giao A3 Phụ trách ấp, khu phố, phụ trách | Cán bộ mẫu 06 |  | Ấp 1, xã Mẫu B
			- chính | 2027-01-01 |   |`)
	draft, err := w.s.SaveDecision(
		DecisionIn{Action: KetThuc, Subject: "dự thảo", Lines: []LineIn{{Act: Thoi, AssignmentID: w.first.Lines[1].AssignmentID}}},
	)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "a draft", annexText(draft), `
			|   |  |  | dự thảo | ket_thuc Kết thúc | từ  | du_thao | 1 dòng của 0
			thoi  ,  |  |  |
			- |  |   |`)
	list := func(f DecisionFilter) string {
		page, err := w.s.Decisions(f)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprint(page.Total)
		for _, d := range page.Items {
			text += " " + d.Subject + "/" + d.NumberText
		}
		return text
	}
	got := fmt.Sprintln(
		list(DecisionFilter{}),
	) + fmt.Sprintln(
		list(DecisionFilter{Year: 2026, State: BanHanh}),
	) + fmt.Sprintln(
		list(DecisionFilter{Year: 2025}),
	) +
		fmt.Sprintln(
			list(DecisionFilter{Text: "34 ban thuong vu"}),
		) + fmt.Sprintln(
		list(DecisionFilter{Limit: 1, Offset: 1}),
	) + fmt.Sprintln(
		list(DecisionFilter{Offset: -1, Limit: 1}),
	)
	same(t, "lists", got, `
			3 dự thảo/ phân công phụ trách ấp/34-QĐ/HU phân công phụ trách ấp/12-QĐ/HU
			2 phân công phụ trách ấp/34-QĐ/HU phân công phụ trách ấp/12-QĐ/HU
			1 dự thảo/
			1 phân công phụ trách ấp/34-QĐ/HU
			3 phân công phụ trách ấp/34-QĐ/HU
			3 dự thảo/`)
	if err := w.s.DeleteDecision(draft.Decision.ID); err != nil {
		t.Fatal(err)
	}
	same(t, "the bin", fmt.Sprintln(list(DecisionFilter{Bin: true}))+fmt.Sprintln(list(DecisionFilter{State: DuThao})), `
			1 dự thảo/
			0`)
	if err := w.s.RestoreDecision(draft.Decision.ID); err != nil {
		t.Fatal(err)
	}
	same(t, "taken back", fmt.Sprintln(list(DecisionFilter{Bin: true}))+fmt.Sprintln(list(DecisionFilter{State: DuThao})), `
			0
			1 dự thảo/`)
	steps := []struct {
		name  string
		do    func() error
		words string // of the refusal; "" = none
	}{
		{"an issued one stays", func() error { return w.s.DeleteDecision(w.later.Decision.ID) }, "đã ban hành"},
		{"a draft goes", func() error { return w.s.DeleteDecision(draft.Decision.ID) }, ""},
		{"and is gone", func() error { _, err := w.s.Decision(draft.Decision.ID); return err }, "Không còn quyết định"},
		{"comes back", func() error { return w.s.RestoreDecision(draft.Decision.ID) }, ""},
		{"once", func() error { return w.s.RestoreDecision(draft.Decision.ID) }, "không còn trong thùng rác"},
		{
			"the first stands under another",
			func() error { _, err := w.s.WithdrawDecision(w.first.Decision.ID); return err },
			"hủy các lần kết thúc",
		},
		{"the later is withdrawn", func() error { a, err := w.s.WithdrawDecision(w.later.Decision.ID); w.later = a; return err }, ""},
		{"once", func() error { _, err := w.s.WithdrawDecision(w.later.Decision.ID); return err }, "dự thảo"},
	}
	for _, s := range steps {
		err := s.do()
		if e, _ := fault.Of(err); s.words == "" && err != nil || s.words != "" && (e == nil || !strings.Contains(e.Message, s.words)) {
			t.Errorf("%s: %v", s.name, err)
		}
	}
	again, err := w.s.Decision(w.later.Decision.ID)
	if err != nil || again.Decision.State != DuThao {
		t.Errorf("withdrawn: %+v %v", again, err)
	}
	page, err := w.s.Register(RegisterFilter{KindID: w.kind["A3"]})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "after it was withdrawn", rowsText(page.Items), `
			Phụ trách ấp, khu phố | Cán bộ mẫu 01 | Ấp 1, xã Mẫu A (AP)
			- 2026-01-05– chính nay | 12-QĐ/HU |   | hết:
			Phụ trách ấp, khu phố | Cán bộ mẫu 03 | Ấp 2, xã Mẫu A (AP)
			- 2026-01-05– chính nay | 12-QĐ/HU |   | hết:`)
}

func TestEndThroughThePage(t *testing.T) {
	w := openPageWorld(t)
	id := w.first.Lines[1].AssignmentID
	if err := w.s.End(EndIn{AssignmentID: id, On: "2026-09-01", Reason: "khac", Note: " Quyết định  15 "}); err != nil {
		t.Fatal(err)
	}
	show := func() string {
		rows, err := w.s.OfOfficer(w.officer[2], "2026-08-31")
		if err != nil {
			t.Fatal(err)
		}
		return rowsText(rows)
	}
	same(t, "ended", show(), `
			Phụ trách ấp, khu phố | Cán bộ mẫu 03 | Ấp 2, xã Mẫu A (AP)
			- 2026-01-05–2026-09-01 chính nay | 12-QĐ/HU |   | hết: khac Quyết định  15
			Dự sinh hoạt chi bộ | Cán bộ mẫu 03 | Chi bộ ấp 2, Đảng bộ xã Mẫu A (CHI_BO)
			- 2026-01-05– nay | 12-QĐ/HU | Dự sinh hoạt Mẫu | hết:`)
	if err := w.s.Reopen(id); err != nil {
		t.Fatal(err)
	}
	same(t, "open again", show(), `
			Phụ trách ấp, khu phố | Cán bộ mẫu 03 | Ấp 2, xã Mẫu A (AP)
			- 2026-01-05– chính nay | 12-QĐ/HU |   | hết:
			Dự sinh hoạt chi bộ | Cán bộ mẫu 03 | Chi bộ ấp 2, Đảng bộ xã Mẫu A (CHI_BO)
			- 2026-01-05– nay | 12-QĐ/HU | Dự sinh hoạt Mẫu | hết:`)
	if err := w.s.Reopen(id); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("twice: %v", err)
	}
	if err := w.s.Reopen(w.first.Lines[0].AssignmentID); err == nil {
		t.Error("an end by a decision was taken back by hand")
	}
}
