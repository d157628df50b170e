package units

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// problem is one broken rule of a unit; field is the form field to correct.
type problem struct{ unitID, field, message string }

// loadGraphForRules reads the units with everything their rules look at: what is above and below them, who has the same
// code, and namesakes under the same parent.
func loadGraphForRules(tx *store.Tx, ids []string) (*unitGraph, error) {
	if len(ids) > chunk {
		return loadWholeGraph(tx)
	}
	b := newUnitGraph()
	if err := b.readWithParents(tx, ids); err != nil {
		return nil, err
	}
	var near []string
	err := tx.Raw(`SELECT DISTINCT unit_id FROM unit_version WHERE parent_id IN @ids
UNION SELECT o.unit_id FROM unit_version v JOIN unit_version o ON o.code = v.code WHERE v.unit_id IN @ids AND v.code <> ''
UNION SELECT o.unit_id FROM unit_version v JOIN unit_version o ON o.parent_id = v.parent_id AND o.fold = v.fold WHERE v.unit_id IN @ids`,
		map[string]any{"ids": ids}).Scan(&near).Error
	if err != nil {
		return nil, err
	}
	if err := b.readWithParents(tx, near); err != nil {
		return nil, err
	}
	return b.index(), nil
}

// findProblems checks all rules of the given units as they now stand in the transaction. It runs after a write: a refusal
// rolls the write back.
func findProblems(tx *store.Tx, ids []string) ([]problem, error) {
	b, err := loadGraphForRules(tx, ids)
	if err != nil {
		return nil, err
	}
	byCode := map[string][]*graphUnit{}
	for _, e := range b.units {
		for i := range e.versions {
			if code := e.versions[i].Code; code != "" && !e.deleted && !slices.Contains(byCode[code], e) {
				byCode[code] = append(byCode[code], e)
			}
		}
	}
	var found []problem
	for _, id := range ids {
		e := b.units[id]
		if e == nil || e.deleted {
			continue
		}
		for i := range e.versions {
			v := &e.versions[i]
			if i > 0 && e.versions[i-1].span().Overlaps(v.span()) {
				found = append(
					found,
					problem{id, "validFrom", fmt.Sprintf("Khoảng thời gian này chồng lên lần ghi %s của “%s”; hãy sửa lại ngày.",
						e.versions[i-1].span().Show(), v.Name)},
				)
			}
			found = append(found, b.checkParent(e, v)...)
			found = append(found, checkCode(e, v, byCode[v.Code])...)
			found = append(found, b.checkNamesake(e, v)...)
		}
		for _, child := range b.children[id] {
			for i := range child.versions {
				if v := &child.versions[i]; v.ParentID == id && len(b.checkParent(child, v)) > 0 {
					found = append(
						found,
						problem{
							id,
							"",
							fmt.Sprintf(
								"“%s” đang trực thuộc “%s” %s nên không hợp với thay đổi này; hãy chuyển hoặc kết thúc đơn vị đó trước.",
								v.Name,
								e.versionAt(v.ValidFrom).Name,
								showSpan(v.span()),
							),
						},
					)
				}
			}
		}
	}
	return found, nil
}

