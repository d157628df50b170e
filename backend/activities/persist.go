package activities

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// batch bounds the rows of one INSERT.
const batch = 200

// store writes the meeting and replaces what belongs to it.
func (w *meetingSave) store() (string, error) {
	m := w.meeting()
	if w.in.ID == "" {
		if err := w.tx.Create(&m).Error; err != nil {
			return "", err
		}
	} else {
		if err := w.tx.Save(&m).Error; err != nil {
			return "", err
		}
		for _, part := range []any{&Host{}, &Attendance{}, &Contribution{}, &Conveyance{}} {
			if err := w.tx.Where("meeting_id = ?", m.ID).Delete(part).Error; err != nil {
				return "", err
			}
		}
	}
	if err := w.storeParts(m.ID); err != nil {
		return "", err
	}
	return m.ID, w.updateReplacement(m)
}

func (w *meetingSave) meeting() Meeting {
	m := w.old
	if w.in.ID == "" {
		m = Meeting{ID: store.NewID(), CreatedAt: w.tx.NowText(), CreatedBy: w.tx.UserID}
	}
	in := w.in
	m.Kind, m.State, m.StateReason = in.Kind, in.State, in.StateReason
	m.PlannedOn, m.PlannedTime, m.HeldOn, m.Day = in.PlannedOn, in.PlannedTime, in.HeldOn, in.day()
	m.Place, m.Note = in.Place, in.Note
	m.PapersSentOn, m.PapersCount, m.Present, m.Total = in.PapersSentOn, in.PapersCount, in.Present, in.Total
	m.Fold = w.searchText()
	return m
}

// searchText is everything a person may remember of an entry, as one searchable text.
func (w *meetingSave) searchText() string {
	texts := []string{w.in.Place, w.in.Note, w.in.StateReason}
	for _, h := range w.refs() {
		texts = append(texts, h.Label)
	}
	for _, a := range w.in.Attendances {
		texts = append(texts, w.who[a.OfficerID].Name, w.who[a.SubstituteID].Name)
	}
	for _, c := range w.in.Contributions {
		texts = append(texts, c.Summary)
	}
	texts = append(texts, w.in.Conveyances...)
	return store.Fold(strings.Join(texts, " "))
}

func (w *meetingSave) storeParts(id string) error {
	hosts := make([]Host, len(w.in.HostIDs))
	for i, unit := range w.in.HostIDs {
		hosts[i] = Host{MeetingID: id, UnitID: unit, SortOrder: i}
	}
	attendances := make([]Attendance, len(w.in.Attendances))
	for i, a := range w.in.Attendances {
		attendances[i] = Attendance{ID: store.NewID(), MeetingID: id, OfficerID: a.OfficerID, AssignmentID: w.assignmentOf[a.OfficerID],
			Result: a.Result, SubstituteID: a.SubstituteID, Reason: a.Reason, SortOrder: i}
	}
	advice := []Contribution{}
	for i, c := range w.in.Contributions {
		if c.OfficerID != "" {
			advice = append(advice, Contribution{ID: store.NewID(), MeetingID: id, OfficerID: c.OfficerID, FieldCode: c.FieldCode,
				Summary: c.Summary, Accepted: c.Accepted, SortOrder: i})
		}
	}
	conveyed := []Conveyance{}
	for i, topic := range w.in.Conveyances {
		if topic != "" {
			conveyed = append(conveyed, Conveyance{ID: store.NewID(), MeetingID: id, Topic: topic, SortOrder: i})
		}
	}
	if err := w.tx.CreateInBatches(hosts, batch).Error; err != nil {
		return err
	}
	for _, rows := range []struct {
		n    int
		list any
	}{{len(attendances), attendances}, {len(advice), advice}, {len(conveyed), conveyed}} {
		if rows.n == 0 {
			continue
		}
		if err := w.tx.CreateInBatches(rows.list, batch).Error; err != nil {
			return err
		}
	}
	return nil
}

