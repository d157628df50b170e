package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

var reportR25 = Report{
	Code:        "R25",
	Use:         UseAssigning,
	Name:        "bien-ban-ban-giao",
	Title:       "Biên bản bàn giao địa bàn",
	Description: "Bên giao, bên nhận, địa bàn và toàn bộ việc còn mở tại giờ in, để ba bên ký.",
	Periods:     anyPeriod,
	Looks:       LooksNow,
	Symbol:      "BB",
	Forms:       everyForm,
	Needs:       NeedHandover,
	Takes:       []Choice{ChooseUnit, ChooseOfficer},
	Signature:   SignedByParties,
	Conditions:  []Condition{SourceReady},
	Build:       handoverMinutes,
}

// handoverMinutes is R25: the minutes of a handover, signed by three sides. What is open is read at the hour of printing, so
// that nothing found since is left out (story 14).
func handoverMinutes(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	done, err := handedOver(tx, in)
	if err != nil {
		return document.Document{}, err
	}
	if done.Undone {
		return document.Document{}, fault.Conflict("Lần bàn giao này đã được hoàn tác; hãy chọn lần bàn giao khác.")
	}
	if done.ID == "" {
		paper.lacks(
			SourceReady,
			handoverScreen,
			"đồng chí "+done.Officer.Name+" chưa ghi bàn giao; trang này chỉ để trao đổi trước. Hãy ghi ở mục Bàn giao rồi chọn lần bàn giao ấy.",
		)
	}
	if paper, err = paper.paired(SignedUsually); err != nil {
		return document.Document{}, err
	}
	doc := paper.document(in, "BIÊN BẢN", paper.subject("bàn giao địa bàn phụ trách của đồng chí "+done.Officer.Name))
	doc.Head.NoDate = true
	successors := successorsOf(done)
	why, err := grounds(tx, done)
	if err != nil {
		return document.Document{}, err
	}
	doc.Blocks = []document.Block{
		document.Text("Hôm nay, " + paper.Head.Date.ShowLong() + ", tại " + paper.house() + ", " + why +
			", các bên lập biên bản bàn giao như sau:"),
		document.Head(2, "1", "Thành phần"),
		document.Dashes("Bên giao: đồng chí "+document.JoinParts(", ", done.Officer.Name, done.Officer.Post)+"; "+leaves(done)+".",
			"Bên nhận: "+receivers(done, successors)+".", "Chứng kiến: "+paper.witness()+"."),
		document.Head(2, "2", "Địa bàn, vị trí bàn giao"),
		tabled(handedPlaces(done)),
		document.Head(2, "3", "Việc còn mở, tính đến "+hour(tx.Now)),
		tabled(openTable(done)),
		document.Head(2, "4", "Hồ sơ, tài liệu bàn giao"),
		document.TableBlock(filesToSign()),
		document.Head(2, "5", "Cam kết của các bên"),
		document.Dashes(commitments(done)...),
		document.Text("Biên bản lập thành 03 bản có giá trị như nhau, mỗi bên giữ 01 bản."),
	}
	doc.Signing = paper.signedBySides(done, successors)
	return doc, nil
}

// signedBySides ends the minutes with a signature of everybody who is named in them: who hands over, each who takes over, and the
// office as witness. Where nobody takes over the office does; before the handover the place is left to the hand.
func (p Paper) signedBySides(done assignments.HandoverDone, successors []receiver) *document.Signing {
	witness := *p.signer
	witness.Above = "Người chứng kiến"
	first := &document.Signing{Left: &document.Signatory{Position: "BÊN GIAO", Name: done.Officer.Name}}
	last := first
	for i, r := range successors {
		who := &document.Signatory{Position: "BÊN NHẬN", Name: r.name}
		switch {
		case i == 0:
			first.Right = who
		case last == first || last.Right != nil:
			last.Under = &document.Signing{Left: who}
			last = last.Under
		default:
			last.Right = who
		}
	}
	switch {
	case len(successors) == 0 && done.ID != "":
		witness.Above = "Đại diện cơ quan tiếp nhận"
		first.Right = &witness
		return first
	case len(successors) == 0:
		first.Right = &document.Signatory{Position: "BÊN NHẬN"}
	}
	if last != first && last.Right == nil {
		last.Right = &witness
	} else {
		last.Under = &document.Signing{Right: &witness}
	}
	return first
}

// witness names who stands for the office in the minutes, as in a sentence.
func (p Paper) witness() string {
	if p.signer.Name == "" {
		return "đại diện " + p.house()
	}
	return "đồng chí " + p.signer.Name + ", đại diện " + p.house()
}

