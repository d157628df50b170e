package officers

import (
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func fieldOf(t *testing.T, err error, field, words string) {
	t.Helper()
	e, ok := fault.Of(err)
	if !ok || !strings.Contains(e.Fields[field], words) {
		t.Fatalf("want %q at %s, got %v", words, field, err)
	}
}

func TestSaveRefuses(t *testing.T) {
	s := New(accesstest.Open(t).Gate)
	for name, c := range map[string]struct {
		in           Input
		field, words string
	}{
		"no name":        {Input{FullName: "  "}, "fullName", "họ và tên"},
		"emoji":          {Input{FullName: "Cán bộ 🎉"}, "fullName", "bỏ các ký tự"},
		"one letter":     {Input{FullName: "A"}, "fullName", "chữ cái"},
		"too long":       {Input{FullName: strings.Repeat("dài ", 1000)}, "fullName", "100"},
		"short phone":    {Input{FullName: "Cán bộ mẫu", WorkPhone: "0913"}, "workPhone", "chưa đúng"},
		"phone of words": {Input{FullName: "Cán bộ mẫu", WorkPhone: "hỏi văn thư"}, "workPhone", "chưa đúng"},
		"long note":      {Input{FullName: "Cán bộ mẫu", Note: strings.Repeat("x", 4000)}, "note", "1.000"},
		"post, no label": {Input{FullName: "Cán bộ mẫu", Post: PostIn{OrgText: "Huyện ủy"}}, "post.label", "chức vụ"},
		"post backwards": {Input{FullName: "Cán bộ mẫu",
			Post: PostIn{Label: "Bí thư", ValidFrom: "2026-02-01", ValidTo: "2026-02-01"}}, "post.validTo", "sau ngày"},
		"post of nowhere": {Input{FullName: "Cán bộ mẫu", Post: PostIn{Label: "Bí thư", OrgID: "x"}}, "post.orgId", "chọn lại"},
		"post, silly day": {Input{FullName: "Cán bộ mẫu", Post: PostIn{Label: "Bí thư", ValidFrom: "0026-01-01"}}, "post.validFrom",
			"không hợp lệ"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := s.Save(c.in)
			fieldOf(t, err, c.field, c.words)
		})
	}
	if page, err := s.List(ListFilter{}); err != nil || page.Total != 0 {
		t.Fatalf("a refused officer was stored: %+v %v", page, err)
	}
}

func TestPhonesOfOfficesPass(t *testing.T) {
	for _, phone := range []string{"0270 3822 123", "(0270) 3.822.123", "0913000123", "+84 913 000 123", "0270 3822 123 máy lẻ 12"} {
		if !isPhone(phone) {
			t.Errorf("refused %s", phone)
		}
	}
}

// The label valid on the day is what prints; the highest post counts when there are several.
func TestPostOfTheDay(t *testing.T) {
	o := accesstest.Open(t)
	s := New(o.Gate)
	d, err := s.Save(
		Input{FullName: "Cán bộ mẫu 01", Post: PostIn{Label: "Phó Chủ tịch", OrgText: "UBND xã Mẫu", ValidFrom: "2020-01-01", Rank: 5}},
	)
	if err != nil {
		t.Fatal(err)
	}
	id := d.Officer.ID
	_, err = s.SavePost(PostIn{OfficerID: id, Label: "Chủ tịch", OrgText: "ubnd xã mẫu", ValidFrom: "2024-01-01"})
	fieldOf(t, err, "validFrom", "Phó Chủ tịch")
	if _, err = s.SavePost(
		PostIn{OfficerID: id, Label: "Chủ tịch", OrgText: "UBND xã Mẫu", ValidFrom: "2024-01-01", Rank: 3, ClosePrevious: true},
	); err != nil {
		t.Fatal(err)
	}
	if _, err = s.SavePost(
		PostIn{OfficerID: id, Label: "Phó Bí thư", OrgText: "Đảng ủy xã Mẫu", ValidFrom: "2025-01-01", Rank: 2},
	); err != nil {
		t.Fatal(err)
	}
	storetest.Read(t, o.Store, func(tx *store.Tx) error {
		for day, want := range map[string]string{"2019-12-31": "", "2023-12-31": "Phó Chủ tịch", "2024-01-01": "Chủ tịch",
			"2026-01-01": "Phó Bí thư"} {
			d, err := detail(tx, id, dates.Date(day))
			if err != nil || d.Post != want {
				t.Errorf("%s: %q, want %q (%v)", day, d.Post, want, err)
			}
		}
		return nil
	})
}

