package papers

import (
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// officeNumbers answers rooms to the left; see units.Numbers.
type officeNumbers struct{}

// Numbers is what the register of papers tells rooms that note a number of the office; desk.New gives it to the store.
func Numbers() units.Numbers { return officeNumbers{} }

// Odd is WarnNumber for a number that is written in a symbol. It is the same before and after the number was noted.
func (officeNumbers) Odd(tx *store.Tx, symbol string, day dates.Date) ([]string, error) {
	series, err := seriesOfSymbol(tx, symbol, day)
	if series == nil || err != nil {
		return nil, err
	}
	number, suffix := LeadingNumber(symbol)
	out := series.WarnNumber(number, suffix, day)
	for _, t := range series.taken {
		if t.Number == number && t.Suffix == suffix && t.Day != day {
			out = append(out, "Số "+document.Numeral(number, suffix)+" đã dùng cho "+t.Label+".")
		}
	}
	return out, nil
}

// Next gives the symbol of the number that follows the highest one of a series.
func (officeNumbers) Next(tx *store.Tx, like string, day dates.Date) (string, error) {
	series, err := seriesOfSymbol(tx, like, day)
	if series == nil || err != nil {
		return "", err
	}
	return document.SymbolText(series.Form, document.Numeral(series.Next(), ""), series.Series, series.Symbol), nil
}

// seriesOfSymbol opens the series a symbol like "215-CV/HU" belongs to; nil for a bare number, for another body's, and for a
// day on which there is none. Cells all write CB, so theirs are not told apart by a symbol.
func seriesOfSymbol(tx *store.Tx, symbol string, day dates.Date) (*NumberSeries, error) {
	m := numbered.FindStringSubmatch(store.CleanLine(symbol))
	if m == nil {
		return nil, nil
	}
	party, rest := m[3] == "-", strings.ReplaceAll(m[4], " ", "")
	issuers, err := AllIssuers(tx)
	if err != nil {
		return nil, err
	}
	for _, i := range issuers {
		series, own := cutIssuer(rest, party, i.Symbol)
		if !own || i.Form.IsParty() != party || i.Kind == Cell || i.Kind == Congress {
			continue
		}
		types := slices.Clone(PaperTypes)
		if at := slices.IndexFunc(types, func(t PaperType) bool { return strings.EqualFold(t.Party, series) }); party && at >= 0 {
			series = types[at].Party
		}
		open, err := OpenSeries(tx, SeriesKey{Form: i.Form, IssuerID: i.Key(), Symbol: i.Symbol, Series: series}, day)
		if fault.Is(err, fault.CodeInvalid) {
			return nil, nil // the day lies in no term: nothing can be said of its order
		}
		return open, err
	}
	return nil, nil
}

// cutIssuer takes the issuer off what follows a number: "CV" of "CV/HU" in the Party's form, of "CV-UBND" in the state's.
func cutIssuer(rest string, party bool, issuer string) (series string, own bool) {
	mark := "-"
	if party {
		mark = "/"
	}
	if issuer == "" {
		return "", false
	}
	if strings.EqualFold(rest, issuer) {
		return "", !party
	}
	at := len(rest) - len(mark+issuer)
	if at <= 0 || !strings.EqualFold(rest[at:], mark+issuer) {
		return "", false
	}
	return rest[:at], true
}

// oddNumber tells what is odd in the number of a paper that has just been recorded.
func (p Issued) oddNumber(tx *store.Tx) ([]string, error) {
	symbol, _, _ := strings.Cut(p.IssuerKey, ":")
	series, err := OpenSeries(tx, SeriesKey{Form: p.Form, IssuerID: p.IssuerID, Symbol: symbol, Series: p.Series, Type: p.TypeName}, p.Day)
	if err != nil {
		return nil, err
	}
	return series.WarnNumber(p.Number, p.Suffix, p.Day), nil
}
