package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/issuing"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// mostSignedFile bounds a file given to be read whole, as in the window.
const mostSignedFile = 64 << 20

// verifyPrint says which issued paper a file or the letters of a print are, and refuses what is not as it was issued.
func verifyPrint(j job) error {
	if strings.EqualFold(filepath.Ext(j.words[0]), ".db") {
		return verifyBackup(j)
	}
	var found papers.CheckedPrint
	err := j.read(func(tx *store.Tx) (err error) {
		if _, missing := os.Stat(j.words[0]); missing != nil && document.ReadProofLetters(j.words[0]) != "" {
			found, err = papers.CheckLetters(tx, j.words[0])
			return err
		}
		content, err := readSmall(j.words[0])
		if err != nil {
			return err
		}
		found, err = papers.CheckFile(tx, content)
		return err
	})
	if err != nil {
		return err
	}
	if found.Verdict == papers.Changed || found.Verdict == papers.Unknown {
		return fault.Conflict(found.Sentence)
	}
	fmt.Fprintln(j.out, found.Sentence)
	return nil
}

// receiveSigned keeps a file signed outside beside the sealed paper.
func receiveSigned(j job) error {
	content, err := readSmall(j.words[1])
	if err != nil {
		return err
	}
	return j.write("cli.signed", func(tx *store.Tx) error {
		p, err := papers.FindByIDOrSymbol(tx, j.words[0])
		if err != nil {
			return err
		}
		if p, err = issuing.KeepSigned(tx, p.ID, content); err != nil {
			return err
		}
		fmt.Fprintf(j.out, "Đã nhận bản đã ký của %s, ngày %s.\n", p.Symbol, p.Day.Show())
		return nil
	})
}

// readSmall reads a file a person named.
func readSmall(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > mostSignedFile {
		return nil, fault.Invalid(
			"file",
			fmt.Sprintf("Tệp “%s” lớn hơn 64 MB, không phải văn bản của chương trình. Hãy chọn đúng tệp.", path),
		)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.Unavailable(fmt.Sprintf("Không đọc được tệp “%s”. Hãy kiểm tra đường dẫn và quyền đọc.", path))
	}
	return content, nil
}
