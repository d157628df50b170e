package matters

import (
	"cmp"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
)

// Recompute computes the running deadlines again, after a rule or a day off has changed, and keeps which moved until somebody
// has read it (see DeadlineChanges); cause is the sentence that says what changed. Clocks that have stopped, days that stand
// in a paper and sealed papers stay. It gives a sentence for the trail, "" when nothing moved. The calendar of days off calls
// it after a change.
func Recompute(tx *store.Tx, cause string) (string, error) {
	c, err := newCalc(tx)
	if err != nil {
		return "", err
	}
	moves := []deadlineMoveRow{}
	var list []Matter
	err = tx.Where("state IN ?", openStates).FindInBatches(&list, 500, func(*gorm.DB, int) error {
		ids := make([]string, len(list))
		for i := range list {
			ids[i] = list[i].ID
		}
		steps, err := stepsByMatter(tx, ids)
		if err != nil {
			return err
		}
		for i := range list {
			moved, err := c.recomputeMatter(&list[i], steps[list[i].ID])
			if err != nil {
				return err
			}
			moves = append(moves, moved...)
		}
		return nil
	}).Error
	if err != nil {
		return "", err
	}
	if err := c.moveRecheckDays(); err != nil {
		return "", err
	}
	return saveDeadlineMoves(tx, cause, moves)
}

// recomputeMatter derives one open matter again and tells which of its running deadlines moved.
func (c *calc) recomputeMatter(old *Matter, steps []Step) ([]deadlineMoveRow, error) {
	if err := c.moveReplyDue(old, steps); err != nil {
		return nil, err
	}
	m := *old
	c.deriveFromSteps(&m, steps)
	if m.NoticedOn != dates.None {
		m.NoticeBy = old.NoticeBy // the notice clock has stopped
	}
	if m == *old {
		return nil, nil
	}
	moves := []deadlineMoveRow{}
	for _, d := range []struct {
		clock         string
		before, after dates.Date
	}{{runningClock(m.State), old.Due, m.Due}, {ClockNotice, old.NoticeDue, m.NoticeDue}} {
		if d.before != d.after {
			moves = append(moves, deadlineMoveRow{MatterID: m.ID, Clock: d.clock, Before: d.before, After: d.after})
		}
	}
	return moves, c.saveMatter(&m)
}

// runningClock names the clock of the leg a matter is on.
func runningClock(s State) string {
	switch s {
	case Recorded, Reopened:
		return ClockHandling
	case Referred, InHand:
		return ClockReply
	case Replied:
		return ClockConveyance
	}
	return ""
}

// moveReplyDue computes again the day by which a reply is due, where it follows from the rule and no sealed paper names it.
func (c *calc) moveReplyDue(m *Matter, steps []Step) error {
	if runningClock(m.State) != ClockReply {
		return nil
	}
	asked := stepAwaitingReply(steps)
	if asked == nil || !asked.DueByRule {
		return nil
	}
	due := c.deadlineFrom(ClockReply, asked.Day)
	if due == asked.DueOn {
		return nil
	}
	if sealed, err := c.replyDueIssued(*asked); err != nil || sealed {
		return err
	}
	asked.DueOn = due
	return c.tx.Model(&Step{}).Where("id = ?", asked.ID).Update("due_on", due).Error
}

// stepAwaitingReply is the step that asked for the reply a matter waits for; nil when none did. It points into steps.
func stepAwaitingReply(steps []Step) *Step {
	counted := effectiveSteps(steps)
	for _, s := range slices.Backward(counted) {
		if s.Event == EventRefer || s.Event == EventTakeInHand {
			i := slices.IndexFunc(steps, func(each Step) bool { return each.ID == s.ID })
			return &steps[i]
		}
	}
	return nil
}

