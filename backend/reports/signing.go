package reports

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"caunoi/backend/fault"
)

// Authority is the right by which somebody signs.
type Authority string

const (
	Direct    Authority = ""            // the head of the body signs for it
	OnBehalf  Authority = "thay_mat"    // T/M, TM.: for a body that decides together
	ForHead   Authority = "ky_thay"     // K/T, KT.: the deputy for the head
	ByOrder   Authority = "thua_lenh"   // T/L, TL.
	ByMandate Authority = "thua_uy_quy" // TUQ.: state papers only
	Acting    Authority = "quyen"       // Q.
)

// Signatory is one person's place under a paper.
type Signatory struct {
	Authority Authority `json:"authority"`
	Body      string    `json:"body"`     // whom the signature stands for: "BAN THƯỜNG VỤ"; for K/T the head's position
	Position  string    `json:"position"` // "PHÓ BÍ THƯ"; may be empty for a member who holds none
	Name      string    `json:"name"`     // empty leaves the line to be written by hand
	Hint      string    `json:"hint"`     // "(Ký, ghi rõ họ tên)" under the position, in papers filled by hand
}

// Signing is the end of a paper: recipients at the left, signatures. With Left set the two signatories stand side by
// side and Recipients are not allowed, as in biên bản.
type Signing struct {
	PlaceDate  string     `json:"placeDate"` // above the right signature, where the letterhead has none
	Recipients []string   `json:"recipients"`
	Typist     string     `json:"typist"` // typist code and copies, last line of the recipients
	Copies     int        `json:"copies"`
	Left       *Signatory `json:"left"`
	Right      *Signatory `json:"right"`
}

// signLine is one line of a signature above the name.
type signLine struct {
	text string
	bold bool
}

var slashForms = map[Authority]string{OnBehalf: "T/M ", ForHead: "K/T ", ByOrder: "T/L ", Acting: "Q. "}
var dotForms = map[Authority]string{OnBehalf: "TM. ", ForHead: "KT. ", ByOrder: "TL. ", ByMandate: "TUQ. ", Acting: "Q. "}

// lines gives what stands above the name. Party: the right to sign bold, the position regular, and the position bold
// only where it stands alone (HD 36 Phụ lục 3, HD 05). State: both bold (NĐ 30).
func (s Signatory) lines(p Profile) []signLine {
	form := dotForms
	if p.party() {
		form = slashForms
	}
	switch s.Authority {
	case Direct:
		return bareLines(signLine{s.Position, true})
	case Acting:
		return bareLines(signLine{form[Acting] + s.Position, true})
	}
	return bareLines(signLine{form[s.Authority] + s.Body, true}, signLine{s.Position, !p.party()})
}

func bareLines(all ...signLine) []signLine {
	kept := all[:0]
	for _, line := range all {
		if strings.TrimSpace(line.text) != "" {
			kept = append(kept, line)
		}
	}
	return kept
}

// collectives are the bodies that decide together; only T/M is right for them.
var collectives = []string{"ban chấp hành", "ban thường vụ", "đảng ủy", "đảng uỷ", "tỉnh ủy", "tỉnh uỷ", "huyện ủy", "huyện uỷ",
	"thành ủy", "thành uỷ", "chi bộ", "chi ủy", "chi uỷ", "đảng bộ", "ủy ban", "uỷ ban", "hội đồng", "thường trực"}

var academicTitles = []string{"gs.", "pgs.", "ts.", "ths.", "bs.", "ks.", "cn.", "tiến sĩ", "thạc sĩ", "giáo sư"}

func collective(body string) bool {
	body = strings.ToLower(cleanText(body, nil))
	for _, name := range collectives {
		if strings.HasPrefix(body, name) {
			return true
		}
	}
	return false
}

// check refuses what the signing rules forbid. field names the part of the form that has to be corrected.
func (s Signatory) check(p Profile, field string, f *fault.Fields) {
	needsBody := s.Authority == OnBehalf || s.Authority == ForHead || s.Authority == ByOrder || s.Authority == ByMandate
	position := strings.ToLower(cleanText(s.Position, nil))
	name := strings.ToLower(strings.TrimSpace(cleanText(s.Name, nil)))
	switch {
	case s.Authority != Direct && slashForms[s.Authority] == "" && dotForms[s.Authority] == "":
		f.Add(field, "Không rõ quyền hạn ký. Hãy chọn thay mặt, ký thay, thừa lệnh, quyền hoặc ký trực tiếp.")
	case s.Authority == ByMandate && p.party():
		f.Add(field, "Văn bản của Đảng không ký thừa ủy quyền (TUQ). Hãy chọn thừa lệnh (T/L) hoặc thay mặt (T/M).")
	case needsBody && strings.TrimSpace(s.Body) == "":
		f.Add(field, "Chưa có tên tập thể hoặc chức vụ được ký thay. Hãy ghi, ví dụ “BAN THƯỜNG VỤ”.")
	case s.Authority == ForHead && collective(s.Body):
		f.Add(field, "Không ký thay (K/T) một tập thể lãnh đạo. Hãy chọn thay mặt (T/M) và ghi chức vụ của người ký.")
	case s.Authority == OnBehalf && !collective(s.Body):
		f.Add(field, "Chỉ ký thay mặt (T/M) cho một tập thể. Với người đứng đầu, hãy chọn ký thay (K/T) hoặc thừa lệnh (T/L).")
	case (s.Authority == Direct || s.Authority == Acting || s.Authority == ForHead) && position == "":
		f.Add(field, "Chưa có chức vụ người ký. Hãy ghi chức vụ.")
	case s.Authority == OnBehalf && p.party() && namesBody(position):
		f.Add(field, "Sau chức vụ không ghi tên cấp ủy. Hãy chỉ ghi chức vụ, ví dụ “PHÓ BÍ THƯ”.")
	}
	for _, title := range academicTitles {
		if strings.HasPrefix(name, title) {
			f.Add(field+"Name", "Trước họ tên người ký không ghi học hàm, học vị. Hãy chỉ ghi họ và tên.")
		}
	}
	for _, text := range []string{s.Body, s.Position, s.Name, s.Hint} {
		if utf8.RuneCountInString(text) > maxShortText {
			f.Add(field, fmt.Sprintf("Phần ký quá dài. Hãy ghi không quá %d chữ mỗi dòng.", maxShortText))
		}
	}
}

func namesBody(position string) bool {
	for _, name := range collectives {
		if strings.Contains(position, name) {
			return true
		}
	}
	return false
}

// maxShortText is the longest text, in characters, a fixed place of the page can take: issuer, place, signer.
const maxShortText = 200

// Validate refuses a paper the rules forbid, before anything is drawn. Its error is a fault whose fields name the parts
// to correct.
func (d Document) Validate() error {
	p := d.Profile.filled()
	if err := p.check(); err != nil {
		return err
	}
	var f fault.Fields
	for field, text := range map[string]string{"superior": d.Head.Superior, "issuer": d.Head.Issuer, "place": d.Head.Place,
		"number": d.Head.Number.Type + d.Head.Number.Issuer, "urgency": d.Urgency, "circulation": d.Circulation,
		"draft": d.Draft, "contact": d.Contact} {
		if utf8.RuneCountInString(text) > maxShortText {
			f.Add(field, fmt.Sprintf("Dòng này quá dài cho phần đầu văn bản. Hãy ghi không quá %d chữ.", maxShortText))
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
		s.Left.check(p, "signerLeft", f)
	}
	if s.Right != nil {
		s.Right.check(p, "signer", f)
	}
}
