package reports_test

import (
	"slices"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/sample"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

// Every report of the made-up office, in the Party's and the state's form, keeps to the rules of the page.
func TestSampleOfficePrintsByTheRules(t *testing.T) {
	t.Parallel()
	s := sampleOffice.Open(t)
	choice := choices(t, s)
	all := map[string]document.Document{}
	storetest.Read(t, s, func(tx *store.Tx) error {
		for _, report := range reports.Catalog {
			for form, period := range map[document.Form]dates.Period{document.FormParty: "2026-10", document.FormState: "2026-Q3"} {
				if !slices.Contains(report.Forms, form) {
					continue
				}
				in := reports.Input{Report: report.Code, Period: report.Fitting(period), Form: form, Number: 12}
				doc, err := reports.Make(tx, choice(report, in))
				if err != nil {
					t.Errorf("%s %s: %v", report.Code, form, err)
					continue
				}
				all["mau "+report.Name+" "+string(form)] = doc
			}
		}
		return nil
	})
	typesettest.CheckPapers(t, all, storetest.Noon)
}

// sampleOffice is the made-up office of the program, filled once.
var sampleOffice = storetest.Template{Fill: func(t testing.TB, s *store.Store) { storetest.Write(t, s, sample.Office) }}

// Every number of the made-up office's papers opens exactly what it counts (G16). Its meetings follow rules of duty.
func TestSampleNumbersOpenTheirRecords(t *testing.T) {
	t.Parallel()
	s := sampleOffice.Open(t)
	choice := choices(t, s)
	var all reports.LinkCount
	for _, report := range reports.Catalog {
		t.Run(report.Code, func(t *testing.T) {
			period := dates.Period("2026-Q3")
			period = report.Fitting(period)
			storetest.Read(t, s, func(tx *store.Tx) error {
				doc, err := reports.Make(tx, choice(report, reports.Input{Report: report.Code, Period: period}))
				if err != nil {
					return err
				}
				seen := reports.CheckLinks(t, tx, doc)
				all.Numbers += seen.Numbers
				all.Linked += seen.Linked
				all.Equal += seen.Equal
				all.Records += seen.Records
				return nil
			})
		})
	}
	t.Logf(
		"%d numbers count records: %d open them, %d of these lists have as many; %d other links",
		all.Numbers,
		all.Linked,
		all.Equal,
		all.Records,
	)
	if all.Numbers < 300 || all.Records < 500 {
		t.Errorf("too few to tell: %+v", all)
	}
}

// choices hands over everything of the busiest officer of the made-up office and returns what papers about one thing are about.
func choices(t *testing.T, s *store.Store) func(reports.Report, reports.Input) reports.Input {
	t.Helper()
	var officer, successor, unit, handover, session string
	var meeting activities.Meeting
	storetest.Write(t, s, func(tx *store.Tx) error {
		lines, err := assignments.Active(tx, assignments.Filter{Day: tx.Today})
		if err != nil {
			return err
		}
		held := map[string]int{}
		for _, l := range lines {
			held[l.OfficerID]++
			if l.OfficerID != "" && (officer == "" || held[l.OfficerID] > held[officer]) {
				officer, unit = l.OfficerID, l.TargetID
			}
		}
		for id := range held {
			if id != "" && id != officer && (successor == "" || id < successor) {
				successor = id
			}
		}
		in := assignments.HandoverIn{
			OfficerID:   officer,
			On:          tx.Today.AddDays(9),
			Reason:      "luan_chuyen",
			SuccessorID: successor,
			Decision: assignments.HandoverDecision{
				Number:  "99",
				Symbol:  "QĐ/HU",
				DocDate: tx.Today.AddDays(-2),
				Issuer:  "Ban Thường vụ Huyện ủy",
			},
		}
		done, err := assignments.ApplyHandover(tx, in)
		if err != nil {
			return err
		}
		handover = done.ID
		sittings, err := sessions.List(tx, sessions.Filter{State: sessions.Held})
		if err != nil {
			return err
		}
		session = sittings.Items[0].ID
		return tx.Where("state = ? AND deleted_at = ''", activities.Planned).Order("day DESC, id").Take(&meeting).Error
	})
	return func(report reports.Report, in reports.Input) reports.Input {
		switch report.Needs {
		case reports.NeedUnit:
			in.UnitID = unit
		case reports.NeedOfficer:
			in.OfficerID = officer
		case reports.NeedMeeting:
			in.MeetingID = meeting.ID
		case reports.NeedHandover:
			in.HandoverID = handover
		case reports.NeedSession:
			in.SessionID = session
		}
		return in
	}
}

// The made-up office has duties: its month that goes on has bounds, and the months before have a rate without.
func TestSampleOverviewOwnsNoNumber(t *testing.T) {
	t.Parallel()
	reports.CheckOverview(t, sampleOffice.Open(t), true)
}
