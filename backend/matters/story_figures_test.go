package matters

import (
	"fmt"
	"strings"
	"testing"

	"caunoi/backend/assignments"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func TestFiguresOfTheStory(t *testing.T) {
	o := storyOffice(t)
	body := func(id string) string {
		b, err := o.s.OfBody(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []Number{b.Overdue, b.InTime, b.FirstTime, b.Answered} { // each number is what its list holds
			page, err := o.s.Register(n.Filter)
			if err != nil || page.Total != n.Value {
				t.Errorf("%s: %d, the list has %d, %v", id, n.Value, page.Total, err)
			}
		}
		return fmt.Sprintf(
			"%s quá hạn %d, còn hạn %d, cụ thể %d, đã trả lời %d, trung vị %v\n",
			b.Body.Name,
			b.Overdue.Value,
			b.InTime.Value,
			b.FirstTime.Value,
			b.Answered.Value,
			b.Median,
		)
	}
	text := body("pnn") + body("pkt")
	if _, err := o.s.OfBody("x"); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("no body: %v", err)
	}
	lists, err := o.s.Worklists("")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lists {
		text += fmt.Sprintf("%s %d %t\n", l.Word, l.Count, l.More)
	}
	all := ""
	storetest.Ask(t, o.Store, func(tx *store.Tx) error {
		all = text
		loop, err := Loop(tx, Filter{})
		if err != nil {
			return err
		}
		all += fmt.Sprintf(
			"trả lời %d, phản hồi %d, thông báo %d/%d, cụ thể %d/%d, lại %d\n",
			loop.Answered.Value,
			loop.ToldBack.Value,
			loop.NoticeInTime.Value,
			loop.NoticeOf.Value,
			loop.FirstTime.Value,
			loop.ByBodies.Value,
			loop.Again.Value,
		)
		for _, l := range loop.Legs {
			all += fmt.Sprintf("- %s: %d, %v\n", l.Name, l.Done.Value, l.Median)
		}
		worst, err := BodyMostOverdue(tx)
		if err != nil {
			return err
		}
		rule, err := RuleOn(tx, ClockReply, "2026-11-22")
		if err != nil {
			return err
		}
		sent, err := SentToBody(tx, "pnn", "2026-10")
		if err != nil {
			return err
		}
		outgoing, err := Outgoing(tx, dates.Through("2026-11-03", "2026-11-04"))
		if err != nil {
			return err
		}
		overdue, err := OverdueAtBody(tx, "pnn")
		if err != nil {
			return err
		}
		answers, err := AnswersForPlace(tx, "ap1", dates.Period("2026-10").Span(), false)
		if err != nil {
			return err
		}
		waiting, err := AnswersForPlace(tx, "ap1", dates.Period("2026-10").Span(), true)
		if err != nil {
			return err
		}
		set, err := CriteriaOn(tx, "2026-11-22")
		if err != nil {
			return err
		}
		changes, err := DeadlineChanges(tx)
		if err != nil {
			return err
		}
		hits, err := Search(tx, "nao vet kenh", 3)
		if err != nil {
			return err
		}
		sheet, err := ReplySheet(tx, "an", "2026-10")
		if err != nil {
			return err
		}
		places := []string{"ap1", "cb1", "xa"}
		open := ""
		for _, id := range places {
			found, err := HandoverHooks()[0].Open(tx, []assignments.HeldPlace{{TargetID: id, OfficerID: "an", On: "2026-11-22"}})
			if err != nil {
				return err
			}
			for _, i := range found[id] {
				open += fmt.Sprintf("  %s: %s %s\n", id, strings.ReplaceAll(i.Text, "Nạo vét kênh nội đồng trước mùa mặn ", ""), i.Day)
			}
		}
		all += fmt.Sprintf(
			"%s | %d %s %s %t | gửi %d, đi %d, quá hạn %d, phản hồi %d, chờ %d | %d tiêu chí, %d đổi hạn, %d thấy, %d phiếu\n%s",
			worst,
			rule.Amount,
			rule.Unit,
			rule.UnitWord,
			rule.Default,
			len(
				sent,
			),
			len(outgoing),
			len(overdue),
			len(answers),
			len(waiting),
			len(set.Items),
			len(changes),
			len(hits),
			len(sheet.Changed)+100*len(sheet.Open),
			open,
		)
		return nil
	})
	same(t, "figures", all, `
			Phòng Nông nghiệp và Môi trường quá hạn 1, còn hạn 1, cụ thể 2, đã trả lời 2, trung vị 12.5
			Phòng Kinh tế quá hạn 0, còn hạn 2, cụ thể 0, đã trả lời 0, trung vị 0
			Chờ chuyển 2 false
			Chờ trả lời 5 false
			Chờ phản hồi 1 false
			Quá hạn 3 false
			Thông báo 10 ngày 7 false
			Khẩn, chưa chuyển 1 false
			Chờ trả lại 0 false
			Theo lời hẹn 0 false
			Đang tạm dừng 1 false
			Chờ kết thúc 2 false
			Đến hạn xem lại 0 false
			Chờ xem lại 0 false
			Tất cả đang mở 8 false
			Đã xong 0 false
			trả lời 3, phản hồi 2, thông báo 0/0, cụ thể 2/2, lại 1
			- Từ tiếp nhận đến chuyển, xử lý: 8, 1
			- Từ tiếp nhận đến thông báo: 0, 0
			- Từ chuyển đến trả lời: 2, 12.5
			- Từ trả lời đến phản hồi: 1, 3
			pnn | 15 ngay_lam_viec ngày làm việc true | gửi 2, đi 2, quá hạn 1, phản hồi 2, chờ 1 |
			  10 tiêu chí, 0 đổi hạn, 3 thấy, 103 phiếu
			ap1: Số 3/2026: (Đã chuyển, chờ trả lời, Phòng Nông nghiệp và Môi trường) 2026-10-16
			ap1: Số 9/2026: (Mở lại) 2026-10-19
			ap1: Số 7/2026: (Đã có trả lời, chờ phản hồi, Phòng Nông nghiệp và Môi trường) 2026-11-03
			ap1: Số 1/2026: (Mới ghi nhận) 2026-11-27
			ap1: Số 6/2026: (Đang tự xử lý) 2026-11-30
			ap1: Số 2/2026: (Đã chuyển, chờ trả lời, Phòng Nông nghiệp và Môi trường) 2026-12-14
			cb1: Số 3/2026: (Đã chuyển, chờ trả lời, Phòng Nông nghiệp và Môi trường) 2026-10-16
			cb1: Số 9/2026: (Mở lại) 2026-10-19
			cb1: Số 7/2026: (Đã có trả lời, chờ phản hồi, Phòng Nông nghiệp và Môi trường) 2026-11-03
			cb1: Số 1/2026: (Mới ghi nhận) 2026-11-27
			cb1: Số 6/2026: (Đang tự xử lý) 2026-11-30
			cb1: Số 2/2026: (Đã chuyển, chờ trả lời, Phòng Nông nghiệp và Môi trường) 2026-12-14
			xa: Số 5/2026: (Đã chuyển, chờ trả lời, Phòng Kinh tế)`)
}

// Reception days and dialogues with their words, what a month owes, and what a period counted.
func TestReceptionsThroughThePage(t *testing.T) {
	o := openOffice(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		return tx.SetSetting("office", map[string]any{"level": "xa", "name": "Đảng ủy Mẫu"})
	})
	n := func(v int) *int { return &v }
	made := []ReceptionDay{}
	for _, in := range []ReceptionInput{
		{Kind: KindReception, HeadID: "an", PlannedOn: "2026-11-05", Place: " Trụ  sở ", UnitIDs: []string{"ap1", "ap2"}, State: DayHeld, Visits: n(5), Noted: n(0), Settled: n(0), ExternalNo: "12/2026"},
		{Kind: KindReception, HeadID: "an", PlannedOn: "2026-11-21"},
		{Kind: KindReception, HeadID: "an", PlannedOn: "2026-11-22"},
		{Kind: KindReception, HeadID: "binh", PlannedOn: "2026-11-12", Unscheduled: true, State: DayHeld, Visits: n(1)},
		{Kind: KindReception, HeadID: "an", PlannedOn: "2026-11-19", State: DayCancelled, Reason: "Trùng họp"},
		{Kind: KindDialogue, HeadID: "an", PlannedOn: "2026-11-10", AnnouncedOn: "2026-11-03", State: DayHeld, HeldOn: "2026-11-11",
			PublishedOn: "2026-11-21", Visits: n(30), Noted: n(2), Settled: n(1)},
		{Kind: KindDialogue, HeadID: "an", PlannedOn: "2026-11-29"}, // the last day to announce it is today
		{Kind: KindDialogue, HeadID: "an", PlannedOn: "2026-11-28"}, // was yesterday
		{Kind: KindDialogue, HeadID: "an", PlannedOn: "2026-11-12", AnnouncedOn: "2026-11-05", State: DayHeld, Visits: n(1),
			Noted: n(0), Settled: n(0)}, // to be published by today
		{Kind: KindDialogue, HeadID: "an", PlannedOn: "2026-11-11", AnnouncedOn: "2026-11-04", State: DayHeld, Visits: n(1),
			Noted: n(0), Settled: n(0)}, // by yesterday
	} {
		d, err := o.s.SaveReceptionDay(in)
		if err != nil {
			t.Fatal(err)
		}
		made = append(made, d)
	}
	show := func(f ReceptionFilter) string {
		list, err := o.s.ReceptionDays(f)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, d := range list {
			text += fmt.Sprintf(
				"%s %s %s | %s %t | %s | %s %s | %d nơi | báo %s/%s, công bố %s/%s\n- %v\n",
				d.PlannedOn,
				d.HeldOn,
				d.KindWord,
				d.StateWord,
				d.Unscheduled,
				d.HeadName,
				d.Place,
				d.ExternalNo+d.Reason,
				len(d.Units),
				d.AnnouncedOn,
				d.AnnounceBy,
				d.PublishedOn,
				d.PublishBy,
				d.Warnings,
			)
		}
		return text
	}
	same(t, "all", show(ReceptionFilter{}), `
			2026-11-05 2026-11-05 Tiếp dân | Đã tổ chức false | Nguyễn Mẫu An | Trụ sở 12/2026 | 2 nơi | báo /, công bố /
			- []
			2026-11-10 2026-11-11 Đối thoại | Đã tổ chức false | Nguyễn Mẫu An |   | 0 nơi |
			  báo 2026-11-03/2026-11-03, công bố 2026-11-21/2026-11-21
			- [Ghi nhận 2 việc trong ngày, sổ kiến nghị có 0 việc.]
			2026-11-11 2026-11-11 Đối thoại | Đã tổ chức false | Nguyễn Mẫu An |   | 0 nơi | báo 2026-11-04/2026-11-04, công bố /2026-11-21
			- [Chưa công bố kết quả; hạn 21/11/2026.]
			2026-11-12 2026-11-12 Tiếp dân | Đã tổ chức true | Trần Mẫu Bình |   | 0 nơi | báo /, công bố /
			- []
			2026-11-12 2026-11-12 Đối thoại | Đã tổ chức false | Nguyễn Mẫu An |   | 0 nơi | báo 2026-11-05/2026-11-05, công bố /2026-11-22
			- []
			2026-11-19  Tiếp dân | Không tổ chức false | Nguyễn Mẫu An |  Trùng họp | 0 nơi | báo /, công bố /
			- []
			2026-11-21  Tiếp dân | Chưa ghi nhận false | Nguyễn Mẫu An |   | 0 nơi | báo /, công bố /
			- []
			2026-11-22  Tiếp dân | Đã lên lịch false | Nguyễn Mẫu An |   | 0 nơi | báo /, công bố /
			- []
			2026-11-28  Đối thoại | Đã lên lịch false | Nguyễn Mẫu An |   | 0 nơi | báo /2026-11-21, công bố /
			- [Chưa ghi ngày thông báo; phải thông báo trước 7 ngày, chậm nhất 21/11/2026.]
			2026-11-29  Đối thoại | Đã lên lịch false | Nguyễn Mẫu An |   | 0 nơi | báo /2026-11-22, công bố /
			- []`)
	same(t, "of one head", show(ReceptionFilter{HeadID: "binh", Kind: KindReception, Span: dates.Period("2026-11").Span()}), `
			2026-11-12 2026-11-12 Tiếp dân | Đã tổ chức true | Trần Mẫu Bình |   | 0 nơi | báo /, công bố /
			- []`)
	for what, c := range map[string]struct {
		month dates.Period
		want  string
	}{"this month": {"", `
			Tiếp dân tháng 11 năm 2026: 2 nợ, 1 đã, 2 sẽ, 0 thiếu, Quy định 11-QĐi/TW, ngày 18/02/2019
			Đối thoại năm 2026: 2 nợ, 3 đã, 2 sẽ, 0 thiếu, mặc định, chưa có văn bản`}, "another": {"2026-12", `
			Tiếp dân tháng 12 năm 2026: 2 nợ, 0 đã, 0 sẽ, 2 thiếu, Quy định 11-QĐi/TW, ngày 18/02/2019
			Đối thoại năm 2026: 2 nợ, 3 đã, 2 sẽ, 0 thiếu, mặc định, chưa có văn bản`}} {
		quotas, err := o.s.ReceptionQuotas(c.month)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, q := range quotas {
			text += fmt.Sprintf(
				"%s %s: %d nợ, %d đã, %d sẽ, %d thiếu, %s\n",
				q.KindWord,
				q.Period,
				q.Owed,
				q.Held,
				q.Planned,
				q.Short,
				q.Source,
			)
		}
		same(t, what, text, c.want)
	}
	if _, err := o.s.ReceptionQuotas("2026-Q1"); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("a quarter: %v", err)
	}
	figures, err := o.s.ReceptionFigures("2026-11")
	if err != nil {
		t.Fatal(err)
	}
	same(
		t,
		"figures",
		fmt.Sprintf(
			"%s %d %d %d | %d %d %d | %d %d %d | %d",
			figures.Period,
			figures.Days,
			figures.Unscheduled,
			figures.Dialogues,
			figures.Visits,
			figures.Noted,
			figures.Settled,
			figures.NotHeld,
			figures.Unrecorded,
			figures.MissingCount,
			figures.Matters.Value,
		),
		`
			tháng 11 năm 2026 1 1 3 | 38 2 1 | 1 1 1 | 0`,
	)
	if _, err := o.s.ReceptionFigures("x"); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("no period: %v", err)
	}
	id := made[1].ID
	for i, step := range []struct { // every second one is of a day that is not there
		do   func() error
		left int
	}{
		{func() error { return o.s.DeleteReceptionDay(id) }, 9}, {func() error { return o.s.DeleteReceptionDay("x") }, 9},
		{func() error { return o.s.RestoreReceptionDay(id) }, 10}, {func() error { return o.s.RestoreReceptionDay("x") }, 10},
	} {
		err := step.do()
		if left, failed := o.s.ReceptionDays(ReceptionFilter{}); failed != nil || len(left) != step.left || (err == nil) != (i%2 == 0) {
			t.Errorf("bin: %d days, %v", len(left), err)
		}
	}
	note, err := o.s.SaveStatutory(StatutoryInput{ReceivedOn: "2026-11-22", Kind: Appeal, BodyID: "pnn", ExternalNo: "45"})
	if err != nil {
		t.Fatal(err)
	}
	for _, do := range []func(string) error{o.s.DeleteStatutory, o.s.RestoreStatutory} {
		if err := do(note.ID); err != nil {
			t.Error(err)
		}
		if err := do("x"); !fault.Is(err, fault.CodeNotFound) {
			t.Errorf("no note: %v", err)
		}
	}
}

