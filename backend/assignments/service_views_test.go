package assignments

import (
	"fmt"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

func TestCoverageThroughThePage(t *testing.T) {
	w := openPageWorld(t)
	for what, c := range map[string]struct {
		query CoverageQuery
		want  string
	}{
		"today": {CoverageQuery{KindID: w.kind["A3"]}, `
			2026-11-22: 6 phải có, 2 có, 15364 ngày trống, 4 nơi
			Xã Mẫu B, Phụ trách ấp, khu phố: 3, 0, 11523
			Xã Mẫu A, Phụ trách ấp, khu phố: 3, 2, 3841
			- Ấp 3, xã Mẫu A, Xã Mẫu A, Phụ trách ấp, khu phố từ 2016-05-18 3841 ngày, false
			- Ấp 1, xã Mẫu B, Xã Mẫu B, Phụ trách ấp, khu phố từ 2016-05-18 3841 ngày, false
			- Ấp 2, xã Mẫu B, Xã Mẫu B, Phụ trách ấp, khu phố từ 2016-05-18 3841 ngày, false
			- Ấp 3, xã Mẫu B, Xã Mẫu B, Phụ trách ấp, khu phố từ 2016-05-18 3841 ngày, false`},
		"with somebody": {CoverageQuery{KindID: w.kind["A3"], Listed: ListCovered}, `
			2026-11-22: 6 phải có, 2 có, 15364 ngày trống, 2 nơi
			Xã Mẫu B, Phụ trách ấp, khu phố: 3, 0, 11523
			Xã Mẫu A, Phụ trách ấp, khu phố: 3, 2, 3841
			- Ấp 1, xã Mẫu A, Xã Mẫu A, Phụ trách ấp, khu phố từ  0 ngày, true Cán bộ mẫu 02
			- Ấp 2, xã Mẫu A, Xã Mẫu A, Phụ trách ấp, khu phố từ  0 ngày, true Cán bộ mẫu 03`},
		"all of one commune": {CoverageQuery{KindID: w.kind["A3"], Listed: ListRequired, UpperID: w.commune[0]}, `
			2026-11-22: 3 phải có, 2 có, 3841 ngày trống, 3 nơi
			Xã Mẫu A, Phụ trách ấp, khu phố: 3, 2, 3841
			- Ấp 1, xã Mẫu A, Xã Mẫu A, Phụ trách ấp, khu phố từ  0 ngày, true Cán bộ mẫu 02
			- Ấp 2, xã Mẫu A, Xã Mẫu A, Phụ trách ấp, khu phố từ  0 ngày, true Cán bộ mẫu 03
			- Ấp 3, xã Mẫu A, Xã Mẫu A, Phụ trách ấp, khu phố từ 2016-05-18 3841 ngày, false`},
		"under one commune": {CoverageQuery{Day: "2027-01-01", KindID: w.kind["A3"], UnderID: w.commune[1]}, `
			2027-01-01: 3 phải có, 1 có, 7762 ngày trống, 2 nơi
			Xã Mẫu B, Phụ trách ấp, khu phố: 3, 1, 7762
			- Ấp 2, xã Mẫu B, Xã Mẫu B, Phụ trách ấp, khu phố từ 2016-05-18 3881 ngày, false
			- Ấp 3, xã Mẫu B, Xã Mẫu B, Phụ trách ấp, khu phố từ 2016-05-18 3881 ngày, false`},
		"of both communes": {CoverageQuery{KindID: w.kind["A3"], Limit: 1, UpperIDs: []string{w.commune[0], w.commune[1]}}, `
			2026-11-22: 6 phải có, 2 có, 15364 ngày trống, 4 nơi
			Xã Mẫu B, Phụ trách ấp, khu phố: 3, 0, 11523
			Xã Mẫu A, Phụ trách ấp, khu phố: 3, 2, 3841
			- Ấp 3, xã Mẫu A, Xã Mẫu A, Phụ trách ấp, khu phố từ 2016-05-18 3841 ngày, false`},
		"below nothing": {CoverageQuery{KindID: w.kind["A3"], UpperID: NoUpper}, `
			2026-11-22: 0 phải có, 0 có, 0 ngày trống, 0 nơi`},
		"June and July, days": {CoverageQuery{Day: "2026-07-31", From: "2026-06-01", To: "2026-08-01", KindID: w.kind["A3"], Limit: 2}, `
			2026-07-31: 6 phải có, 2 có, 244 ngày trống, 4 nơi
			Xã Mẫu B, Phụ trách ấp, khu phố: 3, 0, 183
			Xã Mẫu A, Phụ trách ấp, khu phố: 3, 2, 61
			- Ấp 3, xã Mẫu A, Xã Mẫu A, Phụ trách ấp, khu phố từ 2016-05-18 61 ngày, false
			- Ấp 1, xã Mẫu B, Xã Mẫu B, Phụ trách ấp, khu phố từ 2016-05-18 61 ngày, false`},
	} {
		v, err := w.s.Coverage(c.query)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintf("%s: %d phải có, %d có, %d ngày trống, %d nơi\n", v.Day, v.Required, v.Covered, v.VacantDays, v.VacantTotal)
		for _, u := range v.Uppers {
			text += fmt.Sprintf("%s, %s: %d, %d, %d\n", u.UpperLabel, u.KindName, u.Required, u.Covered, u.VacantDays)
		}
		for _, p := range v.Vacant {
			text += fmt.Sprintf(
				"- %s, %s, %s từ %s %d ngày, %t %s\n",
				p.TargetLabel,
				p.UpperLabel,
				p.KindName,
				p.VacantSince,
				p.VacantDays,
				p.Covered,
				p.Holders,
			)
		}
		same(t, what, text, c.want)
	}
}

func TestSchemesAndTeamsThroughThePage(t *testing.T) {
	w := openPageWorld(t)
	choices, err := w.s.Choices()
	if err != nil || len(choices.Actions) != len(Actions) || len(choices.EndReasons) != len(EndReasons) ||
		len(choices.Presets) != len(Presets()) ||
		choices.Actions[0].Word != Actions[0].Action.Word() ||
		choices.EndReasons[0].Code != string(EndReasons[0].Reason) {
		t.Errorf("%+v %v", choices, err)
	}
	shared := a7.shared()
	made, err := w.s.SaveScheme(
		SchemeIn{
			Name:      " Kế hoạch  mẫu ",
			Preset:    "trong",
			Source:    " Kế hoạch 1 ",
			ValidFrom: "2026-02-01",
			ValidTo:   "2026-12-01",
			Note:      " Ghi chú ",
			Kinds:     []KindIn{shared, a9.byTeam().covering()},
		},
	)
	if err != nil {
		t.Fatal(err)
	}
	changed, err := w.s.SaveScheme(SchemeIn{ID: made.ID, Name: "Kế hoạch mẫu 2", ValidFrom: "2026-02-02", Kinds: []KindIn{
		{ID: made.Kinds[1].ID, Code: "X", Name: "Tên", Verb: "động từ", TargetTree: "dang", TargetTypes: []string{"CHI_BO"}}}})
	if err != nil {
		t.Fatal(err)
	}
	all, err := w.s.Schemes()
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, s := range append([]SchemeDetail{made, changed}, all[:1]...) {
		text += fmt.Sprintf("%s | %s | %s | %s–%s | %s\n", s.Name, s.Preset, s.Source, s.ValidFrom, s.ValidTo, s.Note)
		for _, k := range s.Kinds {
			text += fmt.Sprintf("- %s %s, %s: %s %v,%s, %d phân công\n", k.Code, k.Name, k.Verb, k.TargetTree, k.TargetTypes,
				marks("một", k.ExactlyOne, "phủ", k.Coverage, "tổ", k.Team), k.Assignments)
		}
	}
	same(t, "schemes", text, `
			Kế hoạch mẫu | trong | Kế hoạch 1 | 2026-02-01–2026-12-01 | Ghi chú
			- A7 Về sinh hoạt tại chi bộ thôn, khóm, về sinh hoạt tại: dang [CHI_BO],, 0 phân công
			- A9 Tổ chỉ đạo xã, thị trấn, chỉ đạo: hanhchinh [XA PHUONG THI_TRAN DAC_KHU], một phủ tổ, 0 phân công
			Kế hoạch mẫu 2 | trong |  | 2026-02-02– |
			- X Tên, động từ: dang [CHI_BO],, 0 phân công
			Kế hoạch mẫu 2 | trong |  | 2026-02-02– |
			- X Tên, động từ: dang [CHI_BO],, 0 phân công`)
	if err := w.s.DeleteScheme(made.ID); err != nil {
		t.Error(err)
	}
	if left, err := w.s.Schemes(); err != nil || len(left) != len(all)-1 {
		t.Errorf("%d schemes left, %v", len(left), err)
	}
	changedTeam, err := w.s.SaveTeam(
		TeamIn{
			ID:   w.team.ID,
			Name: "Tổ khác",
			Members: []MemberIn{{OfficerID: w.officer[4], Lead: true, ValidFrom: "2026-01-01", ValidTo: "2026-11-22"},
				{OfficerID: w.officer[3], Lead: true, ValidFrom: "2026-11-22"}},
		},
	)
	if err != nil {
		t.Fatal(err)
	}
	teams, err := w.s.Teams()
	if err != nil {
		t.Fatal(err)
	}
	text = ""
	for _, team := range append([]TeamDetail{w.team, changedTeam}, teams...) {
		text += team.Name + "\n"
		for _, m := range team.Members {
			text += fmt.Sprintf("- %s, %s |%s | %s–%s\n", m.Name, m.Post, marks("trưởng", m.Lead, "nay", m.Current), m.ValidFrom, m.ValidTo)
		}
	}
	same(t, "teams", text, `
			Tổ chỉ đạo xã Mẫu A
			- Cán bộ mẫu 04, Huyện ủy viên | trưởng nay | 2026-01-01–
			- Cán bộ mẫu 05, Huyện ủy viên | nay | 2026-01-01–
			Tổ khác
			- Cán bộ mẫu 04, Huyện ủy viên | trưởng nay | 2026-11-22–
			- Cán bộ mẫu 05, Huyện ủy viên | trưởng | 2026-01-01–2026-11-22
			Tổ khác
			- Cán bộ mẫu 04, Huyện ủy viên | trưởng nay | 2026-11-22–
			- Cán bộ mẫu 05, Huyện ủy viên | trưởng | 2026-01-01–2026-11-22`)
	if _, err := w.s.SaveTeam(
		TeamIn{ID: "x", Name: "Tổ", Members: []MemberIn{{OfficerID: w.officer[4], Lead: true, ValidFrom: "2026-01-01"}}},
	); !fault.Is(
		err,
		fault.CodeNotFound,
	) {
		t.Errorf("a team that is not there: %v", err)
	}
}

func TestHandoverThroughThePage(t *testing.T) {
	w := openPageWorld(t)
	const on = dates.Date("2026-12-01")
	plan, err := w.s.HandoverPlan(w.officer[2], on)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf(
		"%s %s | %d lý do, %d dự thảo | %s %s %s | %v %v\n",
		plan.Officer.Name,
		plan.On,
		len(plan.Reasons),
		len(plan.Drafts),
		plan.Decision.Symbol,
		plan.Decision.Issuer,
		plan.Decision.Subject,
		plan.Blocks,
		plan.Notices,
	)
	for _, l := range plan.Lines {
		text += fmt.Sprintf(
			"- %s %s |%s | %s %s | %s |",
			l.KindName,
			l.TargetLabel,
			marks("chính", l.Primary, "phải có", l.Required),
			l.ValidFrom,
			l.DecisionNumber,
			l.Duty,
		)
		for _, s := range l.Suggestions {
			text += " " + s.Name
		}
		text += "\n"
	}
	lead, err := w.s.HandoverPlan(w.officer[3], on)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range lead.Seats {
		text += fmt.Sprintf("tổ %s,%s, còn %s, ở %v\n", s.TeamName, marks("trưởng", s.Lead), s.Members[0].Name, s.Targets)
	}
	same(t, "plans", text, `
			Cán bộ mẫu 03 2026-12-01 | 6 lý do, 0 dự thảo |
			  QĐ/HU Ban Thường vụ Huyện ủy Mẫu Điều chỉnh phân công của đồng chí Cán bộ mẫu 03 | [] []
			- Phụ trách ấp, khu phố Ấp 2, xã Mẫu A | chính phải có | 2026-01-05 12-QĐ/HU |  | Cán bộ mẫu 02
			- Dự sinh hoạt chi bộ Chi bộ ấp 2, Đảng bộ xã Mẫu A | | 2026-01-05 12-QĐ/HU | Dự sinh hoạt |
			tổ Tổ chỉ đạo xã Mẫu A, trưởng, còn Cán bộ mẫu 05, ở [Xã Mẫu A]`)
	handed := HandoverIn{OfficerID: w.officer[2], On: on, Reason: "luan_chuyen", Note: " Ghi chú ", SuccessorID: w.officer[0],
		Decision: HandoverDecision{Number: "77", Symbol: "QĐ/HU", DocDate: "2026-11-25", Issuer: "Ban Thường vụ Huyện ủy Mẫu"},
		Lines:    []HandoverLineIn{{AssignmentID: w.first.Lines[2].AssignmentID, Vacant: true}}}
	done, err := accepting(&handed, &handed.Accepted, w.s.ApplyHandover)
	if err != nil {
		t.Fatal(err)
	}
	seat, err := w.s.ApplyHandover(HandoverIn{OfficerID: w.officer[3], On: on, Reason: "nghi_huu", Note: "Quyết định nghỉ",
		Seats: []HandoverSeatIn{{TeamID: w.team.ID, SuccessorID: w.officer[5]}}})
	if err != nil {
		t.Fatal(err)
	}
	show := func(d HandoverDone) string {
		text := fmt.Sprintf(
			"%s %s | %s %s | %s | %s %s | %d trống,%s lúc %s\n",
			d.Officer.Name,
			d.On,
			d.Reason,
			d.ReasonWord,
			d.Note,
			d.DecisionNumber,
			d.DecisionDate,
			d.Vacant,
			marks("hoàn tác", d.Undone),
			d.CreatedAt,
		)
		for _, l := range d.Lines {
			text += fmt.Sprintf("- %s %s%s → %s\n", l.KindName, l.TargetLabel, l.TeamName, l.Successor.Name)
		}
		return text
	}
	read, err := w.s.Handover(done.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "done", show(done)+show(read)+show(seat), `
			Cán bộ mẫu 03 2026-12-01 | luan_chuyen Luân chuyển, điều động | Ghi chú | 77-QĐ/HU 2026-11-25 |
			  1 trống, lúc 2026-11-22T05:00:00Z
			- Phụ trách ấp, khu phố Ấp 2, xã Mẫu A → Cán bộ mẫu 01
			- Dự sinh hoạt chi bộ Chi bộ ấp 2, Đảng bộ xã Mẫu A →
			Cán bộ mẫu 03 2026-12-01 | luan_chuyen Luân chuyển, điều động | Ghi chú | 77-QĐ/HU 2026-11-25 |
			  1 trống, lúc 2026-11-22T05:00:00Z
			- Phụ trách ấp, khu phố Ấp 2, xã Mẫu A → Cán bộ mẫu 01
			- Dự sinh hoạt chi bộ Chi bộ ấp 2, Đảng bộ xã Mẫu A →
			Cán bộ mẫu 04 2026-12-01 | nghi_huu Nghỉ hưu, thôi việc | Quyết định nghỉ |   | 0 trống, lúc 2026-11-22T05:00:00Z
			-  Tổ chỉ đạo xã Mẫu A → Cán bộ mẫu 06`)
	list := func(f HandoverFilter) string {
		page, err := w.s.Handovers(f)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprint(page.Total)
		for _, d := range page.Items {
			text += " " + d.Officer.Name
		}
		return text + "\n"
	}
	text = list(HandoverFilter{}) + list(HandoverFilter{OfficerID: w.officer[0]}) + list(HandoverFilter{Limit: 1})
	for _, id := range []string{seat.ID, done.ID} {
		if err := w.s.UndoHandover(id); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.s.UndoHandover(done.ID); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("twice: %v", err)
	}
	text += list(HandoverFilter{}) + list(HandoverFilter{Undone: true})
	same(t, "lists", text, `
			2 Cán bộ mẫu 04 Cán bộ mẫu 03
			1 Cán bộ mẫu 03
			2 Cán bộ mẫu 04
			0
			2 Cán bộ mẫu 04 Cán bộ mẫu 03`)
}
