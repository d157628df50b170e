package reports

import "caunoi/backend/matters"

// raised writes what was heard from the places and what became of it, from the figures of the register of matters.
func (f *periodFacts) raised() []Block {
	m := f.matters
	if m.Received.Value == 0 {
		text := upperFirst(f.inPeriod()) + " không tiếp nhận ý kiến, kiến nghị nào"
		if n := f.mattersBefore.Received.Value; n > 0 {
			text += " (" + f.previousWord() + ": " + twoDigits(n) + ")"
		}
		return []Block{Text(text + ".")}
	}
	text := "Đã tiếp nhận " + received(m.Received.Value)
	if m.Voices > m.Received.Value {
		text += " (với " + twoDigits(m.Voices) + " lượt ý kiến tương tự)"
	}
	if len(f.fields) > 0 {
		text += ", tập trung vào: " + listed(fieldCounts(f.fields), 3, false)
	}
	text += "; chi tiết tại " + f.annexLabel(3) + "."
	if n := f.mattersBefore.Received.Value; n > 0 {
		text += " So với " + f.previousWord() + ", " + compare("số ý kiến, kiến nghị", m.Received.Value, n, "nội dung") + "."
	}
	blocks := []Block{Text(text), Text("Kết quả đến ngày " + f.today.Show() + ": " + standingTotals(m) + ".")}
	if l := f.loop; l.Answered.Value > 0 {
		text := "Trong " + received(l.Answered.Value) + " đã có trả lời, " + twoDigits(l.ToldBack.Value) + " nội dung đã phản hồi về cơ sở hoặc giải trình tại chỗ"
		if l.ToldBack.Value > 0 {
			text += " (đạt " + share(l.ToldBack.Value, l.Answered.Value) + ")"
		}
		if l.ToldBack.Value == 0 {
			text = "Trong " + received(l.Answered.Value) + " đã có trả lời, chưa có nội dung nào được phản hồi về cơ sở"
		}
		if l.Again.Value > 0 {
			text += "; " + twoDigits(l.Again.Value) + " nội dung phải mở lại do cơ sở còn ý kiến hoặc chưa có chuyển biến"
		}
		blocks = append(blocks, Text(text+"."))
	} else {
		blocks = append(blocks, Text("Chưa có nội dung nào được trả lời."))
	}
	return blocks
}

func fieldCounts(lines []matters.Summary) []count {
	counts := map[string]int{}
	for _, s := range lines {
		counts[s.Name] += s.Received.Value
	}
	return ranked(counts)
}
