package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"caunoi/backend/desk"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// makeBackup writes a verified copy into the data folder, and into another folder where one is named.
func makeBackup(j job) error {
	d, err := j.open()
	if err != nil {
		return err
	}
	defer d.Close()
	made, err := d.BackUpNow()
	if err != nil {
		return err
	}
	if out := j.flags.get("out", ""); out != "" {
		if made, err = d.Store().CopyTo(made, out); err != nil {
			return err
		}
	}
	fmt.Fprintf(j.out, "Đã sao lưu và kiểm tra: %s (%s)\n", made.Path(), store.SizeWord(made.Manifest.Size))
	return nil
}

// listBackups lists what lies in the data folder and at the second place; the data need not open.
func listBackups(j job) error {
	s := desk.New(j.data).Store()
	copies := store.Copies(s.BackupDir())
	if second := s.FindSecond(); second != "" {
		copies = append(copies, store.Copies(second)...)
	}
	for _, c := range copies {
		fmt.Fprintf(
			j.out,
			"%s\t%s\t%s\t%s\n",
			store.MomentWord(c.Manifest.Moment),
			c.Manifest.Reason.Word(),
			store.SizeWord(c.Manifest.Size),
			c.Path(),
		)
	}
	return nil
}

// restoreBackup puts a backup in the place of the data, also of data that are lost or damaged.
func restoreBackup(j job) error {
	d := desk.New(j.data, desk.WithClock(j.flags.now))
	defer d.Close()
	path := j.words[0]
	if _, err := os.Stat(path); err != nil && !strings.ContainsAny(path, `/\`) {
		path = filepath.Join(d.Store().BackupDir(), strings.TrimSuffix(path, ".db")+".db")
	}
	_ = d.Open() // why it cannot be opened decides whether a backup may take its place
	if err := d.RestoreFile(path); err != nil {
		return err
	}
	fmt.Fprintln(j.out, "Đã phục hồi. Trạng thái trước còn nguyên: “restore undo” để quay lại, “restore confirm” để dùng hẳn.")
	return nil
}

func undoRestore(j job) error {
	return j.withRestored((*desk.Desk).UndoRestore, "Đã quay lại trạng thái trước khi phục hồi.")
}

func confirmRestore(j job) error {
	return j.withRestored((*desk.Desk).ConfirmRestore, "Dùng hẳn dữ liệu đã phục hồi.")
}

func (j job) withRestored(act func(*desk.Desk) error, done string) error {
	d := desk.New(j.data, desk.WithClock(j.flags.now))
	defer d.Close()
	_ = d.Open() // what was restored may be what cannot be opened
	if _, waits := d.Store().Unconfirmed(); !waits {
		return fault.Conflict("Không có lần phục hồi nào đang chờ xác nhận.")
	}
	if err := act(d); err != nil {
		return err
	}
	fmt.Fprintln(j.out, done)
	return nil
}

// verifyBackup proves a backup without any data folder.
func verifyBackup(j job) error {
	c, err := store.CopyAt(j.words[0])
	if err != nil {
		return err
	}
	if err := c.Verify(); err != nil {
		return err
	}
	said := "Bản sao lưu còn nguyên"
	if !c.Complete {
		said = "Bản sao lưu mở được, nhưng không có bản kê đi kèm để so từng byte"
	}
	held := c.Manifest.Holds()
	fmt.Fprintf(j.out, "%s: %s, %d cuộc họp, %d kiến nghị.\n", said, store.MomentWord(c.Manifest.Moment), held["meeting"], held["matter"])
	return nil
}
