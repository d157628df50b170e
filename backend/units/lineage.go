package units

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// LineageEvent is one thing that happened to a unit on a day: it ended, began, or went on changed. Which unit's people and land went
// to which other is not recorded, so an event never says it; what happened by the same paper on the same day stands together.
type LineageEvent struct {
	Day    dates.Date
	Source string // the paper; "" = not recorded
	UnitID string
	Before *Version // what it was up to the day before; nil = it began
	After  *Version // what it is from the day on; nil = it ended
}

// Lineage lists what happened to units in a span by name, type, level above and existence: by day, paper, then endings, changes
// and beginnings by name. underID narrows to a unit and what it reaches in the span. Households and their clusters are left
// out. A unit whose beginning is not known has none.
func Lineage(tx *store.Tx, span dates.Span, underID string) ([]LineageEvent, error) {
	var inside map[string]bool
	if underID != "" {
		around := dates.Span{From: span.From.AddDays(-1), To: span.To}
		ids, err := Reach(tx, underID, around)
		if err != nil {
			return nil, err
		}
		inside = map[string]bool{}
		for _, id := range ids {
			inside[id] = true
		}
	}
	var list []Version
	err := tx.Where(`unit_id IN (SELECT v.unit_id FROM unit_version v JOIN unit u ON u.id = v.unit_id AND u.deleted_at = ''
WHERE (v.valid_from >= ? AND v.valid_from < ?) OR (v.valid_to >= ? AND v.valid_to < ?))
AND type NOT IN ?`, span.From, span.To, span.From, span.To, []string{CumHo, Ho}).
		Order("unit_id, valid_from").Find(&list).Error
	if err != nil {
		return nil, err
	}
	var out []LineageEvent
	within := func(day dates.Date) bool { return day >= span.From && day < span.To }
	for i := range list {
		v := &list[i]
		if inside != nil && !inside[v.UnitID] {
			continue
		}
		var before *Version
		if i > 0 && list[i-1].UnitID == v.UnitID && list[i-1].ValidTo == v.ValidFrom {
			before = &list[i-1]
		}
		if within(v.ValidFrom) && (before == nil || before.Name != v.Name || before.Type != v.Type || before.ParentID != v.ParentID) {
			out = append(out, LineageEvent{v.ValidFrom, v.Source, v.UnitID, before, v})
		}
		goesOn := i+1 < len(list) && list[i+1].UnitID == v.UnitID && list[i+1].ValidFrom == v.ValidTo
		if within(v.ValidTo) && !goesOn {
			out = append(out, LineageEvent{v.ValidTo, v.EndSource, v.UnitID, v, nil})
		}
	}
	slices.SortStableFunc(out, func(a, b LineageEvent) int {
		return cmp.Or(
			cmp.Compare(a.Day, b.Day),
			cmp.Compare(a.Source, b.Source),
			cmp.Compare(a.rank(), b.rank()),
			cmp.Compare(a.either().SortKey, b.either().SortKey),
			cmp.Compare(a.UnitID, b.UnitID),
		)
	})
	return out, nil
}

func (t LineageEvent) rank() int {
	switch {
	case t.After == nil:
		return 0
	case t.Before != nil:
		return 1
	}
	return 2
}

func (t LineageEvent) either() *Version {
	if t.After != nil {
		return t.After
	}
	return t.Before
}
