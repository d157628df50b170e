package main

import (
	"fmt"
	"slices"
	"strings"
)

// command is one thing the program can be told to do; what a person reads about it is in help/NAME.txt.
type command struct {
	name        []string
	args        string // as shown in the lists of commands
	least, most int    // positional arguments
	flags       []string
	run         func(job) error
}

var commands []command

// The table refers to functions that show help from the table, so it is filled at the start.
func init() {
	words := strings.Fields
	commands = []command{
		{words("init"), "", 0, 0, words("level name superior place login full-name password-file"), initFolder},
		{words("sample"), "", 0, 0, nil, makeSample},
		{words("generate"), "", 0, 0, words("scale"), generate},
		{words("import units"), "TỆP", 1, 1, words("as-of apply source ambiguous close close-below ending skip-errors"), importUnits},
		{words("import officers"), "TỆP", 1, 1, words("as-of apply source ambiguous skip-errors"), importOfficers},
		{words("import workbook"), "TỆP", 1, 1, words("as-of apply source ambiguous scheme days ending skip-errors"), importWorkbook},
		{words("import list"), "", 0, 0, nil, listImports},
		{words("import undo"), "[LẦN_NHẬP]", 0, 1, nil, undoImport},
		{words("report list"), "", 0, 0, nil, listReports},
		{words("report"), "TÊN", 1, 1, words("period unit format form out number date draft each"), printReport},
		{words("issue"), "TÊN", 1, 1, words("period unit form number suffix date out confirm replaces supplements estimate"), issuePaper},
		{words("issued"), "", 0, 0, words("period"), listIssued},
		{words("reserve"), "LOẠI", 1, 1, words("number to form date cause note confirm"), reserveNumbers},
		{words("release"), "MÃ|SỐ_KÝ_HIỆU", 1, 1, words("reason"), releaseNumber},
		{words("reprint"), "MÃ|SỐ_KÝ_HIỆU", 1, 1, words("out"), reprintPaper},
		{words("verify"), "TỆP|MÃ_KIỂM_TRA", 1, 1, nil, verifyPrint},
		{words("signed"), "MÃ|SỐ_KÝ_HIỆU TỆP", 2, 2, nil, receiveSigned},
		{words("copy"), "MÃ|SỐ_KÝ_HIỆU", 1, 1, words("kind to parts date out"), copyPaper},
		{words("differences"), "MÃ|SỐ_KÝ_HIỆU", 1, 1, words("out format"), comparePaper},
		{words("dossier"), "[MÃ_PHIÊN_HỌP]", 0, 1, words("out copies duplex contents-only"), printDossier},
		{words("check"), "", 0, 0, nil, check},
		{words("backup list"), "", 0, 0, nil, listBackups},
		{words("backup"), "", 0, 0, words("out"), makeBackup},
		{words("restore undo"), "", 0, 0, nil, undoRestore},
		{words("restore confirm"), "", 0, 0, nil, confirmRestore},
		{words("restore"), "TÊN_BẢN|TỆP.db", 1, 1, nil, restoreBackup},
	}
}

func (c command) title() string { return strings.Join(c.name, " ") }

// called is the command with what stands behind it.
func (c command) called() string { return strings.TrimSpace(c.title() + " " + c.args) }

// allows refuses flags that mean nothing to the command: a misspelt script must not do half of what it says.
func (c command) allows(o *options) error {
	for _, flag := range o.given() {
		if !slices.Contains([]string{"data", "today", "help"}, flag) && !slices.Contains(c.flags, flag) {
			return usageError{fmt.Sprintf("Lệnh “%s” không có tùy chọn --%s.", c.title(), flag), c.help()}
		}
	}
	return nil
}
