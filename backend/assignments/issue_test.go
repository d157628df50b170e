package assignments

import (
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// A bad decision is refused as a whole; the message stands at the field of its row.
func TestIssueRefuses(t *testing.T) {
	w := newWorld(t)
	first := w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0)))
	var before int64
	w.read(t, func(tx *store.Tx) error { return tx.Model(&Assignment{}).Count(&before).Error })
	var closed string
	w.write(t, func(tx *store.Tx) error {
		ids, err := units.InsertMany(
			tx,
			[]units.NewUnit{
				{
					Tree:      units.TreeAdmin,
					Facts:     units.Facts{Name: "Ấp cũ", Type: units.Ap, ParentID: w.commune[0]},
					ValidFrom: "2016-01-01",
					ValidTo:   "2020-01-01",
					Source:    "Nghị quyết mẫu",
				},
			},
		)
		closed = ids[0]
		return err
	})
	head := func(change func(*DecisionIn)) DecisionIn {
		in := decision("2026-03-01", PhanCong, w.give(1, 1))
		change(&in)
		return in
	}
	line := func(change func(*LineIn)) DecisionIn {
		l := w.give(1, 1)
		change(&l)
		return decision("2026-03-01", DieuChinh, w.give(2, 2), l)
	}
	for name, c := range map[string]struct {
		in    DecisionIn
		field string
		words string
	}{
		"no number":            {head(func(d *DecisionIn) { d.Number = " " }), "number", "số của quyết định"},
		"no date":              {head(func(d *DecisionIn) { d.DocDate = "" }), "docDate", "ngày"},
		"no such date":         {head(func(d *DecisionIn) { d.DocDate = "2026-02-30" }), "docDate", "không hợp lệ"},
		"no issuer":            {head(func(d *DecisionIn) { d.Issuer = "" }), "issuer", "ban hành"},
		"no effective date":    {head(func(d *DecisionIn) { d.EffectiveDate = "" }), "effectiveDate", "hiệu lực"},
		"unknown action":       {head(func(d *DecisionIn) { d.Action = "khen" }), "action", "Hãy chọn"},
		"no line":              {head(func(d *DecisionIn) { d.Lines = nil }), "lines", "phụ lục"},
		"total not typed":      {head(func(d *DecisionIn) { d.LineTotal = 0 }), "lineTotal", "tổng số dòng"},
		"total differs":        {head(func(d *DecisionIn) { d.LineTotal = 2 }), "lineTotal", "2 dòng nhưng đã nhập 1"},
		"number used":          {head(func(d *DecisionIn) { d.Number, d.DocDate = first.Number, "2026-04-01" }), "number", "đã có trong sổ"},
		"no kind":              {line(func(l *LineIn) { l.KindID = "x" }), "lines.1.kindId", "Dòng 2"},
		"no officer":           {line(func(l *LineIn) { l.OfficerID = "" }), "lines.1.officerId", "cán bộ"},
		"unknown officer":      {line(func(l *LineIn) { l.OfficerID = "x" }), "lines.1.officerId", "cán bộ"},
		"no target":            {line(func(l *LineIn) { l.TargetID = "" }), "lines.1.targetId", "đơn vị"},
		"target of other type": {line(func(l *LineIn) { l.TargetID = w.commune[0] }), "lines.1.targetId", "không giao cho xã"},
		"target of other tree": {line(func(l *LineIn) { l.TargetID = w.cell[1] }), "lines.1.targetId", "không giao cho chi bộ"},
		"target closed":        {line(func(l *LineIn) { l.TargetID = closed }), "lines.1.targetId", "không còn"},
		"before the scheme":    {line(func(l *LineIn) { l.From = "2016-05-17" }), "lines.1.from", "ngoài hiệu lực"},
		"silly day":            {line(func(l *LineIn) { l.From = "0206-01-01" }), "lines.1.from", "không hợp lệ"},
		"team kind, officer":   {line(func(l *LineIn) { l.KindID = w.kind["A9"] }), "lines.1.teamId", "chọn tổ"},
		"second primary":       {line(func(l *LineIn) { l.TargetID = w.hamlet[0] }), "lines.1.targetId", "Cán bộ mẫu 01 phụ trách chính"},
		"primary twice":        {line(func(l *LineIn) { l.TargetID = w.hamlet[2] }), "lines.1.targetId", "dòng 1"},
		"same line twice":      {decision("2026-03-01", PhanCong, w.give(2, 2), w.give(2, 2)), "lines.1.targetId", "trùng với dòng 1"},
		"given already":        {decision("2026-03-01", PhanCong, w.give(0, 0)), "lines.0.targetId", "không cần giao lại"},
		"end in a start":       {decision("2026-03-01", PhanCong, LineIn{Act: Thoi, AssignmentID: first.Lines[0].AssignmentID, EndReason: "khac"}), "lines.0.act", "không có dòng thôi"},
		"start in an end":      {decision("2026-03-01", KetThuc, w.give(1, 1)), "lines.0.act", "chỉ có dòng thôi"},
		"end of nothing": {decision("2026-03-01", KetThuc, LineIn{Act: Thoi, EndReason: "khac"}), "lines.0.assignmentId",
			"chọn phân công"},
		"end without reason": {decision("2026-03-01", KetThuc, LineIn{Act: Thoi, AssignmentID: first.Lines[0].AssignmentID}), "lines.0.endReason", "lý do"},
		"end before start":   {decision("2026-01-05", KetThuc, LineIn{Act: Thoi, AssignmentID: first.Lines[0].AssignmentID, EndReason: "khac"}), "lines.0.from", "sau ngày bắt đầu"},
		"text too long":      {line(func(l *LineIn) { l.Duty = strings.Repeat("nội dung ", 500) }), "lines.1.duty", "2.000"},
	} {
		t.Run(name, func(t *testing.T) {
			err := storetest.Try(w.store, func(tx *store.Tx) error { _, err := Issue(tx, c.in); return err })
			e, ok := fault.Of(err)
			if !ok {
				t.Fatalf("want a fault, got %v", err)
			}
			if !strings.Contains(e.Fields[c.field], c.words) {
				t.Fatalf("want %q at %s, got %v", c.words, c.field, e.Fields)
			}
			w.read(t, func(tx *store.Tx) error {
				var after, decisions int64
				tx.Model(&Decision{}).Count(&decisions)
				if err := tx.Model(&Assignment{}).Count(&after).Error; err != nil || after != before || decisions != 1 {
					t.Errorf("a refused decision left something: %d assignments, %d decisions, %v", after, decisions, err)
				}
				return nil
			})
		})
	}
}

