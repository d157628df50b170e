package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"caunoi/backend/store"
	"caunoi/backend/units"
)

// itemBuilder turns rows into units: one for each row, and one for each province and district the rows name.
type itemBuilder struct {
	table    Table
	now      *currentUnits
	items    []*unitItem
	byKey    map[string]*unitItem // provinces and districts, by what names them
	codes    map[string]*unitItem // by tier and code
	names    map[string][]*unitItem
	repeated []Skipped
}

func (b *itemBuilder) build() []*unitItem {
	for _, row := range b.table.Rows {
		b.add(row)
	}
	b.findParents()
	b.findNamesakes()
	return b.items
}

// add makes the item of a row.
func (b *itemBuilder) add(row Row) {
	cell := func(key string) string { return b.table.Cell(row, key) }
	it := &unitItem{key: "r" + strconv.Itoa(row.Number), row: row.Number, source: row}
	it.facts.Name, it.facts.Code = cell("name"), cell("code")
	province, district := cell("province"), cell("district")
	typ, known := typeOf(cell("level"), it.facts.Name, province != "" || district != "")
	if known && tierOf(typ) == units.TierProvince {
		province, district = "", ""
	} else if known && tierOf(typ) == units.TierDistrict {
		district = ""
	}
	it.facts.Type, it.tier = typ, tierOf(typ)
	switch {
	case row.Refused != "":
		it.fail(row.Refused)
	case it.facts.Name == "":
		it.fail("Thiếu tên đơn vị.")
	case !known && cell("level") != "":
		it.fail(fmt.Sprintf("Không hiểu cấp “%s”; hãy ghi tỉnh, huyện, xã, phường, thị trấn, đặc khu, ấp, khu phố, thôn…", cell("level")))
	case !known:
		it.fail("Không rõ đây là xã, phường hay ấp…; hãy thêm cột “Cấp” hoặc ghi đủ tên, ví dụ “Xã Quới Điền”.")
	case typ == units.Ho:
		it.fail("Hộ không nhập từ tệp, để không đưa tên người vào; hãy thêm từng hộ bằng nhãn nơi chốn.")
	default:
		b.check(it, row)
	}
	if it.class != ClassError {
		it.facts.Name = fullName(typ, it.facts.Name)
		it.parent = b.above(row.Number, province, cell("provinceCode"), district, cell("districtCode"))
	}
	if b.repeats(it, row) {
		return
	}
	b.items = append(b.items, it)
}

// check refuses facts that the records could not hold.
func (b *itemBuilder) check(it *unitItem, row Row) {
	if said := units.NameProblem(it.facts.Name); said != "" {
		it.fail(said)
	}
	for _, cell := range row.Cells {
		if strings.HasPrefix(cell, "#") && strings.ContainsAny(cell, "!?/") {
			it.fail(fmt.Sprintf("Có ô lỗi công thức “%s”; hãy sửa trong Excel.", cell))
			return
		}
	}
	if n := utf8.RuneCountInString(it.facts.Name); n > 200 {
		it.fail(fmt.Sprintf("Tên dài %d ký tự, quá mức 200; hãy viết gọn lại.", n))
		return
	}
	if utf8.RuneCountInString(it.facts.Code) > 20 || strings.ContainsFunc(it.facts.Code, badCodeRune) {
		it.fail(fmt.Sprintf("Mã “%s” không hợp lệ; mã chỉ gồm chữ không dấu, chữ số và dấu . - /.", it.facts.Code))
		return
	}
	if text := b.table.Cell(row, "households"); text != "" {
		n, err := strconv.ParseInt(strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), " ", ""), 10, 64)
		if err != nil || n < 0 || n > 10_000_000 {
			it.fail(fmt.Sprintf("Số hộ “%s” không phải là số; hãy sửa hoặc để trống.", text))
			return
		}
		it.facts.Households = &n
	}
	if first, ok := units.TypeFromWord(
		it.facts.Name,
		0,
	); ok && tierOf(first) == units.TierCommune && it.tier == units.TierCommune &&
		first != it.facts.Type {
		it.fail(
			fmt.Sprintf(
				"Tên cho thấy đây là %s nhưng cột cấp ghi %s; hãy sửa một trong hai.",
				units.Word(first),
				units.Word(it.facts.Type),
			),
		)
	}
}

func badCodeRune(r rune) bool {
	return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune(".-/", r))
}

// above makes or finds the province and district a row names.
func (b *itemBuilder) above(row int, province, provinceCode, district, districtCode string) *unitItem {
	top := b.derive(row, nil, province, provinceCode)
	if below := b.derive(row, top, district, districtCode); below != nil {
		return below
	}
	return top
}

func (b *itemBuilder) derive(row int, parent *unitItem, name, code string) *unitItem {
	if name == "" {
		return nil
	}
	key := code + "\n" + store.NameKey(name)
	if parent != nil {
		key += "\n" + parent.key
	}
	if it := b.byKey[key]; it != nil {
		return it
	}
	typ, known := typeOf("", name, parent != nil)
	if !known { // "Bến Tre" in a column of provinces
		typ = map[bool]string{true: units.Huyen, false: units.Tinh}[parent != nil]
	}
	it := &unitItem{key: fmt.Sprintf("c%d", len(b.byKey)+1), row: row, derived: true, parent: parent, tier: tierOf(typ)}
	it.facts = units.Facts{Name: fullName(typ, name), Type: typ, Code: code}
	b.byKey[key] = it
	if first := b.codes[codeText(it)]; first != nil && code != "" {
		it.fail(
			fmt.Sprintf(
				"Mã %s được ghi cho cả “%s” (dòng %d) và “%s” (dòng %d); hãy sửa trong tệp.",
				code,
				first.facts.Name,
				first.row,
				it.facts.Name,
				row,
			),
		)
	}
	b.codes[codeText(it)] = it
	b.items = append(b.items, it)
	return it
}

