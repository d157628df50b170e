package desk_test

import (
	"strings"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/desk"
	"caunoi/backend/fault"
)

// What a person set on their lists comes back after a restart; another person's stays their own; what cannot be read changes nothing.
func TestListSettingsAreKeptPerPersonOverRestarts(t *testing.T) {
	dir := t.TempDir()
	d := desk.New(dir)
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	if err := fillSample(d); err != nil {
		t.Fatal(err)
	}
	signIn := func(login string) {
		t.Helper()
		if _, err := d.Access.SignIn(access.Credentials{Login: login, Password: desk.SamplePassword}); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(want string) {
		t.Helper()
		if got, err := d.Self.ListSettings(); err != nil || got != want {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
	if err := d.Self.SaveListSettings("{}"); !fault.Is(err, fault.CodeSignedOut) {
		t.Errorf("nobody signed in: %v", err)
	}
	signIn("quantri")
	holds("{}")
	const mine = `{"list.Nhật ký.sort":{"key":"day","down":true}}`
	if err := d.Self.SaveListSettings(mine); err != nil {
		t.Fatal(err)
	}
	for _, spoilt := range []string{"", "null", "[1]", `{"a":`, `{"a":"` + strings.Repeat("x", 64<<10) + `"}`} {
		if f, ok := fault.Of(d.Self.SaveListSettings(spoilt)); !ok || f.Fields["settings"] == "" {
			t.Errorf("%.12q is taken", spoilt)
		}
	}
	holds(mine)
	if _, err := d.Access.SaveUser(access.UserInput{
		Login: "lanhdao", Name: "Lãnh đạo mẫu", Position: access.LanhDao, Password: desk.SamplePassword, Active: true,
	}); err != nil {
		t.Fatal(err)
	}
	d.Close()
	d = desk.New(dir)
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	signIn("lanhdao")
	holds("{}")
	if err := d.Access.SignOut(); err != nil {
		t.Fatal(err)
	}
	signIn("quantri")
	holds(mine)
}
