package exchange

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"caunoi/backend/fault"
	"caunoi/backend/oldfont"
	"caunoi/backend/store"
)

const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
	maxMerged  = 50_000
)

// sheetPass reads one worksheet cell by cell. A bad reference, a bad string index, cut XML or a cell far out is refused
// where it stands: passed over, it would be a cell lost without a word.
type sheetPass struct {
	w   *workbook
	out sheet

	inData              bool
	row, column         int
	cells               []string // of the row
	kind                string
	style               int
	value               strings.Builder
	inline              stringText
	inInline            bool
	hasValue, isFormula bool
	inValue             bool
}

// readXLSX reads every visible worksheet.
func readXLSX(name string, content []byte) ([]sheet, error) {
	w, err := openWorkbook(name, content)
	if err != nil {
		return nil, err
	}
	var out []sheet
	for _, t := range w.tabs {
		p := &sheetPass{w: w, out: sheet{name: t.title, hiddenRows: map[int]bool{}, oldFonts: map[cellAt]oldfont.Font{}}}
		if err := w.walk(t.path, p.visit); err != nil {
			return nil, err
		}
		if err := p.out.fillMerged(name, &w.cells); err != nil {
			return nil, err
		}
		out = append(out, p.out)
	}
	for _, title := range w.hidden {
		out = append(out, sheet{name: title, hidden: true})
	}
	return out, nil
}

func (p *sheetPass) refuse(what string) error {
	return fault.Invalid(
		"file",
		fmt.Sprintf(
			"Tệp “%s”, trang “%s”, dòng %d: %s. Chưa có gì được nhập; hãy mở bằng Excel, lưu lại thành tệp .xlsx mới rồi nhập.",
			p.w.name,
			p.out.name,
			p.row,
			what,
		),
	)
}

func (p *sheetPass) visit(t xml.Token) error {
	if p.inInline {
		p.inline.visit(t)
	}
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
	case "col":
		p.startColumns(e)
	case "row":
		return p.startRow(e)
	case "c":
		return p.startCell(e)
	case "v":
		p.inValue, p.hasValue = true, true
	case "is":
		p.inInline, p.hasValue = true, true
	case "f":
		p.isFormula = true
	case "mergeCell":
		return p.merge(attribute(e, "ref"))
	}
	return nil
}

func isTrue(text string) bool { return text == "1" || text == "true" }

// startColumns notes columns a person does not see; a bad range hides none.
func (p *sheetPass) startColumns(e xml.StartElement) {
	from, err1 := strconv.Atoi(attribute(e, "min"))
	to, err2 := strconv.Atoi(attribute(e, "max"))
	if !isTrue(attribute(e, "hidden")) || err1 != nil || err2 != nil {
		return
	}
	for column := max(from, 1); column <= min(to, maxColumns); column++ {
		p.out.hiddenColumns[column-1] = true
	}
}

func (p *sheetPass) startRow(e xml.StartElement) error {
	number := p.row + 1
	if text := attribute(e, "r"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n <= p.row || n > lastRow {
			return p.refuse(fmt.Sprintf("số dòng “%s” sai", text))
		}
		number = n
	}
	p.row, p.column, p.cells = number, 0, nil
	if isTrue(attribute(e, "hidden")) && len(p.out.hiddenRows) < maxRows {
		p.out.hiddenRows[number] = true
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
	p.style = 0
	if style := attribute(e, "s"); style != "" {
		n, err := strconv.Atoi(style)
		if err != nil || n < 0 || n > maxFormats {
			return p.refuse(fmt.Sprintf("kiểu ô “%s” sai", style))
		}
		p.style = n
	}
	p.column, p.kind = column, attribute(e, "t")
	p.hasValue, p.isFormula, p.inValue, p.inInline = false, false, false, false
	p.value.Reset()
	return nil
}

func (p *sheetPass) end(local string) error {
	switch local {
	case "sheetData":
		p.inData = false
	case "v":
		p.inValue = false
	case "is":
		p.inInline = false
	case "c":
		return p.endCell()
	case "row":
		return p.endRow()
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
	}
	text, err := p.cellText()
	if err != nil {
		return err
	}
	if text == "" {
		return nil
	}
	if err := withinLimits(p.w.name, p.out.name, p.row, text); err != nil {
		return err
	}
	p.w.cells += p.column - len(p.cells)
	p.w.text += len(text)
	if p.w.cells > maxCells || p.w.text > maxText {
		return tooLong(p.w.name)
	}
	for len(p.cells) < p.column {
		p.cells = append(p.cells, "")
	}
	p.cells[p.column-1] = text
	if p.style < len(p.w.oldFonts) && p.w.oldFonts[p.style] != (oldfont.Font{}) && !isASCII(text) {
		p.out.oldFonts[cellAt{p.row, p.column - 1}] = p.w.oldFonts[p.style]
	}
	return nil
}

// cellText is what the cell says, in the stored form.
func (p *sheetPass) cellText() (string, error) {
	text := p.value.String()
	switch p.kind {
	case "inlineStr":
		return p.inline.take(), nil
	case "s":
		index, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || index < 0 || index >= len(p.w.strings) {
			return "", p.refuse(fmt.Sprintf("ô cột %s trỏ tới chữ số “%s” không có trong tệp", columnName(p.column), text))
		}
		return p.w.strings[index], nil
	case "b":
		return map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(strings.TrimSpace(text))], nil
	case "d":
		return store.CleanLine(strings.TrimSuffix(strings.TrimSuffix(text, "Z"), "T00:00:00")), nil
	case "", "n":
		if text = strings.TrimSpace(text); text == "" {
			return "", nil
		}
		shown, ok := p.w.formats.show(text, p.style)
		if !ok {
			return "", p.refuse(fmt.Sprintf("ô cột %s ghi “%s” nhưng là ô dạng số", columnName(p.column), store.CleanLine(text)))
		}
		return shown, nil
	}
	return store.CleanLine(unescape(text)), nil
}

func (p *sheetPass) endRow() error {
	if len(p.cells) == 0 {
		return nil
	}
	p.out.rows = append(p.out.rows, Row{Number: p.row, Cells: p.cells})
	p.cells = nil
	if len(p.out.rows) > maxRows {
		return tooLong(p.w.name)
	}
	return nil
}

func (p *sheetPass) merge(ref string) error {
	from, to, _ := strings.Cut(ref, ":")
	left, top, ok1 := splitReference(from)
	right, bottom, ok2 := splitReference(to)
	if !ok1 || !ok2 || left > right || top > bottom || len(p.out.merged) >= maxMerged {
		return p.refuse(fmt.Sprintf("vùng ô gộp “%s” sai", ref))
	}
	p.out.merged = append(p.out.merged, block{left, top, right, bottom})
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
