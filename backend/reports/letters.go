package reports

import (
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/papers"
)

// Signer is who signs a letter of the office, always together with the header that belongs to it.
type Signer string

const (
	SignedUsually   Signer = ""             // as the settings suggest: by order, unless the head of the office signs for itself
	SignedByOrder   Signer = "thua_lenh"    // the committee's header, T/L its standing board, by the head of its office
	SignedAsSet     Signer = "theo_co_quan" // the committee's header and the signature of the settings
	SignedByOffice  Signer = "van_phong"    // the office's own header, signed by its head without T/L
	headOfOffice           = "CHÁNH VĂN PHÒNG"
	standingBoard          = "BAN THƯỜNG VỤ"
	headOfAuthority        = "CHỦ TỊCH"
)

func (s Signer) check(f *fault.Fields) {
	switch s {
	case SignedUsually, SignedByOrder, SignedAsSet, SignedByOffice:
	default:
		f.Add("signer", "Hãy chọn người ký: thừa lệnh, như mục Cơ quan, hoặc Văn phòng ký trực tiếp.")
	}
}

// paired gives the paper the header and the signature that belong together: T/L stands only under the committee's own
// header, and under the header of the office its head signs for himself (document-format D6).
func (p Paper) paired(s Signer) Paper {
	authority, _ := splitAuthority(p.Office.SignAuthority)
	headSigns := strings.Contains(strings.ToUpper(p.Office.SignPosition), "VĂN PHÒNG")
	if s == SignedUsually {
		s = SignedByOrder
		if p.Profile.party() && authority == Direct && headSigns {
			s = SignedByOffice
		}
	}
	name := ""
	if headSigns {
		name = p.Office.SignName
	}
	switch s {
	case SignedByOrder:
		board := standingBoard
		if !p.Profile.party() {
			board = headOfAuthority
		}
		p.signer = &Signatory{Authority: ByOrder, Body: board, Position: headOfOffice, Name: name}
		if p.Profile.party() && authority == ByOrder {
			p.signer = p.signatory()
		}
		p.voice = p.issuerName()
		if p.Profile.party() {
			p.voice = "Ban Thường vụ " + p.Office.Name
		}
	case SignedByOffice:
		whole := p.Head.Issuer
		p.Head.Superior, p.Head.Issuer = whole, "VĂN PHÒNG"
		p.number.Issuer = "VP" + p.number.Issuer
		p.voice = "Văn phòng " + p.issuerBody()
		p.signer = &Signatory{Position: headOfOffice, Name: name}
	default:
		p.signer, p.voice = p.signatory(), p.issuerName()
	}
	p.Head.Number = p.number
	return p
}

// issuerBody names the committee or authority itself.
func (p Paper) issuerBody() string {
	if !p.Profile.party() {
		return p.Office.StateName
	}
	return p.Office.Name
}

// issuerName names who speaks in a paper signed as the settings say.
func (p Paper) issuerName() string {
	if authority, body := splitAuthority(p.Office.SignAuthority); p.Profile.party() && authority == OnBehalf && strings.EqualFold(body, standingBoard) {
		return "Ban Thường vụ " + p.Office.Name
	}
	return p.issuerBody()
}

// outgoing starts a paper to somebody outside: a công văn with an empty type, or a thông báo.
func (p Paper) outgoing(in Input, typeName, subject string, to ...string) Document {
	if typeName == "" && !p.Profile.party() {
		p.number.Type = "" // a công văn of the state bears no sign of its type
		p.Head.Number = p.number
	}
	doc := p.document(in, typeName, subject)
	doc.Signing.Right = p.signer
	if len(to) > 0 {
		doc.Address = &Address{Label: "Kính gửi", To: to}
	}
	doc.Signing.Recipients = p.recipients("Như trên")
	return doc
}

// recipients lists who gets the paper: those given, the committee's standing members, the archive.
func (p Paper) recipients(first ...string) []string {
	if !p.Profile.party() {
		return append(first, "Lưu: VT")
	}
	list := append(first, "Thường trực "+p.Office.Name+" (b/c)")
	if p.Office.Archive != "" {
		list = append(list, p.Office.Archive)
	}
	return list
}

// registered takes over number and day of a paper that stands in the register already: "215-CV/HU".
func (p Paper) registered(text string) Paper {
	if n, suffix := papers.LeadingNumber(text); n > 0 {
		p.number.Value, p.number.Suffix = n, suffix
		p.Head.Number = p.number
	}
	return p
}
