package units

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Reach lists the units that lie under a unit on at least one day of the span, in either tree: itself, what is
// below it, and what is below the units of the other tree that a link joins to one of these on that day. So a commune reaches
// the cells of its hamlets and the whole of its Party committee, and a Party cell reaches the hamlet it answers for. A link is
// followed once: two cells that answer for one hamlet do not lie under each other. Units in the bin are left out, an open
// end of the span has no bound. Every list of a place, and every figure of it, asks this one function.
func Reach(tx *store.Tx, root string, span dates.Span) ([]string, error) {
	ids := []string{}
	return ids, tx.Raw(reachQuery, map[string]any{"root": root, "from": span.From, "to": endOf(span)}).Scan(&ids).Error
}

// reachQuery carries the days on which all steps so far hold together: what left a hamlet before the hamlet moved was never
// under its new commune. "own" is the tree of the root, "linked" what links lead to, with all below it; CROSS JOIN makes the engine
// begin with "own", which is usually small.
const reachQuery = reachedCTE + `SELECT id FROM own UNION SELECT id FROM linked`

const reachedCTE = `WITH RECURSIVE own(id, first, past) AS (
  SELECT @root, @from, @to
  UNION
  SELECT v.unit_id, max(v.valid_from, own.first), min(iif(v.valid_to = '', own.past, v.valid_to), own.past)
  FROM own JOIN unit_version v ON v.parent_id = own.id JOIN unit u ON u.id = v.unit_id AND u.deleted_at = ''
  WHERE v.valid_from < own.past AND (v.valid_to = '' OR v.valid_to > own.first)
), linked(id, first, past) AS (
  SELECT l.org_id, max(l.valid_from, own.first), min(iif(l.valid_to = '', own.past, l.valid_to), own.past)
  FROM own CROSS JOIN unit_territory l ON l.unit_id = own.id JOIN unit u ON u.id = l.org_id AND u.deleted_at = ''
  WHERE l.valid_from < own.past AND (l.valid_to = '' OR l.valid_to > own.first)
  UNION
  SELECT l.unit_id, max(l.valid_from, own.first), min(iif(l.valid_to = '', own.past, l.valid_to), own.past)
  FROM own CROSS JOIN unit_territory l ON l.org_id = own.id JOIN unit u ON u.id = l.unit_id AND u.deleted_at = ''
  WHERE l.valid_from < own.past AND (l.valid_to = '' OR l.valid_to > own.first)
  UNION
  SELECT v.unit_id, max(v.valid_from, linked.first), min(iif(v.valid_to = '', linked.past, v.valid_to), linked.past)
  FROM linked JOIN unit_version v ON v.parent_id = linked.id JOIN unit u ON u.id = v.unit_id AND u.deleted_at = ''
  WHERE v.valid_from < linked.past AND (v.valid_to = '' OR v.valid_to > linked.first)
) `

// LinksDuring lists the links of places and Party organisations that hold on at least one day of the span.
func LinksDuring(tx *store.Tx, ids []string, span dates.Span) ([]Territory, error) {
	set := store.JSONList(ids)
	var links []Territory
	return links, tx.Where("(org_id IN (SELECT value FROM json_each(?)) OR unit_id IN (SELECT value FROM json_each(?))) AND valid_from < ? AND (valid_to = '' OR valid_to > ?)",
		set, set, endOf(span), span.From).
		Order("id").
		Find(&links).
		Error
}
