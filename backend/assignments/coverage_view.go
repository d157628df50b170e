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

// CoverageQuery is what the coverage screen asks.
type CoverageQuery struct {
	Day     dates.Date `json:"day"`  // "" = today
	From    dates.Date `json:"from"` // with To: count vacant days of this stretch instead of the running vacancies
	To      dates.Date `json:"to"`   // exclusive
	KindID  string     `json:"kindId"`
	UnderID string     `json:"underId"`
	Limit   int        `json:"limit"` // places listed at most; 0 = 500
	Listed  Listed     `json:"listed,omitempty"`
	UpperID string     `json:"upperId,omitempty"` // only what lies directly below this unit; NoUpper = below none
	// UpperIDs are several of them: the hamlets of a commune and the commune, whose groups and hamlets make its subtotal.
	UpperIDs []string `json:"upperIds,omitempty"`
}

// Listed chooses the places a coverage lists one by one.
type Listed string

// The places a number of the coverage counts.
const (
	ListVacant   Listed = ""         // required, nobody in charge
	ListCovered  Listed = "co_nguoi" // required, with a primary
	ListRequired Listed = "phai_co"  // all that must have somebody
)

// NoUpper stands for the places that lie below no unit.
const NoUpper = "-"

// CoverageView is coverage with names: by upper unit, and the places without anybody.
type CoverageView struct {
	Day         dates.Date    `json:"day"`
	Required    int           `json:"required"`
	Covered     int           `json:"covered"`
	VacantDays  int           `json:"vacantDays"`
	Uppers      []UpperRow    `json:"uppers"`
	Vacant      []VacantPlace `json:"vacant"` // the places asked for; longest vacancy first
	VacantTotal int           `json:"vacantTotal"`
}

// UpperRow is the coverage of what lies directly below one unit, under one kind.
type UpperRow struct {
	KindID     string `json:"kindId"`
	KindName   string `json:"kindName"`
	UpperID    string `json:"upperId"`
	UpperLabel string `json:"upperLabel"`
	Required   int    `json:"required"`
	Covered    int    `json:"covered"`
	VacantDays int    `json:"vacantDays"`
}

// VacantPlace is a place that must have a primary on the day: one without, unless the query lists others.
type VacantPlace struct {
	KindID      string     `json:"kindId"`
	KindName    string     `json:"kindName"`
	TargetID    string     `json:"targetId"`
	TargetLabel string     `json:"targetLabel"`
	UpperLabel  string     `json:"upperLabel"`
	VacantSince dates.Date `json:"vacantSince"`
	VacantDays  int        `json:"vacantDays"`
	Covered     bool       `json:"covered"`
	Holders     string     `json:"holders"` // who is in charge, the primary first
}

// ViewCoverage tells the coverage screen.
func ViewCoverage(tx *store.Tx, q CoverageQuery) (CoverageView, error) {
	c, err := Cover(tx, CoverageFilter{Day: q.Day, Span: dates.Span{From: q.From, To: q.To}, KindID: q.KindID, UnderID: q.UnderID})
	if err != nil {
		return CoverageView{}, err
	}
	out := CoverageView{
		Day:        c.Day,
		Required:   c.Required,
		Covered:    c.Covered,
		VacantDays: c.VacantDays,
		Uppers:     []UpperRow{},
		Vacant:     []VacantPlace{},
	}
	kinds, err := kindsByID(tx)
	if err != nil {
		return out, err
	}
	if q.UpperID != "" {
		q.UpperIDs = []string{q.UpperID}
	}
	if len(q.UpperIDs) > 0 {
		c.below(q.UpperIDs)
		out.Required, out.Covered, out.VacantDays = c.Required, c.Covered, c.VacantDays
	}
	groups := map[[2]string]*UpperRow{}
	for _, r := range c.Rows {
		key := [2]string{r.KindID, r.UpperID}
		g := groups[key]
		if g == nil {
			g = &UpperRow{KindID: r.KindID, KindName: kinds[r.KindID].Name, UpperID: r.UpperID}
			groups[key] = g
		}
		g.VacantDays += r.VacantDays
		if r.Required {
			g.Required++
		}
		if r.Covered {
			g.Covered++
		}
	}
	vacant := longestFirst(c.listed(q.Listed), &out, q.Limit)
	refs, err := namesOf(tx, c.Day, groups, vacant)
	if err != nil {
		return out, err
	}
	for _, g := range groups {
		g.UpperLabel = cmp.Or(refs[g.UpperID].Label, "Không có đơn vị cấp trên")
		out.Uppers = append(out.Uppers, *g)
	}
	sortUppers(out.Uppers, kinds)
	for _, r := range vacant {
		upper := groups[[2]string{r.KindID, r.UpperID}].UpperLabel
		out.Vacant = append(
			out.Vacant,
			VacantPlace{
				r.KindID,
				kinds[r.KindID].Name,
				r.TargetID,
				refs[r.TargetID].Label,
				upper,
				r.VacantSince,
				r.VacantDays,
				r.Covered,
				"",
			},
		)
	}
	if q.Listed == ListVacant {
		return out, nil
	}
	return out, nameHolders(tx, c.Day, out.Vacant)
}

