package sample

import (
	"context"
	"fmt"

	"caunoi/backend/activities"
	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/desk"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Scale is the size of a generated office.
type Scale struct {
	Name  string
	Word  string
	Level units.Level
	// Numbers of places: districts, communes, hamlets, groups.
	districts, communes, hamlets, groups int
	// Numbers of officers who follow communes, hamlets, groups.
	forCommunes, forHamlets, forGroups int
}

// Scales are the sizes there are. The province is the one of the published review: 164 communes, 983 hamlets and 14,676
// groups followed by 164, 679 and 6,038 officers, each place once a month over a term of five years: 949,380 events.
var Scales = []Scale{
	{"commune", "xã", units.LevelXa, 0, 1, 9, 130, 3, 9, 48},
	{"district", "huyện", units.LevelHuyen, 1, 18, 110, 1600, 18, 76, 660},
	{"province", "tỉnh", units.LevelTinh, 9, 164, 983, 14_676, 164, 679, 6038},
}

// months is how long the generated log reaches back: one term.
const months = 60

// Generate fills the empty store of a desk with an office of the given size. The same size on the same day gives the same
// records. progress is told what has been written.
func Generate(d *desk.Desk, scale string, progress func(string)) error {
	for _, s := range Scales {
		if s.Name != scale {
			continue
		}
		as := store.As{UserName: "Dữ liệu thử", Action: "sample.Generate"}
		return d.Store().Write(context.Background(), as, func(tx *store.Tx) error {
			for _, account := range Accounts {
				account.Password = desk.SamplePassword
				if _, err := d.Gate.CreateUser(tx, account); err != nil {
					return err
				}
			}
			tx.Audit("office", "Tạo dữ liệu thử cỡ "+s.Word+".")
			return Build(tx, s, progress)
		})
	}
	return fault.Invalid("scale", "Cỡ dữ liệu thử là commune, district hoặc province.")
}

// generated is an office being generated.
type generated struct {
	tx      *store.Tx
	scale   Scale
	begin   dates.Date
	next    int // last number given to a record
	kinds   map[string]assignments.Kind
	places  map[int][]place // by tier
	byTier  map[int][]worker
	targets []target
}

type place struct{ id, name, parentID string }

type worker struct{ id, name string }

// target is a place with the officer who follows it.
type target struct {
	place      place
	worker     worker
	kind       activities.Kind
	assignment string
}

// Build writes a generated office without accounts.
func Build(tx *store.Tx, s Scale, progress func(string)) error {
	if err := tx.BulkLoad(); err != nil {
		return err
	}
	g := newGenerated(tx, s)
	for _, step := range []struct {
		what string
		do   func() error
	}{{"địa bàn", g.makeUnits}, {"cán bộ", g.makeOfficers}, {"phân công", g.makeAssignments}, {"nhiệm vụ", g.makeDuties},
		{"nhật ký", g.makeLog}} {
		if err := step.do(); err != nil {
			return err
		}
		progress("Đã tạo " + step.what + ".")
	}
	return nil
}

func newGenerated(tx *store.Tx, s Scale) *generated {
	return &generated{tx: tx, scale: s, begin: tx.Today.AddMonths(-months + 1).MonthStart(), kinds: map[string]assignments.Kind{},
		places: map[int][]place{}, byTier: map[int][]worker{}}
}

// id gives the next key. Keys count up, so that the same office has the same keys; their form is the store's.
func (g *generated) id() string {
	g.next++
	return fmt.Sprintf("01900000-0000-7000-8000-%012x", g.next)
}

func (g *generated) makeUnits() error {
	var list []units.NewUnit
	add := func(tier int, typ, name, code, parentID string) {
		p := place{g.id(), name, parentID}
		g.places[tier] = append(g.places[tier], p)
		list = append(list, units.NewUnit{ID: p.id, Tree: units.TreeAdmin, ValidFrom: "2010-01-01", Source: oldDecree,
			Facts: units.Facts{Name: name, Type: typ, Code: code, ParentID: parentID}})
	}
	above := func(tier, i, n int) string {
		if list := g.places[tier]; len(list) > 0 {
			return list[i*len(list)/n].id
		}
		return ""
	}
	if g.scale.Level == units.LevelTinh {
		add(units.TierProvince, units.Tinh, "Tỉnh Mẫu", "99", "")
	}
	for i := range g.scale.districts {
		add(units.TierDistrict, units.Huyen, "Huyện "+placeName(i), fmt.Sprintf("99%d", i), above(units.TierProvince, i, g.scale.districts))
	}
	for i := range g.scale.communes {
		add(units.TierCommune, units.Xa, "Xã "+placeName(100+i), fmt.Sprintf("99%03d", i), above(units.TierDistrict, i, g.scale.communes))
	}
	for i := range g.scale.hamlets {
		add(units.TierHamlet, units.Ap, "Ấp "+placeName(1000+i), "", above(units.TierCommune, i, g.scale.hamlets))
	}
	inHamlet := map[string]int{}
	for i := range g.scale.groups {
		hamlet := above(units.TierHamlet, i, g.scale.groups)
		inHamlet[hamlet]++
		add(units.TierGroup, units.ToNDTQ, fmt.Sprintf("Tổ nhân dân tự quản số %02d", inHamlet[hamlet]), "", hamlet)
	}
	if _, err := units.InsertMany(g.tx, list); err != nil {
		return err
	}
	top := list[0].ID
	names := map[units.Level][3]string{
		units.LevelTinh:  {"Tỉnh ủy Mẫu", "", "TU"},
		units.LevelHuyen: {"Huyện ủy Mẫu", "Đảng bộ tỉnh Mẫu", "HU"},
		units.LevelXa:    {"Đảng ủy xã Mẫu", "Đảng bộ tỉnh Mẫu", "ĐU"},
	}
	n := names[g.scale.Level]
	_, err := units.StoreOffice(g.tx, units.Office{Level: g.scale.Level, Name: n[0], Superior: n[1], Place: "Thành Mẫu", Symbol: n[2],
		SignAuthority: "T/M BAN THƯỜNG VỤ", SignPosition: "PHÓ BÍ THƯ", SignName: "Trần Mẫu Bình", UnitID: top, Sample: true})
	return err
}

// Syllables of made-up names. Two of the first times two of the second are more than any list needs.
var (
	firstSyllables = []string{
		"An",
		"Bình",
		"Châu",
		"Đông",
		"Định",
		"Giao",
		"Hòa",
		"Hưng",
		"Khánh",
		"Lộc",
		"Long",
		"Lương",
		"Minh",
		"Mỹ",
		"Ngãi",
		"Nhơn",
		"Phong",
		"Phú",
		"Phước",
		"Quế",
		"Quới",
		"Sơn",
		"Tam",
		"Tân",
		"Thành",
		"Thạnh",
		"Thới",
		"Tiên",
		"Vĩnh",
		"Xuân",
	}
	secondSyllables = []string{
		"An",
		"Bắc",
		"Bửu",
		"Cường",
		"Điền",
		"Đức",
		"Hậu",
		"Hiệp",
		"Hội",
		"Hữu",
		"Khương",
		"Lạc",
		"Lợi",
		"Lễ",
		"Nam",
		"Nghĩa",
		"Nhuận",
		"Ninh",
		"Phụng",
		"Quang",
		"Tây",
		"Thanh",
		"Thiện",
		"Thuận",
		"Tín",
		"Trạch",
		"Trung",
		"Trị",
		"Tường",
		"Yên",
	}
)

// placeName makes the n-th name of a place; no two of the first 27,000 are the same.
func placeName(n int) string {
	n = n * 7919 % 27_000
	return firstSyllables[n%30] + " " + secondSyllables[n/30%30] + " " + secondSyllables[(n/900+n)%30]
}

var (
	familyNames = []string{
		"Nguyễn",
		"Trần",
		"Lê",
		"Phạm",
		"Huỳnh",
		"Phan",
		"Vũ",
		"Võ",
		"Đặng",
		"Bùi",
		"Đỗ",
		"Hồ",
		"Ngô",
		"Dương",
		"Lý",
		"Đinh",
		"Mai",
		"Cao",
		"Lâm",
		"Thạch",
	}
	givenNames = []string{
		"An",
		"Ánh",
		"Bảo",
		"Bích",
		"Cúc",
		"Diệu",
		"Dũng",
		"Đạt",
		"Đức",
		"Giang",
		"Hà",
		"Hạnh",
		"Hiếu",
		"Hoa",
		"Hùng",
		"Hương",
		"Khánh",
		"Lan",
		"Linh",
		"Long",
		"Mai",
		"Minh",
		"Nga",
		"Ngọc",
		"Nhung",
		"Oanh",
		"Phong",
		"Phúc",
		"Phương",
		"Quang",
		"Quyên",
		"Sơn",
		"Tâm",
		"Thảo",
		"Thu",
		"Trang",
		"Tuấn",
		"Vân",
		"Vinh",
		"Yến",
	}
)

// personName makes the n-th name of an officer; "Mẫu" and a number say that nobody bears it.
func personName(n int) string {
	return fmt.Sprintf("%s Mẫu %s %04d", familyNames[n*7%20], givenNames[n*11/20%40], n+1)
}

func (g *generated) makeOfficers() error {
	var people []officers.Officer
	var posts []officers.Post
	groups := []struct {
		tier, count int
		post        string
	}{{units.TierCommune, g.scale.forCommunes, "Cấp ủy viên cấp trên"},
		{units.TierHamlet, g.scale.forHamlets, "Cán bộ chuyên trách"}, {units.TierGroup, g.scale.forGroups, "Đảng ủy viên"}}
	for _, group := range groups {
		for i := range group.count {
			name := personName(len(people))
			o := officers.Officer{
				ID:        g.id(),
				FullName:  name,
				Fold:      store.Fold(name),
				SortKey:   store.NameSortKey(name),
				CreatedAt: g.tx.NowText(),
			}
			at := g.places[units.TierCommune][i*g.scale.communes/group.count]
			p := officers.Post{
				ID:        g.id(),
				OfficerID: o.ID,
				Label:     group.post,
				OrgID:     at.id,
				ValidFrom: g.begin,
				Rank:      0,
				Fold:      store.Fold(group.post),
			}
			if group.tier == units.TierCommune {
				p.OrgID, p.OrgText = "", "Cơ quan mẫu"
				p.Fold = store.Fold(p.Label + " " + p.OrgText)
			}
			people, posts = append(people, o), append(posts, p)
			g.byTier[group.tier] = append(g.byTier[group.tier], worker{o.ID, name})
		}
	}
	if err := g.tx.CreateInBatches(&people, 200).Error; err != nil {
		return err
	}
	return g.tx.CreateInBatches(&posts, 200).Error
}
