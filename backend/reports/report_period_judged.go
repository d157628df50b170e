package reports

import (
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/store"
)

// raised writes what was heard from the places and what became of it, from the figures of the register of matters.
func (f *periodFacts) raised(s *story, at string) {
	n := f.matters.Received.Value
	if n == 0 {
		text := "Trong {kỳ báo cáo} không tiếp nhận ý kiến, kiến nghị nào"
		if f.before.matters > 0 {
			text += " ({" + lastPeriod + "}: {số ý kiến, kiến nghị " + lastPeriod + "})"
		}
		s.say(at+".tiep-nhan", text+".")
	} else {
		text := "Đã tiếp nhận {số ý kiến, kiến nghị} ý kiến, kiến nghị"
		if f.matters.Voices > n {
			text += " (với {số ý kiến tương tự} lượt ý kiến tương tự)"
		}
		var fields []coded
		for _, field := range f.fieldsOfMatters() {
			fields = append(fields, field.coded)
		}
		about, most := focus(fields, n, matterFigure)
		s.say(at+".tiep-nhan", text+about+most+f.annexRef(annexFields, "chi tiết tại")+".")
	}
	s.say(at+".so-sanh", f.raisedCompared())
	s.say(at+".ket-qua", f.settled())
	s.say(at+".co-quan", f.owing())
	s.say(at+".phan-hoi", f.toldBack())
}

func (f *periodFacts) raisedCompared() string {
	const what, none = "số ý kiến, kiến nghị", "không có ý kiến, kiến nghị nào"
	n := f.matters.Received.Value
	if n == 0 {
		return ""
	}
	var parts []string
	if f.before.matters > 0 {
		parts = append(parts, f.toCompare(lastPeriod)+moved(what, none, lastPeriod, "nội dung", n, f.before.matters))
	}
	if f.lastYear.matters > 0 && f.period.Previous() != f.period.SamePeriodLastYear() {
		with := f.toCompare(lastYear)
		if len(parts) > 0 {
			with = store.LowerFirst(strings.TrimPrefix(with, stillRunning))
		}
		parts = append(parts, with+moved(what, none, lastYear, "nội dung", n, f.lastYear.matters))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "; ") + "."
}

// settled writes what became of the matters of the period, each class that is not empty.
func (f *periodFacts) settled() string {
	if f.matters.Received.Value == 0 {
		return ""
	}
	var parts []string
	for _, c := range f.classes() {
		if c.number.Value > 0 {
			parts = append(parts, c.words+" {"+c.name+"}")
		}
	}
	text := "Kết quả đến ngày {ngày lấy kết quả}: " + strings.Join(parts, "; ")
	if f.matters.Overdue.Value > 0 { // counted across the others
		text += "; trong đó {kiến nghị quá hạn} nội dung quá hạn ở các khâu"
	}
	return text + "."
}

