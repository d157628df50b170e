package matters

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Recheck notes that settled matters were looked at again at the place. Where nothing has changed the matter is reopened at once, with a
// new clock; what was answered before stays in its history. Faults as AnswerOnSpot.
func Recheck(tx *store.Tx, in RecheckInput) (ActionResult, error) {
	if err := checkFreeText(tx, &in.Text, "text", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	if in.OfficerID != "" {
		if err := checkOfficerExists(tx, in.OfficerID); err != nil {
			return ActionResult{}, err
		}
	}
	if err := checkPlaceAndMeeting(tx, ConveyInput{MeetingID: in.MeetingID}); err != nil {
		return ActionResult{}, err
	}
	c, list, err := startAction(tx, in.MatterIDs)
	if err != nil {
		return ActionResult{}, err
	}
	day := orToday(tx, in.Day)
	for _, id := range list {
		m, steps, err := loadMatter(tx, id)
		if err != nil {
			return ActionResult{}, err
		}
		steps, err = c.applyStep(m, steps, Step{Event: EventRecheck, Day: day, Reason: in.Result, MeetingID: in.MeetingID,
			UnitID: m.PlaceID, OfficerID: in.OfficerID, BodyID: m.BodyID, Text: in.Text})
		if err == nil && in.Result == NotChanged {
			_, err = c.applyStep(m, steps, Step{Event: EventReopen, Day: day, Reason: ReopenNoEffect})
		}
		if err != nil {
			return ActionResult{}, err
		}
	}
	out, err := c.actionResult(list)
	if err == nil && in.Result == NotChanged {
		out.Notices = append(
			out.Notices,
			"Chưa chuyển biến nên kiến nghị được mở lại, thời hạn tính từ ngày xem lại; các lần trả lời trước vẫn còn trong diễn biến.",
		)
	}
	return auditEvent(tx, EventRecheck, in.GuardReason, out, err)
}

func requireSettled(_ *calc, m *Matter, _ []Step, _ *Step) error {
	switch {
	case m.Outcome != Resolved:
		return fault.Conflict(fmt.Sprintf("Kiến nghị số %s không có kết quả “%s” nên không cần xem lại.", m.No(), Resolved.Word()))
	case m.RecheckedOn != dates.None:
		return fault.Conflict(
			fmt.Sprintf("Kiến nghị số %s đã được xem lại ngày %s. Nếu nay lại chưa ổn, hãy mở lại.", m.No(), m.RecheckedOn.Show()),
		)
	}
	return nil
}

func requireRecheckResult(_ *calc, _ *Matter, _ []Step, s *Step) error {
	if words.rechecks.Of(s.Reason) == "" {
		return fault.Invalid("result", "Hãy chọn: đã chuyển biến hoặc chưa chuyển biến.")
	}
	return nil
}

// moveRecheckDays computes again by when settled matters are to be looked at, after the rule or a day off has changed.
func (c *calc) moveRecheckDays() error {
	var list []Matter
	err := c.tx.Where("outcome = ? AND rechecked_on = '' AND state IN ?", Resolved, []State{OnSpot, Conveyed, Closed}).Find(&list).Error
	if err != nil {
		return err
	}
	for _, m := range list {
		due := c.deadlineFrom(ClockRecheck, m.RepliedOn)
		if due == m.RecheckDue {
			continue
		}
		if err := c.tx.Model(&Matter{}).Where("id = ?", m.ID).Update("recheck_due", due).Error; err != nil {
			return err
		}
	}
	return nil
}
