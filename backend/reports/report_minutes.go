package reports

import (
	"slices"
	"strconv"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/officers"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
)

var reportPH4 = Report{
	Code:        "PH4",
	Use:         UseSessions,
	Name:        "bien-ban-hop",
	Title:       "Biên bản phiên họp",
	Description: "Thời gian, thành phần có mặt, từng nội dung và kết luận; chỗ chưa ghi để viết tay.",
	Symbol:      "BB",
	Forms:       partyOnly,
	Needs:       NeedSession,
	Signature:   SignedByParties,
	Conditions:  []Condition{SourceReady, SomethingToSay},
	Build:       sessionMinutes,
}

// sessionMinutes is PH4, the biên bản (document-format D8): the header bears no place and date, two sign at the end. What was
// not recorded leaves room to write by hand.
func sessionMinutes(tx *store.Tx, in Input, paper Paper) (document.Document, error) {
	v, err := LoadSession(tx, in, paper)
	if err != nil {
		return document.Document{}, err
	}
	paper.lacksAgenda(v)
	paper.lacksRecord(v)
	doc := paper.document(in, "BIÊN BẢN", paper.subject(v.Title))
	doc.Head.NoDate = true
	doc.Signing = &document.Signing{
		Left:  &document.Signatory{Position: "NGƯỜI GHI BIÊN BẢN", Name: v.Secretary.Name},
		Right: &document.Signatory{Position: "CHỦ TRÌ HỘI NGHỊ", Name: v.Chair.Name},
	}
	if v.Chair.Name != "" && !paper.sealedFor(v) {
		if paper, err = paper.paired(SignedUsually); err != nil {
			return document.Document{}, err
		}
		confirms := *paper.signer
		confirms.Above = "Xác nhận chữ ký của đồng chí " + v.Chair.Name
		doc.Signing.Under = &document.Signing{Right: &confirms}
	}
	doc.Blocks = []document.Block{
		document.Head(2, "1", "Thời gian, địa điểm"),
		document.Text(
			"Hội nghị bắt đầu lúc " + document.ClockWords(v.StartTime) + " phút, " + v.Day.ShowLong() + ", tại " + orRoom(v.Place) + ".",
		),
		document.Head(2, "2", "Thành phần"),
	}
	doc.Blocks = append(doc.Blocks, present(attendance("Thành viên", v.People, sessions.Member))...)
	doc.Blocks = append(doc.Blocks, present(attendance("Khách mời", v.People, sessions.Invited))...)
	doc.Blocks = append(doc.Blocks,
		document.Head(2, "3", "Chủ trì, thư ký"),
		document.Dashes("Chủ trì: "+comrade(v.Chair)+".", "Thư ký: "+comrade(v.Secretary)+"."),
		document.Head(2, "4", "Nội dung, ý kiến và kết luận"))
	for _, item := range v.Items {
		doc.Blocks = append(doc.Blocks, minutesOf(item)...)
	}
	doc.Blocks = append(
		doc.Blocks,
		document.Text("Biên bản đã được thông qua tại hội nghị. Hội nghị kết thúc lúc "+document.ClockWords(v.EndTime)+" phút cùng ngày."),
	)
	return doc, nil
}

// sealedFor tells whether the seal may stand on the signature of who led the session: secretary and deputy secretaries of the
// committee itself, and whoever leads the inspection committee, which has a seal of its own. For everybody else the head of the
// office confirms the signature (HD 05, 7.1.4 e).
func (p Paper) sealedFor(v sessions.View) bool {
	if officers.Body(v.Body) == officers.UBKT {
		return true
	}
	post, found := strings.CutPrefix(strings.TrimPrefix(store.Fold(v.Chair.Post), "pho "), "bi thu")
	post = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(post), "thuong truc"))
	office := strings.Fields(store.Fold(p.Office.Name))
	return found && (post == "" || len(office) > 1 && strings.HasPrefix(post, office[0]+" "+office[1]))
}

