package main

import (
	"fmt"
	"sort"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// text writes a value as JSON without blanks. What JSON lacks is written as an object with one key.
func text(value cty.Value) string {
	out := &strings.Builder{}
	write(out, value)
	return out.String()
}

func write(out *strings.Builder, value cty.Value) {
	ty := value.Type()
	switch {
	case !value.IsKnown():
		out.WriteString(`{"$unknown":true}`)
	case value.IsNull():
		out.WriteString("null")
	case ty == cty.String:
		quote(out, value.AsString())
	case ty == cty.Number:
		out.WriteString(value.AsBigFloat().Text('f', -1))
	case ty == cty.Bool:
		fmt.Fprint(out, value.True())
	case ty.IsTupleType() || ty.IsListType() || ty.IsSetType():
		out.WriteByte('[')
		for i, element := range value.AsValueSlice() {
			if i > 0 {
				out.WriteByte(',')
			}
			write(out, element)
		}
		out.WriteByte(']')
	default:
		entries := map[string]string{}
		for key, element := range value.AsValueMap() {
			entries[key] = text(element)
		}
		writeEntries(out, entries)
	}
}

func writeEntries(out *strings.Builder, entries map[string]string) {
	keys := make([]string, 0, len(entries))
	for key := range entries {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	out.WriteByte('{')
	for i, key := range keys {
		if i > 0 {
			out.WriteByte(',')
		}
		quote(out, key)
		out.WriteByte(':')
		out.WriteString(entries[key])
	}
	out.WriteByte('}')
}

func quote(out *strings.Builder, text string) {
	out.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r < 0x20:
			fmt.Fprintf(out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
}
