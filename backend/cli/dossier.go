package main

import (
	"fmt"

	"caunoi/backend/fault"
	"caunoi/backend/issuing"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// printDossier writes the dossier of a session, or lists the sessions there are.
func printDossier(j job) error {
	if !j.flags.has("out") {
		return j.read(func(tx *store.Tx) error {
			page, err := sessions.List(tx, sessions.Filter{})
			for _, s := range page.Items {
				fmt.Fprintf(j.out, "%s\t%s\t%s\n", s.ID, s.Day.Show(), s.Title)
			}
			return err
		})
	}
	in := issuing.DossierInput{
		Copies:       j.flags.has("copies"),
		Duplex:       j.flags.has("duplex"),
		ContentsOnly: j.flags.has("contents-only"),
	}
	if len(j.words) > 0 {
		in.SessionID = j.words[0]
	}
	var file typeset.PDF
	err := j.read(func(tx *store.Tx) (err error) {
		file, err = issuing.PrintDossier(tx, in)
		return err
	})
	if err != nil {
		return err
	}
	for _, warning := range file.Warnings {
		fmt.Fprintln(j.err, warning)
	}
	out := j.flags.get("out", "")
	if err := writeWhole(out, file.Bytes); err != nil {
		return fault.Unavailable(fmt.Sprintf("Không ghi được tệp “%s”. Hãy kiểm tra thư mục, quyền ghi, hoặc đóng tệp nếu đang mở.", out))
	}
	fmt.Fprintf(j.out, "Đã in hồ sơ phiên họp: %s (%d trang)\n", out, file.Pages)
	return nil
}
