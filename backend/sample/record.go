package sample

import (
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// record gathers ordinary meetings and writes them together at the end: saved one by one, with everything that is looked
// up for a person who types, a year of them would keep whoever opens the made-up office waiting.
type record struct {
	meetings []activities.Meeting
	hosts    []activities.Host
	present  []activities.Attendance
	advice   []activities.Contribution
	conveyed []activities.Conveyance

	labels   map[string]string // of hosts
	names    map[string]string // of officers
	inCharge map[dates.Date]map[string][]assignments.Line
	author   string // account that entered them
}

// newRecord looks up once what every meeting needs.
func (o *office) newRecord() (*record, error) {
	r := &record{labels: map[string]string{}, names: map[string]string{}, inCharge: map[dates.Date]map[string][]assignments.Line{}}
	for name, id := range o.people {
		r.names[id] = name
	}
	refs, err := units.Of(o.tx, units.Filter{Day: o.today})
	for _, ref := range refs {
		r.labels[ref.ID] = ref.Label
	}
	if err != nil {
		return nil, err
	}
	return r, o.tx.Raw("SELECT id FROM user_account WHERE login = ?", Accounts[1].Login).Scan(&r.author).Error
}

// on tells who is in charge of every place on a day.
func (r *record) on(tx *store.Tx, day dates.Date) (map[string][]assignments.Line, error) {
	if known, ok := r.inCharge[day]; ok {
		return known, nil
	}
	ids := make([]string, 0, len(r.labels))
	for id := range r.labels {
		ids = append(ids, id)
	}
	found, err := assignments.InCharge(tx, ids, day)
	r.inCharge[day] = found
	return found, err
}

// add gathers one meeting; assignment is the one its first attendance serves.
func (r *record) add(tx *store.Tx, in activities.MeetingInput, assignment string) {
	m := activities.Meeting{
		ID:           store.NewID(),
		Kind:         in.Kind,
		PlannedOn:    in.PlannedOn,
		PlannedTime:  in.PlannedTime,
		HeldOn:       in.HeldOn,
		Day:          dates.Later(in.PlannedOn, in.HeldOn),
		Place:        in.Place,
		State:        in.State,
		StateReason:  in.StateReason,
		PapersSentOn: in.PapersSentOn,
		PapersCount:  in.PapersCount,
		Present:      in.Present,
		Total:        in.Total,
		Note:         in.Note,
		CreatedAt:    tx.NowText(),
		CreatedBy:    r.author,
	}
	texts := []string{in.Place, in.Note, in.StateReason}
	for i, id := range in.HostIDs {
		r.hosts = append(r.hosts, activities.Host{MeetingID: m.ID, UnitID: id, SortOrder: i})
		texts = append(texts, r.labels[id])
	}
	for i, a := range in.Attendances {
		r.present = append(
			r.present,
			activities.Attendance{ID: store.NewID(), MeetingID: m.ID, OfficerID: a.OfficerID, AssignmentID: assignment, Result: a.Result,
				SubstituteID: a.SubstituteID, Reason: a.Reason, SortOrder: i},
		)
		texts = append(texts, r.names[a.OfficerID], r.names[a.SubstituteID])
	}
	for i, c := range in.Contributions {
		r.advice = append(
			r.advice,
			activities.Contribution{
				ID:        store.NewID(),
				MeetingID: m.ID,
				OfficerID: c.OfficerID,
				FieldCode: c.FieldCode,
				Summary:   c.Summary,
				Accepted:  c.Accepted,
				SortOrder: i,
			},
		)
		texts = append(texts, c.Summary)
	}
	for i, topic := range in.Conveyances {
		r.conveyed = append(r.conveyed, activities.Conveyance{ID: store.NewID(), MeetingID: m.ID, Topic: topic, SortOrder: i})
		texts = append(texts, topic)
	}
	m.Fold = store.Fold(strings.Join(texts, " "))
	r.meetings = append(r.meetings, m)
}

// store writes everything gathered.
func (r *record) store(tx *store.Tx) error {
	for _, rows := range []any{&r.meetings, &r.hosts, &r.present, &r.advice, &r.conveyed} {
		if err := tx.CreateInBatches(rows, 100).Error; err != nil {
			return err
		}
	}
	return nil
}
