package assignments

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

func (w *world) refused(t *testing.T, field, words string, fn func(*store.Tx) error) {
	t.Helper()
	err := storetest.Try(w.store, fn)
	e, ok := fault.Of(err)
	if !ok || !strings.Contains(e.Fields[field], words) && !(field == "" && strings.Contains(e.Message, words)) {
		t.Errorf("want %q at %q, got %v", words, field, err)
	}
}

func TestTeamHasOneLeadOnEveryDay(t *testing.T) {
	w := newWorld(t)
	m := func(officer int, lead bool, from, to string) MemberIn {
		return MemberIn{OfficerID: w.officer[officer], Lead: lead, ValidFrom: dates.Date(from), ValidTo: dates.Date(to)}
	}
	for name, c := range map[string]struct {
		in           TeamIn
		field, words string
	}{
		"no name": {TeamIn{Members: []MemberIn{m(0, true, "2026-01-01", "")}}, "name", "tên tổ"},
		"nobody":  {TeamIn{Name: "Tổ"}, "members", "tổ trưởng"},
		"no lead": {TeamIn{Name: "Tổ", Members: []MemberIn{m(0, false, "2026-01-01", "")}}, "members", "không có tổ trưởng"},
		"two leads": {TeamIn{Name: "Tổ", Members: []MemberIn{m(0, true, "2026-01-01", ""), m(1, true, "2026-03-01", "")}},
			"members", "2 tổ trưởng"},
		"lead leaves": {TeamIn{Name: "Tổ", Members: []MemberIn{m(0, true, "2026-01-01", "2026-06-01"),
			m(1, false, "2026-01-01", "")}}, "members", "01/06/2026"},
		"twice": {TeamIn{Name: "Tổ", Members: []MemberIn{m(0, true, "2026-01-01", ""), m(0, false, "2026-02-01", "")}},
			"members.1.validFrom", "trùng thời gian"},
		"stranger": {TeamIn{Name: "Tổ", Members: []MemberIn{{OfficerID: "x", Lead: true, ValidFrom: "2026-01-01"}}},
			"members.0.officerId", "chọn cán bộ"},
		"backwards": {TeamIn{Name: "Tổ", Members: []MemberIn{m(0, true, "2026-02-01", "2026-01-01")}}, "members.0.validTo", "sau ngày"},
	} {
		t.Run(name, func(t *testing.T) {
			w.refused(t, c.field, c.words, func(tx *store.Tx) error { _, err := SaveTeam(tx, c.in); return err })
		})
	}
	w.write(t, func(tx *store.Tx) error {
		team, err := SaveTeam(
			tx,
			TeamIn{
				Name:    "Tổ chỉ đạo xã Mẫu A",
				Members: []MemberIn{m(0, true, "2026-01-01", "2026-06-01"), m(1, true, "2026-06-01", ""), m(2, false, "2026-01-01", "")},
			},
		)
		if err != nil {
			return err
		}
		if !team.Members[0].Lead || !team.Members[0].Current || team.Members[0].Name != "Cán bộ mẫu 02" {
			t.Errorf("the lead of today comes first: %+v", team.Members)
		}
		_, err = Issue(
			tx,
			decision(
				"2026-02-01",
				PhanCong,
				LineIn{Act: Giao, KindID: w.kind["A9"], TeamID: team.ID, TargetID: w.commune[0], Primary: true},
			),
		)
		if err != nil {
			return err
		}
		mine, err := Active(tx, Filter{OfficerID: w.officer[2]})
		if err != nil || len(mine) != 1 || mine[0].TeamName != "Tổ chỉ đạo xã Mẫu A" {
			t.Errorf("a member holds what the team holds: %+v %v", mine, err)
		}
		return nil
	})
}

func TestSchemeRules(t *testing.T) {
	w := newWorld(t)
	w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0)))
	good := func() SchemeIn {
		return SchemeIn{Name: "Chủ trương thử", ValidFrom: "2026-01-01", Kinds: []KindIn{a3}}
	}
	for name, c := range map[string]struct {
		change       func(*SchemeIn)
		field, words string
	}{
		"no name":        {func(s *SchemeIn) { s.Name = "" }, "name", "tên chủ trương"},
		"no begin":       {func(s *SchemeIn) { s.ValidFrom = "" }, "validFrom", "bắt đầu"},
		"backwards":      {func(s *SchemeIn) { s.ValidTo = "2025-01-01" }, "validTo", "sau ngày"},
		"no code":        {func(s *SchemeIn) { s.Kinds[0].Code = "" }, "kinds.0.code", "mã ngắn"},
		"code twice":     {func(s *SchemeIn) { s.Kinds = append(s.Kinds, s.Kinds[0]) }, "kinds.1.code", "hai lần"},
		"no tree":        {func(s *SchemeIn) { s.Kinds[0].TargetTree = "" }, "kinds.0.targetTree", "địa bàn hay tổ chức đảng"},
		"type elsewhere": {func(s *SchemeIn) { s.Kinds[0].TargetTypes = []string{units.ChiBo} }, "kinds.0.targetTypes", "không thuộc"},
		"kind in use":    {func(s *SchemeIn) { s.ID, s.Kinds = w.schemeID, nil }, "kinds", "không xóa được"},
		"gone":           {func(s *SchemeIn) { s.ID = "x" }, "", "Không còn chủ trương"},
	} {
		t.Run(name, func(t *testing.T) {
			in := good()
			c.change(&in)
			w.refused(t, c.field, c.words, func(tx *store.Tx) error { _, err := SaveScheme(tx, in); return err })
		})
	}
	w.refused(t, "", "đã có phân công", func(tx *store.Tx) error { return deleteScheme(tx, w.schemeID) })
	for _, p := range Presets() {
		if p.Code == "trong" {
			continue
		}
		w.write(t, func(tx *store.Tx) error {
			s, err := SaveScheme(tx, p.Scheme)
			if err != nil || len(s.Kinds) != len(p.Scheme.Kinds) {
				t.Errorf("%s: %v", p.Code, err)
				return err
			}
			return deleteScheme(tx, s.ID)
		})
	}
}

