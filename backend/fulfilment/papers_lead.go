package fulfilment

import (
	"cmp"
	"slices"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// LeadFilter chooses meetings whose papers matter.
type LeadFilter struct {
	Span    dates.Span      `json:"span"`
	UnderID string          `json:"underId"`
	Kind    activities.Kind `json:"kind"`
}

// LeadRow is the time between papers and meeting of one unit.
type LeadRow struct {
	UnitID      string `json:"unitId"`
	Label       string `json:"label"`
	Meetings    int    `json:"meetings"`    // held
	Sent        int    `json:"sent"`        // with a day on which papers were sent
	NotRecorded int    `json:"notRecorded"` // "chưa ghi"
	Shortest    int    `json:"shortest"`    // days before the meeting; only meaningful when Sent > 0
	Longest     int    `json:"longest"`
	TotalDays   int    `json:"totalDays"` // sum over Sent, for the mean
	Late        int    `json:"late"`      // sent later than a rule of the day asks
}

// LeadList is the answer to a LeadFilter.
type LeadList struct {
	Items []LeadRow `json:"items"`
	Total LeadRow   `json:"total"`
}

// PapersLead tells for each host how long before its meetings papers were sent. A day that is not recorded is "chưa ghi",
// neither late nor in time.
func PapersLead(tx *store.Tx, f LeadFilter) (LeadList, error) {
	out := LeadList{Items: []LeadRow{}}
	if err := duties.RequireBothEnds(f.Span); err != nil {
		return out, err
	}
	if f.Kind != "" && f.Kind.Word() == "" {
		return out, errKind
	}
	set, err := activities.HostSet(tx, f.UnderID, f.Span)
	if err != nil {
		return out, err
	}
	asked, err := papersDaysAsked(tx)
	if err != nil {
		return out, err
	}
	at := map[string]int{}
	counted := map[string]bool{}
	err = store.ReadPacked(
		tx.Raw(
			`SELECT `+store.Packed("m.id", "m.kind", "m.day", "m.papers_sent_on", "h.unit_id")+`
FROM meeting m CROSS JOIN meeting_host h ON h.meeting_id = m.id
WHERE m.deleted_at = '' AND +m.state = 'HELD' AND m.day >= ?1 AND m.day < ?2 AND (?4 = '' OR m.kind = ?4)
AND (?3 = '' OR h.unit_id IN (SELECT value FROM json_each(?3)))`,
			f.Span.From,
			f.Span.To,
			set,
			f.Kind,
		),
		5,
		func(v []string) {
			i, known := at[v[4]]
			if !known {
				i = len(out.Items)
				at[v[4]] = i
				out.Items = append(out.Items, LeadRow{UnitID: v[4]})
			}
			day, sent := dates.Date(v[2]), dates.Date(v[3])
			wanted := asked(activities.Kind(v[1]), day)
			out.Items[i].addMeeting(day, sent, wanted)
			if !counted[v[0]] {
				counted[v[0]] = true
				out.Total.addMeeting(day, sent, wanted)
			}
		},
	)
	if err != nil {
		return out, err
	}
	ids := make([]string, 0, len(out.Items))
	for _, row := range out.Items {
		ids = append(ids, row.UnitID)
	}
	refs, err := units.Refs(tx, ids, f.Span.Last())
	if err != nil {
		return out, err
	}
	folded := make(map[string]string, len(out.Items))
	for i := range out.Items {
		row := &out.Items[i]
		row.Label = refs[row.UnitID].Label
		folded[row.UnitID] = store.Fold(row.Label)
	}
	slices.SortFunc(out.Items, func(a, b LeadRow) int {
		return cmp.Or(cmp.Compare(folded[a.UnitID], folded[b.UnitID]), cmp.Compare(a.UnitID, b.UnitID))
	})
	return out, nil
}

func (r *LeadRow) addMeeting(day, sent dates.Date, wanted int) {
	r.Meetings++
	if sent == dates.None {
		r.NotRecorded++
		return
	}
	lead := day.Sub(sent)
	if r.Sent == 0 || lead < r.Shortest {
		r.Shortest = lead
	}
	if r.Sent == 0 || lead > r.Longest {
		r.Longest = lead
	}
	r.Sent++
	r.TotalDays += lead
	if lead < wanted {
		r.Late++
	}
}

// papersDaysAsked tells how many days before a meeting of a kind the rules of the day ask for papers; 0 = none does.
func papersDaysAsked(tx *store.Tx) (func(activities.Kind, dates.Date) int, error) {
	var rules []duties.Rule
	if err := tx.Where("papers_days_before > 0").Find(&rules).Error; err != nil {
		return nil, err
	}
	return func(k activities.Kind, day dates.Date) int {
		days := 0
		for i := range rules {
			if activities.Kind(rules[i].Activity) == k && rules[i].Span().Contains(day) {
				days = max(days, rules[i].PapersDays)
			}
		}
		return days
	}, nil
}
