package reports

import (
	"caunoi/backend/dates"
)

// narrative writes the report's paragraphs. Every sentence comes from a figure; where there is nothing, it says so in the
// words a person would use instead of printing a row of zeros.
func (f *periodFacts) narrative() []Block {
	p := f.paper
	blocks := []Block{Text(upperFirst(f.inPeriod()) + ", " + f.issuer() + " báo cáo kết quả công tác theo dõi, hỗ trợ cơ sở" + p.inScope() + " như sau:"),
		Head(1, "I", "Tình hình và kết quả thực hiện"),
		Head(2, "1", "Công tác phân công")}
	blocks = append(blocks, f.assigned()...)
	blocks = append(blocks, Head(2, "2", "Kết quả dự họp, sinh hoạt ở cơ sở"))
	blocks = append(blocks, f.attended()...)
	blocks = append(blocks, Head(2, "3", "Nội dung góp ý và truyền đạt chủ trương"))
	blocks = append(blocks, f.contributed()...)
	blocks = append(blocks, Head(2, "4", "Ý kiến, kiến nghị và kết quả giải quyết"))
	blocks = append(blocks, f.raised()...)
	blocks = append(blocks, Head(1, "II", "Đánh giá chung"), Head(2, "1", "Kết quả đạt được"), Text(f.strengths()), Head(2, "2", "Hạn chế"))
	blocks = append(blocks, f.weaknesses()...)
	blocks = append(blocks, Head(1, "III", "Phương hướng, nhiệm vụ trọng tâm"))
	return append(blocks, f.tasks()...)
}

// inPeriod names the period inside a sentence.
func (f *periodFacts) inPeriod() string { return "trong " + f.period.Label() }

// previousWord names the period before in a comparison.
func (f *periodFacts) previousWord() string {
	switch f.period.Kind() {
	case dates.Month:
		return "tháng trước"
	case dates.Quarter:
		return "quý trước"
	case dates.Year:
		return "năm trước"
	}
	return "kỳ trước (" + f.period.Previous().Label() + ")"
}

func (f *periodFacts) assigned() []Block {
	people, teams, places := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, line := range f.lines {
		if line.OfficerID != "" {
			people[line.OfficerID] = true
		} else {
			teams[line.TeamID] = true
		}
		places[line.TargetID] = true
	}
	if len(f.lines) == 0 {
		return []Block{Text("Đến ngày " + f.paper.AsOf.Show() + " chưa có quyết định phân công nào đang có hiệu lực.")}
	}
	who := twoDigits(len(people)) + " đồng chí"
	switch {
	case len(people) == 0:
		who = twoDigits(len(teams)) + " tổ công tác"
	case len(teams) > 0:
		who += " và " + twoDigits(len(teams)) + " tổ công tác"
	}
	blocks := []Block{Text("Đến ngày " + f.paper.AsOf.Show() + " có " + who + " được phân công theo dõi, phụ trách " + twoDigits(len(places)) + " địa bàn, tổ chức đảng.")}
	c := f.coverage
	switch {
	case c.Required == 0:
	case c.Covered == c.Required:
		blocks = append(blocks, Text("Cả "+twoDigits(c.Required)+" nơi phải có người phụ trách đều đã được phân công."))
	default:
		blocks = append(blocks, Text("Trong "+twoDigits(c.Required)+" nơi phải có người phụ trách, "+twoDigits(c.Covered)+" nơi đã được phân công (đạt "+share(c.Covered, c.Required)+
			"), "+twoDigits(c.Required-c.Covered)+" nơi chưa có người phụ trách (danh sách tại "+f.annexLabel(2)+")."))
	}
	return blocks
}

func (f *periodFacts) attended() []Block {
	n := f.now
	if n.held+n.cancelled+n.postponed+n.suspended+n.unrecorded == 0 {
		return []Block{Text(upperFirst(f.inPeriod()) + " chưa ghi nhận cuộc họp nào ở cơ sở.")}
	}
	var blocks []Block
	if n.held > 0 {
		detail := ", gồm: " + listed(n.kinds, 8, true)
		if len(n.kinds) == 1 {
			detail = " (" + lowerFirst(n.kinds[0].what) + ")"
		}
		blocks = append(blocks, Text("Các cơ sở đã tổ chức "+twoDigits(n.held)+" cuộc họp, sinh hoạt được ghi nhận"+detail+"."))
	}
	if other := clauses("cuộc", count{"không tổ chức", n.cancelled}, count{"hoãn", n.postponed}, count{"tạm dừng", n.suspended}, count{"đã qua ngày dự kiến nhưng chưa ghi nhận", n.unrecorded}); other != "" {
		blocks = append(blocks, Text("Ngoài ra, "+other+"."))
	}
	t := n.turns
	if t.due == 0 {
		return append(blocks, Text("Không có cuộc họp nào có cán bộ được phân công phải dự."))
	}
	text := "Cán bộ được phân công phải dự " + twoDigits(t.due) + " lượt"
	switch {
	case t.held == 0:
		text += ", chưa có lượt nào cuộc họp được ghi nhận là đã tổ chức"
	case t.held < t.due:
		text += "; trong " + twoDigits(t.held) + " lượt có họp, đã dự " + t.words()
	default:
		text += ", đã dự " + t.words()
	}
	if rest := clauses("lượt", count{"cử người dự thay", t.substituted}, count{"vắng có lý do", t.excused}, count{"vắng không có lý do", t.absent}, count{"chưa ghi nhận", t.unrecorded}); rest != "" {
		text += "; " + rest
	}
	blocks = append(blocks, Text(text+" (chi tiết tại "+f.annexLabel(1)+")."))
	if f.before.turns.due > 0 {
		blocks = append(blocks, Text("So với "+f.previousWord()+", "+compare("số lượt đã dự", t.attended, f.before.turns.attended, "lượt")+"; "+
			compare("số cuộc họp", n.held, f.before.held, "cuộc")+"."))
	}
	return blocks
}

