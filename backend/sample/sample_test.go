package sample_test

import (
	"reflect"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/clock"
	"caunoi/backend/dates"
	"caunoi/backend/desk"
	"caunoi/backend/officers"
	"caunoi/backend/sample"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func TestOfficeLooksAlive(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, sample.Office)
	storetest.Read(t, s, func(tx *store.Tx) error {
		people, err := officers.All(tx, tx.Today)
		if err != nil || len(people) < 30 {
			t.Errorf("%d officers, %v", len(people), err)
		}
		cover, err := assignments.Cover(tx, assignments.CoverageFilter{Day: tx.Today})
		if err != nil || cover.Required == 0 || cover.Covered == cover.Required {
			t.Errorf("coverage %+v, %v", cover, err)
		}
		entries, err := activities.Log(tx, activities.LogFilter{Span: dates.Span{From: tx.Today.AddMonths(-12), To: tx.Today.AddDays(15)}})
		if err != nil {
			return err
		}
		seen := map[activities.Outcome]int{}
		joint := 0
		for _, e := range entries {
			seen[e.Outcome]++
			if len(e.Hosts) > 1 {
				joint++
			}
		}
		for _, o := range []activities.Outcome{"ATTENDED", "EXCUSED", "ABSENT", "SUBSTITUTED", activities.NotRecorded, activities.NotHeld,
			activities.PutOff, activities.ToCome, activities.HeldOnly} {
			if seen[o] == 0 {
				t.Errorf("no meeting is %q: %v", o.Word(), seen)
			}
		}
		if joint == 0 || len(entries) < 300 {
			t.Errorf("%d entries, %d joint", len(entries), joint)
		}
		return nil
	})
}

func TestSampleOpensInItsOwnFolder(t *testing.T) {
	d := desk.New(t.TempDir(), desk.WithSample(sample.Fill), desk.WithClock(clock.Still("2026-11-26")))
	defer d.Close()
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	status, err := d.Self.OpenSample()
	if err != nil || !status.Office.Sample || len(status.SignIns) != 3 {
		t.Fatalf("%+v %v", status, err)
	}
	if status, err = d.Self.LeaveSample(); err != nil || !status.NeedsSetUp {
		t.Fatalf("%+v %v", status, err)
	}
}

// Two runs of one size give the same records, and the numbers are those promised.
func TestGeneratedOfficesAreTheSame(t *testing.T) {
	var first []activities.Entry
	for run := range 2 {
		s := storetest.Open(t)
		storetest.Write(t, s, func(tx *store.Tx) error { return sample.Build(tx, sample.Scales[0], func(string) {}) })
		storetest.Read(t, s, func(tx *store.Tx) error {
			var events, places, people int
			err := tx.Raw("SELECT (SELECT count(*) FROM attendance), (SELECT count(*) FROM unit), (SELECT count(*) FROM officer)").
				Row().
				Scan(&events, &places, &people)
			if err != nil || events != 140*60 || places != 140 || people != 60 {
				t.Errorf("%d events, %d places, %d officers, %v", events, places, people, err)
			}
			entries, err := activities.Log(tx, activities.LogFilter{Span: dates.Period("2026-06").Span()})
			if err != nil {
				return err
			}
			if run == 0 {
				first = entries
			} else if !reflect.DeepEqual(first, entries) {
				t.Error("two runs differ")
			}
			cover, err := assignments.Cover(tx, assignments.CoverageFilter{Day: tx.Today})
			if err != nil || cover.Covered != cover.Required || cover.Required != 140 {
				t.Errorf("coverage %d of %d, %v", cover.Covered, cover.Required, err)
			}
			return err
		})
	}
}
