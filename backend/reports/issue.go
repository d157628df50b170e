package reports

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// Proposal is what the form asks before a paper is issued: the number that comes next and what is known of the series.
type Proposal struct {
	Number     int            `json:"number"`   // the next one
	Fixed      bool           `json:"fixed"`    // the number stands in the register already (a letter, a decision) and cannot be chosen
	Series     string         `json:"series"`   // "BC"
	SpanWord   string         `json:"spanWord"` // "nhiệm kỳ 2025–2030", "năm 2026"
	LastText   string         `json:"lastText"` // "12-BC/HU, ngày 05/02/2026"; "" = none yet
	Faults     []papers.Fault `json:"faults"`
	Day        dates.Date     `json:"day"`
	Signer     Signatory      `json:"signer"`     // as the paper has it now
	Recipients []string       `json:"recipients"` // as the paper has them now
	Warnings   []string       `json:"warnings"`
}

// IssueInput issues a paper: the choices of the paper with its number and day.
type IssueInput struct {
	Input  Input  `json:"input"`
	Suffix string `json:"suffix"` // "a" of a number put in between
	Note   string `json:"note"`
}

// IssuedPrint is a sealed paper waiting to be fetched.
type IssuedPrint struct {
	Paper papers.Issued `json:"paper"`
	File  Printed       `json:"file"`
}

// Propose tells which number a paper would take and what its end would look like.
func (s *Service) Propose(in Input) (Proposal, error) {
	return access.Read(s.gate, "reports.Propose", func(tx *store.Tx) (Proposal, error) { return Proposal{}, errNotYet })
}

// Issue gives a paper its number and seals it: its pages, its figures, who signed, as of this moment.
func (s *Service) Issue(in IssueInput) (IssuedPrint, error) {
	return access.Write(s.gate, "reports.Issue", func(tx *store.Tx) (IssuedPrint, error) { return IssuedPrint{}, errNotYet })
}

// Issued lists what was issued of the same paper (report, period, place, form), newest first.
func (s *Service) Issued(in Input) ([]papers.Issued, error) {
	return access.Read(s.gate, "reports.Issued", func(tx *store.Tx) ([]papers.Issued, error) { return []papers.Issued{}, errNotYet })
}

// Reprint hands out the sealed file again, byte for byte, and notes that it was printed again.
func (s *Service) Reprint(id string) (IssuedPrint, error) {
	return access.Write(s.gate, "reports.Reprint", func(tx *store.Tx) (IssuedPrint, error) { return IssuedPrint{}, errNotYet })
}

// Differences makes the page that shows what the records say now where an issued paper said something else. format is pdf,
// docx or xlsx.
func (s *Service) Differences(id, format string) (Printed, error) {
	return access.Read(s.gate, "reports.Differences", func(tx *store.Tx) (Printed, error) { return Printed{}, errNotYet })
}

var errNotYet = fault.Unavailable("Đang làm.")
