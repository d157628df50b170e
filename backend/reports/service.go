package reports

import (
	"cmp"
	"slices"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate: gate} }

// ReportLine is one report as the page lists it.
type ReportLine struct {
	Code        string             `json:"code"`
	Name        string             `json:"name"`
	Title       string             `json:"title"`
	Description string             `json:"description"`
	Periods     []dates.PeriodKind `json:"periods"`
	Forms       []document.Form    `json:"forms"`            // in which it may be drawn up, the usual first
	Numbered    bool               `json:"numbered"`         // takes a register number
	Needs       Need               `json:"needs"`            // what has to be chosen besides the period
	Takes       []Choice           `json:"takes"`            // what may be chosen besides period and form
	Many        bool               `json:"many"`             // can be printed for every place, officer, body or meeting in one go
	Worded      bool               `json:"worded,omitempty"` // its text is written by the program and can be changed paragraph by paragraph
	Use         Use                `json:"use"`              // the work it is printed for
	UseWord     string             `json:"useWord"`
	Favourite   bool               `json:"favourite,omitempty"` // kept on top by the person signed in
	LastOn      dates.Date         `json:"lastOn,omitempty"`    // the day this person printed or saved it last
}

// List gives the catalog, in the order of the uses, with what the person signed in printed last and keeps on top.
func (s *Service) List() ([]ReportLine, error) {
	return access.Read(s.gate, "reports.List", func(tx *store.Tx) ([]ReportLine, error) {
		kept, err := rememberedBy(tx)
		if err != nil {
			return nil, err
		}
		lines := make([]ReportLine, len(Catalog))
		for i, r := range Catalog {
			lines[i] = ReportLine{
				r.Code,
				r.Name,
				r.Title,
				r.Description,
				append([]dates.PeriodKind{}, r.Periods...),
				r.Forms,
				r.Symbol != "",
				r.Needs,
				append([]Choice{}, r.Takes...),
				len(r.Each) > 0,
				r.Story != nil,
				r.Use,
				r.Use.word(),
				kept[r.Code].Favourite,
				kept[r.Code].LastOn,
			}
		}
		slices.SortStableFunc(lines, func(a, b ReportLine) int { return cmp.Compare(a.Use.place(), b.Use.place()) })
		return lines, nil
	})
}

// Choices lists the meetings or handovers a paper that is about one of them can be about.
func (s *Service) Choices(in Input) ([]PaperChoice, error) {
	return access.Read(s.gate, "reports.Choices", func(tx *store.Tx) ([]PaperChoice, error) { return PaperChoices(tx, in) })
}

// Preview builds a report and keeps its PDF for the page to show, save or print, and notes in the trail that it was
// printed.
func (s *Service) Preview(in Input) (Printed, error) {
	return s.print("reports.Preview", in, typeset.FormatPDF, "In")
}

// Export builds a report as "docx" (the same words and measures, to edit in Word) or "xlsx" (its tables with real dates and
// numbers), keeps the file for the page to save, and notes that it was taken out. Pages is 0: Word and Excel divide pages
// themselves.
func (s *Service) Export(in Input, format string) (Printed, error) {
	f := typeset.Format(format)
	if f != typeset.FormatWord && f != typeset.FormatExcel {
		f = "" // the pages themselves come from Preview
	}
	return s.print("reports.Export", in, f, "Lưu dạng "+f.Name())
}

// print makes the file of a paper. The data are read in one transaction; the pages are drawn after it has ended, so that
// nobody waits for the drawing.
func (s *Service) print(call string, in Input, format typeset.Format, did string) (Printed, error) {
	type read struct {
		Prepared
		at *store.Tx
	}
	sessionGoesOn := s.gate.SessionGuard()
	got, err := access.Read(s.gate, call, func(tx *store.Tx) (read, error) {
		ready, err := Prepare(tx, in)
		if err == nil {
			err = ready.Stopped()
		}
		return read{ready, tx}, err
	})
	if err != nil {
		return Printed{}, err
	}
	report, err := Find(in.Report)
	if err != nil {
		return Printed{}, err
	}
	out, err := RenderAndStore(s.gate, sessionGoesOn, call, format.FileName(FileName(report, in)), func() (typeset.Rendered, error) {
		return typeset.Render(got.Doc, got.at.Now, format)
	})
	if err != nil {
		return Printed{}, err
	}
	out.Obstacles, out.Met = got.Obstacles, report.Met(got.Obstacles)
	err = access.Do(s.gate, call, func(tx *store.Tx) error {
		tx.Audit("report/"+report.Code, did+" "+report.Title+", "+in.Period.Label()+".")
		return nil
	})
	if err != nil {
		return Printed{}, err
	}
	return out, nil
}

// Profile reads how papers of a form look today.
func (s *Service) Profile(form document.Form) (document.Profile, error) {
	return access.Read(s.gate, "reports.Profile", func(tx *store.Tx) (document.Profile, error) { return document.ProfileOf(tx, form, "") })
}
