package access_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func refused(t *testing.T, name string, err error, field, words string) {
	t.Helper()
	e, ok := fault.Of(err)
	if !ok || !strings.Contains(e.Message, words) || field != "" && !strings.Contains(e.Fields[field], words) {
		t.Errorf("%s: want %q at %q, got %v", name, words, field, err)
	}
}

// What cannot be an account is refused at its field, and an account is stored as typed.
func TestAccounts(t *testing.T) {
	o := accesstest.Open(t)
	service := access.New(o.Gate)
	good := access.UserInput{Login: " Van.Phong ", Name: " Người  mẫu ", Position: access.ChuyenVien, Password: "mat-khau-dai"}
	for name, c := range map[string]struct {
		spoil        func(*access.UserInput)
		field, words string
	}{
		"a letter":          {func(u *access.UserInput) { u.Login = "a" }, "login", "2 đến 30"},
		"31 letters":        {func(u *access.UserInput) { u.Login = strings.Repeat("a", 31) }, "login", "2 đến 30"},
		"taken":             {func(u *access.UserInput) { u.Login = "QUANTRI" }, "login", "đã có"},
		"no name":           {func(u *access.UserInput) { u.Name = " " }, "name", "họ và tên"},
		"a name of 201":     {func(u *access.UserInput) { u.Name = strings.Repeat("a", 201) }, "name", "200"},
		"no role":           {func(u *access.UserInput) { u.Position = "khach" }, "position", "vai trò"},
		"7 letters":         {func(u *access.UserInput) { u.Password = "bay-chu" }, "password", "8 ký tự"},
		"the login again":   {func(u *access.UserInput) { u.Password = "VAN.phong" }, "password", "trùng tên đăng nhập"},
		"an account it had": {func(u *access.UserInput) { u.ID = "khong-co" }, "", "Không còn tài khoản"},
	} {
		in := good
		c.spoil(&in)
		_, err := service.SaveUser(in)
		refused(t, name, err, c.field, c.words)
	}
	for _, edge := range []func(*access.UserInput){
		func(u *access.UserInput) { u.Login, u.Password = "ab", "tam-chu." },
		func(u *access.UserInput) { u.Login, u.Name = strings.Repeat("a", 30), strings.Repeat("a", 200) },
	} {
		in := good
		edge(&in)
		if _, err := service.SaveUser(in); err != nil {
			t.Errorf("%+v: %v", in, err)
		}
	}
	made, err := service.SaveUser(good)
	if err != nil || made.Login != "van.phong" || made.Name != "Người mẫu" || made.Role != access.ChuyenVien || !made.Active ||
		made.CreatedAt != "2026-11-22T05:00:00Z" {
		t.Fatalf("%+v %v", made, err)
	}
	changed, err := service.SaveUser(access.UserInput{ID: made.ID, Login: "vp", Name: "Khác", Position: access.LanhDao})
	if err != nil || changed.Login != "vp" || changed.Name != "Khác" || changed.Role != access.LanhDao || changed.Active {
		t.Errorf("%+v %v", changed, err)
	}
	if _, err := service.SignIn(access.Credentials{Login: "vp", Password: "mat-khau-dai"}); err == nil {
		t.Error("an account that is not active signed in")
	}
	refused(t, "weak", service.ResetPassword(made.ID, "ngan"), "password", "8 ký tự")
	refused(t, "whose?", service.ResetPassword("khong-co", "mat-khau-moi"), "", "Không còn tài khoản")
	if _, err := service.SaveUser(
		access.UserInput{ID: made.ID, Login: "vp", Name: "Khác", Position: access.LanhDao, Active: true},
	); err != nil {
		t.Fatal(err)
	}
	if err := service.ResetPassword(made.ID, "mat-khau-moi"); err != nil {
		t.Fatal(err)
	}
	if _, err := service.SignIn(access.Credentials{Login: " VP ", Password: "mat-khau-moi"}); err != nil {
		t.Error(err)
	}
	refused(t, "a wrong one", service.ChangePassword(access.PasswordChange{Current: "sai", Next: "mat-khau-khac"}), "current", "không đúng")
	refused(t, "weak", service.ChangePassword(access.PasswordChange{Current: "mat-khau-moi", Next: "ngan"}), "next", "8 ký tự")
	if err := service.ChangePassword(access.PasswordChange{Current: "mat-khau-moi", Next: "mat-khau-khac"}); err != nil {
		t.Error(err)
	}
	if _, err := service.SignIn(access.Credentials{Login: "vp", Password: "mat-khau-khac"}); err != nil {
		t.Error(err)
	}
}

// The list says what the gate would say.
func TestPermittedIsWhatTheGateLetsThrough(t *testing.T) {
	o := accesstest.Open(t)
	for _, r := range access.Roles {
		o.SignIn(t, r.Role)
		list, err := access.New(o.Gate).Permitted()
		if err != nil {
			t.Fatal(err)
		}
		for _, action := range access.Actions() {
			_, refusal := access.Read(o.Gate, action, func(*store.Tx) (bool, error) { return true, nil })
			if slices.Contains(list, action) != (refusal == nil) {
				t.Errorf("%s %s: listed %t, the gate says %v", r.Role, action, refusal != nil, refusal)
			}
		}
	}
}

