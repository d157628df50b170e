package reports

import (
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
)

// SessionProgramme and ParticipantList open the dossier of a session.
var SessionProgramme, ParticipantList = reportPH1, reportPH3

// LoadSession reads the session a paper is about and lets the guard see what persons typed in it.
func LoadSession(tx *store.Tx, in Input, paper Paper) (sessions.View, error) {
	v, err := sessions.Load(tx, in.SessionID)
	switch {
	case err != nil:
		return v, err
	case v.Deleted:
		return v, fault.Conflict("Phiên họp này đang ở thùng rác. Hãy lấy lại phiên họp rồi in.")
	case v.State == sessions.CalledOff:
		return v, fault.Conflict("Phiên họp này đã hủy nên không in văn bản. Hãy sửa tình trạng phiên họp nếu ghi nhầm.")
	}
	where := "phiên họp ngày " + v.Day.Show()
	paper.noteFreeText(where, v.Title, v.Reason)
	paper.noteFreeText(where, v.Place, v.Reason)
	for _, item := range v.Items {
		for _, text := range []string{item.Title, item.Presenter, item.Conclusion} {
			paper.noteFreeText(where, text, v.Reason)
		}
		for _, p := range item.Papers {
			paper.noteFreeText(where, p.Title, v.Reason)
			paper.noteFreeText(where, p.Owner, v.Reason)
		}
	}
	for _, p := range v.People {
		paper.noteFreeText(where, p.Label, v.Reason)
	}
	return v, nil
}

// RequireAgenda refuses a session without an agenda: a programme or dossier of nothing would go out unnoticed.
func RequireAgenda(v sessions.View) error {
	if len(v.Items) == 0 {
		return fault.Conflict("Phiên họp “" + v.Title + "” chưa có nội dung nào. Hãy ghi ít nhất một nội dung vào chương trình rồi in.")
	}
	return nil
}

// lacksAgenda says that a session has nothing to deal with.
func (p Paper) lacksAgenda(v sessions.View) {
	if len(v.Items) == 0 {
		p.lacks(
			SomethingToSay,
			sessionLink(v.ID),
			"phiên họp “"+v.Title+"” chưa có nội dung nào. Hãy ghi ít nhất một nội dung vào chương trình.",
		)
	}
}

// lacksWords says what was not written of a session: a draft leaves room for it, a sealed paper cannot.
func (p Paper) lacksWords(v sessions.View, empty map[string]bool) {
	var words []string
	for word, is := range empty {
		if is {
			words = append(words, word)
		}
	}
	if slices.Sort(words); len(words) > 0 {
		p.lacks(SourceReady, sessionLink(v.ID), "phiên họp “"+v.Title+"” chưa ghi "+strings.Join(words, ", ")+". Hãy ghi đủ ở phiên họp.")
	}
}

// whenAndWhere writes the line under the title of a session's paper.
func whenAndWhere(v sessions.View) string {
	text := document.ClockWords(v.StartTime) + ", " + store.LowerFirst(v.Day.WeekdayLong()) + ", " + v.Day.ShowLong()
	if v.Place != "" {
		text += ", tại " + v.Place
	}
	return text
}

// comrade names an officer in a sentence.
func comrade(who officers.Ref) string {
	if who.Name == "" {
		return strings.Repeat("…", 20)
	}
	return "đồng chí " + document.JoinParts(", ", who.Name, who.Post)
}

var reportPH1 = Report{
	Code:        "PH1",
	Use:         UseSessions,
	Name:        "chuong-trinh-hop",
	Title:       "Chương trình phiên họp",
	Description: "Thời gian, nội dung, người thực hiện của một phiên họp cấp ủy.",
	Forms:       partyOnly,
	Needs:       NeedSession,
	Signature:   Unsigned,
	Build:       sessionProgramme,
}

// sessionProgramme is PH1: what the session deals with, when and by whom.
func sessionProgramme(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	v, err := LoadSession(tx, in, paper)
	if err == nil {
		err = RequireAgenda(v)
	}
	if err != nil {
		return document.Document{}, err
	}
	table := document.Table{
		Columns: []document.Column{{Width: 28, Align: document.AlignCentre}, {Width: 87}, {Width: 50}},
		Head:    []document.Row{document.Cells("Thời gian", "Nội dung", "Người thực hiện")},
	}
	for _, item := range v.Items {
		when := ""
		if item.StartsAt != "" {
			when = document.ClockWords(item.StartsAt)
		}
		if item.Minutes > 0 {
			when = document.JoinParts("\n", when, "("+document.TwoDigits(item.Minutes)+" phút)")
		}
		row := document.Cells(when, "", store.UpperFirst(presenter(item)))
		row.Cells[1] = leading(strconv.Itoa(item.Number)+". "+item.Title, sessionLink(v.ID))
		table.Rows = append(table.Rows, row)
	}
	doc := paper.document(in, "CHƯƠNG TRÌNH", v.Title)
	doc.Signing = nil
	doc.Blocks = []document.Block{
		{
			Paragraph: &document.Paragraph{
				Runs:  []document.Run{{Text: "Thời gian: " + whenAndWhere(v) + ".", Italic: true}},
				Align: document.AlignCentre,
			},
		},
		document.TableBlock(table),
	}
	if v.EndsAt != "" {
		doc.Blocks = append(
			doc.Blocks,
			document.Rich(document.Run{Text: "Dự kiến kết thúc lúc " + document.ClockWords(v.EndsAt) + ".", Italic: true}),
		)
	}
	return doc, nil
}

