package border

import (
	"path/filepath"
	"testing"
)

func TestDataFolder(t *testing.T) {
	base := t.TempDir()
	env := map[string]string{"HOME": base, "CAUNOI_DATA": ""}
	getenv := func(key string) string { return env[key] }

	if got, err := DataFolder("", getenv); err != nil || got != filepath.Join(base, ".local", "share", "caunoi", "du-lieu") {
		t.Errorf("default = %q, %v", got, err)
	}
	env["XDG_DATA_HOME"] = filepath.Join(base, "xdg")
	if got, err := DataFolder("", getenv); err != nil || got != filepath.Join(base, "xdg", "caunoi", "du-lieu") {
		t.Errorf("XDG_DATA_HOME = %q, %v", got, err)
	}
	env["CAUNOI_DATA"] = filepath.Join(base, "Huyện ủy # 100%")
	if got, err := DataFolder("", getenv); err != nil || got != env["CAUNOI_DATA"] {
		t.Errorf("CAUNOI_DATA = %q, %v", got, err)
	}
	if got, err := DataFolder(filepath.Join(base, "co"), getenv); err != nil || got != filepath.Join(base, "co") {
		t.Errorf("--data = %q, %v", got, err)
	}
}

func TestDataStayOutOfTheInstallFolder(t *testing.T) {
	base := t.TempDir()
	rows := []struct {
		system, path string
		owned        bool
	}{
		{"windows", base, true},
		{"windows", filepath.Join(base, "du-lieu"), true},
		{"windows", base + "-du-lieu", false},
		{"windows", filepath.Dir(base), false},
		{"linux", filepath.Join(base, "du-lieu"), false},
	}
	for _, row := range rows {
		if got := installOwns(row.system, base, row.path); got != row.owned {
			t.Errorf("installOwns(%s, %s, %s) = %v", row.system, base, row.path, got)
		}
	}
}

func TestUsualFolderOfWindows(t *testing.T) {
	getenv := func(key string) string {
		return map[string]string{"LOCALAPPDATA": `C:\Users\can-bo\AppData\Local`, "APPDATA": `C:\Users\can-bo\AppData\Roaming`}[key]
	}
	if got, err := usualFolder("windows", getenv); err != nil || got != `C:\Users\can-bo\AppData\Local\CauNoiDuLieu` {
		t.Errorf("usualFolder = %q, %v", got, err)
	}
	if got, err := usualFolder("windows", func(string) string { return "" }); err == nil {
		t.Errorf("without LOCALAPPDATA = %q, want a refusal", got)
	}
}