// The trail goes back page by page, the newest first, and says who did what.
func TestTrail(t *testing.T) {
	o := accesstest.Open(t)
	service := access.New(o.Gate)
	for range 201 {
		storetest.Write(t, o.Store, func(*store.Tx) error { return nil })
	}
	if err := service.Lock(); err != nil {
		t.Fatal(err)
	}
	if _, err := service.Unlock(accesstest.Password); err != nil {
		t.Fatal(err)
	}
	first, err := service.Trail("")
	if err != nil || len(first) != 200 || first[0].Action != "access.Unlock" || first[1].Action != "access.Lock" ||
		first[2].Action != "test" {
		t.Fatalf("%d entries, %+v, %v", len(first), first[:3], err)
	}
	if e := first[1]; e.Detail != "Khóa bàn làm việc." || e.UserName != "Người thử Quản trị" || e.UserID == "" || e.Subject != e.UserID ||
		!strings.HasPrefix(e.At, "2026-11-22T05:00:00") {
		t.Errorf("%+v", e)
	}
	rest, err := service.Trail(first[199].ID)
	if err != nil || len(rest) == 0 || rest[0].ID >= first[199].ID ||
		rest[len(rest)-1].Action != "access.SignIn" && rest[len(rest)-1].Action != "test" {
		t.Errorf("%d more, %v", len(rest), err)
	}
	o.SignOut(t)
	o.SignIn(t, access.QuanTri)
	if out, err := service.Trail(""); err != nil || out[1].Detail != "Đăng xuất." || out[0].Detail != "Người thử Quản trị đăng nhập." {
		t.Errorf("%+v %v", out[:2], err)
	}
}

// A password kept under an older, cheaper work is stored anew when it is typed; a right one forgets the wrong ones.
func TestAPasswordFollowsTheCost(t *testing.T) {
	o := accesstest.Open(t)
	kept := func() (u access.User) {
		storetest.Read(t, o.Store, func(tx *store.Tx) error { return tx.Where("login = 'lanhdao'").Take(&u).Error })
		return u
	}
	dearer := access.NewGate(o.Store, slog.New(slog.DiscardHandler), access.WithPasswordCost(2, 16))
	dearer.Opened(nil)
	before, service := kept(), access.New(dearer)
	if _, err := service.SignIn(access.Credentials{Login: "lanhdao", Password: "sai"}); err == nil || kept().Failures != 1 {
		t.Errorf("%v, %d failures", err, kept().Failures)
	}
	if _, err := service.SignIn(access.Credentials{Login: "lanhdao", Password: accesstest.Password}); err != nil {
		t.Fatal(err)
	}
	after := kept()
	if before.Password == after.Password || !strings.Contains(after.Password, "$m=16,t=2,p=1$") || after.Failures != 0 {
		t.Errorf("%q, then %q, %d failures", before.Password, after.Password, after.Failures)
	}
	if _, err := service.SignIn(
		access.Credentials{Login: "lanhdao", Password: accesstest.Password},
	); err != nil ||
		kept().Password != after.Password {
		t.Errorf("stored anew without need, %v", err)
	}
}

func TestAFileIsServedAsWhatItIs(t *testing.T) {
	file := access.File{Name: "Báo cáo.pdf", Type: "application/pdf", Content: []byte("%PDF")}
	for path, saved := range map[string]string{"/files/x": "",
		"/files/x?tai-ve=1": "attachment; filename*=utf-8''B%C3%A1o%20c%C3%A1o.pdf"} {
		answer := httptest.NewRecorder()
		file.Serve(answer, httptest.NewRequest(http.MethodGet, path, nil))
		head := answer.Header()
		if head.Get("Content-Type") != file.Type || head.Get("X-Content-Type-Options") != "nosniff" ||
			head.Get("Cache-Control") != "no-store" ||
			head.Get("Content-Disposition") != saved ||
			answer.Body.String() != "%PDF" {
			t.Errorf("%s: %v %q", path, head, answer.Body)
		}
	}
}

// What nobody foresaw is in the log under the id the person reads, with the words of a program error and without values.
func TestADefectIsLogged(t *testing.T) {
	var log bytes.Buffer
	gate := access.NewGate(storetest.Open(t), slog.New(slog.NewTextHandler(&log, nil)))
	gate.Opened(nil)
	_, err := access.Read(gate, "desk.Status", func(*store.Tx) (int, error) { var none []int; return none[len(log.String())], nil })
	e, _ := fault.Of(err)
	if text := log.String(); e == nil || !strings.Contains(text, "id="+e.ID) || !strings.Contains(e.Message, e.ID) ||
		!strings.Contains(
			text,
			"index out of range",
		) || !strings.Contains(text, "action=desk.Status") || !strings.Contains(text, "accounts_test.go") {
		t.Errorf("%v\n%s", err, text)
	}
}
