package issuing

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/reports"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// slowReport waits in each sheet until it is let go, so that a test can look at a batch under way.
func slowReport(t *testing.T) (let chan bool) {
	let = make(chan bool)
	kept := reports.Catalog
	reports.Catalog = append(
		slices.Clone(reports.Catalog),
		reports.Report{
			Code:    "X2",
			Name:    "cham",
			Title:   "Chậm",
			Periods: []dates.PeriodKind{dates.Month},
			Forms:   []document.Form{document.FormParty},
			Each:    []reports.BatchEach{reports.EachCommune, reports.EachHamlet, reports.EachOfficer},
			Build: func(_ *store.Tx, in reports.Input, paper reports.Paper) (document.Document, error) {
				<-let
				return paper.Register(in, "SỔ CHẬM", "chậm"), nil
			},
		},
	)
	t.Cleanup(func() { reports.Catalog = kept })
	return let
}

func TestBatchIsCancelledAndEndsWithTheSession(t *testing.T) {
	o, _ := reportstest.Office(t)
	s := New(o.Gate)
	in := BatchInput{Input: reports.Input{Report: "X2", Period: "2026-06"}, Each: reports.EachHamlet}
	ends := map[string]func(id string){
		"cancelled": func(id string) {
			if status, err := s.BatchCancel(id); err != nil || !status.Running {
				t.Errorf("%+v, %v", status, err)
			}
		},
		"signed out": func(string) { o.SignOut(t); o.SignIn(t, access.QuanTri) },
		"locked": func(string) {
			in := access.New(o.Gate)
			if err := in.Lock(); err != nil {
				t.Fatal(err)
			}
			if _, err := in.Unlock(accesstest.Password); err != nil {
				t.Fatal(err)
			}
		},
	}
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			let := slowReport(t)
			status, err := s.BatchStart(in)
			if err != nil {
				t.Fatal(err)
			}
			let <- true
			if status, err = s.BatchStatus(status.ID); err != nil || !status.Running || status.Total != 3 {
				t.Errorf("%+v, %v", status, err)
			}
			if _, err := s.BatchStart(in); !fault.Is(err, fault.CodeConflict) {
				t.Errorf("a second batch at the same time: %v", err)
			}
			job := s.batch.job
			end(status.ID)
			close(let)
			for waits := 0; job.shown().Running && waits < 30_000; waits++ {
				time.Sleep(time.Millisecond)
			}
			last := job.shown()
			if last.Running || last.File.Token != "" || last.Ended == "" {
				t.Errorf("%+v", last)
			}
			if _, err := s.BatchStatus(status.ID); (name == "cancelled") != (err == nil) {
				t.Errorf("status afterwards: %v", err)
			}
		})
	}
	let := slowReport(t)
	close(let)
	if status := startBatch(t, s, in); status.Made != 3 {
		t.Errorf("nothing can be printed after a cancelled batch: %+v", status)
	}
}

// All sheets of a batch show one moment: what is stored while it runs is in none of them.
func TestBatchShowsOneMoment(t *testing.T) {
	o, ids := reportstest.Office(t)
	s := New(o.Gate)
	let := make(chan bool)
	kept := reports.Catalog
	var seen []int64
	reports.Catalog = append(
		slices.Clone(reports.Catalog),
		reports.Report{
			Code:    "X3",
			Name:    "dem",
			Title:   "Đếm",
			Periods: []dates.PeriodKind{dates.Month},
			Forms:   []document.Form{document.FormParty},
			Each:    []reports.BatchEach{reports.EachCommune, reports.EachHamlet, reports.EachOfficer},
			Build: func(tx *store.Tx, in reports.Input, paper reports.Paper) (document.Document, error) {
				var n int64
				err := tx.Model(&activities.Meeting{}).Count(&n).Error
				seen = append(seen, n)
				let <- true
				<-let
				return paper.Register(in, "SỔ ĐẾM", "đếm"), err
			},
		},
	)
	defer func() { reports.Catalog = kept }()
	status, err := s.BatchStart(BatchInput{Input: reports.Input{Report: "X3", Period: "2026-06"}, Each: reports.EachHamlet})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		<-let
		storetest.Write(t, o.Store, func(tx *store.Tx) error { // nobody waits for the batch
			_, err := activities.Save(
				tx,
				activities.MeetingInput{
					Kind:      activities.People,
					State:     activities.Planned,
					PlannedOn: dates.Date(fmt.Sprintf("2026-07-%02d", 10+i)),
					HostIDs:   []string{ids["ap0"]},
				},
			)
			return err
		})
		let <- true
	}
	if waitBatch(t, s, status.ID); len(seen) != 3 || seen[0] != seen[1] || seen[1] != seen[2] {
		t.Errorf("meetings counted by the sheets: %v", seen)
	}
}