func (f *periodFacts) toldBack() string {
	l := f.loop
	switch {
	case f.matters.Received.Value == 0:
		return ""
	case l.Answered.Value == 0:
		return "Chưa có nội dung nào được trả lời."
	}
	var text string
	switch told := l.ToldBack.Value; {
	case told == 0 && l.Answered.Value == 1:
		text = "{kiến nghị đã có trả lời} ý kiến, kiến nghị đã có trả lời nhưng chưa được phản hồi về cơ sở"
	case told == 0:
		text = "Trong {kiến nghị đã có trả lời} ý kiến, kiến nghị đã có trả lời, chưa có nội dung nào được phản hồi về cơ sở"
	case told == l.Answered.Value && told == 1:
		text = "{kiến nghị đã có trả lời} ý kiến, kiến nghị đã có trả lời và đã phản hồi về cơ sở hoặc giải trình tại chỗ"
	case told == l.Answered.Value:
		text = "Cả {kiến nghị đã có trả lời} ý kiến, kiến nghị đã có trả lời đều đã phản hồi về cơ sở hoặc giải trình tại chỗ"
	default:
		text = "Trong {kiến nghị đã có trả lời} ý kiến, kiến nghị đã có trả lời, {kiến nghị đã phản hồi} nội dung đã phản hồi về cơ sở hoặc giải trình tại chỗ (đạt {tỷ lệ phản hồi})"
	}
	if l.Again.Value > 0 {
		text += "; {kiến nghị phải mở lại} nội dung phải mở lại do cơ sở còn ý kiến hoặc chưa có chuyển biến"
	}
	text += "."
	if l.Rechecked.Value+l.NoEffect.Value > 0 {
		text += " Xem lại tại cơ sở việc đã giải quyết xong: {kiến nghị đã xem lại, có chuyển biến} nội dung đã chuyển biến, " +
			"{kiến nghị xem lại, chưa chuyển biến} nội dung chưa chuyển biến phải mở lại."
	}
	if l.ToRecheck.Value > 0 {
		text += " Đến hạn xem lại, chưa xem lại: {kiến nghị đến hạn xem lại} nội dung."
	}
	return text
}

// judged writes what the figures allow to say about the period: strengths, weaknesses, causes; lessons are for a person.
func (f *periodFacts) judged(s *story, at string) {
	s.section(at+".1", "Ưu điểm")
	s.say(at+".1.uu-diem", f.strengths())
	best, _ := f.extremes()
	s.say(at+".1.noi-tot", when(len(best) > 0, "Nơi thực hiện tốt: "+placesWithRates(best)+"."))
	s.section(at+".2", "Hạn chế")
	f.weaknesses(s, at+".2")
	s.section(at+".3", "Nguyên nhân")
	f.causes(s, at+".3")
	if f.summing() {
		s.section(at+".4", "Bài học kinh nghiệm")
		s.ask(at+".4.bai-hoc", "Bài học kinh nghiệm rút ra từ cách làm trong kỳ; số liệu không nói thay được.")
	}
}

func (f *periodFacts) strengths() string {
	t, c := f.now.turns, f.coverage
	all := c.Required > 0 && c.Covered == c.Required
	charged := "Các nơi phải có người phụ trách đều đã được phân công"
	if c.Required == 1 {
		charged = "Nơi phải có người phụ trách đã được phân công"
	}
	turned := when(
		t.done > t.attended,
		"cùng dự thay được tính là ",
	) + "{số lượt dự được tính}/{số lượt có họp} lượt có họp, đạt {tỷ lệ dự}"
	advised := when(f.now.advice > 0, ", góp ý với cơ sở {số nội dung góp ý} nội dung")
	switch {
	case t.held == 0 && all:
		return charged + ". Kỳ này chưa có số liệu dự họp để đánh giá."
	case t.held == 0:
		return "Kỳ này chưa có số liệu dự họp để đánh giá."
	case t.done == t.due:
		return "Cán bộ được phân công đã dự đủ các cuộc họp phải dự" + advised + "."
	case t.done*10 >= t.held*8:
		return "Cán bộ được phân công đã dự phần lớn các cuộc họp (" + turned + ")" + advised + "."
	case all && t.done == 0:
		return charged + "."
	case all:
		return charged + "; cán bộ đã dự " + turned + "."
	case t.done == 0:
		return ""
	}
	return "Cán bộ được phân công đã dự " + turned + "."
}

// when keeps a sentence for the case it speaks of.
func when(is bool, text string) string {
	if is {
		return text
	}
	return ""
}

