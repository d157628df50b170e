package phrases

import (
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
)

func texts(t *testing.T, s *Service, kind Kind) string {
	t.Helper()
	all, err := s.List(kind)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range all {
		lines = append(lines, p.Text)
	}
	return strings.Join(lines, " | ")
}

func TestPhrasesOfTheKindComeFirst(t *testing.T) {
	s := New(accesstest.Open(t).Gate)
	for _, in := range []Input{
		{Text: "Đề nghị chi ủy lưu ý."},
		{Kind: Log, Text: "  Chi bộ chuẩn bị\u00a0chu đáo. "},
		{Kind: Reply, Text: "Việc này đã giao cơ quan chuyên môn."},
		{Kind: Log, Text: "Đại biểu dự đủ."},
		{Kind: Log, Text: "Đại biểu dự đủ."}, // once more: the same phrase
	} {
		if _, err := s.Save(in); err != nil {
			t.Fatal(in, err)
		}
	}
	for kind, want := range map[Kind]string{
		Log:     "Chi bộ chuẩn bị chu đáo. | Đại biểu dự đủ. | Đề nghị chi ủy lưu ý. | Việc này đã giao cơ quan chuyên môn.",
		Reply:   "Việc này đã giao cơ quan chuyên môn. | Đề nghị chi ủy lưu ý. | Chi bộ chuẩn bị chu đáo. | Đại biểu dự đủ.",
		General: "Đề nghị chi ủy lưu ý. | Chi bộ chuẩn bị chu đáo. | Đại biểu dự đủ. | Việc này đã giao cơ quan chuyên môn.",
	} {
		if got := texts(t, s, kind); got != want {
			t.Errorf("%q: %s", kind, got)
		}
	}
}

func TestAPhraseIsChangedThrownAwayAndTakenBack(t *testing.T) {
	s := New(accesstest.Open(t).Gate)
	p, err := s.Save(Input{Kind: Log, Text: "Chi bộ họp đúng ngày."})
	if err != nil {
		t.Fatal(err)
	}
	changed, err := s.Save(Input{ID: p.ID, Kind: General, Text: "Chi bộ họp đúng giờ."})
	if err != nil || changed.ID != p.ID || changed.CreatedAt != p.CreatedAt || changed.KindWord != "Mọi ô" {
		t.Fatal(changed, err)
	}
	other, err := s.Save(Input{Text: "Câu khác."})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(Input{ID: other.ID, Text: "Chi bộ họp đúng giờ."}); !fault.Is(err, fault.CodeInvalid) {
		t.Error("two phrases became one:", err)
	}
	for _, step := range []struct {
		do   func(string) error
		want string
	}{
		{s.Delete, "Câu khác."}, {s.Restore, "Câu khác. | Chi bộ họp đúng giờ."},
	} {
		if err := step.do(p.ID); err != nil || texts(t, s, General) != step.want {
			t.Error(texts(t, s, General), err)
		}
		if err := step.do(p.ID); !fault.Is(err, fault.CodeNotFound) {
			t.Error("done twice:", err)
		}
	}
	if err := s.Delete(p.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(Input{ID: p.ID, Text: "Câu mới."}); !fault.Is(err, fault.CodeNotFound) {
		t.Error("what is in the bin was changed:", err)
	}
}

func TestWhatIsNoPhraseIsRefused(t *testing.T) {
	s := New(accesstest.Open(t).Gate)
	for name, c := range map[string]struct {
		in    Input
		field string
	}{
		"empty":           {Input{Text: " \n "}, "text"},
		"too long":        {Input{Text: strings.Repeat("ầ", longest+1)}, "text"},
		"unknown kind":    {Input{Kind: "la", Text: "Câu."}, "kind"},
		"a phone number":  {Input{Text: "Gọi ông theo số 0912 345 678 để hẹn."}, "text"},
		"unknown reason":  {Input{Text: "Gọi số 0912 345 678.", GuardReason: "LA"}, "guardReason"},
		"an unknown name": {Input{ID: "khong-co", Text: "Câu."}, ""},
	} {
		_, err := s.Save(c.in)
		if c.field == "" {
			if !fault.Is(err, fault.CodeNotFound) {
				t.Error(name, err)
			}
			continue
		}
		if f, known := fault.Of(err); !known || f.Fields[c.field] == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.Save(Input{Text: strings.Repeat("ầ", longest)}); err != nil {
		t.Error("the longest phrase:", err)
	}
	if _, err := s.Save(Input{Text: "Đường dây nóng 0912 345 678.", GuardReason: "SO_KHAC"}); err != nil {
		t.Error("kept for a reason:", err)
	}
}
