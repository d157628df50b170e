package reports

import (
	"slices"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset"
)

// The overview says what the screens behind its links say: coverage, fulfilment month by month, open matters; a month that goes
// on has bounds around its rate, a month that is over has none, and a month without a value is named and not drawn.
func TestOverviewOwnsNoNumber(t *testing.T) {
	t.Parallel()
	meetings, _ := reportstest.Office(t)
	raised, _ := reportstest.MatterOffice(t)
	for name, o := range map[string]*accesstest.Office{"meetings": meetings, "matters": raised} {
		t.Run(name, func(t *testing.T) { CheckOverview(t, o.Store, name == "matters") })
	}
}

// CheckOverview holds the overview of an office against the functions that own its numbers.
func CheckOverview(t *testing.T, s *store.Store, raised bool) {
	t.Helper()
	storetest.Read(t, s, func(tx *store.Tx) error {
		month := dates.PeriodOf(dates.Month, tx.Today)
		in := Input{Report: "TC", Period: month}
		paper, err := NewPaper(tx, in, reportTC)
		if err != nil {
			return err
		}
		got, err := overviewOf(tx, in, paper)
		if err != nil {
			return err
		}
		view, err := assignments.ViewCoverage(tx, assignments.CoverageQuery{Day: paper.AsOf})
		if err != nil {
			return err
		}
		required := 0.0
		for _, row := range got.Coverage.Rows {
			required += *row.Cells[1].Number
		}
		if int(required) != view.Required || view.Required == 0 {
			t.Errorf("%v places must have somebody, the screen says %d", required, view.Required)
		}
		if len(got.Rate.Categories) != monthsBack || len(got.Trends) != 3 {
			t.Fatalf("%d months, %d trends", len(got.Rate.Categories), len(got.Trends))
		}
		for i, p := month, monthsBack-1; p >= 0; i, p = i.Previous(), p-1 {
			sum, err := fulfilment.Summarize(tx, fulfilment.Filter{Span: i.Span(), By: fulfilment.ByOfficer})
			if err != nil {
				return err
			}
			at, t0 := got.Rate.Series[0].Points[p], sum.Total
			if (at.Value == nil) != (t0.Held == 0) || at.Value != nil && *at.Value != float64(tenths(t0.Done, t0.Held))/10 {
				t.Errorf("%s: rate %v of %d/%d", i, at.Value, t0.Done, t0.Held)
			}
			running := i.Span().Last() > tx.Today
			if (at.Low != nil) != (running && t0.Held+t0.NotRecorded > 0) {
				t.Errorf("%s: bounds %v, goes on %v", i, at.Low, running)
			}
			total, err := matters.Total(tx, matters.Filter{Span: i.Span()})
			if err != nil {
				return err
			}
			if v := got.Trends[0].Chart.Series[0].Points[p].Value; v == nil || int(*v) != total.Received.Value {
				t.Errorf("%s: received %v, the register says %d", i, v, total.Received.Value)
			}
			for _, trend := range got.Trends[1:] {
				if v := trend.Chart.Series[0].Points[p].Value; v == nil && trend.Note == "" {
					t.Errorf("%s: %s has no value and nothing says so", i, trend.Name)
				}
			}
		}
		ages, err := matters.AgeingOf(tx, matters.Filter{})
		if err != nil {
			return err
		}
		if raised != (len(ages) > 0) || len(ages) != len(got.Ageing.Rows) ||
			raised && int(*got.Ageing.Rows[0].Cells[1].Number) != ages[0].Total.Value {
			t.Errorf("ages %v", got.Ageing.Rows)
		}
		return nil
	})
}