func TestOneOfFortyLinesWrongNamesTheRow(t *testing.T) {
	w := newWorld(t)
	lines := make([]LineIn, 40)
	for i := range lines {
		lines[i] = LineIn{Act: Giao, KindID: w.kind["A7"], OfficerID: w.officer[i%6], TargetID: w.cell[i/6%6], Primary: true}
	}
	lines[36].TargetID, lines[37].TargetID, lines[38].TargetID, lines[39].OfficerID = "", "", "", ""
	err := storetest.Try(w.store, func(tx *store.Tx) error {
		_, err := Issue(tx, decision("2026-03-01", PhanCong, lines...))
		return err
	})
	if e, ok := fault.Of(err); !ok || len(e.Fields) != 4 || !strings.Contains(e.Message, "37, 38, 39, 40") {
		t.Fatalf("got %v", err)
	}
}

func TestReplaceHandsAPlaceOver(t *testing.T) {
	w := newWorld(t)
	w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0)))
	next := w.give(1, 0)
	next.Replace = true
	second := w.issue(t, decision("2026-07-01", DieuChinh, next))
	w.read(t, func(tx *store.Tx) error {
		for day, want := range map[string]string{"2026-06-30": w.officer[0], "2026-07-01": w.officer[1]} {
			got, err := Active(tx, Filter{Day: dates.Date(day), TargetIDs: w.hamlet[:1]})
			if err != nil || len(got) != 1 || got[0].OfficerID != want {
				t.Errorf("%s: %+v, %v", day, got, err)
			}
		}
		old, err := Active(tx, Filter{TargetIDs: w.hamlet[:1]})
		if err != nil || len(old) != 2 || old[0].EndReason != "luan_chuyen" || old[0].EndedBy != second.NumberText() {
			t.Errorf("history: %+v, %v", old, err)
		}
		return nil
	})
}

