package activities

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// checkOutsideTerm refuses an officer who is in charge of a host, but not on the day: nearly always the day is a slip of
// the pen, and the rates of two officers would be wrong. Whoever came in another capacity says so in the reason; a record
// that already says so on that day is left alone, because assignments may be withdrawn after it was written.
func (w *meetingSave) checkOutsideTerm(f *fault.Fields, inCharge map[string][]Responsible) error {
	known, err := w.alreadyNamedOnDay()
	if err != nil {
		return err
	}
	for i, a := range w.in.Attendances {
		if _, assigned := w.assignmentOf[a.OfficerID]; assigned || known[a.OfficerID] || a.Reason != "" {
			continue
		}
		spans, err := w.assignedSpans(a.OfficerID)
		if err != nil {
			return err
		}
		if len(spans) == 0 {
			continue
		}
		now, err := w.namesInCharge(inCharge)
		if err != nil {
			return err
		}
		f.Add(
			fmt.Sprintf("attendances.%d.officerId", i),
			fmt.Sprintf(
				"Ngày %s nằm ngoài thời gian %s được phân công ở %s (%s).%s Hãy sửa ngày hoặc chọn lại cán bộ; nếu đồng chí dự với tư cách khác thì ghi rõ ở ô Lý do.",
				w.in.day().Show(),
				w.who[a.OfficerID].Name,
				hostNames(w.refs()),
				strings.Join(spans, "; "),
				now,
			),
		)
	}
	return nil
}

// alreadyNamedOnDay are the officers this entry names already for the same day.
func (w *meetingSave) alreadyNamedOnDay() (map[string]bool, error) {
	known := map[string]bool{}
	if w.in.ID == "" || w.old.Day != w.in.day() {
		return known, nil
	}
	var ids []string
	err := w.tx.Table("attendance").Where("meeting_id = ?", w.in.ID).Pluck("officer_id", &ids).Error
	for _, id := range ids {
		known[id] = true
	}
	return known, err
}

// assignedSpans are the times in which the officer was in charge of a host or of the place of a host that is a Party
// organisation.
func (w *meetingSave) assignedSpans(officerID string) ([]string, error) {
	targets := slices.Clone(w.in.HostIDs)
	places, err := placesOf(w.tx, w.in.HostIDs, w.in.day())
	if err != nil {
		return nil, err
	}
	for _, id := range w.in.HostIDs {
		targets = append(targets, places[id]...)
	}
	var rows []assignments.Assignment
	if err := w.tx.Where("officer_id = ? AND target_id IN ?", officerID, store.Distinct(targets)).
		Order("valid_from").
		Find(&rows).
		Error; err != nil {
		return nil, err
	}
	spans := []string{}
	for _, a := range rows {
		if text := (dates.Span{From: a.ValidFrom, To: a.ValidTo}).Show(); !slices.Contains(spans, text) {
			spans = append(spans, text)
		}
	}
	return spans, nil
}

// namesInCharge names who was in charge on the day; "" when nobody was.
func (w *meetingSave) namesInCharge(inCharge map[string][]Responsible) (string, error) {
	all := []Responsible{}
	for _, id := range w.in.HostIDs {
		all = append(all, inCharge[id]...)
	}
	ids := []string{}
	for _, p := range expectedOnly(all) {
		ids = append(ids, p.OfficerID)
	}
	if len(ids) == 0 {
		return "", nil
	}
	who, err := officers.Refs(w.tx, slices.Clone(ids), w.in.day())
	names := []string{}
	for _, id := range ids {
		names = append(names, who[id].Name)
	}
	return " Ngày đó phụ trách là " + strings.Join(names, ", ") + ".", err
}
