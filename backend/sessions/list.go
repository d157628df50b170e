package sessions

import (
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Filter chooses sessions; what is left empty does not narrow.
type Filter struct {
	Text   string     `json:"text"`
	Body   string     `json:"body"`
	State  string     `json:"state"`
	Span   dates.Span `json:"span"`
	Bin    bool       `json:"bin"` // those thrown away instead
	Limit  int        `json:"limit"`
	Offset int        `json:"offset"`
}

// Row is one session of the list.
type Row struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Body      string     `json:"body"`
	BodyWord  string     `json:"bodyWord"`
	Day       dates.Date `json:"day"`
	StartTime string     `json:"startTime"`
	Place     string     `json:"place"`
	State     string     `json:"state"`
	StateWord string     `json:"stateWord"`
	Items     int        `json:"items"`
	Papers    int        `json:"papers"`
	People    int        `json:"people"`
}

// Page is one page of the list, newest first.
type Page struct {
	Items []Row `json:"items"`
	Total int   `json:"total"`
}

const (
	defaultListRows = 100
	maxListRows     = 500
)

// List reads sessions, the newest day first.
func List(tx *store.Tx, f Filter) (Page, error) {
	page := Page{Items: []Row{}}
	q := tx.Table("session s")
	if f.Bin {
		q = q.Where("s.deleted_at <> ''")
	} else {
		q = q.Where("s.deleted_at = ''")
	}
	if f.Text != "" {
		q = q.Where(`s.fold LIKE ? ESCAPE '\'`, store.Like(f.Text))
	}
	if f.Body != "" {
		q = q.Where("s.body = ?", f.Body)
	}
	if f.State != "" {
		q = q.Where("s.state = ?", f.State)
	}
	if f.Span.From != dates.None {
		q = q.Where("s.day >= ?", f.Span.From)
	}
	if f.Span.To != dates.None {
		q = q.Where("s.day < ?", f.Span.To)
	}
	var total int64
	if err := q.Count(&total).Error; err != nil {
		return page, err
	}
	limit := f.Limit
	if limit <= 0 {
		limit = defaultListRows
	}
	err := q.Select(`s.id, s.title, s.body, s.day, s.start_time, s.place, s.state,
		(SELECT count(*) FROM session_item i WHERE i.session_id = s.id) AS items,
		(SELECT count(*) FROM session_paper p JOIN session_item i ON i.id = p.item_id WHERE i.session_id = s.id) AS papers,
		(SELECT count(*) FROM session_person p WHERE p.session_id = s.id) AS people`).
		Order("s.day DESC, s.start_time DESC, s.id").Limit(min(limit, maxListRows)).Offset(max(f.Offset, 0)).Scan(&page.Items).Error
	for i := range page.Items {
		row := &page.Items[i]
		row.BodyWord, row.StateWord = vocabulary.Bodies.Of(row.Body), vocabulary.States.Of(row.State)
	}
	page.Total = int(total)
	return page, err
}

// Heads lists every session that is not in the bin by its heading only; the newest first.
func Heads(tx *store.Tx) ([]Row, error) {
	list := []Row{}
	err := tx.Raw("SELECT id, title, body, day, state FROM session WHERE deleted_at = '' ORDER BY day DESC, id DESC").Scan(&list).Error
	for i := range list {
		list[i].BodyWord, list[i].StateWord = vocabulary.Bodies.Of(list[i].Body), vocabulary.States.Of(list[i].State)
	}
	return list, err
}

// copySession starts the next session from an earlier one: agenda, times and guests stay, the members are those of the new
// day, and what was issued, recorded or concluded stays behind.
func copySession(tx *store.Tx, id string, day dates.Date) (View, error) {
	old, err := Load(tx, id)
	if err != nil {
		return View{}, err
	}
	if old.Deleted {
		return View{}, errNoSession
	}
	if !day.Valid() {
		return View{}, fault.Invalid("day", "Hãy ghi ngày của phiên họp mới, ví dụ 30/12/2026.")
	}
	in := Input{
		Body:        old.Body,
		Title:       old.Title,
		Day:         day,
		StartTime:   old.StartTime,
		Place:       old.Place,
		ChairID:     old.ChairID,
		SecretaryID: old.SecretaryID,
		GuardReason: old.Reason,
	}
	for _, i := range old.Items {
		item := ItemInput{Title: i.Title, PresenterID: i.PresenterID, Presenter: i.Presenter, Minutes: i.Minutes}
		for _, p := range i.Papers {
			if p.Kind != PaperIssued {
				item.Papers = append(item.Papers, PaperInput{Title: p.Title, Input: clearPeriod(p.Input), Owner: p.Owner})
			}
		}
		in.Items = append(in.Items, item)
	}
	if in.People, err = seatedMembers(tx, old.Body, day); err != nil {
		return View{}, err
	}
	seated := map[string]bool{}
	for _, p := range in.People {
		seated[p.OfficerID] = true
	}
	for _, p := range old.People {
		if (p.Role == Invited || old.Body == BodyOther) && (p.OfficerID == "" || !seated[p.OfficerID]) {
			in.People = append(in.People, PersonInput{OfficerID: p.OfficerID, Label: p.Label, Part: p.Role, Copies: p.Copies})
		}
	}
	return Save(tx, in)
}

// moveToBin puts a session into the bin.
func moveToBin(tx *store.Tx, id string) error {
	row, err := loadActive(tx, id)
	if err != nil {
		return err
	}
	tx.Audit(id, "Bỏ vào thùng rác phiên họp “"+row.Title+"”, ngày "+row.Day.Show()+".")
	return tx.Model(&Session{}).Where("id = ?", id).Update("deleted_at", tx.NowText()).Error
}

// restoreFromBin takes it out again.
func restoreFromBin(tx *store.Tx, id string) (View, error) {
	v, err := Load(tx, id)
	if err != nil || !v.Deleted {
		return v, err
	}
	tx.Audit(id, "Lấy lại từ thùng rác phiên họp “"+v.Title+"”, ngày "+v.Day.Show()+".")
	if err := tx.Model(&Session{}).Where("id = ?", id).Update("deleted_at", "").Error; err != nil {
		return View{}, err
	}
	return Load(tx, id)
}
