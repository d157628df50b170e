package matters

import (
	"strings"
	"testing"

	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func TestRecordRefuses(t *testing.T) {
	o := openOffice(t)
	for name, c := range map[string]struct {
		change       func(*RecordInput)
		field, words string
	}{
		"nothing":            {func(in *RecordInput) { *in = RecordInput{} }, "raisedOn", "ngày nêu"},
		"no item":            {func(in *RecordInput) { in.Items = nil }, "items", "nội dung"},
		"no place":           {func(in *RecordInput) { in.PlaceID = "" }, "placeId", "địa bàn"},
		"unknown place":      {func(in *RecordInput) { in.PlaceID = "x" }, "placeId", "Không còn"},
		"a household":        {func(in *RecordInput) { in.PlaceID = "ho1" }, "placeId", "từng hộ"},
		"place not yet":      {func(in *RecordInput) { in.RaisedOn = "2019-05-01" }, "placeId", "không có vào ngày"},
		"day to come":        {func(in *RecordInput) { in.RaisedOn = "2026-11-23" }, "raisedOn", "chưa tới"},
		"day that is none":   {func(in *RecordInput) { in.RaisedOn = "2026-02-30" }, "raisedOn", "không hợp lệ"},
		"received before":    {func(in *RecordInput) { in.ReceivedOn = "2026-09-23" }, "receivedOn", "từ ngày nêu"},
		"no origin":          {func(in *RecordInput) { in.Origin = "ZALO" }, "origin", "nguồn"},
		"meeting gone":       {func(in *RecordInput) { in.MeetingID = "m9" }, "meetingId", "Không còn"},
		"reception gone":     {func(in *RecordInput) { in.ReceptionID = "r9" }, "receptionId", "Không còn"},
		"text as number":     {func(in *RecordInput) { in.ExternalRef = "đơn của ông nào đó" }, "externalRef", "chữ, số"},
		"no field":           {func(in *RecordInput) { in.Items[0].FieldCode = "" }, "items.0.fieldCode", "lĩnh vực"},
		"unknown field":      {func(in *RecordInput) { in.Items[0].FieldCode = "77" }, "items.0.fieldCode", "lĩnh vực"},
		"no kind":            {func(in *RecordInput) { in.Items[0].Kind = "" }, "items.0.kind", "Hãy chọn loại"},
		"unknown kind":       {func(in *RecordInput) { in.Items[0].Kind = "COMPLAINT" }, "items.0.kind", "loại"},
		"no summary":         {func(in *RecordInput) { in.Items[0].Summary = " \u200b" }, "items.0.summary", "tóm tắt"},
		"4,001 letters":      {func(in *RecordInput) { in.Items[0].Summary = strings.Repeat("ế", 4001) }, "items.0.summary", "thừa 1"},
		"voices":             {func(in *RecordInput) { in.Items[0].Voices = -1 }, "items.0.voices", "từ 1"},
		"households counted": {func(in *RecordInput) { in.Items[0].Households = "7" }, "items.0.households", "khoảng"},
		"criterion of 2026": {func(in *RecordInput) {
			in.RaisedOn, in.MeetingID = "2026-02-14", ""
			in.Items[0].CriterionID = "NTM10-01"
		}, "items.0.criterionId", "không thuộc bộ"},
		"criterion of 2025": {func(in *RecordInput) { in.Items[0].CriterionID = "NTM19-03" }, "items.0.criterionId", "không thuộc bộ"},
		"a name": {func(in *RecordInput) {
			in.Items[0].Summary = "Đường trước nhà ông Nguyễn Văn Tí bị ngập"
		}, "items.0.summary", "tên người dân"},
		"a telephone": {func(in *RecordInput) { in.Items[0].Proposal = "Gọi lại 0912 345 678 khi xong" }, "items.0.proposal",
			"điện thoại"},
		"a reason made up": {func(in *RecordInput) { in.Items[0].GuardReason = "vì tôi muốn" }, "guardReason", "lý do"},
		"explained by none": {func(in *RecordInput) { in.Items[0].OnSpot = OnSpotAnswer{OfficerID: "an", Outcome: Roadmap} },
			"items.0.onSpot.outcome", "tại chỗ"},
		"referred to none": {func(in *RecordInput) { in.Items[0].ReferTo = ReferTogether{BodyID: "x", DocNumber: "1"} },
			"items.0.referTo.bodyId", "Không còn"},
		"letter no number": {func(in *RecordInput) { in.Items[0].ReferTo = ReferTogether{BodyID: "pnn"} },
			"items.0.referTo.docNumber", "số, ký hiệu"},
	} {
		in := plain()
		c.change(&in)
		_, err := o.s.Record(in)
		t.Run(name, func(t *testing.T) { refused(t, err, c.field, c.words) })
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		for _, table := range []string{"matter", "matter_step", "matter_text", "letter"} {
			var n int64
			if err := tx.Table(table).Count(&n).Error; err != nil || n != 0 {
				t.Errorf("%s holds %d rows after refusals, %v", table, n, err)
			}
		}
		return nil
	})
}

