package matters

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/dates"
)

// The marks of a leg.
const (
	LegDone   = "xong"
	LegLate   = "tre"     // done, after its day
	LegOver   = "qua_han" // not done, its day is past
	LegNow    = "dang"
	LegToCome = "chua"
	LegSkip   = "khong_can"
)

// legs draws the line of a matter: five points, each with its day, its deadline and its paper.
func (b *book) legs(m *Matter, w Whole) []Leg {
	recorded := Leg{Key: "ghi_nhan", Title: "Ghi nhận", State: LegDone, Day: m.ReceivedOn, Text: w.Meeting}
	passed := b.leg("chuyen", "Chuyển cơ quan", m.CycleOn, m.HandledOn, b.after(C1, m.CycleOn), m.State.open())
	switch {
	case m.ReferDoc != "":
		passed.Text = m.ReferDoc
	case m.HandledOn != dates.None:
		passed.Title, passed.Text = m.handling(), ""
	}
	told := b.leg("thong_bao", "Thông báo tiếp nhận", m.ReceivedOn, m.NoticedOn, m.NoticeBy, m.NoticeDue != dates.None)
	if m.NoticedOn == dates.None && m.NoticeDue == dates.None {
		told.State, told.Clock = LegSkip, "" // answered before, or put aside
	}
	due := m.ReplyDue
	if due != dates.None {
		due = b.cal.AddWorkingDays(due, 0)
	}
	start := dates.Later(m.HandledOn, m.ReferredOn)
	answered := b.leg("tra_loi", "Trả lời", start, m.RepliedOn, due, m.State == Referred || m.State == InHand)
	answered.Text = w.Body
	if m.Outcome != "" {
		answered.Text = m.Outcome.Word()
	}
	if answered.State == LegOver {
		answered.Title = fmt.Sprintf("Trả lời — %s", lowerFirst(answered.Clock))
	}
	if m.PausedSince != dates.None && m.State == Referred {
		answered.State, answered.Clock = LegNow, b.remaining(m)
	}
	back := b.leg("phan_hoi", "Phản hồi về "+w.Place, m.RepliedOn, m.ConveyedOn, b.after(C4, m.RepliedOn), m.State == Replied)
	if m.ConveyedOn == dates.None && (m.State == OnSpot || m.State == Closed || m.State == Merged || m.State == OutOfScope) {
		back.State, back.Clock = LegSkip, ""
	}
	return []Leg{recorded, passed, told, answered, back}
}

// leg judges one leg: from when it ran to when it ended, against its deadline.
func (b *book) leg(key, title string, from, done, due dates.Date, running bool) Leg {
	l := Leg{Key: key, Title: title, State: LegToCome, Day: done, Due: due}
	switch {
	case done != dates.None && due != dates.None && done > due:
		l.State = LegLate
	case done != dates.None:
		l.State = LegDone
	case running && from != dates.None && due != dates.None && due < b.tx.Today:
		l.State = LegOver
	case running && from != dates.None:
		l.State = LegNow
	}
	if done != dates.None {
		l.Took = max(b.cal.WorkingDaysBetween(from, done), 0)
	} else if l.State == LegOver || l.State == LegNow {
		l.Took, l.Clock = max(b.cal.WorkingDaysBetween(from, b.tx.Today), 0), Remaining(b.cal.Calendar, due, b.tx.Today)
	} else {
		l.Due = dates.None
	}
	return l
}

// sourceOf says which rule sets the clock that runs, with its source, or that the day stands in the letter.
func (b *book) sourceOf(m *Matter, steps []Step) string {
	code := clockOf(m.State)
	if code == "" {
		return ""
	}
	if asked := replyStep(steps); code == C3 && asked != nil && !asked.DueByRule {
		if asked.DueOn == dates.None {
			return "chưa ấn định"
		}
		return "đến " + asked.DueOn.Show() + " theo văn bản"
	}
	r := b.rule(code, m.clockFrom())
	if r.Amount == 0 {
		return "chưa ấn định"
	}
	return fmt.Sprintf("%d %s, %s", r.Amount, words.ruleUnits.Of(r.Unit), r.Source)
}

// clockFrom is the day on which the clock that runs began.
func (m *Matter) clockFrom() dates.Date {
	switch clockOf(m.State) {
	case C3:
		return dates.Later(m.HandledOn, m.ReferredOn)
	case C4:
		return m.RepliedOn
	}
	return m.CycleOn
}

// calendarNote says which years without an announcement of days off the running deadlines of a matter are counted across,
// up to its last day or, when that has passed, up to today; "" when there are none.
func (b *book) calendarNote(m *Matter) string {
	years := map[int]bool{}
	for _, clock := range []struct{ from, due dates.Date }{{m.clockFrom(), m.Due}, {m.ReceivedOn, m.NoticeDue}} {
		if clock.due == dates.None {
			continue
		}
		for _, year := range b.cal.Assumed(clock.from, dates.Later(clock.due, b.tx.Today)) {
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
