package reports

import (
	"cmp"
	"slices"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// OwedReport is a report the office issues period by period and has not issued for the last period that ended.
type OwedReport struct {
	Report string       `json:"report"`
	Title  string       `json:"title"`
	Period dates.Period `json:"period"`
	Label  string       `json:"label"` // of the period: "tháng 10 năm 2026"
	Since  dates.Date   `json:"since"` // last day of the period
	Days   int          `json:"days"`  // from that day on
	To     string       `json:"to"`    // address of the paper
}

// onPeriods are the reports on a period that has to be over; a test holds them to the entries.
var onPeriods = []Report{reportR20, reportR21, reportR26B}

// habit is how many periods back the last issue may lie: an office that left out more has given the report up.
const habit = 3

// OwedReports lists what the office owes by its own habit, the longest waiting first: a report on a period (its entry asks for the
// period to be over) that it issued for one of the periods before, and not for the last one that ended. Cancelled papers do not
// count. A report that went out as an estimate is owed as soon as its period is over, until the final one
// follows. The last day of a period counts as its end, as in unlessOver.
func OwedReports(tx *store.Tx) ([]OwedReport, error) {
	var rows []struct {
		Report   string
		Period   dates.Period
		Estimate bool
	}
	err := tx.Raw(`SELECT DISTINCT report, period, estimate FROM issued_paper WHERE report <> '' AND cancelled_at = '' AND (? OR day <= ?)`,
		!tx.Past(), tx.Today).Scan(&rows).Error
	if err != nil {
		return nil, err
	}
	type paper struct {
		report string
		period dates.Period
	}
	issued, promised := map[paper]bool{}, map[paper]bool{}
	for _, row := range rows {
		if row.Estimate {
			promised[paper{row.Report, row.Period}] = true
		} else {
			issued[paper{row.Report, row.Period}] = true
		}
	}
	out := []OwedReport{}
	owes := func(report Report, period dates.Period) {
		last := period.Span().Last()
		out = append(out, OwedReport{report.Code, report.Title, period, period.Label(), last,
			int(dates.DayNumber(tx.Today) - dates.DayNumber(last)), reportScreen + report.Name + "?ky=" + string(period)})
	}
	for _, report := range onPeriods {
		for kept := range promised {
			if kept.report == report.Code && !issued[kept] && kept.period.Span().Last() <= tx.Today {
				owes(report, kept.period)
			}
		}
		for _, kind := range report.Periods {
			ended := dates.PeriodOf(kind, tx.Today)
			if ended.Span().Last() > tx.Today {
				ended = ended.Previous()
			}
			if promised[paper{report.Code, ended}] || issued[paper{report.Code, ended}] || issued[paper{report.Code, ended.Next()}] {
				continue
			}
			for back, before := 0, ended.Previous(); back < habit; back, before = back+1, before.Previous() {
				if issued[paper{report.Code, before}] {
					owes(report, ended)
					break
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b OwedReport) int {
		return cmp.Or(cmp.Compare(b.Days, a.Days), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Period, b.Period))
	})
	return out, nil
}

// Owed gives OwedReports to the first screen.
func (s *Service) Owed() ([]OwedReport, error) {
	return access.Read(s.gate, "reports.Owed", OwedReports)
}
