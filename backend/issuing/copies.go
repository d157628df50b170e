package issuing

import (
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// CopyInput makes a copy of a paper in the register.
type CopyInput struct {
	PaperID    string              `json:"paperId"`
	Kind       string              `json:"kind"`       // papers.CopyWhole, CopyOfCopy, CopyExtract
	Parts      []int               `json:"parts"`      // of an extract: places in CopyProposal.Parts
	Recipients []string            `json:"recipients"` // who gets it
	Day        dates.Date          `json:"day"`        // "" = today
	SignAs     *document.Signatory `json:"signAs"`     // who signs instead of the head of the office
}

// CopyProposal is what the form asks before a copy is made.
type CopyProposal struct {
	Number   string             `json:"number"`   // the next, "05-BS"
	SpanWord string             `json:"spanWord"` // "nhiệm kỳ 2025–2030"
	Kinds    []string           `json:"kinds"`    // that can be made of this paper, the usual first
	Parts    []string           `json:"parts"`    // what an extract may hold
	Signer   document.Signatory `json:"signer"`
}

// ProposeCopy tells which copies can be made of a paper and which number the next one takes.
func (s *Service) ProposeCopy(id string) (CopyProposal, error) {
	return access.Read(s.gate, "issuing.ProposeCopy", func(tx *store.Tx) (CopyProposal, error) {
		c, err := openCopy(tx, CopyInput{PaperID: id})
		if err != nil {
			return CopyProposal{}, err
		}
		return CopyProposal{
			Number: document.Numeral(c.series.Next(), "") + "-" + document.SeriesOfCopies, SpanWord: c.series.SpanWord,
			Kinds: c.kinds(), Parts: append([]string{}, c.doc.Parts()...), Signer: *c.end.Right,
		}, nil
	})
}

// Copy makes a copy of a paper, numbers it and seals it beside the paper, which stays as it is.
func (s *Service) Copy(in CopyInput) (IssuedPrint, error) {
	done, err := access.Write(s.gate, "issuing.Copy", func(tx *store.Tx) (Sealed, error) { return MakeCopy(tx, in) })
	if err != nil {
		return IssuedPrint{}, err
	}
	return s.storeSealed(done), nil
}

// openedCopy is a copy on its way: what it is made from, and what it ends with.
type openedCopy struct {
	paper  papers.Issued
	doc    document.Document
	end    document.Copy
	series *papers.NumberSeries
	day    dates.Date
}

func openCopy(tx *store.Tx, in CopyInput) (openedCopy, error) {
	c := openedCopy{day: in.Day}
	if c.day == "" {
		c.day = tx.Today
	}
	var err error
	if c.paper, _, err = papers.ReadSealed(tx, in.PaperID); err != nil {
		return c, err
	}
	var f fault.Fields
	switch {
	case c.paper.CancelledAt != "":
		return c, fault.Conflict(c.paper.Title() + " đã ghi hủy nên không sao. Hãy chọn văn bản còn hiệu lực.")
	case !c.paper.Form.IsParty():
		return c, fault.Conflict(c.paper.Title() + " theo thể thức khác; ở đây chỉ lập bản sao văn bản của Đảng theo Hướng dẫn 05-HD/VPTW.")
	case !c.day.Valid():
		f.Add("day", "Ngày sao không có thật. Hãy ghi lại theo dạng ngày/tháng/năm.")
	case c.day < c.paper.Day:
		f.Add("day", "Ngày sao ở trước ngày của văn bản, "+c.paper.Day.Show()+". Hãy ghi lại.")
	case c.day > tx.Today:
		f.Add("day", "Ngày sao ở sau hôm nay. Hãy ghi lại.")
	}
	if err := f.Err(); err != nil {
		return c, err
	}
	if c.doc, err = document.Unpack(c.paper.Snapshot); err != nil {
		return c, err
	}
	var body papers.Issuer
	if c.end, body, err = reports.CopyEnd(tx, c.day); err != nil {
		return c, err
	}
	c.series, err = papers.OpenSeries(tx, papers.SeriesKey{
		Form: document.FormParty, IssuerID: body.Key(), Symbol: body.Symbol, Series: document.SeriesOfCopies, Type: "Bản sao",
	}, c.day)
	return c, err
}

// kinds lists how the paper can be copied: a copy only as sao lục, an original whole or in parts.
func (c openedCopy) kinds() []string {
	if c.doc.Copy != nil {
		return []string{papers.CopyOfCopy}
	}
	if len(c.doc.Parts()) > 1 {
		return []string{papers.CopyWhole, papers.CopyExtract}
	}
	return []string{papers.CopyWhole}
}

// longestTo is how many letters "Nơi nhận" of the stamp holds.
const longestTo = 300

// MakeCopy is Copy inside a transaction.
func MakeCopy(tx *store.Tx, in CopyInput) (Sealed, error) {
	c, err := openCopy(tx, in)
	if err != nil {
		return Sealed{}, err
	}
	if err := c.complete(&in); err != nil {
		return Sealed{}, err
	}
	number := c.series.Next()
	if err := c.series.CheckNumber(number, "", c.day, false); err != nil {
		return Sealed{}, err
	}
	doc := c.doc
	if in.Kind == papers.CopyExtract {
		doc = doc.Extract(in.Parts)
	}
	c.end.Kind, c.end.Recipients = papers.CopyWords[in.Kind], in.Recipients
	c.end.Number = document.Numeral(number, "") + "-" + document.SeriesOfCopies
	doc = doc.CopiedAs(c.end)
	pdf, err := typeset.RenderPDF(doc, tx.Now)
	if err != nil {
		return Sealed{}, err
	}
	snapshot, err := document.Pack(doc)
	if err != nil {
		return Sealed{}, err
	}
	proof, err := document.ProofLetters(snapshot)
	if err != nil {
		return Sealed{}, err
	}
	paper, err := papers.Seal(tx, c.series, papers.Issued{
		Origin:   papers.FromHere,
		Issuer:   c.end.Body,
		Number:   number,
		Day:      c.day,
		TypeName: "Bản sao",
		Subject: store.LowerFirst(
			c.end.Kind,
		) + " " + c.paper.Title(),
		Signer:     c.end.Right.InOneLine(doc.Profile),
		Recipients: in.Recipients,
		Pages:      pdf.Pages,
		Snapshot:   snapshot,
		Program:    Template,
		Proof:      proof,
		Input:      "{}",
		Replaces:   papers.Relation{Kind: in.Kind, ID: c.paper.ID},
	}, pdf.Bytes)
	if err != nil {
		return Sealed{}, err
	}
	tx.Audit(paper.ID, "Lập bản sao số "+paper.Symbol+", ngày "+paper.Day.Show()+": "+paper.Subject+".")
	return Sealed{paper, pdf.Bytes, fileSafe(paper.Symbol) + " " + fileSafe(c.paper.Symbol) + ".pdf", pdf.Warnings}, nil
}

// complete cleans what was typed and refuses a copy that says less than a copy has to.
func (c *openedCopy) complete(in *CopyInput) error {
	var f fault.Fields
	in.Recipients = papers.CleanList(in.Recipients)
	if in.SignAs != nil {
		c.end.Right = in.SignAs.Cleaned()
	}
	var bad fault.Fields
	c.end.Right.Check(document.FormParty, "position", &bad)
	if refused, wrong := fault.Of(bad.Err()); wrong {
		for field, said := range refused.Fields { // the form asks for post and name each in its own field
			f.Add(strings.Replace(field, "positionName", "name", 1), said)
		}
	}
	if strings.TrimSpace(c.end.Right.Name) == "" {
		f.Add("name", "Chưa có họ tên người ký sao. Hãy ghi, hoặc ghi chức vụ Chánh Văn phòng trong mục Cán bộ.")
	}
	switch to := strings.Join(in.Recipients, "; "); {
	case to == "":
		f.Add("recipients", "Hãy ghi nơi nhận bản sao.")
	case utf8.RuneCountInString(to) > longestTo:
		f.Add("recipients", "Nơi nhận dài quá ô dấu 80 × 50 mm. Hãy ghi chung theo nhóm, ví dụ: Các chi bộ trực thuộc.")
	}
	if in.Kind == "" {
		in.Kind = c.kinds()[0]
	}
	switch {
	case papers.CopyWords[in.Kind] == "":
		f.Add("kind", "Hình thức sao là sao y, sao lục hoặc trích sao. Hãy chọn lại.")
	case !slices.Contains(c.kinds(), in.Kind) && c.doc.Copy != nil:
		f.Add("kind", "Đây đã là bản sao nên chỉ sao lục. Để sao y, trích sao hãy chọn văn bản gốc.")
	case !slices.Contains(c.kinds(), in.Kind):
		f.Add(
			"kind",
			"Văn bản này không sao được theo hình thức đã chọn: sao lục chỉ từ bản sao, trích sao chỉ khi có nhiều mục. Hãy chọn sao y.",
		)
	case in.Kind == papers.CopyExtract && len(in.Parts) == 0:
		f.Add("parts", "Hãy chọn ít nhất một mục để trích.")
	case in.Kind == papers.CopyExtract && slices.ContainsFunc(in.Parts, func(n int) bool { return n < 0 || n >= len(c.doc.Parts()) }):
		f.Add("parts", "Mục đã chọn không có trong văn bản. Hãy chọn lại.")
	}
	return f.Err()
}
