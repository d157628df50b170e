package reports

import (
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/matters"
)

func saidIn(blocks ...document.Block) string {
	var parts []string
	for _, b := range blocks {
		switch {
		case b.Paragraph != nil:
			parts = append(parts, said(b.Paragraph.Runs))
		case b.List != nil:
			for _, item := range b.List.Items {
				parts = append(parts, "- "+said(item.Runs))
			}
		}
	}
	return strings.Join(parts, "\n")
}

func TestReceptionIsJudged(t *testing.T) {
	t.Parallel()
	quota := func(owed, short int) []matters.Quota { return []matters.Quota{{Owed: owed, Short: short}} }
	received := func(n, late int) matters.Summary {
		return matters.Summary{Received: numberOf(n), Overdue: numberOf(late)}
	}
	for _, c := range []struct {
		name   string
		f      matters.ReceptionFigures
		quotas []matters.Quota
		total  matters.Summary
		want   string
	}{
		{"nothing", matters.ReceptionFigures{}, nil, received(0, 0), "Hạn chế: Trong kỳ chưa có buổi tiếp dân, đối thoại nào để đánh giá."},
		{"nothing held", matters.ReceptionFigures{NotHeld: 1}, quota(1, 1), received(0, 0),
			"Hạn chế: Còn thiếu 01 lần tiếp dân, đối thoại so với quy định; 01 buổi có lịch nhưng không tổ chức."},
		{"held, nothing more", matters.ReceptionFigures{Days: 1}, nil, received(0, 0),
			"Ưu điểm: Đã duy trì việc tiếp dân, đối thoại theo lịch.\nHạn chế: Qua số liệu theo dõi, kỳ này không phát sinh hạn chế."},
		{"all good", matters.ReceptionFigures{Days: 2, Noted: 4, Settled: 3}, quota(2, 0), received(1, 0),
			"Ưu điểm: Đã tổ chức đủ số lần tiếp dân, đối thoại phải tổ chức; trả lời ngay tại buổi tiếp 03/04 việc (đạt 75%); " +
				"không có ý kiến, kiến nghị quá hạn.\nHạn chế: Qua số liệu theo dõi, kỳ này không phát sinh hạn chế."},
		{"all bad", matters.ReceptionFigures{Dialogues: 1, NotHeld: 2, Unrecorded: 3, Noted: 2}, quota(3, 2), received(5, 4),
			"Ưu điểm: Đã duy trì việc tiếp dân, đối thoại theo lịch.\nHạn chế: Còn thiếu 02 lần tiếp dân, đối thoại so với quy định; " +
				"04 ý kiến, kiến nghị nêu qua tiếp dân, đối thoại quá hạn ở các khâu; 02 buổi có lịch nhưng không tổ chức."},
	} {
		if got := saidIn(receptionJudged(c.f, c.quotas, c.total)...); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	const always = "- Người chủ trì tiếp tục tiếp dân, đối thoại theo lịch; bộ phận tiếp dân ghi kết quả ngay sau từng buổi."
	if got := saidIn(receptionAhead(nil, received(0, 0))); got != always {
		t.Error(got)
	}
	if got := saidIn(receptionAhead(quota(3, 2), received(1, 1))); got != always+
		"\n- Bố trí lịch bù 02 lần tiếp dân, đối thoại còn thiếu trong kỳ tới.\n- Văn phòng đôn đốc trả lời, phản hồi 01 ý kiến, kiến nghị đang quá hạn." {
		t.Error(got)
	}
}
