package sessions

import (
	"reflect"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/officers"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/units"
)

// committee is a district office with three members of its standing board, of whom the third left in October.
func committee(t *testing.T) (*accesstest.Office, *Service, []string) {
	t.Helper()
	o := accesstest.Open(t)
	var ids []string
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		if _, err := units.StoreOffice(
			tx,
			units.Office{Level: units.LevelHuyen, Name: "Huyện ủy Thử", Superior: "Đảng bộ tỉnh Thử", Place: "Huyện Thử"},
		); err != nil {
			return err
		}
		term, err := officers.SaveTerm(
			tx,
			officers.Term{Label: "2025–2030", Level: "huyen", ValidFrom: "2025-08-01", ValidTo: "2030-08-01"},
		)
		if err != nil {
			return err
		}
		for i, name := range []string{"Nguyễn Thử An", "Trần Thử Bình", "Lê Thử Châu"} {
			who, err := officers.Add(
				tx,
				officers.Input{
					FullName: name,
					Post:     officers.PostIn{Label: "Ủy viên Ban Thường vụ", OrgText: "Huyện ủy Thử", ValidFrom: "2025-08-01"},
				},
			)
			if err != nil {
				return err
			}
			ids = append(ids, who.ID)
			seat := officers.Membership{OfficerID: who.ID, TermID: term.ID, Body: officers.BTV, Rank: 3 - i}
			if i == 2 {
				seat.ValidTo = "2026-10-01"
			}
			if _, err := officers.SaveSeat(tx, seat); err != nil {
				return err
			}
		}
		return nil
	})
	return o, New(o.Gate), ids
}

func sampleSession(ids []string) Input {
	return Input{
		Body:        "BTV",
		Title:       "Hội nghị Ban Thường vụ lần thứ 3",
		Day:         "2026-11-27",
		StartTime:   "7h30",
		Place:       "Hội trường",
		ChairID:     ids[0],
		SecretaryID: ids[1],
		Items: []ItemInput{
			{
				Title:       "Báo cáo tháng",
				PresenterID: ids[0],
				Minutes:     40,
				Papers: []PaperInput{
					{Title: "Báo cáo", Input: `{"report":"R20","period":"2026-10"}`},
					{Title: "Tờ trình", Owner: "Ban Tổ chức"},
				},
			},
			{Title: "Công tác cán bộ", Presenter: "Ban Tổ chức Huyện ủy", Minutes: 25},
			{Title: "Kết luận", Minutes: 10},
		},
	}
}

func TestSaveRefuses(t *testing.T) {
	_, s, ids := committee(t)
	tests := []struct {
		name, field string
		change      func(*Input)
	}{
		{"no title", "title", func(in *Input) { in.Title = " \t" }},
		{"no day", "day", func(in *Input) { in.Day = "" }},
		{"a day that does not exist", "day", func(in *Input) { in.Day = "2026-02-30" }},
		{"no body", "body", func(in *Input) { in.Body = "" }},
		{"an unknown body", "body", func(in *Input) { in.Body = "HDND" }},
		{"an hour that does not exist", "startTime", func(in *Input) { in.StartTime = "25:00" }},
		{"words for an hour", "endTime", func(in *Input) { in.EndTime = "cuối giờ" }},
		{"an unknown state", "state", func(in *Input) { in.State = "xong" }},
		{"held before its day", "state", func(in *Input) { in.State = Held }},
		{"nobody's chair", "chairId", func(in *Input) { in.ChairID = "khong-co" }},
		{"a point without a title", "items.1.title", func(in *Input) { in.Items[1].Title = "" }},
		{"minutes below nothing", "items.0.minutes", func(in *Input) { in.Items[0].Minutes = -5 }},
		{"eleven hours for a point", "items.0.minutes", func(in *Input) { in.Items[0].Minutes = 660 }},
		{"nobody's point", "items.0.presenter", func(in *Input) { in.Items[0].PresenterID = "khong-co" }},
		{"a paper without a title", "items.0.papers.1.title", func(in *Input) { in.Items[0].Papers[1].Title = "" }},
		{"choices that are no choices", "items.0.papers.0.title", func(in *Input) { in.Items[0].Papers[0].Input = "{" }},
		{"an issued paper nobody issued", "items.0.papers.1.title", func(in *Input) { in.Items[0].Papers[1].IssuedID = "khong-co" }},
		{"issued and drawn up at once", "items.0.papers.0.title", func(in *Input) { in.Items[0].Papers[0].IssuedID = "x" }},
		{"a participant without a name", "people.0.label", func(in *Input) { in.People = []PersonInput{{Part: Invited}} }},
		{"one officer twice", "people.1.label", func(in *Input) {
			in.People = []PersonInput{{OfficerID: ids[0], Part: Member}, {OfficerID: ids[0], Part: Invited}}
		}},
		{"no part", "people.0.part", func(in *Input) { in.People = []PersonInput{{OfficerID: ids[0]}} }},
		{"an unknown presence", "people.0.present", func(in *Input) {
			in.People = []PersonInput{{OfficerID: ids[0], Part: Member, Present: "nua_chung"}}
		}},
		{
			"a hundred copies",
			"people.0.copies",
			func(in *Input) { in.People = []PersonInput{{OfficerID: ids[0], Part: Member, Copies: 100}} },
		},
		{"a very long title", "title", func(in *Input) { in.Title = strings.Repeat("Hội nghị ", 40) }},
		{
			"a telephone number in a conclusion",
			"items.2.conclusion",
			func(in *Input) { in.Items[2].Conclusion = "Gọi ông Lê Văn Tí, 0912 345 678." },
		},
		{
			"a citizen's name in a paper's title",
			"items.0.papers.1.title",
			func(in *Input) { in.Items[0].Papers[1].Title = "Đơn của bà Nguyễn Thị Tèo" },
		},
		{"an unknown reason", "guardReason", func(in *Input) { in.GuardReason = "vi_thich" }},
	}
	for _, tt := range tests {
		in := sampleSession(ids)
		tt.change(&in)
		_, err := s.Save(in)
		if f, ok := fault.Of(err); !ok || f.Fields[tt.field] == "" {
			t.Errorf("%s: %v, want a fault of %s", tt.name, err, tt.field)
		}
	}
	if page, err := s.List(Filter{}); err != nil || page.Total != 0 {
		t.Errorf("a refused session was stored: %+v, %v", page, err)
	}
	in := sampleSession(ids)
	in.ID = "khong-co"
	if _, err := s.Save(in); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("an unknown session: %v", err)
	}
}