// handedOver reads the handover, or, before there is one, what the officer would hand over on the paper's day: so that the
// minutes can be talked over before the decision.
func handedOver(tx *store.Tx, in Input) (assignments.HandoverDone, error) {
	if in.HandoverID != "" {
		return assignments.HandoverOf(tx, in.HandoverID)
	}
	plan, err := assignments.PlanHandover(tx, in.OfficerID, in.Date)
	done := assignments.HandoverDone{Officer: plan.Officer, On: plan.On}
	for _, l := range plan.Lines {
		done.Lines = append(
			done.Lines,
			assignments.HandoverGone{
				AssignmentID: l.AssignmentID,
				KindName:     l.KindName,
				TargetID:     l.TargetID,
				TargetLabel:  l.TargetLabel,
				Items:        l.Items,
			},
		)
	}
	for _, s := range plan.Seats {
		done.Lines = append(done.Lines, assignments.HandoverGone{TeamID: s.TeamID, TeamName: s.TeamName})
	}
	return done, err
}

// leaves tells from which day the officer is no longer in charge, and why.
func leaves(done assignments.HandoverDone) string {
	if done.ID == "" {
		return "thôi phụ trách từ ngày ……/……/………"
	}
	return "thôi phụ trách từ ngày " + done.On.ShowInPaper() + " (" + store.LowerFirst(done.ReasonWord) + ")"
}

// receiver is a successor with the number of places taken over.
type receiver struct {
	id, name, post string
	n              int
}

func successorsOf(done assignments.HandoverDone) []receiver {
	var list []receiver
next:
	for _, l := range done.Lines {
		if l.Successor.ID == "" {
			continue
		}
		for i := range list {
			if list[i].id == l.Successor.ID {
				list[i].n++
				continue next
			}
		}
		list = append(list, receiver{l.Successor.ID, l.Successor.Name, l.Successor.Post, 1})
	}
	return list
}

func receivers(done assignments.HandoverDone, list []receiver) string {
	if done.ID == "" {
		return strings.Repeat("…", 30)
	}
	var parts []string
	for _, r := range list {
		parts = append(parts, "đồng chí "+document.JoinParts(", ", r.name, r.post)+" (nhận "+document.TwoDigits(r.n)+" phân công)")
	}
	if len(parts) == 0 {
		return "chưa có người nhận; cơ quan tiếp nhận và theo dõi cho đến khi phân công người mới"
	}
	return strings.Join(parts, "; ")
}

// grounds says by what a handover happens; the decision stands in full, as HD 05, II.I.6.1.4 asks of the first time it is quoted.
func grounds(tx *store.Tx, done assignments.HandoverDone) (string, error) {
	switch {
	case done.DecisionNumber != "":
		var decision assignments.Decision
		if err := tx.Where("id = ?", done.DecisionID).Take(&decision).Error; err != nil {
			return "", err
		}
		return "căn cứ " + quotedDecision(decision), nil
	case done.Note != "":
		return "căn cứ: " + strings.TrimRight(done.Note, ". "), nil
	}
	return "theo phân công của cơ quan", nil
}

// quotedDecision quotes a decision in full: type, number and symbol, day, issuer and subject, as far as they are recorded.
func quotedDecision(d assignments.Decision) string {
	text := "Quyết định số " + d.NumberText() + ", ngày " + d.DocDate.ShowInPaper()
	if d.Issuer != "" {
		text += " của " + d.Issuer
	}
	subject := strings.TrimPrefix(strings.TrimPrefix(store.LowerFirst(strings.TrimRight(d.Subject, " .;,")), "về việc "), "về ")
	if subject != "" {
		text += " về việc " + subject
	}
	return text
}

// hour writes the moment of printing in the office's time, the hour of Việt Nam.
func hour(at time.Time) string {
	local := at.In(time.FixedZone("", 7*60*60))
	return fmt.Sprintf("%02d giờ %02d phút, ngày %s", local.Hour(), local.Minute(), local.Format("02/01/2006"))
}

