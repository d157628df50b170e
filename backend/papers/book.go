package papers

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Line names a series of numbers: one type of paper of one body in one form. Where it begins anew follows from the day: with
// each term of the committee in the Party's form, with each year in the state's (HD 36 point 1.3, HD 05; NĐ 30).
type Line struct {
	Form     document.Form
	IssuerID string // a body of paper_issuer, "" = the committee or the authority itself
	Symbol   string // of the issuer: "HU"
	Series   string // of the type: "BC"; "" = a công văn of the state
}

// Taken is one number that a paper bears.
type Taken struct {
	Number int
	Suffix string
	Day    dates.Date
	Label  string // "12-BC/HU, ngày 05/02/2026 (Báo cáo …)"
	ID     string // of the issued paper; "" = the number stands in another book of the office
}

// Book is one series with every number of it that is taken: by papers issued, by letters and notices of the register of
// matters, by decisions.
type Book struct {
	Line
	Key      string // whose series it is
	SpanKey  string // id of the term, or the year
	SpanWord string // "nhiệm kỳ 2025–2030", "năm 2026"
	Span     dates.Span
	taken    []Taken // by number, suffix, day
}

// shelf opens series and keeps what all of them read.
type shelf struct {
	tx    *store.Tx
	terms []officers.Term
	own   *units.Office
	bases map[dates.Span]otherBooks
}

// otherBooks are papers that bear a number of the office without having been issued here.
type otherBooks struct {
	letters   []matters.OutgoingDoc
	decisions []assignments.Decision
}

// OpenBook opens the series a paper of a day belongs to. In the Party's form the day must lie in a term of the committee.
func OpenBook(tx *store.Tx, line Line, day dates.Date) (*Book, error) {
	s := &shelf{tx: tx}
	key, err := s.keyOf(line)
	if err != nil {
		return nil, err
	}
	spanKey := strconv.Itoa(day.Year())
	if line.Form.IsParty() {
		term, err := s.termOn(day)
		if err != nil {
			return nil, err
		}
		spanKey = term.ID
	}
	return s.open(line, key, spanKey)
}

// keyOf tells whose series it is. All cells bear the symbol CB, so a cell's series goes with its id; everybody else has a
// symbol of his own, under which the same body is found whether chosen from the list or by the way a letter is signed.
func (s *shelf) keyOf(line Line) (string, error) {
	if line.IssuerID == "" {
		return line.Symbol, nil
	}
	var kind Kind
	err := s.tx.Model(&Issuer{}).Where("id = ?", line.IssuerID).Select("kind").Scan(&kind).Error
	if kind == Cell {
		return line.Symbol + ":" + line.IssuerID, err
	}
	return line.Symbol, err
}

func (s *shelf) office() (units.Office, error) {
	if s.own == nil {
		office, err := units.TheOffice(s.tx)
		if err != nil {
			return office, err
		}
		s.own = &office
	}
	return *s.own, nil
}

// termsOfOffice lists the terms of the committee whose office this is, newest first.
func (s *shelf) termsOfOffice() ([]officers.Term, error) {
	if s.terms != nil {
		return s.terms, nil
	}
	office, err := s.office()
	if err != nil {
		return nil, err
	}
	all, err := officers.Terms(s.tx)
	s.terms = slices.DeleteFunc(all, func(t officers.Term) bool { return t.Level != string(office.Level) })
	return s.terms, err
}

func (s *shelf) termOn(day dates.Date) (officers.Term, error) {
	terms, err := s.termsOfOffice()
	if err != nil {
		return officers.Term{}, err
	}
	for _, t := range terms {
		if (dates.Span{From: t.ValidFrom, To: t.ValidTo}).Contains(day) {
			return t, nil
		}
	}
	return officers.Term{}, fault.Invalid(
		"date",
		"Ngày "+day.Show()+" không thuộc nhiệm kỳ nào của cấp ủy. Số văn bản của Đảng đánh theo nhiệm kỳ; hãy ghi nhiệm kỳ ở Cán bộ → Nhiệm kỳ rồi ban hành lại.",
	)
}

// open reads a series by its keys.
func (s *shelf) open(line Line, key, spanKey string) (*Book, error) {
	b := &Book{Line: line, Key: key, SpanKey: spanKey, SpanWord: "năm " + spanKey}
	if line.Form.IsParty() {
		b.Form = document.FormParty
		terms, err := s.termsOfOffice()
		if err != nil {
			return nil, err
		}
		b.SpanWord = "nhiệm kỳ đã xóa khỏi danh sách"
		for _, t := range terms {
			if t.ID == spanKey {
				b.Span, b.SpanWord = dates.Span{From: t.ValidFrom, To: t.ValidTo}, "nhiệm kỳ "+t.Label
			}
		}
	} else {
		b.Span = dates.Period(spanKey).Span()
	}
	var rows []Issued
	err := s.tx.Select("id", "number", "suffix", "symbol", "day", "type_name", "subject", "cancelled_at").
		Where("form = ? AND issuer_key = ? AND series = ? AND span_key = ?", b.Form, key, line.Series, spanKey).Find(&rows).Error
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		label := r.Symbol + ", ngày " + r.Day.Show() + " (" + strings.TrimSpace(r.TypeName+" "+r.Subject) + ")"
		if r.CancelledAt != "" {
			label += ", đã hủy"
		}
		b.taken = append(b.taken, Taken{r.Number, r.Suffix, r.Day, label, r.ID})
	}
	if !strings.Contains(key, ":") && !b.Span.Empty() && b.Span.From != dates.None {
		if err := s.others(b); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(b.taken, func(x, y Taken) int {
		return cmp.Or(cmp.Compare(x.Number, y.Number), cmp.Compare(x.Suffix, y.Suffix), cmp.Compare(x.Day, y.Day))
	})
	return b, nil
}

