package papers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"caunoi/backend/access"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

// Kind is the sort of body that issues papers.
type Kind string

const (
	Committee  Kind = "cap_uy"
	OfficeOf   Kind = "van_phong"
	Board      Kind = "ban" // an advisory body: Ban Tổ chức, Ban Tuyên giáo, Ban Xây dựng Đảng
	Inspection Kind = "ubkt"
	Cell       Kind = "chi_bo"
	Congress   Kind = "dai_hoi" // one congress, while it sits: all its papers are numbered together
	StateBody  Kind = "chinh_quyen"
	Front      Kind = "mat_tran" // Mặt trận and mass organisations
)

// Ids of the issuers that stand in the office's settings. The first of each form is also the empty id.
const (
	TheCommittee   = "cap-uy"
	TheOffice      = "van-phong"
	TheAuthority   = "chinh-quyen"
	TheStateOffice = "van-phong-chinh-quyen"
	TheFront       = "mat-tran"
)

var defaultIssuers = map[document.Form]string{
	document.FormParty: TheCommittee,
	document.FormState: TheAuthority,
	document.FormFront: TheFront,
}

// formsOf tells in which form a body of each kind issues; what the settings give besides is not entered by hand.
var formsOf = map[Kind][]document.Form{
	OfficeOf:   {document.FormParty, document.FormState},
	Board:      {document.FormParty},
	Inspection: {document.FormParty},
	Cell:       {document.FormParty},
	Congress:   {document.FormParty},
	StateBody:  {document.FormState},
	Front:      {document.FormFront},
}

// Key is the id under which the papers of an issuer are numbered and kept: empty for the first of its form.
func (i Issuer) Key() string {
	if i.ID == defaultIssuers[i.Form] {
		return ""
	}
	return i.ID
}

// issuersFromSettings derives from the office's settings who issues papers without being entered anywhere.
func issuersFromSettings(o units.Office) []Issuer {
	party := Issuer{
		ID:            TheCommittee,
		Kind:          Committee,
		Form:          document.FormParty,
		Name:          o.Name,
		Superior:      o.Superior,
		Head:          o.Name,
		Symbol:        o.Symbol,
		Place:         o.Place,
		SignAuthority: o.SignAuthority,
		SignPosition:  o.SignPosition,
		SignName:      o.SignName,
		Archive:       o.Archive,
		BuiltIn:       true,
	}
	if o.Level == units.LevelTinh {
		party.Superior = "" // a province's committee has nothing above it on its papers
	}
	office := Issuer{
		ID:           TheOffice,
		Kind:         OfficeOf,
		Form:         document.FormParty,
		Name:         "Văn phòng " + o.Name,
		Superior:     o.Name,
		Head:         "Văn phòng",
		Symbol:       "VP" + o.Symbol,
		Place:        o.Place,
		SignPosition: headOfOffice,
		Archive:      o.Archive,
		BuiltIn:      true,
	}
	signer := party.UsualSignatory()
	if ofOffice := strings.Contains(signer.Position, "VĂN PHÒNG"); ofOffice {
		// The settings name somebody of the office: under its own header he signs for himself, under the committee's by order.
		if signer.Authority != document.ByOrder {
			office.SignAuthority, office.SignPosition = o.SignAuthority, o.SignPosition
		}
		office.SignName = o.SignName
		if signer.Authority == document.Direct {
			party.SignAuthority, party.SignPosition = "T/L "+standingBoard, headOfOffice
		}
	}
	if o.SignAuthority == "" && o.SignPosition == "" { // nothing set yet: the usual signature, to be completed by hand
		party.SignAuthority = "T/M " + standingBoard
	}
	list := []Issuer{party, office}
	if o.StateName != "" {
		state := Issuer{
			ID:           TheAuthority,
			Kind:         StateBody,
			Form:         document.FormState,
			Name:         o.StateName,
			Superior:     o.StateSuperior,
			Head:         o.StateName,
			Symbol:       o.StateSymbol,
			Place:        o.Place,
			SignPosition: o.StateSignPosition,
			SignName:     o.StateSignName,
			Archive:      stateArchive,
			BuiltIn:      true,
		}
		if state.Symbol == "" {
			state.Symbol = "UBND"
		}
		state.fillUsualSignature()
		list = append(
			list,
			state,
			Issuer{
				ID:           TheStateOffice,
				Kind:         OfficeOf,
				Form:         document.FormState,
				Name:         "Văn phòng " + o.StateName,
				Superior:     o.StateName,
				Head:         "Văn phòng",
				Symbol:       "VP",
				Place:        o.Place,
				SignPosition: headOfOffice,
				Archive:      stateArchive,
				BuiltIn:      true,
			},
		)
	}
	if area := areaName(o); area != "" {
		list = append(
			list,
			Issuer{
				ID:            TheFront,
				Kind:          Front,
				Form:          document.FormFront,
				Name:          frontName + " " + area,
				Superior:      frontAbove(o),
				Head:          shortFront + " " + area,
				Symbol:        "MTTQ-BTT",
				Place:         o.Place,
				SignAuthority: "TM. BAN THƯỜNG TRỰC",
				SignPosition:  headOfAuthority,
				Archive:       stateArchive,
				BuiltIn:       true,
			},
		)
	}
	return list
}

