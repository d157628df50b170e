package document

import (
	"strings"

	"caunoi/backend/store"
)

// Authority is the right by which somebody signs.
type Authority string

const (
	Direct    Authority = ""            // the head of the body signs for it
	OnBehalf  Authority = "thay_mat"    // T/M, TM.: for a body that decides together
	ForHead   Authority = "ky_thay"     // K/T, KT.: the deputy for the head
	ByOrder   Authority = "thua_lenh"   // T/L, TL.
	ByMandate Authority = "thua_uy_quy" // TUQ.: state papers only
	Acting    Authority = "quyen"       // Q.
	// Both is for boards without a seal of their own (HD 05, 7.1.4 đ): under the post whose seal is used stands "kiêm" and the post
	// in the board, so a deputy there never signs K/T. Party papers only.
	Both Authority = "kiem"
)

var slashForms = map[Authority]string{OnBehalf: "T/M ", ForHead: "K/T ", ByOrder: "T/L ", Acting: "Q. ", Both: "kiêm "}

var dotForms = map[Authority]string{OnBehalf: "TM. ", ForHead: "KT. ", ByOrder: "TL. ", ByMandate: "TUQ. ", Acting: "Q. "}

// Mark is how a right to sign is written before what it stands for: "T/M " in Party papers, "TM. " in all others; empty for
// one the form does not know.
func (a Authority) Mark(form Form) string {
	if form == FormParty {
		return slashForms[a]
	}
	return dotForms[a]
}

// ParseAuthority reads "T/M BAN THƯỜNG VỤ" as it stands in the settings, in the slash or the dot form.
func ParseAuthority(text string) (Authority, string) {
	text = store.CleanLine(text)
	for _, forms := range []map[Authority]string{slashForms, dotForms} {
		for authority, mark := range forms {
			mark = strings.TrimSpace(mark)
			if len(text) >= len(mark) && strings.EqualFold(text[:len(mark)], mark) {
				return authority, strings.TrimSpace(text[len(mark):])
			}
		}
	}
	if text != "" && Collective(text) {
		return OnBehalf, text
	}
	return Direct, text
}

// Signatory is one person's place under a paper.
type Signatory struct {
	Authority Authority `json:"authority"`
	Body      string    `json:"body"`          // whom the signature stands for: "BAN THƯỜNG VỤ"; for K/T the head's position
	For       string    `json:"for,omitempty"` // state only: the head a deputy signs for under "TM.", "CHỦ TỊCH"
	Position  string    `json:"position"`      // "PHÓ BÍ THƯ"; may be empty for a member who holds none
	Name      string    `json:"name"`          // empty leaves the line to be written by hand
	Hint      string    `json:"hint"`          // "(Ký, ghi rõ họ tên)" under the position, in papers filled by hand
	// Above stands over the signature: "Xác nhận chữ ký của đồng chí …" (HD 05, 7.1.4 e), "Người chứng kiến".
	Above string `json:"above,omitempty"`
}

// Signing is the end of a paper: recipients at the left, signatures. With Left set the two signatories stand side by
// side and Recipients are not allowed, as in biên bản: whoever leads signs at the right (HD 05, 7.2.4).
type Signing struct {
	PlaceDate  string     `json:"placeDate"` // above the right signature, where the letterhead has none
	Recipients []string   `json:"recipients"`
	Typist     string     `json:"typist"` // typist code and copies, last line of the recipients
	Copies     int        `json:"copies"`
	Left       *Signatory `json:"left"`
	Right      *Signatory `json:"right"`
	// Under is the next row of signatures, never parted from this one: further sides, or who confirms the signature above.
	Under *Signing `json:"under,omitempty"`
}

// Signatories lists everybody who signs, row by row, left before right.
func (s *Signing) Signatories() []*Signatory {
	var all []*Signatory
	for ; s != nil; s = s.Under {
		for _, each := range []*Signatory{s.Left, s.Right} {
			if each != nil {
				all = append(all, each)
			}
		}
	}
	return all
}

// OfOffice is the signature by which the office stands for the paper: the last at the right. Nil where nobody signs.
func (s *Signing) OfOffice() *Signatory {
	var last *Signatory
	for ; s != nil; s = s.Under {
		if s.Right != nil {
			last = s.Right
		}
	}
	return last
}

// InLines writes everybody who signs, each in one line.
func (s *Signing) InLines(p Profile) string {
	var lines []string
	for _, each := range s.Signatories() {
		lines = append(lines, each.InOneLine(p))
	}
	return strings.Join(lines, "\n")
}

// SignedAs gives the signing with another person in the place of the office.
func (s Signing) SignedAs(who Signatory) *Signing {
	if s.Under != nil && s.Under.OfOffice() != nil {
		s.Under = s.Under.SignedAs(who)
		return &s
	}
	if s.Right != nil && who.Above == "" {
		who.Above = s.Right.Above
	}
	s.Right = &who
	return &s
}

// SignLine is one line of a signature above the name.
type SignLine struct {
	Text string
	Bold bool
}

// Lines gives what stands above the name. Party: the right to sign bold, the position regular, and the position bold
// only where it stands alone (HD 36 Phụ lục 3, HD 05). State: all bold (NĐ 30).
func (s Signatory) Lines(p Profile) []SignLine {
	mark := s.Authority.Mark(p.Form)
	switch s.Authority {
	case Direct:
		return bareLines(SignLine{s.Position, true})
	case Acting:
		return bareLines(SignLine{mark + s.Position, true})
	case Both:
		return bareLines(SignLine{s.Position, true}, SignLine{strings.TrimSpace(mark), false}, SignLine{s.Body, true})
	}
	head := ""
	if s.For != "" {
		head = ForHead.Mark(p.Form) + s.For
	}
	return bareLines(SignLine{mark + s.Body, true}, SignLine{head, true}, SignLine{s.Position, !p.IsParty()})
}

func bareLines(all ...SignLine) []SignLine {
	kept := all[:0]
	for _, line := range all {
		if strings.TrimSpace(line.Text) != "" {
			kept = append(kept, line)
		}
	}
	return kept
}

// InOneLine writes a signature in one line: "Trần Mẫu Bình (T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ)".
func (s *Signatory) InOneLine(p Profile) string {
	if s == nil {
		return ""
	}
	var right []string
	for _, line := range s.Lines(p) {
		right = append(right, strings.TrimSpace(line.Text))
	}
	if s.Name == "" {
		return strings.Join(right, ", ")
	}
	return s.Name + " (" + strings.Join(right, ", ") + ")"
}

// Cleaned writes a signature as it stands on paper: right and position in capitals, the name as given.
func (s Signatory) Cleaned() *Signatory {
	s.Body, s.For, s.Position = strings.ToUpper(
		store.CleanLine(s.Body),
	), strings.ToUpper(
		store.CleanLine(s.For),
	), strings.ToUpper(
		store.CleanLine(s.Position),
	)
	s.Name, s.Hint, s.Above = store.CleanLine(s.Name), store.CleanLine(s.Hint), store.CleanLine(s.Above)
	return &s
}