// below keeps only what lies directly below one of the units.
func (c *Coverage) below(upperIDs []string) {
	c.Required, c.Covered, c.VacantDays = 0, 0, 0
	c.Rows = slices.DeleteFunc(c.Rows, func(r CoverageRow) bool { return !slices.Contains(upperIDs, cmp.Or(r.UpperID, NoUpper)) })
	for _, r := range c.Rows {
		c.VacantDays += r.VacantDays
		if r.Required {
			c.Required++
		}
		if r.Covered {
			c.Covered++
		}
	}
}

// listed are the rows a number of the coverage counts.
func (c Coverage) listed(which Listed) []CoverageRow {
	if which == ListVacant {
		return c.Vacant()
	}
	out := []CoverageRow{}
	for _, r := range c.Rows {
		if r.Covered || r.Required && which == ListRequired {
			out = append(out, r)
		}
	}
	return out
}

// nameHolders writes who is in charge of each place under its kind.
func nameHolders(tx *store.Tx, day dates.Date, places []VacantPlace) error {
	targets := make([]string, len(places))
	for i, p := range places {
		targets[i] = p.TargetID
	}
	held, err := InCharge(tx, targets, day)
	if err != nil {
		return err
	}
	people := []string{}
	for _, list := range held {
		for _, l := range list {
			people = append(people, l.OfficerID)
		}
	}
	who, err := officers.Refs(tx, people, day)
	for i := range places {
		names := []string{}
		for _, l := range held[places[i].TargetID] {
			if l.KindID == places[i].KindID {
				names = append(names, cmp.Or(who[l.OfficerID].Name, l.TeamName))
			}
		}
		places[i].Holders = strings.Join(names, "; ")
	}
	return err
}

// longestFirst counts the vacant places and keeps those that fit the screen.
func longestFirst(vacant []CoverageRow, out *CoverageView, limit int) []CoverageRow {
	if limit <= 0 {
		limit = 500
	}
	out.VacantTotal = len(vacant)
	slices.SortStableFunc(vacant, func(a, b CoverageRow) int {
		return cmp.Or(cmp.Compare(a.VacantSince, b.VacantSince), cmp.Compare(a.UpperID, b.UpperID))
	})
	return vacant[:min(limit, len(vacant))]
}

// namesOf reads the names the screen shows, in one go.
func namesOf(tx *store.Tx, day dates.Date, groups map[[2]string]*UpperRow, vacant []CoverageRow) (map[string]units.Ref, error) {
	var ids []string
	for key := range groups {
		ids = append(ids, key[1])
	}
	for _, r := range vacant {
		ids = append(ids, r.TargetID)
	}
	return units.Refs(tx, ids, day)
}

// sortUppers puts the worst covered first within each kind: that is where somebody has to act.
func sortUppers(rows []UpperRow, kinds map[string]Kind) {
	slices.SortStableFunc(rows, func(a, b UpperRow) int {
		ka, kb := kinds[a.KindID], kinds[b.KindID]
		return cmp.Or(cmp.Compare(ka.SortOrder, kb.SortOrder), cmp.Compare(a.KindID, b.KindID),
			cmp.Compare(a.Covered*max(b.Required, 1), b.Covered*max(a.Required, 1)),
			cmp.Compare(store.SortKey(a.UpperLabel), store.SortKey(b.UpperLabel)), cmp.Compare(a.UpperID, b.UpperID))
	})
}
