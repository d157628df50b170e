package matters

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// AnswerOnSpot notes that matters were explained where they were raised. Like every action on matters it is stored for all
// of them or for none, and returns fault.CodeInvalid for what was typed, fault.CodeNotFound for an unknown matter and
// fault.CodeConflict where a matter's state does not admit the event.
func AnswerOnSpot(tx *store.Tx, in OnSpotInput) (ActionResult, error) {
	if err := checkFreeText(tx, &in.Text, "text", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	if err := checkOfficerExists(tx, in.OfficerID); err != nil {
		return ActionResult{}, err
	}
	out, err := applyToEach(tx, in.MatterIDs, func(*Matter) (Step, error) {
		return Step{Event: EventAnswerOnSpot, Day: in.Day, OfficerID: in.OfficerID, Outcome: in.Outcome, Text: in.Text}, nil
	})
	return auditEvent(tx, EventAnswerOnSpot, in.GuardReason, out, err)
}

// TakeInHand lets the office answer matters itself; faults as AnswerOnSpot.
func TakeInHand(tx *store.Tx, in TakeInHandInput) (ActionResult, error) {
	c, err := newCalc(tx)
	if err != nil {
		return ActionResult{}, err
	}
	if err := checkDate("dueOn", in.DueOn); err != nil {
		return ActionResult{}, err
	}
	out, err := applyToEach(tx, in.MatterIDs, func(*Matter) (Step, error) {
		s := Step{Event: EventTakeInHand, Day: orToday(tx, in.Day), DueOn: in.DueOn}
		if s.DueOn == dates.None {
			s.DueOn, s.DueByRule = c.deadlineFrom(ClockReply, s.Day), true
		}
		if s.DueOn != dates.None && s.DueOn < s.Day {
			return s, fault.Invalid("dueOn", "Hạn xử lý phải từ ngày nhận xử lý trở đi.")
		}
		return s, nil
	})
	return auditEvent(tx, EventTakeInHand, "", out, err)
}

// Refer refers matters to a body by one letter; each matter has its own clock and its own reply. Faults as
// AnswerOnSpot.
func Refer(tx *store.Tx, in ReferInput) (ActionResult, error) {
	c, list, err := startAction(tx, in.MatterIDs)
	if err != nil {
		return ActionResult{}, err
	}
	in.Day = orToday(tx, in.Day)
	letter, err := c.createLetter(in)
	if err != nil {
		return ActionResult{}, err
	}
	out, err := applyToEach(tx, list, func(*Matter) (Step, error) { return c.referStep(letter, in.Day, in.DueOn, in.NoDue), nil })
	if err != nil {
		return out, err
	}
	body, err := BodyByID(tx, letter.BodyID)
	if err != nil {
		return out, err
	}
	paper := docText(letter.Number, letter.DocDate)
	tx.Audit(letter.ID, fmt.Sprintf("Chuyển %s %d kiến nghị theo %s: %s.", body.Name, len(list), paper, listNumbers(out.Items)))
	return out, nil
}

// createLetter stores the paper of a referral.
func (c *calc) createLetter(in ReferInput) (Letter, error) {
	l := Letter{
		ID:        store.NewID(),
		BodyID:    in.BodyID,
		Number:    store.CleanLine(in.DocNumber),
		DocDate:   in.DocDate,
		Basis:     store.CleanLine(in.Basis),
		CreatedAt: c.tx.NowText(),
	}
	if l.DocDate == dates.None {
		l.DocDate = in.Day
	}
	var f fault.Fields
	if l.BodyID == "" {
		f.Add("bodyId", "Hãy chọn cơ quan được chuyển đến.")
	} else if ok, err := c.bodyExists(l.BodyID); err != nil {
		return l, err
	} else if !ok {
		f.Add("bodyId", "Không còn cơ quan này trong danh bạ. Hãy chọn lại.")
	}
	if l.Number == "" {
		f.Add("docNumber", "Hãy nhập số, ký hiệu văn bản chuyển.")
	}
	if !l.DocDate.Valid() {
		f.Add("docDate", "Ngày văn bản không hợp lệ. Hãy nhập ngày/tháng/năm.")
	}
	if in.DueOn != dates.None && !in.DueOn.Valid() {
		f.Add("dueOn", "Hạn trả lời không hợp lệ. Hãy nhập ngày/tháng/năm.")
	}
	f.LimitText("docNumber", "Số văn bản", l.Number, 60)
	f.LimitText("basis", "Nội dung", l.Basis, lineLimit)
	if err := guard.Strict(c.tx, &f, "basis", l.Basis); err != nil {
		return l, err
	}
	if err := f.Err(); err != nil {
		return l, err
	}
	return l, c.tx.Create(&l).Error
}

// referStep is the step of one matter in a letter. Without a day in the letter the rule of the reply clock sets one.
func (c *calc) referStep(l Letter, day, due dates.Date, noDue bool) Step {
	byRule := due == dates.None && !noDue
	if byRule {
		due = c.deadlineFrom(ClockReply, day)
	}
	return Step{
		Event:     EventRefer,
		Day:       day,
		LetterID:  l.ID,
		BodyID:    l.BodyID,
		DocNumber: l.Number,
		DocDate:   l.DocDate,
		DueOn:     due,
		DueByRule: byRule,
	}
}

// ApplyPaperEvent stores an event that bears a paper's number: notice, acknowledgement, chaser, returned reply. Faults as
// AnswerOnSpot.
func ApplyPaperEvent(tx *store.Tx, e Event, in DocInput) (ActionResult, error) {
	if err := checkFreeText(tx, &in.Text, "text", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	number, err := cleanPaperNumber(tx, in.DocNumber, &in.DocDate, &in.Day)
	if err != nil {
		return ActionResult{}, err
	}
	out, err := applyToEach(tx, in.MatterIDs, func(m *Matter) (Step, error) {
		return Step{Event: e, Day: in.Day, BodyID: m.BodyID, DocNumber: number, DocDate: in.DocDate, Text: in.Text}, nil
	})
	return auditEvent(tx, e, in.GuardReason, out, err)
}

// cleanPaperNumber cleans a document's number and completes its day.
func cleanPaperNumber(tx *store.Tx, number string, docDate, day *dates.Date) (string, error) {
	*day = orToday(tx, *day)
	number = store.CleanLine(number)
	var f fault.Fields
	f.LimitText("docNumber", "Số văn bản", number, 60)
	if *docDate != dates.None && !docDate.Valid() {
		f.Add("docDate", "Ngày văn bản không hợp lệ. Hãy nhập ngày/tháng/năm.")
	}
	if number != "" && *docDate == dates.None {
		*docDate = *day
	}
	return number, f.Err()
}

// Reply notes a reply. The first vague one leaves the matter where it is, to be sent back. Faults as
// AnswerOnSpot.
func Reply(tx *store.Tx, in ReplyInput) (ActionResult, error) {
	in.Vagueness = store.CleanLine(in.Vagueness)
	if err := checkFreeText(tx, &in.Text, "text", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	if err := checkFreeText(tx, &in.Vagueness, "vagueness", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	if err := checkDate("promisedOn", in.PromisedOn); err != nil {
		return ActionResult{}, err
	}
	number, err := cleanPaperNumber(tx, in.DocNumber, &in.DocDate, &in.Day)
	if err != nil {
		return ActionResult{}, err
	}
	c, list, err := startAction(tx, in.MatterIDs)
	if err != nil {
		return ActionResult{}, err
	}
	vague := 0
	for _, id := range list {
		m, steps, err := loadMatter(tx, id)
		if err != nil {
			return ActionResult{}, err
		}
		s := Step{
			Event:      EventReply,
			Day:        in.Day,
			BodyID:     m.BodyID,
			DocNumber:  number,
			DocDate:    in.DocDate,
			Outcome:    in.Outcome,
			Specific:   in.Specific,
			PromisedOn: in.PromisedOn,
			Reason:     in.Refusal,
			Text:       in.Text,
		}
		if !in.Specific && m.State == Referred && !replyWasReturned(effectiveSteps(steps)) {
			s.Reason = ""
			s.Event, s.Outcome, s.PromisedOn, s.Text, vague = EventVagueReply, "", "", strings.TrimSpace(in.Vagueness), vague+1
		}
		if _, err := c.applyStep(m, steps, s); err != nil {
			return ActionResult{}, err
		}
	}
	out, err := c.actionResult(list)
	if vague > 0 {
		out.Notices = append(out.Notices, fmt.Sprintf("%d trả lời chung chung: thời hạn vẫn tính. Hãy trả lại, đề nghị nêu cụ thể.", vague))
	}
	return auditEvent(tx, EventReply, in.GuardReason, out, err)
}

// Pause stops the reply clock while the place adds what is missing; faults as AnswerOnSpot.
func Pause(tx *store.Tx, in DayInput) (ActionResult, error) { return applyDayEvent(tx, EventPause, in) }

// Close closes matters that were answered and told back, or, with a reason, could not be told back; faults as AnswerOnSpot.
func Close(tx *store.Tx, in ReasonInput) (ActionResult, error) {
	return applyReasonEvent(tx, EventClose, in)
}

// LeaveScope takes matters out that are not for this register; faults as AnswerOnSpot.
func LeaveScope(tx *store.Tx, in ReasonInput) (ActionResult, error) {
	return applyReasonEvent(tx, EventLeaveScope, in)
}

func applyDayEvent(tx *store.Tx, e Event, in DayInput) (ActionResult, error) {
	if err := checkFreeText(tx, &in.Text, "text", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	if e == EventUnmerge {
		return unmerge(tx, in)
	}
	out, err := applyToEach(tx, in.MatterIDs, func(m *Matter) (Step, error) {
		return Step{Event: e, Day: in.Day, BodyID: m.BodyID, Text: in.Text}, nil
	})
	return auditEvent(tx, e, in.GuardReason, out, err)
}

func applyReasonEvent(tx *store.Tx, e Event, in ReasonInput) (ActionResult, error) {
	if err := checkFreeText(tx, &in.Text, "text", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	out, err := applyToEach(
		tx,
		in.MatterIDs,
		func(*Matter) (Step, error) { return Step{Event: e, Day: in.Day, Reason: in.Reason, Text: in.Text}, nil },
	)
	if err == nil && e == EventLeaveScope && (in.Reason == ReasonAppeal || in.Reason == ReasonDenounce) {
		out.Notices = append(
			out.Notices,
			"Khiếu nại, tố cáo theo luật riêng: hãy ghi một phiếu chuyển (ngày, loại, cơ quan, số ở sổ riêng); không ghi nội dung ở đây.",
		)
	}
	return auditEvent(tx, e, in.GuardReason, out, err)
}

// Convey conveys answers back to the place. Where the place still objects the matter is reopened at once.
// Faults as AnswerOnSpot.
func Convey(tx *store.Tx, in ConveyInput) (ActionResult, error) {
	if err := checkFreeText(tx, &in.Text, "text", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	if err := checkOfficerExists(tx, in.OfficerID); err != nil {
		return ActionResult{}, err
	}
	if err := checkPlaceAndMeeting(tx, in); err != nil {
		return ActionResult{}, err
	}
	var day dates.Date
	number, err := cleanPaperNumber(tx, in.DocNumber, &day, &in.Day)
	if err != nil {
		return ActionResult{}, err
	}
	c, list, err := startAction(tx, in.MatterIDs)
	if err != nil {
		return ActionResult{}, err
	}
	for _, id := range list {
		m, steps, err := loadMatter(tx, id)
		if err != nil {
			return ActionResult{}, err
		}
		unit := in.UnitID
		if unit == "" {
			unit = m.PlaceID
		}
		steps, err = c.applyStep(
			m,
			steps,
			Step{Event: EventConvey, Day: in.Day, How: in.How, MeetingID: in.MeetingID, UnitID: unit, OfficerID: in.OfficerID,
				DocNumber: number, DocDate: day, Reaction: in.Reaction, Text: in.Text},
		)
		if err == nil && in.Reaction == StillObjects {
			_, err = c.applyStep(m, steps, Step{Event: EventReopen, Day: in.Day, Reason: ReopenObjects})
		}
		if err != nil {
			return ActionResult{}, err
		}
	}
	out, err := c.actionResult(list)
	if err == nil && in.Reaction == StillObjects {
		out.Notices = append(out.Notices, "Cơ sở còn ý kiến nên kiến nghị được mở lại; các lần trả lời trước vẫn còn trong diễn biến.")
	}
	return auditEvent(tx, EventConvey, in.GuardReason, out, err)
}

func followUp(tx *store.Tx, in FollowUpInput) (ActionResult, error) {
	if err := checkFreeText(tx, &in.Text, "text", in.GuardReason); err != nil {
		return ActionResult{}, err
	}
	if in.Kept {
		in.PromisedOn = dates.None
	} else if !in.PromisedOn.Valid() && in.Text == "" {
		return ActionResult{}, fault.Invalid("promisedOn", "Chưa làm đúng hẹn thì hãy nhập ngày hẹn mới, hoặc ghi vì sao không còn hẹn.")
	}
	if err := checkDate("promisedOn", in.PromisedOn); err != nil {
		return ActionResult{}, err
	}
	out, err := applyToEach(tx, []string{in.MatterID}, func(m *Matter) (Step, error) {
		return Step{
			Event:      EventFollowUp,
			Day:        orToday(tx, in.Day),
			BodyID:     m.BodyID,
			PromisedOn: in.PromisedOn,
			Specific:   in.Kept,
			Text:       in.Text,
		}, nil
	})
	return auditEvent(tx, EventFollowUp, in.GuardReason, out, err)
}

// auditEvent writes an event's line of the audit trail, unless the action failed.
func auditEvent(tx *store.Tx, e Event, reason string, out ActionResult, err error) (ActionResult, error) {
	if err != nil {
		return ActionResult{}, err
	}
	subject := ""
	if len(out.Items) > 0 {
		subject = out.Items[0].ID
	}
	tx.Audit(subject, fmt.Sprintf("%s: kiến nghị số %s.%s", e.Word(), listNumbers(out.Items), guard.Kept(reason)))
	return out, nil
}
