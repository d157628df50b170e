package assignments

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// RegisterFilter chooses lines of the register. What is empty does not narrow.
type RegisterFilter struct {
	Day       dates.Date `json:"day"`  // in charge on this day; "" with no span = today
	From      dates.Date `json:"from"` // or in charge on at least one day from …
	To        dates.Date `json:"to"`   // … to before this day
	Text      string     `json:"text"` // officer, post, team, place, decision, with or without marks
	KindID    string     `json:"kindId"`
	UnderID   string     `json:"underId"`
	OfficerID string     `json:"officerId"`
	Limit     int        `json:"limit"` // at most; 0 = 200
	Offset    int        `json:"offset"`
}

// RegisterRow is an assignment with the names of the day.
type RegisterRow struct {
	Line
	OfficerName  string `json:"officerName"` // or the team's name
	Post         string `json:"post"`
	PostOrg      string `json:"postOrg"`
	TargetLabel  string `json:"targetLabel"`
	TargetType   string `json:"targetType"`
	TargetClosed bool   `json:"targetClosed"` // the place ended while the assignment goes on
	Current      bool   `json:"current"`      // in force on the day shown
	Future       bool   `json:"future"`       // begins later
}

// RegisterPage is a part of the register with the size of the whole.
type RegisterPage struct {
	Items []RegisterRow `json:"items"`
	Total int           `json:"total"`
}

const mostRows = 20_000

// Register lists assignments with names, ordered by kind, officer and place.
func Register(tx *store.Tx, f RegisterFilter) (RegisterPage, error) {
	filter := Filter{Day: f.Day, Span: dates.Span{From: f.From, To: f.To}, OfficerID: f.OfficerID, KindID: f.KindID, UnderID: f.UnderID}
	if filter.Day == dates.None && filter.Span == (dates.Span{}) {
		filter.Day = tx.Today
	}
	found, err := Active(tx, filter)
	if err != nil {
		return RegisterPage{}, err
	}
	words := strings.Fields(store.Fold(f.Text))
	page := RegisterPage{Total: len(found)}
	if len(words) == 0 {
		// Only what is shown needs the names of places, which at the size of a province cost most.
		if err := sortByHolder(tx, found, filter.day(tx)); err != nil {
			return RegisterPage{}, err
		}
		found = pageOf(found, f)
		page.Items, err = withNames(tx, found, filter.day(tx))
		return page, err
	}
	rows, err := withNames(tx, found, filter.day(tx))
	if err != nil {
		return RegisterPage{}, err
	}
	rows = matching(rows, words)
	page.Total = len(rows)
	page.Items = append([]RegisterRow{}, pageOf(rows, f)...)
	return page, nil
}

// matching keeps the rows that hold every folded word.
func matching(rows []RegisterRow, words []string) []RegisterRow {
	folded := map[string]string{} // names repeat from row to row
	fold := func(text string) string {
		if _, known := folded[text]; !known {
			folded[text] = store.Fold(text)
		}
		return folded[text]
	}
	return slices.DeleteFunc(rows, func(r RegisterRow) bool {
		hay := fold(r.OfficerName) + " " + fold(r.Post) + " " + fold(r.TargetLabel) + " " + fold(r.DecisionNumber)
		return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(hay, w) })
	})
}

// pageOf takes the part of a list that was asked for.
func pageOf[T any](all []T, f RegisterFilter) []T {
	limit := f.Limit
	if limit <= 0 {
		limit = 200
	}
	all = all[min(max(f.Offset, 0), len(all)):]
	return all[:min(limit, mostRows, len(all))]
}

// sortByHolder orders lines as the register does, without the names of places.
func sortByHolder(tx *store.Tx, found []Line, day dates.Date) error {
	ids := make([]string, len(found))
	for i, l := range found {
		ids[i] = l.OfficerID
	}
	people, err := officers.Refs(tx, ids, day)
	if err != nil {
		return err
	}
	order := kindOrder(found)
	slices.SortStableFunc(found, func(a, b Line) int { return compareLines(order, people, a, b) })
	return nil
}

// kindOrder is the place of each kind in a list that comes kind by kind.
func kindOrder(found []Line) map[string]int {
	order := map[string]int{}
	for i, l := range found {
		if _, known := order[l.KindID]; !known {
			order[l.KindID] = i
		}
	}
	return order
}

func compareLines(order map[string]int, people map[string]officers.Ref, a, b Line) int {
	return cmp.Or(cmp.Compare(order[a.KindID], order[b.KindID]),
		officers.Compare(people[a.OfficerID], people[b.OfficerID]), cmp.Compare(a.TeamName, b.TeamName),
		cmp.Compare(a.SortOrder, b.SortOrder), cmp.Compare(a.ValidFrom, b.ValidFrom))
}

// withNames adds the names of people and places as of a day; what ended earlier is named as of its own last day.
func withNames(tx *store.Tx, found []Line, day dates.Date) ([]RegisterRow, error) {
	byDay := map[dates.Date][]int{}
	for i, l := range found {
		at := day
		if last := l.Span().Last(); last != dates.None && last < day {
			at = last
		} else if l.ValidFrom > day {
			at = l.ValidFrom
		}
		byDay[at] = append(byDay[at], i)
	}
	rows := make([]RegisterRow, len(found))
	people := make(map[string]officers.Ref, len(found))
	for at, members := range byDay {
		var ids, targets []string
		for _, i := range members {
			ids, targets = append(ids, found[i].OfficerID), append(targets, found[i].TargetID)
		}
		who, err := officers.Refs(tx, ids, at)
		if err != nil {
			return nil, err
		}
		where, err := units.Refs(tx, targets, at)
		if err != nil {
			return nil, err
		}
		for _, i := range members {
			l, p, t := found[i], who[found[i].OfficerID], where[found[i].TargetID]
			rows[i] = RegisterRow{
				Line:         l,
				OfficerName:  cmp.Or(p.Name, l.TeamName),
				Post:         p.Post,
				PostOrg:      p.PostOrg,
				TargetLabel:  t.Label,
				TargetType:   t.Type,
				TargetClosed: !t.ValidOn(at),
				Current:      l.Span().Contains(day),
				Future:       l.ValidFrom > day,
			}
			people[l.OfficerID] = p
		}
	}
	order := kindOrder(found)
	slices.SortStableFunc(rows, func(a, b RegisterRow) int { return compareLines(order, people, a.Line, b.Line) })
	return rows, nil
}