// compare writes how a number moved: "số lượt đã dự tăng 03 lượt", "giữ nguyên".
func compare(what string, now, before int, unit string) string {
	switch {
	case now > before:
		return what + " tăng " + twoDigits(now-before) + " " + unit
	case now < before:
		return what + " giảm " + twoDigits(before-now) + " " + unit
	}
	return what + " giữ nguyên"
}

func (f *periodFacts) contributed() []Block {
	n := f.now
	var blocks []Block
	switch {
	case n.advice == 0:
		blocks = append(blocks, Text("Chưa ghi nhận nội dung góp ý của cán bộ được phân công tại các cuộc họp."))
	default:
		text := "Cán bộ được phân công đã góp ý " + twoDigits(n.advice) + " nội dung"
		if n.accepted > 0 {
			text += ", trong đó " + twoDigits(n.accepted) + " nội dung được cơ sở tiếp thu toàn bộ hoặc một phần"
		}
		if len(n.fields) > 0 {
			text += "; tập trung vào các lĩnh vực: " + listed(n.fields, 3, false)
		}
		blocks = append(blocks, Text(text+"."))
	}
	if n.conveyed > 0 {
		blocks = append(blocks, Text("Đã truyền đạt "+twoDigits(n.conveyed)+" lượt chủ trương, văn bản của cấp trên: "+listed(n.topics, 5, false)+"."))
	}
	return blocks
}

// words tells how many turns were attended and the rate with both of its numbers, since a substitute may count.
func (t turns) words() string {
	text := twoDigits(t.attended) + " lượt"
	if t.done > t.attended {
		text += ", dự thay được tính " + twoDigits(t.done-t.attended) + " lượt"
	}
	return text + " (" + twoDigits(t.done) + "/" + twoDigits(t.held) + " lượt, đạt " + share(t.done, t.held) + ")"
}

func (f *periodFacts) strengths() string {
	t, c := f.now.turns, f.coverage
	switch {
	case t.held == 0:
		return "Kỳ này chưa có số liệu dự họp để đánh giá."
	case t.done == t.due:
		return "Cán bộ được phân công đã dự đủ các cuộc họp phải dự, nắm tình hình và góp ý kịp thời với cơ sở."
	case t.done*10 >= t.held*8:
		return "Phần lớn cán bộ được phân công dự họp đầy đủ (" + share(t.done, t.held) + " số lượt có họp), nắm tình hình và góp ý kịp thời với cơ sở."
	case c.Required > 0 && c.Covered == c.Required:
		return "Các nơi phải có người phụ trách đều đã được phân công; cán bộ đã dự " + share(t.done, t.held) + " số lượt có họp."
	}
	return "Cán bộ được phân công đã dự " + share(t.done, t.held) + " số lượt có họp."
}

func (f *periodFacts) weaknesses() []Block {
	t := f.now.turns
	var items []string
	if n := len(f.vacant); n > 0 {
		items = append(items, "Còn "+twoDigits(n)+" nơi chưa có người phụ trách.")
	}
	if t.absent > 0 {
		items = append(items, "Còn "+twoDigits(t.absent)+" lượt vắng không có lý do.")
	}
	if t.unrecorded > 0 {
		items = append(items, "Còn "+twoDigits(t.unrecorded)+" lượt dự họp chưa được ghi nhận kết quả nên chưa đánh giá được.")
	}
	if n := f.matters.Late.Value; n > 0 {
		items = append(items, "Còn "+received(n)+" quá hạn ở các khâu chuyển, trả lời hoặc phản hồi.")
	}
	if f.now.held > 0 && f.now.advice == 0 {
		items = append(items, "Nội dung góp ý của cán bộ tại cuộc họp chưa được ghi lại.")
	}
	if len(items) == 0 {
		return []Block{Text("Qua số liệu theo dõi, kỳ này không phát sinh hạn chế.")}
	}
	return []Block{Dashes(items...)}
}

func (f *periodFacts) tasks() []Block {
	t := f.now.turns
	items := []string{"Tiếp tục thực hiện việc dự họp, nắm tình hình ở địa bàn, tổ chức đảng theo phân công; ghi nhận kết quả ngay sau từng cuộc họp."}
	if n := len(f.vacant); n > 0 {
		items = append(items, "Phân công người phụ trách "+twoDigits(n)+" nơi đang khuyết.")
	}
	if t.unrecorded > 0 {
		items = append(items, "Bổ sung kết quả "+twoDigits(t.unrecorded)+" lượt dự họp chưa ghi nhận.")
	}
	if n := f.matters.Late.Value; n > 0 {
		items = append(items, "Đôn đốc, giải quyết dứt điểm "+received(n)+" đang quá hạn.")
	}
	if n := f.loop.Answered.Value - f.loop.ToldBack.Value; n > 0 {
		items = append(items, "Phản hồi về cơ sở "+received(n)+" đã có trả lời.")
	}
	if t.absent > 0 {
		items = append(items, "Nhắc nhở các đồng chí vắng không có lý do.")
	}
	return []Block{Dashes(items...)}
}
