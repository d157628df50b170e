package matters

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// ageWords are the bands of the ages of open matters in working days, see waitingSince.
var ageWords = store.Words{
	store.NewWord("0-10", "Đến 10 ngày"),
	store.NewWord("11-30", "11–30 ngày"),
	store.NewWord("31-90", "31–90 ngày"),
	store.NewWord(">90", "Trên 90 ngày"),
}

// AgeWord is the word of an age band, "11–30 ngày".
func AgeWord(code string) string { return ageWords.Of(code) }

// ageBandLimits are the upper ends of the bands but the last.
var ageBandLimits = []int{10, 30, 90}

// Ageing is how long open matters have been waiting at one body, which owes the answer; Key "" stands for those no body owes
// anything for: they wait for the office itself, see AtOffice.
type Ageing struct {
	Key     string   `json:"key"`
	Name    string   `json:"name"`
	Total   Number   `json:"total"`
	Bands   []Number `json:"bands"`   // as ageWords
	Longest int      `json:"longest"` // working days
}

// firstDayOlderThan is the last day that lies more than n working days back.
func (c *calc) firstDayOlderThan(n int) dates.Date {
	day := c.tx.Today
	for c.cal.WorkingDaysBetween(day, c.tx.Today) <= n {
		day = day.AddDays(-1)
	}
	return day
}

// ageBandSpan gives the days a band covers: after From up to To.
func (c *calc) ageBandSpan(code string) (dates.Span, bool) {
	i := slices.IndexFunc(ageWords, func(w store.Word) bool { return w.Code == code })
	if i < 0 {
		return dates.Span{}, false
	}
	out := dates.Span{To: "9999-12-31"}
	if i < len(ageBandLimits) {
		out.From = c.firstDayOlderThan(ageBandLimits[i])
	}
	if i > 0 {
		out.To = c.firstDayOlderThan(ageBandLimits[i-1])
	}
	return out, true
}

// AgeingOf gives the ages of the open matters of a filter, body by body, the longest waiting first. It returns
// fault.CodeInvalid for an unknown list in the filter.
func AgeingOf(tx *store.Tx, f Filter) ([]Ageing, error) {
	tx = tx.AsOf(f.AsOf)
	c, err := newCalc(tx)
	if err != nil {
		return nil, err
	}
	f.Worklist = AllOpen
	q, err := filterQuery(tx, f)
	if err != nil {
		return nil, err
	}
	e := []dates.Date{c.firstDayOlderThan(ageBandLimits[0]), c.firstDayOlderThan(ageBandLimits[1]), c.firstDayOlderThan(ageBandLimits[2])}
	var rows []struct {
		Key, Oldest    string
		Total          int
		N1, N2, N3, N4 int
	}
	office, err := AtOffice(tx)
	if err != nil {
		return nil, err
	}
	debtor := "CASE m.state WHEN 'REFERRED' THEN m.body_id ELSE '' END"
	since := waitingSinceSQL
	err = q.Select(debtor+" AS key, COUNT(*) AS total, MIN("+since+") AS oldest, SUM("+since+" > ?) AS n1, SUM("+since+" <= ? AND "+
		since+" > ?) AS n2, SUM("+since+" <= ? AND "+since+" > ?) AS n3, SUM("+since+" <= ?) AS n4", e[0], e[0], e[1], e[1], e[2], e[2]).
		Group(debtor).
		Scan(&rows).
		Error
	if err != nil {
		return nil, err
	}
	bodies, err := bodiesByID(tx)
	if err != nil {
		return nil, err
	}
	out := []Ageing{}
	for _, r := range rows {
		own := f
		a := Ageing{Key: r.Key, Name: office, Longest: c.cal.WorkingDaysBetween(dates.Date(r.Oldest), tx.Today)}
		owing := waitingAtOffice
		if r.Key != "" {
			own.BodyID, a.Name, owing = r.Key, bodies[r.Key].Name, []State{Referred}
		}
		own.States = slices.DeleteFunc(
			slices.Clone(owing),
			func(s State) bool { return len(f.States) > 0 && !slices.Contains(f.States, s) },
		)
		a.Total = Number{r.Total, own}
		for i, n := range []int{r.N1, r.N2, r.N3, r.N4} {
			own.Age = ageWords[i].Code
			a.Bands = append(a.Bands, Number{n, own})
		}
		out = append(out, a)
	}
	slices.SortFunc(out, func(x, y Ageing) int { return cmp.Or(cmp.Compare(y.Longest, x.Longest), cmp.Compare(x.Name, y.Name)) })
	return out, nil
}

// NoOffice stands for the office before it has a name.
const NoOffice = "Cơ quan tiếp nhận"

// AtOffice names the office itself as the one matters wait for: it has to pass them on, to answer or to tell the answer back.
func AtOffice(tx *store.Tx) (string, error) {
	office, err := units.TheOffice(tx)
	if err != nil || office.Name == "" {
		return NoOffice, err
	}
	return "Văn phòng " + office.Name, nil
}

// waitingSince is the day since which an open matter has waited where it is: at a body since it was referred to that body, at the office
// since a body answered, else since it was received or reopened. The days of one are never put on the account of another.
func (m *Matter) waitingSince() dates.Date {
	switch {
	case m.State == Referred:
		return m.ReferredOn
	case m.State == Replied && m.BodyID != "":
		return m.RepliedOn
	}
	return m.CycleOn
}

// waitingSinceSQL is waitingSince in a query.
const waitingSinceSQL = "CASE WHEN m.state = 'REFERRED' THEN m.referred_on " +
	"WHEN m.state = 'REPLIED' AND m.body_id <> '' THEN m.replied_on ELSE m.cycle_on END"

var waitingAtOffice = []State{Recorded, Reopened, InHand, Replied}