// presenter names who presents a point of the agenda: a body as it was written, an officer as comrade.
func presenter(item sessions.ItemView) string {
	if item.PresenterName == "" {
		return item.PresenterWord
	}
	return "đồng chí " + item.PresenterWord
}

// mostAddressed is how many guests an invitation names; a longer list goes into an annex.
const mostAddressed = 6

var reportPH2 = Report{
	Code:        "PH2",
	Use:         UseSessions,
	Name:        "giay-moi-hop",
	Title:       "Giấy mời dự phiên họp",
	Description: "Một giấy mời chung cho mọi thành viên, khách mời, hoặc riêng một đại biểu.",
	Symbol:      "GM",
	Forms:       partyOnly,
	Needs:       NeedSession,
	Takes:       []Choice{ChooseSigner},
	Signature:   SignedByLetter,
	Conditions:  []Condition{SourceReady, SomethingToSay, Addressed},
	Outside:     true,
	Build:       sessionInvitation,
}

// sessionInvitation is PH2: one for all who are invited, or for one of them.
func sessionInvitation(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	v, err := LoadSession(tx, in, paper)
	if err != nil {
		return document.Document{}, err
	}
	paper.lacksAgenda(v)
	paper.lacksWords(v, map[string]bool{"giờ họp": v.StartTime == "", "địa điểm": v.Place == "", "chủ trì": v.Chair.Name == ""})
	to, annex, err := invited(v, in.GuestID, paper)
	if err != nil {
		return document.Document{}, err
	}
	doc := paper.outgoing(in, "GIẤY MỜI", paper.subject("dự "+v.Title), to...)
	doc.Address = &document.Address{Label: "Kính mời", To: to}
	agenda := make([]document.ListItem, len(v.Items))
	for i, item := range v.Items {
		agenda[i] = document.ListItem{
			Mark: strconv.Itoa(item.Number) + ".",
			Runs: []document.Run{{Text: strings.TrimRight(item.Title, ".;") + map[bool]string{true: ".", false: ";"}[i == len(v.Items)-1]}},
		}
	}
	doc.Blocks = []document.Block{
		paper.sentence(
			"mo-dau",
			"{nơi gửi} trân trọng kính mời dự {tên phiên họp}.",
			word("nơi gửi", paper.voice),
			word("tên phiên họp", v.Title),
		),
		document.Rich(
			document.Run{Text: "Thời gian: ", Bold: true},
			document.Run{
				Text: document.ClockWords(v.StartTime) + ", " + store.LowerFirst(v.Day.WeekdayLong()) + ", " + v.Day.ShowLong() + ".",
			},
		),
		document.Rich(document.Run{Text: "Địa điểm: ", Bold: true}, document.Run{Text: orRoom(v.Place) + "."}),
		document.Rich(document.Run{Text: "Chủ trì: ", Bold: true}, document.Run{Text: comrade(v.Chair) + "."}),
		document.Rich(document.Run{Text: "Nội dung:", Bold: true}),
		{List: &document.List{Items: agenda}},
		paper.sentence("ket", "Đề nghị các đồng chí sắp xếp công việc, dự đúng thành phần và thời gian."),
	}
	if annex != nil {
		annex.Note = document.AttachedTo(paper.Profile, "Giấy mời", paper.Head.Number, paper.Head.Date, paper.voice)
		doc.Annexes = []document.Annex{*annex}
	}
	return doc, nil
}

