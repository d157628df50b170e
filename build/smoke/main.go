// Command smoke uses the real window once as a person would, with a keyboard:
// it starts the program on a fresh made-up office, waits for the window, looks
// that the page is drawn, types login and password, and closes the program
// with the signal a system sends at shutdown. Then it asks the database who
// came in: only the page calling Go can have written that. It needs a display;
// build/scripts/smoke.sh gives it a virtual one.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/desk"
	"caunoi/backend/store"
)

// patience is how long each step may take; a loaded machine needs seconds, not tens of them.
const patience = 60 * time.Second

// drawn is the share of the screen that must differ from its commonest colour:
// an empty window has none, the words "Đang mở…" a thousandth, the sign-in
// sheet a third.
const drawn = 0.05

func main() {
	program := flag.String("program", "build/bin/caunoi", "the built program")
	data := flag.String("data", "", "an empty folder for its data")
	shots := flag.String("shots", "out/smoke", "where screenshots go")
	flag.Parse()
	log.SetFlags(0)
	if err := smoke(*program, *data, *shots); err != nil {
		log.Fatalf("FAIL: the real window: %v", err)
	}
	fmt.Println("ok: the real window opened, drew its page and let a person in")
}

func smoke(program, data, shots string) error {
	var said strings.Builder
	run := exec.Command(program, "--data", data, "--sample")
	run.Stdout, run.Stderr = &said, &said
	if err := run.Start(); err != nil {
		return err
	}
	ended := make(chan struct{})
	go func() {
		_ = run.Wait() // how it ended is told by what it said
		close(ended)
	}()
	err := use(shots, ended)
	_ = run.Process.Signal(syscall.SIGTERM)
	select {
	case <-ended:
	case <-time.After(patience):
		_ = run.Process.Kill()
		<-ended
		err = errors.Join(err, errors.New("it did not end when asked to"))
	}
	if err == nil {
		err = cameIn(data)
	}
	if err != nil {
		return fmt.Errorf("%w\nscreenshots: %s\nit said:\n%s", err, shots, said.String())
	}
	return nil
}

// use drives the window until somebody has signed in.
func use(shots string, ended <-chan struct{}) error {
	var window string
	err := wait(ended, "no window appeared", func() bool {
		out, _ := exec.Command("xdotool", "search", "--onlyvisible", "--name", "Cầu Nối").Output()
		lines := strings.Fields(string(out))
		if len(lines) > 0 {
			window = lines[len(lines)-1]
		}
		return window != ""
	})
	if err != nil {
		return err
	}
	signIn := filepath.Join(shots, "1-dang-nhap.png")
	if err := wait(ended, "the page stayed blank", func() bool { return ink(signIn) >= drawn }); err != nil {
		return err
	}
	// The page is drawn before the made-up office is filled; typing waits until it stands still.
	before := 0.0
	if err := wait(ended, "the page did not come to rest", func() bool {
		now := ink(signIn)
		still := now == before
		before = now
		return still
	}); err != nil {
		return err
	}
	_ = exec.Command("xdotool", "windowfocus", "--sync", window).Run() // without a window manager it may already have it
	for _, keys := range [][]string{{"type", "--delay", "60", login}, {"key", "Tab"},
		{"type", "--delay", "60", desk.SamplePassword}, {"key", "Return"}} {
		if err := exec.Command("xdotool", keys...).Run(); err != nil {
			return fmt.Errorf("typing %v: %w", keys[:1], err)
		}
	}
	time.Sleep(4 * time.Second) // the first screen loads its lists
	ink(filepath.Join(shots, "2-viec-tuan-nay.png"))
	return nil
}

// wait asks until good is true, the program ends, or patience runs out.
func wait(ended <-chan struct{}, otherwise string, good func() bool) error {
	for until := time.Now().Add(patience); time.Now().Before(until); {
		if good() {
			return nil
		}
		select {
		case <-ended:
			return errors.New("the program ended by itself")
		case <-time.After(500 * time.Millisecond):
		}
	}
	return errors.New(otherwise)
}

// ink takes a screenshot and gives the share of it that is not background; 0 when there is no picture yet.
func ink(path string) float64 {
	if exec.Command("import", "-window", "root", "png24:"+path).Run() != nil {
		return 0
	}
	file, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer file.Close()
	shot, err := png.Decode(file)
	if err != nil {
		return 0
	}
	seen, all, commonest := map[[3]uint32]int{}, 0, 0
	for y := shot.Bounds().Min.Y; y < shot.Bounds().Max.Y; y++ {
		for x := shot.Bounds().Min.X; x < shot.Bounds().Max.X; x++ {
			r, g, b, _ := shot.At(x, y).RGBA()
			colour := [3]uint32{r, g, b}
			seen[colour]++
			all++
			commonest = max(commonest, seen[colour])
		}
	}
	return 1 - float64(commonest)/float64(all)
}

// login is the made-up office's chuyên viên.
const login = "chuyenvien"

// cameIn looks in the trail of the made-up office for the sign-in.
func cameIn(data string) error {
	office := store.New(filepath.Join(data, "du-lieu-mau"))
	if err := office.Open(); err != nil {
		return fmt.Errorf("the made-up office cannot be opened afterwards: %w", err)
	}
	defer office.Close()
	return office.Read(context.Background(), store.As{}, func(tx *store.Tx) error {
		var users []access.User
		if err := tx.Find(&users).Error; err != nil {
			return err
		}
		var trail []store.AuditEntry
		if err := tx.Where("action = ?", "access.SignIn").Find(&trail).Error; err != nil {
			return err
		}
		for _, entry := range trail {
			for _, user := range users {
				if user.Login == login && entry.Subject == user.ID && strings.HasSuffix(entry.Detail, "đăng nhập.") {
					return nil
				}
			}
		}
		return fmt.Errorf("nobody came in: the trail has %d entries of signing in, none of %s", len(trail), login)
	})
}
