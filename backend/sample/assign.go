package sample

import (
	"fmt"
	"slices"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
)

func (o *office) makeSchemes() error {
	for _, p := range assignments.Presets() {
		scheme := p.Scheme
		switch p.Code {
		case "ben_tre":
		case "dakrong_hai_lang": // of this one only the teams
			scheme.Name = "Tổ chỉ đạo xã, thị trấn"
			scheme.Kinds = slices.DeleteFunc(slices.Clone(scheme.Kinds), func(k assignments.KindIn) bool { return k.Code != "A9" })
		default:
			continue
		}
		scheme.Preset = p.Code
		saved, err := assignments.SaveScheme(o.tx, scheme)
		if err != nil {
			return err
		}
		for _, k := range saved.Kinds {
			o.kinds[k.Code] = k.ID
		}
	}
	return o.makeTeams()
}

func (o *office) makeTeams() error {
	for i, c := range o.places {
		lead := districtPeople[3+i].name
		members := []assignments.MemberIn{{OfficerID: o.people[lead], Lead: true, ValidFrom: o.begin}}
		for j := range 2 {
			members = append(members, assignments.MemberIn{OfficerID: o.people[districtPeople[(9+i+3*j)%len(districtPeople)].name], ValidFrom: o.begin})
		}
		if members[1].OfficerID == members[0].OfficerID || members[2].OfficerID == members[0].OfficerID || members[1].OfficerID == members[2].OfficerID {
			members = members[:1]
		}
		team, err := assignments.SaveTeam(o.tx, assignments.TeamIn{Name: "Tổ chỉ đạo " + lower(c.name), Members: members})
		if err != nil {
			return err
		}
		o.teams[c.name] = team.ID
	}
	return nil
}

const duty = "Dự sinh hoạt chi bộ hằng tháng; nắm tình hình, phản ánh kịp thời khó khăn, kiến nghị của cơ sở."

// makeDecisions issues the papers of the year: the assignments at the beginning, an adjustment, an end that left a hamlet
// without an officer, and one that is still a draft.
func (o *office) makeDecisions() error {
	if err := o.firstDecisions(); err != nil {
		return err
	}
	return o.laterDecisions()
}

func (o *office) issue(number int, symbol, issuer, subject string, action assignments.Action, day dates.Date, lines []assignments.LineIn) error {
	_, err := assignments.Issue(o.tx, assignments.DecisionIn{Number: fmt.Sprintf("%02d", number), Symbol: symbol, DocDate: day, Issuer: issuer, Subject: subject,
		EffectiveDate: day.AddDays(3), Action: action, LineTotal: len(lines), Lines: lines})
	return err
}

func (o *office) line(kind, name, targetID, duty string) assignments.LineIn {
	return assignments.LineIn{Act: assignments.Giao, KindID: o.kinds[kind], OfficerID: o.people[name], TargetID: targetID, Primary: true, Duty: duty}
}

const (
	districtBoard = "Ban Thường vụ Huyện ủy Thạnh Mẫu"
	provinceBoard = "Ban Thường vụ Tỉnh ủy"
)

// neverAssigned is a hamlet without anybody from the beginning; lostOfficer one whose officer left.
const (
	neverAssigned = "Ấp Quí Lợi"
	lostOfficer   = "Ấp Thới Bình"
)

func (o *office) firstDecisions() error {
	above := []assignments.LineIn{o.line("A1", provincePeople[0].name, o.district, "Theo dõi, hỗ trợ toàn diện.")}
	var hamlets, groups, teams []assignments.LineIn
	for i, c := range o.places {
		above = append(above, o.line("A2", provincePeople[1+i%3].name, c.id, "Dự họp Ban Chấp hành Đảng bộ xã hằng tháng."))
		teams = append(teams, assignments.LineIn{Act: assignments.Giao, KindID: o.kinds["A9"], TeamID: o.teams[c.name], TargetID: c.id, Primary: true})
		n := 0
		for _, h := range c.hamlets {
			for _, g := range h.groups {
				if !(c.name == "Xã Mỹ Hưng" && g.number == "05") {
					groups = append(groups, o.line("A5", communeNames[len(communePosts)*i+n%len(communePosts)], g.id, "Dự họp Tổ vào ngày 16 âm lịch."))
				}
				n++
			}
		}
	}
	for i, h := range o.hamlets() {
		if h.name != neverAssigned {
			hamlets = append(hamlets, o.line("A3", districtPeople[i%len(districtPeople)].name, h.id, duty))
		}
	}
	if err := o.issue(17, "QĐ/TU", provinceBoard, "Phân công cán bộ theo dõi, hỗ trợ huyện, xã, thị trấn", assignments.PhanCong, o.begin, above); err != nil {
		return err
	}
	if err := o.issue(21, "QĐ/HU", districtBoard, "Phân công cán bộ phụ trách ấp, khu phố", assignments.PhanCong, o.begin.AddDays(5), hamlets); err != nil {
		return err
	}
	if err := o.issue(22, "QĐ/HU", districtBoard, "Thành lập tổ chỉ đạo xã, thị trấn", assignments.PhanCong, o.begin.AddDays(5), teams); err != nil {
		return err
	}
	return o.issue(23, "QĐ/HU", districtBoard, "Phân công cán bộ phụ trách Tổ nhân dân tự quản", assignments.PhanCong, o.begin.AddDays(9), groups)
}

// adjusted is the day of the adjustment: in June 2026 where that has passed, so that papers of that month have content.
func (o *office) adjusted() dates.Date {
	if o.today > "2026-07-10" {
		return "2026-06-08"
	}
	return o.today.AddMonths(-5)
}

func (o *office) laterDecisions() error {
	var change []assignments.LineIn
	for i, h := range o.hamlets() {
		if i < 6 {
			l := o.line("A3", districtPeople[(i+7)%len(districtPeople)].name, h.id, duty)
			l.Replace, l.EndReason = true, "luan_chuyen"
			change = append(change, l)
		}
	}
	if err := o.issue(31, "QĐ/HU", districtBoard, "Điều chỉnh phân công cán bộ phụ trách ấp, khu phố", assignments.DieuChinh, o.adjusted(), change); err != nil {
		return err
	}
	for _, h := range o.hamlets() {
		if h.name != lostOfficer {
			continue
		}
		held, err := assignments.InCharge(o.tx, []string{h.id}, o.today)
		if err != nil {
			return err
		}
		end := assignments.LineIn{Act: assignments.Thoi, AssignmentID: held[h.id][0].ID, EndReason: "nghi_huu"}
		if err := o.issue(38, "QĐ/HU", districtBoard, "Thôi phân công phụ trách ấp", assignments.KetThuc, o.today.AddDays(-47), []assignments.LineIn{end}); err != nil {
			return err
		}
		_, err = assignments.SaveDraft(o.tx, assignments.DecisionIn{Symbol: "QĐ/HU", Issuer: districtBoard, Subject: "Phân công bổ sung cán bộ phụ trách ấp", Action: assignments.PhanCong,
			Lines: []assignments.LineIn{o.line("A3", "Dương Mẫu Minh", h.id, duty)}})
		if err != nil {
			return err
		}
	}
	return nil
}
