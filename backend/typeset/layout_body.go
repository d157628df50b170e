package typeset

import (
	"math"
	"strings"

	"caunoi/backend/document"
)

// indent is the first-line indent of body paragraphs in mm.
const indent = 10

// paragraphForm is how a paragraph is set.
type paragraphForm struct {
	indent float64
	align  document.Align
	style  FontStyle
	keep   bool // the whole paragraph stays with what follows
	what   Role
	key    string // of document.Paragraph
}

// paragraph sets runs as one or more paragraphs. Its first two and its last two lines stay together, so that no line is
// ever alone at the foot or the top of a page.
func (l *Layout) paragraph(runs []document.Run, form paragraphForm) []chunk {
	var chunks []chunk
	for _, part := range splitParagraphs(l.cleanRuns(runs)) {
		size, h, room := l.Profile.BodySize, l.lineHeight(), l.w
		if form.align != document.AlignDefault {
			form.indent = 0
		}
		lines := wrap(fragments(part, size, form.style), room-form.indent, room, size)
		for i, line := range lines {
			offset, before := 0.0, 0.0
			if i == 0 {
				offset, before = form.indent, gap
			}
			c := chunk{h: h, before: before, keep: form.keep || (i == 0 && len(lines) > 1) || i == len(lines)-2}
			c.draw = func(pg *Page, x, y float64) {
				pg.placed(form.key, x, y, room, h)
				pg.setLine(line, x+offset, baseline(y, h, size), room-offset, size, form.align, form.what, 0)
			}
			chunks = append(chunks, c)
		}
	}
	return chunks
}

func (l *Layout) cleanRuns(runs []document.Run) []document.Run {
	out := make([]document.Run, len(runs))
	for i, run := range runs {
		run.Text = l.clean(run.Text)
		out[i] = run
	}
	return out
}

// splitParagraphs divides runs at line ends. Empty paragraphs vanish: the rules know no blank lines in the text.
func splitParagraphs(runs []document.Run) [][]document.Run {
	var all [][]document.Run
	var current []document.Run
	flush := func() {
		for _, run := range current {
			if strings.TrimSpace(run.Text) != "" {
				all = append(all, current)
				break
			}
		}
		current = nil
	}
	for _, run := range runs {
		for i, part := range strings.Split(run.Text, "\n") {
			if i > 0 {
				flush()
			}
			if part != "" {
				piece := run
				piece.Text = part
				current = append(current, piece)
			}
		}
	}
	flush()
	return all
}

// setText is a text with the form it is set in: what the renderers for paper and for Word share, so that both say the same.
type setText struct {
	runs  []document.Run
	form  paragraphForm
	close bool // follows the text before it without a gap
}

func (l *Layout) setTexts(texts []setText) []chunk {
	var chunks []chunk
	for _, text := range texts {
		part := l.paragraph(text.runs, text.form)
		if text.close && len(chunks) > 0 && len(part) > 0 {
			part[0].before = 0
		}
		chunks = append(chunks, part...)
	}
	return chunks
}

// heading gives the texts of a heading; it stays with the text below.
func (l *Layout) heading(h document.Heading) []setText {
	form := paragraphForm{indent: indent, keep: true, what: RoleHeading}
	switch h.Kind {
	case document.HeadingPart:
		form.align, form.style = document.AlignCentre, Bold
		return []setText{
			{runs: []document.Run{{Text: h.Label}}, form: form},
			{runs: []document.Run{{Text: strings.ToUpper(l.clean(h.Text))}}, form: form, close: true},
		}
	case document.HeadingArticle:
		form.style = Bold
		return []setText{{runs: []document.Run{{Text: labelled(h.Label, ". ", h.Text)}}, form: form}}
	}
	text := h.Text
	if h.Level <= 1 {
		text = strings.ToUpper(l.clean(text))
	}
	if h.Level <= 2 {
		form.style = Bold
	}
	sep := l.Profile.HeadingSep
	if h.Level > 3 {
		sep = ") "
	}
	return []setText{{runs: []document.Run{{Text: labelled(h.Label, sep, text)}}, form: form}}
}

// labelled joins a label and its text; the space between them never ends a line.
func labelled(label, sep, text string) string {
	if label == "" {
		return text
	}
	return strings.TrimRight(label, ".)") + strings.ReplaceAll(sep, " ", document.NoBreak) + text
}

func paragraphText(p *document.Paragraph) setText {
	form := paragraphForm{indent: indent, align: p.Align, keep: p.KeepWithNext, what: RoleBody, key: p.Key}
	if p.NoIndent {
		form.indent = 0
	}
	return setText{runs: p.Runs, form: form}
}

