package issuing

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// Template names the layout that set a paper. It is kept with every issued paper; whoever changes how pages are set raises it.
const Template = "2026.2"

// Sealed is an issued paper with its file.
type Sealed struct {
	Paper    papers.Issued
	Content  []byte
	FileName string
	Warnings []string // what could not be printed as written
}

// numberedPaper is a paper on its way to be issued: built, with the series it belongs to.
type numberedPaper struct {
	reports.IssueRequest
	report    reports.Report
	doc       document.Document
	lacks     []reports.Obstacle
	issuer    string            // the body as in a sentence
	badNumber map[string]string // what is wrong with the number, by field of the form
	series    *papers.NumberSeries
}

// openPaper builds a paper and opens its series. A number given stands in the document; 0 leaves the room.
func openPaper(tx *store.Tx, in reports.Input, suffix string) (numberedPaper, error) {
	p := numberedPaper{IssueRequest: reports.IssueRequest{Suffix: suffix}}
	var err error
	if p.report, err = reports.Find(in.Report); err != nil {
		return p, err
	}
	if p.report.Symbol == "" {
		return p, fault.Invalid(
			"report",
			p.report.Title+" là sổ, biểu hoặc phiếu dùng trong cơ quan, không lấy số văn bản nên không ban hành. Hãy in ra để dùng.",
		)
	}
	in.Report, in.Form, in.Draft = p.report.Code, cmp.Or(in.Form, document.FormParty), false
	in.Date = cmp.Or(in.Date, tx.Today)
	if in.IssuerID, err = issuerKey(tx, in); err != nil {
		return p, err
	}
	p.Input = in
	if p.report.FixDefaults != nil {
		if err := p.report.FixDefaults(tx, &p.IssueRequest); err != nil {
			return p, err
		}
	}
	ready, err := reports.PrepareNumbered(tx, p.Input, p.Suffix)
	if err != nil {
		return p, err
	}
	p.doc, p.lacks = ready.Doc, ready.Obstacles
	if !slices.ContainsFunc(
		reports.Weighing(p.lacks, reports.Refuses),
		func(o reports.Obstacle) bool { return o.Condition == reports.RightToSign },
	) {
		if err := p.doc.Validate(); err != nil {
			return p, err
		}
	}
	if n := p.doc.Head.Number; p.Fixed != "" && !papers.MayBelongToSeries(p.Input.Form, p.Fixed, n.Type, n.Issuer) {
		p.lacks = append(
			p.lacks,
			reports.Obstacle{Condition: reports.FormAllowed, Weight: reports.Refuses, Reason: "Số đã ghi cho văn bản này là " +
				p.Fixed + ", còn bản in mang ký hiệu " + numberTail(p.doc) + ". Hãy chọn lại người ký, cơ quan ban hành hoặc thể thức cho khớp."},
		)
	}
	if p.issuer, err = issuerName(tx, p.Input, p.doc); err != nil {
		return p, err
	}
	p.series, err = papers.OpenSeries(
		tx,
		papers.SeriesKey{
			Form:     p.Input.Form,
			IssuerID: p.Input.IssuerID,
			Symbol:   p.doc.Head.Number.Issuer,
			Series:   p.doc.Head.Number.Type,
			Type:     p.doc.Type,
		},
		p.Input.Date,
	)
	return p, err
}

// number looks at the number the paper is to bear: what is wrong or odd about it is one of the paper's conditions.
func (p *numberedPaper) number(tx *store.Tx, number int) {
	if err := p.series.CheckNumber(number, p.Suffix, p.Input.Date, p.noted()); err != nil {
		if bad, known := fault.Of(err); known {
			p.badNumber = bad.Fields
		}
		p.lacks = append(p.lacks, reports.Obstacle{Condition: reports.NumberInOrder, Weight: reports.Refuses, Reason: err.Error()})
	}
	for _, odd := range p.odd(tx, number) {
		p.lacks = append(p.lacks, reports.Obstacle{Condition: reports.NumberInOrder, Weight: reports.Asks, Reason: odd})
	}
	p.lacks = p.report.SortObstacles(p.lacks)
}

// issuerKey gives the id a body is kept under, the same whether it was chosen or left as the usual one.
func issuerKey(tx *store.Tx, in reports.Input) (string, error) {
	issuer, err := papers.IssuerOf(tx, in.IssuerID, in.Form)
	return issuer.Key(), err
}

// issuerName names the body whose symbol the paper bears; a letter the office signs itself is the office's.
func issuerName(tx *store.Tx, in reports.Input, doc document.Document) (string, error) {
	all, err := papers.AllIssuers(tx)
	for _, i := range all {
		if i.Form == in.Form && i.Symbol == doc.Head.Number.Issuer && (in.IssuerID == "" || i.ID == in.IssuerID) {
			return i.Name, err
		}
	}
	return doc.Head.Issuer, err
}

