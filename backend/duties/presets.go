package duties

import (
	"fmt"
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Preset is a set of rules known from a place or a central paper. Everything in it can be edited after it was applied;
// numbers whose paper was not seen carry no source and so are marked DefaultSource.
type Preset struct {
	Code  string       `json:"code"`
	Name  string       `json:"name"`
	Rules []PresetRule `json:"rules"`
}

// PresetRule is a rule before it belongs to a scheme.
type PresetRule struct {
	Kind    string      `json:"kind"`  // code of the kind of assignment; "" = none
	Level   units.Level `json:"level"` // of the office whose officers have the duty; "" = any
	Rule    RuleInput   `json:"rule"`
	Cadence string      `json:"cadence"`
}

// PresetInput applies a preset to a scheme from a day on; "" = the day the scheme begins.
type PresetInput struct {
	Preset   string     `json:"preset"`
	SchemeID string     `json:"schemeId"`
	From     dates.Date `json:"from"`
}

const (
	kontum  = "Quy định 776-QĐ/TU của Tỉnh ủy Kon Tum, ngày 16/01/2023"
	kl215   = "Quy định 11-QĐi/TW, ngày 18/02/2019; Kết luận 215-KL/TW, ngày 23/11/2025"
	hd42    = "Hướng dẫn 42-HD/BTCTW, ngày 28/10/2025"
	lat2025 = "Luật Tổ chức chính quyền địa phương năm 2025"
)

var (
	partyCommittees = []string{units.DangBoHuyen, units.DangBoXa, units.DangBoCoSo}
	upperCommittees = []string{units.DangBoTinh, units.DangBoHuyen}
)

func officerDuty(kind, name, activity string, quota int, period dates.Cadence, source string) PresetRule {
	return PresetRule{
		Kind: kind,
		Rule: RuleInput{
			Name:       name,
			Subject:    OfOfficer,
			Activity:   Activity(activity),
			Quota:      quota,
			Period:     period,
			LeapCounts: true,
			Source:     source,
		},
	}
}

func atLevel(level units.Level, p PresetRule) PresetRule {
	p.Level = level
	return p
}

func placeDuty(subject Subject, kind, name, activity string, quota int, period dates.Cadence, types []string, source string) PresetRule {
	return PresetRule{
		Kind: kind,
		Rule: RuleInput{
			Name:        name,
			Subject:     subject,
			Activity:    Activity(activity),
			Quota:       quota,
			Period:      period,
			TargetTypes: types,
			LeapCounts:  true,
			Source:      source,
		},
	}
}

// Presets lists the presets of domain §3.6.
func Presets() []Preset {
	lunar16 := officerDuty("A5", "Dự họp Tổ nhân dân tự quản ngày 16 âm lịch", "GROUP", 1, dates.LunarMonthly, "")
	lunar16.Rule.FixedCalendar, lunar16.Rule.FixedDay = "lunar", 16
	papers := placeDuty(
		OfUnit,
		"A2",
		"Họp đảng ủy xã hằng tháng theo ngày cố định, gửi tài liệu trước",
		"COMMITTEE",
		1,
		dates.Monthly,
		nil,
		"",
	)
	papers.Rule.PapersDays = 1
	cells := []string{units.ChiBo, units.ChiBoCoSo}
	list := []Preset{
		{Code: "ben_tre", Name: "Bến Tre", Rules: []PresetRule{
			officerDuty("A2", "Dự họp đảng ủy xã hằng tháng", "COMMITTEE", 1, dates.Monthly, ""),
			officerDuty("A3", "Dự sinh hoạt chi bộ ấp, khu phố hằng tháng", "CELL_REGULAR", 1, dates.Monthly, ""),
			lunar16, papers,
			placeDuty(OfHead, "", "Sơ kết công tác phân công 6 tháng", "REVIEW", 1, dates.HalfYearly, upperCommittees, ""),
			placeDuty(OfHead, "", "Tổng kết công tác phân công hằng năm", "REVIEW", 1, dates.Yearly, upperCommittees, ""),
		}},
		{Code: "kon_tum", Name: "Kon Tum", Rules: []PresetRule{
			atLevel(
				units.LevelTinh,
				officerDuty("A8", "Cấp ủy viên tỉnh dự sinh hoạt chi bộ khu dân cư", "CELL_REGULAR", 2, dates.Yearly, kontum),
			),
			atLevel(
				units.LevelHuyen,
				officerDuty("A8", "Cấp ủy viên huyện dự sinh hoạt chi bộ khu dân cư", "CELL_REGULAR", 6, dates.Yearly, kontum),
			),
			atLevel(
				units.LevelXa,
				officerDuty("A8", "Cấp ủy viên xã dự sinh hoạt chi bộ khu dân cư", "CELL_REGULAR", 6, dates.Yearly, kontum),
			),
		}},
		{Code: "dakrong_hai_lang", Name: "Đakrông – Hải Lăng", Rules: []PresetRule{
			officerDuty("A6", "Dự sinh hoạt chi bộ thôn hằng tháng", "CELL_REGULAR", 1, dates.Monthly, ""),
			officerDuty("A7", "Sinh hoạt tại chi bộ thôn, khóm hằng tháng", "CELL_REGULAR", 1, dates.Monthly, ""),
			officerDuty("A9", "Tổ chỉ đạo dự họp ở xã, thị trấn hằng tháng", "COMMITTEE", 1, dates.Monthly, ""),
		}},
		{Code: "vi_thanh", Name: "Vị Thanh", Rules: []PresetRule{
			officerDuty("A11", "Tham gia sinh hoạt chi bộ trực thuộc hằng tháng", "CELL_REGULAR", 1, dates.Monthly, ""),
			officerDuty("A12", "Trực tiếp lãnh đạo sinh hoạt chi bộ ấp, khu vực hằng tháng", "CELL_REGULAR", 1, dates.Monthly, ""),
			placeDuty(
				OfHead,
				"",
				"Người đứng đầu đối thoại với cán bộ, đảng viên, nhân dân",
				"DIALOGUE",
				2,
				dates.Yearly,
				partyCommittees,
				"",
			),
			placeDuty(OfHead, "", "Người đứng đầu gặp gỡ, đối thoại với công dân", "RECEPTION", 2, dates.Monthly, partyCommittees, ""),
		}},
		{Code: "tiep_dan", Name: "Tiếp dân theo Quy định 11 và Kết luận 215", Rules: []PresetRule{
			placeDuty(OfHead, "", "Bí thư Tỉnh ủy tiếp dân", "RECEPTION", 1, dates.Monthly, []string{units.DangBoTinh}, kl215),
			placeDuty(OfHead, "", "Bí thư Đảng ủy xã tiếp dân", "RECEPTION", 2, dates.Monthly, []string{units.DangBoXa}, kl215),
			placeDuty(
				OfHead,
				"",
				"Chính quyền xã đối thoại với nhân dân",
				"DIALOGUE",
				1,
				dates.Yearly,
				[]string{units.Xa, units.Phuong, units.DacKhu},
				lat2025,
			),
		}},
		{Code: "sinh_hoat_chi_bo", Name: "Sinh hoạt chi bộ theo quy định trung ương", Rules: []PresetRule{
			placeDuty(OfUnit, "", "Chi bộ sinh hoạt thường kỳ hằng tháng", "CELL_REGULAR", 1, dates.Monthly, cells, hd42),
			placeDuty(OfUnit, "", "Chi bộ sinh hoạt chuyên đề hằng quý", "CELL_THEMATIC", 1, dates.Quarterly, cells, hd42),
		}},
		{Code: "trong", Name: "Để trống, tự nhập", Rules: []PresetRule{}},
	}
	list[5].Rules[0].Rule.PapersDays = 1
	for i := range list {
		for j := range list[i].Rules {
			p := &list[i].Rules[j]
			if p.Rule.TargetTypes == nil {
				p.Rule.TargetTypes = []string{}
			}
			r := Rule{Quota: p.Rule.Quota, Period: p.Rule.Period, FixedCalendar: p.Rule.FixedCalendar, FixedDay: p.Rule.FixedDay}
			p.Cadence = r.Cadence()
		}
	}
	return list
}

// ApplyPreset adds a preset's rules to a scheme. A rule of the same name in the scheme is left as it is, and so is one
// for a kind of assignment the scheme does not have, or for an office of another level: nobody could have that duty.
func ApplyPreset(tx *store.Tx, in PresetInput) (RuleList, error) {
	out := RuleList{Items: []RuleView{}}
	all := Presets()
	at := slices.IndexFunc(all, func(p Preset) bool { return p.Code == in.Preset })
	if at < 0 {
		return out, fault.Invalid("preset", "Không có bộ nhiệm vụ mẫu này; hãy chọn trong danh sách.")
	}
	names, err := loadSchemeNames(tx)
	if err != nil {
		return out, err
	}
	scheme, known := names.schemes[in.SchemeID]
	if !known {
		return out, fault.Invalid("schemeId", "Hãy chọn chủ trương, kế hoạch phân công.")
	}
	if in.From == dates.None {
		in.From = scheme.ValidFrom
	}
	have, err := listRules(tx, RuleFilter{SchemeID: in.SchemeID, History: true})
	if err != nil {
		return out, err
	}
	office, err := units.TheOffice(tx)
	if err != nil {
		return out, err
	}
	for _, p := range all[at].Rules {
		if p.Level != "" && p.Level != office.Level {
			continue // one kind of assignment, another quota at each level
		}
		r := p.Rule
		kind, found := names.kindOf(scheme.ID, p.Kind)
		if slices.ContainsFunc(have.Items, func(v RuleView) bool { return v.Name == r.Name }) || p.Kind != "" && !found {
			continue
		}
		r.SchemeID, r.KindID, r.ValidFrom, r.ValidTo = scheme.ID, kind.ID, in.From, scheme.ValidTo
		v, err := saveRule(tx, r)
		if err != nil {
			return out, err
		}
		out.Items = append(out.Items, v)
	}
	out.Total = len(out.Items)
	tx.Audit(
		scheme.ID,
		fmt.Sprintf("Áp dụng bộ nhiệm vụ mẫu “%s” cho chủ trương “%s”: thêm %d nhiệm vụ.", all[at].Name, scheme.Name, out.Total),
	)
	return out, nil
}

func (n schemeNames) kindOf(schemeID, code string) (assignments.Kind, bool) {
	for _, k := range n.kinds {
		if k.SchemeID == schemeID && k.Code == code && code != "" {
			return k, true
		}
	}
	return assignments.Kind{}, false
}
