package reports

import (
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
)

// Looks says at which time a paper looks.
type Looks string

// The ways to look.
const (
	LooksBack  Looks = ""         // at its period, as it stood at the end of it
	LooksAhead Looks = "ke_tiep"  // at what is to come in its period: a schedule, a form to fill in
	LooksNow   Looks = "hien_tai" // at one record, as it stands when the paper is printed
)

// dayOf is the day of a paper: every figure and every name of it is as of the end of that day. It is the end of the period, or
// today, or the day the paper bears, whichever comes first. What looks ahead is named as of its period; what is about one record
// tells it as it stands.
func (r Report) dayOf(in Input, today dates.Date) dates.Date {
	span := in.Period.Span()
	switch {
	case r.Looks == LooksNow || in.MatterID != "" || in.LetterID != "" || in.DecisionID != "":
		return today
	case r.Looks == LooksAhead:
		return ShownAsOf(span, today)
	}
	day := dates.Earlier(span.Last(), today)
	if in.Date.Valid() {
		day = dates.Earlier(day, in.Date)
	}
	return day
}

// lookedAt is the part of the period a paper looks at: up to its day. A period to come is looked at whole.
func (r Report) lookedAt(in Input, day dates.Date) dates.Span {
	span := in.Period.Span()
	if r.Looks == LooksBack && day >= span.From {
		span.To = dates.Earlier(span.To, day.AddDays(1))
	}
	return span
}

// asOfDay says up to which day the figures of a paper count. It stands on each of them once.
func (p Paper) asOfDay() string {
	return "số liệu tính đến hết ngày " + p.AsOf.ShowInPaper()
}

// countedTo is asOfDay as a line of its own, at the head of a paper whose subject stands in the register of issued papers.
func (p Paper) countedTo() document.Block { return remark(store.UpperFirst(p.asOfDay()) + ".") }
