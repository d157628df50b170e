package papers_test

import (
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// secret keeps a number of the series BC/HU for a secret paper.
func secret(number int) papers.ReserveInput {
	return papers.ReserveInput{Series: "BC", TypeName: "Báo cáo", Number: number, Day: "2025-09-02", Cause: papers.KeptSecret}
}

// A number kept for a paper that is not here is no gap and is given to nobody, until it is given free again; that it was kept stays
// in the register, and of a secret paper nothing is written.
func TestKeptNumbersAreNoGap(t *testing.T) {
	o, s := office(t)
	put(t, s, paper(1, "2025-09-01"))
	kept, err := s.Reserve(secret(2))
	if err != nil || len(kept) != 1 || kept[0].Symbol != "02-BC/HU" || kept[0].Note != "" || !strings.Contains(kept[0].Words, "mật") {
		t.Fatalf("%+v, %v", kept, err)
	}
	put(t, s, paper(3, "2025-09-03"))
	page, err := s.Register(papers.Filter{})
	if err != nil || len(page.Faults) != 0 || len(page.Reserved) != 1 || page.Total != 2 {
		t.Fatalf("faults %+v, kept %+v, %v", page.Faults, page.Reserved, err)
	}
	for text, found := range map[string]int{"02-bc": 1, "mật": 1, "77": 0} {
		if page, err := s.Register(papers.Filter{Text: text}); err != nil || len(page.Reserved) != found {
			t.Errorf("%q finds %+v, %v", text, page.Reserved, err)
		}
	}
	if _, err := s.RecordOutside(
		paper(2, "2025-09-02"),
	); !fault.Is(err, fault.CodeInvalid) ||
		!strings.Contains(err.Error(), "Số 02 đang giữ") {
		t.Errorf("a kept number was given: %v", err)
	}
	if _, err := s.Reserve(secret(2)); !fault.Is(err, fault.CodeInvalid) || !strings.Contains(err.Error(), "đang giữ") {
		t.Errorf("kept twice: %v", err)
	}
	if _, err := s.Release(kept[0].ID, " "); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("given free without a reason: %v", err)
	}
	if _, err := s.Release("khong-co", "thừa"); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("%v", err)
	}
	freed, err := s.Release(kept[0].ID, "Văn bản mật không ban hành nữa.")
	if err != nil || freed.ReleasedAt == "" || freed.ReleaseReason != "Văn bản mật không ban hành nữa" {
		t.Fatalf("%+v, %v", freed, err)
	}
	if _, err := s.Release(kept[0].ID, "lần nữa"); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("given free twice: %v", err)
	}
	page, err = s.Register(papers.Filter{})
	if err != nil || len(page.Faults) != 1 || !strings.Contains(page.Faults[0].Sentence, "khuyết số 02") || len(page.Reserved) != 1 {
		t.Errorf("faults %+v, kept %+v, %v", page.Faults, page.Reserved, err)
	}
	put(t, s, paper(2, "2025-09-02"))
	for _, sql := range []string{
		"DELETE FROM reserved_number", "UPDATE reserved_number SET released_at = ''", "UPDATE reserved_number SET number = 9",
		"UPDATE reserved_number SET release_reason = 'khác'",
	} {
		err := o.Store.Write(t.Context(), store.As{Action: "test"}, func(tx *store.Tx) error { return tx.Exec(sql).Error })
		if err == nil {
			t.Errorf("%s went through", sql)
		}
	}
	o.SignIn(t, access.LanhDao)
	if _, err := s.Reserve(secret(4)); !fault.Is(err, fault.CodeForbidden) {
		t.Errorf("a reader keeps a number: %v", err)
	}
}

func TestKeepingNumbersIsRefused(t *testing.T) {
	_, s := office(t)
	put(t, s, paper(1, "2025-09-01"))
	for name, c := range map[string]struct {
		change      func(*papers.ReserveInput)
		field, says string
	}{
		"taken":                  {func(in *papers.ReserveInput) { in.Number = 1 }, "number", "đã dùng"},
		"one of several taken":   {func(in *papers.ReserveInput) { in.Number, in.To = 1, 4 }, "number", "Số 01 đã dùng"},
		"backwards":              {func(in *papers.ReserveInput) { in.To = 1 }, "to", "bằng hoặc lớn hơn"},
		"51 numbers":             {func(in *papers.ReserveInput) { in.To = 52 }, "to", "nhiều nhất 50"},
		"tomorrow":               {func(in *papers.ReserveInput) { in.Day = "2026-11-23" }, "day", "sau hôm nay"},
		"no day":                 {func(in *papers.ReserveInput) { in.Day = "" }, "day", "Hãy ghi ngày"},
		"no cause":               {func(in *papers.ReserveInput) { in.Cause = "" }, "cause", "Hãy chọn vì sao"},
		"words of a secret":      {func(in *papers.ReserveInput) { in.Note = "về nhân sự" }, "note", "Không ghi nội dung"},
		"elsewhere, no reason":   {func(in *papers.ReserveInput) { in.Cause = papers.KeptElsewhere }, "note", "Hãy ghi lý do"},
		"a resident in the note": {func(in *papers.ReserveInput) { in.Cause, in.Note = papers.KeptByMistake, "ông Lê Văn Tám" }, "note", "người dân"},
		"no term":                {func(in *papers.ReserveInput) { in.Day = "2020-07-31" }, "date", "không thuộc nhiệm kỳ"},
	} {
		in := secret(2)
		c.change(&in)
		_, err := s.Reserve(in)
		if f, ok := fault.Of(err); !ok || f.Fields[c.field] == "" || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want a fault of %s that says %q", name, err, c.field, c.says)
		}
	}
	in := secret(4)
	_, err := s.Reserve(in)
	asked, _ := fault.Of(err)
	if asked == nil || asked.Code != fault.CodeConfirm || !strings.Contains(asked.Questions[0], "khuyết số 02–03") {
		t.Fatalf("a jump was not asked about: %v", err)
	}
	in.Accepted = asked.Questions
	if _, err := s.Reserve(in); err != nil {
		t.Error(err)
	}
	in = secret(2)
	in.To, in.Cause, in.Note = 3, papers.KeptElsewhere, "sổ riêng của Ban Tổ chức"
	if kept, err := s.Reserve(in); err != nil || len(kept) != 2 || kept[1].Symbol != "03-BC/HU" {
		t.Errorf("%+v, %v", kept, err)
	}
	if page, err := s.Register(papers.Filter{}); err != nil || len(page.Faults) != 0 || len(page.Reserved) != 3 {
		t.Errorf("%+v, %v", page, err)
	}
}