func TestSeatsLieInsideTheTerm(t *testing.T) {
	s := New(accesstest.Open(t).Gate)
	_, err := s.SaveTerm(Term{Label: "2025–2030", Level: "phường", ValidFrom: "2025-07-01"})
	fieldOf(t, err, "level", "cấp")
	term, err := s.SaveTerm(Term{Label: "2025–2030", Level: "xa", ValidFrom: "2025-07-01", ValidTo: "2030-07-01"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.SaveTerm(Term{Label: "2025–2030", Level: "xa", ValidFrom: "2025-07-01"})
	fieldOf(t, err, "label", "đã có")
	d, err := s.Save(Input{FullName: "Cán bộ mẫu 01"})
	if err != nil {
		t.Fatal(err)
	}
	seat := Membership{OfficerID: d.Officer.ID, TermID: term.ID, Body: "BCHH"}
	_, err = s.SaveSeat(seat)
	fieldOf(t, err, "body", "Ban Thường vụ")
	seat.Body, seat.ValidFrom = BTV, "2025-06-30"
	_, err = s.SaveSeat(seat)
	fieldOf(t, err, "validFrom", "nhiệm kỳ 2025–2030")
	seat.ValidFrom = ""
	if d, err = s.SaveSeat(seat); err != nil || len(d.Seats) != 1 || d.Seats[0].ValidTo != "2030-07-01" || !d.Seats[0].Current {
		t.Fatalf("%+v %v", d.Seats, err)
	}
	_, err = s.SaveSeat(seat)
	fieldOf(t, err, "validFrom", "đã tham gia")
	page, err := s.List(ListFilter{Body: BTV})
	if err != nil || page.Total != 1 || page.Items[0].Bodies != "BTV" {
		t.Fatalf("%+v %v", page, err)
	}
}

func TestSearchPutsExactAccentsFirst(t *testing.T) {
	s := New(accesstest.Open(t).Gate)
	for _, name := range []string{"Trần Văn Dung", "Lê Thị Dũng", "Đỗ Mẫu Dụng", "Dương Mẫu An"} {
		if _, err := s.Save(Input{FullName: name, Post: PostIn{Label: "Chuyên viên", OrgText: "Văn phòng Mẫu"}}); err != nil {
			t.Fatal(err)
		}
	}
	for text, want := range map[string]string{
		"dũng":      "Lê Thị Dũng|Trần Văn Dung|Đỗ Mẫu Dụng",
		"dung":      "Trần Văn Dung|Lê Thị Dũng|Đỗ Mẫu Dụng",
		"DUONG mau": "Dương Mẫu An",
		"do mau":    "Đỗ Mẫu Dụng",
		"100%":      "",
	} {
		page, err := s.List(ListFilter{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range page.Items {
			got = append(got, r.Name)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	if page, err := s.List(ListFilter{Text: "chuyen vien", Limit: 3, Offset: 3}); err != nil || page.Total != 4 || len(page.Items) != 1 {
		t.Errorf("by post: %+v %v", page, err)
	}
}

func TestDuplicates(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"nguyen van mau", "nguyen van mau", 3}, {"nguyen van mau", "nguyen mau van", 2}, {"nguyen van mau", "nguyen van mai", 1},
		{"nguyen van mau", "nguyen van mauu", 1}, {"can bo mau 03", "can bo mau 04", 0}, {"le an", "le on", 0},
		{"nguyen van mau", "tran van mau", 0},
	} {
		if got := closeness(c.a, c.b); got != c.want {
			t.Errorf("%s / %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestMergeAndBin(t *testing.T) {
	busy := map[string]string{}
	moved := ""
	o := accesstest.Open(t)
	s := New(o.Gate, Tie{
		Move:  func(_ *store.Tx, from, to string) error { moved = from + ">" + to; return nil },
		Holds: func(_ *store.Tx, id string) (string, error) { return busy[id], nil },
	})
	post := PostIn{Label: "Bí thư", OrgText: "Đảng ủy xã Mẫu", ValidFrom: "2025-07-01"}
	a, err := s.Save(Input{FullName: "Nguyễn Mẫu Một", Post: post})
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Save(Input{FullName: "Nguyen Mau Mot", WorkPhone: "0270 3822 123", Post: post})
	if err != nil {
		t.Fatal(err)
	}
	if pairs, err := s.Duplicates(); err != nil || len(pairs) != 1 || pairs[0].Reason != "Cùng họ tên, khác dấu" {
		t.Fatalf("%+v %v", pairs, err)
	}
	keep, drop := a.Officer.ID, b.Officer.ID
	if _, err := s.Merge(keep, keep); !fault.Is(err, fault.CodeInvalid) {
		t.Fatal(err)
	}
	got, err := s.Merge(keep, drop)
	if err != nil || len(got.Posts) != 1 || got.Officer.WorkPhone != "0270 3822 123" || moved != drop+">"+keep {
		t.Fatalf("%+v %v %s", got, err, moved)
	}
	busy[keep] = "3 phân công trong sổ"
	if err := s.Delete(keep); !fault.Is(err, fault.CodeConflict) || !strings.Contains(err.Error(), "3 phân công") {
		t.Fatal(err)
	}
	delete(busy, keep)
	if err := s.Delete(keep); err != nil {
		t.Fatal(err)
	}
	if page, _ := s.List(ListFilter{}); page.Total != 0 {
		t.Fatal("still listed")
	}
	if _, err := s.Restore(keep); err != nil {
		t.Fatal(err)
	}
	o.SignIn(t, access.LanhDao)
	if err := s.Delete(keep); !fault.Is(err, fault.CodeForbidden) {
		t.Fatal("a reader deleted")
	}
}
