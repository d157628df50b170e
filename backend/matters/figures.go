package matters

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Number is a figure with the filter that lists exactly what it counts.
type Number struct {
	Value  int    `json:"value"`
	Filter Filter `json:"filter"`
}

// Summary is one line of a summary: what came in and what became of it. Received = Duplicate + Outside + Settled +
// Explained + Roadmap + Working + Waiting; Late counts across the others.
type Summary struct {
	Key       string `json:"key"` // code of the field, id of the body or unit; "" for the total
	Name      string `json:"name"`
	Received  Number `json:"received"`
	Duplicate Number `json:"duplicate"`
	Outside   Number `json:"outside"`
	Settled   Number `json:"settled"`
	Explained Number `json:"explained"`
	Roadmap   Number `json:"roadmap"`
	Working   Number `json:"working"`
	Waiting   Number `json:"waiting"`
	Late      Number `json:"late"`
	Voices    int    `json:"voices"`
}

// Figures are the figures of a filter.
type Figures struct {
	Total   Summary     `json:"total"`
	ByField []Summary   `json:"byField"`
	ByBody  []Summary   `json:"byBody"`
	ByPlace []Summary   `json:"byPlace"`
	Ageing  []Ageing    `json:"ageing"`
	Loop    LoopFigures `json:"loop"`
}

type summaryRow struct {
	Key       string
	Received  int
	Voices    int
	Duplicate int
	Outside   int
	Settled   int
	Explained int
	Roadmap   int
	Working   int
	Waiting   int
	Late      int
}

// classSumsSQL is the part of the query that counts the classes, with the very conditions the filters use.
var classSumsSQL = func() string {
	var b strings.Builder
	for _, c := range []struct{ class, name string }{
		{DuplicateClass, "duplicate"}, {OutsideClass, "outside"}, {SettledClass, "settled"}, {ExplainedClass, "explained"},
		{RoadmapClass, "roadmap"}, {WorkingClass, "working"}, {WaitingClass, "waiting"},
	} {
		b.WriteString(", SUM(" + classConditions[c.class] + ") AS " + c.name)
	}
	return "COUNT(*) AS received, SUM(m.voices) AS voices" + b.String() + ", SUM(m.due <> '' AND m.due < ?) AS late"
}()

// The ways to group a summary: the column, and how the filter of a group is made.
var groupings = map[string]struct {
	column string
	narrow func(Filter, string) Filter
}{
	"field": {"m.field_code", func(f Filter, key string) Filter { f.FieldCode = key; return f }},
	"body":  {"m.body_id", func(f Filter, key string) Filter { f.BodyID = key; return f }},
	"place": {"m.place_id", func(f Filter, key string) Filter { f.PlaceID = key; return f }},
}

// ByField sums up a filter by field of work, without a line for the total. It returns fault.CodeInvalid for an unknown list
// in the filter.
func ByField(tx *store.Tx, f Filter) ([]Summary, error) {
	tx = tx.AsOf(f.AsOf)
	names, err := activities.FieldNames(tx)
	if err != nil {
		return nil, err
	}
	return summaries(tx, f, "field", names)
}

// ByBody sums up a filter by the body a matter is at or was answered by; matters that are at no body are left out. It returns
// fault.CodeInvalid for an unknown list in the filter.
func ByBody(tx *store.Tx, f Filter) ([]Summary, error) {
	tx = tx.AsOf(f.AsOf)
	bodies, err := bodiesByID(tx)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for id, b := range bodies {
		names[id] = b.Name
	}
	return summaries(tx, f, "body", names)
}

// ByPlace sums up a filter by the place where matters were raised. It returns fault.CodeInvalid for an unknown list in the
// filter.
func ByPlace(tx *store.Tx, f Filter) ([]Summary, error) {
	tx = tx.AsOf(f.AsOf)
	out, err := summaries(tx, f, "place", nil)
	if err != nil {
		return nil, err
	}
	list := make([]Matter, len(out))
	for i := range out {
		list[i] = Matter{PlaceID: out[i].Key, RaisedOn: tx.Today}
	}
	c := &calc{tx: tx}
	places, err := c.placeNames(list)
	for i := range out {
		out[i].Name = places[placeOnDay{out[i].Key, tx.Today}].Label
	}
	return out, err
}

