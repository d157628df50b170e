package assignments_test

import (
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// paperOf is the decision of a handover.
var paperOf = assignments.HandoverDecision{Number: "900", Symbol: "QĐ/ĐU", DocDate: "2026-11-20", Issuer: "Ban Thường vụ Đảng ủy Mẫu"}

// Whoever leaves leaves nothing behind: checked against a reckoning by hand on random offices, and taken back without trace.
func TestHandoverLeavesNoOrphanOnRandomOffices(t *testing.T) {
	for seed := range int64(8) {
		r := rand.New(rand.NewSource(seed))
		w := openLeaving(t, 4, 6)
		w.fill(t, r)
		before := w.dump(t)
		x := w.people[0]
		in := assignments.HandoverIn{OfficerID: x, On: handedOn, Reason: "luan_chuyen", SuccessorID: w.people[1], Decision: paperOf}
		var plan assignments.HandoverPlan
		storetest.Ask(t, w.store, func(tx *store.Tx) (err error) {
			plan, err = assignments.PlanHandover(tx, x, handedOn)
			return err
		})
		want := map[string]string{} // assignment → successor
		for _, l := range plan.Lines {
			to := assignments.HandoverLineIn{AssignmentID: l.AssignmentID}
			switch r.Intn(4) {
			case 0:
				to.Vacant = true
			case 1:
				to.SuccessorID = w.people[2+r.Intn(2)]
				want[l.AssignmentID] = to.SuccessorID
			default:
				want[l.AssignmentID] = w.people[1]
			}
			in.Lines = append(in.Lines, to)
		}
		var done assignments.HandoverDone
		storetest.Act(t, w.store, func(tx *store.Tx) (err error) {
			done, err = assignments.ApplyHandover(tx, in)
			return err
		})
		w.checkNothingLeft(t, x, want, plan)
		storetest.Act(t, w.store, func(tx *store.Tx) error { return assignments.UndoHandover(tx, done.ID) })
		w.same(t, before)
	}
}

// same fails at the first row that differs from an earlier dump.
func (w *leaving) same(t *testing.T, before []string) {
	t.Helper()
	after := w.dump(t)
	for i := range max(len(before), len(after)) {
		if i >= len(before) || i >= len(after) || before[i] != after[i] {
			t.Fatalf(
				"the office is changed: row %d of %d, %d: %.300q, %.300q",
				i,
				len(before),
				len(after),
				before[min(i, len(before)-1)],
				after[min(i, len(after)-1)],
			)
		}
	}
}

func (w *leaving) checkNothingLeft(t *testing.T, x string, want map[string]string, plan assignments.HandoverPlan) {
	t.Helper()
	storetest.Read(t, w.store, func(tx *store.Tx) error {
		for table, sql := range map[string]string{
			"phân công": "SELECT COUNT(*) FROM assignment WHERE officer_id = ? AND deleted_at = '' AND (valid_to = '' OR valid_to > ?)",
			"tổ":        "SELECT COUNT(*) FROM team_member WHERE officer_id = ? AND (valid_to = '' OR valid_to > ?)",
			"lịch họp":  "SELECT COUNT(*) FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.officer_id = ? AND m.day >= ? AND m.state = 'PLANNED'",
		} {
			var left int
			if err := tx.Raw(sql, x, handedOn).Scan(&left).Error; err != nil {
				return err
			}
			if left > 0 {
				t.Errorf("%s: %d left with the officer", table, left)
			}
		}
		for _, l := range plan.Lines {
			inCharge, err := assignments.InCharge(tx, []string{l.TargetID}, handedOn)
			if err != nil {
				return err
			}
			holder := ""
			for _, now := range inCharge[l.TargetID] {
				if now.KindID == l.KindID && now.Primary {
					holder += now.OfficerID
				}
			}
			if holder != want[l.AssignmentID] {
				t.Errorf("%s: in charge is %q, not %q", l.TargetLabel, holder, want[l.AssignmentID])
			}
		}
		return w.checkExpected(t, tx)
	})
}

// checkExpected compares who is expected at each planned meeting from the day on with who is in charge of its hosts by the
// assignment tables; the team's place is left out, its lead was changed by hand.
func (w *leaving) checkExpected(t *testing.T, tx *store.Tx) error {
	entries, err := activities.Log(tx, activities.LogFilter{Span: dates.Span{From: handedOn, To: "2027-06-01"}})
	for _, e := range entries {
		should, is := map[string]bool{}, map[string]bool{}
		team := false
		for _, h := range e.Hosts {
			team = team || h.ID == w.hamlets[0]
			var ids []string
			if err := tx.Raw("SELECT officer_id FROM assignment WHERE target_id = ? AND deleted_at = '' AND team_id = '' AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", h.ID, e.Day, e.Day).
				Scan(&ids).
				Error; err != nil {
				return err
			}
			for _, id := range ids {
				should[id] = true
			}
		}
		for _, a := range e.Attendances {
			is[a.OfficerID] = true
		}
		if !team && !maps.Equal(should, is) {
			t.Errorf(
				"%s %s: expected %v, should be %v",
				e.KindWord,
				e.Day,
				slices.Collect(maps.Keys(is)),
				slices.Collect(maps.Keys(should)),
			)
		}
	}
	return err
}

// What a handover refuses, it refuses with a sentence at the right place, and nothing is half done.
func TestHandoverRefusals(t *testing.T) {
	w := openLeaving(t, 3, 2)
	storetest.Write(t, w.store, func(tx *store.Tx) error {
		_, err := assignments.Issue(tx, w.paper(assignments.PhanCong, w.give("A3", 2, w.hamlets[0]), w.give("A5", 2, w.groups[0])))
		return err
	})
	ok := assignments.HandoverIn{OfficerID: w.people[2], On: handedOn, Reason: "nghi_huu", SuccessorID: w.people[1], Decision: paperOf}
	before := w.dump(t)
	for name, c := range map[string]struct {
		change func(*assignments.HandoverIn)
		field  string
		says   string
	}{
		"no officer":         {func(in *assignments.HandoverIn) { in.OfficerID = "" }, "officerId", "Hãy chọn cán bộ"},
		"no reason":          {func(in *assignments.HandoverIn) { in.Reason = "" }, "reason", "lý do"},
		"slip of the year":   {func(in *assignments.HandoverIn) { in.On = "0226-12-01" }, "on", "1930"},
		"nobody":             {func(in *assignments.HandoverIn) { in.SuccessorID = "" }, "lines.0.successorId", "Chưa có người nhận"},
		"to himself":         {func(in *assignments.HandoverIn) { in.SuccessorID = w.people[2] }, "lines.0.successorId", "người khác"},
		"unknown successor":  {func(in *assignments.HandoverIn) { in.SuccessorID = "ai-do" }, "lines.1.successorId", "Không còn"},
		"no decision":        {func(in *assignments.HandoverIn) { in.Decision = assignments.HandoverDecision{} }, "decision.number", "số quyết định"},
		"no day of decision": {func(in *assignments.HandoverIn) { in.Decision.DocDate = "" }, "decision.docDate", "ngày của quyết định"},
		"no ground": {func(in *assignments.HandoverIn) {
			in.SuccessorID, in.Decision = "", assignments.HandoverDecision{}
			in.Lines = w.vacantAll(t, in.OfficerID)
		}, "note", "căn cứ"},
		"before it began": {func(in *assignments.HandoverIn) { in.On = "2026-01-05" }, "", "chỉ bắt đầu"},
	} {
		in := ok
		c.change(&in)
		err := storetest.Try(w.store, func(tx *store.Tx) error {
			_, err := assignments.ApplyHandover(tx, in)
			return err
		})
		e, isFault := fault.Of(err)
		if !isFault || !strings.Contains(e.Message, c.says) || c.field != "" && !strings.Contains(e.Fields[c.field], c.says) {
			t.Errorf("%s: %v %v", name, err, e)
		}
		w.same(t, before)
	}
}

func (w *leaving) vacantAll(t testing.TB, officer string) (lines []assignments.HandoverLineIn) {
	storetest.Read(t, w.store, func(tx *store.Tx) error {
		plan, err := assignments.PlanHandover(tx, officer, handedOn)
		for _, l := range plan.Lines {
			lines = append(lines, assignments.HandoverLineIn{AssignmentID: l.AssignmentID, Vacant: true})
		}
		return err
	})
	return lines
}

// Without a successor the place is vacant and shows so; no decision is needed, and it can be taken back.
func TestHandoverToNobody(t *testing.T) {
	w := openLeaving(t, 3, 2)
	storetest.Write(t, w.store, func(tx *store.Tx) error {
		_, err := assignments.Issue(tx, w.paper(assignments.PhanCong, w.give("A3", 2, w.hamlets[0]), w.give("A3", 1, w.hamlets[1])))
		return err
	})
	vacant := func() (n int) {
		storetest.Read(t, w.store, func(tx *store.Tx) error {
			c, err := assignments.ViewCoverage(tx, assignments.CoverageQuery{Day: handedOn, KindID: w.kind["A3"]})
			n = c.Required - c.Covered
			return err
		})
		return n
	}
	before, seen := w.dump(t), vacant()
	var done assignments.HandoverDone
	storetest.Act(t, w.store, func(tx *store.Tx) (err error) {
		done, err = assignments.ApplyHandover(
			tx,
			assignments.HandoverIn{
				OfficerID: w.people[2],
				On:        handedOn,
				Reason:    "nghi_huu",
				Note:      "Quyết định nghỉ hưu mẫu",
				Lines:     w.vacantAll(t, w.people[2]),
			},
		)
		return err
	})
	if done.Vacant != 1 || done.DecisionID != "" || vacant() != seen+1 {
		t.Errorf("vacant %d, decision %q, places without anybody %d → %d", done.Vacant, done.DecisionID, seen, vacant())
	}
	storetest.Act(t, w.store, func(tx *store.Tx) error { return assignments.UndoHandover(tx, done.ID) })
	w.same(t, before)
}

// A handover can be carried by a draft that holds other lines too; taken back, the draft is what it was.
func TestHandoverByADraft(t *testing.T) {
	w := openLeaving(t, 3, 3)
	var draft assignments.Decision
	storetest.Act(t, w.store, func(tx *store.Tx) (err error) {
		if _, err = assignments.Issue(tx, w.paper(assignments.PhanCong, w.give("A3", 2, w.hamlets[0]))); err != nil {
			return err
		}
		draft, err = assignments.SaveDraft(tx, w.paper(assignments.PhanCong, w.give("A3", 1, w.hamlets[1])))
		return err
	})
	before := w.dump(t)
	var done assignments.HandoverDone
	storetest.Act(t, w.store, func(tx *store.Tx) (err error) {
		done, err = assignments.ApplyHandover(
			tx,
			assignments.HandoverIn{
				OfficerID:   w.people[2],
				On:          handedOn,
				Reason:      "luan_chuyen",
				SuccessorID: w.people[1],
				Decision:    assignments.HandoverDecision{ID: draft.ID},
			},
		)
		return err
	})
	storetest.Read(t, w.store, func(tx *store.Tx) error {
		mine, err := assignments.Active(tx, assignments.Filter{Day: handedOn, OfficerID: w.people[1]})
		if len(mine) != 2 || done.DecisionID != draft.ID {
			t.Errorf("%d assignments by decision %s", len(mine), done.DecisionID)
		}
		return err
	})
	storetest.Act(t, w.store, func(tx *store.Tx) error { return assignments.UndoHandover(tx, done.ID) })
	w.same(t, before)
}

// An assignment with something open is not closed in silence (story 13): not by a decision, not by hand.
func TestHandoverKeepsOpenItemsFromBeingDropped(t *testing.T) {
	w := openLeaving(t, 3, 2)
	store.Provide(w.store, assignments.Hooks([]assignments.HandoverHook{
		{
			Code:    "viec_thu",
			Word:    "việc thử chưa xong",
			Binding: true,
			Open: func(_ *store.Tx, held []assignments.HeldPlace) (map[string][]assignments.OpenItem, error) {
				out := map[string][]assignments.OpenItem{}
				for _, h := range held {
					if h.TargetID == w.hamlets[0] {
						out[h.TargetID] = []assignments.OpenItem{{ID: "1", Text: "Việc thử"}}
					}
				}
				return out, nil
			},
		},
	}))
	var given assignments.Decision
	storetest.Act(t, w.store, func(tx *store.Tx) (err error) {
		given, err = assignments.Issue(tx, w.paper(assignments.PhanCong, w.give("A3", 2, w.hamlets[0]), w.give("A3", 2, w.hamlets[1])))
		return err
	})
	id := given.Lines[0].AssignmentID
	end := assignments.LineIn{Act: assignments.Thoi, AssignmentID: id, From: handedOn, EndReason: "nghi_huu"}
	for name, try := range map[string]func(*store.Tx) error{
		"decision": func(tx *store.Tx) error {
			_, err := assignments.Issue(tx, w.paper(assignments.KetThuc, end))
			return err
		},
		"by hand": func(tx *store.Tx) error {
			return assignments.End(tx, assignments.EndIn{AssignmentID: id, On: handedOn, Reason: "nghi_huu", Note: "mẫu"})
		},
		"handover": func(tx *store.Tx) error {
			leaver := w.people[2]
			_, err := assignments.ApplyHandover(tx, assignments.HandoverIn{
				OfficerID: leaver, On: handedOn, Reason: "nghi_huu", Note: "mẫu", Lines: w.vacantAll(t, leaver)})
			return err
		},
	} {
		err := storetest.Try(w.store, try)
		if err == nil || !strings.Contains(err.Error(), "1 việc thử chưa xong") {
			t.Errorf("%s: %v", name, err)
		}
	}
	storetest.Write(t, w.store, func(tx *store.Tx) error {
		done, err := assignments.ApplyHandover(
			tx,
			assignments.HandoverIn{OfficerID: w.people[2], On: handedOn, Reason: "nghi_huu", SuccessorID: w.people[0], Decision: paperOf},
		)
		if err == nil && len(done.Lines[0].Items) == 0 {
			err = fmt.Errorf("the dossier does not show what is open")
		}
		return err
	})
}
