package activities

import (
	"slices"

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
	Member       bool   `json:"member"` // may come but is not the one expected: behind a team's lead, or of the hamlet of a cell
}

// responsible tells for each unit who is in charge of it on the day, primary ones first, the lead of a team before its
// members. Whoever is in charge of a hamlet is expected at its cell's meetings when nobody is assigned to the cell.
func responsible(tx *store.Tx, unitIDs []string, day dates.Date) (map[string][]Responsible, error) {
	places, err := placesOf(tx, unitIDs, day)
	if err != nil {
		return nil, err
	}
	targets := slices.Clone(unitIDs)
	for _, id := range unitIDs {
		targets = append(targets, places[id]...)
	}
	direct, err := inCharge(tx, store.Distinct(targets), day)
	if err != nil {
		return nil, err
	}
	out := map[string][]Responsible{}
	for _, id := range unitIDs {
		list := slices.Clone(direct[id])
		for _, place := range places[id] {
			for _, p := range direct[place] {
				p.Member = p.Member || len(direct[id]) > 0
				list = append(list, p)
			}
		}
		if len(list) > 0 {
			out[id] = list
		}
	}
	return out, nil
}

// inCharge turns assignments into people.
func inCharge(tx *store.Tx, targets []string, day dates.Date) (map[string][]Responsible, error) {
	lines, err := assignments.InCharge(tx, targets, day)
	if err != nil {
		return nil, err
	}
	teams := []string{}
	for _, list := range lines {
		for _, l := range list {
			if l.TeamID != "" {
				teams = append(teams, l.TeamID)
			}
		}
	}
	members, err := teamsOn(tx, store.Distinct(teams), day)
	if err != nil {
		return nil, err
	}
	out := map[string][]Responsible{}
	for id, list := range lines {
		for _, l := range list {
			p := Responsible{OfficerID: l.OfficerID, UnitID: id, AssignmentID: l.ID, KindName: l.KindName, Primary: l.Primary}
			if l.OfficerID != "" {
				out[id] = append(out[id], p)
			}
			for _, m := range members[l.TeamID] {
				p.OfficerID, p.Member = m.OfficerID, !m.Lead
				out[id] = append(out[id], p)
			}
		}
	}
	return out, nil
}

// expectedOnly leaves those who are to come, nobody twice.
func expectedOnly(list []Responsible) []Responsible {
	out, seen := []Responsible{}, map[string]bool{}
	for _, p := range list {
		if !p.Member && !seen[p.OfficerID] {
			seen[p.OfficerID] = true
			out = append(out, p)
		}
	}
	return out
}

// teamsOn gives the members of teams on a day, the lead first.
func teamsOn(tx *store.Tx, teams []string, day dates.Date) (map[string][]assignments.Member, error) {
	var rows []assignments.Member
	out := map[string][]assignments.Member{}
	for part := range slices.Chunk(teams, chunk) {
		err := tx.Where("team_id IN ? AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", part, day, day).
			Order("lead DESC, id").
			Find(&rows).
			Error
		if err != nil {
			return nil, err
		}
		for _, m := range rows {
			out[m.TeamID] = append(out[m.TeamID], m)
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
	all, ids := []Responsible{}, []string{}
	for _, id := range hostIDs {
		all = append(all, byUnit[id]...)
	}
	out.Expected = expectedOnly(all)
	for _, p := range out.Expected {
		ids = append(ids, p.OfficerID)
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