// checkParent holds two rules: a parent is valid on every day of its child, and is of a type that may stand above it.
func (b *unitGraph) checkParent(e *graphUnit, v *Version) []problem {
	t := typeByCode[v.Type]
	if v.ParentID == "" {
		if t.Root {
			return nil
		}
		return []problem{{e.id, "parentId", fmt.Sprintf("Hãy chọn đơn vị cấp trên của %s.", t.Word)}}
	}
	above := b.units[v.ParentID]
	switch {
	case above == e:
		return []problem{{e.id, "parentId", "Một đơn vị không thể là cấp trên của chính nó; hãy chọn đơn vị khác."}}
	case above == nil || above.deleted:
		return []problem{{e.id, "parentId", "Đơn vị cấp trên không còn trong danh sách; hãy chọn đơn vị khác."}}
	case above.tree != e.tree:
		return []problem{{e.id, "parentId", "Địa bàn và tổ chức đảng là hai cây riêng; hãy chọn cấp trên trong cùng cây."}}
	}
	covered := v.ValidFrom // the parent is known to be valid up to here, excluded
	done := false
	for i := range above.versions {
		p := &above.versions[i]
		if !p.span().Overlaps(v.span()) {
			continue
		}
		if !slices.Contains(t.Parents, p.Type) {
			return []problem{
				{
					e.id,
					"parentId",
					fmt.Sprintf("Một %s không thể trực thuộc %s (“%s”); hãy chọn lại cấp trên hoặc loại.", t.Word, Word(p.Type), p.Name),
				},
			}
		}
		if p.ValidFrom <= covered {
			covered, done = p.ValidTo, p.ValidTo == dates.None
		}
	}
	if done || (v.ValidTo != dates.None && covered >= v.ValidTo) {
		return nil
	}
	return []problem{
		{
			e.id,
			"parentId",
			fmt.Sprintf("Cấp trên “%s” chỉ có hiệu lực %s, không bao hết thời gian của “%s” (%s); hãy sửa ngày hoặc chọn cấp trên khác.",
				above.versionAt(v.ValidFrom).Name, showSpan(above.lifetime()), v.Name, showSpan(v.span())),
		},
	}
}

// checkCode keeps an official code with one holder at a time inside a tree and a tier; codes of provinces and of
// communes are separate series.
func checkCode(e *graphUnit, v *Version, holders []*graphUnit) []problem {
	for _, r := range holders {
		for i := range r.versions {
			o := &r.versions[i]
			if r != e && r.tree == e.tree && o.Code == v.Code && typeByCode[o.Type].Tier == typeByCode[v.Type].Tier &&
				o.span().Overlaps(v.span()) {
				return []problem{
					{
						e.id,
						"code",
						fmt.Sprintf(
							"Mã %s đang là của “%s” (%s); hãy nhập mã khác hoặc kết thúc đơn vị kia trước.",
							v.Code,
							o.Name,
							showSpan(o.span()),
						),
					},
				}
			}
		}
	}
	return nil
}

func (b *unitGraph) checkNamesake(e *graphUnit, v *Version) []problem {
	for _, r := range b.byName[v.Name] {
		for i := range r.versions {
			o := &r.versions[i]
			if r != e && r.tree == e.tree && o.ParentID == v.ParentID && o.Name == v.Name && o.span().Overlaps(v.span()) {
				return []problem{
					{
						e.id,
						"name",
						fmt.Sprintf(
							"Đã có “%s” trong cùng cấp trên (%s); hãy đặt tên khác hoặc mở đơn vị đã có.",
							o.Name,
							showSpan(o.span()),
						),
					},
				}
			}
		}
	}
	return nil
}

// lifetime is the time from the first to the last day of a unit.
func (e *graphUnit) lifetime() dates.Span {
	return dates.Span{From: e.versions[0].ValidFrom, To: e.versions[len(e.versions)-1].ValidTo}
}

func showSpan(span dates.Span) string {
	if text := span.Show(); text != "" {
		return text
	}
	return "không ghi thời hạn"
}

// problemsAsFault turns problems into one refusal. name gives the form field of a problem.
func problemsAsFault(found []problem, name func(problem) string) error {
	if len(found) == 0 {
		return nil
	}
	var f fault.Fields
	var general []string
	for i, p := range found {
		if field := name(p); field != "" {
			f.Add(field, p.message)
		} else if len(general) < 5 {
			general = append(general, p.message)
		} else if i == len(found)-1 {
			general = append(general, fmt.Sprintf("Còn %d điều tương tự.", len(found)-5))
		}
	}
	if err := f.Err(); err != nil {
		return err
	}
	return fault.Conflict(strings.Join(general, " "))
}

func checkRules(tx *store.Tx, ids ...string) error {
	found, err := findProblems(tx, ids)
	if err != nil {
		return err
	}
	return problemsAsFault(found, func(p problem) string { return p.field })
}
