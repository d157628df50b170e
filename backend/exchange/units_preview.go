package exchange

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/store"
	"caunoi/backend/units"
)

// UnitLine is one line of the preview: a row of the file, or a province or district its columns name.
type UnitLine struct {
	Key      string     `json:"key"`
	Row      int        `json:"row"`     // as numbered in the file
	Derived  bool       `json:"derived"` // from a column of the rows, not a row of its own
	Code     string     `json:"code"`
	Name     string     `json:"name"`
	TypeWord string     `json:"typeWord"`
	Parent   string     `json:"parent"`
	Class    Class      `json:"class"`
	Reason   string     `json:"reason"`
	Choices  []Decision `json:"choices"` // what may be decided; empty when nothing is to decide
	Decision Decision   `json:"decision"`
}

// UnitPreview tells what an import would do. RowCount is every row of the file that holds anything, and the row counts
// of the classes add up to it.
type UnitPreview struct {
	File      string        `json:"file"`
	Sheet     string        `json:"sheet"`
	HeaderRow int           `json:"headerRow"`
	Unused    []string      `json:"unused"` // columns that are not read
	RowCount  int           `json:"rowCount"`
	Rows      map[Class]int `json:"rows"`    // rows of the file by class
	Derived   map[Class]int `json:"derived"` // provinces and districts from columns by class
	Open      int           `json:"open"`    // unclear and not decided
	Closing   int           `json:"closing"` // end because the list no longer names them
	Below     int           `json:"below"`   // lie under units that end
	Replaced  int           `json:"replaced"`
	Repeated  string        `json:"repeated"` // says that this file was imported before
	// Assignments go on beyond the day at units that end.
	Assignments int        `json:"assignments"`
	Lines       []UnitLine `json:"lines"`
	Ending      []string   `json:"ending"` // names of the first units that end
}

// classOrder puts first what needs a person's eye.
var classOrder = map[Class]int{ClassError: 1, ClassUnclear: 2, ClassChange: 3, ClassNew: 4, ClassSame: 5, ClassSkipped: 6}

func (p *unitPlan) preview(f UnitFile, o UnitOptions) UnitPreview {
	out := UnitPreview{File: f.Table.File, Sheet: f.Table.Sheet, HeaderRow: f.Table.HeaderRow, Unused: slices.Clone(f.Table.Unused),
		RowCount: len(f.Table.Rows) + len(f.Table.Skipped), Rows: map[Class]int{}, Derived: map[Class]int{}, Closing: len(p.closing), Below: len(p.below),
		Lines: make([]UnitLine, 0, len(p.items)+len(p.skipped)), Ending: []string{}}
	if out.Unused == nil {
		out.Unused = []string{}
	}
	for _, it := range p.items {
		if it.derived {
			out.Derived[it.class]++
		} else {
			out.Rows[it.class]++
		}
		if it.open() {
			out.Open++
		}
		if it.replaces() != nil {
			out.Replaced++
		}
		out.Lines = append(out.Lines, it.line())
	}
	for _, s := range p.skipped {
		out.Rows[ClassSkipped]++
		out.Lines = append(out.Lines, UnitLine{Key: "", Row: s.Row.Number, Name: s.Row.text(), Class: ClassSkipped, Reason: s.Reason, Choices: []Decision{}})
	}
	for _, u := range append(slices.Clone(p.closing), p.below...) {
		if len(out.Ending) < 20 {
			out.Ending = append(out.Ending, u.v.Name)
		}
	}
	slices.SortStableFunc(out.Lines, func(a, b UnitLine) int {
		return cmp.Or(cmp.Compare(classOrder[a.Class], classOrder[b.Class]), cmp.Compare(a.Row, b.Row))
	})
	return out
}

func (it *unitItem) line() UnitLine {
	l := UnitLine{Key: it.key, Row: it.row, Derived: it.derived, Code: it.facts.Code, Name: it.facts.Name, TypeWord: units.Word(it.facts.Type),
		Class: it.class, Reason: it.reason, Choices: []Decision{}, Decision: it.decision}
	switch {
	case it.parent != nil:
		l.Parent = it.parent.facts.Name
	case it.parentUnit != nil:
		l.Parent = it.parentUnit.v.Name
	}
	if it.class == ClassUnclear {
		l.Choices = []Decision{DecideNew, DecideSkip}
		if it.match != nil {
			l.Choices = []Decision{DecideNew, DecideChange, DecideSkip}
		}
	}
	return l
}

// pick keeps the lines of a class whose text holds the searched words, and of these one page.
func pick(lines []UnitLine, class Class, search string, offset, limit int) (page []UnitLine, total int) {
	page = []UnitLine{}
	folded := store.Fold(search)
	for _, l := range lines {
		if class != "" && l.Class != class {
			continue
		}
		if folded != "" && !strings.Contains(store.Fold(l.Code+" "+l.Name+" "+l.Parent), folded) {
			continue
		}
		if total >= offset && len(page) < limit {
			page = append(page, l)
		}
		total++
	}
	return page, total
}
