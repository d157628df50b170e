package document

import (
	"fmt"
	"math"
	"unicode/utf8"

	"caunoi/backend/fault"
)

// Validate refuses a paper the rules forbid, before anything is drawn. Its error is a fault whose fields name the parts
// to correct.
func (d Document) Validate() error {
	p := d.Profile.Filled()
	if err := p.Check(); err != nil {
		return err
	}
	var f fault.Fields
	for field, text := range map[string]string{"superior": d.Head.Superior, "issuer": d.Head.Issuer, "place": d.Head.Place,
		"number": d.Head.Number.Type + d.Head.Number.Issuer, "urgency": d.Urgency, "circulation": d.Circulation,
		"draft": d.Draft, "contact": d.Contact} {
		if utf8.RuneCountInString(text) > MaxLine {
			f.Add(field, fmt.Sprintf("Dòng này quá dài cho phần đầu văn bản. Hãy ghi không quá %d chữ.", MaxLine))
		}
	}
	if d.Head.Number.Value < 0 {
		f.Add("number", "Số văn bản phải từ 01 trở lên. Hãy ghi lại hoặc để trống.")
	}
	if d.Head.Date != "" && !d.Head.Date.Valid() {
		f.Add("date", "Ngày ban hành không có thật. Hãy ghi lại theo dạng ngày/tháng/năm.")
	}
	d.Signing.check(p, &f)
	for _, annex := range d.Annexes {
		annex.Signing.check(p, &f)
		checkBlocks(p, annex.Blocks, &f)
	}
	checkBlocks(p, d.Blocks, &f)
	return f.Err()
}

func checkBlocks(p Profile, blocks []Block, f *fault.Fields) {
	for _, block := range blocks {
		block.Signing.check(p, f)
		if block.Table != nil {
			block.Table.check(f)
		}
		if block.Drawing != nil {
			block.Drawing.check(f)
		}
	}
}

func (s *Signing) check(p Profile, f *fault.Fields) {
	if s == nil {
		return
	}
	if s.Left != nil && len(s.Recipients) > 0 {
		f.Add("recipients", "Văn bản có hai người ký thì không có mục nơi nhận. Hãy bỏ một trong hai.")
	}
	if s.Left != nil {
		s.Left.Check(p.Form, "signerLeft", f)
	}
	if s.Right != nil {
		s.Right.Check(p.Form, "signer", f)
	}
	s.Under.check(p, f)
}

func (t *Table) check(f *fault.Fields) {
	if len(t.Columns) == 0 || len(t.Columns) > 40 {
		f.Add("table", "Bảng phải có từ 1 đến 40 cột. Hãy bớt cột hoặc chia thành hai bảng.")
	}
	for _, row := range t.Rows {
		if row.Height < 0 || row.Height > 100 {
			f.Add("table", "Chiều cao dòng của bảng chỉ từ 0 đến 100 mm. Hãy ghi lại chiều cao.")
		}
	}
	for _, column := range t.Columns {
		if !(column.Width > 0) || math.IsInf(column.Width, 0) {
			f.Add("table", "Bề rộng cột của bảng phải lớn hơn 0. Hãy ghi lại bề rộng.")
		}
	}
}
