package assignments

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A seat in a team goes over from the day, for as long as it was to last; who leads when stays on record.
func TestSeatsGoOver(t *testing.T) {
	const on = dates.Date("2026-12-01")
	type seat struct {
		officer  int
		lead     bool
		from, to dates.Date
	}
	for _, c := range []struct {
		name  string
		seats []seat // officer 0 leaves
		to    int    // officer who takes over; -1 nobody
		want  string
	}{
		{"the lead to somebody new", []seat{{0, true, "2026-01-01", ""}, {1, false, "2026-01-01", ""}}, 2,
			"0 true 2026-01-01–2026-12-01, 1 false 2026-01-01–, 2 true 2026-12-01–"},
		{"the lead to a member", []seat{{0, true, "2026-01-01", ""}, {1, false, "2026-01-01", ""}}, 1,
			"0 true 2026-01-01–2026-12-01, 1 false 2026-01-01–2026-12-01, 1 true 2026-12-01–"},
		{"the lead to a member of that day", []seat{{0, true, "2026-01-01", ""}, {1, false, on, ""}}, 1,
			"0 true 2026-01-01–2026-12-01, 1 true 2026-12-01–"},
		{"a member to the lead", []seat{{0, false, "2026-01-01", ""}, {1, true, "2026-01-01", ""}}, 1,
			"0 false 2026-01-01–2026-12-01, 1 true 2026-01-01–"},
		{"a member to nobody", []seat{{0, false, "2026-01-01", ""}, {1, true, "2026-01-01", ""}}, -1,
			"0 false 2026-01-01–2026-12-01, 1 true 2026-01-01–"},
		{"a seat with an end", []seat{{0, false, "2026-01-01", "2027-01-01"}, {1, true, "2026-01-01", ""}}, 2,
			"0 false 2026-01-01–2026-12-01, 1 true 2026-01-01–, 2 false 2026-12-01–2027-01-01"},
		{"a seat that begins that day", []seat{{0, false, on, ""}, {1, true, "2026-01-01", ""}}, 2,
			"1 true 2026-01-01–, 2 false 2026-12-01–"},
		{"a seat that has ended, and another",
			[]seat{{0, false, "2026-01-01", on}, {0, false, "2026-12-05", ""}, {1, true, "2026-01-01", ""}}, 2,
			"0 false 2026-01-01–2026-12-01, 1 true 2026-01-01–, 2 false 2026-12-01–"},
		{
			"two seats, the later entered first", []seat{
				{0, false, "2028-01-01", "2029-01-01"}, {0, false, "2026-01-01", "2027-01-01"}, {1, true, "2026-01-01", ""},
			}, 2,
			"0 false 2026-01-01–2026-12-01, 1 true 2026-01-01–, 2 false 2026-12-01–2029-01-01",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			in := TeamIn{Name: "Tổ mẫu"}
			for _, s := range c.seats {
				in.Members = append(in.Members, MemberIn{OfficerID: w.officer[s.officer], Lead: s.lead, ValidFrom: s.from, ValidTo: s.to})
			}
			team, err := w.s.SaveTeam(in)
			if err != nil {
				t.Fatal(err)
			}
			show := func() string {
				out := []string{}
				w.read(t, func(tx *store.Tx) error {
					var rows []Member
					err := tx.Find(&rows).Error
					for _, m := range rows {
						out = append(
							out,
							fmt.Sprintf("%d %t %s–%s", slices.Index(w.officer[:], m.OfficerID), m.Lead, m.ValidFrom, m.ValidTo),
						)
					}
					return err
				})
				slices.Sort(out)
				return strings.Join(out, ", ")
			}
			before := show()
			leaving := HandoverSeatIn{TeamID: team.ID, Vacant: c.to < 0}
			if c.to >= 0 {
				leaving.SuccessorID = w.officer[c.to]
			}
			done, err := w.s.ApplyHandover(
				HandoverIn{OfficerID: w.officer[0], On: on, Reason: "khac", Note: "Quyết định mẫu", Seats: []HandoverSeatIn{leaving}},
			)
			if err != nil || show() != c.want {
				t.Fatalf("%s, %v", show(), err)
			}
			if err := w.s.UndoHandover(done.ID); err != nil || show() != before {
				t.Errorf("taken back: %s, %v", show(), err)
			}
		})
	}
}

