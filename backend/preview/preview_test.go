package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/border"
	"caunoi/backend/clock"
	"caunoi/backend/fault"
)

const host = "127.0.0.1:8080"

// preview is the server around a real office in which nobody is signed in.
func preview(t *testing.T) http.Handler {
	t.Helper()
	office := accesstest.Open(t)
	service := access.New(office.Gate)
	if err := service.SignOut(); err != nil {
		t.Fatal(err)
	}
	dist := fstest.MapFS{
		"index.html":   {Data: []byte("<!doctype html><html><head><title>Cầu Nối</title></head></html>")},
		"assets/a.css": {Data: []byte("a{}")},
	}
	app := border.NewApp(office.Gate, browser{office.Gate.Files()}, border.About{Version: "1", Preview: true})
	return newServer(host, dist, office.Gate, border.NewCalls([]any{service, app}))
}

func ask(h http.Handler, method, path, body string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://"+host+path, strings.NewReader(body))
	for i := 0; i < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
			continue
		}
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestOnlyThisMachineAndThisPage(t *testing.T) {
	h := preview(t)
	rows := []struct {
		header []string
		status int
	}{
		{nil, 200},
		{[]string{"Host", "localhost:8080"}, 200},
		{[]string{"Origin", "http://127.0.0.1:8080"}, 200},
		{[]string{"Host", "example.com"}, 403},
		{[]string{"Host", "127.0.0.1:9090"}, 403},
		{[]string{"Host", "localhost.example.com:8080"}, 403},
		{[]string{"Origin", "http://example.com"}, 403},
		{[]string{"Origin", "https://127.0.0.1:8080"}, 403},
		{[]string{"Origin", "null"}, 403},
	}
	for _, row := range rows {
		w := ask(h, http.MethodPost, "/rpc", `{"m":"border.App.About","a":[]}`, row.header...)
		if w.Code != row.status {
			t.Errorf("%v answered %d, want %d", row.header, w.Code, row.status)
		}
		if w.Header().Get("Content-Security-Policy") != border.ContentSecurityPolicy {
			t.Errorf("%v: no policy on the answer", row.header)
		}
	}
	for addr, good := range map[string]bool{"127.0.0.1:0": true, "0.0.0.0:0": false, ":0": false, "192.168.1.2:80": false, "8080": false} {
		l, err := listen(addr)
		if (err == nil) != good {
			t.Errorf("listen(%q) = %v", addr, err)
		}
		if err == nil {
			l.Close()
		}
	}
}

// The day of a trial is the day of the page and of everything in the made-up office.
func TestTheDayCanBeSet(t *testing.T) {
	if err := run([]string{"--today", "31/12/2026"}); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("a day that cannot be read: %v", err)
	}
	for _, withSample := range []bool{false, true} {
		d := newDesk(t.TempDir(), clock.Still("2028-02-29"))
		t.Cleanup(d.Close)
		if err := open(d, withSample); err != nil {
			t.Fatal(err)
		}
		if status, err := d.Self.Status(); err != nil || status.Today != "2028-02-29" || status.Office.Sample != withSample {
			t.Errorf("sample %v: %s, %v", withSample, status.Today, err)
		}
	}
}

func TestThePageGetsTheBridgeFirst(t *testing.T) {
	h := preview(t)
	for _, path := range []string{"/", "/index.html"} {
		body := ask(h, http.MethodGet, path, "").Body.String()
		at := strings.Index(body, "/preview/bridge.js")
		if at < 0 || at > strings.Index(body, "<title>") {
			t.Errorf("%s = %s", path, body)
		}
	}
	if body := ask(h, http.MethodGet, "/preview/methods.js", "").Body.String(); !strings.Contains(body, `"access.Service.SignIn"`) {
		t.Errorf("methods = %s", body)
	}
	for path, status := range map[string]int{"/preview/bridge.js": 200, "/assets/a.css": 200, "/missing": 404, "/go.mod": 404} {
		if w := ask(h, http.MethodGet, path, ""); w.Code != status {
			t.Errorf("%s answered %d, want %d", path, w.Code, status)
		}
	}
}

func TestOneSessionThroughTheBridge(t *testing.T) {
	h := preview(t)
	call := func(method string, args ...any) (json.RawMessage, string) {
		t.Helper()
		body, err := json.Marshal(map[string]any{"m": method, "a": args})
		if err != nil {
			t.Fatal(err)
		}
		var answer struct {
			R json.RawMessage `json:"r"`
			E string          `json:"e"`
		}
		if err := json.Unmarshal(ask(h, http.MethodPost, "/rpc", string(body)).Body.Bytes(), &answer); err != nil {
			t.Fatal(err)
		}
		return answer.R, answer.E
	}
	if _, e := call("access.Service.Users"); !strings.Contains(e, `"signed_out"`) {
		t.Errorf("before signing in: %s", e)
	}
	credentials := access.Credentials{Login: accesstest.Login(access.ChuyenVien), Password: accesstest.Password}
	if _, e := call("access.Service.SignIn", credentials); e != "" {
		t.Fatal(e)
	}
	if _, e := call("access.Service.Users"); !strings.Contains(e, `"forbidden"`) {
		t.Errorf("a chuyên viên asked for the accounts: %s", e)
	}
	if _, e := call("access.Service.Missing"); !strings.Contains(e, `"not_found"`) {
		t.Errorf("unknown method: %s", e)
	}

	var up border.Uploaded
	w := ask(h, http.MethodPost, "/files/?name="+url.QueryEscape("Sổ.pdf"), "%PDF-1.7")
	if err := json.Unmarshal(w.Body.Bytes(), &up); err != nil || up.Name != "Sổ.pdf" || up.Size != 8 {
		t.Fatalf("upload: %s, %v", w.Body, err)
	}
	result, e := call("border.App.SaveFile", up.Token, "Sổ tháng 6.pdf")
	var handed border.Handed
	if err := json.Unmarshal(result, &handed); err != nil || !handed.Done {
		t.Fatalf("save: %s %s", result, e)
	}
	w = ask(h, http.MethodGet, handed.URL, "")
	if body, _ := io.ReadAll(
		w.Body,
	); string(body) != "%PDF-1.7" ||
		!strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
		t.Errorf("download: %d %s %v", w.Code, body, w.Header())
	}
	if _, e := call("access.Service.SignOut"); e != "" {
		t.Fatal(e)
	}
	if w := ask(h, http.MethodGet, handed.URL, ""); w.Code != http.StatusForbidden {
		t.Errorf("after signing out the document is still answered: %d", w.Code)
	}
}
