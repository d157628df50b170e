package duties

import (
	"caunoi/backend/dates"
)

// Turn is one period of a rule with the days its occurrences stand for.
//
// An occurrence without a fixed day stands for the middle day of its share of the turn: of a quota of n, the k-th share is
// the k-th n-th part of the turn's days, and its middle is the day number floor(D·(2k−1)/(2n)) of D, counted from 0.
// Domain §3.5 expects "occurrences whose date lies in [from, to)" of the assignment; so with a quota of one a month counts
// for whoever had the place on its middle day, that is for the greater part of it, and quotas add up over every change.
// Where the place holds no more meetings in the turn than the quota asks for, an occurrence takes the day of its meeting.
type Turn struct {
	Key   string
	Label string
	Leap  bool
	Span  dates.DayRange
	Days  []int32 // of the occurrences, in order; empty when the rule leaves the turn out
	Due   bool    // the days are fixed by the rule
}

// turnsOf lists the turns of a rule that share a day with the span, whole.
func turnsOf(r *Rule, span dates.Span) []Turn {
	turns := []Turn{}
	for _, w := range r.Period.Windows(span) {
		t := Turn{Key: w.Key, Label: w.Label, Leap: w.Leap, Span: dates.DayRangeOf(w.Span), Due: r.FixedDay != 0}
		switch {
		case w.Leap && !r.LeapCounts:
		case t.Due:
			for _, d := range r.Fixed().In(r.Period, w) {
				if !r.LeapCounts && dates.ToLunar(d).Leap && r.FixedCalendar == "lunar" {
					continue
				}
				t.Days = append(t.Days, dates.DayNumber(d))
			}
		default:
			t.Days = middleDays(t.Span, r.Quota)
		}
		turns = append(turns, t)
	}
	return turns
}

func middleDays(s dates.DayRange, quota int) []int32 {
	days := make([]int32, quota)
	length := int(s.To - s.From)
	for k := range days {
		days[k] = s.From + int32(length*(2*k+1)/(2*quota))
	}
	return days
}