const (
	headOfOffice    = "CHÁNH VĂN PHÒNG"
	headOfAuthority = "CHỦ TỊCH"
	standingBoard   = "BAN THƯỜNG VỤ"
	stateArchive    = "Lưu: VT"
)

// fillUsualSignature completes the signature of an authority: for an ủy ban "TM. ỦY BAN NHÂN DÂN" without the place (NĐ 30),
// else its head.
func (i *Issuer) fillUsualSignature() {
	body := strings.ToUpper(i.Name)
	if cut := strings.Index(body, "NHÂN DÂN"); cut >= 0 && document.Collective(body) {
		body = body[:cut] + "NHÂN DÂN"
	}
	collective := document.Collective(body)
	if i.SignPosition == "" {
		i.SignPosition = "THỦ TRƯỞNG CƠ QUAN"
		if collective {
			i.SignPosition = headOfAuthority
		}
	}
	if i.SignAuthority == "" && collective {
		i.SignAuthority = "TM. " + body
	}
}

// AllIssuers lists the bodies in whose name papers go out: those of the office's settings, then those entered.
func AllIssuers(tx *store.Tx) ([]Issuer, error) {
	office, err := units.TheOffice(tx)
	if err != nil {
		return nil, err
	}
	list := []Issuer{}
	if office.Name != "" {
		list = issuersFromSettings(office)
	}
	var entered []Issuer
	err = tx.Where("deleted_at = ''").Order("sort_order, name, id").Find(&entered).Error
	for i := range list {
		list[i].Types = TypesOf(list[i])
	}
	for _, each := range entered {
		each.Types = TypesOf(each)
		list = append(list, each)
	}
	return list, err
}

// IssuerOf gives the body in whose name a paper of a form goes out; an empty id is the committee, the authority, or the
// Mặt trận of the same level. Faults: invalid ("issuerId", "stateName") when there is none, or it issues in another form.
func IssuerOf(tx *store.Tx, id string, form document.Form) (Issuer, error) {
	if id == "" {
		id = defaultIssuers[form]
	}
	list, err := AllIssuers(tx)
	if err != nil {
		return Issuer{}, err
	}
	at := slices.IndexFunc(list, func(i Issuer) bool { return i.ID == id })
	switch {
	case at >= 0 && list[at].Form == form:
		return list[at], nil
	case at >= 0:
		return Issuer{}, fault.Invalid(
			"issuerId",
			list[at].Name+" không ban hành văn bản theo thể thức này. Hãy chọn cơ quan ban hành khác.",
		)
	case id == TheAuthority || id == TheStateOffice:
		return Issuer{}, fault.Invalid(
			"stateName",
			"Chưa có tên cơ quan hành chính để in theo thể thức nhà nước; hãy điền ở Hệ thống → Cơ quan trước khi in.",
		)
	case id == TheFront:
		return Issuer{}, fault.Invalid(
			"issuerId",
			"Chưa có cơ quan Mặt trận, đoàn thể để in theo thể thức này; hãy thêm ở Cơ quan ban hành.",
		)
	}
	return Issuer{}, fault.Invalid("issuerId", "Không còn cơ quan ban hành này trong danh sách. Hãy chọn lại.")
}

// Issuers lists the bodies in whose name papers go out: those of the office's settings first, with ids of their own, then
// those added here.
func (s *Service) Issuers() ([]Issuer, error) {
	return access.Read(s.gate, "papers.Issuers", AllIssuers)
}

// SuggestIssuer proposes letterhead, symbol and signature of a body that is to be added, from its kind, its short name
// ("Ban Tổ chức", "Chi bộ ấp 3") and the level of the office.
func (s *Service) SuggestIssuer(kind Kind, name string) (Issuer, error) {
	return access.Read(s.gate, "papers.SuggestIssuer", func(tx *store.Tx) (Issuer, error) {
		office, err := units.TheOffice(tx)
		if err != nil {
			return Issuer{}, err
		}
		return suggestIssuer(office, kind, store.CleanLine(name)), nil
	})
}

// SaveIssuer adds (empty ID) or corrects a body that issues papers. Faults: invalid for what could not be printed or signed, a
// name or symbol another body has, or a body of the office's settings; not_found.
func (s *Service) SaveIssuer(in Issuer) (Issuer, error) {
	return access.Write(s.gate, "papers.SaveIssuer", func(tx *store.Tx) (Issuer, error) { return saveIssuer(tx, in) })
}

