package assignments

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
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
	Limit   int        `json:"limit"` // vacant places listed at most; 0 = 500
}

// CoverageView is coverage with names: by upper unit, and the places without anybody.
type CoverageView struct {
	Day         dates.Date    `json:"day"`
	Required    int           `json:"required"`
	Covered     int           `json:"covered"`
	VacantDays  int           `json:"vacantDays"`
	Uppers      []UpperRow    `json:"uppers"`
	Vacant      []VacantPlace `json:"vacant"` // longest vacancy first
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

// VacantPlace is a place without a primary on the day.
type VacantPlace struct {
	KindID      string     `json:"kindId"`
	KindName    string     `json:"kindName"`
	TargetID    string     `json:"targetId"`
	TargetLabel string     `json:"targetLabel"`
	UpperLabel  string     `json:"upperLabel"`
	VacantSince dates.Date `json:"vacantSince"`
	VacantDays  int        `json:"vacantDays"`
}

// ViewCoverage tells the coverage screen.
func ViewCoverage(tx *store.Tx, q CoverageQuery) (CoverageView, error) {
	c, err := Cover(tx, CoverageFilter{Day: q.Day, Span: dates.Span{From: q.From, To: q.To}, KindID: q.KindID, UnderID: q.UnderID})
	if err != nil {
		return CoverageView{}, err
	}
	out := CoverageView{Day: c.Day, Required: c.Required, Covered: c.Covered, VacantDays: c.VacantDays, Uppers: []UpperRow{}, Vacant: []VacantPlace{}}
	kinds, err := kindsByID(tx)
	if err != nil {
		return out, err
	}
	ids := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		ids[i] = r.TargetID
	}
	refs, err := units.Refs(tx, ids, c.Day)
	if err != nil {
		return out, err
	}
	groups := map[[2]string]*UpperRow{}
	var order [][2]string
	for _, r := range c.Rows {
		ref := refs[r.TargetID]
		key := [2]string{r.KindID, ref.ParentID}
		g := groups[key]
		if g == nil {
			g = &UpperRow{KindID: r.KindID, KindName: kinds[r.KindID].Name, UpperID: ref.ParentID, UpperLabel: ref.ParentName}
			groups[key] = g
			order = append(order, key)
		}
		g.VacantDays += r.VacantDays
		if r.Required {
			g.Required++
		}
		if r.Covered {
			g.Covered++
		}
	}
	if err := nameUppers(tx, c.Day, groups); err != nil {
		return out, err
	}
	for _, key := range order {
		out.Uppers = append(out.Uppers, *groups[key])
	}
	sortUppers(out.Uppers, kinds)
	vacant := c.Vacant()
	out.VacantTotal = len(vacant)
	slices.SortStableFunc(vacant, func(a, b CoverageRow) int {
		return cmp.Or(cmp.Compare(a.VacantSince, b.VacantSince), cmp.Compare(refs[a.TargetID].Label, refs[b.TargetID].Label))
	})
	limit := q.Limit
	if limit <= 0 {
		limit = 500
	}
	for _, r := range vacant[:min(limit, len(vacant))] {
		upper := groups[[2]string{r.KindID, refs[r.TargetID].ParentID}].UpperLabel
		out.Vacant = append(out.Vacant, VacantPlace{r.KindID, kinds[r.KindID].Name, r.TargetID, refs[r.TargetID].Label, upper, r.VacantSince, r.VacantDays})
	}
	return out, nil
}

// nameUppers gives the groups the labels of their units.
func nameUppers(tx *store.Tx, day dates.Date, groups map[[2]string]*UpperRow) error {
	var ids []string
	for key := range groups {
		ids = append(ids, key[1])
	}
	refs, err := units.Refs(tx, ids, day)
	for _, g := range groups {
		g.UpperLabel = cmp.Or(refs[g.UpperID].Label, "Không có đơn vị cấp trên")
	}
	return err
}

// sortUppers puts the worst covered first within each kind: that is where somebody has to act.
func sortUppers(rows []UpperRow, kinds map[string]Kind) {
	slices.SortStableFunc(rows, func(a, b UpperRow) int {
		ka, kb := kinds[a.KindID], kinds[b.KindID]
		return cmp.Or(cmp.Compare(ka.SortOrder, kb.SortOrder), cmp.Compare(a.KindID, b.KindID),
			cmp.Compare(a.Covered*max(b.Required, 1), b.Covered*max(a.Required, 1)),
			cmp.Compare(store.SortKey(a.UpperLabel), store.SortKey(b.UpperLabel)))
	})
}
