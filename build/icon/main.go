// Command icon draws the program's icon: a bridge of one arch between two
// banks, on the office's deep red, under a thin gold line. Run it from the top
// of the project after changing the drawing; the pictures it writes are kept
// in the repository so that a build needs no drawing step.
package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
)

func main() {
	if err := writePNG("build/appicon.png", 512); err != nil {
		log.Fatal(err)
	}
	if err := writeICO("build/windows/icon.ico", 16, 20, 24, 32, 48, 64, 128, 256); err != nil {
		log.Fatal(err)
	}
}

var (
	red   = color.NRGBA{0xA4, 0x16, 0x1A, 0xFF}
	gold  = color.NRGBA{0xD9, 0xA4, 0x2B, 0xFF}
	paper = color.NRGBA{0xFA, 0xF8, 0xF5, 0xFF}
)

// inkAt gives the colour at a point of the unit square, y downwards.
func inkAt(x, y float64) color.NRGBA {
	const corner = 0.18
	dx, dy := math.Max(math.Abs(x-0.5)-(0.5-corner), 0), math.Max(math.Abs(y-0.5)-(0.5-corner), 0)
	if math.Hypot(dx, dy) > corner {
		return color.NRGBA{}
	}
	deck := 0.60 - 0.10*math.Sin(math.Pi*x) // the road rises a little towards the middle
	arch := math.Hypot((x-0.5)/0.30, (y-0.80)/0.24)
	switch {
	case x > 0.1 && x < 0.9 && y > 0.235 && y < 0.275:
		return gold
	case x > 0.08 && x < 0.92 && y > deck-0.085 && y < deck:
		return paper
	case y >= deck && y < 0.80 && x > 0.14 && x < 0.86 && arch > 1:
		return paper
	case onPost(x) && y > 0.33 && y < deck:
		return paper
	}
	return red
}

// onPost places the railing posts.
func onPost(x float64) bool {
	for _, at := range []float64{0.2, 0.35, 0.5, 0.65, 0.8} {
		if math.Abs(x-at) < 0.018 {
			return true
		}
	}
	return false
}

// draw averages 8 × 8 points a pixel, so that edges are smooth at 16 pixels too.
func draw(size int) image.Image {
	const n = 8
	out := image.NewNRGBA(image.Rect(0, 0, size, size))
	for py := range size {
		for px := range size {
			var r, g, b, a float64
			for i := range n * n {
				x := (float64(px) + (float64(i%n)+0.5)/n) / float64(size)
				y := (float64(py) + (float64(i/n)+0.5)/n) / float64(size)
				c := inkAt(x, y)
				w := float64(c.A) / 255
				r, g, b, a = r+float64(c.R)*w, g+float64(c.G)*w, b+float64(c.B)*w, a+w
			}
			if a > 0 {
				out.SetNRGBA(px, py, color.NRGBA{uint8(r/a + 0.5), uint8(g/a + 0.5), uint8(b/a + 0.5), uint8(a/(n*n)*255 + 0.5)})
			}
		}
	}
	return out
}

func writePNG(path string, size int) error {
	var data bytes.Buffer
	if err := png.Encode(&data, draw(size)); err != nil {
		return err
	}
	return os.WriteFile(path, data.Bytes(), 0o644)
}

// writeICO packs PNG pictures into one Windows icon; Windows reads PNG entries since Vista.
func writeICO(path string, sizes ...int) error {
	var head, body bytes.Buffer
	put := func(values ...any) {
		for _, v := range values {
			_ = binary.Write(&head, binary.LittleEndian, v) // a bytes.Buffer never fails
		}
	}
	put(uint16(0), uint16(1), uint16(len(sizes)))
	at := 6 + 16*len(sizes)
	for _, size := range sizes {
		start := body.Len()
		if err := png.Encode(&body, draw(size)); err != nil {
			return err
		}
		length := body.Len() - start
		put(uint8(size%256), uint8(size%256), uint8(0), uint8(0), uint16(1), uint16(32), uint32(length), uint32(at+start))
	}
	return os.WriteFile(path, append(head.Bytes(), body.Bytes()...), 0o644)
}
