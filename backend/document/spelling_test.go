package document_test

import (
	"testing"

	"caunoi/backend/document"
)

func TestSpelling(t *testing.T) {
	old, modern := document.Profile{OldSpelling: true}, document.Profile{}
	for _, pair := range [][2]string{{"Đảng ủy", "Đảng uỷ"}, {"ỦY BAN", "UỶ BAN"}, {"hòa, khỏe", "hoà, khoẻ"},
		{"CỘNG HÒA", "CỘNG HOÀ"}, {"thùy", "thuỳ"}} {
		if got := old.Spell(pair[0]); got != pair[1] {
			t.Errorf("old %q: %q", pair[0], got)
		}
		if got := modern.Spell(pair[1]); got != pair[0] {
			t.Errorf("modern %q: %q", pair[1], got)
		}
	}
	for _, same := range []string{"quý", "quỳ", "hoàn", "toàn dân", "thuyền", "loại"} {
		if old.Spell(same) != same || modern.Spell(same) != same {
			t.Errorf("%q changed", same)
		}
	}
}
