package issuing

import (
	"encoding/json"
	"fmt"
	"strconv"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// DossierInput is what a person chooses before the dossier of a session ("hồ sơ phiên họp") is made.
type DossierInput struct {
	SessionID    string `json:"sessionId"`
	Copies       bool   `json:"copies"`       // one for each participant, with a cover of its own, in one file; else one neutral
	Duplex       bool   `json:"duplex"`       // printed on both sides: every paper begins on a front side, margins swap
	ContentsOnly bool   `json:"contentsOnly"` // cover and contents, for papers that are collated by hand
}

// sessionDossier is the dossier of a session of a day.
type sessionDossier struct {
	typeset.Dossier
	day dates.Date
}

// fileName proposes a name for the file: "ho-so-phien-hop 2026-11-30.pdf".
func (d sessionDossier) fileName() string {
	name := "ho-so-phien-hop " + string(d.day)
	if d.ContentsOnly {
		name += " muc-luc"
	}
	return name + ".pdf"
}

// makeDossier reads everything a dossier holds. Papers issued here come from their seal, those drawn up anew as drafts of now.
func makeDossier(tx *store.Tx, in DossierInput) (sessionDossier, error) {
	paper, err := reports.NewPaper(tx, reports.Input{}, reports.Report{})
	if err != nil {
		return sessionDossier{}, err
	}
	v, err := reports.LoadSession(tx, reports.Input{SessionID: in.SessionID}, paper)
	if err == nil {
		err = reports.RequireAgenda(v)
	}
	if err != nil {
		return sessionDossier{}, err
	}
	d := sessionDossier{day: v.Day, Dossier: typeset.Dossier{
		Title:        v.Title,
		Issuer:       paper.Head.Issuer,
		Cover:        coverOf(v, paper),
		Copies:       copiesOf(v, in.Copies),
		Duplex:       in.Duplex,
		ContentsOnly: in.ContentsOnly,
	}}
	if in.Copies && d.Copies[0].Owner == "" {
		return d, fault.Conflict(
			"Phiên họp “" + v.Title + "” chưa có ai nhận tài liệu. Hãy ghi thành phần dự họp và số bản, hoặc in một bản chung.",
		)
	}
	if err := d.front(tx, in, v); err != nil {
		return d, err
	}
	for _, item := range v.Items {
		d.Parts = append(d.Parts, typeset.DossierPart{Kind: typeset.PartItem, Label: strconv.Itoa(item.Number), Title: item.Title})
		for k, p := range item.Papers {
			one, err := laidPaper(tx, p)
			if err != nil {
				return d, err
			}
			one.Kind, one.Label, one.Title = typeset.PartPaper, strconv.Itoa(item.Number)+"."+strconv.Itoa(k+1), p.Title
			if one.Document == nil && p.Kind != sessions.PaperApart {
				d.Notices = append(d.Notices, "Mục lục ghi “"+p.Title+"”: "+one.Notice+".")
			}
			for _, why := range one.why {
				d.Notices = append(d.Notices, "“"+p.Title+"”: "+store.LowerFirst(why))
			}
			if one.Document != nil && p.Kind == sessions.PaperDrawn {
				d.Notices = append(d.Notices, one.Document.Notices...)
			}
			d.Parts = append(d.Parts, one.DossierPart)
		}
	}
	d.Notices, err = withGuard(tx, paper, d.Notices)
	return d, err
}

// withGuard adds what the guard says of the texts typed in the session.
func withGuard(tx *store.Tx, paper reports.Paper, notices []string) ([]string, error) {
	found, err := paper.CheckFreeTexts(tx, false)
	return append(notices, found...), err
}

// front puts programme and participants before the papers.
func (d *sessionDossier) front(tx *store.Tx, in DossierInput, v sessions.View) error {
	for _, report := range []struct {
		code, title string
		wanted      bool
	}{{reports.SessionProgramme.Code, "Chương trình phiên họp", true},
		{reports.ParticipantList.Code, "Danh sách đại biểu", len(v.People) > 0}} {
		if !report.wanted {
			continue
		}
		doc, err := reports.Make(tx, reports.Input{Report: report.code, SessionID: v.ID})
		if err != nil {
			return err
		}
		doc.Notices = nil // the dossier looks at the texts itself
		d.Parts = append(d.Parts, typeset.DossierPart{Kind: typeset.PartFront, Title: report.title, Document: &doc})
	}
	return nil
}

// copiesOf lists whose copies are made, in the order of the participants.
func copiesOf(v sessions.View, each bool) []typeset.DossierCopy {
	total := 0
	for _, p := range v.People {
		total += p.Copies
	}
	if !each || total == 0 {
		return []typeset.DossierCopy{{}}
	}
	var list []typeset.DossierCopy
	for _, p := range v.People {
		owner := p.Label
		if p.OfficerID != "" {
			owner = "đồng chí " + document.JoinParts(", ", p.Name, p.Post)
		}
		for range p.Copies {
			list = append(
				list,
				typeset.DossierCopy{
					Owner:  owner,
					Number: fmt.Sprintf("Số %s/%s", document.TwoDigits(len(list)+1), document.TwoDigits(total)),
				},
			)
		}
	}
	return list
}

// laidPart is a part of a dossier with what only the clerk is told of it.
type laidPart struct {
	typeset.DossierPart
	why []string // there are no pages, or the draft cannot be issued
}

// laidPaper finds the pages of one paper of the agenda. One that has none gets a notice instead; only a broken store is an error.
func laidPaper(tx *store.Tx, p sessions.PaperView) (laidPart, error) {
	one := laidPart{DossierPart: typeset.DossierPart{Symbol: document.JoinParts(", ngày ", p.Symbol, p.Day)}}
	switch {
	case p.Missing != "":
		one.Notice = p.Missing
	case p.Kind == sessions.PaperApart:
		one.Notice = "tài liệu gửi riêng"
		if p.Owner != "" {
			one.Notice += ", " + p.Owner + " chuẩn bị"
		}
	case p.Kind == sessions.PaperIssued:
		return sealedPart(tx, one, p.IssuedID)
	default:
		return drawnPart(tx, one, p.Input)
	}
	return one, nil
}

// sealedPart takes an issued paper as it was sealed: its pages are set from the document kept with it, never from the figures of now.
func sealedPart(tx *store.Tx, one laidPart, id string) (laidPart, error) {
	var sealed papers.Issued
	if err := tx.Where("id = ?", id).Take(&sealed).Error; err != nil {
		return one, err
	}
	if len(sealed.Snapshot) == 0 { // written elsewhere and only noted in the register
		one.Notice = "văn bản lập ngoài chương trình, gửi kèm riêng"
		return one, nil
	}
	doc, err := document.Unpack(sealed.Snapshot)
	one.Document = &doc
	return one, err
}

// drawnPart draws a paper of the catalog up anew; what its choices lack is said in the contents.
func drawnPart(tx *store.Tx, one laidPart, choices string) (laidPart, error) {
	var in reports.Input
	if err := json.Unmarshal([]byte(choices), &in); err != nil {
		one.Notice, one.why = notDrawn, []string{"không đọc được lựa chọn của văn bản. Hãy chọn lại ở phiên họp."}
		return one, nil //nolint:nilerr // the notice in the contents says it; the other papers are not lost
	}
	in.Draft, in.Number = true, 0
	ready, err := reports.Prepare(tx, in)
	if refused, known := fault.Of(err); known && refused.Code != fault.CodeInternal {
		one.Notice, one.why = notDrawn, []string{firstSentence(refused)}
		return one, nil
	}
	page, act := reports.SplitObstacles(ready.Obstacles)
	if len(page) > 0 {
		one.Notice, one.why = notDrawn, []string{reports.Reasons(page)}
		return one, err
	}
	for _, o := range append(act, reports.Weighing(ready.Obstacles, reports.Remarks)...) {
		one.why = append(one.why, o.Told())
	}
	one.Symbol = "dự thảo"
	one.Document = &ready.Doc
	return one, err
}

// notDrawn stands in the contents of a dossier for a paper that could not be drawn up; why is told to the clerk alone.
const notDrawn = "chưa có bản in"

// firstSentence gives the sentence of a fault a person can act on: that of a field before the general one.
func firstSentence(refused *fault.Error) string {
	least := ""
	for field := range refused.Fields {
		if least == "" || field < least {
			least = field
		}
	}
	if least != "" {
		return refused.Fields[least]
	}
	return refused.Message
}

func coverOf(v sessions.View, paper reports.Paper) typeset.Cover {
	c := typeset.Cover{Profile: paper.Profile, Superior: paper.Head.Superior, Issuer: paper.Head.Issuer, Title: v.Title, Where: v.Place}
	c.When = v.Day.WeekdayLong() + ", " + v.Day.ShowLong()
	if v.StartTime != "" {
		c.When = document.ClockWords(v.StartTime) + ", " + store.LowerFirst(c.When)
	}
	c.When = store.UpperFirst(c.When)
	c.Foot = document.JoinParts(", ", paper.Head.Place, fmt.Sprintf("tháng %02d năm %d", v.Day.Month(), v.Day.Year()))
	return c
}
