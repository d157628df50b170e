package assignments

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// handoverRun is one handover under way.
type handoverRun struct {
	tx    *store.Tx
	in    HandoverIn
	plan  HandoverPlan
	lines []HandoverLineIn // by plan line, with the successor settled
	seats []HandoverSeatIn // by plan seat
	row   Handover
	gone  []handoverRow
}

// ApplyHandover carries a handover out in one transaction: what the officer has ends on the day, the successors begin on
// it, and planned meetings and whatever else hangs on the officer follow. Faults name lines and seats by their place in the
// plan: "lines.3.successorId".
func ApplyHandover(tx *store.Tx, in HandoverIn) (HandoverDone, error) {
	plan, err := PlanHandover(tx, in.OfficerID, in.On)
	if err != nil {
		return HandoverDone{}, err
	}
	if len(plan.Blocks) > 0 {
		return HandoverDone{}, fault.Conflict(strings.Join(plan.Blocks, " "))
	}
	in.On, in.Note = plan.On, store.Clean(in.Note)
	h := &handoverRun{
		tx:   tx,
		in:   in,
		plan: plan,
		row: Handover{ID: store.NewID(), OfficerID: in.OfficerID, On: in.On, Reason: in.Reason, Note: in.Note,
			SeatsBefore: []Member{}, SeatsAfter: []Member{}, CreatedAt: tx.NowText(), CreatedBy: tx.UserID},
	}
	if err := h.chooseSuccessors(); err != nil {
		return HandoverDone{}, err
	}
	for _, step := range []func() error{h.moveAssignments, h.moveSeats, h.moveRest, h.store} {
		if err := step(); err != nil {
			return HandoverDone{}, err
		}
	}
	tx.Audit(
		h.row.ID,
		fmt.Sprintf(
			"Bàn giao của đồng chí %s từ ngày %s: %d phân công, %d vị trí trong tổ.%s",
			plan.Officer.Name,
			in.On.Show(),
			len(plan.Lines),
			len(plan.Seats),
			guard.Kept(in.GuardReason),
		),
	)
	return HandoverOf(tx, h.row.ID)
}

// chooseSuccessors decides for every line and seat who gets it, and checks what can be checked before anything is written.
func (h *handoverRun) chooseSuccessors() error {
	var f fault.Fields
	if h.in.Reason.Word() == "" {
		f.Add("reason", "Hãy chọn lý do thôi phân công.")
	}
	if utf8.RuneCountInString(h.in.Note) > longestText {
		f.Add("note", "Nội dung dài quá 2.000 ký tự; hãy viết gọn lại.")
	}
	err := guard.Texts(h.tx, &f, h.in.GuardReason, guard.Text{Field: "note", Text: h.in.Note},
		guard.Text{Field: "decision.subject", Text: store.CleanLine(h.in.Decision.Subject), Stored: h.plan.Decision.Subject})
	if err != nil {
		return err
	}
	typed := map[string]HandoverLineIn{}
	for _, l := range h.in.Lines {
		typed[l.AssignmentID] = l
	}
	ids := []string{h.in.SuccessorID}
	someone := false
	for i, l := range h.plan.Lines {
		in := typed[l.AssignmentID]
		delete(typed, l.AssignmentID)
		in.AssignmentID = l.AssignmentID
		switch {
		case in.Keep || in.Vacant:
			in.SuccessorID = ""
		default:
			in.SuccessorID = cmp.Or(in.SuccessorID, h.in.SuccessorID)
		}
		switch {
		case in.Keep:
		case in.SuccessorID == "" && !in.Vacant:
			f.Add(fmt.Sprintf("lines.%d.successorId", i), "Hãy chọn người nhận "+l.TargetLabel+", hoặc chọn “Chưa có người nhận”.")
		case in.SuccessorID == h.in.OfficerID:
			f.Add(fmt.Sprintf("lines.%d.successorId", i), "Người nhận "+l.TargetLabel+" đang là người bàn giao; hãy chọn người khác.")
		case in.SuccessorID == "" && l.Binding != "" && !in.NothingOpen:
			f.Add(
				fmt.Sprintf("lines.%d.nothingOpen", i),
				fmt.Sprintf("%s còn %s; hãy chọn người nhận, hoặc xác nhận không có việc tồn cần bàn giao.", l.TargetLabel, l.Binding),
			)
		}
		someone = someone || in.SuccessorID != ""
		ids = append(ids, in.SuccessorID)
		h.lines = append(h.lines, in)
	}
	if len(typed) > 0 {
		f.Add("lines", "Danh sách phân công đã thay đổi; hãy mở lại màn hình bàn giao.")
	}
	ids = append(ids, h.chooseSeatSuccessors(&f)...)
	if someone && h.in.Decision.ID == "" && h.in.Decision.Number == "" {
		f.Add("decision.number", "Hãy nhập số quyết định phân công người nhận, hoặc chọn một dự thảo đã có.")
	}
	if !someone && h.in.Decision.ID == "" && h.in.Decision.Number == "" && h.in.Note == "" {
		f.Add("note", "Hãy ghi căn cứ thôi phân công, ví dụ: Quyết định 15-QĐ/TU, ngày 01/6/2026.")
	}
	if err := h.checkSuccessors(ids, &f); err != nil {
		return err
	}
	return f.Err()
}

