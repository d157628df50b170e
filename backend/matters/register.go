package matters

import (
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Row is a matter as lists and registers show it (the columns of the register of opinions and proposals).
type Row struct {
	Matter
	NoText        string   `gorm:"-" json:"no"` // "128/2026"
	StateWord     string   `gorm:"-" json:"stateWord"`
	KindWord      string   `gorm:"-" json:"kindWord"`
	OriginWord    string   `gorm:"-" json:"originWord"`
	FieldName     string   `gorm:"-" json:"fieldName"`
	OutcomeWord   string   `gorm:"-" json:"outcomeWord"`
	BandWord      string   `gorm:"-" json:"bandWord"`
	Place         string   `gorm:"-" json:"place"` // as named on the day it was raised
	PlaceAbove    string   `gorm:"-" json:"placeAbove"`
	Body          string   `gorm:"-" json:"body"`
	BodyShort     string   `gorm:"-" json:"bodyShort"`
	Handling      string   `gorm:"-" json:"handling"`      // "Tại chỗ", "Tự xử lý", "Chuyển", ""
	Remaining     string   `gorm:"-" json:"remaining"`     // of the clock that runs: "Còn 3 ngày", "Quá 2 ngày"
	RecheckRemain string   `gorm:"-" json:"recheckRemain"` // until the look at what is settled: "Còn 3 ngày"
	NoticeRemain  string   `gorm:"-" json:"noticeRemain"`  // of the notice clock while it runs
	CalendarNote  string   `gorm:"-" json:"calendarNote"`  // the running deadlines cross a year whose days off nobody entered
	LateDays      int      `gorm:"-" json:"lateDays"`      // working days past Due, 0 when in time
	Late          bool     `gorm:"-" json:"late"`          // the clock that runs now has run out
	LateAt        []string `gorm:"-" json:"lateAt"`        // legs, over or running, at which it is late
	UrgentLate    bool     `gorm:"-" json:"urgentLate"`    // urgent and not passed on within the day
	AgeDays       int      `gorm:"-" json:"ageDays"`       // working days it has waited where it is, while open
	Allowed       []Event  `gorm:"-" json:"allowed"`
}

// Page is one page of the register. Total stops at 10,000; More says that there are still more.
type Page struct {
	Items []Row `json:"items"`
	Total int   `json:"total"`
	More  bool  `json:"more"`
}

// Pages of the screen, and where counting stops: nobody pages through more.
const (
	pageLimit  = 200
	countLimit = 10_000
)

// Register lists the matters of a filter with everything a list shows. Screens, registers, letters and figures use this
// one function. It returns fault.CodeInvalid for an unknown list in the filter.
func Register(tx *store.Tx, f Filter) ([]Row, error) {
	tx = tx.AsOf(f.AsOf)
	q, err := filterQuery(tx, f)
	if err != nil {
		return nil, err
	}
	order, known := sortOrders[f.Order]
	if !known {
		order = sortOrders[""]
	}
	if list, listed := worklistQueries[f.Worklist]; listed && f.Order == "" {
		order = list.order
	}
	q = q.Select("m.*").Order(order)
	if f.Limit > 0 {
		q = q.Limit(f.Limit).Offset(max(f.Offset, 0))
	}
	found := []Matter{}
	if err := q.Find(&found).Error; err != nil {
		return nil, err
	}
	c, err := newCalc(tx)
	if err != nil {
		return nil, err
	}
	return c.toRows(found)
}

// Count tells how many matters a filter has, at most limit (0 = no limit). It returns fault.CodeInvalid for an unknown list in
// the filter.
func Count(tx *store.Tx, f Filter, limit int) (int, error) {
	tx = tx.AsOf(f.AsOf)
	q, err := filterQuery(tx, f)
	if err != nil {
		return 0, err
	}
	q = q.Select("1 AS one")
	if limit > 0 {
		q = q.Limit(limit)
	}
	var n int64
	return int(n), tx.Table("(?) AS found", q).Count(&n).Error
}

func registerPage(tx *store.Tx, f Filter) (Page, error) {
	if f.Limit <= 0 || f.Limit > pageLimit {
		f.Limit = pageLimit
	}
	items, err := Register(tx, f)
	if err != nil {
		return Page{}, err
	}
	total, err := Count(tx, f, countLimit+1)
	return Page{Items: items, Total: min(total, countLimit), More: total > countLimit}, err
}

// rowsOf reads matters by key, in the order of the keys.
func (c *calc) rowsOf(ids []string) ([]Row, error) {
	byID := map[string]Matter{}
	for start := 0; start < len(ids); start += maxMattersPerAction {
		var found []Matter
		if err := c.tx.Where("id IN ?", ids[start:min(start+maxMattersPerAction, len(ids))]).Find(&found).Error; err != nil {
			return nil, err
		}
		found, err := asOf(c.tx, found)
		if err != nil {
			return nil, err
		}
		for _, m := range found {
			byID[m.ID] = m
		}
	}
	list := make([]Matter, 0, len(ids))
	for _, id := range ids {
		if m, known := byID[id]; known {
			list = append(list, m)
		}
	}
	return c.toRows(list)
}

// toRows adds the words and names that lists show.
func (c *calc) toRows(list []Matter) ([]Row, error) {
	fields, err := activities.FieldNames(c.tx)
	if err != nil {
		return nil, err
	}
	bodies, err := bodiesByID(c.tx)
	if err != nil {
		return nil, err
	}
	places, err := c.placeNames(list)
	if err != nil {
		return nil, err
	}
	out := make([]Row, len(list))
	for i := range list {
		m := list[i]
		place := places[placeOnDay{m.PlaceID, m.RaisedOn}]
		r := Row{
			Matter:        m,
			NoText:        m.No(),
			StateWord:     m.State.Word(),
			KindWord:      m.Kind.Word(),
			OriginWord:    m.Origin.Word(),
			FieldName:     fields[m.FieldCode],
			OutcomeWord:   m.outcomeText(),
			BandWord:      BandWord(m.Households),
			Place:         place.Label,
			PlaceAbove:    place.ParentName,
			Body:          bodies[m.BodyID].Name,
			BodyShort:     bodies[m.BodyID].Short(),
			Handling:      m.handlingWord(),
			Remaining:     c.remainingText(&m),
			NoticeRemain:  Remaining(c.cal.Calendar, m.NoticeDue, c.tx.Today),
			RecheckRemain: Remaining(c.cal.Calendar, m.RecheckDue, c.tx.Today),
			CalendarNote:  c.calendarNote(&m),
			LateDays:      c.workingDaysLate(m.Due, c.tx.Today),
			Late: m.Due != dates.None &&
				m.Due < c.tx.Today,
			LateAt:     c.lateAt(&m),
			UrgentLate: m.Urgent && (m.State == Recorded || m.State == Reopened) && m.CycleOn < c.tx.Today,
			Allowed:    allowedEvents(m.State),
		}
		if c.tx.Past() {
			r.Allowed = []Event{} // nothing can be done to how a matter stood
		}
		if m.State.open() {
			r.AgeDays = c.cal.WorkingDaysBetween(m.waitingSince(), c.tx.Today)
		}
		out[i] = r
	}
	return out, nil
}

// outcomeText is what the answer says, of a refusal with its reason.
func (m *Matter) outcomeText() string {
	if why := words.refusals.Of(m.Refusal); why != "" {
		return m.Outcome.Word() + ": " + store.LowerFirst(why)
	}
	return m.Outcome.Word()
}

// remainingText is the word of the running clock, or why none runs.
func (c *calc) remainingText(m *Matter) string {
	switch {
	case m.PausedSince != dates.None && m.State == Referred:
		return "Tạm dừng từ " + m.PausedSince.Show()
	case (m.State == Referred || m.State == InHand) && m.Due == dates.None:
		return "Chưa ấn định"
	}
	return Remaining(c.cal.Calendar, m.Due, c.tx.Today)
}

// handlingWord says in a word how a matter was dealt with.
func (m *Matter) handlingWord() string {
	switch {
	case m.ReferredOn != dates.None:
		return "Chuyển"
	case m.State == InHand:
		return "Tự xử lý"
	case m.HandledOn != dates.None && m.HandledOn == m.RepliedOn && m.ReplyDue == dates.None:
		return "Tại chỗ"
	case m.HandledOn != dates.None:
		return "Tự xử lý"
	}
	return ""
}