func codeText(it *unitItem) string { return strconv.Itoa(it.tier) + "\n" + it.facts.Code }

// repeats leaves out a row that says the same as an earlier one, and refuses a second holder of a code.
func (b *itemBuilder) repeats(it *unitItem, row Row) bool {
	if it.facts.Code == "" || it.class == ClassError {
		return false
	}
	first := b.codes[codeText(it)]
	switch {
	case first == nil:
		b.codes[codeText(it)] = it
		return false
	case store.SameName(first.facts.Name, it.facts.Name) && first.facts.Type == it.facts.Type &&
		(first.parent == it.parent || first.derived):
		if first.derived && it.facts.Households != nil {
			first.facts.Households = it.facts.Households
		}
		b.repeated = append(b.repeated, Skipped{row, fmt.Sprintf("Trùng với dòng %d", first.row)})
		return true
	}
	it.fail(fmt.Sprintf("Mã %s đã có ở dòng %d (“%s”); mỗi mã chỉ được có một đơn vị.", it.facts.Code, first.row, first.facts.Name))
	return false
}

// findParents looks up the column "Cấp trên" among the rows of the list, then among the units at hand.
func (b *itemBuilder) findParents() {
	byName := map[string][]*unitItem{}
	byCode := map[string][]*unitItem{}
	for _, it := range b.items {
		if it.class != ClassError {
			key := store.NameKey(it.facts.Name)
			byName[key] = append(byName[key], it)
			byCode[it.facts.Code] = append(byCode[it.facts.Code], it)
		}
	}
	rows := map[int]Row{}
	for _, row := range b.table.Rows {
		rows[row.Number] = row
	}
	for _, it := range b.items {
		if it.class == ClassError {
			continue
		}
		if !it.derived && it.parent == nil {
			b.findParent(it, b.table.Cell(rows[it.row], "parentCode"), b.table.Cell(rows[it.row], "parent"), byCode, byName)
		}
		b.checkParentType(it)
	}
}

func (b *itemBuilder) findParent(it *unitItem, code, name string, byCode, byName map[string][]*unitItem) {
	if code == "" && name == "" {
		return
	}
	higher := func(list []*unitItem) (out []*unitItem) {
		for _, other := range list {
			if other.tier < it.tier {
				out = append(out, other)
			}
		}
		return out
	}
	key := store.NameKey(name)
	inFile := higher(byName[key])
	if code != "" {
		inFile = higher(byCode[code])
	}
	var atHand []*currentUnit
	for _, u := range b.now.list {
		if tierOf(u.v.Type) < it.tier && (code != "" && u.v.Code == code || code == "" && u.key == key) {
			atHand = append(atHand, u)
		}
	}
	shown := name
	if shown == "" {
		shown = "mã " + code
	}
	switch {
	case len(inFile) == 1:
		it.parent = inFile[0]
	case len(inFile) == 0 && len(atHand) == 1:
		it.parentUnit = atHand[0]
	case len(inFile) == 0 && len(atHand) == 0:
		it.fail(fmt.Sprintf("Không tìm thấy cấp trên “%s”; hãy nhập đơn vị đó trước hoặc sửa tên.", shown))
	default:
		it.fail(fmt.Sprintf("Có nhiều đơn vị tên “%s”; hãy thêm cột “Mã cấp trên”.", shown))
	}
}

func (b *itemBuilder) checkParentType(it *unitItem) {
	if it.class == ClassError {
		return
	}
	t, _ := units.TypeOf(it.facts.Type)
	above := ""
	switch {
	case it.parent != nil:
		above = it.parent.facts.Type
	case it.parentUnit != nil:
		above = it.parentUnit.v.Type
	}
	switch {
	case above == "" && !t.Root:
		it.fail(fmt.Sprintf("Thiếu cấp trên của %s; hãy thêm cột “Cấp trên” hoặc “Mã cấp trên”.", t.Word))
	case above != "" && !slices.Contains(t.Parents, above):
		it.fail(fmt.Sprintf("Một %s không thể trực thuộc %s.", t.Word, units.Word(above)))
	}
}

// findNamesakes refuses two rows of the same name under the same parent: which is which nobody could tell later.
func (b *itemBuilder) findNamesakes() {
	first := map[string]*unitItem{}
	for _, it := range b.items {
		if it.class == ClassError {
			continue
		}
		parent := ""
		if it.parent != nil {
			parent = it.parent.key
		} else if it.parentUnit != nil {
			parent = it.parentUnit.v.UnitID
		}
		key := parent + "\n" + store.NameKey(it.facts.Name)
		if other := first[key]; other != nil {
			it.fail(
				fmt.Sprintf(
					"Tên “%s” có hai lần trong cùng cấp trên (dòng %d và dòng %d); hãy sửa tên hoặc bỏ một dòng.",
					it.facts.Name,
					other.row,
					it.row,
				),
			)
			continue
		}
		first[key] = it
	}
}
