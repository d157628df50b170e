package sample

import (
	"fmt"

	"caunoi/backend/dates"
	"caunoi/backend/officers"
	"caunoi/backend/store"
)

// person is an invented officer; every middle name is "Mẫu" (sample), so that nobody is taken for somebody.
type person struct {
	name, post, org string
	rank            int
	seats           []officers.Body
	position        string // in the committee
}

// districtPeople hold posts of the made-up district.
var districtPeople = []person{
	{"Nguyễn Mẫu An", "Bí thư Huyện ủy", "", 1, []officers.Body{officers.ThuongTruc, officers.BTV, officers.BCH}, "Bí thư"},
	{
		"Trần Mẫu Bình",
		"Phó Bí thư Thường trực Huyện ủy",
		"",
		2,
		[]officers.Body{officers.ThuongTruc, officers.BTV, officers.BCH},
		"Phó Bí thư Thường trực",
	},
	{
		"Lê Mẫu Châu",
		"Phó Bí thư Huyện ủy, Chủ tịch Ủy ban nhân dân huyện",
		"",
		3,
		[]officers.Body{officers.ThuongTruc, officers.BTV, officers.BCH},
		"Phó Bí thư",
	},
	{
		"Phạm Mẫu Dũng",
		"Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Huyện ủy",
		"Ban Tổ chức Huyện ủy",
		4,
		[]officers.Body{officers.BTV, officers.BCH},
		"",
	},
	{
		"Võ Mẫu Đức",
		"Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Huyện ủy",
		"Ủy ban Kiểm tra Huyện ủy",
		5,
		[]officers.Body{officers.BTV, officers.BCH, officers.UBKT},
		"",
	},
	{
		"Huỳnh Mẫu Giang",
		"Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Huyện ủy",
		"Ban Dân vận Huyện ủy",
		6,
		[]officers.Body{officers.BTV, officers.BCH},
		"",
	},
	{"Đặng Mẫu Hạnh", "Huyện ủy viên, Chánh Văn phòng Huyện ủy", "Văn phòng Huyện ủy", 7, []officers.Body{officers.BCH}, ""},
	{"Bùi Mẫu Hương", "Huyện ủy viên, Chánh án Tòa án nhân dân huyện", "Tòa án nhân dân huyện", 8, []officers.Body{officers.BCH}, ""},
	{"Đỗ Mẫu Khánh", "Huyện ủy viên, Trưởng phòng Nông nghiệp", "Phòng Nông nghiệp huyện", 9, []officers.Body{officers.BCH}, ""},
	{
		"Ngô Mẫu Lan",
		"Huyện ủy viên, Chủ tịch Hội Liên hiệp Phụ nữ huyện",
		"Hội Liên hiệp Phụ nữ huyện",
		10,
		[]officers.Body{officers.BCH},
		"",
	},
	{"Dương Mẫu Minh", "Trưởng phòng Văn hóa và Thông tin", "Phòng Văn hóa và Thông tin huyện", 0, nil, ""},
	{"Mai Mẫu Ngọc", "Phó Trưởng Ban Dân vận Huyện ủy", "Ban Dân vận Huyện ủy", 0, nil, ""},
	{"Cao Mẫu Phúc", "Phó Trưởng Ban Tuyên giáo Huyện ủy", "Ban Tuyên giáo Huyện ủy", 0, nil, ""},
	{"Lâm Mẫu Quang", "Bí thư Huyện đoàn", "Huyện đoàn Thạnh Mẫu", 0, nil, ""},
}

// provincePeople follow the district and its communes from above.
var provincePeople = []person{
	{"Phan Mẫu Sơn", "Ủy viên Ban Thường vụ Tỉnh ủy", "Tỉnh ủy", 0, nil, ""},
	{"Trịnh Mẫu Tâm", "Tỉnh ủy viên, Giám đốc sở (mẫu)", "Sở Nông nghiệp (mẫu)", 0, nil, ""},
	{"Hồ Mẫu Uyên", "Tỉnh ủy viên, Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", 0, nil, ""},
	{"Lý Mẫu Vinh", "Phó Trưởng Ban Dân vận Tỉnh ủy", "Ban Dân vận Tỉnh ủy", 0, nil, ""},
}

// communePosts are held once in each commune; the holders follow the self-governing groups.
var communePosts = []string{"Bí thư Đảng ủy", "Phó Bí thư Đảng ủy", "Bí thư Đoàn Thanh niên"}

