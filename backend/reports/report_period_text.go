package reports

import (
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/store"
)

// The sentences below are written from the figures as a clerk would write them: what is none is said in words, what is one
// is not counted as many, and what is zero is left out of a list. {names} are figures, see report_period_fields.go.

// opening begins every report of a period.
func (f *periodFacts) opening(s *story) {
	s.say(
		"mo-dau",
		f.paper.issuerName()+" báo cáo kết quả công tác theo dõi, hỗ trợ cơ sở trong {kỳ báo cáo}"+f.paper.inScope()+" như sau:",
	)
}

// assigned tells who is in charge of what.
func (f *periodFacts) assigned(s *story, at string) {
	people, teams, places := f.charged()
	if places == 0 {
		s.say(at+".phan-cong", "Đến ngày {ngày tính số liệu} chưa có quyết định phân công nào đang có hiệu lực.")
	} else {
		var who []string
		if people > 0 {
			who = append(who, "{số đồng chí được phân công} đồng chí")
		}
		if teams > 0 {
			who = append(who, "{số tổ công tác được phân công} tổ công tác")
		}
		s.say(
			at+".phan-cong",
			"Đến ngày {ngày tính số liệu} có "+strings.Join(
				who,
				" và ",
			)+" được phân công theo dõi, phụ trách {số nơi được phân công} địa bàn, tổ chức đảng.",
		)
	}
	s.say(at+".phu-kin", f.covered())
	if places > 0 && f.coverage.Required > 0 && places != f.coverage.Covered {
		s.say(
			at+".cach-dem",
			"Số địa bàn, tổ chức đảng được phân công tính mỗi nơi một lần; số nơi phải có người phụ trách tính theo từng hình thức phân công.",
		)
	}
}

// covered tells how many of the places that must have somebody do.
func (f *periodFacts) covered() string {
	c, list := f.coverage, f.annexRef(annexVacancies, "danh sách tại")
	switch {
	case c.Required == 0:
		return ""
	case c.Covered == c.Required && c.Required == 1:
		return "{số nơi phải có người phụ trách} nơi phải có người phụ trách đã được phân công."
	case c.Covered == c.Required:
		return "Cả {số nơi phải có người phụ trách} nơi phải có người phụ trách đều đã được phân công."
	case c.Covered == 0 && c.Required == 1:
		return "{số nơi phải có người phụ trách} nơi phải có người phụ trách nhưng chưa được phân công" + list + "."
	case c.Covered == 0:
		return "Cả {số nơi phải có người phụ trách} nơi phải có người phụ trách đều chưa được phân công" + list + "."
	}
	return "Trong {số nơi phải có người phụ trách} nơi phải có người phụ trách, {số nơi đã có người phụ trách} nơi đã được phân công (đạt {tỷ lệ nơi có người phụ trách}), " +
		"{số nơi chưa có người phụ trách} nơi chưa có người phụ trách" + list + "."
}

// met tells of the meetings and who attended.
func (f *periodFacts) met(s *story, at string) {
	n := f.now
	recorded := n.held+n.cancelled+n.postponed+n.suspended+n.unrecorded > 0
	if n.held > 0 {
		s.say(at+".da-hop", "Các cơ sở đã tổ chức {số cuộc họp} cuộc họp, sinh hoạt được ghi nhận"+kindsOf(n.kinds)+".")
	} else {
		s.say(at+".da-hop", "Trong {kỳ báo cáo} chưa có số liệu về cuộc họp, sinh hoạt đã tổ chức ở cơ sở.")
	}
	other := f.listed(
		"cuộc",
		count{"không tổ chức", n.cancelled},
		count{"hoãn", n.postponed},
		count{"tạm dừng", n.suspended},
	)
	if other != "" {
		other += "."
		if n.held > 0 {
			other = "Ngoài ra, " + other
		}
	}
	s.say(at+".khong-hop", store.UpperFirst(other))
	s.say(at+".du-hop", f.attended(recorded))
	s.say(at+".noi", f.attendedWhere())
	once := f.period.Previous() == f.period.SamePeriodLastYear() // the same comparison once
	s.say(at+".so-sanh", f.compared(lastPeriod, f.before, when(once && f.summing(), "Chưa có số liệu năm trước để so sánh.")))
	if !once {
		s.say(at+".cung-ky", f.compared(lastYear, f.lastYear, when(f.summing(), "Chưa có số liệu cùng kỳ năm trước để so sánh.")))
	}
}

