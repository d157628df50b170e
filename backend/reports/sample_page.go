package reports

import (
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
	"caunoi/backend/units"
)

// SampleInput asks for an invented page that shows what settings of the form, or a letterhead, do on paper.
type SampleInput struct {
	Kind    string            `json:"kind"`    // bao_cao, quyet_dinh, cong_van, to_trinh, quy_dinh; "" = bao_cao
	Day     dates.Date        `json:"day"`     // of the page; "" = today
	Profile *document.Profile `json:"profile"` // as being edited; none: the one in force on the day
	Issuer  *papers.Issuer    `json:"issuer"`  // as being edited; none: the first of the form
}

// SamplePage draws the page and keeps its PDF for the screen. Nothing is stored or noted.
func (s *Service) SamplePage(in SampleInput) (Printed, error) {
	type read struct {
		doc document.Document
		at  *store.Tx
	}
	sessionGoesOn := s.gate.SessionGuard()
	got, err := access.Read(s.gate, "reports.SamplePage", func(tx *store.Tx) (read, error) {
		doc, err := samplePage(tx, in)
		return read{doc, tx}, err
	})
	if err != nil {
		return Printed{}, err
	}
	return RenderAndStore(s.gate, sessionGoesOn, "reports.SamplePage", "trang mau.pdf", func() (typeset.Rendered, error) {
		return typeset.Render(got.doc, got.at.Now, typeset.FormatPDF)
	})
}

// inventedOffice stands on the sample page while the office's own settings are not filled in.
var inventedOffice = units.Office{
	Level:         units.LevelXa,
	Name:          "Đảng ủy xã Mẫu Đơn",
	Superior:      "Đảng bộ tỉnh Mẫu",
	Place:         "Mẫu Đơn",
	Symbol:        "ĐU",
	StateSuperior: "UBND tỉnh Mẫu",
	StateName:     "Ủy ban nhân dân xã Mẫu Đơn",
	Archive:       "Lưu Văn phòng Đảng ủy",
}

func samplePage(tx *store.Tx, in SampleInput) (document.Document, error) {
	if in.Day == "" {
		in.Day = tx.Today
	}
	if !in.Day.Valid() {
		return document.Document{}, fault.Invalid("day", "Ngày của trang mẫu không có thật. Hãy ghi lại theo dạng ngày/tháng/năm.")
	}
	form := document.FormParty
	switch {
	case in.Issuer != nil:
		form = in.Issuer.Form
	case in.Profile != nil:
		form = in.Profile.Form
	}
	p, err := (Paper{}).dated(tx, form, in.Day)
	if err != nil {
		return document.Document{}, err
	}
	if in.Profile != nil {
		p.Profile = in.Profile.Filled()
		if err := p.Profile.Check(); err != nil {
			return document.Document{}, err
		}
	}
	if p.Office, err = units.TheOffice(tx); err != nil {
		return document.Document{}, err
	}
	if p.Office.Name == "" {
		p.Office = inventedOffice
	}
	if in.Issuer != nil {
		p.Issuer = *in.Issuer
	} else if p.Issuer, err = papers.IssuerOf(tx, "", form); err != nil {
		if _, known := fault.Of(err); !known {
			return document.Document{}, err
		}
		p.Issuer = papers.Issuer{
			Kind:          papers.StateBody,
			Form:          form,
			Name:          inventedOffice.StateName,
			Superior:      inventedOffice.StateSuperior,
			Head:          inventedOffice.StateName,
			Symbol:        "UBND",
			SignAuthority: "TM. ỦY BAN NHÂN DÂN",
			SignPosition:  "CHỦ TỊCH",
		}
		if form == document.FormParty {
			p.Issuer = papers.Issuer{
				Kind:          papers.Committee,
				Form:          document.FormParty,
				Name:          p.Office.Name,
				Superior:      p.Office.Superior,
				Head:          p.Office.Name,
				Symbol:        p.Office.Symbol,
				Archive:       p.Office.Archive,
				SignAuthority: "T/M BAN THƯỜNG VỤ",
			}
		}
	}
	var f fault.Fields
	p.Issuer.CheckSignature(p.Issuer.UsualSignatory(), "signAuthority", &f)
	if err := f.Err(); err != nil {
		return document.Document{}, err
	}
	p = p.headed()
	return p.sample(in.Kind), nil
}

// sample words the invented paper. It says itself that it is one.
func (p Paper) sample(kind string) document.Document {
	body := []document.Block{
		document.Head(1, "I", "Tình hình"),
		document.Head(2, "1", "Việc làm mẫu"),
		document.Text(
			p.Profile.Spell(
				"Trang này chỉ để xem cách trình bày; mọi lời, mọi số trên trang đều đặt ra. Khi đổi một lựa chọn ở bên cạnh, trang mẫu được in lại theo lựa chọn đó, cấp ủy và văn phòng xem rồi mới lưu.",
			),
		),
		document.Dashes("Gạch đầu dòng thứ nhất của trang mẫu;", "Gạch đầu dòng thứ hai của trang mẫu."),
		document.Head(1, "II", "Phương hướng"),
		document.Text(
			p.Profile.Spell(
				"Đoạn kết của trang mẫu, hòa vào phần trên để thấy khoảng cách dòng, khoảng cách đoạn và dấu ghi khi hết nội dung.",
			),
		),
	}
	typeName, symbol, subject := "BÁO CÁO", "BC", p.subject("trang mẫu của thể thức văn bản")
	var bases []string
	var address *document.Address
	switch kind {
	case "quyet_dinh", "quy_dinh":
		bases = []string{"Căn cứ quy định mẫu thứ nhất", "Căn cứ quy chế mẫu thứ hai", "Xét đề nghị mẫu"}
		body = []document.Block{
			{Heading: &document.Heading{Kind: document.HeadingArticle, Label: "Điều 1", Text: "Nội dung thứ nhất của trang mẫu."}},
			body[2],
			{Heading: &document.Heading{Kind: document.HeadingArticle, Label: "Điều 2", Text: "Nội dung thứ hai của trang mẫu."}},
			body[5],
		}
		typeName, symbol = "QUYẾT ĐỊNH", "QĐ"
		if kind == "quy_dinh" {
			typeName, symbol = "QUY ĐỊNH", p.Profile.SymbolQuyDinh
		}
	case "cong_van":
		typeName, symbol, subject, body = "", "CV", "xem trang mẫu của thể thức", []document.Block{body[2], body[5]}
		address = &document.Address{Label: "Kính gửi", To: []string{"Các chi bộ mẫu", "Các đồng chí nhận trang mẫu"}}
	case "to_trinh":
		typeName, symbol, address = "TỜ TRÌNH", "TTr", &document.Address{Submit: true, To: []string{"Cơ quan cấp trên của trang mẫu"}}
	}
	if typeName == "" && !p.Profile.IsParty() {
		symbol = ""
	}
	p.number.Type, p.number.Value = symbol, 12
	p.Head.Number = p.number
	doc := p.document(Input{}, typeName, subject)
	doc.Bases, doc.Address, doc.Blocks = bases, address, body
	doc.Signing.Typist, doc.Signing.Copies = "NguyenVanMau-26", 2
	doc.Circulation = strings.ToUpper("Trang mẫu")
	if p.Profile.ProofMark {
		doc.Proof = &document.Proof{
			Symbol:  document.Symbol(doc.Profile, p.number),
			Day:     doc.Head.Date,
			Letters: "0000-0000-0000",
			Printed: true,
		}
	}
	return doc
}