var communeNames = []string{
	"Nguyễn Mẫu Xuân",
	"Trần Mẫu Yên",
	"Lê Mẫu Thảo",
	"Phạm Mẫu Thiện",
	"Võ Mẫu Thu",
	"Huỳnh Mẫu Tiến",
	"Đặng Mẫu Toàn",
	"Bùi Mẫu Trang",
	"Đỗ Mẫu Trí",
	"Ngô Mẫu Tuấn",
	"Dương Mẫu Vân",
	"Mai Mẫu Việt",
	"Cao Mẫu Vy",
	"Lâm Mẫu Hòa",
	"Phan Mẫu Hiền",
	"Trịnh Mẫu Hải",
	"Hồ Mẫu Hoa",
	"Lý Mẫu Hùng",
}

// cellSecretaries head the Party cells of the hamlets, in the order of the places.
var cellSecretaries = []string{
	"Tạ Mẫu Bưởi", "Kiều Mẫu Cam", "Thạch Mẫu Chanh", "Quách Mẫu Dâu", "Lưu Mẫu Dừa", "Tô Mẫu Đào",
	"Đinh Mẫu Gấc", "Hà Mẫu Hồng", "Vương Mẫu Khế", "La Mẫu Lựu", "Thái Mẫu Mận", "Nghiêm Mẫu Me",
	"Doãn Mẫu Mít", "Từ Mẫu Mơ", "Khổng Mẫu Na", "Tăng Mẫu Nhãn", "Sầm Mẫu Quýt", "Văn Mẫu Sen",
}

func (o *office) makePeople() error {
	before, err := officers.SaveTerm(
		o.tx,
		officers.Term{Label: "2020–2025", Level: "huyen", ValidFrom: "2020-08-01", ValidTo: "2025-08-01"},
	)
	if err != nil {
		return err
	}
	now, err := officers.SaveTerm(o.tx, officers.Term{Label: "2025–2030", Level: "huyen", ValidFrom: "2025-08-01", ValidTo: "2030-08-01"})
	if err != nil {
		return err
	}
	for from := now.ValidTo; from <= o.today; from = from.AddMonths(60) { // the made-up office opens on whatever day
		label := fmt.Sprintf("%d–%d", from.Year(), from.Year()+5)
		if _, err := officers.SaveTerm(
			o.tx,
			officers.Term{Label: label, Level: "huyen", ValidFrom: from, ValidTo: from.AddMonths(60)},
		); err != nil {
			return err
		}
	}
	for i, p := range districtPeople {
		orgID := ""
		if p.org == "" {
			orgID = o.people["đảng bộ huyện"]
		}
		since := dates.Date("2020-08-10")
		if i == 2 || i == 8 { // came with the new term
			since = "2025-08-10"
		}
		if err := o.addPerson(p, orgID, since, fmt.Sprintf("0275 3870 %03d", 101+i)); err != nil {
			return err
		}
		for _, body := range p.seats {
			for _, term := range []officers.Term{before, now} {
				if term.ValidTo <= since {
					continue
				}
				seat := officers.Membership{OfficerID: o.people[p.name], TermID: term.ID, Body: body, Rank: p.rank, Position: p.position}
				if body == officers.UBKT {
					seat.Position, seat.Rank = "Chủ nhiệm", 1
				}
				if _, err := officers.SaveSeat(o.tx, seat); err != nil {
					return err
				}
			}
		}
	}
	for _, p := range provincePeople {
		if err := o.addPerson(p, "", "2020-10-01", ""); err != nil {
			return err
		}
	}
	for i, c := range o.places {
		for j, post := range communePosts {
			p := person{name: communeNames[len(communePosts)*i+j], post: post}
			if err := o.addPerson(p, c.org, "2022-01-15", ""); err != nil {
				return err
			}
		}
		for j, h := range c.hamlets {
			p := person{name: cellSecretaries[len(c.hamlets)*i+j], post: "Bí thư Chi bộ " + store.LowerFirst(h.name)}
			if err := o.addPerson(p, h.cell, "2022-01-15", ""); err != nil {
				return err
			}
		}
	}
	return o.earlierPost()
}

func (o *office) addPerson(p person, orgID string, since dates.Date, phone string) error {
	made, err := officers.Add(o.tx, officers.Input{FullName: p.name, WorkPhone: phone,
		Post: officers.PostIn{Label: p.post, OrgID: orgID, OrgText: p.org, Rank: p.rank, ValidFrom: since}})
	if err == nil {
		o.people[p.name] = made.ID
	}
	return err
}

// earlierPost gives one officer a post before the present one, so that the label of the day shows.
func (o *office) earlierPost() error {
	return o.tx.Create(
		&officers.Post{
			ID:        store.NewID(),
			OfficerID: o.people["Lê Mẫu Châu"],
			Label:     "Phó Chủ tịch Ủy ban nhân dân huyện",
			OrgText:   "Ủy ban nhân dân huyện",
			ValidFrom: "2020-08-10",
			ValidTo:   "2025-08-10",
			Fold:      store.Fold("Phó Chủ tịch Ủy ban nhân dân huyện Ủy ban nhân dân huyện"),
		},
	).Error
}
