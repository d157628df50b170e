package assignments

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// withdraw makes an issued decision a draft again, for one that was typed wrongly: what it started leaves the register, what
// it ended goes on. Faults: not_found; conflict for a draft and once something later stands on it.
func withdraw(tx *store.Tx, id string) (Decision, error) {
	d, err := findDecision(tx, id)
	if err != nil {
		return Decision{}, err
	}
	if d.State != BanHanh {
		return Decision{}, fault.Conflict("Quyết định này còn là dự thảo, chưa có gì để thu hồi.")
	}
	var later int64
	if err := tx.Model(&Assignment{}).Where("decision_in = ? AND deleted_at = '' AND valid_to <> ''", id).Count(&later).Error; err != nil {
		return Decision{}, err
	}
	if later > 0 {
		return Decision{}, fault.Conflict(
			fmt.Sprintf(
				"Có %d phân công theo quyết định này đã được kết thúc sau đó nên không thu hồi được. Hãy hủy các lần kết thúc ấy trước, hoặc lập quyết định điều chỉnh.",
				later,
			),
		)
	}
	var handovers int64
	if err := tx.Model(&Handover{}).Where("decision_id = ? AND undone_at = ''", id).Count(&handovers).Error; err != nil {
		return Decision{}, err
	}
	if handovers > 0 {
		return Decision{}, fault.Conflict(
			"Quyết định này thuộc một lần bàn giao; hãy hoàn tác lần bàn giao đó, quyết định sẽ về dự thảo cùng lúc.",
		)
	}
	if err := tx.Model(&Assignment{}).Where("decision_in = ?", id).Update("deleted_at", tx.NowText()).Error; err != nil {
		return Decision{}, err
	}
	var ended []Assignment
	if err := tx.Where("decision_out = ? AND deleted_at = ''", id).Find(&ended).Error; err != nil {
		return Decision{}, err
	}
	for i := range ended {
		if err := resumeAssignment(tx, &ended[i]); err != nil {
			return Decision{}, err
		}
	}
	if err := undoMoveHooks(tx, id); err != nil {
		return Decision{}, err
	}
	d.State = DuThao
	tx.Audit(id, fmt.Sprintf("Thu hồi quyết định %s ngày %s về dự thảo.", d.NumberText(), d.DocDate.Show()))
	return d, tx.Save(&d).Error
}

// resumeAssignment takes the end of an assignment back, unless somebody else has the place since.
func resumeAssignment(tx *store.Tx, a *Assignment) error {
	end := a.ValidTo
	a.ValidTo, a.EndReason, a.EndNote, a.DecisionOut = "", "", "", ""
	var others []Assignment
	err := tx.Where("kind_id = ? AND target_id = ? AND id <> ? AND deleted_at = '' AND (valid_to = '' OR valid_to > ?)", a.KindID, a.TargetID, a.ID, end).
		Find(&others).
		Error
	if err != nil {
		return err
	}
	kinds, err := kindsByID(tx)
	if err != nil {
		return err
	}
	for _, other := range others {
		sameHolder := other.OfficerID == a.OfficerID && other.TeamID == a.TeamID
		if other.Span().Overlaps(a.Span()) && (sameHolder || kinds[a.KindID].ExactlyOne && a.Primary && other.Primary) {
			target, err := units.Get(tx, a.TargetID, other.ValidFrom)
			if err != nil {
				return err
			}
			return fault.Conflict(
				fmt.Sprintf(
					"Không khôi phục được phân công cũ: %s đã có người phụ trách chính từ ngày %s. Hãy xử lý phân công đó trước.",
					target.Label,
					other.ValidFrom.Show(),
				),
			)
		}
	}
	return tx.Save(a).Error
}

// EndIn ends one assignment outside a decision of the register, for example after a decision on personnel.
type EndIn struct {
	AssignmentID string     `json:"assignmentId"`
	On           dates.Date `json:"on"` // first day no longer in charge
	Reason       EndReason  `json:"reason"`
	Note         string     `json:"note"`                  // the ground: "Quyết định 15-QĐ/TU, ngày 01/6/2026 về điều động"
	NothingOpen  bool       `json:"nothingOpen,omitempty"` // "không có việc tồn cần bàn giao" confirmed
	GuardReason  string     `json:"guardReason"`           // why marked words are kept, see guard.Reasons
}

// End ends one assignment on a day, for a reason, on a ground. Faults: invalid; not_found; conflict when it has ended
// already.
func End(tx *store.Tx, in EndIn) error {
	a, err := findAssignment(tx, in.AssignmentID)
	if err != nil {
		return err
	}
	in.Note = store.Clean(in.Note)
	var f fault.Fields
	switch {
	case in.On == dates.None:
		f.Add("on", "Hãy nhập ngày thôi phân công.")
	case !plausibleDay(in.On):
		f.Add("on", "Ngày thôi phân công không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	case in.On <= a.ValidFrom:
		f.Add("on", "Ngày thôi phân công phải sau ngày bắt đầu ("+a.ValidFrom.Show()+").")
	}
	if in.Reason.Word() == "" {
		f.Add("reason", "Hãy chọn lý do kết thúc.")
	}
	if in.Note == "" {
		f.Add("note", "Hãy ghi căn cứ, ví dụ: Quyết định 15-QĐ/TU, ngày 01/6/2026.")
	}
	checkLength(&f, "note", in.Note)
	if err := guard.Texts(tx, &f, in.GuardReason, guard.Text{Field: "note", Text: in.Note}); err != nil {
		return err
	}
	if err := f.Err(); err != nil {
		return err
	}
	if a.ValidTo != dates.None {
		return fault.Conflict("Phân công này đã kết thúc từ ngày " + a.ValidTo.Show() + ".")
	}
	open, err := checkOpen(tx, a, in.On, in.Reason, in.NothingOpen)
	if err != nil {
		return err
	}
	if open != "" {
		return fault.Invalid(
			"nothingOpen",
			"Địa bàn còn "+open+"; hãy lập bàn giao cho người nhận, hoặc xác nhận không có việc tồn cần bàn giao.",
		)
	}
	a.ValidTo, a.EndReason, a.EndNote = in.On, in.Reason, in.Note
	tx.Audit(a.ID, "Kết thúc phân công từ ngày "+in.On.Show()+": "+in.Reason.Word()+"."+guard.Kept(in.GuardReason))
	if err := tx.Save(&a).Error; err != nil {
		return err
	}
	ch := &change{ended: []*Assignment{&a}}
	passed, err := ch.transfers(tx)
	if err != nil {
		return err
	}
	return runMoveHooks(tx, a.ID, passed)
}

// reopen takes back an end that no decision made.
func reopen(tx *store.Tx, id string) error {
	a, err := findAssignment(tx, id)
	if err != nil {
		return err
	}
	switch {
	case a.ValidTo == dates.None:
		return fault.Conflict("Phân công này đang còn hiệu lực.")
	case a.DecisionOut != "":
		return fault.Conflict("Phân công này kết thúc theo một quyết định; hãy thu hồi quyết định đó nếu nhập nhầm.")
	}
	tx.Audit(a.ID, "Hủy kết thúc phân công ngày "+a.ValidTo.Show()+".")
	if err := resumeAssignment(tx, &a); err != nil {
		return err
	}
	return undoMoveHooks(tx, a.ID)
}

func findAssignment(tx *store.Tx, id string) (Assignment, error) {
	var a Assignment
	err := tx.Where("id = ? AND deleted_at = ''", id).Take(&a).Error
	if store.Missing(err) {
		return Assignment{}, fault.NotFound("Không còn phân công này. Hãy tải lại danh sách.")
	}
	return a, err
}
