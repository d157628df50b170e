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

// SeriesKey names a series of numbers: one type of paper of one body in one form. When it begins anew at 1 follows from the
// day: with each term of the committee in the Party's form, with each year in the state's (HD 05 II.I.3.1.1; NĐ 30). A congress
// numbers its papers of all types together, from its first day to its last.
type SeriesKey struct {
	Form     document.Form
	IssuerID string // a body of paper_issuer, "" = the committee or the authority itself
	Symbol   string // of the issuer: "HU"
	Series   string // of the type: "BC"; "" = a công văn of the state
	Type     string // the type itself, "Quy định": needed where two types print the same symbol
}

// allTypes is the Run of a body whose papers of every type are numbered together.
const allTypes = "*"

// run names what is numbered together under a type's symbol: the symbol, and of a later type that prints the same one its name too.
// Quyết định and quy định are both QĐ, and two papers may read 01-QĐ/ĐU (HD 05 II.I.3.1.2 a).
func (key SeriesKey) run() string {
	if !key.Form.IsParty() || key.Series == "" {
		return key.Series
	}
	first := true
	for _, t := range PaperTypes {
		if t.Party != key.Series {
			continue
		}
		if name := store.Fold(t.Name); !first && name == store.Fold(key.Type) {
			return key.Series + ":" + name
		}
		first = false
	}
	return key.Series
}

// TakenNumber is one number that a paper bears.
type TakenNumber struct {
	Number int
	Suffix string
	Day    dates.Date
	Label  string // "12-BC/HU, ngày 05/02/2026 (Báo cáo …)"
	ID     string // of the issued paper; "" = the number is noted elsewhere: register of matters, decisions
	Kept   bool   // kept for a paper that is not here, see Reserved; ID is then that of the reservation
}

// NumberSeries is one series with every number of it that is taken: by papers issued, by letters and notices of the register
// of matters, by decisions.
type NumberSeries struct {
	SeriesKey
	IssuerKey string // whose series it is: the body's symbol, of a cell or a congress also its id
	Run       string // what is numbered together, see SeriesKey.run
	SpanKey   string // id of the term, or the year
	SpanWord  string // "nhiệm kỳ 2025–2030", "năm 2026"
	Span      dates.Span
	taken     []TakenNumber // by number, suffix, day
}

// seriesReader opens series; what several of them need is read once.
type seriesReader struct {
	tx        *store.Tx
	terms     []officers.Term
	own       *units.Office
	elsewhere map[dates.Span]numberedElsewhere
}

// numberedElsewhere are papers that bear a number of the office without having been issued here.
type numberedElsewhere struct {
	letters   []matters.OutgoingDoc
	decisions []assignments.Decision
}

// OpenSeries reads the series a paper of a day belongs to. Faults: invalid ("date") when, in the Party's form, the day lies in
// no term of the committee.
func OpenSeries(tx *store.Tx, key SeriesKey, day dates.Date) (*NumberSeries, error) {
	s := &seriesReader{tx: tx}
	issuerKey, kind, err := s.issuerKey(key)
	if err != nil {
		return nil, err
	}
	if kind == Congress {
		return s.open(key, issuerKey, allTypes, oneCongress)
	}
	spanKey := strconv.Itoa(day.Year())
	if key.Form.IsParty() {
		term, err := s.termOn(day)
		if err != nil {
			return nil, err
		}
		spanKey = term.ID
	}
	return s.open(key, issuerKey, key.run(), spanKey)
}

// oneCongress is the SpanKey of a congress: it is a body of its own, entered anew for the next one.
const oneCongress = "dai_hoi"

// issuerKey tells whose series it is. All cells bear the symbol CB and all congresses ĐH, so their series goes with the id; everybody
// else has a symbol of his own, under which the same body is found whether chosen from the list or by the way a letter is signed.
func (s *seriesReader) issuerKey(key SeriesKey) (string, Kind, error) {
	if key.IssuerID == "" {
		return key.Symbol, "", nil
	}
	var kind Kind
	err := s.tx.Model(&Issuer{}).Where("id = ?", key.IssuerID).Select("kind").Scan(&kind).Error
	if kind == Cell || kind == Congress {
		return key.Symbol + ":" + key.IssuerID, kind, err
	}
	return key.Symbol, kind, err
}