// Two matters are told to be about one thing, once, from either side, and no longer.
func TestRelatedMatters(t *testing.T) {
	o := openOffice(t)
	a, b := o.record(t, plain()), o.record(t, plain())
	links := func() string { return fmt.Sprint(len(o.one(t, a.ID).Links), len(o.one(t, b.ID).Links)) }
	for _, c := range []struct {
		do   func() error
		good bool
		want string
	}{
		{func() error { return o.s.Relate(a.ID, a.ID) }, false, "0 0"},
		{func() error { return o.s.Relate(a.ID, "x") }, false, "0 0"}, {func() error { return o.s.Relate("x", a.ID) }, false, "0 0"},
		{func() error { return o.s.Relate(a.ID, b.ID) }, true, "1 1"}, {func() error { return o.s.Relate(b.ID, a.ID) }, true, "1 1"}, {func() error { return o.s.Unrelate(b.ID, a.ID) }, true, "0 0"},
		{func() error { return o.s.Relate(b.ID, a.ID) }, true, "1 1"}, {func() error { return o.s.Unrelate(b.ID, a.ID) }, true, "0 0"},
	} {
		if err := c.do(); (err == nil) != c.good || links() != c.want {
			t.Errorf("%s, want %s: %v", links(), c.want, err)
		}
	}
}

func TestMedian(t *testing.T) {
	for want, list := range map[float64][]int{0: nil, 7: {7}, 3: {9, 3, 1}, 2.5: {4, 1, 9, 1}, 6: {8, 4}} {
		if got := median(list); got != want {
			t.Errorf("%v: %v, want %v", list, got, want)
		}
	}
}
