package activities

import (
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Responsible is an officer in charge of a host on a day: who is expected at its meetings.
type Responsible struct {
	OfficerID    string `json:"officerId"`
	Name         string `json:"name"`
	Post         string `json:"post"`
	UnitID       string `json:"unitId"`
	AssignmentID string `json:"assignmentId"`
	KindName     string `json:"kindName"`
	Primary      bool   `json:"primary"`
}

// responsible tells for each unit who is in charge of it on the day, primary ones first.
func responsible(tx *store.Tx, unitIDs []string, day dates.Date) (map[string][]Responsible, error) {
	lines, err := assignments.InCharge(tx, unitIDs, day)
	if err != nil {
		return nil, err
	}
	out := map[string][]Responsible{}
	for _, id := range unitIDs {
		for _, l := range lines[id] {
			if l.OfficerID != "" {
				out[id] = append(out[id], Responsible{OfficerID: l.OfficerID, UnitID: id, AssignmentID: l.ID, KindName: l.KindName, Primary: l.Primary})
			}
		}
	}
	return out, nil
}

// Prefill is what the form is filled with when hosts and day have been chosen.
type Prefill struct {
	Expected []Responsible `json:"expected"`
	Hosts    []units.Ref   `json:"hosts"`
	Closed   []string      `json:"closed"` // labels of chosen units that are not in force on the day
	Lunar    string        `json:"lunar"`
}

func prefill(tx *store.Tx, hostIDs []string, day dates.Date) (Prefill, error) {
	out := Prefill{Expected: []Responsible{}, Hosts: []units.Ref{}, Closed: []string{}, Lunar: dates.ToLunar(day).Show()}
	if day == dates.None {
		day = tx.Today
	}
	refs, err := units.Refs(tx, hostIDs, day)
	if err != nil {
		return out, err
	}
	for _, id := range hostIDs {
		ref, known := refs[id]
		if !known {
			continue
		}
		out.Hosts = append(out.Hosts, ref)
		if !ref.ValidOn(day) {
			out.Closed = append(out.Closed, ref.Label)
		}
	}
	byUnit, err := responsible(tx, hostIDs, day)
	if err != nil {
		return out, err
	}
	ids, seen := []string{}, map[string]bool{}
	for _, id := range hostIDs {
		for _, p := range byUnit[id] {
			if !seen[p.OfficerID] {
				seen[p.OfficerID] = true
				ids = append(ids, p.OfficerID)
				out.Expected = append(out.Expected, p)
			}
		}
	}
	who, err := officers.Refs(tx, ids, day)
	if err != nil {
		return out, err
	}
	for i := range out.Expected {
		p := &out.Expected[i]
		p.Name, p.Post = who[p.OfficerID].Name, who[p.OfficerID].Post
	}
	return out, nil
}
