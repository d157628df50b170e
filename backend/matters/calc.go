package matters

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
)

// calc holds what one call needs to compute deadlines: the calendar of working days and the rules.
type calc struct {
	tx    *store.Tx
	cal   *duties.WorkCalendar
	rules []Rule
}

// The calendar reaches back as far as a matter may lie open and forward past every deadline.
const (
	yearsBack  = 12
	yearsAhead = 4
)

func newCalc(tx *store.Tx) (*calc, error) {
	cal, err := duties.WorkingDays(tx, tx.Today.Year()-yearsBack, tx.Today.Year()+yearsAhead)
	if err != nil {
		return nil, err
	}
	c := &calc{tx: tx, cal: cal}
	return c, tx.Order("code, valid_from").Find(&c.rules).Error
}

// ruleOn is the rule of a code on a day; its Amount is 0 where none is set.
func (c *calc) ruleOn(code string, day dates.Date) Rule {
	for _, r := range c.rules {
		if r.Code == code && r.span().Contains(day) {
			return r
		}
	}
	return Rule{Code: code}
}

// deadlineFrom is the last day of the clock code that starts on day, "" when the rule sets none. A term that ends on a day off ends
// on the next working day.
func (c *calc) deadlineFrom(code string, day dates.Date) dates.Date {
	r := c.ruleOn(code, day)
	switch {
	case r.Amount <= 0 || day == dates.None:
		return dates.None
	case r.Unit == Days:
		return c.cal.AddWorkingDays(day.AddDays(r.Amount), 0)
	}
	return c.cal.AddWorkingDays(day, r.Amount)
}

// Remaining says in words how long a deadline is away, in working days; it is the only place that makes these words.
// due is a working day or ""; "" gives "".
func Remaining(cal *dates.Calendar, due, today dates.Date) string {
	switch {
	case due == dates.None:
		return ""
	case due == today:
		return "Đúng hạn hôm nay"
	case due > today:
		return fmt.Sprintf("Còn %d ngày", max(cal.WorkingDaysBetween(today, due), 1))
	}
	if late := cal.WorkingDaysBetween(due, today); late > 0 {
		return fmt.Sprintf("Quá %d ngày", late)
	}
	return "Vừa hết hạn" // only days off have passed since
}

// workingDaysLate counts the working days since a deadline, 0 when it has not passed.
func (c *calc) workingDaysLate(due, on dates.Date) int {
	if due == dates.None || on <= due {
		return 0
	}
	return c.cal.WorkingDaysBetween(due, on)
}
