package units

import (
	"cmp"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/store"
)

// SearchQuery asks for units by name, short name or code. Letters may be typed without marks; typed marks rank higher.
type SearchQuery struct {
	Text    string     `json:"text"`
	Tree    string     `json:"tree"`  // "" = both
	Types   []string   `json:"types"` // empty = all
	UnderID string     `json:"underId"`
	Day     dates.Date `json:"day"`     // "" = today
	AnyTime bool       `json:"anyTime"` // also units that are no more or not yet
	Limit   int        `json:"limit"`   // 0 = 50; at most 500
}

// Hit is a unit found.
type Hit struct {
	Ref
	InForce bool `json:"inForce"` // whether it exists on the day asked for
}

// Hits are the best of all that was found.
type Hits struct {
	Items []Hit `json:"items"`
	Total int   `json:"total"`
}

// candidate is a version whose name or code fits; rank 0 is best.
type candidate struct {
	ID      string `gorm:"column:unit_id"`
	Name    string `gorm:"column:name"`
	Short   string `gorm:"column:short_name"`
	Type    string `gorm:"column:type"`
	Code    string `gorm:"column:code"`
	Fold    string `gorm:"column:fold"`
	SortKey string `gorm:"column:sort_key"`
	InForce bool   `gorm:"column:in_force"`
	rank    int
}

// Search finds units. The words may be spread over a unit and the units above it ("to 17 quoi dien"): then the first
// words are looked for in the name, the rest above.
func Search(tx *store.Tx, q SearchQuery) (Hits, error) {
	none := Hits{Items: []Hit{}}
	day, err := dayOf(tx, q.Day)
	if err != nil {
		return none, err
	}
	if q.Limit <= 0 {
		q.Limit = 50
	}
	q.Limit = min(q.Limit, 500)
	var under map[string]bool
	if q.UnderID != "" {
		span := dates.Span{From: day, To: day.AddDays(1)}
		if q.AnyTime {
			span = dates.Span{}
		}
		ids, err := BelowDuring(tx, q.UnderID, span)
		if err != nil {
			return none, err
		}
		under = make(map[string]bool, len(ids))
		for _, id := range ids {
			under[id] = true
		}
	}
	words := strings.Fields(store.Fold(q.Text))
	if len(words) > 12 {
		words = words[:12] // no unit is named by more; the rest would only slow the search down
	}
	var found []candidate
	for head := len(words); head >= min(1, len(words)) && len(found) == 0; head-- {
		if found, err = candidates(tx, q, day, strings.Join(words[:head], " "), words[head:]); err != nil {
			return none, err
		}
		if under != nil {
			found = slices.DeleteFunc(found, func(c candidate) bool { return !under[c.ID] })
		}
		if head == 0 {
			break
		}
	}
	rank(found, q.Text)
	found = onePerUnit(found)
	none.Total = len(found)
	found = found[:min(len(found), q.Limit)]
	ids := make([]string, len(found))
	for i := range found {
		ids[i] = found[i].ID
	}
	refs, err := Refs(tx, ids, day)
	if err != nil {
		return none, err
	}
	for _, c := range found {
		ref := refs[c.ID]
		none.Items = append(none.Items, Hit{Ref: ref, InForce: ref.ValidOn(day)})
	}
	return none, nil
}

// candidates reads versions whose folded name holds every word of head ("to tu quan 07" is "Tổ nhân dân tự quản số 07");
// every word of above must stand in the name of a unit up to three levels higher.
func candidates(tx *store.Tx, q SearchQuery, day dates.Date, head string, above []string) ([]candidate, error) {
	db := tx.Table("unit_version v").Joins("JOIN unit u ON u.id = v.unit_id").
		Select("v.unit_id, v.name, v.short_name, v.type, v.code, v.fold, v.sort_key, (v.valid_from <= ? AND (v.valid_to = '' OR v.valid_to > ?)) AS in_force", day, day).
		Where("u.deleted_at = ''")
	for _, word := range strings.Fields(head) {
		where := `(v.fold LIKE ? ESCAPE '\' OR v.code = ?)`
		if bare := store.FoldName(word); bare != word { // "07" finds "Tổ 7", as "7" finds "Tổ 07"
			where = `(v.fold LIKE ? ESCAPE '\' OR v.code = ? OR ' ' || v.fold || ' ' LIKE ` + "'% " + `'||?||' %')`
			db = db.Where(where, store.Like(word), head, bare)
			continue
		}
		db = db.Where(where, store.Like(word), head)
	}
	if !q.AnyTime {
		db = db.Where("v.valid_from <= ? AND (v.valid_to = '' OR v.valid_to > ?)", day, day)
	}
	if q.Tree != "" {
		db = db.Where("u.tree = ?", q.Tree)
	}
	if len(q.Types) > 0 {
		db = db.Where("v.type IN ?", q.Types)
	}
	for _, word := range above {
		db = db.Where(
			`EXISTS (SELECT 1 FROM unit_version a LEFT JOIN unit_version b ON b.unit_id = a.parent_id
LEFT JOIN unit_version c ON c.unit_id = b.parent_id
WHERE a.unit_id = v.parent_id AND (a.fold LIKE ? ESCAPE '\' OR b.fold LIKE ? ESCAPE '\' OR c.fold LIKE ? ESCAPE '\'))`,
			store.Like(word),
			store.Like(word),
			store.Like(word),
		)
	}
	var found []candidate
	err := db.Find(&found).Error
	return found, err
}

// rank orders: the code itself, the whole name, the start of the name or of its proper part, the start of a word, and
// anywhere; inside each of these typed marks first, then the wider unit, then the dictionary.
func rank(found []candidate, text string) {
	code := strings.ToLower(store.CleanLine(text))
	typed, folded := store.NameKey(text), store.FoldName(text)
	for i := range found {
		c := &found[i]
		name := store.FoldName(c.Fold)
		bare := strings.TrimPrefix(name, typeFold(c.Type)+" ")
		switch {
		case c.Code != "" && c.Code == code:
			c.rank = 0
		case name == folded || bare == folded:
			c.rank = 2
		case strings.HasPrefix(name, folded) || strings.HasPrefix(bare, folded):
			c.rank = 4
		case strings.Contains(" "+name, " "+folded):
			c.rank = 6
		default:
			c.rank = 8
		}
		if !strings.Contains(store.NameKey(c.Name), typed) {
			c.rank++
			if typed != folded { // marks were typed and are not in this name
				c.rank += 10
			}
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int {
		inForce := func(c candidate) int {
			if c.InForce {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(inForce(x), inForce(y)),
			cmp.Compare(typeByCode[x.Type].Tier, typeByCode[y.Type].Tier), cmp.Compare(x.SortKey, y.SortKey), cmp.Compare(x.ID, y.ID))
	})
}

func onePerUnit(found []candidate) []candidate {
	seen := make(map[string]bool, len(found))
	return slices.DeleteFunc(found, func(c candidate) bool {
		twice := seen[c.ID]
		seen[c.ID] = true
		return twice
	})
}