// list gives each item as a paragraph that begins with its mark: these papers use no hanging indents.
func (l *Layout) list(list document.List) []setText {
	var texts []setText
	for _, item := range list.Items {
		mark := item.Mark
		if mark == "" {
			mark = list.Mark
		}
		runs := item.Runs
		if mark != "" {
			runs = append([]document.Run{{Text: mark + document.NoBreak}}, runs...)
		}
		texts = append(texts, setText{runs: runs, form: paragraphForm{indent: indent, what: RoleBody, key: item.Key}})
	}
	return texts
}

// bases gives the căn cứ: Party upright behind a dash (or italic without, by setting), state italic; semicolons between
// them. The last ends as the form of the day has it: HD 05, II.I.6.2.3 has a full stop, also where the line of decision follows.
func (l *Layout) bases(doc document.Document) []setText {
	var texts []setText
	form := paragraphForm{indent: indent, what: RoleBody}
	dash := "-" + document.NoBreak
	if !l.Profile.IsParty() || l.Profile.BasesItalic {
		form.style, dash = Italic, ""
	}
	for i, base := range doc.Bases {
		mark := ";"
		if i == len(doc.Bases)-1 {
			mark = l.Profile.BasesEnd
		}
		text := strings.TrimRight(strings.TrimSpace(base), ";,.") + mark
		texts = append(texts, setText{runs: []document.Run{{Text: dash + text}}, form: form})
	}
	return texts
}

// blocks sets the parts of a body or an annex.
func (l *Layout) blocks(blocks []document.Block, signing *document.Signing, endMark bool) []chunk {
	var chunks []chunk
	if endMark {
		blocks = l.withEndMark(blocks)
	}
	for i, block := range blocks {
		var part []chunk
		switch {
		case block.Heading != nil:
			part = l.setTexts(l.heading(*block.Heading))
			part = headed(part, 1+block.Heading.Level, CleanText(labelled(block.Heading.Label, ". ", block.Heading.Text)))
		case block.Paragraph != nil:
			part = l.setTexts([]setText{paragraphText(block.Paragraph)})
		case block.List != nil:
			part = l.setTexts(l.list(*block.List))
		case block.Table != nil:
			part = l.table(*block.Table)
			if len(chunks) > 0 && len(part) > 0 && chunks[len(chunks)-1].h > 0 {
				part[0].before = 2
			}
		case block.Drawing != nil:
			l.below = l.closing(blocks[i+1:], signing)
			part = l.drawing(block.Drawing)
		case block.Signing != nil:
			part = l.signing(*block.Signing)
			keepWithSigning(chunks)
		case block.PageBreak:
			part = []chunk{{brk: true}}
		}
		if l.after > 0 && len(part) > 0 {
			part[0].before = math.Max(part[0].before, l.after)
		}
		l.after = 0
		if block.Table != nil || block.Drawing != nil {
			l.after = 3
		}
		chunks = append(chunks, part...)
	}
	if signing != nil {
		keepWithSigning(chunks)
		chunks = append(chunks, l.signing(*signing)...)
	}
	l.after = 0
	return chunks
}

// keepWithSigning binds the last two lines of text, the last row or the last drawing to the signatures, which must never
// stand alone on a page.
func keepWithSigning(chunks []chunk) {
	n := len(chunks)
	if n > 0 {
		chunks[n-1].keep = true
	}
	if n > 1 && chunks[n-1].head == nil && !chunks[n-1].figure {
		chunks[n-2].keep = true
	}
}

// withEndMark closes the last sentence as the form has it: "./." in state papers (NĐ 30).
func (l *Layout) withEndMark(blocks []document.Block) []document.Block {
	at := len(blocks) - 1
	if l.Profile.EndMark == "." || at < 0 {
		return blocks
	}
	out := append([]document.Block(nil), blocks...)
	mark := func(runs []document.Run) []document.Run {
		last := len(runs) - 1
		if last < 0 {
			return runs
		}
		runs = append([]document.Run(nil), runs...)
		text := strings.TrimRight(runs[last].Text, " \n")
		if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "./.") {
			runs[last].Text = strings.TrimRight(text, ".") + l.Profile.EndMark
		}
		return runs
	}
	switch last := out[at]; {
	case last.Paragraph != nil:
		p := *last.Paragraph
		p.Runs = mark(p.Runs)
		out[at].Paragraph = &p
	case last.List != nil && len(last.List.Items) > 0:
		list := *last.List
		list.Items = append([]document.ListItem(nil), list.Items...)
		item := &list.Items[len(list.Items)-1]
		item.Runs = mark(item.Runs)
		out[at].List = &list
	}
	return out
}
