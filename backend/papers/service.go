package papers

import (
	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Service is what the page calls.
type Service struct{ gate *access.Gate }

// New makes the service; it touches no disk.
func New(gate *access.Gate) *Service { return &Service{gate} }

// Filter narrows the register of issued papers ("sổ đăng ký văn bản đi").
type Filter struct {
	Span     dates.Span    `json:"span"`
	Form     document.Form `json:"form"`
	IssuerID string        `json:"issuerId"` // id of one of Page.Issuers
	Series   string        `json:"series"`
	Report   string        `json:"report"`
	Text     string        `json:"text"`
	Limit    int           `json:"limit"`
	Offset   int           `json:"offset"`
}

// Page is one page of the register, newest first, with what is wrong in the numbers of the series it shows.
type Page struct {
	Items    []Issued   `json:"items"`
	Total    int        `json:"total"`
	Faults   []Fault    `json:"faults"`
	Reserved []Reserved `json:"reserved"` // numbers kept for papers that are not here, the oldest first; all of the filter
	Series   []string   `json:"series"`   // every type symbol that was used, for the filter
	Issuers  []Issuer   `json:"issuers"`  // every body that issued, for the filter; ID is the key of its series
}

// Fault is a gap or a double in a series of numbers.
type Fault struct {
	Kind     string        `json:"kind"` // trong (numbers nobody has), trung (one number twice)
	Form     document.Form `json:"form"`
	IssuerID string        `json:"issuerId"` // whose numbers they are, see SeriesKey
	Series   string        `json:"series"`
	TypeName string        `json:"typeName,omitempty"` // where two types print the same symbol
	SpanWord string        `json:"spanWord"`           // "nhiệm kỳ 2025–2030", "năm 2026"
	From     int           `json:"from"`
	To       int           `json:"to"`
	Papers   []string      `json:"papers"` // who has a doubled number
	Sentence string        `json:"sentence"`
}

// OutsideInput is a paper written elsewhere that takes its number in a series of ours.
type OutsideInput struct {
	Form        document.Form `json:"form"`
	IssuerID    string        `json:"issuerId"`
	Series      string        `json:"series"`
	Number      int           `json:"number"`
	Suffix      string        `json:"suffix"`
	Day         dates.Date    `json:"day"`
	TypeName    string        `json:"typeName"`
	Subject     string        `json:"subject"`
	Signer      string        `json:"signer"`
	Recipients  []string      `json:"recipients"`
	Copies      int           `json:"copies"`
	Pages       int           `json:"pages"`
	Note        string        `json:"note"`
	GuardReason string        `json:"guardReason"` // why marked text is kept
	Accepted    []string      `json:"accepted"`    // what a person was asked and accepted, see fault.Ask
}

// Register lists issued papers.
func (s *Service) Register(f Filter) (Page, error) {
	return access.Read(s.gate, "papers.Register", func(tx *store.Tx) (Page, error) { return List(tx, f) })
}

// RecordOutside notes a paper written elsewhere, so that its number is not given twice. Faults: see RecordFromOutside.
func (s *Service) RecordOutside(in OutsideInput) (Issued, error) {
	return access.Write(s.gate, "papers.RecordOutside", func(tx *store.Tx) (Issued, error) {
		p, err := RecordFromOutside(tx, in)
		if err != nil {
			return Issued{}, err
		}
		odd, err := p.oddNumber(tx)
		if err != nil {
			return Issued{}, err
		}
		return p, fault.Ask(odd, in.Accepted)
	})
}

// Reserve keeps numbers for papers that are not made here. Faults: see Reserve.
func (s *Service) Reserve(in ReserveInput) ([]Reserved, error) {
	return access.Write(s.gate, "papers.Reserve", func(tx *store.Tx) ([]Reserved, error) { return Reserve(tx, in) })
}

// Release gives a kept number free again, with the reason. Faults: see Release.
func (s *Service) Release(id, reason string) (Reserved, error) {
	return access.Write(s.gate, "papers.Release", func(tx *store.Tx) (Reserved, error) { return Release(tx, id, reason) })
}

// Cancel marks an issued paper as cancelled, with the reason. Its number stays taken. Faults: see CancelPaper.
func (s *Service) Cancel(id, reason string) (Issued, error) {
	return access.Write(s.gate, "papers.Cancel", func(tx *store.Tx) (Issued, error) { return CancelPaper(tx, id, reason) })
}
