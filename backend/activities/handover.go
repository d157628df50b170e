package activities

import (
	"encoding/json"
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// The longest a thing left undone is still worth handing over.
const (
	unrecordedBack = 92  // days
	pendingBack    = 366 // days
)

// HandoverHooks tells the handover what this room has open at a place: meetings to come, which follow whoever is in charge,
// meetings past that nobody wrote down, and advice that waits for an answer.
func HandoverHooks() []assignments.HandoverHook {
	return []assignments.HandoverHook{
		{Code: "cuoc_hop", Word: "cuộc họp đã lên lịch", Open: openPlanned, Move: moveExpected, Back: restoreExpected},
		{Code: "chua_ghi", Word: "cuộc họp đã qua chưa ghi nhận", Open: openUnrecorded},
		{Code: "gop_y", Word: "góp ý chờ kết quả", Open: openAdvice},
	}
}

// hostsOf gives for each place the units whose meetings are its own: the place and the Party organisations answering for it.
// The second map leads back.
func hostsOf(tx *store.Tx, places []string, day dates.Date) (hosts []string, placeOf map[string]string, err error) {
	placeOf = map[string]string{}
	for _, id := range places {
		placeOf[id] = id
		hosts = append(hosts, id)
	}
	links, err := units.LinksDuring(tx, places, dates.Through(day, day))
	for _, l := range links {
		if _, asked := placeOf[l.OrgID]; !asked && placeOf[l.UnitID] == l.UnitID {
			placeOf[l.OrgID] = l.UnitID
			hosts = append(hosts, l.OrgID)
		}
	}
	return hosts, placeOf, err
}

// openRow is a meeting or a piece of advice at a host.
type openRow struct {
	ID, UnitID, Kind, PlannedTime, Place, Summary string
	Day                                           dates.Date
}

// openByPlace reads rows at the hosts of the places and lists them by place, a joint meeting at each.
func openByPlace(
	tx *store.Tx,
	held []assignments.HeldPlace,
	text func(openRow) string,
	read func(hosts string, rows *[]openRow) error,
) (map[string][]assignments.OpenItem, error) {
	out := map[string][]assignments.OpenItem{}
	if len(held) == 0 {
		return out, nil
	}
	places := make([]string, len(held))
	for i, h := range held {
		places[i] = h.TargetID
	}
	hosts, placeOf, err := hostsOf(tx, store.Distinct(places), held[0].On)
	if err != nil {
		return nil, err
	}
	set, err := json.Marshal(hosts)
	if err != nil {
		return nil, err
	}
	var rows []openRow
	if err := read(string(set), &rows); err != nil {
		return nil, err
	}
	for _, r := range rows {
		place := placeOf[r.UnitID]
		if !slices.ContainsFunc(out[place], func(i assignments.OpenItem) bool { return i.ID == r.ID }) {
			out[place] = append(out[place], assignments.OpenItem{ID: r.ID, Text: text(r), Day: r.Day})
		}
	}
	return out, nil
}

func meetingText(r openRow) string {
	text := Kind(r.Kind).Word()
	if r.PlannedTime != "" {
		text += ", " + r.PlannedTime
	}
	if r.Place != "" {
		text += ", " + r.Place
	}
	return text
}

const openMeetings = `SELECT m.id, h.unit_id, m.kind, m.planned_time, m.place, m.day FROM meeting_host h
JOIN meeting m ON m.id = h.meeting_id
WHERE h.unit_id IN (SELECT value FROM json_each(?)) AND m.deleted_at = '' AND m.state = 'PLANNED' AND m.day >= ? AND (? = ''
OR m.day < ?) ORDER BY m.day, m.planned_time, m.id`

func openPlanned(tx *store.Tx, held []assignments.HeldPlace) (map[string][]assignments.OpenItem, error) {
	return openByPlace(tx, held, meetingText, func(hosts string, rows *[]openRow) error {
		if tx.Past() {
			return nil // what lies ahead of a past day is in the papers of later days
		}
		return tx.Raw(openMeetings, hosts, dates.Later(held[0].On, tx.Today), "", "").Scan(rows).Error
	})
}

func openUnrecorded(tx *store.Tx, held []assignments.HeldPlace) (map[string][]assignments.OpenItem, error) {
	return openByPlace(tx, held, meetingText, func(hosts string, rows *[]openRow) error {
		return tx.Raw(openMeetings, hosts, tx.Today.AddDays(-unrecordedBack), tx.FirstDayToCome(), tx.FirstDayToCome()).Scan(rows).Error
	})
}

func openAdvice(tx *store.Tx, held []assignments.HeldPlace) (map[string][]assignments.OpenItem, error) {
	return openByPlace(tx, held, func(r openRow) string { return r.Summary }, func(hosts string, rows *[]openRow) error {
		return tx.Raw(`SELECT c.id, h.unit_id, m.kind, c.summary, m.day FROM meeting_host h JOIN meeting m ON m.id = h.meeting_id
JOIN contribution c ON c.meeting_id = m.id
WHERE h.unit_id IN (SELECT value FROM json_each(?)) AND m.deleted_at = '' AND m.state = 'HELD' AND c.accepted = 'pending'
AND m.day >= ? AND (? OR m.day <= ?) ORDER BY m.day, c.sort_order, c.id`,
			hosts, tx.Today.AddDays(-pendingBack), !tx.Past(), tx.Today).
			Scan(rows).
			Error
	})
}

// changedMeeting is what became of one planned meeting, so that it can be put back.
type changedMeeting struct {
	MeetingID string       `json:"meetingId"`
	Removed   []Attendance `json:"removed"`
	Added     []string     `json:"added"` // officers
	FoldWas   string       `json:"foldWas"`
	FoldIs    string       `json:"foldIs"`
}

// successor is an officer to be expected in place of another.
type successor struct{ officer, assignment string }

// moveExpected lets the successors be expected at planned meetings. Whoever is still in charge of one of the hosts, by
// another assignment, goes on being expected.
func moveExpected(tx *store.Tx, passed []assignments.WorkTransfer) (string, error) {
	order := []string{}
	leaving, coming := map[string]map[string]bool{}, map[string][]successor{}
	for _, p := range passed {
		ids, err := expectedAtMeetings(tx, p)
		if err != nil {
			return "", err
		}
		for _, id := range ids {
			if leaving[id] == nil {
				leaving[id] = map[string]bool{}
				order = append(order, id)
			}
			leaving[id][p.From] = true
			if p.To != "" {
				coming[id] = append(coming[id], successor{p.To, p.NewAssignmentID})
			}
		}
	}
	trace := []changedMeeting{}
	for _, id := range order {
		change, err := replaceExpected(tx, id, leaving[id], coming[id])
		if err != nil {
			return "", err
		}
		if len(change.Removed)+len(change.Added) > 0 {
			trace = append(trace, change)
		}
	}
	if len(trace) == 0 {
		return "", nil
	}
	text, err := json.Marshal(trace)
	return string(text), err
}

// expectedAtMeetings lists the planned meetings an officer is expected at because of what is passed on.
func expectedAtMeetings(tx *store.Tx, p assignments.WorkTransfer) ([]string, error) {
	hosts, _, err := hostsOf(tx, []string{p.TargetID}, p.On)
	if err != nil {
		return nil, err
	}
	set, err := json.Marshal(hosts)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	return ids, tx.Raw(`SELECT m.id FROM attendance a JOIN meeting m ON m.id = a.meeting_id
WHERE a.officer_id = ? AND a.result = '' AND m.deleted_at = '' AND m.state = 'PLANNED' AND m.day >= ?
AND (? OR a.assignment_id = ? OR EXISTS (SELECT 1 FROM meeting_host h WHERE h.meeting_id = m.id AND h.unit_id IN (SELECT value
FROM json_each(?))))
ORDER BY m.day, m.id`, p.From, p.On, p.Rest, p.AssignmentID, string(set)).Scan(&ids).Error
}

// replaceExpected rewrites who is expected at one meeting.
func replaceExpected(tx *store.Tx, id string, leaving map[string]bool, coming []successor) (changedMeeting, error) {
	out := changedMeeting{MeetingID: id, Removed: []Attendance{}, Added: []string{}}
	e, err := Get(tx, id)
	if err != nil {
		return out, err
	}
	hosts := make([]string, len(e.Hosts))
	for i, h := range e.Hosts {
		hosts[i] = h.ID
	}
	inCharge, err := responsible(tx, hosts, e.Day)
	if err != nil {
		return out, err
	}
	still := map[string]bool{}
	for _, list := range inCharge {
		for _, p := range list {
			still[p.OfficerID] = true
		}
	}
	there, at := map[string]bool{}, 0
	for _, a := range e.Attendances {
		if leaving[a.OfficerID] && !still[a.OfficerID] && a.Result == "" {
			out.Removed = append(out.Removed, a)
			at = a.SortOrder
			if err := tx.Where("id = ?", a.ID).Delete(&Attendance{}).Error; err != nil {
				return out, err
			}
			continue
		}
		there[a.OfficerID] = true
	}
	for _, n := range coming {
		if there[n.officer] {
			continue
		}
		there[n.officer] = true
		out.Added = append(out.Added, n.officer)
		if err := tx.Create(
			&Attendance{ID: store.NewID(), MeetingID: id, OfficerID: n.officer, AssignmentID: n.assignment, SortOrder: at},
		).Error; err != nil {
			return out, err
		}
	}
	if len(out.Removed)+len(out.Added) == 0 {
		return out, nil
	}
	out.FoldWas = e.Fold
	out.FoldIs, err = updateSearchText(tx, id)
	return out, err
}

// restoreExpected puts the expected officers back as they were. A meeting whose result has been written since stays with
// whoever attended, so the change can no longer be taken back.
func restoreExpected(tx *store.Tx, trace string) error {
	var all []changedMeeting
	if err := json.Unmarshal([]byte(trace), &all); err != nil {
		return err
	}
	for _, s := range all {
		var m Meeting
		if err := tx.Where("id = ?", s.MeetingID).Take(&m).Error; err != nil {
			return err
		}
		if m.State == Held && m.DeletedAt == "" {
			return fault.Conflict(
				"Cuộc họp ngày " + m.Day.Show() + " đã được ghi kết quả sau khi bàn giao nên không hoàn tác được. Hãy lập quyết định điều chỉnh mới.",
			)
		}
		if err := tx.Where("meeting_id = ? AND officer_id IN ? AND result = ''", s.MeetingID, append(s.Added, "")).
			Delete(&Attendance{}).
			Error; err != nil {
			return err
		}
		for _, a := range s.Removed {
			var there int64
			if err := tx.Model(&Attendance{}).
				Where("meeting_id = ? AND officer_id = ?", s.MeetingID, a.OfficerID).
				Count(&there).
				Error; err != nil {
				return err
			}
			if there == 0 {
				if err := tx.Create(&a).Error; err != nil {
					return err
				}
			}
		}
		fold := s.FoldWas
		if m.Fold != s.FoldIs { // edited since
			var err error
			if fold, err = updateSearchText(tx, s.MeetingID); err != nil {
				return err
			}
		}
		if err := tx.Model(&Meeting{}).Where("id = ?", s.MeetingID).Update("fold", fold).Error; err != nil {
			return err
		}
	}
	return nil
}

// updateSearchText rewrites the searchable text of an entry after its people changed.
func updateSearchText(tx *store.Tx, id string) (string, error) {
	e, err := Get(tx, id)
	if err != nil {
		return "", err
	}
	w := meetingSave{tx: tx, in: e.Input(), old: e.Meeting}
	var ignored fault.Fields // the entry is stored already; only names are wanted
	if err := w.checkReferences(&ignored); err != nil {
		return "", err
	}
	return w.searchText(), tx.Model(&Meeting{}).Where("id = ?", id).Update("fold", w.searchText()).Error
}
