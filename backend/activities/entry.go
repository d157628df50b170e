package activities

import (
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// chunk bounds the ids of one query; thousands of parameters make the engine slow before they make it fail.
const chunk = 400

var errNoMeeting = fault.NotFound("Không còn cuộc họp này. Hãy tải lại danh sách.")

// Get reads one entry; one in the bin is found too, so that it can be shown and brought back.
func Get(tx *store.Tx, id string) (Entry, error) {
	var m Meeting
	err := tx.Where("id = ?", id).Take(&m).Error
	if store.Missing(err) {
		return Entry{}, errNoMeeting
	}
	if err != nil {
		return Entry{}, err
	}
	entries, err := loadEntries(tx, []Meeting{m})
	if err != nil {
		return Entry{}, err
	}
	return entries[0], nil
}

// loadEntries completes meetings with hosts, attendances, contributions and conveyances, and with names as of each day.
func loadEntries(tx *store.Tx, meetings []Meeting) ([]Entry, error) {
	entries := make([]Entry, len(meetings))
	at := make(map[string]*Entry, len(meetings))
	ids := make([]string, len(meetings))
	for i, m := range meetings {
		entries[i] = Entry{Meeting: m, KindWord: m.Kind.Word(), StateWord: m.State.Word(), Lunar: dates.ToLunar(m.Day).Show(),
			Hosts: []units.Ref{}, Attendances: []Attendance{}, Contributions: []Contribution{}, Conveyances: []Conveyance{}}
		ids[i], at[m.ID] = m.ID, &entries[i]
	}
	hosts := map[string][]string{}
	for part := range slices.Chunk(ids, chunk) {
		if err := loadParts(tx, part, at, hosts); err != nil {
			return nil, err
		}
	}
	if err := addNames(tx, entries, hosts); err != nil {
		return nil, err
	}
	for i := range entries {
		deriveOutcomes(&entries[i], tx.FirstDayToCome())
	}
	return entries, nil
}

func loadParts(tx *store.Tx, ids []string, at map[string]*Entry, hosts map[string][]string) error {
	var (
		hostRows  []Host
		present   []Attendance
		advice    []Contribution
		conveyed  []Conveyance
		following []Meeting
	)
	for _, rows := range []any{&hostRows, &present, &advice, &conveyed} {
		if err := tx.Where("meeting_id IN ?", ids).Order("meeting_id, sort_order").Find(rows).Error; err != nil {
			return err
		}
	}
	err := tx.Select("moved_from", "day").Where("moved_from IN ? AND moved_from <> '' AND deleted_at = ''", ids).Find(&following).Error
	if err != nil {
		return err
	}
	for _, h := range hostRows {
		hosts[h.MeetingID] = append(hosts[h.MeetingID], h.UnitID)
	}
	for _, a := range present {
		e := at[a.MeetingID]
		e.Attendances = append(e.Attendances, a)
	}
	for _, c := range advice {
		e := at[c.MeetingID]
		e.Contributions = append(e.Contributions, c)
	}
	for _, c := range conveyed {
		e := at[c.MeetingID]
		e.Conveyances = append(e.Conveyances, c)
	}
	for _, m := range following {
		if !tx.Past() || m.Day <= tx.Today {
			at[m.MovedFrom].PostponedTo = m.Day
		}
	}
	return nil
}

// addNames writes the names of units and officers as they were on each entry's day, one query for each day and kind.
func addNames(tx *store.Tx, entries []Entry, hosts map[string][]string) error {
	byDay := map[dates.Date][]*Entry{}
	for i := range entries {
		byDay[entries[i].Day] = append(byDay[entries[i].Day], &entries[i])
	}
	fields, err := FieldNames(tx)
	if err != nil {
		return err
	}
	for day, group := range byDay {
		unitIDs, people := []string{}, []string{}
		for _, e := range group {
			unitIDs = append(unitIDs, hosts[e.ID]...)
			people = append(people, e.people()...)
		}
		places, err := units.Refs(tx, store.Distinct(unitIDs), day)
		if err != nil {
			return err
		}
		who, err := officers.Refs(tx, store.Distinct(people), day)
		if err != nil {
			return err
		}
		for _, e := range group {
			for _, id := range hosts[e.ID] {
				e.Hosts = append(e.Hosts, places[id])
			}
			for i := range e.Attendances {
				a := &e.Attendances[i]
				a.OfficerName, a.OfficerPost, a.SubstituteName = who[a.OfficerID].Name, who[a.OfficerID].Post, who[a.SubstituteID].Name
			}
			for i := range e.Contributions {
				c := &e.Contributions[i]
				c.OfficerName, c.FieldName, c.AcceptedWord = who[c.OfficerID].Name, fields[c.FieldCode], c.Accepted.Word()
			}
		}
	}
	return nil
}

func (e *Entry) people() []string {
	var ids []string
	for _, a := range e.Attendances {
		ids = append(ids, a.OfficerID)
		if a.SubstituteID != "" {
			ids = append(ids, a.SubstituteID)
		}
	}
	for _, c := range e.Contributions {
		ids = append(ids, c.OfficerID)
	}
	return ids
}

// deriveOutcomes derives the outcome words; toCome is the first day that is not over. A day that passed without an entry is
// "chưa ghi nhận", never "vắng".
func deriveOutcomes(e *Entry, toCome dates.Date) {
	e.Outcome = e.outcome("", toCome)
	for i := range e.Attendances {
		a := &e.Attendances[i]
		of := e.outcome(a.Result, toCome)
		a.ResultWord = of.Word()
		if i == 0 {
			e.Outcome = of
		}
	}
	if e.State == Held && len(e.Attendances) == 0 {
		e.Outcome = HeldOnly
	}
	e.OutcomeWord = e.Outcome.Word()
}

func (e *Entry) outcome(result Result, toCome dates.Date) Outcome {
	switch {
	case e.State == Cancelled:
		return NotHeld
	case e.State == Postponed:
		return PutOff
	case e.State == Suspended:
		return OnHold
	case e.State == Held && result != "":
		return Outcome(result)
	case e.State == Planned && e.Day >= toCome:
		return ToCome
	}
	return NotRecorded
}

// FieldNames gives the name of every field of work by its code, of those no longer offered too.
func FieldNames(tx *store.Tx) (map[string]string, error) {
	var rows []Field
	if err := tx.Find(&rows).Error; err != nil {
		return nil, err
	}
	names := make(map[string]string, len(rows))
	for _, f := range rows {
		names[f.Code] = f.Name
	}
	return names, nil
}
