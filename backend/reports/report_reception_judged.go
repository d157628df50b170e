package reports

import (
	"caunoi/backend/document"
	"caunoi/backend/matters"
	"caunoi/backend/store"
)

// receptionJudged writes what the figures of a period of receptions and dialogues allow to say about it.
func receptionJudged(f matters.ReceptionFigures, quotas []matters.Quota, total matters.Summary) []document.Block {
	held := f.Days + f.Unscheduled + f.Dialogues
	owed, short := 0, 0
	for _, q := range quotas {
		owed, short = owed+q.Owed, short+q.Short
	}
	var good, bad []string
	switch {
	case owed > 0 && short == 0:
		good = append(good, "đã tổ chức đủ số lần tiếp dân, đối thoại phải tổ chức")
	case short > 0:
		bad = append(bad, "còn thiếu "+document.TwoDigits(short)+" lần tiếp dân, đối thoại so với quy định")
	}
	if f.Noted > 0 && f.Settled > 0 {
		good = append(good, "trả lời ngay tại buổi tiếp "+document.TwoDigits(f.Settled)+"/"+document.TwoDigits(f.Noted)+" việc (đạt "+
			share(f.Settled, f.Noted)+")")
	}
	if n := total.Overdue.Value; n > 0 {
		bad = append(bad, document.TwoDigits(n)+" ý kiến, kiến nghị nêu qua tiếp dân, đối thoại quá hạn ở các khâu")
	} else if total.Received.Value > 0 {
		good = append(good, "không có ý kiến, kiến nghị quá hạn")
	}
	if f.NotHeld > 0 {
		bad = append(bad, document.TwoDigits(f.NotHeld)+" buổi có lịch nhưng không tổ chức")
	}
	line := func(label string, parts []string, none string) document.Block {
		text := document.JoinParts("; ", parts...)
		if text == "" {
			return leadIn(label, none)
		}
		return leadIn(label, store.UpperFirst(text)+".")
	}
	if held == 0 {
		return []document.Block{line("Hạn chế: ", bad, "Trong kỳ chưa có buổi tiếp dân, đối thoại nào để đánh giá.")}
	}
	return []document.Block{
		line("Ưu điểm: ", good, "Đã duy trì việc tiếp dân, đối thoại theo lịch."),
		line("Hạn chế: ", bad, "Qua số liệu theo dõi, kỳ này không phát sinh hạn chế."),
	}
}

// receptionAhead says what is to be done, by whom.
func receptionAhead(quotas []matters.Quota, total matters.Summary) document.Block {
	items := []string{"Người chủ trì tiếp tục tiếp dân, đối thoại theo lịch; bộ phận tiếp dân ghi kết quả ngay sau từng buổi."}
	short := 0
	for _, q := range quotas {
		short += q.Short
	}
	if short > 0 {
		items = append(items, "Bố trí lịch bù "+document.TwoDigits(short)+" lần tiếp dân, đối thoại còn thiếu trong kỳ tới.")
	}
	if n := total.Overdue.Value; n > 0 {
		items = append(items, "Văn phòng đôn đốc trả lời, phản hồi "+document.TwoDigits(n)+" ý kiến, kiến nghị đang quá hạn.")
	}
	return document.Dashes(items...)
}
