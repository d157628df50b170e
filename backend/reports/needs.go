package reports

import (
	"cmp"
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
)

// Need is what has to be chosen for a report besides the period, because the paper is about one of them.
type Need string

// The needs.
const (
	NeedNothing  Need = ""
	NeedUnit     Need = "unit"
	NeedOfficer  Need = "officer"
	NeedMeeting  Need = "meeting"
	NeedHandover Need = "handover"
	NeedSession  Need = "session"
)

// Choice is something that narrows a report or decides how it is signed; the page shows only what the report takes.
type Choice string

// The choices.
const (
	ChooseUnit    Choice = "unit"
	ChooseOfficer Choice = "officer"
	ChooseBody    Choice = "body"
	ChooseLetter  Choice = "letter"
	ChooseMatter  Choice = "matter"
	ChooseSigner  Choice = "signer"

	ChooseDecision Choice = "decision"
)

// checkNeeds asks for what is missing.
func checkNeeds(report Report, in Input, f *fault.Fields) {
	switch {
	case report.Needs == NeedUnit && in.UnitID == "":
		f.Add("unitId", "Hãy chọn địa bàn cần in hồ sơ.")
	case report.Needs == NeedOfficer && in.OfficerID == "":
		f.Add("officerId", "Hãy chọn cán bộ để in phiếu.")
	case report.Needs == NeedMeeting && in.MeetingID == "":
		f.Add("meetingId", "Hãy chọn cuộc họp cần in phiếu chuẩn bị.")
	case report.Needs == NeedHandover && in.HandoverID == "" && in.OfficerID == "":
		f.Add("handoverId", "Hãy chọn lần bàn giao cần in biên bản, hoặc chọn cán bộ để in trước khi bàn giao.")
	case report.Needs == NeedSession && in.SessionID == "":
		f.Add("sessionId", "Hãy chọn phiên họp cần in văn bản.")
	}
}

// PaperChoice is one meeting, handover or session a paper can be about.
type PaperChoice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// mostChoices bounds the list; a narrower period or place shows the rest.
const mostChoices = 200

// PaperChoices lists what a report that needs a meeting, a handover or a session can be about, newest first.
func PaperChoices(tx *store.Tx, in Input) ([]PaperChoice, error) {
	out := []PaperChoice{}
	report, err := Find(in.Report)
	if err != nil {
		return out, err
	}
	if slices.Contains(report.Takes, ChooseDecision) {
		return decisionChoices(tx, in, report)
	}
	switch report.Needs {
	case NeedHandover:
		page, err := assignments.Handovers(tx, assignments.HandoverFilter{OfficerID: in.OfficerID, Limit: mostChoices})
		for _, h := range page.Items {
			out = append(
				out,
				PaperChoice{
					h.ID,
					h.On.Show() + " – đồng chí " + h.Officer.Name + " bàn giao " + document.TwoDigits(len(h.Lines)) + " phân công",
				},
			)
		}
		return out, err
	case NeedMeeting:
		if !in.Period.Valid() {
			return out, nil
		}
		entries, err := activities.Log(
			tx,
			activities.LogFilter{Span: in.Period.Span(), UnderID: in.UnitID, OfficerID: in.OfficerID, Newest: true, Limit: mostChoices},
		)
		for _, e := range entries {
			out = append(
				out,
				PaperChoice{e.ID, document.JoinParts(" ", e.Day.Show(), e.PlannedTime) + " – " + e.KindWord + ", " + oneLineHosts(e)},
			)
		}
		return out, err
	case NeedSession:
		page, err := sessions.List(tx, sessions.Filter{Limit: mostChoices})
		for _, s := range page.Items {
			if s.State != sessions.CalledOff {
				out = append(out, PaperChoice{s.ID, s.Day.Show() + " – " + s.Title})
			}
		}
		return out, err
	}
	return out, nil
}

// decisionChoices lists the decisions or notices of the period with the drafts.
func decisionChoices(tx *store.Tx, in Input, report Report) ([]PaperChoice, error) {
	out := []PaperChoice{}
	if !in.Period.Valid() {
		return out, nil
	}
	span := in.Period.Span()
	list, err := decisionsFor(tx, span.From, span.To, report.Symbol == "TB")
	for _, d := range list {
		label := document.JoinParts(", ", cmp.Or(d.NumberText(), "Dự thảo"), d.DocDate.Show())
		out = append(out, PaperChoice{d.ID, document.JoinParts(" – ", label, d.Subject)})
	}
	return out, err
}

// Usual completes the choice for a program that prints without asking: the newest handover or meeting of the period, the first
// officer or place of the register. What is chosen already stays.
func Usual(tx *store.Tx, in Input) (Input, error) {
	report, err := Find(in.Report)
	if err != nil || report.Needs == NeedNothing || !in.Period.Valid() && !report.AsOfToday() {
		return in, err
	}
	choices, err := PaperChoices(tx, in)
	if err != nil {
		return in, err
	}
	switch {
	case report.Needs == NeedMeeting && in.MeetingID == "" && len(choices) > 0:
		in.MeetingID = choices[0].ID
		return in, nil
	case report.Needs == NeedHandover && in.HandoverID == "" && in.OfficerID == "" && len(choices) > 0:
		in.HandoverID = choices[0].ID
		return in, nil
	case report.Needs == NeedSession:
		if in.SessionID == "" && len(choices) > 0 {
			in.SessionID = choices[0].ID
		}
		return in, nil
	}
	span := in.Period.Span()
	page, err := assignments.Register(tx, assignments.RegisterFilter{From: span.From, To: span.To, UnderID: in.UnitID, Limit: mostChoices})
	for _, r := range page.Items {
		if r.OfficerID == "" || r.ValidTo != "" {
			continue
		}
		if report.Needs == NeedUnit {
			in.UnitID = cmp.Or(in.UnitID, r.TargetID)
		} else if in.HandoverID == "" {
			in.OfficerID = cmp.Or(in.OfficerID, r.OfficerID)
		}
		break
	}
	return in, err
}
