package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"net/url"

	"caunoi/backend/access"
	"caunoi/backend/border"
	"caunoi/backend/fault"
)

//go:embed bridge/bridge.js
var bridge embed.FS

// maxCall is the largest call the page may send, in bytes: a pasted block of a
// month grid is a few hundred kilobytes.
const maxCall = 8 << 20

// newServer answers the page of the program to a browser on this machine:
// the built screens from dist, the bridge, POST /rpc and /files/. host is the
// address it listens on, "127.0.0.1:8080".
func newServer(host string, dist fs.FS, gate *access.Gate, calls *border.Calls) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /preview/bridge.js", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFileFS(w, r, bridge, "bridge/bridge.js")
	})
	mux.HandleFunc("GET /preview/methods.js", func(w http.ResponseWriter, _ *http.Request) { serveMethods(w, calls) })
	mux.HandleFunc("POST /rpc", func(w http.ResponseWriter, r *http.Request) { serveCall(w, r, calls) })
	mux.Handle("GET /", pages(dist))
	return onlyFromHere(host, border.WithFilesAndHeaders(gate, mux))
}

// onlyFromHere refuses what another web page in the same browser could send: a
// request under a name that merely resolves to this machine, or one that
// started on a page of another origin.
func onlyFromHere(host string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		border.SetHeaders(w.Header())
		if !sameHost(host, r.Host) {
			http.Error(w, "Chỉ mở bản xem trước bằng địa chỉ đã in ra khi chạy.", http.StatusForbidden)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" {
			if u, err := url.Parse(origin); err != nil || u.Scheme != "http" || !sameHost(host, u.Host) {
				http.Error(w, "Bản xem trước không nhận lệnh từ trang khác.", http.StatusForbidden)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

func serveMethods(w http.ResponseWriter, calls *border.Calls) {
	names, err := json.Marshal(calls.Names())
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(append(append([]byte("window.previewMethods = "), names...), ";\n"...))
}

// serveCall answers {"m":"units.Service.Tree","a":[…]} with {"r":…} or {"e":"…"};
// e is the text that the window's error formatter would give.
func serveCall(w http.ResponseWriter, r *http.Request, calls *border.Calls) {
	var call struct {
		Method string            `json:"m"`
		Args   []json.RawMessage `json:"a"`
	}
	answer := struct {
		Result json.RawMessage `json:"r,omitempty"`
		Error  *string         `json:"e,omitempty"`
	}{}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&call)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		err = fault.Invalid("", "Nội dung gửi một lần quá lớn. Hãy chia nhỏ rồi thử lại.")
	case err == nil:
		answer.Result, err = calls.Call(call.Method, call.Args)
	}
	if err != nil {
		text := fault.JSON(err)
		answer.Error = &text
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(answer) // the browser has gone; nobody is left to tell
}

// pages serves the built screens and puts the bridge before every script of
// the start page, where the window puts its own runtime.
func pages(dist fs.FS) http.Handler {
	plain := http.FileServerFS(dist)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		if r.URL.Path != "/" && r.URL.Path != "/index.html" {
			plain.ServeHTTP(w, r)
			return
		}
		page, err := fs.ReadFile(dist, "index.html")
		if err != nil {
			http.Error(w, "Chưa dựng màn hình. Hãy chạy: make frontend", http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(bytes.Replace(page, []byte("<head>"),
			[]byte(`<head><script src="/preview/methods.js"></script><script src="/preview/bridge.js"></script>`), 1))
	})
}

// sameHost compares names with ports; "localhost" is this machine's other name.
func sameHost(listening, asked string) bool {
	if asked == listening {
		return true
	}
	name, port, err := net.SplitHostPort(listening)
	return err == nil && name == "127.0.0.1" && asked == net.JoinHostPort("localhost", port)
}
