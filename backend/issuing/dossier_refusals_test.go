package issuing

import (
	"strings"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/papers"
	"caunoi/backend/sessions"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
	"caunoi/backend/typeset/typesettest"
)

// What cannot be laid before the session is said in the contents and at the screen; nothing else is lost.
func TestDossierNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	o, ids, s, sealed := sealedSession(t)
	layBefore(
		t,
		o.Store,
		ids["phien"],
		2,
		sessions.PaperInput{Title: "Báo cáo chưa chọn kỳ", Input: `{"report":"R20"}`},
		sessions.PaperInput{Title: "Mẫu đã bỏ", Input: `{"report":"R999"}`},
	)
	storetest.Write(t, o.Store, func(tx *store.Tx) error {
		_, err := papers.CancelPaper(tx, sealed.ID, "Ghi sai số liệu")
		return err
	})
	printed, err := s.Dossier(DossierInput{SessionID: ids["phien"]})
	if err != nil {
		t.Fatal(err)
	}
	contents := readDossier(t, fileOf(t, o, printed)).pages[1]
	for _, want := range []string{"văn bản đã thu hồi, không đưa vào hồ sơ", "Báo cáo chưa chọn kỳ chưa có bản in",
		"Mẫu đã bỏ chưa có bản in"} {
		if !strings.Contains(contents, typesettest.Squeeze(want)) {
			t.Errorf("the contents do not say %q: %s", want, contents)
		}
	}
	if strings.Contains(contents, typesettest.Squeeze("hãy chọn")) {
		t.Errorf("the contents tell the reader what the clerk has to do: %s", contents)
	}
	if warned := strings.Join(
		printed.Warnings,
		" ",
	); strings.Count(warned, "Mục lục ghi") != 3 ||
		!strings.Contains(
			warned,
			"“Báo cáo chưa chọn kỳ”: hãy chọn kỳ báo cáo",
		) || !strings.Contains(warned, "“Mẫu đã bỏ”: không có báo cáo này") {
		t.Errorf("warnings %q", printed.Warnings)
	}
}

func TestDossierRefuses(t *testing.T) {
	t.Parallel()
	o, ids, s, _ := sealedSession(t)
	change := func(how func(*sessions.Input)) string {
		var id string
		storetest.Write(t, o.Store, func(tx *store.Tx) error {
			in := sessions.Input{
				Body:  sessions.BodyOther,
				Title: "Phiên thử",
				Day:   "2026-11-25",
				Items: []sessions.ItemInput{{Title: "Việc"}},
			}
			how(&in)
			v, err := sessions.Save(tx, in)
			id = v.ID
			return err
		})
		return id
	}
	bin := change(func(*sessions.Input) {})
	if err := sessions.New(o.Gate).Delete(bin); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		in   DossierInput
		code fault.Code
		says string
	}{
		{"no session", DossierInput{}, fault.CodeNotFound, "Không còn phiên họp"},
		{
			"an empty agenda",
			DossierInput{SessionID: change(func(in *sessions.Input) { in.Items = nil })},
			fault.CodeConflict,
			"chưa có nội dung nào",
		},
		{
			"called off",
			DossierInput{SessionID: change(func(in *sessions.Input) { in.State = sessions.CalledOff })},
			fault.CodeConflict,
			"đã hủy",
		},
		{"in the bin", DossierInput{SessionID: bin}, fault.CodeConflict, "thùng rác"},
		{
			"copies for nobody",
			DossierInput{SessionID: change(func(*sessions.Input) {}), Copies: true},
			fault.CodeConflict,
			"chưa có ai nhận tài liệu",
		},
	}
	for _, tt := range tests {
		_, err := s.Dossier(tt.in)
		if !fault.Is(err, tt.code) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	o.SignOut(t)
	if _, err := s.Dossier(DossierInput{SessionID: ids["phien"]}); !fault.Is(err, fault.CodeSignedOut) {
		t.Errorf("made without signing in: %v", err)
	}
}
