package fault

import (
	"errors"
	"strings"
	"testing"
)

func TestLimitCountsLettersNotBytes(t *testing.T) {
	for _, c := range []struct {
		letters int
		want    string
	}{{299, ""}, {300, ""}, {301, "Tên dài quá 300 ký tự cho phép, thừa 1 ký tự. Hãy rút ngắn."}} {
		var f Fields
		f.LimitText("name", "Tên", strings.Repeat("ạ", c.letters), 300)
		got := ""
		if e, refused := Of(f.Err()); refused {
			got = e.Fields["name"]
		}
		if got != c.want {
			t.Errorf("%d letters: %q", c.letters, got)
		}
	}
}

func TestTakeRenamesRefusalsAndGivesBackTheRest(t *testing.T) {
	var f Fields
	both := &Error{Code: CodeInvalid, Fields: map[string]string{"b": "hai", "a": "một"}}
	if err := f.Take(both, func(field, message string) (string, string) { return "row." + field, "Ấp 1: " + message }); err != nil {
		t.Fatal(err)
	}
	e, _ := Of(f.Err())
	if e.Fields["row.a"] != "Ấp 1: một" || e.Fields["row.b"] != "Ấp 1: hai" || len(e.Fields) != 2 {
		t.Errorf("%v", e.Fields)
	}
	for _, other := range []error{errors.New("disk"), Conflict("không được"), NotFound("không còn")} {
		var g Fields
		if err := g.Take(other, nil); err != other || g.Err() != nil {
			t.Errorf("%v was taken for a refusal of a field", other)
		}
	}
	if err := f.Take(nil, nil); err != nil {
		t.Error(err)
	}
}

func TestRenameJoinsWhatComesToOneField(t *testing.T) {
	both := &Error{Code: CodeConflict, Message: "hai điều", Fields: map[string]string{"b": "Hai.", "a": "Một."}}
	e, _ := Of(Rename(both, func(string) string { return "day" }))
	if e.Code != CodeConflict || e.Message != "hai điều" || e.Fields["day"] != "Một. Hai." || both.Fields["day"] != "" {
		t.Errorf("%+v, before %+v", e, both)
	}
	e, _ = Of(Under(both, "items.2."))
	if e.Fields["items.2.a"] != "Một." || len(e.Fields) != 2 {
		t.Errorf("%+v", e)
	}
	if plain := errors.New("disk"); Under(plain, "x.") != plain {
		t.Error("an error of ours lost its face")
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1.000", 4000: "4.000", 123456: "123.456", 1234567: "1.234.567",
		-1000: "-1.000", -100: "-100"} {
		if got := Thousands(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestNamesHoldNoOddSigns(t *testing.T) {
	for text, refused := range map[string]bool{
		"Ấp Quí Đức A": false, "Tổ 5+6, Khu phố 1 (cũ) – “Mẫu” & ½": false, "Đảng ủy T\u0309o": false,
		"Ấp 😀": true, "Ấp \ufffd Đức": true, "⭐ Tổ 1": true, "Ấp \ue000": true,
	} {
		var f Fields
		f.RefuseSigns("name", "Tên", text)
		if got := f.Err() != nil; got != refused {
			t.Errorf("%q: refused %v", text, got)
		}
	}
}