func (f *periodFacts) weaknesses(s *story, at string) {
	t, late := f.now.turns, f.matters.Overdue.Value > 0
	silent := f.now.held > 0 && f.now.advice == 0
	s.item(at+".khuyet", when(len(f.vacant) > 0, "Còn {số nơi chưa có người phụ trách} nơi chưa có người phụ trách"+f.vacantWhere()+"."))
	low := f.lowPlaces()
	s.item(at+".noi-thap", when(len(low) > 0, "Tỷ lệ dự còn thấp ở: "+placesWithRates(low)+"."))
	s.item(at+".vang", when(t.absent > 0, "Còn {số lượt vắng không lý do} lượt vắng không có lý do."))
	s.item(
		at+".qua-han",
		when(late, "Còn {kiến nghị quá hạn} ý kiến, kiến nghị quá hạn ở các khâu chuyển, trả lời hoặc phản hồi"+f.owedMost()+"."),
	)
	// what nobody wrote down stands on the check page; it only keeps the report from saying that nothing was wrong
	any := len(f.vacant) > 0 || t.absent > 0 || f.now.unrecorded+t.unrecorded > 0 || late || silent
	text := when(!any, "Qua số liệu theo dõi, kỳ này không phát sinh hạn chế.")
	if !any && f.now.held == 0 && t.due == 0 {
		text = "Kỳ này chưa có số liệu để đánh giá."
	}
	s.say(at+".khong", text)
}

// causes writes only what the records show; why it is so, a person adds.
func (f *periodFacts) causes(s *story, at string) {
	n, t := f.now, f.now.turns
	outside := f.listed("cuộc", count{"không tổ chức", n.cancelled}, count{"hoãn", n.postponed}, count{"tạm dừng", n.suspended})
	if t.excused > 0 {
		outside = document.JoinParts("; ", outside, "cán bộ vắng có lý do {số lượt vắng có lý do} lượt")
	}
	s.say(at+".khach-quan", when(outside != "", "Khách quan: "+outside+"."))
	var own []string
	if len(f.vacant) > 0 {
		own = append(own, "việc phân công người thay ở nơi khuyết chưa kịp thời")
	}
	if t.absent > 0 {
		own = append(own, "một số lượt cán bộ chưa thực hiện nghiêm việc dự họp theo phân công")
	}
	if f.matters.Overdue.Value > 0 {
		own = append(own, "việc theo dõi, đôn đốc cơ quan giải quyết kiến nghị chưa thường xuyên")
	}
	s.say(at+".chu-quan", when(len(own) > 0, "Chủ quan: "+strings.Join(own, "; ")+"."))
}

// ahead writes what follows from the figures for the time to come.
func (f *periodFacts) ahead(s *story, at string) {
	t, staff := f.now.turns, f.staff()
	const by = "xong trước ngày {hạn thực hiện}."
	s.item(
		at+".tiep-tuc",
		"Cán bộ được phân công tiếp tục dự họp, nắm tình hình ở địa bàn, tổ chức đảng; ghi nhận kết quả ngay sau từng cuộc họp.",
	)
	s.item(at+".khuyet", when(len(f.vacant) > 0,
		store.UpperFirst(staff+"tham mưu phân công người phụ trách {số nơi chưa có người phụ trách} nơi đang khuyết, "+by)))
	s.item(
		at+".noi-thap",
		when(len(f.lowPlaces()) > 0, "Cấp ủy nơi có tỷ lệ dự thấp kiểm điểm nguyên nhân, có biện pháp khắc phục trong {kỳ tới}: "+
			placeNames(f.lowPlaces())+"."),
	)
	s.item(at+".qua-han", f.toSettle(staff))
	s.item(at+".phan-hoi", when(f.toTell.Value > 0,
		store.UpperFirst(staff+"phản hồi về cơ sở {kiến nghị chờ phản hồi} ý kiến, kiến nghị đã có trả lời, "+by)))
	who := "các đồng chí"
	if t.absent == 1 || f.absentees() == 1 {
		who = "đồng chí"
	}
	s.item(at+".nhac-nho", when(t.absent > 0, "Nhắc nhở "+who+" vắng không có lý do."))
	s.ask(at+".de-xuat", "Kiến nghị, đề xuất với cấp trên và các cơ quan; khen thưởng, phê bình nếu có.")
}