func saveIssuer(tx *store.Tx, in Issuer) (Issuer, error) {
	all, err := AllIssuers(tx)
	if err != nil {
		return Issuer{}, err
	}
	if in, err = in.checked(all); err != nil {
		return Issuer{}, err
	}
	verb := "Thêm"
	if in.ID == "" {
		in.ID, in.CreatedAt, in.SortOrder = store.NewID(), tx.NowText(), len(all)
	} else {
		var old Issuer
		if err := tx.Where("id = ? AND deleted_at = ''", in.ID).Take(&old).Error; store.Missing(err) {
			return Issuer{}, errNoIssuer
		} else if err != nil {
			return Issuer{}, err
		}
		verb, in.CreatedAt, in.SortOrder = "Sửa", old.CreatedAt, old.SortOrder
	}
	tx.Audit(in.ID, verb+" cơ quan ban hành văn bản "+in.Name+" (ký hiệu "+in.Symbol+").")
	in.Types = TypesOf(in)
	return in, tx.Save(&in).Error
}

var errNoIssuer = fault.NotFound("Không tìm thấy cơ quan ban hành này. Hãy chọn lại trong danh sách.")

// checked cleans what was typed and refuses what could not be printed or signed.
func (i Issuer) checked(all []Issuer) (Issuer, error) {
	var f fault.Fields
	forms := formsOf[i.Kind]
	if i.BuiltIn || slices.ContainsFunc(all, func(each Issuer) bool { return each.BuiltIn && each.ID == i.ID }) {
		return i, fault.Invalid("id", "Cơ quan này lấy từ mục Hệ thống → Cơ quan; hãy sửa ở đó.")
	}
	if len(forms) == 0 {
		f.Add("kind", "Hãy chọn loại cơ quan ban hành: văn phòng, ban, ủy ban kiểm tra, chi bộ, đại hội, chính quyền hoặc Mặt trận.")
	} else if i.Form == "" {
		i.Form = forms[0]
	} else if !slices.Contains(forms, i.Form) {
		f.Add("form", "Cơ quan loại này không ban hành văn bản theo thể thức đã chọn. Hãy chọn lại.")
	}
	lines := []struct {
		field   string
		value   *string
		missing string
	}{
		{"name", &i.Name, "Hãy nhập tên đầy đủ như viết trong câu, ví dụ: Ban Tổ chức Huyện ủy …."},
		{"superior", &i.Superior, ""},
		{
			"head",
			&i.Head,
			"Hãy nhập dòng tên in đậm ở đầu văn bản, ví dụ: BAN TỔ CHỨC.",
		},
		{"symbol", &i.Symbol, "Hãy nhập ký hiệu ghi sau số văn bản, ví dụ: BTCHU."},
		{
			"place",
			&i.Place,
			"",
		},
		{"signAuthority", &i.SignAuthority, ""},
		{"signPosition", &i.SignPosition, ""},
		{"signName", &i.SignName, ""},
		{"archive", &i.Archive, ""},
	}
	for _, line := range lines {
		*line.value = store.CleanLine(*line.value)
		switch {
		case *line.value == "" && line.missing != "":
			f.Add(line.field, line.missing)
		case utf8.RuneCountInString(*line.value) > 150:
			f.Add(line.field, "Dòng này dài quá 150 ký tự; hãy viết gọn lại.")
		}
	}
	if strings.ContainsAny(i.Symbol, " /") || utf8.RuneCountInString(i.Symbol) > 20 {
		f.Add("symbol", "Ký hiệu viết liền, không có dấu cách và dấu gạch chéo, không quá 20 chữ.")
	}
	for _, each := range all {
		if each.ID == i.ID || each.Form != i.Form {
			continue
		}
		if store.FoldName(each.Name) == store.FoldName(i.Name) {
			f.Add("name", "Đã có "+each.Name+" trong danh sách. Hãy sửa dòng đã có hoặc ghi tên khác.")
		}
		if each.Symbol == i.Symbol && i.Kind != Cell { // every cell writes CB
			f.Add("symbol", "Ký hiệu này là của "+each.Name+"; số văn bản hai nơi sẽ trùng nhau. Hãy ghi ký hiệu khác.")
		}
	}
	if len(forms) > 0 {
		i.CheckSignature(i.UsualSignatory(), "signAuthority", &f)
	}
	return i, f.Err()
}

// DeleteIssuer puts a body into the bin; its papers stay. Faults: not_found.
func (s *Service) DeleteIssuer(id string) error {
	return access.Do(s.gate, "papers.DeleteIssuer", func(tx *store.Tx) error { return setDeletedAt(tx, id, tx.NowText(), "Xóa") })
}

// RestoreIssuer takes a body out of the bin. Faults: not_found; invalid when another has its name or symbol by now.
func (s *Service) RestoreIssuer(id string) error {
	return access.Do(s.gate, "papers.RestoreIssuer", func(tx *store.Tx) error { return setDeletedAt(tx, id, "", "Khôi phục") })
}

func setDeletedAt(tx *store.Tx, id, at, did string) error {
	var row Issuer
	if err := tx.Where("id = ? AND (deleted_at = '') = ?", id, at != "").Take(&row).Error; store.Missing(err) {
		return errNoIssuer
	} else if err != nil {
		return err
	}
	if at == "" {
		all, err := AllIssuers(tx)
		if err != nil {
			return err
		}
		if _, err := row.checked(all); err != nil {
			return err
		}
	}
	tx.Audit(id, did+" cơ quan ban hành văn bản "+row.Name+".")
	return tx.Model(&row).UpdateColumn("deleted_at", at).Error
}