// Nobody leaves a team that then has no lead, or nobody at all while it has a place.
func TestSeatsThatCannotGoOver(t *testing.T) {
	w := openPageWorld(t)
	alone, err := w.s.SaveTeam(
		TeamIn{Name: "Tổ một người", Members: []MemberIn{{OfficerID: w.officer[5], Lead: true, ValidFrom: "2026-01-01"}}},
	)
	if err != nil {
		t.Fatal(err)
	}
	place := LineIn{Act: Giao, KindID: w.kind["A9"], TeamID: alone.ID, TargetID: w.commune[1], Primary: true}
	w.issue(t, decision("2026-02-01", PhanCong, place))
	if _, err := w.s.WithdrawDecision(w.later.Decision.ID); err != nil { // officer 6 has nothing else then
		t.Fatal(err)
	}
	leave := func(officer int, seats ...HandoverSeatIn) error {
		_, err := w.s.ApplyHandover(
			HandoverIn{OfficerID: w.officer[officer], On: "2026-12-01", Reason: "khac", Note: "Quyết định mẫu", Seats: seats},
		)
		return err
	}
	for name, c := range map[string]struct {
		err   error
		words string
	}{
		"nothing chosen":      {leave(3, HandoverSeatIn{TeamID: w.team.ID}), "Hãy chọn người vào tổ"},
		"to himself":          {leave(3, HandoverSeatIn{TeamID: w.team.ID, SuccessorID: w.officer[3]}), "chọn người khác"},
		"no lead":             {leave(3, HandoverSeatIn{TeamID: w.team.ID, Vacant: true}), "cần tổ trưởng mới"},
		"nobody":              {leave(5, HandoverSeatIn{TeamID: alone.ID, Vacant: true}), "không còn ai"},
		"to somebody unknown": {leave(3, HandoverSeatIn{TeamID: w.team.ID, SuccessorID: "x"}), "Không còn cán bộ"},
		"a team he is not in": {leave(3, HandoverSeatIn{TeamID: w.team.ID, Keep: true}, HandoverSeatIn{TeamID: alone.ID}), "Danh sách tổ đã thay đổi"},
		"a line he has not": {func() error {
			_, err := w.s.ApplyHandover(HandoverIn{OfficerID: w.officer[2], On: "2026-12-01", Reason: "khac", Note: "x", SuccessorID: w.officer[0], Lines: []HandoverLineIn{{AssignmentID: "x"}}})
			return err
		}(), "Danh sách phân công đã thay đổi"},
		"somebody without any": {func() error {
			_, err := w.s.ApplyHandover(HandoverIn{OfficerID: w.officer[1], On: "2026-12-01", Reason: "khac", Note: "x"})
			return err
		}(), "không có phân công nào"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.words) {
			t.Errorf("%s: %v", name, c.err)
		}
	}
}

