package exchange

import (
	"cmp"
	"fmt"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/units"
)

// Class says what an import would do with a row.
type Class string

// The classes, in the order in which a person should look at them.
const (
	ClassError   Class = "loi"       // cannot be taken in
	ClassUnclear Class = "chua_ro"   // two readings are possible; a person decides
	ClassNew     Class = "moi"       // not there yet
	ClassChange  Class = "thay_doi"  // the same record with other facts from the day on
	ClassSame    Class = "khong_doi" // already there
	ClassSkipped Class = "bo_qua"    // title, total, repeated row
)

// Decision is what a person says about an unclear row.
type Decision string

// The decisions.
const (
	DecideNew    Decision = "moi" // a new record; the old holder of the code ends on the day
	DecideChange Decision = "doi" // the same record, from the day on with these facts
	DecideSkip   Decision = "bo"  // leave the row out
)

// Scope says which units that the list no longer names end on the day.
type Scope string

// The scopes.
const (
	CloseNone     Scope = "none"
	CloseProvince Scope = "province" // only in the provinces the list names
	CloseAll      Scope = "all"
)

// UnitOptions is everything that decides what an import of units does.
type UnitOptions struct {
	AsOf       dates.Date          `json:"asOf"`
	Source     string              `json:"source"` // the document the list comes from
	Bulk       Decision            `json:"bulk"`   // for unclear rows without an own decision; "" = none
	Decisions  map[string]Decision `json:"decisions"`
	Close      Scope               `json:"close"`
	CloseBelow bool                `json:"closeBelow"` // what lies under an ending unit ends with it
	SkipErrors bool                `json:"skipErrors"` // take in the rest although some rows cannot be
	// Confirmed is the number of units the person has agreed to end; asked for above a share of the office's units.
	Confirmed int `json:"confirmed"`
}

// unitItem is one unit the list names: by a row of its own, or in the province or district column of rows.
type unitItem struct {
	key        string
	row        int // number in the file of the first row that names it
	source     Row // of an item with a row of its own
	derived    bool
	facts      units.Facts // ParentID is filled when the plan is carried out
	tier       int
	parent     *unitItem
	parentUnit *currentUnit // parent found among the units at hand, for lists with a column "Cấp trên"

	judgement
	match *currentUnit // the unit it is, or may be
	known bool         // the office has, or had, a unit of this name or code
	id    string       // once carried out
}

// unitPlan is what an import would do.
type unitPlan struct {
	asOf    dates.Date
	items   []*unitItem // parents before their children
	skipped []Skipped
	closing []*currentUnit // end on the day because the list no longer names them
	below   []*currentUnit // lie under a unit that ends
	rows    int
	units   int // in force on the day, before the import
}

// ending gives all units that end.
func (p *unitPlan) ending() []*currentUnit {
	out := append(slices.Clone(p.closing), p.below...)
	for _, it := range p.items {
		if old := it.replaces(); old != nil {
			out = append(out, old)
		}
	}
	return out
}

// endingShare is the part of an office's units, one in so many, above which an end is asked about a second time.
const endingShare = 10

// mustConfirm tells whether so much ends that a single answer is not enough.
func (p *unitPlan) mustConfirm() bool { return len(p.ending())*endingShare > p.units }

// planUnits reads the table against the units at hand. It changes nothing.
func planUnits(t Table, now *currentUnits, o UnitOptions) *unitPlan {
	b := &itemBuilder{table: t, now: now, byKey: map[string]*unitItem{}, codes: map[string]*unitItem{}, names: map[string][]*unitItem{}}
	p := &unitPlan{
		asOf:    o.AsOf,
		items:   b.build(),
		skipped: append(slices.Clone(t.Skipped), b.repeated...),
		rows:    len(t.Rows),
		units:   len(now.list),
	}
	slices.SortStableFunc(p.items, func(a, b *unitItem) int {
		return cmp.Compare(a.tier, b.tier) // a parent always stands on a smaller tier
	})
	claimed := map[string]*unitItem{}
	for rest := p.items; len(rest) > 0; { // tier after tier: a row stands on what became of its parent
		n := slices.IndexFunc(rest, func(it *unitItem) bool { return it.tier != rest[0].tier })
		if n < 0 {
			n = len(rest)
		}
		for _, it := range rest[:n] {
			if it.class != ClassError {
				now.classify(it)
			}
			if it.class == ClassUnclear {
				it.decide(o)
			}
		}
		for _, surely := range []bool{true, false} {
			for _, it := range rest[:n] {
				if surely == (it.class == ClassSame || it.class == ClassChange) {
					it.claim(claimed)
				}
			}
		}
		rest = rest[n:]
	}
	p.findClosing(now, o)
	return p
}

