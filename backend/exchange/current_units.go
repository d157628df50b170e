package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// currentUnit is a unit as it stands on the as-of day.
type currentUnit struct {
	v     units.Version
	key   string // of its name, in any spelling
	later bool   // it has versions that begin after the day
}

type codeKey struct {
	tier int
	code string
}

// nameKey is a name in any spelling under a parent.
type nameKey struct{ name, parentID string }

func nameUnder(name, parentID string) nameKey { return nameKey{store.NameKey(name), parentID} }

// currentUnits is the tree of places on the as-of day, with what came before and after as far as an import must know it.
type currentUnits struct {
	day    dates.Date
	byID   map[string]*currentUnit
	list   []*currentUnit // parents before their children
	byCode map[codeKey]*currentUnit
	byBare map[codeKey]*currentUnit // by code without the zeros before it, which a cell of numbers loses
	byName map[nameKey][]*currentUnit
	after  map[codeKey]units.Version
	nextBy map[nameKey]units.Version
	ended  map[nameKey]units.Version // by name and code
}

func readCurrentUnits(tx *store.Tx, day dates.Date) (*currentUnits, error) {
	var all []units.Version
	err := tx.Raw("SELECT v.* FROM unit_version v JOIN unit u ON u.id = v.unit_id WHERE u.tree = ? AND u.deleted_at = '' ORDER BY v.valid_from, v.id", units.TreeAdmin).
		Scan(&all).
		Error
	if err != nil {
		return nil, err
	}
	n := &currentUnits{
		day:    day,
		byID:   map[string]*currentUnit{},
		byCode: map[codeKey]*currentUnit{},
		byBare: map[codeKey]*currentUnit{},
		byName: map[nameKey][]*currentUnit{},
		after:  map[codeKey]units.Version{},
		nextBy: map[nameKey]units.Version{},
		ended:  map[nameKey]units.Version{},
	}
	for _, v := range all {
		switch {
		case v.ValidTo != dates.None && v.ValidTo <= day:
			n.ended[nameKey{store.NameKey(v.Name), v.Code}] = v
		case v.ValidFrom > day:
			if u := n.byID[v.UnitID]; u != nil { // versions come in order of time
				u.later = true
			}
			if v.Code != "" {
				n.after[codeKey{tierOf(v.Type), v.Code}] = v
			}
			n.nextBy[nameUnder(v.Name, v.ParentID)] = v
		default:
			n.add(&currentUnit{v: v, key: store.NameKey(v.Name)})
		}
	}
	slices.SortStableFunc(n.list, func(a, b *currentUnit) int { return cmp.Compare(tierOf(a.v.Type), tierOf(b.v.Type)) })
	return n, nil
}

func (n *currentUnits) add(u *currentUnit) {
	n.byID[u.v.UnitID] = u
	n.list = append(n.list, u)
	if u.v.Code != "" {
		n.byCode[codeKey{tierOf(u.v.Type), u.v.Code}] = u
		n.byBare[codeKey{tierOf(u.v.Type), strings.TrimLeft(u.v.Code, "0")}] = u
	}
	key := nameKey{u.key, u.v.ParentID}
	n.byName[key] = append(n.byName[key], u)
}

// province is the unit at the top above u.
func (n *currentUnits) province(u *currentUnit) string {
	for range 10 {
		above := n.byID[u.v.ParentID]
		if above == nil {
			return u.v.UnitID
		}
		u = above
	}
	return ""
}

// path names what is above a unit, for sentences.
func (n *currentUnits) path(u *currentUnit) string {
	text := u.v.Name
	for above, i := n.byID[u.v.ParentID], 0; above != nil && i < 3; above, i = n.byID[above.v.ParentID], i+1 {
		text += ", " + above.v.Name
	}
	return text
}

func (n *currentUnits) parentName(u *currentUnit) string {
	if above := n.byID[u.v.ParentID]; above != nil {
		return above.v.Name
	}
	return "không có cấp trên"
}

