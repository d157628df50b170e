package matters

import (
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// Row is a matter as lists and registers show it (the columns of the register of opinions and proposals).
type Row struct {
	Matter
	NoText       string  `gorm:"-" json:"no"` // "128/2026"
	StateWord    string  `gorm:"-" json:"stateWord"`
	KindWord     string  `gorm:"-" json:"kindWord"`
	OriginWord   string  `gorm:"-" json:"originWord"`
	FieldName    string  `gorm:"-" json:"fieldName"`
	OutcomeWord  string  `gorm:"-" json:"outcomeWord"`
	BandWord     string  `gorm:"-" json:"bandWord"`
	Place        string  `gorm:"-" json:"place"` // as named on the day it was raised
	PlaceAbove   string  `gorm:"-" json:"placeAbove"`
	Body         string  `gorm:"-" json:"body"`
	BodyShort    string  `gorm:"-" json:"bodyShort"`
	Handling     string  `gorm:"-" json:"handling"`     // "Tại chỗ", "Tự xử lý", "Chuyển", ""
	Remaining    string  `gorm:"-" json:"remaining"`    // of the clock that runs: "Còn 3 ngày", "Quá 2 ngày"
	NoticeRemain string  `gorm:"-" json:"noticeRemain"` // of clock 2 while it runs
	CalendarNote string  `gorm:"-" json:"calendarNote"` // the running deadlines cross a year whose days off nobody entered
	LateDays     int     `gorm:"-" json:"lateDays"`     // working days past Due, 0 when in time
	Late         bool    `gorm:"-" json:"late"`
	UrgentLate   bool    `gorm:"-" json:"urgentLate"` // urgent and not passed on within the day
	AgeDays      int     `gorm:"-" json:"ageDays"`    // working days since received (or reopened) while open
	Allowed      []Event `gorm:"-" json:"allowed"`
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
// one function.
func Register(tx *store.Tx, f Filter) ([]Row, error) {
	q, err := matching(tx, f)
	if err != nil {
		return nil, err
	}
	order, known := orders[f.Order]
	if !known {
		order = orders[""]
	}
	if list, listed := worklists[f.Worklist]; listed && f.Order == "" {
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
	b, err := open(tx)
	if err != nil {
		return nil, err
	}
	return b.rows(found)
}

// Count tells how many matters a filter has, at most limit (0 = no limit).
func Count(tx *store.Tx, f Filter, limit int) (int, error) {
	q, err := matching(tx, f)
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

func page(tx *store.Tx, f Filter) (Page, error) {
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
func (b *book) rowsOf(ids []string) ([]Row, error) {
	byID := map[string]Matter{}
	for start := 0; start < len(ids); start += most {
		var found []Matter
		if err := b.tx.Where("id IN ?", ids[start:min(start+most, len(ids))]).Find(&found).Error; err != nil {
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
	return b.rows(list)
}

// rows adds the words.
func (b *book) rows(list []Matter) ([]Row, error) {
	fields, err := activities.FieldNames(b.tx)
	if err != nil {
		return nil, err
	}
	bodies, err := bodyNames(b.tx)
	if err != nil {
		return nil, err
	}
	places, err := b.places(list)
	if err != nil {
		return nil, err
	}
	out := make([]Row, len(list))
	for i := range list {
		m := list[i]
		place := places[placeOn{m.PlaceID, m.RaisedOn}]
		r := Row{
			Matter:       m,
			NoText:       m.No(),
			StateWord:    m.State.Word(),
			KindWord:     m.Kind.Word(),
			OriginWord:   m.Origin.Word(),
			FieldName:    fields[m.FieldCode],
			OutcomeWord:  m.Outcome.Word(),
			BandWord:     BandWord(m.Households),
			Place:        place.Label,
			PlaceAbove:   place.ParentName,
			Body:         bodies[m.BodyID].Name,
			BodyShort:    bodies[m.BodyID].Short(),
			Handling:     m.handling(),
			Remaining:    b.remaining(&m),
			NoticeRemain: Remaining(b.cal.Calendar, m.NoticeDue, b.tx.Today),
			CalendarNote: b.calendarNote(&m),
			LateDays:     b.lateBy(m.Due, b.tx.Today),
			Late: m.Due != dates.None &&
				m.Due < b.tx.Today,
			UrgentLate: m.Urgent && (m.State == Recorded || m.State == Reopened) && m.CycleOn < b.tx.Today,
			Allowed:    allowed(m.State),
		}
		if m.State.open() {
			r.AgeDays = b.cal.WorkingDaysBetween(m.CycleOn, b.tx.Today)
		}
		out[i] = r
	}
	return out, nil
}

// remaining is the word of the running clock, or why none runs.
func (b *book) remaining(m *Matter) string {
	switch {
	case m.PausedSince != dates.None && m.State == Referred:
		return "Tạm dừng từ " + m.PausedSince.Show()
	case (m.State == Referred || m.State == InHand) && m.Due == dates.None:
		return "Chưa ấn định"
	}
	return Remaining(b.cal.Calendar, m.Due, b.tx.Today)
}

// handling says in a word how a matter was dealt with.
func (m *Matter) handling() string {
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
