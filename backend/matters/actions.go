package matters

import (
	"fmt"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// OnTheSpot notes that matters were explained where they were raised.
func OnTheSpot(tx *store.Tx, in OnSpotInput) (Done, error) {
	if err := guarded(tx, &in.Text, "text", in.GuardReason); err != nil {
		return Done{}, err
	}
	if err := knownOfficer(tx, in.OfficerID); err != nil {
		return Done{}, err
	}
	out, err := forEach(tx, in.MatterIDs, func(*Matter) (Step, error) {
		return Step{Event: AnswerOnSpot, Day: in.Day, OfficerID: in.OfficerID, Outcome: in.Outcome, Text: in.Text}, nil
	})
	return noted(tx, AnswerOnSpot, in.GuardReason, out, err)
}

// Hold lets the office answer matters itself.
func Hold(tx *store.Tx, in HandInput) (Done, error) {
	b, err := open(tx)
	if err != nil {
		return Done{}, err
	}
	if err := realDay("dueOn", in.DueOn); err != nil {
		return Done{}, err
	}
	out, err := forEach(tx, in.MatterIDs, func(*Matter) (Step, error) {
		s := Step{Event: TakeInHand, Day: orToday(tx, in.Day), DueOn: in.DueOn}
		if s.DueOn == dates.None {
			s.DueOn, s.DueByRule = b.after(C3, s.Day), true
		}
		if s.DueOn != dates.None && s.DueOn < s.Day {
			return s, fault.Invalid("dueOn", "Hạn xử lý phải từ ngày nhận xử lý trở đi.")
		}
		return s, nil
	})
	return noted(tx, TakeInHand, "", out, err)
}

// Pass refers matters to a body by one letter; each matter has its own clock and its own reply.
func Pass(tx *store.Tx, in ReferInput) (Done, error) {
	b, list, err := begin(tx, in.MatterIDs)
	if err != nil {
		return Done{}, err
	}
	in.Day = orToday(tx, in.Day)
	letter, err := b.letter(in)
	if err != nil {
		return Done{}, err
	}
	out, err := forEach(tx, list, func(*Matter) (Step, error) { return b.referral(letter, in.Day, in.DueOn, in.NoDue), nil })
	if err == nil {
		bodies, _ := bodyNames(tx)
		tx.Audit(
			letter.ID,
			fmt.Sprintf(
				"Chuyển %s %d kiến nghị theo %s: %s.",
				bodies[letter.BodyID].Name,
				len(list),
				docText(letter.Number, letter.DocDate),
				numbersOf(out.Items),
			),
		)
	}
	return out, err
}

// letter stores the paper of a referral.
func (b *book) letter(in ReferInput) (Letter, error) {
	l := Letter{
		ID:        store.NewID(),
		BodyID:    in.BodyID,
		Number:    store.CleanLine(in.DocNumber),
		DocDate:   in.DocDate,
		Basis:     store.CleanLine(in.Basis),
		CreatedAt: b.tx.NowText(),
	}
	if l.DocDate == dates.None {
		l.DocDate = in.Day
	}
	var f fault.Fields
	if l.BodyID == "" {
		f.Add("bodyId", "Hãy chọn cơ quan được chuyển đến.")
	} else if ok, err := b.knownBody(l.BodyID); err != nil {
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
	if err := f.Err(); err != nil {
		return l, err
	}
	return l, b.tx.Create(&l).Error
}

// referral is the step of one matter in a letter. Without a day in the letter the rule of clock 3 sets one.
func (b *book) referral(l Letter, day, due dates.Date, noDue bool) Step {
	byRule := due == dates.None && !noDue
	if byRule {
		due = b.after(C3, day)
	}
	return Step{
		Event:     Refer,
		Day:       day,
		LetterID:  l.ID,
		BodyID:    l.BodyID,
		DocNumber: l.Number,
		DocDate:   l.DocDate,
		DueOn:     due,
		DueByRule: byRule,
	}
}

// WithPaper is for events that carry a paper.
func WithPaper(tx *store.Tx, e Event, in DocInput) (Done, error) {
	if err := guarded(tx, &in.Text, "text", in.GuardReason); err != nil {
		return Done{}, err
	}
	number, err := paper(tx, in.DocNumber, &in.DocDate, &in.Day)
	if err != nil {
		return Done{}, err
	}
	out, err := forEach(tx, in.MatterIDs, func(m *Matter) (Step, error) {
		return Step{Event: e, Day: in.Day, BodyID: m.BodyID, DocNumber: number, DocDate: in.DocDate, Text: in.Text}, nil
	})
	return noted(tx, e, in.GuardReason, out, err)
}

// paper cleans a document's number and completes its day.
func paper(tx *store.Tx, number string, docDate, day *dates.Date) (string, error) {
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

// Answer notes a reply. The first vague one leaves the matter where it is, to be sent back.
func Answer(tx *store.Tx, in ReplyInput) (Done, error) {
	in.Vagueness = store.CleanLine(in.Vagueness)
	if err := guarded(tx, &in.Text, "text", in.GuardReason); err != nil {
		return Done{}, err
	}
	if err := guarded(tx, &in.Vagueness, "vagueness", in.GuardReason); err != nil {
		return Done{}, err
	}
	if err := realDay("promisedOn", in.PromisedOn); err != nil {
		return Done{}, err
	}
	number, err := paper(tx, in.DocNumber, &in.DocDate, &in.Day)
	if err != nil {
		return Done{}, err
	}
	b, list, err := begin(tx, in.MatterIDs)
	if err != nil {
		return Done{}, err
	}
	vague := 0
	for _, id := range list {
		m, steps, err := load(tx, id)
		if err != nil {
			return Done{}, err
		}
		s := Step{
			Event:      Reply,
			Day:        in.Day,
			BodyID:     m.BodyID,
			DocNumber:  number,
			DocDate:    in.DocDate,
			Outcome:    in.Outcome,
			Specific:   in.Specific,
			PromisedOn: in.PromisedOn,
			Text:       in.Text,
		}
		if !in.Specific && m.State == Referred && !returnedHere(standing(steps)) {
			s.Event, s.Outcome, s.PromisedOn, s.Text, vague = VagueReply, "", "", strings.TrimSpace(in.Vagueness), vague+1
		}
		if _, err := b.apply(m, steps, s); err != nil {
			return Done{}, err
		}
	}
	out, err := b.done(list)
	if vague > 0 {
		out.Notices = append(out.Notices, fmt.Sprintf("%d trả lời chung chung: thời hạn vẫn tính. Hãy trả lại, đề nghị nêu cụ thể.", vague))
	}
	return noted(tx, Reply, in.GuardReason, out, err)
}

// PauseClock stops clock 3 while the place adds what is missing.
func PauseClock(tx *store.Tx, in DayInput) (Done, error) { return withDay(tx, Pause, in) }

// Finish closes matters that were answered and told back, or, with a reason, could not be told back.
func Finish(tx *store.Tx, in ReasonInput) (Done, error) { return withReason(tx, Close, in) }

// PutAside takes matters out that are not for this register.
func PutAside(tx *store.Tx, in ReasonInput) (Done, error) { return withReason(tx, LeaveScope, in) }

func withDay(tx *store.Tx, e Event, in DayInput) (Done, error) {
	if err := guarded(tx, &in.Text, "text", in.GuardReason); err != nil {
		return Done{}, err
	}
	if e == Unmerge {
		return unmerge(tx, in)
	}
	out, err := forEach(tx, in.MatterIDs, func(m *Matter) (Step, error) {
		return Step{Event: e, Day: in.Day, BodyID: m.BodyID, Text: in.Text}, nil
	})
	return noted(tx, e, in.GuardReason, out, err)
}

func withReason(tx *store.Tx, e Event, in ReasonInput) (Done, error) {
	if err := guarded(tx, &in.Text, "text", in.GuardReason); err != nil {
		return Done{}, err
	}
	out, err := forEach(
		tx,
		in.MatterIDs,
		func(*Matter) (Step, error) { return Step{Event: e, Day: in.Day, Reason: in.Reason, Text: in.Text}, nil },
	)
	if err == nil && e == LeaveScope && (in.Reason == ReasonAppeal || in.Reason == ReasonDenounce) {
		out.Notices = append(
			out.Notices,
			"Khiếu nại, tố cáo theo luật riêng: hãy ghi một phiếu chuyển (ngày, loại, cơ quan, số ở sổ riêng); không ghi nội dung ở đây.",
		)
	}
	return noted(tx, e, in.GuardReason, out, err)
}

// TellBack conveys answers back to the place. Where the place still objects the matter is taken up again at once.
func TellBack(tx *store.Tx, in ConveyInput) (Done, error) {
	if err := guarded(tx, &in.Text, "text", in.GuardReason); err != nil {
		return Done{}, err
	}
	if err := knownOfficer(tx, in.OfficerID); err != nil {
		return Done{}, err
	}
	if err := knownPlaceOrMeeting(tx, in); err != nil {
		return Done{}, err
	}
	var day dates.Date
	number, err := paper(tx, in.DocNumber, &day, &in.Day)
	if err != nil {
		return Done{}, err
	}
	b, list, err := begin(tx, in.MatterIDs)
	if err != nil {
		return Done{}, err
	}
	for _, id := range list {
		m, steps, err := load(tx, id)
		if err != nil {
			return Done{}, err
		}
		unit := in.UnitID
		if unit == "" {
			unit = m.PlaceID
		}
		steps, err = b.apply(
			m,
			steps,
			Step{Event: Convey, Day: in.Day, How: in.How, MeetingID: in.MeetingID, UnitID: unit, OfficerID: in.OfficerID,
				DocNumber: number, DocDate: day, Reaction: in.Reaction, Text: in.Text},
		)
		if err == nil && in.Reaction == StillObjects {
			_, err = b.apply(m, steps, Step{Event: Reopen, Day: in.Day, Reason: ReopenObjects})
		}
		if err != nil {
			return Done{}, err
		}
	}
	out, err := b.done(list)
	if err == nil && in.Reaction == StillObjects {
		out.Notices = append(out.Notices, "Cơ sở còn ý kiến nên kiến nghị được mở lại; các lần trả lời trước vẫn còn trong diễn biến.")
	}
	return noted(tx, Convey, in.GuardReason, out, err)
}

func followUp(tx *store.Tx, in FollowUpInput) (Done, error) {
	if err := guarded(tx, &in.Text, "text", in.GuardReason); err != nil {
		return Done{}, err
	}
	if in.Kept {
		in.PromisedOn = dates.None
	} else if !in.PromisedOn.Valid() && in.Text == "" {
		return Done{}, fault.Invalid("promisedOn", "Chưa làm đúng hẹn thì hãy nhập ngày hẹn mới, hoặc ghi vì sao không còn hẹn.")
	}
	if err := realDay("promisedOn", in.PromisedOn); err != nil {
		return Done{}, err
	}
	out, err := forEach(tx, []string{in.MatterID}, func(m *Matter) (Step, error) {
		return Step{
			Event:      FollowUp,
			Day:        orToday(tx, in.Day),
			BodyID:     m.BodyID,
			PromisedOn: in.PromisedOn,
			Specific:   in.Kept,
			Text:       in.Text,
		}, nil
	})
	return noted(tx, FollowUp, in.GuardReason, out, err)
}

// noted writes the line of the trail for an event.
func noted(tx *store.Tx, e Event, reason string, out Done, err error) (Done, error) {
	if err != nil {
		return Done{}, err
	}
	subject := ""
	if len(out.Items) > 0 {
		subject = out.Items[0].ID
	}
	tx.Audit(subject, fmt.Sprintf("%s: kiến nghị số %s.%s", e.Word(), numbersOf(out.Items), guard.Kept(reason)))
	return out, nil
}

func orToday(tx *store.Tx, day dates.Date) dates.Date {
	if day == dates.None {
		return tx.Today
	}
	return day
}

func realDay(field string, day dates.Date) error {
	if day != dates.None && !day.Valid() {
		return fault.Invalid(field, "Ngày không hợp lệ. Hãy nhập ngày/tháng/năm, ví dụ 05/11/2026.")
	}
	return nil
}

// knownOfficer refuses a key that names no officer; an empty one is the table's to refuse.
func knownOfficer(tx *store.Tx, id string) error {
	if id == "" {
		return nil
	}
	refs, err := officers.Refs(tx, []string{id}, tx.Today)
	if err == nil && refs[id].ID == "" {
		return fault.Invalid("officerId", "Không tìm thấy cán bộ này. Hãy chọn lại.")
	}
	return err
}

func knownPlaceOrMeeting(tx *store.Tx, in ConveyInput) error {
	if in.UnitID != "" {
		if _, err := units.Get(tx, in.UnitID, tx.Today); err != nil {
			if fault.Is(err, fault.CodeNotFound) {
				return fault.Invalid("unitId", "Không còn địa bàn này. Hãy chọn lại.")
			}
			return err
		}
	}
	if in.MeetingID == "" {
		return nil
	}
	var n int64
	if err := tx.Table("meeting").Where("id = ? AND deleted_at = ''", in.MeetingID).Count(&n).Error; err != nil {
		return err
	}
	if n == 0 {
		return fault.Invalid("meetingId", "Không còn cuộc họp này. Hãy chọn lại.")
	}
	return nil
}
