package fulfilment

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities"
	"caunoi/backend/activities/activitiestest"
	"caunoi/backend/clock"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// testOffice is the small office of the log with duties; see activitiestest. Officer an has hamlet 1, chi groups 1 and 2, a
// team (lead binh, member chi) hamlet 2.
type testOffice struct {
	*accesstest.Office
	s   *Service
	log *activities.Service
}

func openOffice(t testing.TB, today dates.Date, rules ...duties.Rule) *testOffice {
	t.Helper()
	o := &testOffice{Office: activitiestest.Open(t)}
	o.Store.Clock = clock.Still(today)
	o.s, o.log = New(o.Gate, nil), activities.New(o.Gate)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		activitiestest.Exec(t, tx, "INSERT INTO team (id, name, created_at) VALUES ('to', 'Tổ mẫu', 'x')")
		activitiestest.Exec(
			t,
			tx,
			"INSERT INTO team_member (id, team_id, officer_id, lead, valid_from) VALUES ('m1', 'to', 'binh', 1, '2020-01-01'), ('m2', 'to', 'chi', 0, '2020-01-01')",
		)
		activitiestest.Exec(
			t,
			tx,
			"INSERT INTO assignment (id, kind_id, team_id, target_id, valid_from, decision_in) VALUES ('a2', 'k', 'to', 'ap2', '2026-01-01', 'd')",
		)
		for i := range rules {
			r := &rules[i]
			r.SeriesID, r.SchemeID, r.ValidFrom, r.CreatedAt, r.SortOrder = r.ID, "s", dates.Later("2020-01-01", r.ValidFrom), "x", i
			if r.TargetTypes == nil {
				r.TargetTypes = []string{}
			}
			if err := tx.Create(r).Error; err != nil {
				return err
			}
		}
		return nil
	})
	return o
}

// monthly is a duty of officers, once a month on a fixed day; day 0 is any day.
func monthly(id, kind string, activity duties.Activity, day int) duties.Rule {
	r := duties.Rule{
		ID:       id,
		KindID:   kind,
		Name:     "Nhiệm vụ " + id,
		Subject:  duties.OfOfficer,
		Activity: activity,
		Quota:    1,
		Period:   dates.Monthly,
	}
	if day > 0 {
		r.FixedCalendar, r.FixedDay = "solar", day
	}
	return r
}

// held is a meeting that was held, with those who attended it.
func held(kind activities.Kind, day dates.Date, hosts []string, present ...string) activities.MeetingInput {
	in := activities.MeetingInput{Kind: kind, State: activities.Held, HeldOn: day, HostIDs: hosts}
	for _, id := range present {
		in.Attendances = append(in.Attendances, activities.AttendanceInput{OfficerID: id, Result: activities.Attended})
	}
	return in
}

// planned is a meeting planned for a day, with the officer expected.
func planned(kind activities.Kind, day dates.Date, host, officer string) activities.MeetingInput {
	return activities.MeetingInput{Kind: kind, State: activities.Planned, PlannedOn: day, HostIDs: []string{host},
		Attendances: []activities.AttendanceInput{{OfficerID: officer}}}
}

func (o *testOffice) save(t testing.TB, in activities.MeetingInput) activities.Entry {
	t.Helper()
	saved, err := o.log.SaveMeeting(in)
	if err != nil {
		t.Fatal(err)
	}
	return saved.Entry
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n  %s, want\n  %s", what, got, want)
	}
}

func joined[T any](list []T, text func(T) string) string {
	out := make([]string, len(list))
	for i, each := range list {
		out[i] = text(each)
	}
	return strings.Join(out, "; ")
}

func cellText(c Cell) string {
	return fmt.Sprintf("%s %s %s %s", c.Day, c.UnitID, strings.TrimSpace(c.OfficerID+c.TeamID), c.Outcome)
}
