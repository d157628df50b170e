package officers

import (
	"cmp"
	"slices"

	"gorm.io/gorm"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// NoRank is the rank of an officer for whom no protocol order is given on the day; it comes after every given one.
const NoRank = 999

// Ref is an officer as a list or a paper of a certain day names them.
type Ref struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Post    string `json:"post"`    // label valid on the day: what prints; "" when none is known
	PostOrg string `json:"postOrg"` // where that post is held
	SortKey string `json:"sortKey"` // order by tên, then họ đệm
	Rank    int    `json:"rank"`    // protocol order on the day, 1 first, NoRank last
}

// idBatch keeps lists of ids below the number of parameters one statement takes.
const idBatch = 500

// Refs names officers as of a day, those in the bin included: old papers still show them. Unknown ids are left out.
func Refs(tx *store.Tx, ids []string, day dates.Date) (map[string]Ref, error) {
	out := make(map[string]Ref, len(ids))
	for batch := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(ids))), idBatch) {
		var people []Officer
		if err := tx.Where("id IN ?", batch).Find(&people).Error; err != nil {
			return nil, err
		}
		if err := refsOf(tx, people, day, batch, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// All lists every officer who is not in the bin, by name.
func All(tx *store.Tx, day dates.Date) ([]Ref, error) {
	var people []Officer
	if err := tx.Where("deleted_at = ''").Order("sort_key, id").Find(&people).Error; err != nil {
		return nil, err
	}
	byID := make(map[string]Ref, len(people))
	if err := refsOf(tx, people, day, nil, byID); err != nil {
		return nil, err
	}
	out := make([]Ref, 0, len(people))
	for _, p := range people {
		out = append(out, byID[p.ID])
	}
	return out, nil
}

// Rank is the officer's place in protocol order on a day: the best of the posts and committee seats held, NoRank when
// none is given.
func Rank(tx *store.Tx, officerID string, day dates.Date) (int, error) {
	refs, err := Refs(tx, []string{officerID}, day)
	if err != nil {
		return NoRank, err
	}
	if ref, known := refs[officerID]; known {
		return ref.Rank, nil
	}
	return NoRank, nil
}

// Compare puts officers in the order of a paper: by rank, then by name.
func Compare(a, b Ref) int {
	return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.SortKey, b.SortKey), cmp.Compare(a.ID, b.ID))
}

// refsOf adds the refs of people to out; ids limits what is read of their posts, nil reads all.
func refsOf(tx *store.Tx, people []Officer, day dates.Date, ids []string, out map[string]Ref) error {
	if day == dates.None {
		day = tx.Today
	}
	valid := tx.Where("valid_from <= ? AND (valid_to = '' OR valid_to > ?)", day, day)
	if ids != nil {
		valid = valid.Where("officer_id IN ?", ids)
	}
	valid = valid.Session(&gorm.Session{})
	var posts []Post
	if err := valid.Order("valid_from DESC, id").Find(&posts).Error; err != nil {
		return err
	}
	var seats []Membership
	if err := valid.Find(&seats).Error; err != nil {
		return err
	}
	held := map[string]Post{}
	rank := map[string]int{}
	better := func(officerID string, r int) {
		if now, known := rank[officerID]; r > 0 && (!known || r < now) {
			rank[officerID] = r
		}
	}
	var orgs []string
	for _, p := range posts {
		better(p.OfficerID, p.Rank)
		if now, known := held[p.OfficerID]; !known || protocol(p.Rank) < protocol(now.Rank) {
			held[p.OfficerID] = p
		}
	}
	for _, m := range seats {
		if m.Body != UBKT { // its order is its own: the head of the inspection committee is not the first of the office
			better(m.OfficerID, m.Rank)
		}
	}
	for _, p := range held {
		if p.OrgID != "" {
			orgs = append(orgs, p.OrgID)
		}
	}
	names, err := units.Refs(tx, orgs, day)
	if err != nil {
		return err
	}
	for _, person := range people {
		post := held[person.ID]
		ref := Ref{
			ID:      person.ID,
			Name:    person.FullName,
			SortKey: person.SortKey,
			Post:    post.Label,
			PostOrg: post.OrgText,
			Rank:    protocol(rank[person.ID]),
		}
		if post.OrgID != "" {
			ref.PostOrg = names[post.OrgID].Label
		}
		out[person.ID] = ref
	}
	return nil
}

// protocol turns "no rank given" into the last rank.
func protocol(rank int) int {
	if rank <= 0 {
		return NoRank
	}
	return rank
}
