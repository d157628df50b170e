package reports

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// Authority is the right by which somebody signs.
type Authority = papers.Authority

// The rights to sign, with their rules in package papers.
const (
	Direct    = papers.Direct
	OnBehalf  = papers.OnBehalf
	ForHead   = papers.ForHead
	ByOrder   = papers.ByOrder
	ByMandate = papers.ByMandate
	Acting    = papers.Acting
)

// Signatory is one person's place under a paper.
type Signatory struct {
	Authority Authority `json:"authority"`
	Body      string    `json:"body"`          // whom the signature stands for: "BAN THƯỜNG VỤ"; for K/T the head's position
	For       string    `json:"for,omitempty"` // state only: the head a deputy signs for under "TM.", "CHỦ TỊCH"
	Position  string    `json:"position"`      // "PHÓ BÍ THƯ"; may be empty for a member who holds none
	Name      string    `json:"name"`          // empty leaves the line to be written by hand
	Hint      string    `json:"hint"`          // "(Ký, ghi rõ họ tên)" under the position, in papers filled by hand
}

// Signing is the end of a paper: recipients at the left, signatures. With Left set the two signatories stand side by
// side and Recipients are not allowed, as in biên bản.
type Signing struct {
	PlaceDate  string     `json:"placeDate"` // above the right signature, where the letterhead has none
	Recipients []string   `json:"recipients"`
	Typist     string     `json:"typist"` // typist code and copies, last line of the recipients
	Copies     int        `json:"copies"`
	Left       *Signatory `json:"left"`
	Right      *Signatory `json:"right"`
}

// signLine is one line of a signature above the name.
type signLine struct {
	text string
	bold bool
}

// lines gives what stands above the name. Party: the right to sign bold, the position regular, and the position bold
// only where it stands alone (HD 36 Phụ lục 3, HD 05). State: all bold (NĐ 30).
func (s Signatory) lines(p Profile) []signLine {
	mark := s.Authority.Mark(string(p.Form))
	switch s.Authority {
	case Direct:
		return bareLines(signLine{s.Position, true})
	case Acting:
		return bareLines(signLine{mark + s.Position, true})
	}
	head := ""
	if s.For != "" {
		head = ForHead.Mark(string(p.Form)) + s.For
	}
	return bareLines(signLine{mark + s.Body, true}, signLine{head, true}, signLine{s.Position, !p.party()})
}

func bareLines(all ...signLine) []signLine {
	kept := all[:0]
	for _, line := range all {
		if strings.TrimSpace(line.text) != "" {
			kept = append(kept, line)
		}
	}
	return kept
}

// signature is a signatory as the signing rules look at it.
func (s Signatory) signature() papers.Signature {
	return papers.Signature{Authority: s.Authority, Body: s.Body, For: s.For, Position: s.Position, Name: s.Name}
}

// check refuses what the signing rules forbid. field names the part of the form that has to be corrected.
func (s Signatory) check(p Profile, field string, f *fault.Fields) {
	s.signature().Check(string(p.Form), field, f)
	if utf8.RuneCountInString(s.Hint) > papers.MaxLine {
		f.Add(field, fmt.Sprintf("Phần ký quá dài. Hãy ghi không quá %d chữ mỗi dòng.", papers.MaxLine))
	}
}

// signed makes the signatory of a signature.
func signed(s papers.Signature) *Signatory {
	return &Signatory{Authority: s.Authority, Body: s.Body, For: s.For, Position: s.Position, Name: s.Name}
}

// text writes a signature in one line: "Trần Mẫu Bình (T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ)".
func (s *Signatory) text(p Profile) string {
	if s == nil {
		return ""
	}
	var right []string
	for _, line := range s.lines(p) {
		right = append(right, strings.TrimSpace(line.text))
	}
	if s.Name == "" {
		return strings.Join(right, ", ")
	}
	return s.Name + " (" + strings.Join(right, ", ") + ")"
}

// cleaned writes a signature as it stands on paper: right and position in capitals, the name as given.
func (s Signatory) cleaned() *Signatory {
	s.Body, s.For, s.Position = strings.ToUpper(
		store.CleanLine(s.Body),
	), strings.ToUpper(
		store.CleanLine(s.For),
	), strings.ToUpper(
		store.CleanLine(s.Position),
	)
	s.Name, s.Hint = store.CleanLine(s.Name), store.CleanLine(s.Hint)
	return &s
}
