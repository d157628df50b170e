package fulfilment

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// MatrixLine is one duty of a unit over a year.
type MatrixLine struct {
	RuleID    string       `json:"ruleId"` // last version of the year
	SeriesID  string       `json:"seriesId"`
	RuleName  string       `json:"ruleName"`
	Cadence   string       `json:"cadence"`
	Lunar     bool         `json:"lunar"` // columns are lunar months
	OfficerID string       `json:"officerId"`
	Officer   string       `json:"officer"` // or the team; "" for a duty of the place
	Cells     []MatrixCell `json:"cells"`   // one for each turn of the rule, in order, each placed by FromDay and ToDay
	Tally     Tally        `json:"tally"`
}

// MatrixCell is one turn. It is drawn over the days it really takes, as parts of the year's twelve solar months, so that
// thirteen lunar months, and two lunar meetings in one solar month, each have a place of their own. Month is the solar
// month of the day the turn stands for, Half its place (1, 2) where a month has two.
type MatrixCell struct {
	Turn    string     `json:"turn"`  // "tháng 5 âm lịch năm 2026"
	Short   string     `json:"short"` // "5", "6N" (leap), "Q2"
	From    dates.Date `json:"from"`
	To      dates.Date `json:"to"`      // exclusive
	FromDay int        `json:"fromDay"` // day of the year, 0 = 1 January; cut to the year
	ToDay   int        `json:"toDay"`   // exclusive
	Month   int        `json:"month"`   // 1–12
	Half    int        `json:"half"`    // 0 = the month has one cell of this duty, else 1 or 2
	Letters string     `json:"letters"` // one for each occurrence, see matrixLetters
	Word    string     `json:"word"`    // the outcome in words
	Cells   []Cell     `json:"cells"`
}

// Matrix is a unit's year.
type Matrix struct {
	UnitID  string       `json:"unitId"`
	Label   string       `json:"label"`
	Year    int          `json:"year"`
	Days    int          `json:"days"` // of the year: 365 or 366
	Lines   []MatrixLine `json:"lines"`
	Letters []store.Word `json:"letters"` // the key
	// RateRule is that of a Summary.
	RateRule string `json:"-"`
}

// matrixLetters are the letters of the year matrix, in the order of its key: with those of a row its rate can be counted again, see
// RateRule.
var matrixLetters = []struct {
	letter, word string
	of           func(o *occurrence) bool
}{
	{"Đ", activities.Outcome(activities.Attended).Word(), is(activities.Outcome(activities.Attended))},
	{"T", "Dự thay được tính", func(o *occurrence) bool {
		return o.outcome == activities.Outcome(activities.Substituted) && PartCounted.holds(o)
	}},
	{"t", "Dự thay không tính", is(activities.Outcome(activities.Substituted))},
	{"P", activities.Outcome(activities.Excused).Word(), is(activities.Outcome(activities.Excused))},
	{"V", activities.Outcome(activities.Absent).Word(), is(activities.Outcome(activities.Absent))},
	{"K", activities.NotHeld.Word(), is(activities.NotHeld)},
	{"–", activities.OnHold.Word(), is(activities.OnHold)},
	{"H", "Đã họp, chưa ghi kết quả", func(o *occurrence) bool { return o.outcome == activities.NotRecorded && o.held }},
	{"?", "Chưa ghi cuộc họp", is(activities.NotRecorded)},
	{"·", activities.ToCome.Word(), is(activities.ToCome)},
}

func is(outcome activities.Outcome) func(*occurrence) bool {
	return func(o *occurrence) bool { return o.outcome == outcome }
}

