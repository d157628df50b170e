package access_test

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

func TestNobodyAndLockedAreRefused(t *testing.T) {
	o := accesstest.Open(t)
	service := access.New(o.Gate)
	if _, err := service.Users(); err != nil {
		t.Fatal(err)
	}
	if err := service.Lock(); err != nil {
		t.Fatal(err)
	}
	if _, err := service.Users(); !fault.Is(err, fault.CodeSignedOut) {
		t.Fatalf("locked: %v", err)
	}
	if _, err := service.Unlock("sai mật khẩu"); err == nil {
		t.Fatal("a wrong password unlocked")
	}
	if _, err := service.Unlock(accesstest.Password); err != nil {
		t.Fatal(err)
	}
	o.SignOut(t)
	if _, err := service.Users(); !fault.Is(err, fault.CodeSignedOut) {
		t.Fatalf("signed out: %v", err)
	}
}

func TestRolesAreRefusedByTheTable(t *testing.T) {
	o := accesstest.Open(t)
	o.SignIn(t, access.ChuyenVien)
	if _, err := access.New(o.Gate).Users(); !fault.Is(err, fault.CodeForbidden) {
		t.Fatalf("got %v", err)
	}
	if access.Permits(access.QuanTri, "units.NotInTheTable") {
		t.Fatal("an unknown action was permitted")
	}
}

func TestWrongPasswordsAreSlowedDownAndCounted(t *testing.T) {
	o := accesstest.Open(t)
	now := storetest.Noon
	o.Store.Clock = func() time.Time { return now }
	service := access.New(o.Gate)
	wrong := access.Credentials{Login: "lanhdao", Password: "không đúng"}
	right := access.Credentials{Login: "lanhdao", Password: accesstest.Password}
	var text string
	for range 5 {
		_, err := service.SignIn(wrong)
		text = err.Error()
	}
	_, unknown := service.SignIn(access.Credentials{Login: "khongco", Password: "x"})
	if unknown.Error() != text {
		t.Fatalf("an unknown login answers %q, a known one %q", unknown, text)
	}
	if _, err := service.SignIn(right); !fault.Is(err, fault.CodeConflict) {
		t.Fatalf("no wait after five failures: %v", err)
	}
	now = now.Add(16 * time.Second)
	if _, err := service.SignIn(right); err != nil {
		t.Fatal(err)
	}
	now = now.Add(-10 * 365 * 24 * time.Hour)
	if _, err := service.SignIn(right); err != nil {
		t.Fatalf("a clock set back locked the account: %v", err)
	}
}

func TestPanicBecomesAnErrorAndTellsNothing(t *testing.T) {
	var log bytes.Buffer
	s := storetest.Open(t)
	gate := access.NewGate(s, slog.New(slog.NewTextHandler(&log, nil)))
	gate.Opened(nil)
	const canary = "Họ tên rất riêng tư"
	for _, fail := range []func(){
		func() { panic(canary) },
		func() { var none []int; _ = none[len(canary)] },
	} {
		_, err := access.Write(gate, "desk.SetUp", func(tx *store.Tx) (string, error) {
			if err := tx.SetSetting("x", canary); err != nil {
				return "", err
			}
			fail()
			return canary, nil
		})
		e, ok := fault.Of(err)
		if !ok || e.Code != fault.CodeInternal || e.ID == "" {
			t.Fatalf("got %v", err)
		}
	}
	_, err := access.Read(gate, "desk.Status", func(*store.Tx) (int, error) { return 7, errors.New("lỗi lạ") })
	if e, ok := fault.Of(err); !ok || strings.Contains(e.Message, "lỗi lạ") {
		t.Fatalf("got %v", err)
	}
	if strings.Contains(log.String(), canary) {
		t.Fatalf("the log holds what a person typed:\n%s", &log)
	}
	storetest.Read(t, s, func(tx *store.Tx) error {
		got := ""
		if err := tx.Setting("x", &got); err != nil || got != "" {
			t.Errorf("a write that panicked left %q, %v", got, err)
		}
		return nil
	})
}

func TestCallsWaitForTheDeskToOpen(t *testing.T) {
	gate := access.NewGate(storetest.Open(t), slog.New(slog.DiscardHandler))
	answer := make(chan error, 1)
	go func() {
		_, err := access.New(gate).Status()
		answer <- err
	}()
	select {
	case <-answer:
		t.Fatal("answered before the desk was open")
	case <-time.After(20 * time.Millisecond):
	}
	gate.Opened(fault.Unavailable("Đĩa đầy."))
	if err := <-answer; !fault.Is(err, fault.CodeUnavailable) {
		t.Fatalf("got %v", err)
	}
}

func TestLastAdministratorStays(t *testing.T) {
	o := accesstest.Open(t)
	service := access.New(o.Gate)
	users, err := service.Users()
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range users {
		if u.Role != access.QuanTri {
			continue
		}
		_, err := service.SaveUser(access.UserInput{ID: u.ID, Login: u.Login, Name: u.Name, Position: access.LanhDao, Active: true})
		if !fault.Is(err, fault.CodeConflict) {
			t.Fatalf("got %v", err)
		}
	}
}

func TestBadAccountsAreExplainedFieldByField(t *testing.T) {
	o := accesstest.Open(t)
	service := access.New(o.Gate)
	_, err := service.SaveUser(access.UserInput{Login: "Có dấu!", Position: "vua", Password: "ngắn"})
	e, _ := fault.Of(err)
	for _, field := range []string{"login", "name", "position", "password"} {
		if e == nil || e.Fields[field] == "" {
			t.Errorf("no word about %s: %v", field, err)
		}
	}
	_, err = service.SaveUser(access.UserInput{Login: "quantri", Name: "Trùng", Position: access.LanhDao, Password: "mat-khau-khac"})
	if !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("duplicate login: %v", err)
	}
}

func TestOwnPasswordNeedsTheCurrentOne(t *testing.T) {
	o := accesstest.Open(t)
	service := access.New(o.Gate)
	if err := service.ChangePassword(access.PasswordChange{Current: "sai", Next: "mot-mat-khau-moi"}); !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("got %v", err)
	}
	if err := service.ChangePassword(access.PasswordChange{Current: accesstest.Password, Next: "mot-mat-khau-moi"}); err != nil {
		t.Fatal(err)
	}
	if _, err := service.SignIn(access.Credentials{Login: "QUANTRI ", Password: "mot-mat-khau-moi"}); err != nil {
		t.Fatal(err)
	}
}
