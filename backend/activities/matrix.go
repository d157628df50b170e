package activities

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// marks are the letters of the year matrix, in the order of its key.
var marks = []struct {
	outcome Outcome
	letter  string
}{
	{Outcome(Attended), "Đ"}, {Outcome(Substituted), "T"}, {Outcome(Excused), "P"}, {Outcome(Absent), "V"},
	{NotHeld, "K"}, {OnHold, "–"}, {NotRecorded, "?"}, {ToCome, "·"},
}

// Letter is the outcome's mark in the year matrix.
func (o Outcome) Letter() string {
	for _, m := range marks {
		if m.outcome == o {
			return m.letter
		}
	}
	return ""
}

// YearMatrix draws a unit's year: one line for each duty and who has it, one cell for each turn. An empty year is this one.
func YearMatrix(tx *store.Tx, unitID string, year int) (Matrix, error) {
	if year == 0 {
		year = tx.Today.Year()
	}
	out := Matrix{UnitID: unitID, Year: year, Lines: []MatrixLine{}, Letters: []Word{}}
	if year < 1900 || year > 2100 {
		return out, fault.Invalid("year", "Hãy chọn năm từ 1900 đến 2100.")
	}
	span := dates.Period(fmt.Sprintf("%04d", year)).Span()
	out.Days = span.Days()
	for _, m := range marks {
		out.Letters = append(out.Letters, Word{m.letter, m.outcome.Word()})
	}
	ref, err := units.Get(tx, unitID, dates.Earlier(span.Last(), dates.Later(tx.Today, span.From)))
	if err != nil {
		return out, err
	}
	out.Label = ref.Label
	r, err := reckon(tx, FulfilmentFilter{Span: span, UnitID: unitID})
	if err != nil {
		return out, err
	}
	at := map[string]int{}
	r.each(func(o *occurrence) {
		who := r.person(o.duty)
		key := fmt.Sprintf("%s %d", o.law.SeriesID, who)
		i, known := at[key]
		if !known {
			i = len(out.Lines)
			at[key] = i
			out.Lines = append(
				out.Lines,
				MatrixLine{SeriesID: o.law.SeriesID, Lunar: o.law.Period == dates.LunarMonthly, Cells: []MatrixCell{}},
			)
		}
		line := &out.Lines[i]
		line.RuleID, line.RuleName, line.Cadence = o.law.ID, o.law.Name, o.law.Cadence() // versions come oldest first
		line.put(o.turn, r.cell(o), span)
		line.Tally.add(o.outcome, o.held, o.law.CountsSubstitute)
	})
	for i := range out.Lines {
		if err := out.Lines[i].finish(tx); err != nil {
			return out, err
		}
	}
	order := map[string]int{}
	for i := range r.Rules {
		order[r.Rules[i].SeriesID] = i
	}
	slices.SortStableFunc(out.Lines, func(a, b MatrixLine) int {
		return cmp.Or(cmp.Compare(order[a.SeriesID], order[b.SeriesID]), cmp.Compare(a.Cells[0].From, b.Cells[0].From))
	})
	return out, nil
}

// put adds an occurrence to the cell of its turn.
func (l *MatrixLine) put(turn *duties.Turn, c Cell, year dates.Span) {
	from, to := duties.Dated(turn.Span.From), duties.Dated(turn.Span.To)
	i := slices.IndexFunc(l.Cells, func(m MatrixCell) bool { return m.From == from && m.To == to })
	if i < 0 {
		i = len(l.Cells)
		inside := dates.Span{From: from, To: to}.Clip(year)
		l.Cells = append(l.Cells, MatrixCell{Turn: turn.Label, Short: short(turn.Key), From: from, To: to, Cells: []Cell{},
			FromDay: inside.From.Sub(year.From), ToDay: inside.To.Sub(year.From), Month: c.Day.Month()})
	}
	m := &l.Cells[i]
	m.Cells = append(m.Cells, c)
	m.Letters += c.Outcome.Letter()
	if m.Word != "" {
		m.Word += "; "
	}
	m.Word += c.OutcomeWord
	l.OfficerID, l.Officer = c.OfficerID, c.OfficerID+c.TeamID
}

// finish orders the cells, names who has the duty and gives two cells of one solar month a half each.
func (l *MatrixLine) finish(tx *store.Tx) error {
	slices.SortStableFunc(l.Cells, func(a, b MatrixCell) int { return cmp.Compare(a.From, b.From) })
	if l.Lunar {
		for i := 1; i < len(l.Cells); i++ {
			if before := &l.Cells[i-1]; before.Month == l.Cells[i].Month {
				before.Half, l.Cells[i].Half = 1, 2
			}
		}
	}
	all := []Cell{}
	for _, m := range l.Cells {
		all = append(all, m.Cells...)
	}
	if err := nameCells(tx, all); err != nil {
		return err
	}
	for i := range l.Cells {
		n := len(l.Cells[i].Cells)
		l.Cells[i].Cells, all = all[:n:n], all[n:]
		l.Officer = l.Cells[i].Cells[0].OfficerName
	}
	return nil
}

// short is a turn's name in a narrow cell: "6", "6N" for a leap month, "Q2", "H1", "W23", "2026".
func short(key string) string {
	if len(key) <= 5 {
		return key
	}
	text := key[5:]
	if strings.HasPrefix(text, "L") || len(text) == 2 && text[0] >= '0' && text[0] <= '9' {
		return strings.TrimPrefix(strings.TrimPrefix(text, "L"), "0")
	}
	return text
}
