package store_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"strings"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// The engine must be newer than the write-ahead-log bug fixed in 3.51.3.
func TestEngineVersion(t *testing.T) {
	storetest.Read(t, storetest.Open(t), func(tx *store.Tx) error {
		var version string
		tx.Raw("SELECT sqlite_version()").Scan(&version)
		if version < "3.51.3" {
			t.Errorf("SQLite %s is too old", version)
		}
		return nil
	})
}

func TestWriteIsAllOrNothing(t *testing.T) {
	s := storetest.Open(t)
	err := s.Write(context.Background(), store.As{Action: "test"}, func(tx *store.Tx) error {
		if err := tx.SetSetting("a", 1); err != nil {
			return err
		}
		return fault.Invalid("x", "Sai.")
	})
	if !fault.Is(err, fault.CodeInvalid) {
		t.Fatalf("got %v", err)
	}
	storetest.Read(t, s, func(tx *store.Tx) error {
		var rows int64
		tx.Table("setting").Count(&rows)
		if rows != 0 {
			t.Errorf("a refused write left %d rows", rows)
		}
		return nil
	})
}

func TestReadCannotChangeAnything(t *testing.T) {
	s := storetest.Open(t)
	err := s.Read(context.Background(), store.As{}, func(tx *store.Tx) error { return tx.SetSetting("a", 1) })
	if err == nil {
		t.Fatal("a reading transaction wrote")
	}
}

func TestTrailOnlyGrows(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error { tx.Audit("x", "Thử."); return nil })
	for _, query := range []string{"UPDATE audit_entry SET detail = ''", "DELETE FROM audit_entry"} {
		err := s.Write(context.Background(), store.As{}, func(tx *store.Tx) error { return tx.Exec(query).Error })
		if err == nil {
			t.Errorf("%s went through", query)
		}
	}
}

func TestSecondOpenerIsRefusedAndToldByWhom(t *testing.T) {
	first := storetest.Open(t)
	second := store.New(first.Dir())
	err := second.Open()
	if !fault.Is(err, fault.CodeUnavailable) || !strings.Contains(err.Error(), "mở") {
		t.Fatalf("got %v", err)
	}
	first.Close()
	if err := second.Open(); err != nil {
		t.Fatalf("the lock of a closed store still holds: %v", err)
	}
	second.Close()
}

func TestUnusableFilesAreRefusedAndKept(t *testing.T) {
	for name, content := range map[string]string{"empty": "", "not a database": "<html>chuyện khác</html>…………"} {
		t.Run(name, func(t *testing.T) {
			s := store.New(t.TempDir())
			if err := os.WriteFile(s.Path(), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := s.Open(); !fault.Is(err, fault.CodeUnavailable) {
				t.Fatalf("got %v", err)
			}
			after, _ := os.ReadFile(s.Path())
			if string(after) != content {
				t.Fatal("the file was changed")
			}
		})
	}
}

func TestNewerFileIsRefusedUnchanged(t *testing.T) {
	s := store.New(t.TempDir())
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	s.Close()
	db, err := sql.Open("sqlite", s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA user_version = 9999"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	before, _ := os.ReadFile(s.Path())
	if err := s.Open(); !fault.Is(err, fault.CodeUnavailable) || !strings.Contains(err.Error(), "mới hơn") {
		t.Fatalf("got %v", err)
	}
	after, _ := os.ReadFile(s.Path())
	if string(before) != string(after) {
		t.Fatal("the file of a newer program was changed")
	}
}

func TestFolderWithOddName(t *testing.T) {
	dir := t.TempDir() + "/Văn phòng #1 100% & tệp"
	s := store.New(dir)
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := os.Stat(dir + "/" + store.FileName); err != nil {
		t.Fatal("the database lies elsewhere: ", err)
	}
}

func TestFolderThatIsAFile(t *testing.T) {
	path := t.TempDir() + "/tep"
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := store.New(path).Open(); !fault.Is(err, fault.CodeUnavailable) {
		t.Fatalf("got %v", err)
	}
}

func TestDuplicateAndMissingAreRecognised(t *testing.T) {
	s := storetest.Open(t)
	insert := "INSERT INTO setting (name, value) VALUES ('a', '1')"
	storetest.Write(t, s, func(tx *store.Tx) error { return tx.Exec(insert).Error })
	err := s.Write(context.Background(), store.As{}, func(tx *store.Tx) error { return tx.Exec(insert).Error })
	if !store.Duplicate(err) {
		t.Fatalf("got %v", err)
	}
	if store.Missing(errors.New("x")) {
		t.Fatal("a foreign error is not a missing row")
	}
}
