package exchange

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestOldFilesAreReadInUnicode(t *testing.T) {
	t.Parallel()
	want := "[[1 Xã Quới Điền Xã] [2 Xã Mỹ Hưng Xã] [3 Thị trấn Thạnh Phú Thị trấn]]"
	for name, content := range map[string]string{
		"tcvn3.csv": "Mã,Tên,Cấp\n1,X· Quíi §iÒn,X·\n2,X· Mü H­ng,X·\n3,ThÞ trÊn Th¹nh Phó,ThÞ trÊn\n",
		"vni.csv":   "Mã,Tên,Cấp\n1,Xaõ Quôùi Ñieàn,Xaõ\n2,Xaõ Myõ Höng,Xaõ\n3,Thò traán Thaïnh Phuù,Thò traán\n",
	} {
		plain := strings.Replace(content, "Mã,Tên,Cấp", "Ma so,Ten,Cap", 1)
		for form, bytes := range map[string][]byte{"utf-8": []byte(content), "one byte": oneByte(plain)} {
			table, err := ReadTable(name, bytes, testColumns)
			if err != nil {
				t.Errorf("%s, %s: %v", name, form, err)
				continue
			}
			if got := fmt.Sprint(cellsOf(table)); got != want {
				t.Errorf("%s, %s: %s", name, form, got)
			}
			if len(table.Notes) != 1 || !strings.Contains(table.Notes[0], "6 ô gõ bằng bảng mã cũ") || len(table.Rows[0].Notes) != 2 {
				t.Errorf("%s, %s: %q %q", name, form, table.Notes, table.Rows[0].Notes)
			}
		}
	}
}

func oneByte(text string) (out []byte) {
	for _, r := range text {
		out = append(out, byte(r))
	}
	return out
}

// "Lª" can only be TCVN3, "Sôn" alone may be either: the font decides, unless Unicode is typed in it too.
func TestFontOfACellTellsItsCode(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		font  string
		cells []string
		want  string
	}{
		{"VNI-Times", []string{"Traàn Maãu An", "Sôn Mẫu"}, "Trần Mẫu An|Sôn Mẫu"},
		{"VNI-Times", []string{"Traàn Maãu An", "Sôn Sôn"}, "Trần Mẫu An|Sơn Sơn"},
		{"Times New Roman", []string{"Trần Mẫu An", "Sôn Sôn"}, "Trần Mẫu An|Sôn Sôn"},
		{"VNI-Times", []string{"Trần Mẫu An", "Sôn Sôn"}, "Trần Mẫu An|Sôn Sôn"},
		{".VnTimeH", []string{"TrÇn MÉu an", "Lª §¹i"}, "TRẦN MẪU AN|LÊ ĐẠI"},
		{".VnTime", []string{"Kr«ng Bóc", "Lª §¹i"}, "Krông Búc|Lê Đại"},
	} {
		book := excelize.NewFile()
		style, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Family: c.font}})
		if err != nil {
			t.Fatal(err)
		}
		for i, cell := range c.cells {
			at := fmt.Sprintf("B%d", i+2)
			_, _ = book.SetCellStr("Sheet1", at, cell), book.SetCellStyle("Sheet1", at, at, style)
		}
		content, err := book.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := readSheets("a.xlsx", content.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range sheets[0].rows {
			got = append(got, row.Cells[1])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s %v: %q, want %q", c.font, c.cells, got, c.want)
		}
	}
}

// Lists that are Unicode pass through unchanged, also beside a row in an old code.
func TestOfficialListsAreNotConverted(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "units-2025-three-tier.csv"))
	if err != nil {
		content = []byte("Mã,Tên\n1,Xã Côn Lôn\n2,Xã Krông Pắc\n3,Xã Y Tý\n4,Xã Lộc Hà\n")
	}
	for _, more := range []string{"", "\nTraàn Maãu,Xaõ\n"} {
		sheets, err := readCSV("a.csv", append(slices.Clone(content), more...))
		if err != nil {
			t.Fatal(err)
		}
		before := fmt.Sprint(sheets[0].rows[:len(sheets[0].rows)-1])
		convertOldFonts(sheets)
		if after := fmt.Sprint(sheets[0].rows[:len(sheets[0].rows)-1]); after != before {
			t.Error("a list in Unicode was changed")
		}
		if last := sheets[0].rows[len(sheets[0].rows)-1].Cells; more != "" && strings.Join(last, " ") != "Trần Mẫu Xã" {
			t.Error(last)
		}
	}
}

func TestPastedBlocksAreConverted(t *testing.T) {
	t.Parallel()
	out, said := ConvertPasted([][]string{{"Traàn Maãu Sôn", "Bí thö"}, {"Lê Mẫu Sôn", ""}, {"Trần Maãu", "5"}})
	if fmt.Sprint(out) != "[[Trần Mẫu Sơn Bí thư] [Lê Mẫu Sôn ] [Trần Maãu 5]]" || len(said) != 3 ||
		!strings.HasPrefix(said[0], "Dòng 1, cột A: “Traàn Maãu Sôn”") || !strings.Contains(said[2], "Dòng 3, cột A: “Trần Maãu”") {
		t.Errorf("%v %q", out, said)
	}
}
