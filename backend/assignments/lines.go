package assignments

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"gorm.io/gorm"

	"caunoi/backend/store"
)

// describeAssignments tells stored assignments with the words of their kinds, teams and decisions, in the order of the kinds.
func describeAssignments(tx *store.Tx, found []Assignment) ([]Line, error) {
	out := make([]Line, 0, len(found))
	if len(found) == 0 {
		return out, nil
	}
	kinds, err := kindsByID(tx)
	if err != nil {
		return nil, err
	}
	teams, err := teamNames(tx)
	if err != nil {
		return nil, err
	}
	decisions, err := decisionHeads(tx.Where("id IN (SELECT value FROM json_each(?))", decisionIDs(found)))
	if err != nil {
		return nil, err
	}
	for _, a := range found {
		kind, in, ended := kinds[a.KindID], decisions[a.DecisionIn], decisions[a.DecisionOut]
		out = append(out, Line{
			ID: a.ID, KindID: a.KindID, KindCode: kind.Code, KindName: kind.Name, Verb: kind.Verb,
			OfficerID: a.OfficerID, TeamID: a.TeamID, TeamName: teams[a.TeamID], TargetID: a.TargetID, Primary: a.Primary,
			ValidFrom: a.ValidFrom, ValidTo: a.ValidTo, EndReason: a.EndReason, EndReasonWord: a.EndReason.Word(), EndNote: a.EndNote,
			Duty: a.Duty, Note: a.Note, SortOrder: a.SortOrder,
			DecisionID: a.DecisionIn, DecisionNumber: in.NumberText(), DecisionDate: in.DocDate, DecisionIssuer: in.Issuer,
			DecisionOutID: a.DecisionOut, EndedBy: ended.NumberText(), EndedOn: ended.DocDate,
		})
	}
	slices.SortStableFunc(out, func(a, b Line) int {
		ka, kb := kinds[a.KindID], kinds[b.KindID]
		return cmp.Or(cmp.Compare(ka.SortOrder, kb.SortOrder), cmp.Compare(ka.ID, kb.ID))
	})
	return out, nil
}

func kindsByID(tx *store.Tx) (map[string]Kind, error) {
	var kinds []Kind
	if err := tx.Find(&kinds).Error; err != nil {
		return nil, err
	}
	out := make(map[string]Kind, len(kinds))
	for _, k := range kinds {
		out[k.ID] = k
	}
	return out, nil
}

func teamNames(tx *store.Tx) (map[string]string, error) {
	var teams []Team
	if err := tx.Find(&teams).Error; err != nil {
		return nil, err
	}
	out := make(map[string]string, len(teams))
	for _, t := range teams {
		out[t.ID] = t.Name
	}
	return out, nil
}

// decisionIDs is a JSON list of the decisions that assignments came in or ended by.
func decisionIDs(found []Assignment) string {
	named := map[string]bool{}
	for _, a := range found {
		named[a.DecisionIn], named[a.DecisionOut] = true, true
	}
	list, _ := json.Marshal(slices.Collect(maps.Keys(named))) // a list of strings cannot fail
	return string(list)
}

// decisionHeads reads the decisions of a query without their annexes, which may be long.
func decisionHeads(query *gorm.DB) (map[string]Decision, error) {
	var all []Decision
	if err := query.Select("id, number, symbol, doc_date, issuer").Find(&all).Error; err != nil {
		return nil, err
	}
	out := make(map[string]Decision, len(all))
	for _, d := range all {
		out[d.ID] = d
	}
	return out, nil
}
