package typeset

import (
	"math"
	"strings"

	"caunoi/backend/document"
)

// letterheadTable sets the two columns above the title as a table without lines: names at the left and the heading at
// the right, number and date level below them, then what stands under the number.
func (w *wordWriter) letterheadTable(doc document.Document) {
	head := doc.Head
	if w.blank(head.Issuer) {
		return
	}
	st := headStyleOf(w.Profile)
	date := oneLine(w.clean(document.DateLine(head)), Italic, st.dateSize)
	leftW, rightW := w.headColumns(head, date.w)
	table := &wordTable{edges: []float64{0, leftW, w.w - rightW, w.w}, leading: hair}
	row := func(left, right []wordParagraph) {
		if len(left)+len(right) > 0 {
			table.rows = append(
				table.rows,
				wordRow{
					whole: true,
					cells: []wordCell{
						{column: 0, span: 1, paragraphs: left},
						{column: 1, span: 1},
						{column: 2, span: 1, paragraphs: right},
					},
				},
			)
		}
	}
	superior := nameLines(w.clean(head.Superior), Regular, leftW, st.superiorSize)
	issuer := nameLines(w.clean(head.Issuer), Bold, leftW, st.issueSize)
	left := []wordParagraph{{runs: lineRuns(issuer, st.issueSize), align: document.AlignCentre, line: st.row}}
	if len(superior) > 0 {
		left = append([]wordParagraph{{runs: lineRuns(superior, st.superiorSize), align: document.AlignCentre, line: st.row}}, left...)
	}
	var right []wordParagraph
	if w.Profile.IsParty() {
		nation := oneLine("ĐẢNG CỘNG SẢN VIỆT NAM", Bold, 15)
		right = []wordParagraph{
			{runs: lineRuns([]textLine{nation}, 15), align: document.AlignCentre, line: 6},
			rule(rightW, nation.w, 1, 1),
		}
		left = append(left, wordParagraph{runs: []wordRun{{text: "*", size: 14}}, align: document.AlignCentre, line: 5})
	} else {
		nation, motto := oneLine("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Bold, 13), oneLine("Độc lập - Tự do - Hạnh phúc", Bold, 14)
		right = []wordParagraph{
			{runs: lineRuns([]textLine{nation}, 13), align: document.AlignCentre, line: st.row},
			{runs: lineRuns([]textLine{motto}, 14), align: document.AlignCentre, line: st.row},
			rule(rightW, motto.w, 1, 1),
		}
		short := widest(issuer[len(issuer)-1:]) * 0.4
		lack := math.Max(0, 2*st.row-float64(len(superior)+len(issuer))*st.row)
		left = append(left, rule(leftW, short, lack+1, 4))
	}
	for i := range right { // the heading may be as wide as its column: rounding must not divide it
		if right[i].border == "" {
			right[i].left, right[i].right = -1, -1
		}
	}
	row(left, right)

	left, right = nil, nil
	if !head.Number.Hidden {
		left = []wordParagraph{
			{
				runs: lineRuns(
					[]textLine{oneLine(w.clean(document.NumberLine(w.Profile, head.Number)), Regular, st.numberSize)},
					st.numberSize,
				),
				align: document.AlignCentre,
				line:  6,
			},
		}
	}
	dateAlign := document.AlignCentre
	if w.Profile.DateRight {
		dateAlign = document.AlignRight
	}
	fits := date.w <= rightW
	if !head.NoDate && fits {
		p := wordParagraph{runs: lineRuns([]textLine{date}, st.dateSize), align: dateAlign, line: 6}
		if dateAlign == document.AlignCentre {
			p.left, p.right = -1, -1
		}
		right = []wordParagraph{p}
	}
	row(left, right)
	if !head.NoDate && !fits {
		p := wordParagraph{runs: lineRuns(wrap(date.frags, w.w, w.w, st.dateSize), st.dateSize), align: document.AlignRight, line: 6}
		table.rows = append(table.rows, wordRow{whole: true, cells: []wordCell{{column: 0, span: 3, paragraphs: []wordParagraph{p}}}})
	}
	right = nil
	if doc.Draft != "" && !w.Profile.IsParty() {
		text := w.clean(doc.Draft)
		right = []wordParagraph{
			{runs: wordRuns([]document.Run{{Text: text}}, 14, draftStyle(doc.Draft)), align: document.AlignCentre, line: 6},
		}
	}
	row(w.sideParagraphs(doc, leftW), right)
	for i := range table.rows {
		table.rows[i].keep()
	}
	w.parts = append(w.parts, wordPart{t: table})
}

// rule is an empty paragraph whose upper border is a line of the given length in the middle of the room.
func rule(room, length, before, height float64) wordParagraph {
	side := math.Max(0, (room-length)/2)
	return wordParagraph{border: "top", left: side, right: side, before: before, line: height, size: 1, align: document.AlignLeft}
}

// sideParagraphs stand under the number as on the page; the state frames urgency and circulation.
func (w *wordWriter) sideParagraphs(doc document.Document, leftW float64) []wordParagraph {
	var all []wordParagraph
	set := func(text string, style FontStyle, size, h, before float64, framed bool) {
		lines := balance(w.clean(text), style, leftW, size)
		p := wordParagraph{runs: lineRuns(lines, size), align: document.AlignCentre, line: h, before: before}
		if framed {
			p.border = "box"
			p.left = math.Max(0, (leftW-widest(lines)-6)/2)
			p.right, p.after = p.left, 1
		}
		all = append(all, p)
	}
	if doc.Type == "" && doc.Subject != "" {
		if w.Profile.IsParty() {
			set(w.Profile.SubjectLine(doc.Subject), Italic, 12, 5.2, 0, false)
		} else {
			set(w.Profile.SubjectLine(doc.Subject), Regular, 13, 5.5, gap, false)
		}
	}
	if doc.Urgency != "" {
		set(doc.Urgency, Bold, 14, 6, 1, !w.Profile.IsParty())
	}
	switch {
	case w.Profile.IsParty() && doc.Draft != "":
		set(doc.Draft, draftStyle(doc.Draft), 14, 6, 0, false)
	case !w.Profile.IsParty() && doc.Circulation != "":
		set(doc.Circulation, Bold, 13, 6, 1, true)
	}
	return all
}

// titleParagraphs set type, subject and the mark under them.
func (w *wordWriter) titleParagraphs(doc document.Document) {
	if doc.Type == "" {
		if !w.blank(doc.Head.Issuer) {
			w.paragraphPart(wordParagraph{line: 6, keep: true, size: 1})
		}
		return
	}
	typeSize, typeH := 16.0, 7.0
	if !w.Profile.IsParty() {
		typeSize, typeH = 14, 6.35
	}
	w.centred(balance(w.clean(doc.Type), Bold, math.Max(titleWidth, w.w-35), typeSize), typeSize, typeH, 8)
	lines := balance(firstLetter(w.Profile, w.clean(doc.Subject)), Bold, math.Max(titleWidth, w.w-60), 14)
	w.centred(lines, 14, 6.35, 0)
	w.titleEndParagraph(widest(lines), 6.35, 4.95)
}

func (w *wordWriter) centred(lines []textLine, size, h, before float64) {
	if len(lines) > 0 {
		w.paragraphPart(wordParagraph{runs: lineRuns(lines, size), align: document.AlignCentre, line: h, before: before, keep: true})
	}
}

func (w *wordWriter) titleEndParagraph(length, h, after float64) {
	if w.Profile.IsParty() {
		w.paragraphPart(
			wordParagraph{
				runs:  []wordRun{{text: "-----", style: Bold, size: 14}},
				align: document.AlignCentre,
				line:  h,
				after: after,
				keep:  true,
			},
		)
		return
	}
	p := rule(w.w, length*0.4, 1.3, 8)
	p.keep = true
	if length == 0 {
		p.border = ""
	}
	w.paragraphPart(p)
}

// annexTitle sets label, title and the bracket line of a phụ lục.
func (w *wordWriter) annexTitle(a document.Annex) {
	title := a.Title
	if !w.Profile.IsParty() {
		title = strings.ToUpper(w.clean(title))
	}
	longest, any := 0.0, false
	for _, line := range []struct {
		text  string
		style FontStyle
	}{{a.Label, Bold}, {title, Bold}, {a.Note, Italic}} {
		lines := balance(w.clean(line.text), line.style, w.w-35, 14)
		if len(lines) > 0 {
			longest, any = lines[len(lines)-1].w, true
		}
		w.centred(lines, 14, 6, 0)
	}
	if any {
		w.titleEndParagraph(longest, 6, 3)
	}
}

// addressParagraphs set "Kính gửi: …": the bodies stand below one another to the right of the label.
func (w *wordWriter) addressParagraphs(a *document.Address) {
	if a == nil || len(a.To) == 0 {
		return
	}
	label := w.addressLabel(a)
	room := w.w - label.w - 2 - 20
	entries := w.addressEntries(a)
	var all []textLine
	for _, entry := range entries {
		all = append(all, wrapText(entry, Regular, room, 14)...)
	}
	left := (w.w-label.w-2-widest(all))/2 + label.w + 2
	for i, entry := range entries {
		p := wordParagraph{
			runs:  wordRuns([]document.Run{{Text: entry}}, 14, Regular),
			align: document.AlignLeft,
			left:  left,
			line:  6.35,
			keep:  true,
		}
		if i == 0 {
			if len(p.runs) > 0 {
				p.runs[0].tab = true
			}
			p.runs = append(lineRuns([]textLine{label}, 14), p.runs...)
			p.first, p.tabs = -label.w-2, []float64{left}
		}
		if i == len(entries)-1 {
			p.after = 4
		}
		w.paragraphPart(p)
	}
}

// signTable sets recipients and signatures side by side in a table without lines that is never divided.
func (w *wordWriter) signTable(s document.Signing) {
	w.bindToSigning()
	leftW, rightX := float64(recipients), w.w-signWidth
	if s.Left != nil {
		leftW, rightX = sideWidth, w.w-sideWidth
	}
	table := &wordTable{edges: []float64{0, leftW, rightX, w.w}, leading: hair}
	if s.PlaceDate != "" {
		table.rows = append(
			table.rows,
			wordRow{whole: true, cells: []wordCell{{column: 0, span: 2}, {column: 2, span: 1, paragraphs: []wordParagraph{
				{
					runs:  lineRuns([]textLine{oneLine(w.clean(s.PlaceDate), Italic, 14)}, 14),
					align: document.AlignCentre,
					line:  6,
					left:  -1,
					right: -1,
				},
			}}}},
		)
	}
	height := 0.0
	for row := &s; row != nil; row = row.Under {
		var left, right []wordParagraph
		if row.Right != nil {
			right = w.signatoryParagraphs(*row.Right, w.w-rightX)
		}
		if row.Left != nil {
			left = w.signatoryParagraphs(*row.Left, leftW)
		} else {
			for _, line := range w.recipientLines(*row) {
				height += line.h
			}
			left = w.recipientParagraphs(*row)
		}
		if row != &s { // the room between two rows
			if len(left) > 0 {
				left[0].before += signGap
			}
			if len(right) > 0 {
				right[0].before += signGap
			}
		}
		table.rows = append(
			table.rows,
			wordRow{
				whole: height <= longList,
				cells: []wordCell{{column: 0, span: 1, paragraphs: left}, {column: 1, span: 1}, {column: 2, span: 1, paragraphs: right}},
			},
		)
	}
	for i := range len(table.rows) - 1 {
		table.rows[i].keep()
	}
	w.parts = append(w.parts, wordPart{t: table, above: signGap})
}

// bindToSigning keeps the end of the text on the page of the signatures.
func (w *wordWriter) bindToSigning() {
	if n := len(w.parts); n > 0 {
		if last := w.parts[n-1]; last.p != nil {
			last.p.keep = true
		} else {
			last.t.keep()
		}
	}
}

func (w *wordWriter) signatoryParagraphs(s document.Signatory, room float64) []wordParagraph {
	var all []wordParagraph
	add := func(text string, style FontStyle, size, h, before float64) {
		lines := balance(w.clean(text), style, room, size)
		if len(lines) > 0 || before > 0 {
			all = append(all, wordParagraph{runs: lineRuns(lines, size), align: document.AlignCentre, line: h, before: before, size: size})
		}
	}
	add(s.Above, Regular, 14, 6, 0)
	for _, line := range s.Lines(w.Profile) {
		style := Regular
		if line.Bold {
			style = Bold
		}
		add(line.Text, style, 14, 6, 0)
	}
	add(s.Hint, Italic, 12, 5.2, 0)
	add(s.Name, Bold, 14, 6, signRoom)
	return all
}

// recipientParagraphs set "Nơi nhận" as the page does, one paragraph for each entry.
func (w *wordWriter) recipientParagraphs(s document.Signing) []wordParagraph {
	label, entries, typist := w.recipientTexts(s)
	if label.text == "" {
		return nil
	}
	all := []wordParagraph{
		{
			runs:  []wordRun{{text: label.text, style: label.style, size: label.size, underline: label.underline}},
			align: document.AlignLeft,
			line:  label.h,
		},
	}
	for _, entry := range entries {
		all = append(
			all,
			wordParagraph{
				runs:  wordRuns([]document.Run{{Text: entry.text}}, entry.size, Regular),
				align: document.AlignLeft,
				line:  entry.h,
			},
		)
	}
	if typist != "" {
		all = append(
			all,
			wordParagraph{
				runs:  wordRuns([]document.Run{{Text: typist}}, w.Profile.TypistSize, Regular),
				align: document.AlignLeft,
				line:  typistLine(w.Profile),
			},
		)
	}
	return all
}
