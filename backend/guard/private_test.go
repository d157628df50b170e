package guard

import "testing"

// What one person reports of a place is a matter; what he is, is not. A group may be spoken of.
func TestOneWhoReportsIsNotTheOneMeant(t *testing.T) {
	for _, c := range []struct {
		text  string
		marks string // the kind, "" = passes
	}{
		{"Một hộ phản ánh thanh niên nghiện ma túy tụ tập", ""},
		{"Một hộ có con nghiện ma túy", Record},
		{"Một hộ đề nghị mở lớp cho trẻ khuyết tật", ""},
		{"Một hộ có hai trẻ khuyết tật", Health},
		{"Một hộ đề nghị xét trợ cấp vì người này bị ung thư", Health},
		{"Các hộ có người nghiện cần việc làm", ""},
		{"Bà con theo đạo Tin Lành đề nghị sửa lộ", ""},
		{"Người này theo đạo Tin Lành", Belief},
	} {
		kind := ""
		if found := Find(c.text, onDay, nil); len(found) > 0 {
			kind = found[0].Kind
		}
		if kind != c.marks {
			t.Errorf("%s: %q, want %q", c.text, kind, c.marks)
		}
	}
}
