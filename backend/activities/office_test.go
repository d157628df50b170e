package activities

import (
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/activities/activitiestest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// testOffice is the small office with this room's service.
type testOffice struct {
	*accesstest.Office
	s *Service
}

func openOffice(t testing.TB) *testOffice {
	t.Helper()
	o := activitiestest.Open(t)
	return &testOffice{o, New(o.Gate)}
}

var exec = activitiestest.Exec

func (o *testOffice) save(t testing.TB, in MeetingInput) Saved {
	t.Helper()
	saved, err := o.s.SaveMeeting(in)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func (o *testOffice) count(t testing.TB, table string) (n int64) {
	t.Helper()
	storetest.Read(t, o.Store, func(tx *store.Tx) error { return tx.Table(table).Count(&n).Error })
	return n
}

// heldAt is a plain held meeting, to be changed by a test.
func heldAt(unit string, day dates.Date, officer string) MeetingInput {
	return MeetingInput{Kind: CellRegular, State: Held, HeldOn: day, HostIDs: []string{unit},
		Attendances: []AttendanceInput{{OfficerID: officer, Result: Attended}}}
}

func fieldsOf(t testing.TB, err error) map[string]string {
	t.Helper()
	e, ok := fault.Of(err)
	if !ok {
		t.Fatalf("no fault: %v", err)
	}
	return e.Fields
}

func num(n int) *int { return &n }
