package fulfilment

import (
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// SilentFilter chooses officers who attended.
type SilentFilter struct {
	Span    dates.Span `json:"span"`
	UnderID string     `json:"underId"`
}

// SilentRow is domain story 23: numbers with denominators, no adjectives. Shown to the restricted roles only.
type SilentRow struct {
	OfficerID string `json:"officerId"`
	Name      string `json:"name"`
	Post      string `json:"post"`
	Spoke     int    `json:"spoke"`    // meetings with at least one contribution of the officer
	Attended  int    `json:"attended"` // meetings attended
}

// SilentList is the answer to a SilentFilter.
type SilentList struct {
	Items []SilentRow `json:"items"`
	Total int         `json:"total"`
}

// Silent counts for each officer the meetings attended and those with at least one contribution of the officer.
func Silent(tx *store.Tx, f SilentFilter) (SilentList, error) {
	out := SilentList{Items: []SilentRow{}}
	if err := duties.RequireBothEnds(f.Span); err != nil {
		return out, err
	}
	set, err := activities.HostSet(tx, f.UnderID, f.Span)
	if err != nil {
		return out, err
	}
	err = tx.Raw(`WITH held AS (`+ledgerHeld+`)
SELECT a.officer_id, count(*) AS attended, sum(EXISTS (SELECT 1 FROM contribution c WHERE c.meeting_id = a.meeting_id
AND c.officer_id = a.officer_id)) AS spoke
FROM held JOIN attendance a ON a.meeting_id = held.id WHERE a.result = 'ATTENDED'
GROUP BY a.officer_id`, f.Span.From, f.Span.To, set).Scan(&out.Items).Error
	if err != nil {
		return out, err
	}
	ids := make([]string, 0, len(out.Items))
	for _, row := range out.Items {
		ids = append(ids, row.OfficerID)
	}
	who, err := officers.Refs(tx, ids, f.Span.Last())
	if err != nil {
		return out, err
	}
	for i := range out.Items {
		ref := who[out.Items[i].OfficerID]
		out.Items[i].Name, out.Items[i].Post = ref.Name, ref.Post
	}
	slices.SortFunc(
		out.Items,
		func(a, b SilentRow) int { return officers.Compare(who[a.OfficerID], who[b.OfficerID]) },
	) // never by the figures: no ranking of people
	out.Total = len(out.Items)
	return out, nil
}
