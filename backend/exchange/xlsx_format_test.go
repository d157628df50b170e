package exchange

import "testing"

// What a number in a cell means, by its format. 46027 is 05/01/2026 in a sheet that counts from 1900.
func TestNumbersMeanWhatTheirFormatSays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ code, value, want string }{
		{"", "28249", "28249"},
		{"General", "0.1", "0.1"},
		{"General", "1E+05", "100000"},
		{"General", "28249.000000000004", "28249"},
		{"General", "84912345678", "84912345678"},
		{"0", "7", "7"},
		{"@", "7", "7"},
		{"00000", "4", "00004"},
		{"00000", "1234567", "1234567"},
		{"0000 000 000", "912345678", "0912 345 678"},
		{"0###-###-###", "912345678", "0912-345-678"},
		{`"0"000000000`, "912345678", "0912345678"},
		{"[<=9999999]000-0000;(000) 000-0000", "1234567", "123-4567"},
		{"#,##0", "1200", "1200"},
		{"#,##0.00", "1200.5", "1200.5"},
		{"0%", "0.5", "0.5"},
		{`_-* #,##0\ "đ"_-`, "1200", "1200"},
		{"dd/mm/yyyy", "46027", "2026-01-05"},
		{"mm/dd/yy", "46027", "2026-01-05"},
		{"[$-1010000]d/m/yy;@", "46027", "2026-01-05"},
		{`dd\.mm\.yyyy`, "46027", "2026-01-05"},
		{`"ngày" dd "tháng" mm "năm" yyyy`, "46027", "2026-01-05"},
		{"dd/mm/yyyy hh:mm", "46027.354166666664", "2026-01-05 08:30"},
		{"dd/mm/yyyy hh:mm", "46027", "2026-01-05"},
		{"dd/mm/yyyy", "46027.9", "2026-01-05"},
		{"d-mmm", "46027", "5/1"}, // the year is Excel's guess, and no one sees it
		{"mm/yyyy", "46027", "1/2026"},
		{"yyyy", "46027", "2026"},
		{"h:mm AM/PM", "0.3541666666", "08:30"},
		{"dd/mm/yyyy", "1", "1900-01-01"},
		{"dd/mm/yyyy", "61", "1900-03-01"},
		{"dd/mm/yyyy", "29122026", "29122026"}, // a day typed as a number is no day
		{"dd/mm/yyyy", "-1", "-1"},
		{"[Red]0", "3", "3"},
		{"General", "abc", "?"},
		{"General", "Inf", "?"},
	} {
		var f formats
		f.add(c.code)
		got, ok := f.show(c.value, 0)
		if !ok {
			got = "?"
		}
		if got != c.want {
			t.Errorf("%s as %q: %q, want %q", c.value, c.code, got, c.want)
		}
	}
	f := formats{from1904: true}
	f.add("dd/mm/yyyy")
	if got, _ := f.show("44565", 0); got != "2026-01-05" {
		t.Errorf("counted from 1904: %q", got)
	}
}

func TestStringsOfSeveralRunsAndEscapes(t *testing.T) {
	t.Parallel()
	const text = `<sst><si><r><t>Mã</t></r></si><si><t>Tên</t></si><si><t>Cấp</t></si>` +
		`<si><r><t xml:space="preserve">Xã </t></r><r><rPr><b/></rPr><t>Quới</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></si><si><t>Xã_x000D_A_x005F_B</t></si></sst>`
	rows := `<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>3</v></c><c r="C2" t="str"><f>x</f><v>Xã</v></c></row>` +
		`<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="s"><v>4</v></c><c r="C3" t="inlineStr"><is><r><t>X</t></r><r><t>ã</t></r></is></c></row>`
	head := `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>`
	table, err := ReadTable("a.xlsx", rawWorkbook(t, sheetHead+head+rows+sheetTail, text, nil), testColumns)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Xã Quới", "Xã A_B"} {
		if got := table.Cell(table.Rows[i], "name"); got != want || table.Cell(table.Rows[i], "level") != "Xã" {
			t.Errorf("%q, want %q, of %v", got, want, table.Rows[i])
		}
	}
}
