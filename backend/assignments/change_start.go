package assignments

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// start checks a line that begins an assignment.
func (ch *change) start(i int, m lineMessages) {
	l := &ch.lines[i]
	if !ch.decision.Action.allows(Giao) {
		m.add("act", "quyết định kết thúc chỉ có dòng thôi phân công; hãy chọn loại điều chỉnh nếu vừa kết thúc vừa giao mới.")
		return
	}
	kind, known := ch.kinds[l.KindID]
	if !known {
		m.add("kindId", "hãy chọn hình thức phân công.")
		return
	}
	ok := ch.checkHolder(l, kind, m)
	ok = ch.checkDay(l, kind, m) && ok
	ok = ch.checkTarget(l, kind, m) && ok
	if !ok {
		return
	}
	a := &Assignment{
		ID: l.AssignmentID, KindID: kind.ID, OfficerID: l.OfficerID, TeamID: l.TeamID, TargetID: l.TargetID, Primary: l.Primary,
		Duty: l.Duty, ValidFrom: l.From, DecisionIn: ch.decision.ID, SortOrder: i + 1, Note: l.Note,
	}
	if !ch.own[a.ID] { // a line copied in the grid carries the id of its origin
		a.ID = store.NewID()
	}
	delete(ch.own, a.ID)
	if !ch.checkOverlap(a, l, kind, m) {
		return
	}
	l.AssignmentID = a.ID
	ch.row[a] = i + 1
	ch.byTarget[primarySlot(a.KindID, a.TargetID)] = append(ch.byTarget[primarySlot(a.KindID, a.TargetID)], a)
	ch.started = append(ch.started, a)
}

// checkHolder wants a team where the kind is a team's work and an officer elsewhere.
func (ch *change) checkHolder(l *LineIn, kind Kind, m lineMessages) bool {
	if kind.Team {
		l.OfficerID = ""
		if _, known := ch.teams[l.TeamID]; !known {
			m.add("teamId", "hình thức “%s” giao cho tổ; hãy chọn tổ.", kind.Name)
			return false
		}
		return true
	}
	l.TeamID = ""
	if _, known := ch.people[l.OfficerID]; !known || ch.binned[l.OfficerID] {
		m.add("officerId", "hãy chọn cán bộ được phân công.")
		return false
	}
	return true
}

func (ch *change) checkDay(l *LineIn, kind Kind, m lineMessages) bool {
	inForce := ch.schemes[kind.SchemeID].Span()
	switch {
	case l.From == dates.None:
		m.add("from", "hãy nhập ngày bắt đầu, hoặc ngày hiệu lực của quyết định.")
	case !plausibleDay(l.From):
		m.add("from", "ngày bắt đầu không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	case !inForce.Contains(l.From):
		m.add("from", "ngày %s nằm ngoài hiệu lực của chủ trương “%s” (%s).", l.From.Show(), ch.schemes[kind.SchemeID].Name, inForce.Show())
	default:
		return true
	}
	return false
}

// checkTarget wants a unit or Party organisation that exists on the day and is of a type the kind takes.
func (ch *change) checkTarget(l *LineIn, kind Kind, m lineMessages) bool {
	target, known := ch.targets[l.From][l.TargetID]
	switch {
	case !known || ch.binned[l.TargetID]:
		m.add("targetId", "hãy chọn đơn vị được phân công.")
	case !kind.Takes(target.Tree, target.Type):
		m.add(
			"targetId",
			"“%s” không giao cho %s (%s); hãy chọn đơn vị khác hoặc hình thức khác.",
			kind.Name,
			units.Word(target.Type),
			target.Label,
		)
	case l.From != dates.None && !target.ValidOn(l.From):
		m.add("targetId", "%s không còn hoặc chưa có vào ngày %s; hãy chọn đơn vị đang hoạt động.", target.Label, l.From.Show())
	default:
		return true
	}
	return false
}

// checkOverlap looks for assignments of the same kind and target on the same days: the same holder twice is a slip, a second
// primary breaks the kind's rule unless the line says that it replaces the first.
func (ch *change) checkOverlap(a *Assignment, l *LineIn, kind Kind, m lineMessages) bool {
	label := ch.targets[l.From][l.TargetID].Label
	for _, other := range ch.byTarget[primarySlot(a.KindID, a.TargetID)] {
		if !other.Span().Overlaps(a.Span()) {
			continue
		}
		row := ch.row[other]
		sameHolder := other.OfficerID == a.OfficerID && other.TeamID == a.TeamID
		rival := kind.ExactlyOne && other.Primary && a.Primary
		switch {
		case sameHolder && row > 0:
			m.add("targetId", "trùng với dòng %d: cùng người, cùng đơn vị, cùng hình thức.", row)
			return false
		case rival && row > 0:
			m.add(
				"targetId",
				"%s đã giao phụ trách chính cho %s ở dòng %d; mỗi đơn vị chỉ một người chính.",
				label,
				ch.holderName(other),
				row,
			)
			return false
		case rival && l.Replace && !sameHolder:
			if l.EndReason == "" {
				l.EndReason = "luan_chuyen"
			}
			if !ch.endAssignment(other, l, m) {
				return false
			}
		case sameHolder:
			m.add(
				"targetId",
				"%s đã được phân công %s từ ngày %s (%s); không cần giao lại.",
				ch.holderName(other),
				label,
				other.ValidFrom.Show(),
				ch.decisionName(other),
			)
			return false
		case rival:
			m.add(
				"targetId",
				"%s đã có %s phụ trách chính từ ngày %s (%s). Hãy đánh dấu “Thay người đang phụ trách”, hoặc thêm dòng thôi phân công.",
				label,
				ch.holderName(other),
				other.ValidFrom.Show(),
				ch.decisionName(other),
			)
			return false
		}
	}
	return true
}

// decisionName names the decision by which an assignment began.
func (ch *change) decisionName(a *Assignment) string {
	if number := ch.numbers[a.DecisionIn].NumberText(); number != "" {
		return "Quyết định " + number
	}
	return "quyết định trước"
}
