package officers

import (
	"cmp"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Detail is everything the officer's page shows of this room.
type Detail struct {
	Officer Officer   `json:"officer"`
	Post    string    `json:"post"` // label valid on the day
	PostOrg string    `json:"postOrg"`
	Posts   []PostRow `json:"posts"` // newest first
	Seats   []SeatRow `json:"seats"` // newest first
}

// PostRow is a post with the name of its organisation.
type PostRow struct {
	Post
	Org     string `json:"org"`
	Current bool   `json:"current"` // held on the day
}

// SeatRow is a committee seat with its words.
type SeatRow struct {
	Membership
	TermLabel string `json:"termLabel"`
	LevelWord string `json:"levelWord"`
	BodyWord  string `json:"bodyWord"`
	Current   bool   `json:"current"`
}

// detail shows an officer as of a day, also one in the bin.
func detail(tx *store.Tx, id string, day dates.Date) (Detail, error) {
	if day == dates.None {
		day = tx.Today
	}
	out := Detail{Posts: []PostRow{}, Seats: []SeatRow{}}
	err := tx.Where("id = ?", id).Take(&out.Officer).Error
	if store.Missing(err) {
		return out, fault.NotFound("Không tìm thấy cán bộ này. Hãy tải lại danh sách.")
	}
	if err != nil {
		return out, err
	}
	refs, err := Refs(tx, []string{id}, day)
	if err != nil {
		return out, err
	}
	out.Post, out.PostOrg = refs[id].Post, refs[id].PostOrg
	if err := addPosts(tx, &out, day); err != nil {
		return out, err
	}
	return out, addSeats(tx, &out, day)
}

func addPosts(tx *store.Tx, out *Detail, day dates.Date) error {
	var posts []Post
	if err := tx.Where("officer_id = ?", out.Officer.ID).Order("valid_from DESC, id").Find(&posts).Error; err != nil {
		return err
	}
	for _, p := range posts {
		row := PostRow{Post: p, Org: p.OrgText, Current: p.Span().Contains(day)}
		if p.OrgID != "" {
			// The organisation is named as it was while the post was held, not as it is today.
			refs, err := units.Refs(tx, []string{p.OrgID}, dates.Earlier(day, p.Span().Last()))
			if err != nil {
				return err
			}
			row.Org = refs[p.OrgID].Label
		}
		out.Posts = append(out.Posts, row)
	}
	return nil
}

func addSeats(tx *store.Tx, out *Detail, day dates.Date) error {
	var seats []Membership
	if err := tx.Where("officer_id = ?", out.Officer.ID).Find(&seats).Error; err != nil {
		return err
	}
	terms, err := Terms(tx)
	if err != nil {
		return err
	}
	byID := map[string]Term{}
	for _, t := range terms {
		byID[t.ID] = t
	}
	for _, m := range seats {
		term := byID[m.TermID]
		out.Seats = append(out.Seats, SeatRow{
			Membership: m, TermLabel: term.Label, LevelWord: levelWords[term.Level], BodyWord: m.Body.Word(),
			Current: dates.Span{From: m.ValidFrom, To: m.ValidTo}.Contains(day),
		})
	}
	slices.SortFunc(out.Seats, func(a, b SeatRow) int {
		return cmp.Or(cmp.Compare(b.ValidFrom, a.ValidFrom), cmp.Compare(a.Body.order(), b.Body.order()), cmp.Compare(a.ID, b.ID))
	})
	return nil
}
