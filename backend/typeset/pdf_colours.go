package typeset

import (
	"encoding/binary"
	"math"
	"sync"
)

// sRGBProfile is the colour space sRGB (IEC 61966-2-1) as a profile of the International Color Consortium, version 4.2 (ISO
// 15076-1): which grey a number means, whatever prints it. It is written here from the numbers of the standard.
var sRGBProfile = sync.OnceValue(func() []byte {
	fixed := func(values ...float64) []byte { // s15Fixed16Number
		var out []byte
		for _, v := range values {
			out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
		}
		return out
	}
	xyz := func(x, y, z float64) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed(x, y, z)...) }
	words := func(text string) []byte { // one record of en-US, UTF-16
		out := append([]byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS"), 0, 0, 0, byte(2*len(text)), 0, 0, 0, 28)
		for _, letter := range []byte(text) {
			out = append(out, 0, letter)
		}
		return out
	}
	// y = ((x + 0.055) / 1.055)^2.4 above 0.04045, x / 12.92 below.
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", words("sRGB")},
		{"cprt", words("No copyright, use freely")},
		{"wtpt", xyz(0.9642, 1, 0.8249)}, // D50, the white of all profiles
		// Bradford's adaptation of D65 to D50, and the primaries of ITU-R BT.709 adapted by it.
		{"chad", append([]byte("sf32\x00\x00\x00\x00"),
			fixed(1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678)...)},
		{"rXYZ", xyz(0.436066, 0.222488, 0.013916)},
		{"gXYZ", xyz(0.385147, 0.716873, 0.097076)},
		{"bXYZ", xyz(0.143066, 0.060608, 0.714096)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	be := binary.BigEndian
	head := make([]byte, 128)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ") // version, class, colour space, space it is told in
	for i, part := range []uint16{2026, 1, 1, 0, 0, 0} {
		be.PutUint16(head[24+2*i:], part)
	}
	copy(head[36:], "acsp")
	copy(head[68:], fixed(0.9642, 1, 0.8249))
	index := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	offset := 128 + 4 + 12*len(tags)
	for i, tag := range tags {
		if i == 0 || &tag.data[0] != &tags[i-1].data[0] { // the three curves are one
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			data = append(data, tag.data...)
		}
		at := offset + len(data) - len(tag.data)
		index = be.AppendUint32(be.AppendUint32(append(index, tag.name...), uint32(at)), uint32(len(tag.data)))
	}
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	profile := append(append(head, index...), data...)
	be.PutUint32(profile, uint32(len(profile)))
	return profile
})