// invited lists whom the invitation addresses, with an annex where they are many.
func invited(v sessions.View, guestID string, paper Paper) ([]string, *document.Annex, error) {
	if guestID != "" {
		for _, p := range v.People {
			if p.ID == guestID {
				return []string{guestName(p)}, nil, nil
			}
		}
		return nil, nil, fault.Invalid("guestId", "Đại biểu này không còn trong danh sách của phiên họp. Hãy chọn lại.")
	}
	var to []string
	var guests []sessions.PersonView
	members := 0
	for _, p := range v.People {
		if p.Role == sessions.Invited {
			guests = append(guests, p)
		} else {
			members++
		}
	}
	if members > 0 {
		to = append(to, membersOf(v, paper))
	}
	if len(guests) > mostAddressed {
		return append(to, "Các đại biểu có tên trong danh sách kèm theo"),
			&document.Annex{
				Label:  "DANH SÁCH",
				Title:  "đại biểu được mời dự " + v.Title,
				Blocks: []document.Block{document.TableBlock(peopleTable(guests, false))},
			}, nil
	}
	for _, p := range guests {
		to = append(to, guestName(p))
	}
	if len(to) == 0 {
		paper.lacks(
			Addressed,
			sessionLink(v.ID),
			"phiên họp “"+v.Title+"” chưa có thành viên, khách mời nào nên chưa biết mời ai. Hãy ghi thành phần dự họp.",
		)
		to = []string{strings.Repeat("…", 20)}
	}
	return to, nil, nil
}

func guestName(p sessions.PersonView) string {
	if p.OfficerID == "" {
		return p.Label
	}
	return "Đồng chí " + document.JoinParts(", ", p.Name, p.Post)
}

// membersOf names the members of the body together.
func membersOf(v sessions.View, paper Paper) string {
	switch officers.Body(v.Body) {
	case officers.ThuongTruc:
		return "Các đồng chí Thường trực " + paper.Office.Name
	case officers.BTV, officers.BCH, officers.UBKT:
		return "Các đồng chí trong " + v.BodyWord + " " + paper.Office.Name
	}
	return "Các đồng chí trong thành phần hội nghị"
}

func orRoom(text string) string {
	if text == "" {
		return strings.Repeat("…", 20)
	}
	return text
}

var reportPH3 = Report{
	Code:        "PH3",
	Use:         UseSessions,
	Name:        "danh-sach-du-hop",
	Title:       "Danh sách đại biểu dự phiên họp",
	Description: "Thành viên và khách mời, có cột ký tên để điểm danh.",
	Forms:       partyOnly,
	Needs:       NeedSession,
	Signature:   Unsigned,
	Build:       participantList,
}

// participantList is PH3: who takes part, to be signed at the door.
func participantList(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	v, err := LoadSession(tx, in, paper)
	if err != nil {
		return document.Document{}, err
	}
	if len(v.People) == 0 {
		return document.Document{}, fault.Conflict(
			"Phiên họp “" + v.Title + "” chưa có thành viên, khách mời nào. Hãy ghi thành phần dự họp rồi in danh sách.",
		)
	}
	doc := paper.document(in, "DANH SÁCH", "đại biểu dự "+v.Title)
	if !paper.Profile.IsParty() {
		doc.Subject = store.UpperFirst(doc.Subject)
	}
	doc.Signing = nil
	doc.Blocks = []document.Block{
		{
			Paragraph: &document.Paragraph{
				Runs:  []document.Run{{Text: "Thời gian: " + whenAndWhere(v) + ".", Italic: true}},
				Align: document.AlignCentre,
			},
		},
		document.TableBlock(peopleTable(v.People, true)),
		document.Rich(document.Run{Text: "(Danh sách có " + document.TwoDigits(len(v.People)) + " đại biểu)", Italic: true}),
	}
	return doc, nil
}

// peopleTable lists participants, members before guests, with room to sign where it is asked for.
func peopleTable(people []sessions.PersonView, toSign bool) document.Table {
	table := document.Table{
		Columns: []document.Column{{Width: 12, Align: document.AlignCentre}, {Width: 48}, {Width: 70}, {Width: 35}},
		Head:    []document.Row{document.Cells("STT", "Họ và tên", "Chức vụ, cơ quan, đơn vị", "Ghi chú")},
	}
	if toSign {
		table.Head = []document.Row{document.Cells("STT", "Họ và tên", "Chức vụ, cơ quan, đơn vị", "Ký tên")}
	}
	n := 0
	for _, group := range []struct{ role, word string }{{sessions.Member, "Thành viên"}, {sessions.Invited, "Khách mời"}} {
		var rows []document.Row
		for _, p := range people {
			if p.Role != group.role {
				continue
			}
			n++
			name, post := p.Name, p.Post
			if p.OfficerID == "" {
				name, post = "", p.Label
			}
			row := document.Cells(strconv.Itoa(n), name, post, "")
			row.Cells[0].Number, row.Cells[1].Link = number(n), officerLink(p.OfficerID)
			if p.OfficerID == "" {
				row.Cells[2].Link = sessionLink(p.SessionID)
			}
			if toSign {
				row.Height = 9
			}
			rows = append(rows, row)
		}
		if len(rows) > 0 && toSign {
			table.Rows = append(table.Rows, document.GroupRow(4, group.word+" ("+document.TwoDigits(len(rows))+")"))
		}
		table.Rows = append(table.Rows, rows...)
	}
	return table
}
