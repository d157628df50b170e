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
		// In force here since the made-up office began: a place is vacant since its officer left, not since the plan of 2016.
		scheme.Preset, scheme.ValidFrom = p.Code, o.begin
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
			members = append(
				members,
				assignments.MemberIn{OfficerID: o.people[districtPeople[(9+i+3*j)%len(districtPeople)].name], ValidFrom: o.begin},
			)
		}
		if members[1].OfficerID == members[0].OfficerID || members[2].OfficerID == members[0].OfficerID ||
			members[1].OfficerID == members[2].OfficerID {
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

const (
	duty      = "Dự sinh hoạt chi bộ hằng tháng; nắm tình hình, phản ánh kịp thời khó khăn, kiến nghị của cơ sở."
	groupDuty = "Dự họp Tổ vào ngày 16 âm lịch."
)

// makeDecisions issues the papers of the year: the assignments at the beginning, a supplement, an adjustment, ends that
// left places without an officer, and one that is still a draft.
func (o *office) makeDecisions() error {
	if err := o.firstDecisions(); err != nil {
		return err
	}
	return o.laterDecisions()
}

func (o *office) issue(
	number int,
	symbol, issuer, subject string,
	action assignments.Action,
	day dates.Date,
	lines []assignments.LineIn,
) error {
	_, err := assignments.Issue(
		o.tx,
		assignments.DecisionIn{Number: fmt.Sprintf("%02d", number), Symbol: symbol, DocDate: day, Issuer: issuer, Subject: subject,
			EffectiveDate: day.AddDays(3), Action: action, LineTotal: len(lines), Lines: lines},
	)
	return err
}

func (o *office) line(kind, name, targetID, duty string) assignments.LineIn {
	return assignments.LineIn{
		Act:       assignments.Giao,
		KindID:    o.kinds[kind],
		OfficerID: o.people[name],
		TargetID:  targetID,
		Primary:   true,
		Duty:      duty,
	}
}

const (
	districtBoard = "Ban Thường vụ Huyện ủy Thạnh Mẫu"
	provinceBoard = "Ban Thường vụ Tỉnh ủy"
)

// leaving are the hamlets and the group whose officers left, with how many days ago, and nobody followed them.
var leaving = []struct {
	hamlet, group string // group "" = the hamlet itself
	days          int
	number        int // of the decision
	reason        assignments.EndReason
	subject       string
}{
	{"Ấp Thới Bình", "", 47, 38, "nghi_huu", "Thôi phân công phụ trách ấp"},
	{"Ấp Thạnh Hưng", "05", 33, 40, "luan_chuyen", "Thôi phân công phụ trách Tổ nhân dân tự quản"},
	{"Ấp Quí Lợi", "", 19, 41, "luan_chuyen", "Thôi phân công phụ trách ấp"},
}

func (o *office) firstDecisions() error {
	above := []assignments.LineIn{o.line("A1", provincePeople[0].name, o.district, "Theo dõi, hỗ trợ toàn diện.")}
	var hamlets, groups, teams []assignments.LineIn
	for i, c := range o.places {
		above = append(above, o.line("A2", provincePeople[1+i%3].name, c.id, "Dự họp Ban Chấp hành Đảng bộ xã hằng tháng."))
		teams = append(
			teams,
			assignments.LineIn{Act: assignments.Giao, KindID: o.kinds["A9"], TeamID: o.teams[c.name], TargetID: c.id, Primary: true},
		)
		n := 0
		for _, h := range c.hamlets {
			for _, g := range h.groups {
				groups = append(groups, o.line("A5", o.communePerson(i, n), g.id, groupDuty))
				n++
			}
		}
	}
	for i, h := range o.hamlets() {
		hamlets = append(hamlets, o.line("A3", districtPeople[i%len(districtPeople)].name, h.id, duty))
	}
	if err := o.issue(
		17,
		"QĐ/TU",
		provinceBoard,
		"Phân công cán bộ theo dõi, hỗ trợ huyện, xã, thị trấn",
		assignments.PhanCong,
		o.begin,
		above,
	); err != nil {
		return err
	}
	if err := o.issue(
		21,
		"QĐ/HU",
		districtBoard,
		"Phân công cán bộ phụ trách ấp, khu phố",
		assignments.PhanCong,
		o.begin.AddDays(5),
		hamlets,
	); err != nil {
		return err
	}
	if err := o.issue(
		22,
		"QĐ/HU",
		districtBoard,
		"Thành lập tổ chỉ đạo xã, thị trấn",
		assignments.PhanCong,
		o.begin.AddDays(5),
		teams,
	); err != nil {
		return err
	}
	return o.issue(
		23,
		"QĐ/HU",
		districtBoard,
		"Phân công cán bộ phụ trách Tổ nhân dân tự quản",
		assignments.PhanCong,
		o.begin.AddDays(9),
		groups,
	)
}

// adjusted is the day of the adjustment: in June 2026 where that has passed, so that papers of that month have content.
func (o *office) adjusted() dates.Date {
	if o.today > "2026-07-10" {
		return "2026-06-08"
	}
	return o.today.AddMonths(-5)
}

// supplemented is the day of the supplementary decision, in the first quarter of the year of the adjustment.
func (o *office) supplemented() dates.Date {
	if o.today > "2026-07-10" {
		return "2026-03-09"
	}
	return o.today.AddMonths(-7)
}

func (o *office) laterDecisions() error {
	if err := o.supplement(); err != nil {
		return err
	}
	var change []assignments.LineIn
	for i, h := range o.hamlets() {
		if i < 6 {
			l := o.line("A3", districtPeople[(i+7)%len(districtPeople)].name, h.id, duty)
			l.Replace, l.EndReason = true, "luan_chuyen"
			change = append(change, l)
		}
	}
	if err := o.issue(
		31,
		"QĐ/HU",
		districtBoard,
		"Điều chỉnh phân công cán bộ phụ trách ấp, khu phố",
		assignments.DieuChinh,
		o.adjusted(),
		change,
	); err != nil {
		return err
	}
	for _, left := range leaving {
		if err := o.leave(left.hamlet, left.group, left.number, left.days, left.reason, left.subject); err != nil {
			return err
		}
	}
	return o.draft()
}

// supplement hands ten groups to other officers of their communes.
func (o *office) supplement() error {
	var lines []assignments.LineIn
	for i, c := range o.places {
		n := 0
		for _, h := range c.hamlets {
			for _, g := range h.groups {
				if n%2 == 0 && len(lines) < 10 {
					l := o.line("A5", o.communePerson(i, n+1), g.id, groupDuty)
					l.Replace, l.EndReason = true, "luan_chuyen"
					lines = append(lines, l)
				}
				n++
			}
		}
	}
	return o.issue(
		11,
		"QĐ/HU",
		districtBoard,
		"Bổ sung, điều chỉnh phân công cán bộ phụ trách Tổ nhân dân tự quản",
		assignments.DieuChinh,
		o.supplemented(),
		lines,
	)
}

func (o *office) leave(hamlet, group string, number, days int, reason assignments.EndReason, subject string) error {
	for _, h := range o.hamlets() {
		if h.name != hamlet {
			continue
		}
		id := h.id
		for _, g := range h.groups {
			if g.number == group {
				id = g.id
			}
		}
		held, err := assignments.InCharge(o.tx, []string{id}, o.today)
		if err != nil {
			return err
		}
		end := assignments.LineIn{Act: assignments.Thoi, AssignmentID: held[id][0].ID, EndReason: reason}
		return o.issue(number, "QĐ/HU", districtBoard, subject, assignments.KetThuc, o.today.AddDays(-days), []assignments.LineIn{end})
	}
	return nil
}

// draft is a decision that waits to be issued.
func (o *office) draft() error {
	for _, h := range o.hamlets() {
		if h.name != leaving[0].hamlet {
			continue
		}
		_, err := assignments.SaveDraft(
			o.tx,
			assignments.DecisionIn{
				Symbol:  "QĐ/HU",
				Issuer:  districtBoard,
				Subject: "Phân công bổ sung cán bộ phụ trách ấp",
				Action:  assignments.PhanCong,
				Lines:   []assignments.LineIn{o.line("A3", "Dương Mẫu Minh", h.id, duty)},
			},
		)
		return err
	}
	return nil
}

// communePerson is the officer of the i-th commune who follows its n-th group.
func (o *office) communePerson(i, n int) string {
	return communeNames[len(communePosts)*i+n%len(communePosts)]
}
