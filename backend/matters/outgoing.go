package matters

import (
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// OutgoingDoc is a paper of the office itself that the register of matters names by its number.
type OutgoingDoc struct {
	Number string     // as typed: "215-CV/HU"
	Day    dates.Date // of the paper
	Event  Event
}

// ownPaperKinds are the steps whose paper the office itself signs; an answer bears the number of the body that gave it.
var ownPaperKinds = map[Event]string{
	EventRefer:       "văn bản chuyển kiến nghị",
	EventNotice:      "thông báo tiếp nhận kiến nghị",
	EventChase:       "công văn đôn đốc",
	EventReturnReply: "công văn trả lại trả lời",
	EventConvey:      "thông báo kết quả trả lời",
}

// KindName names the kind of paper: "văn bản chuyển kiến nghị".
func (d OutgoingDoc) KindName() string { return ownPaperKinds[d.Event] }

// Outgoing lists the office's own papers that the register of matters names, of the days of a span. A paper that carries
// many matters is listed once; what was taken back is left out.
func Outgoing(tx *store.Tx, span dates.Span) ([]OutgoingDoc, error) {
	events := make([]Event, 0, len(ownPaperKinds))
	for e := range ownPaperKinds {
		events = append(events, e)
	}
	q := tx.Table("matter_step").Where("event IN ? AND doc_number <> '' AND doc_date >= ?", events, span.From).Where(notUndoneSQL)
	if !span.Open() {
		q = q.Where("doc_date < ?", span.To)
	}
	out := []OutgoingDoc{}
	err := q.Distinct("doc_number AS number", "doc_date AS day", "event").Order("doc_date, doc_number, event").Scan(&out).Error
	return out, err
}
