package dates_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/dates"
)

func TestParseHour(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "  ": "", "19h": "19:00", "19h30": "19:30", "19:30": "19:30", "19 giờ 30": "19:30", "19 giờ": "19:00",
		"19 giờ 30 phút": "19:30", "7H05": "07:05", "7.30": "07:30", "07g30": "07:30", "0730": "07:30", "0h": "00:00",
		"23:59": "23:59", " 8h ": "08:00", norm.NFD.String("19 giờ 30"): "19:30",
	} {
		if got, ok := dates.ParseHour(text); !ok || got != want {
			t.Errorf("%q is %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"7 giờ tối", "7", "7h tối", "24h", "19h60", "19h3", "sáng",
		"19:30:00", "-7h", "7 giờ 30 sáng", "19h30-20h"} {
		if got, ok := dates.ParseHour(text); ok {
			t.Errorf("%q was read as %q", text, got)
		}
	}
}