func (s *seriesReader) office() (units.Office, error) {
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
func (s *seriesReader) termsOfOffice() ([]officers.Term, error) {
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

func (s *seriesReader) termOn(day dates.Date) (officers.Term, error) {
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
func (s *seriesReader) open(key SeriesKey, issuerKey, run, spanKey string) (*NumberSeries, error) {
	series := &NumberSeries{SeriesKey: key, IssuerKey: issuerKey, Run: run, SpanKey: spanKey, SpanWord: "năm " + spanKey}
	if spanKey == oneCongress {
		series.Form, series.SpanWord = document.FormParty, "chung các loại văn bản của đại hội"
	} else if key.Form.IsParty() {
		series.Form = document.FormParty
		terms, err := s.termsOfOffice()
		if err != nil {
			return nil, err
		}
		series.SpanWord = "nhiệm kỳ đã xóa khỏi danh sách"
		for _, t := range terms {
			if t.ID == spanKey {
				series.Span, series.SpanWord = dates.Span{From: t.ValidFrom, To: t.ValidTo}, "nhiệm kỳ "+t.Label
			}
		}
	} else {
		series.Span = dates.Period(spanKey).Span()
	}
	var rows []Issued
	err := s.tx.Select("id", "number", "suffix", "symbol", "day", "type_name", "subject", "cancelled_at").
		Where("form = ? AND issuer_key = ? AND series_key = ? AND span_key = ?", series.Form, issuerKey, run, spanKey).Find(&rows).Error
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		label := r.Symbol + ", ngày " + r.Day.Show() + " (" + strings.TrimSpace(r.TypeName+" "+r.Subject) + ")"
		if r.CancelledAt != "" {
			label += ", đã hủy"
		}
		series.taken = append(series.taken, TakenNumber{Number: r.Number, Suffix: r.Suffix, Day: r.Day, Label: label, ID: r.ID})
	}
	if err := s.addReserved(series); err != nil {
		return nil, err
	}
	if !strings.Contains(issuerKey, ":") && run == key.Series && !series.Span.Empty() && series.Span.From != dates.None {
		if err := s.addNumbersElsewhere(series); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(series.taken, func(x, y TakenNumber) int {
		return cmp.Or(cmp.Compare(x.Number, y.Number), cmp.Compare(x.Suffix, y.Suffix), cmp.Compare(x.Day, y.Day))
	})
	return series, nil
}

// addNumbersElsewhere adds the numbers of the series that the register of matters and the decisions took. A paper is the same
// when number and day are: it is noted in the register of matters and issued here, or sent to several bodies at once.
func (s *seriesReader) addNumbersElsewhere(series *NumberSeries) error {
	if s.elsewhere == nil {
		s.elsewhere = map[dates.Span]numberedElsewhere{}
	}
	other, known := s.elsewhere[series.Span]
	if !known {
		var err error
		if other.letters, err = matters.Outgoing(s.tx, series.Span); err != nil {
			return err
		}
		if other.decisions, err = assignments.Issued(s.tx, series.Span); err != nil {
			return err
		}
		s.elsewhere[series.Span] = other
	}
	want := document.SeriesText(series.Form, series.Series, series.Symbol)
	add := func(text string, day dates.Date, what string) {
		number, suffix, ok := readSymbol(series.Form, text, want)
		if !ok || series.has(number, suffix, day) {
			return
		}
		symbol := document.SymbolText(series.Form, document.Numeral(number, suffix), series.Series, series.Symbol)
		label := symbol + ", ngày " + day.Show() + " (" + what + ")"
		series.taken = append(series.taken, TakenNumber{Number: number, Suffix: suffix, Day: day, Label: label})
	}
	for _, d := range other.letters {
		add(d.Number, d.Day, d.KindName())
	}
	for _, d := range other.decisions {
		add(d.NumberText(), d.DocDate, strings.TrimSpace("quyết định "+d.Subject))
	}
	return nil
}

func (series *NumberSeries) has(number int, suffix string, day dates.Date) bool {
	return slices.ContainsFunc(series.taken, func(t TakenNumber) bool { return t.Number == number && t.Suffix == suffix && t.Day == day })
}

// Next is the number that follows the highest one taken.
func (series *NumberSeries) Next() int {
	if len(series.taken) == 0 {
		return 1
	}
	return series.taken[len(series.taken)-1].Number + 1
}

// LastLabel names the paper with the highest number: "12-BC/HU, ngày 05/02/2026 (…)"; "" when there is none.
func (series *NumberSeries) LastLabel() string {
	if len(series.taken) == 0 {
		return ""
	}
	return series.taken[len(series.taken)-1].Label
}

// Name names the series: "BC/HU, nhiệm kỳ 2025–2030".
func (series *NumberSeries) Name() string {
	if series.Run == allTypes {
		return document.SeriesText(series.Form, "", series.Symbol) + ", " + series.SpanWord
	}
	text := document.SeriesText(series.Form, series.Series, series.Symbol)
	if shared := series.sharing(); shared != "" {
		text += " (" + strings.ToLower(shared) + ")"
	}
	return text + ", " + series.SpanWord
}

// sharing is the type of the papers of a series that prints the symbol of another one; "" of any other series.
func (series *NumberSeries) sharing() string {
	if series.Run == series.Series || series.Run == allTypes {
		return ""
	}
	return series.Type
}

// CheckNumber returns nil when a paper of a day can take a number. noted tells that the paper may stand in the register of
// matters already, under this very number and day. Faults: invalid ("number", "suffix") when the number is out of range or
// taken, or the letter after it does not fit.
func (series *NumberSeries) CheckNumber(number int, suffix string, day dates.Date, noted bool) error {
	var f fault.Fields
	switch {
	case number < 1 || number > mostNumber:
		f.Add("number", fmt.Sprintf("Số văn bản phải từ 01 đến %d. Hãy ghi lại.", mostNumber))
	case suffix != "" && !(len(suffix) == 1 && suffix[0] >= 'a' && suffix[0] <= 'z'):
		f.Add("suffix", "Chữ sau số chỉ gồm một chữ thường, ví dụ “a” của số 12a. Hãy ghi lại hoặc để trống.")
	case suffix != "" && !slices.ContainsFunc(series.taken, func(t TakenNumber) bool { return t.Number == number }):
		f.Add("suffix", "Số "+document.Numeral(number, "")+" chưa dùng nên không cần thêm chữ. Hãy bỏ chữ “"+suffix+"”.")
	}
	for _, t := range series.taken {
		if t.Number != number || t.Suffix != suffix || (noted && t.ID == "" && t.Day == day) {
			continue
		}
		if t.Kept {
			f.Add("number", "Số "+document.Numeral(number, suffix)+" đang giữ: "+t.Label+
				". Muốn dùng số này, hãy bỏ giữ ở Sổ văn bản đi, có ghi lý do; số tiếp theo chưa dùng là "+document.Numeral(series.Next(), "")+".")
			continue
		}
		f.Add("number", fmt.Sprintf(
			"Số %s đã dùng cho %s. Số tiếp theo chưa dùng là %s; văn bản xen giữa thì ghi thêm chữ, ví dụ %s.",
			document.Numeral(
				number,
				suffix,
			),
			t.Label,
			document.Numeral(series.Next(), ""),
			document.Numeral(number, series.freeSuffix(number)),
		))
	}
	return f.Err()
}

// mostNumber bounds a number; no office writes so many papers in a term.
const mostNumber = 99999

// freeSuffix gives the first letter not yet used with a number.
func (series *NumberSeries) freeSuffix(number int) string {
	for c := 'a'; c < 'z'; c++ {
		if !slices.ContainsFunc(series.taken, func(t TakenNumber) bool { return t.Number == number && t.Suffix == string(c) }) {
			return string(c)
		}
	}
	return "z"
}

// WarnNumber points out what is odd in a number and its day without forbidding it: numbers left out, a day against the order.
func (series *NumberSeries) WarnNumber(number int, suffix string, day dates.Date) []string {
	out := []string{}
	before, after, next := -1, -1, 1
	for i, t := range series.taken {
		order := cmp.Or(cmp.Compare(t.Number, number), cmp.Compare(t.Suffix, suffix))
		switch {
		case order < 0:
			before = i
		case order > 0 && after < 0:
			after = i
		}
		if order != 0 { // the paper itself may be noted already
			next = t.Number + 1
		}
	}
	if number > next && before >= 0 {
		out = append(out, "Số tiếp theo là "+document.Numeral(next, "")+"; ghi số "+document.Numeral(number, suffix)+
			" thì khuyết số "+rangeText(next, number-1)+".")
	}
	if before >= 0 && series.taken[before].Day > day {
		out = append(out, "Ngày "+day.Show()+" sớm hơn ngày của số đứng trước: "+series.taken[before].Label+".")
	}
	if after >= 0 && series.taken[after].Day < day {
		out = append(out, "Ngày "+day.Show()+" muộn hơn ngày của số đứng sau: "+series.taken[after].Label+".")
	}
	return out
}
