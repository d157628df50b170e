package typeset

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"caunoi/backend/document"
	"caunoi/backend/fault"
)

const (
	textSheet   = "Nội dung"
	textWidth   = 155   // mm of the text sheet's one column: some programs draw it up to a twentieth wider, on pages of 165
	excelLength = 32767 // characters a cell of Excel holds; it cuts the rest without a word
	sheetFont   = "Times New Roman"
)

// RenderXLSX writes a document as a workbook: its text on the first sheet and each table on a sheet of its own, with real
// dates and numbers, merged heads that are repeated on each printed page. Text stays text, whatever it begins with. at is
// the moment written into the file: the same document and moment give the same bytes. A document the rules forbid, or
// one with a text Excel would cut, gives a fault.
func RenderXLSX(doc document.Document, at time.Time) (out []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			out, err = nil, fmt.Errorf("render xlsx: %v", cause)
		}
	}()
	if err := doc.Validate(); err != nil {
		return nil, err
	}
	w := &workbookWriter{
		Layout: &Layout{Profile: doc.Profile.Filled(), word: true},
		f:      excelize.NewFile(),
		styles: map[excelStyle]int{},
		names:  map[string]bool{},
	}
	defer w.f.Close()
	// Widths of columns are told in digits of this font. One that the reader's machine lacks would make every column another width.
	if err := w.f.SetDefaultFont(sheetFont); err != nil {
		return nil, err
	}
	if err := w.f.SetSheetName("Sheet1", textSheet); err != nil {
		return nil, err
	}
	w.names[strings.ToLower(textSheet)] = true
	if err := w.document(doc); err != nil {
		return nil, err
	}
	moment := at.UTC().Format(time.RFC3339)
	err = w.f.SetDocProps(
		&excelize.DocProperties{
			Title:          document.OneSpace(CleanForWord(doc.Type + " " + doc.Subject)),
			Creator:        document.OneSpace(CleanForWord(doc.Head.Issuer)),
			LastModifiedBy: "Cầu Nối",
			Created:        moment,
			Modified:       moment,
			Language:       "vi-VN",
		},
	)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := w.f.Write(&file); err != nil {
		return nil, fmt.Errorf("write xlsx: %w", err)
	}
	return file.Bytes(), nil
}

// workbookWriter fills a workbook.
type workbookWriter struct {
	*Layout
	f      *excelize.File
	styles map[excelStyle]int
	names  map[string]bool // of sheets, in small letters: Excel does not tell them apart by case
	line   int             // last line used on the text sheet
	tables int
	first  error // what went wrong first; later steps do nothing
}

// excelStyle is what tells the cells of a workbook apart in looks.
type excelStyle struct {
	look   FontStyle
	align  document.Align
	size   float64
	format string // number format; empty for text
	grid   bool
	middle bool
}

func (w *workbookWriter) style(s excelStyle) int {
	if id, known := w.styles[s]; known || w.first != nil {
		return id
	}
	style := &excelize.Style{
		Font: &excelize.Font{Family: sheetFont, Size: s.size, Bold: s.look&Bold != 0, Italic: s.look&Italic != 0},
		Alignment: &excelize.Alignment{
			WrapText: true,
			Vertical: "top",
			Horizontal: map[document.Align]string{document.AlignLeft: "left", document.AlignCentre: "center",
				document.AlignRight: "right"}[s.align],
		},
	}
	if s.middle {
		style.Alignment.Vertical = "center"
	}
	style.NumFmt = 49 // "@": editing a cell never turns its text into a formula or a number
	if s.format != "" {
		style.NumFmt, style.CustomNumFmt = 0, &s.format
	}
	if s.grid {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	id, err := w.f.NewStyle(style)
	w.note(err)
	w.styles[s] = id
	return id
}

func (w *workbookWriter) note(err error) {
	if w.first == nil {
		w.first = err
	}
}

// put writes one cell; columns and lines count from 1.
func (w *workbookWriter) put(sheet string, column, line int, value any, style excelStyle) {
	if w.first != nil {
		return
	}
	at, err := excelize.CoordinatesToCellName(column, line)
	w.note(err)
	if text, ok := value.(string); ok {
		if len(text) > excelLength && len(utf16.Encode([]rune(text))) > excelLength {
			w.note(
				fault.Invalid(
					"text",
					fmt.Sprintf(
						"Trang tính “%s”, ô %s có nội dung dài hơn %d ký tự, Excel không chứa hết. Hãy rút ngắn nội dung ấy, hoặc lưu dạng PDF hay Word.",
						sheet,
						at,
						excelLength,
					),
				),
			)
			return
		}
		if text != "" {
			w.note(w.f.SetCellStr(sheet, at, text)) // as a string of the workbook: "=1+1" is no formula here
		}
	} else {
		w.note(w.f.SetCellValue(sheet, at, value))
	}
	w.note(w.f.SetCellStyle(sheet, at, at, w.style(style)))
}

// say writes the next line of the text sheet.
func (w *workbookWriter) say(text string, look FontStyle, align document.Align) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	w.line++
	w.put(
		textSheet,
		1,
		w.line,
		strings.ReplaceAll(text, document.NoBreak, " "),
		excelStyle{look: look, align: align, size: w.Profile.BodySize},
	)
	lines := wrapText(text, look, textWidth-2*padX, w.Profile.BodySize)
	w.height(textSheet, w.line, float64(len(lines))*lineOf(w.Profile.BodySize)+padY)
}