func TestFutureChangeTakesEffectByItself(t *testing.T) {
	w := newWorld(t) // the clock stands at 2026-11-22
	w.issue(t, decision("2026-12-01", PhanCong, w.give(0, 0)))
	w.read(t, func(tx *store.Tx) error {
		today, err := InCharge(tx, w.hamlet[:], tx.Today)
		if err != nil || len(today) != 0 {
			t.Errorf("too early: %v %v", today, err)
		}
		later, err := InCharge(tx, w.hamlet[:], "2026-12-01")
		if err != nil || len(later[w.hamlet[0]]) != 1 {
			t.Errorf("too late: %v %v", later, err)
		}
		return nil
	})
}

func TestWithdrawAndIssueAgain(t *testing.T) {
	w := newWorld(t)
	w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0)))
	next := w.give(1, 0)
	next.Replace = true
	in := decision("2026-07-01", DieuChinh, next, w.give(2, 1))
	second := w.issue(t, in)
	state := func() (out []string) {
		w.read(t, func(tx *store.Tx) error {
			all, err := Active(tx, Filter{})
			for _, l := range all {
				out = append(out, l.ID+" "+l.OfficerID+" "+string(l.ValidFrom)+"–"+string(l.ValidTo))
			}
			return err
		})
		return out
	}
	after := strings.Join(state(), "\n")
	storetest.Act(t, w.store, func(tx *store.Tx) error { _, err := withdraw(tx, second.ID); return err })
	if got := state(); len(got) != 1 || !strings.HasSuffix(got[0], "–") {
		t.Fatalf("after withdrawing: %v", got)
	}
	in.ID, in.Lines = second.ID, second.Lines
	w.issue(t, in)
	if got := strings.Join(state(), "\n"); got != after {
		t.Fatalf("issued again:\n%s\nwant\n%s", got, after)
	}
}

func TestWithdrawIsRefusedOnceSomethingStandsOnIt(t *testing.T) {
	w := newWorld(t)
	first := w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0)))
	w.issue(t, decision("2026-07-01", KetThuc, LineIn{Act: Thoi, AssignmentID: first.Lines[0].AssignmentID, EndReason: "nghi_huu"}))
	err := storetest.Try(w.store, func(tx *store.Tx) error { _, err := withdraw(tx, first.ID); return err })
	if !fault.Is(err, fault.CodeConflict) {
		t.Fatalf("got %v", err)
	}
	err = storetest.Try(w.store, func(tx *store.Tx) error {
		_, err := SaveDraft(tx, DecisionIn{ID: first.ID, Action: PhanCong})
		return err
	})
	if !fault.Is(err, fault.CodeConflict) {
		t.Fatalf("an issued decision was changed: %v", err)
	}
}

func TestACopiedLineCannotTakeAnotherDecisionsRow(t *testing.T) {
	w := newWorld(t)
	first := w.issue(t, decision("2026-01-05", PhanCong, w.give(0, 0)))
	line := w.give(1, 1)
	line.AssignmentID = first.Lines[0].AssignmentID
	second := w.issue(
		t,
		decision("2026-02-01", PhanCong, line, func() LineIn { l := w.give(2, 2); l.AssignmentID = line.AssignmentID; return l }()),
	)
	if second.Lines[0].AssignmentID == first.Lines[0].AssignmentID || second.Lines[0].AssignmentID == second.Lines[1].AssignmentID {
		t.Fatal("one row for two lines")
	}
}
