package store

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

const marked = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"

func TestFoldEveryLetterInEveryForm(t *testing.T) {
	plain := strings.Repeat(
		"a",
		17,
	) + strings.Repeat(
		"e",
		11,
	) + strings.Repeat(
		"i",
		5,
	) + strings.Repeat(
		"o",
		17,
	) + strings.Repeat(
		"u",
		11,
	) + strings.Repeat(
		"y",
		5,
	) + "d"
	for _, text := range []string{marked, strings.ToUpper(marked)} {
		for name, form := range map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD} {
			if got := Fold(form.String(text)); got != plain {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"  Ấp\u00a01 ", "Ấp 1"},
		{norm.NFD.String("Quới Điền"), "Quới Điền"},
		{"a\x00b\u200bc\r\nd", "abc\nd"},
		{"họp 🎉", "họp 🎉"},
		{"lỗi \xff", "lỗi \ufffd"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestLikeTakesSignsAsLetters(t *testing.T) {
	if got := Like(`50%_Đ\`); got != `%50\%\_d\\%` {
		t.Fatal(got)
	}
}

func TestNamesAreOrderedByGivenName(t *testing.T) {
	names := []string{"Trần Văn Bình", "Lê Thị Ánh", "Nguyễn An", "Đỗ Văn An", "Dương Văn An", "Phạm Đức", "Phạm Dũng"}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(NameSortKey(a), NameSortKey(b)) })
	want := "Dương Văn An, Đỗ Văn An, Nguyễn An, Lê Thị Ánh, Trần Văn Bình, Phạm Dũng, Phạm Đức"
	if got := strings.Join(names, ", "); got != want {
		t.Fatalf("got  %s\nwant %s", got, want)
	}
}

// A word of the vocabulary inside a sentence, and a phrase at the head of one: abbreviations keep their capitals.
func TestFirstLetters(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, lower, upper string }{
		{"Quyết định", "quyết định", "Quyết định"},
		{"đã dự", "đã dự", "Đã dự"},
		{"UBND xã", "UBND xã", "UBND xã"},
		{"Đ/c Bí thư", "Đ/c Bí thư", "Đ/c Bí thư"},
		{"Ở ấp", "ở ấp", "Ở ấp"},
		{"Ý kiến", "ý kiến", "Ý kiến"},
		{"Á", "á", "Á"},
		{"", "", ""},
	} {
		if lower, upper := LowerFirst(c.text), UpperFirst(c.text); lower != c.lower || upper != c.upper {
			t.Errorf("%q: %q and %q, want %q and %q", c.text, lower, upper, c.lower, c.upper)
		}
	}
}