// kindsOf tells which kinds of meetings they were.
func kindsOf(kinds []coded) string {
	const most = 8
	if len(kinds) == 1 {
		return " (" + store.LowerFirst(kinds[0].what) + ")"
	}
	var parts []string
	for _, kind := range kinds[:min(most, len(kinds))] {
		parts = append(parts, store.LowerFirst(kind.what)+" ({"+kindFigure(kind)+"})")
	}
	if len(kinds) > most {
		return ", nhiều nhất là: " + strings.Join(parts, "; ")
	}
	return ", gồm: " + strings.Join(parts, "; ")
}

// listed joins the counts that are not zero: "không tổ chức 02 cuộc; hoãn 01 cuộc". Each is a named figure.
func (f *periodFacts) listed(unit string, counts ...count) string {
	var parts []string
	for _, c := range counts {
		if c.n > 0 {
			parts = append(parts, c.what+" {số "+unit+" "+c.what+"} "+unit)
		}
	}
	return strings.Join(parts, "; ")
}

// rated is the rate of attendance with the two numbers it is counted from, see fulfilment.RateRule.
const rated = "{số lượt dự được tính}/{số lượt có họp} lượt có họp (đạt {tỷ lệ dự})"

func (f *periodFacts) attended(recorded bool) string {
	t := f.now.turns
	if t.due == 0 {
		if !recorded {
			return ""
		}
		return "Không có cuộc họp nào có cán bộ được phân công phải dự."
	}
	text := "Cán bộ được phân công phải dự {số lượt phải dự} lượt"
	switch {
	case t.held == 0:
		// what nobody wrote down stands in its own column of the annex
	case t.attended == t.due:
		text += ", đã dự đủ"
	case t.attended == 0 && t.done > 0:
		text += ", chưa trực tiếp dự lượt nào; dự thay được tính là " + rated
	case t.attended == 0 && t.held == 1:
		text += ", chưa dự lượt nào"
	case t.attended == 0:
		text += ", chưa dự lượt nào trong {số lượt có họp} lượt có họp"
	case t.done == t.attended:
		text += ", đã dự " + rated
	default:
		text += ", đã dự {số lượt đã dự} lượt; cùng {số lượt dự thay được tính} lượt dự thay được tính là " + rated
	}
	if rest := f.listed(
		"lượt",
		count{"dự thay", t.substituted},
		count{"vắng có lý do", t.excused},
		count{"vắng không lý do", t.absent},
	); rest != "" {
		text += "; " + strings.NewReplacer("vắng không lý do {", "vắng không có lý do {", "dự thay {", "cử người dự thay {").Replace(rest)
	}
	return text + f.annexRef(annexAttendance, "chi tiết tại") + "."
}

// summing tells that the report sums up a half or a whole year: then it is compared with the year before in any case, and
// lessons are drawn.
func (f *periodFacts) summing() bool {
	return f.period.Kind() == dates.Half || f.period.Kind() == dates.Year
}

// compared writes how the attendance moved; when is the period it is compared with, as the names of its figures end.
func (f *periodFacts) compared(when string, e earlier, none string) string {
	if e.nothing() {
		return none
	}
	now, t := f.now, f.now.turns
	parts := []string{
		moved("số cuộc họp", "không có cuộc họp nào", when, "cuộc", now.held, e.held),
		moved("số lượt đã dự", "không có lượt dự nào", when, "lượt", t.attended, e.turns.attended),
	}
	if t.held > 0 && e.turns.held > 0 {
		if way := f.rateMoved(when, e.turns); way != "" {
			parts = append(parts, way)
		}
	}
	if text := document.JoinParts("; ", parts...); text != "" {
		return f.toCompare(when) + text + "."
	}
	return ""
}

// stillRunning begins a comparison while the period is not over.
const stillRunning = "Kỳ báo cáo chưa hết; "

// toCompare begins a comparison; one of a period that still runs with a whole one says so, and names the whole one.
func (f *periodFacts) toCompare(when string) string {
	switch running := f.today < f.period.Span().Last(); {
	case running && (when == lastYear || f.previousWord() == lastYear):
		return stillRunning + "so với cả {tên " + lastYear + "}, "
	case running:
		return stillRunning + "so với cả {" + lastPeriod + "}, "
	case when == lastYear:
		return "So với " + lastYear + ", "
	}
	return "So với {" + when + "}, "
}