// lacksRecord says what keeps the minutes from being sealed: the session is not held yet, or something of it was not recorded and
// is left to the hand.
func (p Paper) lacksRecord(v sessions.View) {
	if v.State != sessions.Held {
		p.lacks(
			SourceReady,
			sessionLink(v.ID),
			"phiên họp “"+v.Title+"” chưa ghi là đã họp nên chưa có biên bản. Hãy sửa tình trạng phiên họp sau khi họp.",
		)
		return
	}
	var open []string
	for _, item := range v.Items {
		if item.Conclusion == "" {
			open = append(open, strconv.Itoa(item.Number))
		}
	}
	unrecorded := slices.ContainsFunc(v.People, func(each sessions.PersonView) bool { return each.Present == "" })
	p.lacksWords(v, map[string]bool{
		"giờ bắt đầu": v.StartTime == "", "giờ kết thúc": v.EndTime == "", "địa điểm": v.Place == "",
		"thành phần có mặt": unrecorded || len(v.People) == 0, "kết luận của nội dung " + strings.Join(open, ", "): len(open) > 0,
	})
}

// minutesOf is one point of the agenda: who presented what, the opinions, the conclusion.
func minutesOf(item sessions.ItemView) []document.Block {
	blocks := []document.Block{document.Head(3, "4."+strconv.Itoa(item.Number), item.Title)}
	presented := ""
	if item.PresenterWord != "" {
		presented = "Trình bày: " + presenter(item) + "."
	}
	var laid []string
	for _, p := range item.Papers {
		laid = append(laid, document.JoinParts(" ", p.Title, inBrackets(p.Symbol)))
	}
	if len(laid) > 0 {
		presented = document.JoinParts(" ", presented, "Tài liệu: "+strings.Join(laid, "; ")+".")
	}
	if presented != "" {
		blocks = append(blocks, document.Text(presented))
	}
	if item.Conclusion != "" {
		return append(blocks, document.Rich(document.Run{Text: "Kết luận: ", Bold: true}, document.Run{Text: item.Conclusion}))
	}
	return append(
		blocks,
		document.Text("Ý kiến phát biểu: "+strings.Repeat("…", 23)),
		byHand(),
		document.Rich(document.Run{Text: "Kết luận: ", Bold: true}, document.Run{Text: strings.Repeat("…", 26)}),
		byHand(),
	)
}

func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return "(" + text + ")"
}

// byHand is a line of dots over the whole width.
func byHand() document.Block {
	return document.Block{Paragraph: &document.Paragraph{Runs: []document.Run{{Text: strings.Repeat("…", 33)}}, NoIndent: true}}
}

// present is a line of attendance, with a line to write the names on where they are left to the hand.
func present(line string) []document.Block {
	if strings.HasSuffix(line, ":") {
		return []document.Block{document.Dashes(line), byHand()}
	}
	return []document.Block{document.Dashes(line)}
}

// attendance counts those of a role: "tổng số 10 đồng chí; có mặt 09 đồng chí; …". Where nothing was recorded the counts are
// left to the hand.
func attendance(word string, people []sessions.PersonView, role string) string {
	total, recorded := 0, 0
	away := map[string][]string{}
	for _, p := range people {
		if p.Role != role {
			continue
		}
		total++
		if p.Present != "" {
			recorded++
		}
		away[p.Present] = append(away[p.Present], p.Name)
	}
	switch {
	case total == 0 && role == sessions.Invited:
		return word + ": không có."
	case total == 0 || recorded == 0:
		sum := "……"
		if total > 0 {
			sum = document.TwoDigits(total)
		}
		return word + ": tổng số " + sum + "; có mặt ……; vắng có lý do ……; vắng không có lý do ……; họ tên người vắng:"
	case len(away[sessions.Present]) == total:
		return word + ": tổng số " + document.TwoDigits(total) + "; có mặt " + document.TwoDigits(total) + "; không có người vắng."
	}
	parts := []string{word + ": tổng số " + document.TwoDigits(total), "có mặt " + document.TwoDigits(len(away[sessions.Present]))}
	for _, kind := range []struct{ code, word string }{{sessions.Excused, "vắng có lý do"},
		{sessions.Unexcused, "vắng không có lý do"}, {"", "chưa ghi nhận"}} {
		if names := away[kind.code]; len(names) > 0 {
			parts = append(parts, kind.word+" "+document.TwoDigits(len(names))+" ("+strings.Join(names, ", ")+")")
		}
	}
	return strings.Join(parts, "; ") + "."
}