// What keeps somebody from leaving is said once; without a day it is today.
func TestPlansOfThoseWhoHaveLittle(t *testing.T) {
	w := openPageWorld(t)
	for officer, want := range map[int]string{
		0: "Đồng chí Cán bộ mẫu 01 không có phân công nào vào ngày 22/11/2026; không có gì để bàn giao.",
		5: "Phân công Ấp 1, xã Mẫu B theo quyết định 34-QĐ/HU chỉ bắt đầu từ ngày 01/01/2027; hãy thu hồi hoặc điều chỉnh quyết định đó trước.",
		1: "",
		4: "",
	} {
		plan, err := w.s.HandoverPlan(w.officer[officer], "")
		if got := strings.Join(plan.Blocks, " "); err != nil || got != want || plan.On != "2026-11-22" {
			t.Errorf("%d on %s: %q %v", officer+1, plan.On, got, err)
		}
	}
	_, err := w.s.HandoverPlan(w.officer[1], "1929-12-31")
	refusedAt(t, "before all", err, "on", "1930")
	_, err = w.s.HandoverPlan("x", "")
	refusedAt(t, "nobody", err, "officerId", "Hãy chọn cán bộ")
	if err := w.s.End(EndIn{AssignmentID: w.first.Lines[1].AssignmentID, On: "2026-12-24", Reason: "khac", Note: "mẫu"}); err != nil {
		t.Fatal(err)
	}
	plan, err := w.s.HandoverPlan(w.officer[2], "2026-12-01")
	if err != nil || len(plan.Lines) != 1 ||
		strings.Join(
			plan.Notices,
			" ",
		) != "Phân công Ấp 2, xã Mẫu A đã có ngày kết thúc là 24/12/2026 nên không nằm trong lần bàn giao này." {
		t.Errorf("%+v %v", plan, err)
	}
}

// What rooms to the right and the left ask is told or fails, never half of it.
func TestWhatOtherRoomsAskOfAssignments(t *testing.T) {
	w := openPageWorld(t)
	store.Provide(w.store, Hooks([]HandoverHook{{Code: "viec", Word: "việc", Binding: true,
		Open: func(tx *store.Tx, held []HeldPlace) (map[string][]OpenItem, error) {
			var n int
			err := tx.Raw("SELECT count(*) FROM unit").Scan(&n).Error
			out := map[string][]OpenItem{}
			for _, h := range held {
				out[h.TargetID] = []OpenItem{{ID: "1", Text: "Việc"}}
			}
			return out, err
		},
		Move: func(tx *store.Tx, passed []WorkTransfer) (string, error) {
			var n int
			return fmt.Sprint(len(passed)), tx.Raw("SELECT count(*) FROM unit").Scan(&n).Error
		},
		Back: func(tx *store.Tx, trace string) error {
			var n int
			if trace == "" {
				t.Error("no trace")
			}
			return tx.Raw("SELECT count(*) FROM unit").Scan(&n).Error
		},
	}}))
	id := w.first.Lines[1].AssignmentID
	err := w.s.End(EndIn{AssignmentID: id, On: "2026-12-01", Reason: "khac", Note: "mẫu"})
	refusedAt(t, "with something open", err, "nothingOpen", "1 việc")
	if err := w.s.End(EndIn{AssignmentID: id, On: "2026-12-01", Reason: "khac", Note: "mẫu", NothingOpen: true}); err != nil {
		t.Fatal(err)
	}
	if err := w.s.Reopen(id); err != nil {
		t.Fatal(err)
	}
	end := decision("2026-12-01", KetThuc, LineIn{Act: Thoi, AssignmentID: id, EndReason: "khac"})
	_, err = w.s.IssueDecision(end)
	refusedAt(t, "by a decision", err, "lines.0.nothingOpen", "Dòng 1: địa bàn còn 1 việc")
	end.Lines[0].NothingOpen = true
	made, err := accepting(&end, &end.Accepted, w.s.IssueDecision)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.s.WithdrawDecision(made.Decision.ID); err != nil {
		t.Fatal(err)
	}
	got := ""
	storetest.Ask(t, w.store, func(tx *store.Tx) error {
		open, err := OngoingAt(tx, []string{w.hamlet[0], w.commune[0]}, "2026-07-01")
		if err != nil {
			return err
		}
		count, what, err := UnitUse(tx, w.hamlet[0])
		if err != nil {
			return err
		}
		papers, err := Issued(tx, dates.Through("2026-06-25", "2026-06-25"))
		if err != nil {
			return err
		}
		holds := []string{}
		for _, officer := range []int{0, 4} {
			word, err := OfficerTie().Holds(tx, w.officer[officer])
			if err != nil {
				return err
			}
			holds = append(holds, word)
		}
		none, err := OfficerTie().Holds(tx, "x")
		got = fmt.Sprint(open, count, what, len(papers), holds, none, OpenWords(tx))
		return err
	})
	want := "[Cán bộ mẫu 02, phụ trách Ấp 1 Tổ chỉ đạo xã Mẫu A, chỉ đạo Xã Mẫu A] 2phân công1 [1 phân công trong sổ tên trong tổ công tác][{viec việc}]"
	if got != want {
		t.Errorf("asked: %s", got)
	}
}

