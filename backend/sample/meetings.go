package sample

import (
	"fmt"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
)

// chance is a row of numbers that looks random and is always the same, so that the made-up office never changes.
type chance uint64

// below gives the next number from 0 to n-1 (the generator of Numerical Recipes).
func (c *chance) below(n int) int {
	*c = *c*6364136223846793005 + 1442695040888963407
	return int(uint64(*c)>>33) % n
}

// series is one kind of meeting that comes back.
type series struct {
	kind    activities.Kind
	hosts   []string // of one meeting
	served  []string // whose officers are expected
	place   string
	time    string
	present int
}

// planned is how many days ahead meetings are planned: between the ninth, when the cells have met, and the committees' day
// on the 25th there is always one.
const planned = 17

// makeMeetings logs a year of meetings and plans those of the days to come.
func (o *office) makeMeetings() error {
	var err error
	if o.log, err = o.newRecord(); err != nil {
		return err
	}
	c := chance(7)
	until := o.today.AddDays(planned)
	for month := dates.Later(o.begin, o.today.AddMonths(-13).MonthStart()); month < until; month = month.AddMonths(1) {
		if month < o.begin.AddMonths(1) {
			continue // the decisions of that month are not all in force yet
		}
		if err := o.monthOf(month, until, &c); err != nil {
			return err
		}
	}
	if err := o.singleMeetings(&c); err != nil {
		return err
	}
	return o.log.store(o.tx)
}

func (o *office) monthOf(month, until dates.Date, c *chance) error {
	for i, place := range o.places {
		for j, h := range place.hamlets {
			s := series{activities.CellRegular, []string{h.cell}, []string{h.id}, "Nhà văn hóa " + lower(h.name), "19:00", 22 + c.below(8)}
			if err := o.meeting(s, month.AddDays(2+(3*i+j)%6), until, c); err != nil {
				return err
			}
		}
		s := series{activities.Committee, []string{place.org}, []string{place.id}, "Hội trường Đảng ủy", "07:30", 15}
		if err := o.meeting(s, month.AddDays(24), until, c); err != nil {
			return err
		}
	}
	span := dates.Span{From: month, To: month.AddMonths(1)}
	for _, day := range dates.LunarDays(span, 16, dates.LastDay) {
		if err := o.groupsOn(day, until, c); err != nil {
			return err
		}
	}
	return nil
}