// A quyết định and a quy định both read 01-QĐ/HU and are two papers of two series (HD 05, II.I.3.1.1 and 3.1.2 a).
func TestQuyDinhIsNumberedApart(t *testing.T) {
	o, s := office(t)
	of := func(typeName string, number int) papers.OutsideInput {
		in := paper(number, "2025-09-01")
		in.Series, in.TypeName = "QĐ", typeName
		return in
	}
	list := put(t, s, of("Quyết định", 1), of("Quy định", 1), of("quy định", 2), of("Quyết định", 2), of("Quyết định", 3))
	if list[0].Symbol != "01-QĐ/HU" || list[1].Symbol != "01-QĐ/HU" {
		t.Errorf("%s and %s", list[0].Symbol, list[1].Symbol)
	}
	if _, err := s.RecordOutside(of("Quy định", 1)); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("one series bears a number twice: %v", err)
	}
	for typeName, want := range map[string]int{"Quyết định": 4, "": 4, "Quy định": 3, "QUY ĐỊNH": 3} {
		key := papers.SeriesKey{Form: "dang", Symbol: "HU", Series: "QĐ", Type: typeName}
		if series := next(t, o, key, "2025-09-02"); series.Next() != want {
			t.Errorf("%q: next is %d, want %d", typeName, series.Next(), want)
		}
	}
	put(t, s, of("Quy định", 5))
	page, err := s.Register(papers.Filter{})
	if err != nil || len(page.Faults) != 1 || page.Faults[0].TypeName == "" ||
		!strings.HasPrefix(page.Faults[0].Sentence, "QĐ/HU (quy định), nhiệm kỳ 2025–2030: khuyết số 03–04") {
		t.Errorf("%+v, %v", page.Faults, err)
	}
}

// A congress numbers its papers of all types together, apart from the committee's and from the next congress.
func TestCongressHasOneSeries(t *testing.T) {
	o, s := office(t)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		for _, id := range []string{"dh1", "dh2"} {
			err := tx.Create(&papers.Issuer{
				ID:        id,
				Kind:      papers.Congress,
				Form:      "dang",
				Name:      "Đại hội Đảng bộ huyện Mẫu",
				Head:      "ĐẠI HỘI ĐẢNG BỘ",
				Symbol:    "ĐH",
				CreatedAt: "x",
			}).Error
			if err != nil {
				return err
			}
		}
		return nil
	})
	of := func(id, series string, number int) papers.OutsideInput {
		in := paper(number, "2025-07-31") // of the term that ends
		in.IssuerID, in.Series = id, series
		return in
	}
	list := put(t, s, of("dh1", "BC", 1), of("dh1", "NQ", 2), of("dh2", "BC", 1))
	if list[1].Symbol != "02-NQ/ĐH" {
		t.Error(list[1].Symbol)
	}
	if _, err := s.RecordOutside(
		of("dh1", "KL", 2),
	); !fault.Is(err, fault.CodeInvalid) ||
		!strings.Contains(err.Error(), "đã dùng cho 02-NQ/ĐH") {
		t.Errorf("%v", err)
	}
	late := of("dh1", "NQ", 3)
	late.Day = "2025-08-01" // the new committee's term has begun within the congress
	put(t, s, late)
	key := papers.SeriesKey{Form: "dang", IssuerID: "dh1", Symbol: "ĐH", Series: "TB"}
	if series := next(t, o, key, "2025-08-01"); series.Next() != 4 {
		t.Errorf("next is %d", series.Next())
	}
	if page, err := s.Register(papers.Filter{}); err != nil || len(page.Faults) != 0 {
		t.Errorf("%+v, %v", page.Faults, err)
	}
}