// The bounds of a rate hold what it becomes once everything is recorded, whatever is.
func TestRateBounds(t *testing.T) {
	t.Parallel()
	for done := range 5 {
		for held := done; held < 7; held++ {
			for unknown := range 4 {
				for silent := range held - done + 1 { // held, nobody wrote who came
					b := fulfilment.Tally{
						Expected:        held + unknown,
						Done:            done,
						Held:            held,
						NotRecorded:     unknown + silent,
						HeldNotRecorded: silent,
						NotKnown:        unknown,
					}.Bounds()
					least, most := 1.0, 0.0
					for came := range silent + 1 {
						for more := range unknown + 1 { // came to what turns out to have been held
							if of := float64(held + unknown); of > 0 {
								least, most = min(least, float64(done)/of), max(most, float64(done+came+more)/of)
							}
						}
					}
					if b.Of != held+unknown ||
						b.Of > 0 && (float64(b.Least)/float64(b.Of) != least || float64(b.Most)/float64(b.Of) != most) {
						t.Errorf("%d/%d, %d silent and %d unknown: %+v, want %v to %v", done, held, silent, unknown, b, least, most)
					}
				}
			}
		}
	}
}

// The overview is one sheet, with records and without, in every form.
func TestOverviewIsOneSheet(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func() *store.Store{
		"commune": func() *store.Store { o, _ := reportstest.Office(t); return o.Store },
		"matters": func() *store.Store { o, _ := reportstest.MatterOffice(t); return o.Store },
	} {
		s := open()
		for _, form := range everyForm {
			for _, period := range []dates.Period{"2026-06", "2026-11", "2024-01"} {
				doc := made(t, s, Input{Report: "TC", Period: period, Form: form})
				pdf, err := typeset.RenderPDF(doc, documenttest.MadeAt)
				if err != nil || pdf.Pages != 1 {
					t.Errorf("%s %s %s: %d pages, %v", name, form, period, pdf.Pages, err)
				}
			}
		}
	}
}

// The fullest overview the sheet has to hold: every table as long as it may be, with long names.
func TestFullOverviewIsOneSheet(t *testing.T) {
	t.Parallel()
	o, _ := reportstest.MatterOffice(t)
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		in := Input{Report: "TC", Period: "2026-11"}
		paper, err := NewPaper(tx, in, reportTC)
		if err != nil {
			return err
		}
		view, err := overviewOf(tx, in, paper)
		if err != nil {
			return err
		}
		fill := func(table *document.Table, name string) {
			row := slices.Clone(table.Rows[0].Cells)
			row[0].Text = name
			for len(table.Rows) < 9 {
				table.Rows = append(table.Rows, document.Row{Cells: row})
			}
		}
		fill(&view.Coverage, "Cấp ủy viên theo dõi, hỗ trợ ấp, khu phố")
		fill(&view.Ageing, "Phòng Nông nghiệp và Môi trường huyện Mẫu")
		for i := range view.Rate.Series[0].Points {
			low, high := 77.0, 86.5
			view.Rate.Series[0].Points[i] = document.At(80.5)
			view.Rate.Series[0].Points[i].Low, view.Rate.Series[0].Points[i].High = &low, &high
		}
		for len(view.Asks) < 9 {
			view.Asks = append(
				view.Asks,
				Ask{Text: "Phòng Nông nghiệp và Môi trường huyện Mẫu: 12 kiến nghị quá hạn, lâu nhất 66 ngày làm việc"},
			)
		}
		pdf, err := typeset.RenderPDF(view.sheet(in, paper), documenttest.MadeAt)
		if err != nil || pdf.Pages != 1 {
			t.Errorf("%d pages, %v", pdf.Pages, err)
		}
		return nil
	})
}

func TestMonthsThatFollowOneAnotherAreOneRun(t *testing.T) {
	t.Parallel()
	for want, months := range map[string][]dates.Period{
		"":                         nil,
		"11/2026":                  {"2026-11"},
		"12/2025–01/2026":          {"2025-12", "2026-01"},
		"12/2025–02/2026, 11/2026": {"2025-12", "2026-01", "2026-02", "2026-11"},
		"10/2026, 12/2026":         {"2026-10", "2026-12"},
	} {
		if got := monthRuns(months); got != want {
			t.Errorf("%v: %q, want %q", months, got, want)
		}
	}
}
