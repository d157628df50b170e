package fulfilment

import (
	"cmp"
	"encoding/json"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/duties"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// LedgerFilter chooses the two-way ledger.
type LedgerFilter struct {
	Span    dates.Span `json:"span"`
	By      By         `json:"by"` // unit, upper, officer
	UnderID string     `json:"underId"`
}

// LedgerRow is domain §3.5 "two-way ratio": conveyed down, raised up, conveyed back.
type LedgerRow struct {
	Key      string `json:"key"`
	Name     string `json:"name"`
	Meetings int    `json:"meetings"` // held
	Down     int    `json:"down"`     // topics conveyed
	Up       int    `json:"up"`       // opinions and proposals received
	Back     int    `json:"back"`     // opinions and proposals whose answer was told back
}

// TwoWay is what came up and was told back at one place, or with one officer.
type TwoWay struct {
	Key  string
	Up   int
	Back int
}

// TwoWayCount counts opinions and proposals for the ledger; the room that keeps them provides it, because it stands above
// this one. by is ByUnit, with the places where they were raised as keys, or ByOfficer. within is a JSON list of units,
// "" = everywhere. The total counts each of them once.
type TwoWayCount func(tx *store.Tx, by By, span dates.Span, underID string) (rows []TwoWay, total TwoWay, err error)

// LedgerList is the answer to a LedgerFilter.
type LedgerList struct {
	Items []LedgerRow `json:"items"`
	Total LedgerRow   `json:"total"`
}

// unitSetJSON is the set of hosts asked for as a JSON list, "" = everywhere.
func unitSetJSON(tx *store.Tx, underID string, span dates.Span) (string, error) {
	if underID == "" {
		return "", nil
	}
	ids, err := units.Reach(tx, underID, span)
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
	if err := duties.RequireBothEnds(f.Span); err != nil {
		return out, err
	}
	set, err := unitSetJSON(tx, f.UnderID, f.Span)
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
	if err := out.addTwoWay(tx, f, count); err != nil {
		return out, err
	}
	if f.By == ByUpper {
		if out.Items, err = sumByUpper(tx, out.Items, f); err != nil {
			return out, err
		}
	}
	return out, nameLedger(tx, out.Items, f)
}

// addTwoWay writes what came up and was told back into the rows; a place that raised something and held no meeting gets a
// row of its own.
func (l *LedgerList) addTwoWay(tx *store.Tx, f LedgerFilter, count TwoWayCount) error {
	if count == nil {
		return nil
	}
	by := ByUnit
	if f.By == ByOfficer {
		by = ByOfficer
	}
	rows, total, err := count(tx, by, f.Span, f.UnderID)
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

// sumByUpper sums host units into the unit below the area asked for.
func sumByUpper(tx *store.Tx, rows []LedgerRow, f LedgerFilter) ([]LedgerRow, error) {
	g, err := duties.LoadDutyIndex(tx, duties.Filter{Span: f.Span, UnderID: f.UnderID})
	if err != nil {
		return nil, err
	}
	day := dates.DayNumber(dates.Earlier(f.Span.Last(), dates.Later(tx.Today, f.Span.From)))
	at, out := map[string]int{}, []LedgerRow{}
	for _, row := range rows {
		if unit := g.UnitIndex(row.Key); unit >= 0 {
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
