package exchange

import (
	"fmt"
	"slices"
	"strings"

	"caunoi/backend/oldfont"
)

// cellAt is the place of a cell: the number of its row, and its column from 0.
type cellAt struct{ row, column int }

// oldSheets converts what of a file is typed in TCVN3 or VNI. A cell tells its code by its letters, else by its font, its
// row, or the rest of the file; what could be read in two ways is left as it stands and spoken of.
type oldSheets struct {
	judged  map[string]oldCell
	trusted map[oldfont.Encoding]bool // fonts of this name are used for the old code, not only left behind by it
	sure    map[oldfont.Encoding]int  // cells
	unicode int                       // cells that bear letters of Unicode only
}

// oldCell is what a text says about its code by itself.
type oldCell struct {
	code  map[oldfont.Encoding]oldfont.Certainty
	plain bool // Unicode beyond doubt
}

// only is the one code a text is surely in; None when it is in none or may be in both.
func (c oldCell) only() oldfont.Encoding {
	found := oldfont.None
	for _, e := range oldfont.Both {
		if c.code[e] == oldfont.Sure {
			if found != oldfont.None {
				return oldfont.None
			}
			found = e
		}
	}
	return found
}

func (c oldCell) any(which oldfont.Certainty) bool {
	return c.code[oldfont.TCVN3] == which || c.code[oldfont.VNI] == which
}

func (o *oldSheets) judge(text string) oldCell {
	known, found := o.judged[text]
	if !found {
		known = oldCell{map[oldfont.Encoding]oldfont.Certainty{}, oldfont.Certain(text)}
		for _, e := range oldfont.Both {
			known.code[e] = oldfont.Judge(text, e)
		}
		o.judged[text] = known
	}
	return known
}

// convertOldFonts brings every cell in an old code to Unicode and notes on its row what it was.
func convertOldFonts(sheets []sheet) {
	o := &oldSheets{judged: map[string]oldCell{}, trusted: map[oldfont.Encoding]bool{}, sure: map[oldfont.Encoding]int{}}
	misused := map[oldfont.Encoding]bool{}
	for _, s := range sheets {
		for _, row := range s.rows {
			for col, text := range row.Cells {
				if isASCII(text) {
					continue
				}
				c, font := o.judge(text), s.oldFonts[cellAt{row.Number, col}].Encoding
				only := c.only()
				o.sure[only]++
				if c.plain {
					o.unicode++
				}
				if font != oldfont.None {
					o.trusted[font] = o.trusted[font] || c.code[font] == oldfont.Sure
					misused[font] = misused[font] || c.plain
				}
			}
		}
	}
	if o.sure[oldfont.TCVN3]+o.sure[oldfont.VNI] == 0 && !o.mayBeMixed() {
		return
	}
	for font := range misused {
		o.trusted[font] = o.trusted[font] && !misused[font]
	}
	for i := range sheets {
		for j := range sheets[i].rows {
			o.convertRow(&sheets[i], &sheets[i].rows[j])
		}
	}
}

// mayBeMixed tells whether some cell is partly in an old code, or surely in one of both.
func (o *oldSheets) mayBeMixed() bool {
	for _, c := range o.judged {
		if c.any(oldfont.Partly) || c.any(oldfont.Mixed) || c.any(oldfont.Sure) {
			return true
		}
	}
	return false
}

func (o *oldSheets) convertRow(s *sheet, row *Row) {
	inRow := oldfont.None // the code the row is in by its sure cells
	both, plain := false, false
	for _, text := range row.Cells {
		if isASCII(text) {
			continue
		}
		c := o.judge(text)
		plain = plain || c.plain
		if only := c.only(); only != oldfont.None {
			both = both || inRow != oldfont.None && inRow != only
			inRow = only
		}
	}
	if both {
		inRow = oldfont.None
	}
	for col := range row.Cells {
		if text := row.Cells[col]; !isASCII(text) {
			o.convertCell(s, row, col, inRow, plain)
		}
	}
}