func TestEndAndReopen(t *testing.T) {
	w := newWorld(t)
	d := w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0)))
	id := d.Lines[0].AssignmentID
	good := EndIn{AssignmentID: id, On: "2026-06-01", Reason: "luan_chuyen", Note: "Quyết định 15-QĐ/HU"}
	for name, c := range map[string]struct {
		change       func(*EndIn)
		field, words string
	}{
		"no day":       {func(e *EndIn) { e.On = "" }, "on", "ngày thôi"},
		"before start": {func(e *EndIn) { e.On = "2026-01-05" }, "on", "sau ngày bắt đầu"},
		"no reason":    {func(e *EndIn) { e.Reason = "chán" }, "reason", "lý do"},
		"no ground":    {func(e *EndIn) { e.Note = " " }, "note", "căn cứ"},
		"not there":    {func(e *EndIn) { e.AssignmentID = "x" }, "", "Không còn phân công"},
	} {
		in := good
		c.change(&in)
		t.Run(name, func(t *testing.T) {
			w.refused(t, c.field, c.words, func(tx *store.Tx) error { return End(tx, in) })
		})
	}
	storetest.Act(t, w.store, func(tx *store.Tx) error { return End(tx, good) })
	w.read(t, func(tx *store.Tx) error {
		h, err := HistoryOf(tx, w.hamlet[0], "2026-11-22")
		if err != nil {
			return err
		}
		k := h.Kinds[0]
		if !k.Required || k.Covered || len(k.Rows) != 1 || len(k.Gaps) != 2 || k.Gaps[1].From != "2026-06-01" || k.Gaps[1].Days != 175 {
			t.Errorf("timeline: %+v", k)
		}
		return nil
	})
	w.issue(t, decision("2026-08-01", PhanCong, w.give(1, 0)))
	w.refused(t, "", "đã có người phụ trách", func(tx *store.Tx) error { return reopen(tx, id) })
}

func TestDraftMayBeIncomplete(t *testing.T) {
	w := newWorld(t)
	w.write(t, func(tx *store.Tx) error {
		d, err := SaveDraft(tx, DecisionIn{Action: PhanCong, Lines: []LineIn{{}, w.give(0, 0)}})
		if err != nil {
			return err
		}
		annex, err := AnnexOf(tx, d.ID)
		if err != nil || len(annex.Lines) != 2 || annex.Lines[1].OfficerName != "Cán bộ mẫu 01" || annex.Lines[1].TargetLabel == "" {
			t.Errorf("%+v %v", annex, err)
		}
		all, err := Active(tx, Filter{})
		if err != nil || len(all) != 0 {
			t.Errorf("a draft is in force: %v %v", all, err)
		}
		page, err := Decisions(tx, DecisionFilter{Year: 2026, State: DuThao})
		if err != nil || page.Total != 1 || page.Items[0].LineCount != 2 {
			t.Errorf("%+v %v", page, err)
		}
		if err := deleteDraft(tx, d.ID); err != nil {
			return err
		}
		return restoreDraft(tx, d.ID)
	})
}

func TestRegisterFindsByAnyWord(t *testing.T) {
	w := newWorld(t)
	w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0), w.give(1, 4), w.give(0, 5)))
	w.read(t, func(tx *store.Tx) error {
		for text, want := range map[string]int{"": 3, "can bo mau 01": 2, "mau 02 ap 2": 1, "không có": 0} {
			page, err := Register(tx, RegisterFilter{Text: text})
			if err != nil || page.Total != want {
				t.Errorf("%q: %d, want %d (%v)", text, page.Total, want, err)
			}
		}
		under, err := Register(tx, RegisterFilter{UnderID: w.commune[1]})
		if err != nil || under.Total != 2 {
			t.Errorf("under a commune: %+v %v", under, err)
		}
		return nil
	})
}

func TestMergedOfficersAssignmentsMove(t *testing.T) {
	w := newWorld(t)
	d := w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0)))
	w.write(t, func(tx *store.Tx) error {
		held, err := OfficerTie().Holds(tx, w.officer[0])
		if err != nil || held != "1 phân công trong sổ" {
			t.Errorf("%q %v", held, err)
		}
		if err := OfficerTie().Move(tx, w.officer[0], w.officer[5]); err != nil {
			return err
		}
		annex, err := AnnexOf(tx, d.ID)
		if err != nil || annex.Lines[0].OfficerID != w.officer[5] {
			t.Errorf("the annex still names the old record: %v %v", annex.Lines, err)
		}
		rank, err := officers.Rank(tx, w.officer[5], "2026-01-05")
		if err != nil || rank != officers.NoRank {
			t.Errorf("%d %v", rank, err)
		}
		return nil
	})
}

// A place that ends while somebody is in charge of it names them.
func TestClosingNamesWhatGoesOn(t *testing.T) {
	w := newWorld(t)
	w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0), w.give(1, 1)))
	w.read(t, func(tx *store.Tx) error {
		open, err := OngoingAt(tx, []string{w.hamlet[0], w.hamlet[2]}, "2026-06-01")
		if err != nil || len(open) != 1 || open[0] != "Cán bộ mẫu 01, phụ trách Ấp 1" {
			t.Errorf("%q, %v", open, err)
		}
		return nil
	})
}
