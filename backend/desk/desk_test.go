package desk_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/desk"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
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

// An office whose deadlines were stored before the program knew 24/11 as a day off has them right when it opens, and the
// trail says so once, however often it is opened.
func TestOpeningFollowsTheCalendarOnce(t *testing.T) {
	dir := t.TempDir()
	noon := func() time.Time { return storetest.Noon }
	start := func() *desk.Desk {
		d := desk.New(dir)
		d.Store().Clock = noon
		if err := d.Open(); err != nil {
			t.Fatal(err)
		}
		return d
	}
	read := func(d *desk.Desk) (due string, trail int) {
		storetest.Read(t, d.Store(), func(tx *store.Tx) error {
			if err := tx.Raw("SELECT due FROM matter").Scan(&due).Error; err != nil {
				return err
			}
			return tx.Raw("SELECT count(*) FROM audit_entry WHERE action = 'matters.FollowCalendar'").Scan(&trail).Error
		})
		return due, trail
	}
	d := start()
	storetest.Write(t, d.Store(), func(tx *store.Tx) error {
		for _, sql := range []string{
			"INSERT INTO unit (id, tree, created_at) VALUES ('xa', 'hanhchinh', '')",
			`INSERT INTO matter (id, year, number, raised_on, received_on, place_id, origin, kind, field_code, summary, created_at, state,
				cycle_on, due, noticed_on)
			VALUES ('m', 2026, 1, '2026-11-19', '2026-11-19', 'xa', 'VISIT', 'REQUEST', '02', 'Sửa cầu', '', 'RECORDED',
				'2026-11-19', '2026-11-26', '2026-11-20')`,
			`INSERT INTO matter_step (id, matter_id, seq, event, day, from_state, to_state, at) VALUES ('s', 'm', 1, 'RECORD', '2026-11-19', '', 'RECORDED', '')`,
		} {
			if err := tx.Exec(sql).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if due, trail := read(d); due != "2026-11-26" || trail != 0 {
		t.Fatalf("an empty office was reckoned: %s, %d lines", due, trail)
	}
	d.Close()
	for range 3 {
		d = start()
		if due, trail := read(d); due != "2026-11-27" || trail != 1 {
			t.Errorf("due %s, %d lines of the trail", due, trail)
		}
		d.Close()
	}
}