func TestRecordOneStatement(t *testing.T) {
	o := openOffice(t)
	in := plain()
	in.Items = append(
		in.Items,
		ItemInput{
			Kind:      Request,
			FieldCode: "03",
			Summary:   "Thu gom rác tuyến kênh",
			OnSpot:    OnSpotAnswer{OfficerID: "an", Text: "Xã đã giao đoàn thể từng đoạn"},
		},
		ItemInput{
			Kind:        Request,
			FieldCode:   "01",
			Summary:     "Đo đạc ranh giới khu đất công",
			CriterionID: "NTM10-01",
			ReferTo:     ReferTogether{BodyID: "pnn", DocNumber: "215-CV/HU", Day: "2026-09-28"},
		},
	)
	done := must(t)(o.s.Record(in))
	states := []State{Recorded, OnSpot, Referred}
	for i, r := range done.Items {
		if r.State != states[i] || r.Number != i+1 || r.Year != 2026 || r.StatementID != done.Items[0].StatementID || r.StatementID == "" {
			t.Errorf("%d: %+v", i, r)
		}
	}
	if r := done.Items[0]; r.Due != "2026-10-01" || r.NoticeBy != "2026-10-08" || r.NoticeDue != "2026-10-08" ||
		r.Place != "Tổ 17, ấp Mẫu Một, xã Mẫu" {
		t.Errorf("%+v", r)
	}
	if r := done.Items[2]; r.ReplyDue != "2026-10-19" || r.Due != "2026-10-19" || r.BodyShort != "Phòng Nông nghiệp và Môi trường" ||
		r.ReferDoc != "215-CV/HU, ngày 28/9/2026" ||
		r.Handling != "Chuyển" {
		t.Errorf("%+v", r)
	}
	if r := done.Items[1]; r.Due != "" || r.NoticeDue != "" || r.Handling != "Tại chỗ" || r.Outcome != Explained {
		t.Errorf("%+v", r)
	}
	if w := o.one(
		t,
		done.Items[1].ID,
	); len(w.Parts) != 2 || w.Steps[1].Officer != "Nguyễn Mẫu An" || w.Legs[2].State != LegSkip ||
		w.Legs[4].State != LegSkip {
		t.Errorf("%+v", w)
	}
	next := o.record(t, plain())
	if next.Number != 4 {
		t.Errorf("number %d after 3", next.Number)
	}
}

func TestEditAndSplit(t *testing.T) {
	o := openOffice(t)
	r := o.record(t, plain())
	in := EditInput{ID: r.ID, RaisedOn: "2026-09-24", PlaceID: "to1", Origin: FromMeeting, MeetingID: "m1", Item: plain().Items[0]}
	if done := must(t)(o.s.Edit(in)); len(o.one(t, r.ID).Steps) != 1 || done.Items[0].Summary != r.Summary {
		t.Error("an edit that changes nothing is no step")
	}
	bad := in
	bad.ReceivedOn = "2025-12-31"
	bad.RaisedOn = "2025-12-31"
	_, err := o.s.Edit(bad)
	refused(t, err, "receivedOn", "sổ năm 2026")
	in.Item.Summary, in.Item.Voices = "Nạo vét kênh cấp hai", 6
	done := must(t)(o.s.Edit(in))
	if w := o.one(t, r.ID); done.Items[0].TotalVoices != 6 || w.Steps[1].Text != "Sửa nội dung, số ý kiến" || w.CanUndo != "" {
		t.Errorf("%+v", w.Steps)
	}
	if found, err := o.s.Search("cấp hai"); err != nil || len(found) != 1 {
		t.Errorf("%v %v", found, err)
	}
	if found, _ := o.s.Search("nội đồng"); len(found) != 0 {
		t.Errorf("the old text is still found")
	}
	_, err = o.s.Split(SplitInput{ID: r.ID, Parts: []ItemInput{in.Item}})
	refused(t, err, "parts", "hai phần")
	second := ItemInput{Kind: Request, FieldCode: "03", Summary: "Rác trên kênh"}
	parts := must(t)(o.s.Split(SplitInput{ID: r.ID, Parts: []ItemInput{in.Item, second}})).Items
	if len(parts) != 2 || parts[0].ID != r.ID || parts[1].Number != 2 || parts[1].PlaceID != "to1" ||
		parts[1].StatementID != parts[0].StatementID {
		t.Errorf("%+v", parts)
	}
}
