package activities

import (
	"encoding/json"

	"gorm.io/gorm"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// LogFilter says which entries are wanted. Empty fields do not filter.
type LogFilter struct {
	Span      dates.Span `json:"span"`      // of Entry.Day; an open end is allowed
	UnderID   string     `json:"underId"`   // hosted by this unit, one below it at any time of Span, or a Party organisation of theirs
	OfficerID string     `json:"officerId"` // expected there, or substituted for somebody
	Kind      Kind       `json:"kind"`
	Outcome   Outcome    `json:"outcome"`             // with OfficerID: that officer's
	Text      string     `json:"text"`                // words of places, notes, advice, topics and names; the last may be unfinished
	State     State      `json:"state,omitempty"`     // as stored: HELD with whatever result
	With      With       `json:"with,omitempty"`      // what was written down at the meeting
	FieldCode string     `json:"fieldCode,omitempty"` // with advice in this field of work
	Topic     string     `json:"topic,omitempty"`     // passed on this policy
	IDs       []string   `json:"ids,omitempty"`       // these very entries
	Bin       bool       `json:"bin,omitempty"`       // those thrown away instead
	Newest    bool       `json:"newest"`              // newest first; otherwise as registers print, oldest first
	Limit     int        `json:"limit"`               // 0 = all
	After     *LogKey    `json:"after,omitempty"`     // only what comes behind this entry, the last of the page before
}

// LogKey is the place of an entry in the order of the log.
type LogKey struct {
	Day dates.Date `json:"day"`
	ID  string     `json:"id"`
}

// With asks for entries in which something was written down.
type With string

// What may have been written down at a meeting.
const (
	WithAdvice   With = "gop_y"      // advice of an officer
	WithAccepted With = "tiep_thu"   // advice the place took up, wholly or partly
	WithTopics   With = "truyen_dat" // a policy passed on
)

// Due is asked of LogFilter.Outcome only: somebody was to attend, and the meeting was held or its day has passed. It is
// the sum of the results and of what nobody recorded.
const Due Outcome = "DUE"

// countLimit is where counting stops: nobody pages through more, and counting a province's whole term takes seconds.
const countLimit = 10_000

// LogPage is one page of the log; More says that there are entries behind it.
type LogPage struct {
	Items []Entry `json:"items"`
	More  bool    `json:"more"`
}

// LogTotal is how many entries a filter has. It stops at 10,000; More says that there are still more.
type LogTotal struct {
	Total int  `json:"total"`
	More  bool `json:"more"`
}

// Log lists the entries of a filter with everything in them. The log screen and every register that prints meetings
// use this one function.
func Log(tx *store.Tx, f LogFilter) ([]Entry, error) {
	query, err := queryOf(tx, f, f.Limit > 0)
	if err != nil {
		return nil, err
	}
	return list(tx, query, f)
}

// page is one page of a filter, without counting what lies before and behind.
func page(tx *store.Tx, f LogFilter) (LogPage, error) {
	one := f
	if f.Limit > 0 {
		one.Limit++ // tells whether there is more
	}
	items, err := Log(tx, one)
	more := f.Limit > 0 && len(items) > f.Limit
	if more {
		items = items[:f.Limit]
	}
	return LogPage{Items: items, More: more}, err
}

func total(tx *store.Tx, f LogFilter) (LogTotal, error) {
	f.After = nil
	n, err := Count(tx, f, countLimit+1)
	return LogTotal{Total: min(n, countLimit), More: n > countLimit}, err
}

// logQuery is the question of a filter. byIndex says that the index of words leads it, whose rows go by day.
type logQuery struct {
	*gorm.DB
	byIndex bool
}

func list(tx *store.Tx, query logQuery, f LogFilter) ([]Entry, error) {
	q := query.Select("m.*")
	switch byIndex := query.byIndex && f.Limit > 0; { // its rows go by day, too
	case byIndex && f.Newest:
		q = q.Order("x.rowid DESC")
	case byIndex:
		q = q.Order("x.rowid")
	case f.Newest:
		q = q.Order("m.day DESC, m.id DESC")
	default:
		q = q.Order("m.day, m.id")
	}
	if f.After != nil {
		q = f.After.behind(q, query.byIndex, f.Newest)
	}
	if f.Limit > 0 {
		q = q.Limit(f.Limit)
	}
	meetings := []Meeting{}
	if err := q.Find(&meetings).Error; err != nil {
		return nil, err
	}
	return loadEntries(tx, meetings)
}

// Count tells how many entries a filter has, at most limit (0 = no limit).
func Count(tx *store.Tx, f LogFilter, limit int) (int, error) {
	query, err := queryOf(tx, f, false)
	if err != nil {
		return 0, err
	}
	return count(tx, query, limit)
}

func count(tx *store.Tx, query logQuery, limit int) (int, error) {
	q := query.Select("1 AS one")
	if limit > 0 {
		q = q.Limit(limit)
	}
	var n int64
	return int(n), tx.Table("(?) AS found", q).Count(&n).Error
}

// manyUnits is the number of units above which the days drive the query instead of the units: asking a whole province
// for its meetings would list every meeting of the term before looking at the day. The list of units must never stand in
// a correlated subquery: it would be read again for every meeting.
const manyUnits = 2500

// queryOf is the question without what is to be told of the answers; it may be asked several times. onePage says that only the
// first answers are wanted.
func queryOf(tx *store.Tx, f LogFilter, onePage bool) (logQuery, error) {
	q := tx.Table("meeting m")
	if f.Bin {
		q = q.Where("m.deleted_at <> ''")
	} else {
		q = q.Where("m.deleted_at = ''")
	}
	few := f.OfficerID != "" || len(f.IDs) > 0
	if tx.Past() {
		q = q.Where("m.day <= ?", tx.Today)
	}
	if f.Span.From != "" {
		q = q.Where("m.day >= ?", f.Span.From)
	}
	if f.Span.To != "" {
		q = q.Where("m.day < ?", f.Span.To)
	}
	if f.Kind != "" {
		q = q.Where("m.kind = ?", f.Kind)
	}
	if f.UnderID != "" {
		ids, err := units.Reach(tx, f.UnderID, f.Span)
		if err != nil {
			return logQuery{}, err
		}
		set, err := json.Marshal(ids)
		if err != nil {
			return logQuery{}, err
		}
		few = few || len(ids) <= manyUnits
		hosted := tx.Table("meeting_host h").Select("h.meeting_id").Where("h.unit_id IN (SELECT value FROM json_each(?))", string(set))
		if len(ids) > manyUnits {
			hosted = hosted.Joins(
				"JOIN meeting x ON x.id = h.meeting_id AND x.deleted_at = '' AND x.day >= ? AND x.day < ?",
				f.Span.From,
				spanEnd(f.Span),
			)
		}
		if everywhere, err := hostsAreAllIn(tx, string(set)); err != nil {
			return logQuery{}, err
		} else if !everywhere {
			q = q.Where("m.id IN (?)", hosted)
		}
	}
	if f.OfficerID != "" {
		q = q.Where(
			"m.id IN (SELECT meeting_id FROM attendance WHERE officer_id = ? UNION SELECT meeting_id FROM attendance WHERE substitute_id = ? AND substitute_id <> '')",
			f.OfficerID,
			f.OfficerID,
		)
	}
	if q = whereWritten(q, f); len(f.IDs) > 0 {
		set, err := json.Marshal(f.IDs)
		if err != nil {
			return logQuery{}, err
		}
		q = q.Where("m.id IN (SELECT value FROM json_each(?))", string(set))
	}
	q, err := whereOutcome(tx, q, f, onePage && !few)
	if err != nil {
		return logQuery{}, err
	}
	if f.Text == "" {
		return logQuery{q.Session(&gorm.Session{}), false}, nil
	}
	q, byIndex := whereWords(q, f, few)
	return logQuery{q.Session(&gorm.Session{}), byIndex}, nil
}

// whereWritten narrows to where a meeting stands and to what was written down at it.
func whereWritten(q *gorm.DB, f LogFilter) *gorm.DB {
	if f.State != "" {
		q = q.Where("m.state = ?", f.State)
	}
	switch f.With {
	case WithAdvice:
		q = q.Where("m.id IN (SELECT meeting_id FROM contribution)")
	case WithAccepted:
		q = q.Where("m.id IN (SELECT meeting_id FROM contribution WHERE accepted IN ?)", []Accepted{AcceptedYes, AcceptedPartly})
	case WithTopics:
		q = q.Where("m.id IN (SELECT meeting_id FROM conveyance)")
	}
	if f.FieldCode != "" {
		q = q.Where("m.id IN (SELECT meeting_id FROM contribution WHERE field_code = ?)", f.FieldCode)
	}
	if f.Topic != "" {
		q = q.Where("m.id IN (SELECT meeting_id FROM conveyance WHERE topic = ?)", f.Topic)
	}
	return q
}

// spanEnd is the end of a span for a comparison, also of an open one.
func spanEnd(span dates.Span) dates.Date {
	if span.To == dates.None {
		return "9999-12-31"
	}
	return span.To
}

// hostsAreAllIn tells whether every unit that ever hosted a meeting is in a set, a JSON list: then the set does not narrow anything, as
// that of the office's own place, and the meetings need not be listed by it.
func hostsAreAllIn(tx *store.Tx, set string) (all bool, err error) {
	err = tx.Raw(`SELECT NOT EXISTS (SELECT 1 FROM unit u WHERE u.id NOT IN (SELECT value FROM json_each(?))
AND EXISTS (SELECT 1 FROM meeting_host h WHERE h.unit_id = u.id))`, set).Scan(&all).Error
	return all, err
}

// HostSet is the set of units that host what belongs to a place in a span, as a JSON list for json_each; "" when it does not narrow
// anything: for no place, and for one under which every host lies.
func HostSet(tx *store.Tx, underID string, span dates.Span) (string, error) {
	if underID == "" {
		return "", nil
	}
	ids, err := units.Reach(tx, underID, span)
	if err != nil {
		return "", err
	}
	set, err := json.Marshal(ids)
	if err != nil {
		return "", err
	}
	if all, err := hostsAreAllIn(tx, string(set)); all || err != nil {
		return "", err
	}
	return string(set), nil
}
