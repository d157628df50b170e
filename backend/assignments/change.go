package assignments

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// change works out what a decision would do, without writing anything.
type change struct {
	decision Decision
	lines    []LineIn

	kinds    map[string]Kind
	schemes  map[string]Scheme
	people   map[string]officers.Ref
	teams    map[string]string
	targets  map[dates.Date]map[string]units.Ref
	byID     map[string]*Assignment
	byTarget map[string][]*Assignment // by kind and target: what is stored, then what earlier lines start
	row      map[*Assignment]int      // row of the line that starts it, from 1; stored ones have none
	numbers  map[string]Decision      // heads of decisions, for messages
	own      map[string]bool          // rows this decision made before it was withdrawn, not taken up again yet
	binned   map[string]bool          // officers and units in the bin

	ended   []*Assignment
	started []*Assignment
}

// primarySlot is a place under a kind: what at most one primary may hold at a time.
func primarySlot(kindID, targetID string) string { return kindID + "/" + targetID }

// newChange reads everything the lines speak of, in few statements however long the annex is.
func newChange(tx *store.Tx, d Decision) (*change, error) {
	ch := &change{decision: d, lines: append([]LineIn{}, d.Lines...), targets: map[dates.Date]map[string]units.Ref{},
		byID: map[string]*Assignment{}, byTarget: map[string][]*Assignment{}, row: map[*Assignment]int{}}
	var err error
	if ch.kinds, err = kindsByID(tx); err != nil {
		return nil, err
	}
	if _, ch.schemes, err = coverageKinds(tx, ""); err != nil {
		return nil, err
	}
	if ch.teams, err = teamNames(tx); err != nil {
		return nil, err
	}
	if ch.numbers, err = decisionHeads(tx.DB); err != nil {
		return nil, err
	}
	if err := ch.readWithdrawnAndDeleted(tx); err != nil {
		return nil, err
	}
	if err := ch.readStored(tx); err != nil {
		return nil, err
	}
	people := make([]string, 0, len(ch.lines))
	wanted := map[dates.Date][]string{}
	for i := range ch.lines {
		l := &ch.lines[i]
		if l.From == dates.None {
			l.From = d.EffectiveDate
		}
		people = append(people, l.OfficerID)
		wanted[l.From] = append(wanted[l.From], l.TargetID)
	}
	for _, a := range ch.byID {
		people = append(people, a.OfficerID)
	}
	if ch.people, err = officers.Refs(tx, people, d.EffectiveDate); err != nil {
		return nil, err
	}
	for day, ids := range wanted {
		if ch.targets[day], err = units.Refs(tx, ids, day); err != nil {
			return nil, err
		}
	}
	return ch, nil
}

// readStored reads the assignments of the kinds and targets of the lines, and those that lines end. Rows of this very
// decision, left from an issue that was withdrawn, do not count.
func (ch *change) readStored(tx *store.Tx) error {
	var targets, ends []string
	for _, l := range ch.lines {
		if l.Act == Thoi {
			ends = append(ends, l.AssignmentID)
		} else {
			targets = append(targets, l.TargetID)
		}
	}
	note := func(found []Assignment) {
		for i := range found {
			a := &found[i]
			if ch.byID[a.ID] == nil && a.DecisionIn != ch.decision.ID {
				ch.byID[a.ID] = a
				ch.byTarget[primarySlot(a.KindID, a.TargetID)] = append(ch.byTarget[primarySlot(a.KindID, a.TargetID)], a)
			}
		}
	}
	live := tx.Where("assignment.deleted_at = ''")
	found, err := fetch(live, append([]string{}, targets...))
	if err != nil {
		return err
	}
	note(found)
	for start := 0; start < len(ends); start += idBatch {
		var found []Assignment
		if err := tx.Where("deleted_at = '' AND id IN ?", ends[start:min(start+idBatch, len(ends))]).Find(&found).Error; err != nil {
			return err
		}
		note(found)
	}
	return nil
}

// readWithdrawnAndDeleted reads what may not be used as it is: rows of an issue that was withdrawn, and what lies in the bin.
func (ch *change) readWithdrawnAndDeleted(tx *store.Tx) error {
	var own, binned []string
	if err := tx.Model(&Assignment{}).Where("decision_in = ?", ch.decision.ID).Pluck("id", &own).Error; err != nil {
		return err
	}
	if err := tx.Raw("SELECT id FROM officer WHERE deleted_at <> '' UNION ALL SELECT id FROM unit WHERE deleted_at <> ''").
		Scan(&binned).
		Error; err != nil {
		return err
	}
	ch.own, ch.binned = map[string]bool{}, map[string]bool{}
	for _, id := range own {
		ch.own[id] = true
	}
	for _, id := range binned {
		ch.binned[id] = true
	}
	return nil
}

// checkLines works the lines off in their order, ends before starts, so that one annex can hand a place over.
func (ch *change) checkLines(f *fault.Fields) {
	for i := range ch.lines {
		if ch.lines[i].Act == Thoi {
			ch.end(i, lineMessages{f, i})
		}
	}
	for i := range ch.lines {
		if ch.lines[i].Act == Giao {
			ch.start(i, lineMessages{f, i})
		}
	}
}

// lineMessages names the row in every message, because the annex on paper is read by rows.
type lineMessages struct {
	f   *fault.Fields
	row int
}

func (m lineMessages) add(field, format string, args ...any) {
	m.f.Add(lineField(m.row, field), fmt.Sprintf("Dòng %d: ", m.row+1)+fmt.Sprintf(format, args...))
}

// end checks a line that ends an assignment.
func (ch *change) end(i int, m lineMessages) {
	l := &ch.lines[i]
	if !ch.decision.Action.allows(Thoi) {
		m.add("act", "quyết định phân công mới không có dòng thôi phân công; hãy chọn loại điều chỉnh, kết thúc hoặc thay thế.")
		return
	}
	a := ch.byID[l.AssignmentID]
	if a == nil {
		m.add("assignmentId", "hãy chọn phân công cần kết thúc.")
		return
	}
	if l.EndReason.Word() == "" {
		m.add("endReason", "hãy chọn lý do kết thúc.")
	}
	if ch.endAssignment(a, l, m) {
		l.KindID, l.OfficerID, l.TeamID, l.TargetID, l.Primary = a.KindID, a.OfficerID, a.TeamID, a.TargetID, a.Primary
	}
}

// endAssignment ends a stored assignment on the line's day.
func (ch *change) endAssignment(a *Assignment, l *LineIn, m lineMessages) bool {
	switch {
	case l.From == dates.None:
		m.add("from", "hãy nhập ngày thôi phân công.")
	case !plausibleDay(l.From):
		m.add("from", "ngày không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	case a.ValidTo != dates.None:
		m.add("assignmentId", "phân công của %s đã kết thúc từ ngày %s.", ch.holderName(a), a.ValidTo.Show())
	case l.From <= a.ValidFrom:
		m.add("from", "ngày thôi phân công phải sau ngày bắt đầu (%s) của %s.", a.ValidFrom.Show(), ch.holderName(a))
	default:
		a.ValidTo, a.EndReason, a.EndNote, a.DecisionOut = l.From, l.EndReason, l.EndNote, ch.decision.ID
		ch.ended = append(ch.ended, a)
		return true
	}
	return false
}

// holderName names who has an assignment, for messages.
func (ch *change) holderName(a *Assignment) string {
	if a.TeamID != "" {
		return "tổ “" + ch.teams[a.TeamID] + "”"
	}
	if p := ch.people[a.OfficerID]; p.Name != "" {
		return "đồng chí " + p.Name
	}
	return "người được phân công"
}
