package typeset

import (
	"testing"

	"caunoi/backend/document"
)

func TestCellsKeepTheirKind(t *testing.T) {
	value := func(f float64) *float64 { return &f }
	tests := []struct {
		cell   document.Cell
		figure bool // in a column of figures
		want   any
		format string
	}{
		{document.Cell{Text: "05/02/2026"}, false, 46058, "dd/mm/yyyy"},
		{document.Cell{Text: "31/02/2026"}, false, "31/02/2026", ""},
		{document.Cell{Text: "05/02/2026, 08 giờ"}, false, "05/02/2026, 08 giờ", ""},
		{document.Cell{Text: "12"}, true, 12.0, "0"},
		{document.Cell{Text: "12"}, false, "12", ""},
		{document.Cell{Text: "007"}, true, "007", ""},
		{document.Cell{Text: "0270 3822 123"}, true, "0270 3822 123", ""},
		{document.Cell{Text: "12345678901234567"}, true, "12345678901234567", ""},
		{document.Cell{Text: "02", Number: value(2)}, false, 2.0, "00"},
		{document.Cell{Text: "66,7%", Number: value(66.6667)}, false, 0.666667, "0.0%"},
		{document.Cell{Text: "1.234.567", Number: value(1234567)}, false, 1234567.0, "#,##0"},
		{document.Cell{Text: "–", Number: value(0)}, true, "–", ""},
		{document.Cell{Text: "9", Number: value(2)}, false, 9.0, "0"}, // what is printed decides
		{document.Cell{Text: "=1+1"}, true, "=1+1", ""},
		{document.Cell{Text: "-3"}, true, -3.0, "0"},
		{document.Cell{Text: "1.5"}, true, "1.5", ""},
		{document.Cell{Text: "12/15"}, true, "12/15", ""},
	}
	w := &workbookWriter{Layout: &Layout{word: true}}
	for _, tt := range tests {
		if got, format := w.typed(tt.cell, tt.figure); got != tt.want || format != tt.format {
			t.Errorf("%q: %v (%T) as %q, want %v as %q", tt.cell.Text, got, got, format, tt.want, tt.format)
		}
	}
}
