package desk_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/desk"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/units"
)

func TestFirstRunNamesEveryFault(t *testing.T) {
	d := desk.New(t.TempDir())
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	_, err := d.Self.SetUp(desk.SetUpInput{Level: "phuong", Login: "Có dấu", Password: "ngắn", Repeat: "khác"})
	e, _ := fault.Of(err)
	for _, field := range []string{"level", "name", "login", "fullName", "password", "repeat"} {
		if e == nil || e.Fields[field] == "" {
			t.Errorf("no word about %s: %v", field, err)
		}
	}
	status, err := d.Self.Status()
	if err != nil || !status.NeedsSetUp {
		t.Fatalf("a refused first run left something behind: %+v, %v", status, err)
	}
}

func TestFirstRunHappensOnce(t *testing.T) {
	d := openOffice(t)
	_, err := d.Self.SetUp(
		desk.SetUpInput{Level: units.LevelXa, Name: "Kẻ lạ", Login: "khac", FullName: "x", Password: "12345678", Repeat: "12345678"},
	)
	if !fault.Is(err, fault.CodeConflict) {
		t.Fatalf("got %v", err)
	}
}

func fillSample(d *desk.Desk) error {
	return d.Store().Write(context.Background(), store.As{Action: "sample"}, func(tx *store.Tx) error {
		if _, err := units.StoreOffice(tx, units.Office{Level: units.LevelHuyen, Name: "Huyện ủy Mẫu", Sample: true}); err != nil {
			return err
		}
		_, err := d.Gate.CreateUser(
			tx,
			access.UserInput{Login: "quantri", Name: "Mẫu", Position: access.QuanTri, Password: desk.SamplePassword},
		)
		return err
	})
}

func TestSampleIsAnotherFolderAndCanBeLeft(t *testing.T) {
	dir := t.TempDir()
	d := desk.New(dir, desk.WithSample(fillSample))
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	for range 2 { // the second time it is there already
		status, err := d.Self.OpenSample()
		if err != nil || !status.Office.Sample || len(status.SignIns) != 1 {
			t.Fatalf("%+v, %v", status, err)
		}
		if _, err := d.Access.SignIn(access.Credentials{Login: status.SignIns[0].Login, Password: status.SignIns[0].Password}); err != nil {
			t.Fatal(err)
		}
		status, err = d.Self.LeaveSample()
		if err != nil || status.Office.Sample || !status.NeedsSetUp {
			t.Fatalf("%+v, %v", status, err)
		}
		if _, err := d.Access.Users(); !fault.Is(err, fault.CodeSignedOut) {
			t.Fatalf("the session of one office went on in another: %v", err)
		}
	}
}

func TestSampleThatFailsLeavesTheOfficeAsItWas(t *testing.T) {
	dir := t.TempDir()
	d := desk.New(dir, desk.WithSample(func(*desk.Desk) error { return errors.New("không ghi được") }))
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	if _, err := d.Self.OpenSample(); err == nil {
		t.Fatal("no error")
	}
	if status, err := d.Self.Status(); err != nil || status.Office.Sample {
		t.Fatalf("%+v, %v", status, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "du-lieu-mau")); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("half a sample was left")
	}
}

func TestFolderThatCannotOpenAnswersEveryCall(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, store.FileName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := desk.New(dir)
	if err := d.Open(); err == nil {
		t.Fatal("an empty file opened")
	}
	t.Cleanup(d.Close)
	if _, err := d.Self.Status(); !fault.Is(err, fault.CodeUnavailable) {
		t.Fatalf("got %v", err)
	}
}