// checkSuccessors refuses officers who are not there or lie in the bin.
func (h *handoverRun) checkSuccessors(ids []string, f *fault.Fields) error {
	who, err := officers.Refs(h.tx, append([]string{}, ids...), h.in.On)
	if err != nil {
		return err
	}
	var binned []string
	if err := h.tx.Raw("SELECT id FROM officer WHERE deleted_at <> '' AND id IN ?", append(ids, "")).Scan(&binned).Error; err != nil {
		return err
	}
	for _, id := range binned {
		delete(who, id)
	}
	for i, l := range h.lines {
		if _, known := who[l.SuccessorID]; l.SuccessorID != "" && !known {
			f.Add(fmt.Sprintf("lines.%d.successorId", i), "Không còn cán bộ này trong danh sách; hãy chọn người nhận khác.")
		}
	}
	for i, s := range h.seats {
		if _, known := who[s.SuccessorID]; s.SuccessorID != "" && !known {
			f.Add(fmt.Sprintf("seats.%d.successorId", i), "Không còn cán bộ này trong danh sách; hãy chọn người nhận khác.")
		}
	}
	return nil
}

// moveAssignments ends and begins the assignments by a decision, or ends them alone when every place stays vacant and no decision
// is given.
func (h *handoverRun) moveAssignments() error {
	if h.in.Decision.ID == "" && h.in.Decision.Number == "" {
		return h.endAll()
	}
	in, err := h.decision()
	if err != nil {
		return err
	}
	at := map[int]int{}    // row of the annex → line of the plan
	fresh := map[int]int{} // line of the plan → row that begins it
	add := func(i int, l LineIn) {
		at[len(in.Lines)] = i
		in.Lines = append(in.Lines, l)
	}
	begins := in.Action == ThayThe
	for i, l := range h.lines {
		if l.Keep {
			continue
		}
		add(
			i,
			LineIn{
				Act:          Thoi,
				AssignmentID: l.AssignmentID,
				From:         h.in.On,
				EndReason:    h.in.Reason,
				EndNote:      h.in.Note,
				NothingOpen:  l.NothingOpen,
			},
		)
		if l.SuccessorID == "" {
			continue
		}
		p := h.plan.Lines[i]
		helper, err := h.sideAssignment(p, l.SuccessorID)
		if err != nil {
			return err
		}
		if helper != "" {
			add(i, LineIn{Act: Thoi, AssignmentID: helper, From: h.in.On, EndReason: "khac", EndNote: "Nhận phụ trách chính"})
		}
		fresh[i], begins = len(in.Lines), true
		add(
			i,
			LineIn{
				Act:       Giao,
				KindID:    p.KindID,
				OfficerID: l.SuccessorID,
				TargetID:  p.TargetID,
				Primary:   p.Primary,
				Duty:      p.Duty,
				From:      h.in.On,
			},
		)
	}
	if len(at) == 0 {
		return nil // seats only
	}
	if begins && in.Action != ThayThe || len(in.Lines) > len(at) {
		in.Action = DieuChinh
	}
	in.LineTotal = len(in.Lines)
	d, err := Issue(h.tx, in)
	if err != nil {
		return h.translateFaults(err, at)
	}
	h.row.DecisionID = d.ID
	for i, l := range h.lines {
		if l.Keep {
			continue
		}
		gone := handoverRow{
			HandoverID:   h.row.ID,
			AssignmentID: l.AssignmentID,
			KindID:       h.plan.Lines[i].KindID,
			TargetID:     h.plan.Lines[i].TargetID,
			SuccessorID:  l.SuccessorID,
			NothingOpen:  l.NothingOpen,
		}
		if row, begun := fresh[i]; begun {
			gone.FreshID = d.Lines[row].AssignmentID
		}
		h.gone = append(h.gone, gone)
	}
	return nil
}