// What an import brought in goes away as if it had never been, unless something stands on it.
func TestErase(t *testing.T) {
	w := openPageWorld(t)
	scheme, err := w.s.SaveScheme(SchemeIn{Name: "Kế hoạch nhập", ValidFrom: "2026-01-01", Kinds: []KindIn{a3}})
	if err != nil {
		t.Fatal(err)
	}
	erase := func(do func(tx *store.Tx) (string, error)) (stays string) {
		storetest.Act(t, w.store, func(tx *store.Tx) (err error) { stays, err = do(tx); return err })
		return stays
	}
	snapshot := func(id string) (text string) {
		storetest.Ask(t, w.store, func(tx *store.Tx) (err error) { text, err = DecisionSnapshot(tx, id); return err })
		return text
	}
	line := LineIn{Act: Giao, KindID: scheme.Kinds[0].ID, OfficerID: w.officer[0], TargetID: w.hamlet[5], Primary: true}
	made := w.issue(t, decision("2026-02-01", PhanCong, line))
	text := snapshot(made.ID)
	if !strings.Contains(text, made.ID) || !strings.Contains(text, w.hamlet[5]) || snapshot("x") != "" {
		t.Errorf("the picture is %q", text)
	}
	eraseScheme := func(tx *store.Tx) (string, error) { return EraseScheme(tx, scheme.ID) }
	if got := erase(eraseScheme); got != "đã có phân công khác theo chủ trương này" {
		t.Errorf("a scheme in use: %q", got)
	}
	handed := HandoverIn{OfficerID: w.officer[0], On: "2026-12-01", Reason: "khac", SuccessorID: w.officer[1],
		Decision: HandoverDecision{Number: "9", Symbol: "QĐ/HU", DocDate: "2026-11-20", Issuer: "Ban Thường vụ"}}
	done, err := accepting(&handed, &handed.Accepted, w.s.ApplyHandover)
	if err != nil {
		t.Fatal(err)
	}
	if got := erase(
		func(tx *store.Tx) (string, error) { return Erase(tx, made.ID) },
	); got != "đã có ghi nhận dự họp hoặc bàn giao theo phân công này" {
		t.Errorf("handed over: %q", got)
	}
	if got := erase(func(tx *store.Tx) (string, error) { return Erase(tx, done.DecisionID) }); !strings.Contains(got, "bàn giao") {
		t.Errorf("the paper of a handover: %q", got)
	}
	fresh := w.issue(t, decision("2026-03-01", PhanCong, w.give(0, 4)))
	if got := erase(func(tx *store.Tx) (string, error) { return Erase(tx, fresh.ID) }); got != "" || snapshot(fresh.ID) != "" {
		t.Errorf("stays: %q", got)
	}
	other, err := w.s.SaveScheme(SchemeIn{Name: "Kế hoạch nhập 2", ValidFrom: "2026-01-01", Kinds: []KindIn{a3}})
	if err != nil {
		t.Fatal(err)
	}
	if got := erase(func(tx *store.Tx) (string, error) { return EraseScheme(tx, other.ID) }); got != "" {
		t.Errorf("a scheme without anything: %q", got)
	}
	if all, err := w.s.Schemes(); err != nil || len(all) != 2 {
		t.Errorf("%d schemes left, %v", len(all), err)
	}
}
