package exchange

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"caunoi/backend/fault"
)

// sheetFacts is what the independent pass over a worksheet found; the reading library must deliver the same rows.
type sheetFacts struct {
	filled map[int]bool // numbers of the rows in which a cell holds something
	merged []block
}

// block is a merged range, 1-based and inclusive.
type block struct{ left, top, right, bottom int }

const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
	maxMerged  = 50_000
)

// sheetPass walks through one worksheet cell by cell.
type sheetPass struct {
	w     *workbook
	title string
	facts sheetFacts
	cells int

	inData              bool
	row, column         int
	kind                string
	value               strings.Builder
	hasValue, isFormula bool
	inValue             bool
}

// check reads a worksheet as plain XML. The reading library passes over bad references, bad string indexes and cut XML
// without a word, or spends minutes on a cell in the last column; so these are refused here first, with row and cell.
func (w *workbook) check(part sheetPart) (sheetFacts, error) {
	p := &sheetPass{w: w, title: part.title, facts: sheetFacts{filled: map[int]bool{}}}
	err := w.walk(part.path, p.visit)
	return p.facts, err
}

func (p *sheetPass) refuse(what string) error {
	return fault.Invalid(
		"file",
		fmt.Sprintf(
			"Tệp “%s”, trang “%s”, dòng %d: %s. Chưa có gì được nhập; hãy mở bằng Excel, lưu lại thành tệp .xlsx mới rồi nhập.",
			p.w.name,
			p.title,
			p.row,
			what,
		),
	)
}

func (p *sheetPass) visit(t xml.Token) error {
	switch e := t.(type) {
	case xml.StartElement:
		return p.start(e)
	case xml.EndElement:
		return p.end(e.Name.Local)
	case xml.CharData:
		if p.inValue {
			p.value.Write(e)
		}
	}
	return nil
}

func (p *sheetPass) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "sheetData":
		p.inData = true
	case "row":
		number := p.row + 1
		if text := attribute(e, "r"); text != "" {
			n, err := strconv.Atoi(text)
			if err != nil || n <= p.row || n > lastRow {
				return p.refuse(fmt.Sprintf("số dòng “%s” sai", text))
			}
			number = n
		}
		p.row, p.column = number, 0
	case "c":
		return p.startCell(e)
	case "v":
		p.inValue, p.hasValue = true, true
	case "is":
		p.hasValue = true
	case "f":
		p.isFormula = true
	case "mergeCell":
		return p.merge(attribute(e, "ref"))
	}
	return nil
}

func (p *sheetPass) startCell(e xml.StartElement) error {
	if !p.inData || p.row == 0 {
		return p.refuse("có ô nằm ngoài dòng")
	}
	column := p.column + 1
	if ref := attribute(e, "r"); ref != "" {
		col, row, ok := splitReference(ref)
		if !ok || row != p.row || col <= p.column {
			return p.refuse(fmt.Sprintf("địa chỉ ô “%s” sai", ref))
		}
		column = col
	}
	if style := attribute(e, "s"); style != "" {
		if n, err := strconv.Atoi(style); err != nil || n < 0 || n > 1<<16 {
			return p.refuse(fmt.Sprintf("kiểu ô “%s” sai", style))
		}
	}
	p.column, p.kind = column, attribute(e, "t")
	p.hasValue, p.isFormula, p.inValue = false, false, false
	p.value.Reset()
	return nil
}

func (p *sheetPass) end(local string) error {
	switch local {
	case "sheetData":
		p.inData = false
	case "v":
		p.inValue = false
	case "c":
		return p.endCell()
	}
	return nil
}

func (p *sheetPass) endCell() error {
	if !p.hasValue && !p.isFormula {
		return nil // only a format; honest files have them out to the last column
	}
	switch {
	case p.column > maxColumns:
		return p.refuse(fmt.Sprintf("có dữ liệu ở cột thứ %d (chỉ đọc %d cột đầu)", p.column, maxColumns))
	case p.isFormula && !p.hasValue:
		return p.refuse(fmt.Sprintf("ô cột %s có công thức chưa được tính", columnName(p.column)))
	case p.kind == "s":
		text := strings.TrimSpace(p.value.String())
		if n, err := strconv.Atoi(text); err != nil || n < 0 || n >= p.w.items {
			return p.refuse(fmt.Sprintf("ô cột %s trỏ tới chữ số “%s” không có trong tệp", columnName(p.column), text))
		}
	}
	if p.cells++; p.cells > maxCells {
		return tooLong(p.w.name)
	}
	if p.kind == "inlineStr" || p.value.Len() > 0 {
		if !p.facts.filled[p.row] {
			p.facts.filled[p.row] = true
			if len(p.facts.filled) > maxRows {
				return tooLong(p.w.name)
			}
		}
	}
	return nil
}

func (p *sheetPass) merge(ref string) error {
	from, to, _ := strings.Cut(ref, ":")
	left, top, ok1 := splitReference(from)
	right, bottom, ok2 := splitReference(to)
	if !ok1 || !ok2 || left > right || top > bottom || len(p.facts.merged) >= maxMerged {
		return p.refuse(fmt.Sprintf("vùng ô gộp “%s” sai", ref))
	}
	p.facts.merged = append(p.facts.merged, block{left, top, right, bottom})
	return nil
}

// splitReference reads "B12" as column 2, row 12.
func splitReference(ref string) (column, row int, ok bool) {
	i := 0
	for i < len(ref) && i < 3 && (ref[i] >= 'A' && ref[i] <= 'Z' || ref[i] >= 'a' && ref[i] <= 'z') {
		column = column*26 + int(ref[i]&^0x20-'A') + 1
		i++
	}
	digits := ref[i:]
	if i == 0 || digits == "" || len(digits) > 7 || digits[0] == '0' {
		return 0, 0, false
	}
	for _, d := range []byte(digits) {
		if d < '0' || d > '9' {
			return 0, 0, false
		}
		row = row*10 + int(d-'0')
	}
	return column, row, column <= lastColumn && row <= lastRow
}

func columnName(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
