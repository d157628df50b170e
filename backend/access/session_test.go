package access_test

import (
	"sync"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// twoOffices puts a gate before the first of two offices. Both have the same logins, but the second one other passwords.
func twoOffices(t *testing.T) (first *accesstest.Office, second *store.Store) {
	t.Helper()
	other := accesstest.Around(t, storetest.Open(t))
	for _, r := range access.Roles {
		other.SignIn(t, r.Role)
		change := access.PasswordChange{Current: accesstest.Password, Next: "mat-khau-noi-khac"}
		if err := access.New(other.Gate).ChangePassword(change); err != nil {
			t.Fatal(err)
		}
	}
	return accesstest.Around(t, storetest.Open(t)), other.Store
}

// heldUp calls do and holds it up inside its transaction, where a password is checked, until meanwhile has ended.
func heldUp(o *accesstest.Office, do func() error, meanwhile func()) error {
	inside, release := make(chan struct{}), make(chan struct{})
	var once sync.Once
	clock := o.Store.Clock
	o.Store.Clock = func() time.Time {
		once.Do(func() {
			close(inside)
			<-release
		})
		return clock()
	}
	answer := make(chan error)
	go func() { answer <- do() }()
	<-inside
	meanwhile()
	close(release)
	err := <-answer
	o.Store.Clock = clock
	return err
}

// A password that was checked at one office, or for a session that has ended since, lets nobody in.
func TestASignInThatCameTooLateLetsNobodyIn(t *testing.T) {
	swapped := func(g *access.Gate, _ *access.Service, other *store.Store) { g.Swap(other); g.Opened(nil) }
	for name, tt := range map[string]struct {
		unlock    bool
		meanwhile func(g *access.Gate, service *access.Service, other *store.Store)
	}{
		"signing in, the office swapped":      {false, swapped},
		"unlocking, the office swapped":       {true, swapped},
		"signing in, the office being opened": {false, func(g *access.Gate, _ *access.Service, other *store.Store) { g.Swap(other) }},
		"unlocking, the session ended":        {true, func(g *access.Gate, _ *access.Service, _ *store.Store) { g.EndSession() }},
		"signing in, the program ending":      {false, func(g *access.Gate, _ *access.Service, _ *store.Store) { g.EndSession() }},
	} {
		t.Run(name, func(t *testing.T) {
			o, other := twoOffices(t)
			service := access.New(o.Gate)
			do := func() error {
				_, err := service.SignIn(access.Credentials{Login: "quantri", Password: accesstest.Password})
				return err
			}
			if tt.unlock {
				o.SignIn(t, access.QuanTri)
				if err := service.Lock(); err != nil {
					t.Fatal(err)
				}
				do = func() error { _, err := service.Unlock(accesstest.Password); return err }
			}
			err := heldUp(o, do, func() { tt.meanwhile(o.Gate, service, other) })
			if !fault.Is(err, fault.CodeConflict) {
				t.Errorf("got %v", err)
			}
			if o.Gate.Current() != nil {
				t.Errorf("%s is signed in", o.Gate.Current().Login)
			}
		})
	}
}

// The first administrator is let in at the office that was set up, nowhere else.
func TestAFirstRunThatCameTooLateLetsNobodyIn(t *testing.T) {
	o, other := twoOffices(t)
	setUp := func() error {
		_, err := access.WriteAndSignIn(o.Gate, "desk.SetUp", func(tx *store.Tx) (bool, access.User, error) {
			user, err := o.Gate.CreateUser(
				tx,
				access.UserInput{Login: "moi", Name: "Người mới", Position: access.QuanTri, Password: accesstest.Password},
			)
			return true, user, err
		})
		return err
	}
	err := heldUp(o, setUp, func() { o.Gate.Swap(other); o.Gate.Opened(nil) })
	if !fault.Is(err, fault.CodeConflict) || o.Gate.Current() != nil {
		t.Errorf("%v, %+v", err, o.Gate.Current())
	}
}

// 1,000 times somebody signs in or unlocks at one office while the program changes to the other. Whoever is signed in
// afterwards was checked by the office at hand.
func TestNobodyIsCarriedIntoAnotherOffice(t *testing.T) {
	o, other := twoOffices(t)
	service := access.New(o.Gate)
	late := 0
	for n := range 1000 {
		o.Gate.Swap(o.Store)
		o.Gate.Opened(nil)
		unlock := n%2 == 1
		if unlock {
			o.SignIn(t, access.QuanTri)
			if err := service.Lock(); err != nil {
				t.Fatal(err)
			}
		}
		var both sync.WaitGroup
		var err error
		both.Go(func() {
			if unlock {
				_, err = service.Unlock(accesstest.Password)
			} else {
				_, err = service.SignIn(access.Credentials{Login: "quantri", Password: accesstest.Password})
			}
		})
		both.Go(func() {
			time.Sleep(time.Duration(n%7) * 200 * time.Microsecond) // not luck: so that every order of the two is met
			o.Gate.Swap(other)
			o.Gate.Opened(nil)
		})
		both.Wait()
		if fault.Is(err, fault.CodeConflict) {
			late++
		}
		if o.Gate.Current() != nil {
			t.Fatalf("race %d: %+v is signed in, %v", n, o.Gate.Current(), err)
		}
	}
	t.Logf("%d of 1000 were held up long enough to come too late", late)
}

// What a call of a session produces after it has ended is kept for nobody.
func TestFilesOfAnEndedSessionAreKeptForNobody(t *testing.T) {
	o := accesstest.Open(t)
	files := o.Gate.Files()
	before := files.Put("a.pdf", "application/pdf", []byte("%PDF"))
	if _, err := o.Gate.Fetch(before); err != nil {
		t.Fatal(err)
	}
	o.SignIn(t, access.LanhDao) // without signing out
	if _, err := o.Gate.Fetch(before); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("the file of the one before: %v", err)
	}
	o.SignOut(t)
	after := files.Put("a.pdf", "application/pdf", []byte("%PDF"))
	if _, err := o.Gate.Fetch(after); !fault.Is(err, fault.CodeSignedOut) {
		t.Errorf("nobody signed in: %v", err)
	}
	o.SignIn(t, access.QuanTri)
	if _, err := o.Gate.Fetch(after); !fault.Is(err, fault.CodeNotFound) {
		t.Errorf("made when nobody was signed in: %v", err)
	}
}

