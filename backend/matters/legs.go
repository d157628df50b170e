package matters

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// The states of a leg, as stored in Leg.State.
const (
	LegDone    = "xong"
	LegLate    = "tre"     // done, after its day
	LegOverdue = "qua_han" // not done, its day is past
	LegRunning = "dang"
	LegToCome  = "chua"
	LegSkip    = "khong_can"
	LegMissed  = "bo_lo" // never done, its day had passed when it was no longer needed
)

// buildLegs draws the line of a matter: five points, each with its day, its deadline and its paper.
func (c *calc) buildLegs(m *Matter, w MatterDetail) []Leg {
	recorded := Leg{Key: "ghi_nhan", Title: "Ghi nhận", State: LegDone, Day: m.ReceivedOn, Text: w.Meeting}
	passed := c.buildLeg("chuyen", "Chuyển cơ quan", m.CycleOn, m.HandledOn, c.deadlineFrom(ClockHandling, m.CycleOn), m.State.open())
	switch {
	case m.ReferDoc != "":
		passed.Text = m.ReferDoc
	case m.HandledOn != dates.None:
		passed.Title, passed.Text = m.handlingWord(), ""
	}
	told := c.buildLeg("thong_bao", "Thông báo tiếp nhận", m.ReceivedOn, m.NoticedOn, m.NoticeBy, m.NoticeDue != dates.None)
	if m.NoticedOn == dates.None && m.NoticeDue == dates.None {
		told.State, told.Clock = LegSkip, "" // answered before, or put aside
		if m.late(ClockNotice) {
			told.State, told.Due, told.Text = LegMissed, m.NoticeBy, "Quá hạn mà chưa thông báo"
		}
	}
	due := m.ReplyDue
	if due != dates.None {
		due = c.cal.AddWorkingDays(due, 0)
	}
	start := dates.Later(m.HandledOn, m.ReferredOn)
	answered := c.buildLeg("tra_loi", "Trả lời", start, m.RepliedOn, due, m.State == Referred || m.State == InHand)
	answered.Text = w.Body
	if m.Outcome != "" {
		answered.Text = m.outcomeText()
	}
	if answered.State == LegOverdue {
		answered.Title = fmt.Sprintf("Trả lời — %s", store.LowerFirst(answered.Clock))
	}
	if m.PausedSince != dates.None && m.State == Referred {
		answered.State, answered.Clock = LegRunning, c.remainingText(m)
	}
	conveyBy := c.deadlineFrom(ClockConveyance, m.RepliedOn)
	back := c.buildLeg("phan_hoi", "Phản hồi về "+w.Place, m.RepliedOn, m.ConveyedOn, conveyBy, m.State == Replied)
	if m.ConveyedOn == dates.None && (m.State == OnSpot || m.State == Closed || m.State == Merged || m.State == OutOfScope) {
		back.State, back.Clock = LegSkip, ""
	}
	return []Leg{recorded, passed, told, answered, back}
}

// buildLeg judges one leg: from when it ran to when it ended, against its deadline.
func (c *calc) buildLeg(key, title string, from, done, due dates.Date, running bool) Leg {
	l := Leg{Key: key, Title: title, State: LegToCome, Day: done, Due: due}
	switch {
	case done != dates.None && due != dates.None && done > due:
		l.State = LegLate
	case done != dates.None:
		l.State = LegDone
	case running && from != dates.None && due != dates.None && due < c.tx.Today:
		l.State = LegOverdue
	case running && from != dates.None:
		l.State = LegRunning
	}
	if done != dates.None {
		l.Took = max(c.cal.WorkingDaysBetween(from, done), 0)
	} else if l.State == LegOverdue || l.State == LegRunning {
		l.Took, l.Clock = max(c.cal.WorkingDaysBetween(from, c.tx.Today), 0), Remaining(c.cal.Calendar, due, c.tx.Today)
	} else {
		l.Due = dates.None
	}
	return l
}

// deadlineSource says which rule sets the clock that runs, with its source, or that the day stands in the letter.
func (c *calc) deadlineSource(m *Matter, steps []Step) string {
	code := runningClock(m.State)
	if code == "" {
		return ""
	}
	what := map[string]string{
		ClockHandling: "Hạn chuyển cơ quan", ClockReply: "Hạn trả lời", ClockConveyance: "Hạn phản hồi về cơ sở",
	}[code]
	if asked := stepAwaitingReply(steps); code == ClockReply && asked != nil && !asked.DueByRule {
		if asked.DueOn == dates.None {
			return what + ": văn bản chuyển không ấn định ngày."
		}
		return what + ": đến " + asked.DueOn.Show() + ", theo văn bản chuyển."
	}
	from := m.runningClockStart()
	r := c.ruleOn(code, from)
	term := fmt.Sprintf("%s: %d %s từ %s", what, r.Amount, words.ruleUnits.Of(r.Unit), from.Show())
	switch {
	case r.Amount == 0:
		return what + ": cơ quan chưa ấn định."
	case r.Source == dates.SourceDefault:
		return term + ". Mức này do chương trình đặt sẵn, vì cơ quan chưa ghi văn bản quy định."
	}
	return term + ", theo " + r.Source + "."
}

// runningClockStart is the day on which the clock that runs began.
func (m *Matter) runningClockStart() dates.Date {
	switch runningClock(m.State) {
	case ClockReply:
		return dates.Later(m.HandledOn, m.ReferredOn)
	case ClockConveyance:
		return m.RepliedOn
	}
	return m.CycleOn
}

// calendarNote says which years without an announcement of days off the running deadlines of a matter are counted across,
// up to its last day or, when that has passed, up to today; "" when there are none.
func (c *calc) calendarNote(m *Matter) string {
	years := map[int]bool{}
	for _, clock := range []struct{ from, due dates.Date }{{m.runningClockStart(), m.Due}, {m.ReceivedOn, m.NoticeDue}} {
		if clock.due == dates.None {
			continue
		}
		for _, year := range c.cal.Assumed(clock.from, dates.Later(clock.due, c.tx.Today)) {
			years[year] = true
		}
	}
	if len(years) == 0 {
		return ""
	}
	list := []string{}
	for _, year := range slices.Sorted(maps.Keys(years)) {
		list = append(list, strconv.Itoa(year))
	}
	return "Chưa nhập lịch nghỉ năm " + strings.Join(list, ", ") + ", hạn có thể đổi"
}
