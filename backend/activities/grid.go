package activities

import (
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// GridFilter chooses the month grid: units × one kind of meeting.
type GridFilter struct {
	Month   dates.Period `json:"month"` // "2026-11"
	Kind    Kind         `json:"kind"`
	UnderID string       `json:"underId"`
}

// GridRow is one unit's meeting of the month. A unit that met twice has two rows, one that did not yet has one empty row.
type GridRow struct {
	UnitID       string     `json:"unitId"`
	UnitName     string     `json:"unitName"`
	UnitLabel    string     `json:"unitLabel"`
	ParentName   string     `json:"parentName"`
	MeetingID    string     `json:"meetingId"` // "" = nothing planned or recorded
	Shared       string     `json:"shared"`    // the other hosts of a joint meeting
	OfficerID    string     `json:"officerId"` // expected, else in charge; "" = nobody
	OfficerName  string     `json:"officerName"`
	More         int        `json:"more"` // further officers of the same meeting, seen on its own form
	PlannedOn    dates.Date `json:"plannedOn"`
	Day          dates.Date `json:"day"` // of the record or the plan; "" = none
	Lunar        string     `json:"lunar"`
	Outcome      Outcome    `json:"outcome"` // "" = nothing recorded
	SubstituteID string     `json:"substituteId"`
	Substitute   string     `json:"substitute"`
	Present      *int       `json:"present"`
	Total        *int       `json:"total"`
	Contribution string     `json:"contribution"` // the officer's first piece of advice
	Note         string     `json:"note"`
}

// Grid is a month of one kind. Over gridLimit units it comes empty and TooMany says how many there are.
type Grid struct {
	Month   dates.Period `json:"month"`
	Label   string       `json:"label"` // "tháng 11 năm 2026"
	Kind    Kind         `json:"kind"`
	Word    string       `json:"word"`
	Rows    []GridRow    `json:"rows"`
	TooMany int          `json:"tooMany"`
}

// gridLimit is how many rows a person fills in one sitting; a bigger area is chosen piece by piece.
const gridLimit = 400

// MonthGrid gives the rows of a month: the units that usually hold this kind, and those that did.
func MonthGrid(tx *store.Tx, f GridFilter) (Grid, error) {
	if f.Month.Kind() != dates.Month {
		return Grid{}, fault.Invalid("month", "Hãy chọn một tháng.")
	}
	if f.Kind.Word() == "" {
		return Grid{}, fault.Invalid("kind", "Hãy chọn loại cuộc họp.")
	}
	g := Grid{Month: f.Month, Label: f.Month.Label(), Kind: f.Kind, Word: f.Kind.Word(), Rows: []GridRow{}}
	span := f.Month.Span()
	day := dates.Later(span.From, dates.Earlier(tx.Today, span.Last()))
	ids, err := usualHosts(tx, f.Kind, f.UnderID, day)
	if err != nil {
		return g, err
	}
	if len(ids) > gridLimit {
		g.TooMany = len(ids)
		return g, nil
	}
	refs, err := units.Refs(tx, ids, day)
	if err != nil {
		return g, err
	}
	hosts := make([]units.Ref, len(ids))
	for i, id := range ids {
		hosts[i] = refs[id]
	}
	entries, err := Log(tx, LogFilter{Span: span, Kind: f.Kind, UnderID: f.UnderID})
	if err != nil {
		return g, err
	}
	held := map[string][]*Entry{}
	listed := map[string]bool{}
	for _, h := range hosts {
		listed[h.ID] = true
	}
	for i := range entries {
		for _, h := range entries[i].Hosts {
			held[h.ID] = append(held[h.ID], &entries[i])
			if !listed[h.ID] && f.UnderID == "" {
				listed[h.ID] = true
				hosts = append(hosts, h)
			}
		}
	}
	inCharge, who, err := officersInCharge(tx, hosts, day)
	if err != nil {
		return g, err
	}
	for _, h := range hosts {
		if len(held[h.ID]) == 0 {
			row := GridRow{UnitID: h.ID, UnitName: h.Name, UnitLabel: h.Label, ParentName: h.ParentName}
			if p := expectedOnly(inCharge[h.ID]); len(p) > 0 {
				row.OfficerID, row.OfficerName = p[0].OfficerID, who[p[0].OfficerID].Name
			}
			g.Rows = append(g.Rows, row)
		}
		for _, e := range held[h.ID] {
			g.Rows = append(g.Rows, e.row(h, inCharge[h.ID], who))
		}
	}
	return g, nil
}

// officersInCharge gives who is in charge of each host on the day, and their names.
func officersInCharge(tx *store.Tx, hosts []units.Ref, day dates.Date) (map[string][]Responsible, map[string]officers.Ref, error) {
	ids := make([]string, len(hosts))
	for i, h := range hosts {
		ids[i] = h.ID
	}
	inCharge, err := responsible(tx, ids, day)
	if err != nil {
		return nil, nil, err
	}
	people := []string{}
	for _, list := range inCharge {
		for _, p := range list {
			people = append(people, p.OfficerID)
		}
	}
	who, err := officers.Refs(tx, store.Distinct(people), day)
	return inCharge, who, err
}

// row shows an entry as one host's line of the grid.
func (e *Entry) row(h units.Ref, inCharge []Responsible, who map[string]officers.Ref) GridRow {
	row := GridRow{
		UnitID:     h.ID,
		UnitName:   h.Name,
		UnitLabel:  h.Label,
		ParentName: h.ParentName,
		MeetingID:  e.ID,
		PlannedOn:  e.PlannedOn,
		Day:        e.Day,
		Lunar:      e.Lunar,
		Present:    e.Present,
		Total:      e.Total,
		Note:       e.Note,
	}
	others := []units.Ref{}
	for _, o := range e.Hosts {
		if o.ID != h.ID {
			others = append(others, o)
		}
	}
	row.Shared = hostNames(others)
	if len(e.Attendances) > 0 {
		a := e.Attendances[0]
		row.OfficerID, row.OfficerName, row.SubstituteID, row.Substitute = a.OfficerID, a.OfficerName, a.SubstituteID, a.SubstituteName
		row.More = len(e.Attendances) - 1
	} else if p := expectedOnly(inCharge); e.State == Planned && len(p) > 0 {
		row.OfficerID, row.OfficerName = p[0].OfficerID, who[p[0].OfficerID].Name
	}
	if e.Outcome != ToCome && e.Outcome != NotRecorded {
		row.Outcome = e.Outcome
	}
	for _, c := range e.Contributions {
		if c.OfficerID == row.OfficerID || c.OfficerID == row.SubstituteID {
			row.Contribution = c.Summary
			break
		}
	}
	return row
}