// An administrator who changes the own account is changed at once: the role, the name, or out.
func TestTheSessionFollowsItsAccount(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*access.UserInput)
		code   fault.Code // of a call that only an administrator may make
	}{
		"demoted":     {func(in *access.UserInput) { in.Position = access.LanhDao }, fault.CodeForbidden},
		"deactivated": {func(in *access.UserInput) { in.Active = false }, fault.CodeSignedOut},
		"renamed":     {func(in *access.UserInput) { in.Login, in.Name = "moi", "Tên mới" }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			o := accesstest.Open(t)
			service := access.New(o.Gate)
			second := access.UserInput{Login: "hai", Name: "Quản trị hai", Position: access.QuanTri, Password: accesstest.Password}
			if _, err := service.SaveUser(second); err != nil {
				t.Fatal(err)
			}
			me := o.Gate.Current()
			in := access.UserInput{ID: me.UserID, Login: me.Login, Name: me.Name, Position: me.Role, Active: true}
			tt.change(&in)
			if _, err := service.SaveUser(in); err != nil {
				t.Fatal(err)
			}
			if _, err := service.Users(); tt.code == "" && err != nil || tt.code != "" && !fault.Is(err, tt.code) {
				t.Errorf("got %v", err)
			}
			if tt.code != "" {
				return
			}
			if now := o.Gate.Current(); now.Login != "moi" || now.Name != "Tên mới" {
				t.Errorf("%+v", now)
			}
			if err := service.Lock(); err != nil { // the lock asks for the password of the account as it is called now
				t.Fatal(err)
			}
			if _, err := service.Unlock(accesstest.Password); err != nil {
				t.Error(err)
			}
		})
	}
}

// Work that outlasts its call stops at a lock; what waits for the next call of the same person goes on.
func TestWorkStopsWithItsSession(t *testing.T) {
	o := accesstest.Open(t)
	service := access.New(o.Gate)
	here, same := o.Gate.SessionGuard(), o.Gate.SamePerson()
	for _, step := range []struct {
		what string
		do   func() error
		here bool
		same bool
	}{
		{"nothing", func() error { return nil }, true, true},
		{"locked", service.Lock, false, true},
		{"unlocked", func() error { _, err := service.Unlock(accesstest.Password); return err }, false, true},
		{"signed out", service.SignOut, false, false},
		{"signed in anew", func() error { o.SignIn(t, access.QuanTri); return nil }, false, false},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if here() != step.here || same() != step.same {
			t.Errorf("%s: goes on %v, the same person %v", step.what, here(), same())
		}
	}
}
