package matters

import (
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/store"
)

// Number is a figure with the filter that lists exactly what it counts.
type Number struct {
	Value  int    `json:"value"`
	Filter Filter `json:"filter"`
}

// Summary is one line of a summary: what came in and what became of it. Received = Duplicate + Outside + Settled +
// Explained + Roadmap + Refused + Working + Waiting; Overdue (the running clock has run out) and Late (a leg, over or
// running, was late) count across the others.
type Summary struct {
	Key       string `json:"key"` // code of the field, id of the body or unit; "" for the total and for what no unit holds
	Name      string `json:"name"`
	Depth     int    `json:"depth"` // of a line by place: how far below the first lines it stands
	Received  Number `json:"received"`
	Duplicate Number `json:"duplicate"`
	Outside   Number `json:"outside"`
	Settled   Number `json:"settled"`
	Explained Number `json:"explained"`
	Roadmap   Number `json:"roadmap"`
	Refused   Number `json:"refused"`
	Working   Number `json:"working"`
	Waiting   Number `json:"waiting"`
	Overdue   Number `json:"overdue"`
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
	Refused   int
	Working   int
	Waiting   int
	Overdue   int
	Late      int
}

// classSumsSQL is the part of the query that counts the classes, with the very conditions the filters use.
var classSumsSQL = func() string {
	var b strings.Builder
	for _, c := range []struct{ class, name string }{
		{DuplicateClass, "duplicate"}, {OutsideClass, "outside"}, {SettledClass, "settled"}, {ExplainedClass, "explained"},
		{RoadmapClass, "roadmap"}, {RefusedClass, "refused"}, {WorkingClass, "working"}, {WaitingClass, "waiting"},
	} {
		b.WriteString(", SUM(" + classConditions[c.class] + ") AS " + c.name)
	}
	return "COUNT(*) AS received, SUM(m.voices) AS voices" + b.String() +
		", SUM(m.due <> '' AND m.due < ?) AS overdue, SUM(" + lateSQL + ") AS late"
}()

// The ways to group a summary: the column, and how the filter of a group is made.
var groupings = map[string]struct {
	column string
	narrow func(Filter, string) Filter
}{
	"field": {"m.field_code", func(f Filter, key string) Filter { f.FieldCode = key; return f }},
	"body":  {"m.body_id", func(f Filter, key string) Filter { f.BodyID = key; return f }},
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

func summaries(tx *store.Tx, f Filter, by string, names map[string]string) ([]Summary, error) {
	g := groupings[by]
	q, err := filterQuery(tx, f)
	if err != nil {
		return nil, err
	}
	var rows []summaryRow
	if err := q.Select(g.column+" AS key, "+classSumsSQL, tx.Today, tx.Today, tx.Today).
		Group(g.column).
		Order(g.column).
		Scan(&rows).
		Error; err != nil {
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
	if err := q.Select("'' AS key, "+classSumsSQL, tx.Today, tx.Today, tx.Today).Scan(&r).Error; err != nil {
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
		Refused:   of(r.Refused, RefusedClass),
		Working:   of(r.Working, WorkingClass),
		Waiting:   of(r.Waiting, WaitingClass),
		Overdue:   of(r.Overdue, OverdueClass),
		Late:      of(r.Late, LateClass),
	}
}

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