// classify judges one item whose parents have been judged before. Official codes are handed on: more than half of the
// communes of 2025 carry a code whose holder had another name. So neither code nor name alone makes two units the same.
func (n *currentUnits) classify(it *unitItem) {
	parentID, parentKnown := it.parentID()
	if it.parent != nil && it.parent.gone() {
		it.fail(
			fmt.Sprintf("Cấp trên “%s” không được nhập (dòng %d), nên dòng này không có chỗ đứng.", it.parent.facts.Name, it.parent.row),
		)
		return
	}
	byCode, byBare := n.byCode[codeKey{it.tier, it.facts.Code}], n.byBare[codeKey{it.tier, strings.TrimLeft(it.facts.Code, "0")}]
	if it.facts.Code == "" {
		byCode, byBare = nil, nil
	}
	_, ended := n.ended[nameKey{store.NameKey(it.facts.Name), it.facts.Code}]
	defer func() { it.known = ended || it.match != nil }()
	sameName := byCode != nil && store.SameName(byCode.v.Name, it.facts.Name)
	var here []*currentUnit
	if parentKnown {
		here = n.byName[nameUnder(it.facts.Name, parentID)]
	}
	switch {
	case sameName && parentKnown && byCode.v.ParentID == parentID:
		it.match = byCode
		n.compare(it)
	case sameName:
		it.unclear(byCode, fmt.Sprintf("Cùng mã, cùng tên nhưng đang thuộc “%s”: chuyển cấp trên hay đơn vị mới?", n.parentName(byCode)))
	case byCode != nil:
		it.unclear(byCode, fmt.Sprintf("Mã %s đang là của “%s”: đổi tên hay đơn vị mới dùng lại mã?", it.facts.Code, n.path(byCode)))
	case len(here) == 1 && (it.facts.Code == "" || here[0].v.Code == ""):
		it.match = here[0]
		n.compare(it)
	case len(here) == 1:
		it.unclear(here[0], fmt.Sprintf("Đã có “%s” trong cùng cấp trên nhưng mang mã %s.", n.path(here[0]), here[0].v.Code))
	case len(here) > 1:
		it.fail(
			fmt.Sprintf(
				"Trong cùng cấp trên đang có %d đơn vị tên “%s”; hãy thêm mã vào tệp hoặc sửa các đơn vị đó trước.",
				len(here),
				it.facts.Name,
			),
		)
	case byBare != nil:
		it.unclear(
			byBare,
			fmt.Sprintf(
				"Mã %s khác mã %s của “%s” chỉ ở số 0 đứng đầu: cùng đơn vị hay đơn vị mới?",
				it.facts.Code,
				byBare.v.Code,
				n.path(byBare),
			),
		)
	default:
		n.judgeUnmatched(it, parentID, parentKnown)
	}
}

// judgeUnmatched judges an item that matches nothing on the day: it is new unless the past or the future speaks against it.
func (n *currentUnits) judgeUnmatched(it *unitItem, parentID string, parentKnown bool) {
	if next, taken := n.after[codeKey{it.tier, it.facts.Code}]; taken && it.facts.Code != "" {
		it.fail(
			fmt.Sprintf(
				"Mã %s đã được ghi cho “%s” từ %s, sau ngày tính đến. Hãy hoàn tác lần nhập đó và nhập danh sách cũ trước.",
				it.facts.Code,
				next.Name,
				next.ValidFrom.Show(),
			),
		)
		return
	}
	if next, taken := n.nextBy[nameUnder(it.facts.Name, parentID)]; taken && parentKnown &&
		(parentID != "" || it.tier == units.TierProvince) {
		it.fail(
			fmt.Sprintf(
				"“%s” đã được ghi từ %s, sau ngày tính đến. Hãy hoàn tác lần nhập đó và nhập danh sách cũ trước.",
				next.Name,
				next.ValidFrom.Show(),
			),
		)
		return
	}
	it.class = ClassNew
	if old, was := n.ended[nameKey{store.NameKey(it.facts.Name), it.facts.Code}]; was && it.facts.Code != "" {
		it.unclear(
			nil,
			fmt.Sprintf("Đơn vị cùng mã, cùng tên đã kết thúc ngày %s; nhập sẽ tạo một đơn vị mới trùng tên.", old.ValidTo.Show()),
		)
	}
}

// compare decides between "unchanged" and "changed" for the same unit.
func (n *currentUnits) compare(it *unitItem) {
	var differs []string
	v := it.match.v
	if v.Type != it.facts.Type {
		differs = append(differs, fmt.Sprintf("loại: %s → %s", units.Word(v.Type), units.Word(it.facts.Type)))
	}
	if v.Code == "" && it.facts.Code != "" {
		differs = append(differs, "thêm mã "+it.facts.Code)
	}
	if it.facts.Households != nil && (v.Households == nil || *v.Households != *it.facts.Households) {
		differs = append(differs, fmt.Sprintf("số hộ: %d", *it.facts.Households))
	}
	if len(differs) == 0 {
		it.class, it.reason = ClassSame, "Đã có, không đổi."
		if v.Name != it.facts.Name {
			it.reason = fmt.Sprintf("Đã có, không đổi; sổ viết là “%s”.", v.Name)
		}
		return
	}
	it.class, it.reason = ClassChange, "Thay đổi "+strings.Join(differs, "; ")+"."
	if it.match.later {
		it.fail(fmt.Sprintf("“%s” đã có ghi nhận sau ngày tính đến; hãy sửa trực tiếp đơn vị đó.", v.Name))
	}
}

func (it *unitItem) unclear(match *currentUnit, reason string) {
	it.class, it.match, it.reason = ClassUnclear, match, reason
}

// parentID is the key of the unit above the item; known is false when that unit does not exist yet.
func (it *unitItem) parentID() (id string, known bool) {
	switch {
	case it.parentUnit != nil:
		return it.parentUnit.v.UnitID, true
	case it.parent != nil:
		id = it.parent.unitID()
		return id, id != ""
	}
	return "", true
}
