package sample

import (
	"fmt"

	"caunoi/backend/store"
	"caunoi/backend/units"
)

// commune is one commune of the sample with what stands below it.
type commune struct {
	name    string
	id, org string // the place, its Party committee
	hamlets []*hamlet
}

type hamlet struct {
	name   string
	id     string
	cell   string // its Party cell
	groups []group
}

type group struct {
	number string
	id     string
}

// layout is the made-up district. Names of communes and hamlets are those of the published articles the program grew
// from; the district and everybody in it are invented.
var layout = []struct {
	typ, name string
	hamletTyp string
	hamlets   []string
	groups    [][]string
}{
	{
		units.Xa,
		"Xã Quới Điền",
		units.Ap,
		[]string{"Ấp Quí Đức A", "Ấp Quí Đức B", "Ấp Quí Thạnh"},
		[][]string{{"01", "02", "03"}, {"17", "18"}, {"09", "10"}},
	},
	{units.Xa, "Xã An Nhơn", units.Ap, []string{"Ấp An Hòa", "Ấp An Ninh", "Ấp An Bình"}, [][]string{{"01", "02"}, {"03", "04"}, {"05"}}},
	{
		units.Xa,
		"Xã Mỹ Hưng",
		units.Ap,
		[]string{"Ấp Mỹ Phú", "Ấp Mỹ Thạnh", "Ấp Thạnh Hưng"},
		[][]string{{"01", "02"}, {"03"}, {"04", "05"}},
	},
	{units.Xa, "Xã Hòa Lợi", units.Ap, []string{"Ấp Quí Hòa", "Ấp Quí Lợi", "Ấp Phú Lợi"}, [][]string{{"01"}, {"02"}, {"03", "04"}}},
	{
		units.Xa,
		"Xã Thới Thạnh",
		units.Ap,
		[]string{"Ấp Thới Hòa", "Ấp Thới Bình", "Ấp Xuân Thới"},
		[][]string{{"01", "02"}, {"03"}, {"04"}},
	},
	{
		units.ThiTran,
		"Thị trấn Thạnh Mẫu",
		units.KhuPho,
		[]string{"Khu phố 1", "Khu phố 2", "Khu phố 3"},
		[][]string{{"01"}, {"02"}, {"03"}},
	},
}

const oldDecree = "Danh mục đơn vị mẫu"

func (o *office) makePlaces() error {
	var list []units.NewUnit
	var links []units.Territory
	add := func(tree string, f units.Facts) string {
		id := store.NewID()
		list = append(list, units.NewUnit{ID: id, Tree: tree, Facts: f, ValidFrom: "2016-01-01", Source: oldDecree})
		return id
	}
	link := func(org, place string) {
		links = append(links, units.Territory{ID: store.NewID(), OrgID: org, UnitID: place, ValidFrom: "2016-01-01"})
	}
	o.district = add(units.TreeAdmin, units.Facts{Name: "Huyện Thạnh Mẫu", Type: units.Huyen, Code: "990"})
	top := add(units.TreeParty, units.Facts{Name: "Đảng bộ huyện Thạnh Mẫu", Type: units.DangBoHuyen})
	o.people["đảng bộ huyện"] = top
	link(top, o.district)
	for i, l := range layout {
		c := &commune{name: l.name}
		c.id = add(
			units.TreeAdmin,
			units.Facts{
				Name:       l.name,
				Type:       l.typ,
				Code:       fmt.Sprintf("99%03d", 100+3*i),
				ParentID:   o.district,
				Households: count(1900 + 173*i),
			},
		)
		c.org = add(
			units.TreeParty,
			units.Facts{Name: "Đảng bộ " + lower(l.name), Type: units.DangBoXa, ParentID: top, Members: count(190 + 11*i)},
		)
		link(c.org, c.id)
		for j, name := range l.hamlets {
			h := &hamlet{name: name}
			h.id = add(units.TreeAdmin, units.Facts{Name: name, Type: l.hamletTyp, ParentID: c.id, Households: count(310 + 29*j + 17*i)})
			h.cell = add(
				units.TreeParty,
				units.Facts{Name: "Chi bộ " + lower(name), Type: units.ChiBo, ParentID: c.org, Members: count(24 + 3*j + i)},
			)
			link(h.cell, h.id)
			for _, number := range l.groups[j] {
				id := add(
					units.TreeAdmin,
					units.Facts{
						Name:       "Tổ nhân dân tự quản số " + number,
						ShortName:  "Tổ " + number,
						Type:       units.ToNDTQ,
						ParentID:   h.id,
						Households: count(38 + 2*len(h.groups)),
					},
				)
				h.groups = append(h.groups, group{number, id})
			}
			c.hamlets = append(c.hamlets, h)
		}
		o.places = append(o.places, c)
	}
	if _, err := units.InsertMany(o.tx, list); err != nil {
		return err
	}
	return o.tx.CreateInBatches(&links, 100).Error
}

func count(n int) *int64 { v := int64(n); return &v }

// lower writes a unit's name as inside a sentence.
func lower(name string) string {
	for from, to := range map[string]string{"Xã ": "xã ", "Thị trấn ": "thị trấn ", "Ấp ": "ấp ", "Khu phố ": "khu phố "} {
		if len(name) > len(from) && name[:len(from)] == from {
			return to + name[len(from):]
		}
	}
	return name
}

func (o *office) hamlets() (out []*hamlet) {
	for _, c := range o.places {
		out = append(out, c.hamlets...)
	}
	return out
}
