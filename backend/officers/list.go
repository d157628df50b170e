package officers

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// ListFilter chooses officers. What is empty does not narrow.
type ListFilter struct {
	Text   string     `json:"text"`  // words of the name or the post, with or without marks
	Day    dates.Date `json:"day"`   // posts and seats as of this day; "" = today
	OrgID  string     `json:"orgId"` // holds a post there, or in an organisation below
	Body   Body       `json:"body"`  // sits in this committee
	Bin    bool       `json:"bin"`   // the bin instead of the list
	Limit  int        `json:"limit"` // at most; 0 = 100
	Offset int        `json:"offset"`
}

// mostRows is the longest list given at once: more than a province has officers.
const mostRows = 10_000

// Row is one line of the list.
type Row struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Post      string `json:"post"`
	PostOrg   string `json:"postOrg"`
	Bodies    string `json:"bodies"` // "BTV, BCH"
	WorkPhone string `json:"workPhone"`
	Rank      int    `json:"rank"`
}

// OfficerPage is a part of the list with the size of the whole.
type OfficerPage struct {
	Items []Row `json:"items"`
	Total int   `json:"total"`
}

// List finds officers. Without a text they come by name; with one, names that hold it with its very accents come first.
func List(tx *store.Tx, f ListFilter) (OfficerPage, error) {
	if f.Day == dates.None {
		f.Day = tx.Today
	}
	query := tx.Where("deleted_at = ''")
	if f.Bin {
		query = tx.Where("deleted_at <> ''")
	}
	for _, word := range strings.Fields(store.Fold(f.Text)) {
		query = query.Where(
			`(fold LIKE ? ESCAPE '\' OR EXISTS (SELECT 1 FROM post_holding s WHERE s.officer_id = officer.id AND s.fold LIKE ? ESCAPE '\'))`,
			store.Like(word),
			store.Like(word),
		)
	}
	if f.Body != "" {
		query = query.Where(
			`EXISTS (SELECT 1 FROM committee_member m WHERE m.officer_id = officer.id AND m.body = ? AND m.valid_from <= ? AND (m.valid_to = '' OR m.valid_to > ?))`,
			f.Body,
			f.Day,
			f.Day,
		)
	}
	var people []Officer
	if err := query.Order("sort_key, id").Find(&people).Error; err != nil {
		return OfficerPage{}, err
	}
	if f.OrgID != "" {
		inside, err := holdersUnder(tx, f.OrgID, f.Day)
		if err != nil {
			return OfficerPage{}, err
		}
		people = slices.DeleteFunc(people, func(o Officer) bool { return !inside[o.ID] })
	}
	exactFirst(people, f.Text)
	page := OfficerPage{Total: len(people)}
	people = people[min(max(f.Offset, 0), len(people)):]
	limit := f.Limit
	if limit <= 0 {
		limit = 100
	}
	people = people[:min(limit, mostRows, len(people))]
	var err error
	page.Items, err = rowsOf(tx, people, f.Day)
	return page, err
}

// exactFirst puts names that hold the typed text with its accents before those that match without them; within each
// group, names that begin a word with it come first. The sort is stable, so the order by name stays.
func exactFirst(people []Officer, text string) {
	typed := store.NameKey(text)
	if typed == "" {
		return
	}
	folded := store.Fold(text)
	score := func(o Officer) int {
		switch name := " " + store.NameKey(o.FullName); {
		case strings.Contains(name, " "+typed):
			return 0
		case strings.Contains(name, typed):
			return 1
		case strings.Contains(" "+o.Fold, " "+folded):
			return 2
		case strings.Contains(o.Fold, folded):
			return 3
		}
		return 4
	}
	slices.SortStableFunc(people, func(a, b Officer) int { return cmp.Compare(score(a), score(b)) })
}

// holdersUnder lists who holds a post in an organisation or below it on the day.
func holdersUnder(tx *store.Tx, orgID string, day dates.Date) (map[string]bool, error) {
	below, err := units.Below(tx, orgID, day)
	if err != nil {
		return nil, err
	}
	inside := map[string]bool{}
	for batch := range slices.Chunk(below, idBatch) {
		var ids []string
		err := tx.Model(&Post{}).
			Where("org_id IN ? AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", batch, day, day).
			Pluck("officer_id", &ids).
			Error
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			inside[id] = true
		}
	}
	return inside, nil
}

func rowsOf(tx *store.Tx, people []Officer, day dates.Date) ([]Row, error) {
	ids := make([]string, len(people))
	for i, p := range people {
		ids[i] = p.ID
	}
	refs, err := Refs(tx, ids, day)
	if err != nil {
		return nil, err
	}
	bodies, err := bodiesOf(tx, day)
	if err != nil {
		return nil, err
	}
	rows := make([]Row, 0, len(people))
	for _, p := range people {
		ref := refs[p.ID]
		rows = append(
			rows,
			Row{
				ID:        p.ID,
				Name:      p.FullName,
				Post:      ref.Post,
				PostOrg:   ref.PostOrg,
				Rank:      ref.Rank,
				WorkPhone: p.WorkPhone,
				Bodies:    bodies[p.ID],
			},
		)
	}
	return rows, nil
}

// bodiesOf writes the committees each officer sits in on the day, in protocol order.
func bodiesOf(tx *store.Tx, day dates.Date) (map[string]string, error) {
	var seats []Membership
	if err := tx.Where("valid_from <= ? AND (valid_to = '' OR valid_to > ?)", day, day).Find(&seats).Error; err != nil {
		return nil, err
	}
	slices.SortStableFunc(seats, func(a, b Membership) int { return cmp.Compare(a.Body.order(), b.Body.order()) })
	out := map[string]string{}
	for _, s := range seats {
		if short := s.Body.Short(); out[s.OfficerID] == "" {
			out[s.OfficerID] = short
		} else if !strings.Contains(out[s.OfficerID], short) {
			out[s.OfficerID] += ", " + short
		}
	}
	return out, nil
}