// decide takes the person's decision about an unclear row, if it is one of the possible ones.
func (it *unitItem) decide(o UnitOptions) {
	d, own := o.Decisions[it.key]
	if !own {
		d = o.Bulk
	}
	if d == DecideNew || d == DecideSkip || d == DecideChange && it.match != nil {
		it.decision = d
	}
	switch {
	case it.decision == DecideNew && it.match != nil && it.match.v.ValidFrom >= o.AsOf:
		it.fail(
			fmt.Sprintf(
				"“%s” bắt đầu từ chính ngày %s nên không thể kết thúc trong ngày đó; hãy chọn ngày tính đến khác hoặc chọn “Cùng đơn vị”.",
				it.match.v.Name,
				o.AsOf.Show(),
			),
		)
	case it.decision == DecideChange && it.match.later:
		it.fail(
			fmt.Sprintf(
				"“%s” đã có ghi nhận sau ngày %s; hãy sửa trực tiếp đơn vị đó hoặc chọn ngày tính đến muộn hơn.",
				it.match.v.Name,
				o.AsOf.Show(),
			),
		)
	}
}

// fail refuses the item; what was decided about it counts no more.
func (it *unitItem) fail(reason string) { it.class, it.reason, it.decision = ClassError, reason, "" }

// claim keeps two rows from standing for one unit at hand, or from taking its place.
func (it *unitItem) claim(claimed map[string]*unitItem) {
	if it.match == nil || it.class == ClassError || it.class == ClassUnclear && it.decision != DecideNew && it.decision != DecideChange {
		return
	}
	first, twice := claimed[it.match.v.UnitID]
	if !twice {
		claimed[it.match.v.UnitID] = it
		return
	}
	it.fail(
		fmt.Sprintf("Dòng %d của tệp cũng ứng với “%s” đang có; hãy sửa mã, tên, hoặc bỏ một dòng.", first.row, it.match.v.Name),
	)
}

// unitID is the key of the unit the item stands for, empty when it does not exist yet or never will. While nobody has
// decided, the item is taken for its match, so that the rows below it can be judged.
func (it *unitItem) unitID() string {
	if it.match == nil || it.class == ClassError || it.class == ClassNew || it.decision == DecideNew {
		return ""
	}
	return it.match.v.UnitID
}

// gone tells whether nothing will stand for the item, so that rows below it have no parent.
func (it *unitItem) gone() bool {
	return it.class == ClassError || it.decision == DecideSkip && it.match == nil
}

// replaces is the unit that ends because the item takes over its code or its place as a new unit.
func (it *unitItem) replaces() *currentUnit {
	if it.class == ClassUnclear && it.decision == DecideNew && it.match != nil {
		return it.match
	}
	return nil
}

// findClosing lists the units the list no longer names, of the levels the list covers.
func (p *unitPlan) findClosing(now *currentUnits, o UnitOptions) {
	named := map[string]bool{}
	ending := map[string]bool{}
	top, bottom := 99, 0
	provinces := map[string]bool{}
	for _, it := range p.items {
		if it.match != nil {
			named[it.match.v.UnitID] = true
			if it.tier == units.TierProvince {
				provinces[it.match.v.UnitID] = true
			}
		}
		if old := it.replaces(); old != nil {
			ending[old.v.UnitID] = true
		}
		top, bottom = min(top, it.tier), max(bottom, it.tier)
	}
	if o.Close == CloseProvince || o.Close == CloseAll {
		for _, u := range now.list {
			tier := tierOf(u.v.Type)
			if tier < top || tier > bottom || named[u.v.UnitID] || o.Close == CloseProvince && !provinces[now.province(u)] {
				continue
			}
			p.closing = append(p.closing, u)
			ending[u.v.UnitID] = true
		}
	}
	moved := map[string]bool{} // these get another parent by the list itself
	for _, it := range p.items {
		if it.match != nil && it.class != ClassError && it.decision != DecideSkip {
			moved[it.match.v.UnitID] = true
		}
	}
	for _, u := range now.list { // parents first, so that grandchildren are seen
		if ending[u.v.ParentID] && !ending[u.v.UnitID] && !moved[u.v.UnitID] {
			p.below = append(p.below, u)
			ending[u.v.UnitID] = true
		}
	}
}