// numberTail is the symbol a document bears, without its number: "CV/VPHU".
func numberTail(d document.Document) string {
	n := d.Head.Number
	n.Value = 0
	return strings.TrimLeft(document.Symbol(d.Profile, n), "…-/")
}

// noted tells that the paper may be noted elsewhere in the office under the number it takes.
func (p numberedPaper) noted() bool { return p.report.Outside || p.Fixed != "" }

func propose(tx *store.Tx, in reports.Input) (Proposal, error) {
	p, err := openPaper(tx, in, "")
	if err != nil {
		return Proposal{}, err
	}
	out := Proposal{
		Number:     p.series.Next(),
		Fixed:      p.Fixed != "",
		Series:     p.series.Series,
		SpanWord:   p.series.SpanWord,
		LastText:   p.series.LastLabel(),
		Faults:     p.series.Faults(),
		Day:        p.Input.Date,
		Recipients: []string{},
		Before:     []papers.Issued{},
	}
	if p.Fixed != "" {
		out.Number, out.Suffix = p.Input.Number, p.Suffix
	}
	if s := p.doc.Signing; s != nil {
		out.Recipients = append(out.Recipients, s.Recipients...)
		if signer := s.OfOffice(); signer != nil {
			out.Signer = *signer
		}
	}
	p.number(tx, cmp.Or(p.Input.Number, out.Number))
	out.Obstacles, out.Met = p.lacks, p.report.Met(p.lacks)
	before, err := reports.IssuedBefore(tx, p.report, p.Input)
	for _, each := range before {
		if each.CancelledAt == "" {
			out.Before = append(out.Before, each)
		}
	}
	return out, err
}

// odd tells what a person should accept before the paper takes a number on its day: it cannot be given another afterwards.
func (p numberedPaper) odd(tx *store.Tx, number int) []string {
	var out []string
	if p.Fixed == "" { // else it was asked when the number was noted
		out = p.series.WarnNumber(number, p.Suffix, p.Input.Date)
	}
	if p.Input.Date > tx.Today {
		out = append(out, "Ngày "+p.Input.Date.Show()+" ở sau hôm nay.")
	}
	return out
}

// Seal issues a paper: number, file and figures are stored together in this transaction, or nothing is. The pages are drawn
// inside it, because a paper whose pages cannot be drawn must not take a number.
func Seal(tx *store.Tx, in IssueInput) (Sealed, error) {
	p, err := openPaper(tx, in.Input, strings.ToLower(store.CleanLine(in.Suffix)))
	if err != nil {
		return Sealed{}, err
	}
	if p.Input.Number == 0 {
		p.Input.Number = p.series.Next()
		ready, err := reports.PrepareNumbered(tx, p.Input, p.Suffix)
		if err != nil {
			return Sealed{}, err
		}
		p.doc = ready.Doc
	}
	p.number(tx, p.Input.Number)
	if err := p.refused(); err != nil {
		return Sealed{}, err
	}
	var f fault.Fields
	note := store.Clean(in.Note)
	if err := guard.Field(tx, &f, "note", note, in.GuardReason); err != nil {
		return Sealed{}, err
	}
	if err := f.Err(); err != nil {
		return Sealed{}, err
	}
	var questions []string
	for _, o := range reports.Weighing(p.lacks, reports.Asks) {
		questions = append(questions, o.Reason)
	}
	if err := fault.Ask(questions, in.Accepted); err != nil {
		return Sealed{}, err
	}
	record, err := p.record()
	if err != nil {
		return Sealed{}, err
	}
	p.doc.Proof = &document.Proof{
		Symbol:  document.Symbol(p.doc.Profile, p.doc.Head.Number),
		Day:     p.Input.Date,
		Letters: record.Proof,
		Printed: p.doc.Profile.ProofMark,
	}
	pdf, err := typeset.RenderPDF(p.doc, tx.Now)
	if err != nil {
		return Sealed{}, err
	}
	record.Pages = pdf.Pages
	record.Note, record.Reason = note, guard.Kept(in.GuardReason)
	paper, err := papers.Seal(tx, p.series, record, pdf.Bytes)
	if err != nil {
		return Sealed{}, err
	}
	if err := papers.MarkDraftIssued(
		tx,
		paper.ID,
		papers.Draft{Report: paper.Report, Period: paper.Period, UnitID: p.Input.UnitID, Form: paper.Form, IssuerID: paper.IssuerID},
	); err != nil {
		return Sealed{}, err
	}
	tx.Audit(paper.ID, "Ban hành "+store.LowerFirst(paper.TypeName)+" số "+paper.Symbol+", ngày "+paper.Day.Show()+".")
	return Sealed{paper, pdf.Bytes, sealedName(paper, p.report, ""), pdf.Warnings}, nil
}

