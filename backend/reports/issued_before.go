package reports

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// IssuedBefore lists what was issued of the same paper, newest first, cancelled ones too: of the report, and about what was chosen. A
// paper that is one record (a decision, a letter, a handover, a session, a matter) is the same in every form and period.
func IssuedBefore(tx *store.Tx, report Report, in Input) ([]papers.Issued, error) {
	in.Report, in.Form = report.Code, cmp.Or(in.Form, document.FormParty)
	issuer, err := papers.IssuerOf(tx, in.IssuerID, in.Form)
	if err != nil {
		return nil, err
	}
	in.IssuerID = issuer.Key()
	if report.FixDefaults != nil {
		fixed := IssueRequest{Input: in}
		if err := report.FixDefaults(tx, &fixed); err == nil { // else the refusal is said where the paper is opened
			in = fixed.Input
		}
	}
	form, period := in.Form, in.Period
	record := in.record()
	if record != "" {
		form, period = "", ""
	}
	if report.AsOfToday() {
		period = ""
	}
	list, err := papers.IssuedOfReport(tx, report.Code, form, period)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(list, func(p papers.Issued) bool {
		var was Input
		if json.Unmarshal([]byte(p.Input), &was) != nil {
			return true
		}
		if record != "" {
			return was.record() != record || was.GuestID != in.GuestID
		}
		return !in.sameSubject(was)
	}), nil
}

// record is the one record a paper is: it goes out once. "" where a paper sums up many.
func (in Input) record() string {
	return cmp.Or(in.DecisionID, in.LetterID, in.HandoverID, in.SessionID, in.MatterID)
}

// sameSubject tells whether a paper issued before is about what a person has chosen now. A choice left open takes whatever the report
// would choose.
func (in Input) sameSubject(was Input) bool {
	return (in.BodyID == "" || in.BodyID == was.BodyID) && in.UnitID == was.UnitID && in.OfficerID == was.OfficerID &&
		in.MeetingID == was.MeetingID && was.MatterID == "" && in.IssuerID == was.IssuerID
}

// relate writes into the paper what it does to one that went out before.
func (in Input) relate(tx *store.Tx, doc *document.Document) error {
	if in.Relation == "" {
		return nil
	}
	relation := papers.Relation{Kind: in.Relation, ID: in.RelatedID}
	other, err := relation.Find(tx)
	if err != nil {
		return err
	}
	doc.Blocks = append(slices.Clip(doc.Blocks), document.Text(relation.Sentence(TypeWord(doc.Type), other)))
	return nil
}

// estimate writes into the paper that its figures are not final.
func (in Input) estimate(doc *document.Document) {
	if !in.Estimate {
		return
	}
	doc.Subject += " (số liệu ước)"
	doc.Blocks = append([]document.Block{document.Text("Số liệu trong " + store.LowerFirst(TypeWord(doc.Type)) +
		" này là số liệu ước, lấy khi kỳ báo cáo chưa hết; số liệu chính thức được báo cáo sau ngày " +
		in.Period.Span().Last().Show() + ".")}, doc.Blocks...)
}

// TypeWord writes the type of a paper as in a sentence: "Báo cáo"; a paper without a type is a công văn.
func TypeWord(typeName string) string {
	return store.UpperFirst(strings.ToLower(cmp.Or(strings.TrimSpace(typeName), "công văn")))
}
