package assignments

import "caunoi/backend/units"

// Preset is a scheme as a province or district is known to have practised it, to start from (domain §1.4, §2.2, §3.6).
// Everything in it can be changed; a source is given only where a document is known.
type Preset struct {
	Code   string   `json:"code"`
	Name   string   `json:"name"`
	About  string   `json:"about"`
	Scheme SchemeIn `json:"scheme"`
}

var (
	communeTypes  = []string{units.Xa, units.Phuong, units.ThiTran, units.DacKhu}
	hamletTypes   = []string{units.Ap, units.KhuPho, units.KhuVuc, units.Thon, units.Ban, units.Lang, units.Khom, units.ToDanPho}
	districtTypes = []string{units.Huyen, units.Quan, units.ThiXa, units.ThanhPho}
)

// kind makes a kind with one primary for each place; the presets below change what differs.
func kind(code, name, verb, tree string, types ...string) KindIn {
	return KindIn{Code: code, Name: name, Verb: verb, TargetTree: tree, TargetTypes: types, ExactlyOne: true}
}

func (k KindIn) covering() KindIn { k.Coverage = true; return k }
func (k KindIn) byTeam() KindIn   { k.Team = true; return k }
func (k KindIn) shared() KindIn   { k.ExactlyOne = false; return k }

// The kinds A1–A12 of domain §1.4.
var (
	a1  = kind("A1", "Theo dõi, hỗ trợ huyện, thành phố", "theo dõi, hỗ trợ", units.TreeAdmin, districtTypes...)
	a2  = kind("A2", "Theo dõi, hỗ trợ xã, phường, thị trấn", "theo dõi, hỗ trợ", units.TreeAdmin, communeTypes...)
	a3  = kind("A3", "Phụ trách ấp, khu phố", "phụ trách", units.TreeAdmin, hamletTypes...)
	a4  = kind("A4", "Phụ trách tiểu vùng", "phụ trách", units.TreeAdmin, units.TieuVung)
	a5  = kind("A5", "Phụ trách Tổ nhân dân tự quản và hộ dân", "phụ trách", units.TreeAdmin, units.ToNDTQ, units.CumHo, units.Ho)
	a6  = kind("A6", "Dự sinh hoạt chi bộ", "dự sinh hoạt với", units.TreeParty, units.ChiBo, units.ChiBoCoSo)
	a7  = kind("A7", "Về sinh hoạt tại chi bộ thôn, khóm", "về sinh hoạt tại", units.TreeParty, units.ChiBo)
	a8  = kind("A8", "Cấp ủy viên dự sinh hoạt chi bộ khu dân cư", "dự sinh hoạt với", units.TreeParty, units.ChiBo, units.ChiBoCoSo)
	a9  = kind("A9", "Tổ chỉ đạo xã, thị trấn", "chỉ đạo", units.TreeAdmin, communeTypes...)
	a10 = kind(
		"A10",
		"Lãnh đạo toàn diện đảng bộ cơ sở",
		"lãnh đạo toàn diện",
		units.TreeParty,
		units.DangBoXa,
		units.DangBoCoSo,
		units.ChiBoCoSo,
	)
	a11 = kind(
		"A11",
		"Tham gia sinh hoạt và chỉ đạo chi bộ trực thuộc",
		"tham gia sinh hoạt và chỉ đạo",
		units.TreeParty,
		units.ChiBo,
		units.ChiBoCoSo,
	)
	a12 = kind("A12", "Trực tiếp lãnh đạo chi bộ ấp, khu vực", "trực tiếp lãnh đạo", units.TreeParty, units.ChiBo)
)

// Presets lists what a new scheme can start from.
func Presets() []Preset {
	return []Preset{
		{
			"ben_tre",
			"Bến Tre",
			"Tỉnh nắm tới xã, huyện nắm tới ấp, xã nắm tới tổ nhân dân tự quản và hộ dân.",
			SchemeIn{
				Name:      "Phân công cán bộ theo dõi, hỗ trợ và phụ trách địa bàn",
				Source:    "Kế hoạch 23-KH/TU, ngày 18/5/2016; Quy định 13-QĐ/TU, ngày 27/12/2017 của Tỉnh ủy Bến Tre",
				ValidFrom: "2016-05-18",
				Kinds:     []KindIn{a1.covering(), a2.covering(), a3.covering(), a4, a5.covering()},
			},
		},
		{
			"kon_tum",
			"Kon Tum (Quy định 776)",
			"Cấp ủy viên các cấp dự sinh hoạt chi bộ khu dân cư: tỉnh 2, huyện 6, xã 6 lần một năm.",
			SchemeIn{
				Name:      "Cấp ủy viên các cấp dự sinh hoạt chi bộ khu dân cư",
				Source:    "Quy định 776-QĐ/TU, ngày 16/01/2023 của Tỉnh ủy Kon Tum",
				ValidFrom: "2023-01-16",
				Kinds:     []KindIn{a8.covering().shared()},
			},
		},
		{
			"dakrong_hai_lang",
			"Đakrông – Hải Lăng",
			"Cán bộ huyện dự hoặc về sinh hoạt tại chi bộ thôn, khóm; mỗi xã có một tổ chỉ đạo.",
			SchemeIn{
				Name: "Đưa cán bộ, công chức về dự và sinh hoạt tại chi bộ thôn, khóm", ValidFrom: "2018-08-28",
				Kinds: []KindIn{a6.covering(), a7.shared(), a8.shared(), a9.byTeam().covering()}},
		},
		{"vi_thanh", "Vị Thanh", "Ủy viên Ban Thường vụ lãnh đạo toàn diện đảng bộ cơ sở, cấp ủy viên chỉ đạo chi bộ.", SchemeIn{
			Name: "Phân công cấp ủy viên lãnh đạo, chỉ đạo tổ chức đảng trực thuộc", ValidFrom: "2020-01-01",
			Kinds: []KindIn{a10.covering(), a11.covering(), a12}}},
		{"trong", "Trống", "Tự nhập các hình thức phân công theo văn bản của cơ quan.", SchemeIn{Kinds: []KindIn{}}},
	}
}
