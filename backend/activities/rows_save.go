package activities

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// rowsSave collects what becomes of the rows of a sheet, the month grid or the month schedule: all are saved, or none, and
// every refusal is shown at its cell.
type rowsSave struct {
	refused fault.Fields
	saved   int
	notices []string
}

// row notes what came of saving row i. A refusal is noted under "rows.3.day", where cellOf names the cell that shows a field
// of a meeting; any other error is given back.
func (s *rowsSave) row(i int, label string, cellOf func(field string) string, notices []string, stored bool, err error) error {
	if err != nil {
		return s.refused.Take(err, func(field, message string) (string, string) {
			if field == "guardReason" { // one reason for the whole sheet
				return field, message
			}
			return fmt.Sprintf("rows.%d.%s", i, cellOf(field)), label + ": " + message
		})
	}
	if stored {
		s.saved++
	}
	for _, n := range notices {
		s.notices = append(s.notices, label+": "+n)
	}
	return nil
}

// rowsData is what the rows of a sheet have to know, read at once for all of them.
type rowsData struct {
	entries  map[string]Entry
	inCharge map[dates.Date]map[string][]Responsible
}

// rowKey is what of a row decides what has to be read for it.
type rowKey struct {
	meetingID string
	unitID    string
	day       dates.Date
}

// loadRows reads the entries of rows that have one, and who is in charge on its day for those that have none.
func loadRows(tx *store.Tx, rows []rowKey) (*rowsData, error) {
	ids, hosts := []string{}, map[dates.Date][]string{}
	for _, r := range rows {
		switch {
		case r.meetingID != "":
			ids = append(ids, r.meetingID)
		case r.day.Valid():
			hosts[r.day] = append(hosts[r.day], r.unitID)
		}
	}
	out := &rowsData{entries: map[string]Entry{}, inCharge: map[dates.Date]map[string][]Responsible{}}
	var meetings []Meeting
	if err := tx.Where("id IN (SELECT value FROM json_each(?))", store.JSONList(store.Distinct(ids))).Find(&meetings).Error; err != nil {
		return nil, err
	}
	entries, err := loadEntries(tx, meetings)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		out.entries[e.ID] = e
	}
	for day, units := range hosts {
		if out.inCharge[day], err = responsible(tx, store.Distinct(units), day); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// entry gives the entry of a row. Fault: NotFound when it is gone.
func (d *rowsData) entry(id string) (Entry, error) {
	e, known := d.entries[id]
	if !known {
		return e, errNoMeeting
	}
	return e, nil
}
