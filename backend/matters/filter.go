package matters

import (
	"cmp"
	"encoding/json"
	"slices"

	"gorm.io/gorm"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Filter says which matters are wanted; what is left empty does not narrow. Every number of this room names the filter
// that lists what it counts, so screen, register and papers cannot differ.
type Filter struct {
	Span        dates.Span `json:"span"`                  // of the day received
	UnderID     string     `json:"underId,omitempty"`     // raised at a place that lay under it on that day, see ReachByDay
	LineIDs     []string   `json:"lineIds,omitempty"`     // and below each of these units of its own tree on that day: a line of ByPlace
	PlaceIDs    []string   `json:"-"`                     // raised at one of these units
	HolderID    string     `json:"holderId,omitempty"`    // raised at a place this officer is in charge of today
	PlaceID     string     `json:"placeId,omitempty"`     // raised at this very unit
	BodyID      string     `json:"bodyId,omitempty"`      // is at this body, or was answered by it
	NoBody      bool       `json:"noBody,omitempty"`      // is at no body
	MeetingID   string     `json:"meetingId,omitempty"`   // raised at this meeting
	ReceptionID string     `json:"receptionId,omitempty"` // raised at this reception day or dialogue
	StatementID string     `json:"statementId,omitempty"`
	FieldCode   string     `json:"fieldCode,omitempty"`
	CriterionID string     `json:"criterionId,omitempty"`
	Kind        Kind       `json:"kind,omitempty"`
	Origins     []Origin   `json:"origins,omitempty"`
	States      []State    `json:"states,omitempty"`
	Outcomes    []Outcome  `json:"outcomes,omitempty"`
	Worklist    string     `json:"worklist,omitempty"` // one of the Worklist codes
	Age         string     `json:"age,omitempty"`      // one of the AgeBand codes
	Class       string     `json:"class,omitempty"`    // one of the Class codes, a column of the summary by field
	Leg         string     `json:"leg,omitempty"`      // leg that is over: ClockHandling … ClockRecheck, or Answered
	// OnTime asks for the notice: "co" given in time, "den_han" given or its term over; or for the running clock: "con_han"
	// not yet past its deadline.
	OnTime    string   `json:"onTime,omitempty"`
	Urgent    bool     `json:"urgent,omitempty"`
	Again     bool     `json:"again,omitempty"`     // reopened at least once
	NoEffect  bool     `json:"noEffect,omitempty"`  // looked at again, nothing had changed
	FirstTime bool     `json:"firstTime,omitempty"` // answered without a reply being sent back
	Text      string   `json:"text,omitempty"`
	IDs       []string `json:"ids,omitempty"`
	// AsOf asks for the matters as they stood at the end of this day; "" = today.
	AsOf   dates.Date `json:"asOf,omitempty"`
	Order  string     `json:"order,omitempty"` // "so" register order (default), "moi" newest first, "han" by deadline
	Limit  int        `json:"limit,omitempty"` // 0 = all
	Offset int        `json:"offset,omitempty"`
}

// Worklists, by what waits.
const (
	ToRefer    = "cho_chuyen"        // recorded, nobody has it yet
	ToReply    = "cho_tra_loi"       // at a body, or in hand
	ToConvey   = "cho_phan_hoi"      // answered, the place does not know
	ToClose    = "cho_ket_thuc"      // told back or explained on the spot
	PastDue    = "qua_han"           // any clock of the legs has run out
	ToNotify   = "thong_bao_10_ngay" // the notice clock runs
	ToReturn   = "cho_tra_lai"       // a vague reply has come
	Promised   = "den_hen"           // a promised day
	OnPause    = "tam_dung"
	ToRecheck  = "cho_xem_lai"     // settled, not yet looked at again at the place
	RecheckNow = "den_han_xem_lai" // of those, the day has come
	UrgentOpen = "khan"            // urgent and not passed on
	AllOpen    = "dang_mo"
	Done       = "da_xong" // nothing more to do: closed, merged into another, outside the scope
)

// worklistWords are the worklists in the order shown.
var worklistWords = store.Words{
	store.NewWord(ToRefer, "Chờ chuyển"),
	store.NewWord(ToReply, "Chờ trả lời"),
	store.NewWord(ToConvey, "Chờ phản hồi"),
	store.NewWord(PastDue, "Quá hạn"),
	store.NewWord(ToNotify, "Thông báo 10 ngày"),
	store.NewWord(UrgentOpen, "Khẩn, chưa chuyển"),
	store.NewWord(ToReturn, "Chờ trả lại"),
	store.NewWord(Promised, "Theo lời hẹn"),
	store.NewWord(OnPause, "Đang tạm dừng"),
	store.NewWord(ToClose, "Chờ kết thúc"),
	store.NewWord(RecheckNow, "Đến hạn xem lại"),
	store.NewWord(ToRecheck, "Chờ xem lại"),
	store.NewWord(AllOpen, "Tất cả đang mở"),
	store.NewWord(Done, "Đã xong"),
}

// worklistQueries are the lists as conditions; each walks one index. The deadlines stand in the rows, so no list has to compute one.
// The engine takes a condition on the state for a rare one. Done is most of an old register: likelihood says so, and the list is
// walked from its newest end instead of being sorted as a whole.
var worklistQueries = map[string]struct{ where, order string }{
	ToRefer:    {"m.state IN ('RECORDED', 'REOPENED')", "m.due, m.id"},
	ToReply:    {"m.state IN ('REFERRED', 'IN_HAND')", "m.due = '', m.due, m.id"},
	ToConvey:   {"m.state = 'REPLIED'", "m.due, m.id"},
	ToClose:    {"m.state IN ('CONVEYED', 'ANSWERED_ON_SPOT')", "m.replied_on, m.id"},
	PastDue:    {"m.due <> ''", "m.due, m.id"},
	ToNotify:   {"m.notice_due <> ''", "m.notice_due, m.id"},
	ToReturn:   {"m.vague = 1", "m.due, m.id"},
	Promised:   {"m.promised_on <> ''", "m.promised_on, m.id"},
	OnPause:    {"m.state = 'REFERRED' AND m.due = '' AND m.paused_since <> ''", "m.paused_since, m.id"},
	ToRecheck:  {"m.recheck_due <> ''", "m.recheck_due, m.id"},
	RecheckNow: {"m.recheck_due <> ''", "m.recheck_due, m.id"},
	UrgentOpen: {"m.urgent = 1 AND m.state IN ('RECORDED', 'REOPENED')", "m.received_on, m.id"},
	AllOpen:    {"m.state IN ('RECORDED', 'REOPENED', 'REFERRED', 'IN_HAND', 'REPLIED')", "m.due = '', m.due, m.id"},
	Done:       {"likelihood(m.state IN ('CLOSED', 'MERGED_INTO', 'OUT_OF_SCOPE'), 0.9)", "m.year DESC, m.number DESC"}, // the newest first
}

// Classes are the columns of the summary by field. Each matter is in exactly one of the first eight; OverdueClass
// and LateClass count across them.
const (
	DuplicateClass = "trung"
	OutsideClass   = "ngoai_pham_vi"
	SettledClass   = "giai_quyet_xong"
	ExplainedClass = "giai_trinh"
	RoadmapClass   = "co_lo_trinh"
	RefusedClass   = "tu_choi"
	WorkingClass   = "dang_giai_quyet" // answered with a day, or passed on again
	WaitingClass   = "chua_tra_loi"
	OverdueClass   = "qua_han" // the clock that runs has run out
	LateClass      = "tre_han" // a leg, over or running, was late, see lateSQL
)

var classConditions = map[string]string{
	DuplicateClass: "m.state = 'MERGED_INTO'",
	OutsideClass:   "m.state = 'OUT_OF_SCOPE'",
	SettledClass:   "m.state NOT IN ('MERGED_INTO', 'OUT_OF_SCOPE') AND m.outcome = 'RESOLVED'",
	ExplainedClass: "m.state NOT IN ('MERGED_INTO', 'OUT_OF_SCOPE') AND m.outcome = 'EXPLAINED'",
	RoadmapClass:   "m.state NOT IN ('MERGED_INTO', 'OUT_OF_SCOPE') AND m.outcome = 'ROADMAP'",
	RefusedClass:   "m.state NOT IN ('MERGED_INTO', 'OUT_OF_SCOPE') AND m.outcome = 'REFUSED'",
	WorkingClass: "m.state NOT IN ('MERGED_INTO', 'OUT_OF_SCOPE') AND " +
		"m.outcome IN ('IN_PROGRESS_WITH_DATE', 'OUT_OF_COMPETENCE', 'TRANSFERRED_ON')",
	WaitingClass: "m.state NOT IN ('MERGED_INTO', 'OUT_OF_SCOPE') AND m.outcome = ''",
	OverdueClass: "m.due <> ''",
	LateClass:    "1 = 1",
}

// Answered is a further choice of Filter.Leg: matters that have an answer, whether of a body, of the office or on the spot.
const Answered = "TRA_LOI"

// legConditions say which matters have run a leg to its end.
var legConditions = map[string]string{
	Answered:        "m.replied_on <> ''",
	ClockHandling:   "m.handled_on <> ''",
	ClockNotice:     "m.noticed_on <> ''",
	ClockReply:      "m.referred_on <> '' AND m.replied_on <> ''",
	ClockConveyance: "m.replied_on <> '' AND m.conveyed_on <> ''",
	ClockRecheck:    "m.rechecked_on <> ''",
}

var sortOrders = map[string]string{
	"":    "m.year, m.number",
	"so":  "m.year, m.number",
	"moi": "m.received_on DESC, m.number DESC",
	"han": "m.due = '', m.due, m.id",
}

// filterQuery builds the query of a filter. It returns fault.CodeInvalid for an unknown class, leg, worklist, age or onTime.
// The transaction is one as of the day of the filter.
func filterQuery(tx *store.Tx, f Filter) (*gorm.DB, error) {
	q, err := mattersTable(tx)
	if err != nil {
		return nil, err
	}
	for _, part := range []struct{ where, value string }{
		{"m.received_on >= ?", string(f.Span.From)}, {"m.received_on < ?", string(f.Span.To)},
		{"m.place_id = ?", f.PlaceID}, {"m.body_id = ?", f.BodyID},
		{"m.meeting_id = ?", f.MeetingID}, {"m.reception_id = ?", f.ReceptionID}, {"m.statement_id = ?", f.StatementID},
		{"m.field_code = ?", f.FieldCode},
		{"m.criterion_id = ?", f.CriterionID}, {"m.kind = ?", string(f.Kind)},
	} {
		if part.value != "" {
			where := part.where
			q = q.Where(where, part.value)
		}
	}
	if len(f.Origins) > 0 {
		q = q.Where("m.origin IN ?", f.Origins)
	}
	if len(f.States) > 0 {
		q = q.Where("m.state IN ?", f.States)
	}
	if len(f.Outcomes) > 0 {
		q = q.Where("m.outcome IN ?", f.Outcomes)
	}
	if f.Urgent {
		q = q.Where("m.urgent = 1")
	}
	if f.Again {
		q = q.Where("m.reopened > 0")
	}
	if f.NoEffect {
		q = q.Where("m.no_effect > 0")
	}
	if f.FirstTime {
		q = q.Where("m.returned = 0")
	}
	if f.Class != "" {
		where, known := classConditions[f.Class]
		if !known {
			return nil, errUnknownChoice("class")
		}
		q = q.Where(where)
	}
	if f.Leg != "" {
		where, known := legConditions[f.Leg]
		if !known {
			return nil, errUnknownChoice("leg")
		}
		q = q.Where(where)
	}
	if f.Worklist != "" {
		list, known := worklistQueries[f.Worklist]
		if !known {
			return nil, errUnknownChoice("worklist")
		}
		q = q.Where(list.where)
	}
	if f.Worklist == PastDue || f.Class == OverdueClass {
		q = q.Where("m.due < ?", tx.Today)
	}
	if f.Worklist == RecheckNow {
		q = q.Where("m.recheck_due <= ?", tx.Today)
	}
	if f.Class == LateClass {
		q = q.Where(lateSQL, tx.Today, tx.Today)
	}
	return addDerivedConditions(tx, q, f)
}

// addDerivedConditions adds what needs other tables or a calendar.
func addDerivedConditions(tx *store.Tx, q *gorm.DB, f Filter) (*gorm.DB, error) {
	switch f.OnTime {
	case "":
	case "co":
		q = q.Where("m.noticed_on <> '' AND m.noticed_on <= m.notice_by")
	case "den_han":
		q = q.Where("(m.noticed_on <> '' OR (m.notice_by <> '' AND m.notice_by < ?))", tx.Today)
	case "con_han":
		q = q.Where("(m.due = '' OR m.due >= ?)", tx.Today)
	default:
		return nil, errUnknownChoice("onTime")
	}
	if f.NoBody {
		q = q.Where("m.body_id = ''")
	}
	if f.Age != "" {
		c, err := newCalc(tx)
		if err != nil {
			return nil, err
		}
		span, known := c.ageBandSpan(f.Age)
		if !known {
			return nil, errUnknownChoice("age")
		}
		q = q.Where(
			waitingSinceSQL+" > ? AND "+waitingSinceSQL+" <= ? AND m.state IN ('RECORDED', 'REOPENED', 'REFERRED', 'IN_HAND', 'REPLIED')",
			span.From,
			span.To,
		)
	}
	for i, id := range append([]string{f.UnderID}, f.LineIDs...) {
		if id == "" {
			continue
		}
		reached, err := units.ReachByDay(tx, id, i == 0)
		if err != nil {
			return nil, err
		}
		q = raisedUnder(q, reached)
	}
	if len(f.PlaceIDs) > 0 {
		q = q.Where("m.place_id IN (SELECT value FROM json_each(?))", jsonList(f.PlaceIDs))
	}
	if f.HolderID != "" {
		ids, err := placesHeldBy(tx, f.HolderID)
		if err != nil {
			return nil, err
		}
		q = q.Where("m.place_id IN (SELECT value FROM json_each(?))", jsonList(ids))
	}
	if len(f.IDs) > 0 {
		q = q.Where("m.id IN (SELECT value FROM json_each(?))", jsonList(f.IDs))
	}
	if f.Text != "" {
		expression := store.MatchWords(store.Fold(f.Text))
		if expression == "" {
			return q.Where("1 = 0"), nil
		}
		q = q.Where(
			"m.id IN (SELECT t.matter_id FROM matter_index x JOIN matter_text t ON t.row_id = x.rowid WHERE matter_index MATCH ?)",
			expression,
		)
	}
	return q, nil
}

// raisedUnder narrows to matters raised at a place on a day on which the place lay there. Places that always lay there, nearly all, need no
// look at the day.
func raisedUnder(q *gorm.DB, r units.Reached) *gorm.DB {
	ids := slices.Clone(r.Always)
	for _, p := range r.Parts {
		ids = append(ids, p.ID)
	}
	q = q.Where("m.place_id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if len(r.Parts) == 0 {
		return q
	}
	parts := partsJSON(r)
	return q.Where(`(m.place_id NOT IN (SELECT value ->> 0 FROM json_each(?)) OR EXISTS (SELECT 1 FROM json_each(?)
WHERE value ->> 0 = m.place_id AND m.raised_on >= value ->> 1 AND m.raised_on < value ->> 2))`, parts, parts)
}

// partsJSON writes the days on which places lay under a unit as one JSON parameter: place, first day, day after the last.
func partsJSON(r units.Reached) string {
	rows := make([][3]string, len(r.Parts))
	for i, p := range r.Parts {
		rows[i] = [3]string{p.ID, string(p.Span.From), string(cmp.Or(p.Span.To, "9999-12-31"))}
	}
	text, _ := json.Marshal(rows) // a list of strings cannot fail
	return string(text)
}

func errUnknownChoice(field string) error {
	return fault.Invalid(field, "Danh sách này không có. Hãy tải lại trang.")
}

// jsonList writes keys as one JSON parameter for json_each, so that their number is not limited.
func jsonList(ids []string) string {
	text, _ := json.Marshal(ids) // a list of strings cannot fail
	return string(text)
}