// replyDueIssued tells whether the letter of a referral, or the slip of its matter, was issued from this program: the day it names
// has gone out.
func (c *calc) replyDueIssued(s Step) (found bool, err error) {
	return found, c.tx.Raw(`SELECT EXISTS (SELECT 1 FROM letter l JOIN issued_paper p ON p.symbol = l.number AND p.day = l.doc_date
WHERE l.id = ? AND p.origin = 'chuong_trinh' AND p.cancelled_at = '') OR EXISTS (SELECT 1 FROM issued_paper
WHERE report = 'R10C' AND day >= ? AND cancelled_at = '' AND CASE report WHEN 'R10C' THEN input ->> '$.matterId' END = ?)`,
		s.LetterID, s.Day, s.MatterID).
		Scan(&found).
		Error
}

// stepsByMatter reads the steps of matters in order, matter by matter.
func stepsByMatter(tx *store.Tx, ids []string) (map[string][]Step, error) {
	var all []Step
	err := tx.Where("matter_id IN (SELECT value FROM json_each(?))", jsonList(ids)).Order("matter_id, seq").Find(&all).Error
	out := map[string][]Step{}
	for _, s := range all {
		out[s.MatterID] = append(out[s.MatterID], s)
	}
	return out, err
}

// calendarSetting holds the mark of the days off, as the program knows them, that the stored deadlines rest on.
const calendarSetting = "matters.calendar"

// CalendarChanged tells whether the program knows other days off than when the stored deadlines were computed.
func CalendarChanged(tx *store.Tx) (bool, error) {
	var mark string
	if err := tx.Setting(calendarSetting, &mark); err != nil || mark == dates.CalendarMark() {
		return false, err
	}
	var open int64
	err := tx.Model(&Matter{}).Where("state IN ?", openStates).Limit(1).Count(&open).Error
	return open > 0, err
}

// RecomputeForCalendar computes the running deadlines again after the program has learnt other days off, once: the mark it leaves is
// stored in the same transaction.
func RecomputeForCalendar(tx *store.Tx) error {
	cause := "Lịch nghỉ có sẵn của chương trình đã thay đổi."
	var mark string
	if err := tx.Setting(calendarSetting, &mark); err != nil {
		return err
	}
	if mark == "" { // the version that first left a mark is the one that learnt of 24/11
		cause = "Từ năm 2026 được nghỉ thêm ngày 24/11, Ngày Văn hóa Việt Nam (" + dates.SourceCultureDay + ")."
		if err := markDaysByRule(tx); err != nil {
			return err
		}
	}
	moved, err := Recompute(tx, cause)
	if err != nil {
		return err
	}
	tx.Audit("", "Đối chiếu thời hạn kiến nghị với lịch nghỉ của chương trình. "+cmp.Or(moved, "Không có hạn nào thay đổi."))
	return tx.SetSetting(calendarSetting, dates.CalendarMark())
}

// markDaysByRule settles, for steps recorded before that was kept, which days for a reply follow from the rule of the reply clock:
// those that are exactly what the rule gave under the calendar of then. Any other day was typed from a paper.
func markDaysByRule(tx *store.Tx) error {
	c, err := newCalc(tx)
	if err != nil {
		return err
	}
	c.cal, err = duties.WorkingDaysWithout(tx, dates.SourceCultureDay, tx.Today.Year()-yearsBack, tx.Today.Year()+yearsAhead)
	if err != nil {
		return err
	}
	var steps []Step
	if err := tx.Where("event IN ? AND due_by_rule IS NULL", []Event{EventRefer, EventTakeInHand}).Find(&steps).Error; err != nil {
		return err
	}
	byRule := []string{}
	for _, s := range steps {
		if s.DueOn != dates.None && s.DueOn == c.deadlineFrom(ClockReply, s.Day) {
			byRule = append(byRule, s.ID)
		}
	}
	return tx.Exec(`UPDATE matter_step SET due_by_rule = id IN (SELECT value FROM json_each(?))
WHERE event IN ? AND due_by_rule IS NULL`, jsonList(byRule), []Event{EventRefer, EventTakeInHand}).Error
}

// movedText says how many matters a change moved, for the trail.
func movedText(moves []deadlineMoveRow) string {
	ids := map[string]bool{}
	for _, m := range moves {
		ids[m.MatterID] = true
	}
	if len(ids) == 0 {
		return ""
	}
	return fmt.Sprintf("Hạn của %d kiến nghị thay đổi.", len(ids))
}