func summaries(tx *store.Tx, f Filter, by string, names map[string]string) ([]Summary, error) {
	g := groupings[by]
	q, err := filterQuery(tx, f)
	if err != nil {
		return nil, err
	}
	var rows []summaryRow
	if err := q.Select(g.column+" AS key, "+classSumsSQL, tx.Today).Group(g.column).Order(g.column).Scan(&rows).Error; err != nil {
		return nil, err
	}
	out := []Summary{}
	for _, r := range rows {
		if r.Key != "" {
			out = append(out, r.summary(names[r.Key], g.narrow(f, r.Key)))
		}
	}
	return out, nil
}

// Total sums up a whole filter. It returns fault.CodeInvalid for an unknown list in the filter.
func Total(tx *store.Tx, f Filter) (Summary, error) {
	tx = tx.AsOf(f.AsOf)
	q, err := filterQuery(tx, f)
	if err != nil {
		return Summary{}, err
	}
	var r summaryRow
	if err := q.Select("'' AS key, "+classSumsSQL, tx.Today).Scan(&r).Error; err != nil {
		return Summary{}, err
	}
	return r.summary("Tổng cộng", f), nil
}

func (r summaryRow) summary(name string, f Filter) Summary {
	of := func(n int, class string) Number {
		narrower := f
		narrower.Class = class
		return Number{n, narrower}
	}
	return Summary{
		Key:       r.Key,
		Name:      name,
		Voices:    r.Voices,
		Received:  Number{r.Received, f},
		Duplicate: of(r.Duplicate, DuplicateClass),
		Outside:   of(r.Outside, OutsideClass),
		Settled:   of(r.Settled, SettledClass),
		Explained: of(r.Explained, ExplainedClass),
		Roadmap:   of(r.Roadmap, RoadmapClass),
		Working:   of(r.Working, WorkingClass),
		Waiting:   of(r.Waiting, WaitingClass),
		Late:      of(r.Late, LateClass),
	}
}

// ageWords are the bands of the ages of open matters in working days since they were received, or reopened.
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
	debtor := "CASE m.state WHEN 'REFERRED' THEN m.body_id ELSE '' END"
	err = q.Select(debtor+` AS key, COUNT(*) AS total, MIN(m.cycle_on) AS oldest, SUM(m.cycle_on > ?) AS n1, SUM(m.cycle_on <= ?
AND m.cycle_on > ?) AS n2,
SUM(m.cycle_on <= ? AND m.cycle_on > ?) AS n3, SUM(m.cycle_on <= ?) AS n4`, e[0], e[0], e[1], e[1], e[2], e[2]).
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
		a := Ageing{Key: r.Key, Name: AtOffice, Longest: c.cal.WorkingDaysBetween(dates.Date(r.Oldest), tx.Today)}
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

// AtOffice names the office itself as the one matters wait for: it has to pass them on, to answer or to tell the answer back.
const AtOffice = "Cơ quan tiếp nhận"

var waitingAtOffice = []State{Recorded, Reopened, InHand, Replied}

// FiguresOf gives every figure of a filter. It returns fault.CodeInvalid for an unknown list in the filter.
func FiguresOf(tx *store.Tx, f Filter) (out Figures, err error) {
	f.Limit, f.Offset, f.Order = 0, 0, ""
	if out.Total, err = Total(tx, f); err != nil {
		return out, err
	}
	if out.ByField, err = ByField(tx, f); err != nil {
		return out, err
	}
	if out.ByBody, err = ByBody(tx, f); err != nil {
		return out, err
	}
	if out.ByPlace, err = ByPlace(tx, f); err != nil {
		return out, err
	}
	if out.Ageing, err = AgeingOf(tx, f); err != nil {
		return out, err
	}
	out.Loop, err = Loop(tx, f)
	return out, err
}
