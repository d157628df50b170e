package units

import (
	"strings"

	"caunoi/backend/dates"
)

type labelKey struct {
	id  string
	day dates.Date
}

// label names a unit so that no other unit of either tree has the same label on that day's lists: below the commune
// the unit above is always named; elsewhere only where another unit shares the name. A namesake of another time is
// told apart by "(cũ)" or "(từ 01/07/2025)", a namesake of the same time by the units above.
func (b *unitGraph) label(id string, day dates.Date) string {
	e := b.units[id]
	if e == nil {
		return ""
	}
	key := labelKey{id, day}
	if text, known := b.labels[key]; known {
		return text
	}
	b.labels[key] = "" // should the data ever hold a circle, it ends here
	text := b.makeLabel(e, day)
	b.labels[key] = text
	return text
}

func (b *unitGraph) makeLabel(e *graphUnit, day dates.Date) string {
	v := e.versionAt(day)
	text := v.Name
	if above := b.units[v.ParentID]; belowCommune(v.Type) && above != nil {
		text += ", " + b.aboveText(above, day)
	} else {
		text += b.pathApart(e, b.namesakes(e, v, true), day)
	}
	text += b.timeMark(e, v)
	if e.deleted {
		text += " (trong thùng rác)"
	}
	return text
}

// namesakes are the other units a bare name could mean: those of the same time, or those of another time. Below the
// commune only units of the same parent count, since the parent is always named.
func (b *unitGraph) namesakes(e *graphUnit, v *Version, sameTime bool) []*graphUnit {
	var out []*graphUnit
	mine := nameSpan(e, v.Name)
	candidates := b.byName[v.Name]
	if belowCommune(v.Type) {
		candidates = b.children[v.ParentID]
	}
	for _, r := range candidates {
		if r != e && (!belowCommune(v.Type) || wasNamedUnder(r, v.Name, v.ParentID)) && nameSpan(r, v.Name).Overlaps(mine) == sameTime {
			out = append(out, r)
		}
	}
	return out
}

// timeMark tells a unit from namesakes of another time; empty when there are none.
func (b *unitGraph) timeMark(e *graphUnit, v *Version) string {
	others := b.namesakes(e, v, false)
	if len(others) == 0 {
		return ""
	}
	ended := false
	for _, r := range others {
		ended = ended || nameSpan(r, v.Name).To != dates.None
	}
	return timeSuffix(nameSpan(e, v.Name), ended)
}

// timeSuffix tells a unit from namesakes of other times. "(cũ)" is enough for the only one that has ended.
func timeSuffix(span dates.Span, othersEnded bool) string {
	switch {
	case span.To == dates.None:
		if span.From == dates.None {
			return ""
		}
		return " (từ " + span.From.Show() + ")"
	case othersEnded:
		return " (đến " + span.Last().Show() + ")"
	}
	return " (cũ)"
}

// pathApart names as many units above as it takes to differ from every namesake of the same time.
func (b *unitGraph) pathApart(e *graphUnit, rivals []*graphUnit, day dates.Date) string {
	if len(rivals) == 0 {
		return ""
	}
	mine := b.path(e, day)
	for depth := 1; depth <= len(mine); depth++ {
		apart := true
		for _, r := range rivals {
			theirs := b.path(r, day)
			apart = apart && !samePath(mine[:depth], theirs)
		}
		if apart || depth == len(mine) {
			text := ", " + strings.Join(mine[:depth], ", ")
			if !apart {
				text += b.lastResort(e, day)
			}
			return text
		}
	}
	return b.lastResort(e, day)
}

// lastResort tells apart two units that share their whole path, by code or by the end of the key. The rules refuse
// such pairs inside one tree; between the trees, or at the top, they can happen.
func (b *unitGraph) lastResort(e *graphUnit, day dates.Date) string {
	if v := e.versionAt(day); v.Code != "" {
		return " – mã " + v.Code
	}
	return " – số " + e.id[max(0, len(e.id)-6):]
}

func samePath(mine, theirs []string) bool {
	if len(theirs) < len(mine) {
		return false
	}
	for i := range mine {
		if mine[i] != theirs[i] {
			return false
		}
	}
	return true
}

// path lists the names above a unit, nearest first, as written inside a sentence.
func (b *unitGraph) path(e *graphUnit, day dates.Date) []string {
	var out []string
	for v := e.versionAt(day); len(out) < 10; {
		above := b.units[v.ParentID]
		if above == nil {
			break
		}
		v = above.versionAt(day)
		out = append(out, inSentence(v.Type, v.Name))
	}
	return out
}

func (b *unitGraph) aboveText(above *graphUnit, day dates.Date) string {
	return inSentence(above.versionAt(day).Type, b.label(above.id, day))
}

// nameSpan is the time from the first to the last day on which the unit bore the name.
func nameSpan(e *graphUnit, name string) dates.Span {
	span, found := dates.Span{}, false
	for i := range e.versions {
		if v := &e.versions[i]; v.Name == name {
			if !found {
				span.From, found = v.ValidFrom, true
			}
			span.To = v.ValidTo
		}
	}
	return span
}

func wasNamedUnder(e *graphUnit, name, parentID string) bool {
	for i := range e.versions {
		if e.versions[i].Name == name && e.versions[i].ParentID == parentID {
			return true
		}
	}
	return false
}
