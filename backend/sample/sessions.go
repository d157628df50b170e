package sample

import (
	"encoding/json"
	"time"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/officers"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/sessions"
)

// makeSessions gives the made-up office two sessions: one held three weeks ago with what its minutes need, one to come.
func (o *office) makeSessions() error {
	coming := o.comingSession()
	// The monthly report was issued meanwhile: it goes in as sealed.
	issued, err := papers.IssuedOfReport(o.tx, "R20", document.FormParty, dates.PeriodOf(dates.Month, o.today.MonthStart().AddMonths(-1)))
	if err != nil {
		return err
	}
	if len(issued) > 0 {
		coming.Items[1].Papers[0] = sessions.PaperInput{Title: "Báo cáo công tác theo dõi, hỗ trợ cơ sở", IssuedID: issued[0].ID}
	}
	for _, in := range []sessions.Input{o.heldSession(), coming} {
		made, err := sessions.Save(o.tx, in)
		if err != nil {
			return err
		}
		again := in
		again.ID, again.People = made.ID, withGuests(made, in.State == sessions.Held)
		if _, err := sessions.Save(o.tx, again); err != nil {
			return err
		}
	}
	return nil
}

// workday is the day itself, or the Monday after where it falls on a weekend.
func workday(day dates.Date) dates.Date {
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDays(1)
	}
	return day
}

// heldSession is a sitting of the standing board.
func (o *office) heldSession() sessions.Input {
	day := workday(o.today.AddDays(-24))
	if day >= o.today {
		day = o.today
	}
	month := string(dates.PeriodOf(dates.Month, o.today.MonthStart().AddMonths(-1)))
	return sessions.Input{
		Body: string(
			officers.BTV,
		),
		Title:       "Hội nghị Ban Thường vụ Huyện ủy lần thứ 14",
		Day:         day,
		StartTime:   "07:30",
		EndTime:     "10:45",
		Place:       "Hội trường B, Văn phòng Huyện ủy",
		ChairID:     o.people["Nguyễn Mẫu An"],
		SecretaryID: o.people["Đặng Mẫu Hạnh"],
		State:       sessions.Held,
		Items: []sessions.ItemInput{
			{
				Title:       "Đánh giá công tác theo dõi, hỗ trợ cơ sở",
				PresenterID: o.people["Trần Mẫu Bình"],
				Minutes:     60,
				Papers: []sessions.PaperInput{
					{
						Title: "Báo cáo công tác theo dõi, hỗ trợ cơ sở",
						Input: choice("R20", month),
					},
					{Title: "Bảng phủ địa bàn", Input: choice("R3", month)},
				},
				Conclusion: "Thống nhất nội dung báo cáo. Giao Ban Tổ chức Huyện ủy tham mưu phân công người phụ trách những nơi còn trống, hoàn thành trong tháng.",
			},
			{
				Title:       "Việc giải quyết ý kiến, kiến nghị của Nhân dân",
				PresenterID: o.people["Huỳnh Mẫu Giang"],
				Minutes:     45,
				Papers: []sessions.PaperInput{
					{Title: "Tuổi nợ kiến nghị theo cơ quan", Input: choice("R14", "")}},
				Conclusion: "Các cơ quan còn kiến nghị quá hạn trả lời trước cuộc họp lần sau. Văn phòng Huyện ủy đôn đốc bằng văn bản.",
			},
			{Title: "Công tác cán bộ", Presenter: "Ban Tổ chức Huyện ủy", Minutes: 60, Papers: []sessions.PaperInput{
				{Title: "Tờ trình về công tác cán bộ", Owner: "Ban Tổ chức Huyện ủy"}},
				Conclusion: "Thống nhất chủ trương theo tờ trình của Ban Tổ chức Huyện ủy."},
		},
	}
}

// comingSession is a sitting of the whole committee.
func (o *office) comingSession() sessions.Input {
	day := workday(o.today.AddDays(8))
	month := string(dates.PeriodOf(dates.Month, o.today.MonthStart().AddMonths(-1)))
	return sessions.Input{
		Body: string(
			officers.BCH,
		),
		Title:       "Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ 6",
		Day:         day,
		StartTime:   "07:30",
		Place:       "Hội trường A, Huyện ủy Thạnh Mẫu",
		ChairID:     o.people["Nguyễn Mẫu An"],
		SecretaryID: o.people["Đặng Mẫu Hạnh"],
		Items: []sessions.ItemInput{
			{Title: "Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu", PresenterID: o.people["Đặng Mẫu Hạnh"], Minutes: 15},
			{
				Title:       "Báo cáo công tác theo dõi, hỗ trợ cơ sở",
				PresenterID: o.people["Trần Mẫu Bình"],
				Minutes:     40,
				Papers: []sessions.PaperInput{
					{Title: "Báo cáo công tác theo dõi, hỗ trợ cơ sở", Input: choice("R20", month)},
					{Title: "Tổng hợp kết quả dự sinh hoạt", Input: choice("R7", month)},
					{Title: "Sổ theo dõi phân công cán bộ", Input: choice("R1", month)}},
			},
			{
				Title:       "Kết quả giải quyết ý kiến, kiến nghị",
				PresenterID: o.people["Huỳnh Mẫu Giang"],
				Minutes:     35,
				Papers: []sessions.PaperInput{
					{
						Title: "Sổ theo dõi ý kiến, kiến nghị",
						Input: choice("R8", month),
					},
					{Title: "Tổng hợp kiến nghị theo lĩnh vực", Input: choice("R13", month)},
				},
			},
			{Title: "Dự toán thu, chi ngân sách Đảng năm sau", Presenter: "Văn phòng Huyện ủy", Minutes: 30, Papers: []sessions.PaperInput{
				{Title: "Tờ trình dự toán thu, chi ngân sách Đảng", Owner: "Văn phòng Huyện ủy"}}},
			{Title: "Thảo luận", PresenterID: o.people["Lê Mẫu Châu"], Minutes: 60},
			{Title: "Kết luận, bế mạc", PresenterID: o.people["Nguyễn Mẫu An"], Minutes: 15},
		},
	}
}

// choice is a paper of the catalog drawn up for a session.
func choice(report, period string) string {
	text, err := json.Marshal(reports.Input{Report: report, Period: dates.Period(period), Form: document.FormParty})
	if err != nil {
		return ""
	}
	return string(text)
}

// withGuests adds guests to the members proposed; of a sitting held, two of the members were away.
func withGuests(made sessions.View, held bool) []sessions.PersonInput {
	var people []sessions.PersonInput
	for i, p := range made.People {
		one := sessions.PersonInput{ID: p.ID, OfficerID: p.OfficerID, Part: p.Role, Copies: p.Copies}
		if held {
			one.Present = sessions.Present
			if i == 3 {
				one.Present = sessions.Excused
			}
		}
		people = append(people, one)
	}
	for _, label := range []string{"Đại diện Ban Tuyên giáo Huyện ủy", "Đại diện Ủy ban Mặt trận Tổ quốc huyện"} {
		one := sessions.PersonInput{Label: label, Part: sessions.Invited, Copies: 1}
		if held {
			one.Present = sessions.Present
		}
		people = append(people, one)
	}
	return people
}
