package activities

import (
	"testing"

	"caunoi/backend/clock"
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The schedule of a month is collected by the 20th of the month before: that day is not late, the 21st is. The first screen
// begins to ask on the 10th.
func TestScheduleIsDueOnTheTwentieth(t *testing.T) {
	o := openOffice(t)
	for _, c := range []struct {
		day     dates.Date
		late    bool
		missing int
	}{
		{"2026-11-09", false, 0},
		{"2026-11-10", false, 2},
		{"2026-11-19", false, 2},
		{"2026-11-20", false, 2},
		{"2026-11-21", true, 2},
		{"2026-11-30", true, 2},
	} {
		o.Store.Clock = clock.Still(c.day)
		schedule, err := o.s.Schedule(december)
		if err != nil || schedule.Deadline != "2026-11-20" || schedule.Late != c.late || schedule.Missing != 2 {
			t.Errorf("on %s: deadline %s, late %v, missing %d; %v", c.day, schedule.Deadline, schedule.Late, schedule.Missing, err)
		}
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			missing, month, err := UnregisteredCells(tx, tx.Today)
			if missing != c.missing || month != "2026-12" {
				t.Errorf("on %s: %d cells asked for %s, want %d", c.day, missing, month, c.missing)
			}
			return err
		})
	}
}

// What the first screen counts is what the schedule of the month lists as missing, also when a registered day was put off.
func TestUnregisteredCellsAreTheMissingOfTheSchedule(t *testing.T) {
	o := openOffice(t)
	o.Store.Clock = clock.Still("2026-11-20")
	agree := func(when string, want int) {
		t.Helper()
		schedule, err := o.s.Schedule(december)
		if err != nil || schedule.Missing != want {
			t.Errorf("%s: %d missing, want %d; %v", when, schedule.Missing, want, err)
		}
		storetest.Read(t, o.Store, func(tx *store.Tx) error {
			if missing, _, err := UnregisteredCells(tx, tx.Today); err != nil || missing != want {
				t.Errorf("%s: the first screen counts %d, want %d; %v", when, missing, want, err)
			}
			return nil
		})
	}
	agree("nothing registered", 2)
	plan := func(unit string, day dates.Date) Entry {
		return o.save(t, MeetingInput{Kind: CellRegular, State: Planned, PlannedOn: day, HostIDs: []string{unit}}).Entry
	}
	first := plan("cb1", "2026-12-01")
	agree("the first day of the month", 1)
	plan("cb2", "2026-12-31")
	agree("the last day of the month", 0)
	in := first.Input()
	in.State, in.PostponedTo = Postponed, "2027-01-05"
	o.save(t, in)
	agree("put off into the next month", 1)
	in.PostponedTo = ""
	o.save(t, in)
	agree("put off without a new day", 0)
}
