package papers

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Seal stores an issued paper with its file; from then on neither changes. The caller has checked the number with
// NumberSeries.CheckNumber. What follows from the series and the moment is filled in here. Faults: invalid ("number") when
// the number was taken meanwhile.
func Seal(tx *store.Tx, series *NumberSeries, p Issued, content []byte) (Issued, error) {
	p.Hash = hashOf(content)
	p, err := record(tx, series, p)
	if err != nil {
		return Issued{}, err
	}
	if err := tx.Create(&sealedFile{PaperID: p.ID, Content: content, Hash: p.Hash}).Error; err != nil {
		return Issued{}, err
	}
	return p.relate(tx)
}

// record writes the row of an issued paper.
func record(tx *store.Tx, series *NumberSeries, p Issued) (Issued, error) {
	p.ID, p.IssuedAt, p.IssuedBy = store.NewID(), tx.NowText(), tx.UserName
	p.Form, p.IssuerID, p.IssuerKey = series.Form, series.IssuerID, series.IssuerKey
	p.Series, p.SeriesKey, p.SpanKey = series.Series, series.Run, series.SpanKey
	p.Symbol = document.SymbolText(series.Form, document.Numeral(p.Number, p.Suffix), series.Series, series.Symbol)
	if p.Recipients == nil {
		p.Recipients = []string{}
	}
	p.Fold = store.Fold(strings.Join([]string{p.Symbol, p.TypeName, p.Subject, p.Issuer, p.Signer, strings.Join(p.Recipients, " ")}, " "))
	err := tx.Create(&p).Error
	if store.Duplicate(err) {
		return Issued{}, fault.Invalid(
			"number",
			"Số "+document.Numeral(p.Number, p.Suffix)+" vừa được dùng cho văn bản khác. Hãy xem lại số tiếp theo rồi ban hành lại.",
		)
	}
	return p, err
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// Get reads one issued paper with its snapshot, without its file. Faults: not_found.
func Get(tx *store.Tx, id string) (Issued, error) {
	var p Issued
	err := tx.Where("id = ?", id).Take(&p).Error
	if store.Missing(err) {
		return Issued{}, errNoPaper
	}
	if err != nil {
		return Issued{}, err
	}
	list := []Issued{p}
	err = complete(tx, list)
	return list[0], err
}

// FindByIDOrSymbol reads one issued paper by its id or by its symbol "12-BC/HU". A symbol is not the name of a paper: quyết định and
// quy định both print QĐ, and numbers begin anew with the term. Faults: not_found; conflict for a symbol that several papers bear.
func FindByIDOrSymbol(tx *store.Tx, idOrSymbol string) (Issued, error) {
	var found []Issued
	text := store.CleanLine(idOrSymbol)
	err := tx.Select("id", "symbol", "day", "type_name", "subject").
		Where("id = ? OR symbol = ?", text, text).
		Order("day, id").
		Find(&found).
		Error
	if err != nil || len(found) == 0 {
		return Issued{}, cmp.Or(err, error(errNoPaper))
	}
	if len(found) > 1 {
		said := make([]string, len(found))
		for i, p := range found {
			said[i] = p.Title() + " (mã " + p.ID + ")"
		}
		return Issued{}, fault.Conflict(
			"Có " + strconv.Itoa(len(found)) + " văn bản cùng mang số " + text + ": " + strings.Join(said, "; ") +
				". Hãy ghi mã của văn bản.",
		)
	}
	return Get(tx, found[0].ID)
}

// Title names a paper as running text does: "Báo cáo số 12-BC/HU, ngày 05/02/2026".
func (p Issued) Title() string {
	return document.JoinParts(" ", p.TypeName, "số "+p.Symbol+", ngày "+p.Day.Show())
}

var errNoPaper = fault.NotFound("Không tìm thấy văn bản này trong sổ văn bản đi.")

var errTampered = fault.Conflict(
	"Bản lưu của văn bản này không còn nguyên như khi ban hành nên không in lại. Hãy khôi phục dữ liệu từ bản sao lưu gần nhất và báo cho người quản trị.",
)

// ReadSealed gives an issued paper with its file, byte for byte as it went out. Faults: not_found; conflict for a paper written
// elsewhere, which has no file here, and for a file that is not the one sealed.
func ReadSealed(tx *store.Tx, id string) (Issued, []byte, error) {
	p, err := Get(tx, id)
	if err != nil {
		return Issued{}, nil, err
	}
	if p.Origin == FromOutside {
		return Issued{}, nil, fault.Conflict(
			"Văn bản " + p.Symbol + " soạn ngoài chương trình, ở đây không có bản lưu. Hãy lấy bản gốc ở hồ sơ lưu.",
		)
	}
	var file sealedFile
	err = tx.Where("paper_id = ?", id).Take(&file).Error
	if store.Missing(err) || err == nil && (file.Hash != p.Hash || hashOf(file.Content) != p.Hash) {
		return Issued{}, nil, errTampered
	}
	return p, file.Content, err
}

// RecordReprint notes that a sealed paper was printed again and gives it with the new count.
func RecordReprint(tx *store.Tx, p Issued) (Issued, error) {
	if err := tx.Create(&reprint{ID: store.NewID(), PaperID: p.ID, At: tx.NowText(), UserName: tx.UserName}).Error; err != nil {
		return Issued{}, err
	}
	p.Reprints++
	return p, nil
}

// complete fills in what is kept beside the papers themselves.
func complete(tx *store.Tx, list []Issued) error {
	if err := countReprints(tx, list); err != nil {
		return err
	}
	return addRelated(tx, list)
}

// countReprints fills in how often each paper was printed again, and when it came back signed.
func countReprints(tx *store.Tx, list []Issued) error {
	ids := make([]string, len(list))
	for i, p := range list {
		ids[i] = p.ID
	}
	var rows []struct {
		PaperID string
		N       int
	}
	err := tx.Model(&reprint{}).Select("paper_id, COUNT(*) AS n").Where("paper_id IN ?", ids).Group("paper_id").Scan(&rows).Error
	for _, r := range rows {
		for i := range list {
			if list[i].ID == r.PaperID {
				list[i].Reprints = r.N
			}
		}
	}
	if err != nil {
		return err
	}
	return readSignedAt(tx, list)
}

// IssuedOfReport lists what was issued of one report, newest first, with the choices it was made from; form "" and period "" mean
// all of them.
func IssuedOfReport(tx *store.Tx, report string, form document.Form, period dates.Period) ([]Issued, error) {
	list := []Issued{}
	q := tx.Omit("snapshot").Where("report = ?", report)
	if form != "" {
		q = q.Where("form = ?", form)
	}
	if period != "" {
		q = q.Where("period = ?", period)
	}
	if err := q.Order("day DESC, id DESC").Find(&list).Error; err != nil {
		return nil, err
	}
	return list, complete(tx, list)
}

// CountTampered counts the sealed files that are not what was sealed. It reads every file.
func CountTampered(tx *store.Tx) (int, error) {
	rows, err := tx.Model(&sealedFile{}).
		Joins("JOIN issued_paper p ON p.id = issued_file.paper_id").
		Select("issued_file.content, issued_file.hash, p.hash").
		Rows()
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	broken := 0
	for rows.Next() {
		var content []byte
		var ofFile, ofPaper string
		if err := rows.Scan(&content, &ofFile, &ofPaper); err != nil {
			return 0, err
		}
		if sum := hashOf(content); sum != ofFile || sum != ofPaper {
			broken++
		}
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	signed, err := countTamperedSigned(tx)
	return broken + signed, err
}

// MarkDraftIssued ties the wording of a paper to the issued paper it became, so that the next issue begins with a fresh one.
func MarkDraftIssued(tx *store.Tx, issuedID string, of Draft) error {
	return tx.Model(&Draft{}).
		Where("report = ? AND period = ? AND unit_id = ? AND form = ? AND issuer_id = ? AND issued_id = ''",
			of.Report, of.Period, of.UnitID, of.Form, of.IssuerID).
		Update("issued_id", issuedID).Error
}
