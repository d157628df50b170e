package matters

import (
	"caunoi/backend/dates"
	"caunoi/backend/fulfilment"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// TwoWay counts for the two-way ledger the matters received in a span and those told back in it, each matter once a
// line: by the place where it was raised, or by officer. What came up belongs to the officers who were at the meeting
// where it was raised, what went back to the one who told the place.
func TwoWay(
	tx *store.Tx,
	by fulfilment.By,
	span dates.Span,
	underID string,
) (rows []fulfilment.TwoWay, total fulfilment.TwoWay, err error) {
	up, back := raisedByPlaceSQL, conveyedByPlaceSQL
	if by == fulfilment.ByOfficer {
		up, back = raisedByOfficerSQL, conveyedByOfficerSQL
	}
	at := map[string]int{}
	row := func(key string) *fulfilment.TwoWay {
		i, known := at[key]
		if !known {
			i = len(rows)
			at[key], rows = i, append(rows, fulfilment.TwoWay{Key: key})
		}
		return &rows[i]
	}
	always, parts, err := daysUnder(tx, underID)
	if err != nil {
		return nil, total, err
	}
	type counted struct {
		Key string
		N   int
	}
	var came, told []counted
	if err := tx.Raw(up, span.From, span.To, always, parts).Scan(&came).Error; err != nil {
		return nil, total, err
	}
	if err := tx.Raw(back, span.From, span.To, always, parts).Scan(&told).Error; err != nil {
		return nil, total, err
	}
	for _, c := range came {
		row(c.Key).Up = c.N
	}
	for _, c := range told {
		row(c.Key).Back = c.N
	}
	if err := tx.Raw("SELECT count(*) FROM ("+raisedRowsSQL+")", span.From, span.To, always, parts).Scan(&total.Up).Error; err != nil {
		return nil, total, err
	}
	err = tx.Raw("SELECT count(DISTINCT matter_id) FROM ("+conveyedRowsSQL+")", span.From, span.To, always, parts).Scan(&total.Back).Error
	return rows, total, err
}

// daysUnder lists the places below a unit for underSQL: those that always lay there, and the days of the others; "" for everywhere.
func daysUnder(tx *store.Tx, underID string) (always, parts string, err error) {
	if underID == "" {
		return "", "[]", nil
	}
	reached, err := units.ReachByDay(tx, underID, true)
	return jsonList(reached.Always), partsJSON(reached), err
}

const (
	// what came up lies where its place lay when it was raised, what was told back where the place lay when it was told
	underSQL = `(?3 = '' OR m.place_id IN (SELECT value FROM json_each(?3)) OR EXISTS (SELECT 1 FROM json_each(?4)
WHERE value ->> 0 = m.place_id AND m.raised_on >= value ->> 1 AND m.raised_on < value ->> 2))`
	toldUnderSQL = `(?3 = '' OR m.place_id IN (SELECT value FROM json_each(?3)) OR EXISTS (SELECT 1 FROM json_each(?4)
WHERE value ->> 0 = m.place_id AND s.day >= value ->> 1 AND s.day < value ->> 2))`
	raisedRowsSQL = `SELECT m.id, m.place_id, m.meeting_id FROM matter m WHERE m.received_on >= ?1 AND m.received_on < ?2
AND ` + underSQL
	raisedByPlaceSQL   = `SELECT place_id AS key, count(*) AS n FROM (` + raisedRowsSQL + `) GROUP BY 1`
	raisedByOfficerSQL = `SELECT CASE a.result WHEN 'SUBSTITUTED' THEN a.substitute_id ELSE a.officer_id END AS key,
count(DISTINCT u.id) AS n FROM (` + raisedRowsSQL + `) u
JOIN meeting g ON g.id = u.meeting_id AND g.deleted_at = '' AND g.state = 'HELD' JOIN attendance a ON a.meeting_id = g.id
AND a.result IN ('ATTENDED', 'SUBSTITUTED') GROUP BY 1`
	// A conveyance that was taken back did not happen.
	conveyedRowsSQL = `SELECT s.matter_id, s.officer_id, m.place_id FROM matter_step s JOIN matter m ON m.id = s.matter_id
WHERE s.event = 'CONVEY' AND s.day >= ?1 AND s.day < ?2
AND NOT EXISTS (SELECT 1 FROM matter_step u WHERE u.matter_id = s.matter_id AND u.undoes = s.id) AND ` + toldUnderSQL
	conveyedByPlaceSQL   = `SELECT place_id AS key, count(DISTINCT matter_id) AS n FROM (` + conveyedRowsSQL + `) GROUP BY 1`
	conveyedByOfficerSQL = `SELECT officer_id AS key, count(DISTINCT matter_id) AS n FROM (` + conveyedRowsSQL + `)
WHERE officer_id <> '' GROUP BY 1`
)
