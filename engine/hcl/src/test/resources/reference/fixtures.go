package main

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

const (
	begin = "=== "
	given = "---\n"
)

var special = regexp.MustCompile("⟦([0-9A-F]+)⟧")

// writeFixtures puts the answers into all files of a folder, in place.
func writeFixtures(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return err
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		out := &strings.Builder{}
		for i, part := range strings.Split("\n"+string(content), "\n"+begin) {
			if i == 0 {
				out.WriteString(strings.TrimPrefix(part, "\n"))
				if part != "" {
					out.WriteByte('\n')
				}
				continue
			}
			name, input, _ := strings.Cut(strings.TrimSuffix(part, "\n")+"\n", "\n")
			input, _, _ = strings.Cut(input, given)
			out.WriteString(begin + name + "\n" + input + given + answer(decoded(input)) + "\n")
		}
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// decoded replaces what an editor would hide: hexadecimal bytes stand in white brackets. The last line end belongs to
// the file of fixtures where a mark says so.
func decoded(input string) []byte {
	input = special.ReplaceAllStringFunc(input, func(found string) string {
		bytes, _ := hex.DecodeString(special.FindStringSubmatch(found)[1])
		return string(bytes)
	})
	return []byte(strings.TrimSuffix(input, "⟧\n"))
}

func answer(input []byte) string {
	file, diagnostics := hclsyntax.ParseConfig(input, "fixture.hcl", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return "error"
	}
	out := &strings.Builder{}
	writeEntries(out, body(file.Body.(*hclsyntax.Body)))
	return out.String()
}

func body(body *hclsyntax.Body) map[string]string {
	entries := map[string]string{}
	for name, attribute := range body.Attributes {
		entries[name] = safely(attribute.Expr)
	}
	if len(body.Blocks) > 0 {
		blocks := make([]string, 0, len(body.Blocks))
		for _, block := range body.Blocks {
			labels := make([]cty.Value, 0, len(block.Labels)+1)
			for _, label := range append([]string{block.Type}, block.Labels...) {
				labels = append(labels, cty.StringVal(label))
			}
			out := &strings.Builder{}
			out.WriteString("[" + text(cty.TupleVal(labels)) + ",")
			writeEntries(out, inner(block))
			blocks = append(blocks, out.String()+"]")
		}
		entries["$blocks"] = "[" + strings.Join(blocks, ",") + "]"
	}
	return entries
}

func inner(block *hclsyntax.Block) map[string]string {
	return body(block.Body)
}

// safely evaluates; where the reference itself breaks down, that is no more than an error to us.
func safely(expression hclsyntax.Expression) (result string) {
	defer func() {
		if recover() != nil {
			result = `{"$error":true}`
		}
	}()
	value, diagnostics := expression.Value(&hcl.EvalContext{Variables: variables(), Functions: functions("files")})
	if diagnostics.HasErrors() {
		return `{"$error":true}`
	}
	return text(value)
}

// variables are what the fixtures may use; the Java test has the same.
func variables() map[string]cty.Value {
	return map[string]cty.Value{
		"text":    cty.StringVal("text"),
		"five":    cty.NumberIntVal(5),
		"yes":     cty.True,
		"none":    cty.NullVal(cty.String),
		"names":   cty.TupleVal([]cty.Value{cty.StringVal("b"), cty.StringVal("a")}),
		"list":    cty.ListVal([]cty.Value{cty.StringVal("x"), cty.StringVal("y")}),
		"numbers": cty.ListVal([]cty.Value{cty.MustParseNumberVal("1"), cty.MustParseNumberVal("2.5")}),
		"set":     cty.SetVal([]cty.Value{cty.StringVal("q"), cty.StringVal("p")}),
		"map":     cty.MapVal(map[string]cty.Value{"k": cty.StringVal("v"), "a b": cty.StringVal("w")}),
		"empty":   cty.ListValEmpty(cty.String),
		"object":  cty.ObjectVal(map[string]cty.Value{"name": cty.StringVal("n"), "size": cty.NumberIntVal(3), "gone": cty.NullVal(cty.String)}),
		"people": cty.ListVal([]cty.Value{
			cty.ObjectVal(map[string]cty.Value{"name": cty.StringVal("Ann"), "tags": cty.ListVal([]cty.Value{cty.StringVal("t1")})}),
			cty.ObjectVal(map[string]cty.Value{"name": cty.StringVal("Bob"), "tags": cty.ListValEmpty(cty.String)}),
		}),
		"unknown":        cty.DynamicVal,
		"unknown_text":   cty.UnknownVal(cty.String),
		"unknown_number": cty.UnknownVal(cty.Number),
		"unknown_bool":   cty.UnknownVal(cty.Bool),
		"unknown_list":   cty.UnknownVal(cty.List(cty.String)),
		"unknown_map":    cty.UnknownVal(cty.Map(cty.String)),
	}
}
