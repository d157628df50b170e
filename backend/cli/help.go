package main

import (
	"embed"
	"fmt"
	"strings"
)

// A help text begins with one line that says what the command does; the lists of commands take it from there.
//
//go:embed help/*.txt
var helpTexts embed.FS

func helpText(name string) string {
	text, err := helpTexts.ReadFile("help/" + name + ".txt")
	if err != nil {
		panic(err) // a test reads the text of every command
	}
	return strings.TrimRight(string(text), "\n")
}

func (c command) help() string { return helpText(strings.Join(c.name, "-")) }

func (c command) about() string {
	first, _, _ := strings.Cut(c.help(), "\n")
	return first
}

// overview is help/overview.txt with the list of the commands in its place.
func overview() string {
	var list strings.Builder
	for _, c := range commands {
		fmt.Fprintf(&list, "  %-25s %s\n", c.called(), c.about())
	}
	return strings.Replace(helpText("overview"), "  {commands}\n", list.String(), 1)
}

// groupHelp lists the commands that begin with a word.
func groupHelp(word string) string {
	var lines []string
	for _, c := range commands {
		if c.name[0] == word {
			lines = append(lines, "  caunoi-cli "+c.called()+"   "+c.about())
		}
	}
	return strings.Join(lines, "\n")
}