// updateReplacement keeps the meeting that replaces a postponed one: it is planned with the postponement, moves with a
// corrected new day and goes when the meeting was not postponed after all. Once something is recorded there it stays as it
// is.
func (w *meetingSave) updateReplacement(m Meeting) error {
	var later Meeting
	err := w.tx.Where("moved_from = ? AND moved_from <> '' AND deleted_at = ''", m.ID).Take(&later).Error
	known := !store.Missing(err)
	if known && err != nil {
		return err
	}
	switch {
	case !known && w.in.PostponedTo == dates.None:
		return nil
	case known && later.State != Planned:
		if w.in.PostponedTo != later.PlannedOn {
			return fault.Invalid(
				"postponedTo",
				"Cuộc họp dời đến ngày "+later.Day.Show()+" đã được ghi kết quả nên không đổi được ngày dời. Hãy sửa ở bản ghi đó.",
			)
		}
		return nil
	case known && w.in.PostponedTo == dates.None:
		return w.tx.Model(&later).Update("deleted_at", w.tx.NowText()).Error
	case known:
		return w.tx.Model(&later).Updates(map[string]any{"planned_on": w.in.PostponedTo, "day": w.in.PostponedTo}).Error
	}
	after := w.in
	after.ID, after.State, after.StateReason, after.PlannedOn, after.PostponedTo = "", Planned, "", w.in.PostponedTo, dates.None
	after.Present, after.Total, after.Contributions, after.Conveyances, after.Note = nil, nil, nil, nil, ""
	saved, err := save(w.tx, after, true)
	if err != nil {
		return fault.Rename(err, func(string) string { return "postponedTo" })
	}
	return w.tx.Model(&Meeting{}).Where("id = ?", saved.Entry.ID).Update("moved_from", m.ID).Error
}

// Delete puts an entry into the bin, from where it can be restored.
func Delete(tx *store.Tx, id string) error {
	e, err := Get(tx, id)
	if err != nil {
		return err
	}
	if e.DeletedAt != "" {
		tx.Audit(id, "Đã ở thùng rác từ trước: "+e.title()+".")
		return nil
	}
	tx.Audit(id, "Bỏ vào thùng rác: "+e.title()+".")
	return tx.Model(&Meeting{}).Where("id = ?", id).Update("deleted_at", tx.NowText()).Error
}

// Restore brings an entry back from the bin, unless the same meeting has been recorded again meanwhile.
func Restore(tx *store.Tx, id string) (Entry, error) {
	e, err := Get(tx, id)
	if err != nil {
		return e, err
	}
	if e.DeletedAt == "" {
		tx.Audit(id, "Không ở thùng rác: "+e.title()+".")
		return e, nil
	}
	var f fault.Fields
	w := meetingSave{tx: tx, in: e.Input(), old: e.Meeting}
	for _, step := range []func(*fault.Fields) error{w.checkReferences, w.checkDuplicates} {
		if err := step(&f); err != nil {
			return Entry{}, err
		}
	}
	if err := f.Err(); err != nil {
		return Entry{}, fault.Conflict("Không lấy lại được: " + err.Error())
	}
	tx.Audit(id, "Lấy lại từ thùng rác: "+e.title()+".")
	if err := tx.Model(&Meeting{}).Where("id = ?", id).Update("deleted_at", "").Error; err != nil {
		return Entry{}, err
	}
	return Get(tx, id)
}

func (e *Entry) title() string {
	return e.KindWord + " ngày " + e.Day.Show() + ", " + hostNames(e.Hosts)
}

// Input turns an entry back into what a person would have typed, so that it can be changed and saved.
func (e *Entry) Input() MeetingInput {
	in := MeetingInput{ID: e.ID, Kind: e.Kind, State: e.State, PlannedOn: e.PlannedOn, PlannedTime: e.PlannedTime, HeldOn: e.HeldOn,
		PostponedTo: e.PostponedTo, StateReason: e.StateReason, Place: e.Place, PapersSentOn: e.PapersSentOn, PapersCount: e.PapersCount,
		Present: e.Present, Total: e.Total, Note: e.Note}
	for _, h := range e.Hosts {
		in.HostIDs = append(in.HostIDs, h.ID)
	}
	for _, a := range e.Attendances {
		in.Attendances = append(in.Attendances, AttendanceInput{a.OfficerID, a.Result, a.SubstituteID, a.Reason})
	}
	for _, c := range e.Contributions {
		in.Contributions = append(in.Contributions, ContributionInput{c.OfficerID, c.FieldCode, c.Summary, c.Accepted})
	}
	for _, c := range e.Conveyances {
		in.Conveyances = append(in.Conveyances, c.Topic)
	}
	return in
}
