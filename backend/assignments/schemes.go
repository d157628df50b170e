package assignments

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// SchemeIn is what a clerk types about a scheme. Kinds are given whole, in the order shown.
type SchemeIn struct {
	ID        string     `json:"id"` // "" adds a scheme
	Name      string     `json:"name"`
	Preset    string     `json:"preset"`
	Source    string     `json:"source"`
	ValidFrom dates.Date `json:"validFrom"`
	ValidTo   dates.Date `json:"validTo"`
	Note      string     `json:"note"`
	Kinds     []KindIn   `json:"kinds"`

	GuardReason string `json:"guardReason"` // why marked words are kept, see guard.Reasons
}

// KindIn is one kind of a scheme as it is typed.
type KindIn struct {
	ID          string   `json:"id"`
	Code        string   `json:"code"`
	Name        string   `json:"name"`
	Verb        string   `json:"verb"`
	TargetTree  string   `json:"targetTree"`
	TargetTypes []string `json:"targetTypes"`
	ExactlyOne  bool     `json:"exactlyOne"`
	Coverage    bool     `json:"coverage"`
	Team        bool     `json:"team"`
}

// SchemeDetail is a scheme with its kinds.
type SchemeDetail struct {
	Scheme
	Kinds []KindRow `json:"kinds"`
}

// KindRow is a kind with the number of assignments ever made under it, withdrawn ones included.
type KindRow struct {
	Kind
	Assignments int `json:"assignments"`
}

// Schemes lists every scheme with its kinds, newest first.
func Schemes(tx *store.Tx) ([]SchemeDetail, error) {
	var schemes []Scheme
	if err := tx.Order("valid_from DESC, created_at DESC, id").Find(&schemes).Error; err != nil {
		return nil, err
	}
	var kinds []Kind
	if err := tx.Order("sort_order, id").Find(&kinds).Error; err != nil {
		return nil, err
	}
	var counts []struct {
		KindID string
		N      int
	}
	if err := tx.Raw("SELECT kind_id, count(*) AS n FROM assignment GROUP BY kind_id").Scan(&counts).Error; err != nil {
		return nil, err
	}
	used := map[string]int{}
	for _, c := range counts {
		used[c.KindID] = c.N
	}
	out := make([]SchemeDetail, 0, len(schemes))
	for _, s := range schemes {
		d := SchemeDetail{Scheme: s, Kinds: []KindRow{}}
		for _, k := range kinds {
			if k.SchemeID == s.ID {
				d.Kinds = append(d.Kinds, KindRow{k, used[k.ID]})
			}
		}
		out = append(out, d)
	}
	return out, nil
}

// SaveScheme adds (empty ID) or changes a scheme with its kinds. A kind under which assignments were made can be renamed,
// but not removed, and its targets cannot change: history would say something else. Faults: invalid; not_found.
func SaveScheme(tx *store.Tx, in SchemeIn) (SchemeDetail, error) {
	scheme, kinds, err := checkScheme(in)
	if err != nil {
		return SchemeDetail{}, err
	}
	if err := guardScheme(tx, in.GuardReason, scheme); err != nil {
		return SchemeDetail{}, err
	}
	scheme.CreatedAt = tx.NowText()
	if in.ID == "" {
		scheme.ID = store.NewID()
	}
	known, err := knownKinds(tx, in.ID, &scheme)
	if err != nil {
		return SchemeDetail{}, err
	}
	if err := tx.Save(&scheme).Error; err != nil {
		return SchemeDetail{}, err
	}
	var f fault.Fields
	for i := range kinds {
		kinds[i].SchemeID, kinds[i].SortOrder = scheme.ID, i+1
		now, exists := known[kinds[i].ID]
		if !exists {
			kinds[i].ID = store.NewID()
		} else if now.Assignments > 0 && (now.TargetTree != kinds[i].TargetTree || now.Team != kinds[i].Team ||
			narrower(now.TargetTypes, kinds[i].TargetTypes)) {
			f.Add(
				fmt.Sprintf("kinds.%d.targetTypes", i),
				fmt.Sprintf(
					"Hình thức “%s” đã có %d phân công nên không đổi đối tượng được; hãy thêm hình thức mới.",
					now.Name,
					now.Assignments,
				),
			)
		}
		delete(known, kinds[i].ID)
	}
	for _, gone := range known {
		if gone.Assignments > 0 {
			f.Add("kinds", fmt.Sprintf("Hình thức “%s” đã có %d phân công nên không xóa được.", gone.Name, gone.Assignments))
		}
	}
	if err := f.Err(); err != nil {
		return SchemeDetail{}, err
	}
	for id := range known {
		if err := tx.Delete(&Kind{}, "id = ?", id).Error; err != nil {
			return SchemeDetail{}, err
		}
	}
	out := SchemeDetail{Scheme: scheme, Kinds: []KindRow{}}
	for _, k := range kinds {
		if err := tx.Save(&k).Error; err != nil {
			return SchemeDetail{}, err
		}
		out.Kinds = append(out.Kinds, KindRow{Kind: k})
	}
	tx.Audit(scheme.ID, "Ghi chủ trương phân công “"+scheme.Name+"”."+guard.Kept(in.GuardReason))
	return out, nil
}

