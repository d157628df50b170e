package fulfilment

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/activities/activitiestest"
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// shown writes out what pictures hold, meeting by meeting.
func shown(p cachedSpan) string {
	var lines []string
	for _, day := range p.days {
		first := int32(0)
		for i, m := range day.meetings {
			line := fmt.Sprint(day.day, m.id, m.planned, activities.Kinds[m.kind].Code, activities.States[m.state].Code)
			var parts []string
			for _, h := range day.hosts {
				if int(h.meeting) == i {
					parts = append(parts, p.units[h.unit])
				}
			}
			for _, s := range day.marks[first:m.marksEnd] {
				parts = append(parts, p.officers[s.officer]+activities.Results[s.result].Code)
			}
			first = m.marksEnd
			slices.Sort(parts)
			lines = append(lines, line+strings.Join(parts, " "))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// TestAlbumIsInStepWithTheTables changes the log in every way a statement can, keeps and takes back, and compares what
// is remembered with what a program that has just started would read.
func TestAlbumIsInStepWithTheTables(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error { newHistory(3).store(t, tx); return nil })
	r := rand.New(rand.NewPCG(5, 5))
	day := func() dates.Date { return begin.AddDays(r.IntN(40)) }
	id := func() string { return fmt.Sprintf("n%d", r.IntN(25)) }
	changes := []func(tx *store.Tx){
		func(tx *store.Tx) {
			d, m := day(), id()
			activitiestest.Exec(
				t,
				tx,
				"INSERT OR IGNORE INTO meeting (id, kind, state, day, planned_on, created_at) VALUES (?, 'GROUP', 'HELD', ?, ?, '')",
				m,
				d,
				d,
			)
			activitiestest.Exec(t, tx, "INSERT OR IGNORE INTO meeting_host (meeting_id, unit_id) VALUES (?, 'to1')", m)
		},
		func(tx *store.Tx) {
			activitiestest.Exec(
				t,
				tx,
				"INSERT OR REPLACE INTO meeting_host (meeting_id, unit_id) SELECT id, ? FROM meeting WHERE id = ?",
				fmt.Sprintf("to%d", r.IntN(3)),
				id(),
			)
		},
		func(tx *store.Tx) {
			activitiestest.Exec(
				t,
				tx,
				"INSERT OR REPLACE INTO attendance (id, meeting_id, officer_id, result) SELECT ?, id, ?, 'EXCUSED' FROM meeting WHERE id = ?",
				store.NewID(),
				fmt.Sprintf("o%d", r.IntN(5)),
				id(),
			)
		},
		func(tx *store.Tx) {
			activitiestest.Exec(
				t,
				tx,
				"INSERT OR REPLACE INTO meeting (id, kind, state, day, planned_on, created_at) VALUES (?, 'GROUP', 'PLANNED', ?, '', '')",
				id(),
				day(),
			)
		},
		func(tx *store.Tx) {
			activitiestest.Exec(
				t,
				tx,
				"UPDATE OR REPLACE attendance SET id = 'moved' WHERE id = (SELECT id FROM attendance WHERE meeting_id = ? LIMIT 1)",
				id(),
			)
		},
		func(tx *store.Tx) { activitiestest.Exec(t, tx, "UPDATE meeting SET day = ? WHERE id = ?", day(), id()) },
		func(tx *store.Tx) {
			activitiestest.Exec(t, tx, "UPDATE meeting SET planned_on = ? WHERE id = ?", day(), id())
		},
		func(tx *store.Tx) {
			activitiestest.Exec(t, tx, "UPDATE meeting SET state = 'CANCELLED' WHERE id = ?", id())
		},
		func(tx *store.Tx) {
			activitiestest.Exec(t, tx, "UPDATE meeting SET kind = 'PEOPLE' WHERE id = ?", id())
		},
		func(tx *store.Tx) {
			activitiestest.Exec(t, tx, "UPDATE meeting SET deleted_at = 'x' WHERE id = ?", id())
		},
		func(tx *store.Tx) {
			activitiestest.Exec(t, tx, "UPDATE meeting SET deleted_at = '' WHERE id = ?", id())
		},
		func(tx *store.Tx) {
			activitiestest.Exec(t, tx, "UPDATE attendance SET result = 'ATTENDED' WHERE meeting_id = ?", id())
		},
		func(tx *store.Tx) {
			activitiestest.Exec(t, tx, "UPDATE OR IGNORE attendance SET officer_id = 'o1' WHERE meeting_id = ?", id())
		},
		func(tx *store.Tx) {
			activitiestest.Exec(t, tx, "UPDATE OR IGNORE meeting_host SET unit_id = 'ap0' WHERE meeting_id = ?", id())
		},
		func(tx *store.Tx) { activitiestest.Exec(t, tx, "DELETE FROM attendance WHERE meeting_id = ?", id()) },
		func(tx *store.Tx) { activitiestest.Exec(t, tx, "DELETE FROM meeting_host WHERE meeting_id = ?", id()) },
		func(tx *store.Tx) { activitiestest.Exec(t, tx, "DELETE FROM meeting WHERE id = ?", id()) },
	}
	from, to := string(begin), string(begin.AddDays(60))
	compare := func(tx *store.Tx) {
		t.Helper()
		kept, err := meetingDays(tx).daysBetween(tx, from, to)
		if err != nil {
			t.Fatal(err)
		}
		anew, err := (&meetingDayCache{days: map[string]*cachedDay{}}).daysBetween(tx, from, to)
		if err != nil {
			t.Fatal(err)
		}
		if have, want := shown(kept), shown(anew); have != want {
			t.Fatalf("remembered:\n%s\nstored:\n%s", have, want)
		}
	}
	back := errors.New("taken back")
	for range 400 {
		err := s.Write(context.Background(), store.As{Action: "test"}, func(tx *store.Tx) error {
			for range 1 + r.IntN(3) {
				changes[r.IntN(len(changes))](tx)
			}
			if r.IntN(2) == 0 {
				compare(tx) // what a transaction sees that is then taken back must not be believed afterwards
			}
			if r.IntN(3) == 0 {
				return back
			}
			return nil
		})
		if err != nil && !errors.Is(err, back) {
			t.Fatal(err)
		}
		storetest.Read(t, s, func(tx *store.Tx) error { compare(tx); return nil })
	}
}

// TestAlbumForgets keeps the memory bounded, and still answers when a single question is larger than the bound.
func TestAlbumForgets(t *testing.T) {
	a := &meetingDayCache{days: map[string]*cachedDay{}}
	for i := range 10 {
		a.put(string(begin.AddDays(i)), &cachedDay{meetings: make([]cachedMeeting, maxCachedMeetings/5)})
	}
	a.evict(string(begin.AddDays(8)), string(begin.AddDays(10)))
	if a.meetings > maxCachedMeetings || a.days[string(begin.AddDays(8))] == nil || a.days[string(begin.AddDays(9))] == nil {
		t.Errorf("%d meetings in %d days", a.meetings, len(a.days))
	}
	a.put("2030-01-01", &cachedDay{meetings: make([]cachedMeeting, maxCachedMeetings+1)})
	if a.evict("2030-01-01", "2030-01-02"); a.meetings > maxCachedMeetings {
		t.Errorf("%d meetings kept", a.meetings)
	}
}