// decision is the head to issue: a new one, or a draft with what it holds already.
func (h *handoverRun) decision() (DecisionIn, error) {
	typed := h.in.Decision
	in := DecisionIn{
		Number:        typed.Number,
		Symbol:        typed.Symbol,
		DocDate:       typed.DocDate,
		Issuer:        typed.Issuer,
		EffectiveDate: h.in.On,
		Action:        KetThuc,
		Subject:       cmp.Or(store.CleanLine(typed.Subject), h.plan.Decision.Subject),
	}
	if typed.ID == "" {
		return in, nil
	}
	d, err := findDecision(h.tx, typed.ID)
	if err != nil {
		return in, err
	}
	if d.State == BanHanh {
		return in, fault.Invalid(
			"decision.id",
			"Quyết định này đã ban hành nên không thêm dòng được; hãy chọn dự thảo khác hoặc nhập quyết định mới.",
		)
	}
	was, err := json.Marshal(d)
	if err != nil {
		return in, err
	}
	h.row.DecisionWas = string(was)
	return DecisionIn{
		ID:      d.ID,
		Number:  cmp.Or(typed.Number, d.Number),
		Symbol:  cmp.Or(typed.Symbol, d.Symbol),
		DocDate: cmp.Or(typed.DocDate, d.DocDate),
		Issuer: cmp.Or(
			typed.Issuer,
			d.Issuer,
		),
		Subject:       cmp.Or(typed.Subject, d.Subject, h.plan.Decision.Subject),
		EffectiveDate: cmp.Or(d.EffectiveDate, h.in.On),
		Action:        d.Action,
		Note:          d.Note,
		Lines:         d.Lines,
	}, nil
}

// sideAssignment finds the successor's own side assignment at the place, which the main one replaces.
func (h *handoverRun) sideAssignment(p HandoverLine, successor string) (string, error) {
	var found []Assignment
	err := h.tx.Where("kind_id = ? AND target_id = ? AND officer_id = ? AND deleted_at = '' AND valid_to = '' AND valid_from < ? AND is_primary = 0",
		p.KindID, p.TargetID, successor, h.in.On).
		Find(&found).
		Error
	if len(found) == 0 || !p.Primary {
		return "", err
	}
	return found[0].ID, err
}

// translateFaults puts the decision's refusals to the lines and fields the wizard shows.
func (h *handoverRun) translateFaults(err error, at map[int]int) error {
	e, ok := fault.Of(err)
	if !ok || len(e.Fields) == 0 {
		return err
	}
	var f fault.Fields
	for field, message := range e.Fields {
		var row int
		if n, _ := fmt.Sscanf(field, "lines.%d.", &row); n == 0 {
			f.Add("decision."+field, message)
		} else if i, ours := at[row]; !ours {
			f.Add("decision.id", message)
		} else {
			if _, rest, found := strings.Cut(message, ": "); found {
				message = h.plan.Lines[i].TargetLabel + ": " + rest
			}
			f.Add(fmt.Sprintf("lines.%d.successorId", i), message)
		}
	}
	return f.Err()
}

func (h *handoverRun) endAll() error {
	for i, l := range h.lines {
		if l.Keep {
			continue
		}
		if err := End(
			h.tx,
			EndIn{
				AssignmentID: l.AssignmentID,
				On:           h.in.On,
				Reason:       h.in.Reason,
				Note:         h.in.Note,
				NothingOpen:  l.NothingOpen,
				GuardReason:  h.in.GuardReason,
			},
		); err != nil {
			return err
		}
		h.gone = append(
			h.gone,
			handoverRow{
				HandoverID:   h.row.ID,
				AssignmentID: l.AssignmentID,
				KindID:       h.plan.Lines[i].KindID,
				TargetID:     h.plan.Lines[i].TargetID,
				NothingOpen:  l.NothingOpen,
			},
		)
	}
	return nil
}

// moveRest passes on what the officer is expected at outside the assignments, when the officer leaves altogether.
func (h *handoverRun) moveRest() error {
	for _, l := range h.lines {
		if l.Keep {
			return nil
		}
	}
	for _, s := range h.seats {
		if s.Keep {
			return nil
		}
	}
	return runMoveHooks(h.tx, h.row.ID, []WorkTransfer{{From: h.in.OfficerID, To: h.in.SuccessorID, On: h.in.On, Rest: true}})
}

func (h *handoverRun) store() error {
	if len(h.gone) == 0 {
		return fault.Conflict("Chưa chọn phân công nào để bàn giao; tất cả đều được giữ lại.")
	}
	if err := h.tx.Create(&h.row).Error; err != nil {
		return err
	}
	for i := range h.gone {
		h.gone[i].Row = i + 1
	}
	return h.tx.CreateInBatches(&h.gone, 100).Error
}