// letterOf is the letter of an occurrence in the year matrix: the first that fits.
func letterOf(o *occurrence) string {
	for _, m := range matrixLetters {
		if m.of(o) {
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
	out := Matrix{UnitID: unitID, Year: year, Lines: []MatrixLine{}, Letters: []store.Word{}}
	if year < 1900 || year > 2100 {
		return out, fault.Invalid("year", "Hãy chọn năm từ 1900 đến 2100.")
	}
	span := dates.Period(fmt.Sprintf("%04d", year)).Span()
	out.Days = span.Days()
	for _, m := range matrixLetters {
		out.Letters = append(out.Letters, store.NewWord(m.letter, m.word))
	}
	ref, err := units.Get(tx, unitID, dates.Earlier(span.Last(), dates.Later(tx.Today, span.From)))
	if err != nil {
		return out, err
	}
	out.Label = ref.Label
	seen := span
	if tx.Past() && tx.Today < span.Last() { // what is to come after the day that is read is not drawn
		seen.To = tx.FirstDayToCome()
	}
	r, err := evaluate(tx, Filter{Span: seen, UnitID: unitID})
	if err != nil {
		return out, err
	}
	at := map[string]int{}
	var rules rulesCounted
	r.eachOccurrence(func(o *occurrence) {
		rules.add(o.rule)
		who := r.personOf(o.duty)
		key := fmt.Sprintf("%s %d", o.rule.SeriesID, who)
		i, known := at[key]
		if !known {
			i = len(out.Lines)
			at[key] = i
			out.Lines = append(
				out.Lines,
				MatrixLine{SeriesID: o.rule.SeriesID, Lunar: o.rule.Period == dates.LunarMonthly, Cells: []MatrixCell{}},
			)
		}
		line := &out.Lines[i]
		line.RuleID, line.RuleName, line.Cadence = o.rule.ID, o.rule.Name, o.rule.Cadence() // versions come oldest first
		line.addOccurrence(o.turn, r.cellOf(o), letterOf(o), span)
		line.Tally.Add(o.outcome, o.held, o.rule.CountsSubstitute)
	})
	for i := range out.Lines {
		if err := out.Lines[i].complete(tx); err != nil {
			return out, err
		}
	}
	out.RateRule = rules.words()
	order := map[string]int{}
	for i := range r.Rules {
		order[r.Rules[i].SeriesID] = i
	}
	slices.SortStableFunc(out.Lines, func(a, b MatrixLine) int {
		return cmp.Or(cmp.Compare(order[a.SeriesID], order[b.SeriesID]), cmp.Compare(a.Cells[0].From, b.Cells[0].From))
	})
	return out, nil
}

// addOccurrence adds an occurrence to the cell of its turn.
func (l *MatrixLine) addOccurrence(turn *duties.Turn, c Cell, letter string, year dates.Span) {
	from, to := dates.DateOf(turn.Span.From), dates.DateOf(turn.Span.To)
	i := slices.IndexFunc(l.Cells, func(m MatrixCell) bool { return m.From == from && m.To == to })
	if i < 0 {
		i = len(l.Cells)
		inside := dates.Span{From: from, To: to}.Clip(year)
		l.Cells = append(l.Cells, MatrixCell{Turn: turn.Label, Short: shortTurnName(turn.Key), From: from, To: to, Cells: []Cell{},
			FromDay: inside.From.Sub(year.From), ToDay: inside.To.Sub(year.From), Month: c.Day.Month()})
	}
	m := &l.Cells[i]
	m.Cells = append(m.Cells, c)
	m.Letters += letter
	if m.Word != "" {
		m.Word += "; "
	}
	m.Word += c.OutcomeWord
	l.OfficerID, l.Officer = c.OfficerID, c.OfficerID+c.TeamID
}

// complete orders the cells, names who has the duty and gives two cells of one solar month a half each.
func (l *MatrixLine) complete(tx *store.Tx) error {
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

// shortTurnName is a turn's name in a narrow cell: "6", "6N" for a leap month, "Q2", "H1", "W23", "2026".
func shortTurnName(key string) string {
	_, text, within := strings.Cut(key, "-")
	if !within {
		return key // a year
	}
	if strings.HasPrefix(text, "L") || len(text) == 2 && text[0] >= '0' && text[0] <= '9' {
		return strings.TrimPrefix(strings.TrimPrefix(text, "L"), "0")
	}
	return text
}
