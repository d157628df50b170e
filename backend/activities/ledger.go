package activities

import (
	"cmp"
	"encoding/json"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// closed checks a span that has to have both ends.
func closed(span dates.Span) error {
	if !span.From.Valid() || !span.To.Valid() || span.Empty() {
		return fault.Invalid("span", "Hãy chọn khoảng thời gian có ngày đầu và ngày cuối.")
	}
	return nil
}

// area is the set of hosts asked for as a JSON list, "" = everywhere.
func area(tx *store.Tx, underID string, span dates.Span) (string, error) {
	if underID == "" {
		return "", nil
	}
	ids, err := reach(tx, underID, span)
	if err != nil {
		return "", err
	}
	set, err := json.Marshal(ids)
	return string(set), err
}

// Ledger counts what went down, came up and was told back, by host unit, by the unit above it, or by officer. A joint
// meeting is one for each of its hosts; the total counts it once. Without a count what came up and went back stays 0.
func Ledger(tx *store.Tx, f LedgerFilter, count TwoWayCount) (LedgerList, error) {
	out := LedgerList{Items: []LedgerRow{}}
	if f.By == "" {
		f.By = ByUnit
	}
	if !slices.Contains([]By{ByOfficer, ByUnit, ByUpper}, f.By) {
		return out, errBy
	}
	if err := closed(f.Span); err != nil {
		return out, err
	}
	set, err := area(tx, f.UnderID, f.Span)
	if err != nil {
		return out, err
	}
	query := ledgerByUnit
	if f.By == ByOfficer {
		query = ledgerByOfficer
	}
	if err := tx.Raw(query, f.Span.From, f.Span.To, set).Scan(&out.Items).Error; err != nil {
		return out, err
	}
	if err := tx.Raw(ledgerTotal, f.Span.From, f.Span.To, set).Scan(&out.Total).Error; err != nil {
		return out, err
	}
	if err := out.addTwoWay(tx, f, set, count); err != nil {
		return out, err
	}
	if f.By == ByUpper {
		if out.Items, err = foldUp(tx, out.Items, f); err != nil {
			return out, err
		}
	}
	return out, nameLedger(tx, out.Items, f)
}

// addTwoWay writes what came up and was told back into the rows; a place that raised something and held no meeting gets a
// row of its own.
func (l *LedgerList) addTwoWay(tx *store.Tx, f LedgerFilter, within string, count TwoWayCount) error {
	if count == nil {
		return nil
	}
	by := ByUnit
	if f.By == ByOfficer {
		by = ByOfficer
	}
	rows, total, err := count(tx, by, f.Span, within)
	if err != nil {
		return err
	}
	at := make(map[string]int, len(l.Items))
	for i, row := range l.Items {
		at[row.Key] = i
	}
	for _, row := range rows {
		i, known := at[row.Key]
		if !known {
			i = len(l.Items)
			l.Items = append(l.Items, LedgerRow{Key: row.Key})
		}
		l.Items[i].Up, l.Items[i].Back = row.Up, row.Back
	}
	l.Total.Up, l.Total.Back = total.Up, total.Back
	return nil
}

const (
	ledgerHeld = `SELECT m.id FROM meeting m WHERE m.deleted_at = '' AND m.state = 'HELD' AND m.day >= ?1 AND m.day < ?2
AND (?3 = '' OR m.id IN (SELECT h.meeting_id FROM json_each(?3) j JOIN meeting_host h ON h.unit_id = j.value))`
	ledgerByUnit = `WITH held AS (` + ledgerHeld + `),
down AS (SELECT c.meeting_id, count(*) n FROM conveyance c JOIN held ON held.id = c.meeting_id GROUP BY 1)
SELECT h.unit_id AS key, count(*) AS meetings, COALESCE(sum(down.n), 0) AS down
FROM held JOIN meeting_host h ON h.meeting_id = held.id LEFT JOIN down ON down.meeting_id = held.id GROUP BY h.unit_id`
	ledgerByOfficer = `WITH held AS (` + ledgerHeld + `),
went AS (SELECT held.id, CASE a.result WHEN 'SUBSTITUTED' THEN a.substitute_id ELSE a.officer_id END AS officer
FROM held JOIN attendance a ON a.meeting_id = held.id WHERE a.result IN ('ATTENDED', 'SUBSTITUTED'))
SELECT went.officer AS key, count(*) AS meetings,
COALESCE(sum((SELECT count(*) FROM conveyance c WHERE c.meeting_id = went.id)), 0) AS down
FROM went WHERE went.officer <> '' GROUP BY went.officer`
	ledgerTotal = `WITH held AS (` + ledgerHeld + `)
SELECT '' AS key, (SELECT count(*) FROM held) AS meetings, (SELECT count(*) FROM conveyance c JOIN held ON held.id = c.meeting_id) AS down`
)

// foldUp sums host units into the unit below the area asked for.
func foldUp(tx *store.Tx, rows []LedgerRow, f LedgerFilter) ([]LedgerRow, error) {
	g, err := duties.Survey(tx, duties.Filter{Span: f.Span, UnderID: f.UnderID})
	if err != nil {
		return nil, err
	}
	day := duties.Number(dates.Earlier(f.Span.Last(), dates.Later(tx.Today, f.Span.From)))
	at, out := map[string]int{}, []LedgerRow{}
	for _, row := range rows {
		if unit := g.UnitAt(row.Key); unit >= 0 {
			if upper := g.Upper(unit, day); upper >= 0 {
				row.Key = g.UnitIDs[upper]
			}
		}
		i, known := at[row.Key]
		if !known {
			i = len(out)
			at[row.Key] = i
			out = append(out, LedgerRow{Key: row.Key})
		}
		sum := &out[i]
		sum.Meetings += row.Meetings
		sum.Down += row.Down
		sum.Up += row.Up
		sum.Back += row.Back
	}
	return out, nil
}

func nameLedger(tx *store.Tx, rows []LedgerRow, f LedgerFilter) error {
	ids := make([]string, 0, len(rows))
	for _, row := range rows {
		ids = append(ids, row.Key)
	}
	day, order := dates.Earlier(f.Span.Last(), dates.Later(tx.Today, f.Span.From)), map[string]string{}
	if f.By == ByOfficer {
		who, err := officers.Refs(tx, ids, day)
		if err != nil {
			return err
		}
		for i := range rows {
			rows[i].Name, order[rows[i].Key] = who[rows[i].Key].Name, who[rows[i].Key].SortKey
		}
	} else {
		refs, err := units.Refs(tx, ids, day)
		if err != nil {
			return err
		}
		for i := range rows {
			ref := refs[rows[i].Key]
			rows[i].Name, order[rows[i].Key] = ref.Label, store.SortKey(ref.Label)
		}
	}
	slices.SortFunc(rows, func(a, b LedgerRow) int {
		return cmp.Or(cmp.Compare(order[a.Key], order[b.Key]), cmp.Compare(a.Key, b.Key))
	})
	return nil
}

// Silent counts for each officer the meetings attended and those with at least one contribution of the officer.
func Silent(tx *store.Tx, f SilentFilter) (SilentList, error) {
	out := SilentList{Items: []SilentRow{}}
	if err := closed(f.Span); err != nil {
		return out, err
	}
	set, err := area(tx, f.UnderID, f.Span)
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

// PapersLead tells for each host how long before its meetings papers were sent. A day that is not recorded is "chưa ghi",
// neither late nor in time.
func PapersLead(tx *store.Tx, f LeadFilter) (LeadList, error) {
	out := LeadList{Items: []LeadRow{}}
	if err := closed(f.Span); err != nil {
		return out, err
	}
	if f.Kind != "" && f.Kind.Word() == "" {
		return out, errKind
	}
	set, err := area(tx, f.UnderID, f.Span)
	if err != nil {
		return out, err
	}
	asked, err := papersAsked(tx)
	if err != nil {
		return out, err
	}
	at := map[string]int{}
	counted := map[string]bool{}
	err = duties.Stream(
		tx.Raw(
			`SELECT group_concat(m.id || char(31) || m.kind || char(31) || m.day || char(31) || m.papers_sent_on || char(31) || h.unit_id, char(30))
FROM meeting m JOIN meeting_host h ON h.meeting_id = m.id
WHERE m.deleted_at = '' AND m.state = 'HELD' AND m.day >= ?1 AND m.day < ?2 AND (?4 = '' OR m.kind = ?4)
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
			wanted := asked(Kind(v[1]), day)
			out.Items[i].count(day, sent, wanted)
			if !counted[v[0]] {
				counted[v[0]] = true
				out.Total.count(day, sent, wanted)
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
	for i := range out.Items {
		out.Items[i].Label = refs[out.Items[i].UnitID].Label
	}
	slices.SortFunc(out.Items, func(a, b LeadRow) int {
		return cmp.Or(cmp.Compare(store.Fold(a.Label), store.Fold(b.Label)), cmp.Compare(a.UnitID, b.UnitID))
	})
	return out, nil
}

func (r *LeadRow) count(day, sent dates.Date, wanted int) {
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

// papersAsked tells how many days before a meeting of a kind the rules of the day ask for papers; 0 = none does.
func papersAsked(tx *store.Tx) (func(Kind, dates.Date) int, error) {
	var rules []duties.Rule
	if err := tx.Where("papers_days_before > 0").Find(&rules).Error; err != nil {
		return nil, err
	}
	return func(k Kind, day dates.Date) int {
		days := 0
		for i := range rules {
			if Kind(rules[i].Activity) == k && rules[i].Span().Contains(day) {
				days = max(days, rules[i].PapersDays)
			}
		}
		return days
	}, nil
}