// groupsOn holds the meetings of the self-governing groups; groups 17 and 18 of Quới Điền meet together.
func (o *office) groupsOn(day, until dates.Date, c *chance) error {
	for _, place := range o.places {
		for _, h := range place.hamlets {
			joint := h.name == "Ấp Quí Đức B"
			for i, g := range h.groups {
				s := series{activities.Group, []string{g.id}, []string{g.id}, "Nhà tổ trưởng Tổ " + g.number, "18:30", 25 + c.below(12)}
				if joint && i > 0 {
					continue
				}
				if joint {
					s.hosts = []string{h.groups[0].id, h.groups[1].id}
					s.served, s.place = s.hosts[:1], "Nhà văn hóa "+lower(h.name)
				}
				if err := o.meeting(s, day, until, c); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// meeting logs or plans one meeting. About one in six is not as planned, so that every word of the log appears.
func (o *office) meeting(s series, day, until dates.Date, c *chance) error {
	if day >= until {
		return nil
	}
	in := activities.MeetingInput{
		Kind:        s.kind,
		State:       activities.Planned,
		PlannedOn:   day,
		PlannedTime: s.time,
		Place:       s.place,
		HostIDs:     s.hosts,
	}
	held, err := o.log.on(o.tx, day)
	if err != nil {
		return err
	}
	assignment := ""
	for _, target := range s.served {
		for _, l := range held[target] {
			if l.OfficerID != "" && assignment == "" {
				assignment = l.ID
				in.Attendances = []activities.AttendanceInput{{OfficerID: l.OfficerID}}
			}
		}
	}
	draw := c.below(100)
	if day < o.today {
		o.outcome(&in, s, day, draw, c)
	}
	if in.State == activities.Postponed { // the room itself plans the meeting that takes its place
		if err := o.keepOfficer(&in, s.served); err != nil {
			return err
		}
		_, err = activities.Save(o.tx, in)
		return err
	}
	o.log.add(o.tx, in, assignment)
	return nil
}

// keepOfficer puts a meeting off without a day where its officer is no longer in charge on the new one.
func (o *office) keepOfficer(in *activities.MeetingInput, served []string) error {
	if in.PostponedTo == dates.None || len(in.Attendances) == 0 {
		return nil
	}
	held, err := o.log.on(o.tx, in.PostponedTo)
	if err != nil {
		return err
	}
	for _, target := range served {
		for _, l := range held[target] {
			if l.OfficerID == in.Attendances[0].OfficerID {
				return nil
			}
		}
	}
	in.PostponedTo = dates.None
	return nil
}

func (o *office) outcome(in *activities.MeetingInput, s series, day dates.Date, draw int, c *chance) {
	hold := func(result activities.Result, reason string) {
		in.State, in.HeldOn = activities.Held, day
		present, total := s.present-c.below(5), s.present
		in.Present, in.Total = &present, &total
		if s.kind == activities.Committee {
			papers := 2 + c.below(4)
			in.PapersSentOn, in.PapersCount = day.AddDays(-3-c.below(3)), &papers
		}
		if len(in.Attendances) > 0 {
			in.Attendances[0].Result, in.Attendances[0].Reason = result, reason
		}
	}
	switch {
	case draw < 78:
		hold(activities.Attended, "")
		o.speak(in, c)
	case draw < 84:
		hold(activities.Excused, "Họp đột xuất ở tỉnh")
	case draw < 89:
		hold(activities.Substituted, "Đi học tập trung")
		if len(in.Attendances) > 0 {
			in.Attendances[0].SubstituteID = o.standIn(in.Attendances[0].OfficerID, c)
		}
	case draw < 92:
		hold(activities.Absent, "")
	case draw < 95: // nobody wrote anything: it stays planned
	case draw < 98:
		in.State, in.StateReason = activities.Cancelled, "Triều cường, đường ngập"
	default:
		in.State, in.PostponedTo, in.StateReason = activities.Postponed, day.AddDays(5), "Trùng hội nghị của huyện"
		if in.PostponedTo >= o.today {
			in.PostponedTo = dates.None
		}
	}
}

func (o *office) standIn(officerID string, c *chance) string {
	id := o.people[districtPeople[10+c.below(4)].name]
	if id == officerID {
		return o.people[districtPeople[6].name]
	}
	return id
}

// speak notes what the officer said and passed on; the texts tell of matters and places, never of persons.
func (o *office) speak(in *activities.MeetingInput, c *chance) {
	if len(in.Attendances) == 0 {
		return
	}
	if c.below(3) != 0 {
		t := advice[c.below(len(advice))]
		outcomes := []activities.Accepted{
			activities.AcceptedYes, activities.AcceptedYes, activities.AcceptedPartly, activities.AcceptedPending}
		accepted := outcomes[c.below(4)]
		in.Contributions = append(
			in.Contributions,
			activities.ContributionInput{OfficerID: in.Attendances[0].OfficerID, FieldCode: t.field, Summary: t.text, Accepted: accepted},
		)
	}
	if c.below(4) == 0 {
		in.Conveyances = append(in.Conveyances, conveyed[c.below(len(conveyed))])
	}
}

var advice = []struct{ field, text string }{
	{"02", "Đề nghị chi bộ vận động nhân dân hiến đất mở rộng lộ nội ấp, hoàn thành trước mùa mưa."},
	{"04", "Góp ý nghị quyết chi bộ về chuyển đổi đất lúa kém hiệu quả sang nuôi tôm – lúa theo quy hoạch."},
	{"03", "Nhắc việc thu gom rác ở tuyến kênh; giao đoàn thể nhận từng đoạn tự quản."},
	{"05", "Kiểm tra các cống ngăn mặn trước ngày 15 âm lịch, báo về xã khi độ mặn vượt mức."},
	{"15", "Đề nghị chi bộ ra nghị quyết tháng ngắn gọn, phân công rõ người, rõ việc, rõ thời hạn."},
	{"07", "Rà soát lại danh sách nhà xuống cấp để đưa vào kế hoạch sửa chữa quý sau."},
	{"11", "Nhắc Tổ nhân dân tự quản giữ lệ trực, phòng trộm cắp dịp cuối năm."},
	{"13", "Hướng dẫn cán bộ ấp giúp dân nộp hồ sơ đất đai qua dịch vụ công trực tuyến."},
	{"16", "Đề nghị công khai thu, chi quỹ làm đường tại cuộc họp dân gần nhất."},
	{"06", "Góp ý kế hoạch giữ vững tiêu chí môi trường của xã nông thôn mới."},
}

var conveyed = []string{
	"Nghị quyết tháng của Ban Thường vụ Huyện ủy",
	"Kế hoạch phòng, chống hạn mặn của huyện",
	"Hướng dẫn sinh hoạt chi bộ theo chuyên đề",
	"Kết luận của Thường trực Huyện ủy tại hội nghị giao ban",
}

// singleMeetings logs what does not come back every month.
func (o *office) singleMeetings(c *chance) error {
	for i, place := range o.places {
		day := o.today.AddDays(-20 - 23*i)
		hall := series{activities.Dialogue, []string{place.id}, []string{place.id}, "Hội trường Ủy ban nhân dân", "08:00", 80 + 5*i}
		hall.kind = []activities.Kind{activities.Dialogue, activities.People, activities.Visit}[i%3]
		if err := o.meeting(hall, day, o.today, c); err != nil {
			return err
		}
		if err := o.meeting(
			series{
				activities.CellThematic,
				[]string{place.hamlets[0].cell},
				[]string{place.hamlets[0].id},
				"Nhà văn hóa " + lower(place.hamlets[0].name),
				"19:00",
				24,
			},
			day.AddDays(-9),
			o.today,
			c,
		); err != nil {
			return err
		}
	}
	review := activities.MeetingInput{
		Kind:      activities.Review,
		State:     activities.Held,
		PlannedOn: o.adjusted().AddDays(17),
		HeldOn:    o.adjusted().AddDays(17),
		HostIDs:   []string{o.people["đảng bộ huyện"]},
		Place:     "Hội trường Huyện ủy",
		Note:      fmt.Sprintf("Sơ kết %s công tác phân công cán bộ theo dõi, hỗ trợ cơ sở.", "6 tháng đầu năm"),
	}
	_, err := activities.Save(o.tx, review)
	return err
}
