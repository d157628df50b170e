// Package issuing is what happens when a paper goes out: it takes its number and is sealed, is printed again byte for byte, is
// compared with what the records say now, goes into the dossier of a session, or is made for many places in one go.
package issuing

import (
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// Service is what the page calls.
type Service struct {
	gate  *access.Gate
	batch batchJobs
}

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate: gate} }

// Proposal is what the form asks before a paper is issued: the number that comes next and what is known of the series.
type Proposal struct {
	Number     int                `json:"number"`   // the next one, or the one the paper bears already
	Suffix     string             `json:"suffix"`   // of a fixed number
	Fixed      bool               `json:"fixed"`    // the number stands in the register already (a letter, a decision) and cannot be chosen
	Series     string             `json:"series"`   // "BC"
	SpanWord   string             `json:"spanWord"` // "nhiệm kỳ 2025–2030", "năm 2026"
	LastText   string             `json:"lastText"` // "12-BC/HU, ngày 05/02/2026"; "" = none yet
	Faults     []papers.Fault     `json:"faults"`
	Day        dates.Date         `json:"day"`
	Signer     document.Signatory `json:"signer"`     // as the paper has it now
	Recipients []string           `json:"recipients"` // as the paper has them now
	Before     []papers.Issued    `json:"before"`     // what was issued of the same paper and stands, the newest first
	Met        []string           `json:"met"`        // which conditions hold, in sentences
	Obstacles  []reports.Obstacle `json:"obstacles"`  // what to know before it is issued; none that refuses: it can be
}

// IssueInput issues a paper: the choices of the paper with its number and day. Number 0 takes the next one.
type IssueInput struct {
	Input       reports.Input `json:"input"`
	Suffix      string        `json:"suffix"` // "a" of a number put in between
	Note        string        `json:"note"`
	GuardReason string        `json:"guardReason"` // why marked text in the note is kept
	Accepted    []string      `json:"accepted"`    // what a person was asked and accepted, see fault.Ask
}

// IssuedPrint is a sealed paper waiting to be fetched.
type IssuedPrint struct {
	Paper papers.Issued   `json:"paper"`
	File  reports.Printed `json:"file"`
}

// Propose tells which number a paper would take and what its end would look like. With a number given it also says what is
// odd about that number on that day.
func (s *Service) Propose(in reports.Input) (Proposal, error) {
	return access.Read(s.gate, "issuing.Propose", func(tx *store.Tx) (Proposal, error) { return propose(tx, in) })
}

// Issue gives a paper its number and seals it: its pages, its figures, who signed, as of this moment.
func (s *Service) Issue(in IssueInput) (IssuedPrint, error) {
	done, err := access.Write(s.gate, "issuing.Issue", func(tx *store.Tx) (Sealed, error) { return Seal(tx, in) })
	if err != nil {
		return IssuedPrint{}, err
	}
	return s.storeSealed(done), nil
}

// Issued lists what was issued of the same paper (report, period, place, form and what else it is about), newest first.
func (s *Service) Issued(in reports.Input) ([]papers.Issued, error) {
	return access.Read(s.gate, "issuing.Issued", func(tx *store.Tx) ([]papers.Issued, error) {
		report, err := reports.Find(in.Report)
		if err != nil {
			return nil, err
		}
		return reports.IssuedBefore(tx, report, in)
	})
}

// Reprint hands out the sealed file again, byte for byte, and notes that it was printed again.
func (s *Service) Reprint(id string) (IssuedPrint, error) {
	done, err := access.Write(s.gate, "issuing.Reprint", func(tx *store.Tx) (Sealed, error) { return PrintAgain(tx, id) })
	if err != nil {
		return IssuedPrint{}, err
	}
	return s.storeSealed(done), nil
}

// Differences makes the page that shows what the records say now where an issued paper said something else. format is pdf,
// docx or xlsx.
func (s *Service) Differences(id, format string) (reports.Printed, error) {
	type read struct {
		doc   document.Document
		paper papers.Issued
		at    *store.Tx
	}
	sessionGoesOn := s.gate.SessionGuard()
	got, err := access.Read(s.gate, "issuing.Differences", func(tx *store.Tx) (read, error) {
		doc, paper, err := Compare(tx, id)
		return read{doc, paper, tx}, err
	})
	if err != nil {
		return reports.Printed{}, err
	}
	name := typeset.Format(format).FileName("doi chieu " + fileSafe(got.paper.Symbol) + ".pdf")
	return reports.RenderAndStore(s.gate, sessionGoesOn, "issuing.Differences", name, func() (typeset.Rendered, error) {
		return typeset.Render(got.doc, got.at.Now, typeset.Format(format))
	})
}

// storeSealed keeps a sealed file for the page to fetch.
func (s *Service) storeSealed(done Sealed) IssuedPrint {
	token := s.gate.Files().Put(done.FileName, "application/pdf", done.Content)
	return IssuedPrint{
		done.Paper,
		reports.Printed{Token: token, FileName: done.FileName, Pages: done.Paper.Pages, Warnings: append([]string{}, done.Warnings...)},
	}
}

// fileSafe writes a symbol as part of a file's name: "12-BC-HU".
func fileSafe(symbol string) string {
	return strings.NewReplacer("/", "-", `\`, "-", ":", "-").Replace(symbol)
}
