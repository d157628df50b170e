package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/activities"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

var reportR4 = Report{
	Code:        "R4",
	Use:         UseMeetings,
	Name:        "thong-bao-lich-chi-bo",
	Title:       "Thông báo lịch sinh hoạt chi bộ",
	Description: "Lịch sinh hoạt của từng chi bộ trong tháng, kể cả chi bộ chưa đăng ký.",
	Periods:     oneMonth,
	Looks:       LooksAhead,
	Symbol:      "TB",
	Forms:       partyOnly,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Each:        placesAnd(EachOfficer),
	Signature:   SignedByIssuer,
	Conditions:  []Condition{SomethingToSay},
	Build:       cellSchedule,
}

// cellSchedule is R4: the notice of the month's Party cell meetings. Every active cell stands in it, also one that has not
// registered a day (story 17).
func cellSchedule(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	plan, err := activities.MonthSchedule(tx, activities.ScheduleFilter{Month: in.Period, UnderID: in.UnitID})
	if err != nil {
		return document.Document{}, err
	}
	ids := make([]string, len(plan.Rows))
	for i, r := range plan.Rows {
		ids[i] = r.UnitID
	}
	members, err := memberCounts(tx, ids, paper.AsOf)
	if err != nil {
		return document.Document{}, err
	}
	heads, err := secretaries(tx, ids, paper.AsOf)
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 52},
			{Width: 16, Align: document.AlignCentre},
			{Width: 34, Align: document.AlignCentre},
			{Width: 48},
			{Width: 36},
			{Width: 41},
			{Width: 18},
		},
		Head: []document.Row{
			document.Cells("STT", "Chi bộ", "Số đảng viên", "Thời gian", "Địa điểm", "Bí thư", "Cấp ủy viên dự", "Ghi chú"),
		},
		Empty: "Chưa có chi bộ nào trong danh sách đơn vị",
	}
	for i, r := range plan.Rows {
		when, note := "", r.Note
		switch {
		case r.Day == dates.None:
			note = document.JoinParts("; ", "Chưa đăng ký lịch", note)
		default:
			when = document.ClockWords(r.Time) + ", " + r.Day.WeekdayShort() + " " + r.Day.ShowInPaper() + "\n(" + r.Lunar + ")"
			if r.Joint {
				note = document.JoinParts("; ", "Họp ghép", note)
			}
		}
		row := document.Cells(strconv.Itoa(i+1), r.Label, "", when, r.Place, heads[r.UnitID], strings.Join(r.Officers, "\n"), note)
		row.Cells[0].Number, row.Cells[3].Date = number(i+1), r.Day
		row.Cells[1].Link, row.Cells[3].Link = unitLink(r.UnitID), meetingLink(r.MeetingID)
		if n, stated := members[r.UnitID]; stated {
			row.Cells[2] = document.Cell{Text: document.TwoDigits(n), Number: number(n), Measure: true}
		}
		table.Rows = append(table.Rows, row)
	}
	if plan.Registered == 0 {
		paper.lacks(
			SomethingToSay,
			bookingScreen,
			in.Period.Label()+paper.inScope()+" chưa có chi bộ nào đăng ký lịch sinh hoạt. Hãy ghi lịch ở mục Đăng ký lịch.",
		)
	}
	doc := paper.document(in, "THÔNG BÁO", paper.subject("lịch sinh hoạt chi bộ "+in.Period.Label()+paper.inScope()))
	doc.Blocks = []document.Block{document.Text(scheduleText(plan, paper))}
	doc.Annexes = []document.Annex{
		{
			Label:     "LỊCH SINH HOẠT CHI BỘ",
			Title:     in.Period.Label() + paper.inScope(),
			Landscape: true,
			Note: document.AttachedTo(
				paper.Profile,
				"Thông báo",
				paper.number,
				paper.Head.Date,
				paper.Issuer.Name,
			),
			Blocks: []document.Block{document.TableBlock(table)},
		},
	}
	doc.Signing.Recipients = append(paper.cellsTold(), doc.Signing.Recipients...)
	return doc, nil
}

