package reports

import (
	"strconv"
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Paper is what every paper of this office has in common: letterhead, form, who signs, who receives.
type Paper struct {
	Office  units.Office
	Profile document.Profile
	Head    document.Letterhead
	Span    dates.Span    // the days it looks at, see lookedAt
	AsOf    dates.Date    // its day, see dayOf: figures, names and posts are those of the end of it
	Scope   string        // name of the unit the report is limited to; empty: the whole office
	within  string        // period and scope in words: ", tháng 6 năm 2026, địa bàn Xã Mẫu", to tell what a list shows
	Issuer  papers.Issuer // in whose name it goes out
	number  document.Number
	free    *freeTexts          // what persons typed, for the guard to see again
	missing *obstacles          // what keeps the paper from being issued
	signer  *document.Signatory // of a letter, see paired
	head    document.Signatory  // who heads the committee's office on the paper's day; without a name where not known
	maker   string              // who draws the paper up; "" = nobody of the office who writes
	words   *officeWords        // the office's own words for this kind of paper
	voice   string              // who speaks in a letter: "Ban Thường vụ Huyện ủy …"
}

// NewPaper reads the office and refuses to print while something that stands on every paper is missing.
func NewPaper(tx *store.Tx, in Input, report Report) (Paper, error) {
	office, err := units.ReadyToPrint(tx)
	if err != nil {
		return Paper{}, err
	}
	if in.Form == "" {
		in.Form = document.FormParty
	}
	if err := (document.Profile{Form: in.Form}).Filled().Check(); err != nil {
		return Paper{}, err
	}
	asOf := report.dayOf(in, tx.Today)
	p := Paper{Office: office, AsOf: asOf, Span: report.lookedAt(in, asOf), free: &freeTexts{}, missing: &obstacles{}}
	if p.words, err = openOfficeWords(tx, report.Code, in.Form); err != nil {
		return Paper{}, err
	}
	day := in.Date
	if day == "" {
		day = tx.Today
	}
	letter := report.Signature == SignedByLetter
	if letter {
		in = in.letter(office)
	}
	if report.Signature == SignedByAdviser && in.IssuerID == "" {
		in.IssuerID = ownOffice[in.Form]
	}
	if p.Issuer, err = papers.IssuerOf(tx, in.IssuerID, in.Form); err != nil {
		return Paper{}, err
	}
	var f fault.Fields
	p.Issuer.CheckSignature(p.Issuer.UsualSignatory(), "signAuthority", &f)
	if err := f.Err(); err != nil {
		return Paper{}, err
	}
	if p, err = p.dated(tx, in.Form, day); err != nil {
		return Paper{}, err
	}
	if err := p.nameHeadOfOffice(tx); err != nil {
		return Paper{}, err
	}
	if p.maker, err = access.MakerName(tx); err != nil {
		return Paper{}, err
	}
	p.number = document.Number{Value: in.Number, Type: report.Symbol, Hidden: report.Symbol == ""}
	p = p.headed()
	if letter {
		if p, err = p.paired(in.Signer); err != nil {
			return Paper{}, err
		}
	}
	if in.UnitID != "" {
		unit, err := units.Get(tx, in.UnitID, p.AsOf)
		if err != nil {
			return Paper{}, err
		}
		p.Scope = unit.Name
	}
	p.within = ", " + in.Period.Label() + p.inScope()
	return p, nil
}

// ShownAsOf is the day whose names and posts a paper of the span shows: its end, or today while it runs.
func ShownAsOf(span dates.Span, today dates.Date) dates.Date {
	return dates.Earlier(span.Last(), dates.Later(today, span.From))
}

// dated gives the paper its day and with it the form of that day.
func (p Paper) dated(tx *store.Tx, form document.Form, day dates.Date) (Paper, error) {
	profile, err := document.ProfileOf(tx, form, day)
	if err == nil {
		err = profile.Check()
	}
	p.Profile, p.Head.Date = profile, day
	return p, err
}

// headed puts the issuer's letterhead and symbol on the paper.
func (p Paper) headed() Paper {
	i := p.Issuer
	p.number.Issuer = i.Symbol
	p.Head.Superior, p.Head.Issuer, p.Head.Number, p.Head.Place = strings.ToUpper(i.Superior), strings.ToUpper(i.Head), p.number, i.Place
	if i.Place == "" {
		p.Head.Place = p.Office.Place
	}
	return p
}

// document starts a paper with letterhead, title and signature.
func (p Paper) document(in Input, typeName, subject string) document.Document {
	doc := document.Document{Profile: p.Profile, Head: p.Head, Type: typeName, Subject: subject, Signing: p.signing()}
	if above := p.reportsTo(); above != "" { // NĐ 30: a report to the level above is addressed to it
		doc.Address = &document.Address{Label: "Kính gửi", To: []string{above}}
	}
	if in.Draft {
		doc.Draft = p.draftMark(in.DraftRound)
	}
	return doc
}

// draftMark says that a paper is a draft and which: "Dự thảo lần 2" in the Party's form (HD 05, II.II.4.2), in capitals in the others.
func (p Paper) draftMark(round int) string {
	mark := "Dự thảo"
	if round > 0 {
		mark += " lần " + strconv.Itoa(round)
	}
	if !p.Profile.IsParty() {
		return strings.ToUpper(mark)
	}
	return mark
}

// Register starts a book that lies across the sheet: letterhead without a number, no recipients, signed as a book, and the day it
// counts to.
func (p Paper) Register(in Input, title, subject string) document.Document {
	doc := p.document(in, title, document.JoinParts(", ", subject, p.asOfDay()))
	doc.Landscape = true
	doc.Signing = p.bookSigning()
	return doc
}

// bookSigning ends a register, a table or a slip: at the left who drew it up, at the right the head of the office or whom the
// office named for its books. A body with an office of its own nowhere, such as a board or a cell, is signed for as usual.
func (p Paper) bookSigning() *document.Signing {
	head := p.head
	switch {
	case !p.Issuer.BuiltIn || p.Issuer.Kind == papers.Front:
		head = p.Issuer.UsualSignatory()
	case p.Office.BookSignPosition != "":
		head = document.Signatory{Position: strings.ToUpper(p.Office.BookSignPosition), Name: p.Office.BookSignName}
	}
	return &document.Signing{Left: &document.Signatory{Position: "NGƯỜI LẬP", Name: p.maker}, Right: &head}
}

// signing is the usual end of a paper of this issuer.
func (p Paper) signing() *document.Signing {
	usual := p.Issuer.UsualSignatory()
	s := &document.Signing{Right: &usual}
	switch {
	case p.reportsTo() != "":
		s.Recipients = append(s.Recipients, "Như trên")
	case !p.Profile.IsParty():
		if p.Issuer.Superior != "" {
			s.Recipients = append(s.Recipients, bodyAbove(p.Issuer.Superior)+" (b/c)")
		}
	case p.Issuer.Kind == papers.Committee:
		if above := superiorCommittee(p.Issuer.Superior); above != "" {
			s.Recipients = append(s.Recipients, p.Profile.Spell(above)+" (b/c)")
		}
		s.Recipients = append(s.Recipients, "Các đồng chí trong Ban Thường vụ")
	case p.Issuer.Kind == papers.Cell:
		s.Recipients = append(s.Recipients, p.Office.Name+" (b/c)")
	default:
		s.Recipients = append(s.Recipients, "Thường trực "+p.Office.Name+" (b/c)")
	}
	s.Recipients = append(s.Recipients, p.archive()...)
	return s
}

// reportsTo names the body above a state or Mặt trận report is addressed to; "" for every other paper. A Party report has no
// "Kính gửi" (HD 05, 9.2.3).
func (p Paper) reportsTo() string {
	if p.Profile.IsParty() || p.number.Type != "BC" {
		return ""
	}
	return bodyAbove(p.Issuer.Superior)
}

// bodyAbove writes the first line of a letterhead as in a sentence: "UBND tỉnh Mẫu" is "Ủy ban nhân dân tỉnh Mẫu".
func bodyAbove(superior string) string {
	if rest, short := strings.CutPrefix(superior, "UBND "); short {
		return "Ủy ban nhân dân " + rest
	}
	return superior
}

// house names the body at whose place a paper is drawn up: the committee, in the other forms whoever issues it.
func (p Paper) house() string {
	if p.Profile.IsParty() {
		return p.Office.Name
	}
	return p.Issuer.Name
}

// archive is the last recipient: the file of the body that issues.
func (p Paper) archive() []string {
	switch {
	case p.Issuer.Archive != "":
		return []string{p.Issuer.Archive}
	case !p.Profile.IsParty():
		return []string{"Lưu: VT"}
	}
	return nil
}

// superiorCommittee names the committee a report goes up to, from the letterhead's first line: "Đảng bộ tỉnh …".
func superiorCommittee(superior string) string {
	lower := strings.ToLower(superior)
	for _, level := range [][2]string{{"đảng bộ tỉnh", "Tỉnh ủy"}, {"đảng bộ thành phố", "Thành ủy"}, {"đảng bộ huyện", "Huyện ủy"},
		{"đảng bộ quận", "Quận ủy"}, {"đảng bộ thị xã", "Thị ủy"}} {
		if strings.HasPrefix(lower, level[0]) {
			return "Ban Thường vụ " + level[1]
		}
	}
	return superior
}

// inScope writes where a report is limited to, for its title; empty for the whole office.
func (p Paper) inScope() string {
	if p.Scope == "" {
		return ""
	}
	return ", địa bàn " + document.InSentence(p.Scope)
}