func (w *workbookWriter) document(doc document.Document) error {
	w.part(false)
	w.note(w.f.SetColWidth(textSheet, "A", "A", columnWidth(textWidth)))
	w.page(textSheet, false, "", 0)
	head := doc.Head
	if !w.blank(head.Issuer) {
		w.say(w.clean(head.Superior), Regular, document.AlignLeft)
		w.say(w.clean(head.Issuer), Bold, document.AlignLeft)
		if !head.Number.Hidden {
			w.say(w.clean(document.NumberLine(w.Profile, head.Number)), Regular, document.AlignLeft)
		}
		if !head.NoDate {
			w.say(w.clean(document.DateLine(head)), Italic, document.AlignLeft)
		}
	}
	for _, mark := range []string{doc.Urgency, doc.Circulation, doc.Draft} {
		w.say(w.clean(mark), Bold, document.AlignLeft)
	}
	w.say(w.clean(doc.Type), Bold, document.AlignCentre)
	w.say(firstLetter(w.Profile, w.clean(doc.Subject)), Bold, document.AlignCentre)
	if doc.Address != nil && len(doc.Address.To) > 0 {
		w.say(
			w.clean(strings.TrimRight(doc.Address.Label, ": "))+": "+strings.Join(w.addressEntries(doc.Address), "\n"),
			Regular,
			document.AlignLeft,
		)
	}
	w.part(doc.Landscape) // the tables of the paper itself have the width of its pages
	w.sayTexts(w.bases(doc))
	w.sayBlocks(doc.Blocks, doc.Landscape, "", w.clean(doc.Type+" "+doc.Subject), doc.Signing != nil)
	w.saySigning(doc.Signing)
	for _, annex := range doc.Annexes {
		w.say(w.clean(annex.Label), Bold, document.AlignCentre)
		w.say(w.clean(annex.Title), Bold, document.AlignCentre)
		w.say(w.clean(annex.Note), Italic, document.AlignCentre)
		w.part(annex.Landscape)
		w.sayBlocks(annex.Blocks, annex.Landscape, w.clean(annex.Label), w.clean(annex.Title), false)
		w.saySigning(annex.Signing)
	}
	w.say(w.clean(doc.Contact), Regular, document.AlignLeft)
	return w.first
}

func (w *workbookWriter) sayTexts(texts []setText) {
	for _, text := range texts {
		for _, part := range splitParagraphs(w.cleanRuns(text.runs)) {
			var whole strings.Builder
			look := text.form.style
			if len(part) == 1 {
				look |= styleOf(part[0].Bold, part[0].Italic)
			}
			for _, run := range part {
				whole.WriteString(run.Text)
			}
			align := text.form.align
			if align == document.AlignDefault {
				align = document.AlignLeft
			}
			w.say(whole.String(), look, align)
		}
	}
}

func (w *workbookWriter) sayBlocks(blocks []document.Block, landscape bool, label, title string, endMark bool) {
	if endMark {
		blocks = w.withEndMark(blocks)
	}
	for _, block := range blocks {
		switch {
		case block.Heading != nil:
			w.sayTexts(w.heading(*block.Heading))
		case block.Paragraph != nil:
			w.sayTexts([]setText{paragraphText(block.Paragraph)})
		case block.List != nil:
			w.sayTexts(w.list(*block.List))
		case block.Signing != nil:
			w.saySigning(block.Signing)
		case block.Table != nil:
			sheet := w.tableSheet(*block.Table, landscape, label, title)
			w.say("(Bảng ở trang tính “"+sheet+"”)", Italic, document.AlignLeft)
		case block.Drawing != nil:
			w.sayTexts([]setText{captionText(block.Drawing)})
			sheet := w.drawingSheet(block.Drawing, landscape, label)
			w.say("(Số liệu và biểu đồ ở trang tính “"+sheet+"”)", Italic, document.AlignLeft)
		}
	}
}

func (w *workbookWriter) saySigning(s *document.Signing) {
	if s == nil {
		return
	}
	w.say(w.clean(s.PlaceDate), Italic, document.AlignRight)
	for _, who := range s.Signatories() {
		w.say(w.clean(who.Above), Regular, document.AlignRight)
		for _, line := range who.Lines(w.Profile) {
			look := Regular
			if line.Bold {
				look = Bold
			}
			w.say(w.clean(line.Text), look, document.AlignRight)
		}
		w.say(w.clean(who.Hint), Italic, document.AlignRight)
		w.say(w.clean(who.Name), Bold, document.AlignRight)
	}
	label, entries, typist := w.recipientTexts(*s)
	w.say(label.text, Bold, document.AlignLeft)
	for _, entry := range entries {
		w.say(entry.text, Regular, document.AlignLeft)
	}
	w.say(typist, Regular, document.AlignLeft)
}
