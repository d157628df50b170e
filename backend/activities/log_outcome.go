package activities

import (
	"gorm.io/gorm"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// usualResult is the number of attendances from which a result is common enough to be met on the way along the days.
const usualResult = 3000

// isUsual tells whether a result other than "đã dự" is common.
func isUsual(tx *store.Tx, result Outcome) (bool, error) {
	var n int64
	err := tx.Raw("SELECT count(*) FROM (SELECT 1 FROM attendance WHERE result = ? AND result <> 'ATTENDED' LIMIT ?)", result, usualResult).
		Scan(&n).Error
	return n == usualResult, err
}

// whereOutcome narrows to an outcome; byDay says that the first answers along the days are enough. "state <> 'HELD'" is said
// beside a state that is not HELD because only then the engine knows that the small index meeting_state holds all it needs; it
// draws no conclusions.
func whereOutcome(tx *store.Tx, q *gorm.DB, f LogFilter, byDay bool) (*gorm.DB, error) {
	of, args := "a.meeting_id = m.id", []any{}
	if f.OfficerID != "" {
		of, args = of+" AND a.officer_id = ?", append(args, f.OfficerID)
	}
	switch f.Outcome {
	case "":
		return q, nil
	case Due:
		return q.Where(
			"(m.state = ? OR m.state = ? AND m.day < ?) AND EXISTS (SELECT 1 FROM attendance a WHERE "+of+")",
			append([]any{Held, Planned, tx.FirstDayToCome()}, args...)...), nil
	case ToCome:
		return q.Where("m.state = ? AND m.state <> 'HELD' AND m.day >= ?", Planned, tx.FirstDayToCome()), nil
	case NotRecorded:
		q = q.Where("(m.state = ? AND m.day < ?) OR m.state = ?", Planned, tx.FirstDayToCome(), Held)
		if f.OfficerID != "" {
			return q.Where(
				"m.state = ? OR EXISTS (SELECT 1 FROM attendance a WHERE "+of+" AND a.result = '')",
				append([]any{Planned}, args...)...), nil
		}
		// An officer expected at a meeting that was not held has no result either; those are taken away by their index alone.
		return q.Where(
			`m.id IN (SELECT id FROM meeting WHERE deleted_at = '' AND state = 'PLANNED' AND state <> 'HELD' AND day >= ? AND day < ?
UNION ALL SELECT id FROM (SELECT meeting_id AS id FROM attendance WHERE result = '' AND result <> 'ATTENDED' EXCEPT SELECT id
FROM meeting WHERE deleted_at = '' AND state <> 'HELD'))`,
			f.Span.From,
			dates.Earlier(tx.FirstDayToCome(), spanEnd(f.Span)),
		), nil
	case HeldOnly:
		return q.Where("m.state = ? AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = m.id)", Held), nil
	case NotHeld:
		return q.Where("m.state = ? AND m.state <> 'HELD'", Cancelled), nil
	case PutOff, OnHold:
		return q.Where("m.state = ? AND m.state <> 'HELD'", string(f.Outcome)), nil
	}
	if f.OfficerID == "" && f.Outcome != Outcome(Attended) {
		usual, err := false, error(nil)
		if byDay {
			usual, err = isUsual(tx, f.Outcome)
		}
		if err != nil || usual {
			return q.Where(
				"m.state = ? AND EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = m.id AND a.result = ? AND a.result <> 'ATTENDED')",
				Held,
				f.Outcome,
			), err
		}
		return q.Where( // few, so they lead to the meetings and not the other way round
			"m.state = ? AND m.id IN (SELECT meeting_id FROM attendance WHERE result = ? AND result <> 'ATTENDED')",
			Held,
			f.Outcome,
		), nil
	}
	return q.Where("m.state = ? AND EXISTS (SELECT 1 FROM attendance a WHERE "+of+" AND a.result = ?)",
		append(append([]any{Held}, args...), f.Outcome)...), nil
}