// SealFromCommand is Seal for a program without a window, which answers yes to every question when it is told so beforehand.
func SealFromCommand(tx *store.Tx, in IssueInput, confirmed bool) (Sealed, error) {
	done, err := Seal(tx, in)
	if asked, ok := fault.Of(err); ok && asked.Code == fault.CodeConfirm && confirmed {
		in.Accepted = asked.Questions
		return Seal(tx, in)
	}
	return done, err
}

// record writes what the register keeps of a paper.
func (p numberedPaper) record() (papers.Issued, error) {
	snapshot, err := document.Pack(p.doc)
	if err != nil {
		return papers.Issued{}, err
	}
	proof, err := document.ProofLetters(snapshot)
	if err != nil {
		return papers.Issued{}, err
	}
	choices, err := json.Marshal(p.Input)
	if err != nil {
		return papers.Issued{}, err
	}
	r := papers.Issued{
		Origin: papers.FromHere,
		Issuer: p.issuer,
		Number: p.Input.Number,
		Suffix: p.Suffix,
		Day:    p.Input.Date,
		TypeName: reports.TypeWord(
			p.doc.Type,
		),
		Subject:  document.OneSpace(p.doc.Subject),
		Report:   p.report.Code,
		Period:   p.Input.Period,
		Input:    string(choices),
		Snapshot: snapshot,
		Program:  Template,
		Proof:    proof,
		Estimate: p.Input.Estimate,
		Replaces: papers.Relation{Kind: p.Input.Relation, ID: p.Input.RelatedID},
	}
	if p.Input.Relation == "" {
		r.Replaces = papers.Relation{}
	}
	if p.report.AsOfToday() {
		r.Period = dates.PeriodOf(dates.Month, p.Input.Date)
	}
	if s := p.doc.Signing; s != nil {
		r.Copies, r.Signer = s.Copies, strings.ReplaceAll(s.InLines(p.doc.Profile), "\n", "; ")
		r.Recipients = append(r.Recipients, s.Recipients...)
	}
	if a := p.doc.Address; a != nil { // "Như trên" stands for those addressed
		r.Recipients = append(slices.Clone(a.To), slices.DeleteFunc(r.Recipients, func(to string) bool { return to == "Như trên" })...)
	}
	return r, nil
}

// sealedName is the name of the file of an issued paper: "12-BC-HU bao-cao-ky 2026-Q2.pdf".
func sealedName(p papers.Issued, report reports.Report, mark string) string {
	name := fileSafe(p.Symbol) + " " + strings.TrimSuffix(reports.FileName(report, reports.Input{Period: p.Period, Form: p.Form}), ".pdf")
	return name + mark + ".pdf"
}

// PrintAgain gives the sealed file of an issued paper and counts it. Nothing is drawn anew.
func PrintAgain(tx *store.Tx, id string) (Sealed, error) {
	paper, content, err := papers.ReadSealed(tx, id)
	if err != nil {
		return Sealed{}, err
	}
	if paper, err = papers.RecordReprint(tx, paper); err != nil {
		return Sealed{}, err
	}
	report, err := reports.Find(paper.Report)
	if err != nil {
		report = reports.Report{Name: "van-ban"} // a report that later versions no longer have
	}
	tx.Audit(
		paper.ID,
		"In lại "+store.LowerFirst(
			paper.TypeName,
		)+" số "+paper.Symbol+", ngày "+paper.Day.Show()+", lần "+strconv.Itoa(
			paper.Reprints,
		)+".",
	)
	return Sealed{Paper: paper, Content: content, FileName: sealedName(paper, report, " (bản in lại)")}, nil
}

// refused says why the paper is not issued, all reasons at once; nil when nothing stands in the way. What can be mended in the form
// itself is said at its field too.
func (p numberedPaper) refused() error {
	found := reports.Weighing(p.lacks, reports.Refuses)
	if len(found) == 0 {
		return nil
	}
	refusal := fault.Invalid("", "Chưa ban hành được. "+reports.Reasons(found))
	maps.Copy(refusal.Fields, p.badNumber)
	for _, o := range found {
		if field := fieldOf[o.Condition]; field != "" && refusal.Fields[field] == "" {
			refusal.Fields[field] = o.Reason
		}
	}
	return refusal
}

// fieldOf names the field of the form that mends a condition.
var fieldOf = map[reports.Condition]string{
	reports.RightToSign:    "signer",
	reports.SignerNamed:    "signerName",
	reports.NotIssuedTwice: "relation",
}
