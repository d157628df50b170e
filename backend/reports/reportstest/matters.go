package reportstest

import (
	"fmt"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/matters"
)

func fillMatters(t testing.TB, o *accesstest.Office) map[string]string {
	t.Helper()
	ids := fillCommune(t, o)
	room := matters.New(o.Gate)
	fail := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, name := range []string{"Phòng Kinh tế xã Mẫu Đơn", "Ban quản lý công trình mẫu"} {
		body, err := room.SaveBody(matters.BodyInput{Name: name, Level: "xa"})
		fail(err)
		ids[fmt.Sprint("cq", i)] = body.ID
	}
	record := func(day dates.Date, place, text, band string, voices int) string {
		t.Helper()
		done, err := room.Record(matters.RecordInput{
			RaisedOn: day,
			PlaceID:  ids[place],
			Origin:   matters.FromVisit,
			Items: []matters.ItemInput{
				{Kind: matters.Request, FieldCode: "02", Summary: text, Proposal: "Sớm bố trí kinh phí", Voices: voices, Households: band},
			},
		})
		fail(err)
		return done.Items[0].ID
	}
	refer := func(day, due dates.Date, body, doc string, list ...string) {
		t.Helper()
		_, err := room.Refer(
			matters.ReferInput{
				MatterIDs: list,
				BodyID:    ids[body],
				Day:       day,
				DocNumber: doc,
				DueOn:     due,
				Basis:     "Quy chế làm việc của Đảng ủy",
			},
		)
		fail(err)
	}
	road := record("2026-06-02", "ap0", "Sửa đoạn đường vào nhà văn hóa ấp", "6-20", 12)
	lamp := record("2026-06-03", "ap1", "Lắp đèn đường ở ngã ba", "1", 1)
	canal := record("2026-06-04", "ap0", "Nạo vét kênh nội đồng trước mùa mặn", "2-5", 3)
	record("2026-06-05", "ap0", "Bổ sung thùng rác ở chợ ấp", "", 4)
	refer("2026-06-08", "2026-06-29", "cq0", "21-CV/ĐU", road, lamp)
	refer("2026-06-09", "2026-06-30", "cq1", "22-CV/ĐU", canal)
	_, err := room.Reply(
		matters.ReplyInput{
			MatterIDs: []string{lamp},
			Day:       "2026-06-20",
			DocNumber: "88/KT",
			Outcome:   matters.Resolved,
			Specific:  true,
			Text:      "Đã lắp xong hai bóng đèn.",
		},
	)
	fail(err)
	n := func(value int) *int { return &value }
	for _, day := range []matters.ReceptionInput{
		{Kind: matters.KindReception, HeadID: ids["cb0"], PlannedOn: "2026-06-10", HeldOn: "2026-06-10", Place: "Trụ sở Đảng ủy",
			State: matters.DayHeld, Visits: n(5), Noted: n(2), Settled: n(1)},
		{Kind: matters.KindDialogue, HeadID: ids["cb0"], PlannedOn: "2026-06-25", Place: "Nhà văn hóa ấp",
			State: matters.DayPlanned, UnitIDs: []string{ids["ap0"]}},
	} {
		_, err := room.SaveReceptionDay(day)
		fail(err)
	}
	ids["duong"], ids["den"], ids["kenh"] = road, lamp, canal
	return ids
}
