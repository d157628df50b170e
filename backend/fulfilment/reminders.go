package fulfilment

import (
	"cmp"
	"fmt"
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Reminders is what the first screen says of duties.
type Reminders struct {
	Day   dates.Date `json:"day"`
	Items []Reminder `json:"items"`
}

// Reminder is one line: a sentence, a number and the filter behind it.
type Reminder struct {
	Code     string             `json:"code"` // due_soon, overdue, schedule
	Text     string             `json:"text"`
	Count    int                `json:"count"`
	RuleID   string             `json:"ruleId"`
	SeriesID string             `json:"seriesId"`
	Outcome  activities.Outcome `json:"outcome"`
	Filter   Filter             `json:"filter"`
	Month    dates.Period       `json:"month"`
}

const (
	daysAhead = 7  // days ahead
	daysBack  = 31 // days
)

// RemindersOf counts duties due within a week without a meeting, duties whose time passed without a record, and hosts
// that have not registered next month's day; of one officer, only the officer's own duties.
func RemindersOf(tx *store.Tx, text, officerID string) (Reminders, error) {
	day := dates.Date(text)
	if day == dates.None {
		day = tx.Today
	}
	out := Reminders{Day: day, Items: []Reminder{}}
	if !day.Valid() {
		return out, fault.Invalid("day", "Ngày không hợp lệ; hãy nhập lại, ví dụ 22/11/2026.")
	}
	if err := out.countDuties(tx, day, officerID); err != nil {
		return out, err
	}
	if officerID != "" {
		return out, nil
	}
	return out, out.countUnregistered(tx, day)
}

// countDuties evaluates once for both sides of the day: the first screen waits for it.
func (r *Reminders) countDuties(tx *store.Tx, day dates.Date, officerID string) error {
	ahead := Filter{Span: dates.Through(day, day.AddDays(daysAhead)), By: ByUnit, OfficerID: officerID}
	behind := Filter{Span: dates.Span{From: day.AddDays(-daysBack), To: day}, By: ByUnit, OfficerID: officerID}
	evaluated, err := evaluate(tx, Filter{Span: dates.Span{From: behind.Span.From, To: ahead.Span.To}, OfficerID: officerID})
	if err != nil {
		return err
	}
	type line struct{ code, series string }
	at, today := map[line]int{}, dates.DayNumber(day)
	evaluated.eachOccurrence(func(o *occurrence) {
		code, of := "overdue", behind
		switch {
		case o.meeting >= 0:
			return
		case o.day >= today && o.outcome == activities.ToCome && o.turn.Due:
			code, of = "due_soon", ahead
		case o.day >= today || o.outcome != activities.NotRecorded:
			return
		}
		key := line{code, o.rule.SeriesID}
		i, known := at[key]
		if !known {
			i = len(r.Items)
			at[key] = i
			of.SeriesID = o.rule.SeriesID
			r.Items = append(
				r.Items,
				Reminder{Code: code, RuleID: o.rule.ID, SeriesID: o.rule.SeriesID, Outcome: o.outcome, Filter: of, Text: o.rule.Name},
			)
		}
		r.Items[i].Count++
	})
	for i := range r.Items {
		item := &r.Items[i]
		if item.Code == "due_soon" {
			item.Text = fmt.Sprintf("%s: %d nơi đến hạn trong 7 ngày tới, chưa có lịch", item.Text, item.Count)
		} else {
			item.Text = fmt.Sprintf("%s: %d lần đã qua mà chưa ghi nhận", item.Text, item.Count)
		}
	}
	slices.SortStableFunc(r.Items, func(a, b Reminder) int { return cmp.Compare(b.Code, a.Code) })
	return nil
}

// countUnregistered tells how many cells have not registered next month.
func (r *Reminders) countUnregistered(tx *store.Tx, day dates.Date) error {
	missing, month, err := activities.UnregisteredCells(tx, day)
	if err == nil && missing > 0 {
		r.Items = append(r.Items, Reminder{Code: "schedule", Count: missing, Month: month,
			Text: fmt.Sprintf("%d chi bộ chưa đăng ký lịch sinh hoạt %s (hạn ngày %d)", missing, month.Label(), activities.RegisterBy)})
	}
	return err
}
