package activities

import (
	"fmt"
	"slices"
	"time"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Week is what the first screen shows of meetings and places. Every number has the filter that lists what it counts.
type Week struct {
	From         dates.Date   `json:"from"` // Monday
	Last         dates.Date   `json:"last"` // Sunday
	Label        string       `json:"label"`
	Meetings     []Upcoming   `json:"meetings"` // at most weekLimit of MeetingCount
	MeetingCount int          `json:"meetingCount"`
	Unrecorded   []Unrecorded `json:"unrecorded"`
	Vacant       []Vacancy    `json:"vacant"` // longest first, at most vacancyLimit of VacantCount
	VacantCount  int          `json:"vacantCount"`
	Required     int          `json:"required"` // targets that have to have somebody
}

// Upcoming is a meeting of the week and how far it is prepared.
type Upcoming struct {
	Entry Entry  `json:"entry"`
	Ready Ready  `json:"ready"`
	Text  string `json:"text"`
}

// Ready is the state of preparation, shown with an icon and Upcoming.Text.
type Ready string

const (
	ReadyDone    Ready = "done"    // prepared, or recorded already
	ReadyMissing Ready = "missing" // something is still to do
	ReadyNone    Ready = "none"    // nothing to prepare
)

// Unrecorded counts planned meetings of one kind and month whose day passed without an entry.
type Unrecorded struct {
	Kind  Kind         `json:"kind"`
	Word  string       `json:"word"`
	Month dates.Period `json:"month"`
	Label string       `json:"label"` // "11/2026"
	Count int          `json:"count"`
}

// Vacancy is a place or organisation that should have somebody in charge and has nobody.
type Vacancy struct {
	UnitID   string     `json:"unitId"`
	Label    string     `json:"label"`
	KindID   string     `json:"kindId"`
	KindName string     `json:"kindName"`
	Days     int        `json:"days"`
	Since    dates.Date `json:"since"`
}

const (
	weekLimit    = 40
	vacancyLimit = 12
)

// withPapers are the kinds for which the host sends papers beforehand.
var withPapers = []Kind{CellRegular, CellThematic, Committee, Review, Congress, Dialogue}

// WeekOf gives the week of a day; of one officer, the meetings the officer attends, and no places without anybody. A Sunday
// belongs to the week that follows: who opens the desk on a Sunday prepares.
func WeekOf(tx *store.Tx, day dates.Date, officerID string) (Week, error) {
	if day == dates.None {
		day = tx.Today
	}
	if day.Weekday() == time.Sunday {
		day = day.AddDays(1)
	}
	from := day.WeekStart()
	span := dates.Span{From: from, To: from.AddDays(7)}
	out := Week{From: from, Last: span.Last(), Meetings: []Upcoming{}, Unrecorded: []Unrecorded{}, Vacant: []Vacancy{}}
	out.Label = fmt.Sprintf("%s %02d/%02d – %s %s", from.WeekdayLong(), from.Day(), from.Month(), out.Last.WeekdayLong(), out.Last.Show())
	entries, err := Log(tx, LogFilter{Span: span, OfficerID: officerID, Limit: weekLimit})
	if err != nil {
		return out, err
	}
	for _, e := range entries {
		ready, text := e.readiness()
		out.Meetings = append(out.Meetings, Upcoming{Entry: e, Ready: ready, Text: text})
	}
	if out.MeetingCount, err = Count(tx, LogFilter{Span: span, OfficerID: officerID}, 0); err != nil {
		return out, err
	}
	if out.Unrecorded, err = unrecorded(tx, officerID); err != nil {
		return out, err
	}
	if officerID != "" {
		return out, nil
	}
	return out, out.vacancies(tx)
}

func (e *Entry) readiness() (Ready, string) {
	switch {
	case e.State != Planned:
		return ReadyDone, e.OutcomeWord
	case e.Outcome == NotRecorded:
		return ReadyMissing, NotRecorded.Word()
	case len(e.Attendances) == 0:
		return ReadyMissing, "Chưa có cán bộ dự"
	case e.PapersSentOn != dates.None:
		return ReadyDone, fmt.Sprintf("Đã gửi tài liệu %02d/%02d", e.PapersSentOn.Day(), e.PapersSentOn.Month())
	case slices.Contains(withPapers, e.Kind):
		return ReadyMissing, "Chưa ghi ngày gửi tài liệu"
	}
	return ReadyNone, Planned.Word()
}

func unrecorded(tx *store.Tx, officerID string) ([]Unrecorded, error) {
	rows := []Unrecorded{}
	err := tx.Raw(`SELECT kind, substr(day, 1, 7) AS month, count(*) AS count FROM meeting
WHERE deleted_at = '' AND state = 'PLANNED' AND state <> 'HELD' AND day < @today AND
(@officer = '' OR id IN (SELECT meeting_id FROM attendance WHERE @officer IN (officer_id, substitute_id)))
GROUP BY 1, 2 ORDER BY 2 DESC, 1`,
		map[string]any{"today": tx.Today, "officer": officerID}).Scan(&rows).Error
	for i := range rows {
		rows[i].Word, rows[i].Label = rows[i].Kind.Word(), rows[i].Month.ShortLabel()
	}
	return rows, err
}

func (w *Week) vacancies(tx *store.Tx) error {
	known, err := vacanciesOf(tx)
	if err != nil {
		return err
	}
	w.Required, w.VacantCount = known.required, known.count
	vacant := known.longest
	ids := make([]string, len(vacant))
	for i, v := range vacant {
		ids[i] = v.TargetID
	}
	refs, err := units.Refs(tx, ids, tx.Today)
	if err != nil {
		return err
	}
	var kinds []assignments.Kind
	if err := tx.Find(&kinds).Error; err != nil {
		return err
	}
	names := map[string]string{}
	for _, k := range kinds {
		names[k.ID] = k.Name
	}
	for _, v := range vacant {
		w.Vacant = append(w.Vacant, Vacancy{UnitID: v.TargetID, Label: refs[v.TargetID].Label, KindID: v.KindID, KindName: names[v.KindID],
			Days: v.VacantDays, Since: v.VacantSince})
	}
	return nil
}