func TestHoursAsTyped(t *testing.T) {
	tests := []struct {
		typed, want string
		right       bool
	}{
		{"7:30", "07:30", true},
		{"07h30", "07:30", true},
		{"7g30", "07:30", true},
		{"7 giờ 30", "07:30", true},
		{"7 giờ 30 phút", "07:30", true},
		{"0730", "07:30", true},
		{"13h", "13:00", true},
		{"8.15", "08:15", true},
		{"", "", true},
		{
			"24:00",
			"24:00",
			false,
		},
		{"7:3", "7:3", false},
		{"sáng", "sáng", false},
		{"7:60", "7:60", false},
		{"7h30 tối mai", "7h30 tối mai", false},
	}
	for _, tt := range tests {
		if got, right := dates.ParseHour(tt.typed); got != tt.want || right != tt.right {
			t.Errorf("%q: %q, %v", tt.typed, got, right)
		}
	}
}

func TestSessionIsKeptWhole(t *testing.T) {
	_, s, ids := committee(t)
	made, err := s.Save(sampleSession(ids))
	if err != nil {
		t.Fatal(err)
	}
	var starts []string
	for _, i := range made.Items {
		starts = append(starts, i.StartsAt)
	}
	if strings.Join(starts, " ") != "07:30 08:10 08:35" || made.EndsAt != "08:45" || made.Minutes != 75 {
		t.Errorf("hours %v, ends %s after %d minutes", starts, made.EndsAt, made.Minutes)
	}
	// Seats valid on the day, in the order of the body: the second before the first, the third has left.
	if len(made.People) != 2 || made.People[0].OfficerID != ids[1] || made.People[1].OfficerID != ids[0] ||
		made.People[0].Post != "Ủy viên Ban Thường vụ" {
		t.Errorf("proposed %+v", made.People)
	}
	if made.Items[0].PresenterWord != "Nguyễn Thử An, Ủy viên Ban Thường vụ" || made.Items[1].PresenterWord != "Ban Tổ chức Huyện ủy" ||
		made.Items[0].Papers[0].Kind != PaperDrawn ||
		made.Items[0].Papers[1].Kind != PaperApart {
		t.Errorf("%+v", made.Items)
	}
	// Another order: keys stay with their lines, and a copied line gets a key of its own.
	again := sampleSession(ids)
	again.ID = made.ID
	again.Items = []ItemInput{again.Items[1], again.Items[0], again.Items[1]}
	again.Items[0].ID, again.Items[1].ID, again.Items[2].ID = made.Items[1].ID, made.Items[0].ID, made.Items[1].ID
	again.People = []PersonInput{
		{ID: made.People[0].ID, OfficerID: ids[1], Part: Member, Copies: 2},
		{Label: "Đại diện Ban Dân vận", Part: Invited, Copies: 1},
	}
	changed, err := s.Save(again)
	if err != nil {
		t.Fatal(err)
	}
	if changed.Items[0].ID != made.Items[1].ID || changed.Items[1].ID != made.Items[0].ID || changed.Items[2].ID == made.Items[1].ID ||
		changed.Items[0].StartsAt != "07:30" ||
		changed.Items[1].StartsAt != "07:55" {
		t.Errorf("%+v", changed.Items)
	}
	if len(changed.People) != 2 || changed.People[0].ID != made.People[0].ID || changed.People[1].Name != "Đại diện Ban Dân vận" {
		t.Errorf("%+v", changed.People)
	}
}