func handedPlaces(done assignments.HandoverDone) document.Table {
	table := document.Table{
		Columns: []document.Column{{Width: 12, Align: document.AlignCentre}, {Width: 62}, {Width: 43}, {Width: 48}},
		Head:    []document.Row{document.Cells("STT", "Địa bàn, tổ chức đảng, tổ", "Hình thức", "Bên nhận")},
		Empty:   "Không có phân công nào đang có hiệu lực",
	}
	for i, l := range done.Lines {
		place, kind, to := l.TargetLabel, l.KindName, l.Successor.Name
		if l.TeamID != "" {
			place, kind = "Tổ “"+l.TeamName+"”", "Thành viên tổ"
		}
		if to == "" && done.ID != "" {
			to = "Chưa có người nhận"
			if l.NothingOpen {
				to += "; đã xác nhận không có việc tồn"
			}
		}
		row := document.Cells(strconv.Itoa(i+1), place, kind, to)
		row.Cells[1].Link, row.Cells[3].Link = unitLink(l.TargetID), officerLink(l.Successor.ID)
		if l.TeamID != "" {
			row.Cells[1].Link = holderLink("", l.TeamID)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// subjects are what the sides commit themselves to, subject by subject, in the order of the minutes: for each kind of open item, by
// the code of its hook, what becomes of it.
var subjects = []struct {
	codes []string
	word  string
	vow   string
}{
	{[]string{"kien_nghi"}, "ý kiến, kiến nghị đang mở",
		"bên giao đã báo hết quá trình xử lý; bên nhận theo dõi đến khi có trả lời và phản hồi về cơ sở"},
	{[]string{"loi_hen"}, "lời hẹn của cơ quan trả lời", "bên nhận nhắc trước ngày hẹn và kiểm tra kết quả tại cơ sở"},
	{[]string{"gop_y"}, "góp ý chờ kết quả", "bên nhận kiểm tra việc tiếp thu tại cuộc họp gần nhất"},
	{[]string{"cuoc_hop", "nhiem_vu"}, "cuộc họp, nhiệm vụ định kỳ sắp tới", "bên nhận dự, thực hiện từ ngày nhận bàn giao"},
	{[]string{"chua_ghi"}, "cuộc họp đã qua chưa ghi nhận", "bên giao cung cấp đủ kết quả để ghi vào sổ"},
}

// commitments are the vows of the sides about what is really handed over, and about the files.
func commitments(done assignments.HandoverDone) []string {
	var out []string
	for _, s := range subjects {
		known, nearest := map[string]bool{}, dates.None
		for _, l := range done.Lines {
			for _, item := range l.Items {
				if !slices.Contains(s.codes, item.Code) {
					continue
				}
				known[item.ID+"\n"+item.Text+"\n"+string(item.Day)] = true
				if item.Day != dates.None && (nearest == dates.None || item.Day < nearest) {
					nearest = item.Day
				}
			}
		}
		if len(known) == 0 {
			continue
		}
		text := "Về " + document.TwoDigits(len(known)) + " " + s.word
		if nearest != dates.None {
			text += " (gần nhất ngày " + nearest.ShowInPaper() + ")"
		}
		out = append(out, text+": "+s.vow+".")
	}
	return append(out, "Về hồ sơ, tài liệu: bên giao giao đủ theo danh mục ở mục 4; bên nhận giữ gìn và sử dụng đúng quy định.",
		"Về địa bàn: bên giao đã bàn giao hết những việc biết được; bên nhận tiếp tục theo dõi các việc ở mục 3.")
}

// openTable lists what is open place by place; a place handed over in two assignments stands once.
func openTable(done assignments.HandoverDone) document.Table {
	table := newOpenTable()
	seen := map[string]bool{}
	for _, l := range done.Lines {
		if l.TargetID == "" || seen[l.TargetID] {
			continue
		}
		seen[l.TargetID] = true
		addOpen(&table, l.TargetLabel, l.Items)
	}
	return table
}

func newOpenTable() document.Table {
	return document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 45},
			{Width: 82},
			{Width: 26, Align: document.AlignCentre},
		},
		Head:  []document.Row{document.Cells("STT", "Loại việc", "Nội dung", "Ngày, hạn")},
		Empty: "Không có việc còn mở",
	}
}

// addOpen adds the open items of one place under a group row; title "" adds none.
func addOpen(table *document.Table, title string, items []assignments.OpenItem) {
	if title != "" {
		text := title
		if len(items) == 0 {
			text += ": không có việc còn mở"
		}
		table.Rows = append(table.Rows, document.GroupRow(4, text))
	}
	for i, item := range items {
		day := ""
		if item.Day != "" {
			day = item.Day.ShowInPaper()
		}
		row := document.Cells(strconv.Itoa(i+1), store.UpperFirst(item.Word), item.Text, day)
		row.Cells[0].Number, row.Cells[3].Date, row.Cells[2].Link = number(i+1), item.Day, openItemLink(item)
		table.Rows = append(table.Rows, row)
	}
}

// filesToSign leaves room to write the files handed over by hand.
func filesToSign() document.Table {
	table := document.Table{
		Columns: []document.Column{
			{Width: 12, Align: document.AlignCentre},
			{Width: 93},
			{Width: 25, Align: document.AlignCentre},
			{Width: 35},
		},
		Head: []document.Row{document.Cells("STT", "Tên hồ sơ, tài liệu", "Số lượng", "Ghi chú")},
	}
	for i := range 3 {
		row := blankRow(4, strconv.Itoa(i+1))
		row.Height = 9
		table.Rows = append(table.Rows, row)
	}
	return table
}
