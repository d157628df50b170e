package reports

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Paper is what every paper of this office has in common: letterhead, form, who signs, who receives.
type Paper struct {
	Office  units.Office
	Profile Profile
	Head    Letterhead
	Span    dates.Span
	AsOf    dates.Date // names and posts are shown as of this day: the end of the period, or today while it runs
	Scope   string     // name of the unit the report is limited to; empty: the whole office
	within  string     // period and scope in words: ", tháng 6 năm 2026, địa bàn Xã Mẫu", to tell what a list shows
	number  Number
	free    *freeTexts // what persons typed, for the guard to see again
	signer  *Signatory // of a letter, see paired
	voice   string     // who speaks in a letter: "Ban Thường vụ Huyện ủy …"
}

// profileKey is the setting that holds an office's own choices for a form.
func profileKey(form Form) string { return "profile." + string(form) }

// ProfileOf reads the office's choices for a form; what was never chosen is the form's default.
func ProfileOf(tx *store.Tx, form Form) (Profile, error) {
	if form == "" {
		form = FormParty
	}
	profile := Profile{Form: form}
	err := tx.Setting(profileKey(form), &profile)
	profile.Form = form
	return profile.filled(), err
}

// newPaper reads the office and refuses to print while something that stands on every paper is missing.
func newPaper(tx *store.Tx, in Input, report Report) (Paper, error) {
	office, err := units.ReadyToPrint(tx)
	if err != nil {
		return Paper{}, err
	}
	profile, err := ProfileOf(tx, in.Form)
	if err != nil {
		return Paper{}, err
	}
	if err := profile.check(); err != nil {
		return Paper{}, err
	}
	p := Paper{Office: office, Profile: profile, Span: in.Period.Span(), free: &freeTexts{}}
	p.AsOf = shownAsOf(p.Span, tx.Today)
	day := in.Date
	if day == "" {
		day = tx.Today
	}
	p.Head = Letterhead{Superior: strings.ToUpper(office.Superior), Issuer: strings.ToUpper(office.Name), Place: office.Place, Date: day}
	symbol := office.Symbol
	if !profile.party() {
		if office.StateName == "" {
			return Paper{}, fault.Invalid("stateName", "Chưa có tên cơ quan hành chính để in theo thể thức nhà nước; hãy điền ở Hệ thống → Cơ quan trước khi in.")
		}
		p.Head.Superior, p.Head.Issuer, symbol = strings.ToUpper(office.StateSuperior), strings.ToUpper(office.StateName), office.StateSymbol
		if symbol == "" {
			symbol = "UBND"
		}
	}
	p.number = Number{Value: in.Number, Type: report.Symbol, Issuer: symbol, Hidden: report.Symbol == ""}
	p.Head.Number = p.number
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

// shownAsOf is the day whose names and posts a paper of the span shows: its end, or today while it runs.
func shownAsOf(span dates.Span, today dates.Date) dates.Date {
	return dates.Earlier(span.Last(), dates.Later(today, span.From))
}

// document starts a paper with letterhead, title and signature.
func (p Paper) document(in Input, typeName, subject string) Document {
	doc := Document{Profile: p.Profile, Head: p.Head, Type: typeName, Subject: subject, Signing: p.signing()}
	if in.Draft {
		doc.Draft = "DỰ THẢO"
	}
	return doc
}

// register starts a book that lies across the sheet: letterhead without a number, no recipients.
func (p Paper) register(in Input, title, subject string) Document {
	doc := p.document(in, title, subject)
	doc.Landscape = true
	doc.Signing.Recipients = nil
	return doc
}

// signing reads the signer of the settings. In state form only the body is known; the rest is written by hand.
func (p Paper) signing() *Signing {
	s := &Signing{Right: p.signatory()}
	if p.Profile.party() {
		if above := superiorCommittee(p.Office.Superior); above != "" {
			s.Recipients = append(s.Recipients, p.Profile.Spell(above)+" (b/c)")
		}
		s.Recipients = append(s.Recipients, "Các đồng chí trong Ban Thường vụ")
		if p.Office.Archive != "" {
			s.Recipients = append(s.Recipients, p.Office.Archive)
		}
		return s
	}
	if p.Office.StateSuperior != "" {
		s.Recipients = append(s.Recipients, "Như trên")
	}
	s.Recipients = append(s.Recipients, "Lưu: VT")
	return s
}

func (p Paper) signatory() *Signatory {
	o := p.Office
	if !p.Profile.party() {
		body := strings.ToUpper(o.StateName)
		if cut := strings.Index(body, "NHÂN DÂN"); cut >= 0 && collective(body) {
			body = body[:cut] + "NHÂN DÂN" // NĐ 30: "TM. ỦY BAN NHÂN DÂN", without the place
		}
		if collective(body) {
			return &Signatory{Authority: OnBehalf, Body: body, Position: "CHỦ TỊCH"}
		}
		return &Signatory{Position: "THỦ TRƯỞNG CƠ QUAN"}
	}
	authority, body := splitAuthority(o.SignAuthority)
	who := &Signatory{Authority: authority, Body: strings.ToUpper(body), Position: strings.ToUpper(o.SignPosition), Name: o.SignName}
	if authority == Direct && o.SignAuthority == "" && o.SignPosition == "" {
		// Nothing set yet: the usual signature of these papers, to be completed by hand.
		who.Authority, who.Body = OnBehalf, "BAN THƯỜNG VỤ"
	}
	if authority == Acting && who.Position == "" {
		who.Position = who.Body
	}
	return who
}

// splitAuthority reads "T/M BAN THƯỜNG VỤ" as it stands in the settings, in the slash or the dot form.
func splitAuthority(text string) (Authority, string) {
	text = strings.TrimSpace(cleanText(text, nil))
	for _, forms := range []map[Authority]string{slashForms, dotForms} {
		for authority, prefix := range forms {
			prefix = strings.TrimSpace(prefix)
			if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
				return authority, strings.TrimSpace(text[len(prefix):])
			}
		}
	}
	if text != "" && collective(text) {
		return OnBehalf, text
	}
	return Direct, text
}

// superiorCommittee names the committee a report goes up to, from the letterhead's first line: "Đảng bộ tỉnh …".
func superiorCommittee(superior string) string {
	lower := strings.ToLower(superior)
	for _, level := range [][2]string{{"đảng bộ tỉnh", "Tỉnh ủy"}, {"đảng bộ thành phố", "Thành ủy"}, {"đảng bộ huyện", "Huyện ủy"}, {"đảng bộ quận", "Quận ủy"}, {"đảng bộ thị xã", "Thị ủy"}} {
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
	return ", địa bàn " + p.Scope
}
