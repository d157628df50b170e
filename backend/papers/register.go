package papers

import (
	"cmp"
	"slices"
	"strings"

	"gorm.io/gorm"

	"caunoi/backend/document"
	"caunoi/backend/store"
)

// mostOnPage bounds a page of the register.
const mostOnPage = 200

// mostSeries is how many series are looked through for gaps and doubles at once.
const mostSeries = 40

// within limits a query of issued papers or of kept numbers to the span, the form and the series of a filter.
func (f Filter) within(q *gorm.DB) *gorm.DB {
	for _, part := range []struct{ where, value string }{
		{"day >= ?", string(f.Span.From)}, {"day < ?", string(f.Span.To)}, {"form = ?", string(f.Form)}, {"issuer_key = ?", f.IssuerID},
		{"series = ?", f.Series},
	} {
		if part.value != "" {
			where := part.where
			q = q.Where(where, part.value)
		}
	}
	return q
}

// applyTo adds a filter to a query of issued papers.
func (f Filter) applyTo(q *gorm.DB) *gorm.DB {
	if q = f.within(q); f.Report != "" {
		q = q.Where("report = ?", f.Report)
	}
	for _, word := range strings.Fields(store.Fold(f.Text)) {
		// Papers sealed before apostrophes were left out of what is searched still hold them.
		q = q.Where(`replace(replace(fold, '''', ''), '’', '') LIKE ? ESCAPE '\'`, store.Like(word))
	}
	return q
}

// List reads the register of issued papers: newest first, within a filter, with what is wrong in the numbers of the series
// that the filter touches. Limit 0 means a usual page; List with Limit < 0 gives all, oldest first, as it is printed.
func List(tx *store.Tx, f Filter) (Page, error) {
	page := Page{Items: []Issued{}, Reserved: []Reserved{}, Faults: []Fault{}, Series: []string{}, Issuers: []Issuer{}}
	var total int64
	if err := f.applyTo(tx.Model(&Issued{})).Count(&total).Error; err != nil {
		return page, err
	}
	page.Total = int(total)
	q := f.applyTo(tx.Omit("snapshot", "input"))
	if f.Limit < 0 {
		q = q.Order("day, id")
	} else {
		q = q.Order("day DESC, id DESC").Limit(min(cmp.Or(f.Limit, 50), mostOnPage)).Offset(max(f.Offset, 0))
	}
	if err := q.Find(&page.Items).Error; err != nil {
		return page, err
	}
	if err := complete(tx, page.Items); err != nil {
		return page, err
	}
	if err := page.readChoices(tx); err != nil {
		return page, err
	}
	if err := page.readReserved(tx, f); err != nil {
		return page, err
	}
	return page, page.findFaults(tx, f)
}

// Search finds issued papers by number, symbol, subject or whom they went to; newest first.
func Search(tx *store.Tx, text string, limit int) ([]Issued, error) {
	found := []Issued{}
	heads := tx.Select("id", "symbol", "day", "type_name", "subject", "cancelled_at")
	err := Filter{Text: text}.applyTo(heads).Order("day DESC, id DESC").Limit(limit).Find(&found).Error
	return found, err
}

// usedSeries is one series that has issued papers.
type usedSeries struct {
	Form                                                  document.Form
	IssuerID, IssuerKey, Series, SeriesKey, Type, SpanKey string
}

// findFaults looks for gaps and doubles in the series whose papers the filter lets through.
func (page *Page) findFaults(tx *store.Tx, f Filter) error {
	var touched []usedSeries
	err := f.applyTo(tx.Model(&Issued{})).
		Select("form, MAX(issuer_id) AS issuer_id, issuer_key, MAX(series) AS series, series_key, MAX(type_name) AS type, span_key").
		Group("form, issuer_key, series_key, span_key").
		Order("MAX(day) DESC").
		Limit(mostSeries).
		Scan(&touched).
		Error
	if err != nil {
		return err
	}
	s := &seriesReader{tx: tx}
	for _, t := range touched {
		symbol, _, _ := strings.Cut(t.IssuerKey, ":")
		series, err := s.open(
			SeriesKey{Form: t.Form, IssuerID: t.IssuerID, Symbol: symbol, Series: t.Series, Type: t.Type},
			t.IssuerKey,
			t.SeriesKey,
			t.SpanKey,
		)
		if err != nil {
			return err
		}
		page.Faults = append(page.Faults, series.Faults()...)
	}
	return nil
}

// readChoices lists what the filter can be set to.
func (page *Page) readChoices(tx *store.Tx) error {
	if err := tx.Model(&Issued{}).Distinct("series").Where("series <> ''").Order("series").Pluck("series", &page.Series).Error; err != nil {
		return err
	}
	var rows []Issued
	err := tx.Model(&Issued{}).Select("issuer_key, form, MAX(issuer) AS issuer").Group("issuer_key, form").Find(&rows).Error
	for _, r := range rows {
		symbol, _, _ := strings.Cut(r.IssuerKey, ":")
		page.Issuers = append(page.Issuers, Issuer{ID: r.IssuerKey, Form: r.Form, Name: r.Issuer, Symbol: symbol})
	}
	slices.SortFunc(page.Issuers, func(a, b Issuer) int { return cmp.Or(cmp.Compare(a.Form, b.Form), cmp.Compare(a.Name, b.Name)) })
	return err
}
