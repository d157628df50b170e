package reports

import (
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

// A draft is laid before the standing board with what it changes and how many places it leaves without anybody; once it is issued
// there is nothing to propose.
func TestDraftIsProposed(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	draft := assignments.Decision{
		ID:            store.NewID(),
		Subject:       "về việc điều chỉnh phân công",
		Action:        assignments.DieuChinh,
		State:         assignments.DuThao,
		CreatedAt:     "x",
		EffectiveDate: "2026-12-01",
	}
	var held []assignments.Line
	storetest.Read(t, o.Store, func(tx *store.Tx) (err error) {
		held, err = assignments.Active(tx, assignments.Filter{Day: tx.Today, TargetIDs: []string{ids["ap0"]}})
		return err
	})
	draft.Lines = []assignments.LineIn{
		{Act: assignments.Thoi, AssignmentID: held[0].ID},
		{Act: assignments.Giao, KindID: ids["kind"], OfficerID: ids["cb0"], TargetID: ids["ap2"], Primary: true},
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error { return tx.Create(&draft).Error })
	in := Input{Report: "R2D", Period: "2026-06", DecisionID: draft.ID, Number: 3}
	text := typesettest.LaidText(t, made(t, o.Store, in))
	for _, want := range []string{
		"TỜ TRÌNH", "VĂN PHÒNG", "Số 03-TTr/VPĐU", "Kính trình: Ban Thường vụ Đảng ủy xã Mẫu Đơn",
		"trong 03 nơi phải có người phụ trách, 01 nơi chưa có; dự thảo này bổ sung 01 nơi.",
		"- Phân công 01 đồng chí theo dõi, phụ trách 01 nơi;", "- Thôi phân công 01 đồng chí theo dõi, phụ trách 01 nơi.",
		"có hiệu lực từ ngày 01/12/2026", "(Kèm theo Tờ trình số 03-TTr/VPĐU", "Như trên",
	} {
		if !strings.Contains(text, typesettest.Squeeze(want)) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		in.DecisionID = ids["qd"]
		p, err := Prepare(tx, in)
		if err == nil && !strings.Contains(Reasons(p.Obstacles), "12-QĐ/ĐU đã ban hành nên không còn gì để trình") {
			t.Errorf("proposes what was decided: %v", p.Obstacles)
		}
		return err
	})
}

// Each member of the standing board on the day of the paper gets a form of their own, and where none is known there is one to
// write a name on.
func TestMembersAreAskedOneByOne(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.Office(t)
	in := Input{Report: "R2E", Period: "2026-06", DecisionID: ids["qd"], Date: "2026-06-20"}
	asked := func() []string {
		var names []string
		for _, annex := range made(t, o.Store, in).Annexes {
			names = append(names, annex.Blocks[0].Paragraph.Runs[1].Text)
		}
		return names
	}
	if names := asked(); len(names) != 1 || strings.Trim(names[0], "…") != "" {
		t.Errorf("without a standing board: %v", names)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		term, err := officers.SaveTerm(tx, officers.Term{Label: "2025–2030", Level: "xa", ValidFrom: "2025-07-01", ValidTo: "2030-07-01"})
		if err != nil {
			return err
		}
		for who, until := range map[string]dates.Date{"cb0": "", "cb1": "2026-06-20"} {
			seat := officers.Membership{OfficerID: ids[who], TermID: term.ID, Body: officers.BTV, ValidFrom: "2025-07-01", ValidTo: until}
			if _, err := officers.SaveSeat(tx, seat); err != nil {
				return err
			}
		}
		return nil
	})
	if names := asked(); len(names) != 1 || names[0] != "Cán bộ mẫu 01" {
		t.Errorf("on the day one of two left: %v", names)
	}
	in.Date = "2026-06-19"
	if names := asked(); len(names) != 2 {
		t.Errorf("on the last day of both: %v", names)
	}
}
