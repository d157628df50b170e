package matters

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

// storyOffice has one matter in each of many situations, on Sunday 22/11/2026:
// recorded and urgent; at a body in time, late, without a day, paused; in hand; answered; told back; explained on the spot;
// raised again.
func storyOffice(t *testing.T) *testOffice {
	t.Helper()
	o := openOffice(t)
	at := func(day dates.Date, place string, change func(*RecordInput)) Row {
		in := plain()
		in.RaisedOn, in.PlaceID = day, place
		if change != nil {
			change(&in)
		}
		return o.record(t, in)
	}
	at("2026-11-19", "to1", func(in *RecordInput) { in.Items[0].Urgent, in.Items[0].Kind = true, Opinion })
	o.refer(t, "2026-11-20", "pnn", at("2026-11-18", "to1", nil).ID)
	o.refer(t, "2026-09-25", "pnn", at("2026-09-24", "ap1", nil).ID)
	must(
		t,
	)(
		o.s.Refer(
			ReferInput{
				MatterIDs: []string{at("2026-11-02", "ap2", nil).ID},
				BodyID:    "pkt",
				Day:       "2026-11-03",
				DocNumber: "216-CV/HU",
				NoDue:     true,
			},
		),
	)
	paused := at("2026-11-03", "xa", nil)
	must(
		t,
	)(
		o.s.Refer(
			ReferInput{MatterIDs: []string{paused.ID}, BodyID: "pkt", Day: "2026-11-04", DocNumber: "217-CV/HU", DueOn: "2026-12-01"},
		),
	)
	must(t)(o.s.Pause(DayInput{MatterIDs: []string{paused.ID}, Day: "2026-11-10", Text: "Chờ ý kiến cấp trên"}))
	must(t)(o.s.TakeInHand(TakeInHandInput{MatterIDs: []string{at("2026-11-05", "to1", nil).ID}, Day: "2026-11-06"}))
	answered := at("2026-10-01", "to1", nil)
	o.refer(t, "2026-10-05", "pnn", answered.ID)
	o.reply(t, "2026-10-20", Resolved, answered.ID)
	told := at("2026-10-02", "ap1", nil)
	o.refer(t, "2026-10-06", "pnn", told.ID)
	o.reply(t, "2026-10-26", Explained, told.ID)
	o.convey(t, "2026-10-29", Agreed, told.ID)
	again := at("2026-10-05", "ap1", nil)
	o.refer(t, "2026-10-06", "pkt", again.ID)
	o.reply(t, "2026-10-08", Resolved, again.ID)
	o.convey(t, "2026-10-12", StillObjects, again.ID)
	must(
		t,
	)(
		o.s.AnswerOnSpot(
			OnSpotInput{
				MatterIDs: []string{at("2026-11-12", "ap1", nil).ID},
				Day:       "2026-11-12",
				Text:      "Đã giải thích tại chỗ",
				OfficerID: "an",
			},
		),
	)
	return o
}

// same compares texts word by word, however their lines are broken.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if !slices.Equal(strings.Fields(got), strings.Fields(want)) {
		t.Errorf("%s:\n%s", what, got)
	}
}

func rowText(r Row) string {
	flags := ""
	if r.Late {
		flags += " trễ"
	}
	if r.UrgentLate {
		flags += " khẩn"
	}
	return fmt.Sprintf(
		"%s %s, %s, %s, %s\n- %s, %s | %s (%s) | %s\n- hạn %s %q %q %q | trễ %d, tuổi %d%s | %s | %d việc\n",
		r.NoText,
		r.StateWord,
		r.KindWord,
		r.OriginWord,
		r.FieldName,
		r.Place,
		r.PlaceAbove,
		r.Body,
		r.BodyShort,
		r.OutcomeWord,
		r.Due,
		r.Remaining,
		r.NoticeRemain,
		r.CalendarNote,
		r.LateDays,
		r.AgeDays,
		flags,
		r.Handling,
		len(r.Allowed),
	)
}

