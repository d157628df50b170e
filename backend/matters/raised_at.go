package matters

import (
	"slices"

	"caunoi/backend/access"
	"caunoi/backend/store"
)

// meetingsBatch is how many meetings one query asks about.
const meetingsBatch = 400

// MeetingCount is how many matters of the register were raised at a meeting.
type MeetingCount struct {
	MeetingID string `json:"meetingId"`
	Count     int    `json:"count"`
}

// RaisedAt counts the matters raised at each of these meetings of the log; a meeting without any is left out.
func (s *Service) RaisedAt(meetings []string) ([]MeetingCount, error) {
	return access.Read(s.gate, "matters.RaisedAt", func(tx *store.Tx) ([]MeetingCount, error) {
		out := []MeetingCount{}
		for some := range slices.Chunk(meetings, meetingsBatch) {
			rows := []MeetingCount{}
			if err := tx.Raw(`SELECT meeting_id, count(*) AS count FROM matter
WHERE meeting_id <> '' AND meeting_id IN ? GROUP BY meeting_id ORDER BY meeting_id`, some).Scan(&rows).Error; err != nil {
				return nil, err
			}
			out = append(out, rows...)
		}
		return out, nil
	})
}
