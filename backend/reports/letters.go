package reports

import (
	"slices"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Signer is who signs a letter of the office, always together with the header that belongs to it.
type Signer string

const (
	SignedUsually  Signer = ""             // as the settings suggest: by order, unless the head of the office signs for itself
	SignedByOrder  Signer = "thua_lenh"    // the committee's header, T/L its standing board, by the head of its office
	SignedAsSet    Signer = "theo_co_quan" // the issuer's header and the signature of its settings
	SignedByOffice Signer = "van_phong"    // the office issues: its own header, signed by its head without T/L
	headOfOffice          = "CHÁNH VĂN PHÒNG"
)

func (s Signer) check(f *fault.Fields) {
	switch s {
	case SignedUsually, SignedByOrder, SignedAsSet, SignedByOffice:
	default:
		f.Add("signer", "Hãy chọn người ký: thừa lệnh, như mục Cơ quan, hoặc Văn phòng ký trực tiếp.")
	}
}

// ownOffice is the office of the committee or of the authority, by form; the front has none.
var ownOffice = map[document.Form]string{document.FormParty: papers.TheOffice, document.FormState: papers.TheStateOffice}

// letter chooses who issues and signs a letter: T/L stands only under the committee's own header, and under its own header
// the office signs for itself (document-format D6).
func (in Input) letter(office units.Office) Input {
	authority, _ := document.ParseAuthority(office.SignAuthority)
	ofOffice := strings.Contains(strings.ToUpper(office.SignPosition), "VĂN PHÒNG")
	if in.Signer == SignedUsually && in.IssuerID == "" && in.Form == document.FormParty && ofOffice && authority != document.ByOrder {
		in.Signer = SignedByOffice
	}
	if in.Signer == SignedByOffice && in.IssuerID == "" {
		in.IssuerID = ownOffice[in.Form]
	}
	return in
}

// paired gives a letter the signature that belongs to its header.
func (p Paper) paired(s Signer) (Paper, error) {
	usual := p.Issuer.UsualSignatory()
	first := p.Issuer.Key() == "" && p.Issuer.Form != document.FormFront
	p.signer, p.voice = &usual, p.issuerName()
	if s == SignedByOrder && !first {
		return p, fault.Invalid(
			"signer",
			"Thừa lệnh (T/L) chỉ ký dưới tên cấp ủy. Hãy chọn cơ quan ban hành là cấp ủy, hoặc ký như mục Cơ quan ban hành.",
		)
	}
	if !first || (s != SignedByOrder && s != SignedUsually) {
		return p, nil
	}
	if !p.Profile.IsParty() {
		p.signer = &document.Signatory{Authority: document.ByOrder, Body: "CHỦ TỊCH", Position: p.headAsPost(), Name: p.head.Name}
		return p, nil
	}
	if usual.Authority != document.ByOrder {
		p.signer = &document.Signatory{Authority: document.ByOrder, Body: "BAN THƯỜNG VỤ", Position: p.headAsPost(), Name: p.head.Name}
	}
	p.voice = "Ban Thường vụ " + p.Issuer.Name
	return p, nil
}

// nameHeadOfOffice finds who heads the office on the paper's day: letters by order and books are signed by that person, and no
// setting names him. Where no head is appointed it is the one acting for him (Q.), else the deputy in charge, who signs directly
// and not K/T (HD 05, 7.1.4 c). Where the register knows none or several the name is asked for at issuing.
func (p *Paper) nameHeadOfOffice(tx *store.Tx) error {
	p.head = document.Signatory{Position: headOfOffice}
	if p.Issuer.Kind != papers.Committee && p.Issuer.Kind != papers.OfficeOf && p.Issuer.Kind != papers.StateBody {
		return nil
	}
	head := store.Fold(headOfOffice)
	var posts []officers.Post
	err := tx.Where("officer_id IN (SELECT id FROM officer WHERE deleted_at = '')").
		Where("valid_from <= ? AND (valid_to = '' OR valid_to > ?) AND fold LIKE ?", p.Head.Date, p.Head.Date, "%"+head+"%").
		Find(&posts).
		Error
	if err != nil {
		return err
	}
	of := []string{"ubnd", "uy ban nhan dan"}
	if words := strings.Fields(p.Office.Name); p.Profile.IsParty() {
		of = []string{store.Fold(strings.Join(words[:min(2, len(words))], " "))} // "huyen uy"
	}
	var appointed, acting, inCharge []string
	for _, post := range posts {
		said := store.Fold(post.Label + " " + post.OrgText)
		switch {
		case !slices.ContainsFunc(of, func(body string) bool { return strings.Contains(said, body) }):
		case strings.Contains(said, "pho "+head):
			if strings.Contains(said, "phu trach") {
				inCharge = append(inCharge, post.OfficerID)
			}
		case strings.HasPrefix(said, "quyen ") || strings.HasPrefix(said, "q. "):
			acting = append(acting, post.OfficerID)
		default:
			appointed = append(appointed, post.OfficerID)
		}
	}
	for _, one := range []struct {
		holders []string
		signs   document.Signatory
	}{
		{unique(appointed), p.head},
		{unique(acting), document.Signatory{Authority: document.Acting, Position: headOfOffice}},
		{unique(inCharge), document.Signatory{Position: "PHÓ " + headOfOffice}},
	} {
		if len(one.holders) == 0 {
			continue
		}
		if len(one.holders) == 1 {
			refs, err := officers.Refs(tx, one.holders, p.Head.Date)
			if err != nil {
				return err
			}
			p.head = one.signs
			p.head.Name = refs[one.holders[0]].Name
		}
		break
	}
	p.signsForOffice()
	return nil
}

// signsForOffice puts the head of the office where the issuer's settings name the post but no person.
func (p *Paper) signsForOffice() {
	usual := p.Issuer.UsualSignatory()
	if p.Issuer.SignName != "" || usual.Position != headOfOffice || p.head.Name == "" {
		return
	}
	p.Issuer.SignName, p.Issuer.SignPosition = p.head.Name, p.headAsPost()
	if usual.Authority == document.Direct && p.head.Authority == document.Acting {
		p.Issuer.SignAuthority, p.Issuer.SignPosition = "Q. "+headOfOffice, ""
	}
}

// headAsPost writes the head of the office as the post under T/L: "CHÁNH VĂN PHÒNG", "Q. CHÁNH VĂN PHÒNG".
func (p Paper) headAsPost() string { return p.head.Authority.Mark(p.Profile.Form) + p.head.Position }

// issuerName names who speaks in a paper signed as usual.
func (p Paper) issuerName() string {
	usual := p.Issuer.UsualSignatory()
	if p.Issuer.Kind == papers.Committee && usual.Authority != document.Direct && strings.EqualFold(usual.Body, "BAN THƯỜNG VỤ") {
		return "Ban Thường vụ " + p.Issuer.Name
	}
	return p.Issuer.Name
}

// outgoing starts a paper to somebody outside: a công văn with an empty type, or a thông báo.
func (p Paper) outgoing(in Input, typeName, subject string, to ...string) document.Document {
	if typeName == "" && !p.Profile.IsParty() {
		p.number.Type = "" // a công văn of the state bears no sign of its type
		p.Head.Number = p.number
	}
	doc := p.document(in, typeName, subject)
	doc.Signing.Right, doc.Contact = p.signer, p.Office.Contact
	if len(to) > 0 {
		doc.Address = &document.Address{Label: "Kính gửi", To: to}
	}
	doc.Signing.Recipients = p.recipients("Như trên")
	return doc
}

// recipients lists who gets the paper: those given, the committee's standing members, the file.
func (p Paper) recipients(first ...string) []string {
	if p.Profile.IsParty() {
		first = append(first, "Thường trực "+p.Office.Name+" (b/c)")
	}
	return append(first, p.archive()...)
}

// registered takes over number and day of a paper that stands in the register already: "215-CV/HU".
func (p Paper) registered(text string) Paper {
	if n, suffix := papers.LeadingNumber(text); n > 0 {
		p.number.Value, p.number.Suffix = n, suffix
		p.Head.Number = p.number
	}
	return p
}