func TestWhatTheRegisterShows(t *testing.T) {
	o := storyOffice(t)
	page, err := o.s.Register(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintln(page.Total, page.More)
	for _, r := range page.Items {
		text += rowText(r)
	}
	same(t, "the register", text, `
			10 false
			1/2026 Mới ghi nhận, Ý kiến, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Tổ 17, ấp Mẫu Một, xã Mẫu, Ấp Mẫu Một |  () |
			- hạn 2026-11-27 "Còn 4 ngày" "Còn 9 ngày" "" | trễ 0, tuổi 1 khẩn |  | 8 việc
			2/2026 Đã chuyển, chờ trả lời, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Tổ 17, ấp Mẫu Một, xã Mẫu, Ấp Mẫu Một | Phòng Nông nghiệp và Môi trường (Phòng Nông nghiệp và Môi trường) |
			- hạn 2026-12-14 "Còn 15 ngày" "Còn 8 ngày" "" | trễ 0, tuổi 0 | Chuyển | 11 việc
			3/2026 Đã chuyển, chờ trả lời, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Ấp Mẫu Một, xã Mẫu, Xã Mẫu | Phòng Nông nghiệp và Môi trường (Phòng Nông nghiệp và Môi trường) |
			- hạn 2026-10-16 "Quá 25 ngày" "Quá 31 ngày" "" | trễ 25, tuổi 40 trễ | Chuyển | 11 việc
			4/2026 Đã chuyển, chờ trả lời, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Ấp Mẫu Hai, xã Mẫu, Xã Mẫu | Phòng Kinh tế (Phòng Kinh tế) |
			- hạn  "Chưa ấn định" "Quá 4 ngày" "" | trễ 0, tuổi 13 | Chuyển | 11 việc
			5/2026 Đã chuyển, chờ trả lời, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Xã Mẫu,  | Phòng Kinh tế (Phòng Kinh tế) |
			- hạn  "Tạm dừng từ 10/11/2026" "Quá 3 ngày" "" | trễ 0, tuổi 12 | Chuyển | 11 việc
			6/2026 Đang tự xử lý, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Tổ 17, ấp Mẫu Một, xã Mẫu, Ấp Mẫu Một |  () |
			- hạn 2026-11-30 "Còn 5 ngày" "Quá 1 ngày" "" | trễ 0, tuổi 11 | Tự xử lý | 6 việc
			7/2026 Đã có trả lời, chờ phản hồi, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Tổ 17, ấp Mẫu Một, xã Mẫu, Ấp Mẫu Một | Phòng Nông nghiệp và Môi trường (Phòng Nông nghiệp và Môi trường) | Giải quyết xong
			- hạn 2026-11-03 "Quá 13 ngày" "Quá 26 ngày" "" | trễ 13, tuổi 23 trễ | Chuyển | 6 việc
			8/2026 Đã phản hồi về cơ sở, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Ấp Mẫu Một, xã Mẫu, Xã Mẫu | Phòng Nông nghiệp và Môi trường (Phòng Nông nghiệp và Môi trường) |
			  Giải trình, cung cấp thông tin
			- hạn  "" "" "" | trễ 0, tuổi 0 | Chuyển | 6 việc
			9/2026 Mở lại, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Ấp Mẫu Một, xã Mẫu, Xã Mẫu |  () |
			- hạn 2026-10-19 "Quá 24 ngày" "" "" | trễ 24, tuổi 29 trễ |  | 7 việc
			10/2026 Đã giải trình tại chỗ, Kiến nghị, Tại cuộc họp, Hạ tầng, giao thông, điện, nước sạch, thủy lợi
			- Ấp Mẫu Một, xã Mẫu, Xã Mẫu |  () | Giải trình, cung cấp thông tin
			- hạn  "" "" "" | trễ 0, tuổi 0 | Tại chỗ | 6 việc`)
	for what, c := range map[string]struct {
		filter Filter
		want   string
	}{
		"newest first": {Filter{Order: "moi", Limit: 3}, `
			10 false: 1/2026 2/2026 10/2026`},
		"by deadline": {Filter{Order: "han", Limit: 3, Offset: 1}, `
			10 false: 9/2026 7/2026 1/2026`},
		"no such order": {Filter{Order: "lạ", Limit: 2}, `
			10 false: 1/2026 2/2026`},
		"words": {Filter{Text: "nạo vét"}, `
			10 false: 1/2026 2/2026 3/2026 4/2026 5/2026 6/2026 7/2026 8/2026 9/2026 10/2026`},
		"words not there": {Filter{Text: "cầu đường"}, `
			0 false:`},
		"only signs": {Filter{Text: "!!!"}, `
			0 false:`},
		"a body": {Filter{BodyID: "pkt"}, `
			2 false: 4/2026 5/2026`},
		"under a hamlet": {Filter{UnderID: "ap1", Span: dates.Period("2026-11").Span()}, `
			4 false: 1/2026 2/2026 6/2026 10/2026`},
		"at a place": {Filter{PlaceID: "ap1"}, `
			4 false: 3/2026 8/2026 9/2026 10/2026`},
		"past due": {Filter{Worklist: PastDue}, `
			3 false: 3/2026 9/2026 7/2026`},
		"in time": {Filter{OnTime: "con_han", BodyID: "pnn"}, `
			2 false: 2/2026 8/2026`},
	} {
		page, err := o.s.Register(c.filter)
		if err != nil {
			t.Fatal(what, err)
		}
		text := fmt.Sprintf("%d %t:", page.Total, page.More)
		for _, r := range page.Items {
			text += " " + r.NoText
		}
		same(t, what, text, c.want)
	}
	for _, f := range []Filter{{Worklist: "lạ"}, {Age: "lạ"}, {Class: "lạ"}, {Leg: "lạ"}, {OnTime: "lạ"}} {
		if _, err := o.s.Register(f); !fault.Is(err, fault.CodeInvalid) {
			t.Errorf("%+v: %v", f, err)
		}
	}
}

func TestWhatAMatterShows(t *testing.T) {
	o := storyOffice(t)
	page, err := o.s.Register(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, r := range page.Items {
		d := o.one(t, r.ID)
		text += fmt.Sprintf(
			"%s | %s | %s | %s | hoàn tác %q | %s\n",
			d.NoText,
			d.Meeting,
			d.Criterion,
			d.SourceNote,
			d.CanUndo,
			d.AtBody.Body.Name,
		)
		for _, l := range d.Legs {
			text += fmt.Sprintf(
				"- %s %s: %s hạn %s, %d ngày, %q %q\n",
				l.Key,
				l.Title,
				l.State+" "+string(l.Day),
				l.Due,
				l.Took,
				l.Text,
				l.Clock,
			)
		}
		for _, s := range d.Steps {
			text += fmt.Sprintf(
				"+ %s %s %s %s %s %s %s %s %s %s\n",
				s.Day,
				s.EventWord,
				s.OutcomeWord,
				s.HowWord,
				s.ReactionWord,
				s.ReasonWord,
				s.Body,
				s.Officer,
				s.Meeting,
				s.Doc,
			)
		}
	}
	same(t, "the pages", text, `
			1/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  | Hạn chuyển cơ quan: 5 ngày làm việc từ 19/11/2026. Mức này do chương trình đặt sẵn, vì cơ quan chưa ghi văn bản quy định. | hoàn tác "" |
			- ghi_nhan Ghi nhận: xong 2026-11-19 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Chuyển cơ quan: dang  hạn 2026-11-27, 1 ngày, "" "Còn 4 ngày"
			- thong_bao Thông báo tiếp nhận: dang  hạn 2026-12-04, 1 ngày, "" "Còn 9 ngày"
			- tra_loi Trả lời: chua  hạn , 0 ngày, "" ""
			- phan_hoi Phản hồi về Tổ 17, ấp Mẫu Một, xã Mẫu: chua  hạn , 0 ngày, "" ""
			+ 2026-11-19 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			2/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  | Hạn trả lời: 15 ngày làm việc từ 20/11/2026. Mức này do chương trình đặt sẵn, vì cơ quan chưa ghi văn bản quy định. |
			  hoàn tác "Chuyển cơ quan ngày 20/11/2026" | Phòng Nông nghiệp và Môi trường
			- ghi_nhan Ghi nhận: xong 2026-11-18 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Chuyển cơ quan: xong 2026-11-20 hạn 2026-11-26, 2 ngày, "215-CV/HU, ngày 20/11/2026" ""
			- thong_bao Thông báo tiếp nhận: dang  hạn 2026-12-03, 2 ngày, "" "Còn 8 ngày"
			- tra_loi Trả lời: dang  hạn 2026-12-14, 0 ngày, "Phòng Nông nghiệp và Môi trường" "Còn 15 ngày"
			- phan_hoi Phản hồi về Tổ 17, ấp Mẫu Một, xã Mẫu: chua  hạn , 0 ngày, "" ""
			+ 2026-11-18 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-11-20 Chuyển cơ quan     Phòng Nông nghiệp và Môi trường   215-CV/HU, ngày 20/11/2026
			3/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  | Hạn trả lời: 15 ngày làm việc từ 25/09/2026. Mức này do chương trình đặt sẵn, vì cơ quan chưa ghi văn bản quy định. |
			  hoàn tác "Chuyển cơ quan ngày 25/09/2026" | Phòng Nông nghiệp và Môi trường
			- ghi_nhan Ghi nhận: xong 2026-09-24 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Chuyển cơ quan: xong 2026-09-25 hạn 2026-10-01, 1 ngày, "215-CV/HU, ngày 25/9/2026" ""
			- thong_bao Thông báo tiếp nhận: qua_han  hạn 2026-10-08, 41 ngày, "" "Quá 31 ngày"
			- tra_loi Trả lời — quá 25 ngày: qua_han  hạn 2026-10-16, 40 ngày, "Phòng Nông nghiệp và Môi trường" "Quá 25 ngày"
			- phan_hoi Phản hồi về Ấp Mẫu Một, xã Mẫu: chua  hạn , 0 ngày, "" ""
			+ 2026-09-24 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-09-25 Chuyển cơ quan     Phòng Nông nghiệp và Môi trường   215-CV/HU, ngày 25/9/2026
			4/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  | Hạn trả lời: văn bản chuyển không ấn định ngày. | hoàn tác "Chuyển cơ quan ngày 03/11/2026" | Phòng Kinh tế
			- ghi_nhan Ghi nhận: xong 2026-11-02 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Chuyển cơ quan: xong 2026-11-03 hạn 2026-11-09, 1 ngày, "216-CV/HU, ngày 03/11/2026" ""
			- thong_bao Thông báo tiếp nhận: qua_han  hạn 2026-11-16, 14 ngày, "" "Quá 4 ngày"
			- tra_loi Trả lời: dang  hạn , 13 ngày, "Phòng Kinh tế" ""
			- phan_hoi Phản hồi về Ấp Mẫu Hai, xã Mẫu: chua  hạn , 0 ngày, "" ""
			+ 2026-11-02 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-11-03 Chuyển cơ quan     Phòng Kinh tế   216-CV/HU, ngày 03/11/2026
			5/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  | Hạn trả lời: đến 01/12/2026, theo văn bản chuyển. |
			  hoàn tác "Tạm dừng chờ địa bàn bổ sung ngày 10/11/2026" | Phòng Kinh tế
			- ghi_nhan Ghi nhận: xong 2026-11-03 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Chuyển cơ quan: xong 2026-11-04 hạn 2026-11-10, 1 ngày, "217-CV/HU, ngày 04/11/2026" ""
			- thong_bao Thông báo tiếp nhận: qua_han  hạn 2026-11-17, 13 ngày, "" "Quá 3 ngày"
			- tra_loi Trả lời: dang  hạn 2026-12-01, 12 ngày, "Phòng Kinh tế" "Tạm dừng từ 10/11/2026"
			- phan_hoi Phản hồi về Xã Mẫu: chua  hạn , 0 ngày, "" ""
			+ 2026-11-03 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-11-04 Chuyển cơ quan     Phòng Kinh tế   217-CV/HU, ngày 04/11/2026
			+ 2026-11-10 Tạm dừng chờ địa bàn bổ sung     Phòng Kinh tế
			6/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  | Hạn trả lời: 15 ngày làm việc từ 06/11/2026. Mức này do chương trình đặt sẵn, vì cơ quan chưa ghi văn bản quy định. |
			  hoàn tác "Tự xử lý ngày 06/11/2026" |
			- ghi_nhan Ghi nhận: xong 2026-11-05 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Tự xử lý: xong 2026-11-06 hạn 2026-11-12, 1 ngày, "" ""
			- thong_bao Thông báo tiếp nhận: qua_han  hạn 2026-11-19, 11 ngày, "" "Quá 1 ngày"
			- tra_loi Trả lời: dang  hạn 2026-11-30, 10 ngày, "" "Còn 5 ngày"
			- phan_hoi Phản hồi về Tổ 17, ấp Mẫu Một, xã Mẫu: chua  hạn , 0 ngày, "" ""
			+ 2026-11-05 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-11-06 Tự xử lý
			7/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  | Hạn phản hồi về cơ sở: 10 ngày làm việc từ 20/10/2026. Mức này do chương trình đặt sẵn, vì cơ quan chưa ghi văn bản quy định. |
			  hoàn tác "Trả lời ngày 20/10/2026" | Phòng Nông nghiệp và Môi trường
			- ghi_nhan Ghi nhận: xong 2026-10-01 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Chuyển cơ quan: xong 2026-10-05 hạn 2026-10-08, 2 ngày, "215-CV/HU, ngày 05/10/2026" ""
			- thong_bao Thông báo tiếp nhận: qua_han  hạn 2026-10-15, 36 ngày, "" "Quá 26 ngày"
			- tra_loi Trả lời: xong 2026-10-20 hạn 2026-10-26, 11 ngày, "Giải quyết xong" ""
			- phan_hoi Phản hồi về Tổ 17, ấp Mẫu Một, xã Mẫu: qua_han  hạn 2026-11-03, 23 ngày, "" "Quá 13 ngày"
			+ 2026-10-01 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-10-05 Chuyển cơ quan     Phòng Nông nghiệp và Môi trường   215-CV/HU, ngày 05/10/2026
			+ 2026-10-20 Trả lời Giải quyết xong    Phòng Nông nghiệp và Môi trường   88/PNN, ngày 20/10/2026
			8/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  |  | hoàn tác "Phản hồi về cơ sở ngày 29/10/2026" |
			  Phòng Nông nghiệp và Môi trường
			- ghi_nhan Ghi nhận: xong 2026-10-02 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Chuyển cơ quan: xong 2026-10-06 hạn 2026-10-09, 2 ngày, "215-CV/HU, ngày 06/10/2026" ""
			- thong_bao Thông báo tiếp nhận: bo_lo  hạn 2026-10-16, 0 ngày, "Quá hạn mà chưa thông báo" ""
			- tra_loi Trả lời: xong 2026-10-26 hạn 2026-10-27, 14 ngày, "Giải trình, cung cấp thông tin" ""
			- phan_hoi Phản hồi về Ấp Mẫu Một, xã Mẫu: xong 2026-10-29 hạn 2026-11-09, 3 ngày, "" ""
			+ 2026-10-02 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-10-06 Chuyển cơ quan     Phòng Nông nghiệp và Môi trường   215-CV/HU, ngày 06/10/2026
			+ 2026-10-26 Trả lời Giải trình, cung cấp thông tin    Phòng Nông nghiệp và Môi trường   88/PNN, ngày 26/10/2026
			+ 2026-10-29 Phản hồi về cơ sở  Tại cuộc họp Đồng tình   Nguyễn Mẫu An Họp Tổ nhân dân tự quản ngày 24/9/2026
			9/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  | Hạn chuyển cơ quan: 5 ngày làm việc từ 12/10/2026. Mức này do chương trình đặt sẵn, vì cơ quan chưa ghi văn bản quy định. |
			  hoàn tác "Mở lại ngày 12/10/2026" |
			- ghi_nhan Ghi nhận: xong 2026-10-05 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Chuyển cơ quan: qua_han  hạn 2026-10-19, 29 ngày, "" "Quá 24 ngày"
			- thong_bao Thông báo tiếp nhận: khong_can  hạn , 0 ngày, "" ""
			- tra_loi Trả lời: chua  hạn , 0 ngày, "" ""
			- phan_hoi Phản hồi về Ấp Mẫu Một, xã Mẫu: chua  hạn , 0 ngày, "" ""
			+ 2026-10-05 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-10-06 Chuyển cơ quan     Phòng Kinh tế   215-CV/HU, ngày 06/10/2026
			+ 2026-10-08 Trả lời Giải quyết xong    Phòng Kinh tế   88/PNN, ngày 08/10/2026
			+ 2026-10-12 Phản hồi về cơ sở  Tại cuộc họp Còn ý kiến   Nguyễn Mẫu An Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-10-12 Mở lại    Cơ sở còn ý kiến
			10/2026 | Họp Tổ nhân dân tự quản ngày 24/9/2026 |  |  | hoàn tác "Giải trình tại chỗ ngày 12/11/2026" |
			- ghi_nhan Ghi nhận: xong 2026-11-12 hạn , 0 ngày, "Họp Tổ nhân dân tự quản ngày 24/9/2026" ""
			- chuyen Tại chỗ: xong 2026-11-12 hạn 2026-11-19, 0 ngày, "" ""
			- thong_bao Thông báo tiếp nhận: khong_can  hạn , 0 ngày, "" ""
			- tra_loi Trả lời: xong 2026-11-12 hạn , 0 ngày, "Giải trình, cung cấp thông tin" ""
			- phan_hoi Phản hồi về Ấp Mẫu Một, xã Mẫu: khong_can  hạn , 0 ngày, "" ""
			+ 2026-11-12 Ghi nhận       Họp Tổ nhân dân tự quản ngày 24/9/2026
			+ 2026-11-12 Giải trình tại chỗ Giải trình, cung cấp thông tin     Nguyễn Mẫu An`)
}
