package exchange

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Line is one line of a preview: a row of the file, or a province or district its columns name.
type Line struct {
	Key      string     `json:"key"`
	Sheet    string     `json:"sheet"`   // of a workbook with several lists
	Row      int        `json:"row"`     // as numbered in the file
	Derived  bool       `json:"derived"` // from a column of the rows, not a row of its own
	Code     string     `json:"code"`
	Name     string     `json:"name"`
	Detail   string     `json:"detail"` // the type of a unit, the post of an officer
	Parent   string     `json:"parent"` // the unit above, the organisation of a post
	Class    Class      `json:"class"`
	Reason   string     `json:"reason"`
	Choices  []Decision `json:"choices"` // what may be decided; empty when nothing is to decide
	Decision Decision   `json:"decision"`
}

// Preview tells what an import would do. RowCount is every row of the file that holds anything, and the row counts
// of the classes add up to it.
type Preview struct {
	File      string         `json:"file"`
	Sheet     string         `json:"sheet"`
	HeaderRow int            `json:"headerRow"`
	Unused    []string       `json:"unused"` // columns that are not read
	Notes     []string       `json:"notes"`  // what a person should know about the file, as sentences
	RowCount  int            `json:"rowCount"`
	Rows      map[string]int `json:"rows"`    // rows of the file by class
	Derived   map[string]int `json:"derived"` // provinces and districts from columns by class
	Open      int            `json:"open"`    // unclear and not decided
	Marked    int            `json:"marked"`  // rows whose free text looks like the data of residents
	Closing   int            `json:"closing"` // end because the list no longer names them
	Below     int            `json:"below"`   // lie under units that end
	Replaced  int            `json:"replaced"`
	Repeated  string         `json:"repeated"` // says that this file was imported before
	// Assignments go on beyond the day at units that end; Records hang on them in any way.
	Assignments int      `json:"assignments"`
	Records     int      `json:"records"`
	Units       int      `json:"units"`   // the office's units in force on the day
	Confirm     bool     `json:"confirm"` // so many end that the person has to name the number
	Known       int      `json:"known"`   // rows that name a unit the office has or had
	Blocked     string   `json:"blocked"` // why nothing can be imported on this day, a sentence; "" = it can
	AskDays     string   `json:"askDays"` // the question about the order of days of an annex; "" = none
	Lines       []Line   `json:"lines"`
	Ending      []string `json:"ending"` // names of the first units that end
}

func (p *unitPlan) preview(f UnitFile) Preview {
	out := newPreview(f.Table)
	out.Closing, out.Below = len(p.closing), len(p.below)
	for _, it := range p.items {
		if it.derived {
			out.Derived[string(it.class)]++
		} else {
			out.Rows[string(it.class)]++
		}
		if it.open() {
			out.Open++
		}
		if it.known {
			out.Known++
		}
		if it.replaces() != nil {
			out.Replaced++
		}
		out.Lines = append(out.Lines, it.line())
	}
	if err := p.endable(); err != nil {
		out.Blocked = err.Error()
	}
	out.Units, out.Confirm = p.units, p.mustConfirm()
	for _, u := range p.ending() {
		if len(out.Ending) < 20 {
			out.Ending = append(out.Ending, u.v.Name)
		}
	}
	out.addSkipped(p.skipped)
	return out
}

func newPreview(t Table) Preview {
	return Preview{
		File:      t.File,
		Sheet:     t.Sheet,
		HeaderRow: t.HeaderRow,
		Unused:    append([]string{}, t.Unused...),
		Notes:     append([]string{}, t.Notes...),
		RowCount:  len(t.Rows) + len(t.Skipped),
		Rows:      map[string]int{},
		Derived:   map[string]int{},
		Lines:     make([]Line, 0, len(t.Rows)+len(t.Skipped)),
		Ending:    []string{},
	}
}

// addSkipped lists the rows that are no records and puts all lines in the order of the file, in which a person compares them;
// what needs an eye is found by its class.
func (out *Preview) addSkipped(skipped []Skipped) {
	for _, s := range skipped {
		out.Rows[string(ClassSkipped)]++
		out.Lines = append(
			out.Lines,
			Line{Row: s.Row.Number, Name: s.Row.text(), Class: ClassSkipped, Reason: s.Reason, Choices: []Decision{}},
		)
	}
	slices.SortStableFunc(out.Lines, func(a, b Line) int {
		return cmp.Compare(a.Row, b.Row)
	})
}

// choices are the decisions possible about an unclear row.
func choices(matched bool) []Decision {
	if matched {
		return []Decision{DecideNew, DecideChange, DecideSkip}
	}
	return []Decision{DecideNew, DecideSkip}
}

func (it *unitItem) line() Line {
	l := Line{Key: it.key, Row: it.row, Derived: it.derived, Code: it.facts.Code, Name: it.facts.Name, Detail: units.Word(it.facts.Type),
		Class: it.class, Reason: it.source.with(it.reason), Choices: []Decision{}, Decision: it.decision}
	switch {
	case it.parent != nil:
		l.Parent = it.parent.facts.Name
	case it.parentUnit != nil:
		l.Parent = it.parentUnit.v.Name
	}
	if it.class == ClassUnclear {
		l.Choices = choices(it.match != nil)
	}
	return l
}

// pick keeps the lines of a class whose text holds the searched words, and of these one page.
func pick(lines []Line, class Class, search string, offset, limit int) (page []Line, total int) {
	page = []Line{}
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
