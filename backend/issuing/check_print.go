package issuing

import (
	"strings"

	"caunoi/backend/access"
	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/reports"
	"caunoi/backend/store"
)

// CheckPrintInput is a print or a file whose origin is asked for: the letters in its foot, or a file handed over under /files/.
type CheckPrintInput struct {
	Letters string `json:"letters"`
	File    string `json:"file"` // token of the file; "" = the letters are meant
}

// CheckPrint tells which paper a file or the letters of a print are, and whether it is unchanged ("Kiểm tra một bản in").
func (s *Service) CheckPrint(in CheckPrintInput) (papers.CheckedPrint, error) {
	return access.Read(s.gate, "issuing.CheckPrint", func(tx *store.Tx) (papers.CheckedPrint, error) {
		if in.File == "" {
			return papers.CheckLetters(tx, in.Letters)
		}
		content, err := s.given(in.File)
		if err != nil {
			return papers.CheckedPrint{}, err
		}
		return papers.CheckFile(tx, content)
	})
}

// ReceiveSigned stores the file that was signed outside beside the sealed one ("Nhận bản đã ký"). file is a token.
func (s *Service) ReceiveSigned(id, file string) (papers.Issued, error) {
	return access.Write(s.gate, "issuing.ReceiveSigned", func(tx *store.Tx) (papers.Issued, error) {
		content, err := s.given(file)
		if err != nil {
			return papers.Issued{}, err
		}
		return KeepSigned(tx, id, content)
	})
}

// KeepSigned stores a signed file and notes it in the trail. Faults: see papers.KeepSigned.
func KeepSigned(tx *store.Tx, id string, content []byte) (papers.Issued, error) {
	p, err := papers.KeepSigned(tx, id, content)
	if err == nil {
		tx.Audit(p.ID, "Nhận bản đã ký số của "+store.LowerFirst(p.TypeName)+" số "+p.Symbol+", ngày "+p.Day.Show()+".")
	}
	return p, err
}

// OpenSigned hands out the signed file of a paper, byte for byte as it was received.
func (s *Service) OpenSigned(id string) (IssuedPrint, error) {
	done, err := access.Read(s.gate, "issuing.OpenSigned", func(tx *store.Tx) (Sealed, error) {
		p, content, err := papers.ReadSigned(tx, id)
		if err != nil {
			return Sealed{}, err
		}
		report, err := reports.Find(p.Report)
		if err != nil {
			report = reports.Report{Name: "van-ban"} // a report that later versions no longer have
		}
		return Sealed{Paper: p, Content: content, FileName: sealedName(p, report, " (đã ký)")}, nil
	})
	if err != nil {
		return IssuedPrint{}, err
	}
	return s.storeSealed(done), nil
}

// given is a file that the page handed over.
func (s *Service) given(token string) ([]byte, error) {
	file, ok := s.gate.Files().Get(strings.TrimSpace(token))
	if !ok {
		return nil, fault.NotFound("Tệp đã chọn không còn trong bộ nhớ. Hãy chọn lại tệp.")
	}
	return file.Content, nil
}
