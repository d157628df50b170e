package document

// Copy is the end of a copy of a paper (bản sao văn bản; HD 05, II.III and annex 3): the stamp below "Nơi nhận", and who made it.
type Copy struct {
	Body       string     `json:"body"`   // who copies: "Huyện ủy Quới Điền"
	Number     string     `json:"number"` // "05-BS"
	Kind       string     `json:"kind"`   // "Sao y", "Sao lục", "Trích sao"
	PlaceDate  string     `json:"placeDate"`
	Recipients []string   `json:"recipients"` // who gets the copy
	Right      *Signatory `json:"right"`
}

// SeriesOfCopies is the symbol of every copy, whoever makes it and however: "05-BS".
const SeriesOfCopies = "BS"

// signedMark stands on a copy where the original bears the signature.
const signedMark = "(Đã ký)"

// CopiedAs gives the paper as its copy: the same words, the mark of the signatures in place of them, the stamp at the end.
func (d Document) CopiedAs(c Copy) Document {
	d.Copy, d.Draft, d.Proof = &c, "", nil
	d.Signing = d.Signing.asCopied()
	blocks := make([]Block, len(d.Blocks))
	for i, b := range d.Blocks {
		b.Signing = b.Signing.asCopied()
		blocks[i] = b
	}
	d.Blocks = blocks
	annexes := make([]Annex, len(d.Annexes))
	for i, a := range d.Annexes {
		a.Signing = a.Signing.asCopied()
		annexes[i] = a
	}
	d.Annexes = annexes
	return d
}

func (s *Signing) asCopied() *Signing {
	if s == nil {
		return nil
	}
	copied := *s
	for _, side := range []**Signatory{&copied.Left, &copied.Right} {
		if *side != nil {
			who := **side
			who.Hint = signedMark
			*side = &who
		}
	}
	copied.Under = s.Under.asCopied()
	return &copied
}

// Parts names what an extract (trích sao) may hold: each article or section of the first level with what follows it, then each
// annex. What stands before the first part, such as căn cứ and opening, goes with every extract.
func (d Document) Parts() []string {
	var out []string
	for _, b := range d.Blocks {
		if name := b.opensPart(); name != "" {
			out = append(out, name)
		}
	}
	for _, a := range d.Annexes {
		out = append(out, JoinParts(": ", a.Label, a.Title))
	}
	return out
}

// opensPart names the part a block begins; "" for a block inside one.
func (b Block) opensPart() string {
	switch {
	case b.Heading != nil && (b.Heading.Level == 1 || b.Heading.Kind == HeadingArticle):
		return JoinParts(". ", b.Heading.Label, b.Heading.Text)
	case b.Paragraph != nil && len(b.Paragraph.Runs) > 0 && b.Paragraph.Runs[0].Bold && len(b.Paragraph.Runs[0].Text) < 20 &&
		len([]rune(b.Paragraph.Runs[0].Text)) > 4 && string([]rune(b.Paragraph.Runs[0].Text)[:4]) == "Điều":
		return OneSpace(b.Paragraph.Runs[0].Text)
	}
	return ""
}

// Extract keeps the parts chosen, by their place in Parts.
func (d Document) Extract(chosen []int) Document {
	wanted := map[int]bool{}
	for _, n := range chosen {
		wanted[n] = true
	}
	part, kept := -1, []Block{}
	for _, b := range d.Blocks {
		if b.opensPart() != "" {
			part++
		}
		if part < 0 || wanted[part] {
			kept = append(kept, b)
		}
	}
	annexes := []Annex{}
	for _, a := range d.Annexes {
		if part++; wanted[part] {
			annexes = append(annexes, a)
		}
	}
	d.Blocks, d.Annexes = kept, annexes
	return d
}