func TestBinAndCopy(t *testing.T) {
	o, s, ids := committee(t)
	in := sampleSession(ids)
	in.Day, in.State, in.Items[0].Conclusion = "2026-09-20", Held, "Thống nhất."
	in.People = []PersonInput{
		{OfficerID: ids[2], Part: Member, Present: Present, Copies: 1},
		{Label: "Đại diện Huyện đoàn", Part: Invited, Present: Excused, Copies: 1},
	}
	made, err := s.Save(in)
	if err != nil {
		t.Fatal(err)
	}
	next, err := s.Copy(made.ID, "2026-12-01")
	if err != nil {
		t.Fatal(err)
	}
	if next.State != Preparing || next.Items[0].Conclusion != "" || len(next.Items) != 3 ||
		!strings.Contains(next.Items[0].Papers[0].Input, `"period":""`) ||
		next.Items[0].Papers[1].Owner != "Ban Tổ chức" {
		t.Errorf("%+v", next.Items)
	}
	if len(next.People) != 3 || next.People[0].OfficerID != ids[1] || next.People[2].Label != "Đại diện Huyện đoàn" ||
		next.People[2].Present != "" {
		t.Errorf("%+v", next.People)
	}
	if _, err := s.Copy(made.ID, ""); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("copied to no day: %v", err)
	}
	if err := s.Delete(made.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Copy(made.ID, "2026-12-01"); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("copied out of the bin: %v", err)
	}
	in.ID = made.ID
	if _, err := s.Save(in); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("changed in the bin: %v", err)
	}
	if bin, err := s.List(Filter{Bin: true}); err != nil || bin.Total != 1 || bin.Items[0].ID != made.ID || bin.Items[0].People != 2 {
		t.Errorf("%+v, %v", bin, err)
	}
	if back, err := s.Restore(made.ID); err != nil || back.Deleted || len(back.Items) != 3 {
		t.Errorf("%+v, %v", back, err)
	}
	if page, err := s.List(
		Filter{Text: "thuong vu lan thu 3", Body: "BTV"},
	); err != nil || page.Total != 2 ||
		page.Items[0].Day != "2026-12-01" {
		t.Errorf("%+v, %v", page, err)
	}
	o.SignIn(t, access.LanhDao)
	if err := s.Delete(made.ID); !fault.Is(err, fault.CodeForbidden) {
		t.Errorf("a lãnh đạo threw a session away: %v", err)
	}
}

func TestMergedOfficerKeepsSessions(t *testing.T) {
	o, s, ids := committee(t)
	in := sampleSession(ids)
	in.People = []PersonInput{{OfficerID: ids[0], Part: Member, Copies: 1}, {OfficerID: ids[1], Part: Member, Copies: 1}}
	made, err := s.Save(in)
	if err != nil {
		t.Fatal(err)
	}
	room := officers.New(o.Gate, OfficerTie())
	if err := room.Delete(ids[0]); !fault.Is(err, fault.CodeConflict) {
		t.Errorf("an officer with a session went to the bin: %v", err)
	}
	storetest.Write(t, o.Store, func(tx *store.Tx) error { return moveOfficer(tx, ids[0], ids[1]) })
	got, err := s.Get(made.ID)
	if err != nil || got.ChairID != ids[1] || got.Items[0].PresenterID != ids[1] || len(got.People) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestProposalTellsWhy(t *testing.T) {
	_, s, _ := committee(t)
	if got, err := s.Propose("BTV", "2026-09-01"); err != nil || len(got.People) != 3 || !strings.Contains(got.Sentence, "03 đồng chí") {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := s.Propose("BCH", "2026-09-01"); err != nil || len(got.People) != 0 || !strings.Contains(got.Sentence, "chưa ghi ai") {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := s.Propose("BTV", ""); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("proposed for no day: %v", err)
	}
}

func TestVocabularyIsNotEmpty(t *testing.T) {
	_, s, _ := committee(t)
	if words, err := s.Vocabulary(); err != nil || reflect.ValueOf(words).IsZero() {
		t.Errorf("%+v %v", words, err)
	}
}
