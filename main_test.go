package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"caunoi/backend/border"
	"caunoi/backend/fault"
)

func TestArguments(t *testing.T) {
	home := t.TempDir()
	getenv := func(key string) string { return map[string]string{"HOME": home, "LOCALAPPDATA": home}[key] }
	rows := []struct {
		args   []string
		folder string
		sample bool
		bad    bool
	}{
		{args: []string{"--data", filepath.Join(home, "Huyện ủy")}, folder: filepath.Join(home, "Huyện ủy")},
		{args: []string{"--sample", "--data", home}, folder: home, sample: true},
		{args: []string{"--khong-co"}, bad: true},
		{args: []string{"--sample", "--today", "2026-11-26"}, bad: true}, // the day is the machine's
	}
	for _, row := range rows {
		folder, sample, err := arguments(row.args, getenv)
		if (err != nil) != row.bad || folder != row.folder || sample != row.sample {
			t.Errorf("arguments(%q) = %q, %v, %v", row.args, folder, sample, err)
		}
	}
	if folder, _, err := arguments(nil, getenv); err != nil || filepath.Dir(folder) == folder {
		t.Errorf("without arguments = %q, %v", folder, err)
	}
}

// Generating bindings runs main: constructing must leave no trace on the disk.
func TestConstructingTouchesNoDisk(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "chưa-có")
	windowOptions(newProgram(folder, true))
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the data folder exists: %v", err)
	}
}

func TestWindowIsForPeople(t *testing.T) {
	o := windowOptions(newProgram(t.TempDir(), false))
	if o.EnableDefaultContextMenu || o.BindingsAllowedOrigins != "" || o.Debug.OpenInspectorOnStartup || o.DisablePanicRecovery ||
		o.EnableFraudulentWebsiteDetection || o.Windows.IsZoomControlEnabled {
		t.Errorf("the window offers what only developers need: %+v", o)
	}
	if o.MinWidth != 1024 || o.MinHeight != 640 || o.Title != "Cầu Nối" {
		t.Errorf("window %s at least %d × %d", o.Title, o.MinWidth, o.MinHeight)
	}
	if o.SingleInstanceLock.UniqueId == windowOptions(newProgram(t.TempDir(), false)).SingleInstanceLock.UniqueId {
		t.Error("windows of two data folders are taken for one")
	}

	w := httptest.NewRecorder()
	o.AssetServer.Middleware(http.NotFoundHandler()).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Header().Get("Content-Security-Policy") != border.ContentSecurityPolicy {
		t.Error("the window's answers carry no policy")
	}

	// Anything but a JSON text would resolve the page's promise or show what Go said.
	text, isText := o.ErrorFormatter(errors.New("open /home/can-bo/caunoi.db")).(string)
	var shown fault.Error
	if !isText || json.Unmarshal([]byte(text), &shown) != nil || shown.Code != fault.CodeInternal || shown.Message == "" {
		t.Errorf("an unexpected error is shown as %q", text)
	}
}
