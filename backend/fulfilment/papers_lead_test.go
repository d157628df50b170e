package fulfilment

import (
	"testing"

	"caunoi/backend/activities"
	"caunoi/backend/activities/activitiestest"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Papers sent on the last day the rule allows are in time; a day later they are late; without a day they are neither.
func TestPapersInTimeOnTheLimitDay(t *testing.T) {
	o := activitiestest.Open(t)
	log := activities.New(o.Gate)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		rule := duties.Rule{
			ID:          "r",
			SeriesID:    "r",
			SchemeID:    "s",
			Name:        "Gửi tài liệu trước",
			Subject:     duties.OfUnit,
			Activity:    "CELL_REGULAR",
			Quota:       1,
			Period:      dates.Monthly,
			PapersDays:  2,
			TargetTypes: []string{},
			ValidFrom:   "2026-10-10",
			ValidTo:     "2026-11-20",
			CreatedAt:   "x",
		}
		return tx.Create(&rule).Error
	})
	for _, c := range []struct {
		held, sent dates.Date
		late       int
	}{
		{"2026-11-10", "2026-11-07", 0},
		{"2026-11-11", "2026-11-09", 0}, // the limit day
		{"2026-11-12", "2026-11-11", 1},
		{"2026-11-13", "2026-11-13", 1}, // on the day itself
		{"2026-11-14", "", 0},
		{"2026-10-09", "2026-10-09", 0}, // the day before the rule begins
		{"2026-10-10", "2026-10-10", 1}, // its first day
		{"2026-11-19", "2026-11-19", 1}, // its last day
		{"2026-11-20", "2026-11-20", 0}, // the day it has ended
	} {
		in := activities.MeetingInput{
			Kind:         activities.CellRegular,
			State:        activities.Held,
			HeldOn:       c.held,
			PapersSentOn: c.sent,
			HostIDs:      []string{"cb1"},
		}
		if _, err := log.SaveMeeting(in); err != nil {
			t.Fatal(err)
		}
		list, err := New(o.Gate, nil).PapersLead(LeadFilter{Span: dates.Through(c.held, c.held)})
		if err != nil || list.Total.Meetings != 1 || list.Total.Late != c.late || list.Items[0].Late != c.late {
			t.Errorf("held %s, sent %q: %+v %v", c.held, c.sent, list, err)
		}
		sent := 1
		if c.sent == "" {
			sent = 0
		}
		lead := c.held.Sub(c.sent)
		if got := list.Total; got.Sent != sent || got.NotRecorded != 1-sent || got.Shortest != lead || got.Longest != lead ||
			got.TotalDays != lead {
			t.Errorf("held %s, sent %q: %+v", c.held, c.sent, got)
		}
	}
	list, err := New(o.Gate, nil).PapersLead(LeadFilter{Span: dates.Through("2026-11-10", "2026-11-14")})
	want := LeadRow{Meetings: 5, Sent: 4, NotRecorded: 1, Shortest: 0, Longest: 3, TotalDays: 6, Late: 2}
	if err != nil || list.Total != want {
		t.Errorf("%+v %v, want %+v", list.Total, err, want)
	}
}
