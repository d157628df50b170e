package exchange

import (
	"fmt"
	"strings"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// namesNow is who and what bears a name on a day.
type namesNow struct {
	people map[string][]*officerNow // by folded name
	places map[string][]units.Ref   // by folded name and label
	byID   map[string]units.Ref
}

// on reads the names of a day once.
func (p *linePlan) on(day dates.Date) (*namesNow, error) {
	if known := p.world[day]; known != nil {
		return known, nil
	}
	n := &namesNow{places: map[string][]units.Ref{}, byID: map[string]units.Ref{}}
	var err error
	if n.people, err = readOfficersNow(p.tx, day); err != nil {
		return nil, err
	}
	refs, err := units.Of(p.tx, units.Filter{Day: day})
	if err != nil {
		return nil, err
	}
	for _, r := range refs {
		n.byID[r.ID] = r
		name, label := store.FoldName(r.Name), store.FoldName(r.Label)
		n.places[name] = append(n.places[name], r)
		if label != name {
			n.places[label] = append(n.places[label], r)
		}
	}
	p.world[day] = n
	return n, nil
}

// find gives a row its officer, kind and place. What is not the only one of its name is never guessed.
func (p *linePlan) find(it *lineItem) error {
	n, err := p.on(it.from)
	if err != nil {
		return err
	}
	kinds := p.kindsOf(it)
	if it.class == ClassError {
		return nil
	}
	p.findOfficer(it, n)
	target, ok := p.findPlace(it, n, kinds)
	if !ok {
		return nil
	}
	it.line.TargetID, it.label = target.ID, target.Label
	var fitting []assignments.KindRow
	for _, k := range kinds {
		if k.Takes(target.Tree, target.Type) {
			fitting = append(fitting, k)
		}
	}
	switch {
	case len(fitting) == 0:
		it.fail(
			"Chủ trương “%s” không có hình thức nào giao cho %s (%s); hãy chọn chủ trương khác.",
			p.scheme.Name,
			target.TypeWord,
			target.Label,
		)
	case len(fitting) > 1:
		it.fail("Có %d hình thức giao được cho %s; hãy ghi cột “Hình thức”, ví dụ %s.", len(fitting), target.TypeWord, fitting[0].Code)
	default:
		it.line.KindID = fitting[0].ID
	}
	return nil
}

// kindsOf gives the kinds a row may be of: the one its cell names, else all that an officer can hold.
func (p *linePlan) kindsOf(it *lineItem) []assignments.KindRow {
	var all, named []assignments.KindRow
	said := store.FoldName(it.kindText)
	for _, k := range p.scheme.Kinds {
		code := store.FoldName(k.Code)
		if said != "" &&
			(code == said || store.FoldName(k.Name) == said || store.FoldName(k.Verb) == said || strings.HasPrefix(said, code+" ")) {
			named = append(named, k)
		}
		if !k.Team {
			all = append(all, k)
		}
	}
	switch {
	case said == "":
		return all
	case len(named) == 0:
		it.fail("Chủ trương “%s” không có hình thức “%s”; hãy ghi mã hoặc tên hình thức trong chủ trương.", p.scheme.Name, it.kindText)
	case len(named) == 1 && named[0].Team:
		it.fail("Hình thức “%s” giao cho tổ, không nhập từ tệp được; hãy lập quyết định ở mục Phân công.", named[0].Name)
	}
	return named
}

func (p *linePlan) findOfficer(it *lineItem, n *namesNow) {
	same := n.people[store.FoldName(it.officer)]
	if it.post != "" && len(same) > 1 {
		var holding []*officerNow
		for _, o := range same {
			if o.holds(it.post) {
				holding = append(holding, o)
			}
		}
		same = holding
	}
	switch {
	case len(n.people[store.FoldName(it.officer)]) == 0:
		it.fail("Không có cán bộ “%s”; hãy thêm vào trang “Cán bộ” hoặc sửa tên.", it.officer)
	case len(same) != 1:
		it.fail(
			"Có %d cán bộ tên “%s”; hãy ghi đúng chức vụ vào ngày %s để biết là ai.",
			len(n.people[store.FoldName(it.officer)]),
			it.officer,
			it.from.Show(),
		)
	default:
		it.line.OfficerID = same[0].officer.ID
		if !store.SameName(same[0].officer.FullName, it.officer) {
			it.doubt("Tên khác dấu với “%s” (%s): có phải đồng chí này không?", same[0].officer.FullName, same[0].postText())
		} else if it.post != "" && !same[0].holds(it.post) {
			it.doubt("Đồng chí %s đang ghi chức vụ “%s”: có phải đồng chí này không?", same[0].officer.FullName, same[0].postText())
		}
	}
}

// findPlace looks for the place by name and by what it lies in.
func (p *linePlan) findPlace(it *lineItem, n *namesNow, kinds []assignments.KindRow) (units.Ref, bool) {
	name, above := it.place, it.above
	found := n.places[store.FoldName(name)]
	if cut := strings.Index(name, ","); len(found) == 0 && cut > 0 { // "Ấp 1, xã Mẫu A"
		above = strings.Trim(name[cut+1:]+","+above, " ,")
		name = strings.TrimSpace(name[:cut])
		found = n.places[store.FoldName(name)]
	}
	var fits, within []units.Ref
	for _, r := range found {
		for _, k := range kinds {
			if k.Takes(r.Tree, r.Type) {
				fits = append(fits, r)
				break
			}
		}
	}
	if len(fits) == 0 {
		fits = found // the kinds are spoken of later, in better words
	}
	for _, r := range fits {
		if n.liesIn(r, above) {
			within = append(within, r)
		}
	}
	if len(within) > 1 {
		var exact []units.Ref
		for _, r := range within {
			if store.SameName(r.Name, name) {
				exact = append(exact, r)
			}
		}
		if len(exact) == 1 {
			within = exact
		}
	}
	switch {
	case len(found) == 0:
		it.fail(
			"Không có đơn vị “%s” vào ngày %s; hãy sửa tên, thêm vào trang “Đơn vị”, hoặc chọn “Tính đến ngày” không muộn hơn ngày đó.",
			name,
			it.from.Show(),
		)
	case len(within) == 0:
		it.fail("Có “%s” nhưng không thuộc “%s”; hãy kiểm tra cột “Thuộc”.", name, above)
	case len(within) > 1:
		it.fail("Có %d đơn vị tên “%s”%s; hãy ghi cột “Thuộc” để biết là nơi nào.", len(within), name, firstTwo(within))
	default:
		if !store.SameName(within[0].Name, name) && !store.SameName(within[0].Label, name) {
			it.doubt("Tên khác dấu với “%s”: có phải nơi này không?", within[0].Label)
		}
		return within[0], true
	}
	return units.Ref{}, false
}

func firstTwo(refs []units.Ref) string {
	return fmt.Sprintf(" (như %s, %s)", refs[0].Label, refs[1].Label)
}

// liesIn tells whether every part of "Xã Mẫu A, Huyện Mẫu" is a name above the place.
func (n *namesNow) liesIn(r units.Ref, above string) bool {
	for _, part := range strings.Split(above, ",") {
		wanted := store.NameKey(part)
		if wanted == "" {
			continue
		}
		found := false
		for id := r.ParentID; id != "" && !found; id = n.byID[id].ParentID {
			up := n.byID[id]
			found = store.NameKey(up.Name) == wanted || store.NameKey(up.Label) == wanted
		}
		if !found {
			return false
		}
	}
	return true
}
