package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"caunoi/backend/fault"
)

func readCSV(name string, content []byte) ([]sheet, error) {
	text, err := decodeText(name, content)
	if err != nil {
		return nil, err
	}
	separator := byte(0)
	skippedLines := 0
	if rest, found := strings.CutPrefix(text, "sep="); found && len(rest) > 1 { // Excel's own hint
		separator = rest[0]
		_, after, _ := strings.Cut(rest, "\n")
		text, skippedLines = after, 1
	}
	if separator == 0 {
		separator = guessSeparator(text)
	}
	if line := tooWide(text, separator); line > 0 {
		return nil, manyColumns(name, "", line+skippedLines)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = rune(separator)
	r.FieldsPerRecord = -1
	out := sheet{}
	cells := 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return []sheet{out}, nil
		}
		if err != nil {
			var p *csv.ParseError
			line := 0
			if errors.As(err, &p) {
				line = p.StartLine + skippedLines
			}
			return nil, fault.Invalid(
				"file",
				fmt.Sprintf(
					"Tệp “%s”, dòng %d: dấu nháy kép (\") không đóng hoặc đặt sai chỗ. Hãy sửa dòng đó hoặc lưu lại bằng Excel; chưa có gì được nhập.",
					name,
					line,
				),
			)
		}
		line, _ := r.FieldPos(0)
		row := Row{Number: line + skippedLines}
		if err := withinLimits(name, "", row.Number, record...); err != nil {
			return nil, err
		}
		row.Cells = cleanCells(record)
		if cells += len(record); cells > maxCells || len(out.rows) >= maxRows {
			return nil, tooLong(name)
		}
		if !row.blank() {
			out.rows = append(out.rows, row)
		}
	}
}

func tooLong(name string) error {
	return fault.Invalid(
		"file",
		fmt.Sprintf("Tệp “%s” có quá nhiều dòng hoặc ô (tối đa %d dòng). Hãy chia thành nhiều tệp.", name, maxRows),
	)
}

// tooWide gives the line on which the first record of more than maxColumns begins, 0 when there is none. The reader
// would hold all of its cells before they could be counted.
func tooWide(text string, separator byte) int {
	line, first, columns, quoted := 1, 1, 1, false
	for i := range len(text) {
		switch text[i] {
		case '"':
			quoted = !quoted
		case separator:
			if !quoted {
				if columns++; columns > maxColumns {
					return first
				}
			}
		case '\n':
			if line++; !quoted {
				first, columns = line, 1
			}
		}
	}
	return 0
}

func whereIs(file, sheetName string, number int) string {
	if sheetName == "" {
		return fmt.Sprintf("Tệp “%s”, dòng %d", file, number)
	}
	return fmt.Sprintf("Tệp “%s”, trang “%s”, dòng %d", file, sheetName, number)
}

func manyColumns(file, sheetName string, number int) error {
	return fault.Invalid(
		"file",
		fmt.Sprintf("%s có quá %d cột. Hãy xóa các cột thừa rồi lưu lại.", whereIs(file, sheetName, number), maxColumns),
	)
}

// withinLimits refuses cells longer than a workbook can hold.
func withinLimits(file, sheetName string, number int, cells ...string) error {
	for _, cell := range cells {
		if len(cell) > maxCellRunes && utf8.RuneCountInString(cell) > maxCellRunes {
			return fault.Invalid(
				"file",
				fmt.Sprintf("%s có ô dài quá %d ký tự. Hãy rút ngắn rồi lưu lại.", whereIs(file, sheetName, number), maxCellRunes),
			)
		}
	}
	return nil
}

// decodeText accepts Unicode, and the old one-byte codes that the letters of the file prove.
func decodeText(name string, content []byte) (string, error) {
	switch {
	case bytes.HasPrefix(content, []byte("\xef\xbb\xbf")):
		content = content[3:]
	case bytes.HasPrefix(content, []byte("\xff\xfe")), bytes.HasPrefix(content, []byte("\xfe\xff")):
		return decodeUTF16(content, unicode.LittleEndian)
	case len(content) > 3 && content[1] == 0 && content[3] == 0:
		return decodeUTF16(content, unicode.LittleEndian)
	case len(content) > 3 && content[0] == 0 && content[2] == 0:
		return decodeUTF16(content, unicode.BigEndian)
	}
	if utf8.Valid(content) {
		if bytes.IndexByte(content, 0) >= 0 {
			return "", fault.Invalid("file", fmt.Sprintf("Tệp “%s” không phải là tệp chữ (CSV). Hãy xin lại tệp gốc.", name))
		}
		return string(content), nil
	}
	if text, ok := readOneByte(content); ok {
		return text, nil
	}
	return "", fault.Invalid(
		"file",
		fmt.Sprintf(
			"Tệp “%s” không lưu bằng Unicode UTF-8 (có thể là Windows-1258, TCVN3 hoặc VNI). Hãy mở bằng Excel, chọn Lưu thành “CSV UTF-8” hoặc “Sổ làm việc Excel (*.xlsx)” rồi nhập lại.",
			name,
		),
	)
}

func decodeUTF16(content []byte, order unicode.Endianness) (string, error) {
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(content)
	if err != nil {
		return "", fault.Invalid("file", "Tệp UTF-16 bị cắt cụt. Hãy lưu lại bằng Excel dạng “CSV UTF-8” rồi nhập lại.")
	}
	return string(out), nil
}

// guessSeparator counts the candidates outside quotes in the first lines: the header decides.
func guessSeparator(text string) byte {
	head := text[:min(len(text), 8<<10)]
	best, most := byte(','), 0
	for _, candidate := range []byte{',', ';', '\t'} {
		count, quoted := 0, false
		for i := range len(head) {
			switch {
			case head[i] == '"':
				quoted = !quoted
			case head[i] == candidate && !quoted:
				count++
			}
		}
		if count > most {
			best, most = candidate, count
		}
	}
	return best
}
