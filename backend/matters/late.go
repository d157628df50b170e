package matters

import (
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// lateLegs are the clocks of a matter that had run out before their leg ended, by code. A matter is late when any leg was: what came
// late is still late after it came, and so is a notice of receipt that was not given in time before the matter was answered.
type lateLegs map[string]bool

// look notes, before a step is replayed, that the clock that runs had run out by the day of the step. A notice or a correction may be
// noted out of order of time and says nothing about the other clocks; what is merged counts with the matter it was
// merged into.
func (l lateLegs) look(c *calc, m *Matter, s Step) {
	switch s.Event {
	case EventNotice, EventEdit, EventSplit, EventMerge, EventUnmerge:
		return
	}
	if due := c.runningDeadline(m); due != dates.None && s.Day > due {
		l[runningClock(m.State)] = true
	}
}

// missedNotice tells whether the notice of receipt was given late, or was owed when the matter first stopped being open, on the day
// stopped, and its day had passed.
func (lateLegs) missedNotice(m *Matter, stopped dates.Date) bool {
	if m.NoticeBy == dates.None {
		return false
	}
	if m.NoticedOn != dates.None {
		return m.NoticedOn > m.NoticeBy
	}
	return stopped > m.NoticeBy
}

// late tells whether a leg of a matter ended late.
func (m *Matter) late(clock string) bool { return slices.Contains(strings.Fields(m.LateLegs), clock) }

// text writes the clocks as they are stored, in their order.
func (l lateLegs) text() string {
	codes := []string{}
	for _, clock := range clocks {
		if l[clock] {
			codes = append(codes, clock)
		}
	}
	return strings.Join(codes, " ")
}

// clocks are the clocks of the legs, in the order lists show them.
var clocks = []string{ClockHandling, ClockNotice, ClockReply, ClockConveyance}

// lateWords name the legs where a matter can be late.
var lateWords = store.Words{
	store.NewWord(ClockHandling, "chuyển, xử lý"),
	store.NewWord(ClockNotice, "thông báo tiếp nhận"),
	store.NewWord(ClockReply, "trả lời"),
	store.NewWord(ClockConveyance, "phản hồi về cơ sở"),
}

// lateSQL is the condition of the matters that are late at a leg, over or running, at the end of a day; it takes the day twice.
const lateSQL = "(m.late_legs <> '' OR (m.due <> '' AND m.due < ?) OR (m.notice_due <> '' AND m.notice_due < ?))"

// lateAt names the legs at which a matter is late at the end of the day that is read, in the order of the legs.
func (c *calc) lateAt(m *Matter) []string {
	late := lateLegs{}
	for _, code := range strings.Fields(m.LateLegs) {
		late[code] = true
	}
	if m.Due != dates.None && m.Due < c.tx.Today {
		late[runningClock(m.State)] = true
	}
	if m.NoticeDue != dates.None && m.NoticeDue < c.tx.Today {
		late[ClockNotice] = true
	}
	out := []string{}
	for _, clock := range clocks {
		if late[clock] {
			out = append(out, lateWords.Of(clock))
		}
	}
	return out
}

// Underived tells whether matters are stored whose late legs no version of the program has derived yet.
func Underived(tx *store.Tx) (bool, error) {
	var found bool
	err := tx.Raw("SELECT EXISTS (SELECT 1 FROM matter WHERE late_legs IS NULL)").Scan(&found).Error
	return found, err
}

// DeriveLate derives from their steps what earlier versions of the program did not keep about matters; where they stand and their
// deadlines stay as stored.
func DeriveLate(tx *store.Tx) error {
	c, err := newCalc(tx)
	if err != nil {
		return err
	}
	for {
		var list []Matter
		if err := tx.Where("late_legs IS NULL").Order("id").Limit(maxMattersPerAction).Find(&list).Error; err != nil || len(list) == 0 {
			return err
		}
		ids := make([]string, len(list))
		for i := range list {
			ids[i] = list[i].ID
		}
		steps, err := stepsByMatter(tx, ids)
		if err != nil {
			return err
		}
		for _, m := range list {
			c.deriveFromSteps(&m, steps[m.ID])
			if err := tx.Model(&Matter{}).Where("id = ?", m.ID).
				Select("late_legs", "recheck_due", "rechecked_on").Updates(&m).Error; err != nil {
				return err
			}
		}
	}
}
