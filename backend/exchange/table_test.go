package exchange

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"caunoi/backend/fault"
)

var testColumns = []Column{
	{Key: "code", Title: "Mã", Words: []string{"ma so"}},
	{Key: "name", Title: "Tên", Words: []string{"ten don vi"}, Required: true},
	{Key: "level", Title: "Cấp", Required: true},
}

// book makes a workbook of the given rows; every cell is text.
func book(t testing.TB, rows [][]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		for j, cell := range row {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if cell != "" {
				if err := f.SetCellStr("Sheet1", name, cell); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func csvOf(rows [][]string, separator string) string {
	var lines []string
	for _, row := range rows {
		lines = append(lines, strings.Join(row, separator))
	}
	return strings.Join(lines, "\r\n") + "\r\n"
}

// messy is a list as offices keep them: titles above, a line of column numbers, blanks, a repeated header, a total.
var messy = [][]string{
	{"ỦY BAN NHÂN DÂN", "", ""},
	{"", "DANH SÁCH ĐƠN VỊ", ""},
	{},
	{"Mã số", norm.NFD.String("Tên đơn vị"), "Cấp", "Ghi chú"},
	{"(1)", "(2)", "(3)", "(4)"},
	{"00123", norm.NFD.String("Xã Quới Điền"), "Xã", ""},
	{},
	{"Mã số", "Tên đơn vị", "Cấp", "Ghi chú"},
	{"00124", "  Xã   Mỹ Hưng ", "Xã", "x"},
	{"", "Tổng cộng", "2", ""},
}

func TestEveryWayToSaveTheSameListReadsTheSame(t *testing.T) {
	t.Parallel()
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(csvOf(messy, "\t"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"ds.xlsx":      book(t, messy),
		"ds.csv":       []byte(csvOf(messy, ",")),
		"ds-bom.csv":   []byte("\xef\xbb\xbf" + csvOf(messy, ";")),
		"ds-sep.csv":   []byte("sep=;\r\n" + csvOf(messy, ";")),
		"ds-utf16.txt": []byte(utf16),
	} {
		t.Run(name, func(t *testing.T) {
			table, err := ReadTable(name, content, testColumns)
			if err != nil {
				t.Fatal(err)
			}
			if len(table.Rows) != 2 || table.Cell(table.Rows[0], "code") != "00123" ||
				table.Cell(table.Rows[0], "name") != "Xã Quới Điền" ||
				table.Cell(table.Rows[1], "name") != "Xã Mỹ Hưng" {
				t.Fatalf("rows %v", table.Rows)
			}
			var reasons []string
			for _, s := range table.Skipped {
				reasons = append(reasons, s.Reason)
			}
			want := []string{
				"Dòng phía trên tiêu đề",
				"Dòng phía trên tiêu đề",
				"Dòng tiêu đề",
				"Dòng đánh số cột",
				"Dòng tiêu đề lặp lại",
				"Dòng tổng cộng",
			}
			if !slices.Equal(reasons, want) {
				t.Fatalf("skipped %q", reasons)
			}
			if !slices.Equal(table.Unused, []string{"Ghi chú"}) {
				t.Fatalf("unused %q", table.Unused)
			}
			first := map[bool]int{true: 7, false: 6}[name == "ds-sep.csv"]
			if table.Rows[0].Number != first || table.HeaderRow != first-2 {
				t.Fatalf("row numbers are not those of the file: %d, header %d", table.Rows[0].Number, table.HeaderRow)
			}
		})
	}
}

func TestFilesThatCannotBeReadAreExplained(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		content string
		says    string
	}{
		"trong.csv":     {"", "trống"},
		"cu.xls":        {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 workbook", "đời cũ"},
		"khoa.xlsx":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + string(utf16le("EncryptedPackage")), "mật khẩu"},
		"web.xls":       {"<html><table><tr><td>Tên</td></tr></table></html>", "trang web"},
		"giay.pdf":      {"%PDF-1.7", "PDF"},
		"hong.xlsx":     {"không phải excel", "bị hỏng"},
		"anh.png":       {"\x89PNG", "Không đọc được loại tệp"},
		"1258.csv":      {"M\xe3,T\xean,C\xe2p\n", "UTF-8"},
		"nhay.csv":      {"Mã,Tên,Cấp\n1,\"Xã A,Xã\n", "dấu nháy"},
		"tieude.csv":    {"Họ và tên,Chức vụ\nA,B\n", "dòng tiêu đề"},
		"khongdong.csv": {"Mã,Tên,Cấp\n", "không có dòng dữ liệu"},
		"cot.csv":       {"Mã,Tên,Cấp\n1,A,Xã" + strings.Repeat(",x", 300) + "\n", "cột"},
		"dai.csv":       {"Mã,Tên,Cấp\n1," + strings.Repeat("ă", 33_000) + ",Xã\n", "32767"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadTable(name, []byte(c.content), testColumns)
			if !fault.Is(err, fault.CodeInvalid) || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("got %v", err)
			}
		})
	}
}

func TestVietnameseTextIsNotTakenForAnOldFont(t *testing.T) {
	t.Parallel()
	const names = "Mã,Tên,Cấp\n1,Xã Đắk Ơ,Xã\n2,Thị trấn Krông Kmar,Thị trấn\n3,Xã Ngãi Tứ – Bưu điện số 2²,Xã\n4,Xã Nguyễn Văn Thảnh,Xã\n"
	if _, err := ReadTable("a.csv", []byte(names), testColumns); err != nil {
		t.Fatal(err)
	}
}

func TestMergedProvinceBelongsToEachRow(t *testing.T) {
	t.Parallel()
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{{"Mã", "Tên", "Cấp"}, {"01", "Xã A", "Xã"}, {"02", "Xã B"}, {"03", "Xã C"}, {"04", "Phường D", "Phường"}}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "C2", "C4"); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	table, err := ReadTable("gop.xlsx", out.Bytes(), testColumns)
	if err != nil {
		t.Fatal(err)
	}
	var levels []string
	for _, row := range table.Rows {
		levels = append(levels, table.Cell(row, "level"))
	}
	if !slices.Equal(levels, []string{"Xã", "Xã", "Xã", "Phường"}) {
		t.Fatalf("got %q", levels)
	}
}

func cellsOf(t Table) (out [][]string) {
	for _, row := range t.Rows {
		out = append(out, row.Cells)
	}
	return out
}
