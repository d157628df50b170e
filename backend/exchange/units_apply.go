package exchange

import (
	"encoding/json"
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// unitChanges carries a plan out on pictures of the units in memory, and stores all of them at once: only the end state
// has to obey the rules. On the way there a new holder of a code exists beside the old one.
type unitChanges struct {
	asOf    dates.Date
	now     string // the moment of the import, RFC 3339 UTC
	source  string
	at      map[string]*units.Snapshot
	order   []string
	group   map[string]int // unit → the line of the list it is taken back with
	label   map[string]string
	before  map[string]string // JSON
	created int
	changed int
	closed  int
}

// applyUnits stores what the plan says, which may be nothing, and returns what is needed to take it back. The plan must have
// no open question.
func applyUnits(tx *store.Tx, p *unitPlan, source string) (*unitChanges, error) {
	w := &unitChanges{
		asOf:   p.asOf,
		now:    tx.NowText(),
		source: source,
		at:     map[string]*units.Snapshot{},
		group:  map[string]int{},
		label:  map[string]string{},
		before: map[string]string{},
	}
	if err := w.load(tx, p); err != nil {
		return nil, err
	}
	for i, it := range p.items {
		w.carryOut(i+1, it)
	}
	next := len(p.items) + 1
	for _, u := range p.closing {
		w.end(next, u)
		next++
	}
	for _, u := range p.below {
		w.end(next, u)
		next++
	}
	if len(w.order) == 0 {
		return w, nil
	}
	list := make([]units.Snapshot, len(w.order))
	for i, id := range w.order {
		list[i] = *w.at[id]
	}
	if err := tx.DeferReferences(); err != nil {
		return nil, err
	}
	return w, units.PutBack(tx, list)
}

// load takes pictures of every unit the plan touches.
func (w *unitChanges) load(tx *store.Tx, p *unitPlan) error {
	var ids []string
	for _, it := range p.items {
		if it.match != nil && it.class != ClassError {
			ids = append(ids, it.match.v.UnitID)
		}
	}
	for _, u := range p.closing {
		ids = append(ids, u.v.UnitID)
	}
	for _, u := range p.below {
		ids = append(ids, u.v.UnitID)
	}
	pictures, err := units.Snapshots(tx, ids)
	if err != nil {
		return err
	}
	for i := range pictures {
		text, err := json.Marshal(pictures[i])
		if err != nil {
			return err
		}
		w.before[ids[i]] = string(text)
		w.at[ids[i]] = &pictures[i]
	}
	return nil
}

// noteChange notes that a unit changes with a line of the list.
func (w *unitChanges) noteChange(id string, group int, label string) {
	if w.group[id] == 0 {
		w.group[id], w.label[id] = group, label
		w.order = append(w.order, id)
	}
}

func (w *unitChanges) carryOut(group int, it *unitItem) {
	facts := it.facts
	switch {
	case it.parentUnit != nil:
		facts.ParentID = it.parentUnit.v.UnitID
	case it.parent != nil:
		facts.ParentID = it.parent.id
	}
	switch {
	case it.class == ClassNew || it.decision == DecideNew:
		if old := it.replaces(); old != nil {
			w.end(group, old)
		}
		it.id = store.NewID()
		w.at[it.id] = &units.Snapshot{
			UnitID:      it.id,
			Row:         &units.Row{ID: it.id, Tree: units.TreeAdmin, CreatedAt: w.now},
			Territories: []units.Territory{},
			Versions:    []units.Version{w.version(it.id, facts)},
		}
		w.noteChange(it.id, group, it.facts.Name)
		w.created++
	case it.class == ClassChange || it.decision == DecideChange:
		it.id = it.match.v.UnitID
		w.change(group, it, facts)
	case it.match != nil:
		it.id = it.match.v.UnitID
	}
}

func (w *unitChanges) version(unitID string, f units.Facts) units.Version {
	return units.Version{
		ID:         store.NewID(),
		UnitID:     unitID,
		Name:       f.Name,
		ShortName:  f.ShortName,
		Type:       f.Type,
		Code:       f.Code,
		ParentID:   f.ParentID,
		Households: f.Households,
		Members:    f.Members,
		Welfare:    f.Welfare,
		ValidFrom:  w.asOf,
		Source:     w.source,
	}
}

// change gives a unit its new state from the day on. What the list does not tell stays as it was. A state that began
// on the very day is replaced: there is no day on which it was different.
func (w *unitChanges) change(group int, it *unitItem, facts units.Facts) {
	s := w.at[it.id]
	w.noteChange(it.id, group, it.facts.Name)
	w.changed++
	for i := range s.Versions {
		old := &s.Versions[i]
		if old.ID != it.match.v.ID {
			continue
		}
		if facts.Code == "" {
			facts.Code = old.Code
		}
		if facts.Households == nil {
			facts.Households = old.Households
		}
		facts.Members, facts.Welfare = old.Members, old.Welfare
		if store.SameName(facts.Name, old.Name) { // the records keep their spelling
			facts.Name, facts.ShortName = old.Name, old.ShortName
		}
		if it.parent == nil && it.parentUnit == nil {
			facts.ParentID = old.ParentID
		}
		fresh := w.version(it.id, facts)
		fresh.ValidTo, fresh.EndSource = old.ValidTo, old.EndSource
		if old.ValidFrom == w.asOf {
			fresh.ID = old.ID
			*old = fresh
			return
		}
		old.ValidTo, old.EndSource = w.asOf, ""
		s.Versions = append(s.Versions, fresh)
		return
	}
}

// end closes a unit and its links on the day.
func (w *unitChanges) end(group int, u *currentUnit) {
	id := u.v.UnitID
	if w.group[id] != 0 {
		return
	}
	s := w.at[id]
	w.noteChange(id, group, u.v.Name)
	w.closed++
	for i := range s.Versions {
		if s.Versions[i].ID == u.v.ID {
			s.Versions[i].ValidTo, s.Versions[i].EndSource = w.asOf, w.source
		}
	}
	kept := s.Territories[:0]
	for _, link := range s.Territories {
		if link.ValidFrom >= w.asOf {
			continue
		}
		if link.ValidTo == dates.None || link.ValidTo > w.asOf {
			link.ValidTo = w.asOf
		}
		kept = append(kept, link)
	}
	s.Territories = kept
}

// confirmed refuses to end a large part of the office's units unless the person has named how many.
func (p *unitPlan) confirmed(o UnitOptions) error {
	n := len(p.ending())
	if o.Confirmed == n || o.Confirmed == 0 && !p.mustConfirm() {
		return nil
	}
	return fault.Invalid(
		"confirmed",
		fmt.Sprintf(
			"Lần nhập này sẽ kết thúc %d trong %d đơn vị đang có. Hãy xem lại lựa chọn; nếu đúng, xác nhận bằng số %d. Chưa có gì được nhập.",
			n,
			p.units,
			n,
		),
	)
}

// refuseUndecided refuses to carry out a plan in which something is still open. Faults: conflict.
func (p *unitPlan) refuseUndecided(o UnitOptions) error {
	choices := " hoặc chọn chung: đơn vị mới, cùng đơn vị, hay bỏ qua"
	if err := refuseUndecided(p.items, o.SkipErrors, "đơn vị", choices); err != nil {
		return err
	}
	wrong := 0
	for _, it := range p.items {
		if it.wrong() {
			wrong++
		}
	}
	switch {
	case wrong > 0 && len(p.closing) > 0:
		return fault.Conflict(
			fmt.Sprintf(
				"Có %d dòng lỗi nên không thể biết đơn vị nào thật sự không còn trong danh sách. Hãy sửa tệp, hoặc chọn không kết thúc đơn vị nào. Chưa có gì được nhập.",
				wrong,
			),
		)
	case len(p.below) > 0 && !o.CloseBelow:
		return fault.Conflict(
			fmt.Sprintf(
				"Còn %d đơn vị cấp dưới (như “%s”) nằm dưới các đơn vị sẽ kết thúc. Hãy chọn “Cùng đơn vị” để giữ các đơn vị đó, hoặc đánh dấu “Kết thúc cả đơn vị cấp dưới”. Chưa có gì được nhập.",
				len(p.below),
				p.below[0].v.Name,
			),
		)
	}
	return p.endable()
}

// endable refuses to end a unit about which something is recorded from the day on.
func (p *unitPlan) endable() error {
	for _, u := range p.ending() {
		if u.later || u.v.ValidFrom >= p.asOf {
			return fault.Conflict(
				fmt.Sprintf(
					"“%s” có ghi nhận từ ngày %s trở đi nên không kết thúc được vào ngày đó. Hãy chọn ngày tính đến muộn hơn hoặc không kết thúc. Chưa có gì được nhập.",
					u.v.Name,
					p.asOf.Show(),
				),
			)
		}
	}
	return nil
}