// cellsTold are those the schedule of the cells goes to. Only a commune's committee has the cells right below it; a district or
// province reaches them through the committees between.
func (p Paper) cellsTold() []string {
	if p.Office.Level == units.LevelXa {
		return []string{"Các chi bộ có tên trong lịch", "Các đồng chí cấp ủy viên được phân công dự"}
	}
	between := "Các đảng ủy xã, phường, thị trấn"
	if p.Scope != "" {
		between = "Cấp ủy " + store.LowerFirst(p.Scope)
	}
	return []string{between, "Các chi bộ có tên trong lịch", "Các đồng chí cấp ủy viên được phân công dự"}
}

func scheduleText(plan activities.Schedule, paper Paper) string {
	text := fmt.Sprintf("%s thông báo lịch sinh hoạt chi bộ %s. ", paper.Issuer.Name, plan.Label)
	switch {
	case plan.Registered == 0 && plan.Missing == 0:
		return text + "Danh sách đơn vị chưa có chi bộ nào."
	case plan.Missing == 0:
		text += fmt.Sprintf("Cả %s chi bộ đã đăng ký lịch. ", document.TwoDigits(plan.Registered))
	case plan.Registered == 0:
		text += fmt.Sprintf(
			"Cả %s chi bộ chưa đăng ký lịch (hạn đăng ký ngày %s). ",
			document.TwoDigits(plan.Missing),
			plan.Deadline.ShowInPaper(),
		)
	default:
		text += fmt.Sprintf(
			"Có %s chi bộ đã đăng ký lịch, %s chi bộ chưa đăng ký (hạn đăng ký ngày %s). ",
			document.TwoDigits(plan.Registered),
			document.TwoDigits(plan.Missing),
			plan.Deadline.ShowInPaper(),
		)
	}
	text += "Đề nghị các chi bộ chuẩn bị nội dung, gửi tài liệu trước cho cấp ủy viên được phân công dự; "
	if plan.Missing > 0 {
		text += "chi bộ chưa đăng ký khẩn trương đăng ký; "
	}
	return text + "cấp ủy viên sắp xếp dự đúng lịch (lịch kèm theo)."
}

// subject writes what a paper is about: "về …" in a Party paper, the bare phrase in a state one.
func (p Paper) subject(text string) string {
	if p.Profile.IsParty() {
		return text
	}
	return store.UpperFirst(text)
}

// memberCounts reads how many Party members organisations state on a day; one that states none has no entry.
func memberCounts(tx *store.Tx, ids []string, day dates.Date) (map[string]int, error) {
	out := map[string]int{}
	for batch := range slices.Chunk(unique(append([]string{}, ids...)), 400) {
		var versions []units.Version
		if err := tx.Where("unit_id IN ? AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", batch, day, day).
			Find(&versions).
			Error; err != nil {
			return nil, err
		}
		for _, v := range versions {
			if v.Members != nil {
				out[v.UnitID] = int(*v.Members)
			}
		}
	}
	return out, nil
}

// secretaries names who holds the post of secretary in each organisation on a day.
func secretaries(tx *store.Tx, orgs []string, day dates.Date) (map[string]string, error) {
	held := map[string]string{}
	var people []string
	for batch := range slices.Chunk(unique(append([]string{}, orgs...)), 400) {
		var posts []officers.Post
		err := tx.Where("org_id IN ? AND valid_from <= ? AND (valid_to = '' OR valid_to > ?)", batch, day, day).
			Order("valid_from DESC, id").
			Find(&posts).
			Error
		if err != nil {
			return nil, err
		}
		for _, p := range posts {
			if strings.HasPrefix(strings.ToLower(p.Label), "bí thư") && held[p.OrgID] == "" {
				held[p.OrgID] = p.OfficerID
				people = append(people, p.OfficerID)
			}
		}
	}
	refs, err := officers.Refs(tx, people, day)
	out := map[string]string{}
	for org, who := range held {
		out[org] = refs[who].Name
	}
	return out, err
}
