package matters

import (
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// HandoverHooks tells the handover which matters are open. Matters hang on the place, so they pass on by themselves with it;
// but nobody may leave it while one is open unless somebody takes it over (domain §3.4, story 13).
func HandoverHooks() []assignments.HandoverHook {
	return []assignments.HandoverHook{
		{Code: "kien_nghi", Word: "ý kiến, kiến nghị đang mở", Binding: true,
			Open: func(tx *store.Tx, held []assignments.HeldPlace) (map[string][]assignments.OpenItem, error) {
				return openMatters(tx, held, AllOpen, func(r Row) dates.Date { return dates.Earlier(r.Due, r.PromisedOn) })
			}},
		{Code: "loi_hen", Word: "lời hẹn của cơ quan trả lời",
			Open: func(tx *store.Tx, held []assignments.HeldPlace) (map[string][]assignments.OpenItem, error) {
				return openMatters(tx, held, Promised, func(r Row) dates.Date { return r.PromisedOn })
			}},
	}
}

// openMatters lists the matters of a worklist by place. The matters of groups and households below a hamlet are the hamlet's;
// a commune's are those raised at the commune itself, because its hamlets have officers of their own.
func openMatters(
	tx *store.Tx,
	held []assignments.HeldPlace,
	worklist string,
	day func(Row) dates.Date,
) (map[string][]assignments.OpenItem, error) {
	out := map[string][]assignments.OpenItem{}
	for _, h := range held {
		if _, done := out[h.TargetID]; done {
			continue
		}
		out[h.TargetID] = nil
		filters, err := filtersOfTarget(tx, h)
		if err != nil {
			return nil, err
		}
		known := map[string]bool{}
		for _, f := range filters {
			f.Worklist = worklist
			rows, err := Register(tx, f)
			if err != nil {
				return nil, err
			}
			for _, r := range rows {
				if known[r.ID] || worklist == Promised && r.State.open() {
					continue // an open one stands in the list of the open ones
				}
				known[r.ID] = true
				out[h.TargetID] = append(out[h.TargetID], assignments.OpenItem{ID: r.ID, Text: openItemText(r), Day: day(r)})
			}
		}
	}
	return out, nil
}

// filtersOfTarget says which matters belong to a place somebody is in charge of; of a Party organisation, those of its places.
func filtersOfTarget(tx *store.Tx, h assignments.HeldPlace) ([]Filter, error) {
	places := []string{h.TargetID}
	target, err := units.Get(tx, h.TargetID, h.On)
	if err != nil {
		return nil, err
	}
	if target.Tree == units.TreeParty {
		around, err := units.Territories(tx, h.TargetID, h.On)
		if err != nil {
			return nil, err
		}
		places = append(places, around...)
	}
	refs, err := units.Refs(tx, append([]string{}, places...), h.On)
	if err != nil {
		return nil, err
	}
	var filters []Filter
	for _, id := range places {
		if kind, known := units.TypeOf(refs[id].Type); known && kind.Tree == units.TreeAdmin && kind.Tier >= units.TierHamlet {
			// whoever is in charge of a hamlet answers for what is open at places that lay there on any day: nothing may fall between two
			below, err := units.Reach(tx, id, dates.Span{})
			if err != nil {
				return nil, err
			}
			filters = append(filters, Filter{PlaceIDs: below})
		} else {
			filters = append(filters, Filter{PlaceID: id})
		}
	}
	return filters, nil
}

// placesHeldBy lists every place whose matters belong to an officer today, by the places the officer is in charge of.
func placesHeldBy(tx *store.Tx, officerID string) ([]string, error) {
	rows, err := assignments.HoldingsOf(tx, officerID, tx.Today)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, row := range rows {
		if !row.Current {
			continue
		}
		filters, err := filtersOfTarget(tx, assignments.HeldPlace{TargetID: row.TargetID, OfficerID: officerID, On: tx.Today})
		if err != nil {
			return nil, err
		}
		for _, f := range filters {
			if f.PlaceID != "" {
				ids = append(ids, f.PlaceID)
				continue
			}
			ids = append(ids, f.PlaceIDs...)
		}
	}
	return store.Distinct(ids), nil
}

func openItemText(r Row) string {
	text := "Số " + r.NoText + ": " + r.Summary + " (" + r.StateWord
	if r.Body != "" {
		text += ", " + r.Body
	}
	return text + ")"
}