// others adds the numbers of the series that stand in other books. A paper is the same when number and day are: it is
// noted in the register of matters and issued here, or sent to several bodies at once.
func (s *shelf) others(b *Book) error {
	if s.bases == nil {
		s.bases = map[dates.Span]otherBooks{}
	}
	other, known := s.bases[b.Span]
	if !known {
		var err error
		if other.letters, err = matters.Outgoing(s.tx, b.Span); err != nil {
			return err
		}
		if other.decisions, err = assignments.Issued(s.tx, b.Span); err != nil {
			return err
		}
		s.bases[b.Span] = other
	}
	want := document.SeriesText(b.Form, b.Series, b.Symbol)
	add := func(text string, day dates.Date, what string) {
		number, suffix, ok := readSymbol(b.Form, text, want)
		if !ok || b.has(number, suffix, day) {
			return
		}
		b.taken = append(
			b.taken,
			Taken{
				Number: number,
				Suffix: suffix,
				Day:    day,
				Label: document.SymbolText(
					b.Form,
					document.Numeral(number, suffix),
					b.Series,
					b.Symbol,
				) + ", ngày " + day.Show() + " (" + what + ")",
			},
		)
	}
	for _, d := range other.letters {
		add(d.Number, d.Day, d.KindName())
	}
	for _, d := range other.decisions {
		add(d.NumberText(), d.DocDate, strings.TrimSpace("quyết định "+d.Subject))
	}
	return nil
}

func (b *Book) has(number int, suffix string, day dates.Date) bool {
	return slices.ContainsFunc(b.taken, func(t Taken) bool { return t.Number == number && t.Suffix == suffix && t.Day == day })
}

// Next is the number that follows the highest one taken.
func (b *Book) Next() int {
	if len(b.taken) == 0 {
		return 1
	}
	return b.taken[len(b.taken)-1].Number + 1
}

// Last names the paper with the highest number: "12-BC/HU, ngày 05/02/2026 (…)"; "" when there is none.
func (b *Book) Last() string {
	if len(b.taken) == 0 {
		return ""
	}
	return b.taken[len(b.taken)-1].Label
}

// Name names the series: "BC/HU, nhiệm kỳ 2025–2030".
func (b *Book) Name() string {
	return document.SeriesText(b.Form, b.Series, b.Symbol) + ", " + b.SpanWord
}

// Refuse says why a paper of a day cannot take a number; nil when it can. noted tells that the paper may stand in the
// register of matters already, under this very number and day.
func (b *Book) Refuse(number int, suffix string, day dates.Date, noted bool) error {
	var f fault.Fields
	switch {
	case number < 1 || number > mostNumber:
		f.Add("number", fmt.Sprintf("Số văn bản phải từ 01 đến %d. Hãy ghi lại.", mostNumber))
	case suffix != "" && !(len(suffix) == 1 && suffix[0] >= 'a' && suffix[0] <= 'z'):
		f.Add("suffix", "Chữ sau số chỉ gồm một chữ thường, ví dụ “a” của số 12a. Hãy ghi lại hoặc để trống.")
	case suffix != "" && !slices.ContainsFunc(b.taken, func(t Taken) bool { return t.Number == number }):
		f.Add("suffix", "Số "+document.Numeral(number, "")+" chưa dùng nên không cần thêm chữ. Hãy bỏ chữ “"+suffix+"”.")
	}
	for _, t := range b.taken {
		if t.Number != number || t.Suffix != suffix || (noted && t.ID == "" && t.Day == day) {
			continue
		}
		f.Add("number", fmt.Sprintf("Số %s đã dùng cho %s. Số tiếp theo chưa dùng là %s; văn bản xen giữa thì ghi thêm chữ, ví dụ %s.",
			document.Numeral(number, suffix), t.Label, document.Numeral(b.Next(), ""), document.Numeral(number, b.freeSuffix(number))))
	}
	return f.Err()
}

// mostNumber bounds a number; no office writes so many papers in a term.
const mostNumber = 99999

// freeSuffix gives the first letter not yet used with a number.
func (b *Book) freeSuffix(number int) string {
	for c := 'a'; c < 'z'; c++ {
		if !slices.ContainsFunc(b.taken, func(t Taken) bool { return t.Number == number && t.Suffix == string(c) }) {
			return string(c)
		}
	}
	return "z"
}

// Warn points out what is odd in a number and its day without forbidding it: numbers left out, a day against the order.
func (b *Book) Warn(number int, suffix string, day dates.Date) []string {
	out := []string{}
	before, after := -1, -1
	for i, t := range b.taken {
		switch order := cmp.Or(cmp.Compare(t.Number, number), cmp.Compare(t.Suffix, suffix)); {
		case order < 0:
			before = i
		case order > 0 && after < 0:
			after = i
		}
	}
	if next := b.Next(); number > next && len(b.taken) > 0 {
		out = append(
			out,
			"Số tiếp theo là "+document.Numeral(
				next,
				"",
			)+"; ghi số "+document.Numeral(
				number,
				suffix,
			)+" thì khuyết số "+rangeText(
				next,
				number-1,
			)+".",
		)
	}
	if before >= 0 && b.taken[before].Day > day {
		out = append(out, "Ngày "+day.Show()+" sớm hơn ngày của số đứng trước: "+b.taken[before].Label+".")
	}
	if after >= 0 && b.taken[after].Day < day {
		out = append(out, "Ngày "+day.Show()+" muộn hơn ngày của số đứng sau: "+b.taken[after].Label+".")
	}
	return out
}