// moved writes how a number moved: "số cuộc họp tăng từ 03 lên 05 cuộc".
func moved(what, none, when, unit string, now, before int) string {
	this, other := "{"+what+"}", "{"+what+" "+when+"}"
	switch {
	case now == 0 && before == 0:
		return ""
	case before == 0:
		return what + " là " + this + " " + unit + " (trước đó không có)"
	case now == 0:
		return none + " (trước đó " + other + " " + unit + ")"
	case now > before:
		return what + " tăng từ " + other + " lên " + this + " " + unit
	case now < before:
		return what + " giảm từ " + other + " xuống " + this + " " + unit
	}
	return what + " giữ nguyên " + this + " " + unit
}

// rateMoved compares the rates as they print, each with the numbers it is counted from: what looks the same did not move.
func (f *periodFacts) rateMoved(when string, e turns) string {
	t := f.now.turns
	parts, partsThen := "{số lượt dự được tính}/{số lượt có họp} lượt", "{số lượt dự được tính "+when+"}/{số lượt có họp "+when+"} lượt"
	this, other := "{tỷ lệ dự} ("+parts+")", "{tỷ lệ dự "+when+"} ("+partsThen+")"
	switch now, before := tenths(t.done, t.held), tenths(e.done, e.held); {
	case now > before:
		return "tỷ lệ dự tăng từ " + other + " lên " + this
	case now < before:
		return "tỷ lệ dự giảm từ " + other + " xuống " + this
	case t.done == e.done && t.held == e.held:
		return "tỷ lệ dự giữ nguyên " + this
	}
	return "tỷ lệ dự giữ nguyên {tỷ lệ dự} (" + parts + "; trước đó " + partsThen + ")"
}

// contributed tells what the officers advised and passed on.
func (f *periodFacts) contributed(s *story, at string) {
	n, text := f.now, ""
	if n.advice > 0 {
		about, most := focus(n.fields, n.advice, adviceFigure)
		text = "Cán bộ được phân công đã góp ý {số nội dung góp ý} nội dung" + about
		then := ", "
		if about != "" {
			then = "; " // names of figures have commas of their own
		}
		switch {
		case n.accepted == n.advice && n.advice == 1:
			text += then + "được cơ sở tiếp thu"
		case n.accepted == n.advice:
			text += then + "đều được cơ sở tiếp thu toàn bộ hoặc một phần"
		case n.accepted > 0:
			text += then + "trong đó {số góp ý được tiếp thu} nội dung được cơ sở tiếp thu toàn bộ hoặc một phần"
		}
		text += most + "."
	}
	s.say(at+".gop-y", text)
	text = ""
	if n.conveyed > 0 {
		const most = 5
		var topics []string
		for _, topic := range n.topics[:min(most, len(n.topics))] {
			topics = append(topics, braceless(topic.what)+" ({"+topicFigure(topic)+"})")
		}
		text = "Đã truyền đạt {số lượt truyền đạt} lượt chủ trương, văn bản của cấp trên: " + strings.Join(topics, "; ") + "."
		switch {
		case len(n.topics) == 1:
			text = "Đã truyền đạt {số lượt truyền đạt} lượt chủ trương, văn bản của cấp trên: " + braceless(n.topics[0].what) + "."
		case len(n.topics) > most:
			text = strings.Replace(text, "cấp trên: ", "cấp trên, nhiều nhất là: ", 1)
		}
	}
	s.say(at+".truyen-dat", text)
}

// focus tells which field of work all of something was about, or else which ones most of it.
func focus(fields []coded, all int, name func(coded) string) (about, mostly string) {
	const most = 3
	switch {
	case len(fields) == 0:
		return "", ""
	case len(fields) == 1 && fields[0].n == all:
		return " về lĩnh vực " + braceless(fields[0].what), ""
	case len(fields) == 1:
		return "", "; về lĩnh vực " + braceless(fields[0].what) + " có {" + name(fields[0]) + "} nội dung"
	}
	var parts []string
	for _, field := range fields[:min(most, len(fields))] {
		parts = append(parts, braceless(field.what)+" ({"+name(field)+"})")
	}
	return "", "; tập trung vào các lĩnh vực: " + strings.Join(parts, "; ")
}

// braceless keeps braces a person typed from being taken for a figure, and their full stop from ending our sentence.
func braceless(text string) string {
	return strings.TrimRight(strings.NewReplacer("{", "(", "}", ")").Replace(text), " .,;:")
}
