package reports

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fulfilment"
	"caunoi/backend/matters"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Every number of every report opens exactly what it counts: in the small office, which has no rules of duty, with matters.
func TestEveryNumberOpensItsRecords(t *testing.T) {
	t.Parallel()
	o, ids := reportstest.MatterOffice(t)
	ids["bg"] = reportstest.HandOver(t, o.Store, ids["cb1"], ids["cb0"])
	checkCatalog(t, o, ids)
}

func checkCatalog(t *testing.T, o *accesstest.Office, ids map[string]string) {
	t.Helper()
	var all LinkCount
	for _, report := range Catalog {
		for _, in := range []Input{{Period: "2026-06"}, {Period: "2026-Q2", UnitID: ids["xa"]},
			{Period: "2026-06", OfficerID: ids["cb0"]}} {
			in.Report = report.Code
			t.Run(report.Code+" "+string(in.Period), func(t *testing.T) {
				storetest.Read(t, o.Store, func(tx *store.Tx) error {
					if in.Period != "2026-06" && len(report.Periods) == 1 {
						in.Period = "2026-06"
					}
					in.Period = report.Fitting(in.Period)
					doc, err := Make(tx, reportstest.About(report.Needs, ids, in))
					if err != nil {
						return err
					}
					seen := CheckLinks(t, tx, doc)
					all.Numbers, all.Equal, all.Records = all.Numbers+seen.Numbers, all.Equal+seen.Equal, all.Records+seen.Records
					return nil
				})
			})
		}
	}
	t.Logf("%d numbers, %d open as many records, %d other links", all.Numbers, all.Equal, all.Records)
	if all.Numbers < 50 || all.Records < 50 {
		t.Errorf("too few to tell: %+v", all)
	}
}

// linkExamples is the table both sides read: what an address looks like, and the filter its screen must ask for.
const linkExamples = "../../frontend/src/app/links.examples.json"

// LinkExample is one line of it.
type linkExample struct {
	Screen  string `json:"screen"`
	Address string `json:"address"`
	Filter  any    `json:"filter"` // what narrows; the screen leaves all else open
	Words   string `json:"words"`
}

// The screens read the addresses papers lead to: links.test.tsx opens each of these and looks at what the screen asks for.
func TestLinkExamplesAreThoseTheScreensRead(t *testing.T) {
	t.Parallel()
	june := dates.Period("2026-06").Span()
	owes := fulfilment.CellsFilter{
		Filter:   fulfilment.Filter{Span: june, By: fulfilment.ByOfficer, UnderID: "xa-1"},
		Key:      "cb-1",
		Outcomes: owed,
	}
	late := matters.Number{Value: 3, Filter: matters.Filter{Span: june, UnderID: "xa-1", BodyID: "cq-1", Class: matters.LateClass}}
	absent := activities.LogFilter{Span: june, OfficerID: "cb-1", Outcome: activities.Outcome(activities.Absent)}
	told := activities.LogFilter{Span: june, State: activities.Held, Topic: "Nghị quyết số 1 & 2"}
	days := matters.ReceptionFilter{Span: june, Kind: matters.KindReception}
	inCharge := assignments.RegisterFilter{Day: "2026-06-30", UnderID: "xa-1"}
	vacant := assignments.CoverageQuery{Day: "2026-06-30", KindID: "a1", UpperID: "xa-1", Listed: assignments.ListCovered}
	const words = "Cán bộ mẫu 01: vắng, tháng 6 năm 2026"
	examples := []linkExample{
		{
			logScreen,
			logLink(absent, words),
			absent,
			words,
		},
		{logScreen, logLink(told, words), told, words},
		{cellsScreen, cellsLink(owes, words), owes, words},
		{mattersScreen, mattersLink(late, words), late.Filter, words},
		{receptionScreen, receptionLink(days, words), days, words},
		{registerScreen, registerLink(inCharge, words), inCharge, words},
		{coverageScreen, coverageLink(vacant, words), vacant, words},
	}
	for i, e := range examples {
		text, err := json.Marshal(e.Filter)
		if err != nil {
			t.Fatal(err)
		}
		var plain map[string]any
		if err := json.Unmarshal(text, &plain); err != nil {
			t.Fatal(err)
		}
		examples[i].Filter = plain
	}
	want, err := json.MarshalIndent(examples, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if os.Getenv("CAUNOI_GOLDEN") != "" {
		if err := os.WriteFile(linkExamples, want, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(linkExamples)
	var is, should bytes.Buffer // the formatter lays the file out anew: only what it says counts
	if err != nil || json.Compact(&is, got) != nil || json.Compact(&should, want) != nil || is.String() != should.String() {
		t.Errorf(
			"%s is not what links.go makes (%v): run CAUNOI_GOLDEN=1 go test ./backend/reports -run TestLinkExamples, then the screen's side: npx vitest run src/app/links",
			linkExamples,
			err,
		)
	}
}
