package desk

import (
	"net/url"
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/matters"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Week is what the first screen shows for the week of a day; "" is today.
func (s *Service) Week(day dates.Date) (activities.Week, error) {
	return access.Read(s.desk.Gate, "desk.Week", func(tx *store.Tx) (activities.Week, error) {
		return activities.WeekOf(tx, day)
	})
}

// FirstStep is one of the five things a new office does; the first screen lists them until all are done.
type FirstStep struct {
	Key  string `json:"key"`
	Text string `json:"text"`
	Path string `json:"path"` // the screen where it is done
	Done bool   `json:"done"`
}

// firstSteps tells for each step by one look whether the office has done it.
var firstSteps = []struct{ key, text, path, done string }{
	{"units", "Nhập danh sách địa bàn, tổ chức đảng", "/nhap-excel", "SELECT EXISTS (SELECT 1 FROM unit WHERE deleted_at = '')"},
	{"officers", "Nhập danh sách cán bộ", "/can-bo", "SELECT EXISTS (SELECT 1 FROM officer WHERE deleted_at = '')"},
	{"assignments", "Ghi quyết định phân công", "/phan-cong", "SELECT EXISTS (SELECT 1 FROM assignment WHERE deleted_at = '')"},
	{"meeting", "Ghi một cuộc họp", "/nhat-ky", "SELECT EXISTS (SELECT 1 FROM meeting WHERE deleted_at = '' AND state = 'HELD')"},
	{"report", "In một báo cáo", "/bao-cao", "SELECT EXISTS (SELECT 1 FROM audit_entry WHERE action = 'reports.Preview')"},
}

// FirstSteps lists the five steps of a new office; it is empty once all are done.
func (s *Service) FirstSteps() ([]FirstStep, error) {
	return access.Read(s.desk.Gate, "desk.FirstSteps", func(tx *store.Tx) ([]FirstStep, error) {
		out, open := []FirstStep{}, false
		for _, step := range firstSteps {
			var done bool
			if err := tx.Raw(step.done).Scan(&done).Error; err != nil {
				return nil, err
			}
			open = open || !done
			out = append(out, FirstStep{Key: step.key, Text: step.text, Path: step.path, Done: done})
		}
		if !open {
			return []FirstStep{}, nil
		}
		return out, nil
	})
}

// Found is one line under the search box of the top bar.
type Found struct {
	Kind string `json:"kind"` // "dia_ban", "to_chuc_dang", "can_bo", "kien_nghi", "van_ban"
	ID   string `json:"id"`
	Text string `json:"text"`
	Note string `json:"note"`
	Path string `json:"path"`
}

// findEach is how many lines each kind of record may give.
const findEach = 5

// Find looks through the rooms for what a person typed, with or without marks.
func (s *Service) Find(text string) ([]Found, error) {
	return access.Read(s.desk.Gate, "desk.Find", func(tx *store.Tx) ([]Found, error) {
		out := []Found{}
		if store.Fold(text) == "" {
			return out, nil
		}
		people, err := officers.List(tx, officers.ListFilter{Text: text, Limit: findEach})
		if err != nil {
			return nil, err
		}
		for _, p := range people.Items {
			out = append(out, Found{Kind: "can_bo", ID: p.ID, Text: p.Name, Note: p.Post, Path: "/can-bo/" + p.ID})
		}
		places, err := units.Search(tx, units.SearchQuery{Text: text, AnyTime: true, Limit: 2 * findEach})
		if err != nil {
			return nil, err
		}
		for _, u := range places.Items {
			kind := "dia_ban"
			if u.Tree == units.TreeParty {
				kind = "to_chuc_dang"
			}
			out = append(out, Found{Kind: kind, ID: u.ID, Text: u.Label, Note: u.TypeWord, Path: "/dia-ban/" + u.ID})
		}
		raised, err := matters.Search(tx, text, findEach)
		if err != nil {
			return nil, err
		}
		for _, m := range raised {
			out = append(
				out,
				Found{
					Kind: "kien_nghi",
					ID:   m.ID,
					Text: m.Summary,
					Note: "số " + m.NoText + ", " + m.StateWord,
					Path: "/kien-nghi/" + m.ID,
				},
			)
		}
		issued, err := papers.Search(tx, text, findEach)
		if err != nil {
			return nil, err
		}
		for _, p := range issued {
			note := "ngày " + p.Day.Show()
			if p.CancelledAt != "" {
				note += ", đã hủy"
			}
			out = append(
				out,
				Found{
					Kind: "van_ban",
					ID:   p.ID,
					Text: strings.TrimSpace(p.Symbol + " " + p.TypeName + " " + p.Subject),
					Note: note,
					Path: "/van-ban?tim=" + url.QueryEscape(p.Symbol),
				},
			)
		}
		return out, nil
	})
}
