package matters

import (
	"fmt"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// condition is what must hold before a step is stored. steps are those in effect; it may fill in what the step leaves
// open. Every condition returns fault.CodeInvalid for what was typed and fault.CodeConflict for where the matter stands.
type condition func(c *calc, m *Matter, steps []Step, s *Step) error

// The lists of conditions that the lifecycle table names: with… asks for what the step must bring, when… for how the
// matter must stand.
var (
	whenNotNoticed         = []condition{requireNotNoticed}
	withExplainer          = []condition{requireExplainer, requireSpotOutcome}
	withLetter             = []condition{requireLetter, requireNotPaused}
	withMergeTarget        = []condition{requireMergeTarget}
	withReason             = []condition{requireReason}
	whenNotAcknowledged    = []condition{requireNotAcknowledged}
	withPaperNumber        = []condition{requirePaperNumber}
	withOutcome            = []condition{requireOutcome, requirePromisedDay, requireRefusal}
	withFinalReply         = []condition{requireNotPaused, requireOutcome, requirePromisedDay, requireRefusal, requireSpecificOrReturned}
	withFirstVagueReply    = []condition{requireNotPaused, requireFirstVagueReply}
	whenVagueReplyWaits    = []condition{requireVagueReplyWaiting, requirePaperNumber}
	whenClockRuns          = []condition{requireRunningClock}
	whenPaused             = []condition{requirePaused}
	whenPromised           = []condition{requireOpenPromise}
	whenAnsweredElsewhere  = []condition{requireOutcomeElsewhere, requireLetter}
	withConveyance         = []condition{requireConveyance}
	whenPlaceDoesNotObject = []condition{requireNoObjection}
	whenSettled            = []condition{requireSettled, requireRecheckResult}
	withNoPlaceReason      = []condition{requireNoPlaceReason}
)

func requireNotNoticed(_ *calc, m *Matter, _ []Step, _ *Step) error {
	if m.NoticedOn != dates.None {
		return fault.Conflict(fmt.Sprintf("Kiến nghị số %s đã được thông báo tiếp nhận ngày %s.", m.No(), m.NoticedOn.Show()))
	}
	return nil
}

func requireExplainer(_ *calc, _ *Matter, _ []Step, s *Step) error {
	if s.OfficerID == "" {
		return fault.Invalid("officerId", "Hãy chọn cán bộ đã giải trình tại chỗ.")
	}
	return nil
}

func requireSpotOutcome(_ *calc, _ *Matter, _ []Step, s *Step) error {
	if s.Outcome == "" {
		s.Outcome = Explained
	}
	if s.Outcome != Explained && s.Outcome != Resolved {
		return fault.Invalid(
			"outcome",
			"Giải trình tại chỗ thì kết quả là “Giải trình, cung cấp thông tin” hoặc “Giải quyết xong”. "+
				"Việc còn phải làm thì hãy chuyển hoặc tự xử lý.",
		)
	}
	return nil
}

func requireLetter(c *calc, m *Matter, _ []Step, s *Step) error {
	var f fault.Fields
	if s.BodyID == "" {
		f.Add("bodyId", "Hãy chọn cơ quan được chuyển đến.")
	}
	if s.DocNumber == "" {
		f.Add("docNumber", "Hãy nhập số, ký hiệu văn bản chuyển.")
	}
	if s.DueOn != dates.None && s.DueOn <= s.Day {
		f.Add("dueOn", "Hạn trả lời phải sau ngày chuyển.")
	}
	if s.BodyID != "" && s.BodyID == m.BodyID && m.State == Referred {
		f.Add("bodyId", fmt.Sprintf("Kiến nghị số %s đang ở chính cơ quan này. Hãy chọn cơ quan khác, hoặc ghi đôn đốc.", m.No()))
	}
	return f.Err()
}

func requireNotPaused(_ *calc, m *Matter, _ []Step, _ *Step) error {
	if m.PausedSince != dates.None {
		return fault.Conflict(
			fmt.Sprintf(
				"Kiến nghị số %s đang tạm dừng từ %s chờ địa bàn bổ sung. Hãy ghi “Tiếp tục tính hạn” trước.",
				m.No(),
				m.PausedSince.Show(),
			),
		)
	}
	return nil
}

func requireMergeTarget(_ *calc, m *Matter, _ []Step, s *Step) error {
	if s.OtherID == "" || s.OtherID == m.ID {
		return fault.Invalid("intoId", "Hãy chọn một kiến nghị khác để nhập vào.")
	}
	return nil
}

// reasonsByEvent lists the codes an event takes as its reason.
var reasonsByEvent = map[Event]store.Words{EventLeaveScope: words.scopeReasons, EventReopen: words.reopenReasons}

func requireReason(_ *calc, _ *Matter, _ []Step, s *Step) error {
	if reasonsByEvent[s.Event].Of(s.Reason) == "" {
		return fault.Invalid("reason", fmt.Sprintf("Hãy chọn lý do “%s”.", store.LowerFirst(s.Event.Word())))
	}
	return nil
}

func requireNotAcknowledged(_ *calc, m *Matter, _ []Step, s *Step) error {
	if m.AcknowledgedOn != dates.None {
		return fault.Conflict(fmt.Sprintf("Cơ quan đã báo nhận kiến nghị số %s ngày %s.", m.No(), m.AcknowledgedOn.Show()))
	}
	return nil
}

func requirePaperNumber(_ *calc, _ *Matter, _ []Step, s *Step) error {
	if s.DocNumber == "" {
		return fault.Invalid("docNumber", "Hãy nhập số, ký hiệu văn bản.")
	}
	return nil
}

func requireOutcome(_ *calc, _ *Matter, _ []Step, s *Step) error {
	if s.Outcome.Word() == "" {
		return fault.Invalid("outcome", "Hãy chọn kết quả trả lời.")
	}
	return nil
}

func requirePromisedDay(_ *calc, _ *Matter, _ []Step, s *Step) error {
	switch {
	case s.Outcome.Promises() && s.PromisedOn == dates.None:
		return fault.Invalid(
			"promisedOn",
			"Trả lời có hẹn thì hãy nhập ngày cơ quan hẹn. Nếu không có ngày, hãy ghi là trả lời chung chung để trả lại.",
		)
	case s.PromisedOn != dates.None && s.PromisedOn < s.Day:
		return fault.Invalid("promisedOn", "Ngày hẹn phải từ ngày trả lời trở đi.")
	case !s.Outcome.Promises():
		s.PromisedOn = dates.None
	}
	return nil
}

// requireRefusal asks why a matter was refused; an answer that is no refusal has no such reason.
func requireRefusal(_ *calc, _ *Matter, _ []Step, s *Step) error {
	switch {
	case s.Outcome != Refused:
		s.Reason = ""
	case words.refusals.Of(s.Reason) == "":
		return fault.Invalid("refusal", "Hãy chọn lý do từ chối giải quyết.")
	case s.Reason == ReasonElse && s.Text == "":
		return fault.Invalid("text", "Hãy ghi lý do từ chối theo văn bản trả lời.")
	}
	return nil
}

// replyWasReturned tells whether a reply of the present referral was sent back already.
func replyWasReturned(steps []Step) bool {
	for _, s := range slices.Backward(steps) {
		switch s.Event {
		case EventReturnReply:
			return true
		case EventRefer, EventReopen:
			return false
		}
	}
	return false
}

func requireSpecificOrReturned(_ *calc, _ *Matter, steps []Step, s *Step) error {
	if !s.Specific && !replyWasReturned(steps) {
		return fault.Invalid("specific", "Trả lời chung chung thì ghi để trả lại một lần trước khi nhận.")
	}
	return nil
}

func requireFirstVagueReply(_ *calc, m *Matter, steps []Step, s *Step) error {
	if m.Vague {
		return fault.Conflict(fmt.Sprintf("Kiến nghị số %s đang có một trả lời chung chung chưa trả lại. Hãy trả lại trước.", m.No()))
	}
	if replyWasReturned(steps) {
		return fault.Conflict("Trả lời chung chung chỉ được trả lại một lần.")
	}
	if s.Text == "" {
		return fault.Invalid(
			"vagueness",
			"Hãy ghi trả lời còn thiếu gì (thời gian, người làm, kinh phí…), câu này được in vào văn bản trả lại.",
		)
	}
	return nil
}

func requireVagueReplyWaiting(_ *calc, m *Matter, _ []Step, _ *Step) error {
	if !m.Vague {
		return fault.Conflict(fmt.Sprintf("Kiến nghị số %s không có trả lời chung chung nào đang chờ trả lại.", m.No()))
	}
	return nil
}

// requireRunningClock lets the reply clock be stopped only while it runs and only before it has run out: a pause never makes late in time.
func requireRunningClock(_ *calc, m *Matter, _ []Step, s *Step) error {
	switch {
	case m.PausedSince != dates.None:
		return fault.Conflict(fmt.Sprintf("Kiến nghị số %s đã tạm dừng từ %s.", m.No(), m.PausedSince.Show()))
	case m.Due != dates.None && s.Day > m.Due:
		return fault.Invalid(
			"day",
			fmt.Sprintf("Kiến nghị số %s đã quá hạn trả lời từ %s nên không tạm dừng được nữa.", m.No(), m.Due.Show()),
		)
	case s.Text == "":
		return fault.Invalid("text", "Hãy ghi địa bàn cần bổ sung gì.")
	}
	return nil
}

func requirePaused(_ *calc, m *Matter, _ []Step, _ *Step) error {
	if m.PausedSince == dates.None {
		return fault.Conflict(fmt.Sprintf("Kiến nghị số %s không tạm dừng; hạn vẫn đang tính.", m.No()))
	}
	return nil
}

func requireOpenPromise(_ *calc, m *Matter, _ []Step, s *Step) error {
	if m.PromisedOn == dates.None {
		return fault.Conflict(fmt.Sprintf("Kiến nghị số %s không có lời hẹn nào đang chờ.", m.No()))
	}
	if s.PromisedOn != dates.None && s.PromisedOn <= s.Day {
		return fault.Invalid("promisedOn", "Ngày hẹn mới phải sau ngày ghi.")
	}
	return nil
}

func requireOutcomeElsewhere(_ *calc, m *Matter, _ []Step, _ *Step) error {
	if !m.Outcome.Elsewhere() {
		return fault.Conflict(
			fmt.Sprintf(
				"Kiến nghị số %s đã có trả lời “%s”. Hãy phản hồi về cơ sở; "+
					"chỉ chuyển tiếp khi trả lời là không thuộc thẩm quyền hoặc đã chuyển cơ quan khác.",
				m.No(),
				store.LowerFirst(m.Outcome.Word()),
			),
		)
	}
	return nil
}

func requireConveyance(_ *calc, _ *Matter, _ []Step, s *Step) error {
	var f fault.Fields
	if s.How.Word() == "" {
		f.Add("how", "Hãy chọn cách phản hồi: tại cuộc họp, thông báo về ấp/thôn hoặc công văn.")
	}
	if s.Reaction.Word() == "" {
		f.Add("reaction", "Hãy chọn thái độ của cơ sở: đồng tình, còn ý kiến hoặc không có ý kiến.")
	}
	if s.OfficerID == "" {
		f.Add("officerId", "Hãy chọn cán bộ đã phản hồi về cơ sở.")
	}
	return f.Err()
}

// requireNoObjection refuses to close over the place's objection.
func requireNoObjection(_ *calc, m *Matter, steps []Step, _ *Step) error {
	for _, s := range slices.Backward(steps) {
		if s.Event == EventConvey {
			if s.Reaction == StillObjects {
				return fault.Conflict(fmt.Sprintf("Cơ sở còn ý kiến về kiến nghị số %s. Hãy mở lại, hoặc ghi lần phản hồi sau.", m.No()))
			}
			break
		}
	}
	return nil
}

func requireNoPlaceReason(_ *calc, m *Matter, _ []Step, s *Step) error {
	if s.Reason != NoPlaceToTell {
		return fault.Invalid(
			"reason",
			fmt.Sprintf(
				"Kiến nghị số %s có trả lời nhưng chưa phản hồi về cơ sở nên chưa kết thúc được. Hãy ghi phản hồi, hoặc chọn lý do “%s”.",
				m.No(),
				words.closeReasons.Of(NoPlaceToTell),
			),
		)
	}
	return nil
}