// convertCell decides about one cell. inRow is the code of the row, plain whether the row holds Unicode too.
func (o *oldSheets) convertCell(s *sheet, row *Row, col int, inRow oldfont.Encoding, plain bool) {
	text := row.Cells[col]
	c, font := o.judge(text), s.oldFonts[cellAt{row.Number, col}]
	in := c.only()
	trusted, file := o.trustedFont(font), o.inFile()
	for _, e := range []oldfont.Encoding{trusted, inRow, file} {
		if in != oldfont.None || e == oldfont.None {
			continue
		}
		switch c.code[e] { // its letters alone do not tell
		case oldfont.Sure:
			in = e
		case oldfont.Maybe:
			if e == trusted || !plain {
				in = e
			}
		case oldfont.Odd, oldfont.Partly:
			if e == trusted || e == file {
				in = e
			}
		}
	}
	after, ok := oldfont.Decode(text, in)
	switch {
	case in != oldfont.None && ok:
		if font.Encoding == in && font.Capital {
			after = strings.ToUpper(after)
		}
		if after != text {
			row.Cells[col] = after
			row.aside(col, false, fmt.Sprintf("“%s” gõ bằng %s, chuyển thành “%s”", text, in, after))
		}
	case c.any(oldfont.Mixed) || c.any(oldfont.Partly) || c.any(oldfont.Sure) || o.odd(c):
		row.aside(
			col,
			true,
			fmt.Sprintf("“%s” có chữ của bảng mã cũ (VNI, TCVN3) nhưng không chuyển chắc chắn được; hãy sửa ô này sang Unicode", text),
		)
	case inRow != oldfont.None && c.code[inRow] == oldfont.Maybe:
		other, _ := oldfont.Decode(text, inRow)
		row.aside(
			col,
			true,
			fmt.Sprintf("dòng lẫn hai bảng mã, không rõ “%s” giữ nguyên hay là “%s”; hãy sửa ô này sang Unicode", text, other),
		)
	}
}

// odd tells whether a text is written with letters of a code that is used elsewhere in the file.
func (o *oldSheets) odd(c oldCell) bool {
	for _, e := range oldfont.Both {
		if c.code[e] == oldfont.Odd && o.sure[e] > 0 {
			return true
		}
	}
	return false
}

func (o *oldSheets) trustedFont(f oldfont.Font) oldfont.Encoding {
	if o.trusted[f.Encoding] {
		return f.Encoding
	}
	return oldfont.None
}

// inFile is the code of a file that holds no Unicode and no other code.
func (o *oldSheets) inFile() oldfont.Encoding {
	for i, e := range oldfont.Both {
		if o.sure[e] > 1 && o.sure[oldfont.Both[1-i]] == 0 && o.unicode == 0 {
			return e
		}
	}
	return oldfont.None
}

// aside is what is known of one cell before anybody knows whether its column is read.
type aside struct {
	column  int
	refuses bool
	text    string
}

func (r *Row) aside(column int, refuses bool, text string) {
	r.asides = append(r.asides, aside{column, refuses, fmt.Sprintf("cột %s: %s", columnName(column+1), text)})
}

// sayAsides brings what is known of the cells that are read to the row, and counts the converted ones.
func (r *Row) sayAsides(reads func(column int) bool) (converted int) {
	for _, a := range r.asides {
		switch {
		case !reads(a.column):
		case a.refuses:
			r.refuse(a.text)
		default:
			r.note(a.text)
			converted++
		}
	}
	return converted
}

// ConvertPasted converts the cells of a pasted block, row by row, as those of a file. Said holds a sentence for each cell
// that was changed or could not be.
func ConvertPasted(rows [][]string) (out [][]string, said []string) {
	s := sheet{}
	for i, cells := range rows {
		s.rows = append(s.rows, Row{Number: i + 1, Cells: slices.Clone(cells)})
	}
	convertOldFonts([]sheet{s})
	for _, row := range s.rows {
		out = append(out, row.Cells)
		for _, a := range row.asides {
			said = append(said, fmt.Sprintf("Dòng %d, %s.", row.Number, a.text))
		}
	}
	return out, said
}

// readOneByte reads the bytes of a text file that is not Unicode where they are an old code, as the letters of Latin-1
// they stand for; ok is false for any other code, whose letters nobody could tell apart.
func readOneByte(content []byte) (text string, ok bool) {
	runes := make([]rune, len(content))
	for i, b := range content {
		if runes[i] = rune(b); b >= 0x80 && b < 0xA0 {
			return "", false
		}
	}
	text = string(runes)
	fields := map[oldfont.Encoding]int{}
	seen := map[string]bool{}
	all := 0
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\r\n,;\t\"", r) }) {
		if isASCII(field) || seen[field] {
			continue
		}
		seen[field] = true
		all++
		for _, e := range oldfont.Both {
			if oldfont.Judge(field, e) > oldfont.Unicode {
				fields[e]++
			}
			if oldfont.Judge(field, e) == oldfont.Sure {
				ok = true
			}
		}
	}
	return text, ok && max(fields[oldfont.TCVN3], fields[oldfont.VNI]) == all
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