// narrower tells whether the new list of types leaves out one that was allowed; an empty list allows all.
func narrower(before, after []string) bool {
	if len(after) == 0 {
		return false
	}
	if len(before) == 0 {
		return true
	}
	return slices.ContainsFunc(before, func(t string) bool { return !slices.Contains(after, t) })
}

// knownKinds reads the kinds a scheme has now, and takes over what the form does not carry.
func knownKinds(tx *store.Tx, id string, scheme *Scheme) (map[string]KindRow, error) {
	known := map[string]KindRow{}
	if id == "" {
		return known, nil
	}
	all, err := Schemes(tx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(s SchemeDetail) bool { return s.ID == id })
	if at < 0 {
		return nil, fault.NotFound("Không còn chủ trương này. Hãy tải lại danh sách.")
	}
	scheme.CreatedAt, scheme.Preset = all[at].CreatedAt, all[at].Preset
	for _, k := range all[at].Kinds {
		known[k.ID] = k
	}
	return known, nil
}

// guardScheme refuses what was written anew of a scheme when it looks like the data of a resident.
func guardScheme(tx *store.Tx, reason string, scheme Scheme) error {
	var old Scheme
	if err := tx.Where("id = ?", scheme.ID).Limit(1).Find(&old).Error; err != nil {
		return err
	}
	var f fault.Fields
	if err := guard.Texts(tx, &f, reason, guard.Text{Field: "name", Text: scheme.Name, Stored: old.Name},
		guard.Text{Field: "source", Text: scheme.Source, Stored: old.Source},
		guard.Text{Field: "note", Text: scheme.Note, Stored: old.Note}); err != nil {
		return err
	}
	return f.Err()
}

func checkScheme(in SchemeIn) (Scheme, []Kind, error) {
	scheme := Scheme{ID: in.ID, Name: store.CleanLine(in.Name), Preset: in.Preset, Source: store.CleanLine(in.Source),
		ValidFrom: in.ValidFrom, ValidTo: in.ValidTo, Note: store.Clean(in.Note)}
	var f fault.Fields
	checkLine(&f, "name", scheme.Name, "Hãy nhập tên chủ trương, ví dụ: Phân công cấp ủy viên phụ trách địa bàn.")
	checkLength(&f, "source", scheme.Source)
	checkLength(&f, "note", scheme.Note)
	checkDays(&f, "", scheme.Span())
	kinds := make([]Kind, 0, len(in.Kinds))
	codes := map[string]bool{}
	for i, k := range in.Kinds {
		kind := Kind{
			ID:          k.ID,
			Code:        store.CleanLine(k.Code),
			Name:        store.CleanLine(k.Name),
			Verb:        store.CleanLine(k.Verb),
			TargetTree:  k.TargetTree,
			TargetTypes: append([]string{}, k.TargetTypes...),
			ExactlyOne:  k.ExactlyOne,
			Coverage:    k.Coverage,
			Team:        k.Team,
		}
		at := fmt.Sprintf("kinds.%d.", i)
		checkLine(&f, at+"name", kind.Name, fmt.Sprintf("Hình thức thứ %d chưa có tên.", i+1))
		checkLine(&f, at+"verb", kind.Verb, fmt.Sprintf("Hình thức thứ %d chưa có cách ghi trên văn bản, ví dụ: phụ trách.", i+1))
		if kind.Code == "" || utf8.RuneCountInString(kind.Code) > 20 {
			f.Add(at+"code", fmt.Sprintf("Hình thức thứ %d cần mã ngắn, ví dụ: A3.", i+1))
		} else if codes[kind.Code] {
			f.Add(at+"code", "Mã "+kind.Code+" dùng hai lần; mỗi hình thức một mã.")
		}
		codes[kind.Code] = true
		if kind.TargetTree != units.TreeAdmin && kind.TargetTree != units.TreeParty {
			f.Add(at+"targetTree", fmt.Sprintf("Hình thức thứ %d: hãy chọn đối tượng là địa bàn hay tổ chức đảng.", i+1))
		}
		for _, code := range kind.TargetTypes {
			if t, known := units.TypeOf(code); !known || t.Tree != kind.TargetTree {
				f.Add(at+"targetTypes", fmt.Sprintf("Hình thức thứ %d: loại đơn vị không thuộc đối tượng đã chọn.", i+1))
			}
		}
		kinds = append(kinds, kind)
	}
	return scheme, kinds, f.Err()
}

// deleteScheme removes a scheme nothing was ever assigned under.
func deleteScheme(tx *store.Tx, id string) error {
	var scheme Scheme
	known, err := knownKinds(tx, id, &scheme)
	if err != nil {
		return err
	}
	for _, k := range known {
		var n int64
		if err := tx.Model(&Assignment{}).Where("kind_id = ?", k.ID).Count(&n).Error; err != nil {
			return err
		}
		if n > 0 {
			return fault.Conflict("Chủ trương này đã có phân công nên không xóa được. Hãy nhập ngày kết thúc hiệu lực.")
		}
	}
	if err := tx.Delete(&Kind{}, "scheme_id = ?", id).Error; err != nil {
		return err
	}
	tx.Audit(id, "Xóa chủ trương phân công chưa dùng.")
	return tx.Delete(&Scheme{}, "id = ?", id).Error
}
