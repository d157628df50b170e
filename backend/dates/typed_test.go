package dates

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// typedCases are shared with the screen's copy of the rules: what is read, and what is refused with words of the sentence.
// The day is in the lunar year 2025, which has its sixth month twice.
type typedCases struct {
	Today   Date        `json:"today"`
	Reads   [][2]string `json:"reads"`
	Refuses [][2]string `json:"refuses"`
}

func TestParseTyped(t *testing.T) {
	text, err := os.ReadFile("testdata/typed.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases typedCases
	if err := json.Unmarshal(text, &cases); err != nil || len(cases.Reads) < 30 || len(cases.Refuses) < 25 {
		t.Fatal(err, cases)
	}
	for _, c := range cases.Reads {
		if got, err := ParseTyped(c[0], cases.Today); string(got) != c[1] || err != nil {
			t.Errorf("%q → %q, %v; want %q", c[0], got, err, c[1])
		}
	}
	for _, c := range append(cases.Refuses, [2]string{strings.Repeat("9", 4000), "Không hiểu"}) {
		got, err := ParseTyped(c[0], cases.Today)
		if err == nil || !strings.Contains(err.Error(), c[1]) || got != None || len(err.Error()) > 400 {
			t.Errorf("%.60q → %q, %v; want “%s”", c[0], got, err, c[1])
		}
	}
}

// What the screen shows can be typed back, for every day.
func TestTypedReadsShown(t *testing.T) {
	for d := Date("2019-12-01"); d < "2029-02-01"; d = d.AddDays(1) {
		for _, text := range []string{d.Show(), d.ShowLong(), d.ShowWithLunar(), string(d)} {
			if got, err := ParseTyped(text, "2026-07-29"); got != d || err != nil {
				t.Fatalf("%s: %q → %q, %v", d, text, got, err)
			}
		}
	}
}

func FuzzParseTyped(f *testing.F) {
	for _, s := range []string{"5/3/26", "16/6 nhuận", "T4 29/7/2026 (16/6 âl)", "ngày 5 tháng 2", "05032026", "((âl"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseTyped(s, "2026-07-29")
		if (d != None && (err != nil || !d.Valid())) || (err != nil && err.Error() == "") {
			t.Errorf("%q → %q, %v", s, d, err)
		}
	})
}
