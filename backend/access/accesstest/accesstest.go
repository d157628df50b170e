// Package accesstest gives a test a gate over a real store, with somebody signed in.
package accesstest

import (
	"log/slog"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Password is the password of every test account; the login is the role's name.
const Password = "mat-khau-thu"

// Office is a gate with one account for each role.
type Office struct {
	Store *store.Store
	Gate  *access.Gate
	in    *access.Service
}

// Open gives an office in which a quản trị is signed in.
func Open(t testing.TB) *Office {
	t.Helper()
	o := Before(t, manned.Open(t))
	o.SignIn(t, access.QuanTri)
	return o
}

// manned is a store with the test accounts.
var manned = storetest.Template{Fill: func(t testing.TB, s *store.Store) { Around(t, s) }}

// Before puts a gate before an open store that has the test accounts already; nobody is signed in.
func Before(t testing.TB, s *store.Store) *Office {
	t.Helper()
	gate := access.NewGate(s, slog.New(slog.DiscardHandler), access.WithPasswordCost(1, 8))
	gate.Opened(nil)
	return &Office{Store: s, Gate: gate, in: access.New(gate)}
}

// Around puts a gate with test accounts before an open store; nobody is signed in.
func Around(t testing.TB, s *store.Store) *Office {
	t.Helper()
	o := Before(t, s)
	gate := o.Gate
	storetest.Write(t, s, func(tx *store.Tx) error {
		for _, r := range access.Roles {
			_, err := gate.CreateUser(
				tx,
				access.UserInput{Login: Login(r.Role), Name: "Người thử " + r.Word, Position: r.Role, Password: Password},
			)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return o
}

// Login is the login of the test account with a role.
func Login(role access.Role) string {
	return map[access.Role]string{access.QuanTri: "quantri", access.ChuyenVien: "chuyenvien", access.LanhDao: "lanhdao"}[role]
}

// SignIn lets the test account of a role in.
func (o *Office) SignIn(t testing.TB, role access.Role) {
	t.Helper()
	if _, err := o.in.SignIn(access.Credentials{Login: Login(role), Password: Password}); err != nil {
		t.Fatal(err)
	}
}

// SignOut leaves nobody signed in.
func (o *Office) SignOut(t testing.TB) {
	t.Helper()
	if err := o.in.SignOut(); err != nil {
		t.Fatal(err)
	}
}
