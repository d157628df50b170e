package papers

import (
	"bytes"
	"regexp"

	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// A paper is signed outside the program, with the office's token. A signing program that keeps to ISO 32000-1 leaves the file as it is
// and writes its signature after it (an incremental update, 7.5.6): so the sealed bytes are the exact beginning of the signed file.

var (
	signatureMark = regexp.MustCompile(`/ByteRange\s*\[`)
	redefined     = regexp.MustCompile(`(?:^|[\r\n])(\d{1,7}) 0 obj\b`)
	pageContents  = regexp.MustCompile(`/Contents\s+(\d+ \d+ R|\[[^\]]*\])`)
)

// KeepSigned stores a signed file beside the sealed one it begins with. The same file again is the same. Faults: not_found, conflict as
// of ReadSealed; invalid ("file") for a file that is not the sealed one with a signature after it.
func KeepSigned(tx *store.Tx, id string, content []byte) (Issued, error) {
	p, sealed, err := ReadSealed(tx, id)
	if err != nil {
		return Issued{}, err
	}
	if p.CancelledAt != "" {
		return Issued{}, fault.Conflict("Văn bản " + p.Symbol + " đã hủy nên không nhận bản ký. Hãy xem lại sổ văn bản đi.")
	}
	if why := refuseSigned(p, sealed, content); why != "" {
		return Issued{}, fault.Invalid("file", why)
	}
	row := signedFile{store.NewID(), p.ID, content, hashOf(content), tx.NowText(), tx.UserName}
	var known int64
	if err := tx.Model(&signedFile{}).Where("hash = ?", row.Hash).Count(&known).Error; err != nil || known > 0 {
		return p, err
	}
	p.SignedAt = row.ReceivedAt
	return p, tx.Create(&row).Error
}

// refuseSigned says why a file is not the sealed paper with a signature after it; "" when it is.
func refuseSigned(p Issued, sealed, content []byte) string {
	switch {
	case !bytes.HasPrefix(content, []byte("%PDF-")):
		return "Tệp này không phải PDF. Hãy chọn tệp PDF đã ký số."
	case bytes.Equal(content, sealed):
		return "Tệp này là bản đã ban hành, chưa có chữ ký số. Hãy ký bằng phần mềm ký số rồi chọn tệp đã ký."
	case !bytes.HasPrefix(content, sealed):
		return "Tệp này không bắt đầu bằng đúng bản đã ban hành của " + p.Symbol +
			". Hãy mở bản đã ban hành trong sổ, lưu ra, ký đúng tệp ấy (không in lại hay lưu lại bằng chương trình khác) rồi chọn tệp đã ký."
	}
	added := content[len(sealed):]
	if !signatureMark.Match(added) || !endsWhole(added) {
		return "Sau bản đã ban hành của " + p.Symbol + " có phần nối thêm nhưng không phải chữ ký số trọn vẹn. Hãy ký lại rồi chọn tệp đã ký."
	}
	if page := changedContent(sealed, added); page != "" {
		return "Phần nối thêm sau bản đã ban hành của " + p.Symbol + " thay nội dung đã in (" + page +
			"), không chỉ thêm chữ ký. Không nhận tệp này. Hãy ký lại từ bản đã ban hành."
	}
	return ""
}

// endsWhole tells that an update ends as a PDF does.
func endsWhole(added []byte) bool {
	return bytes.HasSuffix(bytes.TrimRight(added, "\r\n "), []byte("%%EOF"))
}

// changedContent names an object of the sealed file that an update replaces although it is what the pages show: a stream other than the
// metadata, or a page that gets other contents. "" for none. Objects that an update packs into streams are not seen.
func changedContent(sealed, added []byte) string {
	for _, found := range redefined.FindAllSubmatchIndex(added, -1) {
		number := string(added[found[2]:found[3]])
		at := bytes.Index(sealed, []byte("\n"+number+" 0 obj\n"))
		if at < 0 {
			continue // a new object
		}
		was, _, _ := bytes.Cut(sealed[at:], []byte("\nendobj"))
		now, _, _ := bytes.Cut(added[found[2]:], []byte("endobj"))
		isStream := bytes.Contains(was, []byte("\nstream\n")) && !bytes.Contains(was, []byte("/Type /Metadata"))
		otherContents := bytes.Contains(was, []byte("/Type /Page\n")) &&
			!bytes.Equal(firstGroup(pageContents, was), firstGroup(pageContents, now))
		if isStream || otherContents {
			return "đối tượng " + number
		}
	}
	return ""
}

func firstGroup(pattern *regexp.Regexp, text []byte) []byte {
	if found := pattern.FindSubmatch(text); found != nil {
		return found[1]
	}
	return nil
}

// ReadSigned gives the last signed file of a paper, byte for byte. Faults: not_found when there is none; conflict when it is not what was
// received.
func ReadSigned(tx *store.Tx, id string) (Issued, []byte, error) {
	p, err := Get(tx, id)
	if err != nil {
		return Issued{}, nil, err
	}
	var file signedFile
	err = tx.Where("paper_id = ?", id).Order("received_at DESC, id DESC").Take(&file).Error
	switch {
	case store.Missing(err):
		return Issued{}, nil, fault.NotFound("Văn bản " + p.Symbol + " chưa có bản đã ký. Hãy nhận bản đã ký trước.")
	case err == nil && hashOf(file.Content) != file.Hash:
		return Issued{}, nil, errTampered
	}
	return p, file.Content, err
}

// readSignedAt fills in when each paper last came back signed.
func readSignedAt(tx *store.Tx, list []Issued) error {
	ids := make([]string, len(list))
	at := map[string]*Issued{}
	for i, p := range list {
		ids[i], at[p.ID] = p.ID, &list[i]
	}
	var rows []struct{ PaperID, At string }
	err := tx.Model(&signedFile{}).
		Select("paper_id, MAX(received_at) AS at").
		Where("paper_id IN ?", ids).
		Group("paper_id").
		Scan(&rows).
		Error
	for _, r := range rows {
		at[r.PaperID].SignedAt = r.At
	}
	return err
}

// countTamperedSigned counts the signed files that are not what was received, or no longer begin with what was sealed.
func countTamperedSigned(tx *store.Tx) (int, error) {
	var broken int64
	err := tx.Raw(`SELECT count(*) FROM issued_signed s JOIN issued_file f ON f.paper_id = s.paper_id
		WHERE substr(s.content, 1, length(f.content)) <> f.content`).Scan(&broken).Error
	if err != nil {
		return 0, err
	}
	rows, err := tx.Model(&signedFile{}).Select("content, hash").Rows()
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var content []byte
		var hash string
		if err := rows.Scan(&content, &hash); err != nil {
			return 0, err
		}
		if hashOf(content) != hash {
			broken++
		}
	}
	return int(broken), rows.Err()
}
